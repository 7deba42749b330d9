//! The parts of a record's bar, in time.

use crate::model::{Bounds, DAY, Kind, Second, Span};

/// A part of a bar and how sure it is: its opacity at the left and at the right end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarPiece {
    /// The seconds it covers, both ends included.
    pub bounds: Bounds,
    /// From 0 (not there yet, or no longer) to 1 (there).
    pub opacity: (f32, f32),
}

/// A bar from the earliest to the latest bound of a record.
///
/// Rising and falling parts are as opaque as the record is likely to hold there, if its true
/// start and end may lie anywhere in their bounds alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarShape {
    /// Rising, certain and falling part, in order; those that there are.
    pub pieces: [Option<BarPiece>; 3],
    /// Whether both ends are known only to lie inside the bar: an event some time in it.
    pub is_soft: bool,
    /// Whether it began at some time before the bar.
    pub is_open_before: bool,
    /// Whether it may have gone on after the bar, unattested.
    pub is_open_after: bool,
}

const FULL: (f32, f32) = (1.0, 1.0);

impl BarShape {
    /// Makes the bar of a span.
    #[must_use]
    pub fn of(span: &Span) -> Self {
        match span.kind {
            Kind::Event => Self::of_event(span.hull()),
            Kind::Presence => Self::of_presence(span),
        }
    }

    fn of_event(bounds: Bounds) -> Self {
        let (is_open_before, is_open_after) = openness(bounds.earliest, bounds.latest);
        let known = match (is_open_before, is_open_after) {
            (false, false) => bounds,
            // Only one end is known: a day there holds the bar.
            (true, _) => Bounds::new(bounds.latest.saturating_sub(DAY - 1), bounds.latest),
            (false, true) => Bounds::new(bounds.earliest, bounds.earliest + DAY - 1),
        };
        Self {
            pieces: [None, Some(full(known)), None],
            is_soft: bounds.length() > DAY,
            is_open_before,
            is_open_after,
        }
    }

    fn of_presence(span: &Span) -> Self {
        let (is_open_before, is_open_after) = openness(span.start.earliest, span.end.latest);
        let span = &with_latest_start(span);
        let body = Body::of(span, is_open_before, is_open_after);
        Self {
            pieces: [body.rise, body.core, body.fall],
            is_soft: body.core.is_some() && span.start.latest > span.end.earliest,
            is_open_before,
            is_open_after,
        }
    }

    /// Returns the bounds that are drawn as a bar, without what is open.
    #[must_use]
    pub fn hull(&self) -> Bounds {
        let known = self.pieces.iter().flatten().map(|piece| piece.bounds);
        let hull = known.reduce(|hull, bounds| hull.union(&bounds));
        // Every bar has a piece; one without would say nothing about when.
        hull.unwrap_or(Bounds::UNBOUNDED)
    }
}

/// Gives a beginning that only its order bounds a latest second, the one at which it was last attested: it had begun by
/// then.
fn with_latest_start(span: &Span) -> Span {
    let latest = if span.start.latest == Second::MAX {
        span.end.earliest.max(span.start.earliest)
    } else {
        span.start.latest
    };
    Span {
        start: Bounds::new(span.start.earliest, latest),
        ..*span
    }
}

struct Body {
    rise: Option<BarPiece>,
    core: Option<BarPiece>,
    fall: Option<BarPiece>,
}

impl Body {
    fn of(span: &Span, is_open_before: bool, is_open_after: bool) -> Self {
        let (start, end) = (span.start, span.end);
        match (is_open_before, is_open_after) {
            (true, true) => Self::core(Bounds::new(end.earliest, end.earliest + DAY - 1)),
            (true, false) => Self {
                rise: None,
                core: None,
                fall: Some(edge(end, (1.0, 0.0))),
            },
            (false, true) => Self {
                rise: Some(edge(start, (0.0, 1.0))),
                core: between(start.latest, end.earliest),
                fall: None,
            },
            // Start and end may lie in the same stretch: nothing in it is certain.
            (false, false) if start.latest > end.earliest => Self::core(span.hull()),
            (false, false) => Self {
                rise: Some(edge(start, (0.0, 1.0))),
                core: between(start.latest, end.earliest),
                fall: Some(edge(end, (1.0, 0.0))),
            },
        }
    }

