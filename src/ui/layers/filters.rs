//! The search, and the filters behind one button: actor, status, whether the possible shows, who says so. What is set stands
//! below the search as chips, whether the filters are open or not.

use egui::{Role, Ui, WidgetInfo, collapsing_header::CollapsingState, vec2};

use crate::{
    command::{Commands, FilterCommand},
    model::Status,
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

pub(super) fn filters_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let id = ui.scope_id().with("filters");
    let mut state = CollapsingState::load_with_default_open(ui.ctx(), id, false);
    kit::block_row(ui, kit::fill(context.words), size::TARGET, |ui| {
        if button_ui(ui, context, state.is_open()) {
            state.toggle(ui);
        }
        let room = ui.available_size();
        ui.allocate_ui_with_layout(room, kit::column(context.words), |ui| {
            super::search::search_ui(ui, context, commands);
        });
    });
    super::chips::chips_ui(ui, context, commands);
    state.show_body_unindented(ui, |ui| {
        ui.set_width(ui.available_width());
        super::actors::actor_ui(ui, context, commands);
        statuses_ui(ui, context, commands);
        certain_only_ui(ui, context, commands);
        super::evidence::evidence_ui(ui, context, commands);
    });
    state.store(ui.ctx());
    held_back_ui(ui, context);
}

/// The button that opens and closes the filters; whether it was pressed.
fn button_ui(ui: &mut Ui, context: &PanelContext<'_>, is_open: bool) -> bool {
    let name = context.words.get("filters");
    let is_lit = is_open || is_filtered(context);
    let button = ui.scope(|ui| {
        if is_lit {
            let palette = context.theme.palette;
            let states = &mut ui.visuals_mut().widgets;
            states.inactive.weak_bg_fill = palette.accent_wash;
            states.inactive.fg_stroke.color = palette.accent;
        }
        typeset::icon_button(ui, icon::FUNNEL, name)
    });
    let button = button.inner;
    button.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, name));
    button.clicked()
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
