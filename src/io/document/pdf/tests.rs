#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::fmt::Write as _;

use super::{glyphs::PlacedGlyph, lines::lines_of, paragraphs::paragraphs_of, *};

/// A report of two paragraphs, the first in Arabic, as a program that shapes its letters writes it.
const REPORT: &[u8] = include_bytes!("../../../../tests/fixtures/documents/report.pdf");

fn read_all(bytes: &[u8]) -> Result<DocumentText, ReadErrorKind> {
    read(bytes, &Watch::nobody())
}

/// A PDF whose pages have these contents, in a font that every reader has; `font` is what else is said of it.
fn made(pages: &[&str], font: &str) -> Vec<u8> {
    let first = 4;
    let ids: Vec<usize> = (0..pages.len()).map(|page| first + 2 * page).collect();
    let kids: Vec<String> = ids.iter().map(|id| format!("{id} 0 R")).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!(
            "<</Type/Pages/Count {}/Kids[{}]>>",
            pages.len(),
            kids.join(" ")
        ),
        format!("<</Type/Font/Subtype/Type1/BaseFont/Helvetica{font}>>"),
    ];
    for (page, id) in pages.iter().zip(&ids) {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>",
            id + 1
        ));
        objects.push(format!(
            "<</Length {}>>stream\n{page}\nendstream",
            page.len()
        ));
    }
    let mut text = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (object, id) in objects.iter().zip(1..) {
        places.push(text.len());
        write!(text, "{id} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let table = text.len();
    write!(text, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(text, "{place:010} 00000 n ").unwrap();
    }
    let info =
        "/Info<</Title(Report)/Author<FEFF0041002E0020062706280646>/CreationDate(D:20220405)>>";
    write!(
        text,
        "trailer<</Size {}/Root 1 0 R{info}>>\nstartxref\n{table}\n%%EOF",
        objects.len() + 1
    )
    .unwrap();
    text.into_bytes()
}

const TWO: [&str; 2] = [
    "BT /F 12 Tf 20 350 Td (On 27 March 2022 men arrived) Tj 0 -14 Td (in Moura, a town of about) Tj \
     0 -14 Td (10,000.) Tj 0 -40 Td (They left.) Tj ET",
    "BT 2 Tr /F 12 Tf 20 350 Td (Page two) Tj ET",
];

#[test]
fn lines_become_paragraphs_and_pages_end_with_a_form_feed() {
    let read = read_all(&made(&TWO, "")).unwrap();
    let paragraphs: Vec<&str> = read.paragraphs().collect();
    let expected = [
        "On 27 March 2022 men arrived in Moura, a town of about 10,000.",
        "They left.",
        "Page two",
    ];
    assert_eq!(paragraphs, expected);
    assert_eq!(read.text.matches('\u{c}').count(), 1);
    assert_eq!(read.title.unwrap().value, "Report");
    assert_eq!(read.byline.unwrap().value, "A. ابن");
    assert_eq!(
        read.published, None,
        "a day on which a file was made is no day of publication"
    );
    assert_eq!(read.untold, 0);
}

#[test]
fn arabic_is_read_in_logical_order_with_its_numbers_names_and_brackets() {
    let read = read_all(REPORT).unwrap();
    let paragraphs: Vec<&str> = read.paragraphs().collect();
    assert_eq!(paragraphs.len(), 2, "{paragraphs:?}");
    let pieces = [
        "من طراز Il-76 إلى مطار باماكو في 12 يناير 2022 وعلى متنها نحو 120",
        "(حسب شهود عيان)، ثم توجهت إلى سيغو.",
        "«القوة» انتشرت في موبتي.",
    ];
    for piece in pieces {
        assert!(paragraphs[0].contains(piece), "{piece}: {}", paragraphs[0]);
    }
    assert_eq!(
        paragraphs[1],
        "Le 27 mars 2022, des hommes sont arrivés à Moura (مورا) selon le rapport."
    );
}

/// Glyphs of a line as they are seen, ten points apart.
fn seen(text: &str, from: f64, baseline: f64) -> Vec<PlacedGlyph> {
    let glyph = |(at, letter): (usize, char)| PlacedGlyph {
        text: letter.to_string(),
        left: from + 10.0 * at as f64,
        right: from + 10.0 * (at + 1) as f64,
        baseline,
        size: 12.0,
        turns: 0,
    };
    text.chars().enumerate().map(glyph).collect()
}

fn said(glyphs: &[PlacedGlyph]) -> Vec<String> {
    lines_of(glyphs).into_iter().map(|line| line.text).collect()
}

#[test]
fn what_is_seen_from_left_to_right_is_put_in_the_order_in_which_it_is_read() {
    for (visual, logical) in [
        ("2022 ةنس", "سنة 2022"),
        ("11:45 - 05/02/2022 يف", "في 05/02/2022 - 11:45"),
        (
            "arrived in ارومو يتبوم (Mali)",
            "arrived in موبتي ومورا (Mali)",
        ),
        ("Moura 27 سرام 2022", "Moura 27 مارس 2022"),
        ("Il-76 ةرئاط", "طائرة Il-76"),
        ("(a) plain line", "(a) plain line"),
    ] {
        assert_eq!(said(&seen(visual, 0.0, 10.0)), [logical]);
    }
}

#[test]
fn brackets_that_are_written_as_they_are_seen_are_turned_even_over_lines() {
    let lines = [seen("دوهش( لاق", 0.0, 10.0), seen("لحر مث )نايع", 0.0, 25.0)].concat();
    assert_eq!(said(&lines), ["قال (شهود", "عيان) ثم رحل"]);
}

#[test]
fn letters_drawn_twice_to_look_bold_are_there_once_and_gaps_are_spaces() {
    let mut glyphs = seen("ab", 0.0, 10.0);
    let mut again = glyphs.clone();
    for glyph in &mut again {
        glyph.left += 0.3;
    }
    glyphs.extend(again);
    glyphs.extend(seen("c", 25.0, 10.0));
    assert_eq!(said(&glyphs), ["ab c"]);
}

#[test]
fn the_body_of_a_letter_and_its_dots_that_are_drawn_apart_are_one_letter() {
    // The dots stand for the letter and take no room, the body stands for nothing; or the other way round.
    let [mut body, mut dots] = [seen(" ", 30.0, 10.0), seen("ت", 34.0, 12.0)];
    body[0].text.clear();
    dots[0].right = dots[0].left;
    let rest = [seen("لص", 40.0, 10.0), seen("و", 60.0, 10.0)].concat();
    assert_eq!(
        said(&[dots.clone(), body.clone(), rest.clone()].concat()),
        ["وصلت"]
    );
    let (mut told, mut nothing) = (seen("ت", 30.0, 10.0), dots);
    nothing[0].text.clear();
    told.append(&mut nothing);
    assert_eq!(said(&[told, rest].concat()), ["وصلت"]);
}

#[test]
fn what_is_drawn_later_fills_the_gap_that_was_left_for_it() {
    let words = [
        seen("one", 0.0, 10.0),
        seen("four", 0.0, 40.0),
        seen("two", 35.0, 10.0),
    ]
    .concat();
    assert_eq!(said(&words), ["one two", "four"]);
}

#[test]
fn a_short_line_a_wider_gap_or_an_indent_ends_a_paragraph() {
    let column = [
        seen("a long first line", 0.0, 10.0),
        seen("short", 0.0, 24.0),
        seen("and a second begin", 0.0, 38.0),
        seen("behind a gap it ends", 0.0, 60.0),
        seen("indented by two le", 20.0, 74.0),
    ];
    let paragraphs = paragraphs_of(&lines_of(&column.concat()));
    let expected = [
        "a long first line short",
        "and a second begin",
        "behind a gap it ends",
        "indented by two le",
    ];
    assert_eq!(paragraphs, expected);
}

#[test]
fn letters_that_a_font_does_not_tell_are_counted() {
    let font = "/FirstChar 65/LastChar 66/Widths[500 500]/Encoding<</Differences[65/g1/g2]>>";
    let read = read_all(&made(&["BT /F 12 Tf 20 350 Td (AB Cd) Tj ET"], font)).unwrap();
    assert_eq!(read.untold, 2, "{}", read.text);
}

#[test]
fn a_pdf_without_text_is_said_to_have_none() {
    let error = read_all(&made(&["0 0 m 9 9 l S"], "")).unwrap_err();
    assert!(matches!(error, ReadErrorKind::NoText("PDF")), "{error:?}");
}

#[test]
fn a_pdf_under_an_unknown_lock_is_said_to_be_encrypted() {
    let text = String::from_utf8(made(&TWO, "")).unwrap();
    let locked = text.replace("/Info<<", "/ID[<00><00>]/Encrypt<</Filter/Own/V 9>>/Info<<");
    let error = read_all(locked.as_bytes()).unwrap_err();
    assert!(
        matches!(error, ReadErrorKind::Encrypted("PDF")),
        "{error:?}"
    );
}

#[test]
fn a_pdf_cut_off_or_changed_anywhere_is_read_or_refused_and_never_panics() {
    let whole = made(&TWO, "");
    for bytes in [&whole, REPORT] {
        for at in (0..bytes.len()).step_by(bytes.len() / 97) {
            let _ = read_all(&bytes[..at]);
            let mut changed = bytes.to_vec();
            changed[at] ^= 0x15;
            let _ = read_all(&changed);
        }
    }
}

#[test]
fn reading_ends_when_nobody_wants_it() {
    let progress = crate::work::Progress::unwatched();
    progress.cancel();
    let error = read(&made(&TWO, ""), &Watch::of(&progress)).unwrap_err();
    assert!(matches!(error, ReadErrorKind::Cancelled), "{error:?}");
}

#[test]
fn pages_by_the_hundred_with_many_points_are_read() {
    let many = "0 0 m 1 1 l ".repeat(20_000) + "S BT /F 12 Tf 20 350 Td (end) Tj ET";
    let pages: Vec<&str> = std::iter::repeat_n(TWO[0], 300)
        .chain([many.as_str()])
        .collect();
    let read = read_all(&made(&pages, "")).unwrap();
    assert_eq!(read.paragraphs().count(), 601);
    assert_eq!(read.text.matches('\u{c}').count(), 300);
}
