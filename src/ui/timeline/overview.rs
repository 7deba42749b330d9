//! All of time in small, while the axis is zoomed in: when records begin, the window, and the
//! stretch that the axis shows, which can be dragged.

use std::sync::Arc;

use egui::{CursorIcon, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::mirror::Mirror;
use crate::{
    command::{Commands, TimeCommand},
    model::{Bounds, Second, Window},
    theme::size,
    timeline::{TimeScale, ViewRange},
    typeset,
    ui::{PanelContext, kit},
};

/// Height of the strip with the gap above it, in points.
pub(super) const HEIGHT: f32 = 22.0;
/// Pieces that all of time is cut into.
const PIECES: usize = 240;
/// Share of the view that a key or a screen reader moves it by.
const STEP: f64 = 0.25;

/// Whether the axis shows less than everything.
pub(super) const fn is_shown(context: &PanelContext<'_>) -> bool {
    context.document.time.view.is_some()
}

pub(super) fn overview_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    strip: Rect,
    extent: Bounds,
    window: Window,
    mirror: Mirror,
    commands: &mut Commands,
) {
    let rect = strip.with_min_y(strip.top() + size::GRID);
    let whole = ViewRange::whole(extent);
    let scale = TimeScale::new(whole, rect.left(), rect.width());
    let view = context.document.time.range(extent);
    let response = ui.interact(
        rect,
        Id::unique("timeline overview"),
        Sense::click_and_drag(),
    );
    let middle = f64::midpoint(view.start, view.end);
    let name = context.words.get("overview-name");
    response.widget_info(|| WidgetInfo::slider(true, middle / 86_400.0, name));
    if response.hovered() || response.dragged() {
        ui.set_cursor_icon(CursorIcon::Grab);
    }
    let steps = f64::from(typeset::asked_steps(ui, response.id));
    let mut seconds = steps * view.seconds() * STEP;
    if let (true, Some(pointer)) = (
        response.dragged() || response.clicked(),
        response.interact_pointer_pos(),
    ) {
        seconds = scale.instant_at(f64::from(mirror.x(pointer.x))) - middle;
    }
    if seconds.abs() > 0.0 {
        commands.push(TimeCommand::View(Some(view.panned(seconds, &whole))));
    }
    mirror.paint(ui, || paint(ui, context, rect, &scale, &view, &window));
    typeset::hint(response, context.words.get("overview-hint"));
}

fn paint(
    ui: &Ui,
    context: &PanelContext<'_>,
    rect: Rect,
    scale: &TimeScale,
    view: &ViewRange,
    window: &Window,
) {
    let palette = context.theme.palette;
    let painter = ui.painter().with_clip_rect(rect.expand(1.0));
    painter.rect_filled(rect, 3.0, palette.field);
    let x = |second: Second| scale.x_in_screen(second, 2.0);
    let band = x(window.first())..=x(window.last().saturating_add(1));
    let band = Rect::from_x_y_ranges(band, rect.y_range());
    painter.rect_filled(band, 0.0, palette.time_wash);
    let begins = begins(ui, context, scale.range());
    let most = begins.iter().copied().max().unwrap_or(0).max(1) as f32;
    let width = rect.width() / PIECES as f32;
    for (index, count) in begins.iter().enumerate().filter(|(_, count)| **count > 0) {
        // A lone record shows as well as a crowd.
        let height = (rect.height() - 4.0) * (0.3 + 0.7 * *count as f32 / most);
        let left = rect.left() + index as f32 * width;
        let bar = Rect::from_x_y_ranges(
            left..=left + width.max(1.5),
            rect.bottom() - 2.0 - height..=rect.bottom() - 2.0,
        );
        painter.rect_filled(bar, 0.0, palette.outline_strong);
    }
    let edge = |instant: f64| scale.x_of(instant) as f32;
    let shown = Rect::from_x_y_ranges(edge(view.start)..=edge(view.end), rect.y_range());
    let stroke = Stroke::new(1.5, palette.text);
    painter.rect_stroke(shown, 3.0, stroke, StrokeKind::Inside);
}

/// How many records that pass the filter begin in each piece of `range`; counted once for an engine.
fn begins(ui: &Ui, context: &PanelContext<'_>, range: &ViewRange) -> Arc<Vec<u32>> {
    let engine = context.answers.engine;
    let key = (context.document.dataset.revision(), engine.id());
    let begun = |piece: usize| {
        let share = piece as f64 / PIECES as f64;
        let second = range.start + share * range.seconds();
        engine.begun_until(second.ceil() as Second - 1)
    };
    let id = Id::unique("timeline overview pieces");
    kit::memo(ui.ctx(), id, key, || {
        let mut before = begun(0);
        let pieces = (1..=PIECES).map(|piece| {
            let until = begun(piece);
            let count = until.saturating_sub(std::mem::replace(&mut before, until));
            u32::try_from(count).unwrap_or(u32::MAX)
        });
        pieces.collect()
    })
}
