//! The room on the screen that is taken, so that nothing is written over anything else.

use egui::Rect;

use super::super::basemap::labels::Ring;

/// A mark that has a name of its own.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NamedMark {
    /// The room of the mark, as it was taken.
    pub(super) rect: Rect,
    /// What its place is called.
    pub(super) name: String,
    /// Whether that is in another language than the one asked for.
    pub(super) is_fallback: bool,
}

/// What is taken by the overlays above. It holds one rectangle for each thing, in points.
#[derive(Debug, Default)]
pub(super) struct OccupiedSpace {
    marks: Vec<Rect>,
    others: Vec<Rect>,
    opened: Vec<Rect>,
    named: Vec<NamedMark>,
    rings: Vec<Ring>,
}

impl OccupiedSpace {
    /// Takes the room of marks.
    pub(super) fn take_marks(&mut self, rects: impl IntoIterator<Item = Rect>) {
        self.marks.extend(rects);
    }

    /// Takes the room of what is open: labels of areas do not keep off it, so that they stand still while stacks open.
    pub(super) fn take_opened(&mut self, rects: impl IntoIterator<Item = Rect>) {
        self.opened.extend(rects);
    }

    /// Lets marks be named beside them, the most important first.
    pub(super) fn name_marks(&mut self, marks: impl IntoIterator<Item = NamedMark>) {
        self.named.extend(marks);
    }

    /// Returns the marks that have names.
    pub(super) fn named_marks(&self) -> &[NamedMark] {
        &self.named
    }

    /// Draws lines that names do not cross where they have other room.
    pub(super) fn draw_rings(&mut self, rings: impl IntoIterator<Item = Ring>) {
        self.rings.extend(rings);
    }

    /// Returns the lines that are drawn.
    pub(super) fn rings(&self) -> &[Ring] {
        &self.rings
    }

    /// Takes any other room.
    pub(super) fn take(&mut self, rects: impl IntoIterator<Item = Rect>) {
        self.others.extend(rects);
    }

    /// Returns all that is taken but for what is open.
    pub(super) fn steady(&self) -> Vec<Rect> {
        [self.marks.as_slice(), &self.others].concat()
    }

    /// Returns all that is taken.
    pub(super) fn taken(&self) -> Vec<Rect> {
        [self.marks.as_slice(), &self.others, &self.opened].concat()
    }
}
