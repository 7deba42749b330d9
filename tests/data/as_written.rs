//! Files as people and programs write them: read as they are meant, or said.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use sahelscope::{
    data::{Dataset, FileOrigin, Filter, SourceFile},
    io::{
        Watch,
        formats::GEOJSON,
        read::{read_part, read_stdin},
    },
    model::{DateOrder, Field, RowId, Zone},
};

use crate::support::exported::exported;

fn file(name: &str, text: &str) -> SourceFile {
    let bytes = text.as_bytes().to_vec();
    read_part(name, FileOrigin::Stdin, bytes, &Watch::nobody()).unwrap()
}

fn opened(name: &str, text: &str) -> Dataset {
    Dataset::from_parts(vec![file(name, text)])
}

/// Kind, field and value of each issue.
fn issues(dataset: &Dataset) -> Vec<[&str; 3]> {
    let filed = dataset.issues().iter();
    filed
        .map(|filed| {
            [
                filed.issue.kind.code(),
                &filed.issue.field,
                &filed.issue.value,
            ]
        })
        .collect()
}

fn dates(dataset: &Dataset) -> Vec<Option<String>> {
    let date = |row| Some(dataset.record(row)?.date.as_ref()?.text().to_owned());
    dataset.rows().map(date).collect()
}

fn placed(dataset: &Dataset) -> usize {
    let rows = dataset.rows();
    rows.filter(|row| dataset.columns().position(*row).is_some())
        .count()
}

#[test]
fn a_title_and_a_note_above_a_header_are_said_and_the_table_is_read() {
    let table = "id,day of event,lat,lon\nx1,2021-03-04,12.5,-7.5\nx2,2021-03-05,13.5,-6.5\n";
    for above in [
        "Raids on markets, 2021\nCollected by hand; see notes\n\n",
        "Raids on markets,,,\n\"Collected by hand; see notes\",,,\n",
    ] {
        let dataset = opened("raids.csv", &format!("{above}{table}"));
        let found = issues(&dataset);
        assert_eq!((dataset.len(), placed(&dataset)), (2, 2), "{above}");
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0][0], "lines-above");
        assert!(found[0][2].starts_with("Raids on markets"), "{found:?}");
    }
}

#[test]
fn columns_that_are_called_by_years_are_columns() {
    let dataset = opened(
        "displaced.csv",
        "place,date,lat,lon,2018,2019,2020,2021,2022\nA,2021-03-04,12.5,-7.5,1,2,3,4,5\n",
    );
    assert_eq!(
        dataset.parts()[0].extras(),
        ["2018", "2019", "2020", "2021", "2022"]
    );
    assert_eq!((dataset.len(), placed(&dataset)), (1, 1));
}

#[test]
fn lines_that_end_in_two_ways_are_rows_however_long_the_file_is() {
    let note = "word ".repeat(80);
    let rows = format!(
        "{note},2021-03-04,12.5,-7.5\r\n{note},2021-03-05,13.5,-6.5\r{note},2021-03-06,13.5,-6.5\n"
    );
    for times in [1, 4500] {
        let text = format!("note,date,lat,lon\n{}", rows.repeat(times));
        let part = read_stdin(text.as_bytes(), &Watch::nobody()).unwrap();
        assert_eq!(part.spans.len(), 3 * times);
        let dataset = Dataset::from_parts(vec![part]);
        assert_eq!(placed(&dataset), 3 * times);
    }
    // A carriage return in a cell is no end of a row.
    let text = "id,date,lat,lon\n\"a\rb\",2021-03-04,12.5,-7.5\nc\rd,2021-03-05,13.5,-6.5\n";
    assert_eq!(opened("cells.csv", text).len(), 2);
}

#[test]
fn a_quote_inside_a_quoted_cell_is_said_with_its_row_and_its_text_is_kept() {
    let dataset = opened(
        "quotes.csv",
        "id,date,lat,lon,what\na,2021,12.5,-7.5,\"a \"small\" raid\"\nb,2022,12.5,-7.5,\"a \"\"big\"\" one\"\n",
    );
    assert_eq!(
        issues(&dataset),
        [["quote-inside", "what", "\"a \"small\" raid\""]]
    );
    assert_eq!(dataset.issues()[0].row, Some(RowId::new(0)));
}

