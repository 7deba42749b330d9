//! What a window shows: the cases of the profile by name, and the rule against a naive reading of it.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::prelude::*;
use sahelscope::model::{Bounds, DAY, Kind, Relation, Span, When, Window};

fn span(date: &str, kind: Kind, last_confirmed: Option<&str>) -> Span {
    let confirmed = last_confirmed.map(|text| When::parse(text).unwrap());
    Span::of(&When::parse(date).unwrap(), kind, confirmed.as_ref())
}

fn relation(span: &Span, window: &str) -> Relation {
    span.relation(&Window::parse(window).unwrap())
}

fn is_possible(relation: Relation) -> bool {
    matches!(relation, Relation::Possible { .. })
}

#[test]
fn both_ends_of_a_window_count() {
    let mine = span("2022-01-05", Kind::Event, None);
    assert!(relation(&mine, "2022-01-05/2022-01-31").is_certain());
    assert!(relation(&mine, "2021-12-01/2022-01-05").is_certain());
    assert!(relation(&mine, "2022-01-05").is_certain());
    assert_eq!(relation(&mine, "2022-01-06/2022-01-31"), Relation::Out);
    assert_eq!(relation(&mine, "2021-12-01/2022-01-04"), Relation::Out);
}

#[test]
fn an_event_some_time_in_a_month_weighs_its_share_of_days() {
    let arrival = span("2025-01", Kind::Event, None);
    assert!(relation(&arrival, "2025-01").is_certain());
    let Relation::Possible { weight } = relation(&arrival, "2025-01-29/2025-02-15") else {
        panic!("three of 31 days lie in the window");
    };
    assert!((weight - 3.0 / 31.0).abs() < 1e-6);
}

#[test]
fn an_event_in_a_window_shorter_than_its_month_is_only_possible() {
    let arrival = span("2025-01", Kind::Event, None);
    assert!(is_possible(relation(&arrival, "2025-01-10/2025-01-12")));
}

#[test]
fn an_event_with_an_interval_happened_once_somewhere_in_it() {
    let convoy = span("2025-01-09/2025-02-01", Kind::Event, None);
    assert!(relation(&convoy, "2025-01-09/2025-02-01").is_certain());
    assert!(is_possible(relation(&convoy, "2025-01-09/2025-01-31")));
    assert_eq!(relation(&convoy, "2025-02-02/2025-03-01"), Relation::Out);
}

#[test]
fn a_presence_with_both_ends_holds_all_through() {
    let base = span("2022-01/2022-06", Kind::Presence, None);
    assert!(relation(&base, "2022-03-10").is_certain());
    assert!(is_possible(relation(&base, "2022-01-10")));
    assert!(is_possible(relation(&base, "2022-06-10")));
    assert!(relation(&base, "2022-01-10/2022-06-01").is_certain());
    assert_eq!(relation(&base, "2022-07-01"), Relation::Out);
}

#[test]
fn an_unended_presence_is_possible_and_unconfirmed_after_its_last_confirmation() {
    let base = span("2022-01-06/..", Kind::Presence, Some("2022-04-10"));
    assert!(relation(&base, "2022-02").is_certain());
    assert!(relation(&base, "2022-04-10/2022-12-31").is_certain());
    let later = Window::parse("2022-05").unwrap();
    assert!(is_possible(base.relation(&later)));
    let since = base.unconfirmed_since(&later).unwrap();
    assert_eq!(sahelscope::model::bounds::iso_day(since), "2022-04-10");
}

#[test]
fn a_presence_without_a_confirmation_counts_from_its_own_start() {
    let base = span("2022-01-06/", Kind::Presence, None);
    assert!(relation(&base, "2022-01-06").is_certain());
    assert!(is_possible(relation(&base, "2022-01-07")));
    assert_eq!(relation(&base, "2022-01-05"), Relation::Out);
}

#[test]
fn a_presence_seen_on_one_day_is_like_one_without_an_end() {
    assert_eq!(
        span("2022-01-06", Kind::Presence, None),
        span("2022-01-06/..", Kind::Presence, None)
    );
}

#[test]
fn a_presence_with_an_unknown_start_is_possible_before_and_certain_on_its_last_day() {
    let force = span("../2025-06", Kind::Presence, None);
    assert!(is_possible(relation(&force, "2015")));
    assert!(is_possible(relation(&force, "2025-06-15")));
    assert_eq!(relation(&force, "2025-07"), Relation::Out);
    assert!(relation(&force, "2025-06").is_certain());
}

#[test]
fn nothing_is_unconfirmed_while_the_window_still_touches_its_last_confirmation() {
    let base = span("2022-01-06/..", Kind::Presence, Some("2022-04-10"));
    let touching = Window::parse("2022-04-10/2022-05-01").unwrap();
    assert_eq!(base.unconfirmed_since(&touching), None);
}

/// Days are enough for the naive reading; bounds are whole days.
fn days(first: i64, length: i64) -> Bounds {
    Bounds::new(first * DAY, (first + length) * DAY - 1)
}

fn any_span() -> impl Strategy<Value = Span> {
    (0_i64..60, 1_i64..40, 0_i64..60, 1_i64..40, any::<bool>()).prop_map(
        |(start, start_length, gap, end_length, is_event)| {
            let start_bounds = days(start, start_length);
            if is_event {
                return Span::of_event(start_bounds);
            }
            Span {
                start: start_bounds,
                end: days(start + gap, end_length),
                kind: Kind::Presence,
            }
        },
    )
}

/// Every pair of days that the record's true start and end may be.
fn possible_truths(span: &Span) -> Vec<(i64, i64)> {
    let of = |bounds: &Bounds| bounds.earliest / DAY..=bounds.latest / DAY;
    match span.kind {
        Kind::Event => of(&span.start).map(|day| (day, day)).collect(),
        Kind::Presence => of(&span.start)
            .flat_map(|start| of(&span.end).map(move |end| (start, end)))
            .collect(),
    }
}

proptest! {
    #[test]
    fn certain_is_every_truth_and_possible_is_some(span in any_span(), first in 0_i64..120, length in 0_i64..60) {
        let last = first + length;
        let window = Window::new(first * DAY, (last + 1) * DAY - 1);
        let truths = possible_truths(&span);
        let shown = truths.iter().filter(|(start, end)| *start <= last && *end >= first).count();
        let relation = span.relation(&window);
        prop_assert_eq!(relation.is_certain(), shown == truths.len());
        prop_assert_eq!(relation == Relation::Out, shown == 0);
    }

    #[test]
    fn the_weight_of_a_possible_event_is_its_share_of_days(start in 0_i64..60, days_long in 1_i64..40, first in 0_i64..120, length in 0_i64..60) {
        let span = Span::of_event(days(start, days_long));
        let window = Window::new(first * DAY, (first + length + 1) * DAY - 1);
        let inside = (start..start + days_long).filter(|day| (first..=first + length).contains(day)).count();
        let expected = inside as f32 / days_long as f32;
        prop_assert!((span.relation(&window).weight() - expected).abs() < 1e-5);
    }

    #[test]
    fn widening_a_window_never_hides_anything(span in any_span(), first in 0_i64..120, length in 0_i64..60, before in 0_i64..30, after in 0_i64..30) {
        let window = Window::new(first * DAY, (first + length + 1) * DAY - 1);
        let wider = Window::new((first - before) * DAY, (first + length + 1 + after) * DAY - 1);
        let (narrow, wide) = (span.relation(&window), span.relation(&wider));
        prop_assert!(!narrow.is_shown() || wide.is_shown());
        prop_assert!(!narrow.is_certain() || wide.is_certain());
    }
}
