//! Writing a bundle.

use std::{fmt::Write as _, io, path::Path};

use serde_json::Value;
use zip::{CompressionMethod, DateTime, System, ZipWriter, write::SimpleFileOptions};

use super::{
    Copies, DATA, DECLARATION, INFO, MANIFEST, TAG_MANIFEST, annotations,
    copies::{self, Found},
    crate_metadata::{self, About},
    left_out,
    page::Page,
    parts::{ByteMeter, Part},
    safe::Safe,
    table,
};
use crate::{
    data::{FileOrigin, SourceFile},
    io::{
        Destination, WriteError, WriteErrorKind,
        change_log::LogFolder,
        error::ReadError,
        export::{Export, ExportedView, digests::DigestTiming, members},
        formats,
        save::{Saved, Target, save_to},
        views,
    },
    model::{Lang, RowId},
    session::View,
    work::Progress,
};

/// What is sealed, and what is said of it.
#[derive(Clone, Copy)]
pub struct Seal<'a> {
    /// The records. Its `view` is what the bundle opens with; without one, what its filter shows.
    pub export: Export<'a>,
    /// The day of sealing, `YYYY-MM-DD`: the only thing in a bundle that does not come from its input.
    pub day: &'a str,
    /// A licence in place of what the files state: a name of SPDX, an address or a text.
    pub license: Option<&'a str>,
    /// What the records were made of for publication; documents and log stay out of a bundle that has it.
    pub safe: Option<&'a Safe>,
}

/// The day that it is, in UTC, as [`Seal::day`] takes it.
#[must_use]
pub fn today() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%d").to_string()
}

/// What came of sealing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The file.
    pub saved: Saved,
    /// Records inside.
    pub records: usize,
    /// Files inside.
    pub files: usize,
    /// How the sources stand with their copies.
    pub copies: Copies,
    /// The text of [`TAG_MANIFEST`]: what a signature or a time stamp covers.
    pub tag_manifest: String,
}

/// Why a bundle could not be written.
#[derive(Debug)]
pub enum SealError {
    /// A log could not be read.
    Read(ReadError),
    /// The bundle could not be written.
    Write(WriteError),
}

impl From<WriteError> for SealError {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

impl Seal<'_> {
    /// Writes the bundle. Memory: what the largest part of the records takes, not the documents.
    ///
    /// # Errors
    /// When a log cannot be read, a document changes meanwhile or the bundle cannot be written; what stood there is as
    /// it was then.
    pub fn save(
        &self,
        destination: &Destination,
        progress: &Progress,
    ) -> Result<Sealed, SealError> {
        let log = self.log().map_err(SealError::Read)?;
        let folder = destination.path.parent().unwrap_or(Path::new(""));
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        let mut sealed = None;
        let saved = save_to(destination, |out| {
            if !out.can_go_back() {
                return Err(io::Error::from(io::ErrorKind::NotSeekable).into());
            }
            let meter = ByteMeter::of(progress);
            let mut staged = self.stage(folder, &log, &meter)?;
            let made = staged.parts.iter().map(|part| part.bytes);
            meter.expect(made.sum::<u64>());
            pack(&mut staged.parts, out, &meter)?;
            sealed = Some(staged);
            Ok(())
        })?;
        let staged = sealed.unwrap_or_default();
        Ok(Sealed {
            saved,
            records: staged.records,
            files: staged.parts.len(),
            copies: Copies::of(&staged.found),
            tag_manifest: staged.tag_manifest,
        })
    }

    /// The log of changes: that of each author, one behind the other.
    fn log(&self) -> Result<String, ReadError> {
        let mut text = String::new();
        if self.safe.is_some() {
            return Ok(text);
        }
        for part in self.export.dataset.parts() {
            if let FileOrigin::File(path) = &part.source {
                let log = LogFolder::beside(path).read()?;
                for author in log.authors.values() {
                    text.push_str(&author.to_text());
                }
            }
        }
        Ok(text)
    }

