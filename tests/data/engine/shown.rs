//! What a window shows: counted, listed, and the next of it.

use proptest::prelude::*;
use sahelscope::model::RowId;

use super::{engines, filters, naive::Naive, records};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn everything_is_counted_as_looking_at_each_record_counts_it(
        dataset in records(), filter in filters(),
    ) {
        let naive = Naive::of(&dataset, &filter);
        let [listing, counting] = engines(&dataset, &filter).map(|engine| engine.visible(&filter));
        for visible in [&listing, &counting] {
            prop_assert_eq!(&visible.counts, &naive.counts());
            prop_assert_eq!(visible.unplaced_in_window, naive.unplaced().len());
            prop_assert_eq!(visible.aged, listing.aged);
        }
    }

    #[test]
    fn all_records_are_listed_in_the_order_of_the_file_or_the_first_in_order_of_time(
        dataset in records(), filter in filters(),
    ) {
        let naive = Naive::of(&dataset, &filter);
        let [listing, counting] = engines(&dataset, &filter).map(|engine| engine.visible(&filter));
        let all: Vec<_> = listing.rows.iter().map(|shown| (shown.row, shown.relation)).collect();
        prop_assert_eq!(all, naive.shown().collect::<Vec<_>>());
        prop_assert!(!listing.is_head());
        let first: Vec<RowId> = counting.rows.iter().map(|shown| shown.row).collect();
        let in_order = naive.in_order();
        if filter.certain_only {
            prop_assert!(first.iter().all(|row| in_order.contains(row)));
        } else {
            prop_assert_eq!(&first[..], &in_order[..in_order.len().min(first.len())]);
            prop_assert_eq!(counting.is_head(), first.len() < in_order.len());
        }
    }

    #[test]
    fn the_tray_lists_what_has_no_date_or_no_place(
        dataset in records(), filter in filters(), at in 0..60_usize, length in 0..60_usize,
    ) {
        let naive = Naive::of(&dataset, &filter);
        let (undated, unplaced) = (naive.undated(), naive.unplaced());
        let stretch: Vec<RowId> = undated.iter().copied().skip(at).take(length).collect();
        let [listing, counting] = engines(&dataset, &filter);
        for engine in [&listing, &counting] {
            prop_assert_eq!(&engine.undated(&filter, 0..dataset.len()), &undated);
            prop_assert_eq!(&engine.undated(&filter, at..at + length), &stretch);
        }
        prop_assert_eq!(&listing.unplaced(&filter, 1), &unplaced);
        let first = counting.unplaced(&filter, 9);
        let of_time = naive.in_order().into_iter().filter(|row| unplaced.contains(row));
        if !filter.certain_only {
            prop_assert_eq!(first, of_time.take(9).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_next_record_is_the_next_in_order_of_time_and_around_the_ends(
        dataset in records(), filter in filters(), from in 0..400_usize, forward in any::<bool>(),
    ) {
        let naive = Naive::of(&dataset, &filter);
        let order = |row: RowId| dataset.columns().order_on(filter.clock, row);
        let in_order = naive.in_order();
        let next = |here: Option<RowId>| {
            let here = here.map(order);
            let mut rows = in_order.iter().copied();
            if forward {
                let next = rows.find(|row| here.is_none_or(|here| order(*row) > here));
                next.or(in_order.first().copied())
            } else {
                let next = rows.rfind(|row| here.is_none_or(|here| order(*row) < here));
                next.or(in_order.last().copied())
            }
        };
        for engine in engines(&dataset, &filter) {
            let mut here = dataset.rows().nth(from);
            for _ in 0..5 {
                let expected = next(here);
                here = engine.next_record(&filter, here, forward);
                prop_assert_eq!(here, expected);
            }
        }
    }
}
