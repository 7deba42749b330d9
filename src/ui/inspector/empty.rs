//! The inspector while nothing is selected: what the window holds and how to look at it.

use egui::{Align, FontId, Layout, ScrollArea, Ui};

use crate::{
    command::{Commands, SelectCommand},
    text::args,
    theme::{fonts, fonts::icon, size},
    typeset::{self, Flush, Text},
    ui::{PanelContext, kit},
};

/// Height in points of what is shown, with the least room above it.
const NEEDED: f32 = 300.0;

pub(super) fn empty_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let room = ui.available_height();
    let above = ((room - NEEDED) * 0.4).clamp(size::GROUP, 140.0);
    let area = ScrollArea::vertical().auto_shrink([false, false]);
    kit::scroll(ui, context.words, area, |ui| {
        ui.add_space(above);
        nothing_ui(ui, context, commands);
        ui.add_space(size::GROUP);
    });
}

fn nothing_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let shown = context.answers.visible.counts.shown;
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.set_max_width((ui.available_width() - 64.0).max(120.0));
        ui.spacing_mut().item_spacing.y = size::GAP;
        glyph(ui, context);
        ui.add(Text::new(words.get("inspector-empty")).heading().wrap());
        if shown.total() == 0 {
            let hint = Text::new(words.get("inspector-empty-none"));
            ui.add(hint.weak().flush(Flush::Centre).wrap());
            return;
        }
        let hint = Text::new(words.get("inspector-empty-hint"));
        ui.add(hint.weak().flush(Flush::Centre).wrap());
        ui.add_space(size::GAP);
        let counts = words.with(
            "count-certain-possible",
            args!(certain: shown.certain, possible: shown.possible),
        );
        ui.add(Text::new(&counts).medium());
        ui.add(Text::new(words.get("in-window")).small().weak());
        ui.add_space(size::GAP);
        if typeset::button(ui, words.get("inspector-first")).clicked() {
            commands.push(SelectCommand::Walk { forward: true });
        }
    });
}

fn glyph(ui: &mut Ui, context: &PanelContext<'_>) {
    let setting = typeset::Setting::new(FontId::new(44.0, fonts::icons()));
    let galley = typeset::galley(
        ui.ctx(),
        icon::MAP_PIN_AREA,
        &setting.colour(context.theme.palette.outline_strong),
    );
    let (rect, _) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
    typeset::paint_galley(ui.painter(), rect.min, galley, None);
}
