//! What is written to a file, and in which formats.

use std::path::{Path, PathBuf};

use crate::io::{
    export::changes,
    formats::{self, Format},
};

/// The ending of pictures.
const PNG: &str = "png";
/// The ending of sealed bundles.
const ZIP: &str = "zip";
/// The endings of reports.
const HTML: [&str; 2] = ["html", "htm"];

/// What is written to a file of the analyst's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exported {
    /// The records that are visible.
    Shown,
    /// The undated and the unplaced.
    Tray,
    /// What differs between two windows.
    Changes,
    /// A picture of the map.
    Picture,
    /// The records that are visible, sealed with their documents.
    Bundle,
    /// A report.
    Report,
}

impl Exported {
    /// Catalogue key of what the dialog is called.
    #[must_use]
    pub const fn title_key(self) -> &'static str {
        match self {
            Self::Shown => "path-export",
            Self::Tray => "tray-export",
            Self::Changes => "difference-export",
            Self::Picture => "picture-export",
            Self::Bundle => "bundle-export",
            Self::Report => "report-export",
        }
    }

    /// The formats to choose from; a picture and a report have only one, which is none of records.
    #[must_use]
    pub fn formats(self) -> Vec<&'static Format> {
        match self {
            Self::Shown | Self::Tray => formats::written().collect(),
            Self::Changes => changes::FORMATS.to_vec(),
            Self::Picture | Self::Bundle | Self::Report => Vec::new(),
        }
    }

    /// The format that the ending of a path asks for, if it is offered.
    #[must_use]
    pub fn format_of(self, path: &Path) -> Option<&'static Format> {
        formats::written_by_path(path).filter(|format| self.formats().contains(format))
    }

    /// Catalogue key of what `format` does not carry; nothing where it carries everything.
    #[must_use]
    pub fn loss_key(self, format: &Format) -> Option<&'static str> {
        if self == Self::Changes && *format == formats::CSV {
            return Some("export-loss-changes");
        }
        format.losses
    }

    /// Whether the ending of a path is one of its files'.
    #[must_use]
    pub fn accepts(self, path: &Path) -> bool {
        match self {
            Self::Picture | Self::Bundle | Self::Report => {
                let ending = path.extension().unwrap_or_default();
                let mut own = self.endings().into_iter();
                own.any(|known| ending.eq_ignore_ascii_case(known))
            }
            _ => self.format_of(path).is_some(),
        }
    }

    /// The usual endings of its files, the first of which is proposed.
    #[must_use]
    pub fn endings(self) -> Vec<&'static str> {
        match self {
            Self::Picture => vec![PNG],
            Self::Bundle => vec![ZIP],
            Self::Report => HTML.to_vec(),
            _ => self
                .formats()
                .iter()
                .map(|format| format.ending())
                .collect(),
        }
    }
}

/// `path` as a file of another format: with `wanted` in place of an ending that is there. A number behind a dot
/// is no ending.
#[must_use]
pub fn with_ending(path: &Path, wanted: &str) -> PathBuf {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    if path.file_name().is_none() {
        return path.to_path_buf();
    }
    if ending.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return path.with_extension(wanted);
    }
    let mut longer = path.as_os_str().to_owned();
    if !longer.to_string_lossy().ends_with('.') {
        longer.push(".");
    }
    longer.push(wanted);
    longer.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_format_changes_the_ending_and_nothing_else() {
        let kml = |path: &str| {
            let path = with_ending(Path::new(path), "kml");
            path.display().to_string()
        };
        assert_eq!(kml("/home/you/map.png"), "/home/you/map.kml");
        assert_eq!(kml("/home/you/map.KMZ"), "/home/you/map.kml");
        assert_eq!(kml("/home/you/map"), "/home/you/map.kml");
        assert_eq!(kml("/home/you/map."), "/home/you/map.kml");
        assert_eq!(kml("v1.2/mali 2.5"), "v1.2/mali 2.5.kml");
        assert_eq!(kml("/home/you/.."), "/home/you/..");
    }

    #[test]
    fn every_format_is_offered_for_records() {
        for format in formats::written() {
            let path = with_ending(Path::new("map"), format.ending());
            for what in [Exported::Shown, Exported::Tray] {
                assert_eq!(what.format_of(&path), Some(format));
                assert!(what.endings().contains(&format.ending()));
            }
        }
        let kml = Path::new("map.kml");
        assert_eq!(Exported::Changes.format_of(kml), None);
        assert!(Exported::Picture.accepts(Path::new("map.PNG")));
        assert!(Exported::Report.accepts(Path::new("mali.HTML")) && !Exported::Report.accepts(kml));
        assert!(!Exported::Picture.accepts(kml) && !Exported::Shown.accepts(Path::new("map.png")));
    }
}
