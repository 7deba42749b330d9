//! Who says so: status, claimant, source, independent origins.

use super::*;
use proptest::prelude::*;
use sahelscope::query::Engine;
use sahelscope::{model::RowId, work::Progress};

fn of_claimant(claimant: &str) -> Filter {
    Filter {
        claimant: claimant.into(),
        ..Filter::default()
    }
}

#[test]
fn everything_that_one_claimant_says_is_what_has_a_claim_of_that_name() {
    let dataset = bundled();
    let expected: Vec<String> = dataset
        .rows()
        .map(|row| dataset.record(RowId::new(row.index())).unwrap())
        .filter(|record| {
            let mut names = record.claims.iter().flat_map(|claim| claim.by.iter());
            names.any(|name| name == "Le Monde")
        })
        .map(|record| record.id.clone().unwrap().to_string())
        .collect();
    assert!(!expected.is_empty());
    assert_eq!(ids(&dataset, &of_claimant("le monde")), expected);
}

#[test]
fn a_claimant_is_found_by_the_name_in_any_language() {
    let dataset = bundled();
    let english = ids(
        &dataset,
        &of_claimant("Russian Ministry of Foreign Affairs"),
    );
    let record = dataset
        .rows()
        .filter_map(|row| dataset.record(RowId::new(row.index())))
        .find(|record| {
            record.claims.iter().any(|it| {
                it.by
                    .iter()
                    .any(|name| name.starts_with("Russian Ministry"))
            })
        })
        .unwrap();
    let claim = record.claims.iter().find(|it| {
        it.by
            .iter()
            .any(|name| name.starts_with("Russian Ministry"))
    });
    let arabic = claim
        .unwrap()
        .by
        .exact(sahelscope::model::Lang::Ar)
        .unwrap();
    assert_eq!(ids(&dataset, &of_claimant(arabic)), english);
}

#[test]
fn a_source_is_meant_by_its_id_or_by_a_part_of_its_publisher() {
    let dataset = bundled();
    let of = |source: &str| {
        let filter = Filter {
            source: source.into(),
            ..Filter::default()
        };
        ids(&dataset, &filter)
    };
    let by_id = of("src-000-al-jazeera-2025-02");
    assert!(!by_id.is_empty() && by_id.len() < dataset.len());
    assert_eq!(of("al jazeera"), by_id);
    assert!(of("no such source").is_empty());
}

#[test]
fn claimant_and_source_together_mean_a_claim_in_that_source() {
    let sources = r#"{"id":"a"},{"id":"b"}"#;
    let claims = r#""claims":[{"by":"X","source":"a"},{"by":"Y","source":"b"}]"#;
    let dataset = profile(sources, &feature("r", claims));
    let shown = |claimant: &str, source: &str| {
        let filter = Filter {
            source: source.into(),
            ..of_claimant(claimant)
        };
        !ids(&dataset, &filter).is_empty()
    };
    assert!(shown("X", "a") && shown("Y", "b"));
    assert!(!shown("X", "b") && !shown("Y", "a"));
}

