//! Two rows of ticks: what is counted, and what it is counted in.

use egui::{Align, Align2, FontId, Painter, Rangef, Rect, Stroke, StrokeKind, pos2, vec2};

use super::Frame;
use crate::{
    model::{Second, bounds::day_of},
    text::{Catalogue, dates},
    theme::{fonts, size},
    timeline::{BinWidth, Ruler, Tick, ticks::ticks},
    typeset,
};

/// Half the width of a handle with some air.
const HANDLE: f32 = 8.0;

/// The band of the axis, the window's part of it, and lines on the edges of the calendar.
pub(super) fn ground(painter: &Painter, frame: &Frame<'_>) {
    let palette = frame.context.theme.palette;
    let axis = frame.axis_in_screen;
    painter.rect_filled(axis, size::CORNER, palette.field);
    let (left, right) = frame.window_in_screen();
    let rail = Rect::from_x_y_ranges(left..=right, axis.y_range());
    painter.rect_filled(rail, 0.0, palette.time_wash);

    let ruler = Ruler::for_scale(&frame.scale);
    let minor = palette.outline.gamma_multiply(0.55);
    let row = axis.center().y;
    for (bin_width, colour, top) in [
        (ruler.minor, minor, row + 1.0),
        (ruler.major, palette.outline, axis.top()),
    ] {
        let lines = Rangef::new(axis.bottom(), frame.lanes_in_screen.bottom());
        let teeth = Rangef::new(top, axis.bottom());
        for tick in ticks(&frame.scale, bin_width) {
            let x = painter.round_to_pixel_center(frame.scale.x_in_screen(tick.start, 2.0));
            painter.vline(x, lines, Stroke::new(1.0, colour));
            let is_major = bin_width == ruler.major;
            let tooth = if is_major {
                palette.outline_strong.gamma_multiply(0.6)
            } else {
                colour
            };
            painter.vline(x, teeth, Stroke::new(1.0, tooth));
        }
    }
}

/// The names of the ticks.
pub(super) fn labels(painter: &Painter, frame: &Frame<'_>) {
    let ruler = Ruler::for_scale(&frame.scale);
    majors(painter, frame, ruler.major);
    minors(painter, frame, ruler.minor);
}

/// Named at their start, or at the edge while their start is out of sight.
fn majors(painter: &Painter, frame: &Frame<'_>, bin_width: BinWidth) {
    let axis = frame.axis_in_screen;
    let font = FontId::new(size::SMALL, fonts::semibold());
    let colour = frame.context.theme.palette.text;
    let y = axis.top() + axis.height() * 0.27;
    for tick in ticks(&frame.scale, bin_width) {
        let text = name(frame.context.words, bin_width, tick.start, true);
        let galley = typeset::galley(
            painter.ctx(),
            &text,
            &typeset::Setting::new(font.clone()).colour(colour),
        );
        let start = frame.scale.x_in_screen(tick.start, 0.0).max(axis.left()) + 5.0;
        let end = frame.scale.x_in_screen(tick.end, 0.0) - 5.0;
        let start = beside_handles(frame, start, galley.size().x);
        if start + galley.size().x <= end {
            let pos = pos2(start, y - galley.size().y / 2.0);
            typeset::paint_galley(painter, pos, galley, None);
        }
    }
}

/// Where a name begins that no handle of the window covers.
fn beside_handles(frame: &Frame<'_>, start: f32, width: f32) -> f32 {
    let (left, right) = frame.window_in_screen();
    [left, right].into_iter().fold(start, |start, handle| {
        let is_covered = (start - HANDLE..=start + width + HANDLE).contains(&handle);
        if is_covered { handle + HANDLE } else { start }
    })
}

/// A text on the axis at `x`: before it, over it or after it.
pub(super) fn chip(painter: &Painter, frame: &Frame<'_>, side: Align, x: f32, text: &str) {
    chip_in(painter, frame, frame.axis_in_screen, side, x, text);
}

