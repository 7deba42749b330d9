//! The filters: text, actor, status, and whether the possible shows.

use egui::{Ui, vec2};

use crate::{
    command::{Commands, FilterCommand},
    model::Status,
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::{
        Scene,
        kit::{self, Section},
    },
};

pub(super) fn filters_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let words = scene.words;
    let section = Section {
        id: "filters",
        title: words.get("filters"),
        is_open: true,
    };
    let mut is_cleared = false;
    let clear = |ui: &mut Ui| {
        if is_filtered(scene) {
            is_cleared = typeset::link(ui, words.get("filters-clear")).clicked();
        }
    };
    kit::section(ui, scene, section, clear, |ui| {
        super::search::search_ui(ui, scene, commands);
        super::actors::actor_ui(ui, scene, commands);
        statuses_ui(ui, scene, commands);
        certain_only_ui(ui, scene, commands);
        held_back_ui(ui, scene);
    });
    if is_cleared {
        commands.push(FilterCommand::Clear);
    }
}

/// Whether anything but the window decides what shows.
pub(super) fn is_filtered(scene: &Scene<'_>) -> bool {
    scene.filter.certain_only || !scene.filter.is_window_only()
}

/// Statuses are chosen by adding: none chosen is all of them.
fn statuses_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let words = scene.words;
    ui.add_space(2.0);
    kit::wrapped_row(ui, words, vec2(6.0, 6.0), |ui| {
        for status in Status::ALL {
            let is_on = scene
                .filter
                .statuses
                .as_ref()
                .is_some_and(|statuses| statuses.contains(&status));
            let glyph = Some(kit::status_icon(status));
            let chip = kit::chip(ui, scene, glyph, words.status(status), is_on);
            if chip.clicked() {
                commands.push(FilterCommand::ToggleStatus(status));
            }
            typeset::hint(chip, words.status_hint(status));
        }
    });
}

fn certain_only_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let name = scene.words.get("filter-certain-only");
    let is_on = scene.filter.certain_only;
    ui.add_space(2.0);
    kit::block_row(ui, kit::row(scene.words), size::TARGET, |ui| {
        let switch = kit::switch(ui, scene, is_on, name);
        let label = ui.add(Text::new(name).sense(egui::Sense::CLICK));
        if switch.clicked() || label.clicked() {
            commands.push(FilterCommand::CertainOnly(!is_on));
        }
        typeset::hint(label, scene.words.get("possible-hint"));
    });
}

/// How many records the filters keep back, so that none goes missing unsaid.
fn held_back_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let filtered = scene.visible.counts.filtered;
    if filtered > 0 {
        let text = scene.words.with("filters-held-back", args!(n: filtered));
        ui.add(Text::new(&text).small().weak().block());
    }
}
