//! Two files that were made of one: what either side changed, and what both changed otherwise.
//!
//! What only one side changed is taken from it, what both changed alike stands once. Where both changed one value otherwise
//! neither wins: what was there before stands, and both values are kept beside it until a person decides.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::{
    agreement::FieldDifference,
    change_log::{Entry, Rec},
    edit::{Op, Pointer, difference, is_same_value, patched, replacing},
    edited::{Edits, Records, RecordsOfFile},
    source_file::SourceFile,
};

/// The member in which values wait for a person.
pub const UNSETTLED: &str = "unsettled";

/// The values of a feature that wait for a person, as pointers into it; cheap where there are none.
#[must_use]
pub fn unsettled(feature: &str) -> Vec<String> {
    if !feature.contains(UNSETTLED) {
        return Vec::new();
    }
    let feature: Value = serde_json::from_str(feature).unwrap_or_default();
    let own = |pointer: &str| feature.pointer(pointer).and_then(Value::as_array).cloned();
    let listed = own(&format!("/properties/{UNSETTLED}")).unwrap_or_default();
    let pointers = listed.iter().filter_map(|it| it.get("for"));
    let pointers = pointers.filter_map(|it| it.as_str().map(str::to_owned));
    pointers.collect()
}

/// A value that both sides changed otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The record; `None`: a member of the collection.
    pub rec: Option<Rec>,
    /// The value.
    pub path: Pointer,
    /// What it was.
    pub base: Option<Value>,
    /// What one side wants it to be; `None`: that there is none.
    pub ours: Option<Value>,
    /// What the other side wants.
    pub theirs: Option<Value>,
}

impl Clash {
    /// How it stands in a file.
    #[must_use]
    pub fn to_value(&self, [ours, theirs]: [&str; 2]) -> Value {
        let view = |by: &str, value: &Option<Value>| {
            let mut view = Map::new();
            view.insert("by".to_owned(), by.into());
            match value {
                Some(value) => view.insert("value".to_owned(), value.clone()),
                None => view.insert("absent".to_owned(), true.into()),
            };
            Value::from(view)
        };
        let mut out = Map::new();
        out.insert("for".to_owned(), self.path.to_string().into());
        if let Some(base) = &self.base {
            out.insert("base".to_owned(), base.clone());
        }
        let values = vec![view(ours, &self.ours), view(theirs, &self.theirs)];
        out.insert("values".to_owned(), values.into());
        out.into()
    }
}

/// How two values, of which neither is to win, stand in a file.
#[must_use]
pub fn both(difference: &FieldDifference, names: [&str; 2]) -> Value {
    let [ours, theirs] = difference.values.clone();
    let clash = Clash {
        rec: None,
        path: difference.path.clone(),
        base: None,
        ours,
        theirs,
    };
    clash.to_value(names)
}

/// What came of putting two files together.
#[derive(Debug, Default)]
pub struct Merged {
    /// The text of the file.
    pub text: String,
    /// Records that only their side made, changed or took away.
    pub taken: usize,
    /// Records that both sides changed at different places, or alike.
    pub joined: usize,
    /// What a person has to decide.
    pub clashes: Vec<Clash>,
}

/// Three views of one thing.
#[derive(Clone, Copy)]
struct Three<'a> {
    base: Option<&'a Value>,
    ours: Option<&'a Value>,
    theirs: Option<&'a Value>,
}

/// What becomes of it.
enum Kept {
    /// This.
    One(Option<Value>),
    /// Nobody knows.
    Clash,
}

/// Puts `ours` and `theirs`, which were both made of `base`, together: the bytes of `ours`, with what `theirs` has changed.
/// `names` are what to call the two where they want different things.
#[must_use]
pub fn merge(base: &SourceFile, [ours, theirs]: [&SourceFile; 2], names: [&str; 2]) -> Merged {
    let files = [base, ours, theirs].map(RecordsOfFile::of);
    let [base_keys, our_keys, their_keys] = [base, ours, theirs].map(keys);
    let mut merged = Merged::default();
    let mut edits = Edits::default();
    let mut seen: HashSet<&Rec> = HashSet::new();
    let all = our_keys.order.iter().chain(&their_keys.order);
    for rec in all.filter(|rec| seen.insert(rec)) {
        let texts = [&base_keys, &our_keys, &their_keys]
            .iter()
            .zip(&files)
            .map(|(keys, file)| keys.places.get(rec).map(|place| file.text(*place)))
            .collect::<Vec<_>>();
        let [base, our, their] = texts.as_slice() else {
            continue;
        };
        let ops = merge_record(rec, [*base, *our, *their], names, &mut merged);
        let Some(place) = (!ops.is_empty()).then(|| our_keys.places.get(rec)) else {
            continue;
        };
        let entry = Entry {
            // A record that is new here is called by its own id, or by what it is.
            rec: Some(place.map_or_else(|| rec.clone(), |place| files[1].rec(*place))),
            ops,
            ..Entry::default()
        };
        // Operations of a difference fit what they are of.
        let _ = edits.apply(&entry, &[], &files[1]);
    }
    let whole = ours.edited(&edits).text.whole().into_owned();
    merged.text = merge_members([base, ours, theirs], whole, names, &mut merged);
    merged
}

