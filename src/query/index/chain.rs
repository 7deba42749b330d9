//! Spans of which one is never before another by one bound and after it by another.
//!
//! Days among themselves are such a chain; so are months, years, days give or take three, and presences
//! seen on one day whose end nobody knows. In a chain all four bounds rise together, so what a window
//! shows is one stretch of it and what it shows for certain another, each found by binary search.

use std::ops::Range;

use crate::model::{Bounds, Relation, Second, Span, Window};

/// A chain of different spans; a span is known by its rank, from 0 on.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    start_earliest: Vec<Second>,
    start_latest: BoundColumn,
    end_earliest: BoundColumn,
    end_latest: BoundColumn,
}

/// The ranks that a window shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RankRange {
    /// Shown, certain or possible.
    pub(super) shown: Range<u32>,
    /// Shown for certain: a part of `shown`, empty where nothing is.
    pub(super) certain: Range<u32>,
}

impl Chain {
    /// Makes a chain of `spans`, which rise in all four bounds.
    pub(super) fn new(spans: &[Span]) -> Self {
        let starts: Vec<Second> = spans.iter().map(|span| span.start.earliest).collect();
        let lane = |bound: fn(&Span) -> Second| BoundColumn::new(&starts, spans.iter().map(bound));
        Self {
            start_latest: lane(|span| span.start.latest),
            end_earliest: lane(|span| span.end.earliest),
            end_latest: lane(|span| span.end.latest),
            start_earliest: starts,
        }
    }

    /// Tells whether `after` may follow `before` in a chain.
    pub(super) const fn may_follow(before: &Span, after: &Span) -> bool {
        before.start.earliest <= after.start.earliest
            && before.start.latest <= after.start.latest
            && before.end.earliest <= after.end.earliest
            && before.end.latest <= after.end.latest
    }

    /// Returns the bounds from the earliest start to the latest end of the span with this rank.
    pub(super) fn hull(&self, rank: u32) -> Option<Bounds> {
        let start = *self.start_earliest.get(rank as usize)?;
        let end = self.end_latest.at(&self.start_earliest, rank)?;
        Some(Bounds::new(start, end))
    }

    /// Tells how the span with this rank stands to `window`, of which `stretch` is what it shows.
    pub(super) fn relation(&self, rank: u32, stretch: &RankRange, window: &Window) -> Relation {
        if stretch.certain.contains(&rank) {
            return Relation::Certain;
        }
        // What is not certain weighs as an event somewhere in the same hull does.
        self.hull(rank)
            .map_or(Relation::Out, |hull| Span::of_event(hull).relation(window))
    }

    /// Finds the ranks that `window` shows, by the rule of [`Span::relation`].
    pub(super) fn stretch(&self, window: &Window) -> RankRange {
        let starts = &self.start_earliest;
        let (first, last) = (window.first(), window.last());
        let begun = starts.partition_point(|start| *start <= last) as u32;
        let ended = self.end_latest.below(starts, first);
        let surely_begun = self.start_latest.up_to(starts, last);
        let maybe_ended = self.end_earliest.below(starts, first);
        RankRange {
            shown: ended..begun.max(ended),
            certain: maybe_ended..surely_begun.max(maybe_ended),
        }
    }
}

/// One bound of every span of a chain, next to the earliest start: most chains need no more than a
/// number for it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum BoundColumn {
    /// This many seconds after the earliest start.
    After(Second),
    /// The same second for all: an end that nobody knows.
    Same(Second),
    /// A second for each span.
    Each(Vec<Second>),
}

impl BoundColumn {
    fn new(starts: &[Second], bounds: impl Iterator<Item = Second> + Clone) -> Self {
        let mut pairs = starts.iter().zip(bounds.clone());
        let Some((start, first)) = pairs.next() else {
            return Self::Same(0);
        };
        if pairs.clone().all(|(_, bound)| bound == first) {
            return Self::Same(first);
        }
        match first.checked_sub(*start) {
            Some(after) if pairs.all(|(start, bound)| bound.checked_sub(*start) == Some(after)) => {
                Self::After(after)
            }
            _ => Self::Each(bounds.collect()),
        }
    }

    fn at(&self, starts: &[Second], rank: u32) -> Option<Second> {
        match self {
            Self::After(after) => Some(starts.get(rank as usize)?.saturating_add(*after)),
            Self::Same(bound) => Some(*bound),
            Self::Each(bounds) => bounds.get(rank as usize).copied(),
        }
    }

    /// Tells how many bounds lie before `second`.
    fn below(&self, starts: &[Second], second: Second) -> u32 {
        self.count(starts, |bound| bound < second)
    }

    /// Tells how many bounds lie at `second` or before.
    fn up_to(&self, starts: &[Second], second: Second) -> u32 {
        self.count(starts, |bound| bound <= second)
    }

    fn count(&self, starts: &[Second], is_before: impl Fn(Second) -> bool) -> u32 {
        let count = match self {
            Self::After(after) => {
                starts.partition_point(|start| is_before(start.saturating_add(*after)))
            }
            Self::Same(bound) if is_before(*bound) => starts.len(),
            Self::Same(_) => 0,
            Self::Each(bounds) => bounds.partition_point(|bound| is_before(*bound)),
        };
        count as u32
    }
}
