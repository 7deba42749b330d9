//! One date in a text, without what stands before it.
//!
//! [`date`] tries the forms, those that say most before those that say less; each form is a function that knows it alone.

mod month;
mod numeric;
mod part;
mod stretch;
mod units;
mod weekday;

use self::{
    month::{day_and_month, month_alone, month_and_day, year_alone},
    numeric::numeric,
    part::{decade, part, season},
    stretch::{counted, past},
    units::{beside, unit},
    weekday::{week_of, with_weekday},
};
use super::expr::Expr;
use crate::{model::written_date::names::is_hijri, suggest::tokens::Tokens};

/// A date found: what it says, where it ends, and by which rule.
#[derive(Clone, Debug)]
pub(in crate::suggest::dates) struct FoundDate {
    pub(in crate::suggest::dates) expr: Expr,
    pub(in crate::suggest::dates) end: usize,
    pub(in crate::suggest::dates) rule: &'static str,
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "every form ends with it, and every form may find nothing"
)]
fn found(expr: Expr, end: usize, rule: &'static str) -> Option<FoundDate> {
    Some(FoundDate { expr, end, rule })
}

/// The date that begins at a token; `is_led` where words before it say that it is one.
pub(in crate::suggest::dates) fn date(
    tokens: &Tokens,
    at: usize,
    is_led: bool,
) -> Option<FoundDate> {
    let found = numeric(tokens, at)
        .or_else(|| week_of(tokens, at))
        .or_else(|| beside(tokens, at))
        .or_else(|| counted(tokens, at))
        .or_else(|| past(tokens, at))
        .or_else(|| part(tokens, at))
        .or_else(|| with_weekday(tokens, at))
        .or_else(|| day_and_month(tokens, at))
        .or_else(|| month_and_day(tokens, at))
        .or_else(|| unit(tokens, at))
        .or_else(|| season(tokens, at))
        .or_else(|| decade(tokens, at))
        .or_else(|| month_alone(tokens, at, is_led))
        .or_else(|| year_alone(tokens, at, is_led))?;
    // Years of another calendar are no years of this one.
    let is_other = is_hijri(tokens.plain(found.end)) && !tokens.is_mark(found.end, ".");
    (!is_other).then_some(found)
}
