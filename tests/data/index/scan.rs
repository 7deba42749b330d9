//! What looking at every record gives.

use proptest::prelude::*;
use sahelscope::{
    data::{Columns, Dataset, Filter},
    model::{DAY, PlacePrecision, Relation, RowId, Second, Span},
    query::{
        Counts, RowMask, ShownRow, WindowResult,
        index::{Cell, CellId, CellTally, Cells, Index, MercatorRect, Query, RunningCounts},
    },
    timeline::{Bin, BinSums},
    work::Progress,
};

use super::made::index;

/// Everything that passes a filter, as a scan finds it.
struct Scan<'a> {
    columns: &'a Columns,
    rows: Vec<(RowId, Span)>,
}

impl<'a> Scan<'a> {
    fn new(dataset: &'a Dataset, matching: &RowMask) -> Self {
        let columns = dataset.columns();
        let rows = dataset
            .rows()
            .filter(|row| matching.contains(*row))
            .filter_map(|row| Some((row, columns.span(row)?)));
        Self {
            columns,
            rows: rows.collect(),
        }
    }

    /// The cell that a row lies in; what is known to a country only lies in none.
    fn cell_of(&self, row: RowId, level: u8) -> Option<Cell> {
        let has_place = self.columns.precision(row) != PlacePrecision::Country;
        let position = self.columns.position(row).filter(|_| has_place)?;
        Some(Cell::of(position, level))
    }

    fn in_cell(&self, cell: Cell) -> impl Iterator<Item = (RowId, Span)> {
        let is_inside = move |row: &RowId| self.cell_of(*row, cell.level) == Some(cell);
        self.rows
            .iter()
            .copied()
            .filter(move |(row, _)| is_inside(row))
    }
}

/// Totals, cells, counts, lists and bins are those of a scan.
pub(crate) fn everything_agrees(
    dataset: &Dataset,
    filter: &Filter,
    level: u8,
    rect: &MercatorRect,
) -> Result<(), TestCaseError> {
    // The index holds every filter but the window and the layers.
    let of_rest = RowMask::of(
        dataset,
        &Filter {
            layers: None,
            ..filter.without_window()
        },
        &Progress::unwatched(),
    )
    .unwrap();
    let index = index(dataset, Some(&of_rest));
    let matching = RowMask::of(dataset, filter, &Progress::unwatched()).unwrap();
    let query = index.query_of(filter);
    let visible = WindowResult::among(dataset, filter, &matching);
    // Which file a record is of is the engine's matter.
    let of_scan = Counts {
        files: Vec::new(),
        ..visible.counts.clone()
    };
    prop_assert_eq!(index.totals(&query), of_scan);

    let scan = Scan::new(dataset, &matching);
    let cells = index.cells(level, rect);
    cells_are_those_that_are_occupied(&Scan::new(dataset, &of_rest), &cells, level, rect)?;
    let mut tally = CellTally::default();
    index.count(&cells, &query, &mut tally);
    for (number, cell) in cells.numbers().zip(cells.as_slice()) {
        a_cell_counts_and_lists_its_rows(&scan, &index, &query, &cells, (number, *cell), &tally)?;
    }
    let running =
        RunningCounts::of_cells(&index, dataset.columns(), &cells, &Progress::unwatched()).unwrap();
    let mut running_tally = CellTally::default();
    running.count(&index, &query, &mut running_tally);
    prop_assert!(running_tally.cells().eq(tally.cells()));
    bins_hold_what_they_show(&scan, &index, &query, &cells)
}

fn cells_are_those_that_are_occupied(
    scan: &Scan<'_>,
    cells: &Cells,
    level: u8,
    rect: &MercatorRect,
) -> Result<(), TestCaseError> {
    let mut occupied: Vec<Cell> = scan
        .rows
        .iter()
        .filter_map(|(row, _)| scan.cell_of(*row, level))
        .filter(|cell| rect.touches(*cell))
        .collect();
    occupied.sort_unstable();
    occupied.dedup();
    prop_assert_eq!(cells.as_slice(), &occupied);
    Ok(())
}

fn a_cell_counts_and_lists_its_rows(
    scan: &Scan<'_>,
    index: &Index,
    query: &Query,
    cells: &Cells,
    (number, cell): (CellId, Cell),
    tally: &CellTally,
) -> Result<(), TestCaseError> {
    let mut naive = vec![(0, 0); scan.columns.layer_names().len()];
    let mut shown: Vec<(RowId, String)> = Vec::new();
    for (row, span) in scan.in_cell(cell) {
        let relation = span.relation(&query.window);
        let layer = usize::from(scan.columns.layer_index(row));
        match relation {
            Relation::Certain => naive[layer].0 += 1,
            Relation::Possible { .. } if !query.certain_only => naive[layer].1 += 1,
            _ => continue,
        }
        shown.push((row, format!("{relation:?}")));
    }
    let counted: Vec<(u32, u32)> = tally
        .cell(number)
        .iter()
        .map(|count| (count.certain, count.possible))
        .collect();
    prop_assert_eq!(&counted, &naive);
    let mut listed: Vec<(RowId, String)> = index
        .rows(cells, number, query, usize::MAX)
        .into_iter()
        .map(|ShownRow { row, relation }| (row, format!("{relation:?}")))
        .collect();
    listed.sort();
    prop_assert_eq!(&listed, &shown);
    let few = index.rows(cells, number, query, 3);
    prop_assert_eq!(few.len(), shown.len().min(3));
    Ok(())
}

fn bins_hold_what_they_show(
    scan: &Scan<'_>,
    index: &Index,
    query: &Query,
    cells: &Cells,
) -> Result<(), TestCaseError> {
    for length in [DAY, 30 * DAY, 7_777] {
        let edges: Vec<Second> = (0..60).map(|bin| 15_100 * DAY + bin * length).collect();
        let all = scan.rows.iter().map(|(_, span)| *span);
        bins_are_alike(&index.histogram(&edges, query, None), &edges, all)?;
        let in_cells = cells
            .as_slice()
            .iter()
            .flat_map(|cell| scan.in_cell(*cell).map(|(_, span)| span));
        bins_are_alike(
            &index.histogram(&edges, query, Some(cells)),
            &edges,
            in_cells,
        )?;
    }
    Ok(())
}

fn bins_are_alike(
    bins: &[Bin],
    edges: &[Second],
    spans: impl Iterator<Item = Span>,
) -> Result<(), TestCaseError> {
    let mut sums = BinSums::new(edges.to_vec());
    spans.for_each(|span| sums.add(&span));
    let naive = sums.bins();
    prop_assert_eq!(bins.len(), naive.len());
    for (bin, naive) in bins.iter().zip(&naive) {
        prop_assert_eq!(bin.bounds, naive.bounds);
        prop_assert!((bin.certain - naive.certain).abs() < 1e-6);
        prop_assert!(
            (bin.possible - naive.possible).abs() < 1e-5,
            "{bin:?} {naive:?}"
        );
    }
    Ok(())
}
