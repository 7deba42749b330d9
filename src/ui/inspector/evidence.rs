//! Claims side by side, and the documents that carry them.

use egui::{CornerRadius, Frame, Margin, Stroke, StrokeKind, Ui, vec2};

use crate::{
    command::{Commands, ViewCommand},
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{Scene, kit},
};

use super::{
    body::{heading_ui, own, own_line},
    card::{Card, ClaimCard, SourceCard},
    head::worded_ui,
};

/// Claims that were known at the time the analyst looks from, and how many came later.
pub(super) fn claims_ui(ui: &mut Ui, scene: &Scene<'_>, card: &Card) {
    let is_known = |claim: &&ClaimCard| match (scene.filter.known, claim.known_from) {
        (Some(known), Some(from)) => from <= known,
        _ => true,
    };
    if card.claims.is_empty() {
        return;
    }
    let known: Vec<&ClaimCard> = card.claims.iter().filter(is_known).collect();
    heading_ui(ui, scene, "card-claims", Some(known.len()));
    for claim in &known {
        claim_ui(ui, scene, claim);
        ui.add_space(2.0);
    }
    let later = card.claims.len() - known.len();
    if later > 0 {
        let text = scene.words.with("card-claims-later", args!(n: later));
        ui.add(Text::new(&text).small().weak().block());
    }
}

/// One claimant: the name, how well the claim is upheld, what is said, where.
fn claim_ui(ui: &mut Ui, scene: &Scene<'_>, claim: &ClaimCard) {
    let edge = claim
        .status
        .map_or(scene.theme.palette.outline_strong, |status| {
            scene.theme.status(status)
        });
    let frame = sheet(scene);
    let response = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::GRID;
        let layout = kit::fill(scene.words).with_cross_align(egui::Align::Min);
        kit::block_row(ui, layout, 0.0, |ui| {
            if let Some(status) = claim.status {
                kit::status_badge(ui, scene, status);
            }
            let rest = vec2(ui.available_width(), 0.0);
            ui.allocate_ui_with_layout(rest, kit::column(scene.words), |ui| {
                ui.add_space(2.0);
                worded_ui(
                    ui,
                    scene,
                    claim.by.fallback,
                    Text::new(&claim.by.text).strong(),
                );
            });
        });
        if let Some(says) = &claim.says {
            worded_ui(ui, scene, says.fallback, Text::new(&says.text));
        }
        if !claim.reference.is_empty() {
            let reference = ui.add(own(scene, &claim.reference).small().weak());
            if let Some(title) = &claim.source_title {
                typeset::hint(reference, title);
            }
        }
    });
    bar(ui, scene, response.response.rect, edge);
}

/// A bar of colour where the lines of a card begin.
fn bar(ui: &Ui, scene: &Scene<'_>, rect: egui::Rect, colour: crate::theme::Colour) {
    let mut bar = rect.shrink2(vec2(0.0, 8.0));
    if kit::is_rtl(scene.words) {
        bar.min.x = rect.max.x - 3.0;
    } else {
        bar.max.x = rect.min.x + 3.0;
    }
    ui.painter().rect_filled(bar, CornerRadius::same(1), colour);
}

/// A small card on the ground of the panel.
fn sheet(scene: &Scene<'_>) -> Frame {
    let palette = scene.theme.palette;
    Frame::NONE
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, palette.outline))
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(Margin::symmetric(12, 10))
}

pub(super) fn sources_ui(ui: &mut Ui, scene: &Scene<'_>, card: &Card, commands: &mut Commands) {
    if card.sources.is_empty() {
        return;
    }
    heading_ui(ui, scene, "card-sources", Some(card.sources.len()));
    for source in &card.sources {
        source_ui(ui, scene, source, commands);
        ui.add_space(2.0);
    }
}

fn source_ui(ui: &mut Ui, scene: &Scene<'_>, source: &SourceCard, commands: &mut Commands) {
    sheet(scene).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let title = Text::new(&source.title.text).medium();
        worded_ui(ui, scene, source.title.fallback, title);
        kit::wrapped_row(ui, scene.words, vec2(size::GAP, 2.0), |ui| {
            ui.add(own_line(scene, &source.publisher).small());
            if let Some(language) = &source.language {
                source_language_ui(ui, scene, language);
            }
        });
        for text in [&source.published, &source.repeats].into_iter().flatten() {
            ui.add(own(scene, text).small().weak());
        }
        if let Some(note) = &source.note {
            worded_ui(
                ui,
                scene,
                note.fallback,
                Text::new(&note.text).small().weak(),
            );
        }
        for address in &source.addresses {
            let text = format!("{} {}", address.text, icon::ARROW_SQUARE_OUT);
            if typeset::link(ui, &text).clicked() {
                commands.push(ViewCommand::AskLink(address.url.clone()));
            }
        }
    });
}

/// The tag of the language that a document is written in.
fn source_language_ui(ui: &mut Ui, scene: &Scene<'_>, language: &str) {
    let name = crate::model::Lang::from_tag(language).map(|lang| scene.words.language(lang));
    let text = Text::new(language).small().weak();
    let response = ui.add(text);
    ui.painter().rect_stroke(
        response.rect.expand2(vec2(3.0, -1.0)),
        CornerRadius::same(4),
        Stroke::new(1.0, scene.theme.palette.outline),
        StrokeKind::Outside,
    );
    if let Some(name) = name {
        typeset::hint(response, name);
    }
}
