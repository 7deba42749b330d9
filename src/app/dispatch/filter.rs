//! Carries out requests about what is shown.

use std::collections::BTreeSet;

use crate::{
    command::FilterCommand,
    data::{Dataset, Filter},
    model::{Layer, Status},
};

pub(super) fn apply(filter: &mut Filter, dataset: &Dataset, command: FilterCommand) {
    match command {
        FilterCommand::ToggleFile(name) => toggle_file(filter, dataset, name),
        FilterCommand::OnlyFile(name) => only_file(filter, dataset, name),
        FilterCommand::ToggleLayer(layer) => toggle_layer(filter, dataset, layer),
        FilterCommand::OnlyLayer(layer) => only_layer(filter, layer),
        FilterCommand::ToggleStatus(status) => toggle_status(filter, status),
        FilterCommand::Actor(actor) => filter.actor = actor,
        FilterCommand::Claimant(claimant) => filter.claimant = claimant,
        FilterCommand::Source(source) => filter.source = source,
        FilterCommand::Origins(origins) => filter.origins = origins,
        FilterCommand::LacksWords(lacks_words) => filter.lacks_words = lacks_words,
        FilterCommand::Stale(limit) => filter.stale = limit,
        FilterCommand::Text(text) => filter.text = text,
        FilterCommand::Within(within) => filter.within = within,
        FilterCommand::CertainOnly(certain_only) => filter.certain_only = certain_only,
        FilterCommand::ToggleCertainOnly => filter.certain_only ^= true,
        FilterCommand::Clear => {
            *filter = filter.cleared();
        }
    }
}

/// The names of the files that the filter shows.
fn shown_files(filter: &Filter, dataset: &Dataset) -> BTreeSet<String> {
    let shown = dataset.shown_files(filter).into_iter();
    let names = dataset.file_names().iter().zip(shown);
    names
        .filter(|(_, is_shown)| *is_shown)
        .map(|(name, _)| name.to_string())
        .collect()
}

fn toggle_file(filter: &mut Filter, dataset: &Dataset, name: String) {
    let mut shown = shown_files(filter, dataset);
    if !shown.remove(&name) {
        shown.insert(name);
    }
    filter.files = (shown.len() < dataset.parts().len()).then_some(shown);
}

fn only_file(filter: &mut Filter, dataset: &Dataset, name: String) {
    let alone = BTreeSet::from([name]);
    let is_alone = shown_files(filter, dataset) == alone;
    filter.files = (!is_alone && dataset.parts().len() > 1).then_some(alone);
}

fn toggle_layer(filter: &mut Filter, dataset: &Dataset, layer: Layer) {
    let all: BTreeSet<Layer> = dataset.layers().iter().cloned().collect();
    let mut shown = filter.layers.take().unwrap_or_else(|| all.clone());
    if !shown.remove(&layer) {
        shown.insert(layer);
    }
    filter.layers = (shown != all).then_some(shown);
}

fn only_layer(filter: &mut Filter, layer: Layer) {
    let alone = BTreeSet::from([layer]);
    filter.layers = (filter.layers.as_ref() != Some(&alone)).then_some(alone);
}

/// Statuses are chosen by adding: none chosen is all of them, and those without one.
fn toggle_status(filter: &mut Filter, status: Status) {
    let mut shown = filter.statuses.take().unwrap_or_default();
    if !shown.remove(&status) {
        shown.insert(status);
    }
    filter.statuses = (!shown.is_empty()).then_some(shown);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(commands: &[FilterCommand]) -> Filter {
        let dataset = Dataset::from_parts(Vec::new());
        let mut filter = Filter::default();
        for command in commands {
            apply(&mut filter, &dataset, command.clone());
        }
        filter
    }

    #[test]
    fn hiding_and_showing_a_layer_leaves_no_trace() {
        let toggle = FilterCommand::ToggleLayer(Layer::Context);
        assert!(!applied(std::slice::from_ref(&toggle)).shows_layer(&Layer::Context));
        assert_eq!(applied(&[toggle.clone(), toggle]), Filter::default());
    }

    #[test]
    fn asking_twice_for_one_layer_alone_shows_all() {
        let only = FilterCommand::OnlyLayer(Layer::Incident);
        assert!(!applied(std::slice::from_ref(&only)).shows_layer(&Layer::Delivery));
        assert_eq!(applied(&[only.clone(), only]), Filter::default());
    }

    #[test]
    fn statuses_add_up_and_none_is_all() {
        let toggle = FilterCommand::ToggleStatus(Status::Disputed);
        let disputed = applied(std::slice::from_ref(&toggle));
        assert_eq!(disputed.statuses, Some(BTreeSet::from([Status::Disputed])));
        assert_eq!(applied(&[toggle.clone(), toggle]).statuses, None);
    }

    #[test]
    fn clearing_keeps_the_window() {
        let dataset = Dataset::from_parts(Vec::new());
        let window = crate::model::Window::new(0, 86_399);
        let mut filter = Filter {
            window,
            text: "Moura".into(),
            ..Filter::default()
        };
        apply(&mut filter, &dataset, FilterCommand::Clear);
        assert_eq!(filter.window, window);
        assert!(filter.is_window_only());
    }
}
