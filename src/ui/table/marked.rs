//! The rows that are marked for copying: a click marks one, Ctrl one more, Shift all up to there.

use crate::model::RowId;
use std::collections::BTreeSet;

use egui::{Id, Modifiers, Ui};

use crate::ui::PanelContext;

/// The most rows that can be marked; more are exported, not copied.
pub(super) const MOST: usize = 10_000;

/// The marked rows of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marked {
    revision: u64,
    rows: BTreeSet<RowId>,
    /// The row from which Shift marks.
    anchor: Option<RowId>,
}

impl Marked {
    fn id() -> Id {
        Id::unique("marked rows of the table")
    }

    /// What is marked of the open dataset. What is selected elsewhere is marked here, alone.
    pub(super) fn load(ui: &Ui, context: &PanelContext<'_>) -> Self {
        let kept: Option<Self> = ui.data(|data| data.get_temp(Self::id()));
        let mut marked = kept.filter(|kept| kept.revision == context.document.dataset.revision());
        let marked = marked.get_or_insert_with(|| Self {
            revision: context.document.dataset.revision(),
            ..Self::default()
        });
        let mut marked = std::mem::take(marked);
        match context.document.selection.selected {
            Some(selected) if !marked.rows.contains(&selected) => marked.only(selected),
            // The mark of a selection goes with it; several were marked on purpose.
            None if marked.len() == 1 => marked.rows.clear(),
            _ => {}
        }
        marked
    }

    /// Remembers it for the next frame.
    pub(super) fn store(self, ui: &Ui) {
        ui.data_mut(|data| data.insert_temp(Self::id(), self));
    }

    /// Whether a row is marked.
    pub(super) fn contains(&self, row: RowId) -> bool {
        self.rows.contains(&(row))
    }

    /// How many rows are marked.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The marked rows that are among `ordered`, in its order; all of them when none is.
    pub(super) fn among<'a>(&'a self, ordered: &'a [RowId]) -> impl Iterator<Item = RowId> + 'a {
        let is_any = ordered.iter().any(|row| self.rows.contains(row));
        let rows = ordered
            .iter()
            .filter(move |row| !is_any || self.rows.contains(row));
        rows.copied()
    }

    /// Marks a row alone.
    pub(super) fn only(&mut self, row: RowId) {
        self.rows = BTreeSet::from([row]);
        self.anchor = Some(row);
    }

    /// Marks as a click or a key with these modifiers asks.
    pub(super) fn mark(&mut self, row: RowId, ordered: &[RowId], modifiers: Modifiers) {
        if modifiers.shift {
            self.up_to(row, ordered);
        } else if modifiers.command {
            if !self.rows.remove(&row) && self.rows.len() < MOST {
                self.rows.insert(row);
            }
            self.anchor = Some(row);
        } else {
            self.only(row);
        }
    }

    fn up_to(&mut self, row: RowId, ordered: &[RowId]) {
        let place = |wanted: RowId| ordered.iter().position(|row| *row == wanted);
        let (Some(from), Some(to)) = (self.anchor.and_then(place), place(row)) else {
            return self.only(row);
        };
        let range = ordered.get(from.min(to)..=from.max(to)).unwrap_or_default();
        self.rows = range.iter().take(MOST).copied().collect();
    }

    /// Marks all rows, as many as can be.
    pub(super) fn all(&mut self, ordered: &[RowId]) {
        self.rows = ordered.iter().take(MOST).copied().collect();
    }
}

/// The rows that were marked in the table, in no order.
pub(in crate::ui) fn marked_rows(ui: &Ui, context: &PanelContext<'_>) -> Vec<RowId> {
    let marked = Marked::load(ui, context);
    marked.rows.iter().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDERED: [usize; 5] = [7, 3, 9, 1, 5];

    fn marked(clicks: &[(usize, Modifiers)]) -> Vec<usize> {
        let ordered = ORDERED.map(RowId::new);
        let mut marked = Marked::default();
        for (row, modifiers) in clicks {
            marked.mark(RowId::new(*row), &ordered, *modifiers);
        }
        marked.among(&ordered).map(RowId::index).collect()
    }

    #[test]
    fn a_click_marks_one_row_and_ctrl_one_more_or_less() {
        let (plain, ctrl) = (Modifiers::NONE, Modifiers::COMMAND);
        assert_eq!(marked(&[(3, plain), (1, plain)]), [1]);
        assert_eq!(marked(&[(3, plain), (1, ctrl)]), [3, 1]);
        assert_eq!(marked(&[(3, plain), (1, ctrl), (3, ctrl)]), [1]);
    }

    #[test]
    fn shift_marks_all_rows_from_the_last_click_in_the_order_of_the_table() {
        let clicks = [(1, Modifiers::NONE), (3, Modifiers::SHIFT)];
        assert_eq!(marked(&clicks), [3, 9, 1]);
    }

    #[test]
    fn without_a_marked_row_in_the_table_all_are_copied() {
        assert_eq!(marked(&[]), [7, 3, 9, 1, 5]);
    }
}
