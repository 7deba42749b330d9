//! A text in words, numbers and marks, each with its place in code points and the sentence that it stands in.

use crate::model::{Lang, written_date::letters::folded};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters, with digits among them where the first is a letter: `T72B3`.
    Word,
    /// Digits of any script, in Western ones.
    Number,
    /// A mark, one letter long.
    Mark,
}

/// A token.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    /// In small letters without accents and vowel signs, with Western digits.
    pub(super) plain: String,
    /// Where it stands, in code points of the text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether nothing stands between it and what is before.
    pub(super) is_glued: bool,
    /// Whether it begins with a capital letter.
    pub(super) is_capital: bool,
    /// The number of its sentence.
    pub(super) sentence: usize,
}

impl Token {
    /// The number that it is; `None` for anything else, and for what has more digits than dates and counts have.
    pub(super) fn number(&self) -> Option<u64> {
        let is_number = self.kind == TokenKind::Number && self.plain.len() <= 15;
        is_number.then(|| self.plain.parse().ok()).flatten()
    }

    pub(super) fn is_mark(&self, mark: &str) -> bool {
        self.kind == TokenKind::Mark && self.plain == mark
    }
}

/// The tokens of a text.
pub(super) struct Tokens {
    list: Vec<Token>,
    /// Whether dates such as 05/06/2021 may have the month first, as English writes them too.
    pub(super) has_both_orders: bool,
}

impl Tokens {
    /// Takes a text apart. Linear in its length.
    pub(super) fn of(text: &str) -> Self {
        let mut reading = Reading::default();
        for (at, letter) in text.chars().enumerate() {
            reading.take(at, letter);
        }
        reading.end_token();
        let mut tokens = Self {
            list: reading.list,
            has_both_orders: false,
        };
        tokens.number_sentences();
        tokens
    }

    /// The language that most of the words are of, by those that every text has.
    pub(super) fn language(&self) -> Option<Lang> {
        let count = |words: &[&str]| {
            let is_one = |token: &&Token| words.contains(&token.plain.as_str());
            self.list.iter().filter(is_one).count()
        };
        let counts = [
            (
                count(&["the", "of", "and", "in", "was", "to", "is", "on"]),
                Lang::En,
            ),
            (
                count(&["le", "la", "les", "de", "du", "et", "des", "un", "une"]),
                Lang::Fr,
            ),
            (
                count(&["في", "من", "علي", "الي", "ان", "عن", "التي", "ما"]),
                Lang::Ar,
            ),
        ];
        let most = counts.into_iter().max_by_key(|(count, _)| *count);
        most.filter(|(count, _)| *count > 0).map(|(_, lang)| lang)
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// The plain form of a token; nothing behind the end.
    pub(super) fn plain(&self, at: usize) -> &str {
        self.get(at).map_or("", |token| &token.plain)
    }

    pub(super) fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.get(at).is_some_and(|token| token.is_mark(mark))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.get(at)
            .is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// The number at a place, where it is a number of its own and no part of `1.5`, `T-72` or `10,000`.
    pub(super) fn lone_number(&self, at: usize) -> Option<u64> {
        let number = self.get(at)?.number()?;
        let is_glued = |at: usize| self.get(at).is_some_and(|token| token.is_glued);
        let joins = |at: usize| {
            [".", ",", "/", "٫", "-", "٬"]
                .iter()
                .any(|it| self.is_mark(at, it))
        };
        let before = at.checked_sub(1);
        let is_number = |at: usize| self.get(at).is_some_and(|it| it.kind == TokenKind::Number);
        // `3-5 March` and `mid-2024` are parted by their hyphen, `T-72` is not.
        let is_parted = |mark: usize| {
            let word = mark.checked_sub(1);
            self.is_mark(mark, "-")
                && word.is_some_and(|word| is_number(word) || PARTED.contains(&self.plain(word)))
        };
        let follows = before.is_some_and(|before| {
            let joined = joins(before) && is_glued(before) && !is_parted(before);
            is_glued(at)
                && (joined || self.is_word(before) && !BEFORE_NUMBER.contains(&self.plain(before)))
        });
        let leads = joins(at + 1)
            && is_glued(at + 1)
            && is_glued(at + 2)
            && is_number(at + 2)
            && !self.is_mark(at + 1, "-");
        (!follows && !leads).then_some(number)
    }

    /// Where the first of the phrases ends that begins at a place; a phrase is plain words parted by spaces. Hyphens
    /// and apostrophes between words do not count.
    pub(super) fn phrase(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.one(at, phrase, &[]))
    }

    /// The same, and an Arabic "and" or "so" before it is passed over.
    pub(super) fn phrase_after_and(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases
            .iter()
            .find_map(|phrase| self.one(at, phrase, &["و", "ف"]))
    }

    /// The same, and Arabic prefixes of any kind are passed over.
    pub(super) fn phrase_after_prefix(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases
            .iter()
            .find_map(|phrase| self.one(at, phrase, &PREFIXES))
    }

