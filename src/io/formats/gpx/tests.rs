#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use crate::{
    data::{Dataset, FileOrigin, Filter, SourceFile},
    io::{ReadError, ReadErrorKind, Watch, export::Export, formats::GEOJSON, read::read_part},
    model::{IssueKind, Kind, Lang, Record, RowId},
    query::WindowResult,
    work::Progress,
};

const JOURNEY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="a receiver" xmlns="http://www.topografix.com/GPX/1/1" xmlns:x="urn:x">
 <metadata><name>From S&#233;gou</name><desc>Two days &amp; a night</desc><time>2022-01-07T00:00:00Z</time></metadata>
 <wpt lat="13.4317" lon="-6.2157"><ele>289.0</ele><time>2022-01-05T08:00:00Z</time><name>Bridge</name>
  <desc>A bridge</desc><type>context</type><link href="https://a.example/1"><text>one</text></link></wpt>
 <wpt lat="14.5" lon="-4.2"><name>No time</name></wpt>
 <rte><name>Plan</name><rtept lat="13.4" lon="-6.2"/><rtept lat="14.5" lon="-4.2"/></rte>
 <trk><name>Drive</name><cmt>by day</cmt>
  <trkseg>
   <trkpt lat="13.40" lon="-6.20"><time>2022-01-05T09:00:00</time></trkpt>
   <trkpt lat="13.50" lon="-6.10"><ele>300</ele><time>2022-01-05T10:30:00Z</time><hdop>1.5</hdop></trkpt>
  </trkseg>
  <trkseg>
   <trkpt lat="13.60" lon="-6.00"><time>2022-01-06T18:00:00Z</time></trkpt>
  </trkseg>
  <extensions><x:colour>red</x:colour></extensions>
 </trk>
</gpx>"#;

fn read(bytes: &[u8]) -> Result<SourceFile, ReadError> {
    // Whatever it is called: what is in it counts.
    read_part("a.txt", FileOrigin::Stdin, bytes.to_vec(), &Watch::nobody())
}

fn opened(text: &str) -> Dataset {
    Dataset::from_parts(vec![read(text.as_bytes()).unwrap()])
}

fn records(dataset: &Dataset) -> Vec<Record> {
    (0..dataset.len())
        .map(|row| (*dataset.record(RowId::new(row)).unwrap()).clone())
        .collect()
}

fn date(record: &Record) -> Option<&str> {
    record.date.as_ref().map(crate::model::When::text)
}

fn properties(dataset: &Dataset, row: RowId) -> serde_json::Value {
    let feature: serde_json::Value = serde_json::from_str(&dataset.feature(row)).unwrap();
    feature["properties"].clone()
}

#[test]
fn waypoints_routes_and_tracks_are_records_with_their_times() {
    let dataset = opened(JOURNEY);
    assert_eq!(dataset.issues(), []);
    assert_eq!(dataset.parts()[0].foreign_format, Some("GPX"));
    let [bridge, untimed, plan, drive] = <[Record; 4]>::try_from(records(&dataset)).unwrap();
    assert_eq!(bridge.title.text(Lang::En), "Bridge");
    assert_eq!(bridge.summary.text(Lang::En), "A bridge");
    assert_eq!(date(&bridge), Some("2022-01-05T08:00:00Z"));
    assert_eq!((date(&untimed), date(&plan)), (None, None));
    assert_eq!(
        date(&drive),
        Some("2022-01-05T09:00:00Z/2022-01-06T18:00:00Z")
    );
    assert_eq!((plan.kind, drive.kind), (Kind::Event, Kind::Presence));
    assert!(
        [&bridge, &untimed, &plan, &drive]
            .iter()
            .all(|it| it.geometry.is_some())
    );
}

#[test]
fn what_has_no_place_in_the_profile_is_kept_and_named() {
    let dataset = opened(JOURNEY);
    let bridge = properties(&dataset, RowId::new(0));
    assert_eq!(bridge["link"]["href"], "https://a.example/1");
    let drive = properties(&dataset, RowId::new(3));
    assert_eq!(drive["times"][0][1], "2022-01-05T10:30:00Z");
    assert_eq!(drive["points"][0][1]["hdop"], "1.5");
    assert_eq!(drive["extensions"]["colour"], "red");
    // In the digits that they are written in.
    let feature = dataset.feature(RowId::new(3));
    for position in ["[-6.10,13.50,300]", "[-6.00,13.60]"] {
        assert!(feature.contains(position), "{feature}");
    }
    let part = &dataset.parts()[0];
    assert_eq!(part.title(Lang::En), "From Ségou");
    assert_eq!(part.members["creator"], "a receiver");
    for extra in ["link", "times", "points", "extensions"] {
        assert!(part.extras().contains(&extra.to_owned()), "{extra}");
    }
}

