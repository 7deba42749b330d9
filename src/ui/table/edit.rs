//! A cell of the table as a field: F2 or a double click opens it, Enter and Tab take what is typed over, Escape drops it.

use egui::{Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Ui, UiBuilder};
use serde_json::Value;

use crate::{
    command::{Commands, EditCommand},
    data::edit::Pointer,
    model::{Lang, Layer, RowId, Status},
    query::TableColumn,
    text::{bidi::Base, fold::fold},
    typeset,
    ui::{PanelContext, inspector::Typed, kit},
};

use super::{columns::PlacedColumns, focus_id, heading::heading_key};

/// A cell that is open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CellEdit {
    /// Which reading of the records is shown.
    revision: u64,
    pub row: RowId,
    pub facet: TableColumn,
    path: Pointer,
    typed: Typed,
    /// What stood there.
    shown: String,
    text: String,
    has_begun: bool,
}

fn open_id() -> Id {
    Id::unique("open cell of the table")
}

/// The cell that is open.
pub(super) fn open(ui: &Ui) -> Option<CellEdit> {
    ui.data(|data| data.get_temp(open_id()))
}

fn store(ui: &Ui, cell: Option<CellEdit>) {
    ui.data_mut(|data| match cell {
        Some(cell) => {
            data.insert_temp(open_id(), cell);
        }
        None => {
            data.remove::<CellEdit>(open_id());
        }
    });
}

/// A change gives the record of the open cell another row: it is the one that is selected.
pub(super) fn follow(ui: &Ui, context: &PanelContext<'_>) {
    let revision = context.document.dataset.revision();
    if let Some(open) = open(ui).filter(|open| open.revision != revision) {
        let selected = context.document.selection.selected;
        let moved = selected.map(|row| CellEdit {
            revision,
            row,
            ..open
        });
        store(ui, moved);
    }
}

/// Whether what a column shows stands in a property that can be typed.
pub(super) const fn is_editable(facet: TableColumn) -> bool {
    !matches!(facet, TableColumn::Certainty | TableColumn::Reported)
}

/// Opens a cell; nothing where its record cannot be read.
pub(super) fn begin(ui: &Ui, context: &PanelContext<'_>, row: RowId, facet: TableColumn) {
    if is_editable(facet) {
        store(ui, CellEdit::of(context, row, facet));
    }
}

/// Opens the cell of the selected row that was typed in last, or its title.
pub(super) fn begin_by_key(ui: &Ui, context: &PanelContext<'_>, columns: &PlacedColumns) {
    if !ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F2)) {
        return;
    }
    let last: Option<TableColumn> = ui.data(|data| data.get_temp(open_id().with("last")));
    let is_shown = |facet: &TableColumn| columns.columns.iter().any(|it| it.facet == *facet);
    let first = columns.columns.iter().map(|column| column.facet);
    let facet = last
        .filter(is_shown)
        .or_else(|| Some(TableColumn::Title).filter(is_shown))
        .or_else(|| first.into_iter().find(|facet| is_editable(*facet)));
    if let (Some(row), Some(facet)) = (context.document.selection.selected, facet) {
        begin(ui, context, row, facet);
    }
}

impl CellEdit {
    fn of(context: &PanelContext<'_>, row: RowId, facet: TableColumn) -> Option<Self> {
        let dataset = context.document.dataset;
        let record = dataset.record(row)?;
        let reader = context.words.content();
        let in_language = |name: &str, texts: &crate::model::Localised| {
            // What is seen is what is changed, though it may stand in for another language.
            let lang = texts.best(reader).map_or(reader, |(_, lang)| lang);
            let name = match lang {
                Lang::En => name.to_owned(),
                _ => format!("{name}:{}", lang.code()),
            };
            (name, Typed::Text(lang))
        };
        let own = |name: &str, typed: Typed| (name.to_owned(), typed);
        let (name, typed) = match facet {
            TableColumn::Date => own("date", Typed::Date),
            TableColumn::Title => in_language("title", &record.title),
            TableColumn::Place => in_language("place", &record.place.name),
            TableColumn::Layer => own("layer", Typed::Line),
            TableColumn::Status => own("status", Typed::Line),
            TableColumn::Actors => own("actors", Typed::Words),
            TableColumn::Sources => own("sources", Typed::Words),
            TableColumn::Certainty | TableColumn::Reported => return None,
        };
        let path = Pointer::property(&name);
        let feature: Value = serde_json::from_str(&dataset.feature(row)).ok()?;
        let there = feature.pointer(&path.to_string());
        let typed = typed.for_value(there);
        let shown = typed.shown(there);
        let shown = match said(context, facet, &shown) {
            Some(word) => word,
            None => shown,
        };
        Some(Self {
            revision: dataset.revision(),
            row,
            facet,
            path,
            typed,
            text: shown.clone(),
            shown,
            has_begun: false,
        })
    }