    fn one(&self, at: usize, phrase: &str, prefixes: &[&str]) -> Option<usize> {
        let token = self.get(at).filter(|token| token.kind != TokenKind::Mark)?;
        let (first, rest) = match phrase.split_once(' ') {
            Some((first, rest)) => (first, Some(rest)),
            None => (phrase, None),
        };
        // Nearly every phrase is told by its first word.
        let prefix = token.plain.strip_suffix(first)?;
        if !prefix.is_empty() && !prefixes.contains(&prefix) {
            return None;
        }
        let mut next = at + 1;
        for word in rest.into_iter().flat_map(|rest| rest.split(' ')) {
            if self.is_mark(next, "-") || self.is_mark(next, "'") {
                next += 1;
            }
            let is_it = |token: &&Token| token.kind != TokenKind::Mark && token.plain == word;
            self.get(next).filter(is_it)?;
            next += 1;
        }
        // `l'année`, `jusqu'en`.
        Some(next + usize::from(self.is_mark(next, "'")))
    }

    fn number_sentences(&mut self) {
        let mut sentence = 0;
        let mut ends = false;
        let mut is_initial = false;
        for token in &mut self.list {
            let breaks = token.plain == "\n";
            if (ends && !token.is_glued && !is_initial) || breaks {
                sentence += 1;
            }
            ends =
                token.kind == TokenKind::Mark && [".", "!", "?", "؟", "…"].contains(&&*token.plain);
            if !ends {
                // `Gen. Traoré`, `J. Dupont`, `5 Jan. 2022` go on.
                is_initial = token.kind == TokenKind::Word && token.plain.chars().count() <= 3;
            }
            token.sentence = sentence;
        }
        self.list.retain(|token| token.plain != "\n");
    }
}

/// Words before whose hyphen a number of its own may stand.
const PARTED: [&str; 4] = ["mid", "mi", "early", "late"];

/// What Arabic writes before a word as one with it.
pub(super) const PREFIXES: [&str; 9] = ["و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "وك"];

/// What it writes so before a number.
const BEFORE_NUMBER: [&str; 8] = ["و", "ف", "ب", "ل", "ال", "وال", "بال", "لل"];

#[derive(Default)]
struct Reading {
    list: Vec<Token>,
    open: Option<Token>,
    /// Where the last token ended.
    end: usize,
}

impl Reading {
    fn take(&mut self, at: usize, letter: char) {
        if letter == '\n' {
            self.end_token();
            self.push_mark(at, "\n".to_owned());
            return;
        }
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let Some(plain) = folded(small) else {
            // What nobody sees belongs to the word that it stands in.
            if let Some(open) = &mut self.open {
                open.end = at + 1;
            } else if self.end == at {
                self.end = at + 1;
            }
            return;
        };
        if plain.is_whitespace() {
            self.end_token();
        } else if plain.is_alphanumeric() {
            self.letter(at, letter, plain);
        } else {
            self.end_token();
            self.push_mark(at, plain.to_string());
        }
    }

    fn letter(&mut self, at: usize, letter: char, plain: char) {
        let is_digit = plain.is_ascii_digit();
        let goes_on = self.open.as_ref().is_some_and(|open| match open.kind {
            TokenKind::Number => is_digit,
            // `و5` is a word and a number, `H2200` a name.
            _ => !is_digit || open.plain.is_ascii(),
        });
        if !goes_on {
            self.end_token();
        }
        let is_glued = !self.list.is_empty() && self.end == at;
        let open = self.open.get_or_insert_with(|| Token {
            kind: if is_digit {
                TokenKind::Number
            } else {
                TokenKind::Word
            },
            plain: String::new(),
            start: at,
            end: at,
            is_glued,
            is_capital: letter.is_uppercase(),
            sentence: 0,
        });
        open.plain.push(plain);
        open.end = at + 1;
    }

    fn push_mark(&mut self, at: usize, plain: String) {
        self.list.push(Token {
            kind: TokenKind::Mark,
            plain,
            start: at,
            end: at + 1,
            is_glued: !self.list.is_empty() && self.end == at,
            is_capital: false,
            sentence: 0,
        });
        self.end = at + 1;
    }

    fn end_token(&mut self) {
        if let Some(token) = self.open.take() {
            self.end = token.end;
            self.list.push(token);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<String> {
        let tokens = Tokens::of(text);
        tokens.list.into_iter().map(|token| token.plain).collect()
    }

    #[test]
    fn words_numbers_and_marks_are_parted() {
        assert_eq!(
            plain("Le 1er mars, T-72B3"),
            ["le", "1", "er", "mars", ",", "t", "-", "72", "b3"]
        );
        assert_eq!(plain("بين ٣ و٥ آذار"), ["بين", "3", "و", "5", "اذار"]);
        assert_eq!(plain("H2200 أُغلق"), ["h2200", "اغلق"]);
    }

    #[test]
    fn places_are_counted_in_code_points() {
        let tokens = Tokens::of("أُغلق المطار");
        let token = tokens.get(1).unwrap();
        assert_eq!((token.start, token.end), (6, 12));
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let tokens = Tokens::of("On 5 Jan. 2022 it closed. In May it opened");
        let sentences: Vec<usize> = tokens.list.iter().map(|token| token.sentence).collect();
        assert_eq!(sentences, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
    }
}
