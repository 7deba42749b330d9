//! Days, weeks, months and years told from today or from the date before.

use super::{Found, found, month::month, weekday::weekday};
use crate::suggest::{
    dates::{
        expr::{Expr, Which},
        numbers::{count, day, year},
        words::{
            AGO, AGO_BEFORE, BESIDE, BESIDE_LONG, DAYS, EARLIER, EARLIER_BEFORE, HALVES,
            LAST_BEFORE, LAST_BEHIND, LATER, LATER_BEFORE, NEXT_BEFORE, NEXT_BEHIND, OF,
            PAST_BEFORE, PAST_BEHIND, PAST_INSIDE, PLURALS, THIRDS, THIS_BEFORE, THIS_BEHIND, TWO,
            UNITS, Unit,
        },
    },
    tokens::Tokens,
};

/// Days and stretches beside today or the date before.
pub(super) fn beside(tokens: &Tokens, at: usize) -> Option<Found> {
    for (phrase, days) in DAYS {
        if let Some(end) = tokens.phrase_after_and(at, &[phrase]) {
            // `yesterday, 5 January`: the date itself follows.
            return found(Expr::Beside(*days), end, "beside-today");
        }
    }
    for (phrase, days) in BESIDE {
        if let Some(end) = tokens.phrase_after_and(at, &[phrase]) {
            return found(Expr::Shifted(*days, Unit::Day), end, "beside-date-before");
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
pub(super) fn units(tokens: &Tokens, at: usize) -> Option<(i64, Unit, usize)> {
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

pub(super) fn unit_at(tokens: &Tokens, at: usize) -> Option<(Unit, usize)> {
    UNITS
        .iter()
        .rev()
        .find_map(|(word, unit)| Some((*unit, tokens.phrase(at, &[word])?)))
}

/// `two days ago`, `deux jours plus tard`, `بعد ذلك بيومين`.
pub(super) fn counted(tokens: &Tokens, at: usize) -> Option<Found> {
    let one_or_more = |at: usize| {
        let lone = || {
            let arabic = tokens.get(at).is_some_and(|token| !token.plain.is_ascii());
            let (unit, end) = unit_at(tokens, at).filter(|_| arabic)?;
            let is_short = unit != Unit::Decade && !is_plural(tokens.plain(at));
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
pub(super) fn prefixed_units(tokens: &Tokens, at: usize) -> Option<(i64, Unit, usize)> {
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
pub(super) fn past(tokens: &Tokens, at: usize) -> Option<Found> {
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
pub(super) fn unit(tokens: &Tokens, at: usize) -> Option<Found> {
    let units = |which: Which| match which {
        Which::Last => -1,
        Which::Next => 1,
        _ => 0,
    };
    let make = |unit: Unit, which: Which, end: usize| {
        // How many `the past months` are nobody says.
        if unit == Unit::Day
            || end
                .checked_sub(2)
                .is_some_and(|at| (at..end).any(|at| is_plural(tokens.plain(at))))
        {
            return None;
        }
        let which = if unit == Unit::Weekend && which == Which::Unsaid {
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
    let is_long = matches!(unit, Unit::Month | Unit::Year);
    (is_long && is_of_part(tokens, at)).then(|| make(unit, Which::This, end))?
}

/// `بالشهر`, `للأسبوع`.
pub(super) fn prefixed_unit(tokens: &Tokens, at: usize) -> Option<(Unit, usize)> {
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
