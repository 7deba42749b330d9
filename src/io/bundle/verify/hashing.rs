//! Digests by the algorithms that bags use.

use std::io::{self, Read};

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha512};

use crate::data::hexadecimal;

/// An algorithm of a manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Algorithm {
    Md5,
    Sha1,
    Sha256,
    Sha512,
}

impl Algorithm {
    pub(super) const ALL: [Self; 4] = [Self::Md5, Self::Sha1, Self::Sha256, Self::Sha512];

    /// The name in the name of a manifest.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    /// The algorithm of this name, with or without a hyphen.
    pub(super) fn of(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase().replace('-', "");
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Whether two files of one digest can be made.
    pub(super) const fn is_weak(self) -> bool {
        matches!(self, Self::Md5 | Self::Sha1)
    }
}

/// The digests of a file.
pub(super) type FileDigests = Vec<(Algorithm, String)>;

/// Reads everything; the number of bytes and the digests. `step` hears of every piece and says whether to go on.
pub(super) fn digests(
    mut reader: impl Read,
    algorithms: &[Algorithm],
    mut step: impl FnMut(u64) -> io::Result<()>,
) -> io::Result<(u64, FileDigests)> {
    let mut hashers: Vec<(Algorithm, Hasher)> =
        algorithms.iter().map(|it| (*it, Hasher::of(*it))).collect();
    let mut buffer = vec![0; 1 << 18];
    let mut bytes = 0;
    loop {
        let read = match reader.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let piece = buffer.get(..read).unwrap_or_default();
        for (_, hasher) in &mut hashers {
            hasher.update(piece);
        }
        bytes += read as u64;
        step(read as u64)?;
    }
    let digests = hashers.into_iter().map(|(it, hasher)| (it, hasher.end()));
    Ok((bytes, digests.collect()))
}

enum Hasher {
    Md5(Md5),
    Sha1(Sha1),
    Sha256(Sha256),
    Sha512(Sha512),
}

impl Hasher {
    fn of(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Md5 => Self::Md5(Md5::new()),
            Algorithm::Sha1 => Self::Sha1(Sha1::new()),
            Algorithm::Sha256 => Self::Sha256(Sha256::new()),
            Algorithm::Sha512 => Self::Sha512(Sha512::new()),
        }
    }

    fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Md5(hasher) => hasher.update(bytes),
            Self::Sha1(hasher) => hasher.update(bytes),
            Self::Sha256(hasher) => hasher.update(bytes),
            Self::Sha512(hasher) => hasher.update(bytes),
        }
    }

    fn end(self) -> String {
        match self {
            Self::Md5(hasher) => hexadecimal(&hasher.finalize()),
            Self::Sha1(hasher) => hexadecimal(&hasher.finalize()),
            Self::Sha256(hasher) => hexadecimal(&hasher.finalize()),
            Self::Sha512(hasher) => hexadecimal(&hasher.finalize()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standards() {
        let (bytes, digests) = digests(&b"abc"[..], &Algorithm::ALL, |_| Ok(())).unwrap();
        assert_eq!(bytes, 3);
        let begins: Vec<&str> = digests.iter().map(|(_, digest)| &digest[..8]).collect();
        assert_eq!(begins, ["90015098", "a9993e36", "ba7816bf", "ddaf35a1"]);
    }

    #[test]
    fn an_algorithm_is_known_by_both_ways_to_write_it() {
        assert_eq!(Algorithm::of("SHA-256"), Some(Algorithm::Sha256));
        assert_eq!(Algorithm::of("blake2b512"), None);
    }
}
