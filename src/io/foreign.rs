//! Files that are no records: what they are, told by their first bytes, so that a sentence can say what to do.

use super::decode::UTF_8_MARK;

/// What a file is that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Foreign {
    /// A sheet of Excel or `LibreOffice`.
    Spreadsheet,
    /// A text document or a presentation of an office program.
    Document,
    /// A file of Microsoft Office from before 2007, whatever is in it.
    OldOffice,
    /// A document in PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A film or a sound.
    Recording,
    /// A database in one file, a `GeoPackage` among them.
    Database,
    /// An archive of files.
    Archive,
    /// Geodata of another program.
    Geodata,
    /// A program.
    Program,
    /// A page of the web.
    WebPage,
    /// A program text in JavaScript with data in it.
    Script,
    /// JSON with comments before it.
    Comments,
}

/// First bytes that no text has, and what begins with them.
const SIGNATURES: [(&[u8], Foreign); 29] = [
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::OldOffice),
    (b"%PDF-", Foreign::Pdf),
    (b"{\\rtf", Foreign::Document),
    (b"\x89PNG\r\n", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF87a", Foreign::Picture),
    (b"GIF89a", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"BM6", Foreign::Picture),
    (b"ID3", Foreign::Recording),
    (b"OggS", Foreign::Recording),
    (b"\x1A\x45\xDF\xA3", Foreign::Recording),
    (b"SQLite format 3\0", Foreign::Database),
    (b"\0\x01\0\0Standard ", Foreign::Database),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
    (b"Rar!\x1A\x07", Foreign::Archive),
    (b"\xFD7zXZ\0", Foreign::Archive),
    (b"BZh9", Foreign::Archive),
    (b"BZh6", Foreign::Archive),
    (b"PK\x05\x06", Foreign::Archive),
    (b"PAR1", Foreign::Geodata),
    (b"ARROW1", Foreign::Geodata),
    (b"fgb\x03fgb", Foreign::Geodata),
    (b"\0\0\x27\x0A", Foreign::Geodata),
    (b"CDF\x01", Foreign::Geodata),
    (b"\x89HDF\r\n", Foreign::Geodata),
    (b"\x7FELF", Foreign::Program),
    (b"MZ\x90\0", Foreign::Program),
];

/// Names inside of an archive (ZIP), and what has them.
const INSIDE: [(&[u8], Foreign); 9] = [
    (b"opendocument.spreadsheet", Foreign::Spreadsheet),
    (b"opendocument.", Foreign::Document),
    (b"xl/", Foreign::Spreadsheet),
    (b"word/", Foreign::Document),
    (b"ppt/", Foreign::Document),
    (b".shp", Foreign::Geodata),
    (b".gpkg", Foreign::Geodata),
    (b".gdbtable", Foreign::Geodata),
    (b"Index/Document.iwa", Foreign::Document),
];

impl Foreign {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Spreadsheet,
        Self::Document,
        Self::OldOffice,
        Self::Pdf,
        Self::Picture,
        Self::Recording,
        Self::Database,
        Self::Archive,
        Self::Geodata,
        Self::Program,
        Self::WebPage,
        Self::Script,
        Self::Comments,
    ];

    /// The kind in kebab-case, as the catalogue keys it (`read-error-…`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spreadsheet => "is-spreadsheet",
            Self::Document => "is-document",
            Self::OldOffice => "is-old-office",
            Self::Pdf => "is-pdf",
            Self::Picture => "is-picture",
            Self::Recording => "is-recording",
            Self::Database => "is-database",
            Self::Archive => "is-archive",
            Self::Geodata => "is-geodata",
            Self::Program => "is-program",
            Self::WebPage => "is-web-page",
            Self::Script => "is-script",
            Self::Comments => "is-commented",
        }
    }

    /// Whether it is text, though no records.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(self, Self::WebPage | Self::Script | Self::Comments)
    }

    /// What a file with these first bytes is; `None`: it may hold records.
    #[must_use]
    pub fn of_head(head: &[u8]) -> Option<Self> {
        let begins = |(signature, _): &&(&[u8], Self)| head.starts_with(signature);
        if let Some((_, found)) = SIGNATURES.iter().find(begins) {
            return Some(*found);
        }
        if head.starts_with(b"PK\x03\x04") {
            let has = |(name, _): &&(&[u8], Self)| memchr::memmem::find(head, name).is_some();
            return Some(
                INSIDE
                    .iter()
                    .find(has)
                    .map_or(Self::Archive, |(_, found)| *found),
            );
        }
        match (head.get(..4), head.get(4..8), head.get(8..12)) {
            (Some(b"RIFF"), _, Some(b"WEBP")) => return Some(Self::Picture),
            (Some(b"RIFF"), ..) => return Some(Self::Recording),
            (_, Some(b"ftyp"), Some(b"heic" | b"mif1" | b"avif")) => return Some(Self::Picture),
            (_, Some(b"ftyp"), _) => return Some(Self::Recording),
            _ => {}
        }
        if head.get(257..262) == Some(b"ustar") {
            return Some(Self::Archive);
        }
        let text = head.strip_prefix(UTF_8_MARK).unwrap_or(head);
        let text = String::from_utf8_lossy(text.get(..1024).unwrap_or(text));
        Self::of_text(text.trim_start())
    }

    fn of_text(text: &str) -> Option<Self> {
        let lower = text.to_ascii_lowercase();
        if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
            return Some(Self::WebPage);
        }
        let has_json = |text: &str| {
            let first = text.trim_start().bytes().next();
            matches!(first, Some(b'{' | b'['))
        };
        let is_commented = text.starts_with("//") || text.starts_with("/*");
        if is_commented && has_json(behind_comments(text)) {
            return Some(Self::Comments);
        }
        let text = behind_comments(text);
        is_script(text).then_some(Self::Script)
    }
}

