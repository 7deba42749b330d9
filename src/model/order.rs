//! Order without a date: what `after` and `before` say of when records began.
//!
//! A link says that one record did not begin before another did. From the dates that records have,
//! [`narrow`] carries earliest bounds forward along the links and latest bounds backward. Links that
//! go round in a circle, and links that dates contradict, say nothing and are given back.

use super::RowId;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::bounds::{Bounds, Second};

/// `later` did not begin before `earlier` did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Link {
    /// The row that came first.
    pub earlier: RowId,
    /// The row that came after it.
    pub later: RowId,
    /// The row whose record says so.
    pub stated_by: RowId,
}

/// Bounds on the beginning of a record that its order gives, with the rows that they come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Narrowed {
    /// Within the record's own bounds and shorter than them.
    pub bounds: Bounds,
    /// The row whose earliest bound this one cannot precede; `None`: its own is later.
    pub after: Option<RowId>,
    /// The row whose latest bound this one cannot follow; `None`: its own is earlier.
    pub before: Option<RowId>,
}

/// What comes of a set of links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By row; only rows whose bounds are narrower for it.
    pub narrowed: BTreeMap<RowId, Narrowed>,
    /// Links that lead back to where they begin.
    pub circular: Vec<Link>,
    /// Links that dates contradict.
    pub contradicted: Vec<Link>,
}

/// Narrows the bounds in `own` (row by row, in seconds; a row that is not in it is undated) by `links`.
///
/// The time it takes grows with the links, whatever their form.
#[must_use]
pub fn narrow(own: &BTreeMap<RowId, Bounds>, links: &[Link]) -> Order {
    let graph = Graph::of(own, links);
    let components = graph.components();
    let is_circular = |link: &Link| {
        link.earlier == link.later || components.get(&link.earlier) == components.get(&link.later)
    };
    let (circular, links): (Vec<Link>, Vec<Link>) =
        links.iter().partition(|link| is_circular(link));
    let graph = Graph::of(own, &links);
    let (low, high) = graph.bounds();
    let is_impossible = |row: &RowId| match (low.get(row), high.get(row)) {
        (Some((low, _)), Some((high, _))) => low > high,
        _ => false,
    };
    let touches = |link: &Link| is_impossible(&link.earlier) || is_impossible(&link.later);
    let (contradicted, links): (Vec<Link>, Vec<Link>) =
        links.iter().partition(|link| touches(link));
    // What is left can only be wider than before, so that nothing more becomes impossible.
    let (low, high) = Graph::of(own, &links).bounds();
    let narrowed = low
        .iter()
        .filter_map(|(row, (earliest, after))| {
            let (latest, before) = *high.get(row)?;
            (after.is_some() || before.is_some()).then_some((
                *row,
                Narrowed {
                    bounds: Bounds::new(*earliest, latest),
                    after: *after,
                    before,
                },
            ))
        })
        .collect();
    Order {
        narrowed,
        circular,
        contradicted,
    }
}

/// A bound and the row that it comes from, when it is another's.
type Bound = (Second, Option<RowId>);

/// Rows and the links between them, both ways.
struct Graph<'a> {
    own: &'a BTreeMap<RowId, Bounds>,
    rows: Vec<RowId>,
    later: HashMap<RowId, Vec<RowId>>,
    earlier: HashMap<RowId, Vec<RowId>>,
}

impl<'a> Graph<'a> {
    fn of(own: &'a BTreeMap<RowId, Bounds>, links: &[Link]) -> Self {
        let mut graph = Self {
            own,
            rows: links
                .iter()
                .flat_map(|link| [link.earlier, link.later])
                .collect(),
            later: HashMap::new(),
            earlier: HashMap::new(),
        };
        graph.rows.sort_unstable();
        graph.rows.dedup();
        for link in links {
            graph
                .later
                .entry(link.earlier)
                .or_default()
                .push(link.later);
            graph
                .earlier
                .entry(link.later)
                .or_default()
                .push(link.earlier);
        }
        graph
    }

    fn own(&self, row: RowId) -> Bounds {
        self.own.get(&row).copied().unwrap_or(Bounds::UNBOUNDED)
    }

