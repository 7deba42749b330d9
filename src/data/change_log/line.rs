//! One line of a log.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::data::{digest::hexadecimal, edit::Op};

/// The version of the form of lines.
const VERSION: u64 = 1;

/// SHA-256 of a text, in hexadecimal.
#[must_use]
pub fn digest_of(text: &str) -> String {
    hexadecimal(&Sha256::digest(text))
}

/// Which record a change is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rec {
    /// The one with this id.
    Text(String),
    /// The one with this number for an id, in the digits of the file.
    Number(String),
    /// One without an id, or with one that others have too: by the digest of its bytes in the file that the change
    /// started from. Of several with these bytes it is the one with this number, from zero.
    Bytes(String, usize),
}

impl Rec {
    fn read(value: &Value) -> Option<Self> {
        Some(match value {
            Value::String(text) => Self::Text(text.clone()),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::Object(object) => Self::Bytes(
                object.get("sha256")?.as_str()?.to_owned(),
                usize::try_from(object.get("nth").map_or(Some(0), Value::as_u64)?).ok()?,
            ),
            _ => return None,
        })
    }

    fn to_value(&self) -> Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Number(digits) => {
                serde_json::from_str(digits).unwrap_or_else(|_| digits.as_str().into())
            }
            Self::Bytes(digest, nth) => {
                let mut object = Map::new();
                object.insert("sha256".to_owned(), digest.as_str().into());
                if *nth > 0 {
                    object.insert("nth".to_owned(), (*nth).into());
                }
                object.into()
            }
        }
    }

    /// The record that the member `id` of a feature names; `None` where it names none.
    #[must_use]
    pub fn of_id(id: &Value) -> Option<Self> {
        Some(match id {
            Value::String(text) => Self::Text(text.clone()),
            Value::Number(number) => Self::Number(number.to_string()),
            _ => return None,
        })
    }

    /// What to call it where it has no other name.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) => text.clone(),
            Self::Bytes(digest, _) => format!("#{}", digest.get(..12).unwrap_or(digest)),
        }
    }
}

/// A change, as a line says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its own id.
    pub id: String,
    /// Digest of this author's line before.
    pub prev: Option<String>,
    /// Ids of the last lines of other authors that were known.
    pub seen: Vec<String>,
    /// SHA-256 of the file that it started from.
    pub base: String,
    /// When, in UTC.
    pub at: String,
    /// Who.
    pub by: String,
    /// Why.
    pub why: Option<String>,
    /// Which record; `None`: the line only says that the file was saved.
    pub rec: Option<Rec>,
    /// SHA-256 of the feature's bytes before; `None`: there was none.
    pub was: Option<String>,
    /// What was done.
    pub ops: Vec<Op>,
    /// Anchors of the words it was taken from.
    pub from: Option<Value>,
    /// The suggestion that was accepted.
    pub hint: Option<Value>,
    /// The change that it takes back.
    pub undoes: Option<String>,
    /// The first of the changes that were made in one step.
    pub step: Option<String>,
    /// SHA-256 of the file that was saved with all changes up to here.
    pub saved: Option<String>,
}

impl Entry {
    fn read(object: &Map<String, Value>) -> Option<Self> {
        let text = |name: &str| match object.get(name) {
            None | Some(Value::Null) => Some(None),
            Some(Value::String(text)) => Some(Some(text.clone())),
            Some(_) => None,
        };
        let list = |name: &str| match object.get(name) {
            None | Some(Value::Null) => Some(Vec::new()),
            Some(Value::Array(items)) => Some(items.clone()),
            Some(_) => None,
        };
        let given = |name: &str| object.get(name).filter(|value| !value.is_null()).cloned();
        let rec = given("rec");
        Some(Self {
            id: text("id")??,
            prev: text("prev")?,
            seen: list("seen")?
                .into_iter()
                .map(|id| id.as_str().map(str::to_owned))
                .collect::<Option<_>>()?,
            base: text("base")??,
            at: text("at")??,
            by: text("by")??,
            why: text("why")?,
            rec: match rec {
                None => None,
                Some(rec) => Some(Rec::read(&rec)?),
            },
            was: text("was")?,
            ops: list("op")?.iter().map(Op::read).collect::<Option<_>>()?,
            from: given("from"),
            hint: given("hint"),
            undoes: text("undoes")?,
            step: text("step")?,
            saved: text("saved")?,
        })
    }

