//! Files packed with gzip or zstd, known by their first bytes, of one or several members.
//!
//! A few bytes can unpack to more than any memory holds. So what comes out is bounded by what is free,
//! and by how much more than the file it is.

use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};

use flate2::bufread::GzDecoder;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

use super::{Format, Opening};
use crate::io::error::ReadErrorKind;

/// Packed with gzip.
pub(super) static GZIP: Format = Format {
    id: "gz",
    name: "gzip",
    endings: &["gz"],
    media_types: &[],
    sniff: |head| head.starts_with(GZIP_MAGIC),
    open: Some(Opening::Packed),
    write: None,
    losses: None,
};

/// Packed with zstd.
pub(super) static ZSTD: Format = Format {
    id: "zst",
    name: "zstd",
    endings: &["zst", "zstd"],
    sniff: |head| head.starts_with(ZSTD_MAGIC) || is_skippable(head),
    ..GZIP
};

const GZIP_MAGIC: &[u8] = &[0x1F, 0x8B];
const ZSTD_MAGIC: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];

/// Times that what comes out may be as long as the file, once it is long; texts come to ten or twenty.
const MOST_TIMES: u64 = 200;
const ALWAYS_READ: u64 = 64 << 20;

/// The window that a zstd frame may ask for, in bytes: what `--long` makes of it.
const MOST_WINDOW: u64 = 128 << 20;

/// A frame of zstd, and what is behind it.
type Frame<R> = StreamingDecoder<Headed<R>, FrameDecoder>;

/// What is packed, from a frame on whose first bytes have been looked at.
type Headed<R> = Chain<Cursor<[u8; 4]>, BufReader<R>>;

/// How a file is packed.
enum Unpacking<R: Read> {
    Gzip(Option<Box<GzDecoder<BufReader<R>>>>),
    Zstd(Option<Box<Frame<R>>>),
}

/// Reads what is packed in a file.
pub(in crate::io) struct Unpacker<R: Read> {
    unpacking: Unpacking<R>,
    /// Length of the file.
    length: u64,
    /// Bytes that have come out.
    unpacked: u64,
    /// Why it went no further.
    pub(in crate::io) failed: Option<ReadErrorKind>,
}

impl<R: Read> Unpacker<R> {
    /// Unpacks a packed file of `length` bytes, which begins with `head`; `reader` stands at its beginning.
    pub(in crate::io) fn new(head: &[u8], reader: R, length: u64) -> io::Result<Self> {
        let packed = BufReader::new(reader);
        let unpacking = if (GZIP.sniff)(head) {
            Unpacking::Gzip(Some(Box::new(GzDecoder::new(packed))))
        } else {
            Unpacking::Zstd(next_frame(packed)?)
        };
        Ok(Self {
            unpacking,
            length,
            unpacked: 0,
            failed: None,
        })
    }

    fn unpack(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.unpacking {
            Unpacking::Gzip(decoder) => unpack_members(decoder, buffer),
            Unpacking::Zstd(decoder) => unpack_frames(decoder, buffer),
        }
    }
}

impl<R: Read> Read for Unpacker<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = self.length.saturating_mul(MOST_TIMES).max(ALWAYS_READ);
        let read = match self.unpack(buffer) {
            Ok(read) => read,
            Err(error) => {
                self.failed = Some(ReadErrorKind::Packed(self.unpacked));
                return Err(error);
            }
        };
        self.unpacked += read as u64;
        if self.unpacked > most {
            self.failed = Some(ReadErrorKind::Bomb(most));
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(read)
    }
}

/// Reads from one member after the other; `None` behind the last. Zeros behind a member are what tapes and disks are
/// filled up with, as `gzip` itself takes them.
fn unpack_members<R: Read>(
    decoder: &mut Option<Box<GzDecoder<BufReader<R>>>>,
    buffer: &mut [u8],
) -> io::Result<usize> {
    while let Some(mut reading) = decoder.take() {
        let read = reading.read(buffer)?;
        if read > 0 || buffer.is_empty() {
            *decoder = Some(reading);
            return Ok(read);
        }
        let mut packed = reading.into_inner();
        if skip_zeros(&mut packed)? {
            *decoder = Some(Box::new(GzDecoder::new(packed)));
        }
    }
    Ok(0)
}

/// Passes zeros; whether anything stands behind them.
fn skip_zeros(packed: &mut impl BufRead) -> io::Result<bool> {
    loop {
        let bytes = packed.fill_buf()?;
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        if zeros < bytes.len() {
            packed.consume(zeros);
            return Ok(true);
        }
        if bytes.is_empty() {
            return Ok(false);
        }
        packed.consume(zeros);
    }
}

