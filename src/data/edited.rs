//! Records as changes have left them, beside the file that they started from.

use std::collections::{BTreeMap, HashMap};

use crate::scan::json::members_of;

use super::{
    change_log::{Entry, Rec, Settled, digest_of},
    edit::{Misfit, Op, OpKind, Pointer, patched},
    source_file::SourceFile,
};

/// The records of a file by what a change calls them.
pub trait Records {
    /// The records that are called `rec`, by their place in the file.
    fn places(&self, rec: &Rec) -> Vec<usize>;
    /// The bytes of a record.
    fn text(&self, place: usize) -> &str;
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It took effect.
    Done,
    /// What it wants is so already.
    Already,
}

/// Why a change took no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such record.
    NoRecord,
    /// Several records have its id.
    Ambiguous,
    /// It does not fit what the record says.
    Misfit(Misfit),
}

/// A record that was changed, made or taken away.
#[derive(Clone, Debug)]
pub struct EditedRecord {
    /// Its place in the file; `None`: it is new.
    pub place: Option<usize>,
    /// What it is called.
    pub rec: Rec,
    /// Its bytes; `None`: it is taken away.
    pub text: Option<String>,
    /// The bytes before each change that stands, with the change.
    before: Vec<(String, Option<String>)>,
}

/// All that was changed.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    records: Vec<EditedRecord>,
    by_rec: HashMap<Rec, usize>,
    by_place: BTreeMap<usize, usize>,
}

impl Edits {
    /// The records that were changed, in the order in which they were first.
    #[must_use]
    pub fn records(&self) -> &[EditedRecord] {
        &self.records
    }

