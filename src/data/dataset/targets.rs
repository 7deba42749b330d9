//! Which rows the ids are of that records name.
//!
//! To find the row of an id, a record has to be parsed. However often an id is named, that is done once.

use std::collections::HashMap;

use crate::{data::batch::RowLink, model::RowId, work::Progress};

/// Links between two looks at whether the work is still wanted.
const BETWEEN_LOOKS: usize = 1024;

/// The rows of the ids that records name; `None`: no record has that id.
#[derive(Debug, Default)]
pub(super) struct Targets<'a> {
    rows: HashMap<&'a str, Option<RowId>>,
}

impl<'a> Targets<'a> {
    /// Looks every id of `linked` up once, with `row_of`; `None` when `progress` did not agree.
    pub(super) fn of(
        linked: &'a [RowLink],
        mut row_of: impl FnMut(&str) -> Option<RowId>,
        progress: &Progress,
    ) -> Option<Self> {
        let mut rows = HashMap::new();
        for some in linked.chunks(BETWEEN_LOOKS) {
            progress.check()?;
            for link in some {
                let id = &*link.id;
                rows.entry(id).or_insert_with(|| row_of(id));
            }
        }
        Some(Self { rows })
    }

    /// The row of an id that a record names.
    pub(super) fn row(&self, id: &str) -> Option<RowId> {
        self.rows.get(id).copied().flatten()
    }

    /// The ids by which rows are named.
    pub(super) fn ids(&self) -> HashMap<RowId, &'a str> {
        let named = self.rows.iter();
        named.filter_map(|(id, row)| Some(((*row)?, *id))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_looked_up_once_however_many_records_name_it() {
        let names = 600_usize;
        let linked: Vec<RowLink> = (0..names * 150)
            .map(|link| RowLink {
                row: RowId::new(link / 150),
                id: format!("r{}", link % names).into(),
            })
            .collect();
        let mut lookups = 0;
        let row_of = |id: &str| {
            lookups += 1;
            id.strip_prefix('r')?.parse().ok().map(RowId::new)
        };
        let targets = Targets::of(&linked, row_of, &Progress::unwatched()).unwrap();
        assert_eq!(lookups, names);
        assert_eq!(targets.row("r17"), Some(RowId::new(17)));
        assert_eq!(targets.row("nobody"), None);
        assert_eq!(targets.ids().get(&RowId::new(17)), Some(&"r17"));
        let cancelled = Progress::default();
        cancelled.cancel();
        assert!(Targets::of(&linked, |_| None, &cancelled).is_none());
    }
}
