//! Axis and lanes: what is drawn, from back to front.

use egui::{Rect, Ui};

use super::{
    Frame, axis, backdrop, bars, coverage, density, ends, gutter, hover, known, labels, lanes,
    mirror::Mirror, overview, pinned, pointer, several, skipped, window,
};
use crate::{
    command::{Commands, TimeCommand},
    timeline::{TimeScale, edit},
    ui::{PanelContext, kit},
};

/// Width of the names of the lanes.
const GUTTER: f32 = 136.0;
/// Height of the axis: two rows of ticks.
const AXIS: f32 = 34.0;

pub(super) fn plot_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let all = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(all);
    let (gutter, plot) = if kit::is_rtl(context.words) {
        let (plot, gutter) = all.split_left_right_at_x(all.right() - GUTTER);
        (gutter, plot)
    } else {
        all.split_left_right_at_x(all.left() + GUTTER)
    };
    let (plot, overview_in_screen) = if overview::is_shown(context) {
        let (plot, strip) = plot.split_top_bottom_at_y(plot.bottom() - overview::HEIGHT);
        (plot, Some(strip))
    } else {
        (plot, None)
    };
    let (axis_in_screen, lanes_in_screen) = plot.split_top_bottom_at_y(plot.top() + AXIS);
    let (lanes_in_screen, strip_in_screen) = with_strip(lanes_in_screen);
    let (histogram_in_screen, lanes_in_screen) = with_histogram(lanes_in_screen);
    if plot.width() < 40.0 || lanes_in_screen.height() < 8.0 {
        return;
    }
    if context.document.time.width.to_bits() != plot.width().to_bits() {
        commands.push(TimeCommand::Width(plot.width()));
    }
    let extent = super::extent(ui, context);
    let frame = Frame {
        context,
        extent,
        scale: TimeScale::new(
            context.document.time.range(extent),
            plot.left(),
            plot.width(),
        ),
        mirror: Mirror::new(plot, context.time_from_right()),
        window: edit::bounded(&context.document.filter.window, extent),
        axis_in_screen,
        histogram_in_screen,
        lanes_in_screen,
        strip_in_screen,
        gutter_in_screen: gutter,
    };
    let lanes = lanes::prepared(ui, &frame);
    let hit = pointer::plot(ui, &frame, &lanes, commands);
    paint(ui, &frame, &lanes);
    frame.mirror.paint(ui, || {
        window::window_ui(ui, &frame, commands);
        bars::outlines(&clipped(ui, frame.plot_in_screen()), &frame, &lanes);
        ends::knobs(ui, &clipped(ui, frame.plot_in_screen()), &frame, &lanes);
    });
    gutter::gutter_ui(ui, &frame, &lanes, commands);
    if let Some(strip) = overview_in_screen {
        let (window, mirror) = (frame.window, frame.mirror);
        overview::overview_ui(ui, context, strip, extent, window, mirror, commands);
    }
    hover::hover_ui(ui, &frame, &lanes, &hit);
    if strip_in_screen.height() > 0.0 {
        coverage::coverage_ui(ui, &frame);
        known::switch_ui(ui, &frame, commands);
        known::known_ui(ui, &frame, commands);
    }
}

/// The lanes and the strip under them, which gives way where the lanes have little room.
fn with_strip(lanes: Rect) -> (Rect, Rect) {
    let has_room = lanes.height() >= coverage::HEIGHT + coverage::LANES_MIN;
    let height = if has_room { coverage::HEIGHT } else { 0.0 };
    lanes.split_top_bottom_at_y(lanes.bottom() - height)
}

/// The strip of the histogram and the lanes under it, which have the room where it is scarce.
fn with_histogram(lanes: Rect) -> (Rect, Rect) {
    let has_room = lanes.height() >= backdrop::HEIGHT + backdrop::LANES_MIN;
    let height = if has_room { backdrop::HEIGHT } else { 0.0 };
    lanes.split_top_bottom_at_y(lanes.top() + height)
}

fn paint(ui: &Ui, frame: &Frame<'_>, lanes: &lanes::Lanes) {
    let painter = clipped(ui, frame.plot_in_screen());
    frame.mirror.paint(ui, || {
        axis::ground(&painter, frame);
        backdrop::histogram(&painter, frame, lanes);
    });
    backdrop::lines(ui.painter(), frame, lanes);
    backdrop::name(ui.painter(), frame);
    frame.mirror.paint(ui, || {
        density::densities(&painter, frame, lanes);
        bars::bars(&painter, frame, lanes);
        // What is read is written over the veil beside the window.
        window::dim(&painter, frame);
        labels::labels(&painter, frame, lanes);
        several::counts(&painter, frame, lanes);
        pinned::pinned(&painter, frame);
        skipped::skipped(&painter, frame);
        axis::labels(&painter, frame);
    });
}

fn clipped(ui: &Ui, rect: Rect) -> egui::Painter {
    ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()))
}
