//! Files that nothing is known of: what their columns are taken for, what is said where nothing is, and what somebody
//! can say that the file does not.

use std::fs;

use serde_json::Value;

use super::{assert_one_sentence, in_folder, json_of, run, status, stderr};

/// What `arguments` print of a file called `name` with this text, as JSON.
fn json(name: &str, text: &str, arguments: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = in_folder(&folder, name);
    fs::write(path, text).unwrap();
    let mut all = arguments.to_vec();
    all.extend(["--json", &file]);
    json_of(&run(&all))
}

fn kinds(report: &Value) -> Vec<&str> {
    let issues = report["issues"].as_array().unwrap().iter();
    issues
        .map(|issue| issue["kind"].as_str().unwrap())
        .collect()
}

const LOCAL: &str =
    "id,date,latitude,longitude\na,2021-03-05 14:30,13.5,-7.25\nb,2021-03-06 09:00,13.5,-7\n";
const PLACED: &str = r#"{"type":"Point","coordinates":[-7.25,13.5]}"#;

#[test]
fn a_file_in_which_nothing_is_recognised_says_so_once_and_names_what_looks_like_it() {
    let text = "ref,verified date,grid northing\n1,2021-03-05,1397000\n2,2021-03-06,1398000\n";
    let report = json("t.csv", text, &["check"]);
    assert_eq!(kinds(&report), ["no-date-column", "no-place-columns"]);
    let message = |at: usize| report["issues"][at]["message"].as_str().unwrap();
    assert!(message(0).contains("verified date"), "{}", message(0));
    assert!(message(1).contains("grid northing"), "{}", message(1));
    assert_eq!(report["issues"][0]["record"], Value::Null);
}

