//! The pieces that the calendar cuts time into, in UTC.

use jiff::{ToSpan, civil};

use crate::model::{
    DAY, Second,
    bounds::{day_of, end_of_day, start_of_day},
};

/// Seconds in an hour.
const HOUR: Second = 3_600;

/// A piece of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinWidth {
    /// A number of minutes, a divisor of 60.
    Minutes(u8),
    /// A number of hours, a divisor of 24.
    Hours(u8),
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A number of months, a divisor of 12: 3 are the quarters of the year.
    Months(u8),
    /// A number of years.
    Years(u16),
}

impl BinWidth {
    /// Every width that an axis uses, from fine to coarse.
    pub const ALL: [Self; 15] = [
        Self::Minutes(1),
        Self::Minutes(5),
        Self::Minutes(15),
        Self::Hours(1),
        Self::Hours(3),
        Self::Hours(6),
        Self::Day,
        Self::Week,
        Self::Months(1),
        Self::Months(3),
        Self::Years(1),
        Self::Years(2),
        Self::Years(10),
        Self::Years(100),
        Self::Years(1_000),
    ];

    /// Tells how long a piece is on average, in seconds.
    #[must_use]
    pub fn mean_seconds(self) -> f64 {
        const YEAR: f64 = 365.2425 * DAY as f64;
        match self {
            Self::Minutes(count) => f64::from(count) * 60.0,
            Self::Hours(count) => f64::from(count) * HOUR as f64,
            Self::Day => DAY as f64,
            Self::Week => 7.0 * DAY as f64,
            Self::Months(count) => f64::from(count) * YEAR / 12.0,
            Self::Years(count) => f64::from(count) * YEAR,
        }
    }

    /// Returns the first second of the piece that `second` lies in.
    #[must_use]
    pub fn floor(self, second: Second) -> Second {
        let day = day_of(second);
        match self {
            Self::Minutes(count) => floor_to(second, Second::from(count) * 60),
            Self::Hours(count) => floor_to(second, Second::from(count) * HOUR),
            Self::Day => start_of_day(day),
            Self::Week => {
                let since_monday = i64::from(day.weekday().to_monday_zero_offset());
                start_of_day(day.saturating_sub(since_monday.days()))
            }
            Self::Months(count) => start_of_day(floor_months(day, i32::from(count))),
            Self::Years(count) => start_of_day(floor_months(day, i32::from(count) * 12)),
        }
    }

    /// Returns the first second of the next piece; the last piece of the calendar ends with it, and `None` comes
    /// behind that.
    #[must_use]
    pub fn next(self, second: Second) -> Option<Second> {
        let first = self.floor(second);
        let day = day_of(first);
        let after_the_last_day = end_of_day(civil::Date::MAX) + 1;
        let add = |span: jiff::Span| {
            let next = day.checked_add(span).ok();
            Some(next.map_or(after_the_last_day, start_of_day))
        };
        let next = match self {
            Self::Minutes(count) => first.checked_add(Second::from(count) * 60),
            Self::Hours(count) => first.checked_add(Second::from(count) * HOUR),
            Self::Day => add(1.day()),
            Self::Week => add(7.days()),
            Self::Months(count) => add(i64::from(count).months()),
            Self::Years(count) => add(i64::from(count).years()),
        };
        next.filter(|next| *next > second)
    }

    /// Tells whether a piece begins at `second`.
    #[must_use]
    pub fn begins_at(self, second: Second) -> bool {
        self.floor(second) == second
    }

    /// Returns the edges of the pieces from the one that holds `from` to the first at or past `to`,
    /// strictly increasing.
    pub fn edges(self, from: Second, to: Second) -> impl Iterator<Item = Second> {
        let mut reached = false;
        std::iter::successors(Some(self.floor(from)), move |edge| self.next(*edge)).take_while(
            move |edge| {
                let is_wanted = !reached;
                reached = *edge >= to;
                is_wanted
            },
        )
    }
}

fn floor_to(second: Second, step: Second) -> Second {
    second - second.rem_euclid(step)
}

/// Returns the first day of the group of `count` months, counted from year 0, that `day` lies in.
fn floor_months(day: civil::Date, count: i32) -> civil::Date {
    let months = i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
    let floored = months - months.rem_euclid(count.max(1));
    let year = i16::try_from(floored.div_euclid(12)).unwrap_or(i16::MIN);
    let month = i8::try_from(floored.rem_euclid(12)).unwrap_or(0) + 1;
    civil::Date::new(year, month, 1).unwrap_or(civil::Date::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::bounds::iso_day;

    fn at(text: &str) -> Second {
        start_of_day(text.parse().unwrap())
    }

    #[test]
    fn weeks_begin_on_mondays() {
        assert_eq!(
            iso_day(BinWidth::Week.floor(at("2024-03-01"))),
            "2024-02-26"
        );
        assert!(BinWidth::Week.begins_at(at("2024-02-26")));
    }

    #[test]
    fn quarters_and_decades_begin_where_they_should() {
        assert_eq!(
            iso_day(BinWidth::Months(3).floor(at("2022-05-31"))),
            "2022-04-01"
        );
        assert_eq!(
            iso_day(BinWidth::Years(10).floor(at("2029-12-31"))),
            "2020-01-01"
        );
        assert_eq!(
            iso_day(BinWidth::Years(100).floor(at("1999-06-01"))),
            "1900-01-01"
        );
    }

    #[test]
    fn february_of_a_leap_year_has_29_days() {
        let days: Vec<Second> = BinWidth::Day
            .edges(at("2024-02-01"), at("2024-03-01"))
            .collect();
        assert_eq!(days.len(), 30);
        assert_eq!(days.last(), Some(&at("2024-03-01")));
    }

    #[test]
    fn the_calendar_ends_without_a_panic() {
        assert_eq!(BinWidth::Years(1_000).next(Second::MAX), None);
        assert!(
            BinWidth::ALL
                .iter()
                .all(|grain| grain.floor(at("2022-01-05")) <= at("2022-01-05"))
        );
    }
}
