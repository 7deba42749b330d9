//! The fold as a table of letters, for folding gigabytes.
//!
//! [`fold`] folds letter by letter: the fold of a text is the folds of its letters
//! one after another. So its answers can be written down once for every letter that it changes, and
//! a record can be folded as it stands in its file, escapes and all.

use std::{ops::Range, sync::LazyLock};

use super::fold::fold;

/// Letters on a page of the table.
const PAGE: u32 = 256;
/// Where letters are assigned; all others, private ones included, fold to themselves.
const ASSIGNED: [Range<u32>; 2] = [0..0x4_0000, 0xE_0000..0xE_1000];
/// Marks a letter that folds to itself.
const ITSELF: u32 = u32::MAX;

/// What every letter folds to.
pub struct FoldTable {
    /// For each page of letters its number in `pages`; the first page changes nothing.
    index: Vec<u16>,
    /// Where the fold of each letter stands in `folds`: its beginning, then eight bits of length.
    pages: Vec<Vec<u32>>,
    /// The folds, one after another.
    folds: String,
}

impl FoldTable {
    /// Returns the table; made when it is first asked for.
    #[must_use]
    pub fn get() -> &'static Self {
        static TABLE: LazyLock<FoldTable> = LazyLock::new(FoldTable::new);
        &TABLE
    }

    fn new() -> Self {
        let pages = char::MAX as usize / PAGE as usize + 1;
        let mut table = Self {
            index: vec![0; pages],
            pages: vec![vec![ITSELF; PAGE as usize]],
            folds: String::new(),
        };
        for first in ASSIGNED
            .into_iter()
            .flat_map(|range| range.step_by(PAGE as usize))
        {
            table.enter_page(first);
        }
        table
    }

    /// Enters the page of letters that begins with `first`, if it changes one of them.
    fn enter_page(&mut self, first: u32) {
        let mut is_changed = false;
        let entries: Vec<u32> = (first..first + PAGE)
            .map(|code| {
                let entry = char::from_u32(code).map_or(ITSELF, |letter| self.entry(letter));
                is_changed |= entry != ITSELF;
                entry
            })
            .collect();
        if !is_changed {
            return;
        }
        let number = u16::try_from(self.pages.len()).unwrap_or(0);
        if let Some(slot) = self.index.get_mut((first / PAGE) as usize) {
            *slot = number;
        }
        self.pages.push(entries);
    }

    fn entry(&mut self, letter: char) -> u32 {
        let mut buffer = [0; 4];
        let itself = letter.encode_utf8(&mut buffer);
        let folded = fold(itself);
        if folded == *itself {
            return ITSELF;
        }
        let begin = self.folds.len() as u32;
        self.folds.push_str(&folded);
        begin << 8 | (folded.len() as u32 & 0xFF)
    }

    /// Tells what `letter` folds to; `None`: itself.
    fn look_up(&self, letter: char) -> Option<&str> {
        let code = u32::from(letter);
        let page = usize::from(*self.index.get((code / PAGE) as usize)?);
        let entry = *self.pages.get(page)?.get((code % PAGE) as usize)?;
        if entry == ITSELF {
            return None;
        }
        let begin = (entry >> 8) as usize;
        self.folds.get(begin..begin + (entry & 0xFF) as usize)
    }

    /// Appends the fold of one letter.
    pub fn fold_letter(&self, letter: char, folded: &mut Vec<u8>) {
        match self.look_up(letter) {
            Some(fold) => folded.extend_from_slice(fold.as_bytes()),
            None => folded.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }

    /// Appends the fold of `text`: the bytes of `fold(text)`.
    pub fn fold_into(&self, text: &str, folded: &mut Vec<u8>) {
        self.fold_runs(text, |_| false, |_| None, folded);
    }

    /// Appends the fold of a text in JSON, each escape as the letter it stands for. So the texts in
    /// it stand in the fold as they would if they were folded by themselves.
    pub fn fold_json_into(&self, text: &str, folded: &mut Vec<u8>) {
        self.fold_runs(text, |byte| byte == b'\\', unescaped, folded);
    }

    /// Folds runs of plain ASCII at once and everything else letter by letter; where `is_special`
    /// says so, `special` may name the letter that stands there and its length in bytes.
    fn fold_runs(
        &self,
        text: &str,
        is_special: impl Fn(u8) -> bool,
        special: impl Fn(&str) -> Option<(char, usize)>,
        folded: &mut Vec<u8>,
    ) {
        let mut rest = text;
        while !rest.is_empty() {
            let plain = rest
                .bytes()
                .position(|byte| !byte.is_ascii() || is_special(byte))
                .unwrap_or(rest.len());
            let (run, after) = rest.split_at(plain);
            folded.extend(run.bytes().map(fold_ascii));
            rest = after;
            let Some(first) = rest.chars().next() else {
                return;
            };
            let (letter, length) = special(rest)
                .filter(|_| first.is_ascii())
                .unwrap_or((first, first.len_utf8()));
            self.fold_letter(letter, folded);
            rest = rest.get(length..).unwrap_or_default();
        }
    }
}

/// Tells what `fold` makes of a letter of ASCII.
const fn fold_ascii(byte: u8) -> u8 {
    if byte == b'-' {
        b' '
    } else {
        byte.to_ascii_lowercase()
    }
}

/// Returns the letter that an escape of JSON at the beginning of `text` stands for, and its length in bytes.
fn unescaped(text: &str) -> Option<(char, usize)> {
    let letter = match text.as_bytes().get(1)? {
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'u' => return unescaped_code(text),
        other => char::from(*other),
    };
    letter.is_ascii().then_some((letter, 2))
}

fn unescaped_code(text: &str) -> Option<(char, usize)> {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let first = unit(0)?;
    if let Some(letter) = char::from_u32(u32::from(first)) {
        return Some((letter, 6));
    }
    let pair = [first, unit(6)?];
    let letter = char::decode_utf16(pair).next()?.ok()?;
    Some((letter, 12))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_table(text: &str) -> String {
        let mut folded = Vec::new();
        FoldTable::get().fold_into(text, &mut folded);
        String::from_utf8(folded).unwrap()
    }

    #[test]
    fn every_letter_folds_as_the_fold_says() {
        for letter in '\0'..=char::MAX {
            let text = letter.to_string();
            assert_eq!(by_table(&text), fold(&text), "{letter:?}");
        }
    }

    #[test]
    fn escapes_fold_as_the_letters_they_stand_for() {
        for text in ["Ségou \"x\" \\ / \n\t", "موبتي", "𝐌oura 😀", "Kéïta-Œuvre"] {
            let units = text.encode_utf16();
            let escaped = units.fold(String::new(), |escaped, unit| {
                escaped + &format!("\\u{unit:04X}")
            });
            for json in [serde_json::to_string(text).unwrap(), escaped] {
                let mut folded = Vec::new();
                FoldTable::get().fold_json_into(json.trim_matches('"'), &mut folded);
                assert_eq!(String::from_utf8(folded).unwrap(), fold(text));
            }
        }
    }

    proptest! {
        #[test]
        fn the_table_folds_as_the_fold_does(text in "\\PC{0,40}") {
            prop_assert_eq!(by_table(&text), fold(&text));
        }
    }
}
