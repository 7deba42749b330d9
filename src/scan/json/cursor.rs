//! A walk through one JSON value that is laid out as nearly all are.
//!
//! Every step checks what it passes as strictly as a full parser does. What it does not care to judge
//! (an escape beyond the plain ones, an exponent, deep nesting) is [`Unusual`], and so is every mistake:
//! whoever asked then takes the thorough way, which says what is wrong.

use std::ops::Range;

use super::value::is_space;
use crate::scan::{Form, Unusual, word};

/// Values nested in each other that are still walked through.
const DEPTH_LIMIT: usize = 48;

/// Digits of a number that are sure to fit what it is read into.
const DIGITS_LIMIT: usize = 48;

/// A place in a text.
#[derive(Clone, Debug)]
pub struct Cursor<'a> {
    bytes: &'a [u8],
    /// Where it is.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    /// At byte `at` of `bytes`.
    #[must_use]
    pub const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The next byte that is not space.
    pub fn next_byte(&mut self) -> Option<u8> {
        while let Some(byte) = self.peek() {
            if !is_space(byte) {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }

    /// Passes `byte` and the space before it.
    pub fn pass(&mut self, byte: u8) -> Result<(), Unusual> {
        if self.next_byte() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        Err(Unusual)
    }

    /// Passes `byte`, if that is what comes next.
    pub fn passes(&mut self, byte: u8) -> bool {
        self.pass(byte).is_ok()
    }

    /// Passes a key and its colon; where its text stands. Keys with escapes are unusual.
    pub fn key(&mut self) -> Result<Range<usize>, Unusual> {
        self.next_byte();
        let (text, form) = self.string()?;
        if form == Form::Escaped {
            return Err(Unusual);
        }
        self.pass(b':')?;
        Ok(text)
    }

    /// Walks through the members of an object; `member` passes each value.
    pub fn object(
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
    pub fn value(&mut self) -> Result<(Range<usize>, Form), Unusual> {
        self.value_below(0)
    }

    /// Passes a number.
    pub fn number(&mut self) -> Result<Range<usize>, Unusual> {
        match self.value()? {
            (range, Form::Whole | Form::Number) => Ok(range),
            _ => Err(Unusual),
        }
    }

    fn value_below(&mut self, depth: usize) -> Result<(Range<usize>, Form), Unusual> {
        let first = self.next_byte().ok_or(Unusual)?;
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
            self.next_byte();
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
            self.at = word::special(self.bytes, self.at);
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
}
