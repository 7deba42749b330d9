//! A part of a panel under a heading that folds it away.

use egui::{
    FontId, Id, Role, Sense, Ui, UiBuilder, WidgetInfo, collapsing_header::CollapsingState, pos2,
    vec2,
};

use super::{fill, is_rtl, row};
use crate::{
    theme::{fonts, fonts::icon, size},
    typeset::{self, Setting, Text},
    ui::PanelContext,
};

/// Height of a heading in points.
const HEIGHT: f32 = 30.0;

/// A heading and whether what is under it shows at first.
#[derive(Clone, Copy, Debug)]
pub struct Section<'a> {
    /// Distinguishes it from the other sections of its panel.
    pub id: &'a str,
    /// The heading.
    pub title: &'a str,
    /// Whether it is open until somebody folds it.
    pub is_open: bool,
}

/// Draws a section; `end` draws what stands at the end of its heading.
pub fn section(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    section: Section<'_>,
    end: impl FnOnce(&mut Ui),
    body: impl FnOnce(&mut Ui),
) {
    let id = ui.scope_id().with(section.id);
    let mut state = CollapsingState::load_with_default_open(ui.ctx(), id, section.is_open);
    if heading(
        ui,
        context,
        id,
        section.title,
        state.openness(ui.ctx()),
        end,
    ) {
        state.toggle(ui);
    }
    state.show_body_unindented(ui, |ui| {
        ui.set_width(ui.available_width());
        body(ui);
        ui.add_space(size::GRID);
    });
    state.store(ui.ctx());
}

/// Draws the heading and says whether it was clicked.
fn heading(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: Id,
    title: &str,
    openness: f32,
    end: impl FnOnce(&mut Ui),
) -> bool {
    let palette = context.theme.palette;
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, id.with("heading"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, title));
    // Drawn out of view as well: it takes part in counting the ids of what comes after it.
    let ink = if response.hovered() || response.has_focus() {
        palette.accent
    } else {
        palette.text
    };
    let builder = UiBuilder::new().max_rect(rect).layout(row(context.words));
    let mut line = ui.new_child(builder);
    caret(&mut line, context, openness);
    line.add(Text::new(title).strong().colour(ink).extend());
    let room = line.available_rect_before_wrap();
    let builder = UiBuilder::new().max_rect(room).layout(fill(context.words));
    let mut tail = ui.new_child(builder);
    end(&mut tail);
    response.clicked()
}

/// A caret that points along the line when closed and down when open.
fn caret(ui: &mut Ui, context: &PanelContext<'_>, openness: f32) {
    let glyph = match (openness > 0.5, is_rtl(context.words)) {
        (true, _) => icon::CARET_DOWN,
        (false, true) => icon::CARET_LEFT,
        (false, false) => icon::CARET_RIGHT,
    };
    let setting = Setting::new(FontId::new(size::SMALL, fonts::icons()))
        .colour(context.theme.palette.text_weak);
    let galley = typeset::galley(ui.ctx(), glyph, &setting);
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, HEIGHT), Sense::hover());
    let at = pos2(
        rect.center().x - galley.size().x / 2.0,
        rect.center().y - galley.size().y / 2.0,
    );
    typeset::paint_galley(ui.painter(), at, galley, None);
}
