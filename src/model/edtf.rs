//! From EDTF text to its meaning.
//!
//! The grammar of dates is `edtf-core`'s; the subset, the widening of `~`, times of day and the
//! refusals are the profile's and win where the two differ.

use edtf_core::{Bound, BoundDate, Edtf};
use jiff::{ToSpan, civil};

use super::{
    bounds::{Bounds, Second, day_of, start_of_day},
    when::{Date, Endpoint, Precision, Shape, WhenError},
};

/// Days by which `~` widens a day, on each side.
const APPROXIMATE_DAYS: i64 = 3;

/// Reads a date or an interval.
pub(super) fn parse(text: &str) -> Result<Shape, WhenError> {
    if text.trim().is_empty() {
        return Err(WhenError::Empty);
    }
    if has_ambiguous_order(text) {
        return Err(WhenError::Ambiguous);
    }
    match text.split_once('/') {
        None => date(text).map(Shape::Date),
        Some((start, end)) => interval(start, end),
    }
}

/// `03/04/2022`, `3-4-22`: three groups of digits that do not begin with a year.
fn has_ambiguous_order(text: &str) -> bool {
    ['/', '-', '.'].into_iter().any(|separator| {
        let groups: Vec<&str> = text.split(separator).collect();
        groups.len() == 3
            && groups.first().is_some_and(|group| group.len() <= 2)
            && groups
                .iter()
                .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

fn interval(start: &str, end: &str) -> Result<Shape, WhenError> {
    let (start, end) = (endpoint(start)?, endpoint(end)?);
    match (start.date(), end.date()) {
        (None, None) => Err(WhenError::Malformed),
        (Some(first), Some(last)) if last.stated.latest < first.stated.earliest => {
            Err(WhenError::Reversed)
        }
        _ => Ok(Shape::Interval { start, end }),
    }
}

fn endpoint(text: &str) -> Result<Endpoint, WhenError> {
    match text {
        "" => Ok(Endpoint::Unknown),
        ".." => Ok(Endpoint::Open),
        _ => date(text).map(Endpoint::Date),
    }
}

fn date(text: &str) -> Result<Date, WhenError> {
    if let Some(day) = plain_day(text) {
        return Ok(exact(Bounds::of_days(day, day), Precision::Day));
    }
    match text.split_once('T') {
        Some((day, time)) => date_time(day, time),
        None => qualified(text),
    }
}

/// `YYYY-MM-DD`, by far the most common form, without the full grammar.
fn plain_day(text: &str) -> Option<civil::Date> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_i16, |value, byte| {
            byte.is_ascii_digit()
                .then(|| value * 10 + i16::from(byte - b'0'))
        })
    };
    let month = i8::try_from(number(&[m1, m2])?).ok()?;
    let day = i8::try_from(number(&[d1, d2])?).ok()?;
    civil::Date::new(number(&[y1, y2, y3, y4])?, month, day).ok()
}

/// A date with unspecified digits, a season, or a qualifier on the whole.
fn qualified(text: &str) -> Result<Date, WhenError> {
    let (body, qualifier) = match text.strip_suffix(['~', '?', '%']) {
        Some(body) => (body, text.chars().next_back()),
        None => (text, None),
    };
    let approximate = matches!(qualifier, Some('~' | '%'));
    let (stated, precision) = unqualified(body)?;
    Ok(Date {
        stated,
        bounds: if approximate {
            widen(stated, precision)
        } else {
            stated
        },
        precision,
        approximate,
        uncertain: matches!(qualifier, Some('?' | '%')),
    })
}

fn unqualified(body: &str) -> Result<(Bounds, Precision), WhenError> {
    let precision = precision(body).ok_or(WhenError::Malformed)?;
    let parsed = Edtf::parse(body).map_err(|_| WhenError::NoSuchDate)?;
    let bounds = parsed.bounds();
    match (bounds.earliest, bounds.latest) {
        (Bound::Date(first), Bound::Date(last)) => {
            let bounds = Bounds::of_days(civil_date(first)?, civil_date(last)?);
            Ok((bounds, precision))
        }
        _ => Err(WhenError::Malformed),
    }
}

