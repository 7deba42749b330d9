//! The names of the basemap, written below the marks in the chosen language.

use std::sync::Arc;

use egui::{
    Align2, Color32, Context, FontId, Galley, Key, KeyboardShortcut, Modifiers, Painter, Pos2,
    Rect,
    epaint::TextShape,
    text::{LayoutJob, TextFormat},
};

use crate::{
    model::Lang,
    text::bidi,
    theme::{
        basemap::{BasemapPalette, label_look},
        fonts, size,
    },
    typeset::{self, Setting},
};

use super::{
    super::{
        basemap::labels::{Label, MarkName, PlacedNames, Screen, place},
        frame::MapFrame,
    },
    Brush, OccupiedSpace, Overlay, OverlayKind, Switch,
    room::NamedMark,
};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: "names",
    switch: Some(Switch {
        name: "action-names",
        keys: &[KeyboardShortcut::new(Modifiers::NONE, Key::L)],
        is_on_at_first: true,
        button: None,
        option: None,
    }),
    help: &[],
    new: || Box::<PlaceNames>::default(),
};

/// The widest name of a mark, in points; a longer one goes on below.
const MARK_NAME: f32 = 140.0;
/// Marks that are called alike are named once within this distance, in points.
const ALIKE: f32 = 90.0;

/// The names that found room beside what lies above them.
#[derive(Default)]
struct PlaceNames {
    placed: PlacedNames,
    /// The names of marks, in the order in which they were placed.
    of_marks: Vec<Arc<Galley>>,
}

impl Overlay for PlaceNames {
    fn prepare(&mut self, frame: &MapFrame<'_>, room: &mut OccupiedSpace) {
        let MapFrame { view, names, .. } = *frame;
        let lang = frame.input.lang();
        let palette = BasemapPalette::of(frame.input.theme.shade);
        let taken = room.taken();
        let screen = Screen {
            view: view.rect,
            taken: &taken,
            rings: room.rings(),
            zoom: view.zoom,
            is_rtl: lang.is_rtl(),
            project: &|at| view.screen_from_map(at),
        };
        let marks = own_names(frame, room.named_marks());
        self.of_marks = marks.iter().map(|(_, name)| Arc::clone(name)).collect();
        let of_marks = marks.iter().map(|(mark, name)| MarkName {
            mark: *mark,
            size: name.size(),
        });
        let of_marks: Vec<MarkName> = of_marks.collect();
        self.placed = place(names, &of_marks, &screen, |label| {
            galley(frame.ctx, label, lang, label.colour(palette)).size()
        });
        room.take(self.placed.labels.iter().map(|placed| placed.text));
        room.take(self.placed.of_marks.iter().map(|(_, text)| *text));
    }

    fn paint(&self, brush: &Brush<'_>) {
        let (painter, frame) = (brush.painter, brush.frame);
        let palette = BasemapPalette::of(frame.input.theme.shade);
        for placed in &self.placed.labels {
            let Some(label) = frame.names.get(placed.index) else {
                continue;
            };
            let colour = label.colour(palette);
            if label.has_dot() {
                painter.circle_filled(placed.anchor, label_look::DOT + 1.1, palette.halo);
                painter.circle_filled(placed.anchor, label_look::DOT, colour);
            }
            let turned = Turned {
                galley: galley(frame.ctx, label, frame.input.lang(), colour),
                middle: placed.text.center(),
                angle: label.angle_deg.to_radians(),
            };
            turned.paint(painter, palette.halo);
        }
        for (index, text) in &self.placed.of_marks {
            if let Some(name) = self.of_marks.get(*index) {
                let halo = Some(palette.halo);
                typeset::paint_galley(painter, text.min, Arc::clone(name), halo);
            }
        }
    }
}

/// Returns the names of marks that are not written by the basemap: in the reader's language where it has one, and once
/// where several marks are called alike.
fn own_names(frame: &MapFrame<'_>, marks: &[NamedMark]) -> Vec<(Rect, Arc<Galley>)> {
    let lang = frame.input.lang();
    let font = FontId::new(size::SMALL, fonts::semibold());
    let setting = Setting::new(font)
        .colour(frame.input.theme.palette.text)
        .wrapped(MARK_NAME)
        .rows(2);
    let shown = || {
        let labels = frame.names.iter();
        labels.filter(|label| label.has_dot() && label.is_shown(frame.view.zoom))
    };
    let is_written = |mark: &NamedMark| {
        shown().any(|label| {
            let at = frame.screen(label.position);
            let is_alike = **label.text(lang) == *mark.name;
            (mark.is_fallback && mark.rect.contains(at))
                || (is_alike && mark.rect.center().distance(at) < ALIKE)
        })
    };
    let mut kept: Vec<&NamedMark> = Vec::new();
    for mark in marks {
        let is_near = |other: &&NamedMark| {
            other.name == mark.name && other.rect.center().distance(mark.rect.center()) < ALIKE
        };
        if !kept.iter().any(is_near) && !is_written(mark) {
            kept.push(mark);
        }
    }
    let set = |mark: &NamedMark| typeset::galley(frame.ctx, &mark.name, &setting);
    kept.into_iter()
        .map(|mark| (mark.rect, set(mark)))
        .collect()
}

fn galley(ctx: &Context, label: &Label, lang: Lang, colour: Color32) -> Arc<Galley> {
    let look = label.look();
    let family = if look.strong {
        fonts::semibold()
    } else {
        fonts::medium()
    };
    let font = FontId::new(look.size, family);
    let text = label.written(lang);
    if look.spacing > 0.0 && !bidi::has_rtl(&text) {
        let format = TextFormat {
            extra_letter_spacing: look.spacing,
            ..TextFormat::simple(font, colour)
        };
        let job = LayoutJob::single_section(text.into_owned(), format);
        return ctx.fonts_mut(|fonts| fonts.layout_job(job));
    }
    typeset::galley(ctx, &text, &Setting::new(font).colour(colour))
}

/// A text turned around its middle.
struct Turned {
    galley: Arc<Galley>,
    middle: Pos2,
    angle: f32,
}

impl Turned {
    fn paint(&self, painter: &Painter, halo: Color32) {
        for offset in typeset::halo_offsets(painter.pixels_per_point()) {
            let shape = self.shape(self.middle + *offset * label_look::HALO);
            painter.add(shape.with_override_text_color(halo));
        }
        painter.add(self.shape(self.middle));
    }

    fn shape(&self, middle: Pos2) -> TextShape {
        let min = middle - self.galley.size() / 2.0;
        let shape = TextShape::new(min, Arc::clone(&self.galley), Color32::PLACEHOLDER);
        if self.angle.abs() < 0.01 {
            shape
        } else {
            shape.with_angle_and_anchor(self.angle, Align2::CENTER_CENTER)
        }
    }
}
