//! What stands below a picture: the title of the records, the sentence about what is shown, the
//! legend and the credit, so that the picture says by itself what it shows.

use egui::{Align2, FontFamily, FontId, Rect, Ui, UiBuilder, pos2};

use crate::{
    map::overlays::density,
    model::Layer,
    query::{Density, Shown, marks::Certainty, method_sentence},
    theme::{Colour, fonts, layer_shape, size},
    typeset::{self, Setting},
    ui::{kit, map::legend},
};

use super::{PictureContent, Sheet};

/// Height of the caption, in points.
const HEIGHT: f32 = 102.0;
/// Middle of each line below the caption's top, in points.
const LINES: [f32; 3] = [18.0, 49.0, 84.0];
/// How much of that is the title's, in points.
const TITLE: f32 = 26.0;
/// Between entries of the legend, in points.
const APART: f32 = 18.0;

/// Height of a caption, in points.
pub(super) const fn height(has_title: bool) -> f32 {
    if has_title { HEIGHT } else { HEIGHT - TITLE }
}

/// All that a caption says.
pub(super) struct Caption<'a> {
    pub(super) seen: &'a PictureContent<'a>,
    pub(super) sheet: &'a Sheet,
    pub(super) credit: &'a str,
    /// How many records lie where, if the picture shows that.
    pub(super) density: Option<&'a Density>,
}

impl Caption<'_> {
    pub(super) fn show(&self, ui: &mut Ui) {
        let rect = ui.available_rect_before_wrap();
        let palette = self.sheet.theme.palette;
        let title = self.sheet.title.as_str();
        let strong = FontId::new(size::HEADING, fonts::semibold());
        let small = FontId::new(size::SMALL, FontFamily::Proportional);
        let top = rect.top() - (HEIGHT - height(!title.is_empty()));
        let [first, second, third] = LINES.map(|line| top + line);
        if !title.is_empty() {
            self.start(ui, rect, first, title, strong, palette.text);
        }
        self.said(ui, rect, second);
        match self.density {
            Some(density) if self.sheet.has_legend => self.key(ui, rect, third, density),
            None if self.sheet.has_legend => self.legend(ui, rect, third),
            _ => {}
        }
        self.end(ui, rect, third, self.credit, small, palette.text_weak);
        ui.advance_cursor_after_rect(rect);
    }

    /// What the picture shows and leaves out, in one sentence on two lines at most.
    fn said(&self, ui: &Ui, rect: Rect, middle: f32) {
        let seen = self.seen;
        let said = method_sentence::sentence(
            &self.sheet.words,
            seen.engine.dataset(),
            seen.filter,
            seen.visible,
        );
        let font = FontId::new(size::BODY, FontFamily::Proportional);
        let setting = Setting::new(font)
            .colour(self.sheet.theme.palette.text)
            .wrapped(rect.width())
            .rows(2);
        let galley = typeset::galley(ui.ctx(), &said, &setting);
        let (anchor, x) = if self.sheet.words.lang().is_rtl() {
            (Align2::RIGHT_CENTER, rect.right())
        } else {
            (Align2::LEFT_CENTER, rect.left())
        };
        let place = anchor.anchor_size(pos2(x, middle), galley.size());
        typeset::paint_galley(ui.painter(), place.min, galley, None);
    }

    /// A text at the side at which lines begin.
    fn start(&self, ui: &Ui, rect: Rect, middle: f32, text: &str, font: FontId, colour: Colour) {
        let is_rtl = self.sheet.words.lang().is_rtl();
        paint(ui, rect, middle, !is_rtl, text, font, colour);
    }

    /// A text at the side at which lines end.
    fn end(&self, ui: &Ui, rect: Rect, middle: f32, text: &str, font: FontId, colour: Colour) {
        let is_rtl = self.sheet.words.lang().is_rtl();
        paint(ui, rect, middle, is_rtl, text, font, colour);
    }

    /// What the squares mean.
    fn key(&self, ui: &mut Ui, rect: Rect, middle: f32, density: &Density) {
        let words = &self.sheet.words;
        let legend = density::legend(density, &self.sheet.theme, words);
        let line = Rect::from_x_y_ranges(
            rect.x_range(),
            middle - size::TARGET / 2.0..=middle + size::TARGET / 2.0,
        );
        let builder = UiBuilder::new().max_rect(line);
        legend::line_ui(&mut ui.new_child(builder), words, &legend);
    }

    /// The mark of each layer that is shown, with its name and counts.
    fn legend(&self, ui: &Ui, rect: Rect, middle: f32) {
        let is_rtl = self.sheet.words.lang().is_rtl();
        let mut along = 0.0;
        let at = |along: f32, width: f32| {
            if is_rtl {
                rect.right() - along - width
            } else {
                rect.left() + along
            }
        };
        let layers = self.seen.engine.dataset().layers().iter();
        for (layer, shown) in layers.filter_map(|layer| Some((layer, self.shown(layer)?))) {
            self.glyph(ui, layer, pos2(at(along, 12.0) + 6.0, middle), shown);
            along += 18.0;
            let label = format!(
                "{} {}",
                self.sheet.words.layers(layer),
                kit::count_text(&self.sheet.words, shown)
            );
            let font = FontId::new(size::SMALL, FontFamily::Proportional);
            let setting = Setting::new(font).colour(self.sheet.theme.palette.text);
            let galley = typeset::galley(ui.ctx(), &label, &setting);
            let size = galley.size();
            let min = pos2(at(along, size.x), middle - size.y / 2.0);
            typeset::paint_galley(ui.painter(), min, galley, None);
            along += size.x + APART;
        }
    }

    fn glyph(&self, ui: &Ui, layer: &Layer, centre: egui::Pos2, shown: Shown) {
        let certainty = if shown.certain > 0 {
            Certainty::Certain
        } else {
            Certainty::Possible { weight: 1.0 }
        };
        let colour = self.sheet.theme.layer(layer);
        kit::paint_mark(
            ui.painter(),
            centre,
            5.5,
            layer_shape(layer),
            colour,
            certainty,
        );
    }

    /// The counts of a layer, if any of it is shown.
    fn shown(&self, layer: &Layer) -> Option<Shown> {
        let shown = self.seen.visible.counts.layers.get(layer).copied()?;
        (shown.total() > 0).then_some(shown)
    }
}

fn paint(
    ui: &Ui,
    rect: Rect,
    middle: f32,
    is_left: bool,
    text: &str,
    font: FontId,
    colour: Colour,
) {
    let setting = Setting::new(font)
        .colour(colour)
        .wrapped(rect.width() * 0.72)
        .rows(1);
    let galley = typeset::galley(ui.ctx(), text, &setting);
    let anchor = if is_left {
        Align2::LEFT_CENTER
    } else {
        Align2::RIGHT_CENTER
    };
    let x = if is_left { rect.left() } else { rect.right() };
    let place = anchor.anchor_size(pos2(x, middle), galley.size());
    typeset::paint_galley(ui.painter(), place.min, galley, None);
}
