//! Dates in a text of English, French or Arabic, as EDTF that is never more exact than the words.
//!
//! A text is gone through once, word by word ([`joined`] and [`parse`] know the forms, `words` the words); what a form
//! says is an [`expr::Expr`], and what it comes to hangs on the day of publication, on the year that its sentence gave,
//! and on the date before it. A publication that is no single day gives the stretch that both its ends lead to.

mod calendar;
mod expr;
mod joined;
mod numbers;
mod parse;
#[cfg(test)]
mod tests;
#[rustfmt::skip]
mod words;

use jiff::civil::Date;

use self::{
    calendar::Piece,
    expr::{Context, Expr},
    joined::joined,
};
use super::tokens::Tokens;

/// Names before a number that is theirs.
pub(super) const NAMED: &[&str] = words::NAMED;

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DateFound {
    /// Its first token, and the one behind its last.
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) value: String,
    pub(super) rule: &'static str,
}

/// An expression, its first token, the one behind its last, and its rule.
struct SaidDate {
    expr: Expr,
    first: usize,
    end: usize,
    rule: &'static str,
}

/// Finds the dates of a text, in its order; `published` are the first and the last day that it may be published on.
pub(super) fn dates(tokens: &Tokens, published: Option<(Date, Date)>) -> Vec<DateFound> {
    let said = said(tokens);
    let mut before = None;
    let mut found = Vec::new();
    for (number, one) in said.iter().enumerate() {
        let year = year_of_sentence(tokens, &said, number);
        let context = |published| Context {
            published,
            year,
            before,
        };
        let value = match published {
            None => one.expr.edtf(&context(None)),
            Some((first, last)) => {
                let both = [first, last].map(|day| one.expr.edtf(&context(Some(day))));
                widened(both)
            }
        };
        let Some(value) = value else { continue };
        let last = context(published.map(|(_, last)| last));
        before = one
            .expr
            .piece(&last)
            .filter(|piece| is_anchor(*piece))
            .or(before);
        found.push(DateFound {
            first: one.first,
            end: one.end,
            value,
            rule: one.rule,
        });
    }
    found
}

/// What two ends of a publication lead to: one value, or the stretch from the one to the other.
fn widened([first, last]: [Option<String>; 2]) -> Option<String> {
    let (first, last) = (first?, last?);
    if first == last {
        return Some(first);
    }
    let begin = first.split('/').next()?;
    let end = last.rsplit('/').next()?;
    let is_open = |end: &str| end == "..";
    (!is_open(begin) || !is_open(end)).then(|| format!("{begin}/{end}"))
}

/// Whether a later date may be told from this one.
const fn is_anchor(piece: Piece) -> bool {
    matches!(piece, Piece::Day(_) | Piece::Month(..) | Piece::Year(_))
}

/// What the text says, form after form.
fn said(tokens: &Tokens) -> Vec<SaidDate> {
    let mut said = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(one) = joined(tokens, at) else {
            at += 1;
            continue;
        };
        for (expr, first, end) in one.shared {
            said.push(SaidDate {
                expr,
                first,
                end,
                rule: "day-month",
            });
        }
        let first = said.last().map_or(at, |last: &SaidDate| last.end.max(at));
        let first = if first > at {
            skipped(tokens, first)
        } else {
            at
        };
        let end = one.found.end.max(at + 1);
        said.push(SaidDate {
            expr: one.found.expr,
            first,
            end,
            rule: one.found.rule,
        });
        at = end;
    }
    said
}

/// The first token from a place on that is no comma and no "and".
fn skipped(tokens: &Tokens, mut at: usize) -> usize {
    while tokens.is_mark(at, ",") || words::AND.contains(&tokens.plain(at)) {
        at += 1;
    }
    at
}

/// The year that the sentence gave before a date, else behind it.
fn year_of_sentence(tokens: &Tokens, said: &[SaidDate], number: usize) -> Option<i16> {
    let own = said.get(number)?;
    let sentence = tokens.get(own.first)?.sentence;
    let in_sentence = |other: &&SaidDate| {
        tokens
            .get(other.first)
            .is_some_and(|token| token.sentence == sentence)
    };
    let before = said.iter().take(number).rev().filter(in_sentence);
    let behind = said.iter().skip(number + 1).filter(in_sentence);
    before
        .chain(behind)
        .find_map(|other| other.expr.given_year())
}
