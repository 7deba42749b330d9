//! Tables that are broken in every way seen so far: one clear sentence or an issue, and nothing lost.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::time::Instant;

use proptest::prelude::*;
use sahelscope::{
    data::{Dataset, FileOrigin, SourceFile},
    io::{ReadErrorKind, Watch, read::read_part},
    model::{Lang, RowId},
    text::Catalogue,
};

fn read(bytes: &[u8]) -> Result<SourceFile, ReadErrorKind> {
    let bytes = bytes.to_vec();
    read_part("bad.csv", FileOrigin::Stdin, bytes, &Watch::nobody()).map_err(|error| error.kind)
}

/// The code of the error, after checking that it can be said in each language.
fn refused(bytes: &[u8]) -> &'static str {
    let watch = Watch::nobody();
    let error = read_part("bad.csv", FileOrigin::Stdin, bytes.to_vec(), &watch).unwrap_err();
    for lang in Lang::ALL {
        let sentence = error.sentence(&Catalogue::plain(lang));
        assert!(sentence.contains("bad.csv"), "{sentence}");
        assert!(
            !sentence.contains("{$") && !sentence.contains('\n'),
            "{sentence}"
        );
    }
    error.kind.code()
}

/// The rows' cells, and field and kind of each issue.
fn opened(text: &str) -> (Vec<Vec<String>>, Vec<(String, &'static str)>) {
    let dataset = Dataset::from_parts(vec![read(text.as_bytes()).unwrap()]);
    let table = dataset.parts()[0].table.clone().unwrap();
    let cells = |row| {
        let cells = table.cells(dataset.bytes(row));
        cells
            .into_iter()
            .map(std::borrow::Cow::into_owned)
            .collect()
    };
    let rows = dataset.rows().map(cells).collect();
    let issues = dataset.issues().iter();
    let issues = issues.map(|it| (it.issue.field.to_string(), it.issue.kind.code()));
    (rows, issues.collect())
}

fn issues(text: &str) -> Vec<(String, &'static str)> {
    opened(text).1
}

fn is(field: &str, kind: &'static str) -> Vec<(String, &'static str)> {
    vec![(field.to_owned(), kind)]
}

#[test]
fn what_is_no_table_is_refused_with_a_sentence() {
    assert_eq!(refused(b"just\nsome\nlines\n"), "one-column");
    assert_eq!(
        refused(b"1,2022-01-05,12.5,-8\n2,2022-01-06,12.5,-8\n"),
        "no-header"
    );
    assert_eq!(refused(b"<html><body>a,b</body></html>"), "is-web-page");
    assert_eq!(refused(b"PK\x03\x04,\x00\xE9,\x00"), "is-archive");
    let wide = "a,".repeat(100_000) + "\n" + &"1,".repeat(100_000);
    assert_eq!(refused(wide.as_bytes()), "too-many-columns");
}

#[test]
fn a_header_alone_is_no_loss_and_says_so() {
    let (rows, issues) = opened("date,name,lat,lon\n");
    assert_eq!(rows.len(), 0);
    assert_eq!(issues, is("", "no-rows"));
}

#[test]
fn rows_with_too_few_and_too_many_cells_keep_them_all() {
    let (rows, issues) = opened("date,name,lat\n2022,a\n2022,b,12,13,14\n2022,c,12\n");
    assert_eq!(issues[0], (String::new(), "row-short"));
    assert!(issues.contains(&(String::new(), "row-long")));
    assert_eq!(rows[1], ["2022", "b", "12", "13", "14"]);
    let part = read(b"date,name\n2022,b,extra\n").unwrap();
    let dataset = Dataset::from_parts(vec![part]);
    assert!(
        dataset
            .feature(RowId::new(0))
            .contains(r#""column 3":"extra""#)
    );
}

#[test]
fn names_that_are_missing_or_come_twice_get_one_of_their_own() {
    let part = read(b"date,,name,name,name\n2022,x,a,b,c\n").unwrap();
    let names = part.table.clone().unwrap();
    assert_eq!(
        names.names(),
        ["date", "column 2", "name", "name (2)", "name (3)"]
    );
    let codes: Vec<_> = part.issues.iter().map(|issue| issue.kind.code()).collect();
    assert_eq!(
        codes,
        ["header-empty", "header-duplicate", "header-duplicate"]
    );
}

#[test]
fn a_quote_that_is_never_closed_costs_its_own_row_alone() {
    let text = "date,name\n2022,\"open\n2023,b\n2024,\"c\"\n2025,d\n";
    let (rows, issues) = opened(text);
    assert_eq!(issues, is("", "quote-open"));
    assert_eq!(rows.len(), 4, "{rows:?}");
    assert_eq!(rows[0], ["2022", "\"open"]);
    assert_eq!(rows[2], ["2024", "c"]);
    let (rows, issues) = opened("date,name\n2022,a\n2023,\"open\n2024,c\n");
    assert_eq!((rows.len(), issues), (3, is("", "quote-open")));
}

#[test]
fn quotes_in_the_middle_of_a_cell_are_letters() {
    let (rows, issues) = opened("date,name\n2022,a 5\" gun\n2023,\"b\"\"c\"\n");
    assert_eq!(issues, []);
    assert_eq!(rows, [["2022", "a 5\" gun"], ["2023", "b\"c"]]);
}

#[test]
fn many_open_quotes_take_no_time_to_speak_of() {
    let text = String::from("date,name\n") + &"2022,\"x y z\n2023,b\n".repeat(50_000);
    let began = Instant::now();
    let (rows, _) = opened(&text);
    assert!(rows.len() >= 50_000, "{}", rows.len());
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
}

#[test]
fn lines_may_end_in_any_way_and_delimiters_be_any_of_the_usual() {
    for text in [
        "date,name\r\n2022,a\r\n2023,b",
        "date;name\n2022;a\n\n2023;b\n",
        "date\tname\r2022\ta\r2023\tb\r",
        "\u{FEFF}date|name\n2022|a\n2023|b",
        "sep=;\ndate;name\n2022;a\n2023;b",
    ] {
        let (rows, issues) = opened(text);
        assert_eq!(rows, [["2022", "a"], ["2023", "b"]], "{text:?}");
        assert_eq!(issues, [], "{text:?}");
    }
}

#[test]
fn a_table_in_utf_16_or_an_older_encoding_is_read() {
    let text = "date,place\n2022,Ségou\n";
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for bytes in [wide, b"date,place\n2022,S\xE9gou\n".to_vec()] {
        let dataset = Dataset::from_parts(vec![read(&bytes).unwrap()]);
        let place = dataset.record(RowId::new(0)).unwrap().place.name.clone();
        assert_eq!(place.text(Lang::En), "Ségou");
        assert_eq!(dataset.issues(), []);
    }
}

#[test]
fn lines_in_two_encodings_are_both_read_and_said() {
    let bytes = [
        b"date,place\n2022,".as_slice(),
        "Ségou\n".as_bytes(),
        b"2023,M\xE9naka\n",
    ]
    .concat();
    let dataset = Dataset::from_parts(vec![read(&bytes).unwrap()]);
    let places: Vec<String> = (0..2)
        .map(|row| {
            dataset
                .record(RowId::new(row))
                .unwrap()
                .place
                .name
                .text(Lang::En)
                .to_owned()
        })
        .collect();
    assert_eq!(places, ["Ségou", "Ménaka"]);
    assert_eq!(dataset.issues()[0].issue.kind.code(), "encoding-mixed");
}

#[test]
fn a_nul_in_a_cell_is_an_issue_of_its_row() {
    assert_eq!(issues("date,name\n2022,a\0b\n"), is("", "nul-character"));
}

#[test]
fn coordinates_that_are_none_are_an_issue_and_the_row_is_unplaced() {
    for (row, field, kind) in [
        ("2022,here,-8", "lat", "geometry-malformed"),
        ("2022,95,-8", "lat", "coordinate-out-of-range"),
        ("2022,,-8", "lat", "geometry-malformed"),
        ("2022,1e999,-8", "lat", "geometry-malformed"),
    ] {
        let text = format!("date,lat,lon\n{row}\n");
        assert_eq!(issues(&text), is(field, kind), "{row}");
    }
    assert_eq!(issues("date,lat,lon\n2022,,\n"), []);
    assert_eq!(issues("date;lat;lon\n2022;12,5;-8,25\n"), []);
}

proptest! {
    #[test]
    fn every_letter_of_a_table_is_in_a_row_or_its_header(
        lines in prop::collection::vec("[a-z\",; 0-9]{0,20}", 1..20)
    ) {
        let text = format!("date,name\n{}", lines.join("\n"));
        if let Ok(part) = read(text.as_bytes()) {
            // Rows of empty cells are in none, and lines above a header are said.
            let passed_over = ["rows-passed-over", "lines-above"];
            prop_assume!(!part.issues.iter().any(|issue| passed_over.contains(&issue.kind.code())));
            let header = part.table.clone().unwrap().header.len();
            let covered: usize = part.spans.iter().map(|span| span.len()).sum();
            let breaks = text.matches('\n').count();
            let inside: usize = part.spans.iter().map(|span| part.slice(&span).matches('\n').count()).sum();
            prop_assert_eq!(header + covered + breaks - inside, text.len());
            let _ = Dataset::from_parts(vec![part]);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[\\PC\n\r\t\",;=]{0,200}") {
        if let Ok(part) = read(text.as_bytes()) {
            let _ = Dataset::from_parts(vec![part]);
        }
    }
}
