//! What the keyboard does in the table.

use egui::{Event, EventFilter, Key, Modifiers, Ui};

use crate::{
    command::{Commands, SelectCommand},
    ui::PanelContext,
};

use super::{
    copy::{CopyForm, copy},
    focus_id,
    marked::Marked,
    scroll::Scroll,
};

/// Where a key leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    By(isize),
    First,
    Last,
}

/// Takes the keys that are the table's while it has the focus. `page` is how many rows a page has.
pub(super) fn take_keys(
    ui: &Ui,
    context: &PanelContext<'_>,
    scroll: &mut Scroll,
    page: usize,
    marked: &mut Marked,
    commands: &mut Commands,
) {
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus_id(), filter));
    let rows = context.answers.ordered.rows;
    if let Some((step, modifiers)) = step(ui, page) {
        let selected = context.document.selection.selected;
        let here = selected.and_then(|row| rows.iter().position(|it| *it == row));
        let last = rows.len().saturating_sub(1);
        let index = match (step, here) {
            (Step::First, _) | (Step::By(_), None) => 0,
            (Step::Last, _) => last,
            (Step::By(by), Some(here)) => here.saturating_add_signed(by).min(last),
        };
        if let Some(row) = rows.get(index) {
            marked.mark(*row, rows, modifiers);
            scroll.reveal(index);
            commands.push(SelectCommand::Reveal(*row));
        }
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
        marked.all(rows);
    }
    let is_copied = ui.input(|input| input.events.contains(&Event::Copy));
    if is_copied {
        copy(context, marked, CopyForm::Table, commands);
    }
}

/// The step that a key asks for, and whether it marks on the way.
fn step(ui: &Ui, page: usize) -> Option<(Step, Modifiers)> {
    let page = page.cast_signed().max(1);
    let steps = [
        (Key::ArrowDown, Step::By(1)),
        (Key::ArrowUp, Step::By(-1)),
        (Key::PageDown, Step::By(page)),
        (Key::PageUp, Step::By(-page)),
        (Key::Home, Step::First),
        (Key::End, Step::Last),
    ];
    ui.input_mut(|input| {
        [Modifiers::SHIFT, Modifiers::NONE]
            .into_iter()
            .find_map(|modifiers| {
                let mut steps = steps.iter();
                let step = steps.find(|(key, _)| input.consume_key(modifiers, *key));
                step.map(|(_, step)| (*step, modifiers))
            })
    })
}
