//! One bad part of a record takes nothing from the good ones, other people's words are not wrong, and what is far from
//! everything else is doubted.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use sahelscope::{
    data::{Dataset, FileOrigin, Filter},
    io::{Watch, formats, read::read_part},
    model::{Bounds, IssueKind, RowId, Second, When, Window, bounds::iso_day},
    query::WindowResult,
};
use serde_json::Value;

use crate::support::exported::exported;

fn opened(name: &str, text: &str) -> Dataset {
    let bytes = text.as_bytes().to_vec();
    let part = read_part(name, FileOrigin::Stdin, bytes, &Watch::nobody());
    Dataset::from_parts(vec![part.unwrap()])
}

fn feature(geometry: &str, properties: &str) -> String {
    format!(r#"{{"type":"Feature","geometry":{geometry},"properties":{{{properties}}}}}"#)
}

fn collection(features: &[String]) -> Dataset {
    let features = features.join(",\n");
    opened(
        "f.geojson",
        &format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#),
    )
}

fn kinds(dataset: &Dataset) -> Vec<(usize, &str, IssueKind)> {
    let issues = dataset.issues().iter();
    let named = issues.map(|filed| {
        (
            filed.row.unwrap().index(),
            &*filed.issue.field,
            filed.issue.kind,
        )
    });
    named.collect()
}

fn date(dataset: &Dataset, row: usize) -> Option<String> {
    let record = dataset.record(RowId::new(row))?;
    Some(record.date.as_ref()?.text().to_owned())
}

#[test]
fn an_end_that_cannot_be_read_leaves_the_start() {
    let table = "id,kind,start_date,end_date,latitude,longitude\n\
        a,presence,2021-03-05,soon,12,-8\n\
        b,presence,2021-03-06,2021-06-31,12,-8\n\
        c,presence,5 March 2021,2021-13-01,12,-8\n\
        d,presence,then,2021-03-06,12,-8\n\
        e,presence,then,ongoing,12,-8\n\
        f,presence,,2021-03-06,12,-8\n\
        g,presence,,present,12,-8\n";
    let dataset = opened("t.csv", table);
    let dates: Vec<Option<String>> = (0..7).map(|row| date(&dataset, row)).collect();
    let dates: Vec<&str> = dates
        .iter()
        .map(|it| it.as_deref().unwrap_or("-"))
        .collect();
    assert_eq!(
        dates,
        [
            "2021-03-05/",
            "2021-03-06/",
            "2021-03-05/",
            "/2021-03-06",
            "-",
            "/2021-03-06",
            "-"
        ]
    );
    let named: Vec<(usize, &str)> = kinds(&dataset)
        .into_iter()
        .map(|(row, field, _)| (row, field))
        .collect();
    assert_eq!(
        named,
        [
            (0, "end_date"),
            (1, "end_date"),
            (2, "end_date"),
            (3, "start_date"),
            (4, "start_date"),
            (6, "start_date")
        ]
    );
}

#[test]
fn a_presence_goes_on_in_three_languages() {
    for word in [
        "present",
        "Ongoing",
        "En cours",
        "à ce jour",
        "حتى الآن",
        "مستمر",
        "9999-12-31",
    ] {
        let table = format!(
            "id,kind,start_date,end_date\na,presence,2021-03-05,{word}\nb,presence,2021-03-06,2021-04-01\n"
        );
        let dataset = opened("t.csv", &table);
        assert_eq!(dataset.issues(), [], "{word}");
        let span = dataset.columns().span(RowId::new(0)).unwrap();
        assert_eq!(
            (iso_day(span.start.earliest).as_str(), span.end.latest),
            ("2021-03-05", Second::MAX),
            "{word}"
        );
    }
}

#[test]
fn an_empty_end_in_json_is_one_that_nobody_says() {
    let dataset = collection(&[feature(
        "null",
        r#""kind":"presence","start":"2021-03-05","end":"""#,
    )]);
    assert_eq!(dataset.issues(), []);
    assert_eq!(date(&dataset, 0).as_deref(), Some("2021-03-05"));
}

#[test]
fn degrees_place_a_record_whose_geometry_is_broken() {
    let dataset = collection(&[
        feature(
            r#"{"type":"Point","coordinates":["x",1]}"#,
            r#""date":"2021-03-05","latitude":13.5,"longitude":-7.25"#,
        ),
        feature(
            "null",
            r#""date":"2021-03-05","wkt":"POINT(1)","latitude":13.5,"longitude":-7.25"#,
        ),
        feature(
            "null",
            r#""date":"2021-03-05","wkt":"POINT EMPTY","latitude":13.5,"longitude":-7.25"#,
        ),
        feature(
            r#"{"type":"Point","coordinates":["x",1]}"#,
            r#""date":"2021-03-05""#,
        ),
    ]);
    let columns = dataset.columns();
    let placed: Vec<bool> = (0..4)
        .map(|row| columns.position(RowId::new(row)).is_some())
        .collect();
    assert_eq!(placed, [true, true, true, false]);
    let rows: Vec<(usize, IssueKind)> = kinds(&dataset)
        .into_iter()
        .map(|(row, _, kind)| (row, kind))
        .collect();
    let broken = IssueKind::GeometryMalformed;
    assert_eq!(rows, [(0, broken), (1, broken), (3, broken)]);
}

#[test]
fn a_height_that_is_no_number_takes_no_place_away() {
    let dataset = collection(&[
        feature(
            r#"{"type":"Point","coordinates":[-7.25,13.5,null]}"#,
            r#""date":"2021""#,
        ),
        feature(
            r#"{"type":"LineString","coordinates":[[-7,13,"?"],[-8,14]]}"#,
            r#""date":"2021""#,
        ),
        feature(
            r#"{"type":"Point","coordinates":[null,null,3]}"#,
            r#""date":"2021""#,
        ),
    ]);
    let columns = dataset.columns();
    let placed: Vec<bool> = (0..3)
        .map(|row| columns.position(RowId::new(row)).is_some())
        .collect();
    assert_eq!(placed, [true, true, false]);
    assert_eq!(kinds(&dataset).len(), 3);
}

#[test]
fn a_number_that_is_none_leaves_the_rest_of_its_record() {
    let text = |value: &str| {
        feature(
            r#"{"type":"Point","coordinates":[-7.25,13.5]}"#,
            &format!(r#""date":"2021-03-05","killed":{value},"note":"NaN is said""#),
        )
    };
    let dataset = collection(&[text("NaN"), text("-Infinity"), text("3")]);
    assert_eq!(
        kinds(&dataset),
        [
            (0, "killed", IssueKind::NotANumber),
            (1, "killed", IssueKind::NotANumber)
        ]
    );
    let totals = dataset.columns().totals();
    assert_eq!((totals.readable, totals.dated, totals.placed), (3, 3, 3));
    let bytes = exported(&dataset, &Filter::default(), &formats::GEOJSON, false);
    let written: Value = serde_json::from_slice(&bytes).unwrap();
    let properties = &written["features"][0]["properties"];
    assert!(properties["killed"].is_null());
    assert_eq!(properties["note"], "NaN is said");
}

#[test]
fn words_of_other_people_are_not_wrong() {
    let table = "id,date,kind,status,place_precision\na,2021-03-05,raid,Done,exact\nb,2021-03-06,presence,confirmed,town\n";
    let dataset = opened("t.csv", table);
    assert_eq!(dataset.issues(), []);
    let bytes = exported(&dataset, &Filter::default(), &formats::GEOJSON, false);
    let written: Value = serde_json::from_slice(&bytes).unwrap();
    let properties = &written["features"][0]["properties"];
    assert_eq!(properties["status (as read)"], "Done");
    assert_eq!(properties["kind (as read)"], "raid");
    assert_eq!(written["features"][1]["properties"]["status"], "confirmed");
    let json = collection(&[feature(
        "null",
        r#""date":"2021-03-05","status":"Done","kind":"raid""#,
    )]);
    assert_eq!(json.issues(), []);
    let own = r#"{"type":"FeatureCollection","profile":"sahelscope/1","features":[{"type":"Feature","id":"a","geometry":null,"properties":{"status":"Done","kind":"raid"}}]}"#;
    assert_eq!(
        opened("own.geojson", own).issues().len(),
        2,
        "the profile binds its own files"
    );
}

#[test]
fn a_place_at_zero_is_doubted() {
    let table =
        "id,date,latitude,longitude\na,2021-03-05,0,0\nb,2021-03-06,0.0,-0.0\nc,2021-03-06,0,9.5\n";
    let dataset = opened("t.csv", table);
    let zero = IssueKind::PlaceZero;
    assert_eq!(
        kinds(&dataset),
        [(0, "geometry", zero), (1, "geometry", zero)]
    );
    let json = collection(&[feature(r#"{"type":"Point","coordinates":[0,0]}"#, "")]);
    assert_eq!(kinds(&json), [(0, "geometry", zero)]);
}

#[test]
fn one_wrong_year_is_doubted_and_no_axis_grows_by_it() {
    for wrong in ["0023-03-07", "1444-03-07", "2233-03-07"] {
        let table = format!("id,date\na,2021-03-05\nb,2021-03-06\nc,{wrong}\nd,2023-03-06\n");
        let dataset = opened("t.csv", &table);
        assert_eq!(
            kinds(&dataset),
            [(2, "date", IssueKind::DateFar)],
            "{wrong}"
        );
        let whole: Bounds = When::parse("2021-03-05/2023-03-06").unwrap().bounds();
        assert_eq!(dataset.columns().extent_in_time(), Some(whole), "{wrong}");
        let filter = Filter {
            window: Window::parse(wrong).unwrap(),
            ..Filter::default()
        };
        let shown = WindowResult::of(&dataset, &filter);
        assert_eq!(
            shown.counts.shown.total(),
            1,
            "it is where it says, and said"
        );
    }
}

#[test]
fn files_of_two_ages_are_no_mistake() {
    let days = |name: &str, month: &str, last: u8| {
        let lines = (1..=last).map(|day| format!("{name}{day},{month}-{day:02}\n"));
        lines.collect::<Vec<_>>().concat()
    };
    let old = days("o", "1591-03", 10);
    let new = days("n", "2021-03", 30);
    assert_eq!(
        opened("t.csv", &format!("id,date\n{old}{new}")).issues(),
        []
    );
    assert_eq!(
        opened("t.csv", "id,date\na,1591\nb,1791\nc,2021\nd,9999\n").issues(),
        []
    );
}

#[test]
fn a_wrong_year_is_named_beside_the_column_that_has_the_right_one() {
    let dataset = opened(
        "t.csv",
        "id,date,Year\na,0022-03-05,2022\nb,2022-03-06,2022\n",
    );
    let issue = &dataset.issues()[0].issue;
    assert_eq!(
        (issue.kind, &*issue.value),
        (IssueKind::DateFar, "0022-03-05; Year: 2022")
    );
}
