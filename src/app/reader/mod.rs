//! The documents that are read beside the records: opened off the drawing thread, and shown in a pane.

mod cites;
mod code;

use std::{ops::Range, path::PathBuf, sync::Arc};

use crate::{
    command::{PathUse, ReaderCommand},
    data::Dataset,
    io::{ReadError, ReadErrorKind, Watch, document::read_document},
    query::known_names,
    session::{DeskDocument, DeskLabel, ReadingDesk},
    suggest::suggest,
    ui::{Cite, ReaderView, notice::Tone},
    work::{BackgroundQuery, Ended, Job, Progress, Room},
};

use super::{App, open_files::names};

/// The pane, whatever records are open.
#[derive(Default)]
pub(super) struct ReaderPane {
    desk: ReadingDesk,
    is_open: bool,
    jobs: Vec<Job<Result<DeskDocument, ReadError>>>,
    /// Which records rest on which words of which document, of which dataset.
    cites: BackgroundQuery<(u64, String), Vec<Cite>>,
    /// Where the text is to be scrolled to, and the how-manieth time.
    reveal: (u64, usize),
}

impl ReaderPane {
    /// What panels may see of it.
    pub(super) fn view(&self, dataset: &Dataset) -> ReaderView<'_> {
        let of = |document: &DeskDocument| (dataset.revision(), document.label.sha256.clone());
        let cites = self
            .desk
            .shown()
            .and_then(|it| self.cites.answer_to(&of(it)));
        ReaderView {
            is_open: self.is_open,
            is_reading: !self.jobs.is_empty(),
            desk: &self.desk,
            cites: cites.map_or(&[], Vec::as_slice),
            reveal: self.reveal,
        }
    }

    /// Finds out which records rest on the document that is shown, where that is not known.
    pub(super) fn keep_cites(&mut self, room: &Room, dataset: &Arc<Dataset>) {
        self.cites.poll();
        let Some(document) = self.desk.shown().filter(|_| self.is_open) else {
            return;
        };
        let question = (dataset.revision(), document.label.sha256.clone());
        if !self.cites.wants(&question, |_| false) {
            return;
        }
        let (dataset, document) = (Arc::clone(dataset), document.clone());
        self.cites.start(room, "cites", question, move |progress| {
            cites::cites_of(&dataset, &document, progress)
        });
    }

    /// Scrolls to a place of the text.
    const fn reveal(&mut self, at: usize) {
        self.reveal = (self.reveal.0 + 1, at);
    }

    fn choose(&mut self, range: Option<Range<usize>>) {
        if let Some(document) = self.desk.shown_mut() {
            document.choose(range);
        }
    }

    /// Changes what is chosen and scrolls there.
    fn move_choice(&mut self, change: impl FnOnce(&mut DeskDocument)) {
        let Some(document) = self.desk.shown_mut() else {
            return;
        };
        change(document);
        if let Some(chosen) = document.chosen().cloned() {
            self.is_open = true;
            self.reveal(chosen.start);
        }
    }
}

impl App {
    pub(super) fn apply_reader(&mut self, command: ReaderCommand) {
        let pane = &mut self.state.reader;
        match command {
            ReaderCommand::Ask => self.pick(PathUse::Document),
            ReaderCommand::Open(paths) => self.read_documents(paths),
            ReaderCommand::Toggle if pane.desk.documents().is_empty() && !pane.is_open => {
                self.pick(PathUse::Document);
            }
            ReaderCommand::Toggle => pane.is_open ^= true,
            ReaderCommand::Show(at) => pane.desk.show(at),
            ReaderCommand::Close(at) => {
                pane.desk.close(at);
                pane.is_open &= !pane.desk.documents().is_empty();
            }
            ReaderCommand::Choose(range) => pane.choose(range),
            ReaderCommand::Step { forward } => pane.move_choice(|document| document.step(forward)),
            ReaderCommand::Extend { is_longer } => pane.move_choice(|it| it.extend(is_longer)),
            ReaderCommand::Words => self.show_words(),
            ReaderCommand::Code(coding) => self.code(coding),
        }
    }

    /// Reads documents off the drawing thread, each with what is proposed of its words.
    pub(super) fn read_documents(&mut self, paths: Vec<PathBuf>) {
        for path in paths {
            let dataset = Arc::clone(&self.state.document.dataset);
            let name = names(std::slice::from_ref(&path));
            let job = self
                .room
                .start("read-document", name.clone(), move |progress| {
                    read_for_desk(&path, name, &dataset, progress)
                });
            self.state.reader.jobs.push(job);
        }
    }

    /// Takes in documents that have been read.
    pub(super) fn take_documents(&mut self) {
        for ended in Job::take_all_ended(&mut self.state.reader.jobs) {
            match ended {
                Ended::Done(Ok(document)) => {
                    let pane = &mut self.state.reader;
                    pane.desk.put(document);
                    pane.is_open = true;
                    pane.reveal(0);
                }
                Ended::Done(Err(error)) if error.is_cancelled() => {}
                Ended::Done(Err(error)) => {
                    let sentence = error.sentence(&self.state.chrome.words);
                    self.state.notices.post(Tone::Error, sentence);
                }
                Ended::Died => self.say(Tone::Error, "file-stopped"),
            }
        }
    }

    /// Shows the words that the selected record rests on.
    fn show_words(&mut self) {
        let Some(row) = self.state.document.selection.selected else {
            return self.say(Tone::Warning, "edit-select-first");
        };
        let view = self.state.reader.view(&self.state.document.dataset);
        let cite = view.cites.iter().find(|cite| cite.row == row).cloned();
        let Some(cite) = cite else {
            return self.say(Tone::Warning, "reader-no-words");
        };
        let pane = &mut self.state.reader;
        pane.is_open = true;
        let Some(document) = pane.desk.shown_mut() else {
            return;
        };
        let paragraph = document.paragraphs().get(cite.paragraph).cloned();
        if let Some(range) = cite.range.or(paragraph) {
            document.choose(Some(range.clone()));
            pane.reveal(range.start);
        }
    }
}

fn read_for_desk(
    path: &std::path::Path,
    name: String,
    dataset: &Dataset,
    progress: &Progress,
) -> Result<DeskDocument, ReadError> {
    let received = read_document(path, &Watch::of(progress))?;
    let document = received.document;
    let label = DeskLabel {
        name,
        sha256: received.sha256,
        format: document.format,
        untold: document.untold,
        lang: document.language,
        published: document.published.map(|found| found.value),
    };
    let known = known_names(dataset, progress).ok_or_else(|| ReadError {
        file: path.display().to_string(),
        kind: ReadErrorKind::Cancelled,
    })?;
    let suggestions = suggest(&document.text, label.lang, label.published_bounds(), &known);
    Ok(DeskDocument::new(label, &document.text, suggestions))
}
