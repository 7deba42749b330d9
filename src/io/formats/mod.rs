//! Every format of files, each in a file or folder of its own, and one list of them.
//!
//! Start with [`ALL`]: an entry says what a format is called, how its files are known by their first bytes, how
//! they are opened and written, and what is lost. Everything else reads the list: dialogs, command line, help,
//! desktop entry. A new format is a file here, a line in [`ALL`], a line in the README and, where files are to
//! open by double click, its media type in the desktop entry; tests hold the last two.
//!
//! Records are spans of a text. A format whose files are such texts is `Opening::InPlace`; any other makes one
//! of its file (`Opening::Translated`): a table, or features.

mod bundle;
pub(super) mod csv;
mod esrijson;
mod feed;
mod fields;
mod flatgeobuf;
pub(super) mod geojson;
mod geoparquet;
mod gpkg;
mod gpx;
mod guard;
mod json_rows;
mod kml;
mod lines;
mod objects;
pub(super) mod packed;
mod row_text;
mod shapefile;
mod sheet;
mod system;
mod text;
mod topojson;
mod translated;
pub(super) mod unzip;
mod wkb;
mod write;
mod xml;
mod zip;

use crate::model::RowId;
use std::{
    fmt,
    fs::File,
    io,
    io::Write,
    path::{Path, PathBuf},
};

use super::{
    error::{ReadErrorKind, WriteErrorKind},
    export::Export,
    save::Target,
    watch::Watch,
};
use crate::work::Progress;

pub use self::{
    bundle::BUNDLE,
    csv::{CSV, TSV},
    esrijson::ESRIJSON,
    feed::FEED,
    flatgeobuf::FLATGEOBUF,
    geojson::GEOJSON,
    geoparquet::{GEOPARQUET, GEOPARQUET_2},
    gpkg::GPKG,
    gpx::GPX,
    json_rows::JSON_ROWS,
    kml::{KML, KMZ},
    lines::LINES,
    objects::OBJECTS,
    shapefile::SHAPEFILE,
    sheet::{ODS, XLS, XLSX},
    topojson::TOPOJSON,
};
pub(super) use self::{
    guard::guarded,
    translated::{Translated, TranslatedForm},
};

/// Every format, in the order in which they are offered and in which a file is tried for them: those that are
/// known by their first bytes before those that many a text may be.
pub static ALL: [&Format; 23] = [
    &packed::GZIP,
    &packed::ZSTD,
    &TOPOJSON,
    &ESRIJSON,
    &GEOJSON,
    &LINES,
    &TSV,
    &CSV,
    &KML,
    &BUNDLE,
    &KMZ,
    &GPX,
    &SHAPEFILE,
    &GPKG,
    &GEOPARQUET,
    &GEOPARQUET_2,
    &FLATGEOBUF,
    &XLSX,
    &XLS,
    &ODS,
    &FEED,
    &JSON_ROWS,
    &OBJECTS,
];

/// Bytes at the beginning of a file that are enough to know its format.
pub(super) const HEAD: u64 = 16 << 10;

/// A format of files.
pub struct Format {
    /// The name on the command line.
    pub id: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    /// The endings of its files, the usual one first, without dots and in small letters.
    pub endings: &'static [&'static str],
    /// The media types of the files that the desktop opens with this program.
    pub media_types: &'static [&'static str],
    /// Whether a file that begins with these bytes, at least [`HEAD`] where it has as many, is one; what is in an
    /// archive shows only in all of its bytes.
    pub(super) sniff: fn(&[u8]) -> bool,
    /// How its files are opened; `None` where they are only written.
    pub(super) open: Option<Opening>,
    /// Writes records; `None` where files are only opened.
    pub(super) write: Option<Writer>,
    /// Catalogue key of what a file of it does not carry; `None` where it carries everything.
    pub losses: Option<&'static str>,
}

