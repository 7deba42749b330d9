//! Carries out requests about what the analyst points at.

use crate::model::RowId;
use crate::{command::SelectCommand, session::Selection};

use super::super::state::State;

pub(super) fn apply(state: &mut State, command: SelectCommand) {
    let selection = &mut state.document.selection;
    match command {
        SelectCommand::Select(row) | SelectCommand::Reveal(row) => selection.selected = Some(row),
        SelectCommand::Clear => selection.selected = None,
        SelectCommand::Hover(row) => selection.hovered = row,
        SelectCommand::Walk { forward } => {
            state.document.selection.selected = walked(state, forward);
        }
    }
}

/// The record after the selected one, or before it: in the order of the table where that is
/// open, else by date.
fn walked(state: &State, forward: bool) -> Option<RowId> {
    let document = &state.document;
    let Selection { selected, .. } = document.selection;
    let question = document.order_question(&state.settings, &state.chrome.words);
    let rows = document.answers.order.rows_for(&question);
    if let Some(rows) = rows.filter(|_| state.settings.table.is_open) {
        return next_in(rows, selected, forward);
    }
    let engine = document.engine();
    engine.next_record(&document.filter, selected, forward)
}

/// The row after `selected` in `rows` (or before it), around the ends; from a row that is not there to
/// the first (or the last).
fn next_in(rows: &[RowId], selected: Option<RowId>, forward: bool) -> Option<RowId> {
    let here = selected.and_then(|selected| rows.iter().position(|row| *row == selected));
    let next = match (here, forward) {
        (Some(here), true) => rows.get(here + 1).or(rows.first()),
        (Some(here), false) => here
            .checked_sub(1)
            .map_or(rows.last(), |before| rows.get(before)),
        (None, true) => rows.first(),
        (None, false) => rows.last(),
    };
    next.copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The row that is next in `rows`, all by their numbers.
    fn next(rows: &[usize], selected: Option<usize>, forward: bool) -> Option<usize> {
        let rows: Vec<RowId> = rows.iter().copied().map(RowId::new).collect();
        next_in(&rows, selected.map(RowId::new), forward).map(RowId::index)
    }

    #[test]
    fn walking_the_table_goes_around_the_ends() {
        let rows = &[5, 2, 9];
        assert_eq!(next(rows, None, true), Some(5));
        assert_eq!(next(rows, Some(5), true), Some(2));
        assert_eq!(next(rows, Some(9), true), Some(5));
        assert_eq!(next(rows, Some(5), false), Some(9));
        assert_eq!(next(rows, None, false), Some(9));
    }

    #[test]
    fn walking_the_table_from_a_row_that_is_not_there_begins_anew() {
        assert_eq!(next(&[5, 2], Some(7), true), Some(5));
        assert_eq!(next(&[5, 2], Some(7), false), Some(2));
        assert_eq!(next(&[], Some(7), true), None);
    }
}
