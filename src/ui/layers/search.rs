//! The search for text: what is typed, and below it the records that hold it as they are found.

use crate::model::RowId;
use egui::{
    CornerRadius, FontFamily, FontId, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect,
    Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::{
    command::{Commands, SearchCommand, SelectCommand},
    query::{
        ShownRow,
        marks::{self, Certainty},
    },
    text::{args, bidi::Base},
    theme::{
        fonts::{self, icon},
        layer_shape, size,
    },
    typeset::{self, Setting, Text},
    ui::{
        PanelContext,
        kit::{self, FieldResponse},
    },
};

use super::excerpt::{Excerpt, excerpt};

/// Width of the list in points.
const WIDTH: f32 = 440.0;
/// Height of the list at most.
const HEIGHT: f32 = 380.0;
/// Height of a line of it.
const ROW: f32 = 44.0;
/// Records that the list shows; the filter shows all.
const MOST_SHOWN: usize = 1_000;
/// Room that the mark takes, and room at both sides.
const MARK: f32 = 22.0;
const PADDING: f32 = 8.0;
/// Width of a space in small print.
const SPACE: f32 = 3.0;

/// Draws the field and, while it is used, the list below it.
pub(super) fn search_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let id = super::search_field_id();
    let mut chosen = None;
    if ui.memory(|memory| memory.has_focus(id)) {
        chosen = take_keys(ui, context, commands);
    }
    let field = kit::SearchField {
        id,
        glyph: icon::MAGNIFYING_GLASS,
        name: context.words.get("filter-text"),
        clear: context.words.get("filter-text-clear"),
    };
    let field = kit::text_field(ui, context, field, context.answers.found.typed);
    focus_when_asked(ui, &field);
    if !context.answers.found.typed.trim().is_empty() {
        list_ui(ui, context, &field, chosen, commands);
        unfiltered_ui(ui, context, commands);
    }
    if let Some(text) = &field.changed {
        commands.push(SearchCommand::Type(text.clone()));
    }
}

/// By which the shell asks for the caret.
pub(in crate::ui) fn asks_focus_id() -> Id {
    Id::unique("the search is asked for")
}

fn focus_when_asked(ui: &Ui, field: &FieldResponse) {
    let is_asked = ui.data_mut(|data| data.remove_temp::<bool>(asks_focus_id()));
    if is_asked.is_some() {
        field.editor.request_focus();
        field.editor.scroll_to_me(None);
    }
}

/// Down and up walk the records found, Enter shows them alone and closes the list. Answers which
/// record was walked to.
fn take_keys(ui: &Ui, context: &PanelContext<'_>, commands: &mut Commands) -> Option<usize> {
    let [down, up, enter] = ui.input_mut(|input| {
        [Key::ArrowDown, Key::ArrowUp, Key::Enter]
            .map(|key| input.count_and_consume_key(Modifiers::NONE, key))
    });
    if enter > 0 {
        commands.push(SearchCommand::Filter);
        kit::fold_list(ui, super::search_field_id(), true);
    }
    let steps = down.cast_signed() - up.cast_signed();
    if steps == 0 {
        return None;
    }
    kit::fold_list(ui, super::search_field_id(), false);
    let rows = shown(context);
    let last = rows.len().checked_sub(1)?;
    let selected = context.document.selection.selected;
    let here = rows.iter().position(|row| Some(*row) == selected);
    let index = match here {
        Some(here) => here.saturating_add_signed(steps),
        // The first step leads to the first record.
        None => 0_usize.saturating_add_signed(steps - 1),
    };
    let index = index.min(last);
    let row = rows.get(index)?;
    commands.push(SelectCommand::Reveal(*row));
    Some(index)
}

fn shown<'a>(context: &PanelContext<'a>) -> &'a [RowId] {
    let rows = context.answers.found.rows;
    rows.get(..MOST_SHOWN).unwrap_or(rows)
}

