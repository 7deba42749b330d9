//! The room on the screen that is taken, so that nothing is written over anything else.

use egui::Rect;

/// What is taken by the overlays above. It holds one rectangle for each thing, in points.
#[derive(Debug, Default)]
pub(super) struct Room {
    marks: Vec<Rect>,
    others: Vec<Rect>,
}

impl Room {
    /// Takes the room of marks: labels of areas keep off these alone, so that they stand still while stacks open.
    pub(super) fn take_marks(&mut self, rects: impl IntoIterator<Item = Rect>) {
        self.marks.extend(rects);
    }

    /// Takes any other room.
    pub(super) fn take(&mut self, rects: impl IntoIterator<Item = Rect>) {
        self.others.extend(rects);
    }

    /// Returns the room of marks.
    pub(super) fn marks(&self) -> &[Rect] {
        &self.marks
    }

    /// Returns all that is taken.
    pub(super) fn taken(&self) -> Vec<Rect> {
        [self.marks.as_slice(), &self.others].concat()
    }
}
