use std::{
    fs,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
};

use super::{streaming::chunks, *};
use crate::{
    data::Dataset,
    model::{Field, RowId},
    work::Progress,
};

fn part(name: &str, text: &str) -> Result<SourceFile, ReadError> {
    read_part(
        name,
        FileOrigin::Stdin,
        text.as_bytes().to_vec(),
        &Watch::nobody(),
    )
}

#[test]
fn the_bundled_records_are_read() {
    let part = bundled();
    assert!(part.follows_profile());
    assert!(part.spans.len() > 50);
    assert_eq!(part.issues, []);
    assert_eq!(part.sha256().len(), 64);
}

#[test]
fn a_digest_is_of_the_bytes_of_the_file() {
    let text = r#"{"type":"FeatureCollection","features":[]}"#;
    let digest = "ed778c73ea51338d6576fb5992b189f2b94d9f3d5e199f46c1af520d6b0b3e6c";
    let read = part("a.geojson", text).unwrap();
    assert_eq!(read.sha256(), digest);
    let marked = part("a.geojson", &format!("\u{FEFF}{text}")).unwrap();
    assert_eq!(marked.text, read.text);
    assert_ne!(marked.sha256(), read.sha256());
}

#[test]
fn a_foreign_file_gets_a_guessed_mapping() {
    let text = r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,
        "properties":{"Event Date":"2022-01-05","Name":"x"}}]}"#;
    let read = part("a.geojson", text).unwrap();
    assert_eq!(read.mapping.property(Field::Date), Some("Event Date"));
    assert_eq!(read.mapping.property(Field::Title), Some("Name"));
}

#[test]
fn a_bare_geometry_becomes_a_feature() {
    let read = part("a.geojson", r#"{"type":"Point","coordinates":[-8,12]}"#).unwrap();
    let dataset = Dataset::from_parts(vec![read]);
    assert!(dataset.record(RowId::new(0)).unwrap().geometry.is_some());
    let kinds: Vec<IssueKind> = dataset.issues().iter().map(|it| it.issue.kind).collect();
    assert_eq!(kinds, [IssueKind::NoDateColumn]);
}

#[test]
fn a_lone_feature_in_a_file_of_lines_stays_a_line() {
    let text = r#"{"type":"Feature","geometry":null,"properties":{}}"#;
    let lines = part("a.geojsonl", text).unwrap();
    assert_eq!(lines.format, RecordFormat::GeoJsonLines);
    assert_eq!(
        part("a.geojson", text).unwrap().format,
        RecordFormat::GeoJson
    );
}

#[test]
fn a_member_that_is_no_json_is_an_issue_and_hides_nothing() {
    let text = r#"{"type":"FeatureCollection","title":nul,"features":[null]}"#;
    let read = part("a.geojson", text).unwrap();
    assert_eq!(read.spans.len(), 1);
    assert_eq!(&*read.issues[0].field, "title");
}

/// A file long enough that somebody hears of its reading before its end, and how it is read while
/// `meanwhile` is done each time that somebody hears of it.
fn read_while(
    length: usize,
    meanwhile: impl Fn(&Path) + Send + Sync + 'static,
) -> Result<SourceFile, ReadErrorKind> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.geojson");
    fs::write(&path, collection(length)).unwrap();
    let at = path.clone();
    let progress = Progress::heard_by(move |_| meanwhile(&at));
    let read = read_file(&path, &Watch::of(&progress));
    read.map_err(|error| error.kind)
}

fn collection(length: usize) -> String {
    let record = r#"{"type":"Feature","geometry":null,"properties":{}}"#;
    format!("[{record}{}]", format!(",{record}").repeat(length - 1))
}

#[test]
fn a_file_that_is_removed_under_reading_is_read() {
    let read = read_while(60_000, |path| drop(fs::remove_file(path)));
    assert_eq!(read.unwrap().spans.len(), 60_000);
}

#[test]
fn a_file_that_is_written_anew_in_place_under_reading_is_read_again() {
    for length in [7, 59_999, 60_000, 61_000] {
        let is_done = AtomicBool::new(false);
        let read = read_while(60_000, move |path| {
            if !is_done.swap(true, Ordering::Relaxed) {
                // The clock of files is coarse.
                std::thread::sleep(std::time::Duration::from_millis(20));
                fs::write(path, collection(length)).unwrap();
            }
        });
        assert_eq!(read.unwrap().spans.len(), length);
    }
}

#[test]
fn a_file_whose_place_another_takes_under_reading_is_read_again() {
    let is_done = AtomicBool::new(false);
    let read = read_while(60_000, move |path| {
        if !is_done.swap(true, Ordering::Relaxed) {
            let other = path.with_extension("new");
            fs::write(&other, collection(5)).unwrap();
            fs::rename(other, path).unwrap();
        }
    });
    assert_eq!(read.unwrap().spans.len(), 5);
}

