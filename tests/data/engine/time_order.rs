//! Rows in order of time, and which of them a stretch of time meets.

use proptest::prelude::*;
use sahelscope::{
    model::{Bounds, Clock, DAY, RowId},
    query::TimeOrder,
    work::Progress,
};

use super::{day, records};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn an_order_of_time_gives_the_rows_that_a_stretch_meets_in_order(
        dataset in records(), from in day(), days in 0..400_i64,
    ) {
        let columns = dataset.columns();
        let rows = dataset.rows().collect();
        let time_order = TimeOrder::of(columns, Clock::Happened, rows, &Progress::unwatched()).unwrap();
        let bounds = Bounds::new(from, from + days * DAY);
        let mut naive: Vec<RowId> = dataset.rows()
            .filter(|row| columns.span(*row).is_some_and(|span| span.hull().overlaps(&bounds)))
            .collect();
        naive.sort_by_key(|row| columns.order(*row));
        let met: Vec<RowId> = time_order.meeting(columns, bounds).collect();
        prop_assert_eq!(&met, &naive);
        if naive.is_empty() && !time_order.is_empty() {
            let gap = |row: RowId| {
                let hull = columns.span(row).unwrap().hull();
                (bounds.earliest - hull.latest).max(hull.earliest - bounds.latest)
            };
            let dated = dataset.rows().filter(|row| columns.span(*row).is_some());
            let nearest = time_order.nearest(columns, bounds).map(gap);
            prop_assert_eq!(nearest, dated.map(gap).min());
        }
    }

    #[test]
    fn an_order_of_time_gives_the_same_rows_backwards(
        dataset in records(), from in day(), days in 0..400_i64, place in 0..400_usize,
    ) {
        let columns = dataset.columns();
        let rows = dataset.rows().collect();
        let time_order = TimeOrder::of(columns, Clock::Happened, rows, &Progress::unwatched()).unwrap();
        let bounds = Bounds::new(from, from + days * DAY);
        let mut met: Vec<RowId> = time_order.meeting(columns, bounds).collect();
        met.reverse();
        let back: Vec<RowId> = time_order.meeting_before(columns, bounds, time_order.len()).collect();
        prop_assert_eq!(&back, &met);
        let mut parts: Vec<RowId> = time_order.meeting_before(columns, bounds, place).collect();
        parts.reverse();
        parts.extend(time_order.meeting_from(columns, bounds, place));
        parts.reverse();
        prop_assert_eq!(parts, met);
    }
}
