//! Menus tick what is on, windows of time are chosen from a list, the day looked from is typed, the table finds its place.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use egui::{
    Key, Modifiers,
    accesskit::{Role, Toggled},
};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::program::{self, Program, looking_at};

fn program() -> Program {
    program::program(
        program::window([1280.0, 800.0]),
        looking_at("2021/2025", "en"),
    )
}

/// Whether an entry of the menu `menu` has its tick.
fn is_ticked(program: &mut Program, menu: &str, entry: &str) -> bool {
    program.get_by_role_and_label(Role::Button, menu).click();
    program.run_steps(4);
    let toggled = {
        let entry = program.get_by_role_and_label(Role::MenuItemCheckBox, entry);
        entry.accesskit_node().toggled()
    };
    program.key_press(Key::Escape);
    program.run_steps(4);
    toggled == Some(Toggled::True)
}

fn is_there(program: &Program, label: &str) -> bool {
    program.query_all_by_label_contains(label).next().is_some()
}

#[test]
fn a_menu_ticks_what_is_on() {
    let mut program = program();
    for (menu, entry, key) in [
        ("View", "Table of records", Key::T),
        ("Map", "Graticule", Key::G),
        ("Map", "Only what the map shows", Key::V),
        ("Record", "Leave out the possible", Key::C),
        ("Time", "As known on a day", Key::K),
    ] {
        assert!(!is_ticked(&mut program, menu, entry), "{entry}");
        program.key_press(key);
        program.run_steps(6);
        assert!(is_ticked(&mut program, menu, entry), "{entry}");
    }
}

#[test]
fn a_year_is_chosen_from_the_list_of_windows() {
    let mut program = program();
    program.get_by_label("Choose a stretch of time").click();
    program.run_steps(4);
    let year = program.query_all_by_role_and_label(Role::Button, "2022");
    year.last().unwrap().click();
    program.run_steps(4);
    let field = program.get_by_role_and_label(Role::TextInput, "Start of the window");
    assert_eq!(field.value().as_deref(), Some("2022-01-01"));
}

#[test]
fn the_day_looked_from_is_typed() {
    let mut program = program();
    program.key_press(Key::K);
    program.run_steps(4);
    let name = "Day looked from";
    program.get_by_role_and_label(Role::TextInput, name).focus();
    program.run_steps(2);
    program.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.run_steps(2);
    program
        .get_by_role_and_label(Role::TextInput, name)
        .type_text("2022-04-10");
    program.key_press(Key::Enter);
    program.run_steps(4);
    assert!(is_there(&program, "as known on 10 April 2022"));
}

#[test]
fn the_table_stands_below_beside_and_in_place_of_the_map() {
    let mut program = program();
    program.key_press(Key::T);
    program.run_steps(6);
    let map = "Map of the records";
    let below = program.get_by_label(map).rect();
    for (place, has_map) in [("Beside the map", true), ("In place of the map", false)] {
        program
            .get_by_role_and_label(Role::Button, "Columns")
            .click();
        program.run_steps(4);
        program
            .get_by_role_and_label(Role::MenuItemCheckBox, place)
            .click();
        program.run_steps(4);
        program.key_press(Key::Escape);
        program.run_steps(8);
        assert!(is_there(&program, "Records in the window"));
        let shown = program.query_by_label(map).map(|node| node.rect());
        assert_eq!(shown.is_some(), has_map, "{place}");
        if let Some(map) = shown {
            assert!(map.height() > below.height() && map.width() < below.width());
        }
    }
}

#[test]
fn the_menu_of_the_table_ticks_where_it_stands_in_a_low_window() {
    let loaded = looking_at("2021/2025", "en");
    let mut program = program::program(program::window([1280.0, 600.0]), loaded);
    program.key_press(Key::T);
    program.run_steps(6);
    program
        .get_by_role_and_label(Role::Button, "Columns")
        .click();
    program.run_steps(4);
    for (place, is_there, can_be) in [
        ("Below the map", false, false),
        ("Beside the map", true, true),
        ("In place of the map", false, true),
    ] {
        let entry = program.get_by_role_and_label(Role::MenuItemCheckBox, place);
        let node = entry.accesskit_node();
        let toggled = node.toggled() == Some(Toggled::True);
        assert_eq!(
            (toggled, !node.is_disabled()),
            (is_there, can_be),
            "{place}"
        );
    }
}
