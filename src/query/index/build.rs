//! From columns to an index.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::{
    data::{Columns, sort_apart},
    model::{Clock, Own, PlacePrecision, RowId, Span},
    query::RowMask,
    work::Progress,
};

use super::{
    Index,
    chain::Chain,
    general::GeneralGroup,
    group::{ChainGroup, Placed},
    morton::MortonCode,
    partition::{Home, Occurring, Partition, partition},
    totals::Fixed,
    wavelet::{Wavelet, sorted_by_key},
    work::{ROWS_BETWEEN_REPORTS, Work},
};

/// Each row is sorted into its layer, then into its chain, then by place, and then it has its tree.
const STEPS: usize = 4;

/// The span by which each row is counted, when it has one.
pub type SpanOfRow<'a> = dyn Fn(RowId) -> Option<Span> + Sync + 'a;

/// Rows and the spans by which they are counted.
#[derive(Clone, Copy)]
struct Dated<'a> {
    columns: &'a Columns,
    span: &'a SpanOfRow<'a>,
}

impl Index {
    /// Builds the index of the rows that `keep` lets pass (`None`: of all), which should hold every filter but window
    /// and layers; those are asked for with each query. Time runs on `clock`.
    ///
    /// Reports steps done and steps in all to `progress` now and then, from several threads; gives up with `None` when
    /// that says no. Costs O(rows log rows) time and about 20 bytes a row.
    #[must_use]
    pub fn build(
        columns: &Columns,
        clock: Clock,
        keep: Option<&RowMask>,
        progress: &Progress,
    ) -> Option<Self> {
        Self::build_by(columns, &|row| columns.span_on(clock, row), keep, progress)
    }

    /// Builds an index as [`Index::build`] does, with each row counted by the span that `span` gives it.
    #[must_use]
    pub fn build_by(
        columns: &Columns,
        span: &SpanOfRow<'_>,
        keep: Option<&RowMask>,
        progress: &Progress,
    ) -> Option<Self> {
        let keep = |row| keep.is_none_or(|keep| keep.contains(row));
        Self::build_of(columns, span, columns.rows(), &keep, progress)
    }

    /// Builds an index of some rows, of which it keeps those that it is told to.
    pub(super) fn build_of(
        columns: &Columns,
        span: &SpanOfRow<'_>,
        rows: impl ExactSizeIterator<Item = RowId>,
        keep: &dyn Fn(RowId) -> bool,
        progress: &Progress,
    ) -> Option<Self> {
        let work = Work::new(rows.len() * STEPS, progress);
        let dated = Dated { columns, span };
        let (fixed, shelves) = shelve(dated, rows, keep, &work)?;
        let groups: Option<Vec<Groups>> = shelves
            .into_par_iter()
            .map(|shelf| shelf.groups(dated, &work))
            .collect();
        let mut index = Self {
            id: next_id(),
            layer_names: columns.layer_names().to_vec(),
            read: fixed.clone(),
            fixed,
            ..Self::default()
        };
        for groups in groups? {
            index.chains.extend(groups.chains.into_iter().map(Arc::new));
            index.generals.extend(groups.general.map(Arc::new));
        }
        Some(index)
    }
}

/// Gives each index a number of its own, so that cells of one are not counted in another.
pub(super) fn next_id() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// The dated rows of one layer, all placed or all unplaced.
struct Shelf {
    layer: u16,
    is_placed: bool,
    rows: Vec<RowId>,
}