/// The records of a file by what they are called in all three.
struct Keys {
    order: Vec<Rec>,
    places: HashMap<Rec, usize>,
}

fn keys(part: &SourceFile) -> Keys {
    let records = RecordsOfFile::of(part);
    let order: Vec<Rec> = (0..part.spans.len())
        .map(|place| records.rec(place))
        .collect();
    let places = order
        .iter()
        .enumerate()
        .map(|(place, rec)| (rec.clone(), place))
        .collect();
    Keys { order, places }
}

/// The operations on our bytes of a record.
fn merge_record(
    rec: &Rec,
    [base, our, their]: [Option<&str>; 3],
    names: [&str; 2],
    merged: &mut Merged,
) -> Vec<Op> {
    if our == their || base == their {
        return Vec::new();
    }
    let parse = |text: Option<&str>| text.and_then(|text| serde_json::from_str::<Value>(text).ok());
    let [base, ours, theirs] = [base, our, their].map(parse);
    let whole = Pointer::default();
    if is_same(base.as_ref(), ours.as_ref()) {
        merged.taken += 1;
        return match (&ours, &theirs) {
            (Some(ours), Some(theirs)) => difference(ours, theirs),
            (ours, theirs) => replacing(&whole, ours.as_ref(), theirs.as_ref()),
        };
    }
    if is_same(base.as_ref(), theirs.as_ref()) || is_same(ours.as_ref(), theirs.as_ref()) {
        return Vec::new();
    }
    merged.joined += 1;
    let before = merged.clashes.len();
    let result = match (&ours, &theirs) {
        (Some(ours_value), Some(theirs_value)) => {
            let three = Three {
                base: base.as_ref(),
                ours: Some(ours_value),
                theirs: Some(theirs_value),
            };
            match join(three, &whole, rec, &mut merged.clashes) {
                Kept::One(value) => value,
                Kept::Clash => base.clone(),
            }
        }
        // One side took the record away that the other changed: what was written stays.
        (one, other) => {
            merged.clashes.push(clash(
                Some(rec),
                &whole,
                Three {
                    base: base.as_ref(),
                    ours: one.as_ref(),
                    theirs: other.as_ref(),
                },
            ));
            one.clone().or_else(|| other.clone())
        }
    };
    let mut result = result.unwrap_or_default();
    let clashes = merged.clashes.get(before..).unwrap_or_default();
    if !clashes.is_empty() {
        let list: Vec<Value> = clashes.iter().map(|clash| clash.to_value(names)).collect();
        if let Some(Value::Object(properties)) = result.get_mut("properties") {
            properties.insert(UNSETTLED.to_owned(), list.into());
        }
    }
    match &ours {
        Some(ours) => difference(ours, &result),
        None => replacing(&whole, None, Some(&result)),
    }
}

