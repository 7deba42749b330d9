//! Numbers that count from 1970 on, in one unit for all of a column.

use serde::{Deserialize, Serialize};

use super::epoch;

/// What numbers since 1970 count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EpochUnit {
    /// Seconds.
    Seconds,
    /// Thousandths of a second.
    Milliseconds,
    /// Millionths.
    Microseconds,
    /// Thousand-millionths.
    Nanoseconds,
}

impl EpochUnit {
    const ALL: [Self; 4] = [
        Self::Seconds,
        Self::Milliseconds,
        Self::Microseconds,
        Self::Nanoseconds,
    ];

    /// The unit of a column with these values, when at least half of them are such numbers: that of most of them, for
    /// a single number may be of any.
    #[must_use]
    pub fn of_column<'a>(values: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut counts = [0_usize; 4];
        let mut filled = 0;
        for value in values {
            filled += 1;
            let unit = number(value).and_then(Self::likely);
            let place = Self::ALL.into_iter().zip(&mut counts);
            for (of_count, count) in place {
                *count += usize::from(unit == Some(of_count));
            }
        }
        let all: usize = counts.iter().sum();
        let most = Self::ALL
            .into_iter()
            .zip(counts)
            .max_by_key(|(_, count)| *count);
        most.filter(|_| all > 0 && all * 2 >= filled)
            .map(|(unit, _)| unit)
    }

    /// The unit in which a number lies within some hundred years of 1970; `None` of a small one.
    fn likely(number: i128) -> Option<Self> {
        match number.unsigned_abs() {
            0..100_000_000 => None,
            100_000_000..100_000_000_000 => Some(Self::Seconds),
            100_000_000_000..100_000_000_000_000 => Some(Self::Milliseconds),
            100_000_000_000_000..100_000_000_000_000_000 => Some(Self::Microseconds),
            _ => Some(Self::Nanoseconds),
        }
    }

    /// The EDTF of a number, to the second; `None` where it is none, or beyond the calendar.
    #[must_use]
    pub fn edtf(self, written: &str) -> Option<String> {
        let parts = match self {
            Self::Seconds => 1,
            Self::Milliseconds => 1_000,
            Self::Microseconds => 1_000_000,
            Self::Nanoseconds => 1_000_000_000,
        };
        epoch(&number(written)?.div_euclid(parts).to_string())
    }
}

/// A whole number; a fraction of it is passed over. Years and dates in digits are none.
fn number(written: &str) -> Option<i128> {
    let text = written.trim();
    let whole = match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|it| it.is_ascii_digit()) => whole,
        Some(_) => return None,
        None => text,
    };
    let is_short = matches!(whole.len(), 4 | 8) && !whole.starts_with('-');
    whole.parse().ok().filter(|_| !is_short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_column_are_read_in_one_unit() {
        let column = [
            "1641340800000",
            "946684800000",
            "-86400000",
            "-15746918400000",
            "1641340800",
        ];
        let unit = EpochUnit::of_column(column);
        assert_eq!(unit, Some(EpochUnit::Milliseconds));
        let days = column.map(|number| unit.and_then(|unit| unit.edtf(number)));
        let days = days.map(|text| {
            text.unwrap_or_default()
                .split('T')
                .next()
                .map(str::to_owned)
        });
        let expected = [
            "2022-01-05",
            "2000-01-01",
            "1969-12-31",
            "1471-01-02",
            "1970-01-19",
        ];
        assert_eq!(days.map(Option::unwrap_or_default)[..3], expected[..3]);
        assert!(
            unit.and_then(|unit| unit.edtf("-15746918400000"))
                .is_some_and(|it| it.starts_with("1471"))
        );
        for (number, unit) in [
            ("1641340800", EpochUnit::Seconds),
            ("1641340800.5", EpochUnit::Seconds),
            ("1641340800000000", EpochUnit::Microseconds),
            ("1641340800000000000", EpochUnit::Nanoseconds),
        ] {
            assert_eq!(EpochUnit::of_column([number]), Some(unit), "{number}");
            assert_eq!(unit.edtf(number).as_deref(), Some("2022-01-05T00:00:00Z"));
        }
    }

    #[test]
    fn a_column_of_dates_is_none_of_numbers() {
        for column in [
            ["2022-01-05", "2022-01-06", "1490000000000000001"].as_slice(),
            &["2022", "2023"],
            &["20220105", "20220106"],
            &["44566"],
            &[],
        ] {
            assert_eq!(
                EpochUnit::of_column(column.iter().copied()),
                None,
                "{column:?}"
            );
        }
        assert_eq!(EpochUnit::Seconds.edtf("2022"), None);
        assert_eq!(EpochUnit::Seconds.edtf("9999999999999999"), None);
    }
}