/// What was looked for in place of what is typed, where no record holds that.
fn near_ui(ui: &mut Ui, context: &PanelContext<'_>) {
    let found = context.answers.found;
    if let Some(near) = found.near {
        let arguments = args!(typed: found.typed.trim(), near: near);
        let text = context.words.with("search-near", arguments);
        ui.add(Text::new(&text).small().wrap());
    }
}

/// What is typed and not filtered by yet, so that nobody takes the list for the filter.
fn unfiltered_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    if context.answers.found.typed == context.document.filter.text {
        return;
    }
    let words = context.words;
    let found = context.answers.found;
    let n = found.rows.len();
    near_ui(ui, context);
    kit::wrapped_row(ui, words, vec2(size::GAP, 2.0), |ui| {
        let text = words.with("search-found", args!(n: n));
        ui.add(Text::new(&text).small().weak());
        if n > 0 && typeset::link(ui, words.get("search-filter")).clicked() {
            commands.push(SearchCommand::Filter);
        }
    });
}

fn list_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    field: &FieldResponse,
    chosen: Option<usize>,
    commands: &mut Commands,
) {
    if field.changed.is_some() {
        kit::fold_list(ui, field.editor.id, false);
    }
    Popup::from_response(&field.editor)
        .anchor(field.rect)
        .align(kit::below(context.words))
        .open_memory(kit::list_opens(ui, &field.editor))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(context.words.get("search-results"))
        .width(WIDTH)
        .show(|ui| {
            ui.set_width(WIDTH - 12.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            let rows = shown(context);
            let area = ScrollArea::vertical().max_height(HEIGHT);
            kit::scroll(ui, context.words, area, |ui| {
                let list = kit::virtual_rows(ui, ROW, rows.len(), |ui, range| {
                    for row in rows.get(range).unwrap_or_default() {
                        if row_ui(ui, context, *row, commands).clicked() {
                            ui.close();
                        }
                    }
                });
                if let Some(index) = chosen {
                    let top = list.top() + index as f32 * ROW;
                    let line = Rect::from_x_y_ranges(list.x_range(), top..=top + ROW);
                    ui.scroll_to_rect(line, None);
                }
            });
            foot_ui(ui, context);
        });
}

/// Below the list: how many there are, how far the search is, what Enter does.
fn foot_ui(ui: &mut Ui, context: &PanelContext<'_>) {
    let (words, found) = (context.words, context.answers.found);
    ui.add_space(size::GRID);
    near_ui(ui, context);
    kit::block_row(ui, kit::row(words), 20.0, |ui| {
        ui.spacing_mut().item_spacing.x = size::GAP;
        let text = words.with("search-found", args!(n: found.rows.len()));
        ui.add(Text::new(&text).small().medium());
        if found.searched < found.total {
            let percent = found.searched * 100 / found.total.max(1);
            let text = words.with("search-under-way", args!(percent: percent));
            ui.add(Text::new(&text).small().weak());
        }
        let rest = ui.available_size();
        ui.allocate_ui_with_layout(rest, kit::fill(words), |ui| {
            ui.add(Text::new(words.get("search-keys")).small().weak());
        });
    });
}

/// A record: mark, title and date, below them where the text stands.
fn row_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    row: RowId,
    commands: &mut Commands,
) -> Response {
    let size = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let hit = excerpt(ui, context, row);
    let title = kit::title(context.words, context.document.dataset, row).text;
    let is_selected = context.document.selection.selected == Some(row);
    let spoken = format!("{title}: {}", hit.whole());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_selected, &spoken));
    kit::pass_on_hover(ui, context, &response, row, commands);
    if response.clicked() {
        commands.push(SelectCommand::Reveal(row));
    }
    let palette = context.theme.palette;
    let ground = if is_selected {
        Some(palette.accent_wash)
    } else {
        response.hovered().then_some(palette.hover)
    };
    if let Some(ground) = ground {
        let corner = CornerRadius::same(size::CORNER);
        ui.painter().rect_filled(rect, corner, ground);
    }
    paint(ui, context, rect, row, &title, &hit);
    response
}

