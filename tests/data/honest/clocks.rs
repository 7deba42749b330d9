//! Time runs on the day that things happened, or on the day that they became known.

use super::*;
use sahelscope::model::{Clock, Relation, RowId};

#[test]
fn on_the_clock_of_reports_a_record_stands_where_its_earliest_source_was_published() {
    let dataset = bundled();
    let row = dataset.row_of("incident-moura").unwrap();
    let columns = dataset.columns();
    let happened = columns.span_on(Clock::Happened, row).unwrap();
    let reported = columns.span_on(Clock::Reported, row).unwrap();
    assert_eq!(happened.hull(), window("2022-03-21/2022-03-31").bounds());
    assert_eq!(reported.hull(), window("2022-04-09/2022-04-10").bounds());
    let april = window("2022-04");
    assert_eq!(happened.relation(&april), Relation::Out);
    assert_eq!(reported.relation(&april), Relation::Certain);
}

#[test]
fn a_window_on_the_clock_of_reports_shows_what_was_published_in_it() {
    let dataset = bundled();
    let filter = Filter {
        window: window("2022-04"),
        clock: Clock::Reported,
        ..Filter::default()
    };
    let shown = ids(&dataset, &filter);
    for row in dataset.rows() {
        let record = dataset.record(RowId::new(row.index())).unwrap();
        let id = record.id.as_ref().unwrap().to_string();
        let is_of_april = dataset
            .reported(&record)
            .is_some_and(|reported| reported.overlaps(&filter.window.bounds()));
        assert_eq!(shown.contains(&id), is_of_april, "{id}");
    }
    assert!(
        shown.contains(&"deployment-timbuktu".to_owned()),
        "undated, but reported"
    );
}

#[test]
fn a_record_that_nobody_reported_is_undated_on_the_clock_of_reports() {
    let dataset = profile("", &feature("a", r#""date":"2022-01-05""#));
    let filter = Filter {
        clock: Clock::Reported,
        ..Filter::default()
    };
    let counts = visible(&dataset, &filter).counts;
    assert_eq!((counts.shown.total(), counts.undated), (0, 1));
}

#[test]
fn an_import_may_say_itself_when_a_record_was_reported() {
    let dataset = profile(
        "",
        &feature("a", r#""date":"2022-01-05","reported":"2022-03""#),
    );
    let filter = Filter {
        window: window("2022-03"),
        clock: Clock::Reported,
        ..Filter::default()
    };
    assert_eq!(ids(&dataset, &filter), ["a"]);
}
