//! Who says so: status, claimant, source, independent origins.

use super::*;

fn of_claimant(claimant: &str) -> Filter {
    Filter {
        claimant: claimant.into(),
        ..Filter::default()
    }
}

#[test]
fn everything_that_one_claimant_says_is_what_has_a_claim_of_that_name() {
    let dataset = bundled();
    let expected: Vec<String> = (0..dataset.len())
        .map(|row| dataset.record(row).unwrap())
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
    let record = (0..dataset.len())
        .filter_map(|row| dataset.record(row))
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
