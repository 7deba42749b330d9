//! A card over the map while a job takes longer than a blink: what it does, how far it is, Cancel.

use std::time::Duration;

use egui::{Align2, Area, Frame, Id, Order, Rect, Ui, vec2};

use crate::{
    command::{Commands, FileCommand},
    text::args,
    typeset,
    work::Underway,
};

use super::{PanelContext, kit};

/// Jobs that end sooner than this are not shown.
const BLINK: Duration = Duration::from_millis(250);
const MEGABYTE: u64 = 1_000_000;

/// How far the card stands above the lower edge of the map, in points: the scale and the credits are below.
const ABOVE_EDGE: f32 = 44.0;

/// Draws the card of the oldest job that has taken longer than a blink, and comes back for jobs that may.
/// It stands low in `map`, so that what is shown already of a file can be seen.
pub fn progress_ui(ui: &mut Ui, context: &PanelContext, map: Rect, commands: &mut Commands) {
    let Some(job) = awaited(context.jobs) else {
        return;
    };
    let age = job.began.elapsed();
    if age < BLINK {
        ui.ctx().request_repaint_after(BLINK.saturating_sub(age));
        return;
    }
    ui.ctx().request_repaint_after(Duration::from_millis(50));
    Area::new(Id::unique("progress"))
        .order(Order::Foreground)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(map.center_bottom() - vec2(0.0, ABOVE_EDGE))
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.with_layout(kit::column(context.words), |ui| {
                    card(ui, context, commands, job);
                });
            });
        });
}

/// The oldest job that the analyst waits for; nobody waits for what was cancelled. A dialog of the
/// system that is open is a job too, and so is writing the settings; neither works on anything that
/// could be told.
fn awaited(jobs: &[Underway]) -> Option<&Underway> {
    let is_awaited = |job: &&Underway| !job.subject.is_empty() && !job.progress.is_cancelled();
    jobs.iter().find(is_awaited)
}

fn card(ui: &mut Ui, context: &PanelContext, commands: &mut Commands, job: &Underway) {
    let words = context.words;
    ui.set_width(320.0);
    typeset::strong(ui, &job.subject);
    let (done, total) = job.progress.amounts();
    if let Some(share) = job.progress.share() {
        kit::progress_bar(ui, context, share, &job.subject);
        let amounts = args!(done: done / MEGABYTE, total: total / MEGABYTE);
        typeset::small(ui, &words.with("file-loading-bytes", amounts));
    } else {
        ui.spinner();
    }
    let records = job.progress.records();
    if records > 0 {
        typeset::small(ui, &words.with("records", args!(n: records)));
    }
    if typeset::button(ui, words.get("cancel")).clicked() {
        commands.push(FileCommand::Cancel);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    fn job(subject: &str) -> Underway {
        Underway {
            subject: subject.to_owned(),
            began: Instant::now(),
            progress: crate::work::Progress::default(),
        }
    }

    #[test]
    fn an_open_dialog_of_the_system_is_not_shown_as_loading() {
        assert!(awaited(&[job("")]).is_none());
        let jobs = [job(""), job("Loading mali.geojson")];
        let shown = awaited(&jobs).map(|job| job.subject.as_str());
        assert_eq!(shown, Some("Loading mali.geojson"));
    }

    #[test]
    fn a_job_that_was_cancelled_is_not_shown_while_it_ends() {
        let jobs = [job("Loading mali.geojson")];
        jobs[0].progress.cancel();
        assert!(awaited(&jobs).is_none());
    }
}
