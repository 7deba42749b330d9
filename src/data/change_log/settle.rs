//! In which order changes take effect, and which contradict each other.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::Value;

use super::{
    line::{Entry, LogLine, Rec},
    log::ChangeLog,
};
use crate::{
    data::edit::{Op, Pointer, is_same_value},
    model::Own,
};

/// What somebody wants a value to be, which somebody else wants to be another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputedValue {
    /// Who.
    pub by: String,
    /// The change.
    pub id: String,
    /// When.
    pub at: String,
    /// The value; `None`: that there is none.
    pub value: Option<Value>,
}

/// A value that authors changed without knowing of each other, which nobody has settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The record.
    pub rec: Rec,
    /// The value.
    pub path: Pointer,
    /// What each wants it to be.
    pub views: Vec<DisputedValue>,
}

/// What becomes of changes.
#[derive(Debug, Default)]
pub struct Settled<'a> {
    /// The changes, none before one that it knew of.
    pub order: Vec<&'a Entry>,
    /// Operations that do not take effect, by the id of their change.
    pub held: HashMap<&'a str, Vec<usize>>,
    /// Changes that stand on operations that do not take effect: what they tested for is not there, but what they want is
    /// what everybody who wrote last wants.
    pub loose: HashSet<&'a str>,
    /// What is to be settled, by record.
    pub disputes: Vec<Dispute>,
}

/// One operation that writes.
struct Write<'a> {
    /// Place of its change in the order.
    at: usize,
    entry: &'a Entry,
    number: usize,
    op: &'a Op,
}

/// How many lines of each branch a change knows, itself among them.
type KnownLines = BTreeMap<usize, usize>;

struct Causes<'a> {
    order: Vec<&'a Entry>,
    known: Vec<KnownLines>,
    /// Branch and number of each change in it.
    places: Vec<(usize, usize)>,
}

/// Puts the changes whose files `is_wanted` picks into order, and finds those that contradict each other.
#[must_use]
pub fn settle(log: &ChangeLog, is_wanted: impl Fn(&Entry) -> bool) -> Settled<'_> {
    let causes = Causes::of(log);
    let mut settled = Settled::default();
    let mut records: BTreeMap<&Rec, Vec<Write<'_>>> = BTreeMap::new();
    for (at, entry) in causes.order.iter().enumerate() {
        let Some(rec) = entry.rec.as_ref().filter(|_| is_wanted(entry)) else {
            continue;
        };
        settled.order.push(entry);
        let writes = entry.ops.iter().enumerate().filter(|(_, op)| op.is_write());
        let writes = writes.map(|(number, op)| Write {
            at,
            entry,
            number,
            op,
        });
        records.entry(rec).or_default().extend(writes);
    }
    for (rec, writes) in records {
        let branches: BTreeSet<usize> =
            writes.iter().map(|write| causes.branch(write.at)).collect();
        if branches.len() > 1 {
            causes.settle_record(rec, &writes, &mut settled);
        }
    }
    settled
}

/// A change that waits for its place in the order.
struct Candidate<'a> {
    line: &'a LogLine,
    entry: &'a Entry,
    /// Number of the candidate that its author wrote before.
    prev: Option<usize>,
    /// Numbers of the others that its author knew of.
    seen: Vec<usize>,
}

impl<'a> Candidate<'a> {
    /// All changes that are understood. What they knew of and is not there, or not understood, is left out.
    fn all_of(log: &'a ChangeLog) -> Vec<Self> {
        let lines = log.authors.values().flat_map(|log| &log.lines);
        let mut all: Vec<Self> = lines
            .filter_map(|line| {
                Some(Self {
                    line,
                    entry: line.entry.as_ref().ok()?,
                    prev: None,
                    seen: Vec::new(),
                })
            })
            .collect();
        let by_digest = numbered(all.iter().map(|it| it.line.digest.as_str()));
        let by_id = numbered(all.iter().map(|it| it.entry.id.as_str()));
        for it in &mut all {
            let prev = it.entry.prev.as_deref();
            it.prev = prev.and_then(|prev| by_digest.get(prev)).copied();
            let seen = it.entry.seen.iter();
            it.seen = seen
                .filter_map(|id| by_id.get(id.as_str()).copied())
                .collect();
        }
        all
    }

    /// Numbers of the changes that come before it.
    fn parents(&self) -> impl Iterator<Item = usize> + '_ {
        self.seen.iter().copied().chain(self.prev)
    }
}

/// Candidates in the order in which each can have its place.
struct Queue<'a> {
    candidates: &'a [Candidate<'a>],
    /// For each, how many that come before it have no place yet.
    waits: Vec<usize>,
    /// For each, those that come behind it.
    followers: Vec<Vec<usize>>,
    /// Those that wait for none, by id, then by their bytes.
    ready: BTreeSet<(&'a str, &'a str, usize)>,
}

impl<'a> Queue<'a> {
    fn of(candidates: &'a [Candidate<'a>]) -> Self {
        let mut queue = Self {
            candidates,
            waits: Vec::with_capacity(candidates.len()),
            followers: vec![Vec::new(); candidates.len()],
            ready: BTreeSet::new(),
        };
        for (number, candidate) in candidates.iter().enumerate() {
            let parents: BTreeSet<usize> = candidate.parents().collect();
            queue.waits.push(parents.len());
            if parents.is_empty() {
                queue.put(number);
            }
            for parent in parents {
                queue.followers.own_mut(parent).push(number);
            }
        }
        queue
    }

    fn put(&mut self, number: usize) {
        let Candidate { line, entry, .. } = self.candidates.own(number);
        self.ready.insert((&entry.id, &line.raw, number));
    }

    /// The next that waits for none.
    fn next(&mut self) -> Option<usize> {
        let (_, _, number) = self.ready.pop_first()?;
        for follower in std::mem::take(self.followers.own_mut(number)) {
            let waits = self.waits.own_mut(follower);
            *waits -= 1;
            if *waits == 0 {
                self.put(follower);
            }
        }
        Some(number)
    }
}