    /// The value that is typed.
    fn value(&self, context: &PanelContext<'_>) -> Result<Option<Value>, &'static str> {
        let words = offers(context, self.facet);
        let typed = self.text.trim();
        if words.is_empty() || typed.is_empty() {
            return self.typed.value(&self.text);
        }
        let wanted = fold(typed);
        let is_same = |(value, word): &&(String, String)| *value == typed || fold(word) == wanted;
        let begins = |(_, word): &&(String, String)| fold(word).starts_with(&wanted);
        let found = words.iter().find(is_same);
        match found.or_else(|| words.iter().find(begins)) {
            Some((value, _)) => Ok(Some(value.as_str().into())),
            // A layer may have a name of its own.
            None if self.facet == TableColumn::Layer => self.typed.value(&self.text),
            None => Err("edit-wrong-word"),
        }
    }
}

/// The words of a vocabulary, as files and as the program say them.
fn offers(context: &PanelContext<'_>, facet: TableColumn) -> Vec<(String, String)> {
    let words = context.words;
    match facet {
        TableColumn::Status => Status::ALL
            .iter()
            .map(|it| (it.name().to_owned(), words.status(*it).to_owned()))
            .collect(),
        TableColumn::Layer => {
            let known = context.document.dataset.layers().iter();
            let others = known.filter(|it| !Layer::PROFILE.contains(it));
            Layer::PROFILE
                .iter()
                .chain(others)
                .map(|it| (it.name().to_owned(), words.layer(it).to_owned()))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// How the program says a word of a vocabulary.
fn said(context: &PanelContext<'_>, facet: TableColumn, value: &str) -> Option<String> {
    let offers = offers(context, facet).into_iter();
    let mut offers = offers.filter(|(known, _)| known == value);
    offers.next().map(|(_, word)| word)
}

/// Draws the field of the open cell at `place`, and takes over what is typed where it is left.
pub(super) fn cell_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    place: Rect,
    columns: &PlacedColumns,
    mut cell: CellEdit,
    commands: &mut Commands,
) {
    let words = context.words;
    let id = open_id().with((cell.row, cell.facet));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place));
    inside
        .painter()
        .rect_filled(place, 0, context.theme.palette.surface);
    let value = cell.value(context);
    let name = words.get(heading_key(cell.facet));
    let field = typeset::TextField::new(id, &mut cell.text, name)
        .width(place.width())
        .wrong(value.is_err());
    let field = match cell.typed {
        Typed::Date => field.notation().western_digits(),
        Typed::Text(lang) => field.empty_base(Base::of(lang)),
        _ => field,
    };
    let response = field.show(&mut inside);
    if !cell.has_begun {
        cell.has_begun = true;
        response.request_focus();
        typeset::choose_all(ui.ctx(), id);
        return store(ui, Some(cell));
    }
    let chosen = offers_ui(context, &response, &cell);
    if let Some(word) = &chosen {
        cell.text.clone_from(word);
    }
    if chosen.is_none() && !response.lost_focus() {
        if let Err(key) = value {
            kit::complain(&response, context, words.get(key));
        }
        return store(ui, Some(cell));
    }
    let (is_dropped, tab) = ui.input(|input| {
        let tab = input.key_pressed(Key::Tab).then_some(input.modifiers.shift);
        (input.key_pressed(Key::Escape), tab)
    });
    match cell.value(context) {
        _ if is_dropped => {}
        Ok(value) if cell.text != cell.shown => commands.push(EditCommand::Set {
            row: cell.row,
            changes: vec![(cell.path.clone(), value)],
            why: None,
        }),
        Ok(_) => {}
        // What is no value stays open, so that it is not lost.
        Err(_) => {
            cell.has_begun = false;
            return store(ui, Some(cell));
        }
    }
    ui.data_mut(|data| data.insert_temp(open_id().with("last"), cell.facet));
    let next = tab.filter(|_| !is_dropped);
    let next = next.and_then(|is_back| beside(columns, cell.facet, is_back));
    let next = next.and_then(|facet| CellEdit::of(context, cell.row, facet));
    if next.is_none() {
        ui.memory_mut(|memory| memory.request_focus(focus_id()));
    }
    store(ui, next);
}

/// The next column that can be typed in, or the one before.
fn beside(columns: &PlacedColumns, facet: TableColumn, is_back: bool) -> Option<TableColumn> {
    let facets = columns.columns.iter().map(|column| column.facet);
    let facets: Vec<TableColumn> = facets.filter(|facet| is_editable(*facet)).collect();
    let at = facets.iter().position(|known| *known == facet)?;
    let next = if is_back { at.checked_sub(1)? } else { at + 1 };
    facets.get(next).copied()
}

/// The words of a vocabulary under the field; the one that was pressed.
fn offers_ui(context: &PanelContext<'_>, field: &Response, cell: &CellEdit) -> Option<String> {
    let offers = offers(context, cell.facet);
    if offers.is_empty() {
        return None;
    }
    let mut chosen = None;
    Popup::from_response(field)
        .align(kit::below(context.words))
        .open(true)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .accessible_name(context.words.get(heading_key(cell.facet)))
        .show(|ui| {
            for (_, word) in &offers {
                let is_on = *word == cell.text;
                if kit::list_entry(ui, context.words, word, None, is_on).clicked() {
                    chosen = Some(word.clone());
                }
            }
        });
    chosen
}