#[test]
fn a_file_that_is_written_anew_again_and_again_is_an_error() {
    let length = AtomicUsize::new(60_000);
    let read = read_while(60_000, move |path| {
        // Shorter each time, and always long enough to be heard of.
        let length = length.fetch_sub(1, Ordering::Relaxed);
        fs::write(path, collection(length - 1)).unwrap();
    });
    assert!(matches!(read, Err(ReadErrorKind::ChangedWhileReading)));
}

#[test]
fn reading_can_be_cancelled() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.geojson");
    fs::write(&path, "[]").unwrap();
    let cancelled = Progress::cancelled();
    let error = read_file(&path, &Watch::of(&cancelled)).unwrap_err();
    assert!(matches!(error.kind, ReadErrorKind::Cancelled));
}

#[test]
fn an_endless_device_is_too_large() {
    let bytes = chunks(std::io::repeat(b' '), 3 << 20, None, &Watch::nobody());
    assert!(matches!(bytes, Err(ReadErrorKind::TooLarge(_))));
}

#[test]
fn a_file_that_goes_on_growing_under_reading_is_read_as_it_was_when_it_was_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ndjson");
    let line = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}\n";
    fs::write(&path, line.repeat(40_000)).unwrap();
    let at = path.clone();
    let grow = Progress::heard_by(move |_| {
        let mut file = fs::OpenOptions::new().append(true).open(&at).unwrap();
        std::io::Write::write_all(&mut file, line.as_bytes()).unwrap();
    });
    let read = read_file(&path, &Watch::of(&grow)).unwrap();
    let grown = fs::read_to_string(&path).unwrap().lines().count();
    assert!((40_000..grown).contains(&read.spans.len()));
}

#[test]
fn standard_input_is_unpacked() {
    let line = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}\n";
    let text = line.repeat(3).into_bytes();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut gzip, &text).unwrap();
    let zstd = ruzstd::encoding::compress_to_vec(
        text.as_slice(),
        ruzstd::encoding::CompressionLevel::Fastest,
    );
    for packed in [gzip.finish().unwrap(), zstd] {
        let read = read_stdin(packed.as_slice(), &Watch::nobody()).unwrap();
        assert_eq!((read.spans.len(), read.source), (3, FileOrigin::Stdin));
        let cut = &packed[..packed.len() - 3];
        let error = read_stdin(cut, &Watch::nobody()).unwrap_err();
        assert!(matches!(error.kind, ReadErrorKind::Packed(_)));
        let error = read_stdin(&packed[..5], &Watch::nobody()).unwrap_err();
        assert!(matches!(error.kind, ReadErrorKind::Packed(_)));
    }
    let read = read_stdin(text.as_slice(), &Watch::nobody()).unwrap();
    assert_eq!(read.spans.len(), 3);
    let error = read_stdin(std::io::empty(), &Watch::nobody()).unwrap_err();
    assert_eq!(error.file, "-");
}

/// A GPX file of so many waypoints, each with a name and a time.
fn waypoints(count: usize) -> String {
    let points = (0..count).map(|number| {
        format!(
            "<wpt lat=\"14.{number:06}\" lon=\"-4.2\"><time>2022-03-{:02}T10:00:00Z</time><name>Point {number}</name></wpt>\n",
            1 + number % 28
        )
    });
    let points: String = points.collect();
    format!("<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n{points}</gpx>")
}

#[test]
fn a_long_text_made_of_another_format_reads_like_a_short_one() {
    let many = 60_000;
    let long = part("a.gpx", &waypoints(many)).unwrap();
    let short = part("a.gpx", &waypoints(3)).unwrap();
    assert_eq!(long.spans.len(), many);
    // Long enough to have been taken apart in pieces, whose rows come with it.
    assert!(long.derived.is_some() && short.derived.is_none());
    assert_eq!(long.mapping, short.mapping);
    assert_eq!(long.issues, short.issues);
    let record = |file: &SourceFile, row| file.text.slice(&file.spans.get(row).unwrap()).to_owned();
    for row in 0..3 {
        assert_eq!(record(&long, row), record(&short, row));
    }
    assert!(record(&long, many - 1).contains("Point 59999"));
}

#[test]
fn a_long_file_of_another_format_that_is_cut_or_unwanted_says_so() {
    let whole = waypoints(60_000);
    let cut = whole.get(..whole.len() - 40).unwrap();
    let read = |text: &str, watch: &Watch<'_>| {
        let bytes = text.as_bytes().to_vec();
        let read = read_part("a.gpx", FileOrigin::Stdin, bytes, watch);
        read.err().map(|error| error.kind.code())
    };
    let short = waypoints(3);
    let short_cut = short.get(..short.len() - 40).unwrap();
    assert_eq!(
        read(cut, &Watch::nobody()),
        read(short_cut, &Watch::nobody())
    );
    let cancel = Progress::heard_by(|progress| {
        if progress.records() > 40_000 {
            progress.cancel();
        }
    });
    let unwanted = read(&whole, &Watch::of(&cancel));
    assert_eq!(unwanted, Some(ReadErrorKind::Cancelled.code()));
}
