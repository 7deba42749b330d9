//! Days of the week, and dates that begin with one.

use super::{
    FoundDate, found,
    month::{day_and_month, month_and_day},
    numeric::numeric,
    units::{unit, which_before, which_behind},
};
use crate::{
    model::written_date::names::weekday as weekday_named,
    suggest::{
        dates::{
            expr::{Expr, Which},
            words::TimeUnit,
        },
        tokens::{PREFIXES, Tokens},
    },
};

pub(super) fn week_of(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let phrases = [
        "the week of",
        "week of",
        "the week beginning",
        "la semaine du",
        "semaine du",
        "اسبوع",
    ];
    let begin = tokens.phrase(at, &phrases)?;
    let day = with_weekday(tokens, begin)
        .or_else(|| day_and_month(tokens, begin))
        .or_else(|| month_and_day(tokens, begin))?;
    found(Expr::WeekOf(Box::new(day.expr)), day.end, "week-of")
}

/// A day of the week by its whole name.
pub(super) fn weekday(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at).filter(|_| tokens.is_word(at))?;
    if token.plain.is_ascii() {
        let is_whole = token.plain.len() >= 5;
        let number = weekday_named(&token.plain).filter(|_| is_whole)?;
        return Some((number as u8, at + 1));
    }
    let led = tokens.phrase_after_prefix(at, &["يوم", "ليله", "مساء", "صباح", "فجر"]);
    let name = led.unwrap_or(at);
    let plain = tokens.plain(name);
    let stripped = PREFIXES.iter().find_map(|prefix| {
        let bare = plain
            .strip_prefix(prefix)
            .filter(|bare| bare.starts_with("ال"))?;
        weekday_named(bare)
    });
    let own = weekday_named(plain).filter(|_| plain.starts_with("ال"));
    let number = own.or(stripped)?;
    // `الاثنين` are two of anything, too.
    let is_sure = led.is_some() || number != 1 || which_behind(tokens, name + 1).is_some();
    is_sure.then_some((number as u8, name + 1))
}

pub(super) fn with_weekday(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let before = which_before(tokens, at);
    let (which, begin) = before.map_or((Which::Unsaid, at), |(which, end)| (which, end));
    let (number, mut end) = weekday(tokens, begin)?;
    // The date itself says more.
    let mut next = end;
    while tokens.is_mark(next, ",")
        || tokens.is_mark(next, "(")
        || tokens.phrase(next, &["le", "the"]).is_some()
    {
        next += 1;
    }
    if let Some(date) = numeric(tokens, next)
        .or_else(|| day_and_month(tokens, next))
        .or_else(|| month_and_day(tokens, next))
    {
        return Some(date);
    }
    if before.is_none()
        && let Some((which, behind)) = which_behind(tokens, end)
    {
        return found(
            Expr::Weekday(number, which, None),
            behind,
            "weekday-beside-today",
        );
    }
    // `Friday of last week`.
    let of = tokens.phrase(end, &["of", "de", "من"]).unwrap_or(end);
    if let Some(week) = unit(tokens, of)
        && matches!(week.expr, Expr::Stretch(TimeUnit::Week, _))
    {
        end = week.end;
        return found(
            Expr::Weekday(number, which, Some(Box::new(week.expr))),
            end,
            "weekday-of-week",
        );
    }
    let rule = if which == Which::Unsaid {
        "weekday"
    } else {
        "weekday-beside-today"
    };
    found(Expr::Weekday(number, which, None), end, rule)
}
