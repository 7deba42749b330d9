//! Days and stretches beside today or the date before, and units of time with what is said of them.

use super::{FoundDate, found};
use crate::suggest::{
    dates::{
        expr::{Expr, Which},
        numbers::count,
        words::{
            BESIDE, BESIDE_LONG, DAYS, HALVES, LAST_BEFORE, LAST_BEHIND, NEXT_BEFORE, NEXT_BEHIND,
            OF, PAST_INSIDE, PLURALS, THIRDS, THIS_BEFORE, THIS_BEHIND, TWO, TimeUnit, UNITS,
        },
    },
    tokens::Tokens,
};

/// Days and stretches beside today or the date before.
pub(super) fn beside(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    for (phrase, days) in DAYS {
        if let Some(end) = tokens.phrase_after_and(at, &[phrase]) {
            // `yesterday, 5 January`: the date itself follows.
            return found(Expr::Beside(*days), end, "beside-today");
        }
    }
    for (phrase, days) in BESIDE {
        if let Some(end) = tokens.phrase_after_and(at, &[phrase]) {
            return found(
                Expr::Shifted(*days, TimeUnit::Day),
                end,
                "beside-date-before",
            );
        }
    }
    for (phrase, unit, units) in BESIDE_LONG {
        if let Some(end) = tokens.phrase_after_prefix(at, &[phrase]) {
            return found(Expr::OfBefore(*unit, *units), end, "beside-date-before");
        }
    }
    None
}

/// A number of units, and where it ends.
pub(super) fn units(tokens: &Tokens, at: usize) -> Option<(i64, TimeUnit, usize)> {
    for (word, unit) in TWO {
        if let Some(end) = tokens.phrase_after_prefix(at, &[word]) {
            return Some((2, *unit, end));
        }
    }
    if let Some((number, mut behind)) = count(tokens, at) {
        // `trois derniers mois`.
        if let Some(end) = tokens.phrase(behind, PAST_INSIDE) {
            behind = end;
        }
        let (unit, end) = unit_at(tokens, behind)?;
        return Some((number, unit, end));
    }
    None
}

pub(super) fn unit_at(tokens: &Tokens, at: usize) -> Option<(TimeUnit, usize)> {
    UNITS
        .iter()
        .rev()
        .find_map(|(word, unit)| Some((*unit, tokens.phrase(at, &[word])?)))
}

/// Whether a unit stands for more than one.
pub(super) fn is_plural(word: &str) -> bool {
    PLURALS.contains(&word)
}

/// Last, this or next before a word, and where it ends.
pub(super) fn which_before(tokens: &Tokens, at: usize) -> Option<(Which, usize)> {
    [
        (LAST_BEFORE, Which::Last),
        (THIS_BEFORE, Which::This),
        (NEXT_BEFORE, Which::Next),
    ]
    .into_iter()
    .find_map(|(phrases, which)| Some((which, tokens.phrase_after_prefix(at, phrases)?)))
}

/// The same behind one.
pub(super) fn which_behind(tokens: &Tokens, at: usize) -> Option<(Which, usize)> {
    let at = if tokens.is_mark(at, "-") { at + 1 } else { at };
    [
        (LAST_BEHIND, Which::Last),
        (THIS_BEHIND, Which::This),
        (NEXT_BEHIND, Which::Next),
    ]
    .into_iter()
    .find_map(|(phrases, which)| Some((which, tokens.phrase(at, phrases)?)))
}

/// `last week`, `la semaine dernière`, `الشهر الجاري`.
pub(super) fn unit(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let units = |which: Which| match which {
        Which::Last => -1,
        Which::Next => 1,
        _ => 0,
    };
    let make = |unit: TimeUnit, which: Which, end: usize| {
        // How many `the past months` are nobody says.
        if unit == TimeUnit::Day
            || end
                .checked_sub(2)
                .is_some_and(|at| (at..end).any(|at| is_plural(tokens.plain(at))))
        {
            return None;
        }
        let which = if unit == TimeUnit::Weekend && which == Which::Unsaid {
            Which::Last
        } else {
            which
        };
        found(
            Expr::Stretch(unit, units(which)),
            end,
            "stretch-beside-today",
        )
    };
    if let Some((which, begin)) = which_before(tokens, at)
        && let Some((unit, end)) = unit_at(tokens, begin)
    {
        let is_french_this = tokens
            .phrase_after_prefix(at, &["ce", "cet", "cette"])
            .is_some();
        let (which, end) = match which_behind(tokens, end) {
            Some((behind, end)) if is_french_this => (behind, end),
            _ => (which, end),
        };
        return make(unit, which, end);
    }
    let begin = tokens
        .phrase(at, &["the", "la", "le", "l", "du", "d"])
        .unwrap_or(at);
    let (unit, end) = unit_at(tokens, begin).or_else(|| prefixed_unit(tokens, begin))?;
    // `اليوم` and `يوم` are days, and said elsewhere.
    if let Some((which, end)) = which_behind(tokens, end) {
        return make(unit, which, end);
    }
    let is_long = matches!(unit, TimeUnit::Month | TimeUnit::Year);
    (is_long && is_of_part(tokens, at)).then(|| make(unit, Which::This, end))?
}

/// `بالشهر`, `للأسبوع`.
pub(super) fn prefixed_unit(tokens: &Tokens, at: usize) -> Option<(TimeUnit, usize)> {
    UNITS
        .iter()
        .rev()
        .find_map(|(word, unit)| Some((*unit, tokens.phrase_after_prefix(at, &[word])?)))
}

/// Whether `the month` is spoken of as one of which a part is named: `at the end of the month`.
pub(super) fn is_of_part(tokens: &Tokens, at: usize) -> bool {
    let parts = || THIRDS.iter().chain(HALVES).map(|(phrase, _)| *phrase);
    (1..=5).any(|back| {
        let begin = at.checked_sub(back);
        let ends_here = |begin: usize, phrase: &str| {
            let end = tokens.phrase_after_prefix(begin, &[phrase]);
            end == Some(at) || end.is_some_and(|end| tokens.phrase(end, OF) == Some(at))
        };
        begin.is_some_and(|begin| parts().any(|phrase| ends_here(begin, phrase)))
    })
}
