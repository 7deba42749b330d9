//! Thirds, halves, quarters, seasons and decades.

use super::{
    FoundDate, found,
    month::{month_alone, year_alone, year_behind},
    units::{unit, which_before},
};
use crate::suggest::{
    dates::{
        calendar::{Piece, WINTER},
        expr::{Expr, Which},
        numbers::year,
        words::{HALVES, OF, QUARTERS, SEASONS, THIRDS, TimeUnit},
    },
    tokens::{Token, Tokens},
};

/// Decades by the Arabic names of their tens.
const TENS: [(&str, i16); 7] = [
    ("ثلاثينيات", 1930),
    ("اربعينيات", 1940),
    ("خمسينيات", 1950),
    ("ستينيات", 1960),
    ("سبعينيات", 1970),
    ("ثمانينيات", 1980),
    ("تسعينيات", 1990),
];

/// A part of what an expression says.
type MakePart = fn(u8, Box<Expr>) -> Expr;

/// Thirds, halves and quarters of a month or a year.
pub(super) fn part(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let of = |list: &[(&str, u8)]| {
        list.iter().find_map(|(phrase, number)| {
            Some((*number, tokens.phrase_after_prefix(at, &[phrase])?))
        })
    };
    let makes: [(_, MakePart, &str); 3] = [
        (of(HALVES), Expr::Half, "half"),
        (of(QUARTERS), Expr::Quarter, "quarter"),
        (of(THIRDS), Expr::Third, "third"),
    ];
    for (part, make, rule) in makes {
        let Some((number, begin)) = part else {
            continue;
        };
        if let Some((expr, end)) = month_or_year(tokens, begin) {
            return found(make(number, Box::new(expr)), end, rule);
        }
    }
    None
}

/// A month or a year behind words that say that there is one.
pub(super) fn month_or_year(tokens: &Tokens, at: usize) -> Option<(Expr, usize)> {
    let mut begin = at;
    for _ in 0..3 {
        let whole = month_alone(tokens, begin, true)
            .or_else(|| decade(tokens, begin))
            .or_else(|| year_alone(tokens, begin, true))
            .or_else(|| unit(tokens, begin));
        if let Some(whole) = whole {
            let is_long = !matches!(
                whole.expr,
                Expr::Stretch(TimeUnit::Day | TimeUnit::Week | TimeUnit::Weekend, _)
            );
            return is_long.then_some((whole.expr, whole.end));
        }
        begin = if tokens.is_mark(begin, "-") {
            begin + 1
        } else {
            tokens.phrase(begin, OF)?
        };
    }
    None
}

pub(super) fn season(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let before = which_before(tokens, at);
    let (mut which, begin) = before.unwrap_or((Which::Unsaid, at));
    let (code, name_end) = SEASONS.iter().find_map(|(word, code)| {
        let end = tokens.phrase_after_prefix(begin, &[word])?;
        Some((*code, end))
    })?;
    let mut end = name_end;
    if before.is_none() {
        (which, end) = year_behind(tokens, name_end);
    }
    // `winter 2021-2022`, `hiver 2021-22`.
    if let Which::Given(year) = which
        && code == WINTER
        && ["-", "–", "/"].iter().any(|mark| tokens.is_mark(end, mark))
        && let Some(next) = tokens.get(end + 1).and_then(Token::number)
        && [year as u64 + 1, (year as u64 + 1) % 100].contains(&next)
    {
        return found(Expr::Fixed(Piece::Winter(year)), end + 2, "season");
    }
    if which == Which::Unsaid {
        return None;
    }
    found(Expr::Season(code, which), end, "season")
}

/// `the 1990s`, `les années 1990`, `تسعينيات القرن الماضي`.
pub(super) fn decade(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let decade = |year: i16| found_decade(year);
    if let Some(begin) = tokens.phrase(at, &["les annees", "annees", "des annees"])
        && let Some((year, end)) = year(tokens, begin)
    {
        return decade(year).map(|expr| FoundDate {
            expr,
            end,
            rule: "decade",
        });
    }
    if let Some(begin) = tokens.phrase(at, &["les annees", "annees", "des annees"])
        && let Some(tens @ (10 | 20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) = tokens.lone_number(begin)
    {
        return decade(1900 + tens as i16).map(|expr| FoundDate {
            expr,
            end: begin + 1,
            rule: "decade",
        });
    }
    let begin = tokens.phrase(at, &["the"]).unwrap_or(at);
    let is_plural =
        tokens.plain(begin + 1) == "s" && tokens.get(begin + 1).is_some_and(|token| token.is_glued);
    if let Some((year, end)) = year(tokens, begin).filter(|_| is_plural) {
        return decade(year).map(|expr| FoundDate {
            expr,
            end: end + 1,
            rule: "decade",
        });
    }
    let (_, year) = TENS
        .iter()
        .find(|(word, _)| tokens.phrase_after_prefix(at, &[word]).is_some())?;
    let end = tokens
        .phrase(at + 1, &["القرن الماضي", "القرن العشرين"])
        .unwrap_or(at + 1);
    decade(*year).map(|expr| FoundDate {
        expr,
        end,
        rule: "decade",
    })
}

pub(super) fn found_decade(year: i16) -> Option<Expr> {
    (year % 10 == 0).then_some(Expr::Fixed(Piece::Decade(year)))
}
