//! How sure a mark is, in one line: solid, hollow, dashed, dotted.

use egui::{FontFamily, FontId, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    query::marks::Certainty,
    text::args,
    theme::{MarkShape, size},
    typeset::{self, Setting},
    ui::{PanelContext, kit},
};

/// Height of the line and room that a mark takes, in points.
const ITEM: [f32; 2] = [18.0, 18.0];

/// Each certainty with the keys of its word and of what it means.
const LINES: [(Certainty, &str, &str); 4] = [
    (Certainty::Certain, "legend-certain", "certain-hint"),
    (
        Certainty::Possible { weight: 0.5 },
        "legend-possible",
        "possible-hint",
    ),
    (
        Certainty::Unconfirmed,
        "legend-unconfirmed",
        "legend-unconfirmed-hint",
    ),
    (Certainty::Unknown, "legend-unknown", "legend-unknown-hint"),
];

pub(super) fn legend_ui(ui: &mut Ui, context: &PanelContext<'_>) {
    ui.add_space(size::GRID);
    kit::wrapped_row(ui, context.words, vec2(size::GAP, 2.0), |ui| {
        for (certainty, key, hint) in LINES {
            let word = with_count(context, certainty, context.words.get(key));
            let item = item_ui(ui, context, certainty, &word);
            typeset::hint(item, context.words.get(hint));
        }
    });
}

/// The word, and of what has grown stale how many there are: no other place counts them.
fn with_count(context: &PanelContext<'_>, certainty: Certainty, word: &str) -> String {
    let aged = context.answers.visible.aged;
    let n = match certainty {
        Certainty::Certain | Certainty::Possible { .. } => 0,
        Certainty::Unconfirmed => aged.unconfirmed,
        Certainty::Unknown => aged.unknown,
    };
    if n == 0 {
        return word.to_owned();
    }
    context.words.with("legend-count", args!(word: word, n: n))
}

/// A mark and its word, which stay together when the line wraps.
fn item_ui(ui: &mut Ui, context: &PanelContext<'_>, certainty: Certainty, word: &str) -> Response {
    let [height, room] = ITEM;
    let colour = context.theme.palette.text_weak;
    let font = FontId::new(size::SMALL, FontFamily::Proportional);
    let label = typeset::galley(ui.ctx(), word, &Setting::new(font).colour(colour));
    let size = vec2(room + label.size().x, height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    let middle = rect.center().y;
    let (mark, left) = if kit::is_rtl(context.words) {
        (rect.right() - room / 2.0, rect.left())
    } else {
        (rect.left() + room / 2.0, rect.left() + room)
    };
    let centre = pos2(mark, middle);
    let painter = ui.painter();
    kit::paint_mark(painter, centre, 4.5, MarkShape::Circle, colour, certainty);
    let at = pos2(left, middle - label.size().y / 2.0);
    typeset::paint_galley(painter, at, label, None);
    response
}
