//! The SHA-256 of a file, reckoned when somebody asks for it.

use std::{
    io,
    sync::{Arc, OnceLock},
};

use sha2::{Digest as _, Sha256};

use super::text::SourceText;

/// What stands before the text of a file that begins with a byte order mark.
const UTF_8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// The digest of a file's bytes, shared by all copies.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    known: Arc<OnceLock<String>>,
    has_mark: bool,
}

impl Digest {
    /// The digest of a file that is its text, behind a byte order mark where it `has_mark`.
    #[must_use]
    pub fn of_text(has_mark: bool) -> Self {
        Self {
            has_mark,
            ..Self::default()
        }
    }

    /// The digest of a file that begins as this one does and has another text.
    #[must_use]
    pub fn of_other_text(&self) -> Self {
        Self::of_text(self.has_mark)
    }

    /// The digest of a file whose text was made from `bytes`.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let known = OnceLock::from(hexadecimal(&Sha256::digest(bytes)));
        Self {
            known: Arc::new(known),
            has_mark: false,
        }
    }

    /// The digest of a file that begins as this one does, which is known to be this.
    #[must_use]
    pub fn as_known(&self, sha256: &str) -> Self {
        Self {
            known: Arc::new(OnceLock::from(sha256.to_owned())),
            has_mark: self.has_mark,
        }
    }

    /// Reckons it now, because the text is about to become another.
    pub fn settle(&self, text: &SourceText) {
        let _known = self.get(text);
    }

    /// The digest, where it is known already.
    #[must_use]
    pub fn known(&self) -> Option<&str> {
        self.known.get().map(String::as_str)
    }

    /// The digest of everything that `reader` still has.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of_reader(mut reader: impl io::Read) -> io::Result<Self> {
        let mut hasher = Sha256::new();
        let mut buffer = vec![0; 1 << 16];
        loop {
            let read = reader.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            hasher.update(buffer.get(..read).unwrap_or_default());
        }
        let known = OnceLock::from(hexadecimal(&hasher.finalize()));
        Ok(Self {
            known: Arc::new(known),
            has_mark: false,
        })
    }

    /// The digest in hexadecimal, once and for all: `text` has to be that of the file.
    #[must_use]
    pub fn get(&self, text: &SourceText) -> &str {
        self.known.get_or_init(|| {
            let mut hasher = Sha256::new();
            if self.has_mark {
                hasher.update(UTF_8_MARK);
            }
            text.blocks().for_each(|block| hasher.update(block));
            hexadecimal(&hasher.finalize())
        })
    }
}

/// Bytes of each end of a long text that a fingerprint looks at.
const END: usize = 64 << 10;

/// A name for a text that is found at once, however long it is: a digest of its length and its ends.
pub(super) fn fingerprint(text: &SourceText) -> String {
    let mut hasher = Sha256::new();
    hasher.update(text.len().to_le_bytes());
    let first = text.blocks().next().unwrap_or_default();
    let last = text.blocks().last().unwrap_or_default();
    hasher.update(first.get(..END).unwrap_or(first));
    hasher.update(last.get(last.len().saturating_sub(END)..).unwrap_or(last));
    hexadecimal(&hasher.finalize())
}

/// Bytes in small hexadecimal digits.
#[must_use]
pub fn hexadecimal(digest: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    digest
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|nibble| DIGITS.get(usize::from(nibble)))
        .map(|digit| char::from(*digit))
        .collect()
}
