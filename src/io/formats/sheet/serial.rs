//! The numbers that spreadsheets count days by, and what their formats show of them.
//!
//! A date is a number of days, and only the format of its cell says that it is one. The format also says how exact
//! it is meant: what shows no day and falls on the first is a month, what shows only a year is a year.

use crate::model::bounds::iso_day;

/// What a format shows of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the parts of a format, each there or not"
)]
pub(super) struct ShownParts {
    year: bool,
    month: bool,
    day: bool,
    time: bool,
    /// Hours beyond 24, as a length of time has.
    elapsed: bool,
}

impl ShownParts {
    /// A day, where nothing more is known of the format.
    pub(super) const DAY: Self = Self {
        year: true,
        month: true,
        day: true,
        time: false,
        elapsed: false,
    };

    /// Whether it shows a moment.
    pub(super) const fn is_moment(self) -> bool {
        !self.elapsed && (self.year || self.month || self.day || self.time)
    }

    /// Whether it shows a moment and no day.
    pub(super) const fn is_vague(self) -> bool {
        self.is_moment() && !self.day
    }

    /// What a date style with these parts shows.
    #[expect(clippy::fn_params_excessive_bools, reason = "the parts in their order")]
    pub(super) const fn of_parts(year: bool, month: bool, day: bool, time: bool) -> Self {
        Self {
            year,
            month,
            day,
            time,
            elapsed: false,
        }
    }

    /// A day of ISO 8601 as exact as it is shown: what shows no day and falls on the first is a month.
    pub(super) fn of_day(self, day: &str) -> &str {
        let is_first = |of: &str| !self.day && !self.time && day.ends_with(of);
        let rest = match self.month {
            true if self.year && is_first("-01") => "-01",
            false if self.year && is_first("-01-01") => "-01-01",
            _ => "",
        };
        day.strip_suffix(rest).unwrap_or(day)
    }

    /// What a format of one of the numbers that need no code shows (ECMA-376, 18.8.30).
    pub(super) fn of_number(number: u32) -> Self {
        match number {
            14..=16 | 28..=31 | 35 | 51 | 53 | 54 | 56 | 58 => Self::DAY,
            17 | 27 | 34 | 36 | 50 | 52 | 55 | 57 => Self::of_parts(true, true, false, false),
            18..=21 | 32 | 33 => Self::of_parts(false, false, false, true),
            22 => Self::of_parts(true, true, true, true),
            45..=47 => Self {
                elapsed: true,
                ..Self::default()
            },
            _ => Self::default(),
        }
    }

    /// What a format code shows: its first section, without texts and colours.
    pub(super) fn of_code(code: &str) -> Self {
        let mut shown = Self::default();
        let mut letters = code.chars().peekable();
        // Minutes are written as months are: behind hours, or before seconds.
        let mut is_behind_hours = false;
        let mut months = 0;
        while let Some(letter) = letters.next() {
            let lower = letter.to_ascii_lowercase();
            match lower {
                ';' => break,
                '"' => while letters.next().is_some_and(|it| it != '"') {},
                '\\' | '_' | '*' => {
                    letters.next();
                }
                '[' => {
                    let inside: String = letters.by_ref().take_while(|it| *it != ']').collect();
                    let is_letter = |it: char| ['h', 'm', 's'].contains(&it.to_ascii_lowercase());
                    shown.elapsed |= !inside.is_empty() && inside.chars().all(is_letter);
                }
                'g' if code.trim().eq_ignore_ascii_case("general") => break,
                'y' | 'd' | 'h' | 'm' | 's' => {
                    while letters
                        .next_if(|it| it.eq_ignore_ascii_case(&letter))
                        .is_some()
                    {}
                    match lower {
                        'y' => shown.year = true,
                        'd' => shown.day = true,
                        'm' if is_behind_hours => shown.time = true,
                        'm' => months += 1,
                        's' => {
                            shown.time = true;
                            // The last month before seconds was a minute.
                            months -= i32::from(months > 0 && !is_behind_hours);
                        }
                        _ => shown.time = true,
                    }
                    is_behind_hours = lower == 'h';
                }
                _ => {}
            }
        }
        shown.month = months > 0;
        shown
    }
}

/// Days from 1970-01-01 back to the day before the first of each system of counting.
const BEFORE_1900: i64 = 25_568;
const BEFORE_1904: i64 = 24_107;

