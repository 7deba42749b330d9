//! Visual order of lines: what stands where, from left to right, with one column a character.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use sahelscope::text::bidi::{
    Base, LineLimits, VisualLine, VisualLines, has_rtl, isolated, lines, mirrored,
};

const WIDE: LineLimits = LineLimits::UNBOUNDED;

fn laid(text: &str, base: Base, room: LineLimits) -> VisualLines {
    lines(text, base, room, &mut |run| run.chars().count() as f32)
}

/// The line as it looks, leftmost character first: what a shaper sets from the right is reversed
/// and mirrored, as the shaper does.
fn seen(line: &VisualLine) -> String {
    line.runs
        .iter()
        .map(|run| {
            if run.shaped_rtl {
                run.text.chars().rev().map(mirrored).collect()
            } else {
                run.text.clone()
            }
        })
        .collect()
}

fn seen_in_one_line(text: &str, base: Base) -> String {
    let laid = laid(text, base, WIDE);
    assert_eq!(laid.lines.len(), 1);
    seen(&laid.lines[0])
}

fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

#[test]
fn pure_arabic_is_one_run_that_the_shaper_reverses() {
    let laid = laid("وصول قوات إلى باماكو", Base::Auto, WIDE);
    assert_eq!(laid.lines[0].runs.len(), 1);
    assert!(laid.lines[0].is_rtl);
    assert_eq!(seen(&laid.lines[0]), reversed("وصول قوات إلى باماكو"));
}

#[test]
fn latin_is_left_as_it_is() {
    assert_eq!(
        seen_in_one_line("Bamako (Mali), 2022", Base::Auto),
        "Bamako (Mali), 2022"
    );
}

#[test]
fn a_model_name_and_digits_in_arabic_keep_their_own_order() {
    let text = "وصول 5 دبابات T-72B3 Obr.2023 إلى باماكو";
    let expected = [
        &reversed(" إلى باماكو"),
        "T-72B3 Obr.2023",
        &reversed(" دبابات "),
        "5",
        &reversed("وصول "),
    ]
    .concat();
    assert_eq!(seen_in_one_line(text, Base::Auto), expected);
}

#[test]
fn brackets_open_towards_their_text() {
    assert_eq!(
        seen_in_one_line("باماكو (مالي)", Base::Auto),
        format!("({}) {}", reversed("مالي"), reversed("باماكو"))
    );
    assert_eq!(
        seen_in_one_line("قاعدة (Sévaré)", Base::Auto),
        format!("(Sévaré) {}", reversed("قاعدة"))
    );
}

#[test]
fn neutrals_alone_between_two_names_are_mirrored() {
    // Between two isolates the bracket is a right-to-left run without a letter.
    let text = format!("{}({}", isolated("A"), isolated("B"));
    assert_eq!(seen_in_one_line(&text, Base::RightToLeft), "B)A");
}

#[test]
fn a_full_stop_ends_an_arabic_sentence_on_the_left() {
    let text = "هبطت الطائرة Il-76.";
    assert_eq!(
        seen_in_one_line(text, Base::Auto),
        format!(".Il-76{}", reversed("هبطت الطائرة "))
    );
}

#[test]
fn arabic_indic_digits_are_read_from_the_left() {
    let text = "سنة ٢٠٢٢ في مالي";
    assert_eq!(
        seen_in_one_line(text, Base::Auto),
        [&reversed(" في مالي"), "٢٠٢٢", &reversed("سنة ")].concat()
    );
    assert_eq!(seen_in_one_line("٣٫٥", Base::Auto), "٣٫٥");
}

#[test]
fn a_date_that_is_isolated_keeps_its_order_in_arabic() {
    let text = format!("حتى {}", isolated("2022-01-05"));
    assert_eq!(
        seen_in_one_line(&text, Base::Auto),
        format!("2022-01-05{}", reversed("حتى "))
    );
}

#[test]
fn an_arabic_paragraph_may_begin_with_latin() {
    let text = "GeoJSON صيغة الملف";
    let expected = format!("{}GeoJSON", reversed(" صيغة الملف"));
    assert_eq!(seen_in_one_line(text, Base::RightToLeft), expected);
    assert_eq!(
        seen_in_one_line(&format!("\u{200f}{text}"), Base::Auto),
        expected
    );
    assert_eq!(
        seen_in_one_line(text, Base::Auto),
        format!("GeoJSON {}", reversed("صيغة الملف"))
    );
}

#[test]
fn an_arabic_name_in_a_latin_sentence_does_not_move_the_rest() {
    let text = format!("reported by {}, 2022", isolated("وكالة"));
    assert_eq!(
        seen_in_one_line(&text, Base::Auto),
        format!("reported by {}, 2022", reversed("وكالة"))
    );
}

#[test]
fn a_paragraph_wraps_in_logical_order_and_each_line_reads_from_the_right() {
    let room = LineLimits {
        width: 12.0,
        max_rows: usize::MAX,
    };
    let laid = laid("وصلت القوات إلى T-72 مطار باماكو", Base::Auto, room);
    let seen: Vec<String> = laid.lines.iter().map(seen).collect();
    assert_eq!(
        seen,
        [
            reversed("وصلت القوات"),
            format!("T-72{}", reversed("إلى ")),
            reversed("مطار باماكو"),
        ]
    );
    assert!(laid.lines.iter().all(|line| line.is_rtl));
}

#[test]
fn each_paragraph_has_its_own_direction() {
    let laid = laid("مالي\nMali", Base::Auto, WIDE);
    let directions: Vec<bool> = laid.lines.iter().map(|line| line.is_rtl).collect();
    assert_eq!(directions, [true, false]);
}

#[test]
fn what_does_not_fit_is_cut_at_its_logical_end() {
    let room = LineLimits {
        width: 8.0,
        max_rows: 1,
    };
    let laid = laid("مدينة تمبكتو", Base::Auto, room);
    assert!(laid.is_elided);
    assert_eq!(seen(&laid.lines[0]), reversed("مدينة ت…"));
}

#[test]
fn what_fits_exactly_is_not_cut() {
    let room = LineLimits {
        width: 12.0,
        max_rows: 1,
    };
    let laid = laid("مدينة تمبكتو", Base::Auto, room);
    assert!(!laid.is_elided);
}

#[test]
fn an_override_in_data_is_shown_and_cannot_reverse_a_name() {
    assert_eq!(
        seen_in_one_line("T-72\u{202e}B3\u{202c} \u{2067}x 1\u{2069}", Base::Auto),
        "T-72[U+202E]B3[U+202C] [U+2067]x 1"
    );
}

#[test]
fn empty_text_is_one_empty_line() {
    let laid = laid("", Base::RightToLeft, WIDE);
    assert_eq!(laid.lines.len(), 1);
    assert!(laid.lines[0].runs.is_empty());
}

#[test]
fn only_text_with_a_right_to_left_letter_or_digit_needs_bidi() {
    assert!(has_rtl("Mopti موبتي"));
    assert!(has_rtl("٥"));
    assert!(has_rtl("75٪"));
    assert!(has_rtl("۲۰۲۲"));
    assert!(!has_rtl("Ségou – « 5 » … ✓"));
}
