//! A ZIP archive (PKWARE APPNOTE 6.3), as KMZ needs one: its files follow one another, packed, each with its length
//! behind it, because what is written is never gone back to. Nothing beyond 4 GiB.

use std::io::{self, Write};

use flate2::{Compression, Crc, write::DeflateEncoder};

/// What the marks before a file, behind it, in the list and at the end begin with.
const FILE: u32 = 0x0403_4B50;
const LENGTHS: u32 = 0x0807_4B50;
const LISTED: u32 = 0x0201_4B50;
const END: u32 = 0x0605_4B50;
/// The version that reads what is used here.
const VERSION: u16 = 20;
/// Lengths stand behind the file, and names are UTF-8.
const FLAGS: u16 = 1 << 3 | 1 << 11;
/// Packed by deflate.
const DEFLATED: u16 = 8;
/// 1980-01-01, the first day there is: the same records give the same archive.
const DAY: u16 = 1 << 5 | 1;

/// An archive under way.
pub(super) struct Archive<'a> {
    out: Counted<&'a mut dyn Write>,
    files: Vec<Listed>,
}

/// A file in the list at the end.
struct Listed {
    name: String,
    place: u32,
    sums: Sums,
}

/// Checksum and lengths of a file.
#[derive(Clone, Copy)]
struct Sums {
    crc: u32,
    packed: u32,
    length: u32,
}

impl<'a> Archive<'a> {
    pub(super) const fn new(out: &'a mut dyn Write) -> Self {
        Self {
            out: Counted { out, bytes: 0 },
            files: Vec::new(),
        }
    }

    /// Adds the file that `write` writes.
    pub(super) fn add<E: From<io::Error>>(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        let place = short(self.out.bytes)?;
        let mut head = bytes_of(&[FILE]);
        head.extend(halves_of(&[VERSION, FLAGS, DEFLATED, 0, DAY]));
        head.extend(bytes_of(&[0, 0, 0]));
        head.extend(halves_of(&[name.len() as u16, 0]));
        head.extend(name.bytes());
        self.out.write_all(&head)?;
        let before = self.out.bytes;
        let (crc, length) = pack(&mut self.out, write)?;
        let sums = Sums {
            crc,
            packed: short(self.out.bytes - before)?,
            length: short(length)?,
        };
        let behind = [LENGTHS, sums.crc, sums.packed, sums.length];
        self.out.write_all(&bytes_of(&behind))?;
        self.files.push(Listed {
            name: name.to_owned(),
            place,
            sums,
        });
        Ok(())
    }

    /// Writes the list of files, which ends the archive.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let begin = short(self.out.bytes)?;
        for Listed { name, place, sums } in &self.files {
            let mut entry = bytes_of(&[LISTED]);
            entry.extend(halves_of(&[VERSION, VERSION, FLAGS, DEFLATED, 0, DAY]));
            entry.extend(bytes_of(&[sums.crc, sums.packed, sums.length]));
            entry.extend(halves_of(&[name.len() as u16, 0, 0, 0, 0]));
            entry.extend(bytes_of(&[0, *place]));
            entry.extend(name.bytes());
            self.out.write_all(&entry)?;
        }
        let length = short(self.out.bytes)? - begin;
        let count = self.files.len() as u16;
        let mut end = bytes_of(&[END]);
        end.extend(halves_of(&[0, 0, count, count]));
        end.extend(bytes_of(&[length, begin]));
        end.extend(halves_of(&[0]));
        self.out.write_all(&end)
    }
}

/// Packs the file that `write` writes; its checksum and its length.
fn pack<E: From<io::Error>>(
    out: &mut dyn Write,
    write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(u32, u64), E> {
    let mut packer = Packer {
        encoder: DeflateEncoder::new(out, Compression::fast()),
        crc: Crc::new(),
        length: 0,
    };
    write(&mut packer)?;
    let Packer {
        encoder,
        crc,
        length,
    } = packer;
    encoder.finish()?;
    Ok((crc.sum(), length))
}

/// A length that the format has room for.
fn short(bytes: u64) -> io::Result<u32> {
    let too_long = |_| io::Error::new(io::ErrorKind::FileTooLarge, "a ZIP archive ends at 4 GiB");
    u32::try_from(bytes).map_err(too_long)
}

fn bytes_of(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|it| it.to_le_bytes()).collect()
}

fn halves_of(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|it| it.to_le_bytes()).collect()
}

/// Counts what is written.
struct Counted<W> {
    out: W,
    bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Packs a file, with its checksum and its length.
struct Packer<W: Write> {
    encoder: DeflateEncoder<W>,
    crc: Crc,
    length: u64,
}

impl<W: Write> Write for Packer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.encoder.write(bytes)?;
        self.crc.update(bytes.get(..written).unwrap_or_default());
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.encoder.flush()
    }
}
