//! Carries out requests about the window of the program.

use egui::{ViewportCommand, ViewportId};

use crate::{
    command::{Dialog, SizedPanel, ViewCommand},
    model::Layer,
    query::method_sentence,
    settings::SCALES,
    text::{Words, args},
    ui::notice::Tone,
};

use super::super::state::State;

pub(super) fn apply(state: &mut State, ctx: &egui::Context, command: ViewCommand) {
    match command {
        ViewCommand::Show(dialog) => {
            if let Dialog::Path(purpose) = dialog {
                state.suggest_path(purpose);
            }
            state.dialog = Some(dialog);
        }
        ViewCommand::CloseDialog => close_dialog(state),
        ViewCommand::ToggleLeftPanel => state.settings.left_panel ^= true,
        ViewCommand::ToggleRightPanel => state.settings.right_panel ^= true,
        ViewCommand::ToggleTable => state.settings.table.is_open ^= true,
        ViewCommand::Sized(panel, size) => {
            let sizes = &mut state.settings.panels;
            let kept = match panel {
                SizedPanel::Layers => &mut sizes.layers,
                SizedPanel::Inspector => &mut sizes.inspector,
                SizedPanel::Timeline => &mut sizes.timeline,
                SizedPanel::Table => &mut sizes.table,
            };
            *kept = Some(size);
        }
        ViewCommand::ToggleFullScreen => toggle_full_screen(ctx),
        ViewCommand::Theme(theme) => state.settings.theme = theme,
        ViewCommand::Language(lang) => state.speak(Some(lang)),
        ViewCommand::SystemLanguage => state.speak(None),
        ViewCommand::ContentLanguage(lang) => {
            state.settings.content_language = lang.map(|lang| lang.code().to_owned());
            state.learn_voice();
        }
        ViewCommand::Digits(digits) => {
            state.settings.digits = digits;
            state.learn_voice();
        }
        ViewCommand::TimeFromRight(from_right) => state.settings.time_from_right = from_right,
        ViewCommand::Scale(scale) => set_scale(state, scale),
        ViewCommand::ScaleBy(step) => set_scale(state, state.settings.scale + step),
        ViewCommand::ToggleOverlay(id) => state.settings.overlays.toggle(id),
        ViewCommand::Copy { text, notice } => copy(state, ctx, text, notice),
        ViewCommand::FoldLane(layer) => state.settings.lanes.toggle(layer.name()),
        ViewCommand::ShiftLane { layer, later } => {
            let layers = state.dataset.layers().iter();
            let names: Vec<&str> = layers.map(Layer::name).collect();
            state.settings.lanes.shift(&names, layer.name(), later);
        }
        ViewCommand::CopySaid => {
            // Other programs need no marks that tell directions.
            let words = Words::plain(state.words.lang());
            let scene = state.scene(&[]);
            let said =
                method_sentence::sentence(&words, scene.dataset, scene.filter, scene.visible);
            copy(state, ctx, said, "said-copied");
        }
        ViewCommand::AskLink(address) => ask_link(state, &address),
        ViewCommand::OpenLink => open_link(state),
        ViewCommand::DismissNotice(id) => state.notices.dismiss(id),
        ViewCommand::Quit => ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Close),
    }
}

fn copy(state: &mut State, ctx: &egui::Context, text: String, notice: &str) {
    ctx.copy_text(text);
    let words = state.words.get(notice).to_owned();
    state.notices.post(Tone::Done, words);
}

fn set_scale(state: &mut State, scale: f32) {
    state.settings.scale = scale.clamp(*SCALES.start(), *SCALES.end());
}

fn close_dialog(state: &mut State) {
    state.dialog = None;
    state.pending_link = None;
    state.reloaded = None;
    state.blocked = None;
    state.picture = None;
}

fn toggle_full_screen(ctx: &egui::Context) {
    let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
    ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Fullscreen(!is_full));
}

/// Only http and https are opened, and only after the host was shown.
fn ask_link(state: &mut State, address: &str) {
    if crate::model::link::host(address).is_some() {
        state.pending_link = Some(address.to_owned());
        state.dialog = Some(Dialog::Link);
    } else {
        let words = state.words.get("link-refused").to_owned();
        state.notices.post(Tone::Error, words);
    }
}

fn open_link(state: &mut State) {
    if let Some(address) = state.pending_link.take()
        && let Err(error) = opener::open_browser(&address)
    {
        let reason = error.to_string();
        let args = args!(reason: reason.as_str());
        let sentence = state.words.with("link-failed", args);
        state.notices.post(Tone::Error, sentence);
    }
    state.dialog = None;
}