#[test]
fn a_key_that_stands_twice_is_said_where_it_is_read() {
    let point = r#""geometry":{"type":"Point","coordinates":[-7.5,12.5]}"#;
    let twice = format!(
        r#"{{"type":"Feature","properties":{{"date":"2021","date":"2022","x":1,"x":2}},{point}}}"#
    );
    let once = format!(r#"{{"type":"Feature","properties":{{"date":"2021","x":1}},{point}}}"#);
    let text = format!(r#"{{"type":"FeatureCollection","features":[{once},{twice}]}}"#);
    let dataset = opened("twice.geojson", &text);
    assert_eq!(issues(&dataset), [["key-duplicate", "date", ""]]);
    assert_eq!(dataset.issues()[0].row, Some(RowId::new(1)));
    // Of objects that are no features an export keeps one value only.
    let objects = r#"[{"date":"2021","lat":12.5,"lon":-7.5,"x":1,"x":2}]"#;
    assert_eq!(
        issues(&opened("twice.json", objects)),
        [["key-duplicate", "x", ""]]
    );
}

#[test]
fn lists_below_a_list_of_names_are_records() {
    let whole =
        r#"[["id","date","lat","lon"],["a","2021-03-04",12.5,-7.5],["b","2021-03-05",13.5,null]]"#;
    let lines = whole[1..whole.len() - 1].replace("],[", "]\n[");
    for text in [whole, &lines] {
        let dataset = opened("lists.json", text);
        assert_eq!(
            (dataset.len(), placed(&dataset)),
            (2, 1),
            "{:?}",
            issues(&dataset)
        );
        assert_eq!(dates(&dataset)[1].as_deref(), Some("2021-03-05"));
    }
}

#[test]
fn a_date_that_is_there_as_edtf_too_is_read_as_that_with_its_end() {
    let feature = |properties: &str| {
        format!(
            r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{{"type":"Point","coordinates":[-7.5,12.5]}}}}"#
        )
    };
    let features = [
        feature(
            r#""start_date":"1901","start_date:edtf":"1900~","end_date":"1912","end_date:edtf":"1912-05?""#,
        ),
        feature(r#""start_date":"1903","end_date":"1914""#),
        feature(r#""start_date":"1904""#),
        feature(r#""incident:date:start":"2021-05-06""#),
    ];
    let text = format!(
        r#"{{"type":"FeatureCollection","features":[{}]}}"#,
        features.join(",")
    );
    let dataset = opened("history.geojson", &text);
    let expected = ["1900~/1912-05?", "1903/1914", "1904", "2021-05-06"];
    assert_eq!(dates(&dataset), expected.map(|date| Some(date.to_owned())));
    let understood = dataset.understood(0).unwrap();
    let columns: Vec<&str> = understood
        .fields
        .iter()
        .map(|field| &*field.column)
        .collect();
    for column in ["start_date:edtf", "start_date", "end_date:edtf", "end_date"] {
        assert!(columns.contains(&column), "{columns:?}");
    }
    assert!(understood.extras.is_empty(), "{:?}", understood.extras);
}

#[test]
fn what_was_said_of_a_file_is_in_its_export_and_holds_when_that_is_opened() {
    let feature = |date: &str| {
        format!(
            r#"{{"type":"Feature","properties":{{"date":"{date}"}},"geometry":{{"type":"Point","coordinates":[-7.5,12.5]}}}}"#
        )
    };
    let written = ["2021-03-04 14:30", "03/04/21", "2021-03-05", ""];
    let features = written.map(feature).join(",");
    let text = format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#);
    let mut part = file("local.geojson", &text);
    part.mapping.zone = Zone::named("Africa/Tunis");
    part.mapping.century = sahelscope::model::Century::named("2000");
    part.mapping.say_order(DateOrder::Dmy);
    part.mapping.set_constant(Field::Date, Some("2020"));
    part.mapping.set_constant(Field::Kind, Some("presence"));
    let dataset = Dataset::from_parts(vec![part]);
    let read = dates(&dataset);
    assert_eq!(
        read.iter().flatten().collect::<Vec<_>>(),
        ["2021-03-04T14:30+01:00", "2021-04-03", "2021-03-05", "2020"]
    );
    let bytes = exported(&dataset, &Filter::default(), &GEOJSON, false);
    let again = opened("again.geojson", std::str::from_utf8(&bytes).unwrap());
    assert_eq!(dates(&again), read);
    assert_eq!(again.parts()[0].mapping, dataset.parts()[0].mapping);
    let kind = |dataset: &Dataset| dataset.record(RowId::new(0)).unwrap().kind;
    assert_eq!(kind(&again), kind(&dataset));
}

#[test]
fn records_that_have_their_place_in_another_column_are_no_silence() {
    let placed = "a,2021-03-04,12.5,-7.5,\n".repeat(8);
    let elsewhere = "b,2021-03-05,,,POINT (-7.5 12.5)\n".repeat(2);
    let nowhere = "c,2021-03-06,,,\n".repeat(2);
    let of = |rows: &str| {
        let dataset = opened(
            "two-ways.csv",
            &format!("name,date,lat,lon,second point\n{rows}"),
        );
        let found = issues(&dataset).into_iter();
        let found = found.map(|[kind, _, value]| (kind.to_owned(), value.to_owned()));
        found.collect::<Vec<_>>()
    };
    let said = ("no-place-columns".to_owned(), "second point".to_owned());
    assert_eq!(of(&format!("{placed}{elsewhere}")), [said]);
    // What the file leaves empty explains itself.
    assert_eq!(of(&format!("{placed}{nowhere}")), []);
}

#[test]
fn an_event_that_a_living_dataset_has_updated_counts_once_and_is_said() {
    let header = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp";
    let row = |id: &str, deaths: &str, timestamp: &str| {
        format!(
            "{id},2021-03-04,2021,1,Political violence,Battles,Armed clash,One,,State,Two,,Rebels,12,,466,Western Africa,Mali,A,B,,C,12.5,-7.5,1,Paper,National,text,{deaths},,{timestamp}"
        )
    };
    let rows = [
        row("TST1", "1", "1620000000"),
        row("TST1", "3", "1640000000"),
        row("TST2", "0", "1620000000"),
        row("TST1", "2", "1630000000"),
    ];
    let first = file("weeks.csv", &format!("{header}\n{}\n", rows.join("\n")));
    let second = file(
        "later.csv",
        &format!("{header}\n{}\n", row("TST2", "5", "1650000000")),
    );
    let dataset = Dataset::from_parts(vec![first, second]);
    assert_eq!(dataset.len(), 2);
    let said = issues(&dataset);
    assert_eq!(said, [["superseded", "id", "3"]]);
    let id = |row| dataset.record(row).unwrap().id.clone().unwrap().to_string();
    assert_eq!([id(RowId::new(0)), id(RowId::new(1))], ["TST1", "TST2"]);
    // One version twice is two records of one id, as before.
    let text = format!("{header}\n{}\n{}\n", rows[0], rows[0]);
    let twice = opened("twice.csv", &text);
    assert_eq!((twice.len(), issues(&twice)[0][0]), (2, "id-duplicate"));
}
