//! The digests of the files that an export was made of.

use crate::data::SourceFile;

/// Whether digests that are not known are waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum DigestTiming {
    /// They are.
    Now,
    /// [`SourceFile::fingerprint`] stands in their place.
    Later,
}

impl DigestTiming {
    /// What is written for the digest of a file.
    pub(in crate::io) fn of(self, part: &SourceFile) -> String {
        match (self, part.known_sha256()) {
            (_, Some(known)) => known.to_owned(),
            (Self::Now, None) => part.sha256().to_owned(),
            (Self::Later, None) => part.fingerprint(),
        }
    }
}
