//! The filter by actor: typed, or chosen from the actors of the dataset.

use std::{collections::HashMap, sync::Arc};

use egui::{Id, Ui};

use crate::{
    command::{Commands, FilterCommand},
    store::Dataset,
    text::{Words, fold::fold},
    theme::fonts::icon,
    ui::{Scene, kit},
};

use super::picker::{self, MOST_RECORDS_READ, Name};

pub(super) fn actor_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let field = kit::Field {
        id: Id::unique("filter by actor"),
        glyph: icon::USERS,
        name: scene.words.get("filter-actor"),
        clear: scene.words.get("filter-actor-clear"),
    };
    let names = actors(ui, scene);
    if let Some(actor) = picker::picker_ui(ui, scene, field, &scene.filter.actor, &names) {
        commands.push(FilterCommand::Actor(actor));
    }
}

fn actors(ui: &Ui, scene: &Scene<'_>) -> Arc<Vec<Name>> {
    let key = (scene.dataset.revision(), scene.words.voice());
    kit::memo(ui.ctx(), Id::unique("actors of the dataset"), key, || {
        count(scene.words, scene.dataset)
    })
}

/// The actors, those that most records name first.
fn count(words: &Words, dataset: &Dataset) -> Vec<Name> {
    let mut records: HashMap<Box<str>, usize> = HashMap::new();
    for row in 0..dataset.len().min(MOST_RECORDS_READ) {
        for actor in dataset.record(row).iter().flat_map(|record| &record.actors) {
            *records.entry(actor.clone()).or_default() += 1;
        }
    }
    let mut actors: Vec<Name> = records
        .into_iter()
        .map(|(value, records)| {
            let shown = kit::actor_name(words, dataset, &value);
            Name {
                folded: fold(&format!("{value}\n{shown}")),
                shown,
                value,
                records,
            }
        })
        .collect();
    picker::sort(&mut actors);
    actors
}
