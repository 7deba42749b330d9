//! A presence grows stale: unconfirmed after its last confirmation, of unknown status after a limit,
//! never silently gone.

use super::*;
use proptest::prelude::*;
use sahelscope::{
    model::{Clock, DAY, Lang, Layer, StaleLimit, bounds::iso_day},
    query::{
        Engine, ShownRow,
        marks::{Certainty, certainty},
        method_sentence,
    },
    text::Catalogue,
    work::Progress,
};

fn looks(dataset: &Dataset, id: &str, filter: &Filter) -> Option<Certainty> {
    let row = dataset.row_of(id)?;
    let visible = visible(dataset, filter);
    let shown: &ShownRow = visible.rows.iter().find(|shown| shown.row == row)?;
    Some(certainty(dataset, filter, *shown))
}

fn in_window(text: &str) -> Filter {
    Filter {
        window: window(text),
        ..Filter::default()
    }
}

#[test]
fn the_camp_at_bamako_is_confirmed_then_unconfirmed_then_unknown_and_always_listed() {
    let dataset = bundled();
    let camp = |text: &str| {
        looks(
            &dataset,
            "deployment-wagner-camp-bamako-airport",
            &in_window(text),
        )
    };
    assert_eq!(camp("2022-01"), Some(Certainty::Certain));
    assert_eq!(camp("2022-06"), Some(Certainty::Unconfirmed));
    assert_eq!(camp("2024-06"), Some(Certainty::Unknown));
    let years = (2022..2040).map(|year| camp(&year.to_string()));
    assert!(years.into_iter().all(|shown| shown.is_some()));
}

#[test]
fn the_stale_are_counted_among_the_possible_and_apart() {
    let dataset = bundled();
    let visible = visible(&dataset, &in_window("2024-06"));
    assert!(visible.aged.unknown > 0);
    assert!(visible.aged.unknown + visible.aged.unconfirmed <= visible.counts.shown.possible);
}

#[test]
fn the_limit_is_the_analysts_and_changes_no_count() {
    let dataset = bundled();
    let with = |months| Filter {
        stale: StaleLimit::of_months(months),
        ..in_window("2022-12")
    };
    let (soon, late) = (visible(&dataset, &with(3)), visible(&dataset, &with(60)));
    assert_eq!(soon.counts, late.counts);
    assert!(soon.aged.unknown > 0 && late.aged.unknown == 0);
    assert_eq!(
        soon.aged.unknown + soon.aged.unconfirmed,
        late.aged.unconfirmed
    );
}

#[test]
fn a_presence_that_ended_is_neither() {
    let dataset = profile(
        "",
        &feature("a", r#""kind":"presence","date":"2022-01/2022-03""#),
    );
    assert_eq!(looks(&dataset, "a", &in_window("2024")), None);
}

#[test]
fn the_sentence_says_how_many_nobody_attests_any_more() {
    let dataset = bundled();
    let filter = in_window("2024-06");
    let visible = visible(&dataset, &filter);
    for lang in Lang::ALL {
        let method_sentence =
            method_sentence::sentence(&Catalogue::plain(lang), &dataset, &filter, &visible);
        let numbers: Vec<&str> = method_sentence
            .split(|it: char| !it.is_ascii_digit())
            .collect();
        for n in [visible.aged.unconfirmed, visible.aged.unknown] {
            assert!(
                n == 0 || numbers.contains(&n.to_string().as_str()),
                "{method_sentence}"
            );
        }
    }
}

/// A presence or an event: its layer, first day, last confirmation, end, and what it came after.
type Made = (bool, u16, Option<u16>, Option<u16>, Option<usize>);

fn made() -> impl Strategy<Value = Dataset> {
    let day = || 0..900_u16;
    let one = (
        any::<bool>(),
        day(),
        prop::option::of(day()),
        prop::option::weighted(0.3, day()),
        prop::option::weighted(0.3, 0..8_usize),
    );
    prop::collection::vec(one, 1..40).prop_map(|records| {
        let features: Vec<String> = records.iter().enumerate().map(presence).collect();
        profile("", &features.join(","))
    })
}

fn presence((number, (is_incident, from, confirmed, end, after)): (usize, &Made)) -> String {
    let date = |day: u16| iso_day((18_900 + i64::from(day)) * DAY);
    let end = end.map_or_else(|| "..".to_owned(), |days| date(from + days));
    let layer = if *is_incident {
        "incident"
    } else {
        "deployment"
    };
    let mut properties = vec![
        format!(r#""layer":"{layer}","kind":"presence""#),
        format!(r#""date":"{}/{end}""#, date(*from)),
    ];
    properties.extend(confirmed.map(|day| format!(r#""last_confirmed":"{}""#, date(day))));
    properties.extend(after.map(|id| format!(r#""related":[{{"id":"r{id}","as":"after"}}]"#)));
    feature(&format!("r{number}"), &properties.join(","))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_stale_are_counted_as_looking_at_each_record_counts_them(
        dataset in made(), first in 0..1_900_i64, days in 0..400_i64, months in 1..40_u16,
        is_reported: bool, certain_only: bool, only_incidents: bool,
    ) {
        let first = (18_900 + first) * DAY;
        let filter = Filter {
            window: Window::new(first, first + (days + 1) * DAY - 1),
            clock: if is_reported { Clock::Reported } else { Clock::Happened },
            stale: StaleLimit::of_months(months),
            layers: only_incidents.then(|| [Layer::Incident].into()),
            certain_only,
            ..Filter::default()
        };
        let listed = visible(&dataset, &filter);
        let counting = Engine::of(&std::sync::Arc::new(dataset), &filter, &Progress::unwatched()).unwrap().listing_at_most(0);
        let counted = counting.visible(&filter);
        prop_assert_eq!(counted.aged, listed.aged);
        prop_assert_eq!(counted.counts, listed.counts);
    }
}
