//! A walk through one JSON value that is laid out as nearly all are.
//!
//! Every step checks what it passes as strictly as a full parser does. What it does not care to judge
//! (an escape beyond the plain ones, an exponent, deep nesting) is [`Unusual`], and so is every mistake:
//! whoever asked then takes the thorough way, which says what is wrong.

use std::ops::Range;

/// Not for the quick way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unusual;

/// Values nested in each other that are still walked through.
const DEPTH_LIMIT: usize = 48;

/// Digits of a number that are sure to fit what it is read into.
const DIGITS_LIMIT: usize = 48;

/// What a value is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// It is not there.
    #[default]
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth,
    /// A number without sign, fraction and exponent, which is kept as it is written.
    Whole,
    /// Another number.
    Number,
    /// A string that means what it spells.
    Plain,
    /// A string with an escape in it.
    Escaped,
    /// An array of strings.
    Texts,
    /// An object or another array.
    Other,
}

/// A place in a text.
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The next byte that is not space.
    pub(super) fn next(&mut self) -> Option<u8> {
        while let Some(byte) = self.peek() {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }

    /// Passes `byte` and the space before it.
    pub(super) fn pass(&mut self, byte: u8) -> Result<(), Unusual> {
        if self.next() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        Err(Unusual)
    }

    /// Passes `byte`, if that is what comes next.
    pub(super) fn passes(&mut self, byte: u8) -> bool {
        self.pass(byte).is_ok()
    }

    /// Passes a key and its colon; where its text stands. Keys with escapes are unusual.
    pub(super) fn key(&mut self) -> Result<Range<usize>, Unusual> {
        self.next();
        let (text, form) = self.string()?;
        if form == Form::Escaped {
            return Err(Unusual);
        }
        self.pass(b':')?;
        Ok(text)
    }

    /// Walks through the members of an object; `member` passes each value.
    pub(super) fn object(
        &mut self,
        mut member: impl FnMut(&mut Self, Range<usize>) -> Result<(), Unusual>,
    ) -> Result<(), Unusual> {
        self.pass(b'{')?;
        if self.passes(b'}') {
            return Ok(());
        }
        loop {
            let key = self.key()?;
            member(self, key)?;
            if !self.passes(b',') {
                return self.pass(b'}');
            }
        }
    }

    /// Passes any value; what it is and where it stands, a string without its quotes.
    pub(super) fn value(&mut self) -> Result<(Range<usize>, Form), Unusual> {
        self.value_below(0)
    }

    /// Passes a number.
    pub(super) fn number(&mut self) -> Result<Range<usize>, Unusual> {
        match self.value()? {
            (range, Form::Whole | Form::Number) => Ok(range),
            _ => Err(Unusual),
        }
    }

    fn value_below(&mut self, depth: usize) -> Result<(Range<usize>, Form), Unusual> {
        let first = self.next().ok_or(Unusual)?;
        let start = self.at;
        let form = match first {
            b'"' => return self.string(),
            b'{' | b'[' if depth >= DEPTH_LIMIT => return Err(Unusual),
            b'{' => {
                self.object_below(depth + 1)?;
                Form::Other
            }
            b'[' => self.array_below(depth + 1)?,
            b't' => self.literal(b"true", Form::Truth)?,
            b'f' => self.literal(b"false", Form::Truth)?,
            b'n' => self.literal(b"null", Form::Null)?,
            _ => self.digits()?,
        };
        Ok((start..self.at, form))
    }

    /// Any object: keys with escapes are as good as others where nobody looks for one.
    fn object_below(&mut self, depth: usize) -> Result<(), Unusual> {
        self.at += 1;
        if self.passes(b'}') {
            return Ok(());
        }
        loop {
            self.next();
            self.string()?;
            self.pass(b':')?;
            self.value_below(depth)?;
            if !self.passes(b',') {
                return self.pass(b'}');
            }
        }
    }

    fn array_below(&mut self, depth: usize) -> Result<Form, Unusual> {
        self.at += 1;
        let mut form = Form::Texts;
        if self.passes(b']') {
            return Ok(form);
        }
        loop {
            let (_, item) = self.value_below(depth)?;
            if !matches!(item, Form::Plain | Form::Escaped) {
                form = Form::Other;
            }
            if !self.passes(b',') {
                return self.pass(b']').map(|()| form);
            }
        }
    }

    fn literal(&mut self, word: &[u8], form: Form) -> Result<Form, Unusual> {
        let is_there = self.bytes.get(self.at..self.at + word.len()) == Some(word);
        self.at += word.len();
        is_there.then_some(form).ok_or(Unusual)
    }

    /// `-`, digits without a leading zero, a fraction; nothing with an exponent.
    fn digits(&mut self) -> Result<Form, Unusual> {
        let start = self.at;
        let has_sign = self.peek() == Some(b'-');
        self.at += usize::from(has_sign);
        let first = self.at;
        self.run_of_digits()?;
        if self.bytes.get(first) == Some(&b'0') && self.at > first + 1 {
            return Err(Unusual);
        }
        let has_fraction = self.peek() == Some(b'.');
        if has_fraction {
            self.at += 1;
            self.run_of_digits()?;
        }
        let is_short = self.at - start <= DIGITS_LIMIT;
        if !is_short || matches!(self.peek(), Some(b'e' | b'E')) {
            return Err(Unusual);
        }
        // Beyond eighteen digits a number may be written back in another form.
        let is_whole = !has_sign && !has_fraction && self.at - start <= 18;
        Ok(if is_whole { Form::Whole } else { Form::Number })
    }

    fn run_of_digits(&mut self) -> Result<(), Unusual> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(()).ok_or(Unusual)
    }

    /// Passes the string that opens here; where its text stands.
    fn string(&mut self) -> Result<(Range<usize>, Form), Unusual> {
        if self.peek() != Some(b'"') {
            return Err(Unusual);
        }
        let start = self.at + 1;
        let mut form = Form::Plain;
        self.at = start;
        loop {
            self.at = next_special(self.bytes, self.at);
            match self.peek() {
                Some(b'"') => {
                    let text = start..self.at;
                    self.at += 1;
                    return Ok((text, form));
                }
                Some(b'\\') => {
                    form = Form::Escaped;
                    self.escape()?;
                }
                // A control character, or the end of the text.
                _ => return Err(Unusual),
            }
        }
    }

    fn escape(&mut self) -> Result<(), Unusual> {
        match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 2,
            Some(b'u') => {
                let digits = self.bytes.get(self.at + 2..self.at + 6).ok_or(Unusual)?;
                let [first, second, ..] = digits else {
                    return Err(Unusual);
                };
                // Halves of pairs begin with d8 to df.
                let is_half = matches!(first, b'd' | b'D') && !(b'0'..=b'7').contains(second);
                if is_half || !digits.iter().all(u8::is_ascii_hexdigit) {
                    return Err(Unusual);
                }
                self.at += 6;
            }
            _ => return Err(Unusual),
        }
        Ok(())
    }
}

