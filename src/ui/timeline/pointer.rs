//! The pointer on the plot: hover and click records, drag and zoom time, brush a window.

use egui::{CursorIcon, Id, Modifiers, Pos2, Response, Role, Sense, Ui, WidgetInfo};

use super::{Frame, bars, density, ends, lanes::Lanes, window};
use crate::{
    command::{Commands, SelectCommand, TimeCommand},
    model::{DAY, RowId, Window, bounds::day_of},
    timeline::{AxisDrag, Bin, Grip, Mode, Unit, ViewRange, edit},
    ui::context_menu,
};

/// Points of the wheel that make the axis e times longer.
const WHEEL: f64 = 260.0;

/// Least width of a month that is taken by a click, in points.
const MONTH_MIN: f32 = 9.0;

/// How much closer a click on a crowd looks.
const CLOSER: f64 = 4.0;

/// What a drag does, decided where it begins.
#[derive(Clone, Copy)]
enum Drag {
    /// The axis follows the pointer.
    Pan(ViewRange),
    /// The window, or one end of it, follows the pointer.
    Move(Window, Grip),
    /// A new window from where the drag began.
    Brush,
    /// The end of a bar follows the pointer.
    End(ends::BarEnd),
}

/// What is under the pointer.
#[derive(Clone, Debug, Default)]
pub(super) struct TimelineHit {
    /// Where the pointer is, if it is on the plot and nothing is being dragged.
    pub pos: Option<Pos2>,
    /// The records of the bar there.
    pub rows: Vec<RowId>,
    /// Where records are too many for bars: the lane, and the piece of time.
    pub bin: Option<(usize, Bin)>,
}

pub(super) fn plot(
    ui: &Ui,
    frame: &Frame<'_>,
    lanes: &Lanes,
    commands: &mut Commands,
) -> TimelineHit {
    let id = Id::unique("timeline plot");
    let response = ui.interact(frame.plot_in_screen(), id, Sense::click_and_drag());
    let name = frame.context.words.get("timeline");
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));
    wheel(ui, frame, &response, commands);
    let is_dragging = drag(ui, frame, lanes, &response, commands);
    let hit = hit(frame, lanes, &response, is_dragging);
    share_hover(ui, &hit, commands);
    menu(ui, frame, &response, &hit, commands);
    if !is_dragging {
        click(frame, &response, &hit, commands);
        cursor(ui, frame, lanes, &response, &hit);
    }
    hit
}

fn hit(frame: &Frame<'_>, lanes: &Lanes, response: &Response, is_dragging: bool) -> TimelineHit {
    let pos = hover_pos(frame, response).filter(|_| !is_dragging);
    let rows = pos
        .filter(|pos| frame.lanes_in_screen.contains(*pos))
        .and_then(|pos| bars::at(frame, lanes, pos))
        .map(|item| item.rows.clone());
    let in_lanes = pos.filter(|pos| frame.lanes_in_screen.contains(*pos));
    TimelineHit {
        pos,
        bin: in_lanes.and_then(|pos| density::at(frame, lanes, pos)),
        rows: rows.unwrap_or_default(),
    }
}

/// Tells map and lists what is pointed at; only when that changes, so that they can tell in turn.
fn share_hover(ui: &Ui, hit: &TimelineHit, commands: &mut Commands) {
    let id = Id::unique("timeline hover");
    let before: Option<RowId> = ui.data(|data| data.get_temp(id)).flatten();
    let now = hit.rows.first().copied();
    if before != now {
        ui.data_mut(|data| data.insert_temp(id, now));
        commands.push(SelectCommand::Hover(now));
    }
}

/// The menu of the other button on a bar.
fn menu(
    ui: &Ui,
    frame: &Frame<'_>,
    response: &Response,
    hit: &TimelineHit,
    commands: &mut Commands,
) {
    let id = response.id.with("menu");
    if response.secondary_clicked() {
        let row = hit.rows.first().copied();
        ui.data_mut(|data| data.insert_temp(id, row));
    }
    let row = ui.data(|data| data.get_temp::<Option<RowId>>(id)).flatten();
    if let Some(row) = row {
        context_menu::of_row(response, frame.context, row, commands);
    }
}

