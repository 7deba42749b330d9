//! What a date of EDTF means: its bounds, how finely it is stated, what the source doubts.

use jiff::civil;

use super::bounds::{Bounds, Second, end_of_day, start_of_day};

/// How finely a date is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DatePrecision {
    /// To the second.
    Second,
    /// To the minute.
    Minute,
    /// To the day.
    Day,
    /// To some days, such as a week.
    Days,
    /// To the month.
    Month,
    /// To a season of three months.
    Season,
    /// To the year.
    Year,
    /// To ten years (`202X`).
    Decade,
    /// To a hundred years or more.
    Century,
}

/// One date of EDTF, without an interval around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The bounds as written, before a `~` or `%` widens them.
    pub stated: Bounds,
    /// The bounds that hold for counting: `stated`, widened when approximate.
    pub bounds: Bounds,
    /// How finely it is written.
    pub precision: DatePrecision,
    /// `~` or `%`: about then.
    pub approximate: bool,
    /// `?` or `%`: the source doubts it.
    pub uncertain: bool,
    /// Whether the text says more than the bounds do.
    pub is_bounds_only: bool,
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Endpoint {
    /// A date.
    Date(Date),
    /// `..`: the interval goes on.
    Open,
    /// Nothing: there is an end, but nobody says when.
    Unknown,
}

impl Endpoint {
    /// The date, when there is one.
    #[must_use]
    pub const fn date(&self) -> Option<&Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}

/// Years whose last day stands for "no end" in databases and spreadsheets that have no word for it.
const YEARS_WITHOUT_END: [i16; 3] = [2099, 2999, 9999];

impl Date {
    /// Whether it is one of the days that stand for "no end" behind the start of a presence: the last of
    /// 9999, however coarsely it is written (`9999`, `9999-12`), and that of 2099 or 2999 as a day.
    fn means_no_end(&self) -> bool {
        YEARS_WITHOUT_END.into_iter().any(|year| {
            let day = civil::date(year, 12, 31);
            let is_last = self.stated.latest >= start_of_day(day);
            let is_whole_day =
                self.stated.earliest >= start_of_day(day) && self.stated.latest <= end_of_day(day);
            is_whole_day || (is_last && day == civil::Date::MAX)
        })
    }
}

/// A single date or an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateShape {
    /// `2022-01`.
    Date(Date),
    /// `2022-01/2022-03`, `2022-01/..`, `/2022-03`.
    Interval {
        /// Before the slash.
        start: Endpoint,
        /// After the slash.
        end: Endpoint,
    },
}

impl DateShape {
    /// A moment, to the second.
    #[must_use]
    pub const fn of_second(second: Second) -> Self {
        let bounds = Bounds::new(second, second);
        Self::Date(Date {
            stated: bounds,
            bounds,
            precision: DatePrecision::Second,
            approximate: false,
            uncertain: false,
            is_bounds_only: false,
        })
    }

    /// From the earliest to the latest second that it allows; open and unknown ends are unbounded.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Date(date) => date.bounds,
            Self::Interval { start, end } => Bounds::new(
                start
                    .date()
                    .map_or(Second::MIN, |date| date.bounds.earliest),
                end.date().map_or(Second::MAX, |date| date.bounds.latest),
            ),
        }
    }

    /// Whether the text says more than its bounds, which are all that is read of it: a set with gaps, a qualifier
    /// on a part of the date, significant digits (EDTF level 2).
    #[must_use]
    pub fn is_bounds_only(&self) -> bool {
        match self {
            Self::Date(date) => date.is_bounds_only,
            Self::Interval { start, end } => [start, end]
                .into_iter()
                .any(|end| end.date().is_some_and(|date| date.is_bounds_only)),
        }
    }

    /// Whether all of it lies before the earliest start of `other`.
    #[must_use]
    pub fn precedes(&self, other: &Self) -> bool {
        self.bounds().latest < other.bounds().earliest
    }

    /// The date of a presence, see [`When::of_presence`].
    #[must_use]
    pub(super) fn of_presence(self) -> Self {
        match self {
            Self::Interval {
                start: start @ Endpoint::Date(_),
                end: Endpoint::Date(last),
            } if last.means_no_end() => Self::Interval {
                start,
                end: Endpoint::Open,
            },
            other => other,
        }
    }
}

impl AsRef<DateShape> for DateShape {
    fn as_ref(&self) -> &DateShape {
        self
    }
}

/// Why a text is not a date of the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// The text is empty.
    #[error("the date is empty")]
    Empty,
    /// The text does not follow the accepted forms.
    #[error("not an EDTF date such as 2022-01-05, 2022-01 or 2022-01/2022-03")]
    Malformed,
    /// The form is right but the calendar has no such day, month or minute.
    #[error("the calendar has no such date")]
    NoSuchDate,
    /// `03/04/2022`: 3 April or 4 March.
    #[error("day/month or month/day cannot be told apart; write it as YYYY-MM-DD")]
    Ambiguous,
    /// A time of day without `Z` or an offset.
    #[error("a time of day needs Z or an offset such as +01:00")]
    NoZone,
    /// The interval ends before it begins.
    #[error("the interval ends before it begins")]
    Reversed,
    /// EDTF of a form, or of years, that have no bounds here.
    #[error("this form of EDTF is not read; write its earliest and its latest day")]
    Unread,
    /// A time of day in a zone that is named.
    #[error("the name of a time zone is not read; write an offset such as +01:00")]
    ZoneNamed,
    /// A date of the Hijri calendar, which is not converted.
    #[error("a date of the Hijri calendar is not converted; write it in the Gregorian one")]
    OtherCalendar,
    /// `44566`: days that a spreadsheet has counted.
    #[error("a number of days that a spreadsheet has counted; format the column as dates")]
    DayNumber,
}
