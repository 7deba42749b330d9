//! Dates in digits.

use super::{FoundDate, found};
use crate::suggest::{
    dates::{calendar::Piece, expr::Expr},
    tokens::Tokens,
};

/// `2022-01-05`, `2022-01`, `05/01/2022`, `5.1.2022`.
pub(super) fn numeric(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let digits = Digits { tokens, at };
    let first = digits.number(0)?;
    let is_alone = !(digits.is_glued(0)
        && at.checked_sub(1).is_some_and(|before| {
            tokens.is_word(before) || ["-", "/", "."].iter().any(|it| tokens.is_mark(before, it))
        }));
    if !is_alone {
        return None;
    }
    if first.width == 4 && digits.is_mark("-", 1) {
        return digits.iso(first);
    }
    if first.width == 4
        && digits.is_mark("/", 1)
        && digits.is_mark("/", 3)
        && let (Some(month), Some(day)) = (digits.number(2), digits.number(4))
    {
        let piece = Piece::day(first.year()?, month.small()?, day.small()?)?;
        return found(Expr::Fixed(piece), at + 5, "numbers");
    }
    let is_between =
        |separator: &&str| digits.is_mark(separator, 1) && digits.is_mark(separator, 3);
    let separator = ["/", ".", "-"].into_iter().find(is_between)?;
    digits.year_last(first, separator)
}

/// A number as it is written.
#[derive(Clone, Copy)]
struct WrittenNumber {
    value: u64,
    /// Its digits.
    width: usize,
}

impl WrittenNumber {
    fn year(self) -> Option<i16> {
        i16::try_from(self.value).ok()
    }

    /// As a month or a day may be.
    fn small(self) -> Option<i8> {
        i8::try_from(self.value).ok()
    }
}

/// Numbers with marks between them, counted from the first.
struct Digits<'a> {
    tokens: &'a Tokens,
    at: usize,
}

impl Digits<'_> {
    fn number(&self, place: usize) -> Option<WrittenNumber> {
        let at = self.at + place;
        Some(WrittenNumber {
            value: self.tokens.get(at)?.number()?,
            width: self.tokens.plain(at).len(),
        })
    }

    /// Whether no space stands before it.
    fn is_glued(&self, place: usize) -> bool {
        let token = self.tokens.get(self.at + place);
        token.is_some_and(|token| token.is_glued)
    }

    /// Whether it is this mark, without space on either side.
    fn is_mark(&self, mark: &str, place: usize) -> bool {
        let is_mark = self.tokens.is_mark(self.at + place, mark);
        is_mark && self.is_glued(place) && self.is_glued(place + 1)
    }

    /// `2022-01-05`, `2022-01`.
    fn iso(&self, year: WrittenNumber) -> Option<FoundDate> {
        let of_two = |place: usize| self.number(place).filter(|number| number.width == 2);
        let (month, year) = (of_two(2)?.small()?, year.year()?);
        if !(1..=12).contains(&month) {
            return None;
        }
        if self.is_mark("-", 3) {
            let piece = Piece::day(year, month, of_two(4)?.small()?)?;
            return found(Expr::Fixed(piece), self.at + 5, "iso-day");
        }
        found(
            Expr::Fixed(Piece::Month(year, month)),
            self.at + 3,
            "iso-month",
        )
    }

    /// `05/01/2022`, `5.1.2022`.
    fn year_last(&self, first: WrittenNumber, separator: &str) -> Option<FoundDate> {
        let second = self.number(2)?;
        let year = self.number(4).filter(|number| number.width == 4)?.year()?;
        let (one, two) = (first.small()?, second.small()?);
        let (day_first, month_first) = (Piece::day(year, two, one), Piece::day(year, one, two));
        // English has both orders: where both are days, only the year is sure.
        let piece = match (day_first, month_first) {
            (Some(day), Some(other))
                if day != other && self.tokens.has_both_orders && separator != "." =>
            {
                Piece::Year(year)
            }
            (Some(day), _) | (None, Some(day)) => day,
            (None, None) => return None,
        };
        found(Expr::Fixed(piece), self.at + 5, "numbers")
    }
}
