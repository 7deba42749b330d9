//! From EDTF text to its meaning.
//!
//! The grammar of dates is `edtf-core`'s; the widening of `~`, times of day and the refusals are the
//! profile's and win where the two differ. Of level 2 the bounds are read.

use edtf_core::{Bound, BoundDate, DateField, Edtf, Qualifier, SetElement, SetKind, YearKind};
use jiff::{ToSpan, civil};

use super::{
    bounds::{Bounds, DAY, Second, day_of, start_of_day},
    date::{Date, DatePrecision, DateShape, Endpoint, WhenError},
    date_order::DateOrder,
};

/// Days by which `~` widens a day, on each side.
const APPROXIMATE_DAYS: i64 = 3;

/// Reads a date, an interval or a set.
pub(super) fn parse(text: &str) -> Result<DateShape, WhenError> {
    if let Some(day) = plain_day(text) {
        return Ok(DateShape::Date(whole_day(day)));
    }
    if text.trim().is_empty() {
        return Err(WhenError::Empty);
    }
    if let Some(error) = by_number(text) {
        return Err(error);
    }
    let read = if text.starts_with(['[', '{']) {
        set(text)
    } else {
        match text.split_once('/') {
            None => date(text).map(DateShape::Date),
            Some((start, end)) => interval(start, end),
        }
    };
    match read {
        Err(WhenError::Malformed) if edtf_core::is_valid(text) => Err(WhenError::Unread),
        read => read,
    }
}

/// Whether a text as it is written is EDTF of which only the bounds are read.
pub(super) fn is_bounds_only(written: &str) -> bool {
    parse(written.trim()).is_ok_and(|shape| shape.is_bounds_only())
}

/// What is wrong with `03/04/2022`, `3-4-22`, `31.31.2022`: three groups of digits that do not begin with a year.
fn by_number(text: &str) -> Option<WhenError> {
    let is_digits =
        |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    ['/', '-', '.'].into_iter().find_map(|separator| {
        let mut groups = text.split(separator);
        let (first, second, year) = (groups.next()?, groups.next()?, groups.next()?);
        let is_date = groups.next().is_none()
            && first.len() <= 2
            && [first, second, year].into_iter().all(is_digits);
        is_date.then(|| {
            if year.len() == 4 && !DateOrder::is_in_any(first, second) {
                WhenError::NoSuchDate
            } else {
                WhenError::Ambiguous
            }
        })
    })
}

fn interval(start: &str, end: &str) -> Result<DateShape, WhenError> {
    let (start, end) = (endpoint(start)?, endpoint(end)?);
    match (start.date(), end.date()) {
        (None, None) => Err(WhenError::Malformed),
        (Some(first), Some(last)) if last.stated.latest < first.stated.earliest => {
            Err(WhenError::Reversed)
        }
        _ => Ok(DateShape::Interval { start, end }),
    }
}

fn endpoint(text: &str) -> Result<Endpoint, WhenError> {
    match text {
        "" => Ok(Endpoint::Unknown),
        ".." => Ok(Endpoint::Open),
        _ => date(text).map(Endpoint::Date),
    }
}

/// `[2022-01,2022-03]`: one of them, so a date somewhere in their bounds; `{2022-01,2022-03}`: all of them,
/// so an interval.
fn set(text: &str) -> Result<DateShape, WhenError> {
    let Ok(Edtf::Set(set)) = Edtf::parse(text) else {
        return Err(WhenError::Malformed);
    };
    let is_gapped = set.elements.len() > 1;
    let mut ends = (None::<Endpoint>, None::<Endpoint>);
    for element in set.elements {
        let dated = |date| of_core(date).map(Endpoint::Date);
        let (first, last) = match element {
            SetElement::Date(date) => (dated(date)?, dated(date)?),
            SetElement::OnOrBefore(date) => (Endpoint::Open, dated(date)?),
            SetElement::OnOrAfter(date) => (dated(date)?, Endpoint::Open),
            SetElement::Range(first, last) => (dated(first)?, dated(last)?),
        };
        let earliest = |it: &Endpoint| it.date().map_or(Second::MIN, |it| it.bounds.earliest);
        let latest = |it: &Endpoint| it.date().map_or(Second::MAX, |it| it.bounds.latest);
        if ends
            .0
            .is_none_or(|known| earliest(&first) < earliest(&known))
        {
            ends.0 = Some(first);
        }
        if ends.1.is_none_or(|known| latest(&last) > latest(&known)) {
            ends.1 = Some(last);
        }
    }
    let (mut start, mut end) = ends.0.zip(ends.1).ok_or(WhenError::Malformed)?;
    if is_gapped {
        for date in [&mut start, &mut end] {
            if let Endpoint::Date(date) = date {
                date.is_bounds_only = true;
            }
        }
    }
    match (start, end) {
        (Endpoint::Date(first), Endpoint::Date(last)) if first == last => {
            Ok(DateShape::Date(first))
        }
        (Endpoint::Date(first), Endpoint::Date(last)) if set.kind == SetKind::OneMember => {
            Ok(DateShape::Date(Date {
                stated: first.stated.union(&last.stated),
                bounds: first.bounds.union(&last.bounds),
                precision: DatePrecision::Days,
                approximate: first.approximate || last.approximate,
                uncertain: first.uncertain || last.uncertain,
                is_bounds_only: first.is_bounds_only || last.is_bounds_only,
            }))
        }
        (Endpoint::Date(first), Endpoint::Date(last))
            if last.stated.latest < first.stated.earliest =>
        {
            Err(WhenError::Reversed)
        }
        _ => Ok(DateShape::Interval { start, end }),
    }
}

