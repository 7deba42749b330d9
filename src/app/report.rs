//! Reports: what the dialog has, and what is written on a thread of its own.

use std::{io::Write, sync::Arc};

use crate::{
    command::{Dialog, ReportCommand, ReportOptions},
    data::Dataset,
    io::{Destination, WriteError, WriteErrorKind, export::ExportWritten, save::save_to},
    map::basemap::Basemap,
    model::Switches,
    text::Locale,
    ui::report::{Report, ReportView},
    work::Progress,
};

use super::App;

/// All that a report is made from, as it was when it was asked for.
pub(super) struct ReportOrder {
    dataset: Arc<Dataset>,
    basemap: Arc<Basemap>,
    views: Vec<ReportView>,
    locales: Vec<Locale>,
    overlays: Switches,
}

impl ReportOrder {
    /// Makes it and writes it into a file, all or nothing.
    pub(super) fn save(
        &self,
        destination: &Destination,
        progress: &Progress,
    ) -> Result<ExportWritten, WriteError> {
        let report = Report {
            dataset: &self.dataset,
            basemap: &self.basemap,
            views: &self.views,
            locales: &self.locales,
            overlays: &self.overlays,
        };
        let mut records = 0;
        let saved = save_to(destination, |out| {
            let made = report.make(progress).ok_or(WriteErrorKind::Cancelled)?;
            records = made.records;
            Ok(out.write_all(made.html.as_bytes())?)
        })?;
        Ok(ExportWritten { records, saved })
    }
}

impl App {
    /// Carries out requests about reports.
    pub(super) fn apply_report(&mut self, command: ReportCommand) {
        let chrome = &mut self.state.chrome;
        match command {
            ReportCommand::Ask => {
                chrome.asked.report = Some(ReportOptions::of(chrome.words.lang()));
                chrome.dialog = Some(Dialog::Report);
            }
            ReportCommand::Set(options) => chrome.asked.report = Some(options),
        }
    }

    /// What is to be written: as the dialog had it.
    pub(super) fn report(&self) -> ReportOrder {
        let (document, chrome) = (&self.state.document, &self.state.chrome);
        let asked = chrome.asked.report.clone();
        let options = asked.unwrap_or_else(|| ReportOptions::of(chrome.words.lang()));
        let seen = options.has_view.then(|| ReportView::of_view(&self.view()));
        let kept = document.briefing.steps().iter();
        let kept = kept.filter(|_| options.has_bookmarks);
        let locale = |lang| Locale {
            lang,
            content: lang,
            digits: self.state.settings.digits,
        };
        ReportOrder {
            dataset: Arc::clone(&document.dataset),
            basemap: Arc::clone(self.map.basemap()),
            views: seen
                .into_iter()
                .chain(kept.map(ReportView::of_bookmark))
                .collect(),
            locales: options.langs.into_iter().map(locale).collect(),
            overlays: self.state.settings.overlays.clone(),
        }
    }
}
