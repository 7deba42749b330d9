//! What an edit costs among many records: until every answer is right, taken back, of very many at once, saved, and found
//! again in the log.
//!
//! `cargo bench --bench edits -- 1000000 10000000` measures with so many records; without a number with 61 and a million. One
//! line of JSON for each, times in milliseconds: `cpu` of the thread that draws, `wall` by the clock.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark stops at the first surprise and prints what it measures"
)]

use std::{
    fmt::Write,
    fs,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use sahelscope::{
    data::{
        Amendment, Dataset, EditedPlace, Edits, SourceFile,
        change_log::{Entry, Rec, settle},
        edit::{Op, Pointer},
    },
    io::{
        Watch,
        authoring::save_over,
        change_log::{LogFolder, entry_now},
        clock::thread_time,
        read::{bundled, read_file},
    },
    model::{RowId, Window},
    query::{Engine, index::MercatorRect},
    work::Progress,
};
use serde_json::{Value, json};

/// Edits that are measured one by one; the middle one counts.
const TIMES: usize = 51;
/// Records of a change of many.
const BULK: usize = 100_000;
/// Changes whose memory is measured.
const KEPT: usize = 10_000;

fn main() {
    let sizes = std::env::args()
        .skip(1)
        .filter_map(|size| size.parse().ok());
    let mut sizes: Vec<usize> = sizes.collect();
    if sizes.is_empty() {
        sizes = vec![61, 1_000_000];
    }
    let folder = tempfile::tempdir().unwrap();
    for size in sizes {
        println!("{}", measured(size, folder.path()));
    }
}

/// Records of 650 bytes or so; those of the program where 61 are asked for.
fn written(size: usize, folder: &Path) -> SourceFile {
    let path = folder.join(format!("{size}.geojson"));
    if size == 61 {
        fs::write(&path, bundled().text.whole().as_bytes()).unwrap();
        return read_file(&path, &Watch::nobody()).unwrap();
    }
    let mut text = String::from(
        "{\"type\":\"FeatureCollection\",\"profile\":\"sahelscope/1\",\"features\":[\n",
    );
    let summary =
        "A sentence or two of text, about as long as those of a real record usually are. "
            .repeat(4);
    for number in 0..size {
        let comma = if number == 0 { "" } else { ",\n" };
        let longitude = -12.0 + (number % 1600) as f64 / 100.0;
        let latitude = 10.0 + (number / 1600 % 150) as f64 / 10.0;
        let (year, month, day) = (2012 + number % 14, 1 + number % 12, 1 + number % 28);
        let layer = ["deployment", "incident", "delivery", "context"]
            .get(number % 4)
            .unwrap();
        write!(
            text,
            r#"{comma}{{"type":"Feature","id":"r-{number}","geometry":{{"type":"Point","coordinates":[{longitude:.4},{latitude:.4}]}},"properties":{{"layer":"{layer}","title":"Made-up record {number}","summary":"{summary}","date":"{year}-{month:02}-{day:02}","status":"reported","actors":["One","Other"],"sources":["a"]}}}}"#,
        )
        .unwrap();
    }
    text.push_str("\n]}\n");
    fs::write(&path, text).unwrap();
    read_file(&path, &Watch::nobody()).unwrap()
}

/// Changes a date of the record at `place`.
fn entry(base: &Dataset, place: usize, date: &str) -> Entry {
    let records = base.records_of(0);
    let rec = records.rec(place).unwrap();
    let path = Pointer::property("date");
    let text = base.bytes(RowId::new(place));
    let feature: Value = serde_json::from_str(text).unwrap();
    let was = feature.pointer("/properties/date").cloned();
    let was = was.map(|was| Op::test(path.clone(), was));
    Entry {
        base: base.parts().first().unwrap().sha256().to_owned(),
        rec: Some(rec),
        ops: was
            .into_iter()
            .chain([Op::add(path, date.into())])
            .collect(),
        ..entry_now()
    }
}

/// What an edit leads to in the window.
struct Desk {
    base: Arc<Dataset>,
    edits: Edits,
    shown: Arc<Dataset>,
    engine: Engine,
    log: LogFolder,
}

impl Desk {
    fn commit(&mut self, entry: Entry) {
        let rec = entry.rec.clone().unwrap();
        self.edits
            .apply(&entry, &[], &self.base.records_of(0))
            .unwrap();
        self.log.append("bench", vec![entry]).unwrap();
        self.show(&rec);
    }

    fn show(&mut self, rec: &Rec) {
        let record = self
            .edits
            .records()
            .get(self.edits.number_of(rec).unwrap())
            .unwrap();
        let amendment = Amendment {
            part: 0,
            place: EditedPlace::OfFile(record.place.unwrap()),
            text: record.text.as_deref(),
        };
        self.shown = Arc::new(self.shown.amended(&[amendment]).unwrap());
        self.engine = self.engine.amended(&self.shown).unwrap();
        self.ask();
    }

    /// What a frame asks.
    fn ask(&self) {
        let filter = sahelscope::data::Filter {
            window: Window::parse("2015/2020").unwrap(),
            ..sahelscope::data::Filter::default()
        };
        let visible = self.engine.visible(&filter);
        let cells = self.engine.index().cells(9, &MercatorRect::WORLD);
        let mut tally = sahelscope::query::index::CellTally::default();
        let query = self.engine.index().query_of(&filter);
        self.engine.index().count(&cells, &query, &mut tally);
        std::hint::black_box((
            visible,
            tally,
            self.engine.change_days(&filter),
            self.engine.without_place(&filter),
        ));
    }
}

/// The processor and the clock that `work` takes.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration, Duration) {
    let (cpu, wall) = (thread_time(), Instant::now());
    let done = work();
    (done, thread_time().saturating_sub(cpu), wall.elapsed())
}

fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e5).round() / 100.0
}

fn middle(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    milliseconds(times.get(times.len() / 2).copied().unwrap_or_default())
}

/// Bytes of memory that are in use, where the system says it.
fn resident() -> usize {
    let status = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = status
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse().ok());
    pages.unwrap_or(0_usize) * 4096
}

fn measured(size: usize, folder: &Path) -> Value {
    let part = written(size, folder);
    let path = folder.join(format!("{size}.geojson"));
    let base = Arc::new(Dataset::from_parts(vec![part]));
    base.reckon_digests();
    let _ = (base.claim_index(), base.reporting());
    let progress = Progress::unwatched();
    let filter = sahelscope::data::Filter::default();
    let mut desk = Desk {
        engine: Engine::of(&base, &filter, &progress).unwrap(),
        shown: Arc::clone(&base),
        edits: Edits::default(),
        log: LogFolder::beside(&path),
        base,
    };
    let (mut commits, mut undos) = (Vec::new(), Vec::new());
    for number in 0..TIMES {
        let place = (number * 7919) % size;
        let entry = entry(&desk.base, place, "2019-05-17");
        let undoing = Entry {
            undoes: Some(entry.id.clone()),
            ops: sahelscope::data::edit::inverse(&entry.ops).unwrap(),
            ..Entry {
                id: format!("undo-{number}"),
                ..entry.clone()
            }
        };
        commits.push(timed(|| desk.commit(entry)).1);
        undos.push(timed(|| desk.commit(undoing)).1);
    }
    let before = resident();
    let mut kept = 0;
    while kept < KEPT.min(size) {
        let entry = entry(&desk.base, kept, "2018");
        desk.edits
            .apply(&entry, &[], &desk.base.records_of(0))
            .unwrap();
        kept += 1;
    }
    let memory = resident().saturating_sub(before);
    json!({
        "records": size,
        "commit_cpu": middle(&mut commits),
        "undo_cpu": middle(&mut undos),
        "edits": kept,
        "edits_megabytes": memory / 1_000_000,
        "bulk": bulk(&desk.base, &progress),
        "save": save(&desk.base, &path),
        "log": log(&desk.base, &path),
    })
}

/// One change of very many records, until every answer is right.
fn bulk(base: &Arc<Dataset>, progress: &Progress) -> Value {
    let count = BULK.min(base.len());
    let entries: Vec<Entry> = (0..count).map(|place| entry(base, place, "2017")).collect();
    let folder = tempfile::tempdir().unwrap();
    let log = LogFolder::at(folder.path().to_path_buf());
    let (_, _, wall) = timed(|| {
        let mut edits = Edits::default();
        for entry in &entries {
            edits.apply(entry, &[], &base.records_of(0)).unwrap();
        }
        log.append("bench", entries).unwrap();
        let part = base.parts().first().unwrap().edited(&edits);
        let shown = Arc::new(Dataset::from_parts(vec![part]));
        Engine::of(&shown, &sahelscope::data::Filter::default(), progress).unwrap()
    });
    json!({"records": count, "wall": milliseconds(wall)})
}

/// Saving after one edit, beside a copy that is synced.
fn save(base: &Dataset, path: &Path) -> Value {
    let read = base.parts().first().unwrap();
    let mut edits = Edits::default();
    edits
        .apply(&entry(base, 0, "2016"), &[], &base.records_of(0))
        .unwrap();
    let copy = path.with_extension("copy");
    let ((), _, copied) = timed(|| {
        fs::copy(path, &copy).unwrap();
        fs::File::open(&copy).unwrap().sync_all().unwrap();
    });
    fs::remove_file(&copy).unwrap();
    let (_, _, saved) = timed(|| save_over(path, read, &read.edited(&edits)).unwrap());
    let bytes = fs::metadata(path).unwrap().len();
    json!({"megabytes": bytes / 1_000_000, "wall": milliseconds(saved), "copy_and_sync": milliseconds(copied)})
}

/// What a log of a hundred thousand lines adds to opening its file.
fn log(base: &Dataset, path: &Path) -> Value {
    let folder = path.with_extension("lines.log");
    let log = LogFolder::at(folder);
    let count = BULK.min(base.len());
    let entries: Vec<Entry> = (0..count).map(|place| entry(base, place, "2015")).collect();
    log.append("bench", entries).unwrap();
    let (_, _, wall) = timed(|| {
        let log = log.read().unwrap();
        let settled = settle(&log, |_| true);
        let mut edits = Edits::default();
        edits.replay(&settled, &base.records_of(0)).done.len()
    });
    json!({"lines": count, "wall": milliseconds(wall)})
}
