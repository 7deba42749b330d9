//! Rows in order, and the walk from record to record, against the plain way of doing it.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::sync::Arc;

use proptest::{collection::vec, prelude::*};
use sahelscope::{
    data::{Dataset, FileOrigin, Filter},
    io,
    model::{Lang, RowId, Window},
    query::{
        Audience, Engine, FilteredRows, Ranking, RowMask, Sort, SortThen, TableColumn,
        WindowResult, text_of,
    },
    text::fold::fold,
    work::Progress,
};
use serde_json::{Value, json};

const DATES: [&str; 8] = [
    "2022-01-05",
    "2022-01",
    "2022",
    "2021-12/2022-03",
    "2022-02-10~",
    "2020/..",
    "not a date",
    "2022-01-05",
];

fn records() -> impl Strategy<Value = Vec<Value>> {
    let title = prop_oneof!["[A-Fa-fÉé ]{0,3}", Just("Ségou".to_owned())];
    let status = prop_oneof![Just("confirmed"), Just("denied"), Just("no such status")];
    let layer = prop_oneof![Just("incident"), Just("deployment"), Just("Other")];
    let record = (0..DATES.len(), title, status, layer).prop_map(|(date, title, status, layer)| {
        let date = DATES.get(date).copied().unwrap_or_default();
        let title = if title.is_empty() {
            Value::Null
        } else {
            title.into()
        };
        json!({"type": "Feature", "geometry": null, "properties":
            {"date": date, "title": title, "status": status, "layer": layer, "actors": [title]}})
    });
    vec(record, 0..40)
}

fn read(records: &[Value]) -> Dataset {
    let collection =
        json!({"type": "FeatureCollection", "profile": "sahelscope/1", "features": records});
    let watch = io::Watch::nobody();
    let source = FileOrigin::File("test.geojson".into());
    let bytes = collection.to_string().into_bytes();
    let part = io::read::read_part("test.geojson", source, bytes, &watch);
    Dataset::from_parts(vec![part.unwrap()])
}

/// What a row is ordered by in the plain way; `None`: it has none of it.
fn key(dataset: &Dataset, row: RowId, facet: TableColumn) -> Option<(i64, String)> {
    let columns = dataset.columns();
    let number = |number: i64| Some((number, String::new()));
    match facet {
        TableColumn::Date => number(columns.span(row)?.start.earliest),
        TableColumn::Status => number(columns.status(row)? as i64),
        TableColumn::Layer => number(i64::from(columns.layer_index(row))),
        facet => {
            let record = dataset.record(row)?;
            let text = text_of(dataset, &record, facet, Audience::of(Lang::En))?;
            Some((0, fold(&text)))
        }
    }
}

fn plainly(dataset: &Dataset, visible: &WindowResult, sort: Sort) -> Vec<RowId> {
    let keyed = visible.rows.iter().map(|shown| {
        let row = shown.row;
        (key(dataset, row, sort.facet), row)
    });
    let (mut filled, missing): (Vec<_>, Vec<_>) = keyed.partition(|(key, _)| key.is_some());
    filled.sort();
    if sort.is_descending {
        filled.reverse();
    }
    filled
        .into_iter()
        .chain(missing)
        .map(|(_, row)| row)
        .collect()
}

fn shown(dataset: &Dataset, filter: &Filter, sort: Sort) -> Vec<RowId> {
    let matching = RowMask::of(dataset, filter, &Progress::unwatched()).unwrap();
    let ranking = Ranking::of(
        dataset,
        sort.facet,
        Audience::of(Lang::En),
        &Progress::unwatched(),
    )
    .unwrap();
    ranking
        .shown(
            FilteredRows {
                dataset,
                filter,
                matching: &matching,
            },
            sort,
            &Progress::unwatched(),
        )
        .unwrap()
}

fn in_window(window: &str) -> Filter {
    Filter {
        window: Window::parse(window).unwrap(),
        ..Filter::default()
    }
}

