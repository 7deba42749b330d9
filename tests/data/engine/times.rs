//! What lies when on the axis of time.

use proptest::prelude::*;
use sahelscope::{
    model::{DAY, RowId, Second},
    query::{AxisQuestion, BIN_POINTS, index::MercatorRect},
    timeline::{ChangeDays, Histogram, Mode, TimeScale, ViewRange, bin_width_for, edit},
};

use super::{day, engines, filters, naive::Naive, records};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_days_of_change_are_those_of_what_passes(dataset in records(), filter in filters()) {
        let naive = Naive::of(&dataset, &filter);
        let change_days = ChangeDays::of(naive.dated().map(|(_, span)| span));
        for engine in engines(&dataset, &filter) {
            prop_assert_eq!(engine.change_days(&filter), change_days.clone());
        }
    }

    #[test]
    fn the_next_start_is_the_nearest_of_all_starts(
        dataset in records(), filter in filters(), forward in any::<bool>(),
    ) {
        let naive = Naive::of(&dataset, &filter);
        let starts: Vec<Second> = naive
            .dated()
            .map(|(_, span)| match span.start.earliest {
                Second::MIN => span.start.latest,
                earliest => earliest,
            })
            .collect();
        for mode in Mode::ALL {
            let next = |starts: Vec<Second>| edit::next_start(&filter.window, mode, starts, forward);
            let limits = edit::next_start_limits(&filter.window, mode);
            for engine in engines(&dataset, &filter) {
                prop_assert_eq!(next(engine.begins_around(&filter, limits)), next(starts.clone()));
            }
        }
    }

    #[test]
    fn as_many_have_begun_as_begin_until_then(
        dataset in records(), filter in filters(), second in day(),
    ) {
        let all = sahelscope::data::Filter { layers: None, ..filter.clone() };
        let naive = Naive::of(&dataset, &all);
        let begun = naive.dated().filter(|(_, span)| span.start.earliest <= second).count();
        for engine in engines(&dataset, &filter) {
            prop_assert_eq!(engine.begun_until(second), begun);
        }
    }

    #[test]
    fn the_nearest_record_is_the_nearest_of_all(dataset in records(), filter in filters()) {
        let naive = Naive::of(&dataset, &filter);
        let window = filter.window.bounds();
        let gap = |row: RowId| {
            let hull = dataset.columns().span_on(filter.clock, row).unwrap().hull();
            let before = window.earliest.saturating_sub(hull.latest);
            before.max(hull.earliest.saturating_sub(window.latest)).max(0)
        };
        let gaps = naive.dated().map(|(row, _)| gap(row));
        let nearest = gaps.min();
        for engine in engines(&dataset, &filter) {
            let found = engine.nearest(&filter).map(gap);
            // Where the window meets one, nobody asks which is nearest.
            prop_assert!(found == nearest || nearest == Some(0), "{found:?} {nearest:?}");
        }
    }

    #[test]
    fn a_summary_of_the_axis_counts_as_looking_at_each_record_does(
        dataset in records(), filter in filters(), from in day(), days in 2..900_i64,
    ) {
        let naive = Naive::of(&dataset, &filter);
        let range = ViewRange { start: from as f64, end: (from + days * DAY) as f64 };
        let scale = TimeScale::new(range, 0.0, 900.0);
        for (engine, view) in engines(&dataset, &filter)
            .iter()
            .flat_map(|engine| [(engine, None), (engine, Some(MercatorRect::WORLD))])
        {
            let axis_summary = engine.axis_summary(AxisQuestion {
                engine: engine.id(),
                filter: filter.without_window(),
                range,
                width: 900.0,
                view,
            });
            let spans: Vec<_> = naive
                .dated()
                .filter(|(row, _)| view.is_none() || naive.place(*row).is_some())
                .map(|(_, span)| span)
                .collect();
            let expected = Histogram::of(&spans, &scale, bin_width_for(&scale, BIN_POINTS));
            // Bins at the ends that hold nothing may be left out.
            let heights = |histogram: &Histogram| -> f64 {
                histogram.bins.iter().map(sahelscope::timeline::Bin::height).sum()
            };
            prop_assert!((heights(&axis_summary.in_view) - heights(&expected)).abs() < 1e-2);
            for (bin, other) in axis_summary.in_view.bins.iter().zip(&expected.bins) {
                prop_assert_eq!(bin.bounds, other.bounds);
                prop_assert!((bin.certain - other.certain).abs() < 1e-6);
                prop_assert!((bin.possible - other.possible).abs() < 1e-4, "{:?} {:?}", bin, other);
            }
        }
    }

    #[test]
    fn every_dated_record_has_a_bar_or_is_counted_in_its_lane(
        dataset in records(), filter in filters(),
    ) {
        let naive = Naive::of(&dataset, &filter);
        let [listing, counting] = engines(&dataset, &filter);
        let question = |engine: u64| AxisQuestion {
            engine,
            filter: filter.without_window(),
            range: ViewRange { start: 14_000.0 * DAY as f64, end: 17_000.0 * DAY as f64 },
            width: 900.0,
            view: None,
        };
        let listed = listing.axis_summary_at_once(&question(listing.id())).unwrap();
        let shown = listed.layers.iter().zip(dataset.columns().layer_names());
        let mut rows: Vec<RowId> = shown
            .filter(|(_, layer)| filter.shows_layer(layer))
            .flat_map(|(layer, _)| layer.rows.clone())
            .collect();
        rows.sort_unstable();
        prop_assert_eq!(rows, naive.dated().map(|(row, _)| row).collect::<Vec<_>>());
        // Nothing is always listed.
        let at_once = counting.axis_summary_at_once(&question(counting.id()));
        prop_assert_eq!(at_once.is_some(), dataset.is_empty());
        let counted = counting.axis_summary(question(counting.id()));
        for (layer, number) in counted.layers.iter().zip(0_u16..) {
            let is_its = |row: &RowId| dataset.columns().layer_index(*row) == number;
            prop_assert!(layer.rows.iter().all(|row| is_its(row) && naive.passing.contains(row)));
        }
    }
}
