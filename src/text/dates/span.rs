//! Stretches of days in as few words as say them: "2022", "March–May 2022", "5–12 January 2022".

use jiff::civil;

use super::{Length, day_name, day_of_month, month_and_year, month_arg, own, year, year_name};
use crate::model::{
    bounds::{Bounds, Second, day_of},
    window::Window,
};
use crate::text::{Catalogue, args};

/// Returns the days from `first` to `last`, both included.
#[must_use]
pub fn span(words: &Catalogue, first: civil::Date, last: civil::Date) -> String {
    name(words, first, last, Length::Full)
}

/// Returns the days from `first` to `last` with short months.
#[must_use]
pub fn span_short(words: &Catalogue, first: civil::Date, last: civil::Date) -> String {
    name(words, first, last, Length::Short)
}

/// Bounds in words; an unbounded end is left open: "from 5 January 2022 on".
#[must_use]
pub fn bounds(words: &Catalogue, bounds: Bounds) -> String {
    let (first, last) = (day_of(bounds.earliest), day_of(bounds.latest));
    match (bounds.earliest, bounds.latest) {
        (Second::MIN, Second::MAX) => words.get("date-any-time").to_owned(),
        (Second::MIN, _) => words.with(
            "date-up-to",
            args!(date: own(day_name(words, last, Length::Full))),
        ),
        (_, Second::MAX) => words.with(
            "date-from-on",
            args!(date: own(day_name(words, first, Length::Full))),
        ),
        _ => span(words, first, last),
    }
}

/// Returns a window in words: "March 2022", "5–12 January 2022".
#[must_use]
pub fn window(words: &Catalogue, window: &Window) -> String {
    bounds(words, window.bounds())
}

fn name(words: &Catalogue, first: civil::Date, last: civil::Date, length: Length) -> String {
    let is_one_year = first.year() == last.year();
    let is_whole_months = first == first.first_of_month() && last == last.last_of_month();
    let is_whole_years = is_whole_months && first.month() == 1 && last.month() == 12;
    if is_whole_years {
        years(words, first, last)
    } else if is_whole_months {
        months(words, first, last, length)
    } else if first == last {
        day_name(words, first, length)
    } else if is_one_year && first.month() == last.month() {
        days_of_month(words, first, last, length)
    } else if is_one_year {
        days_of_year(words, first, last, length)
    } else {
        words.with(
            "date-span",
            args!(
                first: own(day_name(words, first, length)),
                last: own(day_name(words, last, length)),
            ),
        )
    }
}

fn years(words: &Catalogue, first: civil::Date, last: civil::Date) -> String {
    if first.year() == last.year() {
        year_name(words, first)
    } else {
        words.with(
            "date-tight-span",
            args!(first: year(words, first), last: year(words, last)),
        )
    }
}

fn months(words: &Catalogue, first: civil::Date, last: civil::Date, length: Length) -> String {
    if first.year() != last.year() {
        words.with(
            "date-span",
            args!(
                first: own(month_and_year(words, first, length)),
                last: own(month_and_year(words, last, length)),
            ),
        )
    } else if first.month() == last.month() {
        month_and_year(words, first, length)
    } else {
        words.with(
            "date-season",
            args!(
                first: month_arg(words, first, length),
                last: month_arg(words, last, length),
                year: year(words, first),
            ),
        )
    }
}

fn days_of_month(
    words: &Catalogue,
    first: civil::Date,
    last: civil::Date,
    length: Length,
) -> String {
    words.with(
        "date-tight-span",
        args!(
            first: own(day_of_month(words, first)),
            last: own(day_name(words, last, length)),
        ),
    )
}

fn days_of_year(
    words: &Catalogue,
    first: civil::Date,
    last: civil::Date,
    length: Length,
) -> String {
    let first = words.with(
        "date-day-of-year",
        args!(day: first.day(), month: month_arg(words, first, length)),
    );
    words.with(
        "date-span",
        args!(first: own(first), last: own(day_name(words, last, length))),
    )
}
