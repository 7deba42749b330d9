//! Whom and what the records name.

use sahelscope::{
    model::Lang,
    query::{CountedName, NameCounts},
    text::Catalogue,
    work::Progress,
};
use serde_json::json;

use super::dataset;

#[test]
fn the_list_of_actors_knows_those_of_the_last_of_many_records() {
    let feature = |actors: serde_json::Value| {
        let properties = json!({
            "layer": "incident", "date": "2022", "actors": actors,
            "claims": [{"by": "Somebody", "source": "s1"}, {"by": "Somebody", "source": "s2"}],
            "sources": ["s1"],
        });
        json!({"type": "Feature", "geometry": null, "properties": properties}).to_string()
    };
    let mut features = vec![feature(json!(["Some group", "Some group"])); 12_000];
    features.push(feature(json!(["Another group", "Some group"])));
    let dataset = dataset(&features);
    let words = Catalogue::new(Lang::En);
    let name_counts = NameCounts::of(&dataset, &words, &Progress::unwatched()).unwrap();
    let counted = |names: &[CountedName]| -> Vec<(String, usize)> {
        let names = names.iter();
        names
            .map(|name| (name.value.to_string(), name.records))
            .collect()
    };
    let name = |name: &str, records| (name.to_owned(), records);
    assert_eq!(
        counted(&name_counts.actors),
        [name("Some group", 12_001), name("Another group", 1)]
    );
    assert_eq!(counted(&name_counts.claimants), [name("Somebody", 12_001)]);
    assert_eq!(
        counted(&name_counts.sources),
        [name("s1", 12_001), name("s2", 12_001)]
    );
    assert!(NameCounts::of(&dataset, &words, &Progress::cancelled()).is_none());
}
