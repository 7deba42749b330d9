//! As known on a day: what was reported later is hidden, claims and sources too.

use std::collections::{BTreeSet, HashMap};

use super::*;
use proptest::prelude::*;
use sahelscope::model::{Claim, Status, StatusThen};

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
    let record = dataset.record(0).unwrap();
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

/// Sources with the first day on which each can have been published, and records that cite some.
fn any_records() -> impl Strategy<Value = (Vec<Option<u8>>, Vec<Vec<usize>>)> {
    let sources = prop::collection::vec(prop::option::of(1..29_u8), 1..6);
    let cited = prop::collection::vec(prop::collection::vec(0..6_usize, 0..4), 1..12);
    (sources, cited)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_hidden_is_what_no_source_had_said(
        (sources, cited) in any_records(), day in 1..29_u8,
    ) {
        let listed: Vec<String> = sources.iter().enumerate().map(|(number, published)| {
            match published {
                Some(day) => format!(r#"{{"id":"s{number}","published":"2022-02-{day:02}"}}"#),
                None => format!(r#"{{"id":"s{number}"}}"#),
            }
        }).collect();
        let features: Vec<String> = cited.iter().enumerate().map(|(number, cited)| {
            let ids: Vec<String> = cited.iter().map(|source| format!(r#""s{source}""#)).collect();
            feature(&format!("r{number}"), &format!(r#""date":"2022-01","sources":[{}]"#, ids.join(",")))
        }).collect();
        let dataset = profile(&listed.join(","), &features.join(","));
        let published: HashMap<usize, u8> = sources.iter().enumerate()
            .filter_map(|(number, day)| Some((number, (*day)?)))
            .collect();
        // Naively: the earliest day of all dated sources; where there is none nobody can say.
        let expected: Vec<String> = cited.iter().enumerate()
            .filter(|(_, cited)| {
                let first = cited.iter().filter_map(|source| published.get(source)).min();
                first.is_none_or(|first| *first <= day)
            })
            .map(|(number, _)| format!("r{number}"))
            .collect();
        prop_assert_eq!(ids(&dataset, &known(&format!("2022-02-{day:02}"))), expected);
    }
}
