//! The filter of each column, behind the funnel in its heading: the same conditions as beside the map, where the eye is.

use egui::{Id, Popup, PopupCloseBehavior, Rect, Ui, UiBuilder};

use crate::{
    command::{Command, Commands, FilterCommand, MapCommand, TimeCommand},
    data::Within,
    model::Status,
    query::TableColumn,
    text::args,
    theme::{fonts::icon, size},
    timeline::edit,
    typeset,
    ui::{PanelContext, kit, layers, timeline},
};

use super::heading::heading_key;

/// Width of the popup of a filter, in points.
const WIDTH: f32 = 250.0;
/// Width of the funnel, in points.
pub(super) const FUNNEL: f32 = 22.0;

/// Draws the funnel of a column into `place` and, while it is open, what can be asked of the column.
pub(super) fn funnel_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    place: Rect,
    column: TableColumn,
    commands: &mut Commands,
) {
    let words = context.words;
    let is_set = is_set(ui, context, column);
    let key = if is_set {
        "table-filter-set"
    } else {
        "table-filter"
    };
    let name = words.with(key, args!(column: words.get(heading_key(column))));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("funnel", column)));
    let palette = context.theme.palette;
    let states = &mut ui.visuals_mut().widgets;
    states.inactive.weak_bg_fill = egui::Color32::TRANSPARENT;
    states.inactive.fg_stroke.color = if is_set {
        palette.accent
    } else {
        palette.text_weak
    };
    let glyph = typeset::icon(&ui, icon::FUNNEL, &name, size::SMALL);
    let button = egui::Button::new(glyph).selected(is_set);
    let response = typeset::hint(ui.put(place, button), &name);
    let popup = Popup::menu(&response)
        .align(kit::below(words))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(&name)
        .width(WIDTH);
    popup.show(|ui| {
        ui.set_width(WIDTH);
        ui.with_layout(kit::column(words), |ui| {
            conditions_ui(ui, context, column, commands);
            if is_set {
                ui.separator();
                let text = words.get("table-filter-clear");
                if kit::menu_entry(ui, words, text, None).clicked() {
                    for command in undo(context, column) {
                        commands.push(command);
                    }
                    ui.close();
                }
            }
        });
    });
}

/// Whether something is asked of a column.
fn is_set(ui: &Ui, context: &PanelContext<'_>, column: TableColumn) -> bool {
    let filter = context.document.filter;
    match column {
        TableColumn::Date => {
            let extent = timeline::extent(ui, context);
            let window = edit::bounded(&filter.window, extent);
            window.first() > extent.earliest || window.last() < extent.latest
        }
        TableColumn::Title => !filter.text.is_empty(),
        TableColumn::Place => filter.within.is_some(),
        TableColumn::Layer => hidden_layers(context).next().is_some(),
        TableColumn::Status => filter.statuses.is_some(),
        TableColumn::Certainty => filter.certain_only,
        TableColumn::Actors => !filter.actor.is_empty(),
        TableColumn::Sources => !filter.source.is_empty(),
        TableColumn::Reported => filter.known.is_some(),
    }
}

/// What asks nothing of a column any more.
fn undo(context: &PanelContext<'_>, column: TableColumn) -> Vec<Command> {
    let filter = context.document.filter;
    match column {
        TableColumn::Date => vec![TimeCommand::WholeRange.into()],
        TableColumn::Title => vec![FilterCommand::Text(String::new()).into()],
        TableColumn::Place => vec![FilterCommand::Within(None).into()],
        TableColumn::Layer => hidden_layers(context)
            .map(|layer| FilterCommand::ToggleLayer(layer.clone()).into())
            .collect(),
        TableColumn::Status => filter
            .statuses
            .iter()
            .flatten()
            .map(|status| FilterCommand::ToggleStatus(*status).into())
            .collect(),
        TableColumn::Certainty => vec![FilterCommand::CertainOnly(false).into()],
        TableColumn::Actors => vec![FilterCommand::Actor(String::new()).into()],
        TableColumn::Sources => vec![FilterCommand::Source(String::new()).into()],
        TableColumn::Reported => vec![TimeCommand::Known(None).into()],
    }
}

