//! Carries out requests about what the analyst points at.

use crate::{
    command::SelectCommand,
    store::{Selection, Visible},
};

pub(super) fn apply(selection: &mut Selection, visible: &Visible, command: SelectCommand) {
    match command {
        SelectCommand::Select(row) | SelectCommand::Reveal(row) => selection.selected = Some(row),
        SelectCommand::Clear => selection.selected = None,
        SelectCommand::Hover(row) => selection.hovered = row,
        SelectCommand::Walk { forward } => {
            selection.selected = neighbour(visible, selection.selected, forward);
        }
    }
}

/// The row shown after (or before) the selected one, in file order and around the ends.
fn neighbour(visible: &Visible, selected: Option<usize>, forward: bool) -> Option<usize> {
    let mut rows = visible.rows.iter().map(|shown| shown.row);
    let (first, last) = (
        visible.rows.first().map(|shown| shown.row),
        visible.rows.last().map(|shown| shown.row),
    );
    match (selected, forward) {
        (None, true) => first,
        (None, false) => last,
        (Some(selected), true) => rows.find(|row| *row > selected).or(first),
        (Some(selected), false) => rows.rfind(|row| *row < selected).or(last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::Relation, store::VisibleRow};

    fn shown(rows: &[usize]) -> Visible {
        Visible {
            rows: rows
                .iter()
                .map(|row| VisibleRow {
                    row: *row,
                    relation: Relation::Certain,
                })
                .collect(),
            ..Visible::default()
        }
    }

    #[test]
    fn walking_goes_around_the_ends() {
        let visible = shown(&[2, 5, 9]);
        assert_eq!(neighbour(&visible, None, true), Some(2));
        assert_eq!(neighbour(&visible, Some(2), true), Some(5));
        assert_eq!(neighbour(&visible, Some(9), true), Some(2));
        assert_eq!(neighbour(&visible, Some(2), false), Some(9));
        assert_eq!(neighbour(&visible, None, false), Some(9));
    }

    #[test]
    fn walking_from_a_row_that_is_not_shown_finds_the_next_that_is() {
        assert_eq!(neighbour(&shown(&[2, 5, 9]), Some(6), true), Some(9));
        assert_eq!(neighbour(&shown(&[2, 5, 9]), Some(6), false), Some(5));
        assert_eq!(neighbour(&shown(&[]), Some(6), true), None);
    }
}
