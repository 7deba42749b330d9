//! The table of the records in the window: one row each, ordered by any column.
//!
//! Only the rows on the screen are read, and their places are reckoned by number, not by points, so
//! that millions of rows scroll as exactly as ten. The order comes from the shell ([`crate::ui::OrderedRows`]);
//! the map, the timeline and the table light up and select together.

mod cells;
mod columns;
mod copy;
mod edit;
mod filter;
mod grid;
mod heading;
mod keys;
mod marked;
mod scroll;
mod toolbar;
mod totals;

use egui::{Id, Rect, Stroke, Ui, pos2};

use crate::{
    command::{Commands, FilterCommand},
    session::TablePlace,
    theme::size,
    typeset::{self, Text},
};

use super::{PanelContext, kit};

pub(in crate::ui) use marked::marked_rows;

/// Height of a row in points.
const ROW: f32 = 26.0;
/// Height of the row of headings.
const HEADER: f32 = 28.0;
/// Height of the row of totals.
const TOTALS: f32 = 26.0;
/// Width of the bar that scrolls.
const BAR: f32 = 12.0;
/// In a window lower than this many points a table has no room below the map.
const LOW: f32 = 660.0;

/// Returns where a table that was put at `wanted` stands in a window of `height` points: beside the map where there is no
/// room for map, table and timeline above one another.
#[must_use]
pub fn place_in(wanted: TablePlace, height: f32) -> TablePlace {
    if wanted == TablePlace::Below && height < LOW {
        TablePlace::Beside
    } else {
        wanted
    }
}

/// By which the shell knows that the table has the focus, and so the keys that go from row to row.
#[must_use]
pub fn focus_id() -> Id {
    Id::unique("table of records")
}

/// Draws the table into the room that `ui` has: the whole panel, without a margin of its own.
pub fn table_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut marked = marked::Marked::load(ui, context);
    toolbar::toolbar_ui(ui, context, &marked, commands);
    let room = ui.available_rect_before_wrap();
    ui.allocate_rect(room, egui::Sense::hover());
    ui.painter().hline(
        room.x_range(),
        room.top(),
        Stroke::new(1.0, context.theme.palette.outline),
    );
    if context.answers.ordered.rows.is_empty() && !context.answers.ordered.is_awaited {
        nothing_ui(ui, context, room, commands);
    } else {
        grid::grid_ui(ui, context, room, &mut marked, commands);
    }
    marked.store(ui);
}

/// Nothing shows: because of the window or because of the filters.
fn nothing_ui(ui: &mut Ui, context: &PanelContext<'_>, room: Rect, commands: &mut Commands) {
    let words = context.words;
    let is_filtered =
        context.document.filter.certain_only || !context.document.filter.is_window_only();
    let inside = Rect::from_min_max(
        room.min + egui::vec2(16.0, 16.0),
        pos2(room.right() - 16.0, room.bottom()),
    );
    let builder = egui::UiBuilder::new()
        .max_rect(inside)
        .layout(kit::column(words));
    let mut ui = ui.new_child(builder);
    let key = if is_filtered {
        "rows-none-filtered"
    } else {
        "rows-none"
    };
    ui.add(Text::new(words.get(key)).weak().block());
    if is_filtered {
        ui.add_space(size::GAP);
        if typeset::button(&mut ui, words.get("filters-clear")).clicked() {
            commands.push(FilterCommand::Clear);
        }
    }
}