    /// The record at this place of the file, where it was changed.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<&EditedRecord> {
        self.records.get(*self.by_place.get(&place)?)
    }

    /// The number of a record among those that were changed; `None`: it was not.
    #[must_use]
    pub fn number_of(&self, rec: &Rec) -> Option<usize> {
        self.by_rec.get(rec).copied()
    }

    /// The places in the file of the records that are taken away, in order.
    #[must_use]
    pub fn taken_away(&self) -> Vec<usize> {
        let is_gone = |at: &usize| self.records.get(*at).is_some_and(|it| it.text.is_none());
        let places = self.by_place.iter().filter(|(_, at)| is_gone(at));
        places.map(|(place, _)| *place).collect()
    }

    /// The numbers of the records that are new and there, in order.
    #[must_use]
    pub fn added(&self) -> Vec<usize> {
        let records = self.records.iter().enumerate();
        let added = records.filter(|(_, it)| it.place.is_none() && it.text.is_some());
        added.map(|(number, _)| number).collect()
    }

    /// The bytes of the record called `rec` as they are now.
    ///
    /// # Errors
    /// Where there is no such record, or more than one.
    pub fn text<'a>(
        &'a self,
        rec: &Rec,
        records: &'a dyn Records,
    ) -> Result<Option<&'a str>, Refusal> {
        if let Some(record) = self.by_rec.get(rec).and_then(|at| self.records.get(*at)) {
            return Ok(record.text.as_deref());
        }
        match records.places(rec).as_slice() {
            [] => Ok(None),
            [place] => match self.at(*place) {
                Some(record) => Ok(record.text.as_deref()),
                None => Ok(Some(records.text(*place))),
            },
            _ => Err(Refusal::Ambiguous),
        }
    }

    /// Lets a change take effect, but for the operations `held`.
    ///
    /// # Errors
    /// Where it does not fit; nothing is changed then.
    pub fn apply(
        &mut self,
        entry: &Entry,
        held: &[usize],
        records: &dyn Records,
    ) -> Result<Outcome, Refusal> {
        self.apply_as(entry, held, false, records)
    }

    /// The same; of a change that `is_loose` what it wants takes effect, whatever it tested for.
    fn apply_as(
        &mut self,
        entry: &Entry,
        held: &[usize],
        is_loose: bool,
        records: &dyn Records,
    ) -> Result<Outcome, Refusal> {
        let Some(rec) = &entry.rec else {
            return Ok(Outcome::Already);
        };
        let ops = without(&entry.ops, held);
        if !ops.iter().any(Op::is_write) {
            return Ok(Outcome::Already);
        }
        let before = self.text(rec, records)?.map(str::to_owned);
        // What is taken back last in, first out, is byte for byte as it was.
        if let (Some(undone), true) = (&entry.undoes, held.is_empty())
            && let Some(record) = self
                .by_rec
                .get(rec)
                .and_then(|at| self.records.get_mut(*at))
            && record.before.last().is_some_and(|(id, _)| id == undone)
        {
            record.text = record.before.pop().and_then(|(_, text)| text);
            return Ok(Outcome::Done);
        }
        let strict = patched(before.as_deref(), &ops);
        let after = match strict {
            Err(_) if is_loose => Ok(ops.iter().fold(before.clone(), wanted)),
            strict => strict,
        };
        match after {
            Ok(after) => {
                self.put(rec, entry, before, after, records);
                Ok(Outcome::Done)
            }
            Err(_) if is_there(before.as_deref(), &ops) => Ok(Outcome::Already),
            Err(_) if before.is_none() => Err(Refusal::NoRecord),
            Err(misfit) => Err(Refusal::Misfit(misfit)),
        }
    }

    fn put(
        &mut self,
        rec: &Rec,
        entry: &Entry,
        before: Option<String>,
        after: Option<String>,
        records: &dyn Records,
    ) {
        let known = self.by_rec.get(rec).copied();
        let at = known.unwrap_or_else(|| {
            let place = records.places(rec).first().copied();
            let at = place.and_then(|place| self.by_place.get(&place).copied());
            at.unwrap_or_else(|| {
                self.records.push(EditedRecord {
                    place,
                    rec: rec.clone(),
                    text: None,
                    before: Vec::new(),
                });
                let at = self.records.len() - 1;
                if let Some(place) = place {
                    self.by_place.insert(place, at);
                }
                at
            })
        });
        self.by_rec.insert(rec.clone(), at);
        if let Some(id) = after.as_deref().and_then(id_of) {
            self.by_rec.entry(id).or_insert(at);
        }
        if let Some(record) = self.records.get_mut(at) {
            record.text = after;
            record.before.push((entry.id.clone(), before));
        }
    }

    /// Lets all changes take effect that are settled. Gives those that did, those that changed nothing, and those that do
    /// not fit.
    pub fn replay<'a>(&mut self, settled: &Settled<'a>, records: &dyn Records) -> Replayed<'a> {
        let mut replayed = Replayed::default();
        for entry in &settled.order {
            let held = settled.held.get(entry.id.as_str());
            let held = held.map_or(&[][..], Vec::as_slice);
            let is_loose = settled.loose.contains(entry.id.as_str());
            match self.apply_as(entry, held, is_loose, records) {
                Ok(Outcome::Done) => replayed.done.push(entry),
                Ok(Outcome::Already) => replayed.already.push(entry),
                Err(refusal) => replayed.refused.push((entry, refusal)),
            }
        }
        replayed
    }
}

/// A record as an operation wants it, whatever it was; as it was where there is no place for that.
fn wanted(text: Option<String>, op: &Op) -> Option<String> {
    let (path, kind) = (op.path.clone(), &op.kind);
    let wanted = match kind {
        OpKind::Test(_) => return text,
        OpKind::Add(value) | OpKind::Replace(value) if path.is_whole() => {
            return Some(value.to_string());
        }
        OpKind::Add(value) | OpKind::Replace(value) => Op::add(path, value.clone()),
        OpKind::Remove => Op::remove(path),
    };
    match patched(text.as_deref(), &[wanted]) {
        Ok(after) => after,
        Err(_) => text,
    }
}

/// What became of changes.
#[derive(Debug, Default)]
pub struct Replayed<'a> {
    /// Changes that took effect.
    pub done: Vec<&'a Entry>,
    /// Changes whose effect was there already.
    pub already: Vec<&'a Entry>,
    /// Changes that do not fit, and why.
    pub refused: Vec<(&'a Entry, Refusal)>,
}

