//! The documents that carry the claims.

use egui::{CornerRadius, Frame, Margin, Stroke, StrokeKind, Ui, vec2};

use crate::{
    command::{Commands, FilterCommand, ViewCommand},
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::{
    card::{Card, SourceCard},
    lines::{heading_ui, own, own_line, worded_ui},
};

/// A bar of colour where the lines of a card begin.
pub(super) fn bar(
    ui: &Ui,
    context: &PanelContext<'_>,
    rect: egui::Rect,
    colour: crate::theme::Colour,
) {
    let mut bar = rect.shrink2(vec2(0.0, 8.0));
    if kit::is_rtl(context.words) {
        bar.min.x = rect.max.x - 3.0;
    } else {
        bar.max.x = rect.min.x + 3.0;
    }
    ui.painter().rect_filled(bar, CornerRadius::same(1), colour);
}

/// A small card on the ground of the panel.
pub(super) fn sheet(context: &PanelContext<'_>) -> Frame {
    let palette = context.theme.palette;
    Frame::NONE
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, palette.outline))
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(Margin::symmetric(12, 10))
}

/// The documents that were published on the day from which the analyst looks, and how many came later.
pub(super) fn sources_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    card: &Card,
    commands: &mut Commands,
) {
    if card.sources.is_empty() {
        return;
    }
    let is_known = |source: &&SourceCard| match (context.document.filter.known, source.known_from) {
        (Some(known), Some(from)) => from <= known,
        _ => true,
    };
    let known: Vec<&SourceCard> = card.sources.iter().filter(is_known).collect();
    heading_ui(ui, context, "card-sources", Some(known.len()));
    for source in &known {
        source_ui(ui, context, source, commands);
        ui.add_space(2.0);
    }
    let later = card.sources.len() - known.len();
    if later > 0 {
        let text = context.words.with("card-sources-later", args!(n: later));
        ui.add(Text::new(&text).small().weak().block());
    }
}

/// Shows everything that cites a source, or all sources again.
fn only_source_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    source: &SourceCard,
    commands: &mut Commands,
) {
    let is_on = context.document.filter.source == source.id;
    let key = if is_on {
        "claims-all-sources"
    } else {
        "claims-only-source"
    };
    let name = context.words.get(key);
    let link = typeset::link(ui, &format!("{} {name}", icon::FUNNEL));
    if link.accessible_name(name).clicked() {
        let wanted = if is_on {
            String::new()
        } else {
            source.id.clone()
        };
        commands.push(FilterCommand::Source(wanted));
    }
}

fn source_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    source: &SourceCard,
    commands: &mut Commands,
) {
    sheet(context).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let title = Text::new(&source.title.text).medium();
        worded_ui(ui, context, source.title.fallback, title);
        kit::wrapped_row(ui, context.words, vec2(size::GAP, 2.0), |ui| {
            ui.add(own_line(context, &source.publisher).small());
            if let Some(language) = &source.language {
                source_language_ui(ui, context, language);
            }
        });
        for text in [&source.published, &source.repeats].into_iter().flatten() {
            ui.add(own(context, text).small().weak());
        }
        if let Some(note) = &source.note {
            worded_ui(
                ui,
                context,
                note.fallback,
                Text::new(&note.text).small().weak(),
            );
        }
        only_source_ui(ui, context, source, commands);
        for address in &source.addresses {
            let Some(url) = &address.url else {
                ui.add(own(context, &address.text).small().weak());
                continue;
            };
            let text = format!("{} {}", address.text, icon::ARROW_SQUARE_OUT);
            let link = typeset::link(ui, &text).accessible_name(&address.text);
            if link.clicked() {
                commands.push(ViewCommand::AskLink(url.clone()));
            }
        }
    });
}

/// The tag of the language that a document is written in.
fn source_language_ui(ui: &mut Ui, context: &PanelContext<'_>, language: &str) {
    let name = crate::model::Lang::from_tag(language).map(|lang| context.words.language(lang));
    let text = Text::new(language).small().weak();
    let response = ui.add(text);
    ui.painter().rect_stroke(
        response.rect.expand2(vec2(3.0, -1.0)),
        CornerRadius::same(4),
        Stroke::new(1.0, context.theme.palette.outline),
        StrokeKind::Outside,
    );
    if let Some(name) = name {
        typeset::hint(response, name);
    }
}
