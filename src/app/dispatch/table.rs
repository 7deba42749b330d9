//! Carries out requests about the table of records.

use crate::{
    command::TableCommand,
    query::{Sort, SortThen, TableColumn},
    settings::{TableSettings, WIDTHS},
};

pub(super) fn apply(table: &mut TableSettings, command: TableCommand) {
    match command {
        TableCommand::Sort(facet) => {
            table.sort = Sort {
                is_descending: table.sort.facet == facet && !table.sort.is_descending,
                ..Sort::by(facet)
            };
        }
        TableCommand::SortThen(facet) => sort_then(&mut table.sort, facet),
        TableCommand::ToggleColumn(facet) => {
            let is_last = table.shown().count() == 1;
            if let Some(column) = table.column_mut(facet) {
                column.is_shown = !column.is_shown || is_last;
            }
        }
        TableCommand::Shift { facet, to_start } => table.shift(facet, to_start),
        TableCommand::Resize { facet, width } => {
            if let Some(column) = table.column_mut(facet) {
                column.width = width.clamp(*WIDTHS.start(), *WIDTHS.end());
            }
        }
        TableCommand::Place(place) => table.place = place,
        TableCommand::Reset => table.columns = TableSettings::default().columns,
    }
}

/// Adds a second column to the order; one that it has already is turned round.
fn sort_then(sort: &mut Sort, facet: TableColumn) {
    if sort.facet == facet {
        sort.is_descending = !sort.is_descending;
        return;
    }
    let before = sort.then.filter(|then| then.facet == facet);
    sort.then = Some(SortThen {
        facet,
        is_descending: before.is_some_and(|then| !then.is_descending),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordering_twice_by_one_column_begins_at_the_other_end() {
        let mut table = TableSettings::default();
        apply(&mut table, TableCommand::Sort(TableColumn::Title));
        assert!(!table.sort.is_descending);
        apply(&mut table, TableCommand::Sort(TableColumn::Title));
        assert!(table.sort.is_descending);
        apply(&mut table, TableCommand::Sort(TableColumn::Place));
        assert!(!table.sort.is_descending);
    }

    #[test]
    fn a_second_column_orders_what_agrees_until_one_is_chosen_alone() {
        let mut table = TableSettings::default();
        let then = |facet, is_descending| {
            Some(SortThen {
                facet,
                is_descending,
            })
        };
        apply(&mut table, TableCommand::Sort(TableColumn::Layer));
        apply(&mut table, TableCommand::SortThen(TableColumn::Place));
        assert_eq!(table.sort.then, then(TableColumn::Place, false));
        apply(&mut table, TableCommand::SortThen(TableColumn::Place));
        assert_eq!(table.sort.then, then(TableColumn::Place, true));
        apply(&mut table, TableCommand::SortThen(TableColumn::Layer));
        assert!(table.sort.is_descending && table.sort.then.is_some());
        apply(&mut table, TableCommand::Sort(TableColumn::Title));
        assert_eq!(table.sort, Sort::by(TableColumn::Title));
    }

    #[test]
    fn the_last_column_cannot_be_hidden() {
        let mut table = TableSettings::default();
        for facet in TableColumn::ALL {
            if table
                .column_mut(facet)
                .is_some_and(|column| column.is_shown)
            {
                apply(&mut table, TableCommand::ToggleColumn(facet));
            }
        }
        assert_eq!(table.shown().count(), 1);
    }
}
