//! Dates as foreign files write them, to EDTF.
//!
//! Only what can mean one thing is taken: ISO 8601 in its usual variants, days with the month in
//! words, seconds since 1970. `03/04/2022` needs somebody to say which comes first.

use std::borrow::Cow;

use jiff::civil::Date;

use super::{
    bounds::{Second, end_of_day, iso_second, start_of_day},
    mapping::DateOrder,
    when::{When, WhenError},
};

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
    if let Some((first, last)) = text.split_once('/')
        && means_ongoing(last)
    {
        let first = edtf_text(first, order)?;
        return Ok(Cow::Owned(format!("{first}/..")));
    }
    let (day, time) = split_time(text);
    let read = year_first(day)
        .or_else(|| compact(text))
        .or_else(|| month_in_words(day))
        .map(Ok)
        .or_else(|| numeric(day, order));
    match (read, time) {
        (None, _) => Err(error),
        (Some(Err(error)), _) => Err(error),
        (Some(Ok(day)), time) => with_time(&day, time),
    }
}

/// Words for an end that has not come, in the languages of the program, as [`plain_word`] makes them.
const ONGOING: [&str; 38] = [
    "present",
    "the present",
    "to present",
    "until present",
    "ongoing",
    "on going",
    "still ongoing",
    "continuing",
    "current",
    "currently",
    "to date",
    "until now",
    "now",
    "en cours",
    "toujours en cours",
    "a present",
    "jusqu'a present",
    "jusqu'a aujourd'hui",
    "aujourd'hui",
    "a ce jour",
    "jusqu'a ce jour",
    "actuel",
    "actuelle",
    "actuellement",
    "maintenant",
    "continue",
    "حتى الآن",
    "حتى الان",
    "الى الآن",
    "الآن",
    "الان",
    "حتى اليوم",
    "حتى تاريخه",
    "حاليا",
    "مستمر",
    "مستمرة",
    "جار",
    "جارية",
];

/// Whether the text in the place of an end says that there is none yet: `present`, `en cours`, `حتى الآن`.
#[must_use]
pub fn means_ongoing(written: &str) -> bool {
    ONGOING.contains(&plain_word(written).as_str())
}

/// A word or two in lower case without accents, Arabic vowel signs, brackets and full stops, and with single
/// spaces.
fn plain_word(written: &str) -> String {
    let letter = |letter: char| match letter {
        'é' | 'è' | 'ê' => Some('e'),
        'à' | 'â' => Some('a'),
        '’' => Some('\''),
        'إ' => Some('ا'),
        '-' | '_' | '\u{a0}' => Some(' '),
        '(' | ')' | '[' | ']' | '.' | 'ـ' | '\u{64b}'..='\u{652}' => None,
        other => Some(other),
    };
    let lower = written.to_lowercase();
    let plain: String = lower.chars().filter_map(letter).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text is a date whose day and month cannot be told apart without help.
#[must_use]
pub fn is_ambiguous(written: &str) -> bool {
    matches!(edtf_text(written, None), Err(WhenError::Ambiguous))
}

/// The date and the time of day behind it, if there is one.
fn split_time(text: &str) -> (&str, &str) {
    let begins_a_time = |rest: &str| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && rest.as_bytes().get(digits) == Some(&b':')
    };
    text.match_indices([' ', 'T'])
        .find_map(|(at, _)| {
            let (day, time) = (text.get(..at)?, text.get(at + 1..)?.trim_start());
            begins_a_time(time).then_some((day.trim_end().trim_end_matches(','), time))
        })
        .unwrap_or((text, ""))
}

/// A day with its time. Midnight without a zone is how spreadsheets and databases write a day.
fn with_time(day: &str, time: &str) -> Result<Cow<'static, str>, WhenError> {
    let is_midnight = time.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.'));
    let text = if is_midnight {
        day.to_owned()
    } else {
        format!("{day}T{}", time.replace(' ', ""))
    };
    When::parse(&text).map(|_| Cow::Owned(text))
}

