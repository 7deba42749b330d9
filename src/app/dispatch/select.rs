//! Carries out requests about what the analyst points at.

use crate::{
    command::SelectCommand,
    store::{Dataset, Selection, Visible},
};

pub(super) fn apply(
    selection: &mut Selection,
    dataset: &Dataset,
    visible: &Visible,
    command: SelectCommand,
) {
    match command {
        SelectCommand::Select(row) | SelectCommand::Reveal(row) => selection.selected = Some(row),
        SelectCommand::Clear => selection.selected = None,
        SelectCommand::Hover(row) => selection.hovered = row,
        SelectCommand::Walk { forward } => {
            let order = |row| dataset.columns().order(row);
            selection.selected = neighbour(visible, order, selection.selected, forward);
        }
    }
}

/// The row shown after (or before) the selected one in the order that `order` gives, around the ends.
fn neighbour<K: Ord>(
    visible: &Visible,
    order: impl Fn(usize) -> K,
    selected: Option<usize>,
    forward: bool,
) -> Option<usize> {
    let rows = || visible.rows.iter().map(|shown| shown.row);
    let here = selected.map(&order);
    if forward {
        let later = rows().filter(|row| here.as_ref().is_some_and(|here| order(*row) > *here));
        let first = || rows().min_by_key(|row| order(*row));
        later.min_by_key(|row| order(*row)).or_else(first)
    } else {
        let earlier = rows().filter(|row| here.as_ref().is_some_and(|here| order(*row) < *here));
        let last = || rows().max_by_key(|row| order(*row));
        earlier.max_by_key(|row| order(*row)).or_else(last)
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

    fn in_file_order(rows: &[usize], selected: Option<usize>, forward: bool) -> Option<usize> {
        neighbour(&shown(rows), |row| row, selected, forward)
    }

    #[test]
    fn walking_goes_around_the_ends() {
        let rows = &[2, 5, 9];
        assert_eq!(in_file_order(rows, None, true), Some(2));
        assert_eq!(in_file_order(rows, Some(2), true), Some(5));
        assert_eq!(in_file_order(rows, Some(9), true), Some(2));
        assert_eq!(in_file_order(rows, Some(2), false), Some(9));
        assert_eq!(in_file_order(rows, None, false), Some(9));
    }

    #[test]
    fn walking_from_a_row_that_is_not_shown_finds_the_next_that_is() {
        let rows = &[2, 5, 9];
        assert_eq!(in_file_order(rows, Some(6), true), Some(9));
        assert_eq!(in_file_order(rows, Some(6), false), Some(5));
        assert_eq!(in_file_order(&[], Some(6), true), None);
    }

    #[test]
    fn walking_goes_by_time_not_by_the_order_of_the_file() {
        let begins = [30, 10, 20];
        let order = |row: usize| begins[row];
        let visible = shown(&[0, 1, 2]);
        assert_eq!(neighbour(&visible, order, None, true), Some(1));
        assert_eq!(neighbour(&visible, order, Some(1), true), Some(2));
        assert_eq!(neighbour(&visible, order, Some(2), false), Some(1));
    }
}
