//! Numbers of something, with the vagueness that words give them.

use super::{
    quantity_words::{ABOUT, HEDGES, HEDGES_BEHIND, Hedge, MAGNITUDES, MEASURES, SIZES, WORDS},
    tokens::Tokens,
};
use crate::model::Count;

/// A number found: its tokens and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QuantityFound {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) count: Count,
    pub(super) rule: &'static str,
}

/// Finds the numbers of things in a text, but for the tokens that `is_taken` names.
pub(super) fn quantities(
    tokens: &Tokens,
    named: &[&str],
    is_taken: &dyn Fn(usize) -> bool,
) -> Vec<QuantityFound> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let one = quantity(tokens, at, named).filter(|one| !(one.first..one.end).any(is_taken));
        at = one.as_ref().map_or(at + 1, |one| one.end);
        found.extend(one);
    }
    found
}

fn quantity(tokens: &Tokens, at: usize, named: &[&str]) -> Option<QuantityFound> {
    let found = |end, count, rule| {
        Some(QuantityFound {
            first: at,
            end,
            count,
            rule,
        })
    };
    let hedge = HEDGES
        .iter()
        .find_map(|(phrase, hedge)| Some((*hedge, tokens.phrase_after_and(at, &[phrase])?)));
    let begin = hedge.map_or(at, |(_, end)| end);
    if let Some((size, end)) = listed(tokens, begin, SIZES) {
        let count = Count {
            low: Some(size),
            high: None,
            circa: true,
        };
        return found(end, count, "size");
    }
    if let Some((size, end)) = listed(tokens, begin, ABOUT) {
        let count = hedged(size, hedge.map_or(Hedge::About, |it| it.0));
        return found(end, count, "about-size");
    }
    if let Some(range) = range(tokens, at) {
        return Some(range);
    }
    let (number, end) = number(tokens, begin)?;
    // `القاعدة العسكرية 101`: a word may stand between a name and its number.
    let is_named = hedge.is_none()
        && (1..=2).any(|back| {
            let word = begin.checked_sub(back);
            word.is_some_and(|word| named.contains(&tokens.plain(word)))
        });
    if is_named || is_measure(tokens, end) {
        return None;
    }
    if let Some((hedge, _)) = hedge {
        return found(end, hedged(number, hedge), "hedged-number");
    }
    if let Some((hedge, end)) = HEDGES_BEHIND
        .iter()
        .find_map(|(phrase, hedge)| Some((*hedge, tokens.phrase(end, &[phrase])?)))
    {
        return found(end, hedged(number, hedge), "hedged-number");
    }
    // A number of things has a word behind it that says of which.
    let counts = tokens.is_word(end);
    let count = Count {
        low: Some(number),
        high: Some(number),
        circa: false,
    };
    counts.then(|| found(end, count, "number"))?
}

/// `between 40 and 50`, `40 to 50 thousand`, `من 40 إلى 50 ألف`.
fn range(tokens: &Tokens, at: usize) -> Option<QuantityFound> {
    let begin = tokens
        .phrase_after_and(
            at,
            &["between", "from", "entre", "de", "ما بين", "بين", "من"],
        )
        .unwrap_or(at);
    let (low, end) = number(tokens, begin)?;
    let connector = tokens.phrase(end, &["to", "and", "a", "et", "الي", "و", "حتي"]);
    let connector = connector.or_else(|| tokens.is_mark(end, "-").then_some(end + 1));
    let connector = connector.or_else(|| tokens.is_mark(end, "–").then_some(end + 1))?;
    // Without a word before it, `and` only lists.
    if begin == at && ["and", "et", "و"].contains(&tokens.plain(end)) {
        return None;
    }
    let (high, behind) = number(tokens, connector)?;
    // The second has the size of both: `40 to 50 thousand`.
    let times = if low < 1000
        && high >= 1000
        && high % 1000 == 0
        && low * 1000 < high
        && low * 10 > high / 1000
    {
        1000
    } else {
        1
    };
    let low = low.checked_mul(times)?;
    if low >= high || is_measure(tokens, behind) {
        return None;
    }
    Some(QuantityFound {
        first: at,
        end: behind,
        count: Count {
            low: Some(low),
            high: Some(high),
            circa: false,
        },
        rule: "range",
    })
}

fn is_measure(tokens: &Tokens, at: usize) -> bool {
    tokens.is_mark(at, "%") || tokens.is_mark(at, "°") || MEASURES.contains(&tokens.plain(at))
}

fn hedged(number: i64, hedge: Hedge) -> Count {
    let (low, high, circa) = match hedge {
        Hedge::MoreThan => (number.checked_add(1), None, false),
        Hedge::AtLeast => (Some(number), None, false),
        Hedge::LessThan => (None, number.checked_sub(1), false),
        Hedge::AtMost => (None, Some(number), false),
        Hedge::About => (Some(number), Some(number), true),
    };
    Count { low, high, circa }
}

fn listed(tokens: &Tokens, at: usize, list: &[(&str, i64)]) -> Option<(i64, usize)> {
    list.iter()
        .find_map(|(phrase, size)| Some((*size, tokens.phrase_after_prefix(at, &[phrase])?)))
}