/// The same at the foot of `area`.
pub(super) fn chip_in(
    painter: &Painter,
    frame: &Frame<'_>,
    area: Rect,
    side: Align,
    x: f32,
    text: &str,
) {
    let palette = frame.context.theme.palette;
    let font = FontId::new(size::SMALL, fonts::medium());
    let setting = typeset::Setting::new(font).colour(palette.text);
    let galley = typeset::galley(painter.ctx(), text, &setting);
    let chip = galley.size() + vec2(10.0, 4.0);
    let left = match side {
        Align::Min => x - HANDLE - chip.x,
        Align::Center => x - chip.x / 2.0,
        Align::Max => x + HANDLE,
    };
    let left = left.clamp(area.left(), (area.right() - chip.x).max(area.left()));
    let rect = Rect::from_min_size(pos2(left, area.bottom() - chip.y - 1.0), chip);
    let line = Stroke::new(1.0, palette.outline_strong);
    painter.rect(rect, 4.0, palette.surface, line, StrokeKind::Inside);
    typeset::paint_galley(painter, rect.min + vec2(5.0, 2.0), galley, None);
}

/// Named in the middle of their piece; every second, third or sixth where names are wide.
fn minors(painter: &Painter, frame: &Frame<'_>, bin_width: BinWidth) {
    let ticks = ticks(&frame.scale, bin_width);
    let words = frame.context.words;
    let font = FontId::proportional(size::SMALL);
    let colour = frame.context.theme.palette.text_weak;
    let setting = typeset::Setting::new(font).colour(colour);
    let galleys: Vec<_> = ticks
        .iter()
        .map(|tick| (tick, name(words, bin_width, tick.start, false)))
        .map(|(tick, text)| (tick, typeset::galley(painter.ctx(), &text, &setting)))
        .collect();
    let widest = galleys
        .iter()
        .map(|(_, galley)| galley.size().x)
        .fold(0.0, f32::max);
    let width = (bin_width.mean_seconds() * frame.scale.points_per_second()) as f32;
    let stride = [1, 2, 3, 6, 12]
        .into_iter()
        .find(|stride| widest + 4.0 <= width * *stride as f32)
        .unwrap_or(24);
    let y = frame.axis_in_screen.top() + frame.axis_in_screen.height() * 0.74;
    for (tick, galley) in galleys {
        if !place(bin_width, tick).is_multiple_of(stride) {
            continue;
        }
        let start = frame.scale.x_of(tick.start as f64) as f32;
        let end = frame.scale.x_of(tick.end as f64) as f32;
        // A name stands in the middle of its piece; a week is named by its Monday, at its start, and
        // so is a piece that speaks for its neighbours.
        let centre = if stride == 1 && bin_width != BinWidth::Week {
            f32::midpoint(start, end)
        } else {
            start + 3.0 + galley.size().x / 2.0
        };
        let rect = Align2::CENTER_CENTER.anchor_size(pos2(centre, y), galley.size());
        typeset::paint_galley(painter, rect.min, galley, None);
    }
}

/// Where a piece stands among its neighbours, so that the same ones are named at every scroll.
fn place(bin_width: BinWidth, tick: &Tick) -> u32 {
    let day = day_of(tick.start);
    let months = |count: u8| u32::from((day.month() - 1).unsigned_abs()) / u32::from(count);
    match bin_width {
        BinWidth::Months(count) => months(count),
        BinWidth::Years(count) => u32::from(day.year().unsigned_abs()) / u32::from(count),
        _ => (tick.start / (bin_width.mean_seconds() as i64).max(1)).unsigned_abs() as u32,
    }
}

/// The name of a piece: alone, or below the name of what it is a piece of.
fn name(words: &Catalogue, bin_width: BinWidth, start: Second, is_alone: bool) -> String {
    let day = day_of(start);
    match bin_width {
        BinWidth::Minutes(_) | BinWidth::Hours(_) => {
            let minutes = start.rem_euclid(86_400) / 60;
            format!("{:02}:{:02}", minutes / 60, minutes % 60)
        }
        BinWidth::Day if is_alone => dates::day(words, day),
        BinWidth::Day | BinWidth::Week => dates::day_of_month(words, day),
        BinWidth::Months(_) if is_alone => dates::month_of_year(words, day),
        BinWidth::Months(_) => dates::month_short(words, day.month()).to_owned(),
        BinWidth::Years(10) if is_alone => {
            format!("{}–{}", day.year(), day.year().saturating_add(9))
        }
        BinWidth::Years(_) => dates::year_name(words, day),
    }
}
