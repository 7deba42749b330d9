//! What a file holds, looked at once for each reading of it.

use std::sync::Arc;

use egui::{Context, Id};

use crate::{
    data::{Dataset, SourceFile},
    model::{Columns, IssueKind},
    ui::kit,
};

/// Dates that are shown of those whose order nobody has said.
const DATES: usize = 3;

/// The columns of a file, and what is doubtful about them.
pub(super) struct Look {
    /// Columns with their first values.
    pub(super) columns: Columns,
    /// Columns without a place in the profile.
    pub(super) extras: Vec<String>,
    /// Columns that the preset leaves out.
    pub(super) withheld: Vec<String>,
    /// Records that would lie together with latitude and longitude the other way round.
    pub(super) swapped: Option<usize>,
    /// Column and text of some dates whose day and month cannot be told apart.
    pub(super) ambiguous: Vec<(String, String)>,
}

impl Look {
    pub(super) fn of(
        ctx: &Context,
        dataset: &Dataset,
        index: usize,
        part: &SourceFile,
    ) -> Arc<Self> {
        let id = Id::unique(("look at the columns of a file", index));
        kit::memo(ctx, id, dataset.revision(), || Self {
            columns: part.some_columns(),
            extras: part.extras(),
            withheld: part.withheld(),
            swapped: part.swapped_places(),
            ambiguous: ambiguous(dataset, index),
        })
    }

    /// The names of the columns.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.list.iter().map(|column| &*column.name)
    }
}

fn ambiguous(dataset: &Dataset, part: usize) -> Vec<(String, String)> {
    let of_part = |kind| kind == IssueKind::DateAmbiguous;
    let mut dates: Vec<(String, String)> = Vec::new();
    let issues = dataset.issues().iter();
    for filed in issues.filter(|filed| filed.part == part && of_part(filed.issue.kind)) {
        let date = (filed.issue.field.to_string(), filed.issue.value.to_string());
        if !dates.contains(&date) {
            dates.push(date);
        }
        if dates.len() == DATES {
            break;
        }
    }
    dates
}
