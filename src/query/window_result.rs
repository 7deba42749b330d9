//! The rows that the window shows.

use rayon::prelude::*;

use crate::{
    data::{Dataset, Filter},
    model::{Own, Relation, RowId, RowRange, Span, Window},
    work::Progress,
};

use super::{
    counts::{Aged, Counts, Shown},
    row_mask::RowMask,
};

/// Rows that one core looks at in one go.
const CHUNK: usize = 1 << 14;

/// A row in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownRow {
    /// The row.
    pub row: RowId,
    /// Certain or possible, never out.
    pub relation: Relation,
}

/// What a filter shows of a dataset: all of it counted, and all or the first of it listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WindowResult {
    /// Dated rows in the window, placed or not; all in file order, or the first in order of time.
    pub rows: Vec<ShownRow>,
    /// Rows without a date that pass the filter; all or the first.
    pub undated: Vec<RowId>,
    /// Rows in the window that have no geometry; all or the first.
    pub unplaced: Vec<RowId>,
    /// How many rows in the window have no geometry.
    pub unplaced_in_window: usize,
    /// All records, counted.
    pub counts: Counts,
    /// Of those shown, the presences that have grown stale.
    pub aged: Aged,
}

impl WindowResult {
    /// Finds every row that `filter` shows, for whoever asks once; an [`Engine`](super::Engine) answers again and again.
    /// Looks at all rows, on every core.
    #[must_use]
    pub fn of(dataset: &Dataset, filter: &Filter) -> Self {
        let matching = RowMask::of(dataset, filter, &Progress::unwatched());
        Self::among(dataset, filter, &matching.unwrap_or_default())
    }

    /// The same, given the rows that pass the other conditions of the filter, with or without its layers.
    #[must_use]
    pub fn among(dataset: &Dataset, filter: &Filter, matching: &RowMask) -> Self {
        let rows = dataset.rows().len();
        let chunks = rows.div_ceil(CHUNK);
        let gather = |chunk: usize| {
            let end = rows.min((chunk + 1) * CHUNK);
            let rows = RowRange::new(RowId::new(chunk * CHUNK), RowId::new(end));
            Gathered::of(dataset, filter, matching, rows)
        };
        // Few rows are looked at in every frame, and no other thread is woken for them.
        let gathered: Vec<Gathered> = if chunks <= 1 {
            (0..chunks).map(gather).collect()
        } else {
            (0..chunks).into_par_iter().map(gather).collect()
        };
        let mut visible = Self {
            counts: Counts {
                records: dataset.len(),
                ..Counts::default()
            },
            ..Self::default()
        };
        let listed = gathered.iter().map(|gathered| gathered.visible.rows.len());
        visible.rows.reserve_exact(listed.sum());
        let mut layers = vec![Shown::default(); dataset.layers().len()];
        let mut files = vec![Shown::default(); dataset.parts().len()];
        for gathered in gathered {
            visible.append(gathered.visible);
            join_all(&mut layers, gathered.layers);
            join_all(&mut files, gathered.files);
        }
        visible.counts.files = files;
        visible.counts.layers = dataset.layers().iter().cloned().zip(layers).collect();
        visible
    }

    /// Counts what is known before anything is filtered: only how many records there are.
    #[must_use]
    pub fn unknown(dataset: &Dataset) -> Self {
        Self {
            counts: Counts {
                records: dataset.len(),
                ..Counts::default()
            },
            ..Self::default()
        }
    }

    /// Tells whether more rows are shown than are listed.
    #[must_use]
    pub const fn is_head(&self) -> bool {
        self.counts.shown.total() > self.rows.len()
    }

    /// Puts what later rows show behind.
    fn append(&mut self, mut later: Self) {
        self.rows.append(&mut later.rows);
        self.undated.append(&mut later.undated);
        self.unplaced.append(&mut later.unplaced);
        self.unplaced_in_window += later.unplaced_in_window;
        let (counts, more) = (&mut self.counts, later.counts);
        counts.shown.certain += more.shown.certain;
        counts.shown.possible += more.shown.possible;
        counts.out += more.out;
        counts.undated += more.undated;
        counts.unreadable += more.unreadable;
        counts.filtered += more.filtered;
        counts.unplaced += more.unplaced;
        self.aged.unconfirmed += later.aged.unconfirmed;
        self.aged.unknown += later.aged.unknown;
    }
}

/// What some rows show, the layers by their number.
#[derive(Default)]
struct Gathered {
    visible: WindowResult,
    layers: Vec<Shown>,
    /// The files in their order.
    files: Vec<Shown>,
    /// Which layers are on.
    is_on: Vec<bool>,
}

impl Gathered {
    fn of(dataset: &Dataset, filter: &Filter, matching: &RowMask, rows: RowRange) -> Self {
        let mut gathered = Self::default();
        let layers = dataset.layers();
        gathered.layers.resize(layers.len(), Shown::default());
        let files = dataset.parts().len();
        gathered.files.resize(files, Shown::default());
        gathered.is_on = layers.iter().map(|it| filter.shows_layer(it)).collect();
        rows.for_each(|row| gathered.add(dataset, filter, matching, row));
        gathered
    }

    fn add(&mut self, dataset: &Dataset, filter: &Filter, matching: &RowMask, row: RowId) {
        let columns = dataset.columns();
        let visible = &mut self.visible;
        if columns.is_gone(row) {
            return;
        }
        if !columns.readable(row) {
            visible.counts.unreadable += 1;
            return;
        }
        let is_placed = columns.position(row).is_some();
        visible.counts.unplaced += usize::from(!is_placed);
        let layer = columns.layer_index(row);
        if !*self.is_on.own(layer) || !matching.contains(row) {
            visible.counts.filtered += 1;
            return;
        }
        let Some(span) = columns.span_on(filter.clock, row) else {
            visible.counts.undated += 1;
            visible.undated.push(row);
            return;
        };
        match in_window(&span, &filter.window, filter.certain_only) {
            Relation::Out => visible.counts.out += 1,
            relation => {
                visible.counts.shown.add(relation);
                visible
                    .aged
                    .add(span.attestation(&filter.window, filter.stale));
                self.layers.own_mut(layer).add(relation);
                self.files.own_mut(dataset.part_of(row)).add(relation);
                if !is_placed {
                    visible.unplaced_in_window += 1;
                    visible.unplaced.push(row);
                }
                visible.rows.push(ShownRow { row, relation });
            }
        }
    }
}

/// Adds counts to others, each to the one in its place.
fn join_all(counts: &mut [Shown], more: Vec<Shown>) {
    for (count, more) in counts.iter_mut().zip(more) {
        count.join(more);
    }
}

fn in_window(span: &Span, window: &Window, certain_only: bool) -> Relation {
    match span.relation(window) {
        Relation::Possible { .. } if certain_only => Relation::Out,
        relation => relation,
    }
}