impl<'a> Causes<'a> {
    /// Puts each line behind all that it knew of, else by id. Lines that know each other in a circle, which nobody can
    /// write but by hand, have no place.
    fn of(log: &'a ChangeLog) -> Self {
        let candidates = Candidate::all_of(log);
        let mut causes = Self {
            order: Vec::new(),
            known: Vec::new(),
            places: Vec::new(),
        };
        // Of each candidate; beyond the list until it has one.
        let mut places: Vec<usize> = vec![usize::MAX; candidates.len()];
        let mut has_follower: HashSet<usize> = HashSet::new();
        let mut branches = 0;
        let mut queue = Queue::of(&candidates);
        while let Some(number) = queue.next() {
            let candidate = candidates.own(number);
            let mut known = KnownLines::new();
            for parent in candidate.parents() {
                for (branch, count) in causes.known.own(*places.own(parent)) {
                    let most = known.entry(*branch).or_default();
                    *most = (*most).max(*count);
                }
            }
            // The first line that follows another goes on in its branch, a second one begins another.
            let of_prev = candidate.prev.filter(|prev| has_follower.insert(*prev));
            let of_prev = of_prev.map(|prev| *causes.places.own(*places.own(prev)));
            let (branch, count) =
                of_prev.map_or((branches, 1), |(branch, count)| (branch, count + 1));
            branches += usize::from(of_prev.is_none());
            known.insert(branch, count);
            *places.own_mut(number) = causes.order.len();
            causes.order.push(candidate.entry);
            causes.known.push(known);
            causes.places.push((branch, count));
        }
        causes
    }

    fn branch(&self, at: usize) -> usize {
        self.places.get(at).map_or(0, |(branch, _)| *branch)
    }

    /// Whether whoever made change `later` knew of change `earlier`.
    fn is_before(&self, earlier: usize, later: usize) -> bool {
        let (Some((branch, number)), Some(known)) =
            (self.places.get(earlier), self.known.get(later))
        else {
            return false;
        };
        earlier != later && known.get(branch).is_some_and(|count| count >= number)
    }

    fn settle_record(&self, rec: &Rec, writes: &[Write<'a>], settled: &mut Settled<'a>) {
        let mut held: Vec<&Write<'a>> = Vec::new();
        for write in writes {
            let mut others = writes.iter();
            let is_held = others.any(|other| {
                !self.is_before(write.at, other.at)
                    && !self.is_before(other.at, write.at)
                    && contradicts(write.op, other.op)
            });
            if is_held {
                held.push(write);
                settled
                    .held
                    .entry(&write.entry.id)
                    .or_default()
                    .push(write.number);
            }
        }
        let stands_on_held = |write: &&Write<'a>| {
            let mut held = held.iter();
            held.any(|it| self.is_before(it.at, write.at) && it.op.path.overlaps(&write.op.path))
        };
        let loose = writes.iter().filter(stands_on_held);
        settled
            .loose
            .extend(loose.map(|write| write.entry.id.as_str()));
        // What somebody wrote later, who knew of it, stands in its place.
        let is_last = |write: &&&Write<'a>| {
            let mut later = writes.iter();
            !later.any(|it| self.is_before(write.at, it.at) && it.op.path.overlaps(&write.op.path))
        };
        let last: Vec<&&Write<'a>> = held.iter().filter(is_last).collect();
        settled.disputes.extend(disputes(rec, &last));
    }
}

fn numbered<'a>(names: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    names
        .enumerate()
        .map(|(number, name)| (name, number))
        .collect()
}

/// Whether two operations, whose authors did not know of each other, cannot both take effect.
fn contradicts(one: &Op, other: &Op) -> bool {
    if !one.path.overlaps(&other.path) {
        return false;
    }
    let is_same_place = one.path == other.path;
    if is_same_place && one.path.is_end() {
        return false;
    }
    !(is_same_place && is_same_outcome(one.value(), other.value()))
}

fn is_same_outcome(one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => is_same_value(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// One dispute for each group of places that overlap.
fn disputes(rec: &Rec, last: &[&&Write<'_>]) -> Vec<Dispute> {
    let mut groups: Vec<(Pointer, Vec<DisputedValue>)> = Vec::new();
    let mut sorted: Vec<&&Write<'_>> = last.to_vec();
    sorted.sort_by_key(|write| (write.op.path.steps().len(), write.at));
    for write in sorted {
        let view = DisputedValue {
            by: write.entry.by.clone(),
            id: write.entry.id.clone(),
            at: write.entry.at.clone(),
            value: write.op.value().cloned(),
        };
        match groups
            .iter_mut()
            .find(|(path, _)| path.overlaps(&write.op.path))
        {
            Some((_, views)) => views.push(view),
            None => groups.push((write.op.path.clone(), vec![view])),
        }
    }
    groups
        .into_iter()
        .map(|(path, views)| Dispute {
            rec: rec.clone(),
            path,
            views,
        })
        .collect()
}
