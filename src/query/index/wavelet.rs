//! A wavelet tree: how many of the first `p` keys of a sequence lie below `x`, in one rank a level,
//! whatever `p` and `x` are.
//!
//! Level by level, the keys stand sorted by their leading bits and otherwise in the order of the sequence; a
//! level stores the next bit of each. Because the counts of all keys are known, so is where each node begins, and the
//! last level is the sequence sorted by key: what stands there is listed without another array.
//!
//! Grossi, Gupta and Vitter 2003; laid out by level as in Claude and Navarro 2008.

use std::ops::Range;

use super::ranks::Ranks;
use crate::model::Own;

/// Counts below a key, for positions in rising order. Reused from question to question, so that none allocates.
#[derive(Clone, Debug, Default)]
pub(super) struct Below {
    /// How many keys before each position lie below the threshold.
    pub(super) counts: Vec<u32>,
    /// Where each position stands in the node that the descent has come to.
    within: Vec<u32>,
}

/// The tree.
#[derive(Clone, Debug, Default)]
pub(super) struct Wavelet {
    /// From the highest bit of the keys to the lowest.
    levels: Vec<Ranks>,
    /// How many keys lie below each key, and at the end all of them.
    starts: Vec<u32>,
}

impl Wavelet {
    /// Keeps only the counts of `keys`, for a sequence of which no part is ever asked about.
    pub(super) fn without_order(keys: &[u32], different: usize) -> Self {
        Self {
            levels: Vec::new(),
            starts: starts_of(keys, different),
        }
    }

    /// Builds the tree of `keys`, which lie below `different`. `progress` is asked before each level;
    /// `None` when it said no.
    pub(super) fn build(
        keys: &[u32],
        different: usize,
        progress: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let starts = starts_of(keys, different);
        let depth = usize::BITS - different.saturating_sub(1).leading_zeros();
        let mut levels = Vec::with_capacity(depth as usize);
        let mut sequence = keys.to_vec();
        let mut next = vec![0_u32; if depth > 1 { keys.len() } else { 0 }];
        for shift in (0..depth).rev() {
            if !progress() {
                return None;
            }
            levels.push(Ranks::new(
                sequence.iter().map(|key| (key >> shift) & 1 == 1),
            ));
            if shift > 0 {
                deal(&sequence, &mut next, &starts, shift);
                std::mem::swap(&mut sequence, &mut next);
            }
        }
        Some(Self { levels, starts })
    }

    /// Returns the number of keys in the sequence.
    pub(super) fn len(&self) -> u32 {
        self.starts.last().copied().unwrap_or(0)
    }

    /// Tells how many keys of the whole sequence lie below `key`; also where the keys equal to it begin in
    /// the sequence sorted by key.
    pub(super) fn start(&self, key: u32) -> u32 {
        self.starts
            .get(key as usize)
            .copied()
            .unwrap_or_else(|| self.len())
    }

    /// Counts for each of `positions`, which rise, how many keys before it lie below `key`. Costs a rank a level for each.
    pub(super) fn below(&self, key: u32, positions: &[u32], below: &mut Below) {
        let Below { counts, within } = below;
        counts.clear();
        if key as usize >= self.starts.len().saturating_sub(1) {
            counts.extend_from_slice(positions);
            return;
        }
        counts.resize(positions.len(), 0);
        within.clear();
        within.extend_from_slice(positions);
        let mut shift = self.levels.len();
        for ranks in &self.levels {
            // Nothing in what is left of the path lies below a key whose remaining bits are zero.
            if key.trailing_zeros() as usize >= shift {
                return;
            }
            let node = self.start((key >> shift) << shift);
            shift -= 1;
            let ones_before = ranks.before(node);
            let goes_right = (key >> shift) & 1 == 1;
            for (position, count) in within.iter_mut().zip(counts.iter_mut()) {
                let ones = ranks.before(node + *position) - ones_before;
                if goes_right {
                    *count += *position - ones;
                    *position = ones;
                } else {
                    *position -= ones;
                }
            }
        }
    }

    /// Calls `found` with every key in `keys` that stands in `positions`, and with its place in the
    /// sequence sorted by key, in that order, until it says no. Costs a descent for each.
    pub(super) fn find(
        &self,
        positions: Range<u32>,
        keys: &Range<u32>,
        found: &mut dyn FnMut(u32, u32) -> bool,
    ) {
        let root = Node {
            level: 0,
            first_key: 0,
            positions,
        };
        self.find_below(root, keys, found);
    }

