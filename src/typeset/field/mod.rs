//! A field for one line of text in either direction.
//!
//! egui's own editor knows one direction only. This one keeps the text in logical order, shows it in
//! visual order, and moves its caret over what is seen: [`crate::text::edit`] says what a key does to
//! the text, [`crate::text::stops`] where a place in it lies. `keys` and `pointer` translate events
//! into edits, `paint` draws, `access` tells screen readers.

mod access;
mod keys;
mod paint;
mod pointer;
mod state;

use std::sync::Arc;

use egui::{
    EventFilter, FontFamily, FontId, Galley, Id, Margin, Rect, Response, Sense, Ui, Vec2, vec2,
};

use super::{Setting, galley, galley::set_line};
use crate::{
    text::{bidi::Base, stops::Line},
    theme::size,
};

use state::State;

/// A field is never narrower, in points, however little room there is.
const NARROWEST: f32 = 24.0;

/// Text that somebody may change.
///
/// ```ignore
/// let response = Field::new(id, &mut text, words.get("search")).show(ui);
/// ```
#[must_use = "show it"]
pub struct Field<'a> {
    id: Id,
    text: &'a mut String,
    name: &'a str,
    hint: Option<&'a str>,
    font: Option<FontId>,
    base: Base,
    empty_base: Base,
    width: Option<f32>,
    is_framed: bool,
    is_wrong: bool,
}

impl<'a> Field<'a> {
    /// A field that holds `text` and is read out as `name`.
    pub const fn new(id: Id, text: &'a mut String, name: &'a str) -> Self {
        Self {
            id,
            text,
            name,
            hint: None,
            font: None,
            base: Base::Auto,
            empty_base: Base::LeftToRight,
            width: None,
            is_framed: true,
            is_wrong: false,
        }
    }

    /// What it shows while it is empty.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// In digits and letters of one width.
    pub fn mono(mut self) -> Self {
        self.font = Some(FontId::new(size::SMALL + 0.5, FontFamily::Monospace));
        self
    }

    /// For a notation that is read from the left in every language: a date, a path.
    pub const fn notation(mut self) -> Self {
        self.base = Base::LeftToRight;
        self
    }

    /// With its caret at the side of `base` until the first letter says another.
    pub const fn empty_base(mut self, base: Base) -> Self {
        self.empty_base = base;
        self
    }

    /// As wide as this many points; else as there is room.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Without ground and line of its own.
    pub const fn frameless(mut self) -> Self {
        self.is_framed = false;
        self
    }

    /// Whether what it holds is wrong, so that its line says so.
    pub const fn wrong(mut self, is_wrong: bool) -> Self {
        self.is_wrong = is_wrong;
        self
    }

    /// Draws it. The response has changed when the text has; Enter takes the focus away.
    pub fn show(self, ui: &mut Ui) -> Response {
        let margin = if self.is_framed {
            Margin::symmetric(6, 0)
        } else {
            Margin::ZERO
        };
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let size = vec2(width.min(ui.available_width()).max(NARROWEST), size::TARGET);
        let (_, rect) = ui.allocate_space(size);
        let mut response = ui.interact(rect, self.id, Sense::click_and_drag());
        let mut state = State::load(ui.ctx(), self.id);
        state.edit.adopt(self.text);
        let was = state.edit.clone();
        let set = self.set(ui, &state.edit.text);
        if access::take_value(ui, self.id, &mut state.edit) {
            state.touch(ui);
        }
        let place = self.place(rect - margin, &set, state.scroll);
        pointer::take(ui, &response, &mut state, &set.line, place);
        self.take_keys(ui, &mut state, &set.line);
        let is_changed = state.edit.text != was.text;
        let set = if is_changed {
            response.mark_changed();
            state.edit.text.clone_into(self.text);
            self.set(ui, &state.edit.text)
        } else {
            set
        };
        scroll(&mut state, &set, rect - margin);
        let place = self.place(rect - margin, &set, state.scroll);
        self.paint(ui, &response, &state, &set, place);
        access::describe(ui, &response, &self, &was, &state.edit, (&set, place));
        state.store(ui.ctx(), self.id);
        response
    }

    fn take_keys(&self, ui: &Ui, state: &mut State, line: &Line) {
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        if !has_focus || !ui.is_enabled() {
            state.preedit = None;
            return;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        keys::take(ui, self.id, filter, state, line, &mut |text| {
            self.set(ui, text).line
        });
    }

    fn font(&self, ui: &Ui) -> FontId {
        self.font
            .clone()
            .unwrap_or_else(|| egui::TextStyle::Body.resolve(ui.style()))
    }

    fn set(&self, ui: &Ui, text: &str) -> SetLine {
        let setting = Setting::new(self.font(ui))
            .colour(ui.visuals().text_color())
            .base(self.base);
        let (line, galley) = set_line(ui.ctx(), text, &setting);
        SetLine { line, galley }
    }

    /// From which side the line is read.
    fn is_rtl(&self, set: &SetLine) -> bool {
        let is_open = set.line.runs.is_empty() && self.base == Base::Auto;
        set.line.is_rtl || (is_open && self.empty_base == Base::RightToLeft)
    }

    /// Where the line lies: flush at its start, moved by `scroll` where it is wider than its room.
    fn place(&self, room: Rect, set: &SetLine, scroll: f32) -> Rect {
        let free = room.width() - set.line.width;
        let left = if free >= 0.0 {
            room.left() + if self.is_rtl(set) { free } else { 0.0 }
        } else {
            room.left() - scroll
        };
        let height = set.galley.size().y;
        let top = room.center().y - height / 2.0;
        let size = Vec2::new(set.line.width, height);
        Rect::from_min_size(egui::pos2(left.round(), top.round()), size)
    }
}

/// Scrolls such that the caret is seen.
fn scroll(state: &mut State, set: &SetLine, room: Rect) {
    let most = (set.line.width - room.width()).max(0.0);
    let x = set.line.x_of(state.edit.caret);
    let least = x - room.width().max(0.0);
    state.scroll = state.scroll.clamp(least, x).clamp(0.0, most);
}

/// A line, and the same as a galley.
struct SetLine {
    line: Line,
    galley: Arc<Galley>,
}

/// What stands in an empty field.
fn hint_galley(ui: &Ui, hint: &str, font: FontId, width: f32) -> Arc<Galley> {
    let setting = Setting::new(font).colour(ui.visuals().weak_text_color());
    galley(ui.ctx(), hint, &setting.wrapped(width.round()).rows(1))
}
