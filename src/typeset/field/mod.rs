//! A field for text in either direction, of one line or of several.
//!
//! egui's own editor knows one direction only. This one keeps the text in logical order, shows it in
//! visual order, and moves its caret over what is seen: [`crate::text::edit`] says what a key does to
//! the text, [`crate::text::rows`] where a place in it lies. `keys` and `pointer` translate events
//! into edits, `paint` draws, `access` tells screen readers.

mod access;
mod keys;
mod paint;
mod pointer;
mod state;

use std::sync::{Arc, OnceLock};

use egui::{
    Context, EventFilter, FontFamily, FontId, Galley, Id, Margin, Rect, Response, Sense, Ui, pos2,
    vec2,
};

use super::{Setting, galley, galley::set_rows, memo::Memo};
use crate::{
    text::{bidi::Base, edit::Caret, piece_memo::PieceMemo, rows::TextRows},
    theme::size,
};

use state::FieldState;

/// A field is never narrower, in points, however little room there is.
const NARROWEST: f32 = 24.0;

/// Chooses all that stands in the field `id`, which was drawn in this frame.
pub fn choose_all(ctx: &Context, id: Id) {
    let mut state = FieldState::load(ctx, id);
    state.edit.select_all();
    state.store(ctx, id);
}

/// Text that somebody may change.
///
/// ```ignore
/// let response = Field::new(id, &mut text, words.get("search")).show(ui);
/// ```
#[must_use = "show it"]
pub struct TextField<'a> {
    id: Id,
    text: &'a mut String,
    name: &'a str,
    hint: Option<&'a str>,
    font: Option<FontId>,
    base: Base,
    empty_base: Base,
    width: Option<f32>,
    is_framed: bool,
    inset: Margin,
    is_wrong: bool,
    /// Whether digits of any script become Western ones as they are typed.
    has_western_digits: bool,
    /// Rows that there is room for at least; `None` for one line.
    least_rows: Option<usize>,
}

impl<'a> TextField<'a> {
    /// Makes a field that holds `text` and is read out as `name`.
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
            inset: Margin::ZERO,
            is_wrong: false,
            has_western_digits: false,
            least_rows: None,
        }
    }

    /// Sets what it shows while it is empty.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Sets it in digits and letters of one width.
    pub fn mono(mut self) -> Self {
        self.font = Some(FontId::new(size::SMALL, FontFamily::Monospace));
        self
    }

    /// Makes it a field for a notation that is read from the left in every language: a date, a path.
    pub const fn notation(mut self) -> Self {
        self.base = Base::LeftToRight;
        self
    }

    /// Reads it in this direction, whatever it holds.
    pub const fn base(mut self, base: Base) -> Self {
        self.base = base;
        self
    }

    /// Keeps room inside free of text, in points.
    pub const fn inset(mut self, inset: Margin) -> Self {
        self.inset = inset;
        self
    }

    /// Turns typed digits of any script into Western ones, for a notation that has no others.
    pub const fn western_digits(mut self) -> Self {
        self.has_western_digits = true;
        self
    }

    /// Puts the caret at the side of `base` until the first letter says another.
    pub const fn empty_base(mut self, base: Base) -> Self {
        self.empty_base = base;
        self
    }

    /// Makes it `width` points wide; else it takes the room there is.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Leaves out its ground and its line.
    pub const fn frameless(mut self) -> Self {
        self.is_framed = false;
        self
    }

    /// Tells whether what it holds is wrong, so that its line says so.
    pub const fn wrong(mut self, is_wrong: bool) -> Self {
        self.is_wrong = is_wrong;
        self
    }

    /// Makes it a field of several lines, with room for `least_rows` at least. Enter then begins a new one.
    pub const fn lines(mut self, least_rows: usize) -> Self {
        self.least_rows = Some(least_rows);
        self
    }

    /// Shows the field. The response has changed when the text has; in a field of one line Enter takes the focus away.
    pub fn show(self, ui: &mut Ui) -> Response {
        let vertical = if self.least_rows.is_some() { 5 } else { 0 };
        let margin = if self.is_framed {
            Margin::symmetric(6, vertical)
        } else {
            Margin::ZERO
        } + self.inset;
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let width = width.min(ui.available_width()).max(NARROWEST);
        let mut state = FieldState::load(ui.ctx(), self.id);
        state.edit.adopt(self.text);
        let was = state.edit.clone();
        if access::take_value(ui, &self, &mut state.edit) {
            state.touch(ui);
        }
        let room = width - margin.sum().x;
        let last = Arc::clone(&state.last);
        let mut last = last.lock();
        let set = self.set(ui, &state.edit.text, room, &mut last);
        let (_, rect) = ui.allocate_space(vec2(width, self.height(&set, margin)));
        let inner = rect - margin;
        let mut response = ui.interact(rect, self.id, Sense::click_and_drag());
        let places = self.places(inner, &set, state.scroll);
        pointer::take(ui, &response, &mut state, &set.rows, &places);
        self.take_keys(ui, &mut state, &set.rows, room, &mut last);
        let is_changed = state.edit.text != was.text;
        let set = if is_changed {
            response.mark_changed();
            state.edit.text.clone_into(self.text);
            self.set(ui, &state.edit.text, room, &mut last)
        } else {
            set
        };
        scroll(&mut state, &set, inner);
        let places = self.places(inner, &set, state.scroll);
        self.paint(ui, &response, &state, &set, &places);
        access::describe(ui, &response, &self, &was, &state.edit, &set, &places);
        state.store(ui.ctx(), self.id);
        response
    }

    fn height(&self, set: &SetText, margin: Margin) -> f32 {
        match self.least_rows {
            None => size::TARGET,
            Some(least) => {
                let rows = set.rows.len().max(least);
                rows as f32 * set.row_height() + margin.sum().y
            }
        }
    }

    fn take_keys(
        &self,
        ui: &Ui,
        state: &mut FieldState,
        rows: &TextRows,
        room: f32,
        last: &mut LastSet,
    ) {
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
        let field = keys::FieldKeys {
            id: self.id,
            has_lines: self.least_rows.is_some(),
            has_western_digits: self.has_western_digits,
            filter,
        };
        keys::take(ui, &field, state, rows, &mut |text| {
            self.set(ui, text, room, last).rows.clone()
        });
    }

    fn font(&self, ui: &Ui) -> FontId {
        self.font
            .clone()
            .unwrap_or_else(|| egui::TextStyle::Body.resolve(ui.style()))
    }

    /// Sets the text, unless `last` is that already; what it has measured of another text is not measured again.
    fn set(&self, ui: &Ui, text: &str, room: f32, last: &mut LastSet) -> Arc<SetText> {
        let mut setting = Setting::new(self.font(ui))
            .colour(ui.visuals().text_color())
            .base(self.base);
        if self.least_rows.is_some() {
            setting.width = room;
        }
        let ctx = ui.ctx();
        let looks = setting.hash(text, ctx.pixels_per_point());
        let generation = Memo::of(ctx).generation(ctx);
        let key = egui::util::hash((looks, self.empty_base, generation));
        if let Some(set) = last.set.as_ref().filter(|set| set.key == key) {
            return Arc::clone(set);
        }
        let measure =
            egui::util::hash((&setting.font, ctx.pixels_per_point().to_bits(), generation));
        if last.measure != measure {
            last.measure = measure;
            last.memo = PieceMemo::default();
        }
        let (rows, galleys) = set_rows(ctx, text, self.empty_base, &setting, &mut last.memo);
        let set = Arc::new(SetText {
            key,
            rows,
            galleys,
            setting,
            spoken: OnceLock::new(),
        });
        last.set = Some(Arc::clone(&set));
        set
    }

    /// Tells where each row lies: flush at its start; a single line is moved by `scroll` where it is wider
    /// than its room.
    fn places(&self, room: Rect, set: &SetText, scroll: f32) -> Vec<Rect> {
        let height = set.row_height();
        let top = if self.least_rows.is_some() {
            room.top()
        } else {
            (room.center().y - height / 2.0).round()
        };
        let rows = set.rows.iter().enumerate();
        rows.map(|(index, row)| {
            let free = room.width() - row.line.width;
            let left = match (free >= 0.0, row.line.is_rtl) {
                (true, true) => room.left() + free,
                (true, false) => room.left(),
                (false, _) if self.least_rows.is_some() => room.left(),
                (false, _) => room.left() - scroll,
            };
            let min = pos2(left.round(), top + index as f32 * height);
            Rect::from_min_size(min, vec2(row.line.width, height))
        })
        .collect()
    }
}

