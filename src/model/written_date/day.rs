//! Days, months and years in the forms that files write them.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::{
    letters::{is_digits, parts},
    names,
};
use crate::model::{date::WhenError, date_order::DateOrder};

/// What was found; `None` where a text has another form.
type Found = Option<Result<String, WhenError>>;

/// The EDTF of a day, a month, a week or a year.
pub(super) fn read(text: &str, order: Option<DateOrder>) -> Found {
    let text = text.trim_end_matches([',', '.']);
    let text = whole_number(text);
    in_groups(text, order)
        .or_else(|| week(text).map(Ok))
        .or_else(|| quarter(text).map(Ok))
        .or_else(|| day_of_year(text).map(Ok))
        .or_else(|| compact(text).map(Ok))
        .or_else(|| is_day_number(text).then_some(Err(WhenError::DayNumber)))
        .or_else(|| in_words(text))
}

/// `2022.0`, as a number of another kind is written, without what it is not.
fn whole_number(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, zeros)) if is_digits(whole) && is_digits(zeros) && whole.len() >= 4 => {
            let is_zero = zeros.bytes().all(|digit| digit == b'0');
            if is_zero { whole } else { text }
        }
        _ => text,
    }
}

/// Two or three groups of digits with one mark between them.
fn in_groups(text: &str, order: Option<DateOrder>) -> Found {
    let mark = text.chars().find(|letter| !letter.is_ascii_digit());
    let Some(mark) = mark.filter(|mark| matches!(mark, '/' | '-' | '.' | ' ')) else {
        // `2022`, where it had a fraction of nothing.
        return (text.len() == 4 && is_digits(text)).then(|| Ok(text.to_owned()));
    };
    let groups: Vec<&str> = text.split(mark).map(str::trim).collect();
    if !groups
        .iter()
        .all(|group| is_digits(group) && group.len() <= 4)
    {
        return None;
    }
    let is_short = |group: &str| group.len() <= 2;
    match *groups.as_slice() {
        [year, month, day] if year.len() == 4 && is_short(month) && is_short(day) => {
            Some(Ok(padded(year, month, day)))
        }
        [first, second, year] if is_short(first) && is_short(second) => {
            numeric(first, second, year, order)
        }
        // `2022.01` may be a number.
        [year, month] if year.len() == 4 && is_short(month) && mark != '.' => {
            Some(month_of(year, month))
        }
        [month, year] if year.len() == 4 && is_short(month) => Some(month_of(year, month)),
        _ => None,
    }
}

fn month_of(year: &str, month: &str) -> Result<String, WhenError> {
    let number: u8 = month.parse().map_err(|_| WhenError::Malformed)?;
    if (1..=12).contains(&number) {
        Ok(format!("{year}-{number:02}"))
    } else {
        Err(WhenError::NoSuchDate)
    }
}

/// `05/01/2022` in the order that somebody has said, else in the only one that the calendar has.
fn numeric(first: &str, second: &str, year: &str, order: Option<DateOrder>) -> Found {
    if year.len() == 4 && !DateOrder::is_in_any(first, second) {
        return Some(Err(WhenError::NoSuchDate));
    }
    let order = order.or_else(|| {
        let number = |group: &str| group.parse::<u8>().unwrap_or_default();
        match (number(first), number(second)) {
            _ if year.len() != 4 => None,
            (day @ 13..=31, month) if month <= 12 && day > month => Some(DateOrder::Dmy),
            (month, 13..=31) if month <= 12 => Some(DateOrder::Mdy),
            (day, month) if day == month => Some(DateOrder::Dmy),
            _ => None,
        }
    });
    let (day, month) = match order {
        None => return Some(Err(WhenError::Ambiguous)),
        Some(DateOrder::Dmy) => (first, second),
        Some(DateOrder::Mdy) => (second, first),
    };
    // A year of two digits may be in any century.
    (year.len() == 4).then(|| Ok(padded(year, month, day)))
}

pub(super) fn padded(year: &str, month: &str, day: &str) -> String {
    format!("{year}-{month:0>2}-{day:0>2}")
}

/// `2022-W05`, whose day may be any of seven, or `2022-W05-3`.
fn week(text: &str) -> Option<String> {
    let (year, rest) = text.split_at_checked(4)?;
    let rest = rest.strip_prefix('-').unwrap_or(rest).strip_prefix('w')?;
    let (week, day) = rest.split_at_checked(2)?;
    let day = day.strip_prefix('-').unwrap_or(day);
    if !is_digits(year) || !is_digits(week) || !(day.is_empty() || is_digits(day)) {
        return None;
    }
    let (year, week) = (year.parse().ok()?, week.parse().ok()?);
    let of_week = |day| ISOWeekDate::new(year, week, day).ok().map(Date::from);
    if !day.is_empty() {
        let day = Weekday::from_monday_one_offset(day.parse().ok()?).ok()?;
        return of_week(day).map(|day| day.to_string());
    }
    let (first, last) = (of_week(Weekday::Monday)?, of_week(Weekday::Sunday)?);
    Some(format!("[{first}..{last}]"))
}

