//! Dates in digits.

use super::{FoundDate, found};
use crate::suggest::{
    dates::{calendar::Piece, expr::Expr},
    tokens::Tokens,
};

/// `2022-01-05`, `2022-01`, `05/01/2022`, `5.1.2022`.
pub(super) fn numeric(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let number = |at: usize| {
        tokens
            .get(at)?
            .number()
            .map(|number| (number, tokens.plain(at).len()))
    };
    let glued = |at: usize| tokens.get(at).is_some_and(|token| token.is_glued);
    let mark =
        |mark: &str, place: usize| tokens.is_mark(place, mark) && glued(place) && glued(place + 1);
    let (first, width) = number(at)?;
    let is_alone = !(glued(at)
        && at.checked_sub(1).is_some_and(|before| {
            tokens.is_word(before) || ["-", "/", "."].iter().any(|it| tokens.is_mark(before, it))
        }));
    if !is_alone {
        return None;
    }
    if width == 4 && mark("-", at + 1) {
        let (month, 2) = number(at + 2)? else {
            return None;
        };
        let year = i16::try_from(first).ok()?;
        if !(1..=12).contains(&month) {
            return None;
        }
        if mark("-", at + 3) {
            let (day, 2) = number(at + 4)? else {
                return None;
            };
            let piece = Piece::day(year, month as i8, i8::try_from(day).ok()?)?;
            return found(Expr::Fixed(piece), at + 5, "iso-day");
        }
        return found(
            Expr::Fixed(Piece::Month(year, month as i8)),
            at + 3,
            "iso-month",
        );
    }
    if width == 4
        && mark("/", at + 1)
        && mark("/", at + 3)
        && let (Some((month, _)), Some((day, _))) = (number(at + 2), number(at + 4))
    {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        let piece = Piece::day(i16::try_from(first).ok()?, month, day)?;
        return found(Expr::Fixed(piece), at + 5, "numbers");
    }
    for separator in ["/", ".", "-"] {
        if !(mark(separator, at + 1) && mark(separator, at + 3)) {
            continue;
        }
        let ((second, _), (year, 4)) = (number(at + 2)?, number(at + 4)?) else {
            return None;
        };
        let year = i16::try_from(year).ok()?;
        let (one, two) = (i8::try_from(first).ok()?, i8::try_from(second).ok()?);
        let (day_first, month_first) = (Piece::day(year, two, one), Piece::day(year, one, two));
        // English has both orders: where both are days, only the year is sure.
        let piece = match (day_first, month_first) {
            (Some(day), Some(other))
                if day != other && tokens.has_both_orders && separator != "." =>
            {
                Piece::Year(year)
            }
            (Some(day), _) | (None, Some(day)) => day,
            (None, None) => return None,
        };
        return found(Expr::Fixed(piece), at + 5, "numbers");
    }
    None
}
