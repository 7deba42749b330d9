//! Dates with what stands before and between them: since, until, around, from one to another.

use super::{
    expr::{Expr, Which},
    numbers::day,
    parse::{FoundDate, date},
    words::{AFTER, AND, AROUND, ARTICLES, BEFORE, BETWEEN, FROM, SINCE, TO, UNTIL},
};
use crate::suggest::tokens::Tokens;

/// Words that nothing is counted by.
const GRAMMAR: [&str; 16] = [
    "the",
    "a",
    "and",
    "when",
    "in",
    "at",
    "by",
    "la",
    "le",
    "les",
    "et",
    "quand",
    "en",
    "في",
    "كان",
    "عندما",
];

/// A date with its operator.
pub(super) struct Joined {
    pub(super) found: FoundDate,
    /// Dates before it that share its month: `4 and 5 April`. Each with its tokens.
    pub(super) shared: Vec<(Expr, usize, usize)>,
}

impl Joined {
    const fn alone(found: FoundDate) -> Self {
        Self {
            found,
            shared: Vec::new(),
        }
    }
}

/// The date that begins at a token, with its operator.
pub(super) fn joined(tokens: &Tokens, at: usize) -> Option<Joined> {
    if let Some(range) = range(tokens, at) {
        return Some(Joined::alone(onwards(tokens, range)));
    }
    if let Some(operated) = operated(tokens, at) {
        return Some(Joined::alone(operated));
    }
    if let Some(several) = several(tokens, at) {
        return Some(several);
    }
    let date = date(tokens, at, false)?;
    Some(Joined::alone(onwards(tokens, date)))
}

/// `5 March 2022 onwards`.
fn onwards(tokens: &Tokens, found: FoundDate) -> FoundDate {
    match tokens.phrase(found.end, &["onwards", "onward", "and after", "فصاعدا"]) {
        Some(end) => FoundDate {
            expr: Expr::Since(Box::new(found.expr)),
            end,
            rule: "since",
        },
        None => found,
    }
}

/// The date behind words and articles.
fn behind(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let mut begin = at;
    for _ in 0..3 {
        if let Some(found) = range_of_two(tokens, begin).or_else(|| date(tokens, begin, true)) {
            return Some(found);
        }
        begin = tokens.phrase(begin, ARTICLES)?;
    }
    None
}

