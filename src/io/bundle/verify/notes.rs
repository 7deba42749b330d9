//! What there is to say of a file of a bundle.

use crate::text::{Catalogue, args};

/// Something about a file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What.
    pub what: What,
    /// The file, by its path in the bag.
    pub file: String,
    /// More of it: a manifest, a version, a number.
    pub detail: String,
}

/// What there is to say about a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It is listed and not there.
    Missing,
    /// It is there and not listed.
    Added,
    /// It is not what it was.
    Changed,
    /// It cannot be read to its end.
    Unread,
    /// A line of it is not understood.
    BadLine,
    /// It lists a file twice.
    ListedTwice,
    /// No list of digests that can be compared is there.
    NoManifest,
    /// There are more or fewer bytes or files than it says.
    Oxum,
    /// It does not declare a bag.
    BadDeclaration,
    /// Its name is another digest than its own.
    Misnamed,
    /// A log is not chained here.
    LogBroken,
    /// The archive says two things about its files.
    Archive,
    /// The number of records is another than it says.
    Count,
    /// It is a list by an algorithm that is not known.
    UnknownAlgorithm,
    /// It is a list by an algorithm that finds accidents, not forgeries.
    WeakAlgorithm,
    /// It lists files that would have to be fetched; nothing is.
    Fetch,
    /// It begins with a byte order mark.
    Mark,
    /// It is of another version.
    Version,
    /// It follows a profile that is not known.
    Profile,
    /// No list covers it.
    NotCovered,
    /// The archive was packed again since.
    PackedAgain,
    /// Its name is written otherwise in the list.
    OtherName,
    /// It is in another encoding.
    Encoding,
    /// It is no signature of what it should sign.
    SignatureWrong,
    /// It was signed by a key that is not among those that are known.
    SignerUnknown,
    /// It was signed by a key that is not for this, or not for this time.
    SignerExpired,
    /// A signature is wanted, and there is none.
    Unsigned,
    /// It was signed; whose the key is nobody has said.
    Signed,
    /// It was signed by somebody who is known.
    SignedBy,
    /// It is a proof that is kept and not checked here.
    Proof,
}

impl What {
    /// The name for programs; `verify-NAME` in the catalogue.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Unread => "unread",
            Self::BadLine => "bad-line",
            Self::ListedTwice => "listed-twice",
            Self::NoManifest => "no-manifest",
            Self::Oxum => "oxum",
            Self::BadDeclaration => "bad-declaration",
            Self::Misnamed => "misnamed",
            Self::LogBroken => "log-broken",
            Self::Archive => "archive",
            Self::Count => "count",
            Self::UnknownAlgorithm => "unknown-algorithm",
            Self::WeakAlgorithm => "weak-algorithm",
            Self::Fetch => "fetch",
            Self::Mark => "mark",
            Self::Version => "version",
            Self::Profile => "profile",
            Self::NotCovered => "not-covered",
            Self::PackedAgain => "packed-again",
            Self::OtherName => "other-name",
            Self::Encoding => "encoding",
            Self::SignatureWrong => "signature-wrong",
            Self::SignerUnknown => "signer-unknown",
            Self::SignerExpired => "signer-expired",
            Self::Unsigned => "unsigned",
            Self::Signed => "signed",
            Self::SignedBy => "signed-by",
            Self::Proof => "proof",
        }
    }

    /// Whether a bundle with it is not whole.
    #[must_use]
    pub const fn is_fault(self) -> bool {
        !matches!(
            self,
            Self::UnknownAlgorithm
                | Self::WeakAlgorithm
                | Self::Fetch
                | Self::Mark
                | Self::Version
                | Self::Profile
                | Self::NotCovered
                | Self::PackedAgain
                | Self::OtherName
                | Self::Encoding
                | Self::Signed
                | Self::SignedBy
                | Self::Proof
        )
    }
}

impl Note {
    pub(in crate::io::bundle) fn of(what: What, file: &str, detail: impl Into<String>) -> Self {
        Self {
            what,
            file: file.to_owned(),
            detail: detail.into(),
        }
    }

    /// The sentence of the catalogue.
    #[must_use]
    pub fn sentence(&self, words: &Catalogue) -> String {
        let key = format!("verify-{}", self.what.code());
        words.with(
            &key,
            args!(file: self.file.as_str(), detail: self.detail.as_str()),
        )
    }
}
