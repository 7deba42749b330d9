//! Carries out requests about the window of the program.

use egui::{ViewportCommand, ViewportId};

use crate::{
    command::{Dialog, SizedPanel, ViewCommand},
    map::overlays::density,
    model::Layer,
    query::method_sentence,
    settings::SCALES,
    text::{Catalogue, args},
    ui::notice::Tone,
};

use super::super::state::State;

pub(super) fn apply(state: &mut State, ctx: &egui::Context, command: ViewCommand) {
    match command {
        ViewCommand::Show(dialog) => {
            if let Dialog::Path(purpose) = dialog {
                state.ask_path(purpose);
            }
            state.chrome.dialog = Some(dialog);
        }
        ViewCommand::CloseDialog => state.chrome.close_dialog(),
        ViewCommand::ToggleLeftPanel => state.settings.left_panel ^= true,
        ViewCommand::ToggleRightPanel => toggle_inspector(state),
        ViewCommand::ToggleTable => state.settings.table.is_open ^= true,
        ViewCommand::Sized(panel, size) => {
            let sizes = &mut state.settings.panels;
            let kept = match panel {
                SizedPanel::Layers => &mut sizes.layers,
                SizedPanel::Reader => &mut sizes.reader,
                SizedPanel::Inspector => &mut sizes.inspector,
                SizedPanel::Timeline => &mut sizes.timeline,
                SizedPanel::Table => &mut sizes.table,
                SizedPanel::TableBeside => &mut sizes.table_beside,
            };
            *kept = Some(size);
        }
        ViewCommand::ToggleFullScreen => fill_screen(ctx, !fills_screen(ctx)),
        ViewCommand::Present(is_on) => present(state, ctx, is_on),
        ViewCommand::TogglePresent => present(state, ctx, !state.chrome.is_presenting),
        ViewCommand::Theme(theme) => state.settings.theme = theme,
        ViewCommand::Language(lang) => state.speak(Some(lang)),
        ViewCommand::SystemLanguage => state.speak(None),
        ViewCommand::ContentLanguage(lang) => {
            state.settings.content_language = lang.map(|lang| lang.code().to_owned());
            state.learn_locale();
        }
        ViewCommand::Author(name) => state.settings.author = (!name.is_empty()).then_some(name),
        ViewCommand::Digits(digits) => {
            state.settings.digits = digits;
            state.learn_locale();
        }
        ViewCommand::TimeFromRight(from_right) => state.settings.time_from_right = from_right,
        ViewCommand::Motion(motion) => state.settings.motion = motion,
        ViewCommand::Scale(scale) => set_scale(state, scale),
        ViewCommand::ScaleBy(step) => set_scale(state, state.settings.scale + step),
        ViewCommand::ToggleOverlay(density::ID) if are_many(state) => {
            state.settings.marks_of_many ^= true;
        }
        ViewCommand::ToggleOverlay(id) => state.settings.overlays.toggle(id),
        ViewCommand::Copy { text, notice } => copy(state, ctx, text, notice),
        ViewCommand::FoldLane(layer) => state.settings.lanes.toggle(layer.name()),
        ViewCommand::ShiftLane { layer, later } => {
            let layers = state.document.dataset.layers().iter();
            let names: Vec<&str> = layers.map(Layer::name).collect();
            state.settings.lanes.shift(&names, layer.name(), later);
        }
        ViewCommand::CopySaid => {
            // Other programs need no marks that tell directions.
            let words = Catalogue::plain(state.chrome.words.lang());
            let document = &state.document;
            let visible = document.answers.derived.visible();
            let said =
                method_sentence::sentence(&words, &document.dataset, &document.filter, visible);
            let said = method_sentence::with_unsaved(&words, said, document.authoring.unsaved());
            copy(state, ctx, said, "said-copied");
        }
        ViewCommand::AskLink(address) => ask_link(state, &address),
        ViewCommand::OpenLink => open_link(state),
        ViewCommand::DismissNotice(id) => state.notices.dismiss(id),
        ViewCommand::Quit => ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Close),
    }
}

fn are_many(state: &State) -> bool {
    density::are_many(state.document.dataset.len())
}

fn copy(state: &mut State, ctx: &egui::Context, text: String, notice: &str) {
    ctx.copy_text(text);
    state.say(Tone::Done, notice);
}

fn set_scale(state: &mut State, scale: f32) {
    state.settings.scale = scale.clamp(*SCALES.start(), *SCALES.end());
}

/// Shows or hides the inspector, which is there for a record only.
fn toggle_inspector(state: &mut State) {
    if state.document.selection.selected.is_some() {
        state.settings.right_panel ^= true;
    } else {
        state.settings.right_panel = true;
        state.say(Tone::Done, "inspector-needs-record");
    }
}

fn fills_screen(ctx: &egui::Context) -> bool {
    ctx.input(|input| input.viewport().fullscreen.unwrap_or(false))
}

fn fill_screen(ctx: &egui::Context, is_full: bool) {
    ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Fullscreen(is_full));
}

/// The map alone, on all of the screen; afterwards the window is what it was before.
fn present(state: &mut State, ctx: &egui::Context, is_on: bool) {
    state.chrome.is_presenting = is_on;
    fill_screen(ctx, is_on);
}

/// Only http and https are opened, and only after the host was shown.
fn ask_link(state: &mut State, address: &str) {
    match crate::model::link::read(address) {
        Ok(web) => {
            state.chrome.asked.link = Some(web);
            state.chrome.dialog = Some(Dialog::Link);
        }
        Err(why) => state.say(Tone::Error, &format!("link-not-{}", why.code())),
    }
}

fn open_link(state: &mut State) {
    if let Some(web) = state.chrome.asked.link.take()
        && let Err(error) = open::that_detached(&web.address)
    {
        let reason = error.to_string();
        state.say_with(Tone::Error, "link-failed", args!(reason: reason.as_str()));
    }
    state.chrome.dialog = None;
}
