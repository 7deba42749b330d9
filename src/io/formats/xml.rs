//! XML as formats of places need it: elements one after the other, those of interest whole.
//!
//! Nothing is resolved or fetched: a document type is passed over, and an entity that XML itself does not define
//! stays as it is written. Depth and size are bounded, with an explicit stack.

use std::borrow::Cow;

use encoding_rs::Encoding;
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
};
use serde_json::{Map, Value};

use super::{csv::encoding::decode_legacy, text};
use crate::{
    io::{
        decode::{DecodeError, UTF_8_MARK, decode, utf_16},
        error::ReadErrorKind,
        text_position::TextPosition,
    },
    model::{Issue, IssueKind},
};

/// Elements that may lie in one another.
const DEPTH_LIMIT: usize = 256;

/// The longest element that is taken whole, in bytes; a record is not read beyond half of it.
const LONGEST_WHOLE: usize = 32 << 20;

/// Bytes at the beginning in which an encoding is declared.
const DECLARATION: usize = 256;

/// The name of the first element, without its prefix, of a text that begins like this; `None` where it is no XML.
pub(super) fn root_of(head: &[u8]) -> Option<String> {
    if text::first_letter(head) != Some(b'<') {
        return None;
    }
    let decoded;
    let head = if utf_16(head).is_some() {
        decoded = decode(head.get(..head.len() & !1)?.to_vec()).ok()?;
        decoded.as_str()
    } else {
        // Names of elements that matter here are ASCII, as is what stands before them.
        text::valid(head)
    };
    let mut reader = Reader::from_str(head);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) | Event::Empty(start) => {
                return Some(start.local_name().as_ref().to_owned());
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// The text of a document, and what is wrong with its encoding. Bytes that are UTF-8 are read as that, whatever is
/// declared: text of another encoding hardly ever is.
pub(super) fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, Vec<Issue>), ReadErrorKind> {
    if utf_16(bytes).is_some() {
        let text = decode(bytes.to_vec()).map_err(ReadErrorKind::NotText)?;
        return Ok((text.into(), Vec::new()));
    }
    let body = bytes.strip_prefix(UTF_8_MARK).unwrap_or(bytes);
    let declared = declared_encoding(body);
    let wrong = |read: &'static Encoding| {
        let stated = declared.map_or("UTF-8", Encoding::name);
        let value = format!("{stated}: {}", read.name());
        vec![Issue::new("", IssueKind::EncodingWrong, &value)]
    };
    if let Ok(text) = std::str::from_utf8(body) {
        let is_wrong = declared.is_some_and(|it| it != encoding_rs::UTF_8) && !text.is_ascii();
        let issues = is_wrong.then(|| wrong(encoding_rs::UTF_8));
        return Ok((text.into(), issues.unwrap_or_default()));
    }
    if let Some(encoding) = declared.filter(|it| *it != encoding_rs::UTF_8)
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(body)
    {
        return Ok((text, Vec::new()));
    }
    match decode_legacy(body) {
        Some(legacy) => {
            let read = Encoding::for_label(legacy.encoding.as_bytes());
            let issues = read.map(wrong).unwrap_or_default();
            Ok((legacy.text.into(), issues))
        }
        None => Err(ReadErrorKind::NotText(DecodeError {
            offset: text::valid(body).len(),
            encoding: declared.map_or("UTF-8", Encoding::name),
        })),
    }
}

fn declared_encoding(body: &[u8]) -> Option<&'static Encoding> {
    let head = body.get(..body.len().min(DECLARATION))?;
    let head = String::from_utf8_lossy(head);
    let declaration = head
        .trim_start()
        .strip_prefix("<?xml")?
        .split("?>")
        .next()?;
    let (_, behind) = declaration.split_once("encoding")?;
    let value = behind.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|it| ['"', '\''].contains(it))?;
    let label = value.get(1..)?.split(quote).next()?;
    Encoding::for_label(label.as_bytes())
}

/// An element with all that is in it.
pub(super) struct Element<'a> {
    start: BytesStart<'a>,
    /// The text that stands directly in it.
    pub(super) text: String,
    /// The elements in it.
    pub(super) children: Vec<Element<'a>>,
}

impl<'a> Element<'a> {
    const fn new(start: BytesStart<'a>) -> Self {
        Self {
            start,
            text: String::new(),
            children: Vec::new(),
        }
    }

    /// Its name without a prefix.
    pub(super) fn name(&self) -> &str {
        name_of(&self.start)
    }

    /// Whether this is its name, whatever its prefix.
    pub(super) fn is(&self, name: &str) -> bool {
        self.start.local_name().as_ref() == name
    }

    /// The first element of this name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.is(name))
    }

    /// The text of the first element of this name in it, without space around it; `None` where there is none.
    pub(super) fn text_of(&self, name: &str) -> Option<&str> {
        let text = self.child(name)?.text.trim();
        (!text.is_empty()).then_some(text)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut all = self.attributes();
        all.find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Names, without prefixes, and values of its attributes but for those that declare namespaces.
    fn attributes(&self) -> impl Iterator<Item = (String, String)> + '_ {
        let mut all = self.start.attributes();
        all.with_checks(false);
        let all = all.flatten();
        all.filter(|it| !it.key.as_ref().starts_with("xmlns"))
            .map(|attribute| {
                let name = attribute.key.local_name().as_ref().to_owned();
                let value = match attribute.normalized_value(XmlVersion::Explicit1_0) {
                    Ok(value) => value.into_owned(),
                    Err(_) => attribute.value.into_owned(),
                };
                (name, value)
            })
    }

    /// All of it as JSON: its text where there is nothing else, else an object; `null` where it is empty.
    pub(super) fn value(&self) -> Value {
        let text = self.text.trim();
        let mut object = Map::new();
        for (name, value) in self.attributes() {
            add(&mut object, &name, value.into());
        }
        for child in &self.children {
            add(&mut object, child.name(), child.value());
        }
        match (object.is_empty(), text.is_empty()) {
            (true, true) => Value::Null,
            (true, false) => text.into(),
            (false, true) => object.into(),
            (false, false) => {
                add(&mut object, "text", text.into());
                object.into()
            }
        }
    }
}

