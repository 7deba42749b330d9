//! Two dates in one text.

use super::{
    day::padded,
    letters::{is_digits, parts},
    moment, names,
};
use crate::model::{
    bounds::{day_of, iso_second},
    date::{DatePrecision, DateShape, WhenError},
    date_order::DateOrder,
    when::When,
};

/// What stands between two dates, those that are sure first.
const BETWEEN: [&str; 12] = [
    " to ",
    " until ",
    " till ",
    " au ",
    " a ",
    " jusqu'au ",
    " الي ",
    " حتي ",
    " - ",
    " – ",
    "–",
    "/",
];

/// What may stand before the first.
const BEFORE: [&str; 4] = ["from ", "du ", "de ", "من "];

/// The interval that a plain text has as two dates; `None` where it has not.
pub(super) fn read(text: &str, order: Option<DateOrder>) -> Option<Result<String, WhenError>> {
    let bare = BEFORE.iter().find_map(|word| text.strip_prefix(word));
    let text = bare.unwrap_or(text);
    let mut refused = None;
    for mark in BETWEEN {
        let Some((first, last)) = text.split_once(mark) else {
            continue;
        };
        match both(first.trim(), last.trim(), order) {
            Ok(text) => return Some(Ok(text)),
            Err(WhenError::Malformed) => {}
            Err(error) => refused = refused.or(Some(Err(error))),
        }
    }
    refused.or_else(|| days_of_month(text).map(Ok))
}

fn both(first: &str, last: &str, order: Option<DateOrder>) -> Result<String, WhenError> {
    let read = |text: &str| one(text, order);
    let end = read(last);
    let start = read(first);
    let (start, end) = match (start, end) {
        (Ok(start), Ok(end)) => (start, end),
        (Ok(start), Err(_)) if is_digits(last) => (start.clone(), shortened(&start, last)?),
        (Err(_), Ok(end)) => (
            read(&completed(first, last).ok_or(WhenError::Malformed)?)?,
            end,
        ),
        (Err(error), _) | (_, Err(error)) => return Err(error),
    };
    let text = format!("{start}/{end}");
    let when = When::parse(&text);
    when.map(|_| text)
}

/// One of two dates: EDTF, whose letters are capital ones, or another form.
fn one(text: &str, order: Option<DateOrder>) -> Result<String, WhenError> {
    let edtf = text.to_ascii_uppercase();
    match When::parse(&edtf) {
        Ok(_) => Ok(edtf),
        Err(_) => moment(text, order),
    }
}

/// `07` behind `2022-01-05`: the same month, or the same year.
fn shortened(start: &str, last: &str) -> Result<String, WhenError> {
    let (stem, part) = start.rsplit_once('-').ok_or(WhenError::Malformed)?;
    if last.len() != part.len() || part.len() != 2 || start.contains('T') {
        return Err(WhenError::Malformed);
    }
    Ok(format!("{stem}-{last}"))
}

/// `27 Jan` before `2 Feb 2022`, `January` before `February 2022`, `5` before `7 January 2022`: with what the second
/// has and the first has not.
fn completed(first: &str, last: &str) -> Option<String> {
    let (of_first, of_last) = (parts(first), parts(last));
    let year = of_last
        .iter()
        .find(|part| part.len() == 4 && is_digits(part))?;
    let month = |words: &[&str]| {
        (0..words.len()).find_map(|at| names::month(words.get(at..)?).map(|(month, _)| month))
    };
    let day = |words: &[&str]| {
        let mut days = words
            .iter()
            .filter(|part| part.len() <= 2 && is_digits(part));
        days.next().map(|day| (*day).to_owned())
    };
    let has_year = of_first
        .iter()
        .any(|part| part.len() == 4 && is_digits(part));
    let is_bare_day = of_first
        .iter()
        .all(|part| is_digits(part) || matches!(*part, "er" | "st" | "nd" | "rd" | "th"));
    let month = month(&of_first).or_else(|| month(&of_last).filter(|_| is_bare_day))?;
    match (day(&of_first), day(&of_last)) {
        _ if has_year => None,
        (Some(day), Some(_)) => Some(padded(year, &month.to_string(), &day)),
        (None, None) => Some(format!("{year}-{month:02}")),
        _ => None,
    }
}

/// `5-7 January 2022`.
fn days_of_month(text: &str) -> Option<String> {
    let (first, last) = text.split_once('-')?;
    if first.len() > 2 || !is_digits(first) {
        return None;
    }
    both(first, last.trim(), None).ok()
}

/// A range as `PostGIS` writes it: `[2022-01-05,2022-01-08)` ends before its second date.
pub(super) fn of_database(
    text: &str,
    order: Option<DateOrder>,
) -> Option<Result<String, WhenError>> {
    let has_first = text.starts_with('[');
    let inside = text.strip_prefix(['[', '('])?;
    let has_last = inside.ends_with(']');
    let inside = inside.strip_suffix([']', ')'])?;
    let (first, last) = inside.split_once(',')?;
    let read = |text: &str| match text.trim().trim_matches('"') {
        "" | "infinity" | "-infinity" => Ok(None),
        text => one(text, order).map(Some),
    };
    let (first, last) = match (read(first), read(last)) {
        (Ok(first), Ok(last)) => (first, last),
        (Err(error), _) | (_, Err(error)) => return Some(Err(error)),
    };
    let start = match first {
        Some(first) if has_first => Some(first),
        Some(first) => Some(beside(&first, true)?),
        None => None,
    };
    let end = match last {
        Some(last) if has_last => Some(last),
        Some(last) => Some(beside(&last, false)?),
        None => None,
    };
    let open = || "..".to_owned();
    Some(Ok(match (start, end) {
        (None, None) => return Some(Err(WhenError::Malformed)),
        (Some(start), Some(end)) if start == end => start,
        (start, end) => format!(
            "{}/{}",
            start.unwrap_or_else(open),
            end.unwrap_or_else(open)
        ),
    }))
}

/// The day or the second behind or before a date of a day or finer.
fn beside(edtf: &str, is_behind: bool) -> Option<String> {
    let when = When::parse(edtf).ok()?;
    let DateShape::Date(date) = when.shape() else {
        return None;
    };
    let second = if is_behind {
        date.stated.latest.checked_add(1)?
    } else {
        date.stated.earliest.checked_sub(1)?
    };
    match date.precision {
        DatePrecision::Day => Some(day_of(second).to_string()),
        DatePrecision::Minute | DatePrecision::Second => Some(iso_second(second)),
        _ => None,
    }
}
