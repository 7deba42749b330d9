//! Files that were cut, or changed at random.

use std::{fs, path::Path};

use proptest::prelude::*;
use sahelscope::{
    data::{Dataset, Filter, SourceFile},
    io::{Watch, export::Export, formats, split::split},
    model::{Issue, IssueKind},
    query::WindowResult,
    work::Progress,
};

use super::read;

/// What is neither in a record nor in a member must be space or a mark of the collection itself.
fn assert_nothing_lost(text: &str, part: &SourceFile) {
    let mut covered = vec![false; text.len()];
    let members = split(text, &Watch::nobody()).unwrap().members;
    let members = members.into_iter().flat_map(|it| [it.key, it.value]);
    for span in part.spans.iter().chain(members) {
        covered[span].iter_mut().for_each(|byte| *byte = true);
    }
    let array = text.trim_start().starts_with('[');
    let array = array.then(|| text.len() - text.trim_start().len() + 1);
    let start = text.find("\"features\":[").map(|at| at + 12);
    let start = array.or(start).unwrap_or(0);
    let lost: String = text
        .char_indices()
        .filter(|(at, _)| *at >= start && !covered[*at])
        .map(|(_, letter)| letter)
        .filter(|letter| !letter.is_whitespace() && !",:]}".contains(*letter))
        .collect();
    assert_eq!(lost, "", "{text}");
}

#[test]
fn a_file_cut_at_any_byte_keeps_all_that_is_left() {
    let features = [
        r#"{"type":"Feature","id":"é","geometry":{"type":"Point","coordinates":[-8.0,12]},"properties":{"t":"a\"}],","n":[{}]}}"#,
        r#"{ "type" : "Feature", "geometry":null,"properties":{"x":{"type":"Feature"}} }"#,
        r#"{"type":"Feature","properties":null,"geometry":null}"#,
    ];
    let whole = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{}]}}",
        features.join(",\n")
    );
    let first = whole.find(features[0]).unwrap() + 1;
    for length in (first..whole.len()).filter(|length| whole.is_char_boundary(*length)) {
        let cut = &whole[..length];
        let part = read(cut.as_bytes()).unwrap_or_else(|error| panic!("{length}: {error:?}"));
        assert_nothing_lost(cut, &part);
        assert!(
            part.issues
                .iter()
                .any(|issue| issue.kind.code() == "truncated"),
            "{cut}"
        );
        let complete = features
            .iter()
            .filter(|feature| cut.contains(*feature))
            .count();
        let records = Dataset::from_parts(vec![part]);
        assert_eq!(records.columns().totals().readable, complete, "{cut}");
    }
}

/// A small generator of numbers, the same on every machine (xorshift).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

/// Changes a few bytes for such as JSON is made of, or takes or doubles a stretch.
fn mutated(text: &[u8], dice: &mut Dice) -> Vec<u8> {
    const MARKS: &[u8] = b"{}[]\",:\\0-e \nX\xFF";
    let mut bytes = text.to_vec();
    for _ in 0..=dice.throw(4) {
        let at = dice.throw(bytes.len());
        let length = dice.throw(40).min(bytes.len() - at);
        match dice.throw(4) {
            0 => bytes[at] = MARKS[dice.throw(MARKS.len())],
            1 => bytes.insert(at, MARKS[dice.throw(MARKS.len())]),
            2 => drop(bytes.drain(at..at + length)),
            _ => {
                let copy = bytes[at..at + length].to_vec();
                bytes.splice(at..at, copy);
            }
        }
        if bytes.is_empty() {
            bytes.push(b'{');
        }
    }
    bytes
}

#[test]
fn thousands_of_damaged_files_neither_crash_nor_lose_their_counts() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let seeds: Vec<Vec<u8>> = ["pretty.geojson", "minified.geojson", "lines.geojsonl"]
        .iter()
        .map(|name| fs::read(fixtures.join(name)).unwrap())
        .collect();
    let mut dice = Dice::new(0x5A4E_1B0C);
    let mut opened = 0;
    for round in 0..3000 {
        let bytes = mutated(&seeds[round % seeds.len()], &mut dice);
        let Ok(part) = read(&bytes) else { continue };
        opened += 1;
        let dataset = Dataset::from_parts(vec![part]);
        let filter = Filter::default();
        let visible = WindowResult::of(&dataset, &filter);
        let counts = &visible.counts;
        assert_eq!(
            counts.records,
            counts.shown.total() + counts.out + counts.undated + counts.unreadable
        );
        let export = Export::shown(&dataset, &visible, &filter);
        let mut out = Vec::new();
        let written = export
            .write(&formats::GEOJSON, &mut out, &Progress::unwatched())
            .unwrap();
        let again = read(&out).unwrap();
        assert_eq!(again.spans.len(), written);
        // What was misplaced in the collection goes out as it came.
        let is_new = |it: &&Issue| {
            !matches!(
                it.kind,
                IssueKind::BboxMalformed | IssueKind::MemberMisplaced
            )
        };
        assert_eq!(again.issues.iter().find(is_new), None);
    }
    assert!(opened > 1000, "{opened}");
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(part) = read(&bytes) {
            let _ = Dataset::from_parts(vec![part]);
        }
    }

    #[test]
    fn any_text_of_json_marks_is_read_or_refused(text in "[\\[\\]{}\",:a\\\\ 0]{0,200}") {
        let inside = format!(r#"{{"type":"FeatureCollection","features":[{{"type":"Feature"}},{text}"#);
        for text in [&text, &inside] {
            if let Ok(part) = read(text.as_bytes()) {
                if part.table.is_none() {
                    assert_nothing_lost(text, &part);
                }
                let _ = Dataset::from_parts(vec![part]);
            }
        }
    }
}
