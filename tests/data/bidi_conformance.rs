//! The cases of the Unicode `BidiCharacterTest` that apply: all but those with embeddings, overrides
//! and forced isolates, which this program shows instead of obeying, and those of several paragraphs.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::Read;

use flate2::read::GzDecoder;
use sahelscope::text::{
    bidi::{Base, LineLimits, VisualLine, lines, mirrored, without_controls},
    caret_stops,
    piece_memo::{Measure, PieceMemo},
};
use unicode_bidi::{BidiClass, bidi_class};

/// A line of the file: the text, the direction asked for, and what is to be seen from left to right.
struct Case {
    text: String,
    base: Base,
    is_rtl: bool,
    seen: String,
}

impl Case {
    fn of(line: &str) -> Option<Self> {
        let fields: Vec<&str> = line.split(';').collect();
        let letters: Vec<char> = fields
            .first()?
            .split_whitespace()
            .filter_map(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?))
            .collect();
        let levels: Vec<Option<u8>> = fields
            .get(3)?
            .split_whitespace()
            .map(|level| level.parse().ok())
            .collect();
        let order = fields.get(4)?.split_whitespace();
        let seen: String = order
            .filter_map(|index| index.parse::<usize>().ok())
            .filter_map(|index| {
                let is_rtl = levels.get(index).copied().flatten()? % 2 == 1;
                let letter = *letters.get(index)?;
                Some(if is_rtl { mirrored(letter) } else { letter })
            })
            .collect();
        Some(Self {
            text: letters.iter().collect(),
            base: match *fields.get(1)? {
                "0" => Base::LeftToRight,
                "1" => Base::RightToLeft,
                _ => Base::Auto,
            },
            is_rtl: *fields.get(2)? == "1",
            seen: without_controls(&seen)
                .chars()
                .filter(|letter| !is_invisible(*letter))
                .collect(),
        })
    }
}

fn cases() -> Vec<Case> {
    let packed = include_bytes!("../fixtures/bidi-character-test.txt.gz").as_slice();
    let mut text = String::new();
    GzDecoder::new(packed).read_to_string(&mut text).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| Case::of(line).unwrap()).collect()
}

/// What stands on the line from left to right: the shaper reverses and mirrors what it sets from the
/// right.
fn seen(runs: &[sahelscope::text::bidi::VisualRun]) -> String {
    runs.iter()
        .flat_map(|run| -> Vec<char> {
            if run.shaped_rtl {
                run.text.chars().rev().map(mirrored).collect()
            } else {
                run.text.chars().collect()
            }
        })
        .filter(|letter| !is_invisible(*letter))
        .collect()
}

/// Joiners and the like: they stand nowhere.
fn is_invisible(letter: char) -> bool {
    bidi_class(letter) == BidiClass::BN
}

#[test]
fn lines_stand_as_unicode_says() {
    let cases = cases();
    assert!(cases.len() > 10_000, "{}", cases.len());
    for case in &cases {
        let laid = lines(&case.text, case.base, LineLimits::UNBOUNDED, &mut |_| 1.0);
        let [line]: &[VisualLine; 1] = laid.lines.as_slice().try_into().unwrap();
        assert_eq!(seen(&line.runs), case.seen, "{:?}", case.text);
        assert_eq!(line.is_rtl, case.is_rtl, "{:?}", case.text);
    }
}

#[test]
fn fields_show_the_same_order() {
    for case in cases() {
        let line = caret_stops::CaretLine::set(
            &case.text,
            case.base,
            &mut Measure {
                memo: &mut PieceMemo::default(),
                width: &mut |run: &str| run.len() as f32,
            },
        );
        assert_eq!(seen(&line.runs), case.seen, "{:?}", case.text);
    }
}
