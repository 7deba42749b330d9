//! Files that somebody made to hurt, and what becomes of them.

use std::fs;
#[cfg(target_os = "linux")]
use std::process::Command;

use super::{assert_one_sentence, in_folder, run, status, stderr, stdout};

/// A title bar renamed, the screen cleared, a line break and the order of letters turned around.
const OBEYED: &str = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\r\u{202e}";

fn assert_shown(text: &str, what: &str) {
    let obeyed =
        |letter: char| (letter.is_control() && !"\n\t".contains(letter)) || letter == '\u{202e}';
    assert!(!text.contains(obeyed), "{what}: {text:?}");
}

#[test]
fn nothing_from_a_file_is_obeyed_by_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = in_folder(&folder, "evil\u{1b}[31m.geojson");
    let text = serde_json::json!({
        "type": "FeatureCollection",
        "features": [{
            "type": "Feature",
            "id": format!("id{OBEYED}"),
            "geometry": null,
            "properties": {
                "layer": format!("layer{OBEYED}"),
                "title": format!("title{OBEYED}"),
                "date": "2022-01-05",
                "status": format!("status{OBEYED}"),
            },
        }],
    });
    fs::write(&path, text.to_string()).unwrap();
    let (table, columns) = in_folder(&folder, "evil.csv");
    fs::write(
        &table,
        format!(
            "id,lat,lon,date,odd{}\na,14,-8,2022,x\n",
            OBEYED.replace('\r', "")
        ),
    )
    .unwrap();
    let (_, out) = in_folder(&folder, "out.kml");
    for arguments in [
        &["check", &file][..],
        &["check", "--json", &file],
        &["count", &file],
        &["count", "--json", &file],
        &["count", "--say", "--text", OBEYED, &file],
        &["diff", "2021", "2022", &file],
        &["bookmarks", &file],
        &["coverage", &file],
        &["export", &file, "-o", &out],
        &["check", &columns],
        &["export", &columns, "-o", &out],
        &["count", OBEYED],
        &["count", "--window", OBEYED],
        &[OBEYED, OBEYED],
    ] {
        let output = run(arguments);
        assert_shown(&stdout(&output), &format!("{arguments:?}"));
        assert_shown(&stderr(&output), &format!("{arguments:?}"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_export_to_a_standard_output_that_is_closed_says_so_and_fails() {
    for command in [
        "export -o -",
        "render --size 300x240 -o -",
        "diff 2021 2022",
    ] {
        let line = format!("exec {} {command} >&-", env!("CARGO_BIN_EXE_sahelscope"));
        let output = Command::new("sh").args(["-c", &line]).output().unwrap();
        assert_eq!(status(&output), 3, "{command}: {}", stderr(&output));
        assert_one_sentence(&output);
        assert!(!stderr(&output).contains(" of "), "{}", stderr(&output));
    }
}

#[test]
fn a_table_whose_short_rows_would_be_filled_without_end_is_refused_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = in_folder(&folder, "wide.csv");
    let names: Vec<String> = (0..8000).map(|column| format!("c{column}")).collect();
    let wide = format!("id,date,{}\n", names.join(","));
    fs::write(&path, wide.clone() + &"a,2022\n".repeat(9000)).unwrap();
    let output = run(&["count", &file]);
    assert_eq!(status(&output), 3, "{}", stdout(&output));
    assert_one_sentence(&output);
    assert!(stderr(&output).contains("cells"), "{}", stderr(&output));
    fs::write(&path, wide + &"a,2022\n".repeat(900)).unwrap();
    let output = run(&["count", &file]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
}

#[test]
fn records_of_ever_other_properties_are_no_table_of_their_product() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = in_folder(&folder, "ever-other.geojson");
    let feature = |number: usize| {
        let names: Vec<String> = (0..4).map(|it| format!(r#""p{number}_{it}":1"#)).collect();
        let names = names.join(",");
        format!(r#"{{"type":"Feature","geometry":null,"properties":{{{names}}}}}"#)
    };
    let features: Vec<String> = (0..2200).map(feature).collect();
    let features = features.join(",");
    fs::write(
        &path,
        format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#),
    )
    .unwrap();
    let (out, name) = in_folder(&folder, "out.csv");
    let output = run(&["export", &file, "-o", &name]);
    assert_eq!(status(&output), 3, "{}", stderr(&output));
    assert_one_sentence(&output);
    assert!(!out.exists());
}

#[test]
fn a_column_that_a_spreadsheet_would_compute_comes_back_under_its_own_name() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = in_folder(&folder, "in.geojson");
    let feature = r#"{"type":"Feature","id":"a","geometry":null,"properties":{"title":"T","date":"2022","=k":"=v"}}"#;
    fs::write(
        &path,
        format!(r#"{{"type":"FeatureCollection","profile":"sahelscope/1","odd":NaN,"features":[{feature}]}}"#),
    )
    .unwrap();
    let (table, csv) = in_folder(&folder, "out.csv");
    let (back, json) = in_folder(&folder, "back.geojson");
    assert_eq!(status(&run(&["export", &file, "-o", &csv])), 0);
    assert!(fs::read_to_string(&table).unwrap().contains("'=k"));
    let output = run(&["export", &csv, "-o", &json]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let text = fs::read_to_string(&back).unwrap();
    assert!(text.contains(r#""=k":"=v""#), "{text}");
    // A member that is no JSON goes out as a text.
    assert_eq!(status(&run(&["export", &file, "-o", &json])), 0);
    let text = fs::read_to_string(&back).unwrap();
    assert!(text.contains(r#""odd": "NaN""#), "{text}");
}
