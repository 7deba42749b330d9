//! Days of months, months and years by their names.

use super::{
    FoundDate, found,
    units::{beside, unit, unit_at, which_before, which_behind},
};
use crate::{
    model::written_date::names::month as month_named,
    suggest::{
        dates::{
            expr::{Expr, Which},
            numbers::{day, year},
            words::{LEADS_MONTH, LEADS_YEAR, NAMED, TimeUnit},
        },
        tokens::Tokens,
    },
};

/// A month by its name, twice where it stands in two traditions, and where it ends.
pub(in crate::suggest::dates) fn month(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let (number, mut end) = one_month(tokens, at)?;
    if tokens.is_mark(end, "/")
        && let Some((other, behind)) = one_month(tokens, end + 1)
        && other == number
    {
        end = behind;
    } else if tokens.is_mark(end, "(")
        && let Some((other, behind)) = one_month(tokens, end + 1)
        && other == number
        && tokens.is_mark(behind, ")")
    {
        end = behind + 1;
    }
    Some((number, end))
}

pub(super) fn one_month(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at).filter(|_| tokens.is_word(at))?;
    let next = tokens.plain(at + 1).to_owned();
    let plain = token.plain.as_str();
    let bare = |word: &str| {
        let words = [word, next.as_str()];
        let words = if next.is_empty() {
            words.get(..1)?
        } else {
            &words
        };
        month_named(words)
    };
    let is_latin = plain.is_ascii();
    // `may` and `march` are months with their capital alone.
    let is_verb = ["may", "march"].contains(&plain) && !token.is_capital;
    if is_verb || is_latin && plain.len() < 3 {
        return None;
    }
    // `كاب` is no August, and `باب` a door.
    let stripped = ["و", "ف", "ب", "ل", "وب", "ول"]
        .iter()
        .filter_map(|prefix| plain.strip_prefix(prefix))
        .filter(|bare| bare.chars().count() > 3)
        .find_map(bare);
    let (number, words) = bare(plain).or(stripped)?;
    let mut end = at + words;
    let is_cut = is_latin && !is_whole_month(plain);
    if is_cut && tokens.is_mark(end, ".") && tokens.get(end).is_some_and(|mark| mark.is_glued) {
        end += 1;
    }
    Some((number as u8, end))
}

/// The months of French in letters without marks, which are written small.
#[rustfmt::skip]
const FRENCH: [&str; 12] = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
];
#[rustfmt::skip]
const ENGLISH: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
];

pub(super) fn is_whole_month(plain: &str) -> bool {
    ENGLISH.contains(&plain) || FRENCH.contains(&plain)
}

/// The year behind a month: given, last, this or next.
pub(super) fn year_behind(tokens: &Tokens, at: usize) -> (Which, usize) {
    let mut next = at;
    if tokens.is_mark(next, ",") {
        next += 1;
    }
    next = tokens
        .phrase(next, &["of", "de", "من", "في"])
        .unwrap_or(next);
    // `January of last year`.
    if let Some(whole) = unit(tokens, next)
        && let Expr::Stretch(TimeUnit::Year, years) = whole.expr
    {
        return (Which::Beside(years as i16), whole.end);
    }
    let lead = tokens.phrase(
        next,
        &["the year", "l annee", "l an", "العام", "عام", "سنه"],
    );
    if let Some((given, end)) = year(tokens, lead.unwrap_or(next)) {
        return (Which::Given(given), end);
    }
    match which_behind(tokens, at) {
        Some((which, end))
            if tokens
                .phrase(at, &["last"])
                .is_none_or(|end| unit_at(tokens, end).is_none()) =>
        {
            (which, end)
        }
        _ => (Which::Unsaid, at),
    }
}

/// `3 January 2022`, `le 1er mars`, `الثالث من كانون الثاني 2022`.
pub(super) fn day_and_month(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let (number, end) = day(tokens, at)?;
    let begin = tokens
        .phrase(
            end,
            &[
                "of the month of",
                "of",
                "du mois de",
                "du mois d",
                "de",
                "d",
                "من شهر",
                "من",
                "شهر",
            ],
        )
        .unwrap_or(end);
    if let Some((month, end)) = month(tokens, begin) {
        let (year, end) = year_behind(tokens, end);
        let month = Box::new(Expr::Month(month, year));
        return found(Expr::Day(number, month), end, "day-month");
    }
    // `the first of this month`, `le 5 courant`.
    if let Some(end) = tokens.phrase(end, &["courant", "الجاري"]) {
        let month = Expr::Stretch(TimeUnit::Month, 0);
        return found(Expr::Day(number, Box::new(month)), end, "day-of-this-month");
    }
    let begin = tokens.phrase(end, &["of", "de", "du", "من"])?;
    let whole = unit(tokens, begin)
        .or_else(|| beside(tokens, begin))
        .or_else(|| {
            // `du même mois`, `du mois dernier`.
            let named = |words: &[&str], units| Some((tokens.phrase(begin, words)?, units));
            let (end, units) = named(&["meme mois"], 0).or_else(|| named(&["mois suivant"], 1))?;
            found(
                Expr::OfBefore(TimeUnit::Month, units),
                end,
                "beside-date-before",
            )
        })?;
    let is_month = matches!(
        whole.expr,
        Expr::Stretch(TimeUnit::Month, _) | Expr::OfBefore(TimeUnit::Month, _)
    );
    is_month.then(|| {
        found(
            Expr::Day(number, Box::new(whole.expr)),
            whole.end,
            "day-of-this-month",
        )
    })?
}

