//! The tray: records that the map or the timeline cannot show, each with why.

use std::{collections::HashMap, ops::Range, sync::Arc};

use egui::{Id, Ui};

use crate::{
    command::{Commands, Dialog, Exported, FileCommand, ViewCommand},
    model::{IssueKind, PlacePrecision, RowId},
    query::method_sentence,
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{
        PanelContext, context_menu,
        kit::{self, RecordRow, Section},
    },
};

/// A list of the tray.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Tray {
    Undated,
    Unplaced,
}

impl Tray {
    /// How many records it holds.
    const fn total(self, context: &PanelContext<'_>) -> usize {
        match self {
            Self::Undated => context.answers.visible.counts.undated,
            Self::Unplaced => context.answers.visible.unplaced_in_window,
        }
    }
}

/// Unplaced records that are listed of more than can be; the table shows them all.
const MOST_UNPLACED: usize = 1_000;

pub(super) fn tray_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    sum_ui(ui, context);
    export_ui(ui, context, commands);
    list_ui(ui, context, Tray::Undated, commands);
    list_ui(ui, context, Tray::Unplaced, commands);
    issues_ui(ui, context, commands);
}

/// Every record counted once, so that none goes missing unsaid.
fn sum_ui(ui: &mut Ui, context: &PanelContext<'_>) {
    if context.answers.is_behind {
        return;
    }
    let counts = &context.answers.visible.counts;
    let undated = method_sentence::undated_key(context.document.filter.clock);
    let undated = context.words.with(undated, args!(n: counts.undated));
    let text = context.words.with(
        "tray-sum",
        args!(
            records: counts.records,
            certain: counts.shown.certain,
            possible: counts.shown.possible,
            out: counts.out,
            undated: crate::text::Arg::Own(undated.into()),
            unreadable: counts.unreadable,
            filtered: counts.filtered,
        ),
    );
    ui.add_space(size::GAP);
    ui.add(Text::new(&text).small().weak().block());
}

fn list_ui(ui: &mut Ui, context: &PanelContext<'_>, tray: Tray, commands: &mut Commands) {
    let total = tray.total(context);
    if total == 0 {
        return;
    }
    let words = context.words;
    let (id, title, hint) = match tray {
        Tray::Undated => ("undated", "tray-undated", "tray-undated-hint"),
        Tray::Unplaced => ("unplaced", "tray-unplaced", "tray-unplaced-hint"),
    };
    let section = Section {
        id,
        title: words.get(title),
        is_open: false,
    };
    let count = |ui: &mut Ui| {
        let text = words.number(total as f64);
        ui.add(Text::new(&text).small().medium().weak());
    };
    kit::section(ui, context, section, count, |ui| {
        ui.add(Text::new(words.get(hint)).small().weak().block());
        let listed = listed(ui, context, tray);
        kit::virtual_rows(ui, RecordRow::HEIGHT, listed.len(), |ui, range| {
            for item in items(ui, context, tray, &listed.rows(context, range)).iter() {
                let line = kit::record_row(ui, context, item, commands);
                context_menu::of_row(&line, context, item.row, commands);
            }
        });
        super::rows::rest_ui(ui, context, total.saturating_sub(listed.len()));
    });
}

/// The records of a list that can be walked through.
enum Listed {
    /// All of these.
    Rows(Arc<Vec<RowId>>),
    /// All undated ones, this many.
    Undated(usize),
}

impl Listed {
    fn len(&self) -> usize {
        match self {
            Self::Rows(rows) => rows.len(),
            Self::Undated(count) => *count,
        }
    }

    /// Those that lie in view.
    fn rows(&self, context: &PanelContext<'_>, range: Range<usize>) -> Vec<RowId> {
        match self {
            Self::Rows(rows) => rows.get(range).unwrap_or_default().to_vec(),
            Self::Undated(_) => context
                .answers
                .engine
                .undated(context.document.filter, range),
        }
    }
}

/// Every undated record; of the unplaced as many as are quickly found.
fn listed(ui: &Ui, context: &PanelContext<'_>, tray: Tray) -> Listed {
    let engine = context.answers.engine;
    match tray {
        Tray::Undated => Listed::Undated(context.answers.visible.counts.undated),
        Tray::Unplaced => {
            let key = (engine.id(), context.document.filter.clone());
            let id = Id::unique("unplaced rows");
            let find = || engine.unplaced(context.document.filter, MOST_UNPLACED);
            Listed::Rows(kit::memo(ui.ctx(), id, key, find))
        }
    }
}

