//! What is in a file or comes out of a pipe, whole or in blocks; packed or not.

use std::{
    fs::{File, Metadata},
    io::{Cursor, Read, Seek},
    path::Path,
};

use super::{counted::CountingReader, since::Since, translated};
use crate::{
    data::{Digest, SourceFile},
    io::{
        error::ReadErrorKind,
        foreign::Foreign,
        formats::{self, Opening, Stored, packed::Unpacker, unzip},
        memory,
        stream::{self, Streamed},
        watch::Watch,
    },
};

/// The most that is read from something without a length, such as standard input, in bytes.
const LONGEST_STREAM: u64 = 512 << 20;

/// How often a file is read that is written meanwhile.
const TRIES: usize = 3;

/// Bytes read between two looks at whether anybody still wants them.
const CHUNK: u64 = 1 << 20;

/// What is in a file, and its digest where it is not that of the text. A file that is written while it is
/// read is read again, a few times.
pub(super) fn stream_file(
    path: &Path,
    name: &str,
    watch: &Watch,
) -> Result<(Streamed, Option<Digest>), ReadErrorKind> {
    let mut tries = TRIES;
    loop {
        let file = File::open(path)?;
        let before = file.metadata()?;
        if before.is_dir() {
            return Err(ReadErrorKind::Directory);
        }
        if !before.is_file() {
            return stream_piped(name, file, watch);
        }
        let read = stream_regular(path, file, &before, name, watch);
        if watch.is_cancelled() {
            return read;
        }
        tries -= 1;
        match (Since::of(&before, path), read) {
            (Since::Gone, Err(ReadErrorKind::ChangedWhileReading)) => {
                return Err(ReadErrorKind::Missing);
            }
            // What was removed is still what was chosen.
            (Since::Same | Since::Gone, read) => return read,
            // What is written on and on is read as it was when it was opened.
            (Since::Longer, Ok(read)) if tries == 0 => return Ok(read),
            _ if tries == 0 => return Err(ReadErrorKind::ChangedWhileReading),
            _ => {}
        }
    }
}

/// What is in a file that has a length.
fn stream_regular(
    path: &Path,
    mut file: File,
    metadata: &Metadata,
    name: &str,
    watch: &Watch,
) -> Result<(Streamed, Option<Digest>), ReadErrorKind> {
    memory::foresee(metadata.len())?;
    let head = head_of(&mut file)?;
    file.rewind()?;
    let format = formats::of_head(&head);
    let opening = format.and_then(|format| format.open);
    if let (Some(format), Some(Opening::Stored(translate))) = (format, opening) {
        let digest = Digest::of_reader(file.try_clone()?)?;
        let stored = Stored::File(file, path.to_path_buf(), metadata.len() as usize);
        let translate = move |watch: &Watch<'_>| translate(stored, watch);
        let part = translated::read(name, digest, translate, watch)?;
        let part = SourceFile {
            foreign_format: Some(format.name),
            ..part
        };
        return Ok((Streamed::SourceFile(Box::new(part)), None));
    }
    if let Some(Opening::Packed) = opening {
        let unpacker = Unpacker::new(&head, file.try_clone()?, metadata.len())
            .map_err(|_| ReadErrorKind::Packed(0))?;
        let streamed = stream_packed(name, unpacker, watch)?;
        file.rewind()?;
        return Ok((streamed, Some(Digest::of_reader(file)?)));
    }
    known(&head, opening)?;
    // What is written behind its end meanwhile is not of the file that was chosen, and may have no end.
    let mut counted = CountingReader {
        reader: file.take(match metadata.len() {
            // Some systems do not say how long a file is.
            0 => LONGEST_STREAM,
            length => length,
        }),
        bytes: 0,
    };
    let total = Some(metadata.len());
    let streamed = if formats::is_read_whole(&head) {
        Streamed::Whole(chunks(&mut counted, u64::MAX, total, watch)?)
    } else {
        stream::read(name, &mut counted, total, u64::MAX, watch)?
    };
    if counted.bytes < metadata.len() {
        return Err(ReadErrorKind::ChangedWhileReading);
    }
    Ok((streamed, None))
}

