//! A field for a number, in the digits and with the separators of the language.
//!
//! egui's own knows neither. This one takes any digits, steps with the arrow keys and with two small
//! arrows, and keeps what is being typed to itself until Enter or until the caret leaves it. What is no
//! number stays, marked, until it is mended or Escape forgets it.

use std::ops::RangeInclusive;

use egui::{
    Align2, FontId, Id, Key, Margin, Modifiers, Rect, Response, Role, Sense, Ui, UiBuilder,
    accesskit::Action, pos2, vec2,
};

use crate::{
    text::{Catalogue, args, bidi::Base, number},
    theme::{fonts, fonts::icon, size},
    typeset,
    ui::PanelContext,
};

use super::{complain, from_start, is_rtl};

/// Width of the column of arrows in points.
const ARROWS: f32 = 16.0;
/// Size of an arrow in points.
const ARROW: f32 = 9.0;
/// How far an arrow stands nearer to the other one than in the middle of its half.
const ARROW_TO_MIDDLE: f32 = 1.5;

/// What a field of a number is for.
#[derive(Clone, Debug)]
pub struct Number<'a> {
    /// By which its draft is remembered.
    pub id: Id,
    /// Read out.
    pub name: &'a str,
    /// Shown while the pointer rests on it.
    pub hint: &'a str,
    /// What it may be, ends included.
    pub range: RangeInclusive<f64>,
    /// Points.
    pub width: f32,
    /// The number after or (`false`) before another.
    pub next: fn(f64, bool) -> f64,
}

/// The neighbours of a whole number.
#[must_use]
pub fn next_whole(number: f64, is_up: bool) -> f64 {
    number.round() + if is_up { 1.0 } else { -1.0 }
}

/// Draws a field that shows `value`, and says what it was changed to.
pub fn number_field(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    field: &Number<'_>,
    value: f64,
) -> Option<f64> {
    let steps = steps(ui, field);
    let size = vec2(field.width, size::TARGET);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let left = from_start(context.words, rect, field.width - ARROWS, ARROWS);
    let arrows = Rect::from_min_size(pos2(left, rect.top()), vec2(ARROWS, rect.height()));
    let typed = typed_ui(ui, context, field, rect, value);
    let clicked = arrows_ui(ui, context, field, arrows);
    let stepped = (steps + clicked != 0).then(|| stepped(field, value, steps + clicked));
    if stepped.is_some() {
        forget(ui, field);
    }
    stepped.or(typed)
}

/// `value`, so many steps up or down.
fn stepped(field: &Number<'_>, value: f64, steps: i32) -> f64 {
    let next = |value, _| (field.next)(value, steps > 0);
    (0..steps.abs())
        .fold(value, next)
        .clamp(*field.range.start(), *field.range.end())
}

/// Steps asked for by key or by a tool. The keys are taken before the field sees them.
fn steps(ui: &Ui, field: &Number<'_>) -> i32 {
    let mut steps = typeset::asked_steps(ui, field.id);
    if ui.memory(|memory| memory.has_focus(field.id)) {
        let taken =
            |key| ui.input_mut(|input| count(input.count_and_consume_key(Modifiers::NONE, key)));
        steps += taken(Key::ArrowUp) - taken(Key::ArrowDown);
    }
    steps
}

/// No frame has more than that.
fn count(times: usize) -> i32 {
    i32::try_from(times).unwrap_or(i32::MAX)
}

/// The field itself; what was typed, once it is entered or left.
fn typed_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    field: &Number<'_>,
    rect: Rect,
    value: f64,
) -> Option<f64> {
    let words = context.words;
    let draft: Option<String> = ui.data(|data| data.get_temp(field.id));
    let has_draft = draft.is_some();
    let mut text = draft.unwrap_or_else(|| words.number(value));
    let read = |text: &str| {
        number::typed(text, words.lang()).filter(|number| field.range.contains(number))
    };
    let is_wrong = has_draft && read(&text).is_none();
    let response = editor_ui(ui, context, field, rect, &mut text, is_wrong);
    describe(ui, field, value);
    let is_changed = response.changed();
    if is_changed {
        ui.data_mut(|data| data.insert_temp(field.id, text.clone()));
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let kept = leave(ui, field, &response, read(&text), entered);
    // What is shown may be rounded: nothing is taken that nobody typed.
    let kept = kept.filter(|_| has_draft || is_changed);
    if is_wrong {
        complain(&response, context, &not_a_number(words, field));
    } else {
        typeset::hint(response, field.hint);
    }
    kept
}

/// The caret, in the part of `rect` that has no arrows.
fn editor_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    field: &Number<'_>,
    rect: Rect,
    text: &mut String,
    is_wrong: bool,
) -> Response {
    let mut inset = Margin::ZERO;
    if is_rtl(context.words) {
        inset.left = ARROWS as i8;
    } else {
        inset.right = ARROWS as i8;
    }
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        typeset::TextField::new(field.id, text, field.name)
            .base(Base::of(context.words.lang()))
            .wrong(is_wrong)
            .inset(inset)
            .width(rect.width())
            .show(ui)
    })
    .inner
}

/// What becomes of the draft when the caret leaves the field: Escape forgets it, what is no number
/// stays, and after Enter so does the caret.
fn leave(
    ui: &Ui,
    field: &Number<'_>,
    response: &Response,
    number: Option<f64>,
    entered: bool,
) -> Option<f64> {
    if !response.lost_focus() {
        return None;
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        forget(ui, field);
        return None;
    }
    if number.is_some() {
        forget(ui, field);
    } else if entered {
        response.request_focus();
    }
    number
}

fn forget(ui: &Ui, field: &Number<'_>) {
    ui.data_mut(|data| data.remove_temp::<String>(field.id));
}

fn not_a_number(words: &Catalogue, field: &Number<'_>) -> String {
    let [from, to] = [field.range.start(), field.range.end()].map(|end| words.number(*end));
    words.with("number-wrong", args!(from: from.as_str(), to: to.as_str()))
}

/// To tools it is a number that can be stepped.
fn describe(ui: &Ui, field: &Number<'_>, value: f64) {
    ui.ctx().accesskit_node_builder(field.id, |node| {
        node.set_role(Role::SpinButton);
        node.set_numeric_value(value);
        node.set_min_numeric_value(*field.range.start());
        node.set_max_numeric_value(*field.range.end());
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
}

/// Two small arrows for the pointer; the keyboard has the arrow keys. How often each was clicked.
fn arrows_ui(ui: &Ui, context: &PanelContext<'_>, field: &Number<'_>, place: Rect) -> i32 {
    let halves = place.split_top_bottom_at_fraction(0.5);
    let parts = [
        (halves.0, icon::CARET_UP, "number-more", 1),
        (halves.1, icon::CARET_DOWN, "number-less", -1),
    ];
    let mut steps = 0;
    for (half, glyph, name, step) in parts {
        let response = ui.interact(half, field.id.with(name), Sense::CLICK);
        let palette = context.theme.palette;
        let colour = if response.hovered() {
            palette.text
        } else {
            palette.text_weak
        };
        let centre = half.center() + vec2(0.0, ARROW_TO_MIDDLE * step as f32);
        let font = FontId::new(ARROW, fonts::icons());
        typeset::paint(
            ui.painter(),
            centre,
            Align2::CENTER_CENTER,
            glyph,
            font,
            colour,
            None,
        );
        if typeset::hint(response, context.words.get(name)).clicked() {
            steps += step;
        }
    }
    steps
}
