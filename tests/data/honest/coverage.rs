//! The strip of reports: months without any are silent, and silence is claimed only where somebody says when
//! things were published.

use super::*;
use sahelscope::{model::Bounds, timeline::Coverage};

fn coverage(dataset: &Dataset, extent: &str) -> Coverage {
    Coverage::of(&dataset.reporting().dated, window(extent).bounds())
}

fn silent_months(coverage: &Coverage) -> usize {
    coverage
        .months
        .iter()
        .filter(|month| month.is_silent())
        .count()
}

#[test]
fn each_document_of_the_bundled_records_is_in_its_month_and_the_rest_is_silence() {
    let dataset = bundled();
    let coverage = coverage(&dataset, "2021/2025");
    assert_eq!(coverage.months.len(), 60);
    let in_month = |month: &str| {
        let month = coverage.at(window(month).first()).unwrap();
        (month.certain, month.possible)
    };
    for source in dataset.sources() {
        let published = source.published.as_ref().unwrap().bounds();
        let month = coverage.at(published.earliest).unwrap();
        assert!(!month.is_silent(), "{}", source.id);
    }
    assert_eq!(in_month("2023-06"), (0, 0));
    let total: usize = coverage.months.iter().map(|month| month.certain).sum();
    assert!(total <= dataset.sources().count());
    assert!(silent_months(&coverage) > 40);
    assert!(coverage.silences().count() > 1);
}

#[test]
fn a_document_dated_to_a_year_may_be_of_any_of_its_months() {
    let dataset = profile(r#"{"id":"a","published":"2022"},{"id":"b"}"#, "");
    let coverage = coverage(&dataset, "2022");
    assert!(
        coverage
            .months
            .iter()
            .all(|month| (month.certain, month.possible) == (0, 1))
    );
    assert_eq!(
        dataset.reporting().undated,
        1,
        "which is said beside every month"
    );
}

#[test]
fn records_that_say_themselves_when_they_were_reported_are_counted_where_no_document_does() {
    let reported = |id: &str| feature(id, r#""date":"2022-01-05","reported":"2022-02-03""#);
    let features = [
        reported("a"),
        reported("b"),
        feature("c", r#""date":"2022-01-05""#),
    ];
    let dataset = profile("", &features.join(","));
    let reporting = dataset.reporting();
    assert!(reporting.is_of_records);
    assert_eq!(reporting.undated, 1);
    let february = window("2022-02-03").bounds();
    let expected: [(Bounds, usize); 1] = [(february, 2)];
    assert_eq!(reporting.dated, expected);
    assert_eq!(silent_months(&coverage(&dataset, "2022")), 11);
}

#[test]
fn where_nobody_says_when_anything_was_published_no_month_is_called_silent() {
    let dataset = profile("", &feature("a", r#""date":"2022-01-05""#));
    assert!(dataset.reporting().is_unknown());
    assert!(!bundled().reporting().is_unknown());
}
