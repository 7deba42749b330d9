//! The index against a naive scan: every count, list and bin that it gives is what looking at every
//! record gives.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod made;
mod scan;

use proptest::prelude::*;
use sahelscope::{
    data::{Dataset, Filter},
    model::{Clock, Layer, Status, Window},
    query::{
        Shown,
        index::{CellId, CellTally, Index, MercatorRect, TALLIED_LAYERS},
    },
    work::Progress,
};

use made::{Made, dataset, index, many, rect, window};
use scan::everything_agrees;

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
        let statuses = is_by_status.then(|| [Status::Confirmed].into());
        everything_agrees(&dataset, &Filter { window, layers, certain_only, statuses, ..Filter::default() }, level, &rect)?;
    }
}

/// One record as often as asked.
fn repeated(record: &Made, times: usize) -> Dataset {
    dataset(&vec![record.text(); times])
}

fn somewhere(date: &str) -> Made {
    Made {
        layer: "incident",
        kind: None,
        date: Some(date.to_owned()),
        last_confirmed: None,
        place: Some((-7.98, 12.61)),
        precision: "town",
        status: "reported",
    }
}

fn agrees(dataset: &Dataset, window: &str, level: u8) {
    let filter = Filter {
        window: Window::parse(window).unwrap(),
        ..Filter::default()
    };
    everything_agrees(dataset, &filter, level, &MercatorRect::WORLD).unwrap();
}

#[test]
fn records_on_one_point_and_one_day_are_one_cell_at_every_level() {
    let dataset = repeated(&somewhere("2022-01-05"), 5_000);
    let index = index(&dataset, None);
    for level in [0, 1, 16, 31, 32, 255] {
        let cells = index.cells(level, &MercatorRect::WORLD);
        assert_eq!(cells.len(), 1);
        let mut tally = CellTally::default();
        index.count(&cells, &index.query(Window::ALL), &mut tally);
        assert_eq!(tally.sum(CellId::default()).certain, 5_000);
    }
    agrees(&dataset, "2022-01-05", 12);
    agrees(&dataset, "2022-01-06", 12);
}

#[test]
fn a_window_within_a_month_shows_what_is_dated_by_the_month_as_possible() {
    let dataset = repeated(&somewhere("2022-01"), 100);
    let index = index(&dataset, None);
    let counts = |window| {
        index
            .totals(&index.query(Window::parse(window).unwrap()))
            .shown
    };
    assert_eq!(
        counts("2022-01-10/2022-01-12"),
        Shown {
            certain: 0,
            possible: 100
        }
    );
    assert_eq!(
        counts("2022-01"),
        Shown {
            certain: 100,
            possible: 0
        }
    );
    assert_eq!(counts("2022-02"), Shown::default());
    agrees(&dataset, "2022-01-10/2022-01-12", 6);
}

#[test]
fn an_empty_dataset_has_an_index_without_cells() {
    let dataset = dataset(&[]);
    let index = index(&dataset, None);
    assert!(index.cells(8, &MercatorRect::WORLD).is_empty());
    agrees(&dataset, "2022", 8);
}

#[test]
fn layers_beyond_those_that_are_told_apart_share_the_last_place_and_none_is_lost() {
    let texts: Vec<String> = (0..3 * TALLIED_LAYERS)
        .map(|number| {
            let text = somewhere("2022-01-05").text();
            text.replace("incident", &format!("layer-{number}"))
        })
        .collect();
    let dataset = dataset(&texts);
    let index = index(&dataset, None);
    let cells = index.cells(4, &MercatorRect::WORLD);
    let mut tally = CellTally::default();
    index.count(&cells, &index.query(Window::ALL), &mut tally);
    assert_eq!(tally.cell(CellId::default()).len(), TALLIED_LAYERS);
    assert_eq!(
        tally.sum(CellId::default()).certain as usize,
        3 * TALLIED_LAYERS
    );
}

#[test]
fn cells_of_another_index_count_nothing() {
    let dataset = repeated(&somewhere("2022-01-05"), 10);
    let (one, other) = (index(&dataset, None), index(&dataset, None));
    let cells = other.cells(4, &MercatorRect::WORLD);
    let mut tally = CellTally::default();
    one.count(&cells, &one.query(Window::ALL), &mut tally);
    assert_eq!(tally.sum(CellId::default()).total(), 0);
    assert!(
        one.rows(&cells, CellId::new(0), &one.query(Window::ALL), 5)
            .is_empty()
    );
}

#[test]
fn building_reports_and_can_be_stopped() {
    let dataset = repeated(&somewhere("2022-01-05"), 3_000);
    let build = |progress: &Progress| {
        Index::build(dataset.columns(), Clock::Happened, None, progress).is_some()
    };
    let progress = Progress::default();
    assert!(build(&progress));
    let (done, total) = progress.amounts();
    assert!(done > 0 && done <= total);
    progress.cancel();
    assert!(!build(&progress));
}