fn click(frame: &Frame<'_>, response: &Response, hit: &TimelineHit, commands: &mut Commands) {
    let Some(pos) = interact_pos(frame, response) else {
        return;
    };
    let on_axis = frame.axis_in_screen.contains(pos);
    if response.double_clicked() && !on_axis && hit.rows.is_empty() && hit.bin.is_none() {
        commands.push(TimeCommand::View(None));
    } else if response.clicked() && on_axis {
        let day = day_of(frame.scale.second_at(f64::from(pos.x)));
        let time = frame.context.document.time;
        let window = if time.mode == Mode::Window {
            on_axis_unit(frame, pos).around(day)
        } else {
            edit::moved_to_day(&frame.window, time.mode, time.unit, day, frame.extent)
        };
        commands.push(TimeCommand::Drag(window));
    } else if response.clicked() && hit.rows.is_empty() && hit.bin.is_some() {
        let limits = ViewRange::whole(frame.extent);
        let anchor = frame.scale.instant_at(f64::from(pos.x));
        let closer = frame.scale.range().zoomed(CLOSER, anchor, &limits);
        commands.push(TimeCommand::View(Some(closer)));
    } else if response.clicked() {
        match next_of(&hit.rows, frame.context.document.selection.selected) {
            Some(row) => commands.push(SelectCommand::Reveal(row)),
            None => commands.push(SelectCommand::Clear),
        }
    }
}

/// What a click on the axis shows all of: the year on the upper line, on the lower one the month where months can be told
/// apart.
fn on_axis_unit(frame: &Frame<'_>, pos: Pos2) -> Unit {
    const MONTH: f64 = 30.0 * DAY as f64;
    let month = (MONTH * frame.scale.points_per_second()) as f32;
    if pos.y < frame.axis_in_screen.center().y || month < MONTH_MIN {
        Unit::Year
    } else {
        Unit::Month
    }
}

/// The records of a bar one after another, when it stands for several.
fn next_of(rows: &[RowId], selected: Option<RowId>) -> Option<RowId> {
    let at = selected.and_then(|selected| rows.iter().position(|row| *row == selected));
    let next = at.map_or(0, |at| (at + 1) % rows.len().max(1));
    rows.get(next).copied()
}

fn cursor(ui: &Ui, frame: &Frame<'_>, lanes: &Lanes, response: &Response, hit: &TimelineHit) {
    let Some(pos) = hover_pos(frame, response) else {
        return;
    };
    ui.set_cursor_icon(if hit.bin.is_some() && hit.rows.is_empty() {
        CursorIcon::ZoomIn
    } else if ends::at(frame, lanes, pos).is_some() {
        CursorIcon::ResizeHorizontal
    } else if !hit.rows.is_empty() {
        CursorIcon::PointingHand
    } else if ui.input(|input| input.modifiers.shift) {
        CursorIcon::Crosshair
    } else if window::edge_at(frame, pos).is_some() {
        CursorIcon::ResizeHorizontal
    } else if moves_window(frame, pos) {
        CursorIcon::Grab
    } else {
        CursorIcon::Default
    });
}

/// Whether a drag that begins at `pos` takes the window along: inside it, unless it fills the plot.
fn moves_window(frame: &Frame<'_>, pos: Pos2) -> bool {
    let (left, right) = frame.window_in_screen();
    let plot = frame.plot_in_screen();
    let fills = left <= plot.left() && right >= plot.right();
    let covers =
        frame.window.first() <= frame.extent.earliest && frame.window.last() >= frame.extent.latest;
    let on_axis = frame.axis_in_screen.contains(pos);
    (left..=right).contains(&pos.x) && !covers && (on_axis || !fills)
}

/// Where the pointer rests, as a place of the plot.
fn hover_pos(frame: &Frame<'_>, response: &Response) -> Option<Pos2> {
    response.hover_pos().map(|pos| frame.mirror.pos(pos))
}

/// Where the pointer presses, as a place of the plot.
fn interact_pos(frame: &Frame<'_>, response: &Response) -> Option<Pos2> {
    response
        .interact_pointer_pos()
        .map(|pos| frame.mirror.pos(pos))
}

/// Where the press began, as a place of the plot.
fn press_origin(ui: &Ui, frame: &Frame<'_>) -> Option<Pos2> {
    let origin = ui.input(|input| input.pointer.press_origin());
    origin.map(|pos| frame.mirror.pos(pos))
}

