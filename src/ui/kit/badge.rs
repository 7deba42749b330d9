//! Small things in a line: badges, chips, tags, counts.

use std::sync::Arc;

use egui::{
    CornerRadius, FontFamily, FontId, Galley, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::{
    model::{Lang, Status},
    query::{Shown, marks::Certainty},
    text::{Catalogue, args, bidi::as_shown, number},
    theme::{
        Colour, MarkShape,
        fonts::{self, icon},
        size,
    },
    typeset::{self, Setting},
    ui::PanelContext,
};

/// Height of badges and chips in points.
const HEIGHT: f32 = 22.0;
/// Room before and after what a badge holds.
const PADDING: f32 = 8.0;

/// The wash of a colour behind text of that colour.
#[must_use]
pub fn tint(colour: Colour) -> Colour {
    colour.gamma_multiply(0.11)
}

/// The icon of a status, of another shape for each.
#[must_use]
pub const fn status_icon(status: Status) -> &'static str {
    match status {
        Status::Confirmed => icon::SEAL_CHECK,
        Status::Reported => icon::ARTICLE,
        Status::Claimed => icon::QUOTES,
        Status::Disputed => icon::SCALES,
        Status::Speculated => icon::QUESTION,
        Status::Denied => icon::PROHIBIT,
    }
}

/// The status by shape, colour and word; what it means shows on hover.
pub fn status_badge(ui: &mut Ui, context: &PanelContext<'_>, status: Status) -> Response {
    let colour = context.theme.status(status);
    let response = pill(
        ui,
        context.words,
        Some(status_icon(status)),
        context.words.status(status),
        [tint(colour), colour],
        Sense::hover(),
    );
    typeset::hint(response, context.words.status_hint(status))
}

/// Something short in a rounded field: `ground` behind `ink`.
pub fn pill(
    ui: &mut Ui,
    words: &Catalogue,
    glyph: Option<&str>,
    text: &str,
    [ground, ink]: [Colour; 2],
    sense: Sense,
) -> Response {
    let glyph = glyph.map(|glyph| icon_of(ui, glyph, text, ink));
    let glyph_width = glyph
        .as_ref()
        .map_or(0.0, |glyph| glyph.size().x + size::GRID);
    let room = typeset::room_for_text(ui, glyph_width + 2.0 * PADDING);
    let setting = small(fonts::medium(), ink).wrapped(room).rows(1);
    let label = typeset::galley(ui.ctx(), text, &setting);
    let is_elided = label.elided;
    let width = label.size().x + glyph_width + 2.0 * PADDING;
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), sense);
    let role = if sense.senses_click() {
        Role::Button
    } else {
        Role::Label
    };
    response.widget_info(|| WidgetInfo::labeled(role, true, as_shown(text)));
    if ui.is_rect_visible(rect) {
        let corner = CornerRadius::same(HEIGHT as u8 / 2);
        ui.painter().rect_filled(rect, corner, ground);
        paint_pair(ui, rect, super::is_rtl(words), glyph, label);
    }
    if is_elided {
        typeset::hint(response, text)
    } else {
        response
    }
}

/// An icon and a text, in the direction of the language, in the middle of `rect`.
fn paint_pair(ui: &Ui, rect: Rect, is_rtl: bool, glyph: Option<Arc<Galley>>, label: Arc<Galley>) {
    let middle = rect.center().y;
    let mut left = rect.left() + PADDING;
    let mut items: Vec<Arc<Galley>> = glyph.into_iter().chain([label]).collect();
    if is_rtl {
        items.reverse();
    }
    for galley in items {
        let size = galley.size();
        let at = pos2(left, middle - size.y / 2.0);
        typeset::paint_galley(ui.painter(), at, galley, None);
        left += size.x + size::GRID;
    }
}

/// A value that can be switched on: a filled outline when it is.
pub fn chip(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    glyph: Option<&str>,
    text: &str,
    is_on: bool,
) -> Response {
    let palette = context.theme.palette;
    let ink = if is_on { palette.accent } else { palette.text };
    let ground = if is_on {
        palette.accent_wash
    } else {
        palette.field
    };
    let response = pill(
        ui,
        context.words,
        glyph,
        text,
        [ground, ink],
        Sense::click(),
    );
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, as_shown(text)));
    outline(ui, context, &response, is_on);
    response
}

