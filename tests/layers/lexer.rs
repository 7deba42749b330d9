//! Rust text to the tokens that matter here; comments, characters and lifetimes are left out.

/// A token and the line that it stands on, from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or keyword.
    Word(String),
    /// The inside of a string.
    Text(String),
    /// `::`.
    Path,
    /// Any other mark.
    Mark(char),
}

impl Kind {
    pub(crate) fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }
}

pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let mut lexer = Lexer {
        letters,
        at: 0,
        line: 1,
        tokens: Vec::new(),
    };
    while lexer.step() {}
    lexer.tokens
}

struct Lexer {
    letters: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).copied()
    }

    fn starts_with(&self, text: &str) -> bool {
        text.chars()
            .enumerate()
            .all(|(index, letter)| self.peek(index) == Some(letter))
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(letter == '\n');
        Some(letter)
    }

    fn push(&mut self, line: usize, kind: Kind) {
        self.tokens.push(Token { line, kind });
    }

    /// Takes one token or what stands between two; `false` at the end.
    fn step(&mut self) -> bool {
        let Some(letter) = self.peek(0) else {
            return false;
        };
        let line = self.line;
        if self.starts_with("//") {
            while self.peek(0).is_some_and(|letter| letter != '\n') {
                self.next();
            }
        } else if self.starts_with("/*") {
            self.block_comment();
        } else if let Some(hashes) = self.raw_string() {
            let text = self.raw_text(hashes);
            self.push(line, Kind::Text(text));
        } else if letter == '"' || self.starts_with("b\"") || self.starts_with("c\"") {
            let text = self.text();
            self.push(line, Kind::Text(text));
        } else if letter == '\'' {
            self.character_or_lifetime();
        } else if letter.is_alphanumeric() || letter == '_' {
            let word = self.word();
            self.push(line, Kind::Word(word));
        } else if self.starts_with("::") {
            self.at += 2;
            self.push(line, Kind::Path);
        } else {
            self.next();
            if !letter.is_whitespace() {
                self.push(line, Kind::Mark(letter));
            }
        }
        true
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            if self.starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.starts_with("*/") {
                depth -= 1;
                self.at += 2;
            } else if self.next().is_none() {
                return;
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// The number of hashes of a raw string that begins here.
    fn raw_string(&self) -> Option<usize> {
        let prefix = ["r", "br", "cr"].into_iter().find(|prefix| {
            self.starts_with(prefix) && matches!(self.peek(prefix.len()), Some('"' | '#'))
        })?;
        let rest = self.letters.get(self.at + prefix.len()..)?;
        let hashes = rest.iter().take_while(|letter| **letter == '#').count();
        (self.peek(prefix.len() + hashes) == Some('"')).then_some(hashes)
    }

    fn raw_text(&mut self, hashes: usize) -> String {
        while self.next().is_some_and(|letter| letter != '"') {}
        let end = format!("\"{}", "#".repeat(hashes));
        let mut text = String::new();
        while !self.starts_with(&end) {
            let Some(letter) = self.next() else { break };
            text.push(letter);
        }
        self.at += end.len();
        text
    }

    fn text(&mut self) -> String {
        while self.next().is_some_and(|letter| letter != '"') {}
        let mut text = String::new();
        while let Some(letter) = self.next() {
            match letter {
                '"' => break,
                '\\' => {
                    self.next();
                }
                _ => text.push(letter),
            }
        }
        text
    }

    fn character_or_lifetime(&mut self) {
        self.next();
        if self.peek(0) == Some('\\') {
            self.next();
            self.next();
            while self.next().is_some_and(|letter| letter != '\'') {}
        } else if self.peek(1) == Some('\'') {
            self.at += 1;
            self.next();
        }
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(letter) = self
            .peek(0)
            .filter(|letter| letter.is_alphanumeric() || *letter == '_')
        {
            word.push(letter);
            self.at += 1;
        }
        word
    }
}

#[test]
fn comments_strings_characters_and_lifetimes_hide_nothing() {
    let text = r##"
        // crate::a
        /* crate::b /* nested */ */
        let x: &'static str = "crate::c \" ";
        let y = r#"crate::d" "#; let z = '"'; let w = '\''; let u = '\u{1F}';
        crate::e
    "##;
    let words: Vec<String> = tokens(text)
        .into_iter()
        .filter_map(|token| match token.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        })
        .collect();
    let expected = [
        "let", "x", "static", "str", "let", "y", "let", "z", "let", "w", "let", "u", "crate", "e",
    ];
    // What a lifetime is called is a word too; it names no module.
    assert_eq!(words, expected);
}
