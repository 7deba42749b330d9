//! The filter by actor: typed, or chosen from the actors of the dataset.

use egui::{Id, Ui};

use crate::{
    command::{Commands, FilterCommand},
    theme::fonts::icon,
    ui::{PanelContext, kit},
};

use super::picker::{self, NameFilter};

pub(super) fn actor_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let filter = NameFilter {
        field: kit::SearchField {
            id: Id::unique("filter by actor"),
            glyph: icon::USERS,
            name: context.words.get("filter-actor"),
            clear: context.words.get("filter-actor-clear"),
        },
        asked: &context.document.filter.actor,
        names: |name_counts| &name_counts.actors,
        command: FilterCommand::Actor,
    };
    picker::filter_ui(ui, context, &filter, commands);
}
