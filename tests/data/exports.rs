//! What goes out as CSV and KML, and what comes back of it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{collections::HashMap, path::Path};

use quick_xml::{Reader, events::Event};
use sahelscope::{
    data::{Dataset, FileOrigin, Filter},
    io::{
        Watch,
        formats::{self, Format},
        read::{bundled, read_file, read_part},
    },
    model::{Preset, Record, RowId, Window},
    query::Search,
};

use crate::support::exported::exported;

fn whole(dataset: &Dataset, format: &Format) -> Vec<u8> {
    exported(dataset, &Filter::default(), format, false)
}

fn read(bytes: Vec<u8>) -> Dataset {
    let part = read_part("back.csv", FileOrigin::Stdin, bytes, &Watch::nobody());
    Dataset::from_parts(vec![part.unwrap()])
}

fn collection(features: &str) -> Dataset {
    let text = format!(
        r#"{{"type":"FeatureCollection","profile":"sahelscope/1","features":[{features}]}}"#
    );
    read(text.into_bytes())
}

fn fixture(name: &str) -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats");
    Dataset::from_parts(vec![
        read_file(&folder.join(name), &Watch::nobody()).unwrap(),
    ])
}

#[test]
fn every_bundled_record_comes_back_from_csv_as_it_was() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let back = read(whole(&dataset, &formats::CSV));
    assert_eq!(back.parts()[0].mapping.preset(), Some(Preset::Sahelscope));
    assert_eq!(back.issues(), []);
    assert_eq!(back.len(), dataset.len());
    for row in dataset.rows() {
        let before = dataset.record(RowId::new(row.index())).unwrap();
        let after = back.record(RowId::new(row.index())).unwrap();
        // The list of sources, which dates their publication, has no place in CSV; the date does.
        let after = Record {
            reported: before.reported.clone(),
            ..(*after).clone()
        };
        assert_eq!(after, *before);
        assert_eq!(
            back.columns().reported(RowId::new(row.index())),
            dataset.columns().reported(RowId::new(row.index()))
        );
    }
}

#[test]
fn a_review_comes_back_from_csv_as_it_was_and_is_found() {
    let review = r#"{"state":"reviewed","by":"A. Reader","at":"2026-01-02","note":"seen twice"}"#;
    let feature = format!(
        r#"{{"type":"Feature","id":"one","geometry":null,"properties":{{"layer":"incident","date":"2022","review":{review}}}}}"#
    );
    let back = read(whole(&collection(&feature), &formats::CSV));
    let again = whole(&back, &formats::GEOJSON);
    let again: serde_json::Value = serde_json::from_slice(&again).unwrap();
    let kept = &again["features"][0]["properties"]["review"];
    assert_eq!(kept.to_string(), review);
    let search = Search::of(&back, "twice");
    assert!(search.finds(&back, RowId::new(0), &mut Vec::new()));
}

#[test]
fn csv_that_is_exported_twice_is_the_same_file() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let once = whole(&dataset, &formats::CSV);
    let twice = whole(&read(once.clone()), &formats::CSV);
    assert_eq!(String::from_utf8(twice), String::from_utf8(once));
}

#[test]
fn rows_of_a_table_keep_their_cells_and_byte_for_byte_as_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats");
    for name in ["acled.csv", "timemap.csv", "ucdp_ged_without_header.csv"] {
        let dataset = fixture(name);
        let as_read = exported(&dataset, &Filter::default(), &formats::CSV, true);
        let original = std::fs::read(folder.join(name)).unwrap();
        assert_eq!(as_read, original, "{name}");
        let before = dataset.parts()[0].table.clone().unwrap();
        let back = read(whole(&dataset, &formats::CSV));
        let after = back.parts()[0].table.clone().unwrap();
        assert_eq!(after.names[..before.names.len()], before.names[..]);
        for row in dataset.rows() {
            let cells = before.cells(dataset.bytes(RowId::new(row.index())));
            assert_eq!(
                after.cells(back.bytes(RowId::new(row.index())))[..cells.len()],
                cells[..]
            );
            assert_eq!(
                back.record(RowId::new(row.index())),
                dataset.record(RowId::new(row.index()))
            );
        }
    }
}

#[test]
fn bounds_and_weight_stand_beside_each_row() {
    let dataset = collection(
        r#"{"type":"Feature","id":"a","geometry":null,"properties":{"layer":"incident","date":"2022-01"}},
           {"type":"Feature","id":"b","geometry":null,"properties":{"layer":"incident"}}"#,
    );
    let filter = Filter {
        window: Window::parse("2021-12-01/2022-01-15").unwrap(),
        ..Filter::default()
    };
    let text = String::from_utf8(exported(&dataset, &filter, &formats::CSV, false)).unwrap();
    let row = text.lines().nth(1).unwrap();
    assert!(
        row.ends_with("2022-01-01,2022-01-31,2022-01-01,2022-01-31,possible,0.4839"),
        "{row}"
    );
    let text = String::from_utf8(whole(&dataset, &formats::CSV)).unwrap();
    assert!(
        text.lines().nth(2).unwrap().ends_with(",,,,undated,"),
        "{text}"
    );
}