#[test]
fn an_export_opens_again_with_every_property() {
    let dataset = opened(JOURNEY);
    let filter = Filter::default();
    let visible = WindowResult::of(&dataset, &filter);
    let export = Export {
        as_read: true,
        ..Export::shown(&dataset, &visible, &filter)
    };
    let mut bytes = Vec::new();
    export
        .write(&GEOJSON, &mut bytes, &Progress::unwatched())
        .unwrap();
    let again = Dataset::from_parts(vec![read(&bytes).unwrap()]);
    assert_eq!(records(&again), records(&dataset));
    for row in 0..dataset.len() {
        assert_eq!(
            properties(&again, RowId::new(row)),
            properties(&dataset, RowId::new(row))
        );
    }
}

#[test]
fn a_point_off_the_globe_is_said_and_the_others_stay() {
    let dataset = opened(
        r#"<gpx><wpt lat="95" lon="2"><name>off</name></wpt><wpt lon="2"/>
        <trk><trkseg><trkpt lat="x" lon="1"/><trkpt lat="1" lon="1"/><trkpt lat="2" lon="2"/></trkseg></trk></gpx>"#,
    );
    assert_eq!(dataset.len(), 3);
    let kinds: Vec<IssueKind> = dataset.issues().iter().map(|it| it.issue.kind).collect();
    assert!(
        kinds.contains(&IssueKind::CoordinateOutOfRange),
        "{kinds:?}"
    );
    assert!(kinds.contains(&IssueKind::GeometryMalformed), "{kinds:?}");
    assert!(records(&dataset)[2].geometry.is_some());
}

#[test]
fn a_file_without_records_says_so() {
    let part = read(b"<gpx><metadata/></gpx>").unwrap();
    assert_eq!(part.issues[0].kind, IssueKind::NoRecords);
    assert!(part.spans.is_empty());
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused_with_its_place() {
    for end in JOURNEY
        .char_indices()
        .map(|(at, _)| at)
        .skip(JOURNEY.find("<wpt").unwrap())
    {
        let error = read(&JOURNEY.as_bytes()[..end]).unwrap_err();
        let ReadErrorKind::Damaged("GPX", place) = error.kind else {
            panic!("{end}: {error:?}");
        };
        assert!(place.line > 1, "{end}: {place:?}");
    }
}

#[test]
fn elements_nested_without_end_are_refused() {
    let deep = "<a>".repeat(100_000);
    for text in [
        format!("<gpx><extensions>{deep}"),
        format!("<gpx><wpt lat=\"1\" lon=\"1\"><extensions>{deep}"),
        format!("<gpx>{}", "<gpx>".repeat(100_000)),
    ] {
        let error = read(text.as_bytes()).unwrap_err();
        assert!(
            matches!(error.kind, ReadErrorKind::TooDeep("GPX", _)),
            "{error:?}"
        );
    }
}

#[test]
fn entities_are_neither_fetched_nor_multiplied() {
    let dataset = opened(
        r#"<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
        <gpx><wpt lat="1" lon="1"><name>&b; &f; &lt;</name></wpt></gpx>"#,
    );
    let title = records(&dataset)[0].title.text(Lang::En).to_owned();
    assert_eq!(title, "&b; &f; <");
}

#[test]
fn an_encoding_that_is_declared_wrongly_is_said_and_no_letter_is_lost() {
    let document = |encoding: &str| {
        format!(
            "<?xml version='1.0' encoding='{encoding}'?><gpx><wpt lat='1' lon='1'><name>Ségou</name></wpt></gpx>"
        )
    };
    let title = |bytes: &[u8]| {
        let dataset = Dataset::from_parts(vec![read(bytes).unwrap()]);
        let kinds = dataset.issues().iter().map(|it| it.issue.kind);
        // The waypoint has no date, which is said of any file.
        let kinds: Vec<IssueKind> = kinds.filter(|it| *it != IssueKind::NoDateColumn).collect();
        (records(&dataset)[0].title.text(Lang::En).to_owned(), kinds)
    };
    let latin = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let expected = |kinds: &[IssueKind]| ("Ségou".to_owned(), kinds.to_vec());
    let wrong = [IssueKind::EncodingWrong];
    assert_eq!(title(document("UTF-8").as_bytes()), expected(&[]));
    assert_eq!(title(document("ISO-8859-1").as_bytes()), expected(&wrong));
    assert_eq!(title(&latin(&document("ISO-8859-1"))), expected(&[]));
    assert_eq!(title(&latin(&document("UTF-8"))), expected(&wrong));
    let wide: Vec<u8> = document("UTF-16")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(title(&wide), expected(&[]));
}

#[test]
fn an_element_too_long_to_be_a_record_is_passed_over_and_said() {
    let point = r#"<trkpt lat="1.5" lon="2.5"><time>2022-01-05T09:00:00Z</time></trkpt>"#;
    let long = point.repeat((33 << 20) / point.len());
    let text = format!(
        r#"<gpx><trk><trkseg>{long}</trkseg></trk><wpt lat="1" lon="1"><name>good</name></wpt></gpx>"#
    );
    let dataset = opened(&text);
    assert_eq!(dataset.len(), 1);
    assert_eq!(dataset.issues()[0].issue.kind, IssueKind::TooLarge);
}
