//! A long file that is read in blocks is the same as one that is read whole.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{fmt::Write, fs, time::Instant};

use sahelscope::{
    data::{Dataset, FileOrigin, SourceFile},
    io::{
        ReadErrorKind, Watch,
        read::{read_file, read_part},
    },
    work::Progress,
};

/// More than the first block and one more.
const BYTES: usize = 22 << 20;

fn record(number: usize) -> String {
    let filler = "مورا é ".repeat(number % 60);
    let odd = match number % 9 {
        0 => r#","related":[{"id":"r-1","as":"after"}]"#,
        1 => r#","status":"odd""#,
        2 => r#","was":[{},{"type":"Feature","id":"inner"}]"#,
        _ => "",
    };
    format!(
        r#"{{"type":"Feature","id":"r-{number}","geometry":{{"type":"Point","coordinates":[-8.5,{}]}},"properties":{{"layer":"incident","date":"20{:02}-05","summary":"{filler} \"{{[,"{odd}}}}}"#,
        number % 90,
        number % 30,
    )
}

fn records(between: &str) -> String {
    let mut text = String::with_capacity(BYTES + 4096);
    for number in 0.. {
        if text.len() > BYTES {
            break;
        }
        let between = if number == 0 { "" } else { between };
        write!(text, "{between}{}", record(number)).unwrap();
    }
    text
}

fn both(name: &str, text: &str) -> [SourceFile; 2] {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    let streamed = read_file(&path, &Watch::nobody()).unwrap();
    let bytes = text.as_bytes().to_vec();
    let whole = read_part(name, FileOrigin::Stdin, bytes, &Watch::nobody()).unwrap();
    [streamed, whole]
}

fn assert_same(name: &str, text: &str, is_streamed: bool) {
    let [streamed, whole] = both(name, text);
    assert_eq!(streamed.derived.is_some(), is_streamed, "{name}");
    assert_eq!(streamed.text, whole.text, "{name}");
    assert_eq!(streamed.spans, whole.spans, "{name}");
    assert_eq!(streamed.members, whole.members, "{name}");
    assert_eq!(streamed.written_members, whole.written_members, "{name}");
    assert_eq!(streamed.issues, whole.issues, "{name}");
    assert_eq!(streamed.format, whole.format, "{name}");
    assert_eq!(streamed.mapping, whole.mapping, "{name}");
    assert_eq!(streamed.sha256(), whole.sha256(), "{name}");
    let [streamed, whole] = [streamed, whole].map(|part| Dataset::from_parts(vec![part]));
    assert_eq!(streamed.columns(), whole.columns(), "{name}");
    assert_eq!(streamed.issues(), whole.issues(), "{name}");
    assert_eq!(streamed.row_of("r-77"), whole.row_of("r-77"), "{name}");
}

fn collection(head: &str, records: &str, tail: &str) -> String {
    format!("{{{head}\"type\":\"FeatureCollection\",\"features\":[{records}]{tail}}}\n")
}

#[test]
fn a_long_collection_comes_to_the_same_in_blocks() {
    let records = records(",\n");
    let head = r#""profile":"sahelscope/1","title":"T","#;
    let tail = r#","sources":[{"id":"s"}]"#;
    assert_same("a.geojson", &collection(head, &records, tail), true);
    let marked = format!("\u{FEFF}{}", collection("", &records, " "));
    assert_same("marked.geojson", &marked, true);
}

#[test]
fn long_lines_come_to_the_same_in_blocks() {
    let lines = records("\r\n\n");
    assert_same("a.ndjson", &lines, true);
    let broken = lines.replacen("\"r-500\"", "\"r-500", 1);
    assert_same("broken.ndjson", &format!("{broken}\n"), true);
}

/// A table with line breaks and quotes in its cells.
fn table() -> String {
    let mut text = String::from("uid,date,title,lat,lon\n");
    for number in 0.. {
        if text.len() > BYTES {
            break;
        }
        let note = "مورا, \"\"é\"\"\n".repeat(number % 40);
        writeln!(
            text,
            "r-{number},20{:02}-05,\"{note}\",12.5,-8.5\r",
            number % 30
        )
        .unwrap();
    }
    text
}

#[test]
fn a_long_table_comes_to_the_same_in_blocks() {
    let table = table();
    assert_same("a.csv", &table, true);
    assert_same("marked.csv", &format!("\u{FEFF}{table}"), true);
    let gun = table.replacen(",\"\",", ",5\" gun,", 2);
    assert_same("gun.csv", &gun, true);
    let open = table.replacen(",\"\",", ",\"open,", 1);
    assert_same("open.csv", &open, false);
}

#[test]
fn a_long_file_that_is_out_of_the_ordinary_is_split_with_care() {
    let records = records(",");
    let cut = records.rfind(",\"summary\"").unwrap();
    let cut = &records[..cut];
    assert_same("cut.geojson", &format!("{{\"features\":[{cut}"), false);
    let broken = records.replacen("\"r-9000\"", "\"r-9000", 1);
    assert_same("broken.geojson", &collection("", &broken, ""), false);
    let twice = collection("", &records, ",\"type\":\"Feature\"");
    assert_same("twice.geojson", &twice, false);
    assert_same("array.geojson", &format!("[{records}]"), false);
}

#[test]
fn a_record_longer_than_a_block_is_one_record() {
    let long = format!(
        r#"{{"type":"Feature","properties":{{"a":"{}"}}}}"#,
        "x".repeat(BYTES)
    );
    let text = collection("", &[record(1), long, record(2)].join(","), "");
    assert_same("long.geojson", &text, true);
}

#[test]
fn a_long_file_can_be_cancelled_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ndjson");
    fs::write(&path, records("\n")).unwrap();
    let cancel = Progress::heard_by(|progress| {
        if progress.amounts().0 > 5 << 20 {
            progress.cancel();
        }
    });
    let began = Instant::now();
    let error = read_file(&path, &Watch::of(&cancel)).unwrap_err();
    assert!(matches!(error.kind, ReadErrorKind::Cancelled));
    assert!(began.elapsed().as_secs() < 60);
}