/// Adds a member; of several with one name the values are a list.
pub(super) fn add(object: &mut Map<String, Value>, name: &str, value: Value) {
    match object.get_mut(name) {
        None => {
            object.insert(name.to_owned(), value);
        }
        Some(Value::Array(list)) => list.push(value),
        Some(known) => *known = Value::Array(vec![known.take(), value]),
    }
}

/// What comes next in a document.
pub(super) enum XmlStep<'a> {
    /// An element begins; what is in it follows.
    Enter(Element<'a>),
    /// An element that was asked for whole.
    Whole(Element<'a>),
    /// An element that was asked for whole is longer than is safe to take apart.
    TooLong(Element<'a>),
    /// The element that was entered last ends.
    Leave,
}

/// A document under reading.
pub(super) struct XmlDocument<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    format: &'static str,
    depth: usize,
    has_root: bool,
}

impl<'a> XmlDocument<'a> {
    /// Begins to read a document of the format that is called `format`.
    pub(super) fn new(text: &'a str, format: &'static str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // People write links with a bare `&`.
        config.allow_dangling_amp = true;
        Self {
            text,
            reader,
            format,
            depth: 0,
            has_root: false,
        }
    }

    /// The byte up to which it has been read.
    pub(super) fn at(&self) -> usize {
        self.reader.buffer_position() as usize
    }

    /// The next step; elements for whose names `is_whole` holds are taken whole. `None` behind the last.
    ///
    /// # Errors
    /// Where it is not well-formed, ends too soon or nests too deep.
    pub(super) fn step(
        &mut self,
        is_whole: impl Fn(&str) -> bool,
    ) -> Result<Option<XmlStep<'a>>, ReadErrorKind> {
        loop {
            match self.event()? {
                Event::Start(start) => {
                    self.enter()?;
                    let is_whole = is_whole(name_of(&start));
                    let element = Element::new(start);
                    return if is_whole {
                        self.whole(element).map(Some)
                    } else {
                        Ok(Some(XmlStep::Enter(element)))
                    };
                }
                Event::End(_) => {
                    self.depth -= 1;
                    return Ok(Some(XmlStep::Leave));
                }
                Event::Eof if self.depth == 0 && self.has_root => return Ok(None),
                Event::Eof => return Err(self.damaged()),
                _ => {}
            }
        }
    }

    /// The rest of an element that has begun.
    fn whole(&mut self, element: Element<'a>) -> Result<XmlStep<'a>, ReadErrorKind> {
        let begin = self.at();
        let mut is_too_long = false;
        let mut open = vec![element];
        loop {
            let event = self.event()?;
            is_too_long |= self.at() - begin > LONGEST_WHOLE;
            match event {
                Event::Start(start) => {
                    self.enter()?;
                    open.push(Element::new(start));
                }
                Event::End(_) => {
                    self.depth -= 1;
                    let Some(done) = open.pop() else { continue };
                    match open.last_mut() {
                        None if is_too_long => return Ok(XmlStep::TooLong(done)),
                        None => return Ok(XmlStep::Whole(done)),
                        Some(parent) if !is_too_long => parent.children.push(done),
                        Some(_) => {}
                    }
                }
                Event::Eof => return Err(self.damaged()),
                event if !is_too_long => {
                    if let Some(element) = open.last_mut() {
                        push_text(&mut element.text, &event);
                    }
                }
                _ => {}
            }
        }
    }

    fn enter(&mut self) -> Result<(), ReadErrorKind> {
        self.has_root = true;
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            return Err(ReadErrorKind::TooDeep(self.format, DEPTH_LIMIT));
        }
        Ok(())
    }

    fn event(&mut self) -> Result<Event<'a>, ReadErrorKind> {
        let event = self.reader.read_event();
        event.map_err(|_| self.damaged())
    }

    fn damaged(&self) -> ReadErrorKind {
        let at = self
            .reader
            .error_position()
            .max(self.reader.buffer_position());
        ReadErrorKind::Damaged(self.format, TextPosition::of(self.text, at as usize))
    }
}

fn name_of<'s>(start: &'s BytesStart<'_>) -> &'s str {
    start.local_name().into_inner()
}

/// Adds the text of an event, with what its references mean.
pub(super) fn push_text(text: &mut String, event: &Event<'_>) {
    let content = match event {
        Event::Text(content) => content.xml10_content(),
        Event::CData(content) => content.xml10_content(),
        Event::GeneralRef(reference) => {
            push_reference(text, reference);
            return;
        }
        _ => return,
    };
    text.push_str(&content);
}

fn push_reference(text: &mut String, reference: &BytesRef<'_>) {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        text.push(letter);
        return;
    }
    let name: &str = reference;
    if let Some(meant) = quick_xml::escape::resolve_predefined_entity(name) {
        text.push_str(meant);
    } else {
        text.push('&');
        text.push_str(name);
        text.push(';');
    }
}
