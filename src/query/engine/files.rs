//! Counts by file.

use crate::data::{Dataset, Filter};
use crate::model::RowId;

use super::{
    super::{counts::Shown, index::Index, row_mask::RowMask},
    Engine,
};

impl Engine {
    /// Counts what the window shows, by file in the order of the files. Costs O(files × groups log n).
    #[must_use]
    pub fn shown_by_file(&self, filter: &Filter) -> Vec<Shown> {
        let indices = if self.files.is_empty() {
            std::slice::from_ref(&self.index)
        } else {
            &self.files
        };
        indices.iter().map(|index| sum(index, filter)).collect()
    }
}

/// Builds an index of the rows of each file that pass the filter with `build`; none where one file is open, whose rows
/// are all rows. Gives up with `None` when that does. Costs O(files × records).
pub(super) fn indices(
    dataset: &Dataset,
    matching: &RowMask,
    build: impl Fn(&RowMask) -> Option<Index>,
) -> Option<Vec<Index>> {
    if dataset.parts().len() < 2 {
        return Some(Vec::new());
    }
    let of_part = |part: usize| {
        let rows = dataset.rows_of(part);
        let passes = |row: RowId| rows.contains(row) && matching.contains(row);
        build(&RowMask::of_rows(dataset.rows().map(passes).collect()))
    };
    (0..dataset.parts().len()).map(of_part).collect()
}

fn sum(index: &Index, filter: &Filter) -> Shown {
    let mut sum = Shown::default();
    for shown in index.shown(&index.query_of(filter)) {
        sum.join(shown);
    }
    sum
}