/// `2022-Q1` and `Q1 2022`, which is `T1 2022` in French: some day of three months.
fn quarter(text: &str) -> Option<String> {
    let begins = text.starts_with(['q', 't']);
    let (year, quarter) = if begins {
        let (quarter, year) = text.split_at_checked(2)?;
        (year, quarter)
    } else {
        let (year, quarter) = text.split_at_checked(text.len().checked_sub(2)?)?;
        (year, quarter.strip_prefix('q').map(|_| quarter)?)
    };
    let year = year.trim_matches([' ', '-', '/']);
    let number: u8 = quarter.get(1..)?.parse().ok()?;
    let is_one = year.len() == 4 && is_digits(year) && (1..=4).contains(&number);
    is_one.then(|| format!("{year}-{}", 32 + number))
}

/// `2022-005`: the fifth day of the year.
fn day_of_year(text: &str) -> Option<String> {
    let (year, day) = text.split_once('-')?;
    if year.len() != 4 || day.len() != 3 || !is_digits(year) || !is_digits(day) {
        return None;
    }
    let first = Date::new(year.parse().ok()?, 1, 1).ok()?;
    let number: i16 = day.parse().ok()?;
    let day = first.with().day_of_year(number).build().ok()?;
    Some(day.to_string())
}

/// `20220105`.
fn compact(text: &str) -> Option<String> {
    if text.len() != 8 || !is_digits(text) {
        return None;
    }
    Some(padded(text.get(..4)?, text.get(4..6)?, text.get(6..)?))
}

/// The days of the years 1954 to 2064 as a spreadsheet counts them.
fn is_day_number(text: &str) -> bool {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let is_number = whole.len() == 5 && text.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    is_number
        && whole
            .parse()
            .is_ok_and(|days| (20_000..=60_000).contains(&days))
}

/// Catalogue in a date that say nothing of when: articles, endings of numbers, "of the year".
const FILLERS: [&str; 27] = [
    "le",
    "the",
    "of",
    "de",
    "du",
    "d",
    "l",
    "er",
    "st",
    "nd",
    "rd",
    "th",
    "eme",
    "on",
    "an",
    "annee",
    "year",
    "في",
    "من",
    "شهر",
    "عام",
    "سنه",
    "لعام",
    "لسنه",
    "يوم",
    "ميلادي",
    "ميلاديه",
];

/// What stands behind a year of this calendar.
const ERAS: [&str; 5] = ["م", "ad", "ce", "apr", "ap"];

/// `31 January 2023`, `January 31st, 2023`, `lundi 2 janv. 2023`, `كانون الثاني/يناير 2023`.
fn in_words(text: &str) -> Found {
    let words = parts(text);
    let mut rest = words.as_slice();
    let (mut months, mut weekday) = (Vec::new(), None);
    let (mut years, mut days) = (Vec::new(), Vec::new());
    let (mut has_era, mut needs_day) = (false, false);
    while let [word, behind @ ..] = rest {
        let mut taken = 1;
        if is_digits(word) {
            match word.len() {
                4 => years.push(*word),
                1 | 2 => days.push(*word),
                _ => return None,
            }
        } else if let Some(day) = names::weekday(word).filter(|_| is_weekday(word, behind)) {
            weekday = Some(day);
        } else if let Some((month, length)) = names::month(rest) {
            months.push(month);
            taken = length;
        } else if let Some((month, length)) = names::libyan_month(rest) {
            months.push(month);
            taken = length;
            needs_day = true;
        } else if names::is_hijri(word) {
            return Some(Err(WhenError::OtherCalendar));
        } else if ERAS.contains(word) && !years.is_empty() {
            has_era = true;
        } else if FILLERS.contains(word) {
            has_era |= matches!(*word, "عام" | "سنه" | "لعام" | "لسنه");
        } else {
            return None;
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    // One month by its names in two traditions is one.
    months.dedup();
    match (years.as_slice(), months.as_slice(), days.as_slice()) {
        ([year], [month], [day]) => {
            Some(on_weekday(padded(year, &month.to_string(), day), weekday))
        }
        ([year], [month], []) if weekday.is_none() && !needs_day => {
            Some(Ok(format!("{year}-{month:02}")))
        }
        ([year], [], []) if has_era && weekday.is_none() => Some(Ok((*year).to_owned())),
        _ => None,
    }
}

/// Whether a word stands for a day of the week; `mar` is March too, but not before another month.
fn is_weekday(word: &str, behind: &[&str]) -> bool {
    word != "mar"
        || (0..behind.len()).any(|at| names::month(behind.get(at..).unwrap_or_default()).is_some())
}

/// The day, unless it is another day of the week than the text says.
fn on_weekday(day: String, weekday: Option<usize>) -> Result<String, WhenError> {
    let Some(weekday) = weekday else {
        return Ok(day);
    };
    let date: Date = day.parse().map_err(|_| WhenError::NoSuchDate)?;
    let is_it = usize::try_from(date.weekday().to_monday_one_offset()) == Ok(weekday);
    is_it.then_some(day).ok_or(WhenError::NoSuchDate)
}