#[test]
fn a_cell_that_a_spreadsheet_would_compute_is_protected_and_comes_back() {
    let titles = ["=1+1", "@x", "-a", "+b", "\\tc", "'=d", "plain", "-8.5"];
    let features: Vec<String> = titles
        .iter()
        .map(|title| {
            format!(r#"{{"type":"Feature","geometry":null,"properties":{{"layer":"context","title":"{title}"}}}}"#)
        })
        .collect();
    let dataset = collection(&features.join(","));
    let csv = whole(&dataset, &formats::CSV);
    let text = String::from_utf8(csv.clone()).unwrap();
    assert!(text.contains("'=1+1") && text.contains(",-8.5,"), "{text}");
    let back = read(csv);
    for row in dataset.rows() {
        assert_eq!(
            back.record(RowId::new(row.index())).unwrap().title,
            dataset.record(RowId::new(row.index())).unwrap().title
        );
    }
}

#[test]
fn shapes_go_out_as_well_known_text_and_come_back() {
    let dataset = collection(
        r#"{"type":"Feature","id":"line","geometry":{"type":"LineString","coordinates":[[-8,12],[-7.5,13.25]]},"properties":{"layer":"context"}},
           {"type":"Feature","id":"area","geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]},"properties":{"layer":"context"}},
           {"type":"Feature","id":"point","geometry":{"type":"Point","coordinates":[-8,12]},"properties":{"layer":"context"}}"#,
    );
    let back = read(whole(&dataset, &formats::CSV));
    for row in dataset.rows() {
        let geometry = |dataset: &Dataset| {
            dataset
                .record(RowId::new(row.index()))
                .unwrap()
                .geometry
                .clone()
        };
        assert_eq!(geometry(&back), geometry(&dataset));
    }
}

/// What a reader of KML finds in a placemark.
#[derive(Debug, Default)]
struct Placemark {
    /// Text by the path of elements below the placemark; data by their names.
    texts: HashMap<String, String>,
}

fn placemarks(kml: &[u8]) -> Vec<Placemark> {
    let text = std::str::from_utf8(kml).unwrap();
    let mut reader = Reader::from_str(text);
    let (mut all, mut path, mut datum) = (Vec::new(), Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let name = start.name().as_ref().to_owned();
                if name == "Placemark" {
                    all.push(Placemark::default());
                    path.clear();
                }
                if name == "Data" {
                    let attribute = start.attributes().next().unwrap().unwrap();
                    datum = attribute
                        .normalized_value(quick_xml::XmlVersion::Explicit1_0)
                        .unwrap()
                        .into_owned();
                }
                path.push(name);
            }
            Event::End(_) => {
                path.pop();
            }
            Event::Text(text) => add(&mut all, &path, &datum, &text),
            Event::GeneralRef(reference) => {
                let name = reference.to_string();
                let text = quick_xml::escape::unescape(&format!("&{name};"))
                    .unwrap()
                    .into_owned();
                add(&mut all, &path, &datum, &text);
            }
            Event::Eof => return all,
            _ => {}
        }
    }
}

fn add(all: &mut [Placemark], path: &[String], datum: &str, text: &str) {
    let Some(placemark) = all.last_mut() else {
        return;
    };
    let Some(last) = path.last().filter(|_| path.len() > 1) else {
        return;
    };
    let key = if last == "value" { datum } else { last };
    placemark
        .texts
        .entry(key.to_owned())
        .or_default()
        .push_str(text);
}

