//! A field for a name: typed, or chosen from the names of the dataset.

use std::sync::Arc;

use egui::{
    CornerRadius, Id, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use crate::{
    command::{Commands, FilterCommand, SearchCommand},
    query::{CountedName, NameCounts},
    text::{args, fold::fold},
    theme::size,
    typeset::Text,
    ui::{
        PanelContext,
        kit::{self, FieldResponse},
    },
};

/// Height of a list that is always in sight, in points.
const LISTED: f32 = 220.0;
/// Names that the list shows.
const MOST_NAMES: usize = 100;

/// A condition on the names of records.
pub(super) struct NameFilter<'a> {
    pub(super) field: kit::SearchField<'a>,
    /// The name that is asked for.
    pub(super) asked: &'a str,
    /// The names that there are.
    pub(super) names: fn(&NameCounts) -> &[CountedName],
    /// Asks for another one.
    pub(super) command: fn(String) -> FilterCommand,
}

/// Draws the field of a condition with the names that there are.
pub(super) fn filter_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    filter: &NameFilter<'_>,
    commands: &mut Commands,
) {
    let names = context.answers.named.name_counts.map(filter.names);
    let name = picker_ui(ui, context, filter.field, filter.asked, names, commands);
    if let Some(name) = name {
        commands.push((filter.command)(name));
    }
}

/// Draws the field with what is `asked` and the names there are, which are asked for when the field is used;
/// the new text when it was typed or chosen.
fn picker_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    field: kit::SearchField<'_>,
    asked: &str,
    names: Option<&[CountedName]>,
    commands: &mut Commands,
) -> Option<String> {
    let id = field.id;
    let response = kit::text_field(ui, context, field, asked);
    if names.is_none() && !context.answers.named.is_wanted && response.editor.has_focus() {
        commands.push(SearchCommand::Names);
    }
    let fitting = fitting(ui, context, id, asked, names);
    let list = List {
        title: field.name,
        asked,
        names: names.unwrap_or_default(),
        fitting: &fitting,
    };
    let chosen = list_ui(ui, context, &response, &list);
    chosen.or(response.changed)
}

/// The same with the list always in sight below the field, for what is a popup itself.
pub(in crate::ui) fn listed_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    field: kit::SearchField<'_>,
    asked: &str,
    names: Option<&[CountedName]>,
    commands: &mut Commands,
) -> Option<String> {
    let id = field.id;
    let response = kit::text_field(ui, context, field, asked);
    if names.is_none() && !context.answers.named.is_wanted {
        commands.push(SearchCommand::Names);
    }
    awaited_ui(ui, context);
    let fitting = fitting(ui, context, id, asked, names);
    let mut chosen = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().max_height(LISTED);
    kit::scroll(ui, context.words, area, |ui| {
        for name in fitting
            .iter()
            .filter_map(|at| names.and_then(|names| names.get(*at)))
        {
            if name_ui(ui, context, asked, name).clicked() {
                chosen = Some(name.value.to_string());
                ui.close();
            }
        }
    });
    chosen.or(response.changed)
}

/// How far the names are read, while they are.
fn awaited_ui(ui: &mut Ui, context: &PanelContext<'_>) {
    if let Some(share) = context.answers.named.share {
        let share = context.words.number(f64::from(share * 100.0).floor());
        let text = context
            .words
            .with("filter-names-awaited", args!(percent: share.as_str()));
        ui.add(Text::new(&text).small().weak().block());
    }
}

/// What the list below a field shows.
struct List<'a> {
    title: &'a str,
    asked: &'a str,
    names: &'a [CountedName],
    /// Places of the names that are listed.
    fitting: &'a [usize],
}

/// Places of the first names that fit what is typed. When a whole name stands in the field, the others are
/// offered again.
fn fitting(
    ui: &Ui,
    context: &PanelContext<'_>,
    id: Id,
    asked: &str,
    names: Option<&[CountedName]>,
) -> Arc<Vec<usize>> {
    let key = (
        context.document.dataset.revision(),
        context.words.locale(),
        asked.to_owned(),
        names.map(<[CountedName]>::len),
    );
    kit::memo(ui.ctx(), id.with("fitting"), key, || {
        let names = names.unwrap_or_default();
        let typed = fold(asked);
        let is_whole = names.iter().any(|name| *name.value == *asked);
        let fits = |name: &CountedName| is_whole || name.folded.contains(&typed);
        let places = (0..).zip(names).filter(|(_, name)| fits(name));
        places.map(|(place, _)| place).take(MOST_NAMES).collect()
    })
}

/// The names that fit what is typed, below the field while it is being used.
fn list_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    field: &FieldResponse,
    list: &List<'_>,
) -> Option<String> {
    let is_awaited = context.answers.named.share.is_some();
    if list.fitting.is_empty() && !is_awaited {
        return None;
    }
    let mut chosen = None;
    Popup::from_response(&field.editor)
        .anchor(field.rect)
        .align(kit::below(context.words))
        .open_memory(kit::list_opens(ui, &field.editor))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(list.title)
        .width(field.rect.width())
        .show(|ui| {
            ui.set_width(field.rect.width() - 12.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            awaited_ui(ui, context);
            let area = ScrollArea::vertical().max_height(260.0);
            kit::scroll(ui, context.words, area, |ui| {
                for name in list.fitting.iter().filter_map(|at| list.names.get(*at)) {
                    if name_ui(ui, context, list.asked, name).clicked() {
                        chosen = Some(name.value.to_string());
                        ui.close();
                    }
                }
            });
        });
    chosen
}

/// One name, with how many records have it.
fn name_ui(ui: &mut Ui, context: &PanelContext<'_>, asked: &str, name: &CountedName) -> Response {
    let size = vec2(ui.available_width(), size::TARGET);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let is_on = *asked == *name.value;
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_on, &name.shown));
    if response.hovered() || response.has_focus() || is_on {
        let corner = CornerRadius::same(size::CORNER);
        let ground = context.theme.palette.hover;
        ui.painter().rect_filled(rect, corner, ground);
    }
    let line = rect.shrink2(vec2(size::GAP, 0.0));
    let builder = UiBuilder::new()
        .max_rect(line)
        .layout(kit::fill(context.words));
    let mut line = ui.new_child(builder);
    let records = context.words.number(name.records as f64);
    line.add(Text::new(&records).small().weak());
    let room = line.available_size();
    line.allocate_ui_with_layout(room, kit::row(context.words), |ui| {
        ui.add(Text::new(&name.shown).truncate());
    });
    response
}