fn is_same(one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => is_same_value(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

fn clash(rec: Option<&Rec>, path: &Pointer, three: Three<'_>) -> Clash {
    Clash {
        rec: rec.cloned(),
        path: path.clone(),
        base: three.base.cloned(),
        ours: three.ours.cloned(),
        theirs: three.theirs.cloned(),
    }
}

/// Whether what stands there is one value, however many members it has: half a geometry is none.
fn is_one_value(path: &Pointer) -> bool {
    path.steps().first().is_some_and(|step| step == "geometry")
}

fn join(three: Three<'_>, path: &Pointer, rec: &Rec, clashes: &mut Vec<Clash>) -> Kept {
    if is_same(three.ours, three.theirs) || is_same(three.base, three.theirs) {
        return Kept::One(three.ours.cloned());
    }
    if is_same(three.base, three.ours) {
        return Kept::One(three.theirs.cloned());
    }
    let nothing = Map::new();
    match (three.base, three.ours, three.theirs) {
        (base, Some(Value::Object(ours)), Some(Value::Object(theirs))) if !is_one_value(path) => {
            let base = base.and_then(Value::as_object).unwrap_or(&nothing);
            let mut out = Map::new();
            let names: Vec<&String> = ours
                .keys()
                .chain(theirs.keys())
                .chain(base.keys())
                .collect();
            let mut seen = BTreeSet::new();
            for name in names.into_iter().filter(|name| seen.insert(*name)) {
                let inner = Three {
                    base: base.get(name),
                    ours: ours.get(name),
                    theirs: theirs.get(name),
                };
                let path = path.then(name);
                let kept = match join(inner, &path, rec, clashes) {
                    Kept::One(value) => value,
                    Kept::Clash => {
                        clashes.push(clash(Some(rec), &path, inner));
                        inner.base.cloned()
                    }
                };
                if let Some(value) = kept {
                    out.insert(name.clone(), value);
                }
            }
            Kept::One(Some(out.into()))
        }
        (base, Some(Value::Array(ours)), Some(Value::Array(theirs))) if !is_one_value(path) => {
            let base = base
                .and_then(Value::as_array)
                .map_or(&[][..], Vec::as_slice);
            join_lists(base, ours, theirs).map_or(Kept::Clash, |list| Kept::One(Some(list.into())))
        }
        _ => Kept::Clash,
    }
}

/// Items that one side added or took away; `None` where both changed one item otherwise.
fn join_lists(base: &[Value], ours: &[Value], theirs: &[Value]) -> Option<Vec<Value>> {
    let has = |list: &[Value], item: &Value| list.iter().any(|it| is_same_value(it, item));
    let gone_from_both = base
        .iter()
        .any(|item| !has(ours, item) && !has(theirs, item));
    let new = |list: &[Value]| -> Vec<Value> {
        list.iter()
            .filter(|item| !has(base, item))
            .cloned()
            .collect()
    };
    let (our_new, their_new) = (new(ours), new(theirs));
    if gone_from_both && !is_same_value(&our_new.clone().into(), &their_new.clone().into()) {
        return None;
    }
    // Two sources, quotes or links of one id with different words are a change of one thing.
    let is_rival = |item: &Value, other: &Value| {
        item.get("id").is_some() && item.get("id") == other.get("id") && !is_same_value(item, other)
    };
    if our_new
        .iter()
        .any(|item| their_new.iter().any(|other| is_rival(item, other)))
    {
        return None;
    }
    let kept = ours
        .iter()
        .filter(|item| !has(base, item) || has(theirs, item));
    let mut out: Vec<Value> = kept.cloned().collect();
    let more = their_new.into_iter().filter(|item| !has(ours, item));
    out.extend(more.collect::<Vec<_>>());
    Some(out)
}

/// The members of the collections.
fn merge_members(
    [base, ours, theirs]: [&SourceFile; 3],
    text: String,
    names: [&str; 2],
    merged: &mut Merged,
) -> String {
    let mut ops = Vec::new();
    let mut clashes = Vec::new();
    let all: Vec<&String> = ours.members.keys().chain(theirs.members.keys()).collect();
    let mut seen = BTreeSet::new();
    // A record that is none: members are joined as the values of one are.
    let rec = Rec::Text(String::new());
    for name in all.into_iter().filter(|name| seen.insert(*name)) {
        let three = Three {
            base: base.members.get(name),
            ours: ours.members.get(name),
            theirs: theirs.members.get(name),
        };
        let path = Pointer::of([name.as_str()]);
        let kept = match join(three, &path, &rec, &mut clashes) {
            Kept::One(value) => value,
            Kept::Clash => {
                clashes.push(clash(None, &path, three));
                three.base.cloned()
            }
        };
        ops.extend(replacing(&path, three.ours, kept.as_ref()));
    }
    for clash in &mut clashes {
        clash.rec = None;
    }
    if !clashes.is_empty() {
        let list: Vec<Value> = clashes.iter().map(|clash| clash.to_value(names)).collect();
        ops.push(Op::add(Pointer::of([UNSETTLED]), json!(list)));
    }
    let is_list = ours.members.contains_key("type");
    merged.clashes.extend(clashes);
    if ops.is_empty() || !is_list {
        return text;
    }
    match patched(Some(&text), &ops) {
        Ok(Some(done)) => done,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists(base: &[i32], ours: &[i32], theirs: &[i32]) -> Option<Vec<Value>> {
        let values = |list: &[i32]| list.iter().map(|it| json!(it)).collect::<Vec<_>>();
        join_lists(&values(base), &values(ours), &values(theirs))
    }

    #[test]
    fn items_that_either_side_added_or_took_away_are_joined() {
        assert_eq!(
            lists(&[1, 2], &[1, 2, 3], &[1, 2, 4]),
            Some(vec![json!(1), json!(2), json!(3), json!(4)])
        );
        assert_eq!(
            lists(&[1, 2], &[2], &[1, 2, 4]),
            Some(vec![json!(2), json!(4)])
        );
        assert_eq!(lists(&[1, 2], &[1, 2], &[1]), Some(vec![json!(1)]));
        assert_eq!(lists(&[1], &[3], &[4]), None);
    }
}
