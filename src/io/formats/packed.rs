//! Files packed with gzip or zstd, known by their first bytes, of one or several members.
//!
//! A few bytes can unpack to more than any memory holds. So what comes out is bounded by what is free,
//! and by how much more than the file it is.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
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
    sniff: |head| head.starts_with(ZSTD_MAGIC),
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
type Frame<R> = StreamingDecoder<BufReader<R>, FrameDecoder>;

/// How a file is packed.
enum Unpacking<R: Read> {
    Gzip(Box<MultiGzDecoder<BufReader<R>>>),
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
            Unpacking::Gzip(Box::new(MultiGzDecoder::new(packed)))
        } else {
            Unpacking::Zstd(Some(Box::new(frame(packed)?)))
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
            Unpacking::Gzip(decoder) => decoder.read(buffer),
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
        let mut packed = reading.into_inner();
        if !packed.fill_buf()?.is_empty() {
            *decoder = Some(Box::new(frame(packed)?));
        }
    }
    Ok(0)
}

fn frame<R: Read>(packed: BufReader<R>) -> io::Result<Frame<R>> {
    StreamingDecoder::new_with_max_window_size(packed, MOST_WINDOW)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    use super::*;

    const ALL_MAGIC: [&[u8]; 2] = [GZIP_MAGIC, ZSTD_MAGIC];

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(text: &[u8]) -> Vec<u8> {
        compress_to_vec(text, CompressionLevel::Fastest)
    }

    fn unpacked(bytes: &[u8]) -> Result<Option<Vec<u8>>, Option<ReadErrorKind>> {
        if !ALL_MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
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
