//! Where the columns stand, and their headings: a click orders by one, its edge is dragged.

use egui::{
    CursorIcon, FontId, Id, Rangef, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2,
};

use crate::{
    command::{Commands, TableCommand},
    query::{Sort, SortThen, TableColumn},
    settings::WIDTHS,
    text::args,
    theme::{
        fonts::{self, icon},
        size,
    },
    typeset::{self, Setting},
    ui::{PanelContext, kit},
};

use super::{
    HEADER,
    filter::{FUNNEL, funnel_ui},
    heading::heading_key,
};

/// Room for the mark before the first column, in points.
const MARK: f32 = 32.0;
/// Room before and after the text of a cell.
pub(super) const PADDING: f32 = 8.0;
/// Width of the edge that is dragged.
const EDGE: f32 = 8.0;

/// A column and where it stands, from the start of the row in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PlacedColumn {
    pub facet: TableColumn,
    pub begin: f32,
    pub width: f32,
}

/// The columns that are shown, and the width of a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlacedColumns {
    pub columns: Vec<PlacedColumn>,
    pub width: f32,
}

impl PlacedColumns {
    /// Lays the columns out; where there is more room than they need, titles take it.
    pub(super) fn of(ui: &Ui, context: &PanelContext<'_>, room: f32) -> Self {
        let dragged = Dragged::load(ui);
        let mut begin = MARK;
        let mut columns: Vec<PlacedColumn> = Vec::new();
        for column in context.settings.table.shown() {
            let dragged = dragged.filter(|dragged| dragged.facet == column.facet);
            let width = dragged.map_or(column.width, |dragged| dragged.width);
            columns.push(PlacedColumn {
                facet: column.facet,
                begin,
                width,
            });
            begin += width;
        }
        let mut columns = Self {
            columns,
            width: begin,
        };
        columns.stretch(room);
        columns
    }

    /// The column under the pointer in a row that takes `row`.
    pub(super) fn at(
        &self,
        row: Rangef,
        response: &Response,
        context: &PanelContext<'_>,
    ) -> Option<&PlacedColumn> {
        let pointer = response.interact_pointer_pos()?;
        let is_rtl = kit::is_rtl(context.words);
        let mut columns = self.columns.iter();
        columns.find(|column| column.range(row, is_rtl).contains(pointer.x))
    }

    fn stretch(&mut self, room: f32) {
        let rest = room - self.width;
        if rest <= 0.0 {
            return;
        }
        let titles = self
            .columns
            .iter()
            .position(|column| column.facet == TableColumn::Title);
        let widened = titles.unwrap_or(self.columns.len().saturating_sub(1));
        for (index, column) in self.columns.iter_mut().enumerate() {
            if index == widened {
                column.width += rest;
            } else if index > widened {
                column.begin += rest;
            }
        }
        self.width = room;
    }
}

impl PlacedColumn {
    /// Where the column stands in a row that takes `row`, in the direction of the language.
    pub(super) fn range(&self, row: Rangef, is_rtl: bool) -> Rangef {
        if is_rtl {
            Rangef::new(row.max - self.begin - self.width, row.max - self.begin)
        } else {
            Rangef::new(row.min + self.begin, row.min + self.begin + self.width)
        }
    }
}

/// A column whose edge is held.
#[derive(Clone, Copy)]
struct Dragged {
    facet: TableColumn,
    width: f32,
}

impl Dragged {
    fn id() -> Id {
        Id::unique("edge of a column that is dragged")
    }

    fn load(ui: &Ui) -> Option<Self> {
        ui.data(|data| data.get_temp(Self::id()))
    }
}

/// Draws the headings.
pub(super) fn header_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    rect: Rect,
    columns: &PlacedColumns,
    commands: &mut Commands,
) {
    let palette = context.theme.palette;
    ui.painter().rect_filled(rect, 0, palette.surface);
    for column in &columns.columns {
        let place = column.range(rect.x_range(), kit::is_rtl(context.words));
        let place = Rect::from_x_y_ranges(place, rect.y_range());
        heading_ui(ui, context, place, column, commands);
        let end = from_start(context, place, column.width - FUNNEL - EDGE / 2.0, FUNNEL);
        let funnel = Rect::from_x_y_ranges(end..=end + FUNNEL, place.y_range().shrink(3.0));
        funnel_ui(ui, context, funnel, column.facet, commands);
    }
    // The edges lie over the headings that they part.
    for column in &columns.columns {
        edge_ui(ui, context, rect, column, commands);
    }
    let line = Stroke::new(1.0, palette.outline);
    ui.painter().hline(rect.x_range(), rect.bottom(), line);
}

/// How a column takes part in the order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SortRole {
    None,
    First { is_descending: bool },
    Then { is_descending: bool },
}

impl SortRole {
    fn of(sort: Sort, facet: TableColumn) -> Self {
        let is_descending = sort.is_descending;
        match sort.then.filter(|then| then.facet == facet) {
            _ if sort.facet == facet => Self::First { is_descending },
            Some(SortThen { is_descending, .. }) => Self::Then { is_descending },
            None => Self::None,
        }
    }

