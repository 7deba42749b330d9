//! Why something is not looked at.

use std::path::Path;

use crate::text::{Catalogue, args};

/// Why something is not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyRefusal {
    /// Why.
    pub why: RefusalReason,
    /// The file in it.
    pub inside: String,
}

/// Why something is not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalReason {
    /// It is no bag and no file that was exported.
    NoBag,
    /// A name begins at the root or names a drive.
    Absolute,
    /// A name leads out of the bag.
    Parent,
    /// Two files have one name.
    Twice,
    /// Two names differ only in capitals or in how letters are put together.
    CaseTwin,
    /// It is a link.
    Link,
    /// It is neither a file nor a folder.
    Special,
    /// It unpacks to far more than itself.
    Bomb,
    /// Two files lie on the same bytes.
    Overlap,
    /// It is encrypted.
    Encrypted,
    /// It is packed in a way that is not known.
    Method,
    /// A list is too long.
    TooLong,
}

impl RefusalReason {
    const fn code(self) -> &'static str {
        match self {
            Self::NoBag => "no-bag",
            Self::Absolute => "absolute",
            Self::Parent => "parent",
            Self::Twice => "twice",
            Self::CaseTwin => "case-twin",
            Self::Link => "link",
            Self::Special => "special",
            Self::Bomb => "bomb",
            Self::Overlap => "overlap",
            Self::Encrypted => "encrypted",
            Self::Method => "method",
            Self::TooLong => "too-long",
        }
    }
}

impl VerifyRefusal {
    pub(in crate::io::bundle) fn of(why: RefusalReason, inside: &str) -> Self {
        let inside = inside.to_owned();
        Self { why, inside }
    }

    /// The sentence of the catalogue about `file`.
    #[must_use]
    pub fn sentence(&self, file: &Path, words: &Catalogue) -> String {
        let key = format!("verify-refused-{}", self.why.code());
        let file = file.display().to_string();
        words.with(&key, args!(file: file, inside: self.inside.as_str()))
    }
}
