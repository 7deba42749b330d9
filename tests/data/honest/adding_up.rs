//! Nothing is lost: every record is counted once, under every combination of filter and clock.

use std::sync::Arc;

use super::*;
use proptest::prelude::*;
use sahelscope::{
    data::Within,
    model::{Clock, Layer, StaleLimit, Status},
    query::Engine,
    timeline::{Mode, Unit, edit},
    work::Progress,
};

fn adds_up(dataset: &Arc<Dataset>, filter: &Filter) -> Result<(), TestCaseError> {
    let visible = visible(dataset, filter);
    let counts = &visible.counts;
    let sum =
        counts.shown.total() + counts.out + counts.undated + counts.unreadable + counts.filtered;
    prop_assert_eq!(sum, counts.records);
    prop_assert_eq!(counts.records, dataset.len());
    prop_assert_eq!(visible.rows.len(), counts.shown.total());
    prop_assert_eq!(visible.undated.len(), counts.undated);
    let by_layer: usize = counts
        .layers
        .values()
        .map(sahelscope::query::Shown::total)
        .sum();
    prop_assert_eq!(by_layer, counts.shown.total());
    let by_file: usize = counts
        .files
        .iter()
        .map(sahelscope::query::Shown::total)
        .sum();
    prop_assert_eq!(by_file, counts.shown.total());
    prop_assert!(visible.aged.unconfirmed + visible.aged.unknown <= counts.shown.possible);
    prop_assert!(visible.unplaced.len() == visible.unplaced_in_window);
    let counting = Engine::of(dataset, filter, &Progress::unwatched())
        .unwrap()
        .listing_at_most(0);
    let counted = counting.visible(filter);
    prop_assert_eq!(&counted.counts, counts, "whichever plan is taken");
    prop_assert_eq!(counted.aged, visible.aged);
    prop_assert_eq!(counted.unplaced_in_window, visible.unplaced_in_window);
    if filter.certain_only {
        prop_assert_eq!(counts.shown.possible, 0);
    }
    Ok(())
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let edge = 18_000_i64..20_500;
    let time = (
        edge.clone(),
        edge.clone(),
        any::<bool>(),
        prop::option::of(edge),
        1..48_u16,
    );
    let who = (
        prop::sample::select(vec!["", "le monde", "al jazeera", "nobody"]),
        prop::sample::select(vec!["", "src-000-al-jazeera-2025-02", "unnamed"]),
        0..4_u16,
        prop::sample::select(vec!["", "wagner", "bamako"]),
        prop::sample::select(vec!["", "fama", "africa corps"]),
    );
    let what = (
        prop::option::of(prop::sample::subsequence(Layer::PROFILE.to_vec(), 0..=4)),
        prop::option::of(prop::sample::subsequence(Status::ALL.to_vec(), 1..=6)),
        any::<bool>(),
        any::<bool>(),
    );
    let moved = (
        prop::sample::select(Mode::ALL.to_vec()),
        prop::sample::select(Unit::ALL.to_vec()),
    );
    (time, who, what, moved, any::<bool>()).prop_map(
        |(time, who, what, (mode, unit), lacks_words)| {
            let day = sahelscope::model::DAY;
            let (from, to, is_reported, known, months) = time;
            let (claimant, source, origins, text, actor) = who;
            let (layers, statuses, certain_only, is_in_box) = what;
            let dragged = Window::new(from * day, to * day + day - 1);
            let extent = window("2019/2026").bounds();
            Filter {
                window: edit::in_mode(&dragged, mode, unit, extent),
                within: is_in_box
                    .then(|| Within::Bounds(geo::Rect::new((-9.0, 11.0), (-3.0, 18.0)))),
                actor: actor.into(),
                clock: if is_reported {
                    Clock::Reported
                } else {
                    Clock::Happened
                },
                known: known.map(|known| known * day),
                stale: StaleLimit::of_months(months),
                files: None,
                layers: layers.map(|layers| layers.into_iter().collect()),
                statuses: statuses.map(|statuses| statuses.into_iter().collect()),
                claimant: claimant.into(),
                source: source.into(),
                origins,
                lacks_words,
                text: text.into(),
                certain_only,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn counts_add_up_under_every_combination(filter in any_filter()) {
        adds_up(&bundled_once(), &filter)?;
    }
}

fn bundled_once() -> Arc<Dataset> {
    static BUNDLED: std::sync::OnceLock<Arc<Dataset>> = std::sync::OnceLock::new();
    Arc::clone(BUNDLED.get_or_init(|| Arc::new(bundled())))
}

#[test]
fn counts_add_up_where_records_are_undated_unplaced_or_unreadable() {
    let dataset = Arc::new(import(
        r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":null,"properties":{"date":"2022-01-05"}},
        {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"date":"soon"}},
        17]}"#,
    ));
    for clock in Clock::ALL {
        let filter = Filter {
            clock,
            ..Filter::default()
        };
        adds_up(&dataset, &filter).unwrap();
        let counts = visible(&dataset, &filter).counts;
        assert_eq!((counts.unreadable, counts.unplaced), (1, 1));
    }
}
