//! A presence grows stale: unconfirmed after its last confirmation, of unknown status after a limit,
//! never silently gone.

use super::*;
use sahelscope::{
    map::marks::{Certainty, certainty},
    model::StaleLimit,
    store::VisibleRow,
};

fn looks(dataset: &Dataset, id: &str, filter: &Filter) -> Option<Certainty> {
    let row = dataset.row_of(id)?;
    let visible = visible(dataset, filter);
    let shown: &VisibleRow = visible.rows.iter().find(|shown| shown.row == row)?;
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
