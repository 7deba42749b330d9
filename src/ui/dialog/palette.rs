//! Every action by its name, and what else can be gone to: dates, coordinates, layers, bookmarks, records. Type a part of
//! it, choose with the arrows, press Enter.

mod several;
mod target;
mod targets;

use egui::{Id, Key, Modifiers, ScrollArea, Ui};

use crate::{
    command::{Commands, ViewCommand},
    text::{args, bidi::Base},
    theme::{fonts::icon, size},
    typeset::{Face, Text, TextField},
};

use super::super::{PanelContext, kit};
use target::PaletteTarget;

/// What is typed and which entry is chosen; kept by egui while the dialog is open.
#[derive(Clone, Default)]
struct PaletteSearch {
    text: String,
    chosen: usize,
    /// The pass of egui in which it was last drawn.
    drawn: u64,
}

pub(super) fn palette_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let id = Id::unique("palette-search");
    let mut search = search(ui, id);
    let moved = take_arrows(ui);
    field(ui, context, &mut search);
    let found = targets::found(ui, context, &search.text);
    let last = found.len().saturating_sub(1);
    search.chosen = search.chosen.saturating_add_signed(moved).min(last);
    ui.separator();
    let clicked = list(ui, context, &found, &search);
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    let chosen = clicked.or(entered.then_some(search.chosen));
    if let Some(entry) = chosen.and_then(|index| found.get(index)) {
        commands.push(ViewCommand::CloseDialog);
        for command in &entry.commands {
            commands.push(command.clone());
        }
    }
    ui.data_mut(|data| data.insert_temp(id, search));
}

/// What is typed since the palette was opened: nothing, where the last pass did not show it.
fn search(ui: &Ui, id: Id) -> PaletteSearch {
    let drawn = ui.ctx().cumulative_pass_nr();
    let last: Option<PaletteSearch> = ui.data(|data| data.get_temp(id));
    let search = last.filter(|search| search.drawn + 1 >= drawn);
    PaletteSearch {
        drawn,
        ..search.unwrap_or_default()
    }
}

/// Arrows move the choice, not the caret of the field.
fn take_arrows(ui: &Ui) -> isize {
    ui.input_mut(|input| {
        let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
        let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
        down.cast_signed() - up.cast_signed()
    })
}

fn field(ui: &mut Ui, context: &PanelContext, search: &mut PaletteSearch) {
    let name = context.words.get("palette-search");
    kit::block_row(ui, kit::row(context.words), size::TARGET, |ui| {
        ui.add(Text::new(icon::MAGNIFYING_GLASS).face(Face::Title).weak());
        let was = search.text.clone();
        let response = TextField::new(Id::unique("palette-field"), &mut search.text, name)
            .empty_base(Base::of(context.words.lang()))
            .hint(name)
            .frameless()
            .show(ui);
        if search.text != was {
            search.chosen = 0;
        }
        response.request_focus();
    });
}

fn list(
    ui: &mut Ui,
    context: &PanelContext,
    found: &[PaletteTarget],
    search: &PaletteSearch,
) -> Option<usize> {
    if found.is_empty() {
        let text = context
            .words
            .with("palette-empty", args!(text: search.text.as_str()));
        ui.add_space(size::GROUP);
        ui.add(Text::new(&text).weak().block());
        return None;
    }
    let mut clicked = None;
    let area = ScrollArea::vertical().auto_shrink(false);
    kit::scroll(ui, context.words, area, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, target) in found.iter().enumerate() {
            let is_chosen = index == search.chosen;
            let PaletteTarget { name, aside, .. } = target;
            let response = kit::list_entry(ui, context.words, name, aside.as_deref(), is_chosen);
            if index == search.chosen {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                clicked = Some(index);
            }
        }
    });
    clicked
}
