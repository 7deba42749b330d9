//! Where the bars go: one lane a layer, in it a few rows of bars that never lie over one another.
//!
//! Bars that find no row are merged with the bar in their way. What is open (a presence that nobody
//! attests any more) takes a row only as long as no other bar needs it. The order of the input
//! does not matter.

use super::bars::BarShape;
use crate::model::{Bounds, Own, RowId, Second, Span};

/// A record to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LaneEntry {
    /// The row of the dataset.
    pub row: RowId,
    /// Its lane.
    pub lane: usize,
    /// Its four bounds.
    pub span: Span,
}

/// A bar in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneBar {
    /// The records it stands for: one, or several that found no room side by side.
    pub rows: Vec<RowId>,
    /// Its lane.
    pub lane: usize,
    /// Its row in the lane, from the top.
    pub slot: usize,
    /// What is drawn as a bar.
    pub hull: Bounds,
    /// What is open before it may be drawn from this second on; `None`: nothing is open.
    pub open_from: Option<Second>,
    /// What is open after it may be drawn until this second; `None`: nothing is open.
    pub open_until: Option<Second>,
}

/// All bars in their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Packing {
    /// Lane by lane, in the order of their first second.
    pub items: Vec<LaneBar>,
    /// Rows that each lane takes; at least one.
    pub slots: Vec<usize>,
}

/// Records in the order in which they are placed, lane by lane. It is the same at every zoom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaneQueue {
    lanes: Vec<Vec<Waiting>>,
}

/// What placing needs to know of a record.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Waiting {
    row: RowId,
    hull: Bounds,
    is_open_before: bool,
    is_open_after: bool,
}

impl LaneQueue {
    /// Puts `entries` in order for `lanes` lanes: by their first second, longer ones first.
    #[must_use]
    pub fn of(entries: &[LaneEntry], lanes: usize) -> Self {
        let mut queue = Self {
            lanes: vec![Vec::new(); lanes],
        };
        for entry in entries {
            let shape = BarShape::of(&entry.span);
            queue.lanes.own_mut(entry.lane).push(Waiting {
                row: entry.row,
                hull: shape.hull(),
                is_open_before: shape.is_open_before,
                is_open_after: shape.is_open_after,
            });
        }
        for lane in &mut queue.lanes {
            lane.sort_unstable_by_key(|waiting| {
                let hull = waiting.hull;
                (hull.earliest, std::cmp::Reverse(hull.latest), waiting.row)
            });
        }
        queue
    }
}

impl Packing {
    /// Places what waits in `queue` in lanes of at most `slots_max` rows each. On the screen a bar
    /// takes at least `seconds_min` with the gap behind it.
    #[must_use]
    pub fn of(queue: &LaneQueue, slots_max: &[usize], seconds_min: f64) -> Self {
        let mut packing = Self::default();
        let length_min = seconds_min.max(1.0) as Second;
        for (lane, (waiting, limit)) in queue.lanes.iter().zip(slots_max).enumerate() {
            let mut rows = LaneRows::new(lane, (*limit).max(1), length_min);
            for waiting in waiting {
                rows.place(waiting);
            }
            packing.slots.push(rows.ends.len().max(1));
            packing.items.append(&mut rows.items);
        }
        packing
    }

    /// Returns the bar that stands for a row of the dataset.
    #[must_use]
    pub fn item_of(&self, row: RowId) -> Option<&LaneBar> {
        self.items.iter().find(|item| item.rows.contains(&row))
    }
}

/// The rows of one lane while it fills.
struct LaneRows {
    lane: usize,
    limit: usize,
    length_min: Second,
    items: Vec<LaneBar>,
    /// Where each row ends.
    ends: Vec<SlotEnd>,
}

/// Where a row of a lane ends so far.
#[derive(Clone, Copy)]
struct SlotEnd {
    /// Its last item.
    item: usize,
    /// The first second that is free again.
    free_from: Second,
}

