//! Values of columns as JSON.

use std::{borrow::Cow, fmt::Write as _};

use parquet::{
    basic::{ConvertedType, LogicalType, TimeUnit, Type},
    schema::types::ColumnDescriptor,
};
use serde_json::Value;

use crate::{
    io::formats::row_text::{TextCell, push_cell},
    model::{
        DAY,
        bounds::{iso_day, iso_second},
    },
};

/// The last second of the year 9999; what is beyond has no date.
const LAST: i64 = 253_402_300_799;

/// What the values of a column mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ColumnMeaning {
    Plain,
    Unsigned,
    Text,
    Bytes,
    Uuid,
    /// A whole number with its last digits behind the point.
    Decimal(i32),
    Date,
    /// So many a second; whether it is in UTC, and whether all of them are midnights.
    Moment(i64, bool, bool),
    /// A time of day, so many a second.
    Clock(i64),
}

impl ColumnMeaning {
    pub(super) fn of(column: &ColumnDescriptor) -> Self {
        let unit = |unit: &TimeUnit| match unit {
            TimeUnit::MILLIS => 1_000,
            TimeUnit::MICROS => 1_000_000,
            TimeUnit::NANOS => 1_000_000_000,
        };
        if let Some(logical) = column.logical_type_ref() {
            match logical {
                LogicalType::String | LogicalType::Enum | LogicalType::Json => return Self::Text,
                LogicalType::Decimal(decimal) => return Self::Decimal(decimal.scale),
                LogicalType::Date => return Self::Date,
                LogicalType::Time(time) => return Self::Clock(unit(&time.unit)),
                LogicalType::Timestamp(time) => {
                    return Self::Moment(unit(&time.unit), time.is_adjusted_to_u_t_c, false);
                }
                LogicalType::Integer(integer) if !integer.is_signed => return Self::Unsigned,
                LogicalType::Uuid => return Self::Uuid,
                LogicalType::Geometry(_) | LogicalType::Geography(_) => return Self::Bytes,
                _ => {}
            }
        }
        match column.converted_type() {
            ConvertedType::UTF8 | ConvertedType::ENUM | ConvertedType::JSON => Self::Text,
            ConvertedType::DECIMAL => Self::Decimal(column.type_scale()),
            ConvertedType::DATE => Self::Date,
            ConvertedType::TIME_MILLIS => Self::Clock(1_000),
            ConvertedType::TIME_MICROS => Self::Clock(1_000_000),
            ConvertedType::TIMESTAMP_MILLIS => Self::Moment(1_000, true, false),
            ConvertedType::TIMESTAMP_MICROS => Self::Moment(1_000_000, true, false),
            ConvertedType::UINT_8
            | ConvertedType::UINT_16
            | ConvertedType::UINT_32
            | ConvertedType::UINT_64 => Self::Unsigned,
            _ if column.physical_type() == Type::INT96 => Self::Moment(1_000, true, false),
            _ => Self::Plain,
        }
    }

    /// Whether this is a moment at midnight, or none.
    pub(super) const fn is_midnight(self, value: i64) -> bool {
        match self {
            Self::Moment(unit, _, _) => value.rem_euclid(unit * DAY) == 0,
            _ => false,
        }
    }

    /// Appends a whole number as JSON.
    pub(super) fn push_whole(self, out: &mut String, value: i64, bits: u32) {
        let _ = match self {
            Self::Plain => write!(out, "{value}"),
            other => write!(out, "{}", other.of_whole(value, bits)),
        };
    }

    /// Appends bytes as JSON; whether they are text.
    pub(super) fn push_bytes(self, out: &mut String, bytes: &[u8], is_json: bool) -> bool {
        let text = match self {
            // Some programs do not say that what they write is text.
            Self::Plain => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Self::Text => Some(String::from_utf8_lossy(bytes)),
            _ => None,
        };
        if let Some(text) = text {
            push_cell(out, TextCell::Text(&text), is_json);
            return true;
        }
        let value = self.of_bytes(bytes);
        let _ = value.as_ref().map(|value| write!(out, "{value}"));
        value.is_some()
    }

    fn of_whole(self, value: i64, bits: u32) -> Value {
        match self {
            Self::Unsigned if bits == 32 => (value as i32 as u32).into(),
            Self::Unsigned => (value as u64).into(),
            Self::Decimal(scale) => decimal(value.into(), scale),
            Self::Date => value
                .checked_mul(DAY)
                .filter(|second| second.abs() <= LAST)
                .map_or_else(|| value.into(), |second| iso_day(second).into()),
            Self::Moment(unit, is_utc, is_day) => moment(value, unit, is_utc, is_day),
            Self::Clock(unit) => {
                let of_day = moment(value.rem_euclid(unit * DAY), unit, false, false);
                let text = of_day.as_str().and_then(|text| text.split('T').nth(1));
                text.map_or(Value::Null, Value::from)
            }
            _ => value.into(),
        }
    }

    /// `None` for bytes that are no text.
    fn of_bytes(self, bytes: &[u8]) -> Option<Value> {
        match self {
            Self::Uuid => Some(uuid(bytes).into()),
            Self::Decimal(scale) => {
                let first = bytes.first()?;
                let mut value = if first & 0x80 == 0 { 0 } else { -1_i128 };
                for byte in bytes.iter().take(16) {
                    value = value << 8 | i128::from(*byte);
                }
                (bytes.len() <= 16).then(|| decimal(value, scale))
            }
            _ => None,
        }
    }
}

fn moment(value: i64, unit: i64, is_utc: bool, is_day: bool) -> Value {
    let (second, part) = (value.div_euclid(unit), value.rem_euclid(unit));
    if second.abs() > LAST {
        return value.into();
    }
    if is_day {
        return iso_day(second).into();
    }
    let text = iso_second(second);
    let whole = text.trim_end_matches('Z');
    let part = if part == 0 {
        String::new()
    } else {
        let digits = unit.ilog10() as usize;
        let digits = format!("{part:0digits$}");
        format!(".{}", digits.trim_end_matches('0'))
    };
    format!("{whole}{part}{}", if is_utc { "Z" } else { "" }).into()
}

/// A number in its digits, as far as JSON has them.
fn decimal(value: i128, scale: i32) -> Value {
    let scale = scale.clamp(0, 38) as usize;
    let digits = format!("{:0width$}", value.unsigned_abs(), width = scale + 1);
    let (whole, part) = digits.split_at(digits.len() - scale);
    let sign = if value < 0 { "-" } else { "" };
    let text = if part.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part}")
    };
    serde_json::from_str(&text).unwrap_or_else(|_| text.into())
}

fn uuid(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(hex, "{byte:02x}");
    }
    let part = |from, to| hex.get(from..to).unwrap_or_default();
    [
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32),
    ]
    .join("-")
}
