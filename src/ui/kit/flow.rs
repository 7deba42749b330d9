//! Rows and columns in the direction of the language.

use egui::{Align, InnerResponse, Layout, Rect, RectAlign, Ui, UiBuilder, Vec2, vec2};

use crate::{text::Catalogue, theme::size};

/// Whether panels are laid out from the right.
#[must_use]
pub fn is_rtl(words: &Catalogue) -> bool {
    words.lang().is_rtl()
}

/// The layout of a column: at the right where the language begins there.
#[must_use]
pub fn column(words: &Catalogue) -> Layout {
    Layout::top_down(if is_rtl(words) {
        Align::Max
    } else {
        Align::Min
    })
}

/// The layout of a row with its things at one middle.
#[must_use]
pub fn row(words: &Catalogue) -> Layout {
    across(words, Align::Center)
}

/// The layout of a row with its things at one top.
#[must_use]
pub fn row_top(words: &Catalogue) -> Layout {
    across(words, Align::Min)
}

/// The other way: what comes first stands where a line ends.
#[must_use]
pub fn fill(words: &Catalogue) -> Layout {
    if is_rtl(words) {
        Layout::left_to_right(Align::Center)
    } else {
        Layout::right_to_left(Align::Center)
    }
}

fn across(words: &Catalogue, valign: Align) -> Layout {
    if is_rtl(words) {
        Layout::right_to_left(valign)
    } else {
        Layout::left_to_right(valign)
    }
}

/// The left edge of something `width` points wide that is painted `offset` points behind where
/// lines begin in `rect`.
#[must_use]
pub fn from_start(words: &Catalogue, rect: Rect, offset: f32, width: f32) -> f32 {
    if is_rtl(words) {
        rect.right() - offset - width
    } else {
        rect.left() + offset
    }
}

/// Below something, from where lines begin: where a list opens.
#[must_use]
pub fn below(words: &Catalogue) -> RectAlign {
    if is_rtl(words) {
        RectAlign::BOTTOM_END
    } else {
        RectAlign::BOTTOM_START
    }
}

/// A row of the whole width and at least `height` points.
pub fn block_row<R>(
    ui: &mut Ui,
    layout: Layout,
    height: f32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, layout, contents)
}

/// What a panel holds: it takes the room that there is, whatever its contents want, and nothing shows
/// beyond. So no content makes a panel wider than its edge was dragged.
pub fn confined(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let rect = ui.available_rect_before_wrap();
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).layout(*ui.layout()));
    inner.shrink_clip_rect(rect);
    contents(&mut inner);
    ui.advance_cursor_after_rect(rect);
}

/// A row of controls from where a line begins, over the whole width.
pub fn line<R>(ui: &mut Ui, words: &Catalogue, contents: impl FnOnce(&mut Ui) -> R) -> R {
    block_row(ui, row(words), size::TARGET, contents).inner
}

/// What stands at the end of a row; the first thing is the outermost.
pub fn line_end<R>(ui: &mut Ui, words: &Catalogue, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.with_layout(fill(words), contents).inner
}

/// A row that goes on below when it is full, with `gap` between its things.
pub fn wrapped_row<R>(
    ui: &mut Ui,
    words: &Catalogue,
    gap: Vec2,
    contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let layout = row(words).with_main_wrap(true);
    let size = vec2(ui.available_width(), 0.0);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.spacing_mut().item_spacing = gap;
        contents(ui)
    })
}
