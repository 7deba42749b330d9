//! The third handle: the day from which the analyst looks. What became known later is hidden; moving
//! the handle shows how the picture grew.

use egui::{
    Align, Button, CornerRadius, Id, Rect, Role, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::{
    Frame, axis, coverage, fields,
    handle::{DateHandle, HandleResponse},
};
use crate::{
    command::{Commands, TimeCommand},
    model::{
        DAY,
        bounds::{day_of, end_of_day},
    },
    text::dates,
    theme::{fonts::icon, size},
    typeset,
    ui::kit,
};

/// How far the grab zone reaches to both sides.
const REACH: f32 = 9.0;
/// Size of the part that shows in the strip.
const GRIP: egui::Vec2 = vec2(11.0, 18.0);

/// The name of the strip and, where its line ends, the switch: an eye that is open while something is
/// hidden.
pub(super) fn switch_ui(ui: &mut Ui, frame: &Frame<'_>, commands: &mut Commands) {
    let words = frame.context.words;
    let strip = frame.strip_in_screen;
    let gutter = Rect::from_x_y_ranges(frame.gutter_in_screen.x_range(), strip.y_range());
    let is_on = frame.context.document.filter.known.is_some();
    let builder = UiBuilder::new().max_rect(gutter).layout(kit::fill(words));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = size::GRID;
        ui.add_space(size::GRID);
        let name = words.get("known-switch");
        let galley = typeset::icon(ui, icon::EYE, name, size::BODY + 2.0);
        ui.spacing_mut().button_padding = vec2(4.0, 1.0);
        let response = ui.add(Button::selectable(is_on, galley));
        response.widget_info(|| WidgetInfo::selected(Role::Switch, true, is_on, name));
        if typeset::hint(response, words.get("known-hint")).clicked() {
            commands.push(TimeCommand::ToggleKnown);
        }
        let rest = ui.available_rect_before_wrap();
        if is_on {
            // The field says what the strip is about, and takes the place of its name.
            ui.spacing_mut().interact_size.y = rest.height();
            fields::known_ui(ui, frame.context, commands);
        } else {
            coverage::name_ui(ui, frame, rest);
        }
    });
}

/// The handle in the strip and its line through the lanes, while it is on.
pub(super) fn known_ui(ui: &Ui, frame: &Frame<'_>, commands: &mut Commands) {
    let Some(known) = frame.context.document.filter.known else {
        return;
    };
    let x = frame.scale.x_in_screen(known.saturating_add(1), 4.0);
    let strip = frame.strip_in_screen;
    if x < strip.left() - 2.0 || x > strip.right() + 2.0 {
        return;
    }
    let zone = Rect::from_x_y_ranges(x - REACH..=x + REACH, strip.y_range());
    let handle = DateHandle {
        id: Id::unique("known handle"),
        x,
        zone,
        second: known,
        name: frame.context.words.get("known-handle"),
    };
    let moved = handle.interact(ui, frame);
    typeset::hint(
        moved.response.clone(),
        frame.context.words.get("known-hint"),
    );
    if let Some(at) = moved.dragged_to {
        // The line stands at the end of the day.
        let day = end_of_day(day_of(frame.scale.second_at(at).saturating_sub(DAY / 2)));
        if day != known {
            commands.push(TimeCommand::Known(Some(day)));
        }
    }
    if moved.steps != 0 {
        let day = end_of_day(moved.unit.after(day_of(known), moved.steps));
        commands.push(TimeCommand::Known(Some(day)));
    }
    frame.mirror.paint(ui, || paint(ui, frame, x, &moved));
    let day = dates::day_short(frame.context.words, day_of(known));
    frame.mirror.paint(ui, || {
        axis::chip_in(ui.painter(), frame, strip, Align::Max, x, &day);
    });
}

/// A dashed line through axis and lanes, what lies past it veiled in the strip, and the grip.
fn paint(ui: &Ui, frame: &Frame<'_>, x: f32, handle: &HandleResponse) {
    let palette = frame.context.theme.palette;
    let painter = ui.painter();
    let strip = frame.strip_in_screen;
    let is_live = handle.is_live();
    let x = painter.round_to_pixel_center(x);
    let colour = palette.reported;
    let later = Rect::from_x_y_ranges(x.min(strip.right())..=strip.right(), strip.y_range());
    painter.rect_filled(later, 0.0, palette.canvas.gamma_multiply(0.45));
    let ends = [pos2(x, frame.axis_in_screen.top()), pos2(x, strip.bottom())];
    let width = if is_live { 2.5 } else { 1.5 };
    painter.extend(Shape::dashed_line(
        &ends,
        Stroke::new(width, colour),
        4.0,
        3.0,
    ));
    let grip = Rect::from_center_size(pos2(x, strip.center().y), GRIP);
    if handle.response.has_focus() {
        let ring = Stroke::new(1.5, palette.text);
        painter.rect_stroke(grip.expand(2.5), 5.0, ring, egui::StrokeKind::Inside);
    }
    painter.rect_filled(grip, CornerRadius::same(5), colour);
    let setting = typeset::Setting::new(egui::FontId::new(
        size::SMALL - 2.0,
        crate::theme::fonts::icons(),
    ))
    .colour(palette.canvas);
    let galley = typeset::galley(painter.ctx(), icon::EYE, &setting);
    let at = grip.center() - galley.size() / 2.0;
    typeset::paint_galley(painter, at, galley, None);
}
