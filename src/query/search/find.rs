//! Searches a whole dataset, on every core, and gives what is found as it is found.

use crate::model::RowId;
use rayon::prelude::*;

use super::{Dataset, Search};

/// Records of a batch, after which what was found is given: about twenty megabytes, some hundredths of a second.
const BATCH: usize = 1 << 15;
/// Records that one core takes at a time.
const CHUNK: usize = 1 << 10;

impl Search {
    /// Searches `rows` of `dataset` in order. `take` is given the rows found in each batch and how many
    /// rows were searched by then, and answers whether to go on.
    pub fn find_in(
        &self,
        dataset: &Dataset,
        rows: &[RowId],
        mut take: impl FnMut(Vec<RowId>, usize) -> bool,
    ) {
        let mut searched = 0;
        for batch in rows.chunks(BATCH) {
            let found: Vec<Vec<RowId>> = batch
                .par_chunks(CHUNK)
                .map_init(Vec::new, |folded, chunk| {
                    let found = |row: &&RowId| self.finds(dataset, **row, folded);
                    chunk.iter().filter(found).copied().collect()
                })
                .collect();
            searched += batch.len();
            if !take(found.concat(), searched) {
                return;
            }
        }
    }
}