fn date(text: &str) -> Result<Date, WhenError> {
    if let Some(day) = plain_day(text) {
        return Ok(whole_day(day));
    }
    match text.split_once(['T', 't']) {
        Some((day, time)) => date_time(day, time),
        None => match Edtf::parse(text) {
            Ok(Edtf::Date(date)) => of_core(date).map(|date| Date {
                // A qualifier in front is of level 2, whatever it comes to.
                is_bounds_only: date.is_bounds_only || text.starts_with(['~', '?', '%']),
                ..date
            }),
            Err(_) if has_shape_of_date(text) => Err(WhenError::NoSuchDate),
            _ => Err(WhenError::Malformed),
        },
    }
}

fn whole_day(day: civil::Date) -> Date {
    exact(Bounds::of_days(day, day), DatePrecision::Day)
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

/// A date that `edtf-core` has read; [`WhenError::Unread`] where no calendar names its bounds.
fn of_core(date: edtf_core::Date) -> Result<Date, WhenError> {
    let bounds = Edtf::Date(date).bounds();
    let (Bound::Date(first), Bound::Date(last)) = (bounds.earliest, bounds.latest) else {
        return Err(WhenError::Unread);
    };
    let stated = Bounds::of_days(civil_date(first)?, civil_date(last)?);
    let precision = precision(&date);
    let approximate = approximate_part(&date, precision);
    Ok(Date {
        stated,
        bounds: approximate.map_or(stated, |part| widen(stated, part)),
        precision: approximate.unwrap_or(precision),
        approximate: approximate.is_some(),
        uncertain: date.is_uncertain(),
        is_bounds_only: Edtf::Date(date).level() == 2,
    })
}

/// How finely a date is stated.
fn precision(date: &edtf_core::Date) -> DatePrecision {
    let of_year = match date.year.kind {
        YearKind::Standard { digits, .. } => match digits.iter().position(Option::is_none) {
            None => DatePrecision::Year,
            Some(3) => DatePrecision::Decade,
            Some(_) => DatePrecision::Century,
        },
        YearKind::Big { .. } | YearKind::Exponential { .. } => DatePrecision::Year,
    };
    let of_year = match date.year.significant_digits {
        Some(..=2) => DatePrecision::Century,
        Some(3) => DatePrecision::Decade,
        _ => of_year,
    };
    let known = |part: Option<DateField>| part.and_then(DateField::value);
    match (known(date.month), date.day, known(date.day)) {
        _ if of_year != DatePrecision::Year => of_year,
        (None, ..) => DatePrecision::Year,
        (Some(21..), ..) => DatePrecision::Season,
        (Some(_), Some(_), Some(_)) => DatePrecision::Day,
        (Some(_), ..) => DatePrecision::Month,
    }
}

/// How coarse the part of a date is that is approximate: the whole of it where `~` stands behind it, the year
/// where that alone has it.
fn approximate_part(date: &edtf_core::Date, whole: DatePrecision) -> Option<DatePrecision> {
    let has = |qualifier: Qualifier| qualifier.approximate;
    let has_part = |part: Option<DateField>| part.map(|it| has(it.qualifier));
    let parts = (
        has(date.year.qualifier),
        has_part(date.month),
        has_part(date.day),
    );
    match parts {
        (false, None | Some(false), None | Some(false)) => None,
        (true, None, _) | (true, Some(true), None | Some(true)) => Some(whole),
        // The parts left of a `~` are one; a part with a `~` of its own is another.
        (true, Some(false), _) => Some(DatePrecision::Year.max(whole)),
        (_, Some(true), _) => Some(DatePrecision::Month.max(whole)),
        (false, _, Some(true)) => Some(DatePrecision::Day.max(whole)),
    }
}

/// Whether digits and unknown digits stand where a date has them.
fn has_shape_of_date(text: &str) -> bool {
    let body = text.strip_suffix(['~', '?', '%']).unwrap_or(text);
    let body = body.strip_prefix('-').unwrap_or(body);
    let is_group = |group: &str, length: usize| {
        let mut bytes = group.bytes();
        group.len() == length && bytes.all(|byte| byte.is_ascii_digit() || byte == b'X')
    };
    let mut groups = body.split('-');
    let has_year = groups.next().is_some_and(|year| is_group(year, 4));
    let (month, day) = (groups.next(), groups.next());
    let are_groups = [month, day].iter().flatten().all(|it| is_group(it, 2));
    has_year && are_groups && groups.next().is_none()
}

fn civil_date(date: BoundDate) -> Result<civil::Date, WhenError> {
    i16::try_from(date.year)
        .ok()
        .zip(i8::try_from(date.month).ok())
        .zip(i8::try_from(date.day).ok())
        .and_then(|((year, month), day)| civil::Date::new(year, month, day).ok())
        .ok_or(WhenError::Unread)
}

/// `~` widens a day by three days on each side and everything longer by its own length:
/// a month by one month, a season by as many as it has, a year by one year, a decade by ten.
fn widen(stated: Bounds, precision: DatePrecision) -> Bounds {
    let margin = match precision {
        DatePrecision::Second | DatePrecision::Minute | DatePrecision::Day => {
            APPROXIMATE_DAYS.days()
        }
        DatePrecision::Days => (stated.length() / DAY).max(APPROXIMATE_DAYS).days(),
        DatePrecision::Month => 1.month(),
        // Of three, four or six months.
        DatePrecision::Season => (stated.length() / (30 * DAY)).months(),
        DatePrecision::Year => 1.year(),
        DatePrecision::Decade => 10.years(),
        DatePrecision::Century => 100.years(),
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
    let day = plain_day(day).ok_or_else(|| {
        if day.len() == "2022-01-05".len() && has_shape_of_date(day) {
            WhenError::NoSuchDate
        } else {
            WhenError::Malformed
        }
    })?;
    if is_midnight(time) {
        return Ok(whole_day(day));
    }
    let (clock, offset) = split_offset(time)?;
    let (second, precision) = second_of_day(clock)?;
    let length = if precision == DatePrecision::Minute {
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

/// `00:00:00` without an offset, which is how many programs write that there is a day and no time.
pub(super) fn is_midnight(time: &str) -> bool {
    let is_zero = |group: &str| group.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let is_clock = time.starts_with("00:00") || time.starts_with("0:00");
    is_clock && time.split(':').all(is_zero)
}

/// The clock part and the offset from UTC in seconds.
fn split_offset(time: &str) -> Result<(&str, Second), WhenError> {
    if let Some(clock) = time.strip_suffix(['Z', 'z']) {
        return Ok((clock, 0));
    }
    let at = time.find(['+', '-']).ok_or(WhenError::NoZone)?;
    let (clock, offset) = time.split_at_checked(at).ok_or(WhenError::Malformed)?;
    let (sign, digits) = match offset.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, offset.strip_prefix('+').ok_or(WhenError::Malformed)?),
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(both) => both,
        None if digits.len() == 4 => digits.split_at_checked(2).unwrap_or((digits, "00")),
        None => (digits, "00"),
    };
    let (hours, minutes) = (two_digits(hours, 14)?, two_digits(minutes, 59)?);
    Ok((clock, sign * (hours * 3600 + minutes * 60)))
}

/// Seconds since midnight of `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff`. `24:00` is the midnight that ends the day; a
/// leap second is counted with the one before it.
fn second_of_day(clock: &str) -> Result<(Second, DatePrecision), WhenError> {
    let mut groups = clock.split(':');
    let mut next = |highest| groups.next().map(|group| two_digits(group, highest));
    let hours = next(24).ok_or(WhenError::Malformed)??;
    let minutes = next(59).ok_or(WhenError::Malformed)??;
    if hours == 24
        && clock
            .bytes()
            .skip(2)
            .any(|byte| (b'1'..=b'9').contains(&byte))
    {
        return Err(WhenError::NoSuchDate);
    }
    let whole_minutes = hours * 3600 + minutes * 60;
    let Some(seconds) = groups.next() else {
        return Ok((whole_minutes, DatePrecision::Minute));
    };
    let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    if groups.next().is_some()
        || fraction.is_empty()
        || !fraction.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Err(WhenError::Malformed);
    }
    let seconds = two_digits(seconds, 60)?.min(59);
    Ok((whole_minutes + seconds, DatePrecision::Second))
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

const fn exact(bounds: Bounds, precision: DatePrecision) -> Date {
    Date {
        stated: bounds,
        bounds,
        precision,
        approximate: false,
        uncertain: false,
        is_bounds_only: false,
    }
}
