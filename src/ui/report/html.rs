//! HTML as it is written: every text is escaped, every element that is opened is closed.

use crate::text::bidi;

/// An HTML text that grows.
#[derive(Debug, Default)]
pub(super) struct Html {
    text: String,
}

impl Html {
    /// The text so far.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Writes markup as it stands: none of it comes from outside.
    pub(super) fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Writes words of the program, with the controls that set names apart in them.
    pub(super) fn words(&mut self, words: &str) {
        escape_into(words, &mut self.text);
    }

    /// Writes a text from elsewhere: what in it would lie about the order of its letters is shown by its number.
    pub(super) fn foreign(&mut self, text: &str) {
        escape_into(&bidi::as_shown(text), &mut self.text);
    }

    /// Writes an element with its attributes around what `contents` writes.
    pub(super) fn within(
        &mut self,
        tag: &str,
        attributes: &[(&str, &str)],
        contents: impl FnOnce(&mut Self),
    ) {
        self.open(tag, attributes);
        contents(self);
        self.text.push_str("</");
        self.text.push_str(tag);
        self.text.push('>');
    }

    /// Writes an element around words of the program.
    pub(super) fn element(&mut self, tag: &str, attributes: &[(&str, &str)], words: &str) {
        self.within(tag, attributes, |html| html.words(words));
    }

    /// Writes an element around a text from elsewhere, in whichever direction that has.
    pub(super) fn foreign_element(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        let attributes: Vec<(&str, &str)> = attributes
            .iter()
            .copied()
            .chain([("dir", "auto")])
            .collect();
        self.within(tag, &attributes, |html| html.foreign(text));
    }

    /// Writes the start of an element, which is all of one that has no contents.
    pub(super) fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(tag);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            escape_into(value, &mut self.text);
            self.text.push('"');
        }
        self.text.push('>');
    }
}

fn escape_into(text: &str, escaped: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(letter),
            // What HTML may not hold.
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => escaped.push('\u{fffd}'),
            _ => escaped.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup_and_none_lies_about_its_order() {
        let mut html = Html::default();
        html.foreign_element(
            "p",
            &[("title", "\"><img src=x>")],
            "<script>a & b</script>",
        );
        html.foreign("abc\u{202e}def\u{0}");
        let text = html.into_text();
        assert!(
            !text.contains("<script") && !text.contains("<img"),
            "{text}"
        );
        assert!(text.contains("&lt;script&gt;a &amp; b"), "{text}");
        assert!(
            text.contains("[U+202E]") && !text.contains('\u{202e}'),
            "{text}"
        );
        assert!(!text.contains('\u{0}'));
    }
}