    fn core(bounds: Bounds) -> Self {
        Self {
            rise: None,
            core: Some(full(bounds)),
            fall: None,
        }
    }
}

const fn openness(earliest: Second, latest: Second) -> (bool, bool) {
    (earliest == Second::MIN, latest == Second::MAX)
}

/// Returns the bounds of a start or an end: a day or less is as good as certain.
fn edge(bounds: Bounds, opacity: (f32, f32)) -> BarPiece {
    let is_exact = bounds.length() <= DAY;
    let opacity = if is_exact { FULL } else { opacity };
    BarPiece { bounds, opacity }
}

/// Tells what lies between the latest start and the earliest end.
fn between(start: Second, end: Second) -> Option<BarPiece> {
    (end > start.saturating_add(1)).then(|| full(Bounds::new(start + 1, end - 1)))
}

const fn full(bounds: Bounds) -> BarPiece {
    BarPiece {
        bounds,
        opacity: FULL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{When, bounds::iso_day};

    fn shape(date: &str, kind: Kind, confirmed: Option<&str>) -> BarShape {
        let confirmed = confirmed.map(|text| When::parse(text).unwrap());
        BarShape::of(&Span::of(
            &When::parse(date).unwrap(),
            kind,
            confirmed.as_ref(),
        ))
    }

    fn days(shape: &BarShape) -> (String, String) {
        (iso_day(shape.hull().earliest), iso_day(shape.hull().latest))
    }

    #[test]
    fn an_event_of_one_day_is_one_hard_piece() {
        let bar = shape("2022-01-05", Kind::Event, None);
        assert!(!bar.is_soft && bar.pieces[0].is_none() && bar.pieces[2].is_none());
        assert_eq!(days(&bar), ("2022-01-05".into(), "2022-01-05".into()));
    }

    #[test]
    fn an_event_of_some_day_in_a_month_is_soft() {
        let bar = shape("2022-01", Kind::Event, None);
        assert!(bar.is_soft);
        assert_eq!(days(&bar), ("2022-01-01".into(), "2022-01-31".into()));
    }

    #[test]
    fn a_presence_rises_through_its_first_month_and_falls_through_its_last() {
        let bar = shape("2022-01/2022-06", Kind::Presence, None);
        let [rise, core, fall] = bar.pieces.map(Option::unwrap);
        assert_eq!(rise.opacity, (0.0, 1.0));
        assert_eq!(iso_day(rise.bounds.latest), "2022-01-31");
        assert_eq!(iso_day(core.bounds.earliest), "2022-02-01");
        assert_eq!(iso_day(core.bounds.latest), "2022-05-31");
        assert_eq!(fall.opacity, (1.0, 0.0));
    }

    #[test]
    fn a_presence_without_an_end_is_drawn_as_far_as_it_is_attested() {
        let bar = shape("2021-12/", Kind::Presence, Some("2022-04"));
        assert!(bar.is_open_after);
        assert_eq!(days(&bar), ("2021-12-01".into(), "2022-03-31".into()));
    }

    #[test]
    fn a_presence_seen_once_is_drawn_where_it_was_seen() {
        let bar = shape("2022-04", Kind::Presence, Some("2022-04"));
        assert!(bar.is_open_after);
        assert_eq!(days(&bar), ("2022-04-01".into(), "2022-04-30".into()));
    }

    #[test]
    fn open_beginnings_leave_the_end_to_be_drawn() {
        let bar = shape("../2022-03", Kind::Presence, None);
        assert!(bar.is_open_before && !bar.is_open_after);
        assert_eq!(days(&bar), ("2022-03-01".into(), "2022-03-31".into()));
    }

    #[test]
    fn an_event_after_a_date_stands_at_that_date() {
        let bar = shape("2022-03/..", Kind::Event, None);
        assert!(bar.is_open_after && bar.is_soft);
        assert_eq!(days(&bar), ("2022-03-01".into(), "2022-03-01".into()));
    }
}