/// Reads from one frame after the other; `None` behind the last.
fn unpack_frames<R: Read>(
    decoder: &mut Option<Box<Frame<R>>>,
    buffer: &mut [u8],
) -> io::Result<usize> {
    while let Some(mut reading) = decoder.take() {
        let read = reading.read(buffer)?;
        if read > 0 || buffer.is_empty() {
            *decoder = Some(reading);
            return Ok(read);
        }
        *decoder = next_frame(reading.into_inner().into_inner().1)?;
    }
    Ok(0)
}

/// The next frame with anything in it, behind those that are to be skipped; `None` at the end.
fn next_frame<R: Read>(mut packed: BufReader<R>) -> io::Result<Option<Box<Frame<R>>>> {
    while !packed.fill_buf()?.is_empty() {
        let mut magic = [0; 4];
        packed.read_exact(&mut magic)?;
        if !is_skippable(&magic) {
            return frame(Cursor::new(magic).chain(packed)).map(|frame| Some(Box::new(frame)));
        }
        let mut length = [0; 4];
        packed.read_exact(&mut length)?;
        let length = u64::from(u32::from_le_bytes(length));
        if io::copy(&mut packed.by_ref().take(length), &mut io::sink())? < length {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    Ok(None)
}

/// Whether a frame that begins like this has nothing in it that unpacks: marks of a tool, padding.
const fn is_skippable(head: &[u8]) -> bool {
    matches!(head, [0x50..=0x5F, 0x2A, 0x4D, 0x18, ..])
}

fn frame<R: Read>(packed: Headed<R>) -> io::Result<Frame<R>> {
    StreamingDecoder::new_with_max_window_size(packed, MOST_WINDOW)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    use super::*;

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(text: &[u8]) -> Vec<u8> {
        compress_to_vec(text, CompressionLevel::Fastest)
    }

    fn unpacked(bytes: &[u8]) -> Result<Option<Vec<u8>>, Option<ReadErrorKind>> {
        if !(GZIP.sniff)(bytes) && !(ZSTD.sniff)(bytes) {
            return Ok(None);
        }
        let Ok(mut unpacker) = Unpacker::new(bytes, bytes, bytes.len() as u64) else {
            return Err(None);
        };
        let mut text = Vec::new();
        match unpacker.read_to_end(&mut text) {
            Ok(_) => Ok(Some(text)),
            Err(_) => Err(unpacker.failed),
        }
    }

    #[test]
    fn members_one_after_the_other_are_one_text() {
        for pack in [gzip as fn(&[u8]) -> Vec<u8>, zstd] {
            let packed = [pack(b"one "), pack(b"two")].concat();
            assert_eq!(unpacked(&packed).unwrap().unwrap(), b"one two");
        }
        assert!(unpacked(b"{}").unwrap().is_none());
        assert!(unpacked(b"").unwrap().is_none());
    }

    #[test]
    fn what_is_to_be_skipped_around_members_is_skipped() {
        let filled = [gzip(b"text"), vec![0; 20_000]].concat();
        assert_eq!(unpacked(&filled).unwrap().unwrap(), b"text");
        let between = [gzip(b"one "), vec![0; 512], gzip(b"two")].concat();
        assert_eq!(unpacked(&between).unwrap().unwrap(), b"one two");
        let odd = [gzip(b"text"), b"\0\0more".to_vec()].concat();
        assert!(matches!(
            unpacked(&odd),
            Err(Some(ReadErrorKind::Packed(4)))
        ));
        let skippable = |length: u8| {
            let head = [0x5A, 0x2A, 0x4D, 0x18, length, 0, 0, 0];
            [&head[..], &vec![7; length.into()]].concat()
        };
        for frames in [
            [skippable(9), zstd(b"text"), Vec::new()],
            [zstd(b"te"), skippable(0), zstd(b"xt")],
            [zstd(b"text"), skippable(200), skippable(1)],
        ] {
            assert_eq!(unpacked(&frames.concat()).unwrap().unwrap(), b"text");
        }
        let cut = [zstd(b"text"), skippable(200)[..100].to_vec()].concat();
        assert!(matches!(
            unpacked(&cut),
            Err(Some(ReadErrorKind::Packed(4)))
        ));
    }

    #[test]
    fn a_packed_file_that_is_cut_off_is_refused() {
        for pack in [gzip as fn(&[u8]) -> Vec<u8>, zstd] {
            let packed = pack("a text that is long enough to be cut".repeat(99).as_bytes());
            let cut = &packed[..packed.len() - 6];
            let failed = unpacked(cut).unwrap_err();
            assert!(
                matches!(failed, Some(ReadErrorKind::Packed(_))),
                "{failed:?}"
            );
        }
    }

    #[test]
    fn a_file_that_unpacks_to_far_more_than_itself_is_refused() {
        let packed = gzip(&vec![b' '; 80 << 20]);
        let failed = unpacked(&packed).unwrap_err();
        assert!(matches!(failed, Some(ReadErrorKind::Bomb(_))), "{failed:?}");
    }
}
