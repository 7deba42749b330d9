//! The records of a file of another format, read from the text that is made of it while it is made.
//!
//! Two threads share the work: the caller's makes the text, and hands on what has become long; the other takes that
//! apart like a long file of our own. A short text comes in one piece and is split with more care, as is one that turns
//! out to be out of the ordinary. The text is held once.

use std::{
    io::{self, Read},
    sync::mpsc::{Receiver, SyncSender, sync_channel},
};

use super::{assemble, table};
use crate::{
    data::{Digest, FileOrigin, Sheets, SourceFile},
    io::{
        error::ReadErrorKind,
        formats::{Translated, TranslatedForm, csv::encoding::Decoded},
        split::split,
        stream::{self, Streamed},
        watch::Watch,
    },
    work::beside,
};

/// Pieces of a text that may wait to be read.
const MOST_WAITING: usize = 8;

/// Reads a file with this digest, of which `translate` makes the text.
pub(super) fn read(
    name: &str,
    digest: Digest,
    translate: impl FnOnce(&Watch<'_>) -> Result<Translated, ReadErrorKind> + Send,
    watch: &Watch<'_>,
) -> Result<SourceFile, ReadErrorKind> {
    let (sender, receiver) = sync_channel(MOST_WAITING);
    // How far the second thread is would only confuse: whoever makes the text says it.
    let progress = watch.progress().of_part();
    let both = beside(
        "translated",
        || {
            let watch = Watch::of(&progress);
            stream::read(name, Pieces::new(receiver), None, u64::MAX, &watch)
        },
        || translated(translate, sender, watch),
    );
    let Some((streamed, translated)) = both else {
        return Err(ReadErrorKind::from(io::Error::from(
            io::ErrorKind::OutOfMemory,
        )));
    };
    // Where nobody took the text any more, the reader says why.
    let (streamed, translated) = match (streamed, translated) {
        (streamed, Ok(translated)) => (streamed?, translated),
        (Err(error), Err(ReadErrorKind::Cancelled)) | (_, Err(error)) => return Err(error),
    };
    let part = match streamed {
        Streamed::SourceFile(part) => *part,
        Streamed::Whole(text) => whole(name, text, translated.records, &digest, watch)?,
    };
    Ok(finished(part, translated, digest))
}

/// Makes the text of a file, and sends it piece by piece; the last piece is sent here.
fn translated(
    translate: impl FnOnce(&Watch<'_>) -> Result<Translated, ReadErrorKind>,
    sender: SyncSender<String>,
    watch: &Watch<'_>,
) -> Result<Translated, ReadErrorKind> {
    let send = |piece| sender.send(piece).is_ok();
    let mut translated = translate(&watch.with_pieces(&send))?;
    let last = std::mem::take(&mut translated.text);
    let is_taken = send(last);
    // Only what has no sender any more has an end.
    drop(sender);
    is_taken
        .then_some(translated)
        .ok_or(ReadErrorKind::Cancelled)
}

/// The records of a text in one piece.
fn whole(
    name: &str,
    text: Vec<u8>,
    records: TranslatedForm,
    digest: &Digest,
    watch: &Watch<'_>,
) -> Result<SourceFile, ReadErrorKind> {
    // What arrives was a text when it was sent.
    let text = String::from_utf8(text).map_err(|_| ReadErrorKind::Truncated)?;
    if records == TranslatedForm::Rows {
        let decoded = Decoded {
            text,
            encoding: "UTF-8",
            issues: Vec::new(),
        };
        return table(name, FileOrigin::Stdin, decoded, digest.clone(), watch);
    }
    let split = split(&text, watch).map_err(|error| ReadErrorKind::of_split(error, &text))?;
    let mut part = assemble(name, text, split);
    part.choose_mapping();
    Ok(part)
}

/// The part with what is known of the file that its text was made of.
fn finished(part: SourceFile, translated: Translated, digest: Digest) -> SourceFile {
    let Translated {
        issues,
        sheets: names,
        sheet: read,
        ..
    } = translated;
    let mut part = SourceFile {
        digest,
        sheets: (names.len() > 1).then_some(Sheets { names, read }),
        ..part
    };
    part.issues.splice(0..0, issues);
    part
}

/// Reads pieces of a text as they come.
struct Pieces {
    receiver: Receiver<String>,
    piece: Vec<u8>,
    at: usize,
}

impl Pieces {
    const fn new(receiver: Receiver<String>) -> Self {
        Self {
            receiver,
            piece: Vec::new(),
            at: 0,
        }
    }
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.piece.len() {
            match self.receiver.recv() {
                Ok(piece) => self.piece = piece.into_bytes(),
                // The last piece has been sent, or there will be none.
                Err(_) => return Ok(0),
            }
            self.at = 0;
        }
        let rest = self.piece.get(self.at..).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.at += count;
        Ok(count)
    }
}
