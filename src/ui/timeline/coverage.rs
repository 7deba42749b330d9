//! The strip under the lanes: how many documents each month published; months without any are
//! hatched, so that silence is not read as calm.

use std::sync::Arc;

use egui::{
    Align2, FontId, Id, Painter, Pos2, Rangef, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo,
    pos2,
};

use super::{
    Frame,
    hatch::{self, Fade},
};
use crate::{
    data::PublicationDates,
    model::{Bounds, bounds::day_of},
    text::{args, dates},
    theme::{fonts, size},
    timeline::{Coverage, Month},
    typeset,
    ui::kit,
};

/// Height of the strip, in points.
pub(super) const HEIGHT: f32 = 24.0;
/// Least height of the lanes above it; with less the strip gives way.
pub(super) const LANES_MIN: f32 = 48.0;
/// Room above the highest bar.
const AIR: f32 = 4.0;

/// The months of the axis. Made once for a dataset.
fn coverage(ui: &Ui, frame: &Frame<'_>, reporting: &PublicationDates) -> Arc<Coverage> {
    let key = (frame.context.document.dataset.revision(), frame.extent);
    kit::memo(ui.ctx(), Id::unique("coverage"), key, || {
        Coverage::of(&reporting.dated, frame.extent)
    })
}

/// Draws the strip; what the pointer rests on says itself in words.
pub(super) fn coverage_ui(ui: &Ui, frame: &Frame<'_>) {
    let strip = frame.strip_in_screen;
    let response = ui.interact(strip, Id::unique("coverage strip"), Sense::hover());
    let name = frame.context.words.get("coverage");
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));
    let painter = ui.painter().with_clip_rect(strip.intersect(ui.clip_rect()));
    let Some(reporting) = frame.context.answers.engine.reporting() else {
        return;
    };
    if reporting.is_unknown() {
        unknown(ui, frame, &response);
        return;
    }
    let coverage = coverage(ui, frame, reporting);
    frame.mirror.paint(ui, || paint(&painter, frame, &coverage));
    hint(frame, reporting, &coverage, &response);
}

/// Nobody says when anything was published: not silence, but nothing to tell silence by.
fn unknown(ui: &Ui, frame: &Frame<'_>, response: &Response) {
    let strip = frame.strip_in_screen;
    let text = frame.context.words.get("coverage-unknown");
    let setting = typeset::Setting::new(FontId::new(size::SMALL, egui::FontFamily::Proportional))
        .colour(frame.context.theme.palette.text_weak)
        .wrapped(strip.width())
        .rows(1);
    let galley = typeset::galley(ui.ctx(), text, &setting);
    let rect = Align2::CENTER_CENTER.anchor_size(strip.center(), galley.size());
    typeset::paint_galley(ui.painter(), rect.min, galley, None);
    typeset::hint(response.clone(), text);
}

fn paint(painter: &Painter, frame: &Frame<'_>, coverage: &Coverage) {
    let palette = frame.context.theme.palette;
    let strip = frame.strip_in_screen;
    painter.hline(
        strip.x_range(),
        painter.round_to_pixel_center(strip.top()),
        Stroke::new(1.0, palette.outline_strong),
    );
    for silence in coverage.silences() {
        let rect = columns(frame, silence);
        painter.rect_filled(rect, 0.0, palette.text_weak.gamma_multiply(0.07));
        let rows = Rangef::new(strip.top() + 1.0, strip.bottom());
        let whole = Fade::whole(rect.left(), rect.right());
        hatch::hatched(painter, whole, rows, palette.text_weak.gamma_multiply(0.4));
    }
    for month in coverage.months.iter().filter(|month| !month.is_silent()) {
        bar(painter, frame, coverage.most, month);
    }
}

/// Where a stretch of time lies in the strip.
fn columns(frame: &Frame<'_>, bounds: Bounds) -> Rect {
    let slack = 8.0;
    let left = frame.scale.x_in_screen(bounds.earliest, slack);
    let right = frame
        .scale
        .x_in_screen(bounds.latest.saturating_add(1), slack);
    Rect::from_x_y_ranges(
        left..=right.max(left + 1.5),
        frame.strip_in_screen.y_range(),
    )
}

/// Solid for what was published in the month, hollow above it for what may have been. What is later
/// than the day looked from is pale.
fn bar(painter: &Painter, frame: &Frame<'_>, most: usize, month: &Month) {
    let mut colour = frame.context.theme.palette.reported;
    if (frame.context.document.filter.known).is_some_and(|known| month.bounds.earliest > known) {
        colour = colour.gamma_multiply(0.3);
    }
    let column = columns(frame, month.bounds).shrink2(egui::vec2(0.5, 0.0));
    let unit = (column.height() - AIR) / most.max(1) as f32;
    let certain = column.bottom() - unit * month.certain as f32;
    let possible = certain - unit * month.possible as f32;
    painter.rect_filled(column.with_min_y(certain), 0.0, colour);
    if month.possible > 0 {
        let hollow = column.with_min_y(possible).with_max_y(certain);
        painter.rect_filled(hollow, 0.0, colour.gamma_multiply(0.18));
        let line = Stroke::new(1.0, colour);
        painter.rect_stroke(hollow, 0.0, line, egui::StrokeKind::Inside);
    }
}

/// "March 2023: no reporting in this dataset".
fn hint(frame: &Frame<'_>, reporting: &PublicationDates, coverage: &Coverage, response: &Response) {
    let Some(pos) = response.hover_pos() else {
        return;
    };
    let x = frame.mirror.pos(pos).x;
    let second = frame.scale.second_at(f64::from(x));
    if let Some(month) = coverage.at(second) {
        let text = in_words(frame, reporting, month);
        let text = match (reporting.undated, reporting.is_of_records) {
            (0, _) => text,
            (n, false) => with_rest(frame, "coverage-undated", &text, n),
            (n, true) => with_rest(frame, "coverage-unreported", &text, n),
        };
        typeset::hint(response.clone(), &text);
    }
}

/// What of the rest nobody says when it was published.
fn with_rest(frame: &Frame<'_>, key: &str, text: &str, n: usize) -> String {
    format!("{text}\n{}", frame.context.words.with(key, args!(n: n)))
}

fn in_words(frame: &Frame<'_>, reporting: &PublicationDates, month: &Month) -> String {
    let words = frame.context.words;
    let name = dates::month_of_year(words, day_of(month.bounds.earliest));
    let when = crate::text::Arg::Own(name.into());
    if month.is_silent() {
        return words.with("coverage-none", args!(month: when));
    }
    let (certain, possible) = (month.certain, month.possible);
    let key = if reporting.is_of_records {
        "coverage-month-records"
    } else {
        "coverage-month"
    };
    words.with(
        key,
        args!(month: when, certain: certain, possible: possible),
    )
}

/// The name of the strip, in the gutter.
pub(super) fn name_ui(ui: &Ui, frame: &Frame<'_>, gutter: Rect) {
    let words = frame.context.words;
    let key = match frame.context.document.filter.known {
        None => "coverage-short",
        Some(_) => "coverage-known",
    };
    let setting = typeset::Setting::new(FontId::new(size::SMALL, fonts::medium()))
        .colour(frame.context.theme.palette.text_weak)
        .wrapped(gutter.width())
        .rows(1);
    let galley = typeset::galley(ui.ctx(), words.get(key), &setting);
    let left = kit::from_start(words, gutter, 0.0, galley.size().x);
    let middle: Pos2 = pos2(left, gutter.center().y);
    let rect = Align2::LEFT_CENTER.anchor_size(middle, galley.size());
    typeset::paint_galley(ui.painter(), rect.min, galley, None);
}