    /// Looks below a node; `false` when `found` wants no more.
    fn find_below(
        &self,
        node: Node,
        keys: &Range<u32>,
        found: &mut dyn FnMut(u32, u32) -> bool,
    ) -> bool {
        let size = 1_u64 << (self.levels.len() - node.level);
        let is_outside =
            node.first_key >= u64::from(keys.end) || node.first_key + size <= u64::from(keys.start);
        if is_outside || node.positions.is_empty() {
            return true;
        }
        let start = self.start(node.first_key as u32);
        let Some(ranks) = self.levels.get(node.level) else {
            let key = node.first_key as u32;
            return node.positions.into_iter().all(|at| found(key, start + at));
        };
        let (left, right) = node.children(ranks, start, size / 2);
        self.find_below(left, keys, found) && self.find_below(right, keys, found)
    }

    /// Counts how many keys in `ranges` of positions lie in each stretch between two neighbours of `cuts`, which rise;
    /// `counts` is as long as `cuts` and counts what lies at a cut and before the next.
    pub(super) fn count_between(&self, ranges: &[Range<u32>], cuts: &[u32], counts: &mut [u64]) {
        self.count_node(0, 0, ranges, cuts, counts);
    }

    fn count_node(
        &self,
        level: usize,
        first_key: u64,
        ranges: &[Range<u32>],
        cuts: &[u32],
        counts: &mut [u64],
    ) {
        let size = 1_u64 << (self.levels.len() - level);
        let at_or_before = cuts.partition_point(|cut| u64::from(*cut) <= first_key);
        let before_end = cuts.partition_point(|cut| u64::from(*cut) < first_key + size);
        let is_whole = at_or_before == before_end;
        let ranks = self.levels.get(level);
        let (false, Some(ranks)) = (is_whole, ranks) else {
            if let Some(count) = at_or_before
                .checked_sub(1)
                .and_then(|at| counts.get_mut(at))
            {
                *count += ranges.iter().map(|range| range.len() as u64).sum::<u64>();
            }
            return;
        };
        let start = self.start(first_key as u32);
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for range in ranges {
            let node = Node {
                level,
                first_key,
                positions: range.clone(),
            };
            let (low, high) = node.children(ranks, start, size / 2);
            left.extend((!low.positions.is_empty()).then_some(low.positions));
            right.extend((!high.positions.is_empty()).then_some(high.positions));
        }
        for (first_key, ranges) in [(first_key, left), (first_key + size / 2, right)] {
            if !ranges.is_empty() {
                self.count_node(level + 1, first_key, &ranges, cuts, counts);
            }
        }
    }
}

/// Some positions of a node of the tree.
struct Node {
    level: usize,
    /// The lowest key that it can hold.
    first_key: u64,
    /// Counted from the node's beginning.
    positions: Range<u32>,
}

impl Node {
    /// Finds the same positions in the two nodes below; `start` is where this one begins in its level and `half` how many
    /// keys each of those can hold.
    fn children(&self, ranks: &Ranks, start: u32, half: u64) -> (Self, Self) {
        let before = ranks.before(start);
        let ones = |at: u32| ranks.before(start + at) - before;
        let (from, to) = (self.positions.start, self.positions.end);
        let (ones_from, ones_to) = (ones(from), ones(to));
        let level = self.level + 1;
        let left = Self {
            level,
            first_key: self.first_key,
            positions: from - ones_from..to - ones_to,
        };
        let right = Self {
            level,
            first_key: self.first_key + half,
            positions: ones_from..ones_to,
        };
        (left, right)
    }
}

