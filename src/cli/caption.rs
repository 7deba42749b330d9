//! What stands below a picture: the title of the records, the sentence about what is shown, the
//! legend and the credit, so that the picture says by itself what it shows.

use egui::{Align2, FontFamily, FontId, Rect, Ui, pos2};

use crate::{
    model::{Lang, Layer},
    query::{Shown, WindowResult, marks::Certainty, said},
    store::{Dataset, Filter},
    text::Words,
    theme::{Colour, Theme, fonts, layer_shape, size},
    typeset::{self, Setting},
    ui::kit,
};

/// Height of the caption, in points.
pub(super) const HEIGHT: f32 = 102.0;
/// Middle of each line below the caption's top, in points.
const LINES: [f32; 3] = [18.0, 49.0, 84.0];
/// Between entries of the legend, in points.
const APART: f32 = 18.0;

/// All that a caption says.
pub(super) struct Caption<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) visible: &'a WindowResult,
    pub(super) filter: &'a Filter,
    pub(super) theme: &'a Theme,
    pub(super) words: &'a Words,
    pub(super) credit: &'a str,
}

impl Caption<'_> {
    pub(super) fn show(&self, ui: &mut Ui) {
        let rect = ui.available_rect_before_wrap();
        let palette = self.theme.palette;
        let strong = FontId::new(size::HEADING, fonts::semibold());
        let small = FontId::new(size::SMALL, FontFamily::Proportional);
        let [first, second, third] = LINES.map(|line| rect.top() + line);
        self.start(ui, rect, first, &self.title(), strong, palette.text);
        self.said(ui, rect, second);
        self.legend(ui, rect, third);
        self.end(ui, rect, third, self.credit, small, palette.text_weak);
        ui.advance_cursor_after_rect(rect);
    }

    /// What the picture shows and leaves out, in one sentence on two lines at most.
    fn said(&self, ui: &Ui, rect: Rect, middle: f32) {
        let said = said::sentence(self.words, self.dataset, self.filter, self.visible);
        let font = FontId::new(size::BODY, FontFamily::Proportional);
        let setting = Setting::new(font)
            .colour(self.theme.palette.text)
            .wrapped(rect.width())
            .rows(2);
        let galley = typeset::galley(ui.ctx(), &said, &setting);
        let (anchor, x) = if self.words.lang().is_rtl() {
            (Align2::RIGHT_CENTER, rect.right())
        } else {
            (Align2::LEFT_CENTER, rect.left())
        };
        let place = anchor.anchor_size(pos2(x, middle), galley.size());
        typeset::paint_galley(ui.painter(), place.min, galley, None);
    }

    /// A text at the side at which lines begin.
    fn start(&self, ui: &Ui, rect: Rect, middle: f32, text: &str, font: FontId, colour: Colour) {
        let is_rtl = self.words.lang().is_rtl();
        paint(ui, rect, middle, !is_rtl, text, font, colour);
    }

    /// A text at the side at which lines end.
    fn end(&self, ui: &Ui, rect: Rect, middle: f32, text: &str, font: FontId, colour: Colour) {
        let is_rtl = self.words.lang().is_rtl();
        paint(ui, rect, middle, is_rtl, text, font, colour);
    }

    /// The title of the first file, or its name.
    fn title(&self) -> String {
        let Some(part) = self.dataset.parts().first() else {
            return String::new();
        };
        let key = match self.words.lang() {
            Lang::En => "title",
            Lang::Fr => "title:fr",
            Lang::Ar => "title:ar",
        };
        let member = |key: &str| part.members.get(key).and_then(serde_json::Value::as_str);
        member(key)
            .or_else(|| member("title"))
            .unwrap_or(&part.name)
            .to_owned()
    }

    /// The mark of each layer that is shown, with its name and counts.
    fn legend(&self, ui: &Ui, rect: Rect, middle: f32) {
        let is_rtl = self.words.lang().is_rtl();
        let mut along = 0.0;
        let at = |along: f32, width: f32| {
            if is_rtl {
                rect.right() - along - width
            } else {
                rect.left() + along
            }
        };
        let layers = self.dataset.layers().iter();
        for (layer, shown) in layers.filter_map(|layer| Some((layer, self.shown(layer)?))) {
            self.glyph(ui, layer, pos2(at(along, 12.0) + 6.0, middle), shown);
            along += 18.0;
            let label = format!(
                "{} {}",
                self.words.layers(layer),
                kit::count_text(self.words, shown)
            );
            let font = FontId::new(size::SMALL, FontFamily::Proportional);
            let setting = Setting::new(font).colour(self.theme.palette.text);
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
        let colour = self.theme.layer(layer);
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
        let shown = self.visible.counts.layers.get(layer).copied()?;
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