    /// Rows that can reach each other carry the same number (Kosaraju's algorithm).
    fn components(&self) -> HashMap<RowId, RowId> {
        let finished = finishing_order(&self.rows, &self.later);
        let mut component: HashMap<RowId, RowId> = HashMap::new();
        for root in finished.into_iter().rev() {
            let mut waiting = vec![root];
            while let Some(row) = waiting.pop() {
                if component.contains_key(&row) {
                    continue;
                }
                component.insert(row, root);
                waiting.extend(self.earlier.get(&row).into_iter().flatten());
            }
        }
        component
    }

    /// The bounds of every row. The links must not go round in circles.
    fn bounds(&self) -> (HashMap<RowId, Bound>, HashMap<RowId, Bound>) {
        let last_first = finishing_order(&self.rows, &self.later);
        let mut low: HashMap<RowId, Bound> = HashMap::new();
        for row in last_first.iter().rev() {
            let bound = self.strongest(*row, &self.earlier, &low, |own| own.earliest, |a, b| a > b);
            low.insert(*row, bound);
        }
        let mut high: HashMap<RowId, Bound> = HashMap::new();
        for row in &last_first {
            let bound = self.strongest(*row, &self.later, &high, |own| own.latest, |a, b| a < b);
            high.insert(*row, bound);
        }
        (low, high)
    }

    /// The own bound of `row`, or the stronger one of a neighbour; a bound that was passed on keeps
    /// the row that it came from.
    fn strongest(
        &self,
        row: RowId,
        neighbours: &HashMap<RowId, Vec<RowId>>,
        known: &HashMap<RowId, Bound>,
        end: impl Fn(Bounds) -> Second,
        is_stronger: impl Fn(Second, Second) -> bool,
    ) -> Bound {
        let own = (end(self.own(row)), None);
        let neighbours = neighbours.get(&row).into_iter().flatten();
        neighbours
            .filter_map(|other| known.get(other).map(|bound| (*other, *bound)))
            .fold(own, |best, (other, (second, from))| {
                if is_stronger(second, best.0) {
                    (second, Some(from.unwrap_or(other)))
                } else {
                    best
                }
            })
    }
}

