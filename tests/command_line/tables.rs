//! Tables on the command line: presets, columns, the order of dates and coordinates.

use serde_json::json;

use super::{
    assert_one_sentence, fixture, in_folder, json_of, run, status, stderr, stdout, with_input,
};

fn formats(name: &str) -> String {
    fixture(&format!("formats/{name}"))
}

#[test]
fn dates_by_number_are_refused_with_their_column_until_their_order_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("t.csv");
    std::fs::write(
        &file,
        "name,date,lat,lon\na,03/04/2023,16,0\nb,05/04/2023,16,0\n",
    )
    .unwrap();
    let file = file.to_string_lossy().into_owned();
    let refused = run(&["count", "--json", &file]);
    assert_eq!(status(&refused), 2);
    assert_one_sentence(&refused);
    let sentence = stderr(&refused);
    assert!(
        sentence.contains("“date”") && sentence.contains("--date-order"),
        "{sentence}"
    );
    let count = |order: &str| {
        let output = run(&[
            "count",
            "--json",
            "--date-order",
            order,
            "--window",
            "2023-04",
            &file,
        ]);
        json_of(&output)["certain"].as_u64().unwrap()
    };
    assert_eq!((count("dmy"), count("mdy")), (2, 0));
    // A list of issues leaves nothing to guess.
    assert_eq!(status(&run(&["check", &file])), 1);
}

#[test]
fn a_preset_is_named_or_found_and_fits_or_not() {
    let forced = run(&[
        "count",
        "--json",
        "--preset",
        "ucdp-ged",
        &formats("ucdp_ged.csv"),
    ]);
    assert_eq!(json_of(&forced)["certain"], 2);
    let wrong = run(&["count", "--preset", "acled", &formats("ucdp_ged.csv")]);
    assert_eq!(status(&wrong), 2);
    assert_one_sentence(&wrong);
}

#[test]
fn a_column_that_a_table_does_not_have_is_refused_with_those_it_has() {
    let output = run(&["count", "--map", "date=Datum", &formats("geoconfirmed.csv")]);
    assert_eq!(status(&output), 2);
    assert_one_sentence(&output);
    assert!(stderr(&output).contains("PlusCode"), "{}", stderr(&output));
}

#[test]
fn what_has_no_place_in_the_profile_is_named() {
    let report = json_of(&run(&["check", "--json", &formats("acled.csv")]));
    let columns = report["extras"][0]["columns"].as_array().unwrap();
    assert!(columns.contains(&json!("disorder_type")), "{report}");
    let folder = tempfile::tempdir().unwrap();
    let (_, out) = in_folder(&folder, "out.kml");
    let said = stderr(&run(&["export", &formats("geoconfirmed.csv"), "-o", &out]));
    assert!(
        said.contains("PlusCode") && said.contains("OrbatUnits"),
        "{said}"
    );
    assert!(said.lines().all(|line| line.ends_with('.')), "{said}");
}

#[test]
fn an_issue_of_a_table_names_its_line() {
    let rows = b"name,date,lat,lon\nfirst,2022,12,-8\n\"sec\nond\",2022,12\nthird,soon,12,-8\n";
    let report = json_of(&with_input(&["check", "--json", "-"], rows));
    let found: Vec<_> = report["issues"]
        .as_array()
        .unwrap()
        .iter()
        .map(|issue| {
            (
                issue["kind"].as_str().unwrap(),
                issue["line"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(found[0], ("row-short", 3));
    assert_eq!(found.last(), Some(&("date-malformed", 5)));
}

#[test]
fn coordinates_that_have_changed_places_are_said_and_changed_back_when_asked() {
    let rows = b"name,date,lat,lon\na,2022,-8,12.6\nb,2022,-4,14.5\nc,2022,-3,16.8\n";
    let said = stdout(&with_input(&["check", "-"], rows));
    assert!(said.contains("--swap-coordinates"), "{said}");
    let arguments = ["count", "--json", "--bbox", "-12,10,4,25", "-"];
    assert_eq!(json_of(&with_input(&arguments, rows))["certain"], 0);
    let swapped = [&arguments[..], &["--swap-coordinates"]].concat();
    assert_eq!(json_of(&with_input(&swapped, rows))["certain"], 3);
}
