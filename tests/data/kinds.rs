//! Kinds of values and of documents that people bring: read as they are meant, or said.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use sahelscope::{
    data::{Dataset, DoubtKind, FileOrigin, Filter, SourceFile},
    io::{
        Watch,
        foreign::Foreign,
        formats::{CSV, GEOJSON},
        read::{read_part, read_stdin},
    },
    model::{Field, IssueKind, Lang, RowId},
    text::Catalogue,
};

use crate::support::exported::exported;

fn file(name: &str, text: &str) -> SourceFile {
    let bytes = text.as_bytes().to_vec();
    read_part(name, FileOrigin::Stdin, bytes, &Watch::nobody()).unwrap()
}

fn opened(name: &str, text: &str) -> Dataset {
    Dataset::from_parts(vec![file(name, text)])
}

fn kinds(dataset: &Dataset) -> Vec<IssueKind> {
    dataset
        .issues()
        .iter()
        .map(|filed| filed.issue.kind)
        .collect()
}

fn dates(dataset: &Dataset) -> Vec<Option<String>> {
    let date = |row| Some(dataset.record(row)?.date.as_ref()?.text().to_owned());
    dataset.rows().map(date).collect()
}

/// Longitude and latitude to four digits.
fn places(dataset: &Dataset) -> Vec<Option<(f64, f64)>> {
    let place = |row| {
        let record = dataset.record(row)?;
        let mark = sahelscope::model::geometry::anchor(record.geometry.as_ref()?)?;
        let short = |degrees: f64| (degrees * 1e4).round() / 1e4;
        Some((short(mark.x()), short(mark.y())))
    };
    dataset.rows().map(place).collect()
}

/// Why a file is refused: the kind, and the sentence in English.
fn refused(bytes: &[u8]) -> (&'static str, String) {
    let error = read_stdin(bytes, &Watch::nobody()).unwrap_err();
    (
        error.kind.code(),
        error.sentence(&Catalogue::plain(Lang::En)),
    )
}

fn feature(properties: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{{"type":"Point","coordinates":[-4.2,14.5]}}}}"#
    )
}

