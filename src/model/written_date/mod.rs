//! Dates as foreign files write them, to EDTF.
//!
//! Only what can mean one thing is taken: ISO 8601 in its usual variants, days with the month in
//! words, seconds since 1970. `03/04/2022` needs somebody to say which comes first.

use std::borrow::Cow;

use jiff::civil::Date;

use super::{
    bounds::{Second, end_of_day, iso_second, start_of_day},
    date::WhenError,
    date_order::DateOrder,
    when::When,
};

mod clock;
mod day;
mod epoch;
pub(crate) mod letters;
pub(crate) mod names;
mod ongoing;
mod range;

pub use self::{epoch::EpochUnit, ongoing::means_ongoing};

/// The EDTF text of what a foreign file has as a date; `order` is that of numeric dates.
///
/// # Errors
/// What keeps it from being one; never a guess.
pub fn edtf_text(written: &str, order: Option<DateOrder>) -> Result<Cow<'_, str>, WhenError> {
    let text = written.trim();
    let Err(error) = When::parse(text) else {
        return Ok(Cow::Borrowed(text));
    };
    if error == WhenError::Empty {
        return Err(error);
    }
    let plain = letters::plain(text);
    if let Some((first, last)) = plain.split_once('/')
        && means_ongoing(last)
    {
        let first = edtf_text(first, order)?;
        return Ok(Cow::Owned(format!("{first}/..")));
    }
    let read = moment(&plain, order)
        .or_else(|reason| {
            let several = range::of_database(&plain, order)
                .or_else(|| old_edtf(&plain).map(Ok))
                .or_else(|| range::read(&plain, order));
            several.unwrap_or(Err(reason))
        })
        // What EDTF says of its own forms is more than that they are none.
        .map_err(|reason| {
            if reason == WhenError::Malformed {
                error
            } else {
                reason
            }
        })?;
    When::parse(&read).map(|_| Cow::Owned(read))
}

/// One date with its time of day, as EDTF, of a text in plain letters.
fn moment(plain: &str, order: Option<DateOrder>) -> Result<String, WhenError> {
    if let Some(text) = epoch_of_usual_length(plain) {
        return Ok(text);
    }
    let (day, clock) = clock::split(day_alone(plain))?;
    let day = day::read(&day, order).unwrap_or(Err(WhenError::Malformed))?;
    let Some(clock) = clock else {
        return When::parse(&day).map(|_| day);
    };
    let is_day = day.len() == "2022-01-05".len() && !day.starts_with('[');
    let text = match clock.offset {
        _ if !is_day => return Err(WhenError::Malformed),
        Some(offset) => format!("{day}T{}{offset}", clock.time),
        // Midnight without a zone is how spreadsheets and databases write a day, and its last second how they write the
        // day that ends a period.
        None if super::edtf::is_midnight(&clock.time) || is_last_second(&clock.time) => day,
        None => format!("{day}T{}", clock.time),
    };
    When::parse(&text).map(|_| text)
}

/// `23:59:59`, with whatever part of that second.
fn is_last_second(time: &str) -> bool {
    let part = time.strip_prefix("23:59:59");
    part.is_some_and(|part| {
        part.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
    })
}

/// EDTF as it was before 2019: `open`, `unknown`, `u` for a digit that is not known.
fn old_edtf(plain: &str) -> Option<String> {
    let part = |text: &str, is_end: bool| match text {
        "open" if is_end => Some("..".to_owned()),
        "unknown" => Some(String::new()),
        _ => {
            let is_date = text
                .bytes()
                .all(|it| it.is_ascii_digit() || matches!(it, b'u' | b'-'));
            let begins = text.bytes().next().is_some_and(|it| it.is_ascii_digit());
            (is_date && begins).then(|| text.replace('u', "X"))
        }
    };
    let text = match plain.split_once('/') {
        Some((first, last)) => format!("{}/{}", part(first, false)?, part(last, true)?),
        None => part(plain, false)?,
    };
    When::parse(&text).ok().map(|_| text)
}

/// A day with an offset and no time of day, as XML Schema has it, without the offset.
fn day_alone(plain: &str) -> &str {
    let split = plain.split_at_checked("2022-01-05".len());
    let Some((day, offset)) = split else {
        return plain;
    };
    let is_day = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let is_offset = match offset.as_bytes() {
        [b'z' | b'Z'] => true,
        [b'+' | b'-', hour @ .., b':', _, _] => {
            hour.len() == 2 && letters::is_digits(&offset[1..3])
        }
        _ => false,
    };
    if is_day && is_offset { day } else { plain }
}

