//! Records are found by any name of what they speak of, and by the text they hold in any spelling.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write as _;

use proptest::{collection::vec, prelude::*};
use sahelscope::{
    data::{Dataset, FileOrigin, Filter, actor_name},
    io,
    model::{Lang, RowId},
    query::{RowMask, Search, terms_of},
    text::fold::fold,
    work::Progress,
};
use serde_json::{Map, Value, json};

fn bundled() -> Dataset {
    Dataset::from_parts(vec![io::read::bundled()])
}

fn found(change: impl Fn(&mut Filter)) -> usize {
    let dataset = bundled();
    let mut filter = Filter::default();
    change(&mut filter);
    let matching = RowMask::of(&dataset, &filter, &Progress::unwatched()).unwrap();
    dataset.rows().filter(|row| matching.contains(*row)).count()
}

fn by_actor(actor: &str) -> usize {
    found(|filter| actor.clone_into(&mut filter.actor))
}

fn by_text(text: &str) -> usize {
    found(|filter| text.clone_into(&mut filter.text))
}

#[test]
fn an_actor_is_found_by_each_of_its_names() {
    let by_name = by_actor("Wagner Group");
    assert!(by_name > 10);
    for other in ["wagner", "groupe Wagner", "فاغنر", "فاجنر"] {
        assert_eq!(by_actor(other), by_name, "{other}");
    }
    assert_eq!(by_actor("FAMa"), by_actor("Malian armed forces"));
}

#[test]
fn a_place_is_found_in_any_spelling() {
    let by_name = by_text("Ségou");
    assert!(by_name > 0);
    for other in ["segou", "سيغو", "سيجو"] {
        assert_eq!(by_text(other), by_name, "{other}");
    }
}

#[test]
fn several_words_are_all_found_in_any_order_and_wherever_they_stand_in_a_record() {
    let both = by_text("wagner bamako");
    assert!(both > 0 && both < by_text("wagner"));
    assert_eq!(by_text("bamako  wagner"), both);
    assert!(by_text("باماكو فاغنر") > 0);
    assert!(
        by_text("\"wagner bamako\"") < both,
        "marks hold words together"
    );
    assert!(by_text("\"beside Bamako airport\"") > 0);
    assert_eq!(by_text("wagner nowhere-at-all"), 0);
}

#[test]
fn the_nearest_word_that_a_record_holds_is_offered_for_one_that_none_does() {
    let dataset = bundled();
    let near = |typed: &str| Search::nearest(&dataset, typed, &Progress::unwatched());
    for (typed, meant) in [
        ("wanger", "wagner"),
        ("Moura helicoptres", "moura helicopters"),
        ("tombouctu", "tombouctou"),
    ] {
        let found = near(typed).map(|found| fold(&found));
        assert_eq!(found.as_deref(), Some(meant), "{typed}");
    }
    assert_eq!(near("wagner"), None);
    assert_eq!(near("qqqqqqqqq"), None);
}

#[test]
fn a_file_without_aliases_is_searched_across_scripts() {
    let text = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":null,"properties":{"title":"وصول طائرة إلى تمبكتو"}},
        {"type":"Feature","geometry":null,"properties":{"title":"Le groupe Wagner à Kidal"}}]}"#;
    let watch = io::Watch::nobody();
    let source = FileOrigin::File("test.geojson".into());
    let part = io::read::read_part("test.geojson", source, text.into(), &watch).unwrap();
    let dataset = Dataset::from_parts(vec![part]);
    for (typed, row) in [
        ("Tombouctou", 0),
        ("Timbuktu", 0),
        ("كيدال", 1),
        ("فاغنر", 1),
        ("فاجنر", 1),
    ] {
        let mut filter = Filter::default();
        typed.clone_into(&mut filter.text);
        let matching = RowMask::of(&dataset, &filter, &Progress::unwatched()).unwrap();
        assert!(matching.contains(RowId::new(row)), "{typed}");
        assert!(!matching.contains(RowId::new(1 - row)), "{typed}");
        // The reason is told: the text, and where in it the other name stands.
        let hit = Search::of(&dataset, typed)
            .hit(&dataset, RowId::new(row), None, None)
            .unwrap();
        assert_eq!(hit.property, "title");
        assert!(!hit.text[hit.place].is_empty());
    }
}

