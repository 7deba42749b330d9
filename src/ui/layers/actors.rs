//! The filter by actor: typed, or chosen from the actors of the dataset.

use std::{collections::HashMap, sync::Arc};

use egui::{
    CornerRadius, Id, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use crate::{
    command::{Commands, FilterCommand},
    store::Dataset,
    text::{Words, fold::fold},
    theme::{fonts::icon, size},
    typeset::Text,
    ui::{
        Scene,
        kit::{self, FieldResponse},
    },
};

/// Beyond this many records the actors of the rest are not listed: that would read them all.
const MOST_RECORDS_READ: usize = 5_000;
/// Names that the list shows.
const MOST_NAMES: usize = 100;

/// An actor and how many records name it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Actor {
    /// As records write it.
    name: Box<str>,
    /// As the reader calls it.
    shown: String,
    /// Both, for comparing.
    folded: String,
    records: usize,
}

pub(super) fn actor_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let field = kit::Field {
        id: Id::unique("filter by actor"),
        glyph: icon::USERS,
        name: scene.words.get("filter-actor"),
        clear: scene.words.get("filter-actor-clear"),
    };
    let field = kit::text_field(ui, scene, field, &scene.filter.actor);
    list_ui(ui, scene, &field, commands);
    if let Some(actor) = field.changed {
        commands.push(FilterCommand::Actor(actor));
    }
}

/// The names that fit what is typed, below the field while it is being used.
fn list_ui(ui: &Ui, scene: &Scene<'_>, field: &FieldResponse, commands: &mut Commands) {
    let actors = actors(ui, scene);
    let typed = fold(&scene.filter.actor);
    // When a whole name stands in the field, the others are offered again.
    let is_whole = actors
        .iter()
        .any(|actor| *actor.name == *scene.filter.actor);
    let fits = |actor: &&Actor| is_whole || actor.folded.contains(&typed);
    if !actors.iter().any(|actor| fits(&actor)) {
        return;
    }
    Popup::from_response(&field.editor)
        .anchor(field.rect)
        .open_memory(field.editor.has_focus().then_some(true.into()))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(scene.words.get("filter-actor"))
        .width(field.rect.width())
        .show(|ui| {
            ui.set_width(field.rect.width() - 12.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
                for actor in actors.iter().filter(fits).take(MOST_NAMES) {
                    if name_ui(ui, scene, actor).clicked() {
                        commands.push(FilterCommand::Actor(actor.name.to_string()));
                        ui.close();
                    }
                }
            });
        });
}

/// One name, with how many records name it.
fn name_ui(ui: &mut Ui, scene: &Scene<'_>, actor: &Actor) -> Response {
    let size = vec2(ui.available_width(), size::TARGET);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let is_on = *scene.filter.actor == *actor.name;
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_on, &actor.shown));
    if response.hovered() || response.has_focus() || is_on {
        let corner = CornerRadius::same(size::CORNER);
        let ground = scene.theme.palette.hover;
        ui.painter().rect_filled(rect, corner, ground);
    }
    let line = rect.shrink2(vec2(size::GAP, 0.0));
    let builder = UiBuilder::new()
        .max_rect(line)
        .layout(kit::fill(scene.words));
    let mut line = ui.new_child(builder);
    line.add(
        Text::new(&scene.words.number(actor.records as f64))
            .small()
            .weak(),
    );
    let room = line.available_size();
    line.allocate_ui_with_layout(room, kit::row(scene.words), |ui| {
        ui.add(Text::new(&actor.shown).truncate());
    });
    response
}

fn actors(ui: &Ui, scene: &Scene<'_>) -> Arc<Vec<Actor>> {
    let key = (scene.dataset.revision(), scene.words.voice());
    kit::memo(ui.ctx(), Id::unique("actors of the dataset"), key, || {
        count(scene.words, scene.dataset)
    })
}

/// The actors, those that most records name first.
fn count(words: &Words, dataset: &Dataset) -> Vec<Actor> {
    let mut records: HashMap<Box<str>, usize> = HashMap::new();
    for row in 0..dataset.len().min(MOST_RECORDS_READ) {
        for actor in dataset.record(row).iter().flat_map(|record| &record.actors) {
            *records.entry(actor.clone()).or_default() += 1;
        }
    }
    let mut actors: Vec<Actor> = records
        .into_iter()
        .map(|(name, records)| {
            let shown = kit::actor_name(words, dataset, &name);
            Actor {
                folded: fold(&format!("{name}\n{shown}")),
                shown,
                name,
                records,
            }
        })
        .collect();
    actors.sort_by(|a, b| {
        let by_records = b.records.cmp(&a.records);
        by_records.then_with(|| a.folded.cmp(&b.folded))
    });
    actors
}
