//! Takes in what work has brought back since the last frame, each from whoever owns it.

use egui::Context;

use crate::{
    query::Engine,
    theme::MotionChoice,
    ui::notice::Tone,
    work::{Ended, Job, Polled},
};

use super::{App, clip::Clip, reading::Rebuilt};

impl App {
    /// Takes in what work has brought back.
    pub(super) fn take_finished(&mut self, ctx: &Context) {
        self.take_opening();
        self.take_engine();
        self.take_rebuilt();
        self.take_closed();
        self.take_chrome_jobs(ctx);
        self.take_written();
        self.take_changes();
        self.take_documents();
        self.state.document.compare(&self.room);
    }

    /// Files that are being read: what is there of them, and how that ended.
    fn take_opening(&mut self) {
        self.take_drafts();
        let Some(opening) = &self.opening else { return };
        match opening.job.poll() {
            None => {}
            Some(Ended::Done(read)) => self.opened(read),
            Some(Ended::Died) => {
                self.give_back();
                self.say_stopped();
            }
        }
    }

    /// An engine that was made; then what it was made for is shown, or another is asked for.
    fn take_engine(&mut self) {
        match self.state.document.answers.derived.poll() {
            Polled::Nothing => return,
            Polled::Failed => self.say_stopped(),
            Polled::Answered | Polled::GivenUp => {}
        }
        self.refresh();
        let document = &mut self.state.document;
        if document.fits_when_known && Engine::is_ready(document.engine()) {
            document.fits_when_known = false;
            self.fit_all();
        }
    }

    /// Another reading of what is open, or another dataset made of it.
    fn take_rebuilt(&mut self) {
        let jobs = &mut self.state.document.jobs;
        Job::take_ended(&mut jobs.digesting);
        let reread = Job::take_ended(&mut jobs.rereading);
        let rebuilt = Job::take_ended(&mut jobs.rebuilding);
        match reread {
            None => {}
            Some(Ended::Done(result)) => self.reloaded(result),
            Some(Ended::Died) => self.say_stopped(),
        }
        match rebuilt {
            None => {}
            Some(Ended::Done(Ok(Some(rebuilt)))) => self.show_rebuilt(rebuilt),
            Some(Ended::Done(Err(error))) if !error.is_cancelled() => {
                let sentence = error.sentence(&self.state.chrome.words);
                self.state.notices.post(Tone::Error, sentence);
            }
            Some(Ended::Done(_)) => self.say(Tone::Warning, "file-cancelled"),
            Some(Ended::Died) => self.say_stopped(),
        }
    }

    /// Shows files that were read in another way; a sheet that was chosen is chosen again when its file is opened.
    fn show_rebuilt(&mut self, rebuilt: Rebuilt) {
        let of_sheet = rebuilt
            .of_sheet
            .and_then(|part| rebuilt.dataset.parts().get(part));
        if let Some(part) = of_sheet {
            self.state.settings.layouts.remember(part, &part.mapping);
        }
        self.show(rebuilt.dataset.into());
    }

    /// Files that were written, paths that were chosen, what goes onto the clipboard.
    fn take_chrome_jobs(&mut self, ctx: &Context) {
        let jobs = &mut self.state.chrome.jobs;
        let exports = Job::take_all_ended(&mut jobs.exports);
        let picks = Job::take_all_ended(&mut jobs.picks);
        let clips = Job::take_all_ended(&mut jobs.clips);
        for ended in Job::take_all_ended(&mut jobs.motion) {
            self.state.chrome.system_motion = match ended.answer().flatten() {
                None => MotionChoice::System,
                Some(true) => MotionChoice::Less,
                Some(false) => MotionChoice::Usual,
            };
        }
        for ended in Job::take_all_ended(&mut jobs.verifying) {
            match ended {
                Ended::Done(outcome) => self.verified(outcome),
                Ended::Died => self.say_stopped(),
            }
        }
        for ended in exports {
            match ended {
                Ended::Done(exported) => self.exported(exported),
                Ended::Died => self.say_stopped(),
            }
        }
        for ended in picks {
            match ended {
                Ended::Done(picked) => self.picked(picked),
                Ended::Died => self.say_stopped(),
            }
        }
        for ended in clips {
            match ended {
                Ended::Done(Clip::Picture(image)) => self.drawn(ctx, image),
                Ended::Done(Clip::Changes(text)) => self.copied(ctx, text),
                Ended::Died => self.say_stopped(),
            }
        }
    }

    fn say_stopped(&mut self) {
        self.say(Tone::Error, "file-stopped");
    }
}