/// Tells how many keys lie below each of `0..=different`.
fn starts_of(keys: &[u32], different: usize) -> Vec<u32> {
    let mut starts = vec![0_u32; different + 1];
    for key in keys {
        *starts.own_mut(*key as usize + 1) += 1;
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    starts
}

/// Sorts `from`, which is sorted by the bits above `shift`, by the bit at `shift` as well; what is
/// equal keeps its order.
fn deal(from: &[u32], to: &mut [u32], starts: &[u32], shift: u32) {
    let mut cursors: Vec<u32> = starts.iter().step_by(1 << shift).copied().collect();
    for key in from {
        let cursor = cursors.own_mut((key >> shift) as usize);
        *to.own_mut(*cursor as usize) = *key;
        *cursor += 1;
    }
}

/// Returns the numbers `0..keys.len()` sorted by key, what is equal in the order of the sequence.
pub(super) fn sorted_by_key<T: Copy + Default>(
    values: &[T],
    keys: &[u32],
    wavelet: &Wavelet,
) -> Vec<T> {
    let mut cursors = wavelet.starts.clone();
    let mut sorted = vec![T::default(); keys.len()];
    for (value, key) in values.iter().zip(keys) {
        let cursor = cursors.own_mut(*key as usize);
        *sorted.own_mut(*cursor as usize) = *value;
        *cursor += 1;
    }
    sorted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tree(keys: &[u32], different: usize) -> Wavelet {
        Wavelet::build(keys, different, &mut || true).unwrap()
    }

    fn keys() -> impl Strategy<Value = (Vec<u32>, u32)> {
        (1..200_u32).prop_flat_map(|different| {
            (prop::collection::vec(0..different, 0..300), Just(different))
        })
    }

    proptest! {
        #[test]
        fn below_is_what_counting_gives((keys, different) in keys()) {
            let wavelet = tree(&keys, different as usize);
            let positions: Vec<u32> = (0..=keys.len() as u32).collect();
            let mut below = Below::default();
            for key in 0..=different + 2 {
                wavelet.below(key, &positions, &mut below);
                for (position, count) in positions.iter().zip(&below.counts) {
                    let naive = keys[..*position as usize].iter().filter(|own| **own < key).count();
                    prop_assert_eq!(*count as usize, naive);
                }
            }
        }

        #[test]
        fn what_is_found_is_in_the_positions_and_the_keys((keys, different) in keys(), a: u32, b: u32, low: u32, high: u32) {
            let wavelet = tree(&keys, different as usize);
            let sequence: Vec<usize> = (0..keys.len()).collect();
            let sorted = sorted_by_key(&sequence, &keys, &wavelet);
            let length = keys.len() as u32 + 1;
            let positions = (a % length).min(b % length)..(a % length).max(b % length);
            let asked = (low % different).min(high % different)..(low % different).max(high % different);
            let mut found = Vec::new();
            wavelet.find(positions.clone(), &asked, &mut |key, place| {
                assert_eq!(keys[sorted[place as usize]], key);
                found.push(sorted[place as usize]);
                true
            });
            found.sort_unstable();
            let naive: Vec<usize> = (positions.start as usize..positions.end as usize)
                .filter(|at| asked.contains(&keys[*at]))
                .collect();
            prop_assert_eq!(found, naive);
        }

        #[test]
        fn stretches_between_cuts_are_counted(
            (keys, different) in keys(), cuts in prop::collection::btree_set(0..220_u32, 1..12), edges in prop::collection::btree_set(0..300_u32, 0..10),
        ) {
            let wavelet = tree(&keys, different as usize);
            let cuts: Vec<u32> = cuts.into_iter().collect();
            let edges: Vec<u32> = edges.into_iter().map(|edge| edge.min(keys.len() as u32)).collect();
            let ranges: Vec<Range<u32>> = edges.chunks_exact(2).map(|pair| pair[0]..pair[1]).collect();
            let mut counts = vec![0; cuts.len()];
            wavelet.count_between(&ranges, &cuts, &mut counts);
            for (at, cut) in cuts.iter().enumerate() {
                let end = cuts.get(at + 1).copied().unwrap_or(u32::MAX);
                let naive = ranges.iter().flat_map(|range| &keys[range.start as usize..range.end as usize])
                    .filter(|key| (*cut..end).contains(key)).count();
                prop_assert_eq!(counts[at] as usize, naive);
            }
        }
    }

    #[test]
    fn a_tree_of_one_key_has_no_levels_and_counts_all_the_same() {
        let wavelet = tree(&[0; 5], 1);
        let mut below = Below::default();
        wavelet.below(1, &[0, 2, 5], &mut below);
        assert_eq!(below.counts, [0, 2, 5]);
        wavelet.below(0, &[0, 2, 5], &mut below);
        assert_eq!(below.counts, [0, 0, 0]);
    }
}
