//! Reading a bundle again: is everything there as it was sealed?
//!
//! [`verify`] takes a bundle, a bag of another program (a ZIP archive or a folder) or an exported GeoJSON file. It reads
//! every byte once, unpacks nothing to disk and fetches nothing. What is wrong is a [`Note`] that names its file; what
//! cannot be looked at at all (a name that leads out of the bag, a bomb) is a [`VerifyRefusal`].

mod bag;
mod container;
mod exported;
mod hashing;
mod layout;
mod names;
mod notes;
mod refusal;
mod signed;
mod tags;

use std::{
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
};

pub use self::{
    notes::{Note, What},
    refusal::{RefusalReason, VerifyRefusal},
};
use super::{
    TAG_MANIFEST,
    beside::{PROOF, SIGNATURE, path_of},
};
use crate::{
    io::{
        error::{ReadError, ReadErrorKind},
        formats::unzip::is_archive,
    },
    text::{Catalogue, args},
    work::Progress,
};

/// What was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerifiedKind {
    /// A bundle of this program.
    Bundle,
    /// A bag of another program.
    Bag,
    /// A file that this program exported.
    Export,
}

impl VerifiedKind {
    /// The name for programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bundle => "bundle",
            Self::Bag => "bag",
            Self::Export => "export",
        }
    }
}

/// Bytes in a megabyte, as sizes are told.
const MEGABYTE: f64 = 1e6;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What was verified.
    pub kind: VerifiedKind,
    /// Files that were read.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// What is wrong or worth knowing, file by file.
    pub notes: Vec<Note>,
}

impl Verdict {
    /// Whether everything is there as it was sealed.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.faults().next().is_none()
    }

    /// In one sentence of the catalogue about `file`: whether it is whole.
    #[must_use]
    pub fn sentence(&self, file: &Path, words: &Catalogue) -> String {
        let megabytes = format!("{:.1}", self.bytes as f64 / MEGABYTE);
        let key = if self.is_whole() {
            "verify-whole"
        } else {
            "verify-broken"
        };
        words.with(
            key,
            args!(
                file: file.display().to_string(),
                files: self.files,
                faults: self.faults().count(),
                megabytes: megabytes,
            ),
        )
    }

    /// What is wrong.
    pub fn faults(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(|note| note.what.is_fault())
    }
}

/// Why nothing can be said of it.
#[derive(Debug)]
pub enum VerifyError {
    /// It is not looked at.
    Refused(VerifyRefusal),
    /// It cannot be read.
    Read(ReadError),
}

impl From<VerifyRefusal> for VerifyError {
    fn from(refusal: VerifyRefusal) -> Self {
        Self::Refused(refusal)
    }
}

impl VerifyError {
    /// The sentence of the catalogue about `file`.
    #[must_use]
    pub fn sentence(&self, file: &Path, words: &Catalogue) -> String {
        match self {
            Self::Refused(refusal) => refusal.sentence(file, words),
            Self::Read(error) => error.sentence(words),
        }
    }

    /// Whether it was cancelled, so that nothing is wrong.
    #[must_use]
    pub const fn is_cancelled(&self) -> bool {
        matches!(self, Self::Read(error) if error.is_cancelled())
    }
}

/// Something that was verified.
#[derive(Debug)]
pub struct Verified {
    /// Where it is.
    pub path: PathBuf,
    /// What came of it.
    pub result: Result<Verdict, VerifyError>,
}

impl Verified {
    /// Whether everything is there as it was sealed.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.result.as_ref().is_ok_and(Verdict::is_whole)
    }

    /// Whether it was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.result.as_ref().is_err_and(VerifyError::is_cancelled)
    }

    /// What came of it in one sentence of the catalogue, by the name of the file alone.
    #[must_use]
    pub fn sentence(&self, words: &Catalogue) -> String {
        let name = Path::new(self.path.file_name().unwrap_or_default());
        match &self.result {
            Ok(verdict) => verdict.sentence(name, words),
            Err(error) => error.sentence(name, words),
        }
    }
}

/// What stands beside a bundle. What is not named is looked for under the name of the bundle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignatureFiles {
    /// The signature.
    pub signature: Option<PathBuf>,
    /// Who may have signed: a file of allowed signers. With one, a bundle without a signature is not whole.
    pub signers: Option<PathBuf>,
}

/// Verifies the bundle, the bag, its folder or the exported file at `path`; `progress` counts bytes.
///
/// # Errors
/// When it cannot be read or is not looked at.
pub fn verify(
    path: &Path,
    beside: &SignatureFiles,
    progress: &Progress,
) -> Result<Verdict, VerifyError> {
    let failed = |kind: ReadErrorKind| {
        VerifyError::Read(ReadError {
            file: path.display().to_string(),
            kind,
        })
    };
    let metadata = fs::metadata(path).map_err(|error| failed(error.into()))?;
    let result = if metadata.is_dir() {
        let container = container::Container::folder(path, progress)?;
        with_beside(path, &container, beside, progress)
    } else {
        let mut head = Vec::new();
        let file = File::open(path).map_err(|error| failed(error.into()))?;
        let read = file.take(4).read_to_end(&mut head);
        read.map_err(|error| failed(error.into()))?;
        // An archive without a file is its end alone.
        if is_archive(&head) || head.starts_with(b"PK\x05\x06") {
            with_beside(
                path,
                &container::Container::archive(path)?,
                beside,
                progress,
            )
        } else {
            exported::verify(path, progress)
        }
    };
    if progress.is_cancelled() {
        return Err(failed(ReadErrorKind::Cancelled));
    }
    result
}

/// A bag and what stands beside it.
fn with_beside(
    path: &Path,
    container: &container::Container,
    beside: &SignatureFiles,
    progress: &Progress,
) -> Result<Verdict, VerifyError> {
    let mut verdict = bag::verify(container, progress)?;
    let beside_it = |ending: &str| {
        let path = path_of(path, ending);
        path.is_file().then_some(path)
    };
    let signature = beside.signature.clone().or_else(|| beside_it(SIGNATURE));
    match (signature, container.find(TAG_MANIFEST)) {
        (Some(signature), Some(list)) => {
            let text = container.bytes(list)?;
            let signers = beside.signers.as_deref();
            verdict
                .notes
                .push(signed::check(&signature, &text, signers)?);
        }
        _ if beside.signers.is_some() => {
            verdict
                .notes
                .push(Note::of(What::Unsigned, TAG_MANIFEST, ""));
        }
        _ => {}
    }
    if let Some(proof) = beside_it(PROOF) {
        let name = proof.file_name().unwrap_or_default().to_string_lossy();
        verdict.notes.push(Note::of(What::Proof, &name, ""));
    }
    Ok(verdict)
}
