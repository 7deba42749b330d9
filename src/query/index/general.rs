//! The rows of one layer whose spans fit no chain: each of the four bounds is counted by itself.
//!
//! A record is shown unless it begins after the window or ends before it, and it cannot do both:
//! `shown = #(s1 <= b) - #(t2 < a)`. It is certain unless its start may lie after the window or its end before, and
//! here some may do both, those whose bounds reach beyond the window on either side:
//! `certain = #(s2 <= b) - #(t1 < a) + #(s2 > b and t1 < a)`. These *straddle* the window; they are few, because a
//! record can only straddle what is shorter than its own bounds, and are looked up one by one.

use std::ops::Range;

use crate::{
    model::{Own, RowId, Second, Span, Window},
    query::ShownRow,
};

use super::{
    Query,
    group::Placed,
    wavelet::{Wavelet, sorted_by_key},
};

/// Rows of one layer, all placed or all unplaced, whose spans fit no chain.
#[derive(Clone, Debug)]
pub(super) struct GeneralGroup {
    pub(super) placed: Placed,
    /// The spans that occur.
    different: Vec<Span>,
    /// Which of them each row has, in Morton order.
    numbers: Vec<u32>,
    /// Rows of the columns, in Morton order.
    rows: Vec<RowId>,
    /// The four bounds, in the order of [`BOUNDS`].
    bounds: [RankedBound; 4],
    straddling: Vec<Straddling>,
}

/// One bound of a span.
type Of = fn(&Span) -> Second;

/// The four of them.
const BOUNDS: [Of; 4] = [
    |span| span.start.earliest,
    |span| span.start.latest,
    |span| span.end.earliest,
    |span| span.end.latest,
];

/// One bound of all rows.
#[derive(Clone, Debug)]
pub(super) struct RankedBound {
    /// The seconds that occur, in rising order.
    seconds: Vec<Second>,
    /// Which of them each row has, in Morton order.
    ranks: Wavelet,
}

/// Rows that can straddle windows of about the same length.
#[derive(Clone, Debug)]
struct Straddling {
    /// The greatest number of seconds from the earliest end to the latest start.
    reach: Second,
    /// The different spans, by earliest end.
    runs: Vec<SpanRun>,
    /// Places in the Morton order, rising within each run.
    places: Vec<u32>,
}

/// Rows of one span: most of those that can straddle share theirs, a year or a decade.
#[derive(Clone, Copy, Debug)]
struct SpanRun {
    /// The number of the span.
    number: u32,
    /// Where its places begin and end.
    start: u32,
    end: u32,
}

/// A second among the different seconds of one bound.
#[derive(Clone, Copy)]
pub(super) struct Threshold<'a> {
    pub(super) ranks: &'a Wavelet,
    /// Number of seconds that lie below it.
    pub(super) rank: u32,
}

impl Threshold<'_> {
    /// Returns the number of rows whose bound lies below it.
    pub(super) fn start(self) -> u32 {
        self.ranks.start(self.rank)
    }
}

/// What a window sets, as bounds and ranks among them: it shows as many rows as lie below the first less those that
/// lie below the second, and the same for certain but for what straddles it.
pub(super) struct Thresholds<'a> {
    /// Among starts at the earliest and ends at the latest.
    pub(super) shown: [Threshold<'a>; 2],
    /// Among starts at the latest and ends at the earliest.
    pub(super) certain: [Threshold<'a>; 2],
}

impl GeneralGroup {
    /// Builds the group of rows in Morton order with the numbers of their spans among `different`. `progress` is asked
    /// now and then; `None` when it said no.
    pub(super) fn build(
        placed: Placed,
        different: Vec<Span>,
        numbers: Vec<u32>,
        rows: Vec<RowId>,
        progress: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let has_order = !placed.codes.is_empty();
        let mut bound = |of: fn(&Span) -> Second| {
            RankedBound::build(&different, &numbers, of, has_order, progress)
        };
        let [s1, s2, t1, t2] = BOUNDS;
        let bounds = [bound(s1)?, bound(s2)?, bound(t1)?, bound(t2)?];
        Some(Self {
            straddling: straddling(&different, &numbers),
            placed,
            different,
            numbers,
            rows,
            bounds,
        })
    }

    /// Returns the number of rows.
    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns the rows of the columns, in Morton order.
    pub(super) fn rows(&self) -> &[RowId] {
        &self.rows
    }

    /// Returns the spans of the rows at these places of the Morton order.
    pub(super) fn spans(&self, places: Range<u32>) -> impl Iterator<Item = &Span> {
        let places = places.start as usize..places.end as usize;
        let numbers = self.numbers.stretch(places).iter();
        numbers.map(|number| self.different.own(*number as usize))
    }

    /// Tells how the rows at these places of the Morton order stand to the window; those that are out as well.
    pub(super) fn visible(
        &self,
        places: Range<u32>,
        query: &Query,
    ) -> impl Iterator<Item = ShownRow> {
        let rows = self
            .rows
            .stretch(places.start as usize..places.end as usize);
        let rows = rows.iter();
        let window = query.window;
        rows.zip(self.spans(places))
            .map(move |(row, span)| ShownRow {
                row: *row,
                relation: span.relation(&window),
            })
    }

    /// Finds the thresholds that `window` sets.
    pub(super) fn thresholds(&self, window: &Window) -> Thresholds<'_> {
        let [s1, s2, t1, t2] = &self.bounds;
        Thresholds {
            shown: [s1.up_to(window.last()), t2.below(window.first())],
            certain: [s2.up_to(window.last()), t1.below(window.first())],
        }
    }

    /// Orders what stands beside the rows in Morton order, four times: sorted by each of the bounds.
    pub(super) fn by_bounds(&self, values: &[u32]) -> [Vec<u32>; 4] {
        let mut bounds = self.bounds.iter().zip(BOUNDS);
        std::array::from_fn(|_| {
            bounds.next().map_or_else(Vec::new, |(bound, of)| {
                let ranks = ranks_of(&bound.seconds, &self.different, &self.numbers, of);
                sorted_by_key(values, &ranks, &bound.ranks)
            })
        })
    }

    /// Returns the places in the Morton order of the rows that straddle `window`, span by span, rising within each.
    pub(super) fn straddling(&self, window: &Window) -> impl Iterator<Item = &[u32]> {
        let (first, last) = (window.first(), window.last());
        let of = move |run: &SpanRun| self.different.own(run.number as usize);
        let ends_before = move |run: &SpanRun, second: Second| of(run).end.earliest < second;
        self.straddling.iter().flat_map(move |class| {
            // Further back than it reaches nothing of this class straddles the window's end; what is
            // unbounded reaches from everywhere.
            let nearest = match class.reach {
                Second::MAX => Second::MIN,
                reach => last.saturating_sub(reach),
            };
            let from = class.runs.partition_point(|it| ends_before(it, nearest));
            let to = class.runs.partition_point(|it| ends_before(it, first));
            let runs = class.runs.stretch(from..to.max(from));
            let straddles = move |run: &&SpanRun| of(run).start.latest > last;
            let places = |run: &SpanRun| class.places.stretch(run.start as usize..run.end as usize);
            runs.iter().filter(straddles).map(places)
        })
    }
}

