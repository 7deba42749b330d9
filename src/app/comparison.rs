//! The pinned window, and what differs between it and what is seen.

use crate::store::{Dataset, Difference, Filter, Matching, Side, Visible};

/// A pinned side with all that follows from it. Like [`super::derived`] it is kept under its whole
/// question.
#[derive(Debug)]
pub(super) struct Comparison {
    side: Side,
    asked: Option<(u64, Filter)>,
    filter: Filter,
    before: Shown,
    after: Shown,
    drawn: Visible,
    difference: Difference,
}

/// What one side shows; the rows that match are kept while only the window moves.
#[derive(Debug, Default)]
struct Shown {
    matched: Option<(u64, Filter)>,
    matching: Matching,
    visible: Visible,
}

impl Shown {
    fn update(&mut self, dataset: &Dataset, filter: &Filter) {
        let question = Some((dataset.revision(), filter.without_window()));
        if self.matched != question {
            self.matching = Matching::of(dataset, filter);
            self.matched = question;
        }
        self.visible = Visible::of(dataset, filter, &self.matching);
    }
}

impl Comparison {
    /// Compares with `side`, once it is brought up to date.
    pub(super) fn with(side: Side) -> Self {
        Self {
            side,
            asked: None,
            filter: Filter::default(),
            before: Shown::default(),
            after: Shown::default(),
            drawn: Visible::default(),
            difference: Difference::default(),
        }
    }

    /// Brings the answers up to date with what is seen.
    pub(super) fn update(&mut self, dataset: &Dataset, filter: &Filter) {
        let question = Some((dataset.revision(), filter.clone()));
        if self.asked == question {
            return;
        }
        self.asked = question;
        let now = Side::of(filter);
        self.filter = self.side.of_filter(filter);
        self.before.update(dataset, &self.filter);
        self.after.update(dataset, &now.of_filter(filter));
        let difference = Difference::between(
            dataset,
            (&self.side, &self.before.visible),
            (&now, &self.after.visible),
        );
        self.drawn = self.before.visible.clone();
        self.difference = if filter.certain_only {
            self.drawn.rows.retain(|shown| shown.relation.is_certain());
            difference.certain_only()
        } else {
            difference
        };
    }

    /// Side A.
    pub(super) const fn side(&self) -> Side {
        self.side
    }

    /// What panels may look at.
    pub(super) const fn view(&self) -> crate::ui::Compared<'_> {
        crate::ui::Compared {
            side: self.side,
            filter: &self.filter,
            visible: &self.drawn,
            difference: &self.difference,
        }
    }
}
