//! Long lists: only what is seen is drawn.

use std::ops::Range;

use egui::{Rect, Sense, Ui, UiBuilder, pos2, vec2};

/// Makes room for `count` rows of `height` points each and lets `contents` draw those in view. The
/// answer is the room of all of them.
///
/// A row may be one widget; what it has more needs ids of its own, so that a row keeps its ids, and the
/// focus with them, while the list is scrolled.
pub fn virtual_rows(
    ui: &mut Ui,
    height: f32,
    count: usize,
    contents: impl FnOnce(&mut Ui, Range<usize>),
) -> Rect {
    let size = vec2(ui.available_width(), height * count as f32);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let seen = ui.clip_rect().y_range();
    let rows = rows_in(rect.top(), height, count, seen.min, seen.max);
    let top = rect.top() + height * rows.start as f32;
    let bottom = rect.top() + height * rows.end as f32;
    let max_rect = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), bottom));
    let builder = UiBuilder::new().max_rect(max_rect).layout(*ui.layout());
    // Made for no rows as well: ids are counted.
    let mut inner = ui.new_child(builder);
    inner.spacing_mut().item_spacing.y = 0.0;
    inner.skip_ahead_auto_ids(rows.start);
    contents(&mut inner, rows);
    rect
}

/// The rows of a list that begins at `top` that lie between `seen_top` and `seen_bottom`.
fn rows_in(top: f32, height: f32, count: usize, seen_top: f32, seen_bottom: f32) -> Range<usize> {
    let first = ((seen_top - top) / height).floor().max(0.0) as usize;
    let last = ((seen_bottom - top) / height).ceil().max(0.0) as usize;
    first.min(count)..last.min(count)
}

#[cfg(test)]
mod tests {
    use super::rows_in;

    #[test]
    fn only_rows_in_view_are_drawn() {
        assert_eq!(rows_in(100.0, 20.0, 1_000_000, 0.0, 500.0), 0..20);
        assert_eq!(rows_in(-1000.0, 20.0, 1_000_000, 0.0, 100.0), 50..55);
        assert_eq!(rows_in(600.0, 20.0, 10, 0.0, 500.0), 0..0);
        assert_eq!(rows_in(-1000.0, 20.0, 10, 0.0, 500.0), 10..10);
    }
}