impl RankedBound {
    fn build(
        different: &[Span],
        numbers: &[u32],
        of: Of,
        has_order: bool,
        progress: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let mut seconds: Vec<Second> = different.iter().map(of).collect();
        seconds.sort_unstable();
        seconds.dedup();
        let keys = ranks_of(&seconds, different, numbers, of);
        let ranks = if has_order {
            Wavelet::build(&keys, seconds.len(), progress)?
        } else {
            Wavelet::without_order(&keys, seconds.len())
        };
        Some(Self { seconds, ranks })
    }

    /// Returns the threshold below which a bound lies before `second`.
    fn below(&self, second: Second) -> Threshold<'_> {
        self.threshold(|own| *own < second)
    }

    /// Returns the threshold below which it lies at `second` or before.
    fn up_to(&self, second: Second) -> Threshold<'_> {
        self.threshold(|own| *own <= second)
    }

    fn threshold(&self, is_below: impl Fn(&Second) -> bool) -> Threshold<'_> {
        Threshold {
            ranks: &self.ranks,
            rank: self.seconds.partition_point(is_below) as u32,
        }
    }
}

/// Returns the rank of one bound of each row among `seconds`.
fn ranks_of(seconds: &[Second], different: &[Span], numbers: &[u32], of: Of) -> Vec<u32> {
    let rank = |span: &Span| seconds.partition_point(|second| *second < of(span)) as u32;
    let ranks: Vec<u32> = different.iter().map(rank).collect();
    let rank_of = |number: &u32| *ranks.own(*number as usize);
    numbers.iter().map(rank_of).collect()
}

/// Returns the rows that can straddle any window, in classes of which the longest reaches less than twice as far as
/// the shortest, so that looking for those that straddle a window meets few others.
fn straddling(different: &[Span], numbers: &[u32]) -> Vec<Straddling> {
    let reach_of = |span: &Span| span.start.latest.saturating_sub(span.end.earliest);
    let mut classes: Vec<(Second, Vec<u32>)> = vec![(0, Vec::new()); Second::BITS as usize + 1];
    for (place, number) in (0_u32..).zip(numbers) {
        let reach = reach_of(different.own(*number as usize));
        // Even a window of one second leaves a second on either side.
        if reach >= 2 {
            let (longest, places) = classes.own_mut(reach.ilog2() as usize);
            *longest = reach.max(*longest);
            places.push(place);
        }
    }
    let classes = classes.into_iter().filter(|(_, places)| !places.is_empty());
    classes
        .map(|(reach, places)| Straddling::of(reach, places, different, numbers))
        .collect()
}

impl Straddling {
    fn of(reach: Second, mut places: Vec<u32>, different: &[Span], numbers: &[u32]) -> Self {
        let number_of = |place: u32| *numbers.own(place as usize);
        places.sort_unstable_by_key(|place| {
            let number = number_of(*place);
            (different.own(number as usize).end.earliest, number, *place)
        });
        let mut runs: Vec<SpanRun> = Vec::new();
        for (at, place) in (0_u32..).zip(&places) {
            let number = number_of(*place);
            match runs.last_mut() {
                Some(last) if last.number == number => last.end = at + 1,
                _ => runs.push(SpanRun {
                    number,
                    start: at,
                    end: at + 1,
                }),
            }
        }
        Self {
            reach,
            runs,
            places,
        }
    }
}
