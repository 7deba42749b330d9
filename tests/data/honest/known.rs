//! As known on a day: what was reported later is hidden, claims and sources too.

use std::collections::{BTreeSet, HashMap};

use super::*;
use proptest::prelude::*;
use sahelscope::{
    model::{Claim, RowId, Status, StatusThen},
    work::Progress,
};

fn known(date: &str) -> Filter {
    Filter {
        known: Some(end_of(date)),
        ..Filter::default()
    }
}

#[test]
fn moving_the_day_shows_how_the_picture_grew() {
    let dataset = bundled();
    let mut before = BTreeSet::new();
    let mut sizes = Vec::new();
    for day in [
        "2022-04-08",
        "2022-04-10",
        "2025-01-31",
        "2025-02-28",
        "2025-07",
    ] {
        let now: BTreeSet<String> = ids(&dataset, &known(day)).into_iter().collect();
        assert!(now.is_superset(&before), "{day}");
        sizes.push(now.len());
        before = now;
    }
    assert_eq!(sizes[0], 0, "the first document is of 9 or 10 April 2022");
    assert_eq!(*sizes.last().unwrap(), dataset.len());
    assert!(
        sizes.windows(2).filter(|pair| pair[0] < pair[1]).count() >= 3,
        "{sizes:?}"
    );
}

/// One record with a claim of 2022 and one of 2025.
fn with_two_claims() -> Dataset {
    let sources = r#"{"id":"old","published":"2022-04-10"},{"id":"new","published":"2025-02-01"}"#;
    let claims = r#"
        {"by":"Le Monde","says":"A camp was seen","status":"claimed","source":"old"},
        {"by":"The army","says":"It is a depot","status":"confirmed","source":"new"}"#;
    let properties = format!(
        r#""date":"2022-01-05","status":"confirmed","sources":["old","new"],"claims":[{claims}]"#
    );
    profile(sources, &feature("camp", &properties))
}

#[test]
fn claims_published_later_are_neither_searched_nor_anybodys() {
    let dataset = with_two_claims();
    for (text, claimant, is_known) in [("camp was", "le monde", true), ("depot", "army", false)] {
        let shown = |filter: Filter| !ids(&dataset, &filter).is_empty();
        let then = known("2023");
        assert!(shown(Filter {
            text: text.into(),
            ..Filter::default()
        }));
        assert_eq!(
            shown(Filter {
                text: text.into(),
                ..then.clone()
            }),
            is_known,
            "{text}"
        );
        assert!(shown(Filter {
            claimant: claimant.into(),
            ..Filter::default()
        }));
        assert_eq!(
            shown(Filter {
                claimant: claimant.into(),
                ..then
            }),
            is_known,
            "{claimant}"
        );
    }
}

#[test]
fn the_status_of_then_is_what_the_claims_of_then_say() {
    let dataset = with_two_claims();
    let shown = |status, date| {
        let filter = Filter {
            statuses: Some([status].into()),
            ..known(date)
        };
        !ids(&dataset, &filter).is_empty()
    };
    assert!(shown(Status::Claimed, "2023") && !shown(Status::Confirmed, "2023"));
    assert!(shown(Status::Confirmed, "2026") && !shown(Status::Claimed, "2026"));
    let record = dataset.record(RowId::new(0)).unwrap();
    let is_known = |claim: &Claim| dataset.knows(claim, Some(end_of("2023")));
    let then = StatusThen::of(record.status, &record.claims, is_known);
    assert_eq!(then, StatusThen::Claimed(vec![Status::Claimed]));
}

#[test]
fn a_source_published_later_is_no_origin_yet() {
    let dataset = with_two_claims();
    let two_origins = |known| Filter {
        origins: 2,
        known,
        ..Filter::default()
    };
    assert_eq!(ids(&dataset, &two_origins(None)), ["camp"]);
    assert_eq!(ids(&dataset, &two_origins(Some(end_of("2023")))).len(), 0);
}

