//! Carries out requests about bookmarks, and keeps them for the next start.

use egui::Context;

use crate::{
    command::BriefingCommand,
    map::MapView,
    model::{Lang, Localised},
    session::{Bookmark, View},
    text::{Catalogue, args, dates},
    ui::notice::Tone,
};

use super::{
    super::{App, save_outcome::SaveOutcome, state::State},
    history,
};

/// Bookmarks are written when they have not changed for this long, in seconds.
const CALM: f64 = 1.0;

pub(super) fn apply(state: &mut State, map: &mut MapView, now: View, command: BriefingCommand) {
    let briefing = &mut state.document.briefing;
    match command {
        BriefingCommand::Add => add(state, now),
        BriefingCommand::Go(index) => {
            let bookmark = briefing.go(index).cloned();
            show(state, map, bookmark);
        }
        BriefingCommand::Step { forward } => {
            let bookmark = briefing.step(forward).cloned();
            show(state, map, bookmark);
        }
        BriefingCommand::Present(is_presented) => briefing.present(is_presented),
        BriefingCommand::TogglePresented if briefing.at().is_some() => {
            let is_presented = briefing.presented().is_some();
            briefing.present(!is_presented);
        }
        BriefingCommand::TogglePresented => {
            let first = briefing.step(true).cloned();
            show(state, map, first);
        }
        BriefingCommand::Retake(index) => {
            let lang = state.chrome.words.lang();
            briefing.edit(index, |bookmark| {
                bookmark.view = now;
                bookmark.lang = Some(lang);
            });
        }
        BriefingCommand::Title { index, lang, text } => {
            briefing.edit(index, |bookmark| set(&mut bookmark.title, lang, &text));
        }
        BriefingCommand::Text { index, lang, text } => {
            briefing.edit(index, |bookmark| set(&mut bookmark.text, lang, &text));
        }
        BriefingCommand::Shift { index, later } => briefing.shift(index, later),
        BriefingCommand::Remove(index) => briefing.remove(index),
        BriefingCommand::Restore => briefing.restore(),
    }
}

fn set(texts: &mut Localised, lang: Lang, text: &str) {
    *texts = std::mem::take(texts).with(lang, text);
}

/// Keeps `view` under the name of its window, until the analyst has a better one.
fn add(state: &mut State, view: View) {
    let lang = state.chrome.words.lang();
    let window = dates::window(&Catalogue::plain(lang), &view.filter.window);
    let name = dates::capitalised(&window);
    state.settings.left_panel = true;
    state.document.briefing.add(Bookmark {
        title: Localised::default().with(lang, &name),
        view,
        lang: Some(lang),
        ..Bookmark::default()
    });
    state.say_with(Tone::Done, "bookmark-added", args!(name: name.as_str()));
}

fn show(state: &mut State, map: &mut MapView, bookmark: Option<Bookmark>) {
    let Some(bookmark) = bookmark else {
        return state.say(Tone::Warning, "bookmark-none");
    };
    history::show(state, map, &bookmark.view);
    state.speak_for_now(bookmark.lang_for(state.chrome.words.lang()));
}

impl App {
    /// Writes the bookmarks once their words are no longer being typed.
    pub(in super::super) fn keep_briefing(&mut self, ctx: &Context) {
        let is_drafting = self.is_drafting();
        let document = &mut self.state.document;
        let (briefing, kept) = (&document.briefing, &mut document.kept);
        if kept.written == briefing.changes() || is_drafting {
            return;
        }
        let now = ctx.input(|input| input.time);
        if kept.seen != briefing.changes() {
            (kept.seen, kept.since) = (briefing.changes(), now);
        }
        let rest = kept.since + CALM - now;
        if rest > 0.0 {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(rest));
            return;
        }
        kept.written = briefing.changes();
        if let Some(keeper) = kept.keeper.clone() {
            let (steps, number) = (briefing.steps().to_vec(), briefing.changes());
            let job = self.room.start("bookmarks", "", move |_| SaveOutcome {
                path: keeper.path().to_path_buf(),
                result: keeper.save(&steps, number),
            });
            self.keeping.writing.push(job);
        }
    }

    /// Writes what has not been written, or could not be, before something else is open.
    pub(in super::super) fn keep_briefing_at_once(&mut self) {
        if self.is_drafting() {
            return;
        }
        let document = &self.state.document;
        let (briefing, kept) = (&document.briefing, &document.kept);
        if let Some(keeper) = &kept.keeper {
            let path = keeper.path().to_path_buf();
            let result = keeper.save(briefing.steps(), briefing.changes());
            self.saved(&path, result);
        }
    }
}
