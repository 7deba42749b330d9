//! What stands beside a bundle and covers its last list: a signature and the query for a stamp of time.
//!
//! The signature is one of `ssh-keygen -Y sign -n sahelscope-bundle`, and that program verifies it. The query is one of
//! RFC 3161, as `openssl ts -query -sha256 -cert` makes it: 69 bytes that hold the digest and nothing else of a bundle.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest as _, Sha256};
use ssh_key::{HashAlg, LineEnding, PrivateKey};

use crate::io::error::{ReadError, ReadErrorKind};

/// What a signature is for, so that none made for something else is taken for one.
pub const NAMESPACE: &str = "sahelscope-bundle";
/// The ending of a signature, behind the name of the bundle.
pub const SIGNATURE: &str = "sig";
/// The endings of a query for a stamp and of a proof of `OpenTimestamps`.
pub const QUERY: &str = "tsq";
pub(super) const PROOF: &str = "ots";

/// The longest key or signature that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// The file beside `bundle` with this ending: `NAME.zip.sig`.
#[must_use]
pub fn path_of(bundle: &Path, ending: &str) -> PathBuf {
    let mut name = bundle.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Why nothing was signed.
#[derive(Debug)]
pub enum SignError {
    /// The key could not be read.
    Read(ReadError),
    /// It is no private key of OpenSSH, or of a kind that is not known.
    NoKey,
    /// It is encrypted.
    Encrypted,
}

/// Signs the text of the last list with the private key at `path`; the same key and text give the same signature.
///
/// # Errors
/// When the key cannot be read, is none, or is encrypted.
pub fn sign(path: &Path, text: &str) -> Result<String, SignError> {
    let bytes = short(path).map_err(SignError::Read)?;
    let key = PrivateKey::from_openssh(bytes).map_err(|_| SignError::NoKey)?;
    if key.is_encrypted() {
        return Err(SignError::Encrypted);
    }
    let signature = key.sign(NAMESPACE, HashAlg::Sha512, text.as_bytes());
    let signature = signature.and_then(|it| it.to_pem(LineEnding::LF));
    signature.map_err(|_| SignError::NoKey)
}

/// The bytes of a short file, such as a key, a signature or rules.
///
/// # Errors
/// When it cannot be read or is longer than a megabyte.
pub fn short(path: &Path) -> Result<Vec<u8>, ReadError> {
    let failed = |kind| ReadError {
        file: path.display().to_string(),
        kind,
    };
    let system = |error: io::Error| failed(ReadErrorKind::from(error));
    let metadata = fs::metadata(path).map_err(system)?;
    if metadata.len() > LONGEST {
        return Err(failed(ReadErrorKind::TooLarge(LONGEST)));
    }
    fs::read(path).map_err(system)
}

/// The query for a stamp over the text of the last list. Its number used once comes from the digest, so that the same
/// bundle gives the same query.
#[must_use]
pub fn query(text: &str) -> Vec<u8> {
    /// `SEQUENCE { version 1, SEQUENCE { SEQUENCE { sha256, NULL }, OCTET STRING of 32 bytes`.
    const BEFORE: &[u8] = &[
        0x30, 0x43, 0x02, 0x01, 0x01, 0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
        0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20,
    ];
    /// `INTEGER` of 8 bytes.
    const NONCE: &[u8] = &[0x02, 0x08];
    /// `certReq TRUE`: the authority's certificate comes with the stamp.
    const BEHIND: &[u8] = &[0x01, 0x01, 0xFF];
    let digest = Sha256::digest(text);
    let mut nonce: Vec<u8> = Sha256::digest(digest).iter().take(8).copied().collect();
    if let Some(first) = nonce.first_mut() {
        // A positive number of eight bytes: the highest bit is its sign, and it begins with no zero.
        *first = *first & 0x7F | 0x40;
    }
    [BEFORE, &digest, NONCE, &nonce, BEHIND].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_69_bytes_and_holds_the_digest() {
        let query = query("abc");
        assert_eq!(query.len(), 69);
        assert_eq!(usize::from(query[1]), query.len() - 2);
        assert_eq!(&query[24..56], &Sha256::digest("abc")[..]);
        assert_eq!(super::query("abc"), query);
    }

    #[test]
    fn a_file_beside_a_bundle_keeps_its_whole_name() {
        let path = path_of(Path::new("a/b.zip"), SIGNATURE);
        assert_eq!(path, Path::new("a/b.zip.sig"));
    }
}
