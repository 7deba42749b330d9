#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use crate::{
    data::Dataset,
    io::{
        ReadErrorKind,
        formats::{
            KML, KMZ,
            testing::{opened, read, written},
            unzip::tightly_packed,
        },
        read::bundled,
    },
    model::{IssueKind, Kind, Lang, Record, RowId, When},
};

/// A document with these placemarks.
fn document(inside: &str) -> Dataset {
    let text = format!(
        r#"<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>{inside}</Document></kml>"#
    );
    opened(text.as_bytes())
}

fn records(dataset: &Dataset) -> Vec<Record> {
    dataset
        .rows()
        .map(|row| (*dataset.record(row).unwrap()).clone())
        .collect()
}

fn properties(dataset: &Dataset, row: RowId) -> serde_json::Value {
    let feature: serde_json::Value = serde_json::from_str(&dataset.feature(row)).unwrap();
    feature["properties"].clone()
}

fn geometry(dataset: &Dataset, row: RowId) -> String {
    let feature: serde_json::Value = serde_json::from_str(&dataset.feature(row)).unwrap();
    feature["geometry"].to_string()
}

#[test]
fn what_this_program_wrote_comes_back_as_it_was() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    for (format, as_read) in [(&KML, false), (&KML, true), (&KMZ, false)] {
        let back = opened(&written(&dataset, format, as_read));
        assert_eq!(back.issues(), []);
        assert_eq!(back.parts()[0].foreign_format, Some(format.name));
        assert_eq!(back.len(), dataset.len());
        // KML has the records of a layer together.
        for before in records(&dataset) {
            let row = back.row_of(before.id.as_ref().unwrap().as_str()).unwrap();
            let after = Record {
                reported: before.reported.clone(),
                ..records(&back)[row.index()].clone()
            };
            assert_eq!(after, before);
        }
    }
}

#[test]
fn shapes_of_every_kind_come_back_as_they_were() {
    let shapes = [
        r#"{"type":"LineString","coordinates":[[1.5,2],[3,4]]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}"#,
        r#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#,
        r#"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#,
        r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}"#,
        r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}"#,
    ];
    let features: Vec<String> = shapes
        .iter()
        .enumerate()
        .map(|(id, shape)| {
            format!(r#"{{"type":"Feature","id":"r{id}","geometry":{shape},"properties":{{"layer":"context","title":"=1+1","date":"2022-01/.."}}}}"#)
        })
        .collect();
    let collection = format!(
        r#"{{"type":"FeatureCollection","profile":"sahelscope/1","features":[{}]}}"#,
        features.join(",")
    );
    let dataset = opened(collection.as_bytes());
    let back = opened(&written(&dataset, &KML, false));
    assert_eq!(records(&back), records(&dataset));
}

#[test]
fn times_of_every_kind_are_dates_with_open_ends() {
    let placemark = |time: &str| format!("<Placemark>{time}</Placemark>");
    let span = |inside: &str| placemark(&format!("<TimeSpan>{inside}</TimeSpan>"));
    let dataset = document(
        &[
            placemark("<TimeStamp><when>2022-01-05T10:00:00Z</when></TimeStamp>"),
            placemark("<TimeStamp><when>2022-01</when></TimeStamp>"),
            span("<begin>2022-01</begin>"),
            span("<end>2022-03-05</end>"),
            span("<begin>2022-01-05T00:00:00</begin><end>2022-01-07T00:00:00</end>"),
            span("<begin>2022</begin><end>2022</end>"),
            span(""),
        ]
        .concat(),
    );
    assert_eq!(dataset.issues(), []);
    let dates: Vec<(Option<String>, Kind)> = records(&dataset)
        .iter()
        .map(|it| {
            (
                it.date.as_ref().map(|it| When::text(it).to_owned()),
                it.kind,
            )
        })
        .collect();
    let expected = [
        (Some("2022-01-05T10:00:00Z"), Kind::Event),
        (Some("2022-01"), Kind::Event),
        (Some("2022-01/.."), Kind::Presence),
        (Some("../2022-03-05"), Kind::Presence),
        (Some("2022-01-05/2022-01-07"), Kind::Presence),
        (Some("2022"), Kind::Presence),
        (None, Kind::Event),
    ];
    assert_eq!(
        dates,
        expected.map(|(date, kind)| (date.map(str::to_owned), kind))
    );
}

