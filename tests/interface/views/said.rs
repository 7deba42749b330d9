//! The sentence that says what is shown.

use std::collections::BTreeSet;

use sahelscope::{
    data::{Dataset, Filter, Within},
    io,
    model::{Lang, Layer, Status, Window},
    query::{WindowResult, method_sentence},
    text::Catalogue,
    work::Progress,
};

fn bundled() -> Dataset {
    Dataset::from_parts(vec![io::read::bundled()])
}

fn shown(dataset: &Dataset, filter: &Filter) -> WindowResult {
    WindowResult::of(dataset, filter)
}

fn say(lang: Lang, filter: &Filter) -> String {
    let dataset = bundled();
    let visible = shown(&dataset, filter);
    method_sentence::sentence(&Catalogue::plain(lang), &dataset, filter, &visible)
}

fn spring() -> Filter {
    Filter {
        window: Window::parse("2022-03-01/2022-05-31").unwrap(),
        ..Filter::default()
    }
}

#[test]
fn every_condition_is_said() {
    let filter = Filter {
        known: Window::parse("2022-06-30").ok().map(|day| day.last()),
        layers: Some(BTreeSet::from([Layer::Incident])),
        statuses: Some(BTreeSet::from([Status::Claimed, Status::Denied])),
        actor: "FAMa".into(),
        text: "Moura".into(),
        within: Some(Within::Bounds(geo::Rect::new((-12.5, 10.0), (4.25, 25.0)))),
        certain_only: true,
        ..spring()
    };
    let said = say(Lang::En, &filter);
    for part in [
        "Incidents",
        "March–May 2022",
        "30 June 2022",
        "status: claimed, denied",
        "“FAMa”",
        "“Moura”",
        "−12.5 to 4.25",
        "only what is certain",
        "certain + 0 possible",
        "held back by filters",
    ] {
        assert!(
            said.to_lowercase().contains(&part.to_lowercase()),
            "{part}: {said}"
        );
    }
}

#[test]
fn the_counts_of_the_sentence_add_up_to_the_records() {
    for lang in Lang::ALL {
        let filter = Filter {
            text: "Bamako".into(),
            ..spring()
        };
        let said = say(lang, &filter);
        let (_, counted) = said.split_once("2022").unwrap();
        // What stands in brackets is counted among the possible.
        let (before, aged) = counted.split_once('(').unwrap_or((counted, ""));
        let counted = format!("{before}{}", aged.split_once(')').unwrap_or(("", "")).1);
        let numbers: Vec<usize> = counted
            .split(|letter: char| !letter.is_ascii_digit())
            .filter_map(|digits| digits.parse().ok())
            .collect();
        let records = bundled().len();
        assert!(numbers.contains(&records), "{said}");
        let others: usize = numbers.iter().filter(|n| **n != records).sum();
        assert_eq!(others, records, "{said}");
    }
}

#[test]
fn the_sentence_is_of_its_language() {
    let filter = spring();
    assert!(say(Lang::Fr, &filter).starts_with("Toutes les couches"));
    assert!(say(Lang::Ar, &filter).starts_with("كل الطبقات"));
    let all = say(Lang::En, &Filter::default());
    assert!(all.starts_with("All layers; all dates"), "{all}");
}

#[test]
fn an_export_says_it_in_every_language() {
    let (dataset, filter) = (bundled(), spring());
    let visible = shown(&dataset, &filter);
    let export = io::export::Export::shown(&dataset, &visible, &filter);
    let mut bytes = Vec::new();
    let format = &io::formats::GEOJSON;
    export
        .write(format, &mut bytes, &Progress::unwatched())
        .unwrap();
    let file: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    for lang in Lang::ALL {
        assert_eq!(file["export"]["said"][lang.code()], say(lang, &filter));
    }
}