/// Writes what both lists hold.
fn export_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    if Tray::Undated.total(context) + Tray::Unplaced.total(context) == 0 {
        return;
    }
    ui.add_space(size::GRID);
    let name = context.words.get("tray-export");
    let button = typeset::button_with_icon(ui, icon::DOWNLOAD_SIMPLE, name);
    if button.clicked() {
        commands.push(FileCommand::AskExport(Exported::Tray));
    }
    typeset::hint(button, context.words.get("action-export-tray-hint"));
}

/// What the lines in view say.
fn items(ui: &Ui, context: &PanelContext<'_>, tray: Tray, lines: &[RowId]) -> Arc<Vec<RecordRow>> {
    let reasons = reasons(ui, context, tray);
    let key = (
        context.document.dataset.revision(),
        context.words.locale(),
        lines.to_vec(),
    );
    let id = Id::unique("tray in view").with(tray);
    kit::memo(ui.ctx(), id, key, || {
        let item = |row: &RowId| {
            let line = super::rows::line(context, *row);
            let why = why(context, tray, *row, &reasons);
            let below = [line.below.as_str(), &why];
            let below: Vec<&str> = below.into_iter().filter(|text| !text.is_empty()).collect();
            RecordRow {
                below: below.join(" · "),
                ..line
            }
        };
        lines.iter().map(item).collect()
    })
}

/// Why a record is in the tray: what is wrong with it, else what its file does not say.
fn why(
    context: &PanelContext<'_>,
    tray: Tray,
    row: RowId,
    reasons: &HashMap<RowId, String>,
) -> String {
    let words = context.words;
    if let Some(reason) = reasons.get(&row) {
        return reason.clone();
    }
    match tray {
        Tray::Undated => words.get("tray-no-date").to_owned(),
        Tray::Unplaced => {
            place(context, row).unwrap_or_else(|| words.get("tray-no-place").to_owned())
        }
    }
}

/// What is known of a place that is not on the map: "Mali · Country".
fn place(context: &PanelContext<'_>, row: RowId) -> Option<String> {
    let record = context.document.dataset.record(row)?;
    let place = &record.place;
    let name = place.name.best(context.words.content());
    let name = name.map(|(name, _)| kit::set_apart(context.words, name));
    let is_known = place.precision != PlacePrecision::Unknown;
    let precision = is_known.then(|| context.words.place_precision(place.precision));
    let parts: Vec<&str> = [name.as_deref(), precision].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What is wrong with dates or geometries, by row.
fn reasons(ui: &Ui, context: &PanelContext<'_>, tray: Tray) -> Arc<HashMap<RowId, String>> {
    let key = (context.document.dataset.revision(), context.words.locale());
    let id = Id::unique("tray reasons").with(tray);
    kit::memo(ui.ctx(), id, key, || {
        let mut reasons = HashMap::new();
        for filed in context.document.dataset.issues() {
            let Some(row) = filed.row.filter(|_| concerns(tray, filed.issue.kind)) else {
                continue;
            };
            let what = context.words.issue(filed.issue.kind);
            let value = filed.issue.value.as_ref();
            reasons.entry(row).or_insert_with(|| {
                context
                    .words
                    .with("tray-issue", args!(value: value, what: what))
            });
        }
        reasons
    })
}

const fn concerns(tray: Tray, kind: IssueKind) -> bool {
    match tray {
        Tray::Undated => kind.is_of_date(),
        Tray::Unplaced => kind.is_of_place(),
    }
}

/// Records that cannot be read are counted here; the list of issues says what is wrong with each.
fn issues_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let unreadable = context.answers.visible.counts.unreadable;
    let issues = context.document.dataset.issues().len();
    if issues == 0 {
        return;
    }
    ui.add_space(size::GAP);
    if unreadable > 0 {
        let text = context.words.with("tray-unreadable", args!(n: unreadable));
        let warning = context.theme.palette.warning;
        ui.add(Text::new(&text).colour(warning).block());
    }
    let button = context.words.with("tray-issues", args!(n: issues));
    if typeset::button(ui, &button).clicked() {
        commands.push(ViewCommand::Show(Dialog::Issues));
    }
}
