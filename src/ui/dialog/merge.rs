//! Two codings of the same records: where they differ, side by side; how often they agree; what only theirs has.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Id, ScrollArea, Ui, vec2};
use serde_json::Value;

use crate::{
    command::{Commands, EditCommand, MergeChoice, ViewCommand},
    data::{FieldAgreement, FieldDifference, SourceFile},
    text::{Catalogue, args},
    theme::size,
    typeset::{self, Text},
    ui::{MergeView, PanelContext, kit},
};

use super::header;

/// Height of a difference in points.
const DIFFERENCE: f32 = 108.0;
/// Height of a line of the other lists.
const LINE: f32 = 32.0;
/// Letters of a value that are shown.
const SHOWN: usize = 400;
/// Share of the width that the name of a field has, and that each figure has.
const NAME: f32 = 0.36;
const FIGURE: f32 = 0.16;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum List {
    #[default]
    Differences,
    Agreement,
    New,
}

/// What was chosen up to now.
#[derive(Clone, Debug, Default)]
struct Chosen {
    list: List,
    taken: BTreeMap<usize, MergeChoice>,
    new: BTreeSet<usize>,
}

pub(super) fn merge_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    header(ui, context, commands, words.get("merge-title"));
    let Some(view) = context.chrome.merging else {
        return;
    };
    let found = view.agreement;
    let [ours, theirs] = view.names;
    let args = args!(
        ours: ours, theirs: theirs, both: found.both,
        mine: found.only_ours.len(), new: found.only_theirs.len()
    );
    ui.add(Text::new(&words.with("merge-explain", args)).weak().block());
    ui.add_space(size::GAP);
    // Another pair of files has other choices.
    let pair = (
        context.document.dataset.revision(),
        &view.theirs.name,
        found.both,
        found.differences.len(),
    );
    let id = Id::unique("choices of the merge dialog").with(pair);
    let mut chosen: Chosen = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    tabs_ui(ui, context, view, &mut chosen);
    ui.separator();
    let height = (ui.available_height() - size::TARGET - 2.0 * size::GROUP).max(3.0 * LINE);
    let area = ScrollArea::vertical()
        .id_salt(chosen.list as usize)
        .max_height(height)
        .auto_shrink([false, false]);
    kit::scroll(ui, words, area, |ui| match chosen.list {
        List::Differences => {
            kit::virtual_rows(ui, DIFFERENCE, found.differences.len(), |ui, rows| {
                for at in rows {
                    if let Some(difference) = found.differences.get(at) {
                        difference_ui(ui, context, view, at, difference, &mut chosen.taken);
                    }
                }
            });
        }
        List::Agreement => agreement_ui(ui, context, view),
        List::New => {
            kit::virtual_rows(ui, LINE, found.only_theirs.len(), |ui, rows| {
                for place in rows.filter_map(|at| found.only_theirs.get(at)) {
                    new_ui(ui, context, view.theirs, *place, &mut chosen.new);
                }
            });
        }
    });
    ui.add_space(size::GAP);
    buttons_ui(ui, context, view, &mut chosen, commands);
    ui.data_mut(|data| data.insert_temp(id, chosen));
}

fn tabs_ui(ui: &mut Ui, context: &PanelContext, view: MergeView<'_>, chosen: &mut Chosen) {
    let words = context.words;
    let found = view.agreement;
    kit::line(ui, words, |ui| {
        for (list, key, n) in [
            (
                List::Differences,
                "merge-differences",
                found.differences.len(),
            ),
            (List::New, "merge-new", found.only_theirs.len()),
            (List::Agreement, "merge-agreement", found.fields.len()),
        ] {
            let name = words.with(key, args!(n: n));
            if typeset::selectable(ui, chosen.list == list, &name).clicked() {
                chosen.list = list;
            }
        }
    });
}

/// A value in which the two differ: both, and what is to stand.
fn difference_ui(
    ui: &mut Ui,
    context: &PanelContext,
    view: MergeView<'_>,
    at: usize,
    difference: &FieldDifference,
    taken: &mut BTreeMap<usize, MergeChoice>,
) {
    let words = context.words;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), DIFFERENCE),
        kit::column(words),
        |ui| {
            ui.set_min_height(DIFFERENCE);
            ui.spacing_mut().item_spacing.y = 2.0;
            let [place, _] = difference.places;
            let title = title_of(words, view.ours, place);
            let name = difference.path.steps().last().map_or("", String::as_str);
            let field = field_name(words, name);
            let line = args!(record: title.as_str(), field: field.as_str());
            ui.add(
                Text::new(&words.with("merge-line", line))
                    .strong()
                    .truncate(),
            );
            let changed = match (difference.changed.ours, difference.changed.theirs) {
                (true, true) => "merge-changed-both",
                (true, false) => "merge-changed-ours",
                (false, true) => "merge-changed-theirs",
                (false, false) => "merge-changed-unknown",
            };
            ui.add(Text::new(words.get(changed)).small().weak().truncate());
            let own = taken.get(&at).copied();
            let mut next = own;
            let [ours, theirs] = &difference.values;
            for (who, value, choice) in [
                (view.names[0], ours, MergeChoice::Ours),
                (view.names[1], theirs, MergeChoice::Theirs),
            ] {
                let said = said(words, value.as_ref());
                let line = words.with("edit-item-pair", args!(one: who, other: said.as_str()));
                if typeset::selectable(ui, own == Some(choice), &line).clicked() {
                    next = (own != Some(choice)).then_some(choice);
                }
            }
            let both =
                typeset::selectable(ui, own == Some(MergeChoice::Both), words.get("merge-both"));
            if typeset::hint(both, words.get("merge-both-hint")).clicked() {
                next = (own != Some(MergeChoice::Both)).then_some(MergeChoice::Both);
            }
            match next {
                Some(choice) => taken.insert(at, choice),
                None => taken.remove(&at),
            };
        },
    );
}