/// Seconds or milliseconds since 1970 where their number of digits says which.
fn epoch_of_usual_length(text: &str) -> Option<String> {
    if !letters::is_digits(text) {
        return None;
    }
    match text.len() {
        10 => epoch(text),
        13 => epoch(text.get(..10)?),
        _ => None,
    }
}

/// Whether a text is a date whose day and month cannot be told apart without help.
#[must_use]
pub fn is_ambiguous(written: &str) -> bool {
    matches!(edtf_text(written, None), Err(WhenError::Ambiguous))
}

/// EDTF of seconds since 1970, to the second.
#[must_use]
pub fn epoch(seconds: &str) -> Option<String> {
    let second: Second = seconds.trim().parse().ok()?;
    let is_in_calendar = start_of_day(Date::MIN) <= second && second <= end_of_day(Date::MAX);
    is_in_calendar.then(|| iso_second(second))
}

/// A day within three days of it, and a day somewhere in its month, as EDTF.
///
/// What is no whole day is coarser already and stays as it is.
#[must_use]
pub fn coarsened(edtf: &str, to_month: bool) -> Cow<'_, str> {
    let is_day = edtf.len() == "2022-01-05".len() && !edtf.contains('X');
    match (is_day, to_month) {
        (false, _) => Cow::Borrowed(edtf),
        (true, true) => Cow::Borrowed(edtf.get(..7).unwrap_or(edtf)),
        (true, false) => Cow::Owned(format!("{edtf}~")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, WhenError> {
        edtf_text(text, None).map(Cow::into_owned)
    }

    #[test]
    fn what_can_mean_one_thing_is_a_date() {
        for (written, edtf) in [
            ("2023-01-31", "2023-01-31"),
            ("2023-01", "2023-01"),
            ("2023-01/2023-02", "2023-01/2023-02"),
            (" 31 January 2023 ", "2023-01-31"),
            ("3 Feb 2023", "2023-02-03"),
            ("January 31, 2023", "2023-01-31"),
            ("31 janvier 2023", "2023-01-31"),
            ("1 août 2023", "2023-08-01"),
            ("déc. 2023", "2023-12"),
            ("3-Feb-2023", "2023-02-03"),
            ("2017-07-31 00:00:00.000", "2017-07-31"),
            ("2023/01/31", "2023-01-31"),
            ("2023.1.5", "2023-01-05"),
            ("20230131", "2023-01-31"),
            ("1675123200", "2023-01-31T00:00:00Z"),
            ("1675123200000", "2023-01-31T00:00:00Z"),
            ("2023-01-31 14:30:00+01:00", "2023-01-31T14:30:00+01:00"),
            ("2023-01-31T14:30Z", "2023-01-31T14:30Z"),
            ("31/12/2023", "2023-12-31"),
            ("12.31.2023 00:00", "2023-12-31"),
            ("5/5/2023", "2023-05-05"),
            ("2023-1", "2023-01"),
            ("01/2023", "2023-01"),
            ("2023/01", "2023-01"),
            ("12.2023", "2023-12"),
            ("Jan-2023", "2023-01"),
            ("2023-Jan-05", "2023-01-05"),
            ("2023.0", "2023"),
            ("20230131.0", "2023-01-31"),
            ("1er janvier 2023", "2023-01-01"),
            ("le lundi 2 janvier 2023", "2023-01-02"),
            ("mar. 3 janv. 2023", "2023-01-03"),
            ("January 2nd, 2023", "2023-01-02"),
            ("2023-W05", "[2023-01-30..2023-02-05]"),
            ("2023-W05-3", "2023-02-01"),
            ("2023W053", "2023-02-01"),
            ("2023-032", "2023-02-01"),
            ("2023-Q1", "2023-33"),
            ("Q4 2023", "2023-36"),
            ("T2 2023", "2023-34"),
            ("1985-04-12/open", "1985-04-12/.."),
            ("unknown/2004", "/2004"),
            ("199u", "199X"),
            ("2004-06-uu", "2004-06-XX"),
            ("~1855", "~1855"),
        ] {
            assert_eq!(read(written).as_deref(), Ok(edtf), "{written}");
        }
    }

    #[test]
    fn words_for_an_end_that_has_not_come_are_known_in_three_languages() {
        for word in [
            "Present",
            "ON-GOING",
            "(ongoing)",
            " to  date ",
            "En cours",
            "À ce jour",
            "Jusqu’à présent",
            "حتى الآن",
            "حتّى الآن",
            "إلى الآن",
            "جارٍ",
            "حاليًا",
        ] {
            assert!(means_ongoing(word), "{word}");
        }
        for word in ["", "presented", "soon", "unknown", "2022", "جدار"] {
            assert!(!means_ongoing(word), "{word}");
        }
        assert_eq!(read("2022-01-05/present").as_deref(), Ok("2022-01-05/.."));
        assert_eq!(read("5 Jan 2022/en cours").as_deref(), Ok("2022-01-05/.."));
        assert!(read("soon/present").is_err());
    }

    #[test]
    fn what_can_mean_two_things_is_none() {
        for (written, error) in [
            ("03/04/2023", WhenError::Ambiguous),
            ("12/11/2023", WhenError::Ambiguous),
            ("3.4.2023 00:00", WhenError::Ambiguous),
            ("31/31/2023", WhenError::NoSuchDate),
            ("45/50/2023", WhenError::NoSuchDate),
            ("0/4/2023", WhenError::NoSuchDate),
            ("Tuesday 2 January 2023", WhenError::NoSuchDate),
            ("202301", WhenError::Malformed),
            ("2023-Q5", WhenError::Malformed),
            ("الصيف 2021", WhenError::Malformed),
            ("الفاتح من سبتمبر 2009", WhenError::Malformed),
            ("2023.01", WhenError::Malformed),
            ("44566", WhenError::DayNumber),
            ("44566.5", WhenError::DayNumber),
            ("C17", WhenError::Malformed),
            ("before 1900", WhenError::Malformed),
            ("480 BC", WhenError::Malformed),
            ("early 2022", WhenError::Malformed),
            ("1860s", WhenError::Malformed),
            ("Y17000", WhenError::Unread),
            ("12/13/14", WhenError::Ambiguous),
            ("2023-01-31 14:30", WhenError::NoZone),
            ("juil 2023x", WhenError::Malformed),
            ("jui 2023", WhenError::Malformed),
            ("2023/13/45", WhenError::NoSuchDate),
            ("20231345", WhenError::NoSuchDate),
            ("soon", WhenError::Malformed),
            ("", WhenError::Empty),
        ] {
            assert_eq!(read(written), Err(error), "{written}");
        }
    }

    #[test]
    fn dates_in_arabic_are_read_in_every_tradition() {
        for (written, edtf) in [
            ("٢٠٢٢-٠١-٠٥", "2022-01-05"),
            ("۲۰۲۲/۰۱/۰۵", "2022-01-05"),
            ("5 يناير 2022", "2022-01-05"),
            ("٧ فبراير ٢٠٢٢م", "2022-02-07"),
            ("3 جانفي 2022", "2022-01-03"),
            ("2 أكتوبر 2019", "2019-10-02"),
            ("كانون الثاني 2022", "2022-01"),
            ("14 كانون الأول / ديسمبر 2021", "2021-12-14"),
            ("الأربعاء، 5 كانون الثاني 2022", "2022-01-05"),
            ("يوم الأحد 1 آب 2021", "2021-08-01"),
            ("9 غشت 2021", "2021-08-09"),
            ("17 النوار 2006", "2006-02-17"),
            ("1 أي النار 2006", "2006-01-01"),
            ("5 الصيف 2006", "2006-06-05"),
            ("عام 2021", "2021"),
            ("من 5 إلى 7 يناير 2022", "2022-01-05/2022-01-07"),
            ("٢٠٢٢-٠١-٠٥/حتى الآن", "2022-01-05/.."),
            ("5 يناير 2022 14:30 +03:00", "2022-01-05T14:30+03:00"),
        ] {
            assert_eq!(read(written).as_deref(), Ok(edtf), "{written}");
        }
        for hijri in [
            "5 محرم 1443",
            "1443هـ",
            "12 ربيع الأول 1444 هـ",
            "10 Ramadan 1443",
        ] {
            assert_eq!(read(hijri), Err(WhenError::OtherCalendar), "{hijri}");
        }
    }

    #[test]
    fn a_time_of_day_is_read_with_its_zone() {
        for (written, edtf) in [
            ("2012-01-04T12:28:52+0000", "2012-01-04T12:28:52+0000"),
            ("2018-01-26 07:06:51-0500", "2018-01-26T07:06:51-05:00"),
            ("2019-02-22 18:00 UTC", "2019-02-22T18:00Z"),
            ("2019-02-22 18:00:16 GMT+1", "2019-02-22T18:00:16+01:00"),
            (
                "Wed, 05 Jan 2022 10:00:00 +0000",
                "2022-01-05T10:00:00+00:00",
            ),
            (
                "Wed Jan 05 2022 10:00:00 GMT+0100 (Central European Time)",
                "2022-01-05T10:00:00+01:00",
            ),
            ("Wed Jan  5 10:00:00 2022 UTC", "2022-01-05T10:00:00Z"),
            ("20220105T143000Z", "2022-01-05T14:30:00Z"),
            ("5 janvier 2022 à 14h30 UTC", "2022-01-05T14:30Z"),
            ("25/1/2022 2:30 PM UTC", "2022-01-25T14:30Z"),
            ("25/1/2022 12:00 AM", "2022-01-25"),
            (
                "2022-01-05T10:00+01:00[Europe/Paris]",
                "2022-01-05T10:00+01:00",
            ),
        ] {
            assert_eq!(read(written).as_deref(), Ok(edtf), "{written}");
        }
        for (written, error) in [
            (
                "2019-02-22 18:00:16.000 America/Los_Angeles",
                WhenError::ZoneNamed,
            ),
            ("2019-02-22 18:00:16 EST", WhenError::ZoneNamed),
            ("25/1/2022 2:30 PM", WhenError::NoZone),
            ("25/1/2022 14:30 PM", WhenError::NoSuchDate),
            ("2022-01-05T14:30", WhenError::NoZone),
            ("2022-01 14:30Z", WhenError::Malformed),
        ] {
            assert_eq!(read(written), Err(error), "{written}");
        }
    }

    #[test]
    fn two_dates_in_one_text_are_an_interval() {
        for (written, edtf) in [
            ("2022-01-05 to 2022-01-07", "2022-01-05/2022-01-07"),
            ("2022-01-05 - 2022-01-07", "2022-01-05/2022-01-07"),
            ("5–7 January 2022", "2022-01-05/2022-01-07"),
            ("5-7 January 2022", "2022-01-05/2022-01-07"),
            ("2022-01-05/07", "2022-01-05/2022-01-07"),
            ("27 Jan - 2 Feb 2022", "2022-01-27/2022-02-02"),
            ("January/February 2022", "2022-01/2022-02"),
            ("du 1er au 3 mars 2022", "2022-03-01/2022-03-03"),
            (
                "2022-01-05T10:00:00Z to 2022-01-06T10:00:00Z",
                "2022-01-05T10:00:00Z/2022-01-06T10:00:00Z",
            ),
            ("[2022-01-05,2022-01-08)", "2022-01-05/2022-01-07"),
            ("(2022-01-05,2022-01-08]", "2022-01-06/2022-01-08"),
            ("[2022-01-05,2022-01-06)", "2022-01-05"),
            ("[2022-01-05,)", "2022-01-05/.."),
            (
                "[\"2022-01-05 10:00:00+00\",\"2022-01-05 12:00:00+00\")",
                "2022-01-05T10:00:00+00:00/2022-01-05T11:59:59Z",
            ),
        ] {
            assert_eq!(read(written).as_deref(), Ok(edtf), "{written}");
        }
        assert_eq!(read("2022-01-07 to 2022-01-05"), Err(WhenError::Reversed));
        assert!(read("empty").is_err() && read("(,)").is_err() && read("5–7").is_err());
    }

    #[test]
    fn numeric_dates_are_read_in_the_order_that_is_said() {
        let read = |text, order| edtf_text(text, Some(order)).map(Cow::into_owned);
        assert_eq!(
            read("3/4/2023", DateOrder::Dmy).as_deref(),
            Ok("2023-04-03")
        );
        assert_eq!(
            read("3/4/2023", DateOrder::Mdy).as_deref(),
            Ok("2023-03-04")
        );
        assert_eq!(
            read("31/12/2023", DateOrder::Mdy),
            Err(WhenError::NoSuchDate)
        );
        assert!(read("3/4/23", DateOrder::Dmy).is_err());
    }

    #[test]
    fn precision_two_and_three_of_acled_are_edtf() {
        assert_eq!(coarsened("2023-01-31", false), "2023-01-31~");
        assert_eq!(coarsened("2023-01-31", true), "2023-01");
        assert_eq!(coarsened("2023-01", false), "2023-01");
    }
}
