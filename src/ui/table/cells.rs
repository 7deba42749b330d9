//! What the cells of a row say.

use std::sync::Arc;

use egui::{Id, Ui};

use crate::{
    model::{Bounds, Layer, RowId, bounds::day_of},
    query::{
        Audience, ShownRow, TableColumn,
        marks::{self, Certainty},
        text_of,
    },
    text::{Catalogue, args, dates},
    ui::{PanelContext, kit},
};

/// A row of the table in words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowCells {
    pub row: RowId,
    pub layer: Layer,
    /// How its mark is drawn; `None` when it does not show in the window any more, which lasts as
    /// long as the next order is under way.
    pub certainty: Option<Certainty>,
    texts: [String; TableColumn::ALL.len()],
    /// The whole date, for the hint.
    pub whole_date: String,
    /// The title and that it was written later than the day looked from, for the hint; empty where it was not.
    pub written_later: String,
}

impl RowCells {
    /// The text of a cell; empty where the record says nothing.
    pub(super) fn text(&self, facet: TableColumn) -> &str {
        let index = TableColumn::ALL.iter().position(|known| *known == facet);
        index
            .and_then(|index| self.texts.get(index))
            .map_or("", String::as_str)
    }

    /// What the row is read out as: what, when, where.
    pub(super) fn spoken(&self) -> String {
        let parts = [
            TableColumn::Title,
            TableColumn::Date,
            TableColumn::Place,
            TableColumn::Certainty,
        ];
        let parts = parts.map(|facet| self.text(facet));
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }
}

/// The cells of the rows in view; made anew when other rows come into view.
pub(super) fn cells(ui: &Ui, context: &PanelContext<'_>, rows: &[RowId]) -> Arc<Vec<RowCells>> {
    let filter = context.document.filter;
    let key = (
        context.document.dataset.revision(),
        context.words.locale(),
        filter.clone(),
        rows.to_vec(),
    );
    kit::memo(ui.ctx(), Id::unique("table in view"), key, || {
        rows.iter().map(|row| of_row(context, *row)).collect()
    })
}

/// The cells of one row.
pub(super) fn of_row(context: &PanelContext<'_>, row: RowId) -> RowCells {
    let record = context.document.dataset.record(row);
    let certainty = certainty(context, row);
    let layer = record
        .as_ref()
        .map_or(Layer::Context, |record| record.layer.clone());
    let date = record.as_ref().and_then(|record| record.date.as_ref());
    let kind = record.as_ref().map(|record| record.kind);
    let whole_date = date.zip(kind).map(|(date, kind)| {
        format!(
            "{}\n{}",
            dates::in_words(context.words, date, kind),
            date.text()
        )
    });
    let remark = record
        .as_ref()
        .and_then(|it| kit::written_later(context, it));
    let written_later = remark.map(|remark| {
        let title = kit::title(context.words, context.document.dataset, row).text;
        format!("{title}\n{remark}")
    });
    RowCells {
        row,
        written_later: written_later.unwrap_or_default(),
        texts: TableColumn::ALL.map(|facet| text(context, row, facet).unwrap_or_default()),
        layer,
        certainty,
        whole_date: whole_date.unwrap_or_default(),
    }
}

fn certainty(context: &PanelContext<'_>, row: RowId) -> Option<Certainty> {
    let relation = context.relation(row)?;
    let shown = ShownRow { row, relation };
    Some(marks::certainty(
        context.document.dataset,
        context.document.filter,
        shown,
    ))
}

fn text(context: &PanelContext<'_>, row: RowId, facet: TableColumn) -> Option<String> {
    let words = context.words;
    let record = context.document.dataset.record(row)?;
    match facet {
        TableColumn::Date => kit::date(words, context.document.dataset, row),
        TableColumn::Title => Some(kit::title(words, context.document.dataset, row).text),
        TableColumn::Layer => Some(words.layer(&record.layer).to_owned()),
        TableColumn::Status => kit::status_text(context, &record),
        TableColumn::Certainty => {
            let text = certainty_text(words, certainty(context, row)?);
            Some(dates::capitalised(&text))
        }
        TableColumn::Reported => Some(day_text(words, context.document.dataset.reported(&record)?)),
        TableColumn::Actors | TableColumn::Place | TableColumn::Sources => {
            let reader = Audience {
                lang: words.content(),
                known: context.document.filter.known,
            };
            text_of(context.document.dataset, &record, facet, reader)
        }
    }
}

fn certainty_text(words: &Catalogue, certainty: Certainty) -> String {
    match certainty {
        Certainty::Certain => words.get("certain").to_owned(),
        Certainty::Possible { weight } => {
            let percent = (weight * 100.0).round().clamp(1.0, 100.0);
            words.with("table-possible", args!(percent: percent as i64))
        }
        Certainty::Unconfirmed => words.get("legend-unconfirmed").to_owned(),
        Certainty::Unknown => words.get("legend-unknown").to_owned(),
    }
}

fn day_text(words: &Catalogue, bounds: Bounds) -> String {
    let (first, last) = (day_of(bounds.earliest), day_of(bounds.latest));
    dates::span_short(words, first, last)
}
