//! What a file does not say of its dates and somebody has: the zone of times of day, the century of short years.

use std::borrow::Cow;

use jiff::{
    civil::DateTime,
    tz::{AmbiguousOffset, Offset, TimeZone},
};
use serde::{Deserialize, Serialize};

use super::{Field, Mapping};
use crate::model::{date::WhenError, issue::IssueKind, when::When, written_date::edtf_text};

/// The zone of times of day that name none: one of the time zone database, or an offset from UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(Box<str>);

impl Zone {
    /// The zone called `name`, such as `Africa/Bamako`, `+01:00` or `UTC`; `None` where there is no such zone.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let zone = Self(name.trim().into());
        zone.rules().map(|_| zone)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }

    fn rules(&self) -> Option<TimeZone> {
        match &*self.0 {
            "Z" | "z" | "UTC" | "GMT" => Some(TimeZone::UTC),
            name if name.starts_with(['+', '-']) => Some(TimeZone::fixed(offset(name)?)),
            name => TimeZone::get(name).ok(),
        }
    }

    /// The offset that holds at a time of day there, as EDTF writes it; none where the clock was put forward or back
    /// at that time, or where it has seconds.
    fn offset_at(&self, local: DateTime) -> Option<String> {
        let ambiguous = self.rules()?.to_ambiguous_timestamp(local).offset();
        let AmbiguousOffset::Unambiguous { offset } = ambiguous else {
            return None;
        };
        let seconds = offset.seconds();
        let (sign, all) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
        match (all, all % 60) {
            (0, _) => Some("Z".to_owned()),
            (all, 0) => Some(format!("{sign}{:02}:{:02}", all / 3600, all / 60 % 60)),
            _ => None,
        }
    }
}

/// The offset that is written as `+01:00`, `+0100` or `+01`, within a day.
fn offset(text: &str) -> Option<Offset> {
    let digits: String = text
        .chars()
        .skip(1)
        .filter(|letter| *letter != ':')
        .collect();
    let has_form = match text.find(':') {
        Some(colon) => colon == 3 && digits.len() == 4,
        None => matches!(digits.len(), 2 | 4),
    };
    let is_written = has_form && digits.bytes().all(|it| it.is_ascii_digit());
    let number = |part: Option<&str>| part.unwrap_or("0").parse::<i32>().ok();
    let hours = number(digits.get(..2))?;
    let minutes = number(digits.get(2..4).filter(|part| !part.is_empty()))?;
    if !is_written || hours > 18 || minutes > 59 {
        return None;
    }
    let seconds = (hours * 60 + minutes) * 60;
    let sign = if text.starts_with('-') { -1 } else { 1 };
    Offset::from_seconds(sign * seconds).ok()
}

impl TryFrom<String> for Zone {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::named(&name).ok_or(name)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.0.into()
    }
}

/// The century of years that are written with two digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Century(u8);

impl Century {
    /// The centuries that are offered.
    pub const OFFERED: [Self; 2] = [Self(19), Self(20)];

    /// The century that begins with a year such as `1900`, which may be written without its zeros.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        let hundreds = match text.len() {
            4 => text.strip_suffix("00")?,
            2 => text,
            _ => return None,
        };
        hundreds.parse().ok().map(Self)
    }

    /// Its first year.
    #[must_use]
    pub const fn first_year(self) -> u16 {
        self.0 as u16 * 100
    }

    /// The date with a whole year where it has a short one.
    fn expanded(self, written: &str) -> Cow<'_, str> {
        match short_year(written) {
            Some(at) => {
                let (before, year) = written.split_at_checked(at).unwrap_or((written, ""));
                Cow::Owned(format!("{before}{:02}{year}", self.0))
            }
            None => Cow::Borrowed(written),
        }
    }
}

/// Where the year of a date stands that is written with two digits: `05/01/22`, `5 Jan 22`.
fn short_year(written: &str) -> Option<usize> {
    const MARKS: [char; 5] = ['/', '.', '-', ' ', '’'];
    let text = written.trim_end();
    let day = text
        .split([' ', 'T'])
        .next()
        .filter(|day| day.contains(['/', '.', '-']));
    let day = day.unwrap_or(text);
    let (before, year) = day.rsplit_once(MARKS)?;
    let parts: Vec<&str> = before
        .split(MARKS)
        .filter(|part| !part.is_empty())
        .collect();
    let is_short = |part: &str| part.len() <= 2 && part.bytes().all(|it| it.is_ascii_digit());
    let has_word = parts
        .iter()
        .any(|part| part.chars().all(char::is_alphabetic));
    let are_days = match parts.as_slice() {
        [first, second] => {
            (is_short(first) || is_short(second))
                && (has_word || is_short(first) && is_short(second))
        }
        [_] => has_word,
        _ => false,
    };
    let is_year = year.len() == 2 && is_short(year) && are_days;
    is_year.then(|| day.len() - year.len())
}

