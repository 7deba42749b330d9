//! Dates in words, in the language of the catalogue.
//!
//! [`in_words`] says a whole EDTF date with its doubt ("some time in January 2025", "since March
//! 2022, end unknown"), [`short`] the same in a few characters for lists, [`precision`] how finely
//! it is stated, [`span`] the days of a window or of bounds ("5–12 January 2022", "2022"). Years
//! are never grouped.

mod span;

use jiff::civil;

pub use span::{bounds, span, span_short, window};

use super::{Arg, Catalogue, args};
use crate::model::{
    bounds::day_of,
    date::{Date, DatePrecision, DateShape, Endpoint},
    layer::Kind,
    when::When,
};

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

const MONTHS_SHORT: [&str; 12] = [
    "month-short-1",
    "month-short-2",
    "month-short-3",
    "month-short-4",
    "month-short-5",
    "month-short-6",
    "month-short-7",
    "month-short-8",
    "month-short-9",
    "month-short-10",
    "month-short-11",
    "month-short-12",
];

/// How long the names of months are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    Full,
    Short,
}

/// Returns the name of a month, 1 to 12: "January".
#[must_use]
pub fn month(words: &Catalogue, month: i8) -> &str {
    month_name(words, month, Length::Full)
}

/// Returns the short name of a month, 1 to 12: "Jan".
#[must_use]
pub fn month_short(words: &Catalogue, month: i8) -> &str {
    month_name(words, month, Length::Short)
}

/// Returns a day: "5 January 2022".
#[must_use]
pub fn day(words: &Catalogue, day: civil::Date) -> String {
    day_name(words, day, Length::Full)
}

/// Returns a day with a short month: "5 Jan 2022".
#[must_use]
pub fn day_short(words: &Catalogue, day: civil::Date) -> String {
    day_name(words, day, Length::Short)
}

/// Returns a month of a year: "January 2022".
#[must_use]
pub fn month_of_year(words: &Catalogue, day: civil::Date) -> String {
    month_and_year(words, day, Length::Full)
}

/// Returns the date of a record of `kind`, with all that is known and not known about it.
#[must_use]
pub fn in_words(words: &Catalogue, when: &When, kind: Kind) -> String {
    let (phrase, is_uncertain) = match when.shape() {
        DateShape::Date(date) => (single(words, date, kind), date.uncertain),
        DateShape::Interval { start, end } => (
            interval(words, start, end, kind),
            [start, end]
                .into_iter()
                .any(|endpoint| endpoint.date().is_some_and(|date| date.uncertain)),
        ),
    };
    if is_uncertain {
        words.with("date-doubtful", args!(phrase: own(phrase)))
    } else {
        phrase
    }
}

fn single(words: &Catalogue, date: &Date, kind: Kind) -> String {
    let name = name(words, date, Length::Full);
    let when = if date.approximate {
        words.with("date-about", args!(date: own(name), grain: grain(date)))
    } else if kind == Kind::Presence {
        words.with("date-on", args!(date: own(name), grain: grain(date)))
    } else if date.precision <= DatePrecision::Day {
        return name;
    } else {
        return words.with("date-some-time", args!(date: own(name)));
    };
    match kind {
        Kind::Event => when,
        Kind::Presence => words.with("date-seen", args!(when: own(when))),
    }
}

fn interval(words: &Catalogue, start: &Endpoint, end: &Endpoint, kind: Kind) -> String {
    match (start, end, kind) {
        (Endpoint::Date(start), Endpoint::Date(end), Kind::Event) => words.with(
            "date-between",
            args!(first: own(noun(words, start)), last: own(noun(words, end))),
        ),
        (Endpoint::Date(start), Endpoint::Date(end), Kind::Presence) => words.with(
            "date-from-to",
            args!(
                start: own(edge(words, "date-start", start)),
                end: own(edge(words, "date-end", end)),
            ),
        ),
        (Endpoint::Date(start), _, Kind::Event) => {
            words.with("date-event-after", args!(date: own(noun(words, start))))
        }
        (Endpoint::Date(start), Endpoint::Open, Kind::Presence) => {
            words.with("date-since-open", args!(date: own(noun(words, start))))
        }
        (Endpoint::Date(start), Endpoint::Unknown, Kind::Presence) => {
            words.with("date-since-unknown", args!(date: own(noun(words, start))))
        }
        (_, Endpoint::Date(end), Kind::Event) => edge(words, "date-event-before", end),
        (Endpoint::Open, Endpoint::Date(end), Kind::Presence) => {
            edge(words, "date-until-open", end)
        }
        (Endpoint::Unknown, Endpoint::Date(end), Kind::Presence) => {
            edge(words, "date-until-unknown", end)
        }
        (Endpoint::Open | Endpoint::Unknown, Endpoint::Open | Endpoint::Unknown, _) => {
            words.get("date-any-time").to_owned()
        }
    }
}

