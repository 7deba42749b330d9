//! Reads typed values out of a JSON object and notes what does not fit.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::{
    issue::{Issue, IssueKind},
    lang::{Lang, Localised},
    quantity::Count,
    when::When,
};

/// Issues kept of one object; a hostile list could have one at every second byte.
const ISSUES_LIMIT: usize = 64;

/// One JSON object under reading. Issues gather inside, so that getters can be called freely.
pub(super) struct Reader<'a> {
    object: &'a Map<String, Value>,
    issues: RefCell<Vec<Issue>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(object: &'a Map<String, Value>) -> Self {
        Self {
            object,
            issues: RefCell::default(),
        }
    }

    /// What did not fit, in the order of reading.
    pub(super) fn into_issues(self) -> Vec<Issue> {
        self.issues.into_inner()
    }

    /// Notes an issue with `field`.
    pub(super) fn note(&self, field: &str, kind: IssueKind, value: &str) {
        let mut issues = self.issues.borrow_mut();
        if issues.len() < ISSUES_LIMIT {
            issues.push(Issue::new(field, kind, value));
        }
    }

    /// The value of `name`; absent and `null` are the same.
    pub(super) fn value(&self, name: &str) -> Option<&'a Value> {
        self.object.get(name).filter(|value| !value.is_null())
    }

    /// The property that is called `column`, whatever its case and with spaces for underscores.
    pub(super) fn named(&self, column: &str) -> Option<&'a str> {
        let is_it = |name: &str| {
            name.len() == column.len()
                && name.bytes().zip(column.bytes()).all(|(letter, known)| {
                    let letter = if matches!(letter, b' ' | b'-') {
                        b'_'
                    } else {
                        letter
                    };
                    letter.eq_ignore_ascii_case(&known)
                })
        };
        let exact = self.object.get_key_value(column).map(|(name, _)| name);
        exact
            .or_else(|| self.object.keys().find(|name| is_it(name)))
            .map(String::as_str)
    }

    /// A text; numbers and booleans are taken as they are written.
    pub(super) fn text(&self, name: &str) -> Option<Box<str>> {
        match self.value(name)? {
            Value::String(text) => Some(text.as_str().into()),
            Value::Number(number) => Some(number.to_string().into()),
            Value::Bool(truth) => Some(truth.to_string().into()),
            other => {
                self.note(name, IssueKind::TypeWrong, &other.to_string());
                None
            }
        }
    }

    /// `name`, `name:fr` and `name:ar`.
    pub(super) fn localised(&self, name: &str) -> Localised {
        Lang::ALL
            .into_iter()
            .fold(Localised::default(), |localised, lang| {
                let text = match lang {
                    Lang::En => self.text(name),
                    _ => self.text(&format!("{name}:{lang}")),
                };
                match text {
                    Some(text) => localised.with(lang, &text),
                    None => localised,
                }
            })
    }

    /// A word of a vocabulary.
    pub(super) fn word<T>(&self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(name)?;
        let word = read(&text);
        if word.is_none() {
            self.note(name, IssueKind::ValueUnknown, &text);
        }
        word
    }

    /// The same where the vocabulary binds; another word of a file that it does not bind is none of it, and right.
    pub(super) fn word_of<T>(
        &self,
        is_bound: bool,
        name: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if is_bound {
            self.word(name, read)
        } else {
            read(&self.text(name)?)
        }
    }

    /// A date.
    pub(super) fn when(&self, name: &str) -> Option<When> {
        let text = self.text(name)?;
        When::parse(&text)
            .map_err(|error| self.note(name, error.into(), &text))
            .ok()
    }

    /// A finite number.
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        let value = self.value(name)?;
        let number = value.as_f64().filter(|number| number.is_finite());
        if number.is_none() {
            self.note(name, IssueKind::TypeWrong, &value.to_string());
        }
        number
    }

    /// A list of texts; a single text is a list of one.
    pub(super) fn texts(&self, name: &str) -> Vec<Box<str>> {
        match self.value(name) {
            None => Vec::new(),
            Some(Value::Array(items)) => items
                .iter()
                .filter_map(|item| match item {
                    Value::String(text) => Some(text.as_str().into()),
                    other => {
                        self.note(name, IssueKind::TypeWrong, &other.to_string());
                        None
                    }
                })
                .collect(),
            Some(_) => self.text(name).into_iter().collect(),
        }
    }

    /// A list of objects, each read by `read`, whose issues are noted under `name`.
    pub(super) fn list<T>(&self, name: &str, read: impl Fn(&Reader<'a>) -> Option<T>) -> Vec<T> {
        let Some(value) = self.value(name) else {
            return Vec::new();
        };
        if !value.is_array() {
            self.note(name, IssueKind::TypeWrong, &value.to_string());
        }
        objects(value)
            .filter_map(|object| {
                let reader = Reader::new(object);
                let item = read(&reader);
                for issue in reader.into_issues() {
                    let field = format!("{name}.{}", issue.field);
                    self.note(&field, issue.kind, &issue.value);
                }
                item
            })
            .collect()
    }

    /// `low`, `high` and `circa` of this object.
    pub(super) fn count(&self) -> Count {
        let bound = |name: &str| {
            let value = self.value(name)?;
            let number = value.as_i64();
            if number.is_none() {
                self.note(name, IssueKind::TypeWrong, &value.to_string());
            }
            number
        };
        let count = Count {
            low: bound("low"),
            high: bound("high"),
            circa: self.value("circa").and_then(Value::as_bool) == Some(true),
        };
        if count.is_reversed() {
            self.note("low", IssueKind::RangeReversed, "");
        }
        count
    }
}

/// The text `name` of an object in the languages that it has: `name`, `name:fr`, `name:ar`.
#[must_use]
pub fn localised_member(object: &Map<String, Value>, name: &str) -> Localised {
    Reader::new(object).localised(name)
}

/// The objects of an array; anything else in it is passed over.
pub(super) fn objects(value: &Value) -> impl Iterator<Item = &Map<String, Value>> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
}