/// What comes out of a pipe, and its digest where it is packed.
pub(super) fn stream_piped(
    name: &str,
    mut reader: impl Read,
    watch: &Watch,
) -> Result<(Streamed, Option<Digest>), ReadErrorKind> {
    let head = head_of(&mut reader)?;
    let opening = formats::of_head(&head).and_then(|format| format.open);
    known(&head, opening)?;
    let reader = Cursor::new(head.clone()).chain(reader);
    let Some(Opening::Packed) = opening else {
        let is_read_whole = formats::is_read_whole(&head);
        let streamed = stream_any(name, is_read_whole, reader, LONGEST_STREAM, watch)?;
        return Ok((streamed, None));
    };
    let packed = chunks(reader, LONGEST_STREAM, None, watch)?;
    let digest = Digest::of_bytes(&packed);
    let length = packed.len() as u64;
    let unpacker =
        Unpacker::new(&head, Cursor::new(packed), length).map_err(|_| ReadErrorKind::Packed(0))?;
    Ok((stream_packed(name, unpacker, watch)?, Some(digest)))
}

/// What is packed in a file, of whatever format, but for a file that is packed itself.
fn stream_packed(
    name: &str,
    mut unpacker: Unpacker<impl Read>,
    watch: &Watch,
) -> Result<Streamed, ReadErrorKind> {
    let read = |unpacker: &mut Unpacker<_>| {
        let head = head_of(unpacker)?;
        let opening = formats::of_head(&head).and_then(|format| format.open);
        known(&head, opening)?;
        let is_read_whole = formats::is_read_whole(&head);
        let reader = Cursor::new(head).chain(unpacker);
        stream_any(name, is_read_whole, reader, memory::room(), watch)
    };
    read(&mut unpacker).map_err(|error| unpacker.failed.take().unwrap_or(error))
}

/// What is in a file whose length is not known.
fn stream_any(
    name: &str,
    is_read_whole: bool,
    reader: impl Read,
    limit: u64,
    watch: &Watch,
) -> Result<Streamed, ReadErrorKind> {
    if is_read_whole {
        chunks(reader, limit, None, watch).map(Streamed::Whole)
    } else {
        stream::read(name, reader, None, limit, watch)
    }
}

/// Refuses a file that no format opens and that is no text with records either.
fn known(head: &[u8], opening: Option<Opening>) -> Result<(), ReadErrorKind> {
    // What is in an archive shows when all of it is there.
    if unzip::is_archive(head) {
        return Ok(());
    }
    match (opening, Foreign::of_head(head)) {
        (None | Some(Opening::InPlace), Some(kind)) => Err(ReadErrorKind::Foreign(kind)),
        _ => Ok(()),
    }
}

/// The beginning of what `reader` has.
fn head_of(reader: &mut impl Read) -> Result<Vec<u8>, ReadErrorKind> {
    let mut head = Vec::new();
    reader.by_ref().take(formats::HEAD).read_to_end(&mut head)?;
    Ok(head)
}

/// Reads to the end, a chunk at a time.
pub(super) fn chunks(
    mut reader: impl Read,
    limit: u64,
    total: Option<u64>,
    watch: &Watch,
) -> Result<Vec<u8>, ReadErrorKind> {
    let too_large = || ReadErrorKind::TooLarge(limit);
    let expected = total.unwrap_or(0);
    if expected > limit {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    bytes
        .try_reserve_exact(expected as usize)
        .map_err(|_| too_large())?;
    loop {
        bytes.try_reserve(CHUNK as usize).map_err(|_| too_large())?;
        if reader.by_ref().take(CHUNK).read_to_end(&mut bytes)? == 0 {
            return Ok(bytes);
        }
        if bytes.len() as u64 > limit {
            return Err(too_large());
        }
        watch
            .advance(bytes.len() as u64, total, 0)
            .ok_or(ReadErrorKind::Cancelled)?;
    }
}
