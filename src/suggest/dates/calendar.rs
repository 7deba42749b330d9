//! Pieces of the calendar, as exact as words name them, and as EDTF.

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};

/// A stretch of days that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Day(Date),
    /// A year and a month.
    Month(i16, i8),
    Year(i16),
    /// A year and a code of EDTF: 21 to 24 seasons, 33 to 36 quarters, 40 and 41 halves.
    Part(i16, u8),
    /// The first year of a decade.
    Decade(i16),
    /// Whole days, such as a week.
    Days(Date, Date),
    /// Whole months, such as a third of a year.
    Months((i16, i8), (i16, i8)),
    /// From a year to a year.
    Years(i16, i16),
    /// From the winter that begins in December of a year into the next.
    Winter(i16),
}

pub(super) const WINTER: u8 = 24;

impl Piece {
    /// A day, where the calendar has it.
    pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::Day)
    }

    /// Its first day.
    pub(super) fn first(self) -> Date {
        match self {
            Self::Day(day) | Self::Days(day, _) => day,
            Self::Month(year, month) | Self::Months((year, month), _) => date(year, month, 1),
            Self::Year(year) | Self::Decade(year) | Self::Years(year, _) => date(year, 1, 1),
            Self::Part(year, code) => date(year, months_of(code).0, 1),
            Self::Winter(year) => date(year, 12, 1),
        }
    }

    /// Its last day.
    pub(super) fn last(self) -> Date {
        match self {
            Self::Day(day) | Self::Days(_, day) => day,
            Self::Month(year, month) | Self::Months(_, (year, month)) => end_of(year, month),
            Self::Year(year) | Self::Years(_, year) => date(year, 12, 31),
            Self::Decade(year) => date(year + 9, 12, 31),
            Self::Part(year, code) => {
                let (first, months) = months_of(code);
                let last = date(year, first, 1).checked_add((months - 1).months());
                last.map_or_else(
                    |_| date(year, 12, 31),
                    |last| end_of(last.year(), last.month()),
                )
            }
            Self::Winter(year) => end_of(year + 1, 2),
        }
    }

    /// Its notation.
    pub(super) fn edtf(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) => format!("{year:04}"),
            Self::Part(year, code) => format!("{year:04}-{code}"),
            Self::Decade(year) => format!("{:03}X", year / 10),
            Self::Years(first, last) => format!("{first:04}/{last:04}"),
            Self::Days(first, last) => format!("{first}/{last}"),
            Self::Months((year, month), (to, last)) => {
                format!("{year:04}-{month:02}/{to:04}-{last:02}")
            }
            Self::Winter(year) => format!("{year:04}-12/{:04}-02", year + 1),
        }
    }

    /// The notation of where it begins, no more exact than it is.
    pub(super) fn begin(self) -> String {
        self.edtf().split('/').next().unwrap_or_default().to_owned()
    }

    /// The notation of where it ends, no more exact than it is.
    pub(super) fn end(self) -> String {
        self.edtf()
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned()
    }

    /// The piece of the same length right before it.
    pub(super) fn before(self) -> Option<Self> {
        let day = self.first().checked_sub(1.day()).ok()?;
        Some(self.alike(day))
    }

    /// The piece of the same length right behind it.
    pub(super) fn after(self) -> Option<Self> {
        let day = self.last().checked_add(1.day()).ok()?;
        Some(self.alike(day))
    }

    /// The piece of the same kind that a day lies in; that of months by the month.
    fn alike(self, day: Date) -> Self {
        match self {
            Self::Day(_) | Self::Days(..) => Self::Day(day),
            Self::Month(..) | Self::Months(..) | Self::Part(..) | Self::Winter(_) => {
                Self::Month(day.year(), day.month())
            }
            Self::Year(_) | Self::Decade(_) | Self::Years(..) => Self::Year(day.year()),
        }
    }

    /// A third of a month or a year: 0 early, 1 mid, 2 late.
    pub(super) fn third(self, third: u8) -> Option<Self> {
        match self {
            Self::Month(year, month) => {
                let (first, last) = match third {
                    0 => (1, 10),
                    1 => (11, 20),
                    _ => (21, end_of(year, month).day()),
                };
                Some(Self::Days(
                    date(year, month, first),
                    date(year, month, last),
                ))
            }
            Self::Year(year) => {
                let first = third.cast_signed() * 4 + 1;
                Some(Self::Months((year, first), (year, first + 3)))
            }
            Self::Decade(year) => {
                let first = year + [0, 3, 7].get(usize::from(third))?;
                let last = year + [2, 6, 9].get(usize::from(third))?;
                Some(Self::Years(first, last))
            }
            _ => None,
        }
    }

    /// A half: 0 the first, 1 the second.
    pub(super) fn half(self, half: u8) -> Option<Self> {
        match self {
            Self::Year(year) => Some(Self::Part(year, 40 + half)),
            Self::Month(year, month) => Some(if half == 0 {
                Self::Days(date(year, month, 1), date(year, month, 15))
            } else {
                Self::Days(date(year, month, 16), end_of(year, month))
            }),
            _ => None,
        }
    }
}

/// The first month of a part of a year, and how many it has.
const fn months_of(code: u8) -> (i8, i8) {
    match code {
        21 => (3, 3),
        22 => (6, 3),
        23 => (9, 3),
        WINTER => (12, 3),
        33..=36 => ((code.cast_signed() - 33) * 3 + 1, 3),
        40 => (1, 6),
        _ => (7, 6),
    }
}

/// The last day of a month.
pub(super) fn end_of(year: i16, month: i8) -> Date {
    date(year, month, 1).last_of_month()
}

/// Monday to Sunday of the week that a day lies in, some weeks on.
pub(super) fn week(day: Date, weeks: i64) -> Option<Piece> {
    let monday = on(
        day,
        -i64::from(day.weekday().to_monday_zero_offset()) + 7 * weeks,
    )?;
    Some(Piece::Days(monday, on(monday, 6)?))
}

/// A day some days on.
pub(super) fn on(day: Date, days: i64) -> Option<Date> {
    day.checked_add(days.days()).ok()
}

/// The day of the week, Monday is 1.
pub(super) fn weekday(number: u8) -> Weekday {
    Weekday::from_monday_one_offset(number.cast_signed()).unwrap_or(Weekday::Monday)
}

/// The latest such day of the week up to a day.
pub(super) fn latest_weekday(number: u8, up_to: Date) -> Option<Date> {
    let back = up_to.weekday().since(weekday(number));
    on(up_to, -i64::from(back))
}

/// A month some months on.
pub(super) fn month_on(day: Date, months: i64) -> Option<Piece> {
    let day = day.first_of_month().checked_add(months.months()).ok()?;
    Some(Piece::Month(day.year(), day.month()))
}
