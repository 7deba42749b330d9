//! The filters: text, actor, status, and whether the possible shows.

use egui::{Ui, vec2};

use crate::{
    command::{Commands, FilterCommand},
    model::Status,
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::{
        PanelContext,
        kit::{self, Section},
    },
};

pub(super) fn filters_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let section = Section {
        id: "filters",
        title: words.get("filters"),
        is_open: true,
    };
    let mut is_cleared = false;
    let clear = |ui: &mut Ui| {
        if is_filtered(context) {
            is_cleared = typeset::link(ui, words.get("filters-clear")).clicked();
        }
    };
    kit::section(ui, context, section, clear, |ui| {
        super::search::search_ui(ui, context, commands);
        super::actors::actor_ui(ui, context, commands);
        statuses_ui(ui, context, commands);
        certain_only_ui(ui, context, commands);
        held_back_ui(ui, context);
    });
    if is_cleared {
        commands.push(FilterCommand::Clear);
    }
}

/// Whether anything but the window decides what shows.
pub(super) fn is_filtered(context: &PanelContext<'_>) -> bool {
    context.document.filter.certain_only || !context.document.filter.is_window_only()
}

/// Statuses are chosen by adding: none chosen is all of them.
fn statuses_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    ui.add_space(2.0);
    kit::wrapped_row(ui, words, vec2(6.0, 6.0), |ui| {
        for status in Status::ALL {
            let is_on = context
                .document
                .filter
                .statuses
                .as_ref()
                .is_some_and(|statuses| statuses.contains(&status));
            let glyph = Some(kit::status_icon(status));
            let chip = kit::chip(ui, context, glyph, words.status(status), is_on);
            if chip.clicked() {
                commands.push(FilterCommand::ToggleStatus(status));
            }
            typeset::hint(chip, words.status_hint(status));
        }
    });
}

fn certain_only_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let name = context.words.get("filter-certain-only");
    let is_on = context.document.filter.certain_only;
    ui.add_space(2.0);
    kit::block_row(ui, kit::row(context.words), size::TARGET, |ui| {
        let switch = kit::switch(ui, context, is_on, name);
        let label = ui.add(Text::new(name).sense(egui::Sense::CLICK));
        if switch.clicked() || label.clicked() {
            commands.push(FilterCommand::CertainOnly(!is_on));
        }
        typeset::hint(label, context.words.get("possible-hint"));
    });
}

/// How many records the filters keep back, so that none goes missing unsaid.
fn held_back_ui(ui: &mut Ui, context: &PanelContext<'_>) {
    let filtered = context.answers.visible.counts.filtered;
    if filtered > 0 {
        let text = context.words.with("filters-held-back", args!(n: filtered));
        ui.add(Text::new(&text).small().weak().block());
    }
}
