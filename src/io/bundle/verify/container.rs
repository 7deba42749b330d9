//! What the files of a bag lie in: a ZIP archive or a folder. Nothing is unpacked to disk, no link is followed.

use std::{
    fs::{self, File},
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use zip::{CompressionMethod, ZipArchive, read::ZipFileEntry, result::ZipError};

use super::{
    RefusalReason, VerifyError, VerifyRefusal,
    hashing::{Algorithm, FileDigests, digests},
    layout::{ZipEntry, is_as_packed},
    names,
};
use crate::{
    io::{
        bundle::parts::ByteMeter,
        error::{ReadError, ReadErrorKind},
    },
    work::Progress,
};

/// Times that a file may be as long as it is packed, once it is long.
const MOST_TIMES: u64 = 200;
const ALWAYS_READ: u64 = 64 << 20;
/// The longest list of digests that is read, in bytes.
const LONGEST_TAG: u64 = 512 << 20;
/// The most files there may be.
const MOST_FILES: usize = 4_000_000;

/// A file of a bag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BagFile {
    /// Its path below the folder that is the bag.
    pub(super) path: String,
    /// How long it says that it is.
    pub(super) bytes: u64,
    /// Its place in an archive.
    index: usize,
}

/// The files of a bag.
pub(super) struct Container {
    path: PathBuf,
    is_archive: bool,
    /// What stands before every path; the name of the folder on top and a slash.
    root: String,
    pub(super) entries: Vec<BagFile>,
    /// Whether the archive agrees with itself about its files.
    pub(super) is_consistent: bool,
    /// Whether it is laid out as this program packs it.
    pub(super) is_as_packed: bool,
}

/// A file that could not be read to its end.
pub(super) struct Unread;

/// What came of reading a file.
pub(super) type Hashed = Result<(u64, FileDigests), Unread>;

type Archive = ZipArchive<BufReader<File>>;

impl Container {
    /// The files of an archive.
    pub(super) fn archive(path: &Path) -> Result<Self, VerifyError> {
        let mut archive = open(path).map_err(|kind| unread(path, kind))?;
        if archive.has_duplicate_names() {
            return Err(VerifyRefusal::of(RefusalReason::Twice, "").into());
        }
        if archive.has_overlapping_entries().unwrap_or(true) {
            return Err(VerifyRefusal::of(RefusalReason::Overlap, "").into());
        }
        let mut entries = Vec::new();
        let mut names = Vec::new();
        let mut stored = Vec::new();
        for index in 0..archive.len() {
            let damaged = |_| unread(path, ReadErrorKind::Packed(0));
            let file = archive.by_index_data(index).map_err(damaged)?;
            let name = file.name().map_err(damaged)?.into_owned();
            if let Some(why) = refused(&file, &name) {
                return Err(VerifyRefusal::of(why, &name).into());
            }
            stored.push(ZipEntry {
                name: name.clone(),
                crc: file.crc32(),
                bytes: file.size(),
            });
            if !file.is_dir() {
                entries.push(BagFile {
                    path: name.clone(),
                    bytes: file.size(),
                    index,
                });
            }
            names.push(name);
        }
        names::check_twins(names.iter().map(String::as_str))?;
        let is_consistent = archive.validate_header_consistency().is_ok();
        let is_as_packed = is_as_packed(&mut archive.into_inner(), &stored);
        let mut container = Self {
            path: path.to_path_buf(),
            is_archive: true,
            root: String::new(),
            entries,
            is_consistent,
            is_as_packed,
        };
        container.find_root();
        Ok(container)
    }