/// Rows in the order in which a walk in depth along `next` is done with them: in a graph without
/// circles every row comes after all that it leads to.
fn finishing_order(rows: &[RowId], next: &HashMap<RowId, Vec<RowId>>) -> Vec<RowId> {
    let mut seen: HashSet<RowId> = HashSet::new();
    let mut order = Vec::with_capacity(rows.len());
    for root in rows {
        let mut waiting = vec![(*root, false)];
        while let Some((row, is_done)) = waiting.pop() {
            if is_done {
                order.push(row);
            } else if seen.insert(row) {
                waiting.push((row, true));
                let successors = next.get(&row).into_iter().flatten();
                waiting.extend(
                    successors
                        .filter(|row| !seen.contains(row))
                        .map(|row| (*row, false)),
                );
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn link(earlier: usize, later: usize) -> Link {
        Link {
            earlier: RowId::new(earlier),
            later: RowId::new(later),
            stated_by: RowId::new(later),
        }
    }

    fn dated(rows: &[(usize, i64, i64)]) -> BTreeMap<RowId, Bounds> {
        rows.iter()
            .map(|(row, earliest, latest)| (RowId::new(*row), Bounds::new(*earliest, *latest)))
            .collect()
    }

    #[test]
    fn what_lies_between_two_dates_has_both_as_bounds() {
        let own = dated(&[(0, 10, 20), (2, 50, 60)]);
        let order = narrow(&own, &[link(0, 1), link(1, 2)]);
        let between = order.narrowed[&RowId::new(1)];
        assert_eq!(between.bounds, Bounds::new(10, 60));
        assert_eq!(
            (between.after, between.before),
            (Some(RowId::new(0)), Some(RowId::new(2)))
        );
    }

    #[test]
    fn a_bound_is_handed_on_through_records_without_a_date() {
        let own = dated(&[(0, 10, 20), (3, 15, 40)]);
        let order = narrow(&own, &[link(0, 1), link(1, 2), link(2, 3)]);
        assert_eq!(order.narrowed[&RowId::new(2)].bounds, Bounds::new(10, 40));
        assert_eq!(order.narrowed[&RowId::new(2)].after, Some(RowId::new(0)));
        assert!(
            !order.narrowed.contains_key(&RowId::new(3)),
            "its own bounds say more"
        );
    }

    #[test]
    fn an_imprecise_date_loses_what_came_before_the_other() {
        let own = dated(&[(0, 50, 50), (1, 0, 100)]);
        let order = narrow(&own, &[link(0, 1)]);
        assert_eq!(order.narrowed[&RowId::new(1)].bounds, Bounds::new(50, 100));
        assert_eq!(order.narrowed[&RowId::new(1)].before, None);
    }

    #[test]
    fn a_circle_says_nothing_and_is_given_back() {
        let own = dated(&[(0, 10, 20)]);
        let circle = [link(1, 2), link(2, 3), link(3, 1), link(7, 7)];
        let mut links = circle.to_vec();
        links.push(link(0, 1));
        let order = narrow(&own, &links);
        assert_eq!(order.circular, circle);
        assert_eq!(order.narrowed[&RowId::new(1)].bounds.earliest, 10);
        assert!(!order.narrowed.contains_key(&RowId::new(2)));
    }

    #[test]
    fn dates_stand_against_an_order_that_contradicts_them() {
        let own = dated(&[(0, 50, 60), (1, 10, 20)]);
        let order = narrow(&own, &[link(0, 1)]);
        assert_eq!(order.contradicted, [link(0, 1)]);
        assert_eq!(order.narrowed, BTreeMap::new());
        let through_an_undated = narrow(&own, &[link(0, 2), link(2, 1)]);
        assert_eq!(through_an_undated.contradicted.len(), 2);
        assert_eq!(through_an_undated.narrowed, BTreeMap::new());
    }

    #[test]
    fn a_chain_of_a_hundred_thousand_links_is_no_matter() {
        let links: Vec<Link> = (0..100_000).map(|row| link(row, row + 1)).collect();
        let own = dated(&[(0, 10, 20), (100_000, 30, 40)]);
        assert_eq!(
            narrow(&own, &links).narrowed[&RowId::new(50_000)].bounds,
            Bounds::new(10, 40)
        );
    }

    proptest! {
        /// Whatever is drawn at random in a true order is narrowed to bounds that hold the truth.
        #[test]
        fn bounds_never_lose_the_truth(
            truths in prop::collection::vec((0..1000_i64, 0..80_i64, 0..80_i64, any::<bool>()), 2..25),
            pairs in prop::collection::vec((0..25_usize, 0..25_usize), 0..60),
        ) {
            let own: BTreeMap<RowId, Bounds> = truths.iter().enumerate()
                .filter(|(_, (.., is_dated))| *is_dated)
                .map(|(row, (truth, before, after, _))| (RowId::new(row), Bounds::new(truth - before, truth + after)))
                .collect();
            let links: Vec<Link> = pairs.into_iter()
                .map(|(a, b)| (a % truths.len(), b % truths.len()))
                .filter(|(a, b)| truths[*a].0 < truths[*b].0)
                .map(|(a, b)| link(a, b))
                .collect();
            let order = narrow(&own, &links);
            prop_assert!(order.circular.is_empty() && order.contradicted.is_empty());
            for (row, narrowed) in &order.narrowed {
                let truth = truths[row.index()].0;
                prop_assert!(narrowed.bounds.earliest <= truth && truth <= narrowed.bounds.latest);
                let own = own.get(row).copied().unwrap_or(Bounds::UNBOUNDED);
                prop_assert!(narrowed.bounds.earliest >= own.earliest && narrowed.bounds.latest <= own.latest);
                prop_assert!(narrowed.bounds != own);
            }
        }

        /// Links of any form end in bounds that are bounds, and every link is heard or given back.
        #[test]
        fn any_links_at_all_come_to_an_end(
            dates in prop::collection::btree_map(0..12_usize, (0..100_i64, 0..50_i64), 0..12),
            pairs in prop::collection::vec((0..12_usize, 0..12_usize), 0..40),
        ) {
            let own: BTreeMap<RowId, Bounds> = dates.into_iter()
                .map(|(row, (start, length))| (RowId::new(row), Bounds::new(start, start + length)))
                .collect();
            let links: Vec<Link> = pairs.into_iter().map(|(a, b)| link(a, b)).collect();
            let order = narrow(&own, &links);
            for narrowed in order.narrowed.values() {
                prop_assert!(narrowed.bounds.earliest <= narrowed.bounds.latest);
            }
            prop_assert!(order.circular.len() + order.contradicted.len() <= links.len());
        }
    }
}
