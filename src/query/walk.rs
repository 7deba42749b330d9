//! From record to record by date.

use rayon::prelude::*;

use super::matching::Matching;
use crate::store::{Dataset, Filter};

/// Rows that one core looks at in one go.
const CHUNK: usize = 1 << 12;

/// The row that `filter` shows next after `selected`, or before it, by the date that the filter asks
/// for and around the ends. It does not matter whether `selected` shows itself.
#[must_use]
pub fn neighbour(
    dataset: &Dataset,
    filter: &Filter,
    matching: &Matching,
    selected: Option<usize>,
    forward: bool,
) -> Option<usize> {
    let columns = dataset.columns();
    let shown = || {
        (0..dataset.len())
            .into_par_iter()
            .with_min_len(CHUNK)
            .filter(|row| filter.relation(columns, matching, *row).is_some())
            .map(|row| columns.order_on(filter.clock, row))
    };
    let here = selected.map(|row| columns.order_on(filter.clock, row));
    let next = here.and_then(|here| {
        if forward {
            shown().filter(|order| *order > here).min()
        } else {
            shown().filter(|order| *order < here).max()
        }
    });
    let around = || {
        if forward {
            shown().min()
        } else {
            shown().max()
        }
    };
    next.or_else(around).map(|(_, row)| row)
}