#[test]
fn the_reason_is_told_in_the_language_of_the_reader() {
    let dataset = Dataset::from_parts(vec![io::read::bundled()]);
    let search = Search::of(&dataset, "Tombouctou");
    let row = dataset
        .rows()
        .find(|row| search.hit(&dataset, *row, None, None).is_some())
        .unwrap();
    for (lang, name) in [
        (Lang::En, "Timbuktu"),
        (Lang::Fr, "Tombouctou"),
        (Lang::Ar, "تمبكتو"),
    ] {
        let hit = search
            .hit(&dataset, RowId::new(row.index()), Some(lang), None)
            .unwrap();
        assert_eq!(&hit.text[hit.place], name);
    }
}

#[test]
fn what_nothing_is_called_finds_nothing() {
    assert_eq!(by_text("no such place anywhere"), 0);
    assert_eq!(by_actor("nobody"), 0);
    assert_eq!(by_text("  "), found(|_| {}));
}

#[test]
fn names_of_properties_and_words_of_vocabularies_are_no_texts() {
    assert_eq!(by_text("place_precision"), 0);
    assert_eq!(by_text("last_confirmed"), 0);
}

#[test]
fn a_hit_says_which_property_holds_what_was_typed_and_where() {
    let dataset = collection(&[json!({"title": "Attack", "notes": "Près de Ségou, hier"})]);
    let hit = Search::of(&dataset, "SEGOU")
        .hit(&dataset, RowId::new(0), None, None)
        .unwrap();
    assert_eq!(hit.property, "notes");
    assert_eq!(&hit.text[hit.place], "Ségou");
}

#[test]
fn an_id_is_where_a_record_was_found_only_when_nothing_else_is() {
    let collection = r#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"moura-1",
        "geometry":null,"properties":{"title":"Killings at Moura"}}]}"#;
    let dataset = read(collection);
    let property = |typed| {
        Search::of(&dataset, typed)
            .hit(&dataset, RowId::new(0), None, None)
            .unwrap()
            .property
    };
    assert_eq!(property("moura"), "title");
    assert_eq!(property("moura-1"), "id");
}

#[test]
fn a_search_goes_on_from_batch_to_batch_until_it_is_told_to_stop() {
    let dataset = collection(&[json!({"title": "Moura"})]);
    let search = Search::of(&dataset, "moura");
    let rows = vec![RowId::new(0); 100_000];
    let mut batches = 0;
    search.find_in(&dataset, &rows, |found, searched| {
        batches += 1;
        assert!(!found.is_empty() && searched < rows.len());
        batches < 2
    });
    assert_eq!(batches, 2);
}

#[test]
fn a_filter_that_nobody_waits_for_any_more_is_given_up() {
    let dataset = Dataset::from_parts(vec![io::read::bundled()]);
    let filter = Filter::default();
    assert_eq!(RowMask::of(&dataset, &filter, &Progress::cancelled()), None);
}

fn collection(records: &[Value]) -> Dataset {
    let features: Vec<Value> = records
        .iter()
        .map(|properties| json!({"type": "Feature", "geometry": null, "properties": properties}))
        .collect();
    let collection = json!({"type": "FeatureCollection", "features": features});
    read(&collection.to_string())
}

fn read(text: &str) -> Dataset {
    let watch = io::Watch::nobody();
    let source = FileOrigin::File("test.geojson".into());
    let part = io::read::read_part("test.geojson", source, text.as_bytes().to_vec(), &watch);
    Dataset::from_parts(vec![part.unwrap()])
}

/// The same collection with every letter that is not plain written as an escape.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if letter.is_ascii() {
            escaped.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(escaped, "\\u{unit:04x}").unwrap();
            }
        }
    }
    escaped
}

/// Whether any text in `value` holds `wanted` when both are folded.
fn naive(value: &Value, wanted: &str) -> bool {
    match value {
        Value::String(text) => fold(text).contains(wanted),
        Value::Number(number) => number.to_string().contains(wanted),
        Value::Array(items) => items.iter().any(|item| naive(item, wanted)),
        Value::Object(members) => members.values().any(|member| naive(member, wanted)),
        Value::Null | Value::Bool(_) => false,
    }
}