#[test]
fn a_record_is_not_known_before_it_can_have_begun() {
    let sources = r#"{"id":"old","published":"2022-04-10"}"#;
    let dated = |id: &str, date: &str, cited: &str| {
        feature(
            id,
            &format!(r#""layer":"deployment","date":"{date}"{cited}"#),
        )
    };
    let old = r#","sources":["old"]"#;
    let features = [
        dated("day", "2025-01-05", old),
        dated("month", "2025-01", old),
        dated("about", "2025-01~", old),
        dated("since", "2025-01/..", old),
        dated("until", "../2025-01", old),
        dated("early", "2021-12/2025-06", old),
        dated("nobody", "2025-01-05", ""),
        feature("undated", r#""sources":["old"]"#),
    ];
    let dataset = profile(sources, &features.join(","));
    let at = |day| ids(&dataset, &known(day));
    assert_eq!(at("2022-04-10"), ["until", "early", "undated"]);
    assert_eq!(at("2024-12-31"), ["about", "until", "early", "undated"]);
    assert_eq!(at("2025-01-04").len(), 6, "the month and what began in it");
    assert_eq!(at("2025-01-05").len(), dataset.len());
}

#[test]
fn no_bundled_record_is_known_before_it_can_have_begun() {
    let dataset = bundled();
    for day in [
        "2022-04-10",
        "2022-12-31",
        "2024-06-30",
        "2025-02-28",
        "2025-07-31",
    ] {
        for shown in visible(&dataset, &known(day)).rows {
            let span = dataset.columns().span(shown.row).unwrap();
            assert!(span.start.earliest <= end_of(day), "{day}");
        }
    }
}

#[test]
fn a_list_shows_and_orders_by_the_sources_and_the_status_of_then() {
    use sahelscope::query::{Audience, FilteredRows, Ranking, TableColumn, text_of};
    let sources = r#"{"id":"old","title":"A","published":"2022-04-10"},{"id":"new","title":"0","published":"2025-02-01"}"#;
    let claims = r#"{"by":"x","says":"y","status":"speculated","source":"old"},{"by":"z","says":"y","status":"confirmed","source":"new"}"#;
    let features = [
        feature(
            "a",
            &format!(
                r#""date":"2022-01-05","status":"confirmed","sources":["new","old"],"claims":[{claims}]"#
            ),
        ),
        feature(
            "b",
            r#""date":"2022-01-05","status":"reported","sources":["old"]"#,
        ),
        feature(
            "c",
            r#""date":"2022-01-05","status":"disputed","sources":["old","new"]"#,
        ),
    ];
    let dataset = profile(sources, &features.join(","));
    let then = Audience {
        known: Some(end_of("2023")),
        ..Audience::default()
    };
    let of = |row: usize, reader| {
        let record = dataset.record(RowId::new(row)).unwrap();
        text_of(&dataset, &record, TableColumn::Sources, reader).unwrap()
    };
    assert_eq!([of(0, Audience::default()), of(0, then)], ["0 · A", "A"]);
    let order = |reader: Audience| {
        let filter = Filter {
            known: reader.known,
            ..Filter::default()
        };
        let matching =
            sahelscope::query::RowMask::of(&dataset, &filter, &Progress::unwatched()).unwrap();
        let ranking = Ranking::of(
            &dataset,
            TableColumn::Status,
            reader,
            &Progress::unwatched(),
        )
        .unwrap();
        let sort = sahelscope::query::Sort::by(TableColumn::Status);
        ranking
            .shown(
                FilteredRows {
                    dataset: &dataset,
                    filter: &filter,
                    matching: &matching,
                },
                sort,
                &Progress::unwatched(),
            )
            .unwrap()
    };
    assert_eq!(order(Audience::default()), [0, 1, 2].map(RowId::new));
    assert_eq!(
        order(then),
        [1, 2, 0].map(RowId::new),
        "it was only speculated then"
    );
    let of_then = |row: usize| {
        let record = dataset.record(RowId::new(row)).unwrap();
        dataset.status_then(&record, then.known)
    };
    assert_eq!(of_then(0), StatusThen::Claimed(vec![Status::Speculated]));
    assert_eq!(of_then(1), StatusThen::Unchanged(Some(Status::Reported)));
    assert_eq!(of_then(2), StatusThen::AsOfToday(Status::Disputed));
}

#[test]
fn what_is_found_is_not_shown_in_a_claim_of_later() {
    let sources = r#"{"id":"old","published":"2022-04-10"},{"id":"new","published":"2025-02-01"}"#;
    let claims = r#"{"by":"x","says":"a depot of 2025","source":"new"},{"by":"y","says":"a depot of 2022","source":"old"}"#;
    let dataset = profile(
        sources,
        &feature(
            "a",
            &format!(r#""date":"2022-01-05","sources":["old"],"claims":[{claims}]"#),
        ),
    );
    let search = sahelscope::query::Search::of(&dataset, "depot");
    let hit = |known| {
        search
            .hit(&dataset, RowId::new(0), None, known)
            .unwrap()
            .text
    };
    assert_eq!(hit(None), "a depot of 2025");
    assert_eq!(hit(Some(end_of("2023"))), "a depot of 2022");
}

#[test]
fn an_export_says_how_many_of_its_records_were_written_later() {
    use sahelscope::io::formats;
    let dataset = with_two_claims();
    let written = |filter: &Filter| {
        let bytes = crate::support::exported::exported(&dataset, filter, &formats::GEOJSON, false);
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        value["export"].clone()
    };
    assert_eq!(written(&known("2023"))["written_later"]["records"], 1);
    assert_eq!(written(&known("2026"))["written_later"]["records"], 0);
    assert!(written(&Filter::default())["written_later"].is_null());
    let said = written(&known("2023"))["said"]["en"].to_string();
    assert!(said.contains("written since"), "{said}");
}

/// Records with the day of each and the sources that it cites.
type Dated = Vec<(Option<u8>, Vec<usize>)>;

/// Sources with the first day on which each can have been published, and records that cite some.
fn any_records() -> impl Strategy<Value = (Vec<Option<u8>>, Dated)> {
    let sources = prop::collection::vec(prop::option::of(1..29_u8), 1..6);
    let cited = prop::collection::vec(0..6_usize, 0..4);
    let records = prop::collection::vec((prop::option::of(1..29_u8), cited), 1..12);
    (sources, records)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_hidden_is_what_no_source_had_said_or_had_not_begun(
        (sources, cited) in any_records(), day in 1..29_u8,
    ) {
        let listed: Vec<String> = sources.iter().enumerate().map(|(number, published)| {
            match published {
                Some(day) => format!(r#"{{"id":"s{number}","published":"2022-02-{day:02}"}}"#),
                None => format!(r#"{{"id":"s{number}"}}"#),
            }
        }).collect();
        let features: Vec<String> = cited.iter().enumerate().map(|(number, (own, cited))| {
            let ids: Vec<String> = cited.iter().map(|source| format!(r#""s{source}""#)).collect();
            let own = own.map_or_else(String::new, |day| format!(r#""date":"2022-02-{day:02}","#));
            feature(&format!("r{number}"), &format!(r#"{own}"sources":[{}]"#, ids.join(",")))
        }).collect();
        let dataset = profile(&listed.join(","), &features.join(","));
        let published: HashMap<usize, u8> = sources.iter().enumerate()
            .filter_map(|(number, day)| Some((number, (*day)?)))
            .collect();
        // Naively: the earliest day of all dated sources, or its own where that is later; where there is
        // neither nobody can say.
        let expected: Vec<String> = cited.iter().enumerate()
            .filter(|(_, (own, cited))| {
                let first = cited.iter().filter_map(|source| published.get(source)).min();
                first.is_none_or(|first| *first <= day) && own.is_none_or(|own| own <= day)
            })
            .map(|(number, _)| format!("r{number}"))
            .collect();
        prop_assert_eq!(ids(&dataset, &known(&format!("2022-02-{day:02}"))), expected);
    }
}