fn outline(ui: &Ui, context: &PanelContext<'_>, response: &Response, is_on: bool) {
    let palette = context.theme.palette;
    let colour = if response.has_focus() || is_on {
        palette.accent
    } else if response.hovered() {
        palette.outline_strong
    } else {
        return;
    };
    ui.painter().rect_stroke(
        response.rect,
        CornerRadius::same(HEIGHT as u8 / 2),
        Stroke::new(1.0, colour),
        StrokeKind::Inside,
    );
}

/// The language that a text fell back to: `EN`.
pub fn language_tag(ui: &mut Ui, context: &PanelContext<'_>, lang: Lang) -> Response {
    let palette = context.theme.palette;
    let name = context.words.language(lang);
    let label = small_galley(
        ui,
        &lang.code().to_uppercase(),
        fonts::semibold(),
        palette.text_weak,
    );
    let (rect, response) = ui.allocate_exact_size(label.size() + vec2(8.0, 0.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    ui.painter().rect_stroke(
        rect,
        CornerRadius::same(4),
        Stroke::new(1.0, palette.outline_strong),
        StrokeKind::Inside,
    );
    let at = rect.center() - label.size() / 2.0;
    typeset::paint_galley(ui.painter(), at, label, None);
    let hint = context.words.with("fallback-hint", args!(language: name));
    typeset::hint(response, &hint)
}

/// `3 + 2`: certain and possible, never added up. Nothing possible is not said.
#[must_use]
pub fn count_text(words: &Catalogue, shown: Shown) -> String {
    if shown.possible == 0 {
        words.number(shown.certain as f64)
    } else {
        words.with(
            "count-short",
            args!(certain: shown.certain, possible: shown.possible),
        )
    }
}

/// Width of a column of counts, in points.
const COUNT: f32 = 30.0;
/// Radius of the marks above the columns, in points.
const HEAD: f32 = 4.5;

/// Certain and possible in two columns, short, read out in full as "3 certain, 2 possible". [`counts_head_ui`] says which is
/// which. Nothing possible is not said.
pub fn counts_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    shown: Shown,
    colour: Colour,
) -> Response {
    let words = context.words;
    let spoken = words.with(
        "count-certain-possible",
        args!(certain: shown.certain, possible: shown.possible),
    );
    let (rect, response) = ui.allocate_exact_size(vec2(2.0 * COUNT, HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let weak = context.theme.palette.text_weak;
    let columns = [
        (shown.certain, fonts::semibold(), colour),
        (shown.possible, FontFamily::Proportional, weak),
    ];
    for (column, (count, family, ink)) in (0_u8..).zip(columns) {
        if column > 0 && count == 0 {
            continue;
        }
        let text = number::short(words, count);
        let galley = typeset::galley(ui.ctx(), &text, &small(family, ink));
        let end = COUNT * f32::from(column + 1);
        let size = galley.size();
        let left = super::from_start(words, rect, end - size.x, size.x);
        let at = pos2(left, rect.center().y - size.y / 2.0);
        typeset::paint_galley(ui.painter(), at, galley, None);
    }
    typeset::hint(response, &spoken)
}

/// The heads of the two columns: a solid mark and a hollow one.
pub fn counts_head_ui(ui: &mut Ui, context: &PanelContext<'_>) -> Response {
    let words = context.words;
    let (rect, response) = ui.allocate_exact_size(vec2(2.0 * COUNT, HEIGHT), Sense::hover());
    let name = format!(
        "{} · {}",
        words.get("legend-certain"),
        words.get("legend-possible")
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let looks = [Certainty::Certain, Certainty::Possible { weight: 1.0 }];
    for (column, certainty) in (0_u8..).zip(looks) {
        let end = COUNT * f32::from(column + 1);
        let left = super::from_start(words, rect, end - 2.0 * HEAD, 2.0 * HEAD);
        let centre = pos2(left + HEAD, rect.center().y);
        let ink = context.theme.palette.text_weak;
        super::paint_mark(
            ui.painter(),
            centre,
            HEAD,
            MarkShape::Circle,
            ink,
            certainty,
        );
    }
    typeset::hint(response, &name)
}

fn small_galley(ui: &Ui, text: &str, family: FontFamily, colour: Colour) -> Arc<Galley> {
    typeset::galley(ui.ctx(), text, &small(family, colour))
}

fn small(family: FontFamily, colour: Colour) -> Setting {
    Setting::new(FontId::new(size::SMALL, family)).colour(colour)
}

fn icon_of(ui: &Ui, glyph: &str, name: &str, colour: Colour) -> Arc<Galley> {
    let font = FontId::new(size::BODY, fonts::icons_filled());
    typeset::icon_galley(ui.ctx(), glyph, name, &Setting::new(font).colour(colour))
}