impl LaneRows {
    const fn new(lane: usize, limit: usize, length_min: Second) -> Self {
        Self {
            lane,
            limit,
            length_min,
            items: Vec::new(),
            ends: Vec::new(),
        }
    }

    fn place(&mut self, waiting: &Waiting) {
        match self.slot_for(waiting.hull.earliest) {
            Some(slot) => self.add(waiting, slot),
            None => self.merge(waiting),
        }
    }

    /// Returns a free row: one without anything open, else a new one, else the one that has been open longest.
    fn slot_for(&self, start: Second) -> Option<usize> {
        let free = |slot: &usize| self.ends.own(*slot).free_from <= start;
        let is_open = |slot: &usize| {
            let item = self.items.own(self.ends.own(*slot).item);
            item.open_until.is_some()
        };
        let count = self.ends.len();
        (0..count)
            .find(|slot| free(slot) && !is_open(slot))
            .or_else(|| (count < self.limit).then_some(count))
            .or_else(|| {
                (0..count)
                    .filter(free)
                    .min_by_key(|slot| self.ends.own(*slot).free_from)
            })
    }

    fn add(&mut self, waiting: &Waiting, slot: usize) {
        let hull = waiting.hull;
        let before = self.ends.get(slot).copied();
        if let Some(before) = before {
            let open_until = &mut self.items.own_mut(before.item).open_until;
            *open_until = open_until.map(|_| hull.earliest);
        }
        let free_since = before.map_or(Second::MIN, |before| before.free_from);
        self.items.push(LaneBar {
            rows: vec![waiting.row],
            lane: self.lane,
            slot,
            hull,
            open_from: waiting.is_open_before.then_some(free_since),
            open_until: waiting.is_open_after.then_some(Second::MAX),
        });
        let entry = SlotEnd {
            item: self.items.len() - 1,
            free_from: self.end_of(hull),
        };
        match self.ends.get_mut(slot) {
            Some(end) => *end = entry,
            None => self.ends.push(entry),
        }
    }

    /// Merges a record into the last row, whose bar is in the way: there are as many as there may be, at least one.
    fn merge(&mut self, waiting: &Waiting) {
        let hull = waiting.hull;
        let end = self.end_of(hull);
        let last = self.limit - 1;
        let slot = self.ends.own_mut(last);
        slot.free_from = end.max(slot.free_from);
        let item = self.items.own_mut(slot.item);
        item.rows.push(waiting.row);
        item.hull = item.hull.union(&hull);
        if waiting.is_open_after {
            item.open_until = Some(Second::MAX);
        }
    }

