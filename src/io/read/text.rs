//! A document that is plain text.

use std::{fs::File, io::Read, path::Path};

use super::text_of;
use crate::io::error::{ReadError, ReadErrorKind};

/// The longest document that is read, in bytes.
const LONGEST: u64 = 256 << 20;

/// Reads the text at `path`, or standard input where that is `-`, in whatever encoding it is in.
///
/// # Errors
/// Where it cannot be read, is longer than 256 MiB, or is no text.
pub fn read_text(path: &Path) -> Result<String, ReadError> {
    let named = |kind| ReadError {
        file: path.display().to_string(),
        kind,
    };
    let bytes = if path == Path::new("-") {
        bytes_of(std::io::stdin().lock())
    } else {
        File::open(path)
            .map_err(ReadErrorKind::from)
            .and_then(bytes_of)
    };
    let bytes = bytes.map_err(named)?;
    let decoded = text_of(bytes).map_err(|error| named(ReadErrorKind::NotText(error)))?;
    Ok(decoded.text)
}

fn bytes_of(reader: impl Read) -> Result<Vec<u8>, ReadErrorKind> {
    let mut bytes = Vec::new();
    reader.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(ReadErrorKind::TooLarge(LONGEST));
    }
    Ok(bytes)
}