/// Letters that fold in every way there is: case, accents, ligatures, Arabic spellings, escapes.
const LETTERS: &str = "aAeEéÉœŒfiﬁst\"\\/ \n\t-012٠١۲½⑳أاإيىﻻلةه\u{640}\u{301}\u{200f}한𝐌😀";

fn text(lengths: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let letter = proptest::sample::select(LETTERS.chars().collect::<Vec<char>>());
    vec(letter, lengths).prop_map(String::from_iter)
}

fn texts() -> impl Strategy<Value = Value> {
    prop_oneof![
        text(0..13).prop_map(Value::String),
        (0..3000_u32).prop_map(Value::from),
        vec(text(0..7), 0..3).prop_map(|texts| json!(texts)),
        text(0..7).prop_map(|text| json!({"says": text, "sure": true})),
    ]
}

fn records() -> impl Strategy<Value = Vec<Value>> {
    let properties = vec(("[a-f]{1,3}", texts()), 0..5);
    let record = properties.prop_map(|members| Value::Object(Map::from_iter(members)));
    vec(record, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_found_is_what_folding_every_text_finds(
        records in records(),
        typed in text(1..4),
    ) {
        let mut words: Vec<String> = terms_of(&typed).into_iter().map(fold).collect();
        words.retain(|word| !word.is_empty());
        let whole = match words.as_slice() {
            [only] => only.clone(),
            _ => fold(typed.trim()),
        };
        prop_assume!(!whole.is_empty());
        let has_all = |record: &Value| words.iter().all(|word| naive(record, word));
        let holds = |record: &Value| naive(record, &whole) || !words.is_empty() && has_all(record);
        let expected: Vec<bool> = records.iter().map(holds).collect();
        let written = read(&collection(&records).parts()[0].text.whole());
        for dataset in [&written, &read(&escaped(&written.parts()[0].text.whole()))] {
            let filter = Filter { text: typed.clone(), ..Filter::default() };
            let matching = RowMask::of(dataset, &filter, &Progress::unwatched()).unwrap();
            let found: Vec<bool> = (0..records.len()).map(|row| matching.contains(RowId::new(row))).collect();
            prop_assert_eq!(&found, &expected, "{:?} as {:?}", typed, words);
            let search = Search::of(dataset, &typed);
            for (row, is_found) in found.into_iter().enumerate() {
                let hit = search.hit(dataset, RowId::new(row), None, None);
                prop_assert_eq!(hit.is_some(), is_found);
                if let Some(hit) = hit {
                    let hit = fold(&hit.text[hit.place]);
                    let mut wanted = words.iter().chain([&whole]);
                    prop_assert!(wanted.any(|word| hit.contains(word.as_str())));
                }
            }
        }
    }
}

#[test]
fn an_actor_is_found_and_shown_by_the_name_of_each_language() {
    let dataset = bundled();
    for (written, french, arabic) in [
        ("Wagner Group", "Groupe Wagner", "مجموعة فاغنر"),
        ("Algeria", "Algérie", "الجزائر"),
        ("Vladimir Putin", "Vladimir Poutine", "فلاديمير بوتين"),
        (
            "Alliance of Sahel States",
            "Alliance des États du Sahel",
            "تحالف دول الساحل",
        ),
    ] {
        assert_eq!(actor_name(&dataset, Lang::En, written), written);
        assert_eq!(actor_name(&dataset, Lang::Fr, written), french);
        assert_eq!(actor_name(&dataset, Lang::Ar, written), arabic);
        assert!(by_actor(written) > 0);
        for name in [french, arabic] {
            assert_eq!(by_actor(name), by_actor(written), "{name}");
        }
    }
}

#[test]
fn every_actor_of_the_records_has_a_name_in_each_language() {
    let dataset = bundled();
    for row in dataset.rows() {
        let record = dataset.record(RowId::new(row.index())).unwrap();
        for actor in &record.actors {
            assert_eq!(actor_name(&dataset, Lang::En, actor), &**actor);
            let arabic = actor_name(&dataset, Lang::Ar, actor);
            assert!(sahelscope::text::bidi::has_rtl(arabic), "{actor}");
            let french = actor_name(&dataset, Lang::Fr, actor);
            let is_english = ["Group", "government", "armed forces", "movements", "United"]
                .iter()
                .any(|word| french.contains(word) && !french.starts_with("Groupe"));
            assert!(!is_english, "{french}");
        }
    }
}
