//! Order without a date: `after` and `before` narrow bounds, are never written into `date`, and make
//! nothing certain.

use super::*;
use sahelscope::{
    model::{IssueKind, Relation, RowId},
    work::Progress,
};

fn dated(id: &str, date: &str, related: &str) -> String {
    feature(id, &format!(r#""date":"{date}","related":[{related}]"#))
}

fn related(id: &str, as_: &str) -> String {
    format!(r#"{{"id":"{id}","as":"{as_}"}}"#)
}

#[test]
fn soldiers_at_timbuktu_came_after_the_handover_and_before_they_were_last_confirmed() {
    let dataset = bundled();
    let row = dataset.row_of("deployment-timbuktu").unwrap();
    assert!(dataset.record(row).unwrap().date.is_none());
    let derived = dataset.derived(row).unwrap();
    assert_eq!(derived.bounds, window("2021-12/2022-04").bounds());
    assert_eq!(
        derived.after,
        dataset.row_of("context-barkhane-handover-timbuktu")
    );
    assert!(derived.is_before_attested && derived.own.is_none());
    let span = dataset.columns().span(row).unwrap();
    assert!(matches!(
        span.relation(&window("2022-01/2022-03")),
        Relation::Possible { .. }
    ));
    assert!(
        matches!(
            span.relation(&window("2020/2030")),
            Relation::Possible { .. }
        ),
        "never certain"
    );
    assert_eq!(span.relation(&window("2021-11")), Relation::Out);
}

#[test]
fn what_only_its_order_places_is_certain_in_no_window_that_ends() {
    let dataset = bundled();
    let row = dataset.row_of("deployment-timbuktu").unwrap();
    let span = dataset.columns().span(row).unwrap();
    for text in ["2021-12/2022-04", "1900/2100", "../2100"] {
        let relation = span.relation(&window(text));
        assert!(matches!(relation, Relation::Possible { .. }), "{text}");
    }
    // Wherever its true dates lie, everything shows it, as it shows any other record with open bounds.
    assert_eq!(span.relation(&Window::ALL), Relation::Certain);
    let open = profile("", &dated("open", "../2022-01-05", ""));
    let open = open.columns().span(RowId::new(0)).unwrap();
    assert_eq!(open.relation(&Window::ALL), Relation::Certain);
}

#[test]
fn an_undated_record_with_one_neighbour_only_stays_undated() {
    let dataset = profile(
        "",
        &[
            dated("first", "2022-01-05", ""),
            feature(
                "later",
                &format!(r#""related":[{}]"#, related("first", "after")),
            ),
        ]
        .join(","),
    );
    assert_eq!(dataset.columns().span(RowId::new(1)), None);
    assert_eq!(
        dataset.derived(RowId::new(1)).unwrap().bounds.earliest,
        window("2022-01-05").first()
    );
    assert_eq!(visible(&dataset, &Filter::default()).counts.undated, 1);
}

#[test]
fn an_imprecise_date_is_narrowed_but_certain_only_by_itself() {
    let dataset = profile(
        "",
        &[
            dated("first", "2022-06-15", ""),
            dated("later", "2022", &related("first", "after")),
        ]
        .join(","),
    );
    let span = dataset.columns().span(RowId::new(1)).unwrap();
    assert_eq!(span.hull(), window("2022-06-15/2022-12-31").bounds());
    assert_eq!(span.relation(&window("2022-03")), Relation::Out);
    assert!(
        matches!(span.relation(&window("2022-06/2022-12")), Relation::Possible { weight } if weight > 0.99)
    );
    assert_eq!(span.relation(&window("2022")), Relation::Certain);
    assert_eq!(
        dataset.own_span(RowId::new(1)).unwrap().hull(),
        window("2022").bounds()
    );
}

#[test]
fn a_circle_is_an_issue_and_no_endless_loop() {
    let dataset = profile(
        "",
        &[
            feature("a", &format!(r#""related":[{}]"#, related("b", "after"))),
            feature("b", &format!(r#""related":[{}]"#, related("a", "after"))),
        ]
        .join(","),
    );
    let kinds: Vec<IssueKind> = dataset
        .issues()
        .iter()
        .map(|filed| filed.issue.kind)
        .collect();
    assert_eq!(kinds, [IssueKind::OrderCircular, IssueKind::OrderCircular]);
    assert!(dataset.derived(RowId::new(0)).is_none());
}

#[test]
fn an_order_that_the_dates_contradict_is_an_issue_and_the_dates_stand() {
    let dataset = profile(
        "",
        &[
            dated("a", "2022-05-01", ""),
            dated("b", "2022-01-01", &related("a", "after")),
        ]
        .join(","),
    );
    let issue = &dataset.issues()[0];
    assert_eq!(
        (issue.row, issue.issue.kind),
        (Some(RowId::new(1)), IssueKind::OrderContradicted)
    );
    assert_eq!(
        dataset.columns().span(RowId::new(1)).unwrap().hull(),
        window("2022-01-01").bounds()
    );
}

#[test]
fn an_export_never_dates_what_has_no_date_of_its_own() {
    let dataset = bundled();
    let filter = Filter::default();
    let visible = visible(&dataset, &filter);
    let export = io::export::Export::shown(&dataset, &visible, &filter);
    let mut out = Vec::new();
    export
        .write(&io::formats::GEOJSON, &mut out, &Progress::unwatched())
        .unwrap();
    let again = import(std::str::from_utf8(&out).unwrap());
    let row = again.row_of("deployment-timbuktu").unwrap();
    assert!(!again.bytes(row).contains("\"start\""));
    assert_eq!(again.own_span(row), None);
    assert_eq!(
        again.derived(row).map(|it| it.bounds),
        dataset
            .derived(dataset.row_of("deployment-timbuktu").unwrap())
            .map(|it| it.bounds)
    );
}
