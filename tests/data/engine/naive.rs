//! Every record looked at by itself.

use std::collections::BTreeMap;

use sahelscope::{
    data::{Dataset, Filter, Mercator},
    model::{Layer, PlacePrecision, Relation, RowId, Span},
    query::{Counts, Shown},
};

/// What a filter shows of a dataset.
pub(super) struct Naive<'a> {
    pub(super) dataset: &'a Dataset,
    filter: &'a Filter,
    /// Rows that no condition but the window keeps back, in file order.
    pub(super) passing: Vec<RowId>,
}

impl<'a> Naive<'a> {
    pub(super) fn of(dataset: &'a Dataset, filter: &'a Filter) -> Self {
        let columns = dataset.columns();
        let is_inside = |row: RowId| {
            let at = columns.position(row).map(Mercator::point);
            let is_on_map = columns.precision(row) != PlacePrecision::Country;
            let within = filter.within.as_ref();
            within.is_none_or(|area| at.is_some_and(|at| is_on_map && area.contains(at)))
        };
        let shows = |row: RowId| filter.shows_layer(columns.layer(row));
        let of_shown_file = |row: RowId| {
            let mut parts = dataset.parts().iter().enumerate();
            let (_, part) = parts
                .find(|(part, _)| dataset.rows_of(*part).contains(row))
                .unwrap();
            let asked = filter.files.as_ref();
            asked.is_none_or(|asked| asked.contains(&part.name))
        };
        let rows = dataset.rows();
        Self {
            passing: rows
                .filter(|row| shows(*row) && is_inside(*row) && of_shown_file(*row))
                .collect(),
            dataset,
            filter,
        }
    }

    /// Of what passes, the dated ones.
    pub(super) fn dated(&self) -> impl Iterator<Item = (RowId, Span)> {
        let (columns, clock) = (self.dataset.columns(), self.filter.clock);
        let rows = self.passing.iter();
        rows.filter_map(move |row| Some((*row, columns.span_on(clock, *row)?)))
    }

    /// The rows of the window, in file order.
    pub(super) fn shown(&self) -> impl Iterator<Item = (RowId, Relation)> {
        let related = |(row, span): (RowId, Span)| (row, span.relation(&self.filter.window));
        self.dated().map(related).filter(|(_, relation)| {
            relation.is_certain() || (relation.is_shown() && !self.filter.certain_only)
        })
    }

    /// The same in order of time.
    pub(super) fn in_order(&self) -> Vec<RowId> {
        let mut rows: Vec<RowId> = self.shown().map(|(row, _)| row).collect();
        rows.sort_by_key(|row| self.dataset.columns().order_on(self.filter.clock, *row));
        rows
    }

    pub(super) fn undated(&self) -> Vec<RowId> {
        let (columns, clock) = (self.dataset.columns(), self.filter.clock);
        let rows = self.passing.iter().copied();
        rows.filter(|row| columns.span_on(clock, *row).is_none())
            .collect()
    }

    pub(super) fn unplaced(&self) -> Vec<RowId> {
        let columns = self.dataset.columns();
        let rows = self.shown().map(|(row, _)| row);
        rows.filter(|row| columns.position(*row).is_none())
            .collect()
    }

    /// Where a row lies on the map; what is known to a country only lies nowhere.
    pub(super) fn place(&self, row: RowId) -> Option<Mercator> {
        let columns = self.dataset.columns();
        let has_place = columns.precision(row) != PlacePrecision::Country;
        columns.position(row).filter(|_| has_place)
    }

    pub(super) fn counts(&self) -> Counts {
        let columns = self.dataset.columns();
        let layers = self.dataset.layers().iter().cloned();
        let mut by_layer: BTreeMap<Layer, Shown> =
            layers.map(|layer| (layer, Shown::default())).collect();
        let mut shown = Shown::default();
        let mut files = vec![Shown::default(); self.dataset.parts().len()];
        for (row, relation) in self.shown() {
            shown.add(relation);
            let mut parts = 0..files.len();
            let part = parts.find(|part| self.dataset.rows_of(*part).contains(row));
            files.get_mut(part.unwrap()).unwrap().add(relation);
            let layer = by_layer.get_mut(columns.layer(row));
            layer.unwrap().add(relation);
        }
        let unplaced = self
            .dataset
            .rows()
            .filter(|row| columns.position(*row).is_none());
        Counts {
            records: self.dataset.len(),
            out: self.dated().count() - shown.total(),
            shown,
            undated: self.undated().len(),
            unreadable: 0,
            filtered: self.dataset.len() - self.passing.len(),
            unplaced: unplaced.count(),
            layers: by_layer,
            files,
        }
    }
}