/// Returns the date as a noun that "between" and "since" can stand before: "about January 2022".
fn noun(words: &Catalogue, date: &Date) -> String {
    let name = own(name(words, date, Length::Full));
    let grain = grain(date);
    if date.approximate {
        words.with("date-about", args!(date: name, grain: grain))
    } else {
        words.with("date-noun", args!(date: name, grain: grain))
    }
}

/// Returns a message whose preposition depends on what the date names.
fn edge(words: &Catalogue, key: &str, date: &Date) -> String {
    if date.approximate {
        words.with(
            key,
            args!(date: own(noun(words, date)), grain: Arg::Own("about".into())),
        )
    } else {
        let name = name(words, date, Length::Full);
        words.with(key, args!(date: own(name), grain: grain(date)))
    }
}

/// Returns the date in a few characters: "c. Jan 2022", "5–12 Jan 2022", "since Mar 2022".
#[must_use]
pub fn short(words: &Catalogue, when: &When) -> String {
    match when.shape() {
        DateShape::Date(date) => short_date(words, date),
        DateShape::Interval { start, end } => match (start.date(), end.date()) {
            (Some(start), Some(end)) if is_plain_day(start) && is_plain_day(end) => span_short(
                words,
                day_of(start.stated.earliest),
                day_of(end.stated.earliest),
            ),
            (Some(start), Some(end)) => words.with(
                "date-span",
                args!(first: own(short_date(words, start)), last: own(short_date(words, end))),
            ),
            (Some(start), None) => words.with(
                "date-short-since",
                args!(date: own(short_date(words, start))),
            ),
            (None, Some(end)) => {
                words.with("date-short-until", args!(date: own(short_date(words, end))))
            }
            (None, None) => words.get("date-short-none").to_owned(),
        },
    }
}

const fn is_plain_day(date: &Date) -> bool {
    matches!(date.precision, DatePrecision::Day) && !date.approximate && !date.uncertain
}

fn short_date(words: &Catalogue, date: &Date) -> String {
    let mut text = name(words, date, Length::Short);
    if date.approximate {
        text = words.with("date-short-about", args!(date: own(text)));
    }
    if date.uncertain {
        text = words.with("date-short-doubtful", args!(date: own(text)));
    }
    text
}

/// Tells how finely a date is stated: "to the month", "give or take three days".
///
/// An interval is as coarse as its coarser end.
#[must_use]
pub fn precision<'a>(words: &'a Catalogue, when: &When) -> Option<&'a str> {
    let date = match when.shape() {
        DateShape::Date(date) => *date,
        DateShape::Interval { start, end } => *[start, end]
            .into_iter()
            .filter_map(Endpoint::date)
            .max_by_key(|date| (date.precision, date.approximate))?,
    };
    Some(if date.approximate {
        match date.precision {
            DatePrecision::Second | DatePrecision::Minute | DatePrecision::Day => {
                words.get("precision-about-day")
            }
            DatePrecision::Days => words.get("precision-about-days"),
            DatePrecision::Month => words.get("precision-about-month"),
            DatePrecision::Season => words.get("precision-about-season"),
            DatePrecision::Year => words.get("precision-about-year"),
            DatePrecision::Decade => words.get("precision-about-decade"),
            DatePrecision::Century => words.get("precision-about-century"),
        }
    } else {
        match date.precision {
            DatePrecision::Second => words.get("precision-second"),
            DatePrecision::Minute => words.get("precision-minute"),
            DatePrecision::Day => words.get("precision-day"),
            DatePrecision::Days => words.get("precision-days"),
            DatePrecision::Month => words.get("precision-month"),
            DatePrecision::Season => words.get("precision-season"),
            DatePrecision::Year => words.get("precision-year"),
            DatePrecision::Decade => words.get("precision-decade"),
            DatePrecision::Century => words.get("precision-century"),
        }
    })
}

