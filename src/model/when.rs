//! A date as a source gives it: EDTF text, kept as it stands, and what it means.
//!
//! Nothing is guessed: what is not in the accepted subset of EDTF (ISO 8601-2) is a [`WhenError`],
//! and the record that carries it is undated.

use std::str::FromStr;

use super::{
    bounds::Bounds,
    date::{Date, DatePrecision, DateShape, WhenError},
    edtf,
};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::bounds::{Second, iso_day};

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
            ("31/31/2022", WhenError::NoSuchDate),
            ("00.04.2022", WhenError::NoSuchDate),
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
