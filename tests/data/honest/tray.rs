//! The tray: what has no place in time or on the map is listed, found, seen in full and written out.

use super::*;
use sahelscope::{
    io::{
        export::{Export, ExportScope},
        formats::{self, Format},
    },
    query::Search,
    work::Progress,
};
use serde_json::Value;

/// An undated record with a place, a dated one without, one without either, and one that has both.
fn four() -> Dataset {
    import(
        r#"{"type":"FeatureCollection","profile":"sahelscope/1","features":[
        {"type":"Feature","id":"undated","geometry":{"type":"Point","coordinates":[-4,14]},"properties":{"title":"A convoy, some day"}},
        {"type":"Feature","id":"unplaced","geometry":null,"properties":{"date":"2022-01-05","title":"A vote, somewhere"}},
        {"type":"Feature","id":"neither","geometry":null,"properties":{"date":"soon","title":"A rumour"}},
        {"type":"Feature","id":"both","geometry":{"type":"Point","coordinates":[-4,14]},"properties":{"date":"2022-01-05","title":"A patrol"}},
        {"type":"Feature","id":"later","geometry":null,"properties":{"date":"2024-01-05","title":"A return"}}]}"#,
    )
}

fn tray(dataset: &Dataset, filter: &Filter, format: &Format) -> Vec<u8> {
    let visible = visible(dataset, filter);
    let export = Export {
        holding: ExportScope::Tray,
        ..Export::shown(dataset, &visible, filter)
    };
    let mut out = Vec::new();
    export
        .write(format, &mut out, &Progress::unwatched())
        .unwrap();
    out
}

fn text(file: Vec<u8>) -> String {
    String::from_utf8(file).unwrap()
}

/// The records of a file, as text.
fn features(file: Vec<u8>) -> String {
    let watch = io::Watch::nobody();
    let part = io::read::read_part("a", FileOrigin::Stdin, file, &watch).unwrap();
    let dataset = Dataset::from_parts(vec![part]);
    dataset.rows().map(|row| dataset.feature(row)).collect()
}

fn in_january() -> Filter {
    Filter {
        window: window("2022-01"),
        ..Filter::default()
    }
}

#[test]
fn what_the_tray_holds_is_written_in_every_format_and_nothing_else() {
    let dataset = four();
    for format in formats::written() {
        let written = tray(&dataset, &in_january(), format);
        // What is packed or in columns is looked into by reading it again.
        let written = match String::from_utf8(written.clone()) {
            Ok(text) => text,
            Err(_) => features(written),
        };
        let holds = |word: &str| written.contains(word);
        assert!(
            ["convoy", "vote", "rumour"].into_iter().all(holds),
            "{written}"
        );
        assert!(!["patrol", "return"].into_iter().any(holds), "{written}");
    }
}

#[test]
fn an_exported_tray_says_what_it_is_and_its_figures_add_up() {
    let dataset = four();
    let written: Value =
        serde_json::from_slice(&tray(&dataset, &in_january(), &formats::GEOJSON)).unwrap();
    let report = &written["export"];
    assert_eq!(report["holds"], "tray");
    assert_eq!(report["written"], 3);
    let left_out = report["left_out"].as_array().unwrap();
    let left_out = left_out
        .iter()
        .map(|entry| entry["records"].as_u64().unwrap());
    assert_eq!(3 + left_out.sum::<u64>(), 5);
}

#[test]
fn an_undated_record_is_found_by_its_words_and_seen_in_full() {
    let dataset = four();
    let found = |text: &str| {
        let search = Search::of(&dataset, text);
        let mut folded = Vec::new();
        let mut rows = dataset.rows();
        rows.find(|row| search.finds(&dataset, *row, &mut folded))
    };
    for (text, id) in [
        ("convoy", "undated"),
        ("vote", "unplaced"),
        ("rumour", "neither"),
    ] {
        let row = found(text).unwrap();
        assert_eq!(
            dataset.record(row).unwrap().id.clone().unwrap().to_string(),
            id
        );
        assert_eq!(dataset.row_of(id), Some(row));
    }
}

#[test]
fn an_exported_tray_opens_as_the_same_records() {
    let dataset = four();
    let again = import(&text(tray(&dataset, &in_january(), &formats::GEOJSON)));
    let all = visible(&again, &Filter::default());
    assert_eq!((all.counts.undated, all.unplaced_in_window), (2, 1));
    assert_eq!(
        ids(&again, &Filter::default()),
        ["undated", "unplaced", "neither"]
    );
}

#[test]
fn the_tray_of_the_bundled_records_goes_out_whole() {
    let dataset = bundled();
    let all = visible(&dataset, &Filter::default());
    assert!(all.counts.undated > 0 && all.unplaced_in_window > 0);
    let written = text(tray(&dataset, &Filter::default(), &formats::LINES));
    assert_eq!(
        written.lines().count(),
        all.counts.undated + all.unplaced_in_window
    );
}