/// How the files of a format are opened.
#[derive(Clone, Copy)]
pub(super) enum Opening {
    /// Records stand in the text of the file, which is kept as it is. All such formats are read in one way, because
    /// it may take the whole text to tell one from the other.
    InPlace,
    /// A file of another format is packed in it.
    Packed,
    /// A text in which records stand is made of its bytes.
    Translated(Translate),
    /// The same of a file that is read here and there, and so from the disk where it is on one.
    Stored(fn(Stored, &Watch<'_>) -> Result<Translated, ReadErrorKind>),
}

/// Where a file is.
pub(super) enum Stored {
    /// In memory.
    Bytes(Vec<u8>),
    /// On a disk: opened, by its path, with its length in bytes.
    File(File, PathBuf, usize),
}

impl Stored {
    /// Bytes of the file.
    pub(super) const fn length(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::File(_, _, length) => *length,
        }
    }
}

/// Makes the text that records stand in of the bytes of a file.
pub(super) type Translate = fn(&[u8], &Watch<'_>) -> Result<Translated, ReadErrorKind>;

/// Writes the records of some rows, in the order of the rows.
pub(super) type Writer =
    fn(&Export<'_>, &[RowId], &mut Out<'_, '_>, &Progress) -> Result<(), WriteErrorKind>;

/// Where a format writes to.
pub(super) enum Out<'a, 'f> {
    /// A file of its own, in which it may go back.
    File(&'a mut Target<'f>),
    /// Anything else.
    Stream(&'a mut dyn Write),
}

impl Write for Out<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::File(target) => target.write(bytes),
            Self::Stream(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::File(target) => target.flush(),
            Self::Stream(out) => out.flush(),
        }
    }
}

impl Format {
    /// The usual ending of its files.
    #[must_use]
    pub fn ending(&self) -> &'static str {
        self.endings.first().copied().unwrap_or(self.id)
    }

    /// Whether features are written as they stand in the file.
    #[must_use]
    pub fn is_geojson(&self) -> bool {
        *self == GEOJSON || *self == LINES
    }

    /// Whether its files can be opened.
    #[must_use]
    pub const fn is_read(&self) -> bool {
        self.open.is_some()
    }

    /// Whether records can be written in it.
    #[must_use]
    pub const fn is_written(&self) -> bool {
        self.write.is_some()
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Format {}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

/// The formats that records are written in, as they are offered.
pub fn written() -> impl Iterator<Item = &'static Format> {
    ALL.into_iter().filter(|format| format.is_written())
}

/// The names on the command line of the formats that are written, parted by commas.
#[must_use]
pub fn written_ids() -> String {
    let ids: Vec<&str> = written().map(|format| format.id).collect();
    ids.join(", ")
}

/// The endings of all files that can be opened, each once.
#[must_use]
pub fn read_endings() -> Vec<&'static str> {
    let mut endings: Vec<&str> = Vec::new();
    for format in ALL.into_iter().filter(|format| format.is_read()) {
        let new = format.endings.iter().filter(|it| !endings.contains(it));
        let new: Vec<&str> = new.copied().collect();
        endings.extend(new);
    }
    endings
}

/// The format to write that the command line calls `id`.
#[must_use]
pub fn written_by_id(id: &str) -> Option<&'static Format> {
    written().find(|format| format.id == id)
}

/// The format to write that the ending of a path asks for; `None` when it asks for another.
#[must_use]
pub fn written_by_path(path: &Path) -> Option<&'static Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    written().find(|format| format.endings.contains(&ending.as_str()))
}

/// Whether a file that begins with these bytes is read whole before it is looked into.
pub(super) fn is_read_whole(head: &[u8]) -> bool {
    let opening = of_head(head).and_then(|format| format.open);
    unzip::is_archive(head) || matches!(opening, Some(Opening::Translated(_) | Opening::Stored(_)))
}

/// The format of a file that begins with these bytes, at least [`HEAD`] where it has as many; `None` when
/// nothing is known that begins like that.
pub(super) fn of_head(head: &[u8]) -> Option<&'static Format> {
    let is_it = |format: &&Format| format.is_read() && (format.sniff)(head);
    let is_text = |format: &Format| matches!(format.open, Some(Opening::InPlace));
    // A few bytes of anything may be a text.
    let particular = ALL.into_iter().filter(|format| !is_text(format));
    let texts = ALL.into_iter().filter(|format| is_text(format));
    particular.chain(texts).find(is_it)
}

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
