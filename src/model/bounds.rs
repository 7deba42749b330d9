//! A stretch of the UTC second line, both ends included.

use jiff::{SignedDuration, civil};

/// Seconds since 1970-01-01T00:00:00Z; negative before. There is no other clock in the program.
pub type Second = i64;

/// Seconds in a day (UTC has no daylight saving, and leap seconds are not counted).
pub const DAY: Second = 86_400;

/// The first and the last second at which something may be, both included.
///
/// `Second::MIN` and `Second::MAX` stand for "unbounded".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// First second.
    pub earliest: Second,
    /// Last second; never before `earliest`.
    pub latest: Second,
}

impl Bounds {
    /// All of time.
    pub const UNBOUNDED: Self = Self {
        earliest: Second::MIN,
        latest: Second::MAX,
    };

    /// Bounds from `earliest` to `latest`, both included.
    #[must_use]
    pub const fn new(earliest: Second, latest: Second) -> Self {
        Self { earliest, latest }
    }

    /// The whole days from `first` to `last`, both included.
    #[must_use]
    pub fn of_days(first: civil::Date, last: civil::Date) -> Self {
        Self::new(start_of_day(first), end_of_day(last))
    }

    /// Number of seconds, both ends counted; saturates when unbounded.
    #[must_use]
    pub const fn length(&self) -> Second {
        self.latest.saturating_sub(self.earliest).saturating_add(1)
    }

    /// Whether the two stretches share at least one second.
    #[must_use]
    pub const fn overlaps(&self, other: &Self) -> bool {
        self.earliest <= other.latest && self.latest >= other.earliest
    }

    /// The stretch that both share, if there is one.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        self.overlaps(other).then(|| {
            Self::new(
                self.earliest.max(other.earliest),
                self.latest.min(other.latest),
            )
        })
    }

    /// The shortest stretch that holds both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::new(
            self.earliest.min(other.earliest),
            self.latest.max(other.latest),
        )
    }

    /// Whether both ends are known.
    #[must_use]
    pub const fn is_finite(&self) -> bool {
        self.earliest != Second::MIN && self.latest != Second::MAX
    }
}

/// The day that seconds are counted from.
const EPOCH: civil::Date = civil::date(1970, 1, 1);

/// The first second of a day, of every day that a calendar can name.
#[must_use]
pub fn start_of_day(date: civil::Date) -> Second {
    date.duration_since(EPOCH).as_secs()
}

/// The last second of a day.
#[must_use]
pub fn end_of_day(date: civil::Date) -> Second {
    start_of_day(date) + DAY - 1
}

/// The calendar day that a second lies in; beyond the years -9999 to 9999 the nearest that a calendar
/// can name.
#[must_use]
pub fn day_of(second: Second) -> civil::Date {
    // A day from the end of what can be counted, so that its midnight can be.
    let second = second.max(Second::MIN + DAY);
    EPOCH.saturating_add(SignedDuration::from_secs(second - second.rem_euclid(DAY)))
}

/// `YYYY-MM-DDTHH:MM:SSZ` of a second; beyond the years that a calendar can name the last second of the
/// nearest that it can.
#[must_use]
pub fn iso_second(second: Second) -> String {
    let named = second.clamp(start_of_day(civil::Date::MIN), end_of_day(civil::Date::MAX));
    let of_day = named.rem_euclid(DAY);
    let (hours, minutes, seconds) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    format!("{}T{hours:02}:{minutes:02}:{seconds:02}Z", iso_day(named))
}

/// `YYYY-MM-DD` of the day that a second lies in, with a sign before the year where it is before 0.
#[must_use]
pub fn iso_day(second: Second) -> String {
    let day = day_of(second);
    let (year, month, date) = (day.year().unsigned_abs(), day.month(), day.day());
    // Exports write two of them for each record.
    let digit = |number: u16| char::from(b'0' + (number % 10) as u8);
    let (month, date) = (month.unsigned_abs().into(), date.unsigned_abs().into());
    let mut text = String::with_capacity(11);
    text.extend((day.year() < 0).then_some('-'));
    text.extend([1000, 100, 10, 1].map(|unit| digit(year / unit)));
    for number in [month, date] {
        text.extend(['-', digit(number / 10), digit(number)]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_iso_8601_writes_it() {
        for day in [
            "0000-01-01",
            "0987-12-03",
            "1969-12-31",
            "2022-01-05",
            "9999-12-31",
        ] {
            let date: civil::Date = day.parse().unwrap();
            assert_eq!(iso_day(start_of_day(date)), day);
            assert_eq!(iso_day(end_of_day(date)), day);
        }
        assert_eq!(
            iso_day(start_of_day(civil::date(-43, 3, 15))),
            "-0043-03-15"
        );
    }

    #[test]
    fn days_of_the_whole_calendar_have_their_own_seconds_and_back() {
        let first = start_of_day(civil::Date::MIN);
        let last = start_of_day(civil::Date::MAX);
        assert_eq!((last - first) / DAY, 7_304_483);
        for start in (first..=last).step_by(61 * DAY as usize).chain([last]) {
            let day = day_of(start);
            assert_eq!(start_of_day(day), start, "{day}");
            assert_eq!(day_of(start + DAY - 1), day);
        }
        assert_eq!(start_of_day(EPOCH), 0);
    }

    #[test]
    fn a_day_is_86_400_seconds_with_both_ends_counted() {
        let day = civil::date(2022, 1, 5);
        assert_eq!(Bounds::of_days(day, day).length(), DAY);
    }

    #[test]
    fn the_day_of_the_last_second_is_still_that_day() {
        let day = civil::date(1969, 12, 31);
        assert_eq!(end_of_day(day), -1);
        assert_eq!(day_of(end_of_day(day)), day);
        assert_eq!(iso_day(start_of_day(day)), "1969-12-31");
    }

    #[test]
    fn a_second_is_written_to_the_second_to_the_end_of_the_calendar() {
        let noon = start_of_day(civil::date(2022, 1, 5)) + DAY / 2 + 61;
        assert_eq!(iso_second(noon), "2022-01-05T12:01:01Z");
        let last = end_of_day(civil::Date::MAX);
        for second in [last, last + 1, Second::MAX] {
            assert_eq!(iso_second(second), "9999-12-31T23:59:59Z");
        }
        assert_eq!(iso_second(Second::MIN), "-9999-01-01T00:00:00Z");
    }

    #[test]
    fn unbounded_ends_name_a_day_without_panicking() {
        assert_eq!(day_of(Second::MIN), civil::Date::MIN);
        assert_eq!(day_of(Second::MAX), civil::Date::MAX);
    }
}
