//! A dataset that is read again: what came, went and changed, and the question what to do.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use crate::support;
use crate::support::world::World;
use egui::{CentralPanel, Ui, accesskit::Role};
use egui_kittest::{HarnessBuilder, kittest::Queryable};
use sahelscope::{
    command::{Command, Commands, Dialog, FileCommand, ViewCommand},
    data::{ChangedRecord, Comparison, Dataset, FileOrigin, is_same_dataset},
    io,
    model::{Lang, RowId},
    ui::{self, ChromeView, PanelContext, Reread},
    work::Progress,
};
use serde_json::{Value, json};

fn record(id: &str, title: &str, place: [f64; 2]) -> Value {
    let geometry = json!({"type": "Point", "coordinates": place});
    let properties = json!({"title": title, "date": "2022-03", "layer": "incident"});
    json!({"type": "Feature", "id": id, "geometry": geometry, "properties": properties})
}

fn read(records: &[Value]) -> Dataset {
    read_text(&json!({"type": "FeatureCollection", "features": records}).to_string())
}

fn read_text(text: &str) -> Dataset {
    let watch = io::Watch::nobody();
    let source = FileOrigin::File("test.geojson".into());
    let part = io::read::read_part("test.geojson", source, text.as_bytes().to_vec(), &watch);
    Dataset::from_parts(vec![part.unwrap()])
}

#[test]
fn another_file_whose_ids_are_numbers_in_sequence_too_is_not_the_same_dataset() {
    let numbered = |name: &str, title: &str, place: f64| {
        let records: Vec<Value> = (0..50)
            .map(|n| {
                record(
                    &n.to_string(),
                    &format!("{title} {n}"),
                    [place, f64::from(n)],
                )
            })
            .collect();
        let text = json!({"type": "FeatureCollection", "features": records}).to_string();
        let source = FileOrigin::File(name.into());
        let watch = io::Watch::nobody();
        let part = io::read::read_part(name, source, text.into_bytes(), &watch);
        Dataset::from_parts(vec![part.unwrap()])
    };
    let open = numbered("events.geojson", "Event", 1.0);
    assert!(!is_same_dataset(
        &open,
        &numbered("schools.geojson", "School", 2.0)
    ));
    assert!(is_same_dataset(
        &open,
        &numbered("events-2.geojson", "Event", 2.0)
    ));
    assert!(is_same_dataset(
        &open,
        &numbered("moved.geojson", "Other", 1.0)
    ));
    assert!(is_same_dataset(
        &open,
        &numbered("events.geojson", "Renamed", 2.0)
    ));
}

fn compare(before: &Dataset, after: &Dataset) -> Comparison {
    Comparison::of(before, after, &Progress::unwatched()).unwrap()
}

fn first() -> [Value; 4] {
    [
        record("one", "First", [1.0, 2.0]),
        record("two", "Second", [1.0, 2.0]),
        record("three", "Third", [1.0, 2.0]),
        record("four", "Fourth", [1.0, 2.0]),
    ]
}

fn second() -> [Value; 4] {
    let mut fourth = record("four", "Fourth", [1.5, 2.0]);
    fourth["properties"]["notes"] = "new".into();
    [
        fourth,
        record("one", "First", [1.0, 2.0]),
        record("five", "Fifth", [1.0, 2.0]),
        record("three", "The third", [1.0, 2.0]),
    ]
}

#[test]
fn what_came_went_and_changed_is_known_by_ids() {
    let comparison = compare(&read(&first()), &read(&second()));
    assert_eq!(comparison.added, [RowId::new(2)]);
    assert_eq!(comparison.removed, [RowId::new(1)]);
    assert_eq!(comparison.same, 1);
    let change = |before: usize, after: usize, fields: &[&str]| ChangedRecord {
        before: RowId::new(before),
        after: RowId::new(after),
        fields: fields.iter().map(ToString::to_string).collect(),
    };
    let expected = [
        change(3, 0, &["notes", "geometry"]),
        change(2, 3, &["title"]),
    ];
    assert_eq!(comparison.changed, expected);
}

