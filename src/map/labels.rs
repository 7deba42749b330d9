//! The names of the basemap, written below the marks in the chosen language.

use std::sync::Arc;

use egui::{
    Align2, Color32, Context, FontId, Galley, Painter, Pos2, Rect,
    epaint::TextShape,
    text::{LayoutJob, TextFormat},
};

use crate::{
    model::Lang,
    text::bidi,
    theme::{
        Theme,
        basemap::{BasemapPalette, label_look},
        fonts,
    },
    typeset::{self, Setting},
};

use super::{
    basemap::labels::{Label, Screen, place},
    viewport::Viewport,
};

/// Writes the names that find room beside what is `taken`. `labels` must be sorted by claim.
pub(super) fn paint(
    painter: &Painter,
    labels: &[Label],
    view: &Viewport,
    taken: &[Rect],
    theme: &Theme,
    lang: Lang,
) {
    let ctx = painter.ctx();
    let palette = BasemapPalette::of(theme.shade);
    let galley = |label: &Label| galley(ctx, label, lang, label.colour(palette));
    let screen = Screen {
        view: view.rect,
        taken,
        zoom: view.zoom,
        is_rtl: lang.is_rtl(),
        project: &|at| view.screen_from_map(at),
    };
    for placed in place(labels, &screen, |label| galley(label).size()) {
        let Some(label) = labels.get(placed.index) else {
            continue;
        };
        if label.has_dot() {
            painter.circle_filled(placed.anchor, label_look::DOT + 1.1, palette.halo);
            painter.circle_filled(placed.anchor, label_look::DOT, label.colour(palette));
        }
        let turned = Turned {
            galley: galley(label),
            middle: placed.text.center(),
            angle: label.angle_deg.to_radians(),
        };
        turned.paint(painter, palette.halo);
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