/// Sorts the rows by layer and counts those that no window shows.
fn shelve(
    dated: Dated<'_>,
    rows: impl ExactSizeIterator<Item = RowId>,
    keep: &dyn Fn(RowId) -> bool,
    work: &Work<'_>,
) -> Option<(Fixed, Vec<Shelf>)> {
    let columns = dated.columns;
    let layers = columns.layer_names().len();
    let mut fixed = Fixed {
        dated: vec![0; layers],
        undated: vec![0; layers],
        ..Fixed::default()
    };
    let mut shelves: Vec<Shelf> = (0..layers as u16)
        .flat_map(|layer| [(layer, false), (layer, true)])
        .map(|(layer, is_placed)| Shelf {
            layer,
            is_placed,
            rows: Vec::new(),
        })
        .collect();
    let count = rows.len();
    for (at, row) in rows.enumerate() {
        if at % ROWS_BETWEEN_REPORTS == 0 {
            work.advance(ROWS_BETWEEN_REPORTS.min(count - at))?;
        }
        if let Some((layer, is_placed)) = fixed.file(dated, keep, row) {
            let shelf = 2 * usize::from(layer) + usize::from(is_placed);
            shelves.own_mut(shelf).rows.push(row);
        }
    }
    shelves.retain(|shelf| !shelf.rows.is_empty());
    Some((fixed, shelves))
}

impl Fixed {
    /// Counts a row; its layer and whether it is placed, when a window may show it.
    fn file(
        &mut self,
        Dated { columns, span }: Dated<'_>,
        keep: &dyn Fn(RowId) -> bool,
        row: RowId,
    ) -> Option<(u16, bool)> {
        if columns.is_gone(row) {
            return None;
        }
        self.records += 1;
        if !columns.readable(row) {
            self.unreadable += 1;
            return None;
        }
        let is_placed = columns.position(row).is_some();
        self.unplaced += usize::from(!is_placed);
        let is_in_cell = is_placed && !is_country(columns, row);
        if !keep(row) {
            self.filtered += 1;
            return None;
        }
        let layer = columns.layer_index(row);
        let is_dated = span(row).is_some();
        let counts = if is_dated {
            &mut self.dated
        } else {
            &mut self.undated
        };
        *counts.own_mut(layer) += 1;
        is_dated.then_some((layer, is_in_cell))
    }
}

/// Tells whether a row is known to a country only, so that no cell of the map is its place.
fn is_country(columns: &Columns, row: RowId) -> bool {
    columns.precision(row) == PlacePrecision::Country
}

/// The groups that the rows of a shelf make.
struct Groups {
    chains: Vec<ChainGroup>,
    general: Option<GeneralGroup>,
}

/// A row on its way into a group.
#[derive(Clone, Copy)]
struct KeyedRow {
    code: MortonCode,
    row: RowId,
    /// Its rank in the chain, or in the general group the number of its span.
    key: u32,
}

impl Shelf {
    fn groups(self, dated: Dated<'_>, work: &Work<'_>) -> Option<Groups> {
        let spans = different_spans(&self.rows, dated, work)?;
        work.advance(self.rows.len())?;
        let partition = partition(&spans.different);
        let (members, strays) = self.entries(dated.columns, &spans, &partition, work)?;
        let spans = spans.different;
        let chains = partition.chains;
        let (layer, is_placed) = (self.layer, self.is_placed);
        let chains: Option<Vec<ChainGroup>> = chains
            .into_par_iter()
            .zip(members)
            .map(|(chain, entries)| {
                let spans: Vec<Span> = chain
                    .iter()
                    .map(|number| spans.own(*number as usize).span)
                    .collect();
                chain_group(layer, is_placed, &spans, entries, work)
            })
            .collect();
        let general = if strays.is_empty() {
            None
        } else {
            Some(general_group(layer, is_placed, &spans, strays, work)?)
        };
        Some(Groups {
            chains: chains?,
            general,
        })
    }

    /// Returns the rows by chain, and those that are in none.
    fn entries(
        &self,
        columns: &Columns,
        spans: &RowSpans,
        partition: &Partition,
        work: &Work<'_>,
    ) -> Option<(Vec<Vec<KeyedRow>>, Vec<KeyedRow>)> {
        let rows_of = |number: &u32| spans.different.own(*number as usize).rows as usize;
        let mut members: Vec<Vec<KeyedRow>> = partition
            .chains
            .iter()
            .map(|chain| Vec::with_capacity(chain.iter().map(rows_of).sum()))
            .collect();
        let mut strays = Vec::new();
        for (at, (row, number)) in self.rows.iter().zip(&spans.of_row).enumerate() {
            work.look(at)?;
            let position = columns.position(*row);
            let (code, row) = (position.map(MortonCode::of).unwrap_or_default(), *row);
            match *partition.homes.own(*number as usize) {
                Home::Chain(chain, key) => {
                    let members = members.own_mut(chain as usize);
                    members.push(KeyedRow { code, row, key });
                }
                Home::General => strays.push(KeyedRow {
                    code,
                    row,
                    key: *number,
                }),
            }
        }
        Some((members, strays))
    }
}

