//! The table of records, driven by accessible names and by keys.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::support;
use crate::support::world::World;
use egui::{CentralPanel, Frame, Key, Modifiers, Ui, Vec2, accesskit::Role, vec2};
use egui_kittest::{
    Harness, HarnessBuilder,
    kittest::{NodeT, Queryable},
};
use sahelscope::{
    command::{Command, Commands, SelectCommand, TableCommand, TimeCommand, ViewCommand},
    model::Lang,
    query::TableColumn,
    ui,
};

const SIZE: Vec2 = vec2(1280.0, 300.0);

fn harness(world: World) -> Harness<'static, World> {
    let mut harness = builder(&world).build_ui_state(table, world);
    harness.run_steps(3);
    harness
}

fn builder(world: &World) -> HarnessBuilder<World> {
    support::themed(world.theme(), SIZE).with_step_dt(1.0 / 60.0)
}

fn table(ui: &mut Ui, world: &mut World) {
    let mut commands = Commands::default();
    let frame = Frame::central_panel(ui.style()).inner_margin(0);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui::table::table_ui(ui, &world.context(), &mut commands);
    });
    world.obey(&mut commands);
}

fn rows(harness: &Harness<'static, World>) -> Vec<String> {
    let rows = harness.query_all_by_role(Role::Row);
    rows.map(|row| row.accesskit_node().label().unwrap())
        .collect()
}

fn asked(harness: &Harness<'static, World>, command: impl Into<Command>) -> bool {
    let command = command.into();
    harness.state().asked.contains(&command)
}

/// The dates of the first records, as the table orders them.
fn begins(world: &World) -> Vec<i64> {
    let columns = world.dataset().columns();
    let rows = world.context().answers.ordered.rows;
    rows.iter().map(|row| columns.order(*row).0).collect()
}

#[test]
fn every_record_in_the_window_is_a_row_by_date() {
    let world = World::bundled().with_table();
    assert_eq!(begins(&world).len(), world.visible().counts.shown.total());
    assert!(begins(&world).is_sorted());
    let harness = harness(world);
    harness.get_by_role_and_label(Role::Grid, "Records in the window");
    assert!(rows(&harness).len() > 5);
    assert!(harness.query_all_by_role(Role::Cell).count() > 40);
}

#[test]
fn a_heading_orders_and_orders_the_other_way() {
    let mut harness = harness(World::bundled().with_table());
    harness
        .get_by_role_and_label(Role::ColumnHeader, "Title")
        .click();
    harness.run_steps(2);
    assert!(asked(&harness, TableCommand::Sort(TableColumn::Title)));
    let titles = rows(&harness);
    let folded: Vec<String> = titles
        .iter()
        .map(|title| sahelscope::text::fold::fold(title))
        .collect();
    assert!(folded.is_sorted(), "{titles:?}");
    harness
        .get_by_role_and_label(Role::ColumnHeader, "Title")
        .click();
    harness.run_steps(2);
    let turned: Vec<String> = rows(&harness);
    assert_ne!(turned.first(), titles.first());
}

#[test]
fn a_row_selects_its_record_and_the_arrows_go_on_from_there() {
    let mut harness = harness(World::bundled().with_table());
    let first = harness.query_all_by_role(Role::Row).next().unwrap();
    first.click();
    harness.run_steps(2);
    let ordered = harness.state().context().answers.ordered.rows.to_vec();
    let selected = |harness: &Harness<'static, World>| harness.state().selection().selected;
    assert_eq!(selected(&harness), Some(ordered[0]));
    for (key, index) in [
        (Key::ArrowDown, 1),
        (Key::End, ordered.len() - 1),
        (Key::ArrowUp, ordered.len() - 2),
        (Key::Home, 0),
    ] {
        harness.key_press(key);
        harness.run_steps(2);
        assert_eq!(selected(&harness), Some(ordered[index]), "{key:?}");
    }
    harness.key_press(Key::PageDown);
    harness.run_steps(2);
    assert!(selected(&harness).unwrap() != ordered[0]);
}

#[test]
fn the_pointer_over_a_row_is_passed_on() {
    let mut harness = harness(World::bundled().with_table());
    harness.query_all_by_role(Role::Row).nth(2).unwrap().hover();
    harness.run_steps(2);
    let row = harness.state().context().answers.ordered.rows[2];
    assert!(asked(&harness, SelectCommand::Hover(Some(row))));
}

#[test]
fn a_record_that_is_selected_elsewhere_scrolls_into_view() {
    let world = World::bundled().with_table();
    let last = *world.context().answers.ordered.rows.last().unwrap();
    let harness = harness(world.having(SelectCommand::Select(last)));
    let title = harness.state().dataset().name_of(last, Lang::En);
    assert!(rows(&harness).iter().any(|row| row.starts_with(&title)));
}