impl Mapping {
    /// The EDTF text of what the file has as a date, by all that is known and said of the file.
    ///
    /// # Errors
    /// What keeps it from being one; never a guess.
    pub fn edtf<'a>(&self, written: &'a str) -> Result<Cow<'a, str>, WhenError> {
        let whole = match self.century {
            Some(century) => century.expanded(written),
            None => Cow::Borrowed(written),
        };
        match edtf_text(&whole, self.date_order) {
            Err(WhenError::NoZone) if self.zone.is_some() => {
                self.local(&whole).map(Cow::Owned).ok_or(WhenError::NoZone)
            }
            Ok(Cow::Borrowed(text)) => match whole {
                // It is part of what was written itself.
                Cow::Borrowed(written) => Ok(Cow::Borrowed(within(written, text))),
                Cow::Owned(_) => Ok(Cow::Owned(text.to_owned())),
            },
            Ok(Cow::Owned(text)) => Ok(Cow::Owned(text)),
            Err(error) => Err(error),
        }
    }

    /// What is wrong with a date that [`Mapping::edtf`] refuses: most of all that its year has two digits, where nothing
    /// else is to be said first.
    #[must_use]
    pub fn refusal(&self, error: WhenError, written: &str) -> IssueKind {
        let asks_for_order = error == WhenError::Ambiguous && self.date_order.is_none();
        let may_be_short = matches!(error, WhenError::Malformed | WhenError::Ambiguous);
        let is_short = self.century.is_none() && short_year(written).is_some();
        if may_be_short && is_short && !asks_for_order {
            IssueKind::DateShortYear
        } else {
            error.into()
        }
    }

    /// The EDTF text of a time of day, or of an interval of such, in the zone of the file.
    fn local(&self, written: &str) -> Option<String> {
        let zone = self.zone.as_ref()?;
        let moment = |text: &str| {
            // As if it were UTC, to have it in the form of EDTF.
            let as_utc = [format!("{text}Z"), format!("{text} UTC")];
            let mut read = as_utc
                .iter()
                .filter_map(|text| edtf_text(text, self.date_order).ok());
            let read = read.find(|text| text.ends_with('Z') && text.contains('T'))?;
            let local = read.trim_end_matches('Z');
            let offset = zone.offset_at(local.parse().ok()?)?;
            Some(format!("{local}{offset}"))
        };
        let side = |text: &str| match edtf_text(text, self.date_order) {
            Ok(text) => Some(text.into_owned()),
            Err(_) => moment(text),
        };
        moment(written).or_else(|| {
            let (first, last) = written.split_once('/')?;
            let text = format!("{}/{}", side(first)?, side(last)?);
            When::parse(&text).ok().map(|_| text)
        })
    }

    /// The text of a date that stands in `field`: that of its property, or of its parts put together. `get` gives the
    /// text of a property.
    pub(in crate::model) fn written<'a>(
        &self,
        field: Field,
        get: impl Fn(&str) -> Option<Cow<'a, str>>,
    ) -> Option<Cow<'a, str>> {
        match self.properties(field) {
            [] => None,
            [name] => get(name),
            parts => {
                let part = |at: usize| parts.get(at).and_then(|name| get(name));
                joined([part(0), part(1), part(2)])
            }
        }
    }
}

/// `text` where it stands in `written`.
fn within<'a>(written: &'a str, text: &str) -> &'a str {
    let at = written.find(text).unwrap_or_default();
    written.get(at..at + text.len()).unwrap_or(written)
}