/// The mark and, in two lines, title and date and where the text stands.
fn paint(ui: &Ui, context: &PanelContext<'_>, rect: Rect, row: RowId, title: &str, hit: &Excerpt) {
    let [upper, lower] = [rect.top() + 14.0, rect.top() + 31.0];
    mark(ui, context, rect, upper, row);
    let palette = context.theme.palette;
    let small = FontId::new(size::SMALL, FontFamily::Proportional);
    let weak = Setting::new(small).colour(palette.text_weak);
    let date = kit::date(context.words, context.document.dataset, row);
    let setting = weak.clone().base(Base::of(context.words.lang()));
    let date = typeset::galley(ui.ctx(), date.as_deref().unwrap_or_default(), &setting);
    let room = rect.width() - 2.0 * PADDING - MARK;
    let body = FontId::new(size::BODY, FontFamily::Proportional);
    let setting = Setting::new(body).colour(palette.text);
    let setting = setting.wrapped(room - date.size().x - size::GAP).rows(1);
    let title = typeset::galley(ui.ctx(), title, &setting);
    let date_offset = MARK + room - date.size().x;
    for (galley, offset) in [(title, MARK), (date, date_offset)] {
        let left = if kit::is_rtl(context.words) {
            rect.right() - PADDING - offset - galley.size().x
        } else {
            rect.left() + PADDING + offset
        };
        let at = pos2(left, upper - galley.size().y / 2.0);
        typeset::paint_galley(ui.painter(), at, galley, None);
    }
    paint_hit(
        ui,
        context,
        Rect::from_x_y_ranges(rect.x_range(), lower..=lower),
        hit,
        &weak,
    );
}

/// The piece of text around what was found, in the direction in which it is read.
fn paint_hit(ui: &Ui, context: &PanelContext<'_>, line: Rect, hit: &Excerpt, around: &Setting) {
    let found = FontId::new(size::SMALL, fonts::semibold());
    let found = Setting::new(found).colour(context.theme.palette.accent);
    let mut place = line.shrink2(vec2(PADDING, 0.0));
    if kit::is_rtl(context.words) {
        place.max.x -= MARK;
    } else {
        place.min.x += MARK;
    }
    for (text, setting) in hit.pieces([around, &found]) {
        // Spaces at the ends of a line take no room, so the room is left here.
        let [before, after] = spaces(text);
        let setting = setting.clone().wrapped(place.width().max(8.0)).rows(1);
        let galley = typeset::galley(ui.ctx(), text.trim(), &setting);
        let width = galley.size().x;
        let left = if hit.is_rtl {
            place.right() - before - width
        } else {
            place.left() + before
        };
        let at = pos2(left, line.top() - galley.size().y / 2.0);
        typeset::paint_galley(ui.painter(), at, galley, None);
        if hit.is_rtl {
            place.max.x -= before + width + after;
        } else {
            place.min.x += before + width + after;
        }
        if place.width() < 12.0 {
            return;
        }
    }
}

/// Room for a space before and after a piece of text, in points.
fn spaces(text: &str) -> [f32; 2] {
    let room = |is_space: bool| if is_space { SPACE } else { 0.0 };
    [
        room(text.starts_with(char::is_whitespace)),
        room(text.ends_with(char::is_whitespace)),
    ]
}

fn mark(ui: &Ui, context: &PanelContext<'_>, rect: Rect, middle: f32, row: RowId) {
    let columns = context.document.dataset.columns();
    let layer = columns.layer(row);
    let relation = context.relation(row);
    let certainty = relation.map_or(Certainty::Unconfirmed, |relation| {
        marks::certainty(
            context.document.dataset,
            context.document.filter,
            ShownRow { row, relation },
        )
    });
    let x = if kit::is_rtl(context.words) {
        rect.right() - PADDING - 6.0
    } else {
        rect.left() + PADDING + 6.0
    };
    let colour = context.theme.layer(layer);
    kit::paint_mark(
        ui.painter(),
        pos2(x, middle),
        5.0,
        layer_shape(layer),
        colour,
        certainty,
    );
}
