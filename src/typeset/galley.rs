//! Logical text to a galley.

use std::sync::Arc;

use egui::{
    Align, Context, Galley, Rect,
    epaint::text::FontsView,
    text::{ByteIndex, LayoutJob, LayoutSection, TextFormat, TextWrapping},
};

use super::{Flush, Setting, memo::Memo};
use crate::text::{
    bidi::{self, Base, LineLimits, VisualRun},
    piece_memo::{Measure, PieceMemo},
    rows::{ParagraphBases, TextRow, TextRows},
};

/// Runs of a row that are set together.
const MOST_RUNS: usize = 8;

/// Sets `text`. The same text in the same setting is set once and then kept.
///
/// The galley begins at its top left corner whatever the direction of its lines, and its
/// [`Galley::text`] is `text` in logical order, without bidi control characters.
#[must_use]
pub fn galley(ctx: &Context, text: &str, setting: &Setting) -> Arc<Galley> {
    let key = setting.hash(text, ctx.pixels_per_point());
    Memo::of(ctx).get_or(ctx, key, || {
        ctx.fonts_mut(|fonts| Arc::new(set(fonts, text, setting)))
    })
}

/// Sets a text for an editor: in rows with their stops, with the white space at their ends.
///
/// What `memo` has of it is not measured again. A row of many runs gets the galley of its first alone: the others are set
/// where they are seen ([`galley_of_run`]).
pub(super) fn set_rows(
    ctx: &Context,
    text: &str,
    empty_base: Base,
    setting: &Setting,
    memo: &mut PieceMemo,
) -> (TextRows, Vec<Arc<Galley>>) {
    ctx.fonts_mut(|fonts| {
        let format = format(fonts, setting);
        let bases = ParagraphBases {
            written: setting.base,
            empty: empty_base,
        };
        let mut measure = Measure {
            memo,
            width: &mut |run: &str| width_of_run(fonts, run, &format),
        };
        let rows = TextRows::set(text, bases, setting.width, &mut measure);
        let galleys = rows
            .iter()
            .map(|row| {
                let runs = match row.line.runs.as_slice() {
                    [first, ..] if is_long(row) => std::slice::from_ref(first),
                    runs => runs,
                };
                fonts.layout_job(job_of_runs(runs, &format))
            })
            .collect();
        (rows, galleys)
    })
}

/// Tells whether a row has so many runs that they are set where they are seen.
pub(super) fn is_long(row: &TextRow) -> bool {
    row.line.runs.len() > MOST_RUNS
}

/// Sets one run of a row.
pub(super) fn galley_of_run(ctx: &Context, run: &VisualRun, setting: &Setting) -> Arc<Galley> {
    ctx.fonts_mut(|fonts| {
        let format = format(fonts, setting);
        fonts.layout_job(job_of_runs(std::slice::from_ref(run), &format))
    })
}

/// Sets an icon that is read out as `name`.
#[must_use]
pub fn icon_galley(ctx: &Context, icon: &str, name: &str, setting: &Setting) -> Arc<Galley> {
    let key = egui::util::hash((setting.hash(icon, ctx.pixels_per_point()), name));
    Memo::of(ctx).get_or(ctx, key, || {
        let mut galley = galley_of_one_direction(ctx, icon, setting);
        galley.job = logical_job(name, setting);
        Arc::new(galley)
    })
}

fn galley_of_one_direction(ctx: &Context, text: &str, setting: &Setting) -> Galley {
    ctx.fonts_mut(|fonts| Galley::clone(&set_left_to_right(fonts, text, setting)))
}

fn set(fonts: &mut FontsView<'_>, text: &str, setting: &Setting) -> Galley {
    let is_plain = setting.base != Base::RightToLeft && !bidi::has_rtl(text);
    if !is_plain {
        return set_in_both_directions(fonts, text, setting);
    }
    let text = bidi::as_shown(text);
    let mut galley = Galley::clone(&set_left_to_right(fonts, &text, setting));
    if setting.is_filled || !matches!(setting.flush, Flush::Start | Flush::Left) {
        let rows = galley.rows.len();
        align(&mut galley, &vec![false; rows], setting);
    }
    galley
}

