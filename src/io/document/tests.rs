#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::io::Write;

use flate2::{Compression, write::GzEncoder};

use super::*;
use crate::io::formats::unzip::tightly_packed as archive;

fn document(bytes: impl AsRef<[u8]>) -> DocumentText {
    document_of(bytes.as_ref(), &Watch::nobody()).unwrap()
}

fn refused(bytes: impl AsRef<[u8]>) -> ReadErrorKind {
    document_of(bytes.as_ref(), &Watch::nobody()).unwrap_err()
}

fn value(found: Option<&StatedValue>) -> (&str, &str) {
    found.map_or(("", ""), |found| (found.value.as_str(), found.place))
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn lines_of_a_text_are_its_paragraphs_as_they_are() {
    let read = document("# Rapport\r\n\r\nUn.  \n\n\u{fedf}\u{fe8e} deux\n");
    assert_eq!(read.format, "Markdown");
    assert_eq!(value(read.title.as_ref()), ("Rapport", "first heading"));
    let paragraphs: Vec<&str> = read.paragraphs().collect();
    // Letters in the shape that somebody wrote them in stay so.
    assert_eq!(paragraphs, ["# Rapport", "Un.  ", "\u{fedf}\u{fe8e} deux"]);
    assert_eq!(document("Un.").format, "text");
}

#[test]
fn texts_in_older_encodings_are_read() {
    let text = "وصلت الطائرات إلى باماكو في الخامس من مارس، وكان على متنها رجال.\n".repeat(9);
    let (windows, ..) = encoding_rs::WINDOWS_1256.encode(&text);
    let (iso, ..) = encoding_rs::ISO_8859_6.encode(&text);
    let wide: Vec<u8> = "\u{feff}"
        .chars()
        .chain(text.chars())
        .collect::<String>()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [&*windows, &*iso, &wide] {
        let read = document(bytes);
        assert_eq!(read.text, text);
        assert_eq!(read.language, Some(Lang::Ar));
    }
}

const PAGE: &str = r#"<!DOCTYPE html><html lang="fr"><!--
 Page saved with SingleFile
 url: https://example.org/a?b=1
 saved date: Sat Nov 28 2026
--><head><title>Un titre</title>
<meta property="article:published_time" content="2022-04-05T23:30:00-05:00">
<meta name="author" content="Une Plume"><meta property="og:site_name" content="Le Journal">
<style>p { color: red }</style><script>document.title = "autre"</script></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Un titre</h1>
<p>Le 27 mars 2022, des soldats sont arrivés à Moura, selon plusieurs témoins
   qui ont parlé au journal; ils y sont restés cinq jours.</p>
<p>La ville a été encerclée, et les hommes ont été séparés des femmes, disent-ils.</p>
<img src="https://tracker.example/p.gif"></article></body></html>"#;

#[test]
fn of_a_saved_page_comes_its_article_and_what_it_says_about_itself() {
    let read = document(PAGE);
    assert_eq!((read.format, read.ending), ("SingleFile page", "html"));
    assert_eq!(value(read.title.as_ref()).0, "Un titre");
    assert_eq!(value(read.byline.as_ref()).0, "Une Plume");
    assert_eq!(value(read.publisher.as_ref()).0, "Le Journal");
    assert_eq!(
        value(read.address.as_ref()),
        ("https://example.org/a?b=1", "SingleFile url")
    );
    assert_eq!(
        value(read.published.as_ref()),
        ("2022-04-05", "published time")
    );
    assert_eq!(read.language, Some(Lang::Fr));
    assert!(read.text.contains("séparés des femmes"), "{}", read.text);
    for silent in ["color", "document.title", "Accueil", "tracker"] {
        assert!(!read.text.contains(silent), "{silent}: {}", read.text);
    }
}

#[test]
fn a_page_nested_deeper_than_any_is_read_by_its_tags() {
    let depth = 1_000_000;
    let page = format!(
        "<html><body><script>no</script>{}Moura<br>27 &amp; 28{}</body></html>",
        "<div>".repeat(depth),
        "</div>".repeat(depth)
    );
    let read = document(page);
    let paragraphs: Vec<&str> = read.paragraphs().collect();
    assert_eq!(paragraphs, ["Moura", "27 & 28"]);
}

const WORDS: &str = r#"<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>
<w:p><w:r><w:t>Le 5 mars,</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve"> à Ségou &amp; Mopti</w:t></w:r></w:p>
<w:p/><w:p><w:del><w:r><w:delText>biffé</w:delText></w:r></w:del><w:r><w:t>في مورا</w:t></w:r></w:p>
</w:body></w:document>"#;
const CORE: &str = r#"<c:coreProperties xmlns:c="urn:c" xmlns:dc="urn:dc"><dc:title>Note</dc:title><dc:creator>A. B.</dc:creator></c:coreProperties>"#;

#[test]
fn of_an_office_text_come_the_paragraphs_without_what_was_deleted() {
    let bytes = archive(&[
        ("word/document.xml", WORDS.as_bytes()),
        ("docProps/core.xml", CORE.as_bytes()),
    ]);
    let read = document(bytes);
    assert_eq!(read.format, "DOCX");
    assert_eq!(value(read.title.as_ref()), ("Note", "dc:title"));
    assert_eq!(value(read.byline.as_ref()), ("A. B.", "dc:creator"));
    let paragraphs: Vec<&str> = read.paragraphs().collect();
    assert_eq!(paragraphs, ["Le 5 mars,\t à Ségou & Mopti", "في مورا"]);
}

#[test]
fn an_office_text_that_unpacks_to_far_more_than_itself_is_refused() {
    let long = vec![b' '; 700 << 20];
    let refused = refused(archive(&[("word/document.xml", &long)]));
    assert!(matches!(refused, ReadErrorKind::Bomb(_)), "{refused:?}");
}

#[test]
fn an_office_text_that_breaks_off_is_refused() {
    let cut = WORDS.replace("</w:body>", "").replace("</w:document>", "");
    let refused = refused(archive(&[("word/document.xml", cut.as_bytes())]));
    assert!(
        matches!(refused, ReadErrorKind::Broken("DOCX")),
        "{refused:?}"
    );
}

#[test]
fn each_message_of_a_channel_is_a_paragraph_with_its_day_and_number() {
    let read = document(
        r#"{"name": "قناة", "type": "public_channel", "id": 7, "messages": [
            {"id": 1, "type": "service", "date": "2022-03-01T09:00:00", "text": ""},
            {"id": 2, "type": "message", "date": "2022-03-27T10:00:00",
             "text": ["في ", {"type": "bold", "text": "مورا"}, "\nاليوم"]},
            {"id": 3, "type": "message", "date": "2022-04-02T10:00:00", "text": "Fin"}]}"#,
    );
    assert_eq!(read.format, "Telegram export");
    assert_eq!(
        value(read.published.as_ref()),
        ("2022-03-01/2022-04-02", "messages")
    );
    let paragraphs: Vec<&str> = read.paragraphs().collect();
    assert_eq!(
        paragraphs,
        [
            "[2022-03-27T10:00:00 #2] في مورا اليوم",
            "[2022-04-02T10:00:00 #3] Fin"
        ]
    );
}

