//! ZIP archives that are read: in memory, file by file, with limits against bombs. Nothing is written anywhere.

use std::io::{self, Cursor, Read};

use zip::{ZipArchive, read::ZipFile, result::ZipError};

use crate::io::error::ReadErrorKind;

/// What archives begin with.
const MAGIC: &[u8] = b"PK\x03\x04";

/// Times that a file may be as long as it is packed, once it is long: texts with the same elements over and over
/// come to a hundred.
const MOST_TIMES: u64 = 200;
const ALWAYS_READ: u64 = 64 << 20;

/// Whether a file that begins with these bytes is an archive. What is in it shows at its end.
pub(in crate::io) fn is_archive(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// The names of the files in an archive, in order; none where it is no archive or not whole.
pub(in crate::io) fn names(bytes: &[u8]) -> Vec<String> {
    if !is_archive(bytes) {
        return Vec::new();
    }
    Unzip::of(bytes, "ZIP").map_or_else(|_| Vec::new(), |archive| archive.names())
}

/// The bytes of a file in an archive; the file is chosen by the names of all.
///
/// # Errors
/// When it is not there or cannot be unpacked, is encrypted or far longer than it is packed.
pub(super) fn file(
    bytes: &[u8],
    format: &'static str,
    choose: impl FnOnce(&[String]) -> Option<usize>,
) -> Result<Vec<u8>, ReadErrorKind> {
    let mut archive = Unzip::of(bytes, format)?;
    let names = archive.names();
    let chosen = choose(&names).and_then(|place| names.get(place));
    let chosen = chosen.ok_or(ReadErrorKind::Packed(0))?;
    archive.bytes(chosen)?.ok_or(ReadErrorKind::Packed(0))
}

/// An archive under reading.
pub(in crate::io) struct Unzip<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    format: &'static str,
}

impl<'a> Unzip<'a> {
    /// An archive that is a file of the format of this name.
    ///
    /// # Errors
    /// When its list of files is not whole.
    pub(in crate::io) fn of(bytes: &'a [u8], format: &'static str) -> Result<Self, ReadErrorKind> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive = archive.map_err(|_| ReadErrorKind::Packed(0))?;
        Ok(Self { archive, format })
    }

    /// The names of its files, in order.
    pub(in crate::io) fn names(&self) -> Vec<String> {
        let names = self.archive.file_names_raw();
        names
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect()
    }

    /// The bytes of the file of this name, whatever the case of its letters; `None` where there is none.
    ///
    /// # Errors
    /// When it cannot be unpacked, is encrypted or far longer than it is packed.
    pub(in crate::io) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadErrorKind> {
        let Some(mut file) = self.stream(name)? else {
            return Ok(None);
        };
        // How long it is said to be may be a lie.
        let mut unpacked = Vec::new();
        match file.read_to_end(&mut unpacked) {
            Ok(_) => Ok(Some(unpacked)),
            Err(_) => Err(file.failure()),
        }
    }

    /// The same, to be read a piece at a time.
    ///
    /// # Errors
    /// When it is encrypted or packed in a way that is not known.
    pub(super) fn stream(
        &mut self,
        name: &str,
    ) -> Result<Option<UnzippedFile<'_, 'a>>, ReadErrorKind> {
        let name = name.trim_start_matches('/');
        let names = self.names();
        let exactly = names.iter().position(|known| known == name);
        let place = exactly.or_else(|| names.iter().position(|it| it.eq_ignore_ascii_case(name)));
        let Some(place) = place else {
            return Ok(None);
        };
        let file = self.archive.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
                ReadErrorKind::Encrypted(self.format)
            }
            _ => ReadErrorKind::Packed(0),
        })?;
        let most = file.compressed_size().saturating_mul(MOST_TIMES);
        Ok(Some(Unzipped {
            length: file.size(),
            most: most.max(ALWAYS_READ),
            unpacked: 0,
            file,
        }))
    }
}

/// A file in an archive in memory.
type UnzippedFile<'f, 'a> = Unzipped<ZipFile<'f, Cursor<&'a [u8]>>>;

/// A file in an archive, unpacked while it is read.
pub(super) struct Unzipped<R> {
    file: R,
    /// How long it says that it is.
    pub(super) length: u64,
    /// Bytes that it may unpack to, and bytes that have come out.
    most: u64,
    pub(super) unpacked: u64,
}

impl<R> Unzipped<R> {
    /// Why it could not be read to its end.
    pub(super) const fn failure(&self) -> ReadErrorKind {
        if self.unpacked > self.most {
            ReadErrorKind::Bomb(self.most)
        } else {
            ReadErrorKind::Packed(self.unpacked)
        }
    }
}

impl<R: Read> Read for Unzipped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.unpacked += read as u64;
        if self.unpacked > self.most {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(read)
    }
}

/// An archive of one file, packed as tightly as it goes.
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
pub(in crate::io) fn tightly_packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        archive
            .start_file(*name, options.compression_level(Some(9)))
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