#[test]
fn folders_are_layers_and_data_of_every_kind_are_kept() {
    let dataset = document(
        r##"<name>All</name><Style id="s"/>
        <Folder><name>incident</name><Folder><Placemark id="p1"><name>One &amp; two</name>
          <description><![CDATA[<b>bold</b>]]></description><styleUrl>#s</styleUrl><address>A street</address>
          <ExtendedData><Data name="who"><displayName>Who</displayName><value>a patrol</value></Data>
            <SchemaData schemaUrl="#x"><SimpleData name="count">3</SimpleData></SchemaData>
            <Data name="name"><value>another name</value></Data></ExtendedData>
          <Point><coordinates> -8.10,12.640,0 </coordinates></Point></Placemark></Folder></Folder>
        <Placemark><name>Outside</name></Placemark>"##,
    );
    // None of them has a date, and that is all there is to say.
    let kinds: Vec<IssueKind> = dataset.issues().iter().map(|it| it.issue.kind).collect();
    assert_eq!(kinds, [IssueKind::NoDateColumn]);
    assert_eq!(dataset.parts()[0].title(Lang::En), "All");
    let all = records(&dataset);
    assert_eq!(all[0].layer.name(), "incident");
    assert_eq!(all[0].title.text(Lang::En), "One & two");
    assert_eq!(all[0].id.as_ref().unwrap().as_str(), "p1");
    let kept = properties(&dataset, RowId::new(0));
    assert_eq!(kept["description"], "<b>bold</b>");
    assert_eq!(
        (&kept["who"], &kept["count"]),
        (&"a patrol".into(), &"3".into())
    );
    assert_eq!(kept["name (2)"], "another name");
    assert_eq!(
        (&kept["address"], &kept["styleUrl"]),
        (&"A street".into(), &"#s".into())
    );
    assert!(dataset.feature(RowId::new(0)).contains("[-8.10,12.640,0]"));
    assert!(all[1].geometry.is_none());
}

#[test]
fn a_track_lasts_from_its_first_time_to_its_last() {
    let dataset = document(
        "<Placemark><name>t</name><gx:Track><when>2022-01-05T09:00:00Z</when><when>2022-01-05T10:00:00Z</when>\
         <when>2022-01-05T11:00:00Z</when><gx:coord>-6.2 13.4 0</gx:coord><gx:coord/><gx:coord>-6.1 13.5 0</gx:coord></gx:Track></Placemark>",
    );
    assert_eq!(dataset.issues(), []);
    let track = &records(&dataset)[0];
    let date = track.date.as_ref().unwrap().text();
    assert_eq!(date, "2022-01-05T09:00:00Z/2022-01-05T11:00:00Z");
    assert_eq!(track.kind, Kind::Presence);
    assert!(geometry(&dataset, RowId::new(0)).contains("LineString"));
    let times = properties(&dataset, RowId::new(0))["times"].to_string();
    assert_eq!(times, r#"["2022-01-05T09:00:00Z","2022-01-05T11:00:00Z"]"#);
}

#[test]
fn what_is_no_record_is_counted_and_said() {
    let dataset = document(
        "<NetworkLink><Link><href>http://a.example</href></Link></NetworkLink><NetworkLink/><GroundOverlay/>\
         <Placemark><Point><coordinates>500,1</coordinates></Point></Placemark>",
    );
    let told: Vec<(IssueKind, &str, &str)> = dataset
        .issues()
        .iter()
        .map(|it| (it.issue.kind, &*it.issue.field, &*it.issue.value))
        .collect();
    assert!(
        told.contains(&(IssueKind::NotRead, "NetworkLink", "2")),
        "{told:?}"
    );
    assert!(
        told.contains(&(IssueKind::NotRead, "GroundOverlay", "1")),
        "{told:?}"
    );
    assert!(
        told.contains(&(IssueKind::GeometryMalformed, "coordinates", "1")),
        "{told:?}"
    );
    assert!(records(&dataset)[0].geometry.is_none());
}

#[test]
fn folders_nested_without_end_and_files_cut_off_are_refused() {
    let folders = format!("<kml>{}", "<Folder>".repeat(100_000));
    let shapes = format!("<kml><Placemark>{}", "<MultiGeometry>".repeat(100_000));
    for text in [folders, shapes] {
        let error = read(text.as_bytes()).unwrap_err();
        assert!(
            matches!(error.kind, ReadErrorKind::TooDeep("KML", _)),
            "{error:?}"
        );
    }
    let text = "<kml><Folder><Placemark><name>One</name><Point><coordinates>1,2</coordinates></Point></Placemark></Folder></kml>";
    for end in 10..text.len() {
        let error = read(&text.as_bytes()[..end]).unwrap_err();
        assert!(
            matches!(error.kind, ReadErrorKind::Damaged("KML", _)),
            "{end}: {error:?}"
        );
    }
}

#[test]
fn an_archive_that_is_damaged_or_unpacks_without_end_is_refused() {
    let whole = written(&Dataset::from_parts(vec![bundled()]), &KMZ, false);
    let packed = |length: usize| {
        let text = [b"<kml>".as_slice(), &vec![b' '; length << 20], b"</kml>"].concat();
        tightly_packed(&[("a.kml", &text)])
    };
    assert_eq!(
        read(&packed(1)).unwrap().issues[0].kind,
        IssueKind::NoRecords
    );
    let error = read(&packed(80)).unwrap_err();
    assert!(matches!(error.kind, ReadErrorKind::Bomb(_)), "{error:?}");
    for end in (30..whole.len()).step_by(997) {
        assert!(read(&whole[..end]).is_err(), "{end}");
    }
    let mut damaged = whole;
    damaged[200..400].fill(0x55);
    let error = read(&damaged).unwrap_err();
    assert!(matches!(error.kind, ReadErrorKind::Packed(_)), "{error:?}");
}