#[test]
fn kml_says_when_and_where_and_keeps_every_property() {
    let dataset = collection(
        r#"{"type":"Feature","id":"day","geometry":{"type":"Point","coordinates":[-8,12]},"properties":{"layer":"incident","title":"A < B & \"C\"","summary":"<b>x</b>","date":"2022-01-05","extra":"\u0001é"}},
           {"type":"Feature","id":"month","geometry":null,"properties":{"layer":"incident","date":"2022-01"}},
           {"type":"Feature","id":"open","geometry":null,"properties":{"layer":"deployment","date":"2021-12/.."}},
           {"type":"Feature","id":"never","geometry":null,"properties":{"layer":"context"}}"#,
    );
    let all = placemarks(&whole(&dataset, &formats::KML));
    let by_id = |id: &str| {
        let found = all
            .iter()
            .find(|it| it.texts.get("id").map(String::as_str) == Some(id));
        found.unwrap().texts.clone()
    };
    let text = |id: &str, key: &str| {
        by_id(id)
            .get(key)
            .map_or_else(String::new, |it| it.trim().to_owned())
    };
    assert_eq!(all.len(), 4);
    assert_eq!(text("day", "when"), "2022-01-05");
    assert_eq!(text("day", "name"), "A < B & \"C\"");
    assert_eq!(text("day", "description"), "&lt;b&gt;x&lt;/b&gt;");
    assert_eq!(text("day", "coordinates"), "-8,12");
    assert_eq!(text("day", "extra"), "\u{FFFD}é");
    assert_eq!(text("month", "begin"), "2022-01-01T00:00:00Z");
    assert_eq!(text("month", "end"), "2022-01-31T23:59:59Z");
    assert_eq!(
        (text("open", "begin").as_str(), text("open", "end").as_str()),
        ("2021-12-01T00:00:00Z", "")
    );
    assert_eq!(text("never", "when") + &text("never", "begin"), "");
    for row in dataset.rows() {
        let record = dataset.record(RowId::new(row.index())).unwrap();
        let properties = record.properties();
        let id = record.id.as_ref().unwrap().as_str();
        for (name, value) in properties {
            assert_eq!(Some(text(id, &name).as_str()), value.as_str());
        }
    }
}

/// GDAL 3.12 loses a year that stands alone in KML, and ends a span in the first second of its last month.
#[test]
fn a_year_and_a_span_of_months_are_written_to_the_second_in_kml() {
    let dataset = collection(
        r#"{"type":"Feature","id":"year","geometry":null,"properties":{"layer":"incident","date":"2022"}},
           {"type":"Feature","id":"span","geometry":null,"properties":{"layer":"deployment","date":"2021-12/2022-02"}}"#,
    );
    let all = placemarks(&whole(&dataset, &formats::KML));
    let ends = |id: &str| {
        let is_it = |it: &&Placemark| it.texts.get("id").is_some_and(|own| own == id);
        let found = &all.iter().find(is_it).unwrap().texts;
        [found["begin"].clone(), found["end"].clone()]
    };
    assert_eq!(
        ends("year"),
        ["2022-01-01T00:00:00Z", "2022-12-31T23:59:59Z"]
    );
    assert_eq!(
        ends("span"),
        ["2021-12-01T00:00:00Z", "2022-02-28T23:59:59Z"]
    );
}

#[test]
fn kml_of_the_bundled_records_has_a_placemark_each() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let all = placemarks(&whole(&dataset, &formats::KML));
    assert_eq!(all.len(), dataset.len());
}

/// The files of an archive by name, found by the list at its end as programs do.
fn unpacked(archive: &[u8]) -> HashMap<String, Vec<u8>> {
    let number = |at: usize, bytes: usize| -> usize {
        let bytes = archive[at..at + bytes].iter().rev();
        bytes.fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    let end = archive.len() - 22;
    let mut at = number(end + 16, 4);
    (0..number(end + 10, 2))
        .map(|_| {
            let (packed, length, name) =
                (number(at + 20, 4), number(at + 24, 4), number(at + 28, 2));
            let place = number(at + 42, 4);
            let title = String::from_utf8(archive[at + 46..at + 46 + name].to_vec()).unwrap();
            at += 46 + name;
            let begin = place + 30 + number(place + 26, 2);
            let mut decoder = flate2::read::DeflateDecoder::new(&archive[begin..begin + packed]);
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut decoder, &mut bytes).unwrap();
            assert_eq!(bytes.len(), length);
            (title, bytes)
        })
        .collect()
}

#[test]
fn kmz_holds_the_document_with_a_mark_of_its_own_for_each_layer_and_nothing_from_the_network() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let files = unpacked(&whole(&dataset, &formats::KMZ));
    let document = String::from_utf8(files["doc.kml"].clone()).unwrap();
    assert_eq!(placemarks(document.as_bytes()).len(), dataset.len());
    let marks: Vec<&str> = document.split("<href>").skip(1).collect();
    let mut marks: Vec<&str> = marks
        .iter()
        .map(|it| it.split('<').next().unwrap())
        .collect();
    assert!(marks.len() > 1);
    for mark in &marks {
        assert!(files[*mark].starts_with(b"\x89PNG"), "{mark}");
    }
    let all = marks.len();
    marks.sort_unstable();
    marks.dedup();
    assert_eq!(marks.len(), all);
    let alone = String::from_utf8(whole(&dataset, &formats::KML)).unwrap();
    assert!(!alone.contains("<href>"));
}
