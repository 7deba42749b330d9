//! Different spans into few chains, and what fits none.

use crate::model::{Own, Second, Span};

use super::chain::Chain;

/// Chains that are begun among spans of about the same length.
const CHAINS_PER_CLASS: usize = 8;
/// Chains that are kept; the rest goes with what fits none.
const CHAINS: usize = 16;
/// Rows that make a chain worth its overhead: this many, and this share of all.
const ROWS_MIN: usize = 64;
const SHARE_MIN: usize = 64;

/// A span that occurs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurring {
    pub(super) span: Span,
    /// In how many rows.
    pub(super) rows: u32,
}

/// Where a span went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// To a chain, with its rank in it.
    Chain(u32, u32),
    /// To those that fit none.
    General,
}

/// The chains, each as numbers of the spans given, and the home of each of those.
#[derive(Debug, Default)]
pub(super) struct Partition {
    pub(super) chains: Vec<Vec<u32>>,
    pub(super) homes: Vec<Home>,
}

/// Puts different spans into chains: those of a kind in the order of time, each at the end of the first
/// chain that takes it. Days, months, years and single sightings find one chain each.
pub(super) fn partition(spans: &[Occurring]) -> Partition {
    let mut order: Vec<u32> = (0..spans.len() as u32).collect();
    let span_of = |number: u32| spans.own(number as usize).span;
    order.sort_unstable_by_key(|number| {
        let span = span_of(*number);
        (class(&span), bounds(&span))
    });
    let mut chains: Vec<Vec<u32>> = Vec::new();
    for of_a_kind in order.chunk_by(|a, b| class(&span_of(*a)) == class(&span_of(*b))) {
        chains.extend(chains_of(of_a_kind, spans));
    }
    let mut homes = vec![Home::General; spans.len()];
    let chains = worthwhile(chains, spans);
    for (chain, members) in chains.iter().zip(0..) {
        for (number, rank) in chain.iter().zip(0..) {
            *homes.own_mut(*number as usize) = Home::Chain(members, rank);
        }
    }
    Partition { chains, homes }
}

/// Puts spans into the first chain that takes them; what fits none once there are enough is left out.
fn chains_of(numbers: &[u32], spans: &[Occurring]) -> Vec<Vec<u32>> {
    let mut chains: Vec<(Span, Vec<u32>)> = Vec::new();
    for number in numbers {
        let Occurring { span, .. } = spans.own(*number as usize);
        let fitting = chains
            .iter_mut()
            .find(|(last, _)| Chain::may_follow(last, span));
        if let Some((last, chain)) = fitting {
            *last = *span;
            chain.push(*number);
        } else if chains.len() < CHAINS_PER_CLASS {
            chains.push((*span, vec![*number]));
        }
    }
    chains.into_iter().map(|(_, chain)| chain).collect()
}

/// Returns the chains with the most rows, where they have enough.
fn worthwhile(chains: Vec<Vec<u32>>, spans: &[Occurring]) -> Vec<Vec<u32>> {
    let rows_of = |number: &u32| spans.own(*number as usize).rows as usize;
    let all: usize = spans.iter().map(|it| it.rows as usize).sum();
    let least = ROWS_MIN.max(all / SHARE_MIN);
    let mut sized: Vec<(usize, Vec<u32>)> = chains
        .into_iter()
        .map(|chain| (chain.iter().map(rows_of).sum(), chain))
        .filter(|(rows, _)| *rows >= least)
        .collect();
    sized.sort_by_key(|(rows, _)| std::cmp::Reverse(*rows));
    sized.truncate(CHAINS);
    sized.into_iter().map(|(_, chain)| chain).collect()
}

/// What the spans of one chain have in common: which of their ends are bounded, and within a factor of
/// two the lengths of start and whole. Only spans of one class are tried for one chain.
type ChainClass = (bool, bool, u32, u32);

fn class(span: &Span) -> ChainClass {
    let (first, last) = (span.start.earliest, span.end.latest);
    let is_unbounded = (first == Second::MIN, last == Second::MAX);
    let known = span.end.earliest.saturating_sub(span.start.latest);
    let length = if is_unbounded == (false, false) {
        last.saturating_sub(first)
    } else {
        known
    };
    let start = span.start.latest.saturating_sub(first);
    (is_unbounded.0, is_unbounded.1, log2(length), log2(start))
}

const fn log2(seconds: Second) -> u32 {
    u64::BITS - seconds.unsigned_abs().leading_zeros()
}

const fn bounds(span: &Span) -> (Second, Second, Second, Second) {
    (
        span.start.earliest,
        span.start.latest,
        span.end.earliest,
        span.end.latest,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, When};

    fn occurring(dates: impl IntoIterator<Item = String>, kind: Kind) -> Vec<Occurring> {
        let spans = dates
            .into_iter()
            .map(|date| Span::of(&When::parse(&date).unwrap(), kind, None));
        spans.map(|span| Occurring { span, rows: 100 }).collect()
    }

    fn days() -> Vec<String> {
        (1..=12)
            .flat_map(|month| (1..=28).map(move |day| format!("2022-{month:02}-{day:02}")))
            .collect()
    }

    #[test]
    fn each_precision_of_events_makes_one_chain() {
        let months = (1..=12).map(|month| format!("2022-{month:02}"));
        let years = (2012..=2026).map(|year| year.to_string());
        let about = days().into_iter().map(|day| format!("{day}~"));
        for dates in [days(), months.collect(), years.collect(), about.collect()] {
            let spans = occurring(dates, Kind::Event);
            let partition = partition(&spans);
            assert_eq!(partition.chains.len(), 1);
            assert_eq!(partition.chains[0].len(), spans.len());
        }
    }

    #[test]
    fn presences_seen_on_one_day_make_one_chain() {
        assert_eq!(
            partition(&occurring(days(), Kind::Presence)).chains.len(),
            1
        );
    }

    #[test]
    fn mixed_precisions_make_a_chain_each() {
        let months = (1..=12).map(|month| format!("2022-{month:02}"));
        let dates = days().into_iter().chain(months);
        assert_eq!(partition(&occurring(dates, Kind::Event)).chains.len(), 2);
    }

    #[test]
    fn a_handful_of_rows_is_not_worth_a_chain() {
        let mut spans = occurring(vec!["2022-01-05".to_owned()], Kind::Event);
        spans[0].rows = 3;
        assert_eq!(partition(&spans).homes, [Home::General]);
    }
}