fn collection(members: &str, features: &[String]) -> String {
    let features = features.join(",\n");
    format!(r#"{{"type":"FeatureCollection",{members}"features":[{features}]}}"#)
}

#[test]
fn of_edtf_level_2_the_bounds_are_read_and_said() {
    let text = collection(
        r#""profile":"sahelscope/1","#,
        &[
            feature(r#""date":"[2022-03,2022-05]""#),
            feature(r#""date":"2022-~03""#),
            feature(r#""date":"2022-34""#),
            feature(r#""date":"2022-03~""#),
            feature(r#""date":"Y20220""#),
        ],
    );
    let dataset = opened("sets.geojson", &text);
    let said = IssueKind::DateBoundsOnly;
    assert_eq!(kinds(&dataset), [said, said, said, IssueKind::DateUnread]);
    assert_eq!(dates(&dataset).iter().flatten().count(), 4);
}

#[test]
fn a_presence_that_was_confirmed_before_it_began_is_said_and_begins_confirmed() {
    let presence = |confirmed: &str| {
        feature(&format!(
            r#""kind":"presence","date":"2022-05-01/..","last_confirmed":"{confirmed}""#
        ))
    };
    let text = collection(
        r#""profile":"sahelscope/1","#,
        &[
            presence("2022-04-30"),
            presence("2022-05"),
            presence("2022-06-01"),
        ],
    );
    let dataset = opened("confirmed.geojson", &text);
    assert_eq!(kinds(&dataset), [IssueKind::ConfirmedBefore]);
    let span = dataset.record(RowId::new(0)).unwrap().span().unwrap();
    assert_eq!(span.end.earliest, span.start.earliest);
}

#[test]
fn metres_of_a_system_that_the_file_names_are_places_and_go_out_as_degrees() {
    for crs in [
        r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32630"}},"#,
        r#""crs":{"type":"EPSG","properties":{"code":32630}},"#,
    ] {
        let feature = r#"{"type":"Feature","properties":{"date":"2022-01-05"},"geometry":{"type":"Point","coordinates":[500000.0,1500000.0]}}"#;
        let dataset = opened("zone.geojson", &collection(crs, &[feature.to_owned()]));
        assert_eq!(
            (kinds(&dataset), places(&dataset)),
            (vec![], vec![Some((-3.0, 13.5685))])
        );
        let bytes = exported(&dataset, &Filter::default(), &GEOJSON, false);
        let again = opened("again.geojson", std::str::from_utf8(&bytes).unwrap());
        assert_eq!(places(&again), places(&dataset));
        assert!(!again.parts()[0].members.contains_key("crs"));
    }
    let unknown = r#""crs":{"type":"name","properties":{"name":"my grid"}},"#;
    let text = collection(unknown, &[feature("")]);
    let (kind, sentence) = refused(text.as_bytes());
    assert_eq!(kind, "unknown-crs");
    assert!(sentence.contains("my grid"), "{sentence}");
}

#[test]
fn degrees_of_a_table_are_read_as_people_write_them() {
    let rows = "id;date;lat;lon\n\
        a;2022-01-05;12°38'24\"N;8°0'0\"O\n\
        b;2022-01-06;12,64;−8,0\n\
        c;2022-01-07;١٢٫٦٤;-8\n\
        d;2022-01-08;8 W;12.64 N\n\
        e;2022-01-09;12.639.232;-8\n\
        f;2022-01-10;607000;1397000\n";
    let dataset = opened("degrees.csv", rows);
    let place = Some((-8.0, 12.64));
    assert_eq!(places(&dataset), [place, place, place, place, None, None]);
    assert_eq!(
        kinds(&dataset),
        [IssueKind::GeometryMalformed, IssueKind::CoordinateMetres]
    );
}

#[test]
fn a_point_of_a_grid_is_a_place_where_it_is_no_wider_than_a_hundred_metres() {
    let cells = [
        "30PUB7251501617",
        "30P UB 725 016",
        "30PUB70",
        "30P 372515 1601618",
        "7C6QFRM8+PR",
        "7C6QFR00+",
    ];
    let rows: String = cells.map(|cell| format!("2022-01-05,{cell}\n")).concat();
    let dataset = opened("a.csv", &format!("date,coordinates\n{rows}"));
    let found: Vec<bool> = places(&dataset).iter().map(Option::is_some).collect();
    assert_eq!(found, [true, true, false, true, true, false]);
    let near =
        |(lon, lat): (f64, f64)| (lon + 4.183).abs() < 0.002 && (lat - 14.4843).abs() < 0.002;
    assert!(
        places(&dataset).into_iter().flatten().all(near),
        "{:?}",
        places(&dataset)
    );
}

#[test]
fn a_geometry_is_read_from_a_text_and_from_an_object() {
    let text = r#"[
        {"id":"a","date":"2022-01-05","geometry":{"type":"Point","coordinates":[-8,12]}},
        {"id":"b","date":"2022-01-06","geometry":"POINT (-8 12)"},
        {"id":"c","date":"2022-01-07","geometry":{"type":null}},
        {"id":"d","date":"2022-01-08","geometry":{"lat":"12","lng":"-8"}}
    ]"#;
    let place = Some((-8.0, 12.0));
    assert_eq!(
        places(&opened("objects.json", text)),
        [place, place, None, place]
    );
    let strings = r#"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":["-8","12"]}}"#;
    assert_eq!(places(&opened("strings.geojson", strings)), [place]);
}

#[test]
fn the_only_list_of_objects_in_a_file_is_its_records() {
    let rows = r#"[{"id":1,"date":"2022-01-05","lat":12.5,"lon":-8.5},{"id":2,"date":"2022-01-06","lat":12.5,"lon":-8.5}]"#;
    for text in [
        format!(r#"{{"status":200,"messages":[],"data":{rows}}}"#),
        format!(r#"{{"d":{{"Result":{rows}}}}}"#),
        rows[1..rows.len() - 1].replace("},{", "}\n{"),
    ] {
        let dataset = opened("answer.json", &text);
        assert_eq!((dataset.len(), kinds(&dataset)), (2, vec![]), "{text}");
        assert_eq!(dates(&dataset)[1].as_deref(), Some("2022-01-06"));
    }
    let inside = collection("", &[feature(r#""date":"2022""#)]);
    let dataset = opened("wrapped.json", &format!(r#"{{"geojson":{inside}}}"#));
    assert_eq!(dates(&dataset), [Some("2022".to_owned())]);
}

#[test]
fn objects_one_behind_the_other_are_records_and_collections_are_several_files() {
    let two = format!(
        "{}\n{}",
        feature(r#""date":"2022""#),
        feature(r#""date":"2023""#)
    );
    let pretty = two.replace(r#","geometry""#, ",\n\"geometry\"");
    for text in [two, pretty] {
        let dataset = opened("stream.json", &text);
        assert_eq!((dataset.len(), kinds(&dataset)), (2, vec![]), "{text}");
    }
    let one = collection("", &[feature("")]);
    let (kind, sentence) = refused(format!("{one}\n{one}").as_bytes());
    assert_eq!(kind, "several");
    assert!(sentence.contains("line 2"), "{sentence}");
}

#[test]
fn comments_between_records_are_passed_over_and_said_once() {
    let text = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[\n// one\n{},\n/* two */\n{}\n]}}",
        feature(r#""date":"2022""#),
        feature(r#""date":"2023""#)
    );
    let dataset = opened("commented.geojson", &text);
    assert_eq!(
        (dataset.len(), kinds(&dataset)),
        (2, vec![IssueKind::Comment])
    );
}

#[test]
fn rows_with_nothing_of_their_own_are_no_records_however_the_table_is_read() {
    let head = "id,date,lat,lon\n#event+id,#date+occurred,#geo+lat,#geo+lon\n";
    let row = "e,2022-01-05,12.5,-8.5\n";
    let tail = ",,,\n\"\",\"\",\"\",\"\"\r\n , , , \nid,date,lat,lon\n";
    // Short files are read whole, long ones in blocks.
    for rows in [2, 400_000] {
        let text = format!("{head}{}{tail}", row.repeat(rows));
        let file = read_stdin(text.as_bytes(), &Watch::nobody()).unwrap();
        assert_eq!(file.spans.len(), rows);
        let said: Vec<&str> = file.issues.iter().map(|issue| &*issue.value).collect();
        assert_eq!(said, ["5"]);
    }
    // Notes and sums below the rows are none either; a row with a word like them is one.
    let below = "Total,,,7\n*,,,\n\"Source: made up, by hand\",,,\nNotes: none,,,\n,المجموع,,7\n";
    for rows in [2, 400_000] {
        let text = format!(
            "id,date,lat,lon\nTotal,2022,12.5,-8.5\nsource: a,2022,12.5,-8.5\n{}{below}",
            row.repeat(rows)
        );
        let file = read_stdin(text.as_bytes(), &Watch::nobody()).unwrap();
        assert_eq!(file.spans.len(), rows + 2);
        let said: Vec<&str> = file.issues.iter().map(|issue| &*issue.value).collect();
        assert_eq!(said, ["5"]);
    }
    let commented = opened(
        "made.csv",
        &format!("# made by hand\nid,date,lat,lon\n{row}"),
    );
    assert_eq!(kinds(&commented), [IssueKind::RowsPassedOver]);
    assert_eq!(commented.len(), 1);
}

#[test]
fn what_holds_no_records_is_named() {
    for (bytes, kind) in [
        (
            b"PK\x03\x04 [Content_Types].xml word/document.xml".as_slice(),
            Foreign::Document,
        ),
        (b"%PDF-1.4\n1 0 obj\n", Foreign::Pdf),
        (b"<!doctype html><html></html>", Foreign::WebPage),
        (b"var data = [{\"a\":1}];", Foreign::Script),
        (b"// hand\n[{\"a\":1}]", Foreign::Comments),
    ] {
        let (code, sentence) = refused(bytes);
        assert_eq!(code, kind.code());
        assert!(!sentence.contains(code), "{sentence}");
    }
    let prose =
        b"On Monday, the convoy left the town, and nobody saw it again.\nWitnesses said so.\n\
        Later, others, who were there, said that it came back, and left.\nNothing more is known.\n";
    assert_eq!(refused(prose).0, "prose");
    assert!(!refused(prose).1.contains("read-error"));
    let letter = b"Dear all,\n\nbelow is the list of incidents, as we agreed.\nOne was in Mopti, one in Gao.\n\nBest, A.\n";
    assert_eq!(refused(letter).0, "prose");
}

#[test]
fn no_column_of_small_numbers_or_half_of_a_pair_wins_over_one_that_has_what_is_wanted() {
    let days = opened(
        "a.csv",
        "id,day,when it happened,lat,lon\n1,5,2022-01-05,12.6,-8\n2,31,2022-01-31,12.6,-8\n",
    );
    let date = |day: &str| Some(day.to_owned());
    assert_eq!(dates(&days), [date("2022-01-05"), date("2022-01-31")]);
    let pairs = opened(
        "a.csv",
        "id,date,latitude,longitude,x,y\n1,2022-01-05,,,-8,12.6\n2,2022-01-06,,,-7,13\n",
    );
    assert_eq!(places(&pairs), [Some((-8.0, 12.6)), Some((-7.0, 13.0))]);
    let names = opened(
        "a.csv",
        "id,date,location,latitude,longitude\n1,2022-01-05,\"12.6, -8\",12.6,-8\n2,2022-01-06,Bamako,12.65,-8\n",
    );
    assert_eq!(kinds(&names), []);
}

#[test]
fn days_that_stand_for_no_date_and_years_of_another_calendar_are_in_doubt() {
    let table = |dates: [&str; 3]| {
        let row = |date: &str| format!("{date},12.6,-8\n");
        opened(
            "a.csv",
            &format!("date,lat,lon\n{}", dates.map(row).concat()),
        )
    };
    let zero = table(["2022-01-05", "1970-01-01", "2022-01-07"]);
    assert_eq!(kinds(&zero), [IssueKind::DateFar]);
    let is_hijri = |dataset: &Dataset| {
        let doubts = &dataset.understood(0).unwrap().doubts;
        doubts.iter().any(|it| it.kind == DoubtKind::OtherCalendar)
    };
    assert!(is_hijri(&table(["1443-06-02", "1443-06-10", "1443-07-01"])));
    assert!(!is_hijri(&table([
        "1340-06-02",
        "1443-06-10",
        "1510-07-01"
    ])));
    assert!(!is_hijri(&table(["1443", "1444", "1450"])));
}

#[test]
fn a_day_with_an_offset_is_that_day_and_where_a_date_stands_is_said() {
    let text = "date,lat,lon\n2022-01-05Z,12.6,-8\n2022-01-06+01:00,12.6,-8\n";
    let date = |day: &str| Some(day.to_owned());
    let days = opened("a.csv", text);
    assert_eq!(dates(&days), [date("2022-01-05"), date("2022-01-06")]);
    let when = opened(
        "a.geojson",
        r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{},"when":{"timespans":[{"start":{"in":"2022"}}]}}]}"#,
    );
    let fields = &when.understood(0).unwrap().fields;
    let column = fields.iter().find(|it| it.field == Field::Date);
    assert_eq!(column.map(|it| it.column.as_str()), Some("when"));
}

#[test]
fn ids_that_another_program_put_among_the_properties_are_ids() {
    let text = collection(
        r#""profile":"sahelscope/1","#,
        &[
            feature(r#""id":"one","date":"2022""#),
            feature(r#""id":"two","date":"2023""#),
        ],
    );
    let dataset = opened("gpkg.geojson", &text);
    assert_eq!(dataset.row_of("two"), Some(RowId::new(1)));
}

#[test]
fn a_day_that_came_back_as_its_midnight_is_a_day() {
    let text = collection(
        r#""profile":"sahelscope/1","#,
        &[feature(r#""date":"2022-01-05T00:00:00""#)],
    );
    let dataset = opened("back.geojson", &text);
    assert_eq!(kinds(&dataset), []);
    let bounds = dataset
        .record(RowId::new(0))
        .unwrap()
        .date
        .as_ref()
        .unwrap()
        .bounds();
    assert_eq!(bounds.length(), 86_400);
    let csv = exported(&dataset, &Filter::default(), &CSV, false);
    assert!(
        String::from_utf8(csv)
            .unwrap()
            .contains("2022-01-05T00:00:00")
    );
}

#[test]
fn a_list_is_one_however_a_program_has_written_it_into_a_cell() {
    let rows = "id,date,lat,lon,actors\n\
        a,2022-01-05,12.5,-8.5,\"['One' 'Two']\"\n\
        b,2022-01-05,12.5,-8.5,\"(2:One,Two)\"\n\
        c,2022-01-05,12.5,-8.5,\"[One, Two]\"\n\
        d,2022-01-05,12.5,-8.5,One; Two\n";
    let dataset = opened("lists.csv", rows);
    for row in 0..4 {
        let actors = &dataset.record(RowId::new(row)).unwrap().actors;
        assert_eq!(
            actors.iter().map(AsRef::as_ref).collect::<Vec<&str>>(),
            ["One", "Two"]
        );
    }
}

#[test]
fn lists_of_objects_that_another_program_made_texts_are_lists() {
    let claims = r#""claims":"[{\"by\":\"One\",\"says\":\"Yes\"}]","date":"2022""#;
    let text = collection(r#""profile":"sahelscope/1","#, &[feature(claims)]);
    let rows = "id,date,lat,lon,claims\n\
        a,2022-01-05,12.5,-8.5,\"[{\"\"by\"\":\"\"One\"\",\"\"says\"\":\"\"Yes\"\"}]\"\n";
    for dataset in [opened("claims.geojson", &text), opened("claims.csv", rows)] {
        assert_eq!(kinds(&dataset), []);
        assert_eq!(dataset.record(RowId::new(0)).unwrap().claims.len(), 1);
    }
}

#[test]
fn numbers_beyond_what_a_computer_counts_in_keep_their_digits() {
    let text = r#"[{"id":12345678901234567890123,"date":"2022-01-05","lat":12.640,"lon":-8.0,"big":18446744073709551617,"money":1.10},
        {"id":12345678901234567890124,"date":"2022-01-06","lat":13.43,"lon":-6.26,"big":1,"money":2.50}]"#;
    let dataset = opened("numbers.json", text);
    assert_eq!(kinds(&dataset), []);
    let bytes = exported(&dataset, &Filter::default(), &GEOJSON, false);
    let written = String::from_utf8(bytes).unwrap();
    for digits in [
        "12345678901234567890123",
        "12345678901234567890124",
        "18446744073709551617",
        "1.10",
        "2.50",
    ] {
        assert!(written.contains(digits), "{digits}");
    }
}

#[test]
fn a_feature_is_dated_by_its_time_spans_and_by_the_times_along_its_line() {
    let spans = r#"{"type":"Feature","when":{"timespans":[{"start":{"in":"1600"},"end":{"in":"1699"}}]},"properties":{"title":"a"},"geometry":null}"#;
    let line = r#"{"type":"Feature","properties":{"title":"b","coordTimes":["2022-01-05T10:00:00Z","2022-01-05T11:00:00Z"]},"geometry":{"type":"LineString","coordinates":[[-8,12],[-7,12]]}}"#;
    let dataset = opened(
        "when.geojson",
        &collection("", &[spans.to_owned(), line.to_owned()]),
    );
    let found: Vec<String> = dates(&dataset).into_iter().flatten().collect();
    assert_eq!(
        found,
        ["1600/1699", "2022-01-05T10:00:00Z/2022-01-05T11:00:00Z"]
    );
}

#[test]
fn an_export_of_an_export_counts_the_same_in_every_window() {
    let with = |name: &str, dates: [&str; 3]| {
        let features = dates.map(|date| feature(&format!(r#""{name}":"{date}","n":1"#)));
        collection("", &features)
    };
    for text in [
        with(
            "timestamp",
            ["2022-01-05T14:30:00Z", "2022-01-05T11:00:00Z", "2022-01-06"],
        ),
        with(
            "when",
            ["2022-01", "5 January 2022", "2022-01-04/2022-01-06"],
        ),
        with("start", ["2022-01-05", "2022-01-05T11:00:00Z", "2022"]),
    ] {
        let first = opened("first.geojson", &text);
        let bytes = exported(&first, &Filter::default(), &GEOJSON, false);
        let second = opened("second.geojson", std::str::from_utf8(&bytes).unwrap());
        let spans = |dataset: &Dataset| -> Vec<_> {
            dataset.rows().map(|row| dataset.own_span(row)).collect()
        };
        assert_eq!(spans(&second), spans(&first), "{text}");
        let again = exported(&second, &Filter::default(), &GEOJSON, false);
        let features = |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            text[text.find("\"features\"").unwrap()..].to_owned()
        };
        assert_eq!(features(&again), features(&bytes));
    }
}

#[test]
fn what_a_spreadsheet_would_compute_comes_back_from_an_export_of_any_table() {
    let text = "id,date,lat,lon,=k,-x\na,2022-01-05,12.5,-8,=1+1,'=2\nb,2022-01-06,12.5,-8,+3,x\n";
    let first = opened("first.csv", text);
    let bytes = exported(&first, &Filter::default(), &CSV, false);
    let second = opened("second.csv", std::str::from_utf8(&bytes).unwrap());
    assert_eq!(exported(&second, &Filter::default(), &CSV, false), bytes);
    let feature = second.feature(second.rows().next().unwrap()).into_owned();
    assert!(feature.contains(r#""=k":"=1+1","-x":"'=2""#), "{feature}");
    // The apostrophes of others are theirs.
    let feature = first.feature(first.rows().next().unwrap()).into_owned();
    assert!(feature.contains(r#""-x":"'=2""#), "{feature}");
}

#[test]
fn numbers_of_one_column_count_in_one_unit_however_the_file_is_read() {
    let numbers = ["1641340800000", "946684800000", "-86400000"];
    let features = numbers.map(|number| feature(&format!(r#""timestamp":{number}"#)));
    let rows = numbers.map(|number| format!("{number},12.5,-8.5\n"));
    let days = [
        "2022-01-05T00:00:00Z",
        "2000-01-01T00:00:00Z",
        "1969-12-31T00:00:00Z",
    ];
    for dataset in [
        opened("epoch.geojson", &collection("", &features)),
        opened(
            "epoch.csv",
            &format!("timestamp,lat,lon\n{}", rows.concat()),
        ),
    ] {
        let found: Vec<String> = dates(&dataset).into_iter().flatten().collect();
        assert_eq!(
            (found, kinds(&dataset)),
            (days.map(String::from).to_vec(), vec![])
        );
    }
}

#[test]
fn a_file_in_another_reference_system_says_that_it_is_converted() {
    let crs = r#""crs":{"type":"name","properties":{"name":"EPSG:3857"}},"#;
    let file = read_stdin(collection(crs, &[feature("")]).as_bytes(), &Watch::nobody()).unwrap();
    let said: Vec<(IssueKind, &str)> = file.issues.iter().map(|it| (it.kind, &*it.value)).collect();
    assert_eq!(said, [(IssueKind::CrsConverted, "EPSG:3857")]);
}