    /// The line, without its break.
    #[must_use]
    pub fn to_line(&self) -> String {
        let mut out = Map::new();
        let mut set = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                out.insert(name.to_owned(), value);
            }
        };
        let text = |text: &Option<String>| text.as_deref().map(Value::from);
        set("v", Some(VERSION.into()));
        set("id", Some(self.id.as_str().into()));
        set(
            "prev",
            Some(self.prev.as_deref().map_or(Value::Null, Value::from)),
        );
        set("seen", Some(self.seen.clone().into()));
        set("base", Some(self.base.as_str().into()));
        set("at", Some(self.at.as_str().into()));
        set("by", Some(self.by.as_str().into()));
        set("why", text(&self.why));
        set("rec", self.rec.as_ref().map(Rec::to_value));
        set("was", text(&self.was));
        let ops: Vec<Value> = self.ops.iter().map(Op::to_value).collect();
        set("op", Some(ops.into()));
        set("from", self.from.clone());
        set("hint", self.hint.clone());
        set("undoes", text(&self.undoes));
        set("step", text(&self.step));
        set("saved", text(&self.saved));
        Value::from(out).to_string()
    }
}

/// Why a line is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// It is no JSON object.
    NotJson,
    /// It is of another version of the program.
    Version,
    /// A member is missing, or is not what it should be.
    Form,
}

/// A line as it stands in a file, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Its bytes, without the break.
    pub raw: Box<str>,
    /// Their SHA-256, to which the next line is chained.
    pub digest: String,
    /// What it says.
    pub entry: Result<Entry, LineFault>,
}

impl LogLine {
    /// Reads a line.
    #[must_use]
    pub fn read(raw: &str) -> Self {
        Self {
            raw: raw.into(),
            digest: digest_of(raw),
            entry: entry(raw),
        }
    }
}

fn entry(raw: &str) -> Result<Entry, LineFault> {
    let Ok(Value::Object(object)) = serde_json::from_str(raw) else {
        return Err(LineFault::NotJson);
    };
    if object.get("v").and_then(Value::as_u64) != Some(VERSION) {
        return Err(LineFault::Version);
    }
    Entry::read(&object).ok_or(LineFault::Form)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::data::edit::Pointer;

    #[test]
    fn a_line_says_what_was_written() {
        for rec in [
            Rec::Text("a".to_owned()),
            Rec::Number("12345678901234567890123".to_owned()),
            Rec::Bytes("ab".to_owned(), 2),
        ] {
            let entry = Entry {
                id: "1".to_owned(),
                prev: Some("p".to_owned()),
                seen: vec!["2".to_owned()],
                why: Some("two\nlines".to_owned()),
                rec: Some(rec),
                ops: vec![
                    Op::test(Pointer::property("date"), json!("2022")),
                    Op::remove(Pointer::property("date")),
                ],
                saved: Some("d".to_owned()),
                ..Entry::default()
            };
            let line = entry.to_line();
            assert!(!line.contains('\n'));
            assert_eq!(LogLine::read(&line).entry, Ok(entry));
        }
        assert_eq!(LogLine::read("{").entry, Err(LineFault::NotJson));
        assert_eq!(LogLine::read(r#"{"v":2}"#).entry, Err(LineFault::Version));
        assert_eq!(
            LogLine::read(r#"{"v":1,"id":7}"#).entry,
            Err(LineFault::Form)
        );
    }
}
