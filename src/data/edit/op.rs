//! One operation of RFC 6902.

use serde_json::{Map, Value};

use super::pointer::Pointer;

/// What an operation does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpKind {
    /// Nothing is done unless this value stands there.
    Test(Value),
    /// The value comes there: a member that is new or takes the place of another, an item before others.
    Add(Value),
    /// What stands there goes.
    Remove,
    /// The value takes the place of what stands there.
    Replace(Value),
}

/// An operation and where it does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Op {
    /// What.
    pub kind: OpKind,
    /// Where.
    pub path: Pointer,
}

impl Op {
    /// Makes sure that `value` stands at `path`.
    #[must_use]
    pub const fn test(path: Pointer, value: Value) -> Self {
        Self {
            kind: OpKind::Test(value),
            path,
        }
    }

    /// Puts `value` at `path`, where nothing stands.
    #[must_use]
    pub const fn add(path: Pointer, value: Value) -> Self {
        Self {
            kind: OpKind::Add(value),
            path,
        }
    }

    /// Takes away what stands at `path`.
    #[must_use]
    pub const fn remove(path: Pointer) -> Self {
        Self {
            kind: OpKind::Remove,
            path,
        }
    }

    /// Puts `value` in the place of what stands at `path`.
    #[must_use]
    pub const fn replace(path: Pointer, value: Value) -> Self {
        Self {
            kind: OpKind::Replace(value),
            path,
        }
    }

    /// Whether it changes anything.
    #[must_use]
    pub const fn is_write(&self) -> bool {
        !matches!(self.kind, OpKind::Test(_))
    }

    /// The value that it puts there; `None` where it takes one away or only tests.
    #[must_use]
    pub const fn value(&self) -> Option<&Value> {
        match &self.kind {
            OpKind::Add(value) | OpKind::Replace(value) => Some(value),
            OpKind::Test(_) | OpKind::Remove => None,
        }
    }

    /// Reads an operation; `None` where it is none of those that a log has.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        let path = Pointer::parse(value.get("path")?.as_str()?)?;
        let operand = || value.get("value").cloned();
        let kind = match value.get("op")?.as_str()? {
            "test" => OpKind::Test(operand()?),
            "add" => OpKind::Add(operand()?),
            "remove" => OpKind::Remove,
            "replace" => OpKind::Replace(operand()?),
            _ => return None,
        };
        Some(Self { kind, path })
    }

    /// The operation as RFC 6902 writes it.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let (name, value) = match &self.kind {
            OpKind::Test(value) => ("test", Some(value)),
            OpKind::Add(value) => ("add", Some(value)),
            OpKind::Remove => ("remove", None),
            OpKind::Replace(value) => ("replace", Some(value)),
        };
        let mut out = Map::new();
        out.insert("op".to_owned(), name.into());
        out.insert("path".to_owned(), self.path.to_string().into());
        if let Some(value) = value {
            out.insert("value".to_owned(), value.clone());
        }
        out.into()
    }
}

/// Whether two values say the same: members in any order, numbers by what they are worth.
#[must_use]
pub fn is_same_value(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            one == other || (one.as_f64().is_some() && one.as_f64() == other.as_f64())
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| is_same_value(a, b))
        }
        (Value::Object(one), Value::Object(other)) => {
            let is_in_other = |(name, value): (&String, &Value)| {
                other.get(name).is_some_and(|it| is_same_value(value, it))
            };
            one.len() == other.len() && one.iter().all(is_in_other)
        }
        _ => one == other,
    }
}

/// The operations that write, each with the value that was tested for at its place before, where one was.
#[must_use]
pub fn writes(ops: &[Op]) -> impl DoubleEndedIterator<Item = (&Op, Option<&Value>)> {
    let writes = ops.iter().enumerate().filter(|(_, op)| op.is_write());
    writes.map(|(at, op)| {
        let before = ops.get(..at).unwrap_or_default();
        let was = before.iter().rev().find_map(|earlier| match &earlier.kind {
            OpKind::Test(value) if earlier.path == op.path => Some(value),
            _ => None,
        });
        (op, was)
    })
}

/// The operations that take `ops` back: they test what `ops` left there and put back what `ops` tested for. `None` where
/// `ops` took something away, or put something in its place, without having tested what it was.
#[must_use]
pub fn inverse(ops: &[Op]) -> Option<Vec<Op>> {
    let mut inverted = Vec::new();
    for (op, was) in writes(ops).rev() {
        let was = was.cloned();
        let path = op.path.clone();
        match (&op.kind, was) {
            (OpKind::Test(_), _) => {}
            (OpKind::Add(_), None) if op.path.is_end() => return None,
            (OpKind::Add(value), None) => {
                inverted.push(Op::test(path.clone(), value.clone()));
                inverted.push(Op::remove(path));
            }
            (OpKind::Add(value) | OpKind::Replace(value), Some(was)) => {
                inverted.push(Op::test(path.clone(), value.clone()));
                inverted.push(Op::replace(path, was));
            }
            (OpKind::Remove, Some(was)) => inverted.push(Op::add(path, was)),
            (OpKind::Remove | OpKind::Replace(_), None) => return None,
        }
    }
    Some(inverted)
}