/// The operations but for those `held`, and but for the tests that belong to them.
fn without(ops: &[Op], held: &[usize]) -> Vec<Op> {
    let is_held_place = |path: &Pointer| {
        let mut places = held.iter().filter_map(|number| ops.get(*number));
        places.any(|op| op.path.overlaps(path))
    };
    let kept = ops.iter().enumerate().filter(|(number, op)| {
        !held.contains(number) && (op.is_write() || !is_held_place(&op.path))
    });
    kept.map(|(_, op)| op.clone()).collect()
}

/// Whether a text is as operations would leave it.
fn is_there(text: Option<&str>, ops: &[Op]) -> bool {
    let is_done = |op: &Op| match (&op.kind, text) {
        (OpKind::Test(_), _) => true,
        (OpKind::Remove, None) => op.path.is_whole(),
        (_, None) => false,
        (OpKind::Remove, Some(text)) => {
            !op.path.is_whole() && patched(Some(text), std::slice::from_ref(op)).is_err()
        }
        (OpKind::Add(value) | OpKind::Replace(value), Some(text)) => {
            let wanted = Op::test(op.path.clone(), value.clone());
            patched(Some(text), &[wanted]).is_ok()
        }
    };
    ops.iter().all(is_done)
}

/// What the feature with this text is called by its id.
#[must_use]
pub fn id_of(text: &str) -> Option<Rec> {
    let members = members_of(text);
    let id = members.iter().rev().find(|member| member.name == "id")?;
    Rec::of_id(&serde_json::from_str(text.get(id.value.clone())?).ok()?)
}

/// The records of one file, found by id.
pub struct RecordsOfFile<'a> {
    part: &'a SourceFile,
    by_id: HashMap<Rec, Vec<usize>>,
}

impl<'a> RecordsOfFile<'a> {
    /// Reads the ids of all records of `part`.
    #[must_use]
    pub fn of(part: &'a SourceFile) -> Self {
        let mut by_id: HashMap<Rec, Vec<usize>> = HashMap::new();
        for (place, span) in part.spans.iter().enumerate() {
            if let Some(id) = id_of(part.slice(&span)) {
                by_id.entry(id).or_default().push(place);
            }
        }
        Self { part, by_id }
    }

    /// The ids of the records, in the order of the file.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let spans = self.part.spans.iter();
        let ids = spans.filter_map(|span| id_of(self.part.slice(&span)));
        ids.map(|id| id.name()).collect()
    }

    /// What a change is to call the record at `place`: by its id where no other has it, else by its bytes.
    #[must_use]
    pub fn rec(&self, place: usize) -> Rec {
        let text = self.text(place);
        let own =
            id_of(text).filter(|id| self.by_id.get(id).is_some_and(|places| places.len() == 1));
        own.unwrap_or_else(|| rec_of_bytes(self.part, place))
    }
}

/// What a change calls a record that no id names.
#[must_use]
pub fn rec_of_bytes(part: &SourceFile, place: usize) -> Rec {
    let text = part.spans.get(place).map_or("", |span| part.slice(&span));
    let before = part.spans.iter().take(place);
    let nth = before
        .filter(|span| span.len() == text.len() && part.slice(span) == text)
        .count();
    Rec::Bytes(digest_of(text), nth)
}

/// The record of `part` that has these bytes.
#[must_use]
pub fn place_of_bytes(part: &SourceFile, digest: &str, nth: usize) -> Option<usize> {
    let spans = part.spans.iter().enumerate();
    let mut alike = spans.filter(|(_, span)| digest_of(part.slice(span)) == digest);
    alike.nth(nth).map(|(place, _)| place)
}

impl Records for RecordsOfFile<'_> {
    fn places(&self, rec: &Rec) -> Vec<usize> {
        match rec {
            Rec::Bytes(digest, nth) => place_of_bytes(self.part, digest, *nth)
                .into_iter()
                .collect(),
            id => self.by_id.get(id).cloned().unwrap_or_default(),
        }
    }

    fn text(&self, place: usize) -> &str {
        self.part
            .spans
            .get(place)
            .map_or("", |span| self.part.slice(&span))
    }
}