#[test]
fn records_whose_date_stands_in_another_column_are_not_silently_undated() {
    let feature = |properties: &str| {
        format!(r#"{{"type":"Feature","geometry":{PLACED},"properties":{{{properties}}}}}"#)
    };
    let text = format!(
        r#"{{"type":"FeatureCollection","features":[{},{}]}}"#,
        feature(r#""date":"2021-03-05","week":"2021-03-01""#),
        feature(r#""date":null,"day of visit":"2021-03-06","week":"2021-03-01""#),
    );
    let report = json("f.geojson", &text, &["check"]);
    assert_eq!(kinds(&report), ["no-date-column"]);
}

#[test]
fn a_property_that_no_record_has_is_refused_in_every_format() {
    let features = format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","geometry":{PLACED},"properties":{{"date":"2021"}}}}]}}"#
    );
    let line =
        format!(r#"{{"type":"Feature","geometry":{PLACED},"properties":{{"date":"2021"}}}}"#);
    for (name, text) in [
        ("a.csv", "date,lat,lon\n2021,13,-7\n"),
        ("a.geojson", features.as_str()),
        ("a.geojsonl", line.as_str()),
        ("a.json", r#"[{"date":"2021","lat":13,"lon":-7}]"#),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (path, file) = in_folder(&folder, name);
        fs::write(path, text).unwrap();
        let refused = run(&["count", "--map", "date=Datum", &file]);
        assert_eq!(status(&refused), 2, "{name}");
        assert_one_sentence(&refused);
        assert!(stderr(&refused).contains("Datum"), "{name}");
    }
}

#[test]
fn a_date_in_parts_or_inside_of_something_can_be_named() {
    let table = "a,b,c,lat,lon\n2021,3,5,13,-7\n2021,4,,13,-7\n";
    let count = |text: &str, name: &str, map: &str, window: &str| {
        json(name, text, &["count", "--map", map, "--window", window])["certain"].clone()
    };
    assert_eq!(count(table, "t.csv", "date=a,b,c", "2021-03-05"), 1);
    assert_eq!(count(table, "t.csv", "date=a,b,c", "2021-04"), 1);
    assert_eq!(count(table, "t.csv", "date=a,b", "2021-03"), 1);
    let objects = r#"[{"happened":{"at":["x","2021-03-05"]},"lat":13,"lon":-7}]"#;
    assert_eq!(
        count(objects, "o.json", "date=happened.at.1", "2021-03-05"),
        1
    );
    let member = format!(
        r#"{{"type":"Feature","geometry":{PLACED},"moment":{{"start":"2021-03-05"}},"properties":{{}}}}"#
    );
    assert_eq!(
        count(&member, "f.geojson", "date=moment.start", "2021-03-05"),
        1
    );
}

#[test]
fn what_a_file_does_not_say_can_be_said_for_all_of_it() {
    let certain = |text: &str, arguments: &[&str]| {
        let mut all = vec!["count"];
        all.extend(arguments);
        json("t.csv", text, &all)["certain"].clone()
    };
    let window = ["--window", "2021-03-05T13:00Z/2021-03-05T14:00Z"];
    let zone = [&["--zone", "Africa/Niamey"][..], &window].concat();
    assert_eq!(certain(LOCAL, &window), 0);
    assert_eq!(certain(LOCAL, &zone), 1);
    let short = "id,date,latitude,longitude\na,05/03/21,13.5,-7.25\n";
    let century = [
        "--date-order",
        "dmy",
        "--century",
        "1900",
        "--window",
        "1921-03",
    ];
    assert_eq!(certain(short, &century), 1);
    let undated = "id,latitude,longitude\na,13.5,-7.25\n";
    assert_eq!(certain(undated, &["--date", "1914", "--window", "1914"]), 1);
    assert_eq!(
        certain(undated, &["--set", "date=1914", "--window", "1914"]),
        1
    );
    let seen = "id,date,latitude,longitude\na,2021,13.5,-7.25\n";
    let later = ["--window", "2023"];
    let presence = [&["--set", "kind=presence"][..], &later].concat();
    let shown = |arguments: &[&str]| {
        let mut all = vec!["count"];
        all.extend(arguments);
        let counts = json("t.csv", seen, &all);
        counts["possible"].clone()
    };
    assert_eq!((shown(&later), shown(&presence)), (0.into(), 1.into()));
}

#[test]
fn a_year_of_two_digits_is_asked_for_its_century() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = in_folder(&folder, "t.csv");
    fs::write(
        path,
        "id,date,lat,lon\na,14/03/21,13,-7\nb,02/01/20,13,-7\n",
    )
    .unwrap();
    let refused = run(&["count", "--date-order", "dmy", &file]);
    assert_eq!(status(&refused), 2);
    assert_one_sentence(&refused);
    assert!(
        stderr(&refused).contains("--century"),
        "{}",
        stderr(&refused)
    );
}

#[test]
fn a_date_that_can_be_read_in_one_order_tells_that_of_its_column() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = in_folder(&folder, "t.csv");
    fs::write(
        path,
        "id,date,lat,lon\na,9/10/2017,13,-7\nb,12/25/2017,13,-7\n",
    )
    .unwrap();
    let counted = run(&["count", "--json", "--window", "2017-09-10", &file]);
    assert_eq!(json_of(&counted)["certain"], 1);
    let said = stderr(&counted);
    assert!(
        said.contains("12/25/2017") && said.contains("--date-order"),
        "{said}"
    );
    let other = run(&[
        "count",
        "--json",
        "--date-order",
        "dmy",
        "--window",
        "2017-10-09",
        &file,
    ]);
    assert_eq!(json_of(&other)["certain"], 1);
}

#[test]
fn what_cannot_be_said_of_a_file_is_refused_in_a_sentence() {
    for arguments in [
        ["--zone", "Africa/Nowhere"],
        ["--century", "21st"],
        ["--set", "kind=raid"],
        ["--set", "latitude=13"],
        ["--date", "soon"],
    ] {
        let refused = run(&["count", arguments[0], arguments[1]]);
        assert_eq!(status(&refused), 2, "{arguments:?}");
        assert_one_sentence(&refused);
    }
}

#[test]
fn metres_are_places_once_their_reference_system_is_said() {
    let text = "id,date,X,Y\na,2021-03-05,500000,1500000\n";
    let doubted = json("m.csv", text, &["check"]);
    assert_eq!(doubted["files"][0]["placed"], 0);
    assert_eq!(
        doubted["files"][0]["doubts"][0]["options"][0],
        "--crs EPSG:32630"
    );
    let said = json("m.csv", text, &["check", "--crs", "EPSG:32630"]);
    assert_eq!(said["files"][0]["placed"], 1);
    assert_eq!(kinds(&said), Vec::<&str>::new());
    let refused = run(&["check", "--crs", "EPSG:1", "-"]);
    assert_eq!(status(&refused), 2);
    assert_one_sentence(&refused);
}

#[test]
fn a_style_for_qgis_stands_beside_an_export_and_takes_both_ends_in() {
    let folder = tempfile::tempdir().unwrap();
    let (out, file) = in_folder(&folder, "out.geojson");
    let written = run(&["export", "--qgis", "-o", &file]);
    assert_eq!(status(&written), 0);
    let style = fs::read_to_string(out.with_extension("qml")).unwrap();
    for part in [
        "limitMode=\"1\"",
        "startField=\"start\"",
        "endField=\"end\"",
    ] {
        assert!(style.contains(part), "{style}");
    }
    assert_eq!(status(&run(&["export", "--qgis", "-o", "-"])), 2);
}
