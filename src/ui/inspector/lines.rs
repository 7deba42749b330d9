//! What all parts of the card are written with: headings, texts, thin lines.

use egui::{CornerRadius, Frame, Margin, Stroke, Ui, vec2};

use crate::{
    text::bidi::Base,
    theme::size,
    typeset::{Flush, Text},
    ui::{PanelContext, kit},
};

/// The heading of a part of the card, with room above.
pub(super) fn heading_ui(ui: &mut Ui, context: &PanelContext<'_>, key: &str, count: Option<usize>) {
    ui.add_space(size::GROUP);
    kit::block_row(ui, kit::row(context.words), 20.0, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add(Text::new(context.words.get(key)).heading());
        if let Some(count) = count.filter(|count| *count > 1) {
            ui.add(
                Text::new(&context.words.number(count as f64))
                    .small()
                    .weak(),
            );
        }
    });
    ui.add_space(2.0);
}

/// A block of text in the language of the program, whatever its first letter is: a number stands
/// where words would, and a name from a file does not turn the line around.
pub(super) fn own<'a>(context: &PanelContext<'_>, text: &'a str) -> Text<'a> {
    own_line(context, text).block()
}

/// The same as one line.
pub(super) fn own_line<'a>(context: &PanelContext<'_>, text: &'a str) -> Text<'a> {
    Text::new(text).base(Base::of(context.words.lang()))
}

/// A thin line between rows.
pub(super) fn hairline(ui: &mut Ui, context: &PanelContext<'_>) {
    let line = ui.available_rect_before_wrap().x_range();
    let stroke = Stroke::new(1.0, context.theme.palette.outline);
    ui.painter().hline(line, ui.cursor().top() + 1.0, stroke);
    ui.add_space(3.0);
}

/// A text over the whole width, with the tag of its language where it fell back to another.
pub(super) fn worded_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    fallback: Option<crate::model::Lang>,
    text: Text<'_>,
) {
    let Some(lang) = fallback else {
        ui.add(text.block());
        return;
    };
    kit::block_row(
        ui,
        kit::fill(context.words).with_cross_align(egui::Align::Min),
        0.0,
        |ui| {
            kit::language_tag(ui, context, lang);
            let rest = vec2(ui.available_width(), 0.0);
            ui.allocate_ui_with_layout(rest, kit::column(context.words), |ui| ui.add(text.block()));
        },
    );
}

/// Text as it stands in a file.
pub(super) fn code_ui(ui: &mut Ui, context: &PanelContext<'_>, text: &str) {
    let frame = Frame::NONE
        .fill(context.theme.palette.field)
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(Margin::same(10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let text = Text::new(text).mono().base(Base::LeftToRight);
        ui.add(text.flush(Flush::Left).block());
    });
}
