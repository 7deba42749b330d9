//! Sorting on every core that stops soon when nobody wants it any more, however much there is to sort.

use crate::work::Progress;

use rayon::prelude::*;

/// Items of one piece of work, about.
const PIECE: usize = 1 << 16;

/// Stretches of the order that items are dealt into at most.
const MOST_STRETCHES: usize = 256;

/// Items that are looked at for each stretch to find where it begins.
const SAMPLES: usize = 16;

/// Sorts `items` by a key that no two share. Gives up with `None`, and the items in no order, when `progress` is
/// cancelled.
///
/// They are dealt into stretches of about the same length, each of which is then sorted by itself.
pub(crate) fn sort_apart<T, K>(
    items: &mut [T],
    key: impl Fn(&T) -> K + Sync,
    progress: &Progress,
) -> Option<()>
where
    T: Copy + Send + Sync,
    K: Ord + Send + Sync,
{
    let starts = starts(items, &key);
    let dealt: Option<Vec<Vec<Vec<T>>>> = items
        .par_chunks(PIECE)
        .map(|piece| progress.is_wanted().then(|| deal(piece, &starts, &key)))
        .collect();
    let dealt = dealt?;
    stretches(items, &dealt, starts.len() + 1)
        .into_par_iter()
        .enumerate()
        .try_for_each(|(number, stretch)| {
            let parts = dealt.iter().filter_map(|parts| parts.get(number)).flatten();
            for (slot, item) in stretch.iter_mut().zip(parts) {
                *slot = *item;
            }
            stretch.sort_unstable_by_key(&key);
            progress.check()
        })
}

/// The keys at which all stretches but the first begin, from a sample.
fn starts<T, K: Ord>(items: &[T], key: &impl Fn(&T) -> K) -> Vec<K> {
    let stretches = (items.len() / PIECE).min(MOST_STRETCHES);
    if stretches < 2 {
        return Vec::new();
    }
    let step = items.len() / (stretches * SAMPLES);
    let mut sample: Vec<K> = items.iter().step_by(step.max(1)).map(key).collect();
    sample.sort_unstable();
    sample.into_iter().step_by(SAMPLES).skip(1).collect()
}

/// The items by stretch.
fn deal<T: Copy, K: Ord>(piece: &[T], starts: &[K], key: &impl Fn(&T) -> K) -> Vec<Vec<T>> {
    let mut dealt = vec![Vec::new(); starts.len() + 1];
    for item in piece {
        let key = key(item);
        let stretch = starts.partition_point(|start| *start <= key);
        if let Some(dealt) = dealt.get_mut(stretch) {
            dealt.push(*item);
        }
    }
    dealt
}

/// The room that each stretch takes up.
fn stretches<'a, T>(items: &'a mut [T], dealt: &[Vec<Vec<T>>], count: usize) -> Vec<&'a mut [T]> {
    let mut rest = items;
    (0..count)
        .map(|number| {
            let parts = dealt.iter().filter_map(|parts| parts.get(number));
            let length = parts.map(Vec::len).sum::<usize>().min(rest.len());
            let (stretch, behind) = std::mem::take(&mut rest).split_at_mut(length);
            rest = behind;
            stretch
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn numbers(count: usize, different: u64) -> Vec<(u64, u32)> {
        let mut state = 7_u64;
        (0..count as u32)
            .map(|number| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                ((state >> 33) % different, number)
            })
            .collect()
    }

    #[test]
    fn items_come_into_the_order_of_their_keys() {
        for count in [0, 1, 1000, PIECE, 5 * PIECE + 77] {
            for different in [1, 2, 1 << 30] {
                let mut items = numbers(count, different);
                let mut expected = items.clone();
                expected.sort_unstable();
                sort_apart(&mut items, |item| *item, &Progress::unwatched()).unwrap();
                assert_eq!(items, expected, "{count} {different}");
            }
        }
    }

    #[test]
    fn sorting_stops_when_nobody_wants_it() {
        let looked_at = [0, 1, PIECE, 3 * PIECE, 9 * PIECE];
        for most in looked_at {
            let (progress, keys) = (Progress::default(), AtomicUsize::new(0));
            let key = |item: &(u64, u32)| {
                if keys.fetch_add(1, Ordering::Relaxed) >= most {
                    progress.cancel();
                }
                *item
            };
            let mut items = numbers(9 * PIECE, 1 << 30);
            assert_eq!(sort_apart(&mut items, key, &progress), None, "{most}");
        }
    }
}
