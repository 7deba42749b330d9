//! What lies where on the map.

use std::sync::Arc;

use proptest::prelude::*;
use sahelscope::{
    data::Filter,
    model::{Lang, RowId},
    query::{
        DensityQuestion, Engine, Raster, Shown,
        index::{CellCount, MercatorRect},
        marks::{LayerTally, LayoutMemo, MapArea, MarksQuestion},
    },
    work::Progress,
};

use super::{dataset, engines, feature, filters, naive::Naive, records};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_record_of_a_window_is_drawn_once_or_counted_once(
        dataset in records(), filter in filters(), zoom in 1..12_u8, opened in 0..400_usize,
    ) {
        let shown = Naive::of(&dataset, &filter).shown().count();
        for engine in engines(&dataset, &filter) {
            let visible = engine.visible(&filter);
            let layout = LayoutMemo::default().layout(&engine, MarksQuestion {
                filter: &filter,
                visible: &visible,
                area: MapArea { zoom: zoom.into(), corners: [[0.0; 2], [1.0; 2]] },
                opened: Some(RowId::new(opened)),
                lang: Lang::En,
            });
            let clusters: usize = layout.clusters.iter().map(|cluster| cluster.count).sum();
            let badges: usize = layout.badges.iter().map(|badge| badge.count).sum();
            prop_assert_eq!(clusters + badges + layout.shapes.len(), shown);
            for cluster in &layout.clusters {
                let tallied: usize = cluster.tallies.iter().map(LayerTally::total).sum();
                prop_assert_eq!(tallied, cluster.count);
            }
        }
    }

    #[test]
    fn a_density_counts_the_records_of_each_cell(
        dataset in records(), filter in filters(), level in 4..10_u8,
    ) {
        let naive = Naive::of(&dataset, &filter);
        let raster = Raster { level, first: [0, 0], size: [1 << level, 1 << level] };
        let mut expected = vec![CellCount::default(); 1 << (2 * level)];
        for (row, relation) in naive.shown() {
            let Some(place) = naive.place(row) else {
                continue;
            };
            let [column, line] = [place.x, place.y].map(|at| at as usize >> (32 - level));
            let count = &mut expected[(line << level) + column];
            if relation.is_certain() {
                count.certain += 1;
            } else {
                count.possible += 1;
            }
        }
        for engine in engines(&dataset, &filter) {
            let question = DensityQuestion { engine: engine.id(), filter: filter.clone(), raster };
            prop_assert_eq!(&engine.density(question).counts, &expected);
        }
    }

    #[test]
    fn a_view_that_holds_everything_placed_holds_the_reach(
        dataset in records(), filter in filters(),
    ) {
        let all = Filter { layers: None, ..filter.clone() };
        let naive = Naive::of(&dataset, &all);
        let placed = naive.passing.iter().filter_map(|row| naive.place(*row));
        let reach = MercatorRect::around(placed);
        for engine in engines(&dataset, &filter) {
            prop_assert_eq!(engine.reach(), reach);
            let naive = Naive::of(&dataset, &filter);
            let is_placed = naive.shown().any(|(row, _)| naive.place(row).is_some());
            prop_assert_eq!(engine.reach_in_window(&filter).is_some(), is_placed);
        }
    }
}

#[test]
fn what_is_known_to_a_country_only_is_in_no_cell_and_is_counted_beside_the_map() {
    let features: Vec<String> = (0..9)
        .map(|at| feature("incident", Some("2012-03-04"), at % 3))
        .collect();
    let dataset = Arc::new(dataset(&features));
    let filter = Filter::default();
    let engine = Engine::of(&dataset, &filter, &Progress::unwatched()).unwrap();
    let total = |shown: Vec<Shown>| -> usize { shown.iter().map(Shown::total).sum() };
    assert_eq!(total(engine.in_countries(&filter)), 3);
    assert_eq!(total(engine.without_place(&filter)), 3);
    let cells = engine.index().cells(3, &MercatorRect::WORLD);
    assert_eq!(cells.len(), 1);
    assert_eq!(engine.count_of(cells.as_slice()[0], &filter), 3);
    assert_eq!(
        engine.first_in_countries(&filter),
        [1, 4, 7].map(RowId::new)
    );
}
