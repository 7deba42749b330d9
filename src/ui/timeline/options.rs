//! The menu of playback: what becomes of it at the end, what it skips, where it waits and stays.

use egui::{Popup, PopupCloseBehavior, Ui};

use crate::{
    command::{Commands, TimeCommand},
    text::{args, dates},
    theme::{fonts::icon, size},
    timeline::Ending,
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

/// Width of the menu, in points.
const WIDTH: f32 = 300.0;

pub(super) fn options_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let playback = &context.document.time.playback;
    let glyph = match playback.ending {
        Ending::Stop => icon::GEAR_SIX,
        Ending::Loop => icon::REPEAT,
        Ending::Bounce => icon::ARROWS_LEFT_RIGHT,
    };
    let response = typeset::icon_button(ui, glyph, context.words.get("playback-options"));
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(WIDTH)
        .show(|ui| {
            ui.set_width(WIDTH);
            ui.with_layout(kit::column(context.words), |ui| {
                ending_ui(ui, context, commands);
                ui.separator();
                switches_ui(ui, context, commands);
            });
        });
}

fn ending_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    ui.add(Text::new(words.get("playback-ending")).small().weak());
    for ending in Ending::ALL {
        let is_chosen = context.document.time.playback.ending == ending;
        let name = words.get(ending_key(ending));
        if typeset::selectable(ui, is_chosen, name).clicked() {
            commands.push(TimeCommand::SetEnding(ending));
        }
    }
}

const fn ending_key(ending: Ending) -> &'static str {
    match ending {
        Ending::Stop => "playback-stop",
        Ending::Loop => "playback-loop",
        Ending::Bounce => "playback-bounce",
    }
}

fn switches_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let playback = &context.document.time.playback;
    let range = match playback.range {
        None => words.get("action-play-range").to_owned(),
        Some(range) => {
            let range = dates::bounds(words, range);
            words.with("playback-range", args!(range: range))
        }
    };
    for (name, hint, is_on, command) in [
        (
            words.get("action-skip-empty"),
            words.get("action-skip-empty-hint"),
            playback.skips,
            TimeCommand::ToggleSkips,
        ),
        (
            words.get("action-hold-records"),
            words.get("action-hold-records-hint"),
            playback.holds,
            TimeCommand::ToggleHolds,
        ),
        (
            range.as_str(),
            words.get("action-play-range-hint"),
            playback.range.is_some(),
            TimeCommand::ToggleRange,
        ),
    ] {
        kit::block_row(ui, kit::row(words), size::TARGET, |ui| {
            let switch = kit::switch(ui, context, is_on, name);
            let label = ui.add(Text::new(name).sense(egui::Sense::CLICK).truncate());
            if switch.clicked() || label.clicked() {
                commands.push(command);
            }
            typeset::hint(label, hint);
        });
    }
}
