//! The bundled records against the profile: what can be told without the documents they cite.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::collections::{HashMap, HashSet};

use sahelscope::model::{
    Kind, Lang, Layer, Localised, Mapping, PlacePrecision, Record, Relationship, Source, When,
    Window,
};
use serde_json::Value;

fn collection() -> Value {
    serde_json::from_str(include_str!("../../geodata/mali.geojson")).unwrap()
}

fn records() -> Vec<Record> {
    let mapping = Mapping::profile();
    let collection = collection();
    let features = collection["features"].as_array().unwrap();
    features
        .iter()
        .map(|feature| {
            let (record, issues) = Record::read(feature, &mapping);
            assert!(issues.is_empty(), "{}: {issues:?}", feature["id"]);
            record.unwrap()
        })
        .collect()
}

fn sources() -> Vec<Source> {
    Source::read_all(&collection()["sources"])
}

fn id(record: &Record) -> &str {
    record.id.as_ref().unwrap().as_str()
}

#[track_caller]
fn assert_in_three_languages(text: &Localised, what: &str) {
    for lang in Lang::ALL {
        let said = text.exact(lang).unwrap_or_default().trim();
        assert!(!said.is_empty(), "{what} is silent in {lang}");
        let is_arabic = said.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
        assert_eq!(is_arabic, lang == Lang::Ar, "{what} in {lang}: {said}");
    }
}

#[test]
fn every_record_reads_without_an_issue() {
    assert_eq!(records().len(), 61);
}

#[test]
fn each_layer_holds_what_the_documents_give() {
    let count = |layer: &Layer| records().iter().filter(|r| r.layer == *layer).count();
    assert_eq!(count(&Layer::Deployment), 11);
    assert_eq!(count(&Layer::Incident), 2);
    assert_eq!(count(&Layer::Delivery), 5);
    assert_eq!(count(&Layer::Context), 43);
}

#[test]
fn every_text_stands_in_three_languages() {
    for record in records() {
        let id = id(&record);
        assert_in_three_languages(&record.title, id);
        assert_in_three_languages(&record.summary, id);
        assert_in_three_languages(&record.date_basis, id);
        assert_in_three_languages(&record.place.name, id);
        for claim in &record.claims {
            assert_in_three_languages(&claim.says, id);
        }
    }
}

#[test]
fn every_claim_names_a_listed_source_and_a_paragraph() {
    let sources = sources();
    let listed: HashSet<&str> = sources.iter().map(|source| &*source.id).collect();
    for record in records() {
        assert!(!record.claims.is_empty(), "{} claims nothing", id(&record));
        let cited: HashSet<&str> = record.sources.iter().map(|id| &**id).collect();
        assert!(cited.is_subset(&listed), "{} cites {cited:?}", id(&record));
        for claim in &record.claims {
            assert!(claim.status.is_some(), "{}", id(&record));
            assert!(cited.contains(claim.source.as_deref().unwrap()));
            let paragraph = claim.locator.as_deref().unwrap().strip_prefix("para ");
            assert!(paragraph.is_some_and(|number| number.parse::<u32>().is_ok()));
        }
    }
}

#[test]
fn every_source_says_when_it_was_published_and_how_that_is_known() {
    let sources = sources();
    assert_eq!(sources.len(), 5);
    for source in &sources {
        assert!(source.published.is_some(), "{}", source.id);
        assert!(source.published_basis.is_some(), "{}", source.id);
        assert_in_three_languages(&source.published_note, &source.id);
    }
}

#[test]
fn every_related_record_is_there_and_no_two_put_each_other_first() {
    let records = records();
    let links: HashMap<(&str, &str), Relationship> = records
        .iter()
        .flat_map(|record| {
            let links = record.related.iter();
            links.map(move |link| ((id(record), &*link.id), link.relationship))
        })
        .collect();
    let ids: HashSet<&str> = records.iter().map(id).collect();
    assert_eq!(ids.len(), records.len());
    for ((from, to), relationship) in &links {
        assert!(ids.contains(to) && from != to, "{from} leads to {to}");
        let back = links.get(&(*to, *from));
        match relationship {
            Relationship::Before => assert_ne!(back, Some(&Relationship::Before), "{from} {to}"),
            Relationship::After => assert_ne!(back, Some(&Relationship::After), "{from} {to}"),
            _ => {}
        }
    }
}

#[test]
fn what_would_be_counted_twice_says_so() {
    let records = records();
    let is_part_of = |part: &str, whole: &str| {
        let part = records.iter().find(|record| id(record) == part).unwrap();
        part.related
            .iter()
            .any(|link| &*link.id == whole && link.relationship == Relationship::PartOf)
    };
    assert!(is_part_of(
        "delivery-2025-01-17",
        "delivery-january-2025-batch"
    ));
    assert!(is_part_of("deployment-segou", "deployment-about-1000"));
}

#[test]
fn a_record_about_the_whole_country_is_never_a_pin() {
    for record in records() {
        if record.place.precision == PlacePrecision::Country {
            assert!(record.geometry.is_none(), "{}", id(&record));
        }
    }
}

#[test]
fn a_vague_place_on_the_map_has_a_radius() {
    for record in records().iter().filter(|r| r.geometry.is_some()) {
        let is_vague = matches!(
            record.place.precision,
            PlacePrecision::Area | PlacePrecision::Region
        );
        assert!(
            !is_vague || record.place.radius_km.is_some(),
            "{}",
            id(record)
        );
        assert!(!record.place.basis.is_empty(), "{}", id(record));
    }
}

#[test]
fn the_five_places_carry_marks() {
    let records = records();
    for place in ["Modibo Keïta", "Ségou", "Mopti", "Timbuktu", "Moura"] {
        let is_there = |record: &&Record| {
            record.geometry.is_some() && record.place.name.text(Lang::En).contains(place)
        };
        assert!(records.iter().any(|r| is_there(&r)), "{place}");
    }
}

#[test]
fn only_a_presence_is_confirmed_later_and_only_an_undated_record_lacks_a_date() {
    for record in records() {
        if record.last_confirmed.is_some() {
            assert_eq!(record.kind, Kind::Presence, "{}", id(&record));
        }
        assert_eq!(record.span().is_some(), record.date.is_some());
    }
    let undated = records().iter().filter(|r| r.date.is_none()).count();
    assert_eq!(undated, 20);
}

#[test]
fn every_bookmark_opens_a_window_and_speaks_three_languages() {
    let collection = collection();
    for bookmark in collection["bookmarks"].as_array().unwrap() {
        let window = bookmark["window"].as_str().unwrap();
        assert!(Window::parse(window).is_ok(), "{window}");
        assert!(When::parse(window).is_ok(), "{window}");
        for name in [
            "title", "title:fr", "title:ar", "text", "text:fr", "text:ar",
        ] {
            assert!(bookmark[name].is_string(), "{window} lacks {name}");
        }
    }
}
