//! What one can do with the record, above its card.

use crate::model::RowId;
use egui::{Button, Frame, Margin, Response, Stroke, Ui, vec2};

use crate::{
    command::{Commands, EditCommand, SelectCommand, ViewCommand},
    text::bidi::Base,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::cite::citation;

/// Width in points from which buttons have words.
const ROOMY: f32 = 380.0;

/// Draws the row of buttons; it stays while the card scrolls.
pub(super) fn tools_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    row: RowId,
    commands: &mut Commands,
) {
    let palette = context.theme.palette;
    let frame = Frame::NONE
        .fill(palette.surface)
        .inner_margin(Margin::symmetric(size::MARGIN as i8, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        kit::block_row(ui, kit::row(context.words), size::TARGET, |ui| {
            ui.spacing_mut().item_spacing.x = size::GRID;
            quiet(ui);
            steps(ui, context, commands);
            edit_button(ui, context, commands);
            copies(ui, context, row, commands);
            let rest = ui.available_size();
            ui.allocate_ui_with_layout(rest, kit::fill(context.words), |ui| {
                let close = typeset::icon_button(ui, icon::X, context.words.get("record-close"));
                if close.clicked() {
                    commands.push(SelectCommand::Clear);
                }
            });
        });
    });
    let line = ui.max_rect().x_range();
    ui.painter()
        .hline(line, ui.cursor().top(), Stroke::new(1.0, palette.outline));
    ui.add_space(1.0);
}

/// Buttons without a ground until the pointer is over them.
fn quiet(ui: &mut Ui) {
    let widgets = &mut ui.visuals_mut().widgets;
    widgets.inactive.weak_bg_fill = egui::Color32::TRANSPARENT;
}

fn steps(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let keys = ["record-previous", "record-next"];
    if let Some(forward) = kit::step_buttons(ui, words, keys) {
        commands.push(SelectCommand::Walk { forward });
    }
}

fn edit_button(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    ui.add_space(size::GAP);
    let name = context.words.get("action-edit");
    if typeset::icon_button(ui, icon::PENCIL_SIMPLE, name).clicked() {
        commands.push(EditCommand::Toggle);
    }
}

fn copies(ui: &mut Ui, context: &PanelContext<'_>, row: RowId, commands: &mut Commands) {
    let words = context.words;
    ui.add_space(size::GAP);
    let reveal = typeset::icon_button(ui, icon::CROSSHAIR_SIMPLE, words.get("record-reveal"));
    if reveal.clicked() {
        commands.push(SelectCommand::Reveal(row));
    }
    let cite = copy_button(
        ui,
        icon::QUOTES,
        words.get("citation"),
        "record-copy-citation",
        context,
    );
    if cite.clicked()
        && let Some(text) = citation(words, context.document.dataset, row)
    {
        commands.push(ViewCommand::Copy {
            text,
            notice: "copied-citation",
        });
    }
    let copy = copy_button(
        ui,
        icon::COPY,
        words.get("geojson"),
        "record-copy-geojson",
        context,
    );
    if copy.clicked() {
        commands.push(ViewCommand::Copy {
            text: context.document.dataset.feature(row).into_owned(),
            notice: "copied-geojson",
        });
    }
}

/// A button that says in a word what it copies where there is room, and all of it on hover.
fn copy_button(
    ui: &mut Ui,
    glyph: &str,
    word: &str,
    key: &str,
    context: &PanelContext<'_>,
) -> Response {
    let name = context.words.get(key);
    if ui.max_rect().width() < ROOMY {
        return typeset::icon_button(ui, glyph, name);
    }
    let (first, last) = if kit::is_rtl(context.words) {
        (word, glyph)
    } else {
        (glyph, word)
    };
    let text = format!("{first}  {last}");
    let text = Text::new(&text).base(Base::LeftToRight);
    let button =
        Button::new(text.small().medium().widget_text(ui)).min_size(vec2(0.0, size::TARGET));
    typeset::hint(ui.add(button).accessible_name(name), name)
}