/// Makes the first letter of `text` a capital, for a phrase that stands by itself.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Tells what the date names, as messages select by it.
fn grain(date: &Date) -> Arg<'static> {
    Arg::Own(
        match date.precision {
            DatePrecision::Second | DatePrecision::Minute | DatePrecision::Day => "day",
            DatePrecision::Days => "days",
            DatePrecision::Month => "month",
            DatePrecision::Season => "season",
            DatePrecision::Year => "year",
            DatePrecision::Decade => "decade",
            DatePrecision::Century => "years",
        }
        .into(),
    )
}

/// Returns the name of a date without its doubt.
fn name(words: &Catalogue, date: &Date, length: Length) -> String {
    let first = day_of(date.stated.earliest);
    let last = day_of(date.stated.latest);
    match date.precision {
        DatePrecision::Second | DatePrecision::Minute => {
            let seconds_of_day = date.stated.earliest.rem_euclid(86_400);
            let (hour, minute) = (seconds_of_day / 3600, seconds_of_day / 60 % 60);
            let mut time = format!("{hour:02}:{minute:02}");
            if date.precision == DatePrecision::Second {
                time = format!("{time}:{:02}", seconds_of_day % 60);
            }
            let day = own(day_name(words, first, length));
            words.with(
                "date-minute",
                args!(date: day, time: own(words.in_digits(&time).into_owned())),
            )
        }
        DatePrecision::Day => day_name(words, first, length),
        DatePrecision::Days if length == Length::Full => span(words, first, last),
        DatePrecision::Days => span_short(words, first, last),
        DatePrecision::Month => month_and_year(words, first, length),
        DatePrecision::Season if first.year() == last.year() => words.with(
            "date-season",
            args!(
                first: month_arg(words, first, length),
                last: month_arg(words, last, length),
                year: year(words, first),
            ),
        ),
        DatePrecision::Season => words.with(
            "date-span",
            args!(
                first: own(month_and_year(words, first, length)),
                last: own(month_and_year(words, last, length)),
            ),
        ),
        DatePrecision::Year => year_name(words, first),
        DatePrecision::Decade => words.with("date-decade", args!(year: year(words, first))),
        DatePrecision::Century => words.with(
            "date-tight-span",
            args!(first: year(words, first), last: year(words, last)),
        ),
    }
}

fn day_name(words: &Catalogue, date: civil::Date, length: Length) -> String {
    words.with(
        "date-day",
        args!(day: date.day(), month: month_arg(words, date, length), year: year(words, date)),
    )
}

fn month_and_year(words: &Catalogue, date: civil::Date, length: Length) -> String {
    words.with(
        "date-month",
        args!(month: month_arg(words, date, length), year: year(words, date)),
    )
}

fn month_name(words: &Catalogue, month: i8, length: Length) -> &str {
    let keys = match length {
        Length::Full => &MONTHS,
        Length::Short => &MONTHS_SHORT,
    };
    usize::try_from(month)
        .ok()
        .and_then(|month| keys.get(month.checked_sub(1)?))
        .map_or("", |key| words.get(key))
}

fn month_arg(words: &Catalogue, date: civil::Date, length: Length) -> Arg<'_> {
    Arg::Own(month_name(words, date.month(), length).into())
}

fn year(words: &Catalogue, date: civil::Date) -> Arg<'static> {
    own(year_name(words, date))
}

/// Returns a year by itself: "2022".
#[must_use]
pub fn year_name(words: &Catalogue, date: civil::Date) -> String {
    words.in_digits(&date.year().to_string()).into_owned()
}

/// Returns the number of a day in its month: "5".
#[must_use]
pub fn day_of_month(words: &Catalogue, date: civil::Date) -> String {
    words.in_digits(&date.day().to_string()).into_owned()
}

/// Returns text that is already in the language of the message.
fn own(text: String) -> Arg<'static> {
    Arg::Own(text.into())
}