/// The last number of a day that spreadsheets know: 9999-12-31.
const LAST: f64 = 2_958_465.0;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// The text of a number that its format shows as a moment: EDTF, as exact as it is shown, or a time of day. `None` where
/// spreadsheets have no such moment either.
pub(super) fn moment(serial: f64, shown: ShownParts, is_1904: bool) -> Option<String> {
    if !(0.0..=LAST + 1.0).contains(&serial) {
        return None;
    }
    let milliseconds = (serial * DAY as f64).round() as i64;
    let (days, rest) = (milliseconds / DAY, milliseconds % DAY);
    let clock = clock(rest);
    if !(shown.year || shown.month || shown.day) && days == 0 {
        return Some(clock);
    }
    let day = day_of(days, is_1904);
    if rest > 0 {
        return Some(format!("{day}T{clock}"));
    }
    Some(shown.of_day(&day).to_owned())
}

fn clock(milliseconds: i64) -> String {
    let (seconds, part) = (milliseconds / 1000, milliseconds % 1000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let whole = format!("{hour:02}:{minute:02}:{second:02}");
    match part {
        0 => whole,
        part => format!("{whole}.{part:03}"),
    }
}

/// The day of a number. The system of 1900 has a 29 February in that year, which the calendar has not; it stays as
/// it is shown, to be said where records are read.
fn day_of(days: i64, is_1904: bool) -> String {
    let civil = |since: i64| iso_day((days - since) * crate::model::DAY);
    match days {
        _ if is_1904 => civil(BEFORE_1904),
        0 => "1900-01-00".to_owned(),
        60 => "1900-02-29".to_owned(),
        1..60 => civil(BEFORE_1900),
        _ => civil(BEFORE_1900 + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(serial: f64, code: &str) -> Option<String> {
        moment(serial, ShownParts::of_code(code), false)
    }

    #[test]
    fn a_format_says_how_exact_a_date_is() {
        let text = |serial, code| shown(serial, code).unwrap();
        assert_eq!(text(44562.0, "yyyy-mm-dd"), "2022-01-01");
        assert_eq!(text(44562.0, "mmm yyyy"), "2022-01");
        assert_eq!(text(44563.0, "mmm yyyy"), "2022-01-02");
        assert_eq!(text(44562.0, "yyyy"), "2022");
        assert_eq!(text(44593.0, "yyyy"), "2022-02-01");
        assert_eq!(text(44562.4375, "dd/mm/yyyy hh:mm"), "2022-01-01T10:30:00");
        assert_eq!(text(0.4375, "hh:mm"), "10:30:00");
        assert_eq!(text(44562.0, "[$-409]d\\-mmm\\-yy;@"), "2022-01-01");
    }

    #[test]
    fn months_and_minutes_are_told_apart_and_texts_are_no_dates() {
        let of = |code| ShownParts::of_code(code);
        assert!(of("mm:ss").time && !of("mm:ss").month);
        assert!(of("h:mm").time && !of("h:mm").month);
        assert!(of("[h]:mm:ss").elapsed);
        for code in [
            "General",
            "0.00",
            "#,##0 \"days\"",
            "0.00E+00",
            "[Red]0",
            "@",
            "\\d0",
        ] {
            assert!(!of(code).is_moment(), "{code}");
        }
    }

    #[test]
    fn both_systems_of_counting_give_the_same_day() {
        let day = |serial, is_1904| moment(serial, ShownParts::DAY, is_1904).unwrap();
        assert_eq!(day(44566.0, false), "2022-01-05");
        assert_eq!(day(44566.0 - 1462.0, true), "2022-01-05");
        assert_eq!(day(0.0, true), "1904-01-01");
        assert_eq!(day(1.0, false), "1900-01-01");
        assert_eq!(day(59.0, false), "1900-02-28");
        assert_eq!(day(61.0, false), "1900-03-01");
        assert_eq!(day(2_958_465.0, false), "9999-12-31");
    }

    #[test]
    fn days_that_no_calendar_has_stay_as_they_are_shown() {
        assert_eq!(moment(60.0, ShownParts::DAY, false).unwrap(), "1900-02-29");
        assert_eq!(moment(0.0, ShownParts::DAY, false).unwrap(), "1900-01-00");
        assert_eq!(moment(-1.0, ShownParts::DAY, false), None);
        assert_eq!(moment(1e300, ShownParts::DAY, false), None);
        assert_eq!(moment(f64::NAN, ShownParts::DAY, false), None);
    }
}
