//! The index against a naive scan: every count, list and bin that it gives is what looking at every
//! record gives.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::prelude::*;
use sahelscope::{
    model::{Clock, DAY, Layer, Relation, Second, Span, Window, bounds::iso_day},
    store::{
        Columns, Dataset, Filter, Matching, Mercator, Part, Visible, VisibleRow,
        index::{Cell, Cells, Index, MercatorRect, Query, Running, Tally},
    },
    timeline::{Bin, Sums},
};
use serde_json::{Value, json};

/// A record as a file would hold it.
#[derive(Clone, Debug)]
struct Made {
    layer: &'static str,
    kind: Option<&'static str>,
    date: Option<String>,
    last_confirmed: Option<String>,
    place: Option<(f64, f64)>,
    status: &'static str,
}

impl Made {
    fn text(&self) -> String {
        let geometry = self.place.map_or(
            Value::Null,
            |(lon, lat)| json!({"type": "Point", "coordinates": [lon, lat]}),
        );
        let mut properties = json!({"layer": self.layer, "date": self.date, "status": self.status});
        if let Some(kind) = self.kind {
            properties["kind"] = kind.into();
        }
        if let Some(confirmed) = &self.last_confirmed {
            properties["last_confirmed"] = confirmed.clone().into();
        }
        json!({"type": "Feature", "geometry": geometry, "properties": properties}).to_string()
    }
}

fn dataset(texts: &[String]) -> Dataset {
    let mut text = String::new();
    let mut spans = Vec::new();
    for record in texts {
        let start = text.len();
        text.push_str(record);
        spans.push(start..text.len());
        text.push('\n');
    }
    Dataset::from_parts(vec![Part::of_lines(
        "made",
        text.into(),
        spans.into_iter().collect(),
    )])
}

fn index(dataset: &Dataset, keep: Option<&Matching>) -> Index {
    Index::build(dataset.columns(), Clock::Happened, keep, &|_, _| true).unwrap()
}

fn day() -> impl Strategy<Value = Second> {
    (15_000_i64..15_800).prop_map(|day| day * DAY)
}

/// Dates of every precision, seasons, approximate ones, instants, intervals and open ends.
fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => day().prop_map(iso_day),
        2 => day().prop_map(|day| iso_day(day)[..7].to_owned()),
        1 => day().prop_map(|day| iso_day(day)[..4].to_owned()),
        1 => (2011..2014, 21..=24).prop_map(|(year, season)| format!("{year}-{season}")),
        2 => day().prop_map(|day| format!("{}~", iso_day(day))),
        1 => day().prop_map(|day| format!("{}~", &iso_day(day)[..7])),
        1 => (day(), 0..86_400_i64).prop_map(|(day, second)| {
            let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
            format!("{}T{hour:02}:{minute:02}:{second:02}Z", iso_day(day))
        }),
        3 => (day(), 0..400_i64).prop_map(|(day, days)| format!("{}/{}", iso_day(day), iso_day(day + days * DAY))),
        1 => day().prop_map(|day| format!("{}/..", iso_day(day))),
        1 => day().prop_map(|day| format!("{}/", &iso_day(day)[..7])),
        1 => day().prop_map(|day| format!("../{}", iso_day(day))),
    ]
}

fn place() -> impl Strategy<Value = Option<(f64, f64)>> {
    prop_oneof![
        1 => Just(None),
        4 => (-12.0..4.0_f64, 10.0..25.0_f64).prop_map(Some),
        3 => (0..5_i32).prop_map(|town| Some((f64::from(town) - 8.0, 12.5 + f64::from(town)))),
        1 => (-180.0..180.0_f64, -90.0..90.0_f64).prop_map(Some),
        1 => prop_oneof![
            Just((180.0, 0.0)), Just((-180.0, 10.0)), Just((0.0, 90.0)), Just((0.0, -90.0)), Just((179.99, 5.0)),
        ].prop_map(Some),
    ]
}

fn made() -> impl Strategy<Value = Made> {
    let layer = prop::sample::select(vec![
        "deployment",
        "incident",
        "delivery",
        "context",
        "strike",
    ]);
    let kind = prop::sample::select(vec![None, None, Some("event"), Some("presence")]);
    let status = prop::sample::select(vec!["confirmed", "reported"]);
    let date = prop::option::weighted(0.9, date());
    let confirmed = prop::option::weighted(0.2, day().prop_map(iso_day));
    (layer, kind, date, confirmed, place(), status).prop_map(
        |(layer, kind, date, last_confirmed, place, status)| Made {
            layer,
            kind,
            date,
            last_confirmed,
            place,
            status,
        },
    )
}

/// Records, many of each so that chains are worth their while, and some that cannot be read.
fn many() -> impl Strategy<Value = Dataset> {
    (
        prop::collection::vec((made(), 1..80_usize), 1..60),
        0..3_usize,
    )
        .prop_map(|(made, broken)| {
            let mut texts: Vec<String> = made
                .iter()
                .flat_map(|(record, times)| std::iter::repeat_n(record.text(), *times))
                .collect();
            texts.extend(std::iter::repeat_n("[1, 2".to_owned(), broken));
            dataset(&texts)
        })
}

