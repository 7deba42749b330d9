//! Claims side by side: a column for each claimant, and a mark where one denies what another upholds.

use egui::{Align, Role, Sense, Ui, WidgetInfo, vec2};

use crate::{
    command::{Commands, FilterCommand},
    model::Status,
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::{
    card::{Card, ClaimCard},
    evidence::{bar, sheet},
    lines::{heading_ui, own, worded_ui},
};

/// Least width of a column, in points.
const COLUMN: f32 = 220.0;
/// Narrower than this claims stand below one another, in points.
const BESIDE: f32 = 480.0;

/// A claimant and what is claimed, each with its place in the card.
struct Column<'a> {
    by: &'a ClaimCard,
    claims: Vec<&'a ClaimCard>,
}

/// Claims that were known at the time the analyst looks from, and how many came later.
pub(super) fn claims_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    card: &Card,
    commands: &mut Commands,
) {
    if card.claims.is_empty() {
        return;
    }
    let known: Vec<&ClaimCard> = card
        .claims
        .iter()
        .filter(|it| is_known(context, it))
        .collect();
    heading_ui(ui, context, "card-claims", Some(known.len()));
    let columns = columns(&known);
    if card.status == Some(Status::Disputed) && columns.len() > 1 {
        contradiction_ui(ui, context, context.words.get("claims-disputed"));
    }
    let shared = shared_source(&known);
    if let Some((source, title)) = shared {
        let text = context
            .words
            .with("card-claims-all-from", args!(source: source));
        source_ui(ui, context, &text, title);
    }
    let width = ui.available_width();
    let columns_in_width = (width + size::GAP) / (COLUMN + size::GAP);
    let most = if width < BESIDE {
        1
    } else {
        columns_in_width.floor().max(1.0) as usize
    };
    for row in columns.chunks(most.min(columns.len()).max(1)) {
        row_ui(ui, context, card, shared.is_some(), row, commands);
        ui.add_space(2.0);
    }
    let later = card.claims.len() - known.len();
    if later > 0 {
        let text = context.words.with("card-claims-later", args!(n: later));
        ui.add(Text::new(&text).small().weak().block());
    }
}

/// Whether a claim was known on the day from which the analyst looks.
fn is_known(context: &PanelContext<'_>, claim: &ClaimCard) -> bool {
    match (context.document.filter.known, claim.known_from) {
        (Some(known), Some(from)) => from <= known,
        _ => true,
    }
}

/// The source and its title where several claims stand in one and the same, which is then named once.
fn shared_source<'a>(claims: &[&'a ClaimCard]) -> Option<(&'a str, Option<&'a str>)> {
    let (first, others) = claims.split_first()?;
    let source = first.source.as_deref()?;
    let title = first.source_title.as_deref();
    let is_shared = |claim: &&ClaimCard| {
        claim.source.as_deref() == Some(source) && claim.source_title.as_deref() == title
    };
    (!others.is_empty() && others.iter().all(is_shared)).then_some((source, title))
}

/// Where a claim stands, without its source where that is named above all of them.
fn reference(claim: &ClaimCard, has_shared_source: bool) -> String {
    let source = claim.source.as_deref().filter(|_| !has_shared_source);
    let parts: Vec<&str> = source.into_iter().chain(claim.locator.as_deref()).collect();
    parts.join(" · ")
}

/// Claimants in the order in which they first speak.
fn columns<'a>(claims: &[&'a ClaimCard]) -> Vec<Column<'a>> {
    let mut columns: Vec<Column> = Vec::new();
    for claim in claims.iter().copied() {
        match columns.iter_mut().find(|column| column.by.by == claim.by) {
            Some(column) => column.claims.push(claim),
            None => columns.push(Column {
                by: claim,
                claims: vec![claim],
            }),
        }
    }
    columns
}