/// One text of a year, a month and a day; what is empty or 0 is not known.
fn joined<'a>(parts: [Option<Cow<'_, str>>; 3]) -> Option<Cow<'a, str>> {
    let [year, month, day] = parts.map(|part| {
        let part = part.unwrap_or_default();
        let part = part.trim();
        let part = part.strip_suffix(".0").unwrap_or(part);
        let is_nothing = part.bytes().all(|digit| digit == b'0');
        (!is_nothing).then(|| part.to_owned())
    });
    let is_number = |part: &String| part.bytes().all(|it| it.is_ascii_digit());
    let year = year?;
    let text = match (month, day) {
        (None, _) => year,
        (Some(month), None) if is_number(&month) => format!("{year}-{month:0>2}"),
        (Some(month), None) => format!("{month} {year}"),
        (Some(month), Some(day)) if is_number(&month) => format!("{year}-{month:0>2}-{day:0>2}"),
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
    };
    Some(Cow::Owned(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DateOrder;

    fn read(mapping: &Mapping, text: &str) -> Result<String, WhenError> {
        mapping.edtf(text).map(Cow::into_owned)
    }

    #[test]
    fn a_time_of_day_is_read_in_the_zone_of_the_file() {
        let mut mapping = Mapping::default();
        assert_eq!(read(&mapping, "2022-07-05 14:30"), Err(WhenError::NoZone));
        for (zone, edtf) in [
            ("Africa/Bamako", "2022-07-05T14:30Z"),
            ("Africa/Niamey", "2022-07-05T14:30+01:00"),
            ("Europe/Paris", "2022-07-05T14:30+02:00"),
            ("-05:30", "2022-07-05T14:30-05:30"),
        ] {
            mapping.zone = Zone::named(zone);
            assert_eq!(
                read(&mapping, "2022/07/05 14:30").as_deref(),
                Ok(edtf),
                "{zone}"
            );
        }
        mapping.zone = Zone::named("Europe/Paris");
        // An hour that the clock showed twice, and one that it left out.
        assert!(read(&mapping, "2022-10-30 02:30").is_err());
        assert!(read(&mapping, "2022-03-27 02:30").is_err());
        assert_eq!(read(&mapping, "2022-03-27").as_deref(), Ok("2022-03-27"));
        let interval = read(&mapping, "2022-01-05T14:30/2022-07-06T10:00");
        assert_eq!(
            interval.as_deref(),
            Ok("2022-01-05T14:30+01:00/2022-07-06T10:00+02:00")
        );
        for wrong in ["Africa/Nowhere", "", "+25", "1", "+1:0"] {
            assert_eq!(Zone::named(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_short_year_is_read_in_the_century_of_the_file() {
        let mut mapping = Mapping {
            date_order: Some(DateOrder::Dmy),
            ..Mapping::default()
        };
        let refusal = |text: &str| mapping.refusal(mapping.edtf(text).unwrap_err(), text);
        for short in ["05/01/22", "5 Jan 22", "14.3.21"] {
            assert_eq!(refusal(short), IssueKind::DateShortYear, "{short}");
        }
        assert_eq!(refusal("soon"), IssueKind::DateMalformed);
        assert!(read(&mapping, "05/01/22").is_err());
        mapping.century = Century::named("1900");
        assert_eq!(read(&mapping, "05/01/22").as_deref(), Ok("1922-01-05"));
        mapping.century = Century::named("20");
        assert_eq!(read(&mapping, "5.1.22").as_deref(), Ok("2022-01-05"));
        assert_eq!(read(&mapping, "5 Jan 22").as_deref(), Ok("2022-01-05"));
        assert_eq!(read(&mapping, "5/1/1999").as_deref(), Ok("1999-01-05"));
        for wrong in ["2001", "x", "", "1", "200"] {
            assert_eq!(Century::named(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_year_a_month_and_a_day_are_one_date() {
        let mut mapping = Mapping::default();
        mapping.set_parts(Field::Date, &["y", "m", "d"]);
        let read = |parts: [&str; 3]| {
            let get = |name: &str| {
                let at = ["y", "m", "d"].iter().position(|it| *it == name)?;
                parts.get(at).map(|text| Cow::Borrowed(*text))
            };
            mapping.written(Field::Date, get).map(Cow::into_owned)
        };
        assert_eq!(read(["2022", "1", "5"]).as_deref(), Some("2022-01-05"));
        assert_eq!(read(["2022.0", "1.0", ""]).as_deref(), Some("2022-01"));
        assert_eq!(read(["2022", "0", "0"]).as_deref(), Some("2022"));
        assert_eq!(
            read(["2022", "January", "5"]).as_deref(),
            Some("5 January 2022")
        );
        assert_eq!(read(["2022", "mars", ""]).as_deref(), Some("mars 2022"));
        assert_eq!(read(["", "1", "5"]), None);
    }
}
