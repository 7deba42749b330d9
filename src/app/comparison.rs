//! The pinned window, and what differs between it and what is seen.

use std::sync::Arc;

use crate::{
    data::{Dataset, Filter},
    query::{Difference, RowMask, ShownSide, Side, Summary, WindowResult},
    ui::{self, Compared},
    work::{BackgroundQuery, Progress, Room},
};

/// A pinned side with all that follows from it.
pub(super) struct PinnedComparison {
    side: Side,
    /// Shown until the first answer is there.
    nothing: Compare,
    answers: BackgroundQuery<(u64, Filter), Compare>,
}

/// What differs, and what it differs from.
#[derive(Clone)]
pub(super) struct Compare {
    /// The filter of side A.
    filter: Filter,
    /// What is seen of side A.
    visible: WindowResult,
    /// Side B.
    after: Side,
    /// All that differs.
    difference: Arc<Difference>,
    /// The same as a panel shows it; `None`: it is not known yet.
    summary: Option<Summary>,
    /// What matches on both sides, which stays while only the window moves.
    matching: [(Filter, RowMask); 2],
}

impl Compare {
    /// Side B.
    pub(super) const fn after(&self) -> Side {
        self.after
    }

    /// All that differs.
    pub(super) const fn difference(&self) -> &Arc<Difference> {
        &self.difference
    }

    /// Before anything is known.
    fn nothing(side: Side, filter: &Filter) -> Self {
        Self {
            filter: side.of_filter(filter),
            visible: WindowResult::default(),
            after: Side::of(filter),
            difference: Arc::default(),
            summary: None,
            matching: Default::default(),
        }
    }

    /// Compares `side` with what `filter` shows; `before` is an answer about the same dataset.
    fn of(
        dataset: &Dataset,
        side: Side,
        filter: &Filter,
        before: &Self,
        progress: &Progress,
    ) -> Option<Self> {
        let after = Side::of(filter);
        let shown = |side: Side| -> Option<((Filter, RowMask), WindowResult)> {
            let filter = side.of_filter(filter);
            let matching = before.matching_for(dataset, &filter, progress)?;
            let visible = progress
                .is_wanted()
                .then(|| WindowResult::among(dataset, &filter, &matching))?;
            Some(((filter.without_window(), matching), visible))
        };
        let ((matching_a, mut in_a), (matching_b, in_b)) = (shown(side)?, shown(after)?);
        let a = ShownSide {
            side: &side,
            shown: &in_a,
        };
        let b = ShownSide {
            side: &after,
            shown: &in_b,
        };
        let mut difference = Difference::between(dataset, a, b, progress)?;
        if filter.certain_only {
            in_a.rows.retain(|shown| shown.relation.is_certain());
            difference = difference.certain_only();
        }
        Some(Self {
            filter: side.of_filter(filter),
            visible: in_a,
            after,
            summary: Some(difference.summary(dataset, ui::difference::MOST_ROWS)),
            difference: Arc::new(difference),
            matching: [matching_a, matching_b],
        })
    }

    fn matching_for(
        &self,
        dataset: &Dataset,
        filter: &Filter,
        progress: &Progress,
    ) -> Option<RowMask> {
        let question = filter.without_window();
        let known = self.matching.iter().find(|(of, matching)| {
            *of == question && !dataset.is_empty() && matching.len() == dataset.rows().len()
        });
        match known {
            Some((_, matching)) => Some(matching.clone()),
            None => RowMask::of(dataset, filter, progress),
        }
    }
}

impl PinnedComparison {
    /// Compares what `filter` shows with `side`, once it is brought up to date.
    pub(super) fn with(side: Side, filter: &Filter) -> Self {
        Self {
            side,
            nothing: Compare::nothing(side, filter),
            answers: BackgroundQuery::default(),
        }
    }

    /// Brings the answers up to date with what is seen; where that takes longer they lag behind a window that moves.
    pub(super) fn update(&mut self, room: &Room, dataset: &Arc<Dataset>, filter: &Filter) {
        let question = (dataset.revision(), filter.clone());
        let serves = |(revision, asked): &(u64, Filter)| {
            *revision == question.0 && asked.without_window() == filter.without_window()
        };
        if !self.answers.wants(&question, serves) {
            return;
        }
        let is_of = |((revision, _), _): &&((u64, Filter), Compare)| *revision == question.0;
        let before = self.answers.shown().filter(is_of);
        let before = before.map_or_else(
            || Compare::nothing(self.side, filter),
            |(_, compare)| compare.clone(),
        );
        let (side, records) = (self.side, dataset.len());
        let (dataset, filter) = (Arc::clone(dataset), filter.clone());
        let work =
            move |progress: &Progress| Compare::of(&dataset, side, &filter, &before, progress);
        self.answers
            .look_at(records, room, "difference", question, work);
    }

    /// Side A.
    pub(super) const fn side(&self) -> Side {
        self.side
    }

    /// What is known of what differs.
    pub(super) fn known(&self) -> &Compare {
        self.answers.answer().unwrap_or(&self.nothing)
    }

    /// What panels may look at.
    pub(super) fn view(&self) -> Compared<'_> {
        let known = self.known();
        Compared {
            side: self.side,
            after: known.after,
            filter: &known.filter,
            visible: &known.visible,
            summary: known.summary.as_ref(),
        }
    }
}