    /// Catalogue key of the hint.
    const fn key(self) -> &'static str {
        match self {
            Self::None => "table-sort",
            Self::First {
                is_descending: false,
            } => "table-sorted-up",
            Self::First {
                is_descending: true,
            } => "table-sorted-down",
            Self::Then {
                is_descending: false,
            } => "table-sorted-then-up",
            Self::Then {
                is_descending: true,
            } => "table-sorted-then-down",
        }
    }

    /// The arrow behind the name; the second column has its number beside.
    const fn glyph(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::First { is_descending } | Self::Then { is_descending } => {
                Some(if is_descending {
                    icon::CARET_DOWN
                } else {
                    icon::CARET_UP
                })
            }
        }
    }
}

fn heading_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    place: Rect,
    column: &PlacedColumn,
    commands: &mut Commands,
) {
    let (words, palette) = (context.words, context.theme.palette);
    let id = ui.scope_id().with(("heading", column.facet));
    let response = ui.interact(place, id, Sense::click());
    let order = SortRole::of(context.settings.table.sort, column.facet);
    let is_sorted = order != SortRole::None;
    let name = words.get(heading_key(column.facet));
    let spoken = words.with(order.key(), args!(column: name));
    response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, is_sorted, name));
    if response.clicked() {
        let adds = ui.input(|input| input.modifiers.shift);
        commands.push(if adds {
            TableCommand::SortThen(column.facet)
        } else {
            TableCommand::Sort(column.facet)
        });
    }
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(place, 0, palette.hover);
    }
    let ink = if is_sorted {
        palette.accent
    } else {
        palette.text_weak
    };
    let family = if is_sorted {
        fonts::semibold()
    } else {
        fonts::medium()
    };
    let glyph_room = match order {
        SortRole::None => 0.0,
        SortRole::First { .. } => 16.0,
        SortRole::Then { .. } => 24.0,
    };
    let setting = Setting::new(FontId::new(size::SMALL, family)).colour(ink);
    let room = (column.width - 2.0 * PADDING - glyph_room - FUNNEL).max(8.0);
    let galley = typeset::galley(ui.ctx(), name, &setting.wrapped(room).rows(1));
    let text_width = galley.size().x;
    let at = from_start(context, place, PADDING, text_width);
    let at = pos2(at, place.center().y - galley.size().y / 2.0);
    typeset::paint_galley(ui.painter(), at, galley, None);
    if let Some(glyph) = order.glyph() {
        let mut from = PADDING + text_width + 4.0;
        let number = words.number(2.0);
        let number =
            matches!(order, SortRole::Then { .. }).then_some((number.as_str(), fonts::medium()));
        for (text, family) in [(glyph, fonts::icons())].into_iter().chain(number) {
            let setting = Setting::new(FontId::new(size::SMALL, family)).colour(ink);
            let galley = typeset::galley(ui.ctx(), text, &setting);
            let width = galley.size().x;
            let at = from_start(context, place, from, width);
            let at = pos2(at, place.center().y - galley.size().y / 2.0);
            typeset::paint_galley(ui.painter(), at, galley, None);
            from += width;
        }
    }
    typeset::hint(response, &spoken);
}

/// The edge at the end of a column: dragged, it makes the column wider; a double click makes it as
/// wide as it was at first.
fn edge_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    rect: Rect,
    column: &PlacedColumn,
    commands: &mut Commands,
) {
    let is_rtl = kit::is_rtl(context.words);
    let place = column.range(rect.x_range(), is_rtl);
    let x = if is_rtl { place.min } else { place.max };
    let grip = Rect::from_x_y_ranges(x - EDGE / 2.0..=x + EDGE / 2.0, rect.y_range());
    let id = ui.scope_id().with(("edge", column.facet));
    let response = ui.interact(grip, id, Sense::DRAG);
    let is_live = response.hovered() || response.dragged();
    if is_live {
        ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    let palette = context.theme.palette;
    let stroke = if is_live {
        Stroke::new(2.0, palette.accent)
    } else {
        Stroke::new(1.0, palette.outline)
    };
    ui.painter().vline(x, rect.y_range().shrink(6.0), stroke);
    let name = context.words.get(heading_key(column.facet));
    let spoken = context.words.with("table-resize", args!(column: name));
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &spoken));
    if response.dragged() {
        let delta = response.drag_delta().x * if is_rtl { -1.0 } else { 1.0 };
        let width = (column.width + delta).clamp(*WIDTHS.start(), *WIDTHS.end());
        let dragged = Dragged {
            facet: column.facet,
            width,
        };
        ui.data_mut(|data| data.insert_temp(Dragged::id(), dragged));
    }
    if response.drag_stopped()
        && let Some(Dragged { facet, width }) = Dragged::load(ui)
    {
        ui.data_mut(|data| data.remove::<Dragged>(Dragged::id()));
        commands.push(TableCommand::Resize { facet, width });
    }
}

/// The left edge of something `width` points wide that stands `offset` points after the start of
/// `rect`.
pub(super) fn from_start(context: &PanelContext<'_>, rect: Rect, offset: f32, width: f32) -> f32 {
    if kit::is_rtl(context.words) {
        rect.right() - offset - width
    } else {
        rect.left() + offset
    }
}

/// Where the headings stand in the room of the table.
pub(super) fn header_rect(room: Rect) -> Rect {
    Rect::from_min_max(room.min, pos2(room.right(), room.top() + HEADER))
}