proptest! {
    #[test]
    fn rows_are_in_the_order_of_what_they_say_and_those_that_say_nothing_come_last(
        records in records(),
        is_descending in any::<bool>(),
    ) {
        let dataset = read(&records);
        let filter = in_window("2021-06/2022-02");
        let visible = WindowResult::of(&dataset, &filter);
        for facet in [TableColumn::Date, TableColumn::Title, TableColumn::Status, TableColumn::Layer, TableColumn::Actors] {
            let sort = Sort { is_descending, ..Sort::by(facet) };
            prop_assert_eq!(
                shown(&dataset, &filter, sort),
                plainly(&dataset, &visible, sort),
                "{:?}", sort
            );
        }
    }

    #[test]
    fn the_surest_come_first_and_the_heavier_before_the_lighter(records in records()) {
        let dataset = read(&records);
        let filter = in_window("2022-01-03/2022-01-20");
        let matching = RowMask::of(&dataset, &filter, &Progress::unwatched()).unwrap();
        let sort = Sort::by(TableColumn::Certainty);
        let doubts: Vec<(bool, f32)> = shown(&dataset, &filter, sort)
            .into_iter()
            .map(|row| {
                let relation = filter.relation(dataset.columns(), &matching, RowId::new(row.index()));
                let relation = relation.unwrap();
                (!relation.is_certain(), -relation.weight())
            })
            .collect();
        prop_assert!(doubts.is_sorted(), "{:?}", doubts);
    }

    #[test]
    fn what_agrees_in_the_first_column_is_ordered_by_the_second(
        records in records(), up in any::<bool>(), then_up in any::<bool>(),
    ) {
        let dataset = read(&records);
        let filter = in_window("2021-06/2022-02");
        let matching = RowMask::of(&dataset, &filter, &Progress::unwatched()).unwrap();
        let (first, second) = (TableColumn::Layer, TableColumn::Title);
        let then = Some(SortThen { facet: second, is_descending: !then_up });
        let sort = Sort { facet: first, is_descending: !up, then };
        let of = |facet| {
            let reader = Audience::of(Lang::En);
            Ranking::of(&dataset, facet, reader, &Progress::unwatched()).unwrap()
        };
        let shown = FilteredRows { dataset: &dataset, filter: &filter, matching: &matching };
        let rows = of(first).shown_by_two(&of(second), shown, sort, &Progress::unwatched()).unwrap();
        let mut naive = rows.clone();
        naive.sort_unstable();
        let turned = |order: std::cmp::Ordering, up: bool| if up { order } else { order.reverse() };
        naive.sort_by(|a, b| {
            let [a, b] = [*a, *b];
            let layers = [a, b].map(|row| key(&dataset, row, first));
            let titles = [a, b].map(|row| key(&dataset, row, second));
            // Without a title comes last, whichever end is first.
            let by_title = match (&titles[0], &titles[1]) {
                (Some(a), Some(b)) => turned(a.cmp(b), then_up),
                (a, b) => b.is_some().cmp(&a.is_some()),
            };
            turned(layers[0].cmp(&layers[1]), up).then(by_title)
        });
        prop_assert_eq!(rows, naive);
    }

    #[test]
    fn walking_forward_and_back_goes_through_every_record_shown_by_date(records in records()) {
        let dataset = Arc::new(read(&records));
        let filter = in_window("2021-06/2022-02");
        let engine = Engine::of(&dataset, &filter, &Progress::unwatched()).unwrap();
        let expected = shown(&dataset, &filter, Sort::default());
        for forward in [true, false] {
            let mut walked = Vec::new();
            let mut here = None;
            for _ in &expected {
                here = engine.next_record(&filter, here, forward);
                walked.push(here.unwrap());
            }
            if !forward {
                walked.reverse();
            }
            prop_assert_eq!(&walked, &expected);
            let around = engine.next_record(&filter, here, forward);
            let end = if forward { expected.first() } else { expected.last() };
            prop_assert_eq!(around, end.copied());
        }
    }
}

#[test]
fn walking_from_a_record_that_is_not_shown_finds_the_next_that_is() {
    let record = |date: &str| json!({"type": "Feature", "geometry": null, "properties": {"date": date, "layer": "incident"}});
    let dataset = Arc::new(read(
        &["2022-01-01", "2022-02-01", "2022-03-01"].map(record),
    ));
    let engine = Engine::of(&dataset, &Filter::default(), &Progress::unwatched()).unwrap();
    let filter = in_window("2022-01/2022-03");
    assert_eq!(
        engine.next_record(&filter, Some(RowId::new(1)), true),
        Some(RowId::new(2))
    );
    let filter = in_window("2022-03");
    assert_eq!(
        engine.next_record(&filter, Some(RowId::new(1)), true),
        Some(RowId::new(2))
    );
    assert_eq!(
        engine.next_record(&filter, Some(RowId::new(0)), false),
        Some(RowId::new(2))
    );
}

#[test]
fn an_order_that_nobody_waits_for_any_more_is_given_up() {
    let dataset = Dataset::from_parts(vec![io::read::bundled()]);
    let ranking = Ranking::of(
        &dataset,
        TableColumn::Title,
        Audience::of(Lang::En),
        &Progress::cancelled(),
    );
    assert_eq!(ranking, None);
}
