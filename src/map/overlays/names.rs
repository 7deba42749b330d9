//! The names of the basemap, written below the marks in the chosen language.

use std::sync::Arc;

use egui::{
    Align2, Color32, Context, FontId, Galley, Painter, Pos2,
    epaint::TextShape,
    text::{LayoutJob, TextFormat},
};

use crate::{
    model::Lang,
    text::bidi,
    theme::{
        basemap::{BasemapPalette, label_look},
        fonts,
    },
    typeset::{self, Setting},
};

use super::{
    super::{
        basemap::labels::{Label, PlacedLabel, Screen, place},
        frame::MapFrame,
    },
    Brush, Overlay, OverlayKind, Room,
};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: "names",
    switch: None,
    help: &[],
    new: || Box::<PlaceNames>::default(),
};

/// The names that found room beside what lies above them.
#[derive(Default)]
struct PlaceNames {
    placed: Vec<PlacedLabel>,
}

impl Overlay for PlaceNames {
    fn prepare(&mut self, frame: &MapFrame<'_>, room: &mut Room) {
        let MapFrame { view, names, .. } = *frame;
        let lang = frame.input.lang();
        let palette = BasemapPalette::of(frame.input.theme.shade);
        let taken = room.taken();
        let screen = Screen {
            view: view.rect,
            taken: &taken,
            zoom: view.zoom,
            is_rtl: lang.is_rtl(),
            project: &|at| view.screen_from_map(at),
        };
        self.placed = place(names, &screen, |label| {
            galley(frame.ctx, label, lang, label.colour(palette)).size()
        });
        room.take(self.placed.iter().map(|placed| placed.text));
    }

    fn paint(&self, brush: &Brush<'_>) {
        let (painter, frame) = (brush.painter, brush.frame);
        let palette = BasemapPalette::of(frame.input.theme.shade);
        for placed in &self.placed {
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
    }
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
