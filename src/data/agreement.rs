//! Two codings of the same records: how often they agree, field by field, and where they do not.
//!
//! A list, such as the claims, and a geometry are one value each. Neither side is right: what is found is put side by side.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::{Map, Value};

use super::{
    change_log::{ChangeLog, Rec},
    edit::{Pointer, is_same_value, writes},
    edited::id_of,
    source_file::SourceFile,
};
use crate::{
    model::{
        When,
        profile::{PropertyKind, property},
    },
    work::Progress,
};

/// Records that are looked at before it is asked whether the answer is still wanted.
const STEP: usize = 4096;

/// How often two codings agree in one field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldAgreement {
    /// Records of both in which at least one of them says something.
    pub compared: usize,
    /// Those in which both say the same.
    pub same: usize,
    /// Cohen's kappa of a field that holds a word of a vocabulary, in `[-1, 1]`; `None`: it is not defined, as where all
    /// have the same word.
    pub kappa: Option<f64>,
    /// Of a date: the share of the time allowed by either that both allow, in `[0, 1]`, on average.
    pub overlap: Option<f64>,
}

/// Who changed a value, as far as logs say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangedBy {
    /// The log beside our file has a change of it.
    pub ours: bool,
    /// The log beside theirs has.
    pub theirs: bool,
}

/// A value in which two codings differ.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldDifference {
    /// The record.
    pub rec: Rec,
    /// Its place in either file.
    pub places: [usize; 2],
    /// The value.
    pub path: Pointer,
    /// What either says; `None`: nothing.
    pub values: [Option<Value>; 2],
    /// Who changed it.
    pub changed: ChangedBy,
}

/// What two codings say of the same records.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// Records that are in both, called by the same id.
    pub both: usize,
    /// By the name of the field, as the file calls it.
    pub fields: BTreeMap<String, FieldAgreement>,
    /// All differences, in the order of our file.
    pub differences: Vec<FieldDifference>,
    /// Places of the records that only ours has.
    pub only_ours: Vec<usize>,
    /// Places of those that only theirs has.
    pub only_theirs: Vec<usize>,
}

/// What is counted of one field.
#[derive(Default)]
struct Tally {
    agreement: FieldAgreement,
    /// How often either has each word; of a vocabulary.
    words: BTreeMap<String, [usize; 2]>,
    overlaps: (f64, usize),
}

impl Agreement {
    /// Compares `ours` with `theirs`; `logs` are those beside either. Costs O(bytes of both); `None` where it is not wanted
    /// any more.
    #[must_use]
    pub fn of(
        [ours, theirs]: [&SourceFile; 2],
        logs: [&ChangeLog; 2],
        progress: &Progress,
    ) -> Option<Self> {
        let [our_recs, their_recs] = [ours, theirs].map(names);
        let nameless = [(ours, &our_recs), (theirs, &their_recs)]
            .map(|(part, recs)| nameless_texts(part, recs));
        let is_beside = |side: usize, text: &str| {
            let others = nameless.get(side);
            others.is_some_and(|others| others.contains(text))
        };
        let changes = logs.map(changed_places);
        let places = (0..).zip(&their_recs);
        let their_places: HashMap<&Rec, usize> = places
            .filter_map(|(place, rec)| Some((rec.as_ref()?, place)))
            .collect();
        let mut found = Self::default();
        let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        for (place, rec) in our_recs.iter().enumerate() {
            if place.is_multiple_of(STEP) {
                progress.is_wanted().then_some(())?;
            }
            let text = text_of(ours, place);
            let there = rec.as_ref().and_then(|rec| their_places.get(rec).copied());
            let (Some(rec), Some(there)) = (rec, there) else {
                if rec.is_some() || !is_beside(1, text) {
                    found.only_ours.push(place);
                }
                continue;
            };
            seen.insert(there);
            let [Some(one), Some(other)] = [text, text_of(theirs, there)].map(members) else {
                continue;
            };
            found.both += 1;
            let paths: BTreeSet<&Pointer> = one.keys().chain(other.keys()).collect();
            for path in paths {
                let values = [one.get(path), other.get(path)];
                let name = path.steps().last().map_or("", String::as_str);
                let is_same = tallies
                    .entry(name.to_owned())
                    .or_default()
                    .add(name, values);
                if !is_same {
                    let is_changed = |side: usize| {
                        let of = changes.get(side).and_then(|changes| changes.get(rec));
                        of.is_some_and(|paths| paths.iter().any(|it| it.overlaps(path)))
                    };
                    found.differences.push(FieldDifference {
                        rec: rec.clone(),
                        places: [place, there],
                        path: path.clone(),
                        values: values.map(Option::<&Value>::cloned),
                        changed: ChangedBy {
                            ours: is_changed(0),
                            theirs: is_changed(1),
                        },
                    });
                }
            }
        }
        let is_new = |(place, rec): &(usize, &Option<Rec>)| {
            let is_known = rec.is_none() && is_beside(0, text_of(theirs, *place));
            !seen.contains(place) && !is_known
        };
        let there = their_recs.iter().enumerate().filter(is_new);
        found.only_theirs = there.map(|(place, _)| place).collect();
        let both = found.both;
        let tallies = tallies.into_iter();
        found.fields = tallies
            .map(|(name, tally)| (name, tally.end(both)))
            .collect();
        Some(found)
    }
}

