//! Office Open XML texts (ECMA-376): the paragraphs of the body, in the order of reading.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{DocumentText, StatedValue};
use crate::io::{error::ReadErrorKind, formats::unzip::Unzip};

const NAME: &str = "DOCX";

/// Reads a text.
///
/// # Errors
/// When a part is not there, cannot be unpacked or is no XML.
pub(super) fn read(bytes: &[u8]) -> Result<DocumentText, ReadErrorKind> {
    let mut archive = Unzip::of(bytes, NAME)?;
    let broken = || ReadErrorKind::Broken(NAME);
    let text_of = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|_| broken());
    let body = archive.bytes("word/document.xml")?.ok_or_else(broken)?;
    let body = text_of(body)?;
    let about = text_of(archive.bytes("docProps/core.xml")?.unwrap_or_default())?;
    let about = |name: &str| element(&about, name);
    let text = paragraphs(&body).ok_or_else(broken)?.join("\n\n");
    if text.is_empty() {
        return Err(ReadErrorKind::NoText(NAME));
    }
    Ok(DocumentText {
        format: NAME,
        ending: "docx",
        text,
        title: about("title").and_then(|it| StatedValue::at("dc:title", it)),
        byline: about("creator").and_then(|it| StatedValue::at("dc:creator", it)),
        ..DocumentText::default()
    })
}

/// The paragraphs that are not blank; `None` where the XML ends too soon. What was deleted under review is no text.
fn paragraphs(body: &str) -> Option<Vec<String>> {
    let mut reader = Reader::from_str(body);
    let mut list = Vec::new();
    let (mut paragraph, mut is_text, mut open) = (String::new(), false, 0_usize);
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => {
                open += 1;
                is_text = element.local_name().as_ref() == "t";
            }
            Event::Empty(element) => paragraph.push_str(mark_of(&element)),
            Event::Text(text) if is_text => paragraph.push_str(&text),
            Event::GeneralRef(entity) if is_text => {
                let written = format!("&{};", &*entity);
                paragraph.push_str(&quick_xml::escape::unescape(&written).ok()?);
            }
            Event::End(element) => {
                open = open.checked_sub(1)?;
                is_text = false;
                if element.local_name().as_ref() == "p" {
                    let whole = std::mem::take(&mut paragraph);
                    list.extend(Some(whole.trim().to_owned()).filter(|text| !text.is_empty()));
                }
            }
            Event::Eof => return (open == 0).then_some(list),
            _ => {}
        }
    }
}

/// The letter that an element without text stands for.
fn mark_of(element: &BytesStart<'_>) -> &'static str {
    match element.local_name().as_ref() {
        "tab" => "\t",
        "br" | "cr" => " ",
        "noBreakHyphen" => "\u{2011}",
        _ => "",
    }
}

/// The text of the first element of this name.
fn element(xml: &str, name: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut is_inside = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => is_inside = element.local_name().as_ref() == name,
            Event::Text(text) if is_inside => return Some(text.to_string()),
            Event::End(_) => is_inside = false,
            Event::Eof => return None,
            _ => {}
        }
    }
}