/// Scrolls such that the caret is seen.
fn scroll(state: &mut FieldState, set: &SetText, room: Rect) {
    let width = set.rows.row(0).map_or(0.0, |row| row.line.width);
    let most = (width - room.width()).max(0.0);
    let x = set.rows.x_of(state.edit.caret);
    let least = x - room.width().max(0.0);
    state.scroll = state.scroll.clamp(least, x).clamp(0.0, most);
}

/// What a field has set last.
#[derive(Default)]
struct LastSet {
    set: Option<Arc<SetText>>,
    /// What the widths of `memo` hang on.
    measure: u64,
    memo: PieceMemo,
}

/// Rows, and the same as galleys.
struct SetText {
    /// What it was set from.
    key: u64,
    rows: TextRows,
    /// Of a long row that of its first run: see `galley::is_long`.
    galleys: Vec<Arc<Galley>>,
    setting: Setting,
    /// What screen readers get, made when one asks.
    spoken: OnceLock<Option<Galley>>,
}

impl SetText {
    fn row_height(&self) -> f32 {
        self.galleys.first().map_or(0.0, |galley| galley.size().y)
    }

    /// Tells where a caret stands, between the places of the rows.
    fn caret_in(&self, caret: Caret, places: &[Rect]) -> Rect {
        let Some(place) = places.get(self.rows.row_of(caret)) else {
            return Rect::NOTHING;
        };
        let x = place.left() + self.rows.x_of(caret);
        Rect::from_x_y_ranges(x..=x, place.y_range())
    }

    fn is_empty(&self) -> bool {
        self.rows.len() == 1 && self.rows.iter().all(|row| row.line.runs.is_empty())
    }
}

/// Sets the text of an empty field.
fn hint_galley(ui: &Ui, hint: &str, font: FontId, width: f32) -> Arc<Galley> {
    let setting = Setting::new(font).colour(ui.visuals().weak_text_color());
    galley(ui.ctx(), hint, &setting.wrapped(width.round()).rows(1))
}
