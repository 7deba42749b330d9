//! Time to read the bundled records, and a made-up file of many.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a benchmark stops at the first surprise"
)]

use std::{fmt::Write, fs, hint::black_box, time::Duration};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sahelscope::{
    data::{Dataset, Filter},
    io::{
        Watch,
        export::Export,
        formats,
        read::{bundled, read_file},
        split::split,
    },
    model::Window,
    query::{RowMask, WindowResult},
    work::Progress,
};

/// Records of the made-up file.
const RECORDS: usize = 50_000;

/// A file of the profile: points, dates of every precision, claims and texts of usual length.
fn made_up() -> String {
    let mut text =
        String::from(r#"{"type":"FeatureCollection","profile":"sahelscope/1","features":["#);
    for number in 0..RECORDS {
        let comma = if number == 0 { "" } else { ",\n" };
        let longitude = -12.0 + (number % 1600) as f64 / 100.0;
        let latitude = 10.0 + (number / 1600) as f64 / 10.0;
        let (year, month) = (2015 + number % 10, 1 + number % 12);
        let layer = ["deployment", "incident", "delivery", "context"]
            .get(number % 4)
            .unwrap();
        write!(
            text,
            r#"{comma}{{"type":"Feature","id":"r-{number}","geometry":{{"type":"Point","coordinates":[{longitude:.4},{latitude:.4}]}},"properties":{{"layer":"{layer}","title":"Made-up record {number}","summary":"A sentence or two of text, about as long as those of a real record usually are.","date":"{year}-{month:02}","status":"reported","actors":["One","Other"],"claims":[{{"by":"One","says":"Something","status":"claimed"}}]}}}}"#,
        )
        .unwrap();
    }
    text + "]}"
}

fn bundled_records(criterion: &mut Criterion) {
    criterion.bench_function("bundled records to a dataset", |bencher| {
        bencher.iter(|| Dataset::from_parts(vec![black_box(bundled())]));
    });
}

fn many_records(criterion: &mut Criterion) {
    let text = made_up();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made-up.geojson");
    fs::write(&path, &text).unwrap();
    let mut group = criterion.benchmark_group(format!("{RECORDS} records"));
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(5))
        .throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("split", |bencher| {
        bencher.iter(|| split(black_box(&text), &Watch::nobody()).unwrap());
    });
    group.bench_function("file to part", |bencher| {
        bencher.iter(|| read_file(black_box(&path), &Watch::nobody()).unwrap());
    });
    let part = read_file(&path, &Watch::nobody()).unwrap();
    group.bench_function("part to dataset", |bencher| {
        bencher.iter(|| Dataset::from_parts(vec![black_box(part.clone())]));
    });
    let dataset = Dataset::from_parts(vec![part]);
    let filter = Filter {
        window: Window::parse("2020/2022").unwrap(),
        ..Filter::default()
    };
    group.bench_function("visible", |bencher| {
        let matching = RowMask::of(&dataset, &filter, &Progress::unwatched()).unwrap();
        bencher.iter(|| WindowResult::among(&dataset, black_box(&filter), &matching));
    });
    let visible = WindowResult::of(&dataset, &filter);
    group.bench_function("export", |bencher| {
        let export = Export::shown(&dataset, &visible, &filter);
        bencher.iter(|| {
            let mut out = Vec::new();
            export
                .write(&formats::GEOJSON, &mut out, &Progress::unwatched())
                .unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, bundled_records, many_records);
criterion_main!(benches);
