//! What a window shows: the four bounds of a record and its relation to a window.

use super::{
    bounds::{Bounds, Second},
    date::{DateShape, Endpoint},
    layer::Kind,
    when::When,
    window::Window,
};

/// A record's start lies in `start`, its end in `end`.
///
/// For an event both are the same moment, and the same stretch where its date alone says when; for a
/// presence the end may be unbounded, and then `end.earliest` is the last date at which a source attests
/// it. An order (`after`, `before`) narrows the hull only: the latest start and the earliest end, which
/// make a record certain, are those of its own date. One that only its order places has no latest start, so
/// that no window that ends makes it certain; where no window is asked for every dated record is certain,
/// wherever its true dates lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// Bounds of the start, `[s1, s2]`.
    pub start: Bounds,
    /// Bounds of the end, `[t1, t2]`.
    pub end: Bounds,
    /// Whether it is an event: one moment somewhere in its bounds.
    pub kind: Kind,
}

/// How a record stands to a window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Relation {
    /// Wherever its true dates lie, the window shows it.
    Certain,
    /// Some of its possible dates lie in the window.
    Possible {
        /// The share of the record's bounds that lies in the window, in `(0, 1]`
        /// (the aoristic weight; Ratcliffe 2002).
        weight: f32,
    },
    /// None of its possible dates lies in the window.
    Out,
}

impl Relation {
    /// Whether the window shows the record at all.
    #[must_use]
    pub const fn is_shown(&self) -> bool {
        !matches!(self, Self::Out)
    }

    /// Whether the record shows whatever its true dates are.
    #[must_use]
    pub const fn is_certain(&self) -> bool {
        matches!(self, Self::Certain)
    }

    /// 1 when certain, the aoristic weight when possible, 0 when out.
    #[must_use]
    pub const fn weight(&self) -> f32 {
        match self {
            Self::Certain => 1.0,
            Self::Possible { weight } => *weight,
            Self::Out => 0.0,
        }
    }
}

impl Span {
    /// The four bounds of a record dated `when`.
    ///
    /// `last_confirmed` counts for a presence without an end only.
    #[must_use]
    pub fn of(when: &When, kind: Kind, last_confirmed: Option<&When>) -> Self {
        Self::of_shape(when.shape(), kind, last_confirmed.map(When::shape))
    }

    /// The same by what the dates mean.
    #[must_use]
    pub fn of_shape(date: &DateShape, kind: Kind, last_confirmed: Option<&DateShape>) -> Self {
        match kind {
            Kind::Event => Self::of_event(date.bounds()),
            Kind::Presence => Self::of_presence(date, last_confirmed),
        }
    }

    /// An event somewhere in `bounds`.
    #[must_use]
    pub const fn of_event(bounds: Bounds) -> Self {
        Self {
            start: bounds,
            end: bounds,
            kind: Kind::Event,
        }
    }

    fn of_presence(date: &DateShape, last_confirmed: Option<&DateShape>) -> Self {
        let (start, end) = match date.of_presence() {
            DateShape::Date(date) => (Endpoint::Date(date), Endpoint::Unknown),
            DateShape::Interval { start, end } => (start, end),
        };
        let end_bounds = match end {
            Endpoint::Date(date) => date.bounds,
            Endpoint::Open | Endpoint::Unknown => {
                let seen = start
                    .date()
                    .map_or(Second::MIN, |date| date.bounds.earliest);
                let attested = last_confirmed.map_or(seen, |date| date.bounds().earliest);
                // A confirmation before the first sighting confirms nothing.
                Bounds::new(attested.max(seen), Second::MAX)
            }
        };
        let start_bounds = match start {
            Endpoint::Date(date) => date.bounds,
            Endpoint::Open | Endpoint::Unknown => Bounds::new(Second::MIN, end_bounds.latest),
        };
        Self {
            start: start_bounds,
            end: end_bounds,
            kind: Kind::Presence,
        }
    }

    /// From the earliest start to the latest end; unbounded where either is.
    #[must_use]
    pub const fn hull(&self) -> Bounds {
        Bounds::new(self.start.earliest, self.end.latest)
    }

    /// How the record stands to `window`, both ends of which count.
    #[must_use]
    pub fn relation(&self, window: &Window) -> Relation {
        if self.start.latest <= window.last() && self.end.earliest >= window.first() {
            Relation::Certain
        } else if self.hull().overlaps(&window.bounds()) {
            Relation::Possible {
                weight: self.weight(window),
            }
        } else {
            Relation::Out
        }
    }

    /// The share of the record's bounds that lies in `window`: `overlap / length`.
    ///
    /// Where the bounds have no length (an end that nobody knows) a share means nothing and
    /// the weight is one half.
    fn weight(&self, window: &Window) -> f32 {
        let hull = self.hull();
        let Some(overlap) = hull.intersection(&window.bounds()) else {
            return 0.0;
        };
        if hull.is_finite() {
            (overlap.length() as f64 / hull.length() as f64) as f32
        } else {
            0.5
        }
    }

    /// The date since which no source attests the presence, where `window` lies wholly past it
    /// and the presence has no known end.
    #[must_use]
    pub fn unconfirmed_since(&self, window: &Window) -> Option<Second> {
        let is_unended = self.kind == Kind::Presence && self.end.latest == Second::MAX;
        (is_unended && self.end.earliest < window.first()).then_some(self.end.earliest)
    }
}