/// What each record is called by its id; `None`: it has none, or another has the same.
fn names(part: &SourceFile) -> Vec<Option<Rec>> {
    let ids = part.spans.iter().map(|span| id_of(part.slice(&span)));
    let mut ids: Vec<Option<Rec>> = ids.collect();
    let mut known: HashMap<&Rec, usize> = HashMap::new();
    for id in ids.iter().flatten() {
        *known.entry(id).or_default() += 1;
    }
    let known = known.into_iter().filter(|(_, count)| *count > 1);
    let twice: HashSet<Rec> = known.map(|(id, _)| id.clone()).collect();
    for id in &mut ids {
        if id.as_ref().is_some_and(|id| twice.contains(id)) {
            *id = None;
        }
    }
    ids
}

/// The texts of the records that no id names.
fn nameless_texts<'a>(part: &'a SourceFile, recs: &[Option<Rec>]) -> HashSet<&'a str> {
    let places = recs.iter().enumerate().filter(|(_, rec)| rec.is_none());
    places.map(|(place, _)| text_of(part, place)).collect()
}

fn text_of(part: &SourceFile, place: usize) -> &str {
    part.spans.get(place).map_or("", |span| part.slice(&span))
}

/// The members that are compared, by their place: those of the feature, and its properties.
fn members(text: &str) -> Option<BTreeMap<Pointer, Value>> {
    let Ok(Value::Object(mut feature)) = serde_json::from_str(text) else {
        return None;
    };
    let properties = feature.remove("properties");
    let mut out: BTreeMap<Pointer, Value> = BTreeMap::new();
    let is_said = |value: &Value| !value.is_null();
    let own = feature
        .into_iter()
        .filter(|(name, _)| name != "type" && name != "id");
    out.extend(own.map(|(name, value)| (Pointer::of([name]), value)));
    if let Some(Value::Object(properties)) = properties {
        let of = |(name, value): (String, Value)| (Pointer::property(&name), value);
        out.extend(Map::into_iter(properties).map(of));
    }
    out.retain(|_, value| is_said(value));
    Some(out)
}

/// The places of each record that a log has changes of.
fn changed_places(log: &ChangeLog) -> HashMap<Rec, Vec<Pointer>> {
    let mut changed: HashMap<Rec, Vec<Pointer>> = HashMap::new();
    let lines = log.authors.values().flat_map(|own| &own.lines);
    for entry in lines.filter_map(|line| line.entry.as_ref().ok()) {
        if let Some(rec) = &entry.rec {
            let paths = writes(&entry.ops).map(|(op, _)| op.path.clone());
            changed.entry(rec.clone()).or_default().extend(paths);
        }
    }
    changed
}

impl Tally {
    /// Counts a field of one record; whether both say the same.
    fn add(&mut self, name: &str, values: [Option<&Value>; 2]) -> bool {
        let is_same = match values {
            [Some(one), Some(other)] => is_same_value(one, other),
            [one, other] => one.is_none() && other.is_none(),
        };
        self.agreement.compared += 1;
        self.agreement.same += usize::from(is_same);
        match property(name).map(|property| property.kind) {
            Some(PropertyKind::Word) => {
                for (side, value) in values.into_iter().enumerate() {
                    let word = value.map_or_else(String::new, Value::to_string);
                    if let Some(count) = self.words.entry(word).or_default().get_mut(side) {
                        *count += 1;
                    }
                }
            }
            Some(PropertyKind::Date) => {
                let dates = values.map(|value| When::parse(value?.as_str()?).ok());
                if let [Some(one), Some(other)] = dates {
                    self.overlaps.0 += overlap(&one, &other);
                    self.overlaps.1 += 1;
                }
            }
            _ => {}
        }
        is_same
    }

    /// The figures, of so many records that are in both.
    fn end(self, both: usize) -> FieldAgreement {
        let Self {
            mut agreement,
            mut words,
            overlaps: (sum, dates),
        } = self;
        if !words.is_empty() {
            // Where neither says anything, both say the same: nothing.
            let silent = both.saturating_sub(agreement.compared);
            for count in words.entry(String::new()).or_default() {
                *count += silent;
            }
            let all = both as f64;
            let by_chance = words
                .values()
                .map(|[one, other]| (*one as f64 / all) * (*other as f64 / all));
            let by_chance: f64 = by_chance.sum();
            let observed = (agreement.same + silent) as f64 / all;
            let beyond = 1.0 - by_chance;
            agreement.kappa = (beyond > 1e-9).then(|| (observed - by_chance) / beyond);
        }
        agreement.overlap = (dates > 0).then(|| sum / dates as f64);
        agreement
    }
}

/// The share of the time that either date allows which both allow.
fn overlap(one: &When, other: &When) -> f64 {
    let (one, other) = (one.bounds(), other.bounds());
    let length = |earliest: i64, latest: i64| latest as f64 - earliest as f64 + 1.0;
    let Some(common) = one.intersection(&other) else {
        return 0.0;
    };
    let whole = one.union(&other);
    length(common.earliest, common.latest) / length(whole.earliest, whole.latest)
}
