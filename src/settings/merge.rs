//! Two readings of the same settings as one: what a window has changed since it read them, put into
//! what other windows have written meanwhile.

use serde_json::{Map, Value};

/// Puts `own`, which was `base` when it was read or written last, into `disk`. What this window has not changed stays as
/// it is on the disk, and so does what it knows nothing of.
pub(super) fn merged(
    base: &Map<String, Value>,
    own: &Map<String, Value>,
    disk: Map<String, Value>,
) -> Map<String, Value> {
    let mut result = disk;
    for (name, value) in own {
        let before = base.get(name);
        let there = result.get(name);
        if before == Some(value) && there.is_some() {
            continue;
        }
        let value = match (before, value, there) {
            (Some(Value::Object(before)), Value::Object(own), Some(Value::Object(there))) => {
                merged(before, own, there.clone()).into()
            }
            (Some(Value::Array(before)), Value::Array(own), Some(Value::Array(there))) => {
                match identity(name) {
                    Some(identity) => lists(before, own, there, identity).into(),
                    None => value.clone(),
                }
            }
            _ => value.clone(),
        };
        result.insert(name.clone(), value);
    }
    for name in base.keys().filter(|name| !own.contains_key(*name)) {
        result.shift_remove(name);
    }
    result
}

/// What tells one item from another.
type ItemKey = fn(&Value) -> &Value;

/// Lists to which windows add at the head are put together; all others are one value.
fn identity(name: &str) -> Option<ItemKey> {
    match name {
        "recent" => Some(|item| item),
        "layouts" => Some(|item| item.get("columns").unwrap_or(item)),
        _ => None,
    }
}

/// Merges two lists: what this window put to the head, then what is on the disk without what it took out.
fn lists(before: &[Value], own: &[Value], there: &[Value], identity: ItemKey) -> Vec<Value> {
    let new = own.get(..fresh(before, own)).unwrap_or_default();
    let holds =
        |list: &[Value], item: &Value| list.iter().any(|other| identity(other) == identity(item));
    let is_removed = |item: &Value| holds(before, item) && !holds(own, item);
    let others = there
        .iter()
        .filter(|item| !holds(new, item) && !is_removed(item));
    new.iter().chain(others).cloned().collect()
}

/// Tells how many items at the head of `own` are new, or newly put there: what follows them stood in `before`
/// in the same order.
fn fresh(before: &[Value], own: &[Value]) -> usize {
    let mut left = before.iter().rev();
    let kept = own.iter().rev();
    let kept = kept.take_while(|item| left.any(|other| other == *item));
    own.len() - kept.count()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[expect(clippy::needless_pass_by_value, reason = "reads better in tests")]
    fn check(base: Value, own: Value, disk: Value, expected: Value) {
        let object = |value: &Value| value.as_object().unwrap().clone();
        let result = merged(&object(&base), &object(&own), object(&disk));
        assert_eq!(Value::from(result), expected);
    }

    #[test]
    fn of_two_windows_each_keeps_what_it_changed() {
        check(
            json!({"scale": 1, "theme": "system", "table": {"is_open": false, "sort": "date"}}),
            json!({"scale": 2, "theme": "system", "table": {"is_open": true, "sort": "date"}}),
            json!({"scale": 1, "theme": "dark", "table": {"is_open": false, "sort": "place"}}),
            json!({"scale": 2, "theme": "dark", "table": {"is_open": true, "sort": "place"}}),
        );
    }

    #[test]
    fn what_a_newer_version_wrote_stays() {
        check(
            json!({"theme": "system", "scale": 1}),
            json!({"theme": "system", "scale": 2}),
            json!({"tint": [1, 2], "theme": "sepia"}),
            json!({"tint": [1, 2], "theme": "sepia", "scale": 2}),
        );
    }

    #[test]
    fn files_opened_in_two_windows_are_all_remembered() {
        check(
            json!({"recent": ["a", "b"]}),
            json!({"recent": ["b", "c", "a"]}),
            json!({"recent": ["d", "a", "b"]}),
            json!({"recent": ["b", "c", "d", "a"]}),
        );
        // One window forgets all that it knows of; what the other has opened since stays.
        check(
            json!({"recent": ["a", "b"]}),
            json!({"recent": []}),
            json!({"recent": ["d", "a", "b"]}),
            json!({"recent": ["d"]}),
        );
    }

    #[test]
    fn what_was_said_about_the_same_columns_later_takes_the_place_of_the_earlier() {
        let layout = |columns: &str, order: &str| json!({"columns": columns, "order": order});
        check(
            json!({"layouts": [layout("x", "dmy")]}),
            json!({"layouts": [layout("x", "mdy")]}),
            json!({"layouts": [layout("y", "dmy"), layout("x", "dmy")]}),
            json!({"layouts": [layout("x", "mdy"), layout("y", "dmy")]}),
        );
    }
}
