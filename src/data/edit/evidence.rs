//! Evidence follows the items of lists: a pointer names an item by its index, which changes when another item before it
//! comes or goes.

use serde_json::Value;

use super::Pointer;

/// The lists whose items evidence may name.
const LISTS: [&str; 4] = ["actors", "quantities", "equipment", "claims"];

/// What the evidence of a feature has to be where an edit moves or takes away items of its lists: entries of moved items name
/// them where they are then, those of items that are gone go with them. Gives its path and value (`None`: no evidence is
/// left), where that is another than `after` has; an edit of the evidence itself stands. Costs O(items²) of the lists that
/// change.
#[must_use]
pub fn followed_evidence(before: &Value, after: &Value) -> Option<(Pointer, Option<Value>)> {
    let path = Pointer::property("evidence");
    let there = before.pointer(&path.to_string())?;
    if after.pointer(&path.to_string()) != Some(there) {
        return None;
    }
    let mut entries = there.as_array()?.clone();
    for name in LISTS {
        let whole = Pointer::property(name);
        let [old, new] = [before, after].map(|feature| items(feature.pointer(&whole.to_string())));
        if new != old {
            entries.retain_mut(|entry| follows(entry, &whole, &old, &new));
        }
    }
    (Some(&entries) != there.as_array()).then(|| {
        let left = (!entries.is_empty()).then_some(Value::Array(entries));
        (path, left)
    })
}

fn items(list: Option<&Value>) -> Vec<Value> {
    list.and_then(Value::as_array).cloned().unwrap_or_default()
}

/// The index of the item of the list at `whole` that a path leads to or into.
fn index_in(path: &Pointer, whole: &Pointer) -> Option<usize> {
    let rest = path.steps().strip_prefix(whole.steps())?;
    rest.first()?.parse().ok()
}

/// Puts an entry where its item is now; whether that is still there.
fn follows(entry: &mut Value, whole: &Pointer, old: &[Value], new: &[Value]) -> bool {
    let Some(Value::String(pointer)) = entry.get_mut("for") else {
        return true;
    };
    let Some(path) = Pointer::parse(pointer) else {
        return true;
    };
    let Some(index) = index_in(&path, whole) else {
        return true;
    };
    let Some(item) = old.get(index) else {
        return true;
    };
    // An item that is another one now, in its place, was corrected: its words stay.
    let is_corrected = old.len() == new.len() && !new.contains(item);
    if new.get(index) == Some(item) || is_corrected {
        return true;
    }
    let Some(place) = new.iter().position(|other| other == item) else {
        return false;
    };
    let behind = path
        .steps()
        .get(whole.steps().len() + 1..)
        .unwrap_or_default();
    let moved = behind
        .iter()
        .fold(whole.then(&place.to_string()), |path, step| path.then(step));
    *pointer = moved.to_string();
    true
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn feature() -> Value {
        json!({"properties": {
            "actors": ["a", "b", "c"],
            "quantities": [{"low": 1}, {"low": 2}],
            "evidence": [
                {"for": "/properties/date"},
                {"for": "/properties/actors/0"},
                {"for": "/properties/actors/2"},
                {"for": "/properties/quantities/1/low"},
            ],
        }})
    }

    /// What the evidence is about after a change of one property; `None`: it stays.
    fn about(name: &str, value: Value) -> Option<Vec<String>> {
        let mut after = feature();
        after["properties"][name] = value;
        let (_, list) = followed_evidence(&feature(), &after)?;
        let pointer = |entry: &Value| entry["for"].as_str().unwrap().to_owned();
        Some(
            list.unwrap()
                .as_array()
                .unwrap()
                .iter()
                .map(pointer)
                .collect(),
        )
    }

    #[test]
    fn evidence_follows_an_item_when_one_before_it_is_taken_away() {
        let actors = about("actors", json!(["b", "c"])).unwrap();
        let expected = [
            "/properties/date",
            "/properties/actors/1",
            "/properties/quantities/1/low",
        ];
        assert_eq!(actors, expected);
        let quantities = about("quantities", json!([{"low": 2}])).unwrap();
        assert_eq!(quantities[3], "/properties/quantities/0/low");
    }

    #[test]
    fn evidence_of_an_item_that_is_gone_goes_with_it() {
        assert_eq!(about("quantities", json!([{"low": 1}])).unwrap().len(), 3);
    }

    #[test]
    fn evidence_stays_where_a_list_grows_an_item_is_corrected_or_it_is_changed_itself() {
        assert_eq!(about("actors", json!(["a", "b", "c", "d"])), None);
        assert_eq!(about("actors", json!(["a", "b", "C"])), None);
        assert_eq!(about("quantities", json!([{"low": 1}, {"low": 3}])), None);
        assert_eq!(about("evidence", json!([])), None);
    }
}