/// The first quote, backslash or control character from `at` on, eight bytes at a time.
fn next_special(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let marks = special(u64::from_le_bytes(*eight));
        if marks != 0 {
            return at + marks.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(is_special).unwrap_or(rest.len())
}

/// The high bit of each special byte of eight, exact up to the first.
const fn special(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = ONES << 7;
    const fn zero(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word
    }
    let quote = zero(word ^ (ONES * b'"' as u64));
    let backslash = zero(word ^ (ONES * b'\\' as u64));
    let control = word.wrapping_sub(ONES * b' ' as u64) & !word;
    (quote | backslash | control) & HIGHS
}

/// Whether a place is 0, 0, which needs a word of its own.
pub(super) fn is_zero(x: f64, y: f64) -> bool {
    x == 0.0 && y == 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> Result<Form, Unusual> {
        let mut cursor = Cursor::new(text.as_bytes(), 0);
        let (_, form) = cursor.value()?;
        assert_eq!(cursor.at, text.len(), "{text}");
        Ok(form)
    }

    #[test]
    fn values_are_told_apart() {
        for (text, expected) in [
            ("null", Form::Null),
            ("false", Form::Truth),
            ("2022", Form::Whole),
            ("-0", Form::Number),
            ("1.50", Form::Number),
            ("\"مورا and more than eight bytes\"", Form::Plain),
            (r#""a\u00e9b""#, Form::Escaped),
            (r#"["a", "b\n"]"#, Form::Texts),
            (r#"["a",1]"#, Form::Other),
            (r#"{"a\u0041":[{"b":{}}]}"#, Form::Other),
        ] {
            assert_eq!(form(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn whatever_a_full_parser_refuses_is_unusual() {
        for text in [
            "01",
            "1.",
            "-",
            "+1",
            "nul",
            "\"a\u{1}\"",
            r#""\q""#,
            r#""\ud800""#,
            r#""\u00g0""#,
            "[1,]",
            "{\"a\":1,}",
            "{\"a\"}",
            "{a:1}",
            "[1 2]",
            "\"",
            "{",
            "",
        ] {
            assert!(
                serde_json::from_str::<serde_json::Value>(text).is_err(),
                "{text}"
            );
            assert_eq!(form(text), Err(Unusual), "{text}");
        }
    }

    #[test]
    fn specials_are_found_wherever_they_stand() {
        for special in [b'"', b'\\', 0, b'\n', 0x1F] {
            for before in 0..20 {
                let mut bytes = "é!#[]~ \u{7F}".repeat(3).into_bytes();
                bytes.truncate(before);
                bytes.push(special);
                bytes.extend_from_slice(b"\"\\ more");
                assert_eq!(next_special(&bytes, 0), before, "{special} {before}");
            }
        }
    }
}
