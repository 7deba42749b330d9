//! The same thing many times over, and numbers without end.

use std::sync::Arc;

use sahelscope::{
    data::{Dataset, Filter},
    model::{RowId, Window},
    query::Engine,
    work::Progress,
};

use super::{between_good_ones, read};

/// What an analyst sees of one record many times over, in the window `window`: certain, possible, out.
fn crowded(record: &str, count: usize, window: &str) -> ([usize; 3], Arc<Dataset>) {
    let text = format!("{record}\n").repeat(count);
    let dataset = Arc::new(Dataset::from_parts(vec![read(text.as_bytes()).unwrap()]));
    let filter = Filter {
        window: Window::parse(window).unwrap(),
        ..Filter::default()
    };
    let counts = Engine::of(&dataset, &filter, &Progress::unwatched())
        .unwrap()
        .visible(&filter)
        .counts;
    assert_eq!(counts.records, count);
    (
        [counts.shown.certain, counts.shown.possible, counts.out],
        dataset,
    )
}

#[test]
fn records_at_one_point_on_one_day_are_all_counted_and_named() {
    const MANY: usize = 20_000;
    let record = r#"{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[-8,12]},"properties":{"date":"2022-03-05"}}"#;
    let (counts, dataset) = crowded(record, MANY, "2022-03-05");
    assert_eq!(counts, [MANY, 0, 0]);
    assert_eq!(dataset.issues().len() + dataset.unlisted_issues(), MANY - 1);
    let (counts, _) = crowded(record, MANY, "2022-03-04");
    assert_eq!(counts, [0, 0, MANY]);
    let (counts, _) = crowded(&record.replace("-05\"", "\""), MANY, "2022-03-05");
    assert_eq!(counts, [0, MANY, 0]);
}

#[test]
fn a_number_of_millions_of_digits_stays_as_it_is_written() {
    let long = "9".repeat(20 << 20);
    let feature = format!(r#"{{"type":"Feature","geometry":null,"properties":{{"a":{long}}}}}"#);
    let dataset = between_good_ones(&feature);
    assert_eq!(dataset.len(), 3);
    assert_eq!(dataset.issues(), []);
    assert!(dataset.bytes(RowId::new(1)).contains(&long));
}