    fn end_of(&self, hull: Bounds) -> Second {
        let shortest = hull.earliest.saturating_add(self.length_min);
        shortest.max(hull.latest.saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DAY, Kind, RowRange, When};
    use proptest::prelude::*;

    fn packed(entries: &[LaneEntry], slots_max: &[usize], seconds_min: f64) -> Packing {
        let queue = LaneQueue::of(entries, slots_max.len());
        Packing::of(&queue, slots_max, seconds_min)
    }

    fn entry(row: RowId, date: &str, kind: Kind) -> LaneEntry {
        LaneEntry {
            row,
            lane: 0,
            span: Span::of(&When::parse(date).unwrap(), kind, None),
        }
    }

    #[test]
    fn bars_that_do_not_meet_share_a_row() {
        let entries = [
            entry(RowId::new(0), "2022-01-05", Kind::Event),
            entry(RowId::new(1), "2022-03-27", Kind::Event),
        ];
        assert_eq!(packed(&entries, &[4], 0.0).slots, [1]);
    }

    #[test]
    fn bars_too_close_to_be_told_apart_take_two_rows() {
        let entries = [
            entry(RowId::new(0), "2022-01-05", Kind::Event),
            entry(RowId::new(1), "2022-01-06", Kind::Event),
        ];
        assert_eq!(packed(&entries, &[4], 10.0 * DAY as f64).slots, [2]);
    }

    #[test]
    fn what_is_open_gives_way_when_room_is_short() {
        let entries = [
            entry(RowId::new(0), "2022-01-05/..", Kind::Presence),
            entry(RowId::new(1), "2022-03-27", Kind::Event),
        ];
        let wide = packed(&entries, &[2], 0.0);
        assert_eq!(wide.items[0].open_until, Some(Second::MAX));
        let narrow = packed(&entries, &[1], 0.0);
        assert_eq!(
            narrow.items[0].open_until,
            Some(narrow.items[1].hull.earliest)
        );
    }

    #[test]
    fn bars_without_room_are_merged_and_none_is_lost() {
        let entries: Vec<LaneEntry> = (0..5)
            .map(|row| entry(RowId::new(row), "2022-04", Kind::Event))
            .collect();
        let packing = packed(&entries, &[3], 0.0);
        assert_eq!(packing.slots, [3]);
        assert_eq!(
            packing.item_of(RowId::new(4)).map(|item| item.rows.len()),
            Some(3)
        );
    }

    #[test]
    fn a_lane_without_records_keeps_a_row() {
        assert_eq!(packed(&[], &[3, 3], 0.0).slots, [1, 1]);
    }

    fn any_entries() -> impl Strategy<Value = Vec<LaneEntry>> {
        let one = (0..3_usize, 0..900_i64, 1..120_i64, 0..4_u8);
        prop::collection::vec(one, 0..60).prop_map(|drawn| {
            drawn
                .into_iter()
                .enumerate()
                .map(|(row, (lane, start, length, form))| {
                    let bounds = Bounds::new(start * DAY, (start + length) * DAY - 1);
                    let open_end = Bounds::new(bounds.latest, Second::MAX);
                    let open_start = Bounds::new(Second::MIN, bounds.latest);
                    let span = match form {
                        0 => Span {
                            start: bounds,
                            end: open_end,
                            kind: Kind::Presence,
                        },
                        1 => Span {
                            start: open_start,
                            end: bounds,
                            kind: Kind::Presence,
                        },
                        _ => Span::of_event(bounds),
                    };
                    let row = RowId::new(row);
                    LaneEntry { row, lane, span }
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn bars_of_one_row_never_lie_over_one_another(
            entries in any_entries(), limit in 1..6_usize, days_min in 0.0..40.0_f64,
        ) {
            let length_min = days_min * DAY as f64;
            let packing = packed(&entries, &[limit; 3], length_min);
            for (index, item) in packing.items.iter().enumerate() {
                let neighbours = packing.items.iter().skip(index + 1);
                for other in neighbours.filter(|other| (other.lane, other.slot) == (item.lane, item.slot)) {
                    prop_assert!(item.hull.latest < other.hull.earliest);
                    prop_assert!(item.hull.earliest + length_min as Second <= other.hull.earliest);
                    prop_assert!(item.open_until.is_none_or(|end| end <= other.hull.earliest));
                    prop_assert!(other.open_from.is_none_or(|from| from > item.hull.latest));
                }
            }
            prop_assert!(packing.slots.iter().all(|slots| *slots <= limit));
        }

        #[test]
        fn every_record_has_one_place_whatever_the_order(
            entries in any_entries(), limit in 1..6_usize,
        ) {
            let packing = packed(&entries, &[limit; 3], 0.0);
            let mut rows: Vec<RowId> = packing.items.iter().flat_map(|item| item.rows.clone()).collect();
            rows.sort_unstable();
            prop_assert_eq!(rows, RowRange::first(entries.len()).collect::<Vec<_>>());
            let reversed: Vec<LaneEntry> = entries.iter().rev().copied().collect();
            prop_assert_eq!(packed(&reversed, &[limit; 3], 0.0), packing);
        }
    }
}