/// The precision that the shape of the text gives, or `None` where the form is not accepted.
fn precision(body: &str) -> Option<Precision> {
    let mut groups = body.split('-');
    let year = groups.next()?;
    let month = groups.next();
    let day = groups.next();
    let is_digits = |group: &str, length: usize| {
        group.len() == length
            && group
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'X')
    };
    if groups.next().is_some()
        || !is_digits(year, 4)
        || ![month, day]
            .into_iter()
            .flatten()
            .all(|group| is_digits(group, 2))
    {
        return None;
    }
    let known = |group: Option<&str>| group.is_some_and(|group| !group.contains('X'));
    match year.find('X') {
        Some(..=2) => return Some(Precision::Century),
        Some(_) => return Some(Precision::Decade),
        None => {}
    }
    if known(month) && known(day) {
        return Some(Precision::Day);
    }
    match month.filter(|_| known(month)) {
        None => Some(Precision::Year),
        Some("21" | "22" | "23" | "24") if day.is_none() => Some(Precision::Season),
        Some(month)
            if month
                .parse::<u8>()
                .is_ok_and(|month| (20..=41).contains(&month)) =>
        {
            None
        }
        Some(_) => Some(Precision::Month),
    }
}

fn civil_date(date: BoundDate) -> Result<civil::Date, WhenError> {
    i16::try_from(date.year)
        .ok()
        .zip(i8::try_from(date.month).ok())
        .zip(i8::try_from(date.day).ok())
        .and_then(|((year, month), day)| civil::Date::new(year, month, day).ok())
        .ok_or(WhenError::NoSuchDate)
}

/// `~` widens a day by three days on each side and everything longer by its own length:
/// a month by one month, a season by three months, a year by one year, a decade by ten.
fn widen(stated: Bounds, precision: Precision) -> Bounds {
    let margin = match precision {
        Precision::Second | Precision::Minute | Precision::Day => APPROXIMATE_DAYS.days(),
        Precision::Month => 1.month(),
        Precision::Season => 3.months(),
        Precision::Year => 1.year(),
        Precision::Decade => 10.years(),
        Precision::Century => 100.years(),
    };
    let first = day_of(stated.earliest);
    // The day after the last, so that the end of a month stays the end of a month.
    let after = day_of(stated.latest.saturating_add(1));
    let widened = Bounds::new(
        start_of_day(first.saturating_sub(margin)),
        start_of_day(after.saturating_add(margin)).saturating_sub(1),
    );
    // At the edges of the calendar there is no day after; what is stated stays inside all the same.
    widened.union(&stated)
}

fn date_time(day: &str, time: &str) -> Result<Date, WhenError> {
    let day = plain_day(day).ok_or_else(|| match precision(day) {
        Some(Precision::Day) => WhenError::NoSuchDate,
        _ => WhenError::Malformed,
    })?;
    let (clock, offset) = split_offset(time)?;
    let (second, precision) = second_of_day(clock)?;
    let length = if precision == Precision::Minute {
        60
    } else {
        1
    };
    let earliest = start_of_day(day) + second - offset;
    Ok(exact(
        Bounds::new(earliest, earliest + length - 1),
        precision,
    ))
}

/// The clock part and the offset from UTC in seconds.
fn split_offset(time: &str) -> Result<(&str, Second), WhenError> {
    if let Some(clock) = time.strip_suffix('Z') {
        return Ok((clock, 0));
    }
    let at = time.find(['+', '-']).ok_or(WhenError::NoZone)?;
    let (clock, offset) = time.split_at_checked(at).ok_or(WhenError::Malformed)?;
    let (sign, digits) = match offset.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, offset.strip_prefix('+').ok_or(WhenError::Malformed)?),
    };
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "00"));
    let (hours, minutes) = (two_digits(hours, 14)?, two_digits(minutes, 59)?);
    Ok((clock, sign * (hours * 3600 + minutes * 60)))
}

/// Seconds since midnight of `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff`.
fn second_of_day(clock: &str) -> Result<(Second, Precision), WhenError> {
    let mut groups = clock.split(':');
    let mut next = |highest| groups.next().map(|group| two_digits(group, highest));
    let hours = next(23).ok_or(WhenError::Malformed)??;
    let minutes = next(59).ok_or(WhenError::Malformed)??;
    let whole_minutes = hours * 3600 + minutes * 60;
    let Some(seconds) = groups.next() else {
        return Ok((whole_minutes, Precision::Minute));
    };
    let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    if groups.next().is_some()
        || fraction.is_empty()
        || !fraction.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Err(WhenError::Malformed);
    }
    Ok((whole_minutes + two_digits(seconds, 59)?, Precision::Second))
}

fn two_digits(group: &str, highest: Second) -> Result<Second, WhenError> {
    if group.len() != 2 || !group.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(WhenError::Malformed);
    }
    match group.parse() {
        Ok(value) if value <= highest => Ok(value),
        _ => Err(WhenError::NoSuchDate),
    }
}

const fn exact(bounds: Bounds, precision: Precision) -> Date {
    Date {
        stated: bounds,
        bounds,
        precision,
        approximate: false,
        uncertain: false,
    }
}
