//! Which rows are in view. Places are row numbers: points of millions of rows would be too many for
//! the numbers that egui counts in.

use egui::{CornerRadius, Id, Rect, Sense, Ui, pos2};

use crate::ui::PanelContext;

/// Least height of the handle of the bar in points.
const HANDLE: f64 = 24.0;

/// Where a list of rows is scrolled to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scroll {
    /// The row at the top, with the part of it that is above.
    top: f64,
    /// All rows.
    count: usize,
    /// Rows in view, with parts.
    seen: f64,
}

impl Scroll {
    /// Where `count` rows of which `seen` fit in view are scrolled to.
    pub(super) fn load(ui: &Ui, id: Id, count: usize, seen: f64) -> Self {
        let top = ui.data(|data| data.get_temp::<f64>(id)).unwrap_or_default();
        Self { top, count, seen }.within_bounds()
    }

    /// Remembers it for the next frame.
    pub(super) fn store(self, ui: &Ui, id: Id) {
        ui.data_mut(|data| data.insert_temp(id, self.top));
    }

    fn last_top(&self) -> f64 {
        (self.count as f64 - self.seen).max(0.0)
    }

    fn within_bounds(mut self) -> Self {
        self.top = self.top.clamp(0.0, self.last_top());
        self
    }

    /// Moves by so many rows; down when positive.
    pub(super) fn by(&mut self, rows: f64) {
        self.top += rows;
        *self = self.within_bounds();
    }

    /// Brings a row into view, if it is not.
    pub(super) fn reveal(&mut self, index: usize) {
        let index = index as f64;
        if index < self.top {
            self.top = index;
        } else if index + 1.0 > self.top + self.seen {
            self.top = index + 1.0 - self.seen;
        }
        *self = self.within_bounds();
    }

    /// Brings a row into the middle of the view, if it is not in view.
    pub(super) fn centre(&mut self, index: usize) {
        let place = index as f64;
        if place < self.top || place + 1.0 > self.top + self.seen {
            self.top = place - (self.seen - 1.0) / 2.0;
            *self = self.within_bounds();
        }
    }

    /// The rows in view, and how many points above the view the first begins.
    pub(super) fn rows(&self, height: f32) -> (std::ops::Range<usize>, f32) {
        let first = self.top.floor();
        let above = ((self.top - first) * f64::from(height)) as f32;
        let last = (self.top + self.seen).ceil().max(0.0) as usize;
        (first as usize..last.min(self.count), above)
    }

    /// Draws the bar and lets it be dragged.
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, context: &PanelContext<'_>, bar: Rect, id: Id) {
        if self.last_top() <= 0.0 {
            return;
        }
        let response = ui.interact(bar, id, Sense::DRAG | Sense::CLICK);
        let length = f64::from(bar.height());
        let handle = (length * self.seen / self.count as f64)
            .max(HANDLE)
            .min(length);
        let free = (length - handle).max(1.0);
        if let Some(pointer) = response.interact_pointer_pos() {
            // A press beside the handle brings its middle there; a drag then moves with the pointer.
            let grip = f64::from(pointer.y - bar.top()) - handle / 2.0;
            if response.drag_started() || response.clicked() {
                let begin = self.top / self.last_top() * free;
                let on_handle = (grip - begin).abs() <= handle / 2.0;
                let held = if on_handle { grip - begin } else { 0.0 };
                ui.data_mut(|data| data.insert_temp(id, held));
            }
            let held: f64 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
            self.top = (grip - held) / free * self.last_top();
            *self = self.within_bounds();
        }
        let begin = (self.top / self.last_top() * free) as f32;
        let is_live = response.hovered() || response.dragged();
        let margin = if is_live { 2.0 } else { 3.5 };
        let knob = Rect::from_min_max(
            pos2(bar.left() + margin, bar.top() + begin),
            pos2(bar.right() - margin, bar.top() + begin + handle as f32),
        );
        let palette = context.theme.palette;
        let colour = if is_live {
            palette.text_weak
        } else {
            palette.outline_strong
        };
        ui.painter()
            .rect_filled(knob, CornerRadius::same(4), colour);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn scroll(top: f64) -> Scroll {
        Scroll {
            top,
            count: 10_000_000,
            seen: 10.5,
        }
    }

    #[test]
    fn the_last_rows_of_millions_stand_as_exactly_as_the_first() {
        let mut at_end = scroll(0.0);
        at_end.by(f64::INFINITY);
        let (rows, above) = at_end.rows(26.0);
        assert_eq!(rows, 9_999_989..10_000_000);
        assert!((above - 13.0).abs() < 1e-3);
    }

    #[test]
    fn a_row_is_brought_into_view_only_when_it_is_not() {
        let mut scroll = scroll(100.0);
        scroll.reveal(105);
        assert_eq!(scroll.rows(1.0).0, 100..111);
        scroll.reveal(111);
        assert_eq!(scroll.rows(1.0).0, 101..112);
        scroll.reveal(3);
        assert_eq!(scroll.rows(1.0).0, 3..14);
        scroll.centre(5_000);
        assert!(scroll.rows(1.0).0.contains(&5_000));
    }

    #[test]
    fn few_rows_are_not_scrolled() {
        let mut few = Scroll {
            top: 0.0,
            count: 3,
            seen: 10.0,
        };
        few.by(5.0);
        assert_eq!(few.rows(26.0), (0..3, 0.0));
    }
}
