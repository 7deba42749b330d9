//! The stretch of time that the analyst looks at.

use std::fmt;

use jiff::civil;

use super::{
    bounds::{Bounds, Second, day_of, end_of_day, iso_day, iso_second, start_of_day},
    date::{DateShape, Endpoint, WhenError},
    when::When,
};

/// A window on time, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    bounds: Bounds,
}

/// Why a text is not a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// The text is not EDTF.
    #[error(transparent)]
    When(#[from] WhenError),
    /// A window must have edges, so `~`, `?` and `%` have no place in it.
    #[error("a window cannot be approximate or uncertain")]
    Qualified,
}

impl Window {
    /// All of time.
    pub const ALL: Self = Self {
        bounds: Bounds::UNBOUNDED,
    };

    /// From `first` to `last`, both included; the two are put in order.
    #[must_use]
    pub fn new(first: Second, last: Second) -> Self {
        Self {
            bounds: Bounds::new(first.min(last), first.max(last)),
        }
    }

    /// The whole days from `first` to `last`, both included; the two are put in order.
    #[must_use]
    pub fn of_days(first: civil::Date, last: civil::Date) -> Self {
        Self::new(start_of_day(first.min(last)), end_of_day(first.max(last)))
    }

    /// Reads any EDTF date or interval without qualifiers; open ends reach to the end of time.
    pub fn parse(text: &str) -> Result<Self, WindowError> {
        let when = When::parse(text)?;
        if text.starts_with(['[', '{']) {
            return Err(WhenError::Malformed.into());
        }
        let qualified = |date: &super::date::Date| date.approximate || date.uncertain;
        let is_qualified = match when.shape() {
            DateShape::Date(date) => qualified(date),
            DateShape::Interval { start, end } => [start, end]
                .into_iter()
                .filter_map(Endpoint::date)
                .any(qualified),
        };
        if is_qualified {
            return Err(WindowError::Qualified);
        }
        Ok(Self {
            bounds: when.bounds(),
        })
    }

    /// First second.
    #[must_use]
    pub const fn first(&self) -> Second {
        self.bounds.earliest
    }

    /// Last second.
    #[must_use]
    pub const fn last(&self) -> Second {
        self.bounds.latest
    }

    /// The window as bounds.
    #[must_use]
    pub const fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// Whether the window begins and ends on the edges of days.
    #[must_use]
    pub fn is_whole_days(&self) -> bool {
        self.first() == start_of_day(day_of(self.first()))
            && self.last() == end_of_day(day_of(self.last()))
    }
}

impl fmt::Display for Window {
    /// EDTF that [`Window::parse`] reads back.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::ALL {
            return f.write_str("0000/9999");
        }
        let whole_days = self.is_whole_days();
        let edge = |second: Second| match second {
            Second::MIN | Second::MAX => "..".to_owned(),
            _ if whole_days || !self.bounds.is_finite() => iso_day(second),
            _ => iso_second(second),
        };
        write!(f, "{}/{}", edge(self.first()), edge(self.last()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_reads_back_from_its_own_text() {
        for text in ["2022-01-05/2022-03-31", "2022-01-05/..", "../2022-01-05"] {
            let window = Window::parse(text).unwrap();
            assert_eq!(window.to_string(), text);
            assert_eq!(Window::parse(&window.to_string()), Ok(window));
        }
        let minutes = Window::parse("2022-01-05T14:30Z/2022-01-05T15:10Z").unwrap();
        assert_eq!(Window::parse(&minutes.to_string()), Ok(minutes));
    }

    #[test]
    fn a_window_may_be_a_month_or_a_season() {
        assert_eq!(
            Window::parse("2022-21"),
            Window::parse("2022-03-01/2022-05-31")
        );
    }

    #[test]
    fn a_window_has_edges() {
        assert_eq!(Window::parse("2022~"), Err(WindowError::Qualified));
        assert_eq!(Window::parse("2022/2023?"), Err(WindowError::Qualified));
    }
}