#[test]
fn marked_rows_are_copied_for_a_spreadsheet() {
    let mut harness = harness(World::bundled().with_table());
    harness.query_all_by_role(Role::Row).next().unwrap().click();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    harness.run_steps(2);
    harness.get_by_label("2 marked");
    let copied = copy(&mut harness);
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("Date\tTitle\tPlace"));
    assert!(lines.iter().all(|line| line.split('\t').count() == 8));
}

/// What comes of copying for a spreadsheet.
fn copy(harness: &mut Harness<'static, World>) -> String {
    harness
        .get_by_label(
            "Copy the marked rows for a spreadsheet; all when none is marked, at most 10,000",
        )
        .click();
    harness.run_steps(2);
    let mut asked = harness.state().asked.iter().rev();
    let copied = asked.find_map(|command| match command {
        Command::View(ViewCommand::Copy { text, .. }) => Some(text.clone()),
        _ => None,
    });
    copied.unwrap()
}

#[test]
fn an_empty_window_says_so() {
    let harness = harness(World::bundled().with_table().in_window("1999"));
    harness.get_by_label("Nothing lies in this window. Widen it on the timeline.");
}

#[test]
fn a_column_is_hidden_from_the_menu() {
    let mut harness = harness(World::bundled().with_table());
    harness
        .get_by_role_and_label(Role::Button, "Columns")
        .click();
    harness.run_steps(4);
    harness
        .get_by_role_and_label(Role::CheckBox, "Actors")
        .click();
    harness.run_steps(2);
    assert!(asked(
        &harness,
        TableCommand::ToggleColumn(TableColumn::Actors)
    ));
}

/// One record each with claims of two years, with a source of two years and no claim, and with neither.
const OF_TWO_YEARS: &str = r#"{"type":"FeatureCollection","profile":"sahelscope/1","sources":[
{"id":"old","title":"Old report","publisher":"Old Paper","published":"2022-04-10"},{"id":"new","title":"New report","publisher":"New Paper","published":"2025-02-01"}],"features":[
{"type":"Feature","id":"claimed","geometry":null,"properties":{"title":"With claims","date":"2022-01-05","status":"confirmed","summary":"S","sources":["old","new"],"claims":[{"by":"x","says":"y","status":"speculated","source":"old"},{"by":"z","says":"y","status":"confirmed","source":"new"}]}},
{"type":"Feature","id":"cited","geometry":null,"properties":{"title":"With sources","date":"2022-01-06","status":"disputed","sources":["old","new"]}},
{"type":"Feature","id":"plain","geometry":null,"properties":{"title":"With one","date":"2022-01-07","status":"reported","sources":["old"]}}]}"#;

#[test]
fn card_and_table_say_the_same_status_and_sources_of_then() {
    let known = sahelscope::model::Window::parse("2023-01-01")
        .ok()
        .map(|day| day.last());
    let later = "written later, with sources published after 1 January 2023";
    for (id, title, status, on_card, is_later) in [
        (
            "claimed",
            "With claims",
            "Speculated",
            "By the claims known on 1 January 2023",
            true,
        ),
        (
            "cited",
            "With sources",
            "Disputed (as of today)",
            "Its status of today",
            true,
        ),
        ("plain", "With one", "Reported", "Reported", false),
    ] {
        let world = World::collection(OF_TWO_YEARS)
            .with_table()
            .selecting(id)
            .having(TimeCommand::Known(known));
        let row = copy(&mut harness(world))
            .lines()
            .find(|line| line.contains(title))
            .unwrap()
            .to_owned();
        assert!(row.contains(status), "{row}");
        assert!(
            row.contains("Old Paper") && !row.contains("New Paper"),
            "{row}"
        );
        let world = World::collection(OF_TWO_YEARS)
            .with_table()
            .selecting(id)
            .having(TimeCommand::Known(known));
        let card = support::themed(world.theme(), vec2(360.0, 900.0)).with_step_dt(1.0 / 60.0);
        let mut card = card.build_ui_state(
            |ui: &mut Ui, world: &mut World| {
                let mut commands = Commands::default();
                CentralPanel::default().show(ui, |ui| {
                    ui::inspector::inspector_ui(ui, &world.context(), &mut commands);
                });
            },
            world,
        );
        card.run_steps(3);
        let says = |text: &str| card.query_all_by_label_contains(text).next().is_some();
        assert!(says(on_card), "{id}: {on_card}");
        assert!(says(status.split(' ').next().unwrap()), "{id}: {status}");
        assert_eq!(says(later), is_later, "{id}");
        assert!(!says("New report"), "{id}");
    }
}
