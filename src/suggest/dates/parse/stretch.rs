//! Days, weeks, months and years told from today or from the date before.

use super::{
    FoundDate, found,
    month::month,
    units::{is_plural, unit_at, units},
    weekday::weekday,
};
use crate::suggest::{
    dates::{
        expr::Expr,
        numbers::{count, day, year},
        words::{
            AGO, AGO_BEFORE, EARLIER, EARLIER_BEFORE, LATER, LATER_BEFORE, PAST_BEFORE,
            PAST_BEHIND, PAST_INSIDE, TimeUnit, UNITS,
        },
    },
    tokens::Tokens,
};

/// `two days ago`, `deux jours plus tard`, `بعد ذلك بيومين`.
pub(super) fn counted(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let one_or_more = |at: usize| {
        let lone = || {
            let arabic = tokens.get(at).is_some_and(|token| !token.plain.is_ascii());
            let (unit, end) = unit_at(tokens, at).filter(|_| arabic)?;
            let is_short = unit != TimeUnit::Decade && !is_plural(tokens.plain(at));
            let is_bare = !tokens.plain(at).starts_with("ال");
            (is_bare && is_short).then_some((1, unit, end))
        };
        units(tokens, at).or_else(lone)
    };
    if let Some((number, unit, end)) = units(tokens, at) {
        if let Some(end) = tokens.phrase(end, AGO) {
            return found(Expr::Ago(number, unit), end, "ago");
        }
        if let Some(end) = tokens.phrase(end, LATER) {
            return found(Expr::Shifted(number, unit), end, "behind-date-before");
        }
        if let Some(end) = tokens.phrase(end, EARLIER) {
            return found(Expr::Shifted(-number, unit), end, "before-date-before");
        }
        return None;
    }
    if let Some(begin) = tokens.phrase(at, &["depuis"])
        && let Some((number, unit, end)) = units(tokens, begin)
    {
        let ago = Expr::Ago(number, unit);
        return found(Expr::Since(Box::new(ago)), end, "since");
    }
    for (phrases, sign) in [(EARLIER_BEFORE, -1), (LATER_BEFORE, 1)] {
        if let Some((number, unit, end)) = tokens
            .phrase_after_and(at, phrases)
            .and_then(|begin| one_or_more(begin).or_else(|| prefixed_units(tokens, begin)))
        {
            if number == 1 && names_one(tokens, end) {
                return None;
            }
            return found(
                Expr::Shifted(sign * number, unit),
                end,
                "beside-date-before",
            );
        }
    }
    let begin = tokens.phrase_after_and(at, AGO_BEFORE)?;
    let (number, unit, end) = one_or_more(begin)?;
    if number == 1 && names_one(tokens, end) {
        return None;
    }
    found(Expr::Ago(number, unit), end, "ago")
}

/// Whether a unit goes on as the name of one: `قبل عام 2020` is a year, `قبل يوم الجمعة` a day of the week.
pub(super) fn names_one(tokens: &Tokens, at: usize) -> bool {
    year(tokens, at).is_some()
        || weekday(tokens, at).is_some()
        || month(tokens, at).is_some()
        || day(tokens, at).is_some()
}

/// `بيومين`, `بثلاثة أيام`, `بأسبوع`.
pub(super) fn prefixed_units(tokens: &Tokens, at: usize) -> Option<(i64, TimeUnit, usize)> {
    let bare = tokens.plain(at).strip_prefix('ب')?;
    if let Some((_, unit)) = UNITS.iter().find(|(word, _)| *word == bare) {
        return Some((1, *unit, at + 1));
    }
    let (_, unit_end) = unit_at(tokens, at + 1)?;
    let unit = unit_at(tokens, at + 1)?.0;
    let number = Tokens::of(bare);
    Some((count(&number, 0)?.0, unit, unit_end))
}

/// `the past three months`, `ces trois derniers mois`, `خلال الأشهر الثلاثة الماضية`.
pub(super) fn past(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let begin = tokens.phrase_after_and(at, PAST_BEFORE)?;
    let arabic = |begin: usize| {
        let (unit, end) = unit_at(tokens, begin)?;
        let bare = tokens.plain(end).strip_prefix("ال")?.to_owned();
        let number = count(&Tokens::of(&bare), 0)?.0;
        Some((number, unit, tokens.phrase(end + 1, PAST_BEHIND)?))
    };
    let (number, unit, end) = arabic(begin).or_else(|| {
        let (number, unit, end) = units(tokens, begin)?;
        let is_french = tokens
            .phrase(at, &["ces", "les", "au cours des", "durant les"])
            .is_some();
        let is_arabic = tokens.get(at).is_some_and(|token| !token.plain.is_ascii());
        let said = (begin..end).any(|place| tokens.phrase(place, PAST_INSIDE).is_some());
        let behind = tokens.phrase(end, PAST_BEHIND);
        match (is_french && !said || is_arabic, behind) {
            (true, behind) => Some((number, unit, behind?)),
            (false, _) => Some((number, unit, end)),
        }
    })?;
    (number > 1).then(|| found(Expr::Past(number, unit), end, "stretch-up-to-today"))?
}
