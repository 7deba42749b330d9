//! The fast path into columns and the slow path give the same columns and the same issues.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use proptest::prelude::*;
use sahelscope::{
    data::{Batch, BatchReader, FileOrigin, SourceFile, SourceText, Spans},
    io::{Watch, read::read_part},
    model::{Field, Mapping},
};

/// A file of features under a mapping.
fn part(mapping: &Mapping) -> SourceFile {
    SourceFile {
        mapping: mapping.clone(),
        ..SourceFile::of_lines("quick", SourceText::default(), Spans::default())
    }
}

fn both(records: &[String], mapping: &Mapping) -> [Batch; 2] {
    let part = part(mapping);
    let mut reader = BatchReader::new(&part);
    let mut thorough = Batch::default();
    for record in records {
        reader.push(record);
        let (record, issues) = part.read(record);
        thorough.push(record, issues);
    }
    [reader.take(), thorough]
}

fn assert_same(records: &[String], mapping: &Mapping) {
    let [quick, thorough] = both(records, mapping);
    assert_eq!(quick, thorough, "{records:#?}");
    assert_same_documents(records, &part(mapping));
}

/// Whatever the fast path says that a record cites is what the record says, which then claims nothing.
fn assert_same_documents(records: &[String], part: &SourceFile) {
    let mut reader = BatchReader::new(part);
    let is_profile = part.mapping.is_profile();
    for text in records {
        if let (Some(cited), (Some(record), _)) = (reader.cited_by(text), part.read(text)) {
            let sources: Vec<&str> = record.sources.iter().map(AsRef::as_ref).collect();
            assert_eq!(cited.sources, sources, "{text}");
            assert_eq!(cited.actors, record.actors.len(), "{text}");
            assert!(record.claims.is_empty(), "{text}");
            assert!(record.evidence.is_empty(), "{text}");
            if is_profile {
                assert!(
                    record.quantities.is_empty() && record.equipment.is_empty(),
                    "{text}"
                );
            }
        }
    }
}

fn mappings() -> [Mapping; 3] {
    let mut foreign = Mapping::of_names(&[
        "Event Date",
        "name",
        "category",
        "status",
        "actor1",
        "source",
        "lat",
        "lon",
        "uid",
    ]);
    foreign.set(Field::Reported, Some("seen"));
    [
        Mapping::profile(),
        Mapping::of_names(&["start", "end", "title", "type", "status"]),
        foreign,
    ]
}

/// Values that properties really have, and many that they should not.
fn value() -> impl Strategy<Value = String> {
    let usual = prop::sample::select(vec![
        "null",
        "true",
        "2022",
        "-5",
        "0.5",
        "12345678901234567890",
        "1e3",
        "1e999",
        "-0",
        "01",
        "\"2022-01-05\"",
        "\"2022-01\"",
        "\"2022?\"",
        "\"2022-01/2022-03\"",
        "\"03/04/2022\"",
        "\"31 January 2023\"",
        "\"\"",
        "\"..\"",
        "\"2022-01-05T10:00\"",
        "\"2022-13-01\"",
        "\"deployment\"",
        "\"incident\"",
        "\"Battles\"",
        "\"event\"",
        "\"presence\"",
        "\"town\"",
        "\"confirmed\"",
        "\"retracted\"",
        "\"a\\u00e9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\q\"",
        "\"tab\tin it\"",
        "\"line\nin it\"",
        "[\"A\",\"B\"]",
        "[\"A\\n\"]",
        "[]",
        "[1]",
        "{}",
        "{\"a\":[{\"b\":null}]}",
        "[{\"id\":\"x\",\"as\":\"after\"}]",
        "tru",
        "\"open",
        "[{\"by\":\"X\",\"says\":\"Y\"}]",
        "[\"s1\",\"s2\",\"s1\"]",
        "\"s3; s1 ;\"",
        "\"L\\u00e9 \\\"x\\\"; B\"",
        "\"2022-01-05 00:00:00\"",
    ]);
    usual.prop_map(str::to_owned)
}

fn name() -> impl Strategy<Value = String> {
    let names = vec![
        "layer",
        "kind",
        "title",
        "title:fr",
        "summary",
        "date",
        "date_basis",
        "start",
        "end",
        "last_confirmed",
        "reported",
        "place",
        "place_precision",
        "place_radius_km",
        "status",
        "actors",
        "quantities",
        "equipment",
        "claims",
        "sources",
        "related",
        "Event Date",
        "name",
        "category",
        "actor1",
        "seen",
        "source",
        "lat",
        "lon",
        "uid",
        "type",
        "other",
        "d\\u0061te",
    ];
    prop::sample::select(names).prop_map(str::to_owned)
}

fn geometry() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "null",
        r#"{"type":"Point","coordinates":[-8,12.5]}"#,
        r#"{"coordinates":[-3.034554,14.866104,250.0],"type":"Point"}"#,
        r#"{"type":"Point","coordinates":[-8,12],"bbox":[1]}"#,
        r#"{"type":"Point","coordinates":[-181,12]}"#,
        r#"{"type":"Point","coordinates":[-8]}"#,
        r#"{"type":"Point","coordinates":["-8","12"]}"#,
        r#"{"type":"Point","coordinates":[]}"#,
        r#"{"type":"Point","coordinates":[1e1,2]}"#,
        r#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#,
        r#"{"type":"Point","type":"Point","coordinates":[1,2]}"#,
        r#"{"type":"Polygon"}"#,
        "17",
    ])
    .prop_map(str::to_owned)
}

