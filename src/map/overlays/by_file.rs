//! Marks in the colours of their files, where several are open: this overlay is its switch, and says so.
//!
//! The colour of a mark of several records is that of their file where all are of one. A mark that counts records without
//! listing them knows no file: it is grey.

use egui::Color32;

use crate::query::marks::Mark;

use super::{
    super::{frame::MapFrame, input::MapInput},
    Legend, Overlay, OverlayKind, Swatch, Switch,
};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: ID,
    switch: Some(Switch {
        name: "action-by-file",
        keys: &[],
        is_on_at_first: false,
        button: None,
        option: Some("by-file"),
    }),
    help: &[],
    new: || Box::new(ByFile),
};

/// Names it.
pub const ID: &str = "by-file";

/// Files whose colours the legend shows.
const SHOWN: usize = 9;

/// Whether marks have the colours of their files.
fn is_on(input: &MapInput<'_>) -> bool {
    input.overlays.is_on(ID) && input.dataset.parts().len() > 1
}

/// Returns the colour of a mark's file; `None`: marks have the colours of their layers.
pub(super) fn colour_of(input: &MapInput<'_>, mark: &Mark) -> Option<Color32> {
    is_on(input).then(|| input.theme.file(input.dataset.part_of(mark.row)))
}

/// Returns the colour of the file that all of some marks are of, grey where they are of several or not listed; `None`: marks
/// have the colours of their layers.
pub(super) fn colour_of_all<'a>(
    input: &MapInput<'_>,
    marks: impl Iterator<Item = &'a Mark>,
) -> Option<Color32> {
    if !is_on(input) {
        return None;
    }
    let mut files = marks.map(|mark| input.dataset.part_of(mark.row));
    let first = files.next();
    let only = first.filter(|first| files.all(|file| file == *first));
    Some(only.map_or(input.theme.palette.text_weak, |file| input.theme.file(file)))
}

struct ByFile;

impl Overlay for ByFile {
    fn legend(&self, frame: &MapFrame<'_>) -> Option<Legend> {
        let input = frame.input;
        let swatch = |file| Swatch {
            fill: input.theme.file(file),
            inside: None,
            count: None,
        };
        let files = input.dataset.parts().len().min(SHOWN);
        is_on(input).then(|| Legend {
            title: "map-by-file-title",
            swatches: (0..files).map(swatch).collect(),
            note: input.words.get("map-by-file-key").to_owned(),
        })
    }
}