#[test]
fn every_record_of_both_readings_is_counted_once() {
    let (before, after) = (read(&first()), read(&second()));
    let comparison = compare(&before, &after);
    let of_both = comparison.same + comparison.changed.len();
    assert_eq!(of_both + comparison.removed.len(), before.len());
    assert_eq!(of_both + comparison.added.len(), after.len());
}

#[test]
fn another_layout_of_the_file_is_no_change() {
    let collection = json!({"type": "FeatureCollection", "features": first()});
    let pretty = read_text(&serde_json::to_string_pretty(&collection).unwrap());
    let comparison = compare(&read(&first()), &pretty);
    assert!(comparison.is_empty());
    assert_eq!(comparison.same, 4);
}

#[test]
fn records_that_stand_twice_are_paired_one_by_one() {
    let twice = [first()[0].clone(), first()[0].clone()];
    let once = [first()[0].clone()];
    let comparison = compare(&read(&twice), &read(&once));
    assert_eq!(
        (comparison.same, comparison.removed),
        (1, vec![RowId::new(1)])
    );
    let many = vec![first()[0].clone(); 3_000];
    assert!(compare(&read(&many), &read(&many)).is_empty());
}

#[test]
fn records_without_an_id_that_changed_are_one_that_went_and_one_that_came() {
    let nameless = |title: &str| {
        let mut record = record("x", title, [1.0, 2.0]);
        record.as_object_mut().unwrap().remove("id");
        record
    };
    let comparison = compare(&read(&[nameless("a")]), &read(&[nameless("b")]));
    assert_eq!(
        (comparison.added, comparison.removed),
        (vec![RowId::new(0)], vec![RowId::new(0)])
    );
}

#[test]
fn another_file_is_the_same_dataset_when_its_ids_are_known() {
    assert!(is_same_dataset(&read(&first()), &read(&second())));
    let other = [record("x", "First", [1.0, 2.0])];
    assert!(!is_same_dataset(&read(&first()), &read(&other)));
    assert!(!is_same_dataset(&read(&first()), &read(&[])));
}

#[test]
fn a_comparison_that_nobody_waits_for_any_more_is_given_up() {
    let dataset = read(&first());
    assert_eq!(
        Comparison::of(&dataset, &dataset, &Progress::cancelled()),
        None
    );
}

/// A world with a later reading that waits for an answer.
struct Waiting {
    world: World,
    later: Dataset,
    comparison: Comparison,
}

fn waiting(lang: Lang) -> Waiting {
    let world = World::of(read(&first())).speaking(lang);
    let later = read(&second());
    let comparison = compare(world.dataset(), &later);
    Waiting {
        world,
        later,
        comparison,
    }
}

fn dialog(ui: &mut Ui, waiting: &mut Waiting) {
    let mut commands = Commands::default();
    let context = waiting.world.context().asking(Dialog::Reload);
    let chrome = ChromeView {
        reread: Some(Reread {
            dataset: &waiting.later,
            comparison: &waiting.comparison,
        }),
        ..context.chrome
    };
    let context = PanelContext { chrome, ..context };
    CentralPanel::default().show(ui, |ui| ui::dialog::dialog_ui(ui, &context, &mut commands));
    waiting.world.asked.extend(commands.take());
}

fn builder(waiting: &Waiting) -> HarnessBuilder<Waiting> {
    support::themed(waiting.world.theme(), [800.0, 640.0]).with_step_dt(1.0 / 60.0)
}

#[test]
fn the_dialog_lists_what_is_different_and_asks() {
    let waiting = waiting(Lang::En);
    let mut harness = builder(&waiting).build_ui_state(dialog, waiting);
    harness.run_steps(4);
    harness.get_by_label("Different: notes · geometry");
    harness
        .get_by_role_and_label(Role::Button, "1 removed")
        .click();
    harness.run_steps(2);
    harness.get_by_label("Second");
    let answers: [(&str, Command); 3] = [
        ("Replace", FileCommand::Replace.into()),
        ("Keep both", FileCommand::KeepBoth.into()),
        ("Cancel", ViewCommand::CloseDialog.into()),
    ];
    for (name, command) in answers {
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run_steps(2);
        assert!(harness.state().world.asked.contains(&command), "{name}");
    }
}