fn hidden_layers<'a>(context: &PanelContext<'a>) -> impl Iterator<Item = &'a crate::model::Layer> {
    let filter = context.document.filter;
    let layers = context.document.dataset.layers().iter();
    layers.filter(|layer| !filter.shows_layer(layer))
}

fn conditions_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    column: TableColumn,
    commands: &mut Commands,
) {
    match column {
        TableColumn::Date => timeline::preset_entries_ui(ui, context, commands),
        TableColumn::Title => text_ui(ui, context, commands),
        TableColumn::Place => places_ui(ui, context, commands),
        TableColumn::Layer => layers_ui(ui, context, commands),
        TableColumn::Status => statuses_ui(ui, context, commands),
        TableColumn::Certainty => {
            let is_on = context.document.filter.certain_only;
            let wanted = FilterCommand::CertainOnly(!is_on);
            let name = context.words.get("filter-certain-only");
            ticked(ui, context, name, is_on, wanted, commands);
        }
        TableColumn::Actors => names_ui(ui, context, Names::Actors, commands),
        TableColumn::Sources => names_ui(ui, context, Names::Sources, commands),
        TableColumn::Reported => {
            let is_on = context.document.filter.known.is_some();
            let name = context.words.get("known-switch");
            ticked(ui, context, name, is_on, TimeCommand::ToggleKnown, commands);
            if is_on {
                timeline::known_ui(ui, context, commands);
            }
        }
    }
}

fn ticked(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    name: &str,
    is_on: bool,
    command: impl Into<Command>,
    commands: &mut Commands,
) {
    if kit::ticked_entry(ui, context.words, name, is_on, None).clicked() {
        commands.push(command);
    }
}

fn text_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let field = kit::SearchField {
        id: Id::unique("filter of the column of titles"),
        glyph: icon::MAGNIFYING_GLASS,
        name: words.get("filter-text"),
        clear: words.get("filter-text-clear"),
    };
    let text = &context.document.filter.text;
    if let Some(text) = kit::text_field(ui, context, field, text).changed {
        commands.push(FilterCommand::Text(text));
    }
}

fn places_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let (words, within) = (context.words, &context.document.filter.within);
    let is_view = matches!(within, Some(Within::Bounds(_)));
    let name = words.get("action-within-view");
    ticked(
        ui,
        context,
        name,
        is_view,
        MapCommand::FilterToView,
        commands,
    );
    let name = words.get("action-within-all");
    ticked(
        ui,
        context,
        name,
        within.is_none(),
        FilterCommand::Within(None),
        commands,
    );
}

fn layers_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    for layer in context.document.dataset.layers() {
        let is_on = context.document.filter.shows_layer(layer);
        let name = context.words.layers(layer);
        let toggle = FilterCommand::ToggleLayer(layer.clone());
        ticked(ui, context, name, is_on, toggle, commands);
    }
}

fn statuses_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let asked = context.document.filter.statuses.as_ref();
    for status in Status::ALL {
        let is_on = asked.is_some_and(|statuses| statuses.contains(&status));
        let name = context.words.status(status);
        let toggle = FilterCommand::ToggleStatus(status);
        ticked(ui, context, name, is_on, toggle, commands);
    }
}

/// Whom or what a column names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Names {
    Actors,
    Sources,
}

fn names_ui(ui: &mut Ui, context: &PanelContext<'_>, of: Names, commands: &mut Commands) {
    let words = context.words;
    let filter = context.document.filter;
    let counts = context.answers.named.name_counts;
    let (glyph, keys, asked, names) = match of {
        Names::Actors => (
            icon::USERS,
            ["filter-actor", "filter-actor-clear"],
            &filter.actor,
            counts.map(|counts| counts.actors.as_slice()),
        ),
        Names::Sources => (
            icon::NEWSPAPER,
            ["filter-source", "filter-source-clear"],
            &filter.source,
            counts.map(|counts| counts.sources.as_slice()),
        ),
    };
    let [name, clear] = keys.map(|key| words.get(key));
    let field = kit::SearchField {
        id: Id::unique(("filter of a column of names", of)),
        glyph,
        name,
        clear,
    };
    if let Some(text) = layers::listed_ui(ui, context, field, asked, names, commands) {
        commands.push(match of {
            Names::Actors => FilterCommand::Actor(text),
            Names::Sources => FilterCommand::Source(text),
        });
    }
}
