//! What a reader may have meant who typed a word that no record holds: the nearest word that one does.
//!
//! Two words are near when few letters must be put in, left out, changed or swapped with their neighbour to make one the
//! other: one in a word of five letters, two in one of eight.

use std::ops::ControlFlow;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::{
    data::{Dataset, all_names, gazetteer},
    model::RowId,
    text::fold::fold,
    work::Progress,
};

use super::{Search, terms::terms_of, visit_row};

/// Records that one core takes at a time.
const CHUNK: usize = 1 << 10;

/// How many letters may be other in a word of so many.
const fn allowed(letters: usize) -> usize {
    match letters {
        0..5 => 0,
        5..8 => 1,
        _ => 2,
    }
}

/// A word that somebody typed.
struct TypedWord {
    folded: Vec<char>,
    allowed: usize,
}

/// Near words of each typed word: how far each is, how often it was seen, and how it is written.
type Candidates = Vec<FxHashMap<String, (usize, usize, String)>>;

impl Search {
    /// Returns what was typed with every word that no record holds replaced by the nearest that one does; of several as near
    /// the one that is seen most often. `None`: nothing is near, or it is not wanted any more. Reads every text of every
    /// record, on every core.
    #[must_use]
    pub fn nearest(dataset: &Dataset, typed: &str, progress: &Progress) -> Option<String> {
        let terms = terms_of(typed);
        let words: Vec<TypedWord> = terms.iter().map(|term| TypedWord::of(term)).collect();
        if words.iter().all(|word| word.allowed == 0) {
            return None;
        }
        let rows: Vec<RowId> = dataset.rows().collect();
        let chunks = rows.par_chunks(CHUNK).map(|chunk| {
            progress.is_wanted().then(|| {
                let mut near = nothing(&words);
                for row in chunk {
                    look_in(dataset, *row, &words, &mut near);
                }
                near
            })
        });
        let join =
            |left: Option<Candidates>, right: Option<Candidates>| Some(joined(left?, right?));
        let mut near = chunks.reduce(|| Some(nothing(&words)), join)?;
        look_at_names(dataset, &words, &mut near);
        let chosen = terms.iter().zip(&near).map(|(term, near)| best(term, near));
        let chosen: Vec<String> = chosen.collect();
        let is_other = chosen
            .iter()
            .zip(&terms)
            .any(|(chosen, term)| chosen != term);
        is_other.then(|| chosen.join(" "))
    }
}

fn nothing(words: &[TypedWord]) -> Candidates {
    words.iter().map(|_| FxHashMap::default()).collect()
}

impl TypedWord {
    fn of(term: &str) -> Self {
        let folded: Vec<char> = fold(term).chars().collect();
        let is_one_word = folded.iter().all(|letter| letter.is_alphabetic());
        let allowed = if is_one_word {
            allowed(folded.len())
        } else {
            0
        };
        Self { folded, allowed }
    }
}

/// Takes the near words of a record.
fn look_in(dataset: &Dataset, row: RowId, words: &[TypedWord], near: &mut Candidates) {
    visit_row(dataset, row, &mut |_, text| {
        for word in text.split(|letter: char| !letter.is_alphanumeric()) {
            look_at(word, 1, words, near);
        }
        ControlFlow::Continue(())
    });
}

/// Takes the near names that the files and the program give to things: a search for one finds the others.
fn look_at_names(dataset: &Dataset, words: &[TypedWord], near: &mut Candidates) {
    let aliases = dataset.parts().iter();
    let aliases = aliases.filter_map(|part| part.members.get("aliases")?.as_array());
    for entry in aliases.flatten() {
        for name in all_names(entry) {
            look_at(name, 0, words, near);
        }
    }
    for name in gazetteer::names() {
        look_at(name, 0, words, near);
    }
}

fn look_at(text: &str, times: usize, words: &[TypedWord], near: &mut Candidates) {
    // Letters of an alphabet take one to four bytes, and folding takes away few of them.
    let is_long = words
        .iter()
        .any(|word| word.allowed > 0 && text.len() + 2 >= word.folded.len());
    if !is_long || text.len() > 128 {
        return;
    }
    let folded = fold(text);
    let letters: Vec<char> = folded.chars().collect();
    for (word, near) in words.iter().zip(near) {
        if word.allowed == 0 {
            continue;
        }
        let Some(distance) = distance(&word.folded, &letters, word.allowed) else {
            continue;
        };
        let known = near.entry(folded.clone());
        let known = known.or_insert_with(|| (distance, 0, text.to_owned()));
        known.1 += times;
    }
}

fn joined(mut left: Candidates, right: Candidates) -> Candidates {
    for (left, right) in left.iter_mut().zip(right) {
        for (folded, (distance, times, text)) in right {
            left.entry(folded).or_insert((distance, 0, text)).1 += times;
        }
    }
    left
}

/// Returns the best of the near words; the term itself where it is among them or nothing is near.
fn best(term: &str, near: &FxHashMap<String, (usize, usize, String)>) -> String {
    let claim = |(folded, (distance, times, _)): &(&String, &(usize, usize, String))| {
        (*distance, usize::MAX - times, (*folded).clone())
    };
    match near.iter().min_by_key(claim) {
        Some((_, (1.., _, text))) => text.clone(),
        _ => term.to_owned(),
    }
}

/// Counts the letters that must be put in, left out, changed or swapped with their neighbour to make one word the other;
/// `None`: more than `most`. Costs O(letters²).
fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    // Three rows of the table of Damerau and Levenshtein: before the last, the last, this one.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, theirs) in other.iter().enumerate() {
            let at =
                |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&last, j) + usize::from(letter != theirs);
            let mut cheapest = changed.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let is_swapped = i > 0
                && j > 0
                && one.get(i - 1) == Some(theirs)
                && other.get(j - 1) == Some(letter);
            if is_swapped {
                cheapest = cheapest.min(at(&before, j - 1) + 1);
            }
            row.push(cheapest);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(one: &str, other: &str) -> Option<usize> {
        let [one, other] = [one, other].map(|word| word.chars().collect::<Vec<char>>());
        distance(&one, &other, 2)
    }

    #[test]
    fn letters_put_in_left_out_changed_and_swapped_count_one_each() {
        for (one, other, distance) in [
            ("wagner", "wagner", Some(0)),
            ("wagner", "wanger", Some(1)),
            ("wagner", "wagne", Some(1)),
            ("wagner", "waggner", Some(1)),
            ("wagner", "vagner", Some(1)),
            ("wagner", "vanger", Some(2)),
            ("wagner", "moura", None),
        ] {
            assert_eq!(between(one, other), distance, "{one} {other}");
            assert_eq!(between(other, one), distance, "{other} {one}");
        }
    }

    #[test]
    fn short_words_are_taken_as_they_are() {
        assert_eq!([4, 5, 7, 8].map(allowed), [0, 1, 1, 2]);
    }
}
