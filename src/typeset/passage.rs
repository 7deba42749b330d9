//! A paragraph to be read, and to choose words of, in either direction.
//!
//! The text is logical, the rows are visual, as in a field for typing; nothing of it can be changed. What is chosen and
//! what is marked is given by whoever draws it, in bytes of the text, so that a choice may span paragraphs.

use std::{ops::Range, sync::Arc};

use egui::{
    Context, Galley, Id, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, epaint::TextShape,
    pos2, vec2,
};

use super::{Setting, galley::set_rows, memo::Memo};
use crate::{
    text::{bidi::Base, piece_memo::PieceMemo, rows::TextRows},
    theme::Colour,
};

/// How words are marked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PassageMark {
    /// A ground behind them.
    Wash(Colour),
    /// A dotted line under them.
    Dots(Colour),
    /// A line under them.
    Rule(Colour),
}

/// A paragraph as it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// Distinguishes it from others.
    pub id: Id,
    /// The text.
    pub text: &'a str,
    /// How it is set; its width wraps it.
    pub setting: &'a Setting,
    /// Marked words in bytes of the text, those below first.
    pub marks: &'a [(Range<usize>, PassageMark)],
}

/// A paragraph after it was drawn.
pub struct PassageResponse {
    /// The paragraph.
    pub response: Response,
    rows: Arc<PassageRows>,
    places: Vec<Rect>,
}

impl PassageResponse {
    /// The byte of the text that is nearest to a point.
    #[must_use]
    pub fn byte_at(&self, point: egui::Pos2) -> usize {
        let below = |place: &Rect| place.bottom() <= point.y;
        let last = self.places.len().saturating_sub(1);
        let index = self.places.partition_point(below).min(last);
        let left = self.places.get(index).map_or(0.0, Rect::left);
        self.rows.rows.caret_at(index, point.x - left).at
    }
}

impl Passage<'_> {
    /// Its height in points.
    #[must_use]
    pub fn height(&self, ctx: &Context) -> f32 {
        self.rows(ctx).height()
    }

    /// Draws it over the whole width.
    pub fn show(&self, ui: &mut Ui) -> PassageResponse {
        let rows = self.rows(ui.ctx());
        let (_, rect) = ui.allocate_space(vec2(self.setting.width, rows.height()));
        let response = ui.interact(rect, self.id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
        let places = rows.places(rect);
        if ui.is_rect_visible(rect) {
            self.paint(ui, &rows, &places);
        }
        PassageResponse {
            response,
            rows,
            places,
        }
    }

    fn paint(&self, ui: &Ui, rows: &PassageRows, places: &[Rect]) {
        let drawn = rows.rows.iter().zip(&rows.galleys).zip(places);
        for ((row, galley), place) in drawn {
            let spans = |range: &Range<usize>| {
                let spans = row.line.spans(range).into_iter();
                spans.map(|(left, right)| place.left() + left..=place.left() + right)
            };
            for (range, mark) in self.marks {
                for across in spans(range) {
                    if let PassageMark::Wash(colour) = mark {
                        let wash = Rect::from_x_y_ranges(across, place.y_range());
                        ui.painter().rect_filled(wash, 2.0, *colour);
                    }
                }
            }
            let ink = ui.visuals().text_color();
            ui.painter()
                .add(TextShape::new(place.min, Arc::clone(galley), ink));
            for (range, mark) in self.marks {
                for across in spans(range) {
                    underline(ui, *mark, across, place.bottom() - 2.0);
                }
            }
        }
    }

    fn rows(&self, ctx: &Context) -> Arc<PassageRows> {
        let looks = self.setting.hash(self.text, ctx.pixels_per_point());
        let key = egui::util::hash((looks, "passage"));
        Memo::of(ctx).get_or(ctx, key, || {
            let mut memo = PieceMemo::default();
            let (rows, galleys) =
                set_rows(ctx, self.text, Base::LeftToRight, self.setting, &mut memo);
            Arc::new(PassageRows { rows, galleys })
        })
    }
}

fn underline(ui: &Ui, mark: PassageMark, across: std::ops::RangeInclusive<f32>, y: f32) {
    match mark {
        PassageMark::Wash(_) => {}
        PassageMark::Rule(colour) => {
            ui.painter().hline(across, y, Stroke::new(1.5, colour));
        }
        PassageMark::Dots(colour) => {
            let line = [pos2(*across.start(), y), pos2(*across.end(), y)];
            let dots = egui::Shape::dotted_line(&line, colour, 3.5, 1.0);
            ui.painter().extend(dots);
        }
    }
}

/// Rows, and the same as galleys.
struct PassageRows {
    rows: TextRows,
    galleys: Vec<Arc<Galley>>,
}

impl PassageRows {
    fn row_height(&self) -> f32 {
        self.galleys.first().map_or(0.0, |galley| galley.size().y)
    }

    fn height(&self) -> f32 {
        self.row_height() * self.rows.len() as f32
    }

    /// Where each row lies: flush at the side from which it is read.
    fn places(&self, room: Rect) -> Vec<Rect> {
        let height = self.row_height();
        let rows = self.rows.iter().enumerate();
        rows.map(|(index, row)| {
            let free = (room.width() - row.line.width).max(0.0);
            let left = room.left() + if row.line.is_rtl { free } else { 0.0 };
            let min = pos2(left.round(), room.top() + index as f32 * height);
            egui::Rect::from_min_size(min, vec2(row.line.width, height))
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use egui::{FontId, RawInput};

    use super::*;

    fn rows(ctx: &Context) -> Arc<PassageRows> {
        let setting = Setting::new(FontId::proportional(14.0)).wrapped(200.0);
        let passage = Passage {
            id: Id::unique("passage"),
            text: "On 27 March 2022 men arrived in Moura.",
            setting: &setting,
            marks: &[],
        };
        let mut rows = None;
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            rows = Some(passage.rows(ui.ctx()));
        });
        output.textures_delta.clear();
        rows.unwrap_or_else(|| passage.rows(ctx))
    }

    #[test]
    fn a_paragraph_is_set_anew_where_another_theme_begins_a_new_texture_of_glyphs() {
        let ctx = Context::default();
        let first = rows(&ctx);
        assert!(Arc::ptr_eq(&first, &rows(&ctx)), "it is kept meanwhile");
        ctx.set_theme(egui::Theme::Light);
        // Which takes effect with the next pass.
        let _ = rows(&ctx);
        assert!(!Arc::ptr_eq(&first, &rows(&ctx)));
    }
}