/// Sets a text without a right-to-left letter: egui breaks its lines.
fn set_left_to_right(fonts: &mut FontsView<'_>, text: &str, setting: &Setting) -> Arc<Galley> {
    let mut job = LayoutJob::simple_format(text.to_owned(), format(fonts, setting));
    job.wrap = TextWrapping {
        max_width: setting.width,
        max_rows: setting.max_rows,
        break_anywhere: setting.max_rows == 1,
        ..TextWrapping::default()
    };
    fonts.layout_job(job)
}

fn set_in_both_directions(fonts: &mut FontsView<'_>, text: &str, setting: &Setting) -> Galley {
    let room = LineLimits {
        width: setting.width,
        max_rows: setting.max_rows,
    };
    let format = format(fonts, setting);
    let laid = bidi::lines(text, setting.base, room, &mut |run| {
        width_of_run(fonts, run, &format)
    });
    let rows: Vec<Arc<Galley>> = laid
        .lines
        .iter()
        .map(|line| fonts.layout_job(job_of_runs(&line.runs, &format)))
        .collect();
    let pixels_per_point = rows.first().map_or(1.0, |row| row.pixels_per_point);
    let job = logical_job(text, setting);
    let mut galley = Galley::concat(job, &rows, pixels_per_point);
    galley.elided = laid.is_elided;
    let directions: Vec<bool> = laid.lines.iter().map(|line| line.is_rtl).collect();
    align(&mut galley, &directions, setting);
    galley
}

fn format(fonts: &mut FontsView<'_>, setting: &Setting) -> TextFormat {
    let mut format = TextFormat::simple(setting.font.clone(), setting.colour);
    if (setting.line_spacing - 1.0).abs() > f32::EPSILON {
        format.line_height = Some((fonts.row_height(&setting.font) * setting.line_spacing).round());
    }
    format
}

/// Returns the width of a run to a fraction of a point.
fn width_of_run(fonts: &mut FontsView<'_>, run: &str, format: &TextFormat) -> f32 {
    let mut job = LayoutJob::single_section(run.to_owned(), format.clone());
    job.round_output_to_gui = false;
    fonts.layout_job(job).intrinsic_size().x
}

/// Lays out one line: each run a section, because a section is shaped by itself.
fn job_of_runs(runs: &[VisualRun], format: &TextFormat) -> LayoutJob {
    let mut text = String::new();
    let mut sections = Vec::new();
    // Without a section an empty line has no height.
    let empty = [""];
    let texts = runs.iter().map(|run| run.text.as_str());
    for run in texts.chain(empty.into_iter().filter(|_| runs.is_empty())) {
        let start = ByteIndex(text.len());
        text.push_str(run);
        sections.push(LayoutSection {
            leading_space: 0.0,
            byte_range: start..ByteIndex(text.len()),
            format: format.clone(),
        });
    }
    LayoutJob {
        text,
        sections,
        break_on_newline: false,
        ..LayoutJob::default()
    }
}

/// Tells what the galley says of itself: the logical text.
fn logical_job(text: &str, setting: &Setting) -> Arc<LayoutJob> {
    let text = bidi::as_shown(text).into_owned();
    let mut job = LayoutJob::simple(text, setting.font.clone(), setting.colour, setting.width);
    job.halign = Align::LEFT;
    Arc::new(job)
}

/// Moves each row to its side; `directions` tells which rows are read from the right.
fn align(galley: &mut Galley, directions: &[bool], setting: &Setting) {
    let width = if setting.is_filled && setting.width.is_finite() {
        setting.width.max(galley.rect.width())
    } else {
        galley.rect.width()
    };
    let pixels_per_point = galley.pixels_per_point;
    galley.rect.max.x = galley.rect.min.x + width;
    galley.mesh_bounds = Rect::NOTHING;
    for (row, is_rtl) in galley.rows.iter_mut().zip(directions) {
        let free_width = (width - row.size.x).max(0.0);
        let share = match (setting.flush, is_rtl) {
            (Flush::Left, _) | (Flush::Start, false) | (Flush::End, true) => 0.0,
            (Flush::Centre, _) => 0.5,
            (Flush::Start, true) | (Flush::End, false) => 1.0,
        };
        row.pos.x = (free_width * share * pixels_per_point).round() / pixels_per_point;
        galley.mesh_bounds |= row.visuals.mesh_bounds.translate(row.pos.to_vec2());
    }
}
