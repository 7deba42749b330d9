//! Carries out requests about the table of records.

use crate::{
    command::TableCommand,
    settings::{TableSettings, WIDTHS},
    store::Sort,
};

pub(super) fn apply(table: &mut TableSettings, command: TableCommand) {
    match command {
        TableCommand::Sort(facet) => {
            table.sort = Sort {
                facet,
                is_descending: table.sort.facet == facet && !table.sort.is_descending,
            };
        }
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
        TableCommand::Reset => table.columns = TableSettings::default().columns,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Facet;

    #[test]
    fn ordering_twice_by_one_column_begins_at_the_other_end() {
        let mut table = TableSettings::default();
        apply(&mut table, TableCommand::Sort(Facet::Title));
        assert!(!table.sort.is_descending);
        apply(&mut table, TableCommand::Sort(Facet::Title));
        assert!(table.sort.is_descending);
        apply(&mut table, TableCommand::Sort(Facet::Place));
        assert!(!table.sort.is_descending);
    }

    #[test]
    fn the_last_column_cannot_be_hidden() {
        let mut table = TableSettings::default();
        for facet in Facet::ALL {
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
