//! The pinned window, and what differs between it and what is seen.

use std::time::{Duration, Instant};

use crate::store::{Dataset, Difference, Filter, Matching, Side, Visible};

/// Answers that are found in this time are found in every frame.
const QUICK: Duration = Duration::from_millis(12);
/// Others are found again after this many times as long.
const PAUSE: u32 = 4;

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
    /// When the last answer was found, and how long that took.
    found: Option<(Instant, Duration)>,
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
            found: None,
        }
    }

    /// Brings the answers up to date with what is seen. Where records are so many that finding them
    /// takes long, the answers lag behind a window that moves; then the time to ask again is returned.
    pub(super) fn update(&mut self, dataset: &Dataset, filter: &Filter) -> Option<Duration> {
        let question = Some((dataset.revision(), filter.clone()));
        if self.asked == question {
            return None;
        }
        if let Some((at, took)) = self.found {
            let rest = (took * PAUSE).saturating_sub(at.elapsed());
            if took > QUICK && !rest.is_zero() {
                return Some(rest);
            }
        }
        let began = Instant::now();
        self.asked = question;
        self.find(dataset, filter);
        self.found = Some((Instant::now(), began.elapsed()));
        None
    }

    fn find(&mut self, dataset: &Dataset, filter: &Filter) {
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
