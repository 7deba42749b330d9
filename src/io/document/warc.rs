//! Web archives: WARC (ISO 28500), packed or not, and WACZ, which holds some of them.
//!
//! The first page that was answered with success is the document.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::{DocumentText, StatedValue, html};
use crate::io::{error::ReadErrorKind, formats::unzip::Unzip, read::text_of};

/// Bytes that an archive may unpack to.
const LONGEST: u64 = 512 << 20;

/// Whether the file of this name in an archive is a web archive.
pub(super) fn is_one(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".warc", ".warc.gz"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Whether a file begins as a web archive does.
pub(super) fn begins(bytes: &[u8]) -> bool {
    if !bytes.starts_with(&[0x1F, 0x8B]) {
        return bytes.starts_with(b"WARC/1.");
    }
    let mut head = [0; 7];
    MultiGzDecoder::new(bytes).read_exact(&mut head).is_ok() && &head == b"WARC/1."
}

/// Reads a WACZ, whose files have these names.
pub(super) fn read_archive(bytes: &[u8], names: &[String]) -> Result<DocumentText, ReadErrorKind> {
    let mut archive = Unzip::of(bytes, "WACZ")?;
    for name in names.iter().filter(|name| is_one(name)) {
        if let Some(file) = archive.bytes(name)?
            && let Some(page) = page_in(&file)?
        {
            let mut document = of_page(&page)?;
            document.format = "WACZ";
            document.ending = "wacz";
            return Ok(document);
        }
    }
    Err(ReadErrorKind::NoText("WACZ"))
}

/// Reads a WARC.
pub(super) fn read(bytes: &[u8]) -> Result<DocumentText, ReadErrorKind> {
    let page = page_in(bytes)?.ok_or(ReadErrorKind::NoText("WARC"))?;
    let mut document = of_page(&page)?;
    document.format = "WARC";
    document.ending = if bytes.starts_with(&[0x1F, 0x8B]) {
        "warc.gz"
    } else {
        "warc"
    };
    Ok(document)
}

/// A page with its address.
struct Page {
    address: String,
    body: Vec<u8>,
}

fn of_page(page: &Page) -> Result<DocumentText, ReadErrorKind> {
    let text = text_of(page.body.clone()).map_err(ReadErrorKind::NotText)?;
    let document = html::read(&text.text)?;
    Ok(DocumentText {
        address: StatedValue::at("WARC-Target-URI", &page.address),
        ..document
    })
}

/// The first page of a web archive.
fn page_in(bytes: &[u8]) -> Result<Option<Page>, ReadErrorKind> {
    let mut unpacked = Vec::new();
    let bytes = if bytes.starts_with(&[0x1F, 0x8B]) {
        let read = MultiGzDecoder::new(bytes)
            .take(LONGEST + 1)
            .read_to_end(&mut unpacked);
        if read.map_err(|_| ReadErrorKind::Packed(unpacked.len() as u64))? as u64 > LONGEST {
            return Err(ReadErrorKind::Bomb(LONGEST));
        }
        unpacked.as_slice()
    } else {
        bytes
    };
    let mut rest = bytes;
    while let Some((record, behind)) = Record::next(rest) {
        if let Some(page) = record.page() {
            return Ok(Some(page));
        }
        rest = behind;
    }
    Ok(None)
}

/// A record: its fields and its block.
struct Record<'a> {
    fields: &'a str,
    block: &'a [u8],
}

impl<'a> Record<'a> {
    /// The record that bytes begin with, and what stands behind it.
    fn next(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let begin = memchr::memmem::find(bytes, b"WARC/1.")?;
        let bytes = bytes.get(begin..)?;
        let (fields, body) = parted(bytes)?;
        let length: usize = field(fields, "content-length")?.parse().ok()?;
        let (block, behind) = body.split_at_checked(length)?;
        Some((Self { fields, block }, behind))
    }

    /// The page that it is; `None` for anything else.
    fn page(&self) -> Option<Page> {
        if field(self.fields, "warc-type")? != "response" {
            return None;
        }
        let (answer, body) = parted(self.block)?;
        let status = answer.split_whitespace().nth(1)?;
        let kind = field(answer, "content-type").unwrap_or_default();
        if status != "200" || !kind.to_ascii_lowercase().contains("html") {
            return None;
        }
        let body = match field(answer, "content-encoding") {
            None | Some("identity") => body.to_vec(),
            Some("gzip") => {
                let mut unpacked = Vec::new();
                let mut reader = MultiGzDecoder::new(body).take(LONGEST);
                reader.read_to_end(&mut unpacked).ok()?;
                unpacked
            }
            Some(_) => return None,
        };
        let address = field(self.fields, "warc-target-uri")?;
        Some(Page {
            address: address.trim_matches(['<', '>']).to_owned(),
            body,
        })
    }
}

/// Fields and what stands behind the empty line.
fn parted(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = memchr::memmem::find(bytes, b"\r\n\r\n")?;
    let fields = std::str::from_utf8(bytes.get(..end)?).ok()?;
    Some((fields, bytes.get(end + 4..)?))
}

/// The value of a field, whatever the case of its name.
fn field<'a>(fields: &'a str, name: &str) -> Option<&'a str> {
    fields.lines().find_map(|line| {
        let (known, value) = line.split_once(':')?;
        known
            .trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.trim())
    })
}