    /// Everything that goes into the bundle, in the order of its names.
    fn stage(
        &self,
        folder: &Path,
        log: &str,
        meter: &ByteMeter<'_>,
    ) -> Result<Staged, WriteErrorKind> {
        let view = View {
            filter: self.export.filter.clone(),
            ..View::default()
        };
        let shown = ExportedView {
            view: &view,
            lang: None,
            bookmarks: None,
        };
        let export = Export {
            view: Some(self.export.view.unwrap_or(&shown)),
            ..self.export
        };
        let rows = export.rows();
        let sources = match self.safe {
            None => sources_of(&export, &rows),
            Some(_) => Vec::new(),
        };
        let (found, mut parts) = copies::gather(export.dataset, sources, meter);
        let made = Made {
            seal: self,
            export: &export,
            rows: &rows,
            found: &found,
            folder,
            progress: &meter.progress.of_part(),
        };
        made.add(log, &mut parts)?;
        let tag_manifest = made.add_tags(&mut parts)?;
        meter.progress.check().ok_or(WriteErrorKind::Cancelled)?;
        if let Some(safe) = self.safe {
            for part in &mut parts {
                if part.has_line(|line| safe.secrets.find_in(line))? {
                    return Err(WriteErrorKind::Finer(part.name.as_str().into()));
                }
            }
        }
        parts.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Staged {
            records: rows.len(),
            parts,
            found,
            tag_manifest,
        })
    }
}

/// What goes into a bundle.
#[derive(Default)]
struct Staged {
    records: usize,
    parts: Vec<Part>,
    found: Vec<Found>,
    tag_manifest: String,
}

/// The entries of `sources` that go out with these rows.
fn sources_of(export: &Export<'_>, rows: &[RowId]) -> Vec<Value> {
    let members = members::members(export, rows, DigestTiming::Later);
    let list = members.iter().find(|(key, _)| key == "\"sources\"");
    let list = list.and_then(|(_, text)| serde_json::from_str(text).ok());
    match list {
        Some(Value::Array(list)) => list,
        _ => Vec::new(),
    }
}

/// What the made files are made of.
struct Made<'a> {
    seal: &'a Seal<'a>,
    export: &'a Export<'a>,
    rows: &'a [RowId],
    found: &'a [Found],
    folder: &'a Path,
    progress: &'a Progress,
}