/// A number in digits or words with its magnitudes, and where it ends.
pub(super) fn number(tokens: &Tokens, at: usize) -> Option<(i64, usize)> {
    let (mut number, mut end) = match digits(tokens, at) {
        Some(found) => found,
        None => in_words(tokens, at)?,
    };
    while let Some((times, behind)) = listed_exactly(tokens, end, MAGNITUDES) {
        number = number.checked_mul(times)?;
        end = behind;
    }
    Some((number, end))
}

fn listed_exactly(tokens: &Tokens, at: usize, list: &[(&str, i64)]) -> Option<(i64, usize)> {
    list.iter()
        .find_map(|(phrase, size)| Some((*size, tokens.phrase(at, &[phrase])?)))
}

/// Words such as `two`, `twenty-five`, `ألف`; a magnitude by itself is one of it.
fn in_words(tokens: &Tokens, at: usize) -> Option<(i64, usize)> {
    let prefixed = |list| listed(tokens, at, list);
    let Some((mut number, mut end)) = prefixed(WORDS) else {
        let (number, end) = prefixed(MAGNITUDES)?;
        return Some((number, end));
    };
    let next = if tokens.is_mark(end, "-") {
        end + 1
    } else {
        end
    };
    if (20..100).contains(&number)
        && let Some((units, behind)) =
            listed_exactly(tokens, next, WORDS).filter(|(units, _)| *units < 10)
    {
        number += units;
        end = behind;
    }
    Some((number, end))
}

/// Digits, with spaces, commas or points between their thousands.
fn digits(tokens: &Tokens, at: usize) -> Option<(i64, usize)> {
    let first = tokens.get(at)?;
    let mut number = i64::try_from(first.number()?).ok()?;
    let mut end = at + 1;
    let is_thousands = |place: usize| {
        tokens.get(place).is_some_and(|it| it.number().is_some()) && tokens.plain(place).len() == 3
    };
    let is_glued = |place: usize| tokens.get(place).is_some_and(|token| token.is_glued);
    loop {
        let marked = [",", ".", "٬", "'"]
            .iter()
            .any(|mark| tokens.is_mark(end, mark))
            && is_glued(end)
            && is_glued(end + 1)
            && is_thousands(end + 1);
        let spaced = is_thousands(end) && !is_glued(end) && tokens.plain(at).len() <= 3;
        let next = match (marked, spaced) {
            (true, _) => end + 1,
            (_, true) => end,
            _ => break,
        };
        number = number
            .checked_mul(1000)?
            .checked_add(tokens.get(next)?.number()?.cast_signed())?;
        end = next + 1;
    }
    // `1.5` and `T-72` count nothing, nor does a number with nothing but its digits in a name.
    if end == at + 1 {
        tokens.lone_number(at)?;
    }
    (number > 0).then_some((number, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(text: &str) -> String {
        let found = quantities(&Tokens::of(text), &["base", "القاعده"], &|_| false);
        let text = |number: Option<i64>| number.map_or_else(String::new, |it| it.to_string());
        let counts = found.iter().map(|it| {
            let circa = if it.count.circa { "~" } else { "" };
            format!("{}..{}{circa}", text(it.count.low), text(it.count.high))
        });
        counts.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_before_a_number_bound_it() {
        for (text, expected) in [
            ("more than 100 vehicles", "101.."),
            ("at least 5 tanks and about 1,000 men", "5.. 1000..1000~"),
            ("fewer than 20 experts", "..19"),
            ("no more than 1,000 men", "..1000"),
            ("40,000 to 50,000 fighters", "40000..50000"),
            ("between 3 and 5 aircraft", "3..5"),
            ("dozens of trucks, hundreds of soldiers", "24..~ 200..~"),
            ("twenty-five men in two helicopters", "25..25 2..2"),
            ("plus de 100 véhicules", "101.."),
            (
                "au moins 5 chars et environ 1 000 hommes",
                "5.. 1000..1000~",
            ),
            ("une centaine d'hommes", "100..100~"),
            ("des dizaines de camions", "20..~"),
            ("40 000 à 50 000 combattants", "40000..50000"),
            ("أكثر من 100 آلية", "101.."),
            ("ما لا يقل عن 5 دبابات", "5.."),
            ("نحو ألف عنصر", "1000..1000~"),
            ("من 40 إلى 50 ألف مقاتل", "40000..50000"),
            ("عشرات الشاحنات ومئات الجنود", "20..~ 200..~"),
            ("أكثر من 10 ملايين دولار", "10000001.."),
            ("ثلاثمئة شخص", "300..300"),
        ] {
            assert_eq!(counts(text), expected, "{text}");
        }
    }

    #[test]
    fn measures_names_and_decimals_are_no_quantities() {
        for text in [
            "1.5 km away",
            "Base 101 is near",
            "T-72 tanks",
            "12 km north",
            "5 % of it",
            "three days",
            "القاعدة 101 قرب",
            "1.5 كيلومتر",
            "ثلاثة أيام",
            "trois mois",
        ] {
            assert_eq!(counts(text), "", "{text}");
        }
    }
}