/// `2022-01-05`, `2022/01/05` or `2022.1.5`.
fn year_first(day: &str) -> Option<String> {
    let [year, month, date] = groups(day)?;
    (year.len() == 4).then(|| padded(year, month, date))
}

/// `05/01/2022` in the order that somebody has said; `None` when it is something else.
fn numeric(day: &str, order: Option<DateOrder>) -> Option<Result<String, WhenError>> {
    let [first, second, year] = groups(day)?;
    if first.len() > 2 {
        return None;
    }
    let (date, month) = match order {
        None => return Some(Err(WhenError::Ambiguous)),
        Some(DateOrder::Dmy) => (first, second),
        Some(DateOrder::Mdy) => (second, first),
    };
    // A year of two digits may be in any century.
    (year.len() == 4).then(|| Ok(padded(year, month, date)))
}

/// Three groups of digits with one separator between them.
fn groups(day: &str) -> Option<[&str; 3]> {
    let separator = day.chars().find(|letter| !letter.is_ascii_digit())?;
    if !['/', '-', '.'].contains(&separator) {
        return None;
    }
    let mut groups = day.split(separator);
    let three = [groups.next()?, groups.next()?, groups.next()?];
    let are_digits = three
        .iter()
        .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    (groups.next().is_none() && are_digits && three.iter().all(|group| group.len() <= 4))
        .then_some(three)
}

fn padded(year: &str, month: &str, date: &str) -> String {
    format!("{year}-{month:0>2}-{date:0>2}")
}

/// `20220105`, or seconds or milliseconds since 1970.
fn compact(text: &str) -> Option<String> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        8 => Some(padded(text.get(..4)?, text.get(4..6)?, text.get(6..)?)),
        10 => epoch(text),
        13 => epoch(text.get(..10)?),
        _ => None,
    }
}

/// EDTF of seconds since 1970, to the second.
#[must_use]
pub fn epoch(seconds: &str) -> Option<String> {
    let second: Second = seconds.trim().parse().ok()?;
    let is_in_calendar = start_of_day(Date::MIN) <= second && second <= end_of_day(Date::MAX);
    is_in_calendar.then(|| iso_second(second))
}

/// `31 January 2023`, `January 31, 2023`, `31 janv. 2023`, `January 2023`.
fn month_in_words(day: &str) -> Option<String> {
    let words: Vec<&str> = day
        .split([' ', '-', ','])
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        [date, name, year] if date.len() <= 2 => dated(year, name, date),
        [name, date, year] if date.len() <= 2 => dated(year, name, date),
        [name, year] => {
            let month = month(name)?;
            is_year(year).then(|| format!("{year}-{month:02}"))
        }
        _ => None,
    }
}

fn dated(year: &str, name: &str, date: &str) -> Option<String> {
    let is_day = !date.is_empty() && date.bytes().all(|byte| byte.is_ascii_digit());
    let month = month(name)?;
    (is_year(year) && is_day).then(|| padded(year, &month.to_string(), date))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number of a month by its English or French name, whole or cut to three letters or more.
fn month(name: &str) -> Option<usize> {
    const NAMES: [[&str; 2]; 12] = [
        ["january", "janvier"],
        ["february", "fevrier"],
        ["march", "mars"],
        ["april", "avril"],
        ["may", "mai"],
        ["june", "juin"],
        ["july", "juillet"],
        ["august", "aout"],
        ["september", "septembre"],
        ["october", "octobre"],
        ["november", "novembre"],
        ["december", "decembre"],
    ];
    let name = name.trim_end_matches('.').to_lowercase();
    let name = name.replace(['é', 'è'], "e").replace('û', "u");
    if name.chars().count() < 3 {
        return None;
    }
    let mut months = (1..)
        .zip(NAMES)
        .filter(|(_, names)| names.iter().any(|whole| whole.starts_with(name.as_str())));
    let (number, _) = months.next()?;
    // `jui` begins two French months.
    months.next().is_none().then_some(number)
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
            assert!(means_ongoing(word), "{word} {:?}", plain_word(word));
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
            ("31/12/2023", WhenError::Ambiguous),
            ("3.4.2023 00:00", WhenError::Ambiguous),
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
