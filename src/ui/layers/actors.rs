//! The filter by actor: typed, or chosen from the actors of the dataset.

use egui::{Id, Ui};

use crate::{
    command::{Commands, FilterCommand},
    theme::fonts::icon,
    ui::{PanelContext, kit},
};

use super::picker;

pub(super) fn actor_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let field = kit::SearchField {
        id: Id::unique("filter by actor"),
        glyph: icon::USERS,
        name: context.words.get("filter-actor"),
        clear: context.words.get("filter-actor-clear"),
    };
    let names = context
        .answers
        .named
        .name_counts
        .map(|name_counts| name_counts.actors.as_slice());
    let asked = &context.document.filter.actor;
    if let Some(actor) = picker::picker_ui(ui, context, field, asked, names, commands) {
        commands.push(FilterCommand::Actor(actor));
    }
}
