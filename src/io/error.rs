//! Why a file could not be read or written at all; what is wrong with single records is an issue.

use std::{fmt, io};

use serde::de::IgnoredAny;

use super::{
    decode::DecodeError, existing_file::ExistingFile, foreign::Foreign, formats::csv::CsvError,
    split::SplitError, text_position::TextPosition,
};

/// A file that could not be read.
#[derive(Debug)]
pub struct ReadError {
    /// The file, as the analyst named it.
    pub file: String,
    /// What is wrong with it.
    pub kind: ReadErrorKind,
}

/// What is wrong with a file.
#[derive(Debug)]
pub enum ReadErrorKind {
    /// There is no such file.
    Missing,
    /// It is a folder.
    Directory,
    /// The analyst may not read it.
    Permission,
    /// It went away or became shorter under reading.
    ChangedWhileReading,
    /// It is longer than this many bytes, or does not fit into memory.
    TooLarge(u64),
    /// It needs more memory than is free.
    Memory {
        /// Bytes that it needs, about.
        needed: u64,
        /// Bytes that are free.
        free: u64,
    },
    /// It is packed, and what is packed in it cannot be read from this byte on.
    Packed(u64),
    /// It is packed and unpacks to more than this many bytes, far more than itself.
    Bomb(u64),
    /// It has nothing in it.
    Empty,
    /// It is no text in its encoding from this byte on.
    NotText(DecodeError),
    /// It stops being JSON here.
    NotJson(TextPosition),
    /// It is XML or HTML.
    Markup,
    /// It is no file of records at all.
    Foreign(Foreign),
    /// Several documents stand in it, one behind the other; where the second begins.
    Several(TextPosition),
    /// It is running text.
    Prose,
    /// Its coordinates are in a reference system of this name, which is not known.
    UnknownCrs(Box<str>),
    /// It is of the format of this name and breaks off, or breaks its rules, here.
    Damaged(&'static str, TextPosition),
    /// It is of the format of this name, and what is in it contradicts itself or breaks off.
    Broken(&'static str),
    /// It is of the format of this name, which is not read.
    Unread(&'static str),
    /// It is no document that records can be coded from.
    NoDocument,
    /// It is of the format of this name, and no text is in it.
    NoText(&'static str),
    /// It is a workbook without the sheet that is wanted; these it has.
    NoSheet(Box<str>),
    /// It is one of several files that are a file of the format of this name together.
    Alone(&'static str),
    /// It is of the format of this name and encrypted.
    Encrypted(&'static str),
    /// It is of the format of this name and nests things deeper than this.
    TooDeep(&'static str, usize),
    /// It is neither JSON nor a table: its first line has no delimiter.
    OneColumn(TextPosition),
    /// The first line of a table has values and no names of columns.
    NoHeader(TextPosition),
    /// A table with more columns than this.
    TooManyColumns(usize),
    /// A table whose rows are so much shorter than its header that it would have more cells than this.
    TooManyCells(usize),
    /// It is JSON of another kind: what its `type` says, or what JSON calls it.
    NotGeoJson(Box<str>),
    /// A collection without `features`.
    NoFeatures,
    /// `features` is not an array.
    FeaturesNotArray(TextPosition),
    /// It ends before its first record.
    Truncated,
    /// It has more records than this.
    TooManyRecords(usize),
    /// The analyst cancelled.
    Cancelled,
    /// The system says something else.
    System(io::Error),
}

impl ReadErrorKind {
    /// The kind in kebab-case, as the catalogue keys it (`read-error-…`).
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Directory => "directory",
            Self::Permission => "permission",
            Self::ChangedWhileReading => "changed-while-reading",
            Self::TooLarge(_) => "too-large",
            Self::Memory { .. } => "memory",
            Self::Packed(_) => "packed",
            Self::Bomb(_) => "bomb",
            Self::Empty => "empty",
            Self::NotText(_) => "not-text",
            Self::NotJson(_) => "not-json",
            Self::Markup => "markup",
            Self::Foreign(kind) => kind.code(),
            Self::Several(_) => "several",
            Self::Prose => "prose",
            Self::UnknownCrs(_) => "unknown-crs",
            Self::Damaged(..) => "damaged",
            Self::Broken(_) => "broken",
            Self::Unread(_) => "unread",
            Self::NoDocument => "no-document",
            Self::NoText(_) => "no-text",
            Self::NoSheet(_) => "no-sheet",
            Self::Alone(_) => "alone",
            Self::Encrypted(_) => "encrypted",
            Self::TooDeep(..) => "too-deep",
            Self::OneColumn(_) => "one-column",
            Self::NoHeader(_) => "no-header",
            Self::TooManyColumns(_) => "too-many-columns",
            Self::TooManyCells(_) => "too-many-cells",
            Self::NotGeoJson(_) => "not-geojson",
            Self::NoFeatures => "no-features",
            Self::FeaturesNotArray(_) => "features-not-array",
            Self::Truncated => "truncated",
            Self::TooManyRecords(_) => "too-many-records",
            Self::Cancelled => "cancelled",
            Self::System(_) => "system",
        }
    }

    /// What became of splitting `text`.
    pub(super) fn of_split(error: SplitError, text: &str) -> Self {
        match error {
            SplitError::Empty => Self::Empty,
            SplitError::NotJson(_) if text.trim_start().starts_with('<') => Self::Markup,
            SplitError::NotJson(at) => Self::NotJson(TextPosition::of(text, at)),
            SplitError::NotGeoJson(found) => Self::NotGeoJson(found),
            SplitError::NoFeatures => Self::NoFeatures,
            SplitError::Several(at) => Self::Several(TextPosition::of(text, at)),
            SplitError::FeaturesNotArray(at) => Self::FeaturesNotArray(TextPosition::of(text, at)),
            SplitError::Truncated => Self::Truncated,
            SplitError::TooManyRecords(limit) => Self::TooManyRecords(limit),
            SplitError::Cancelled => Self::Cancelled,
        }
    }
}

impl ReadErrorKind {
    /// What became of reading `text` as a table.
    pub(super) fn of_csv(error: CsvError, text: &str) -> Self {
        match error {
            // A lone value of JSON is no table that somebody mistyped.
            CsvError::OneColumn(_) if serde_json::from_str::<IgnoredAny>(text).is_ok() => {
                Self::NotGeoJson("value".into())
            }
            CsvError::OneColumn(place) => Self::OneColumn(place),
            CsvError::NoHeader(place) => Self::NoHeader(place),
            CsvError::Prose => Self::Prose,
            CsvError::TooManyColumns(limit) => Self::TooManyColumns(limit),
            CsvError::TooManyCells(limit) => Self::TooManyCells(limit),
            CsvError::TooManyRows(limit) => Self::TooManyRecords(limit),
            CsvError::Cancelled => Self::Cancelled,
        }
    }
}

impl From<io::Error> for ReadErrorKind {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Permission,
            io::ErrorKind::IsADirectory => Self::Directory,
            io::ErrorKind::StaleNetworkFileHandle | io::ErrorKind::UnexpectedEof => {
                Self::ChangedWhileReading
            }
            _ => Self::System(error),
        }
    }
}

/// A file that could not be written.
#[derive(Debug)]
pub struct WriteError {
    /// The file, as the analyst named it.
    pub file: String,
    /// What went wrong.
    pub kind: WriteErrorKind,
}

/// Why a file could not be written.
#[derive(Debug)]
pub enum WriteErrorKind {
    /// The folder it should go to does not exist.
    NoFolder,
    /// There is a folder of that name.
    Directory,
    /// It is one of the files that what is to be written was read from.
    Input,
    /// There is a file, and nobody has said that it may go.
    Standing(Box<ExistingFile>),
    /// The analyst may not write there, or the file is write-protected.
    Permission,
    /// There is no room left.
    DiskFull,
    /// The format holds no more records than this.
    TooManyRows(usize),
    /// Whoever was to read it has gone.
    Unread,
    /// It is standard output, and that was closed before the program began.
    Closed,
    /// A table of the records would have more cells than this, nearly all of them empty.
    TooManyCells(usize),
    /// What is there could not be read, so that it is not written over.
    Unreadable,
    /// Another window is writing it.
    Busy,
    /// It is not any more what was read.
    ChangedUnderneath,
    /// What was read is not its own text, but was made of it.
    NotItsText,
    /// This file, which goes into it, was changed meanwhile or cannot be read.
    Copy(Box<str>),
    /// This file of it still has a value that it must not have.
    Finer(Box<str>),
    /// The analyst cancelled.
    Cancelled,
    /// The system says something else.
    System(io::Error),
}

impl WriteErrorKind {
    /// The kind in kebab-case, as the catalogue keys it (`write-error-…`).
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoFolder => "no-folder",
            Self::Directory => "directory",
            Self::Input => "input",
            Self::Standing(_) => "standing",
            Self::Permission => "permission",
            Self::DiskFull => "disk-full",
            Self::TooManyRows(_) => "too-many-rows",
            Self::Unread => "unread",
            Self::Closed => "closed",
            Self::TooManyCells(_) => "too-many-cells",
            Self::Unreadable => "unreadable",
            Self::Busy => "busy",
            Self::ChangedUnderneath => "changed-underneath",
            Self::NotItsText => "not-its-text",
            Self::Copy(_) => "copy",
            Self::Finer(_) => "finer",
            Self::Cancelled => "cancelled",
            Self::System(_) => "system",
        }
    }
}

impl From<io::Error> for WriteErrorKind {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::IsADirectory => Self::Directory,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Permission,
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::DiskFull,
            io::ErrorKind::BrokenPipe => Self::Unread,
            _ => Self::System(error),
        }
    }
}

impl fmt::Display for WriteError {
    /// For logs; people read the sentence of the catalogue.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.kind.code())
    }
}

impl std::error::Error for WriteError {}

impl fmt::Display for ReadError {
    /// For logs; people read the sentence of the catalogue.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.kind.code())
    }
}

impl std::error::Error for ReadError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_lines_and_characters_from_one() {
        let text = "a\nمورا x";
        let offset = text.find('x').unwrap();
        assert_eq!(
            TextPosition::of(text, offset),
            TextPosition { line: 2, column: 6 }
        );
        assert_eq!(TextPosition::of("", 0), TextPosition { line: 1, column: 1 });
    }
}
