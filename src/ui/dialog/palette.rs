//! Every action by its name: type a part of it, choose with the arrows, press Enter.

use egui::{Id, Key, Modifiers, ScrollArea, Ui};

use crate::{
    command::{Action, Commands, ViewCommand, action},
    text::{args, bidi::Base, fold::fold},
    theme::{fonts::icon, size},
    typeset::{Face, Text, TextField},
};

use super::super::{PanelContext, kit};

/// What is typed and which entry is chosen; kept by egui while the dialog is open.
#[derive(Clone, Default)]
struct Search {
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
    let found = find(context, &search.text);
    let last = found.len().saturating_sub(1);
    search.chosen = search.chosen.saturating_add_signed(moved).min(last);
    ui.separator();
    let clicked = list(ui, context, &found, &search);
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    let chosen = clicked.or(entered.then_some(search.chosen));
    if let Some(action) = chosen.and_then(|index| found.get(index)) {
        commands.push(ViewCommand::CloseDialog);
        commands.push(action.command.clone());
    }
    ui.data_mut(|data| data.insert_temp(id, search));
}

/// What is typed since the palette was opened: nothing, where the last pass did not show it.
fn search(ui: &Ui, id: Id) -> Search {
    let drawn = ui.ctx().cumulative_pass_nr();
    let last: Option<Search> = ui.data(|data| data.get_temp(id));
    let search = last.filter(|search| search.drawn + 1 >= drawn);
    Search {
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

fn field(ui: &mut Ui, context: &PanelContext, search: &mut Search) {
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

/// Actions whose name or group holds every word that is typed.
fn find(context: &PanelContext, text: &str) -> Vec<&'static Action> {
    let wanted = fold(text);
    action::all()
        .iter()
        .filter(|action| {
            let name = fold(context.words.get(action.key));
            let group = fold(context.words.get(action.group.key()));
            wanted
                .split_whitespace()
                .all(|word| name.contains(word) || group.contains(word))
        })
        .collect()
}

fn list(ui: &mut Ui, context: &PanelContext, found: &[&Action], search: &Search) -> Option<usize> {
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
        for (index, action) in found.iter().enumerate() {
            let keys = kit::keys(ui, context, action);
            let name = context.words.get(action.key);
            let is_chosen = index == search.chosen;
            let response = kit::list_entry(ui, context.words, name, keys.as_deref(), is_chosen);
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
