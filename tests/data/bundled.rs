//! The records inside the program, read as any file is.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use sahelscope::{
    data::{Dataset, Filter},
    io::read::bundled,
    model::{Lang, RowId, Window},
    query::{RowMask, WindowResult},
    work::Progress,
};

fn dataset() -> Dataset {
    Dataset::from_parts(vec![bundled()])
}

#[test]
fn the_whole_file_is_read_without_one_issue() {
    let dataset = dataset();
    assert!(dataset.len() > 50);
    assert_eq!(dataset.issues(), []);
    assert_eq!(dataset.columns().totals().unreadable, 0);
}

#[test]
fn each_of_the_five_places_carries_a_mark() {
    let dataset = dataset();
    for place in ["Bamako", "Ségou", "Mopti", "Timbuktu", "Moura"] {
        let filter = Filter {
            text: place.to_owned(),
            ..Filter::default()
        };
        let matching = RowMask::of(&dataset, &filter, &Progress::unwatched()).unwrap();
        let marks = dataset.rows().filter(|row| {
            let is_there = || {
                let record = dataset.record(RowId::new(row.index())).unwrap();
                record.place.name.text(Lang::En).contains(place)
            };
            matching.contains(RowId::new(row.index()))
                && dataset
                    .columns()
                    .position(RowId::new(row.index()))
                    .is_some()
                && is_there()
        });
        assert!(marks.count() > 0, "{place}");
    }
}

#[test]
fn each_record_speaks_three_languages() {
    let dataset = dataset();
    for row in dataset.rows() {
        let record = dataset.record(RowId::new(row.index())).unwrap();
        for lang in Lang::ALL {
            for text in [&record.title, &record.summary] {
                let exact = text.exact(lang).unwrap_or_default();
                assert!(!exact.trim().is_empty(), "{:?} {lang}", record.id);
            }
        }
    }
}

#[test]
fn every_window_counts_every_record_once() {
    let dataset = dataset();
    for year in 2015..2028 {
        for window in [
            format!("{year}"),
            format!("{year}-06"),
            format!("{year}-02-01/.."),
        ] {
            let filter = Filter {
                window: Window::parse(&window).unwrap(),
                ..Filter::default()
            };
            let visible = WindowResult::of(&dataset, &filter);
            let counts = &visible.counts;
            let sum = counts.shown.total() + counts.out + counts.undated + counts.unreadable;
            assert_eq!(counts.records, sum + counts.filtered, "{window}");
            assert_eq!(counts.filtered, 0, "{window}");
        }
    }
}