/// How often the two agree, a field a line.
fn agreement_ui(ui: &mut Ui, context: &PanelContext, view: MergeView<'_>) {
    let words = context.words;
    ui.add(
        Text::new(words.get("merge-agreement-explain"))
            .small()
            .weak()
            .block(),
    );
    let heads = [
        "merge-field",
        "merge-compared",
        "merge-same",
        "merge-kappa",
        "merge-overlap",
    ];
    line_ui(ui, words, &heads.map(|key| words.get(key).to_owned()), true);
    for (name, agreement) in &view.agreement.fields {
        let FieldAgreement {
            compared,
            same,
            kappa,
            overlap,
        } = agreement;
        let share = *same as f64 / (*compared).max(1) as f64;
        let two_digits = |value: f64| words.number((value * 100.0).round() / 100.0);
        let none = || "–".to_owned();
        let percent = |share: f64| {
            words.with(
                "merge-percent",
                args!(percent: (share * 100.0).round() as i64),
            )
        };
        let cells = [
            field_name(words, name),
            words.number(*compared as f64),
            percent(share),
            kappa.map_or_else(none, two_digits),
            overlap.map_or_else(none, percent),
        ];
        line_ui(ui, words, &cells, false);
    }
}

/// A line of the table of agreement.
fn line_ui(ui: &mut Ui, words: &Catalogue, cells: &[String; 5], is_head: bool) {
    let width = ui.available_width();
    kit::block_row(ui, kit::row(words), LINE, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (at, cell) in cells.iter().enumerate() {
            let share = if at == 0 { NAME } else { FIGURE };
            ui.allocate_ui_with_layout(vec2(width * share, LINE), kit::row(words), |ui| {
                ui.set_min_width(width * share);
                let text = Text::new(cell).truncate();
                ui.add(if is_head { text.small().medium() } else { text });
            });
        }
    });
}

fn new_ui(
    ui: &mut Ui,
    context: &PanelContext,
    theirs: &SourceFile,
    place: usize,
    new: &mut BTreeSet<usize>,
) {
    let title = title_of(context.words, theirs, place);
    let mut is_on = new.contains(&place);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), LINE),
        kit::row(context.words),
        |ui| {
            if typeset::toggle(ui, &mut is_on, &title).changed() {
                if is_on {
                    new.insert(place);
                } else {
                    new.remove(&place);
                }
            }
        },
    );
}

fn buttons_ui(
    ui: &mut Ui,
    context: &PanelContext,
    view: MergeView<'_>,
    chosen: &mut Chosen,
    commands: &mut Commands,
) {
    let words = context.words;
    let found = view.agreement;
    let only_theirs = |(_, it): &(usize, &FieldDifference)| it.changed.theirs && !it.changed.ours;
    let theirs = found.differences.iter().enumerate().filter(only_theirs);
    let theirs: Vec<usize> = theirs.map(|(at, _)| at).collect();
    let n = chosen.taken.len() + chosen.new.len();
    kit::line(ui, words, |ui| {
        let apply = |ui: &mut Ui| typeset::button(ui, &words.with("merge-apply", args!(n: n)));
        if ui.add_enabled_ui(n > 0, apply).inner.clicked() {
            commands.push(EditCommand::Merge {
                taken: std::mem::take(&mut chosen.taken).into_iter().collect(),
                new: std::mem::take(&mut chosen.new).into_iter().collect(),
            });
        }
        if !theirs.is_empty() {
            let name = words.with("merge-take-theirs", args!(n: theirs.len()));
            let take = typeset::button(ui, &name);
            if typeset::hint(take, words.get("merge-take-theirs-hint")).clicked() {
                chosen
                    .taken
                    .extend(theirs.iter().map(|at| (*at, MergeChoice::Theirs)));
            }
        }
        if chosen.list == List::New && !found.only_theirs.is_empty() {
            let name = words.with("merge-take-new", args!(n: found.only_theirs.len()));
            if typeset::button(ui, &name).clicked() {
                chosen.new.extend(&found.only_theirs);
            }
        }
        if typeset::button(ui, words.get("cancel")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
}

/// What a record is called, in the language of what is shown where it has that.
fn title_of(words: &Catalogue, part: &SourceFile, place: usize) -> String {
    let text = part.spans.get(place).map_or("", |span| part.slice(&span));
    let feature: Value = serde_json::from_str(text).unwrap_or_default();
    let own = format!("/properties/title:{}", words.content().code());
    let title = [own.as_str(), "/properties/title", "/id"].into_iter();
    let mut title = title.filter_map(|path| feature.pointer(path)?.as_str());
    title.next().unwrap_or("–").to_owned()
}

/// What the form calls a property; what the file calls it where the form has no word.
fn field_name(words: &Catalogue, name: &str) -> String {
    let (base, lang) = name
        .split_once(':')
        .map_or((name, None), |(base, lang)| (base, Some(lang)));
    let key = format!("edit-field-{}", base.replace('_', "-"));
    let known = words.find(&key).unwrap_or(base);
    match lang.and_then(crate::model::Lang::from_tag) {
        Some(lang) => words.with(
            "edit-in-language",
            args!(name: known, language: words.language(lang)),
        ),
        None => known.to_owned(),
    }
}

fn said(words: &Catalogue, value: Option<&Value>) -> String {
    let text = match value {
        None => return words.get("merge-says-nothing").to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    };
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
