//! What the pointer rests on: a card for a record, the day for an empty place.

use egui::{Align, Align2, FontId, PopupAnchor, Stroke, Tooltip, Ui};

use super::{Frame, axis, lanes::Lanes, pointer::TimelineHit};
use crate::{
    data::Filter,
    model::{Record, RowId, Window, bounds::day_of},
    text::{args, dates},
    theme::size,
    timeline::Bin,
    typeset::{self, Text},
    ui::{
        kit,
        why::{Standing, Why},
    },
};

/// Titles that a card lists before it counts the rest.
const TITLES: usize = 6;
/// Width of a card.
const CARD: f32 = 300.0;

pub(super) fn hover_ui(ui: &Ui, frame: &Frame<'_>, lanes: &Lanes, hit: &TimelineHit) {
    empty_state(ui, frame, lanes);
    let Some(pos) = hit.pos else {
        return;
    };
    if hit.rows.is_empty() {
        frame.mirror.paint(ui, || day_under(ui, frame, pos));
        if let Some((lane, bin)) = &hit.bin {
            tooltip(ui, |ui| crowd(ui, frame, lanes, *lane, bin));
        }
        return;
    }
    tooltip(ui, |ui| card(ui, frame, &hit.rows));
}

fn tooltip(ui: &Ui, add: impl FnOnce(&mut Ui)) {
    let id = egui::Id::unique("timeline card");
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, PopupAnchor::Pointer)
        .gap(12.0)
        .width(CARD)
        .show(add);
}

/// How many records of a lane a piece of time shows, where they are too many to be drawn.
fn crowd(ui: &mut Ui, frame: &Frame<'_>, lanes: &Lanes, lane: usize, bin: &Bin) {
    let (words, context) = (frame.context.words, frame.context);
    ui.set_max_width(CARD);
    ui.spacing_mut().item_spacing.y = 3.0;
    let filter = Filter {
        window: Window::new(bin.bounds.earliest, bin.bounds.latest),
        ..context.document.filter.clone()
    };
    let counted = context.answers.engine.shown(&filter);
    let shown = lanes.layers_of(lane).filter_map(|layer| counted.get(layer));
    let (certain, possible) = shown.fold((0, 0), |(certain, possible), shown| {
        (certain + shown.certain, possible + shown.possible)
    });
    let days = (day_of(bin.bounds.earliest), day_of(bin.bounds.latest));
    let when = dates::span_short(words, days.0, days.1);
    ui.add(Text::new(&when).strong());
    let counts = words.with(
        "count-certain-possible",
        args!(certain: certain, possible: possible),
    );
    ui.add(Text::new(&counts).wrap());
    ui.add(Text::new(words.get("timeline-look-closer")).small().weak());
}

fn card(ui: &mut Ui, frame: &Frame<'_>, rows: &[RowId]) {
    ui.set_max_width(CARD);
    ui.spacing_mut().item_spacing.y = 3.0;
    let (words, dataset) = (frame.context.words, frame.context.document.dataset);
    if let [row] = rows {
        if let Some(record) = dataset.record(*row) {
            one(ui, frame, *row, &record);
        }
        return;
    }
    let heading = words.with("records", args!(n: rows.len()));
    ui.add(Text::new(&heading).strong());
    for row in rows.iter().take(TITLES) {
        let title = kit::title(words, dataset, *row).text;
        ui.add(Text::new(&title).truncate());
    }
    if rows.len() > TITLES {
        let more = words.with("timeline-more", args!(n: rows.len() - TITLES));
        ui.add(Text::new(&more).small().weak());
    }
}

fn one(ui: &mut Ui, frame: &Frame<'_>, row: RowId, record: &Record) {
    let words = frame.context.words;
    let title = kit::title(words, frame.context.document.dataset, row).text;
    ui.add(Text::new(&title).strong().rows(3));
    if let Some(date) = &record.date {
        let date = dates::capitalised(&dates::in_words(words, date, record.kind));
        ui.add(Text::new(&date).wrap());
    }
    let why = Why::of(frame.context, row);
    let colour = match why.standing {
        Standing::Unconfirmed | Standing::Unknown => frame.context.theme.palette.warning,
        _ => frame.context.theme.palette.text_weak,
    };
    let standing = words.get(why.standing.key());
    ui.add(Text::new(standing).small().medium().colour(colour).wrap());
    ui.add(Text::new(&why.text).small().weak().wrap());
    let layer = words.layer(&record.layer);
    let status = kit::status_text(frame.context, record);
    let foot: Vec<&str> = std::iter::once(layer).chain(status.as_deref()).collect();
    ui.add(Text::new(&foot.join(" · ")).small().weak());
    if let Some(later) = kit::written_later(frame.context, record) {
        ui.add(Text::new(&later).small().weak().wrap());
    }
}

/// A line under the pointer with its day on the axis.
fn day_under(ui: &Ui, frame: &Frame<'_>, pos: egui::Pos2) {
    let palette = frame.context.theme.palette;
    let plot = frame.plot_in_screen();
    let painter = ui.painter().with_clip_rect(plot);
    let x = painter.round_to_pixel_center(pos.x);
    let line = Stroke::new(1.0, palette.text.gamma_multiply(0.35));
    painter.vline(x, frame.lanes_in_screen.y_range(), line);
    let day = day_of(frame.scale.second_at(f64::from(pos.x)));
    let text = dates::day_short(frame.context.words, day);
    axis::chip(&painter, frame, Align::Center, x, &text);
}

/// Says so where there is nothing to show.
fn empty_state(ui: &Ui, frame: &Frame<'_>, lanes: &Lanes) {
    if lanes.are_awaited() || !lanes.is_empty() {
        return;
    }
    let key = if frame
        .context
        .document
        .dataset
        .columns()
        .extent_in_time()
        .is_none()
    {
        "timeline-nothing-dated"
    } else {
        "timeline-nothing-matches"
    };
    typeset::paint(
        ui.painter(),
        frame.lanes_in_screen.center(),
        Align2::CENTER_CENTER,
        frame.context.words.get(key),
        FontId::proportional(size::BODY),
        frame.context.theme.palette.text_weak,
        None,
    );
}