    /// The files of a folder.
    pub(super) fn folder(path: &Path, progress: &Progress) -> Result<Self, VerifyError> {
        let mut entries = Vec::new();
        let mut folders = vec![(path.to_path_buf(), String::new())];
        while let Some((folder, below)) = folders.pop() {
            if progress.is_cancelled() || entries.len() > MOST_FILES {
                break;
            }
            let failed = |error: io::Error| unread(&folder, error.into());
            for entry in fs::read_dir(&folder).map_err(failed)? {
                let entry = entry.map_err(failed)?;
                let name = format!("{below}{}", entry.file_name().to_string_lossy());
                let metadata = entry.metadata().map_err(failed)?;
                let kind = metadata.file_type();
                if kind.is_symlink() {
                    return Err(VerifyRefusal::of(RefusalReason::Link, &name).into());
                }
                if kind.is_dir() {
                    folders.push((entry.path(), format!("{name}/")));
                } else if kind.is_file() {
                    entries.push(BagFile {
                        path: name,
                        bytes: metadata.len(),
                        index: 0,
                    });
                } else {
                    return Err(VerifyRefusal::of(RefusalReason::Special, &name).into());
                }
            }
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        let mut container = Self {
            path: path.to_path_buf(),
            is_archive: false,
            root: String::new(),
            entries,
            is_consistent: true,
            is_as_packed: true,
        };
        container.find_root();
        Ok(container)
    }

    /// Takes the one folder on top away, where the bag is that folder.
    fn find_root(&mut self) {
        if self.find(super::super::DECLARATION).is_some() {
            return;
        }
        let first = self.entries.first().and_then(|it| it.path.split_once('/'));
        let Some(root) = first.map(|(folder, _)| format!("{folder}/")) else {
            return;
        };
        let is_all = self.entries.iter().all(|it| it.path.starts_with(&root));
        let declaration = format!("{root}{}", super::super::DECLARATION);
        if is_all && self.find(&declaration).is_some() {
            for entry in &mut self.entries {
                entry.path = entry.path.split_off(root.len());
            }
            self.root = root;
        }
    }

    /// The file of this path.
    pub(super) fn find(&self, path: &str) -> Option<&BagFile> {
        self.entries.iter().find(|entry| entry.path == path)
    }

    /// The bytes of a short file.
    pub(super) fn bytes(&self, entry: &BagFile) -> Result<Vec<u8>, VerifyError> {
        if entry.bytes > LONGEST_TAG {
            return Err(VerifyRefusal::of(RefusalReason::TooLong, &entry.path).into());
        }
        let mut bytes = Vec::new();
        let mut archive = self.reader().map_err(|kind| unread(&self.path, kind))?;
        let read = self.with_file(archive.as_mut(), entry, &mut |reader| {
            reader.take(LONGEST_TAG).read_to_end(&mut bytes).map(drop)
        });
        read.map(|()| bytes)
            .map_err(|error| unread(&self.path.join(&entry.path), error.into()))
    }

    /// Reads every file once, on every core; what came of each, in the order of `entries`.
    pub(super) fn hash_all(
        &self,
        algorithms: impl Fn(&BagFile) -> Vec<Algorithm> + Sync,
        meter: &ByteMeter<'_>,
    ) -> Vec<Hashed> {
        let shares = shares(&self.entries, rayon::current_num_threads());
        let hashed: Vec<Vec<Hashed>> = shares
            .into_par_iter()
            .map(|share| self.hash_share(share, &algorithms, meter))
            .collect();
        hashed.into_iter().flatten().collect()
    }

    fn hash_share(
        &self,
        share: &[BagFile],
        algorithms: &impl Fn(&BagFile) -> Vec<Algorithm>,
        meter: &ByteMeter<'_>,
    ) -> Vec<Hashed> {
        let Ok(mut archive) = self.reader() else {
            return share.iter().map(|_| Err(Unread)).collect();
        };
        let hash = |entry: &BagFile| {
            let mut found = None;
            let read = self.with_file(archive.as_mut(), entry, &mut |reader| {
                found = Some(digests(reader, &algorithms(entry), |bytes| {
                    let wanted = meter.step(bytes);
                    wanted.ok_or_else(|| io::Error::other("nobody waits for it"))
                })?);
                Ok(())
            });
            let whole = found.filter(|(bytes, _)| read.is_ok() && *bytes == entry.bytes);
            whole.ok_or(Unread)
        };
        share.iter().map(hash).collect()
    }

    fn reader(&self) -> Result<Option<Archive>, ReadErrorKind> {
        if self.is_archive {
            open(&self.path).map(Some)
        } else {
            Ok(None)
        }
    }

    fn with_file(
        &self,
        archive: Option<&mut Archive>,
        entry: &BagFile,
        read: &mut dyn FnMut(&mut dyn Read) -> io::Result<()>,
    ) -> io::Result<()> {
        let Some(archive) = archive else {
            let path = self.path.join(format!("{}{}", self.root, entry.path));
            return read(&mut File::open(path)?);
        };
        let mut file = archive.by_index(entry.index).map_err(io::Error::from)?;
        // A file that goes on behind its end is one byte too long, and that is enough to know.
        read(&mut (&mut file).take(entry.bytes.saturating_add(1)))
    }
}

fn open(path: &Path) -> Result<Archive, ReadErrorKind> {
    let file = File::open(path)?;
    let reader = BufReader::with_capacity(1 << 16, file);
    ZipArchive::new(reader).map_err(|error| match error {
        ZipError::Io(error) => error.into(),
        _ => ReadErrorKind::Packed(0),
    })
}

fn unread(path: &Path, kind: ReadErrorKind) -> VerifyError {
    VerifyError::Read(ReadError {
        file: path.display().to_string(),
        kind,
    })
}

/// Why a file of an archive, which is called `name`, is not looked at; `None`: it is.
fn refused(file: &ZipFileEntry<'_>, name: &str) -> Option<RefusalReason> {
    if let Some(why) = names::refused(name) {
        return Some(why);
    }
    let is_known = matches!(
        file.compression(),
        CompressionMethod::Stored | CompressionMethod::Deflated
    );
    let most = file.compressed_size().saturating_mul(MOST_TIMES);
    if file.is_symlink() {
        Some(RefusalReason::Link)
    } else if file.encrypted() {
        Some(RefusalReason::Encrypted)
    } else if !is_known {
        Some(RefusalReason::Method)
    } else if file.size() > most.max(ALWAYS_READ) {
        Some(RefusalReason::Bomb)
    } else {
        None
    }
}

/// Parts of a list, one behind the other, of about as many bytes each.
fn shares(entries: &[BagFile], count: usize) -> Vec<&[BagFile]> {
    let total: u64 = entries.iter().map(|entry| entry.bytes + 1).sum();
    let most = total / count.max(1) as u64 + 1;
    let mut shares = Vec::new();
    let (mut begin, mut bytes) = (0, 0);
    for (at, entry) in entries.iter().enumerate() {
        bytes += entry.bytes + 1;
        if bytes >= most {
            shares.extend(entries.get(begin..=at));
            (begin, bytes) = (at + 1, 0);
        }
    }
    shares.extend(entries.get(begin..).filter(|rest| !rest.is_empty()));
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_all_files_in_their_order() {
        let entry = |bytes| BagFile {
            path: String::new(),
            bytes,
            index: 0,
        };
        let entries: Vec<BagFile> = [5, 0, 100, 1, 1, 7].map(entry).to_vec();
        for count in [1, 2, 3, 10] {
            let shares = shares(&entries, count);
            assert_eq!(shares.concat(), entries);
            assert!(shares.len() <= count + 1);
        }
    }
}