/// A record of a web archive; `length` is what it says of its block.
fn record(kind: &str, block: &str, length: usize) -> String {
    format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/{kind}\r\nContent-Length: {length}\r\n\r\n{block}\r\n\r\n"
    )
}

fn web_archive() -> String {
    let answer = |status: &str, kind: &str, body: &str| {
        format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}")
    };
    let blocks = [
        ("warcinfo", "software: none".to_owned()),
        (
            "response",
            answer(
                "404 Not StatedValue",
                "text/html",
                "<html><p>Nothing</p></html>",
            ),
        ),
        ("response", answer("200 OK", "image/png", "png")),
        (
            "response",
            answer(
                "200 OK",
                "text/html; charset=utf-8",
                PAGE.split_once("<!--").unwrap().0,
            )
            .replace("lang=\"fr\">", "lang=\"fr\"><p>Moura, le 27 mars</p>"),
        ),
    ];
    blocks
        .iter()
        .map(|(kind, block)| record(kind, block, block.len()))
        .collect()
}

#[test]
fn of_a_web_archive_comes_the_first_page_that_was_answered() {
    let plain = web_archive();
    for (bytes, format) in [
        (plain.as_bytes().to_vec(), "WARC"),
        (gzipped(plain.as_bytes()), "WARC"),
        (
            archive(&[
                ("datapackage.json", b"{}"),
                ("archive/data.warc.gz", &gzipped(plain.as_bytes())),
            ]),
            "WACZ",
        ),
    ] {
        let read = document(bytes);
        assert_eq!(read.format, format);
        assert_eq!(read.text.trim(), "Moura, le 27 mars");
        assert_eq!(
            value(read.address.as_ref()),
            ("https://example.org/response", "WARC-Target-URI")
        );
    }
}

#[test]
fn a_web_archive_cut_off_anywhere_is_read_or_refused_and_never_panics() {
    let plain = web_archive();
    let packed = gzipped(plain.as_bytes());
    for end in (8..packed.len()).step_by(7) {
        let _ = document_of(&packed[..end], &Watch::nobody());
    }
    for end in (8..plain.len()).step_by(7) {
        let _ = document_of(&plain.as_bytes()[..end], &Watch::nobody());
    }
    let lying = record(
        "response",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a</p>",
        usize::MAX,
    );
    assert!(matches!(refused(lying), ReadErrorKind::NoText("WARC")));
}

#[test]
fn what_is_no_document_is_said_to_be_none() {
    assert!(matches!(
        refused(b"\x89PNG\r\n\x1a\n"),
        ReadErrorKind::NoDocument
    ));
    assert!(matches!(
        refused(archive(&[("a.shp", b"")])),
        ReadErrorKind::NoDocument
    ));
    let blank = "<html><head><title>Only a title</title></head><body></body></html>";
    assert!(matches!(refused(blank), ReadErrorKind::NoText("HTML")));
}
