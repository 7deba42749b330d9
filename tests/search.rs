//! The bundled records are found by any name of what they speak of.

use sahelscope::{
    io,
    store::{Dataset, Filter, Matching},
};

fn found(change: impl Fn(&mut Filter)) -> usize {
    let dataset = Dataset::from_parts(vec![io::read::bundled()]);
    let mut filter = Filter::default();
    change(&mut filter);
    let matching = Matching::of(&dataset, &filter);
    (0..dataset.len())
        .filter(|row| matching.contains(*row))
        .count()
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
fn what_nothing_is_called_finds_nothing() {
    assert_eq!(by_text("no such place anywhere"), 0);
    assert_eq!(by_actor("nobody"), 0);
    assert_eq!(by_text("  "), found(|_| {}));
}