fn record() -> impl Strategy<Value = String> {
    let properties = prop::collection::vec((name(), value()), 0..6);
    let properties = properties.prop_map(|members| {
        let members: Vec<String> = members
            .into_iter()
            .map(|(name, value)| format!("\"{name}\": {value}"))
            .collect();
        format!("{{{}}}", members.join(" ,\n"))
    });
    let properties = prop_oneof![9 => properties, 1 => value()];
    let id =
        prop_oneof![3 => Just(String::new()), 1 => value().prop_map(|id| format!("\"id\":{id},"))];
    let more = prop_oneof![9 => Just(String::new()), 1 => (name(), value()).prop_map(|(name, value)| format!(",\"{name}\":{value}"))];
    (id, geometry(), properties, more).prop_map(|(id, geometry, properties, more)| {
        format!(r#"{{"type":"Feature",{id}"geometry":{geometry},"properties":{properties}{more}}}"#)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn usual_and_hostile_records_come_to_the_same(
        records in prop::collection::vec(record(), 1..4),
        which in 0..3_usize,
    ) {
        assert_same(&records, &mappings()[which]);
    }

    #[test]
    fn damaged_records_come_to_the_same(record in record(), at in any::<prop::sample::Index>(), mark in "[{}\\[\\]\",:\\\\0-9 ]?") {
        let boundaries: Vec<usize> = (0..=record.len()).filter(|at| record.is_char_boundary(*at)).collect();
        let cut = boundaries[at.index(boundaries.len())];
        let damaged = [&record[..cut], &mark, &record[cut..]].concat();
        assert_same(&[damaged, record[..cut].to_owned()], &Mapping::profile());
    }
}

#[test]
fn the_plain_records_of_a_file_go_the_quick_way() {
    let record = r#"{"type":"Feature","properties":{"title":"x \"y\"","status":"retracted","date":"2022-03-27"},"geometry":{"type":"Point","coordinates":[-3.034554,14.866104]}} "#;
    let part = part(&Mapping::profile());
    let mut reader = BatchReader::new(&part);
    assert_eq!(reader.push_next(record, 0), Some(record.len() - 1));
    assert_eq!(reader.take().len(), 1);
}

#[test]
fn batches_put_together_are_the_same_as_one() {
    let names = ["Battles", "incident", "Riots", "Battles"];
    let records: Vec<String> = (0..200)
        .map(|n| {
            let layer = names[n % 4];
            let radius = if n > 150 { 2 } else { 0 };
            let shape = if n % 7 == 0 { r#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"# } else { "null" };
            format!(r#"{{"type":"Feature","id":{n},"geometry":{shape},"properties":{{"layer":"{layer}","date":"20{:02}","place_radius_km":{radius},"sources":["s{}"],"related":[{{"id":"r","as":"after"}}],"status":"odd"}}}}"#, n % 30, n % 3)
        })
        .collect();
    let mapping = Mapping::profile();
    let [whole, _] = both(&records, &mapping);
    let mut pieces = Batch::default();
    for piece in records.chunks(37) {
        pieces.append(&both(piece, &mapping)[0]);
    }
    assert_eq!(pieces, whole);
}

/// Cells that columns really have, and many that they should not.
fn cell() -> impl Strategy<Value = String> {
    let cells = vec![
        "",
        "",
        "1",
        "2",
        "3",
        "4",
        "-5",
        "12.5",
        "\"12,5\"",
        "95",
        "x",
        "  ",
        "2022-01-05",
        "2022-01-05 00:00:00.000",
        "31 January 2023",
        "03/04/2022",
        "2022-01/2022-03",
        "1672531200",
        "99999999999999",
        "Battles",
        "Agreement",
        "Headquarters or base established",
        "incident",
        "\"a, \"\"b\"\"; c\"",
        "a; b ;a",
        "\"open",
        "\"a\" b",
        "\"\"",
        "presence",
        "town",
        "confirmed",
        "odd",
        "[1]",
        "2021-02-03; 2020-01-01;",
        "POINT(1 2)",
        "\u{0}",
    ];
    prop::sample::select(cells).prop_map(str::to_owned)
}

const HEADERS: [&str; 4] = [
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,latitude,longitude,geo_precision,source,notes,fatalities,timestamp",
    "id,type_of_violence,dyad_name,source_date,where_prec,latitude,longitude,date_prec,date_start,date_end,best,low,high,source_article,source_office,adm_1",
    "id,date,lat,lon,title,status,layer,kind,place_precision,source,claims,place_radius_km,reported",
    "start,end,wkt,name,last_confirmed,actor",
];

fn rows() -> impl Strategy<Value = String> {
    let row = prop::collection::vec(cell(), 5..17).prop_map(|cells| cells.join(","));
    (0..HEADERS.len(), prop::collection::vec(row, 1..6)).prop_map(|(header, rows)| {
        let header = HEADERS[header];
        let columns = header.split(',').count();
        let cut = |row: String| -> String {
            let mut cells: Vec<&str> = row.split(',').collect();
            if !cells.len().is_multiple_of(5) {
                cells.resize(columns, "1");
            }
            cells.join(",")
        };
        let rows: Vec<String> = rows.into_iter().map(cut).collect();
        format!("{header}\n{}\n", rows.join("\n"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn rows_of_tables_come_to_the_same(text in rows()) {
        let bytes = text.clone().into_bytes();
        if let Ok(part) = read_part("x.csv", FileOrigin::Stdin, bytes, &Watch::nobody()) {
            let mut reader = BatchReader::new(&part);
            let mut thorough = Batch::default();
            for span in part.spans.iter() {
                reader.push(part.slice(&span));
                let (record, issues) = part.read(part.slice(&span));
                thorough.push(record, issues);
            }
            prop_assert_eq!(reader.take(), thorough, "{}", text);
            let records: Vec<String> = part.spans.iter().map(|it| part.slice(&it).to_owned()).collect();
            assert_same_documents(&records, &part);
        }
    }
}
