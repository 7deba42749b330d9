//! Reads typed values out of a JSON object and notes what does not fit.

use std::{borrow::Cow, cell::RefCell};

use serde_json::{Map, Value};

use super::{
    issue::{Issue, IssueKind},
    lang::{Lang, Localised},
    quantity::Count,
};

/// Issues kept of one object; a hostile list could have one at every second byte.
const ISSUES_LIMIT: usize = 64;

/// One JSON object under reading. Issues gather inside, so that getters can be called freely.
pub(super) struct Reader<'a> {
    object: &'a Map<String, Value>,
    feature: Option<&'a Map<String, Value>>,
    issues: RefCell<Vec<Issue>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(object: &'a Map<String, Value>) -> Self {
        Self {
            object,
            feature: None,
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

    /// The value of `name`; absent and `null` are the same. A name with full stops that no property has is the way to
    /// what stands inside of one, or of another member of the feature.
    pub(super) fn value(&self, name: &str) -> Option<&'a Value> {
        let found = self.object.get(name);
        let inside = || {
            let whole = self.feature.and_then(|feature| inside(feature, name));
            inside(self.object, name).or(whole)
        };
        found.or_else(inside).filter(|value| !value.is_null())
    }

    /// The same reader, which finds what stands in other members of `feature` by the way to it.
    pub(super) const fn within(mut self, feature: &'a Map<String, Value>) -> Self {
        self.feature = Some(feature);
        self
    }

    /// The property that is called `column`, whatever its case and with spaces for underscores.
    pub(super) fn named(&self, column: &str) -> Option<&'a str> {
        let exact = self.object.get_key_value(column).map(|(name, _)| name);
        exact
            .or_else(|| self.object.keys().find(|name| is_called(name, column)))
            .map(String::as_str)
    }

    /// A text; numbers and booleans are taken as they are written.
    pub(super) fn text(&self, name: &str) -> Option<Box<str>> {
        self.written(name).map(Into::into)
    }

    /// The same, borrowed where it can be.
    pub(super) fn written(&self, name: &str) -> Option<Cow<'a, str>> {
        match self.value(name)? {
            Value::String(text) => Some(Cow::Borrowed(text)),
            Value::Number(number) => Some(Cow::Owned(number.to_string())),
            Value::Bool(truth) => Some(Cow::Owned(truth.to_string())),
            other => {
                let pieces = pieces(other).map(Cow::Owned);
                if pieces.is_none() {
                    self.note(name, IssueKind::TypeWrong, &other.to_string());
                }
                pieces
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
    pub(super) fn texts(&self, name: &str) -> Vec<Cow<'a, str>> {
        match self.value(name) {
            None => Vec::new(),
            Some(Value::Array(items)) => items
                .iter()
                .filter_map(|item| match item {
                    Value::String(text) => Some(Cow::Borrowed(text.as_str())),
                    other => {
                        self.note(name, IssueKind::TypeWrong, &other.to_string());
                        None
                    }
                })
                .collect(),
            Some(_) => self.written(name).into_iter().collect(),
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

/// Whether a property is `column` of a known dataset, whatever its case and with spaces for underscores.
#[must_use]
pub fn is_called(name: &str, column: &str) -> bool {
    let letter = |letter| match letter {
        b' ' | b'-' => b'_',
        letter => letter,
    };
    name.len() == column.len()
        && name
            .bytes()
            .zip(column.bytes())
            .all(|(of_name, known)| letter(of_name).eq_ignore_ascii_case(&known))
}

/// Whether a feature has a property called `path`, or something at the end of that way into one or into another member.
#[must_use]
pub fn has_property(feature: &Value, path: &str) -> bool {
    let properties = feature.get("properties").and_then(Value::as_object);
    let is_property =
        properties.is_some_and(|it| it.contains_key(path) || inside(it, path).is_some());
    is_property
        || feature
            .as_object()
            .is_some_and(|it| inside(it, path).is_some())
}

/// Finds what stands at the end of the way `path` into an object: names of members and numbers of items, with full
/// stops between them.
fn inside<'a>(object: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    let (first, rest) = path.split_once('.')?;
    rest.split('.')
        .try_fold(object.get(first)?, |value, step| match value {
            Value::Object(members) => members.get(step),
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            _ => None,
        })
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
/// A text in pieces, some of which are marked as links, names or bold: `["over ", {"type": "bold", "text": "Moura"}]`.
fn pieces(value: &Value) -> Option<String> {
    let piece = |item: &'_ Value| match item {
        Value::String(text) => Some(text.clone()),
        Value::Object(object) if object.contains_key("type") => {
            object.get("text")?.as_str().map(str::to_owned)
        }
        _ => None,
    };
    let items = value.as_array()?;
    items.iter().any(Value::is_object).then_some(())?;
    items.iter().map(piece).collect()
}
