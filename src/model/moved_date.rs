//! A date whose start or end is taken elsewhere by hand: it stays as rough as it was written.

use jiff::civil;

use super::when::When;

/// An end of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateEnd {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// EDTF `text` with one end on `day`, no more exact than that end was: a month stays a month, `~` stays. A date that is no
/// interval is moved whole. `None`: there is no such end, it is written in a way that cannot be moved, or the end would come
/// before the start.
#[must_use]
pub fn moved(text: &str, end: DateEnd, day: civil::Date) -> Option<String> {
    let moved = match (text.split_once('/'), end) {
        (None, _) => as_rough_as(text, day)?,
        (Some((start, rest)), DateEnd::Start) => format!("{}/{rest}", as_rough_as(start, day)?),
        (Some((start, rest)), DateEnd::End) => format!("{start}/{}", as_rough_as(rest, day)?),
    };
    When::parse(&moved).ok().map(|_| moved)
}

/// `day` as roughly as `written` says its own.
fn as_rough_as(written: &str, day: civil::Date) -> Option<String> {
    let core = written.trim_end_matches(['~', '?', '%']);
    let qualifier = written.get(core.len()..)?;
    let (date, time) = match core.find(['T', 't']) {
        Some(at) => (core.get(..at)?, core.get(at..)?),
        None => (core, ""),
    };
    let mut steps = date.split('-');
    let (year, month, of_month) = (steps.next()?, steps.next(), steps.next());
    if year.len() != 4 || steps.next().is_some() || day.year() < 0 {
        return None;
    }
    let known = year.trim_end_matches('X');
    if !known.bytes().all(|digit| digit.is_ascii_digit()) || known.is_empty() {
        return None;
    }
    let (in_year, in_month, in_day) = (day.year(), day.month(), day.day());
    let moved = match (month, of_month) {
        (None, None) => {
            let digits = format!("{in_year:04}");
            format!("{}{}", digits.get(..known.len())?, year.get(known.len()..)?)
        }
        _ if known.len() != year.len() => return None,
        (Some("XX"), None) => format!("{in_year:04}-XX"),
        (Some("21" | "22" | "23" | "24"), None) => season(in_year, in_month)?,
        (Some(month), None) if is_month(month) => format!("{in_year:04}-{in_month:02}"),
        (Some(month), Some("XX")) if is_month(month) => format!("{in_year:04}-{in_month:02}-XX"),
        (Some(month), Some(day)) if is_month(month) && is_number(day) => {
            format!("{in_year:04}-{in_month:02}-{in_day:02}")
        }
        _ => return None,
    };
    Some(format!("{moved}{time}{qualifier}"))
}

fn is_number(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|digit| digit.is_ascii_digit())
}

fn is_month(text: &str) -> bool {
    is_number(text) && ("01"..="12").contains(&text)
}

/// The season of a month; winter is that of the year in which it begins.
fn season(year: i16, month: i8) -> Option<String> {
    let (year, season) = match month {
        3..=5 => (year, 21),
        6..=8 => (year, 22),
        9..=11 => (year, 23),
        12 => (year, 24),
        _ => (year.checked_sub(1).filter(|year| *year >= 0)?, 24),
    };
    Some(format!("{year:04}-{season}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_end_that_is_moved_stays_as_rough_as_it_was() {
        let day = date(2023, 7, 14);
        for (text, end, wanted) in [
            ("2022-03/2022-05", DateEnd::End, Some("2022-03/2023-07")),
            ("2022-03/..", DateEnd::Start, Some("2023-07/..")),
            ("2022-03/..", DateEnd::End, None),
            ("2022-03/", DateEnd::End, None),
            ("../2022-03-05~", DateEnd::End, Some("../2023-07-14~")),
            ("../2022-03-05~", DateEnd::Start, None),
            ("2022-03/2022-05", DateEnd::Start, None),
            ("2022", DateEnd::Start, Some("2023")),
            ("2022~", DateEnd::End, Some("2023~")),
            ("201X", DateEnd::Start, Some("202X")),
            ("19XX", DateEnd::Start, Some("20XX")),
            ("2022-21", DateEnd::Start, Some("2023-22")),
            ("2022-XX", DateEnd::Start, Some("2023-XX")),
            ("2022-03-XX", DateEnd::Start, Some("2023-07-XX")),
            ("2022-03-05", DateEnd::Start, Some("2023-07-14")),
            ("2022-03-05?", DateEnd::Start, Some("2023-07-14?")),
            (
                "2022-03-05T14:30Z",
                DateEnd::Start,
                Some("2023-07-14T14:30Z"),
            ),
            ("[2022,2023]", DateEnd::Start, None),
            ("2022-~03", DateEnd::Start, None),
            ("-0044", DateEnd::Start, None),
            ("Y17000", DateEnd::Start, None),
        ] {
            assert_eq!(moved(text, end, day).as_deref(), wanted, "{text} {end:?}");
        }
        assert_eq!(
            moved("2022-23", DateEnd::Start, date(2023, 1, 2)).as_deref(),
            Some("2022-24")
        );
    }
}
