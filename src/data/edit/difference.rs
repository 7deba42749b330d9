//! The operations that lead from one value to another.

use serde_json::Value;

use super::{
    op::{Op, is_same_value},
    pointer::Pointer,
};

/// The operations that make `after` of `before`, each with the test of what was there. Objects are gone into, member by
/// member; a list is one value.
#[must_use]
pub fn difference(before: &Value, after: &Value) -> Vec<Op> {
    let mut ops = Vec::new();
    descend(&Pointer::default(), before, after, &mut ops);
    ops
}

/// The operations that put `after` in the place of `before` at `path`; `None` stands for nothing at all.
#[must_use]
pub fn replacing(path: &Pointer, before: Option<&Value>, after: Option<&Value>) -> Vec<Op> {
    let test = |value: &Value| Op::test(path.clone(), value.clone());
    match (before, after) {
        (None, None) => Vec::new(),
        (Some(before), Some(after)) if is_same_value(before, after) => Vec::new(),
        (Some(before), Some(after)) => {
            vec![test(before), Op::replace(path.clone(), after.clone())]
        }
        (None, Some(after)) => vec![Op::add(path.clone(), after.clone())],
        (Some(before), None) => vec![test(before), Op::remove(path.clone())],
    }
}

fn descend(path: &Pointer, before: &Value, after: &Value, ops: &mut Vec<Op>) {
    let (Value::Object(old), Value::Object(new)) = (before, after) else {
        ops.extend(replacing(path, Some(before), Some(after)));
        return;
    };
    for (name, value) in old {
        let path = path.then(name);
        match new.get(name) {
            Some(now) => descend(&path, value, now, ops),
            None => ops.extend(replacing(&path, Some(value), None)),
        }
    }
    for (name, value) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
        ops.extend(replacing(&path.then(name), None, Some(value)));
    }
}