#[test]
fn five_papers_that_carry_one_wire_are_one_origin() {
    let sources = r#"{"id":"wire"},{"id":"p1","origin":"wire"},{"id":"p2","origin":"p1"},
        {"id":"p3","origin":"p4"},{"id":"p4","origin":"p3"},{"id":"own"}"#;
    let record = |id: &str, cited: &str| feature(id, &format!(r#""sources":[{cited}]"#));
    let features = [
        record("one", r#""wire","p1","p2""#),
        record("circle", r#""p3","p4""#),
        record("two", r#""p2","own""#),
        record("three", r#""p1","p3","own""#),
        record("none", ""),
    ];
    let dataset = profile(sources, &features.join(","));
    assert_eq!(dataset.len(), 5, "{:?}", dataset.issues());
    let at_least = |origins| {
        let filter = Filter {
            origins,
            ..Filter::default()
        };
        ids(&dataset, &filter)
    };
    assert_eq!(at_least(0).len(), 5);
    assert_eq!(at_least(1), ["one", "circle", "two", "three"]);
    assert_eq!(at_least(2), ["two", "three"]);
    assert_eq!(at_least(3), ["three"]);
}

#[test]
fn values_without_words_are_counted_and_their_records_found() {
    let words = |pointer: &str| {
        format!(
            r#"{{"for":"{pointer}","target":{{"source":"urn:sha256:ab","selector":[{{"type":"TextQuoteSelector","exact":"then"}}]}}}}"#
        )
    };
    let evidence = [words("/properties/date"), words("/geometry")].join(",");
    let features = [
        feature("none", r#""date":"2022-01","actors":["a","b"]"#),
        feature(
            "all",
            &format!(r#""date":"2022-01","evidence":[{evidence}]"#),
        ),
        feature(
            "some",
            &format!(r#""date":"2022-01","actors":["a"],"evidence":[{evidence}]"#),
        ),
    ];
    let dataset = profile("", &features.join(","));
    let filter = Filter {
        lacks_words: true,
        ..Filter::default()
    };
    assert_eq!(ids(&dataset, &filter), ["none", "some"]);
    let counts = dataset.rows().map(|row| {
        let count = dataset.claim_index().values(row);
        (count.lacking, count.all)
    });
    assert_eq!(counts.collect::<Vec<_>>(), [(4, 4), (0, 2), (1, 3)]);
    assert_eq!(dataset.claim_index().lacking(), 5);
}

#[test]
fn a_file_that_others_coded_has_no_values_to_be_coded() {
    let others = feature("a", r#""event_date":"2022-01-05","actor1":"b""#);
    let dataset = import(&format!(
        r#"{{"type":"FeatureCollection","features":[{others}]}}"#
    ));
    assert_eq!(dataset.columns().totals().dated, 1);
    assert_eq!(dataset.claim_index().lacking(), 0);
}

/// Records that cite and claim in several ways, some of which only the thorough way reads.
fn any_told() -> impl Strategy<Value = Dataset> {
    let cited = prop::collection::vec(0..6_usize, 0..4);
    let claims = prop::collection::vec((0..4_usize, prop::option::of(0..6_usize)), 0..3);
    prop::collection::vec((cited, claims), 1..40).prop_map(|records| {
        let sources = (0..5).map(|number| {
            let origin = if number == 3 { r#","origin":"s0""# } else { "" };
            format!(r#"{{"id":"s{number}","title":"Paper {number}","published":"2022-02-0{}"{origin}}}"#, number + 1)
        });
        let features: Vec<String> = records.iter().enumerate().map(told).collect();
        profile(&sources.collect::<Vec<_>>().join(","), &features.join(","))
    })
}

/// The sources that a record cites, and its claims: by whom, in which source.
type Told = (Vec<usize>, Vec<(usize, Option<usize>)>);

fn told((number, (cited, claims)): (usize, &Told)) -> String {
    let cited: Vec<String> = cited.iter().map(|it| format!(r#""s{it}""#)).collect();
    let claims: Vec<String> = claims
        .iter()
        .map(|(by, source)| {
            let source = source
                .map(|it| format!(r#","source":"s{it}""#))
                .unwrap_or_default();
            format!(r#"{{"by":"Speaker {by}","says":"word{by}"{source}}}"#)
        })
        .collect();
    let claims = if claims.is_empty() {
        String::new()
    } else {
        format!(r#","claims":[{}]"#, claims.join(","))
    };
    let properties = format!(
        r#""date":"2022-01","sources":[{}]{claims}"#,
        cited.join(",")
    );
    feature(&format!("r{number}"), &properties)
}

/// What a filter shows by reading every record, word for word.
fn naively(dataset: &Dataset, filter: &Filter) -> Vec<String> {
    let is_known = |id: &str| match (
        filter.known,
        dataset.source(id).and_then(|it| it.published.as_ref()),
    ) {
        (Some(known), Some(published)) => published.bounds().earliest <= known,
        _ => true,
    };
    let origin = |id: &str| {
        dataset
            .source(id)
            .and_then(|it| it.origin.clone())
            .unwrap_or_else(|| id.into())
    };
    let shows = |row: &RowId| {
        let record = dataset.record(*row).unwrap();
        let of_claims = record.claims.iter().filter_map(|it| it.source.as_ref());
        let cited: Vec<&str> = record
            .sources
            .iter()
            .chain(of_claims)
            .map(AsRef::as_ref)
            .collect();
        let known = cited.iter().filter(|id| is_known(id));
        let origins: std::collections::BTreeSet<Box<str>> = known.map(|id| origin(id)).collect();
        let says = record.claims.iter().any(|claim| {
            let source = claim.source.as_deref();
            claim.by.iter().any(|name| name == filter.claimant)
                && source.is_none_or(is_known)
                && (filter.source.is_empty() || source == Some(filter.source.as_str()))
        });
        let is_in_source = cited.iter().any(|id| *id == filter.source && is_known(id));
        let reported = dataset.columns().reported(*row);
        filter
            .known
            .is_none_or(|known| reported.is_none_or(|it| it.earliest <= known))
            && origins.len() >= usize::from(filter.origins)
            && (!filter.lacks_words || record.values().any(|it| record.words_for(it).is_none()))
            && (filter.claimant.is_empty() || says)
            && (filter.source.is_empty() || !filter.claimant.is_empty() || is_in_source)
            && (filter.text.is_empty()
                || record.claims.iter().any(|claim| {
                    claim.source.as_deref().is_none_or(is_known)
                        && claim.says.iter().any(|words| words == filter.text)
                }))
    };
    let id = |row: RowId| dataset.record(row).unwrap().id.clone().unwrap().to_string();
    dataset.rows().filter(shows).map(id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn who_says_what_is_what_reading_every_record_says(
        dataset in any_told(),
        claimant in prop::sample::select(vec!["", "Speaker 1", "Speaker 3"]),
        source in prop::sample::select(vec!["", "s0", "s3", "s5"]),
        text in prop::sample::select(vec!["", "word1"]),
        origins in 0..3_u16,
        known in prop::option::of(1..7_u8),
        lacks_words: bool,
    ) {
        let filter = Filter {
            lacks_words,
            claimant: claimant.into(),
            source: source.into(),
            text: text.into(),
            origins,
            known: known.map(|day| end_of(&format!("2022-02-0{day}"))),
            ..Filter::default()
        };
        prop_assert_eq!(ids(&dataset, &filter), naively(&dataset, &filter));
        let listed = visible(&dataset, &filter);
        let counting = Engine::of(&std::sync::Arc::new(dataset), &filter, &Progress::unwatched()).unwrap().listing_at_most(0);
        prop_assert_eq!(counting.visible(&filter).counts, listed.counts);
    }
}
