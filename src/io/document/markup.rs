//! Pages by their tags alone, without a tree: for those nested deeper than any real one.

use std::cell::{Cell, RefCell};

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};

/// Elements that have no end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose text is no text of the page.
const SILENT: [&str; 5] = ["script", "style", "noscript", "template", "title"];

/// Elements that stand in the line.
const INLINE: [&str; 18] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "small",
    "span", "strong", "sub", "sup", "u",
];

/// How many elements lie in one another at most.
pub(super) fn depth(text: &str) -> usize {
    let sink = Depth::default();
    walked(text, sink).deepest.get()
}

/// The text of a page, a line for each block that is not blank.
pub(super) fn text(text: &str) -> String {
    let all = walked(text, Texts::default()).text.into_inner();
    let lines = all
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n\n")
}

fn walked<S: TokenSink>(text: &str, sink: S) -> S {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    while let html5ever::TokenizerResult::Script(_) = tokenizer.feed(&input) {}
    tokenizer.end();
    tokenizer.sink
}

/// What lies in an element that is read as it is until it ends.
fn raw(tag: &Tag) -> Option<RawKind> {
    let is_start = tag.kind == TagKind::StartTag;
    match &*tag.name {
        "script" if is_start => Some(RawKind::ScriptData),
        "style" | "noscript" if is_start => Some(RawKind::Rawtext),
        "title" | "textarea" if is_start => Some(RawKind::Rcdata),
        _ => None,
    }
}

#[derive(Default)]
struct Depth {
    open: Cell<usize>,
    deepest: Cell<usize>,
}

impl TokenSink for Depth {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else {
            return TokenSinkResult::Continue;
        };
        if !VOID.contains(&&*tag.name) && !tag.self_closing {
            let open = match tag.kind {
                TagKind::StartTag => self.open.get() + 1,
                TagKind::EndTag => self.open.get().saturating_sub(1),
            };
            self.open.set(open);
            self.deepest.set(self.deepest.get().max(open));
        }
        raw(&tag).map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }
}

#[derive(Default)]
struct Texts {
    text: RefCell<String>,
    silent: Cell<bool>,
}

impl TokenSink for Texts {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => {
                if SILENT.contains(&&*tag.name) {
                    self.silent.set(tag.kind == TagKind::StartTag);
                } else if !INLINE.contains(&&*tag.name) {
                    self.text.borrow_mut().push('\n');
                }
                return raw(&tag).map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
            }
            // A line break in a page is a space.
            Token::CharacterTokens(letters) if !self.silent.get() => {
                let letters = letters.replace(['\n', '\r'], " ");
                self.text.borrow_mut().push_str(&letters);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
