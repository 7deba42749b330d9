//! The names of the lanes: a press folds a lane, a drag or the arrows move it.

use egui::{
    Align2, CursorIcon, EventFilter, FontId, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{
    Frame,
    lanes::{Lane, Lanes},
};
use crate::{
    command::{Commands, ViewCommand},
    model::{Layer, bounds::day_of},
    text::{args, dates},
    theme::{fonts, fonts::icon, layer_shape, size},
    typeset::{self, Setting},
    ui::kit,
};

/// Sizes of the window in words, the first that fits is taken.
const DATE_SIZES: [f32; 3] = [size::DISPLAY, size::HEADING, size::BODY];

/// What stands between the two dates of a span.
const BETWEEN_DATES: &str = " – ";

/// The names of the lanes, and above them the window in words.
pub(super) fn gutter_ui(ui: &Ui, frame: &Frame<'_>, lanes: &Lanes, commands: &mut Commands) {
    window_in_words(ui, frame);
    for lane in lanes.places() {
        let layers = frame.context.document.dataset.layers();
        if let Some(layer) = layers.get(usize::from(lane.layer)) {
            name_ui(ui, frame, lane, layer, commands);
        }
    }
}

/// The words of a span, which go on in another line only between its dates.
fn unbroken(text: &str) -> String {
    let dates = text.split(BETWEEN_DATES);
    let dates: Vec<String> = dates.map(|date| date.replace(' ', "\u{a0}")).collect();
    dates.join(BETWEEN_DATES)
}

/// What the window shows, as large as there is room.
fn window_in_words(ui: &Ui, frame: &Frame<'_>) {
    let gutter = frame.gutter_in_screen;
    let room = vec2(gutter.width() - 8.0, frame.axis_in_screen.height());
    let (first, last) = (day_of(frame.window.first()), day_of(frame.window.last()));
    let text = unbroken(&dates::span_short(frame.context.words, first, last));
    let set = |size: f32| {
        let setting = Setting::new(FontId::new(size, fonts::semibold()))
            .colour(frame.context.theme.palette.time)
            .wrapped(room.x)
            .rows(2);
        typeset::galley(ui.ctx(), &text, &setting)
    };
    // While it plays the date keeps its size and its place, however long its words are.
    let is_playing = frame.context.document.time.playback.is_playing;
    let sizes = DATE_SIZES.into_iter();
    let mut galleys = sizes
        .skip(if is_playing { DATE_SIZES.len() - 1 } else { 0 })
        .map(set);
    let fits = |galley: &std::sync::Arc<egui::Galley>| galley.size().y <= room.y;
    let Some(galley) = galleys
        .find(fits)
        .or_else(|| DATE_SIZES.last().map(|size| set(*size)))
    else {
        return;
    };
    let middle = frame.axis_in_screen.center().y;
    let left = kit::from_start(frame.context.words, gutter, 0.0, galley.size().x);
    let rect = if is_playing {
        Align2::LEFT_TOP.anchor_size(pos2(left, frame.axis_in_screen.top()), galley.size())
    } else {
        Align2::LEFT_CENTER.anchor_size(pos2(left, middle), galley.size())
    };
    typeset::paint_galley(ui.painter(), rect.min, galley, None);
}

fn name_ui(ui: &Ui, frame: &Frame<'_>, lane: &Lane, layer: &Layer, commands: &mut Commands) {
    let words = frame.context.words;
    let name = if lane.layers > 1 {
        words.with("timeline-more-layers", args!(n: lane.layers))
    } else {
        words.layers(layer).to_owned()
    };
    let top = frame.lanes_in_screen.top();
    let rect = Rect::from_x_y_ranges(
        frame.gutter_in_screen.x_range(),
        top + lane.top..=top + lane.bottom,
    );
    let id = Id::unique(("timeline lane", layer.name()));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let key = if lane.is_folded {
        "lane-unfold"
    } else {
        "lane-fold"
    };
    let spoken = words.with(key, args!(lane: name.as_str()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.clicked() {
        commands.push(ViewCommand::FoldLane(layer.clone()));
    }
    moves(ui, &response, rect, layer, commands);
    paint(ui, frame, rect, lane, layer, &name, &response);
    let hint = format!("{spoken}\n{}", words.get("lane-hint"));
    typeset::hint(response, &hint);
}

/// A drag past its own edge, or an arrow, moves a lane by one place.
fn moves(ui: &Ui, response: &Response, rect: Rect, layer: &Layer, commands: &mut Commands) {
    let mut shift = |later| {
        let layer = layer.clone();
        commands.push(ViewCommand::ShiftLane { layer, later });
    };
    if let (true, Some(pointer)) = (response.dragged(), response.interact_pointer_pos()) {
        ui.set_cursor_icon(CursorIcon::Grabbing);
        if pointer.y > rect.bottom() + rect.height() / 2.0 {
            shift(true);
        } else if pointer.y < rect.top() - rect.height() / 2.0 {
            shift(false);
        }
    }
    if response.has_focus() {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            shift(true);
        }
        if pressed(Key::ArrowUp) {
            shift(false);
        }
    }
}

fn paint(
    ui: &Ui,
    frame: &Frame<'_>,
    rect: Rect,
    lane: &Lane,
    layer: &Layer,
    name: &str,
    response: &Response,
) {
    let context = frame.context;
    let (painter, palette) = (ui.painter(), context.theme.palette);
    let middle = rect.center().y;
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect.shrink(1.0), size::CORNER, palette.field);
    }
    let left = kit::from_start(context.words, rect, 1.0, 12.0);
    let centre = pos2(left + 6.0, middle);
    let points = layer_shape(layer)
        .outline()
        .iter()
        .map(|[x, y]| centre + vec2(*x, *y) * 5.0)
        .collect();
    painter.add(super::hatch::filled(points, context.theme.layer(layer)));
    let setting = Setting::new(FontId::new(size::SMALL, fonts::medium()))
        .colour(palette.text)
        .wrapped(rect.width() - 44.0)
        .rows(1);
    let galley = typeset::galley(ui.ctx(), name, &setting);
    let left = kit::from_start(context.words, rect, 20.0, galley.size().x);
    let place = Align2::LEFT_CENTER.anchor_size(pos2(left, middle), galley.size());
    typeset::paint_galley(painter, place.min, galley, None);
    if lane.is_folded || response.hovered() || response.has_focus() {
        caret(ui, frame, rect, lane);
    }
}

/// At the end of the name: down while the lane is open, along the line while it is folded.
fn caret(ui: &Ui, frame: &Frame<'_>, rect: Rect, lane: &Lane) {
    let words = frame.context.words;
    let glyph = match (lane.is_folded, kit::is_rtl(words)) {
        (false, _) => icon::CARET_DOWN,
        (true, false) => icon::CARET_RIGHT,
        (true, true) => icon::CARET_LEFT,
    };
    let setting = Setting::new(FontId::new(size::SMALL, fonts::icons()))
        .colour(frame.context.theme.palette.text_weak);
    let galley = typeset::galley(ui.ctx(), glyph, &setting);
    let room = rect.width() - 20.0;
    let left = kit::from_start(words, rect, room, galley.size().x);
    let place = Align2::LEFT_CENTER.anchor_size(pos2(left, rect.center().y), galley.size());
    typeset::paint_galley(ui.painter(), place.min, galley, None);
}
