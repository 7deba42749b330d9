//! The ends of the selected bar, which are dragged while its form is open: what is dragged stays as rough as it was.

use egui::{Id, Key, Painter, Pos2, Rect, Role, Sense, Stroke, Tooltip, Ui, WidgetInfo, pos2};

use super::{Frame, bars, lanes, lanes::Lanes};
use crate::{
    command::{Commands, EditCommand},
    data::edit::Pointer,
    model::{DateEnd, RowId, When, bounds::day_of, moved},
    text::{args, dates},
    theme::size,
    timeline::BarShape,
    typeset::Text,
};

/// How far from an end it is taken, in points.
const REACH: f32 = 6.0;
/// Half the height of the knob at an end, in points.
const KNOB: f32 = 3.0;

/// The end of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BarEnd {
    row: RowId,
    end: DateEnd,
}

/// Where an end is while it is dragged.
#[derive(Clone, Debug)]
struct Dragged {
    of: BarEnd,
    at: Pos2,
    date: Option<String>,
}

fn dragged_id() -> Id {
    Id::unique("end of a bar that is dragged")
}

/// The bar of the selected record while its form is open.
fn selected(frame: &Frame<'_>, lanes: &Lanes) -> Option<(RowId, Rect)> {
    let document = &frame.context.document;
    let row = document.selection.selected;
    let row = row.filter(|_| document.editing.is_form)?;
    let items = &lanes.packing().items;
    let item = items.iter().find(|item| item.rows.contains(&row))?;
    let rows = lanes.bar_rows(frame, item.lane, item.slot)?;
    let span = lanes::span(frame, row)?;
    let rect = bars::rect_of(frame, BarShape::of(&span).hull(), rows);
    Some((row, rect))
}

/// The text of the date of a record.
fn date_of(frame: &Frame<'_>, row: RowId) -> Option<String> {
    let record = frame.context.document.dataset.record(row)?;
    record.date.as_ref().map(|date| date.text().to_owned())
}

/// The end of the selected bar at `pos`, where it can be dragged.
pub(super) fn at(frame: &Frame<'_>, lanes: &Lanes, pos: Pos2) -> Option<BarEnd> {
    let (row, rect) = selected(frame, lanes)?;
    if !rect.y_range().expand(2.0).contains(pos.y) {
        return None;
    }
    let (start, end) = ((pos.x - rect.left()).abs(), (pos.x - rect.right()).abs());
    let nearer = if start <= end {
        DateEnd::Start
    } else {
        DateEnd::End
    };
    let date = date_of(frame, row)?;
    let day = day_of(frame.scale.second_at(f64::from(pos.x)));
    let is_near = start.min(end) <= REACH;
    let can_move = moved(&date, nearer, day).is_some();
    (is_near && can_move).then_some(BarEnd { row, end: nearer })
}

/// Takes an end along to `pos`, and says what the date would be.
pub(super) fn drag(ui: &Ui, frame: &Frame<'_>, of: BarEnd, pos: Pos2) {
    let day = day_of(frame.scale.second_at(f64::from(pos.x)));
    let date = date_of(frame, of.row).and_then(|date| moved(&date, of.end, day));
    let dragged = Dragged { of, at: pos, date };
    say(ui, frame, &dragged);
    ui.data_mut(|data| data.insert_temp(dragged_id(), dragged));
}

/// Lets go of an end: the record has the date from now on.
pub(super) fn drop(ui: &Ui, frame: &Frame<'_>, commands: &mut Commands) {
    let dragged: Option<Dragged> = ui.data(|data| data.get_temp(dragged_id()));
    ui.data_mut(|data| data.remove::<Dragged>(dragged_id()));
    let is_dropped = ui.input(|input| input.key_pressed(Key::Escape));
    let Some(Dragged { of, date, .. }) = dragged.filter(|_| !is_dropped) else {
        return;
    };
    let before = date_of(frame, of.row);
    if let Some(date) = date.filter(|date| before.as_ref() != Some(date)) {
        commands.push(EditCommand::Set {
            row: of.row,
            changes: vec![(Pointer::property("date"), Some(date.into()))],
            why: None,
        });
    }
}

/// The date that letting go would give, in EDTF and in words.
fn say(ui: &Ui, frame: &Frame<'_>, dragged: &Dragged) {
    let (context, words) = (frame.context, frame.context.words);
    let record = context.document.dataset.record(dragged.of.row);
    let when = dragged
        .date
        .as_ref()
        .and_then(|date| When::parse(date).ok());
    let anchor = Rect::from_center_size(frame.mirror.pos(dragged.at), egui::Vec2::splat(4.0));
    let tooltip = Tooltip::always_open(
        ui.ctx().clone(),
        ui.layer_id(),
        Id::unique("date of a bar that is dragged"),
        anchor,
    );
    tooltip.gap(12.0).show(|ui| {
        ui.set_max_width(size::HINT);
        let (Some(when), Some(record)) = (when, record) else {
            let none = words.get("edit-drag-none");
            let colour = context.theme.palette.error;
            ui.add(Text::new(none).colour(colour).wrap());
            return;
        };
        let said = dates::in_words(words, &when, record.kind);
        let args = args!(edtf: when.text(), meaning: said.as_str());
        let line = words.with("edit-date-kept-as", args);
        ui.add(Text::new(&line).strong().wrap());
        let kept = words.get("edit-drag-precision");
        ui.add(Text::new(kept).small().weak().wrap());
    });
}

/// Draws what the ends are taken by, and where one is while it is dragged.
pub(super) fn knobs(ui: &Ui, painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let Some((row, rect)) = selected(frame, lanes) else {
        return;
    };
    let palette = frame.context.theme.palette;
    let dragged: Option<Dragged> = ui.data(|data| data.get_temp(dragged_id()));
    let is_movable = |end: DateEnd, x: f32| {
        let day = day_of(frame.scale.second_at(f64::from(x)));
        date_of(frame, row).is_some_and(|date| moved(&date, end, day).is_some())
    };
    for (end, x) in [(DateEnd::Start, rect.left()), (DateEnd::End, rect.right())] {
        let held = dragged.as_ref().filter(|it| it.of == BarEnd { row, end });
        let x = held.map_or(x, |held| held.at.x);
        if held.is_none() && !is_movable(end, x) {
            continue;
        }
        let line = Stroke::new(2.0, palette.accent);
        painter.vline(x, rect.y_range().expand(2.0), line);
        let knob =
            Rect::from_center_size(pos2(x, rect.center().y), egui::vec2(2.0 * KNOB, 2.0 * KNOB));
        painter.rect_filled(knob, 1.0, palette.accent);
        let id = dragged_id().with((row, end));
        let place = frame.mirror.rect(knob);
        let response = ui.interact(place, id, Sense::empty());
        let key = match end {
            DateEnd::Start => "edit-bar-start",
            DateEnd::End => "edit-bar-end",
        };
        let name = frame.context.words.get(key);
        response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
    }
}