/// `March 5, 2022`.
pub(super) fn month_and_day(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let is_english = tokens
        .get(at)
        .is_some_and(|token| token.plain.is_ascii() && token.is_capital);
    let (month, begin) = month(tokens, at).filter(|_| is_english)?;
    let begin = tokens.phrase(begin, &["the"]).unwrap_or(begin);
    let (number, end) = day(tokens, begin)?;
    // `March 5 people` has no day.
    let (year, end) = year_behind(tokens, end);
    found(
        Expr::Day(number, Box::new(Expr::Month(month, year))),
        end,
        "month-day",
    )
}

/// A month, with its year or by words that say that it is one.
pub(super) fn month_alone(tokens: &Tokens, at: usize, is_led: bool) -> Option<FoundDate> {
    if let Some((which, begin)) = which_before(tokens, at)
        && let Some((month, end)) = month(tokens, begin)
    {
        return found(Expr::Month(month, which), end, "month-beside-today");
    }
    let lead =
        tokens.phrase_after_prefix(at, &["شهر", "شهري", "mois de", "mois d", "the month of"]);
    let (number, end) = month(tokens, lead.unwrap_or(at))?;
    let (year, behind) = year_behind(tokens, end);
    if year != Which::Unsaid {
        let rule = if matches!(year, Which::Given(_)) {
            "month-year"
        } else {
            "month-beside-today"
        };
        return found(Expr::Month(number, year), behind, rule);
    }
    let before = at.checked_sub(1);
    let is_capital = tokens
        .get(at)
        .is_some_and(|token| token.is_capital || !token.plain.is_ascii());
    let is_name = is_capital || FRENCH.contains(&tokens.plain(at));
    let has_prefix = month_named(&[tokens.plain(at), tokens.plain(at + 1)]).is_none();
    let is_led = is_led
        || lead.is_some()
        || has_prefix
        || before.is_some_and(|_| is_led_by(tokens, at, LEADS_MONTH));
    (is_led && is_name).then(|| found(Expr::Month(number, Which::Unsaid), end, "month"))?
}

/// Whether words of a list end right before a place.
pub(super) fn is_led_by(tokens: &Tokens, at: usize, words: &[&str]) -> bool {
    (1..=4).any(|back| {
        let Some(begin) = at.checked_sub(back) else {
            return false;
        };
        words
            .iter()
            .any(|phrase| tokens.phrase_after_and(begin, &[phrase]) == Some(at))
    })
}

/// A year by itself, where words say that it is one.
pub(super) fn year_alone(tokens: &Tokens, at: usize, is_led: bool) -> Option<FoundDate> {
    let lead = tokens.phrase_after_prefix(
        at,
        &[
            "العام",
            "عام",
            "عامي",
            "سنه",
            "سنتي",
            "السنه",
            "the year",
            "l annee",
            "annee",
            "l an",
        ],
    );
    let begin = lead.unwrap_or(at);
    let (number, end) = year(tokens, begin)?;
    let before = at.checked_sub(1);
    let is_in_brackets =
        before.is_some_and(|mark| tokens.is_mark(mark, "(")) && tokens.is_mark(end, ")");
    let is_named = before.is_some_and(|word| NAMED.contains(&tokens.plain(word)));
    let is_led = is_led
        || lead.is_some()
        || is_in_brackets
        || is_led_by(tokens, at, LEADS_YEAR)
        || follows_year(tokens, at);
    let is_counted = tokens.is_mark(end, "%") || tokens.is_mark(end, "°");
    (is_led && !is_named && !is_counted)
        .then(|| found(Expr::Year(Which::Given(number)), end, "year"))?
}

/// Years that a list of them may have.
const LONGEST_LIST: usize = 8;

/// Whether a year goes before, in a list: `2020 and 2021`, `2020, 2021`.
pub(super) fn follows_year(tokens: &Tokens, mut at: usize) -> bool {
    for _ in 0..LONGEST_LIST {
        let Some(before) = at.checked_sub(2) else {
            return false;
        };
        let joins = tokens.is_mark(before + 1, ",")
            || ["and", "et", "or", "ou", "و"].contains(&tokens.plain(before + 1));
        if !joins || year(tokens, before).is_none() {
            return false;
        }
        if is_led_by(tokens, before, LEADS_YEAR) {
            return true;
        }
        at = before;
    }
    false
}
