//! In which order changes take effect, and which contradict each other.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::Value;

use super::{
    line::{Entry, LogLine, Rec},
    log::ChangeLog,
};
use crate::data::edit::{Op, Pointer, is_same_value};

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

impl<'a> Causes<'a> {
    fn of(log: &'a ChangeLog) -> Self {
        let lines: Vec<&LogLine> = log.authors.values().flat_map(|log| &log.lines).collect();
        let understood = |line: &&'a LogLine| Some((*line, line.entry.as_ref().ok()?));
        let lines: Vec<(&LogLine, &Entry)> = lines.iter().filter_map(understood).collect();
        let by_digest: HashMap<&str, usize> =
            numbered(lines.iter().map(|(line, _)| line.digest.as_str()));
        let by_id: HashMap<&str, usize> =
            numbered(lines.iter().map(|(_, entry)| entry.id.as_str()));
        let parents: Vec<(Option<usize>, Vec<usize>)> = lines
            .iter()
            .map(|(_, entry)| {
                let prev = entry
                    .prev
                    .as_deref()
                    .and_then(|prev| by_digest.get(prev))
                    .copied();
                let seen = entry
                    .seen
                    .iter()
                    .filter_map(|id| by_id.get(id.as_str()).copied());
                (prev, seen.collect())
            })
            .collect();
        Self::sorted(&lines, &parents)
    }

    /// Puts each line behind all that it knew of, else by id. Lines that know each other in a circle, which nobody can
    /// write but by hand, come last.
    fn sorted(lines: &[(&'a LogLine, &'a Entry)], parents: &[(Option<usize>, Vec<usize>)]) -> Self {
        let mut waits: Vec<usize> = Vec::new();
        let mut followers: Vec<Vec<usize>> = vec![Vec::new(); lines.len()];
        for (line, (prev, seen)) in parents.iter().enumerate() {
            let all: BTreeSet<usize> = seen.iter().copied().chain(*prev).collect();
            waits.push(all.len());
            for parent in all {
                if let Some(followers) = followers.get_mut(parent) {
                    followers.push(line);
                }
            }
        }
        let key = |line: usize| {
            (
                lines
                    .get(line)
                    .map(|(line, entry)| (entry.id.as_str(), &*line.raw)),
                line,
            )
        };
        let mut ready: BTreeSet<_> = waits
            .iter()
            .enumerate()
            .filter(|(_, waits)| **waits == 0)
            .map(|(line, _)| key(line))
            .collect();
        let mut causes = Self {
            order: Vec::new(),
            known: Vec::new(),
            places: Vec::new(),
        };
        let mut place: HashMap<usize, usize> = HashMap::new();
        let mut has_follower: HashSet<usize> = HashSet::new();
        let mut branches = 0;
        while let Some((_, line)) = ready.pop_first() {
            let (Some((_, entry)), Some((prev, seen))) = (lines.get(line), parents.get(line))
            else {
                continue;
            };
            let mut known = KnownLines::new();
            for parent in seen.iter().copied().chain(*prev) {
                let parent = place.get(&parent).and_then(|at| causes.known.get(*at));
                for (branch, count) in parent.into_iter().flatten() {
                    let most = known.entry(*branch).or_default();
                    *most = (*most).max(*count);
                }
            }
            // The first line that follows another goes on in its branch, a second one begins another.
            let of_prev = prev.filter(|prev| has_follower.insert(*prev));
            let of_prev = of_prev.and_then(|prev| causes.places.get(*place.get(&prev)?).copied());
            let (branch, number) =
                of_prev.map_or((branches, 1), |(branch, number)| (branch, number + 1));
            branches += usize::from(of_prev.is_none());
            known.insert(branch, number);
            place.insert(line, causes.order.len());
            causes.order.push(entry);
            causes.known.push(known);
            causes.places.push((branch, number));
            for follower in followers.get(line).into_iter().flatten() {
                if let Some(waits) = waits.get_mut(*follower) {
                    *waits -= 1;
                    if *waits == 0 {
                        ready.insert(key(*follower));
                    }
                }
            }
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
