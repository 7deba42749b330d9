//! Rows for the clipboard: as a table for a spreadsheet, and as GeoJSON.

use crate::model::RowId;
use crate::{
    command::{Commands, ViewCommand},
    text::{bidi, formula},
    ui::PanelContext,
};

use super::{
    cells::of_row,
    heading::heading_key,
    marked::{MOST, Marked},
};

/// What rows are copied as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CopyForm {
    /// Cells between tabs, with the headings above.
    Table,
    /// A collection of the features, byte for byte.
    GeoJson,
}

/// Copies the marked rows, or all when none is, up to as many as can be marked.
pub(super) fn copy(
    context: &PanelContext<'_>,
    marked: &Marked,
    form: CopyForm,
    commands: &mut Commands,
) {
    let rows: Vec<RowId> = marked
        .among(context.answers.ordered.rows)
        .take(MOST)
        .collect();
    let (text, notice) = match form {
        CopyForm::Table => (as_table(context, &rows), "table-copied"),
        CopyForm::GeoJson => (as_geojson(context, &rows), "table-copied-geojson"),
    };
    commands.push(ViewCommand::Copy { text, notice });
}

fn as_table(context: &PanelContext<'_>, rows: &[RowId]) -> String {
    let facets: Vec<_> = context
        .settings
        .table
        .shown()
        .map(|column| column.facet)
        .collect();
    let headings = facets
        .iter()
        .map(|facet| context.words.get(heading_key(*facet)));
    let mut lines = vec![headings.collect::<Vec<_>>().join("\t")];
    for row in rows {
        let cells = of_row(context, *row);
        let cell = |facet: &crate::query::TableColumn| plain(cells.text(*facet));
        lines.push(facets.iter().map(cell).collect::<Vec<_>>().join("\t"));
    }
    lines.join("\n")
}

/// The text of a cell as a spreadsheet takes it: one line, without invisible characters, and never a
/// formula.
fn plain(text: &str) -> String {
    let line = bidi::without_controls(text).replace(['\t', '\n', '\r'], " ");
    formula::guarded(&line).into_owned()
}

fn as_geojson(context: &PanelContext<'_>, rows: &[RowId]) -> String {
    let features: Vec<_> = rows
        .iter()
        .map(|row| context.document.dataset.feature(*row))
        .collect();
    let features = features.join(",\n");
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{features}\n]}}\n")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_cell_is_one_line_and_never_a_formula() {
        assert_eq!(plain("a\tb\nc"), "a b c");
        assert_eq!(plain("=1+1"), "'=1+1");
        assert_eq!(plain("\u{2068}Moura\u{2069}"), "Moura");
    }
}
