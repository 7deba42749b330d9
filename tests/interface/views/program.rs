//! The whole program, driven by keys and accessible names.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use sahelscope::model::Lang;

use crate::support::program::{self as start, Program, looking_at};

/// The program in `lang` with `window` on the bundled records.
fn program(lang: Lang, window: &str) -> Program {
    let screen = start::window([1280.0, 800.0]).with_step_dt(1.0 / 20.0);
    let mut program = start::program(screen, looking_at(window, lang.code()));
    program.run_steps(8);
    program
}

fn start(program: &Program) -> String {
    let field = program.get_by_role_and_label(Role::TextInput, "Start of the window");
    field.value().unwrap()
}

fn press(program: &mut Program, modifiers: Modifiers, key: Key) {
    program.key_press_modifiers(modifiers, key);
    program.run_steps(12);
}

#[test]
fn keys_go_back_and_forward_through_the_windows_that_were_shown() {
    let mut program = program(Lang::En, "2022-01-01/2022-01-31");
    press(&mut program, Modifiers::NONE, Key::ArrowRight);
    press(&mut program, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(start(&program), "2022-03-01");
    press(&mut program, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(start(&program), "2022-02-01");
    press(&mut program, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(start(&program), "2022-01-01");
    press(&mut program, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(start(&program), "2022-02-01");
}

/// The month that the panel says is compared with, if one is.
fn compared_with(program: &Program) -> Option<&'static str> {
    let months = ["January 2022", "February 2022"];
    let is_said = |month: &&str| program.query_by_label(&format!("A: {month}")).is_some();
    months.into_iter().find(is_said)
}

#[test]
fn steps_back_and_forward_pin_and_unpin_what_was_compared() {
    let mut program = program(Lang::En, "2022-01-01/2022-01-31");
    assert_eq!(compared_with(&program), None);
    press(&mut program, Modifiers::NONE, Key::A);
    let pinned = compared_with(&program);
    assert_eq!(pinned, Some("January 2022"));
    press(&mut program, Modifiers::NONE, Key::ArrowRight);
    press(&mut program, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(start(&program), "2022-01-01");
    assert_eq!(compared_with(&program), pinned);
    press(&mut program, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(compared_with(&program), None);
    press(&mut program, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(compared_with(&program), pinned);
}

#[test]
fn a_swap_is_one_step_that_is_taken_back() {
    let mut program = program(Lang::En, "2022-01-01/2022-01-31");
    press(&mut program, Modifiers::NONE, Key::A);
    press(&mut program, Modifiers::NONE, Key::ArrowRight);
    press(&mut program, Modifiers::NONE, Key::X);
    assert_eq!(start(&program), "2022-01-01");
    assert_eq!(compared_with(&program), Some("February 2022"));
    press(&mut program, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(start(&program), "2022-02-01");
    assert_eq!(compared_with(&program), Some("January 2022"));
}

#[test]
fn a_bookmark_brings_back_what_it_was_compared_with() {
    let mut program = program(Lang::En, "2022-01-01/2022-01-31");
    press(&mut program, Modifiers::NONE, Key::A);
    press(&mut program, Modifiers::NONE, Key::ArrowRight);
    press(&mut program, Modifiers::COMMAND, Key::D);
    press(&mut program, Modifiers::NONE, Key::Enter);
    press(&mut program, Modifiers::NONE, Key::A);
    press(&mut program, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(compared_with(&program), None);
    press(&mut program, Modifiers::NONE, Key::PageDown);
    assert_eq!(start(&program), "2022-02-01");
    assert_eq!(compared_with(&program), Some("January 2022"));
}

/// What the card over the map says of its place in the briefing, while it is open.
fn presented(program: &Program) -> Option<&'static str> {
    let is_open = program
        .query_by_label("Close the words of the bookmark")
        .is_some();
    let is_said = |place: &&str| program.query_all_by_label(place).count() > 0;
    let mut places = ["1 of 2", "2 of 2"].into_iter();
    places.find(|place| is_open && is_said(place))
}

#[test]
fn steps_show_the_words_of_a_bookmark_over_the_map_until_they_are_closed() {
    let mut program = program(Lang::En, "2022-01-01/2022-01-31");
    press(&mut program, Modifiers::COMMAND, Key::D);
    press(&mut program, Modifiers::NONE, Key::Enter);
    press(&mut program, Modifiers::NONE, Key::ArrowRight);
    press(&mut program, Modifiers::COMMAND, Key::D);
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert_eq!(presented(&program), None, "to keep a view presents nothing");
    press(&mut program, Modifiers::NONE, Key::PageUp);
    assert_eq!(presented(&program), Some("1 of 2"));
    press(&mut program, Modifiers::NONE, Key::PageDown);
    assert_eq!(presented(&program), Some("2 of 2"));
    program
        .get_by_label("Close the words of the bookmark")
        .click();
    program.run_steps(12);
    assert_eq!(presented(&program), None);
    press(&mut program, Modifiers::NONE, Key::B);
    assert_eq!(presented(&program), Some("2 of 2"));
    press(&mut program, Modifiers::NONE, Key::B);
    assert_eq!(presented(&program), None);
}

#[test]
fn buttons_with_names_go_back_and_forward() {
    let mut program = program(Lang::En, "2022-01-01/2022-01-31");
    press(&mut program, Modifiers::NONE, Key::ArrowRight);
    for (name, expected) in [
        ("Back to the view before", "2022-01-01"),
        ("Forward to the next view", "2022-02-01"),
    ] {
        program.get_by_role_and_label(Role::Button, name).click();
        program.run_steps(12);
        assert_eq!(start(&program), expected);
    }
}
