//! A date as a source gives it: EDTF text, kept as it stands, and what it means.
//!
//! Nothing is guessed: what is not in the accepted subset of EDTF (ISO 8601-2) is a [`WhenError`],
//! and the record that carries it is undated.

use std::str::FromStr;

use jiff::civil;

use super::{
    bounds::{Bounds, Second, end_of_day, start_of_day},
    edtf,
};

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

/// A date with the text that it was read from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct When {
    text: Box<str>,
    shape: DateShape,
}

impl When {
    /// Reads EDTF text.
    pub fn parse(text: &str) -> Result<Self, WhenError> {
        edtf::parse(text).map(|shape| Self {
            text: text.into(),
            shape,
        })
    }

    /// The text as it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the text means.
    #[must_use]
    pub const fn shape(&self) -> &DateShape {
        &self.shape
    }

    /// The date of a presence: one that ends on a day that only stands for "no end", such as 9999-12-31,
    /// is open there. Its text stays as it was written.
    #[must_use]
    pub fn of_presence(self) -> Self {
        Self {
            shape: self.shape.of_presence(),
            ..self
        }
    }

    /// From the earliest to the latest second that the text allows; open and unknown ends are unbounded.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        self.shape.bounds()
    }

    /// Whether every date in it is written to the day or finer, without `~`, `?` or `%`.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        let exact = |date: &Date| {
            date.precision <= DatePrecision::Day && !date.approximate && !date.uncertain
        };
        match &self.shape {
            DateShape::Date(date) => exact(date),
            DateShape::Interval { start, end } => [start, end]
                .into_iter()
                .all(|endpoint| endpoint.date().is_some_and(exact)),
        }
    }
}

impl AsRef<DateShape> for DateShape {
    fn as_ref(&self) -> &DateShape {
        self
    }
}

