//! How a presence grows stale: attested, then unconfirmed, then unknown.

use jiff::{Span as Length, civil};

use super::{
    bounds::{Second, day_of, start_of_day},
    span::Span,
    window::Window,
};

/// After how long without a confirmation nothing can be said any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StaleLimit {
    months: u16,
}

impl StaleLimit {
    /// The months that a limit may have.
    pub const MONTHS: std::ops::RangeInclusive<u16> = 1..=1_200;

    /// A limit of so many calendar months, brought into [`StaleLimit::MONTHS`].
    #[must_use]
    pub const fn of_months(months: u16) -> Self {
        let (least, most) = (*Self::MONTHS.start(), *Self::MONTHS.end());
        let months = if months < least {
            least
        } else if months > most {
            most
        } else {
            months
        };
        Self { months }
    }

    /// Calendar months.
    #[must_use]
    pub const fn months(self) -> u16 {
        self.months
    }

    /// The first second of the day on which a presence that was attested at `since` is stale.
    #[must_use]
    pub fn reached_from(self, since: Second) -> Second {
        let months = Length::new().months(i32::from(self.months));
        let day = day_of(since).saturating_add(months);
        if day == civil::Date::MAX {
            return Second::MAX;
        }
        start_of_day(day)
    }
}

impl Default for StaleLimit {
    /// A year.
    fn default() -> Self {
        Self::of_months(12)
    }
}

/// Whether anybody says that a presence still held in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attestation {
    /// A source attests it in the window or after, or its end is known.
    Attested,
    /// The window lies wholly past the last date that a source attests.
    Unconfirmed {
        /// That date.
        since: Second,
    },
    /// So far past it that nothing can be said any more.
    Unknown {
        /// The last date that a source attests.
        since: Second,
    },
}

impl Attestation {
    /// The last date that a source attests, where the window lies wholly past it.
    #[must_use]
    pub const fn since(self) -> Option<Second> {
        match self {
            Self::Attested => None,
            Self::Unconfirmed { since } | Self::Unknown { since } => Some(since),
        }
    }
}

impl Span {
    /// How the presence has aged when `window` begins.
    #[must_use]
    pub fn attestation(&self, window: &Window, limit: StaleLimit) -> Attestation {
        match self.unconfirmed_since(window) {
            None => Attestation::Attested,
            Some(since) if window.first() >= limit.reached_from(since) => {
                Attestation::Unknown { since }
            }
            Some(since) => Attestation::Unconfirmed { since },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, When, bounds::iso_day};

    fn aged(window: &str, months: u16) -> Attestation {
        let confirmed = When::parse("2022-04-10").unwrap();
        let camp = Span::of(
            &When::parse("2021-12/").unwrap(),
            Kind::Presence,
            Some(&confirmed),
        );
        let window = Window::parse(window).unwrap();
        camp.attestation(&window, StaleLimit::of_months(months))
    }

    #[test]
    fn a_presence_is_attested_then_unconfirmed_then_unknown() {
        assert_eq!(aged("2022-04", 12), Attestation::Attested);
        let unconfirmed = aged("2022-05", 12);
        assert!(matches!(unconfirmed, Attestation::Unconfirmed { .. }));
        assert_eq!(
            unconfirmed.since().map(iso_day).as_deref(),
            Some("2022-04-10")
        );
        assert!(matches!(
            aged("2023-04-09", 12),
            Attestation::Unconfirmed { .. }
        ));
        assert!(matches!(
            aged("2023-04-10", 12),
            Attestation::Unknown { .. }
        ));
    }

    #[test]
    fn the_analyst_sets_how_soon() {
        assert!(matches!(aged("2022-07", 2), Attestation::Unknown { .. }));
        assert!(matches!(aged("2025", 120), Attestation::Unconfirmed { .. }));
    }

    #[test]
    fn a_month_more_than_the_calendar_has_ends_the_month() {
        let limit = StaleLimit::of_months(1);
        let since = start_of_day(civil::date(2022, 1, 31));
        assert_eq!(iso_day(limit.reached_from(since)), "2022-02-28");
    }

    #[test]
    fn limits_beyond_reason_are_brought_back() {
        assert_eq!(StaleLimit::of_months(0).months(), 1);
        assert_eq!(StaleLimit::of_months(u16::MAX).months(), 1_200);
        assert_eq!(StaleLimit::default().reached_from(Second::MAX), Second::MAX);
    }
}