fn row_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    card: &Card,
    has_shared_source: bool,
    columns: &[Column<'_>],
    commands: &mut Commands,
) {
    let gaps = size::GAP * columns.len().saturating_sub(1) as f32;
    let width = ((ui.available_width() - gaps) / columns.len().max(1) as f32).floor();
    let layout = kit::row(context.words).with_cross_align(Align::Min);
    kit::block_row(ui, layout, 0.0, |ui| {
        ui.spacing_mut().item_spacing.x = size::GAP;
        for column in columns {
            ui.allocate_ui_with_layout(vec2(width, 0.0), kit::column(context.words), |ui| {
                ui.set_width(width);
                column_ui(ui, context, card, has_shared_source, column, commands);
            });
        }
    });
}

fn column_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    card: &Card,
    has_shared_source: bool,
    column: &Column<'_>,
    commands: &mut Commands,
) {
    let status = column.claims.first().and_then(|claim| claim.status);
    let edge = status.map_or(context.theme.palette.outline_strong, |status| {
        context.theme.status(status)
    });
    let response = sheet(context).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::GRID;
        claimant_ui(ui, context, column.by, commands);
        let own_source = shared_source(&column.claims).filter(|_| !has_shared_source);
        if let Some((source, title)) = own_source {
            source_ui(ui, context, source, title);
        }
        let is_named_above = has_shared_source || own_source.is_some();
        for (index, claim) in column.claims.iter().enumerate() {
            if index > 0 {
                ui.add_space(size::GRID);
            }
            // What several say in a row in one source has its name once, behind the last.
            let own = reference(claim, is_named_above);
            let next = column.claims.get(index + 1);
            let is_named_below = next.is_some_and(|next| reference(next, is_named_above) == own);
            let reference = if is_named_below { "" } else { &own };
            claim_ui(ui, context, card, claim, reference);
        }
    });
    bar(ui, context, response.response.rect, edge);
}

/// A line about a source, with its title under the pointer.
fn source_ui(ui: &mut Ui, context: &PanelContext<'_>, text: &str, title: Option<&str>) {
    let line = ui.add(own(context, text).small().weak());
    if let Some(title) = title {
        typeset::hint(line, title);
    }
}

/// The name; a click shows everything that the claimant says, or everybody again.
fn claimant_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    claim: &ClaimCard,
    commands: &mut Commands,
) {
    let words = context.words;
    let name = &claim.by.text;
    if claim.is_unnamed {
        worded_ui(ui, context, claim.by.fallback, Text::new(name).strong());
        return;
    }
    let is_on = context.document.filter.claimant == *name;
    let colour = if is_on {
        context.theme.palette.accent
    } else {
        context.theme.palette.text
    };
    let text = Text::new(name)
        .strong()
        .colour(colour)
        .sense(Sense::click());
    let response = ui.add(text.block());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, name));
    let hint = if is_on {
        words.get("claims-everybody").to_owned()
    } else {
        words.with("claims-only", args!(claimant: name))
    };
    if response.clicked() {
        let wanted = if is_on { String::new() } else { name.clone() };
        commands.push(FilterCommand::Claimant(wanted));
    }
    typeset::hint(response, &hint);
}

/// How well a claim is upheld, what is said, where, and whom it contradicts.
fn claim_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    card: &Card,
    claim: &ClaimCard,
    reference: &str,
) {
    if let Some(status) = claim.status {
        kit::status_badge(ui, context, status);
    }
    if let Some(says) = &claim.says {
        worded_ui(ui, context, says.fallback, Text::new(&says.text));
    }
    if !reference.is_empty() {
        source_ui(ui, context, reference, claim.source_title.as_deref());
    }
    let others = claim.contradicts.iter();
    let others = others.filter_map(|index| card.claims.get(index.index()));
    let mut names: Vec<&str> = others
        .filter(|other| is_known(context, other))
        .map(|other| other.by.text.as_str())
        .collect();
    names.dedup();
    if !names.is_empty() {
        let names = context.words.list(&names);
        let text = context
            .words
            .with("claims-contradicts", args!(claimant: &names));
        contradiction_ui(ui, context, &text);
    }
}

/// A line that says so, in the colour of what is disputed.
fn contradiction_ui(ui: &mut Ui, context: &PanelContext<'_>, text: &str) {
    let colour = context.theme.status(Status::Disputed);
    let text = format!("{} {text}", icon::SCALES);
    ui.add(own(context, &text).small().medium().colour(colour));
}