/// From one second to everything.
fn window() -> impl Strategy<Value = Window> {
    let second = 14_900 * DAY..15_900 * DAY;
    prop_oneof![
        1 => Just(Window::ALL),
        1 => second.clone().prop_map(|second| Window::new(second, second)),
        1 => (day(), 0..40_i64).prop_map(|(day, days)| Window::new(day, day + (days + 1) * DAY - 1)),
        1 => (second.clone(), second.clone()).prop_map(|(a, b)| Window::new(a, b)),
        1 => second.clone().prop_map(|second| Window::new(Second::MIN, second)),
        1 => second.prop_map(|second| Window::new(second, Second::MAX)),
    ]
}

fn rect() -> impl Strategy<Value = MercatorRect> {
    prop_oneof![
        1 => Just(MercatorRect::WORLD),
        2 => (any::<[u32; 2]>(), any::<[u32; 2]>()).prop_map(|([west, east], [a, b])| MercatorRect {
            west, east, north: a.min(b), south: a.max(b),
        }),
        2 => ((-15.0..5.0_f64, 9.0..20.0_f64), (0.1..20.0_f64, 0.1..15.0_f64)).prop_map(|((lon, lat), (width, height))| {
            let (west_north, east_south) = (at(lon, lat + height), at(lon + width, lat));
            MercatorRect { west: west_north.x, north: west_north.y, east: east_south.x, south: east_south.y }
        }),
    ]
}

fn at(lon: f64, lat: f64) -> Mercator {
    Mercator::of((lon, lat).into())
}

/// Everything that passes a filter, as a scan finds it.
struct Scan<'a> {
    columns: &'a Columns,
    rows: Vec<(usize, Span)>,
}

impl<'a> Scan<'a> {
    fn new(dataset: &'a Dataset, matching: &Matching) -> Self {
        let columns = dataset.columns();
        let rows = (0..dataset.len())
            .filter(|row| matching.contains(*row))
            .filter_map(|row| Some((row, columns.span(row)?)));
        Self {
            columns,
            rows: rows.collect(),
        }
    }

    fn in_cell(&self, cell: Cell) -> impl Iterator<Item = (usize, Span)> {
        let is_inside = move |row: &usize| {
            let position = self.columns.position(*row);
            position.is_some_and(|position| Cell::of(position, cell.level) == cell)
        };
        self.rows
            .iter()
            .copied()
            .filter(move |(row, _)| is_inside(row))
    }
}

fn everything_agrees(
    dataset: &Dataset,
    filter: &Filter,
    level: u8,
    rect: &MercatorRect,
) -> Result<(), TestCaseError> {
    // The index holds every filter but the window and the layers.
    let of_rest = Matching::of(
        dataset,
        &Filter {
            layers: None,
            ..filter.without_window()
        },
    );
    let index = index(dataset, Some(&of_rest));
    let matching = Matching::of(dataset, filter);
    let query = index.query_of(filter);
    let visible = Visible::of(dataset, filter, &matching);
    prop_assert_eq!(index.totals(&query), visible.counts);

    let scan = Scan::new(dataset, &matching);
    let cells = index.cells(level, rect);
    cells_are_those_that_are_occupied(&Scan::new(dataset, &of_rest), &cells, level, rect)?;
    let mut tally = Tally::default();
    index.count(&cells, &query, &mut tally);
    for (number, cell) in cells.as_slice().iter().enumerate() {
        a_cell_counts_and_lists_its_rows(&scan, &index, &query, &cells, (number, *cell), &tally)?;
    }
    let running = Running::of_cells(&index, dataset.columns(), &cells, &|| true).unwrap();
    let mut running_tally = Tally::default();
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
        .filter_map(|(row, _)| scan.columns.position(*row))
        .map(|position| Cell::of(position, level))
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
    (number, cell): (usize, Cell),
    tally: &Tally,
) -> Result<(), TestCaseError> {
    let mut naive = vec![(0, 0); scan.columns.layer_names().len()];
    let mut shown: Vec<(usize, String)> = Vec::new();
    for (row, span) in scan.in_cell(cell) {
        let relation = span.relation(&query.window);
        let layer = usize::from(scan.columns.layer_index(row).unwrap());
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
    let mut listed: Vec<(usize, String)> = index
        .rows(cells, number, query, usize::MAX)
        .into_iter()
        .map(|VisibleRow { row, relation }| (row, format!("{relation:?}")))
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
    let mut sums = Sums::new(edges.to_vec());
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_count_list_and_bin_is_what_a_scan_gives(
        dataset in many(), windows in prop::collection::vec(window(), 3), level in 0..=32_u8, rect in rect(),
    ) {
        for window in windows {
            everything_agrees(&dataset, &Filter { window, ..Filter::default() }, level, &rect)?;
        }
    }

    #[test]
    fn filters_layers_and_certainty_are_held(
        dataset in many(), window in window(), level in 0..12_u8, rect in rect(),
        layers in prop::option::of(prop::collection::btree_set(prop::sample::select(vec![Layer::Incident, Layer::Deployment, Layer::from_name("strike")]), 0..3)),
        certain_only: bool, is_by_status: bool,
    ) {
        let statuses = is_by_status.then(|| [sahelscope::model::Status::Confirmed].into());
        everything_agrees(&dataset, &Filter { window, layers, certain_only, statuses, ..Filter::default() }, level, &rect)?;
    }
}