/// `since March`, `avant 2020`, `حوالي الخامس من يناير`.
fn operated(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    type Make = fn(Box<Expr>) -> Expr;
    let operators: [(&[&str], Make, &'static str); 5] = [
        (SINCE, Expr::Since, "since"),
        (UNTIL, Expr::Until, "until"),
        (BEFORE, Expr::Before, "before"),
        (AFTER, Expr::After, "after"),
        (AROUND, Expr::Around, "around"),
    ];
    for (words, make, rule) in operators {
        let Some(begin) = tokens.phrase_after_and(at, words) else {
            continue;
        };
        // `قبل يومين` is ago and `منذ يومين` too.
        if let Some(ago) = date(tokens, at, false)
            .filter(|found| ["ago", "since", "beside-date-before"].contains(&found.rule))
        {
            return Some(ago);
        }
        let around = tokens
            .phrase(begin, AROUND)
            .and_then(|at| behind(tokens, at))
            .map(|found| FoundDate {
                expr: Expr::Around(Box::new(found.expr)),
                ..found
            });
        let inner = around.or_else(|| behind(tokens, begin));
        let Some(inner) = inner else { continue };
        if rule == "around" && is_count(tokens, begin, inner.end) {
            continue;
        }
        if !is_dated(&inner.expr, rule) {
            return Some(inner);
        }
        return Some(FoundDate {
            expr: make(Box::new(inner.expr)),
            end: inner.end,
            rule,
        });
    }
    None
}

/// Whether `about 2022 beds` counts something: a number by itself with a word behind it that is none of grammar.
fn is_count(tokens: &Tokens, begin: usize, end: usize) -> bool {
    let is_bare = end == begin + 1 && tokens.get(begin).is_some_and(|it| it.number().is_some());
    is_bare && tokens.is_word(end) && !GRAMMAR.contains(&tokens.plain(end))
}

/// Whether an operator makes sense of such a date.
fn is_dated(expr: &Expr, rule: &str) -> bool {
    !(matches!(expr, Expr::Range(..) | Expr::Past(..))
        || rule == "around" && matches!(expr, Expr::Since(_)))
}

/// `between A and B`, `from A to B`, `A-B`.
fn range(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let and_or_to = [AND, TO].concat();
    for (before, between) in [(BETWEEN, and_or_to.as_slice()), (FROM, TO)] {
        for phrase in before {
            let Some(begin) = tokens.phrase_after_and(at, &[phrase]) else {
                continue;
            };
            if let Some(found) = ends(tokens, begin, between, &[]) {
                return Some(found);
            }
        }
    }
    range_of_two(tokens, at)
}

/// `3-5 March 2022`, `January–March 2022`, `2021-2022`, `3 au 5 mars`.
fn range_of_two(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    years(tokens, at).or_else(|| ends(tokens, at, &["to", "au"], &["-", "–"]))
}

fn years(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    let first = tokens
        .get(at)?
        .number()
        .filter(|_| tokens.plain(at).len() == 4)?;
    let is_dash = tokens.is_mark(at + 1, "-") || tokens.is_mark(at + 1, "–");
    let second = tokens.get(at + 2).filter(|_| is_dash)?.number()?;
    let second = match tokens.plain(at + 2).len() {
        4 => second,
        2 => first / 100 * 100 + second,
        _ => return None,
    };
    let is_named = at
        .checked_sub(1)
        .is_some_and(|word| super::words::NAMED.contains(&tokens.plain(word)));
    let goes_on =
        tokens.is_mark(at + 3, "-") && tokens.get(at + 3).is_some_and(|mark| mark.is_glued);
    let are_years = (1900..=2099).contains(&first)
        && (first + 1..=2099).contains(&second)
        && second - first < 60;
    let is_iso =
        tokens.plain(at + 2).len() == 2 && second % 100 <= 12 && first % 100 + 1 != second % 100;
    if !are_years || is_named || goes_on || is_iso {
        return None;
    }
    let year = |year: u64| Expr::Year(Which::Given(year as i16));
    Some(FoundDate {
        expr: Expr::Range(Box::new(year(first)), Box::new(year(second))),
        end: at + 3,
        rule: "range",
    })
}

/// Two dates with one of these words or marks between them; the first may lack what the second says.
fn ends(tokens: &Tokens, at: usize, words: &[&str], marks: &[&str]) -> Option<FoundDate> {
    let begin = tokens.phrase(at, ARTICLES).unwrap_or(at);
    let connector = |at: usize| {
        let mark = marks
            .iter()
            .find(|mark| tokens.is_mark(at, mark))
            .map(|_| at + 1);
        mark.or_else(|| tokens.phrase(at, words))
            .or_else(|| words.contains(&"و").then(|| and_as_prefix(tokens, at))?)
    };
    let first = date(tokens, begin, true);
    let whole = first.and_then(|first| Some((first.expr, connector(first.end)?)));
    let bare = || {
        let (number, end) = day(tokens, begin)?;
        // Its month is that of the last.
        Some((
            Expr::Day(number, Box::new(Expr::Year(Which::Unsaid))),
            connector(end)?,
        ))
    };
    let (first, behind_connector) = whole.or_else(bare)?;
    let mut next = behind_connector;
    for _ in 0..3 {
        if let Some(last) = last_of(tokens, next) {
            return pair(first, last);
        }
        next = tokens.phrase(next, ARTICLES)?;
    }
    None
}

/// An Arabic "and" that is one with the next word: the place of that word.
fn and_as_prefix(tokens: &Tokens, at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    let is_and = token.plain.starts_with('و') && token.plain != "و" && tokens.is_word(at);
    is_and.then_some(at)
}

fn last_of(tokens: &Tokens, at: usize) -> Option<FoundDate> {
    date(tokens, at, true)
}

/// A range of two dates, of which the first may be but a day.
fn pair(first: Expr, last: FoundDate) -> Option<FoundDate> {
    let first = match (first, &last.expr) {
        (Expr::Day(day, of), Expr::Day(_, month)) if matches!(*of, Expr::Year(Which::Unsaid)) => {
            Expr::Day(day, month.clone())
        }
        (Expr::Day(_, of), _) if matches!(*of, Expr::Year(Which::Unsaid)) => return None,
        (first, _) => first,
    };
    let is_end = |expr: &Expr| {
        !matches!(
            expr,
            Expr::Range(..) | Expr::Since(_) | Expr::Until(_) | Expr::Past(..)
        )
    };
    if !is_end(&first) || !is_end(&last.expr) {
        return None;
    }
    Some(FoundDate {
        expr: Expr::Range(Box::new(first), Box::new(last.expr)),
        end: last.end,
        rule: "range",
    })
}

/// `4 and 5 April 2022`, `4, 5 et 6 avril`: a date for each day.
fn several(tokens: &Tokens, at: usize) -> Option<Joined> {
    let mut days = Vec::new();
    let mut next = at;
    loop {
        if let Some(last) =
            date(tokens, next, false).filter(|found| matches!(found.expr, Expr::Day(..)))
            && let Expr::Day(_, month) = &last.expr
            && !days.is_empty()
        {
            let shared = days
                .iter()
                .map(|(day, begin, end)| (Expr::Day(*day, month.clone()), *begin, *end));
            return Some(Joined {
                shared: shared.collect(),
                found: last,
            });
        }
        let (number, end) = day(tokens, next).filter(|_| days.len() < 8)?;
        days.push((number, next, end));
        let list = tokens.is_mark(end, ",") || tokens.phrase(end, AND).is_some();
        next = end + usize::from(list);
        if !list {
            return None;
        }
        next = tokens.phrase(next, &["le", "the"]).unwrap_or(next);
    }
}
