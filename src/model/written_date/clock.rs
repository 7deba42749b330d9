//! The time of day that stands in a date, and its zone.

use crate::model::date::WhenError;

use super::letters::is_digits;

/// A time of day as EDTF writes it.
pub(super) struct TimeOfDay {
    /// `14:30`, `14:30:07` or `14:30:07.25`.
    pub(super) time: String,
    /// `Z` or `+01:00`; `None`: it has no zone.
    pub(super) offset: Option<String>,
}

/// The date in a plain text without its time of day, and that, if it has one.
///
/// # Errors
/// When the time or its zone cannot be read.
pub(super) fn split(text: &str) -> Result<(String, Option<TimeOfDay>), WhenError> {
    let Some((before, mut clock, behind)) = find(text) else {
        return Ok((text.to_owned(), None));
    };
    // `10:00 GMT+0000 (Coordinated Universal Time)`, `10:00+01:00[Europe/Paris]`.
    let bare = |text: &str| {
        let end = text.find(['(', '[']).filter(|at| *at > 0);
        text.get(..end.unwrap_or(text.len()))
            .unwrap_or(text)
            .trim()
            .to_owned()
    };
    let behind = bare(behind);
    let behind = half_of_day(&mut clock, &behind)?;
    let mut day = before.trim_end_matches([' ', ',', 't', '-']).to_owned();
    let mut zone = String::new();
    for word in behind.split(' ').filter(|word| !word.is_empty()) {
        // `Jan 5 10:00:00 2022`.
        if word.len() == 4 && is_digits(word) {
            day = format!("{day} {word}");
        } else {
            zone.push_str(word);
        }
    }
    for word in [" at", " a"] {
        let rest = day.strip_suffix(word).map(|rest| rest.trim_end().len());
        day.truncate(rest.unwrap_or(day.len()));
    }
    if day.is_empty() {
        return Err(WhenError::Malformed);
    }
    let offset = offset(&zone)?;
    Ok((
        day,
        Some(TimeOfDay {
            time: clock,
            offset,
        }),
    ))
}

/// The first `14:30`, `14:30:07.25` or `14h30` of a text, with what stands before and behind it.
fn find(text: &str) -> Option<(&str, String, &str)> {
    let bytes = text.as_bytes();
    let digits = |at: usize| {
        let rest = bytes.get(at..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    for at in 0..bytes.len() {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        let begins = before.is_none_or(|byte| matches!(byte, b' ' | b't' | b','));
        let hours = digits(at);
        let mark = bytes.get(at + hours);
        let minutes = at + hours + 1;
        let is_clock = begins
            && matches!(hours, 1..=2)
            && matches!(mark, Some(b':' | b'h'))
            && digits(minutes) == 2;
        if !is_clock {
            continue;
        }
        let mut time = format!(
            "{:0>2}:{}",
            text.get(at..at + hours)?,
            text.get(minutes..minutes + 2)?
        );
        let mut end = minutes + 2;
        if bytes.get(end) == Some(&b':') && digits(end + 1) == 2 {
            time.push_str(text.get(end..end + 3)?);
            end += 3;
            let fraction = digits(end + 1);
            if matches!(bytes.get(end), Some(b'.' | b',')) && fraction > 0 {
                time = format!("{time}.{}", text.get(end + 1..=end + fraction)?);
                end += 1 + fraction;
            }
        }
        return Some((text.get(..at)?, time, text.get(end..)?));
    }
    basic(text)
}

/// `20220105T143000Z`.
fn basic(text: &str) -> Option<(&str, String, &str)> {
    let (day, rest) = text.split_once('t')?;
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    if day.len() != 8 || !is_digits(day) || !matches!(length, 4 | 6) {
        return None;
    }
    let (hours, minutes) = (rest.get(..2)?, rest.get(2..4)?);
    let mut time = format!("{hours}:{minutes}");
    if length == 6 {
        time = format!("{time}:{}", rest.get(4..6)?);
    }
    Some((day, time, rest.get(length..)?))
}

/// Turns hours of half a day into those of a whole one, where the text behind begins with `am` or `pm`; what
/// stands behind that.
fn half_of_day<'a>(time: &mut String, behind: &'a str) -> Result<&'a str, WhenError> {
    const HALVES: [(&str, bool); 10] = [
        ("a.m.", false),
        ("p.m.", true),
        ("am", false),
        ("pm", true),
        ("صباحا", false),
        ("مساء", true),
        ("ظهرا", true),
        ("ص", false),
        ("م", true),
        ("ليلا", true),
    ];
    let find = |(word, is_late): &(&str, bool)| {
        let rest = behind.strip_prefix(word)?;
        (rest.is_empty() || rest.starts_with(' ')).then_some((rest.trim_start(), *is_late))
    };
    let Some((rest, is_late)) = HALVES.iter().find_map(find) else {
        return Ok(behind);
    };
    let (hours, others) = time.split_at_checked(2).ok_or(WhenError::Malformed)?;
    let hours: u8 = hours.parse().map_err(|_| WhenError::Malformed)?;
    if !(1..=12).contains(&hours) {
        return Err(WhenError::NoSuchDate);
    }
    let hours = hours % 12 + if is_late { 12 } else { 0 };
    *time = format!("{hours:02}{others}");
    Ok(rest)
}

/// `Z` or `+01:00` of a zone in its usual forms; `None` of nothing.
fn offset(zone: &str) -> Result<Option<String>, WhenError> {
    let rest = ["utc", "gmt", "ut"]
        .into_iter()
        .find_map(|name| zone.strip_prefix(name));
    let number = rest.unwrap_or(zone);
    match number {
        "" if rest.is_some() => return Ok(Some("Z".to_owned())),
        "" => return Ok(None),
        "z" => return Ok(Some("Z".to_owned())),
        _ => {}
    }
    let named = || {
        let is_name =
            |letter: char| letter.is_alphabetic() || matches!(letter, '/' | '_' | '-' | '+');
        let has_letters = zone.chars().any(char::is_alphabetic);
        if has_letters && zone.chars().all(|it| is_name(it) || it.is_ascii_digit()) {
            WhenError::ZoneNamed
        } else {
            WhenError::Malformed
        }
    };
    let sign = number
        .chars()
        .next()
        .filter(|sign| matches!(sign, '+' | '-'));
    let (sign, digits) = sign.zip(number.get(1..)).ok_or_else(named)?;
    let (hours, minutes) = match (digits.split_once(':'), digits.len()) {
        (Some(both), _) => both,
        (None, 4) => digits.split_at_checked(2).ok_or_else(named)?,
        (None, _) => (digits, "00"),
    };
    let is_short = matches!(hours.len(), 1 | 2) && minutes.len() == 2;
    if !is_short || !is_digits(hours) || !is_digits(minutes) {
        return Err(named());
    }
    Ok(Some(format!("{sign}{hours:0>2}:{minutes}")))
}