/// Returns whether something is being dragged.
fn drag(
    ui: &Ui,
    frame: &Frame<'_>,
    lanes: &Lanes,
    response: &Response,
    commands: &mut Commands,
) -> bool {
    let id = response.id.with("drag");
    if response.drag_started() {
        let origin = press_origin(ui, frame);
        let drag = origin.map(|origin| begin(ui, frame, lanes, origin));
        ui.data_mut(|data| data.insert_temp(id, drag));
    }
    let drag: Option<Drag> = ui.data(|data| data.get_temp(id)).flatten();
    if response.drag_stopped() {
        ends::drop(ui, frame, commands);
    }
    let pointer = interact_pos(frame, response);
    let origin = press_origin(ui, frame);
    let (true, Some(drag), Some(pointer), Some(origin)) =
        (response.dragged(), drag, pointer, origin)
    else {
        return false;
    };
    match drag {
        Drag::Pan(range) => {
            let seconds = f64::from(origin.x - pointer.x) * frame.scale.seconds_per_point();
            let limits = ViewRange::whole(frame.extent);
            commands.push(TimeCommand::View(Some(range.panned(seconds, &limits))));
            ui.set_cursor_icon(CursorIcon::Grabbing);
        }
        Drag::Move(window, grip) => {
            let instant = |pos: Pos2| frame.scale.instant_at(f64::from(pos.x));
            let drag = AxisDrag {
                from: instant(origin),
                to: instant(pointer),
            };
            let movement = frame.context.document.time.movement(frame.extent);
            let moved = edit::dragged(&window, grip, drag, movement);
            let moved = window::snapped(ui, frame, grip, moved);
            commands.push(TimeCommand::Drag(moved));
            ui.set_cursor_icon(match grip {
                Grip::Middle => CursorIcon::Grabbing,
                Grip::Start | Grip::End => CursorIcon::ResizeHorizontal,
            });
        }
        Drag::Brush => {
            let instant = |pos: Pos2| frame.scale.instant_at(f64::from(pos.x));
            let (from, to) = (instant(origin), instant(pointer));
            let brushed = edit::brushed(from.min(to), from.max(to));
            let brushed = window::snapped(ui, frame, Grip::Middle, brushed);
            commands.push(TimeCommand::SetWindow(brushed));
            ui.set_cursor_icon(CursorIcon::Crosshair);
        }
        Drag::End(end) => {
            ends::drag(ui, frame, end, pointer);
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
    }
    true
}

fn begin(ui: &Ui, frame: &Frame<'_>, lanes: &Lanes, origin: Pos2) -> Drag {
    if ui.input(|input| input.modifiers.contains(Modifiers::SHIFT)) {
        Drag::Brush
    } else if let Some(end) = ends::at(frame, lanes, origin) {
        Drag::End(end)
    } else if let Some(edge) = edge(frame, lanes, origin) {
        Drag::Move(frame.window, edge)
    } else if moves_window(frame, origin) {
        Drag::Move(frame.window, Grip::Middle)
    } else {
        Drag::Pan(*frame.scale.range())
    }
}

/// The edge of the window at `pos`, where no bar is in the way.
fn edge(frame: &Frame<'_>, lanes: &Lanes, pos: Pos2) -> Option<Grip> {
    window::edge_at(frame, pos).filter(|_| bars::at(frame, lanes, pos).is_none())
}

/// The wheel zooms under the pointer; sideways it pans.
fn wheel(ui: &Ui, frame: &Frame<'_>, response: &Response, commands: &mut Commands) {
    let Some(pos) = hover_pos(frame, response) else {
        return;
    };
    let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
    let limits = ViewRange::whole(frame.extent);
    let range = *frame.scale.range();
    let factor = (f64::from(scroll.y) / WHEEL).exp() * f64::from(pinch);
    let anchor = frame.scale.instant_at(f64::from(pos.x));
    let seconds = -f64::from(frame.mirror.sideways(scroll.x)) * frame.scale.seconds_per_point();
    let moved = range
        .zoomed(factor, anchor, &limits)
        .panned(seconds, &limits);
    if moved != range {
        commands.push(TimeCommand::View(Some(moved)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clicks_on_a_bar_of_several_records_select_one_after_another() {
        let rows = [4, 7, 9].map(RowId::new);
        let [first, second, last] = rows;
        assert_eq!(next_of(&rows, None), Some(first));
        assert_eq!(next_of(&rows, Some(first)), Some(second));
        assert_eq!(next_of(&rows, Some(last)), Some(first));
        assert_eq!(next_of(&[], Some(last)), None);
    }
}