/// The spans of some rows.
struct RowSpans {
    /// The spans that occur.
    different: Vec<Occurring>,
    /// For each row the number of its span among them.
    of_row: Vec<u32>,
}

/// Finds the spans that occur in `rows`, each once.
fn different_spans(rows: &[RowId], dated: Dated<'_>, work: &Work<'_>) -> Option<RowSpans> {
    let mut numbers: FxHashMap<Span, u32> = FxHashMap::default();
    let mut spans: Vec<Occurring> = Vec::new();
    let mut of_rows = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        work.look(at)?;
        let Some(span) = (dated.span)(*row) else {
            continue;
        };
        let number = *numbers.entry(span).or_insert_with(|| {
            spans.push(Occurring { span, rows: 0 });
            spans.len() as u32 - 1
        });
        spans.own_mut(number as usize).rows += 1;
        of_rows.push(number);
    }
    Some(RowSpans {
        different: spans,
        of_row: of_rows,
    })
}

fn chain_group(
    layer: u16,
    is_placed: bool,
    spans: &[Span],
    mut entries: Vec<KeyedRow>,
    work: &Work<'_>,
) -> Option<ChainGroup> {
    in_order(&mut entries, work)?;
    let placed = placed(layer, is_placed, &entries);
    let keys: Vec<u32> = entries.iter().map(|entry| entry.key).collect();
    let rows: Vec<RowId> = entries.iter().map(|entry| entry.row).collect();
    drop(entries);
    let ranks = if is_placed {
        Wavelet::build(&keys, spans.len(), &mut || work.advance(0).is_some())?
    } else {
        Wavelet::without_order(&keys, spans.len())
    };
    work.advance(keys.len())?;
    Some(ChainGroup {
        placed,
        chain: Chain::new(spans),
        is_finite: spans.iter().all(|span| span.hull().is_finite()),
        rows: sorted_by_key(&rows, &keys, &ranks),
        ranks,
    })
}

fn general_group(
    layer: u16,
    is_placed: bool,
    spans: &[Occurring],
    mut entries: Vec<KeyedRow>,
    work: &Work<'_>,
) -> Option<GeneralGroup> {
    in_order(&mut entries, work)?;
    let placed = placed(layer, is_placed, &entries);
    let rows: Vec<RowId> = entries.iter().map(|entry| entry.row).collect();
    let mut numbers: Vec<u32> = entries.iter().map(|entry| entry.key).collect();
    drop(entries);
    let different = renumber(spans, &mut numbers);
    work.advance(rows.len())?;
    GeneralGroup::build(placed, different, numbers, rows, &mut || {
        work.advance(0).is_some()
    })
}

/// Sorts by place.
fn in_order(entries: &mut [KeyedRow], work: &Work<'_>) -> Option<()> {
    sort_apart(entries, |entry| (entry.code, entry.row), work.progress)?;
    work.advance(entries.len())
}

/// Tells where sorted entries lie.
fn placed(layer: u16, is_placed: bool, entries: &[KeyedRow]) -> Placed {
    let entries = if is_placed { entries } else { &[] };
    Placed::new(layer, entries.iter().map(|entry| entry.code).collect())
}

/// Collects the spans that occur in `numbers`, which become numbers among them.
fn renumber(spans: &[Occurring], numbers: &mut [u32]) -> Vec<Span> {
    let mut new = vec![u32::MAX; spans.len()];
    let mut different = Vec::new();
    for number in numbers {
        let new = new.own_mut(*number as usize);
        if *new == u32::MAX {
            *new = different.len() as u32;
            different.push(spans.own(*number as usize).span);
        }
        *number = *new;
    }
    different
}
