//! When a record was, in a line of a list.

use crate::model::RowId;
use crate::{
    data::Dataset,
    text::{Catalogue, args, dates},
};

/// The date of a record in short; of one without, when it began by its order among others, said to be
/// derived; `None` where nothing says.
#[must_use]
pub fn date(words: &Catalogue, dataset: &Dataset, row: RowId) -> Option<String> {
    let record = dataset.record(row)?;
    if let Some(date) = &record.date {
        return Some(dates::short(words, date));
    }
    let when = dates::bounds(words, dataset.derived(row)?.bounds);
    Some(words.with("table-derived", args!(when: when.as_str())))
}