/// What stands behind the comments that a text begins with.
fn behind_comments(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let behind = if rest.starts_with("//") {
            rest.split_once('\n').map(|(_, behind)| behind)
        } else if rest.starts_with("/*") {
            rest.split_once("*/").map(|(_, behind)| behind)
        } else {
            None
        };
        match behind {
            Some(behind) => rest = behind.trim_start(),
            None => return rest,
        }
    }
}

/// `var events = {`, `window.data = [`, `callback({`: a name, then JSON.
fn is_script(text: &str) -> bool {
    const BEFORE: [&str; 6] = [
        "export default ",
        "export const ",
        "export ",
        "var ",
        "let ",
        "const ",
    ];
    let (text, is_said) = BEFORE
        .iter()
        .find_map(|word| Some((text.strip_prefix(word)?, true)))
        .unwrap_or((text, false));
    let is_name =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$' | '.');
    let behind = text.trim_start_matches(is_name);
    let has_name = behind.len() < text.len();
    let behind = behind.trim_start();
    let inside = behind
        .strip_prefix(['=', '('])
        .unwrap_or_default()
        .trim_start();
    let is_whole = is_said && !has_name;
    (has_name && inside.starts_with(['{', '['])) || (is_whole && behind.starts_with(['{', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_no_records_are_known_by_their_first_bytes() {
        for (head, kind) in [
            (
                b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml".as_slice(),
                Foreign::Spreadsheet,
            ),
            (
                b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
                Foreign::Spreadsheet,
            ),
            (b"PK\x03\x04....word/document.xml", Foreign::Document),
            (b"PK\x03\x04....notes.txt", Foreign::Archive),
            (b"PK\x03\x04....places.shp", Foreign::Geodata),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", Foreign::OldOffice),
            (b"%PDF-1.7\n", Foreign::Pdf),
            (b"{\\rtf1\\ansi", Foreign::Document),
            (b"\xFF\xD8\xFF\xE0", Foreign::Picture),
            (b"....ftypmp42", Foreign::Recording),
            (b"SQLite format 3\0", Foreign::Database),
            (b"\n<!DOCTYPE html><html>", Foreign::WebPage),
            (
                b"var events = {\"type\":\"FeatureCollection\"",
                Foreign::Script,
            ),
            (b"callback([{\"a\":1}]);", Foreign::Script),
            (b"export default {\"a\":1}", Foreign::Script),
            (b"// from the server\nwindow.data = [1]", Foreign::Script),
            (b"// by hand\n/* twice */ {\"type\":", Foreign::Comments),
        ] {
            assert_eq!(
                Foreign::of_head(head),
                Some(kind),
                "{}",
                String::from_utf8_lossy(head)
            );
        }
    }

    #[test]
    fn what_may_hold_records_is_left_alone() {
        for head in [
            b"{\"type\":\"FeatureCollection\"".as_slice(),
            b"[{\"a\":1}]",
            b"id,date,lat,lon\n1,2022-01-05,1,2\n",
            b"date=2022,lat\n",
            b"const,let\n1,2\n",
            b"<?xml version=\"1.0\"?><kml>",
            b"",
            "\u{feff}id;date\n".as_bytes(),
        ] {
            assert_eq!(
                Foreign::of_head(head),
                None,
                "{}",
                String::from_utf8_lossy(head)
            );
        }
    }
}