impl Made<'_> {
    fn part(
        &self,
        name: &str,
        write: impl FnOnce(&mut dyn io::Write) -> Result<(), WriteErrorKind>,
    ) -> Result<Part, WriteErrorKind> {
        Part::made(&format!("{DATA}{name}"), self.folder, write)
    }

    fn text(&self, name: &str, text: &str) -> Result<Part, WriteErrorKind> {
        self.part(name, |out| Ok(out.write_all(text.as_bytes())?))
    }

    /// Adds what stands in the folder of what is sealed.
    fn add(&self, log: &str, parts: &mut Vec<Part>) -> Result<(), WriteErrorKind> {
        let (export, rows, progress) = (self.export, self.rows, self.progress);
        parts.push(self.part("records.geojson", |out| {
            export.write(&formats::GEOJSON, out, progress).map(drop)
        })?);
        let mut schema = None;
        let table = self.part("records.csv", |out| {
            schema = Some(table::write(export, rows, out, progress)?);
            Ok(())
        })?;
        if let Some(schema) = schema {
            parts.push(self.text("datapackage.json", &schema.text(&self.title(), &table))?);
        }
        parts.push(table);
        let view = export
            .view
            .map(|it| views::view_text(it.view, it.lang, None));
        parts.push(self.text("view.json", &format!("{}\n", view.unwrap_or_default()))?);
        parts.push(self.text("log.jsonl", log)?);
        parts.push(self.part("annotations.jsonld", |out| {
            annotations::write(export, rows, out, progress)
        })?);
        parts.push(self.part("left-out.csv", |out| {
            left_out::write(export, rows, self.found, out, progress)
        })?);
        if let Some(safe) = self.seal.safe {
            let report = format!("{:#}\n", safe.report);
            parts.push(self.text("publish-safe.json", &report)?);
        }
        let page = Page {
            export,
            rows,
            found: self.found,
            day: self.seal.day,
            is_safe: self.seal.safe.is_some(),
        };
        parts.push(self.text("method.txt", &page.text())?);
        parts.sort_by(|a, b| a.name.cmp(&b.name));
        let html = self.part("ro-crate-preview.html", |out| {
            page.write_html(parts, out, progress)
        })?;
        parts.push(html);
        let metadata = crate_metadata::text(&self.about(), parts, self.found);
        parts.push(self.text(crate_metadata::NAME, &metadata)?);
        Ok(())
    }

    fn title(&self) -> String {
        let titles = self.export.dataset.parts().iter();
        let titles: Vec<String> = titles.map(|part| part.title(Lang::En)).collect();
        titles.join(", ")
    }

    fn about(&self) -> About<'_> {
        let files = self.export.dataset.parts();
        let descriptions = files.iter().map(SourceFile::description);
        let descriptions: Vec<String> = descriptions
            .filter(|it| !it.is_empty())
            .map(|it| it.text(Lang::En).to_owned())
            .collect();
        let title = self.title();
        let stated = || {
            let stated = files.iter().filter_map(|part| part.members.get("license"));
            let mut stated: Vec<&str> = stated.filter_map(Value::as_str).collect();
            stated.dedup();
            (!stated.is_empty()).then(|| stated.join("; "))
        };
        About {
            description: if descriptions.is_empty() {
                title.clone()
            } else {
                descriptions.join("\n\n")
            },
            title,
            day: self.seal.day,
            license: self.seal.license.map(str::to_owned).or_else(stated),
        }
    }

    /// Adds what makes a bag of it; the text of the last list.
    fn add_tags(&self, parts: &mut Vec<Part>) -> Result<String, WriteErrorKind> {
        parts.sort_by(|a, b| a.name.cmp(&b.name));
        let bytes: u64 = parts.iter().map(|part| part.bytes).sum();
        let info = format!(
            "Bag-Software-Agent: {} {}\nBagging-Date: {}\nPayload-Oxum: {bytes}.{}\n",
            env!("CARGO_PKG_NAME"),
            env!("CARGO_PKG_VERSION"),
            self.seal.day,
            parts.len(),
        );
        let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
        let tags = [
            (INFO, info),
            (DECLARATION, declaration.to_owned()),
            (MANIFEST, list(parts)),
        ];
        let tags: Result<Vec<Part>, WriteErrorKind> = tags
            .iter()
            .map(|(name, text)| {
                Part::made(name, self.folder, |out| Ok(out.write_all(text.as_bytes())?))
            })
            .collect();
        let tags = tags?;
        let text = list(&tags);
        parts.extend(tags);
        parts.push(Part::made(TAG_MANIFEST, self.folder, |out| {
            Ok(out.write_all(text.as_bytes())?)
        })?);
        Ok(text)
    }
}

/// A manifest of these files.
fn list(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        let _ = writeln!(text, "{}  {}", part.sha256, part.name);
    }
    text
}

/// Packs files in their order.
fn pack(
    parts: &mut [Part],
    out: &mut Target<'_>,
    meter: &ByteMeter<'_>,
) -> Result<(), WriteErrorKind> {
    let mut archive = ZipWriter::new(out);
    for part in parts {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(0o644)
            .large_file(part.bytes >= u64::from(u32::MAX));
        archive
            .start_file(part.name.as_str(), options)
            .map_err(io::Error::from)?;
        part.write(&mut archive, meter)?;
    }
    archive.finish().map_err(io::Error::from)?;
    Ok(())
}