impl AsRef<DateShape> for When {
    fn as_ref(&self) -> &DateShape {
        &self.shape
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::bounds::iso_day;

    fn days(text: &str) -> (String, String) {
        let bounds = When::parse(text).unwrap().bounds();
        (iso_day(bounds.earliest), iso_day(bounds.latest))
    }

    #[test]
    fn every_accepted_form_has_its_bounds() {
        let table = [
            ("2022-01-05", "2022-01-05", "2022-01-05"),
            ("2022-01", "2022-01-01", "2022-01-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2022", "2022-01-01", "2022-12-31"),
            ("2022-01-XX", "2022-01-01", "2022-01-31"),
            ("2022-XX", "2022-01-01", "2022-12-31"),
            ("202X", "2020-01-01", "2029-12-31"),
            ("20XX", "2000-01-01", "2099-12-31"),
            ("2022-21", "2022-03-01", "2022-05-31"),
            ("2022-22", "2022-06-01", "2022-08-31"),
            ("2022-23", "2022-09-01", "2022-11-30"),
            ("2022-24", "2022-12-01", "2023-02-28"),
            ("2022-01-05~", "2022-01-02", "2022-01-08"),
            ("2022-01-05?", "2022-01-05", "2022-01-05"),
            ("2022-01-05%", "2022-01-02", "2022-01-08"),
            ("2022-01~", "2021-12-01", "2022-02-28"),
            ("2022~", "2021-01-01", "2023-12-31"),
            ("2022-21~", "2021-12-01", "2022-08-31"),
            ("2022-01/2022-03", "2022-01-01", "2022-03-31"),
            ("2022-01~/2022-03-05~", "2021-12-01", "2022-03-08"),
            ("2022-01-05T14:30Z", "2022-01-05", "2022-01-05"),
            ("2022-01-05T23:30-02:00", "2022-01-06", "2022-01-06"),
            ("2022-01-05T23:30-0200", "2022-01-06", "2022-01-06"),
            ("2022-01-05t14:30z", "2022-01-05", "2022-01-05"),
            ("2022-01-05T24:00Z", "2022-01-06", "2022-01-06"),
            ("2016-12-31T23:59:60Z", "2016-12-31", "2016-12-31"),
            ("2022-01-05T00:00:00", "2022-01-05", "2022-01-05"),
            ("-0044", "-0044-01-01", "-0044-12-31"),
            ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
            ("2022?-01", "2022-01-01", "2022-01-31"),
            ("2022-~01", "2021-12-01", "2022-02-28"),
            ("~2022-01-05", "2021-01-05", "2023-01-05"),
            ("2022-25", "2022-03-01", "2022-05-31"),
            ("2022-33", "2022-01-01", "2022-03-31"),
            ("2022-34~", "2022-01-01", "2022-09-30"),
            ("2022-41", "2022-07-01", "2022-12-31"),
            ("1950S2", "1900-01-01", "1999-12-31"),
            ("156X-12-25", "1560-12-25", "1569-12-25"),
            ("[2022,2023-03]", "2022-01-01", "2023-03-31"),
            ("[2022-01..2022-03]", "2022-01-01", "2022-03-31"),
            ("{2022-01,2022-03}", "2022-01-01", "2022-03-31"),
        ];
        for (text, earliest, latest) in table {
            assert_eq!(
                days(text),
                (earliest.to_owned(), latest.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn a_minute_covers_sixty_seconds_and_a_second_one() {
        let length = |text: &str| When::parse(text).unwrap().bounds().length();
        assert_eq!(length("2022-01-05T14:30Z"), 60);
        assert_eq!(length("2022-01-05T14:30:07Z"), 1);
        assert_eq!(length("2022-01-05T14:30:07.250Z"), 1);
    }

    #[test]
    fn open_and_unknown_ends_are_unbounded_but_told_apart() {
        let open = When::parse("2022-01/..").unwrap();
        let unknown = When::parse("2022-01/").unwrap();
        assert_eq!(open.bounds(), unknown.bounds());
        assert_ne!(open.shape(), unknown.shape());
        assert_eq!(open.bounds().latest, Second::MAX);
        assert_eq!(
            When::parse("../2022").unwrap().bounds().earliest,
            Second::MIN
        );
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        let table = [
            ("", WhenError::Empty),
            ("   ", WhenError::Empty),
            ("2022-13-45", WhenError::NoSuchDate),
            ("2022-02-30", WhenError::NoSuchDate),
            ("2022-42", WhenError::NoSuchDate),
            ("2022-01-05T24:01Z", WhenError::NoSuchDate),
            ("2022-01-05T00:01", WhenError::NoZone),
            ("03/04/2022", WhenError::Ambiguous),
            ("3/4/2022", WhenError::Ambiguous),
            ("31/12/2022", WhenError::Ambiguous),
            ("03-04-2022", WhenError::Ambiguous),
            ("2022-01-05T14:30", WhenError::NoZone),
            ("2022-01-05T25:30Z", WhenError::NoSuchDate),
            ("2022-03/2022-01", WhenError::Reversed),
            ("/", WhenError::Malformed),
            ("../..", WhenError::Malformed),
            ("2022-01/2022-02/2022-03", WhenError::Malformed),
            ("January 2022", WhenError::Malformed),
            ("[2022-03..2022-01]", WhenError::Malformed),
            ("Y20220", WhenError::Unread),
            ("Y17E7", WhenError::Unread),
            ("..2022-01/2022-03", WhenError::Unread),
            ("٢٠٢٢", WhenError::Malformed),
        ];
        for (text, error) in table {
            assert_eq!(When::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn what_is_more_than_its_bounds_says_so() {
        let is_bounds_only = |text: &str| When::parse(text).unwrap().shape().is_bounds_only();
        for text in [
            "2022-~01",
            "[2022,2024]",
            "1950S2",
            "2022-33",
            "2022-33/2022-34",
            "?2022-01",
        ] {
            assert!(is_bounds_only(text), "{text}");
        }
        for text in [
            "2022-01~",
            "202X",
            "2022-01-XX",
            "2022-24",
            "-0044",
            "2022-01/..",
            "2022-01-25",
        ] {
            assert!(!is_bounds_only(text), "{text}");
        }
    }

    #[test]
    fn one_of_some_dates_is_a_date_and_all_of_them_an_interval() {
        let shape = |text: &str| *When::parse(text).unwrap().shape();
        assert!(
            matches!(shape("[2022-01,2022-03]"), DateShape::Date(date) if date.precision == DatePrecision::Days)
        );
        assert!(matches!(
            shape("{2022-01,2022-03}"),
            DateShape::Interval { .. }
        ));
        assert_eq!(shape("[2022-01]"), shape("2022-01"));
        assert_eq!(
            When::parse("[2022-01..]").unwrap().bounds(),
            When::parse("2022-01/..").unwrap().bounds()
        );
    }

    #[test]
    fn the_text_is_kept_as_it_was_written() {
        assert_eq!(When::parse("2022-01-XX").unwrap().text(), "2022-01-XX");
    }
}
