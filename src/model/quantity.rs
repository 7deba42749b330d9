//! Numbers as a source states them: a range, with its vagueness kept.

use super::lang::Localised;

/// Bounds of a stated number; `None` is "not stated".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// At least this many.
    pub low: Option<i64>,
    /// At most this many.
    pub high: Option<i64>,
    /// "About".
    pub circa: bool,
}

impl Count {
    /// Whether the source gives no number at all.
    #[must_use]
    pub const fn is_unstated(&self) -> bool {
        self.low.is_none() && self.high.is_none()
    }

    /// Whether `low` and `high` contradict each other.
    #[must_use]
    pub fn is_reversed(&self) -> bool {
        matches!((self.low, self.high), (Some(low), Some(high)) if low > high)
    }

    /// Reads a number as one types it: `200`, `~200`, `100-200`, `>=5`, `>100` (101 at least), `<=50`, `<50`, `5+`. Nothing is
    /// no stated number; `None`: it is none of these.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (circa, text) = match text.strip_prefix('~') {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text),
        };
        if text.is_empty() {
            return Some(Self {
                circa,
                ..Self::default()
            });
        }
        let [low, high] = range(text)?;
        Some(Self { low, high, circa })
    }

    /// The number as [`Count::parse`] reads it; empty where none is stated.
    #[must_use]
    pub fn notation(&self) -> String {
        let about = if self.circa { "~" } else { "" };
        match (self.low, self.high) {
            (None, None) => about.to_owned(),
            (Some(low), Some(high)) if low == high => format!("{about}{low}"),
            (Some(low), Some(high)) => format!("{about}{low}-{high}"),
            (Some(low), None) => format!("{about}>={low}"),
            (None, Some(high)) => format!("{about}<={high}"),
        }
    }
}

/// The bounds that a text without a tilde says.
fn range(text: &str) -> Option<[Option<i64>; 2]> {
    let at_least = |low: i64| Some([Some(low), None]);
    let at_most = |high: i64| Some([None, Some(high)]);
    for sign in [">=", "≥"] {
        if let Some(rest) = text.strip_prefix(sign) {
            return at_least(whole(rest)?);
        }
    }
    for sign in ["<=", "≤"] {
        if let Some(rest) = text.strip_prefix(sign) {
            return at_most(whole(rest)?);
        }
    }
    if let Some(rest) = text.strip_prefix('>') {
        return at_least(whole(rest)?.checked_add(1)?);
    }
    if let Some(rest) = text.strip_prefix('<') {
        return at_most(whole(rest)?.checked_sub(1)?);
    }
    if let Some(rest) = text.strip_suffix('+') {
        return at_least(whole(rest)?);
    }
    // A sign before the first number is none between two.
    let between = text
        .char_indices()
        .skip(1)
        .find(|(_, letter)| matches!(letter, '-' | '–' | '—'));
    if let Some((at, dash)) = between {
        let (low, high) = (text.get(..at)?, text.get(at + dash.len_utf8()..)?);
        return Some([Some(whole(low)?), Some(whole(high)?)]);
    }
    let number = whole(text)?;
    Some([Some(number), Some(number)])
}

/// A whole number; spaces may part its thousands.
fn whole(text: &str) -> Option<i64> {
    let digits: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    digits.parse().ok()
}

/// A number of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// What is counted.
    pub what: Localised,
    /// How many.
    pub count: Count,
}

/// A piece of equipment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equipment {
    /// The model, exactly as the source writes it.
    pub model: Option<Box<str>>,
    /// What sort of equipment it is.
    pub kind: Localised,
    /// How many.
    pub count: Count,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_as_it_is_typed_and_none_is_made_more_exact() {
        let count = |low, high, circa| Some(Count { low, high, circa });
        for (text, wanted) in [
            ("", count(None, None, false)),
            ("200", count(Some(200), Some(200), false)),
            ("~200", count(Some(200), Some(200), true)),
            ("1 200", count(Some(1200), Some(1200), false)),
            ("100-200", count(Some(100), Some(200), false)),
            ("~ 100 – 200", count(Some(100), Some(200), true)),
            (">100", count(Some(101), None, false)),
            (">= 5", count(Some(5), None, false)),
            ("5+", count(Some(5), None, false)),
            ("≤50", count(None, Some(50), false)),
            ("<50", count(None, Some(49), false)),
            ("-3", count(Some(-3), Some(-3), false)),
            ("some", None),
            ("1.5", None),
            (">", None),
            ("1-2-3", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(Count::parse(text), wanted, "{text}");
            if let Some(count) = wanted {
                assert_eq!(Count::parse(&count.notation()), Some(count), "{text}");
            }
        }
    }
}
