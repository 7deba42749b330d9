//! The languages of the program and of what it shows: apart, switched live, with either digits.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use sahelscope::{
    model::{Lang, When, layer::Kind},
    settings::Settings,
    text::{Catalogue, Digits, Locale, dates},
};

use crate::support::program::{self, Program};

fn program(settings: Settings) -> Program {
    let loaded = program::seeing(settings, "2022-01/2022-04", None);
    program::program(program::window([1280.0, 900.0]), loaded)
}

fn in_language(lang: Lang) -> Settings {
    Settings {
        language: Some(lang.code().to_owned()),
        ..Settings::default()
    }
}

fn press(harness: &mut Program, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(3);
}

fn in_locale(digits: Digits) -> Catalogue {
    Catalogue::in_locale(Locale {
        digits,
        ..Locale::of(Lang::Ar)
    })
}

#[test]
fn records_may_be_read_in_another_language_than_the_program() {
    let mut harness = program(Settings {
        content_language: Some("ar".to_owned()),
        ..in_language(Lang::En)
    });
    press(&mut harness, Modifiers::NONE, Key::N);
    // The first of the window: the program speaks English, the record Arabic.
    harness.get_by_role_and_label(Role::DisclosureTriangle, "In the window");
    assert!(
        harness
            .query_all_by_label("انقلابات الساحل، 2020–2023")
            .count()
            > 0
    );
}

#[test]
fn the_language_is_switched_while_the_program_runs() {
    let mut harness = program(in_language(Lang::En));
    press(&mut harness, Modifiers::COMMAND, Key::Comma);
    harness.get_by_label("Settings");
    // The first of that name is in the bar, behind the dialog.
    let arabic = harness.query_all_by_role_and_label(Role::Button, "العربية");
    arabic.into_iter().nth(1).unwrap().click();
    harness.run_steps(3);
    harness.get_by_label("الإعدادات");
    let english = harness.query_all_by_role_and_label(Role::Button, "English");
    english.into_iter().nth(1).unwrap().click();
    harness.run_steps(3);
    harness.get_by_label("Settings");
}

#[test]
fn numbers_and_dates_follow_the_chosen_digits_and_names_do_not() {
    let date = When::parse("2022-01-05").unwrap();
    let western = in_locale(Digits::Western);
    assert_eq!(
        dates::in_words(&western, &date, Kind::Event),
        "5 يناير 2022"
    );
    let arabic = in_locale(Digits::ArabicIndic);
    assert_eq!(dates::in_words(&arabic, &date, Kind::Event), "٥ يناير ٢٠٢٢");
    assert_eq!(arabic.number(1_234.5), "١٬٢٣٤٫٥");
    assert!(arabic.list(&["T-72", "Il-76"]).contains("T-72"));
    let french = Catalogue::in_locale(Locale {
        digits: Digits::ArabicIndic,
        ..Locale::of(Lang::Fr)
    });
    assert_eq!(french.number(5.0), "5");
}

#[test]
fn where_time_runs_from_the_right_the_arrow_to_the_left_leads_on() {
    let mut harness = program(Settings {
        time_from_right: true,
        ..in_language(Lang::Ar)
    });
    let words = Catalogue::new(Lang::Ar);
    let name = words.get("timeline-start").to_owned();
    let start = |harness: &Program| {
        let field = harness.get_by_role_and_label(Role::TextInput, &name);
        field.value().unwrap()
    };
    assert_eq!(start(&harness), "2022-01-01");
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert!(start(&harness).as_str() > "2022-01-01");
    // The handle of the start stands to the right of the handle of the end.
    let handle =
        |harness: &Program, key: &str| harness.get_by_label(words.get(key)).rect().center().x;
    let right = handle(&harness, "timeline-start-handle");
    assert!(right > handle(&harness, "timeline-end-handle"));
}

/// The rings of the frame: unfilled rectangles in the colour of the accent.
fn rings(harness: &Program) -> Vec<egui::Rect> {
    let accent = sahelscope::theme::palette::LIGHT.accent;
    let shapes = harness.output().shapes.iter();
    shapes
        .filter_map(|clipped| match &clipped.shape {
            egui::Shape::Rect(rect) if rect.stroke == egui::Stroke::new(2.0, accent) => {
                Some(rect.rect)
            }
            _ => None,
        })
        .collect()
}

#[test]
fn whatever_the_keyboard_reaches_has_a_ring_around_it() {
    let mut harness = program(Settings {
        theme: sahelscope::theme::ThemeChoice::Light,
        ..in_language(Lang::Ar)
    });
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..60 {
        press(&mut harness, Modifiers::NONE, Key::Tab);
        harness.run_steps(20);
        #[expect(
            clippy::redundant_closure_for_method_calls,
            reason = "the path of the method is not general enough over lifetimes"
        )]
        let node = harness.query_all_by(|node| node.is_focused()).next();
        let rect = node.unwrap().rect();
        let is_ringed = rings(&harness).iter().any(|ring| {
            ring.expand(3.0).contains_rect(rect.intersect(*ring)) && ring.intersects(rect)
        });
        assert!(is_ringed, "{rect:?}");
        reached.insert(format!("{rect:?}"));
    }
    assert!(reached.len() > 40, "{}", reached.len());
}

/// The program in Arabic with Arabic-Indic digits, and its words.
fn in_arabic_digits() -> (Program, Catalogue) {
    let settings = Settings {
        digits: Digits::ArabicIndic,
        ..in_language(Lang::Ar)
    };
    (program(settings), in_locale(Digits::ArabicIndic))
}

fn value(harness: &Program, role: Role, name: &str) -> String {
    harness.get_by_role_and_label(role, name).value().unwrap()
}

/// Replaces what stands in a field.
fn type_into(harness: &mut Program, role: Role, name: &str, text: &str) {
    harness.get_by_role_and_label(role, name).focus();
    harness.run_steps(2);
    press(harness, Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(2);
    press(harness, Modifiers::NONE, Key::Enter);
}

#[test]
fn the_speed_is_shown_and_typed_in_the_chosen_digits() {
    let (mut harness, words) = in_arabic_digits();
    let name = words.get("timeline-speed");
    assert_eq!(value(&harness, Role::SpinButton, name), "٣٠");
    for (typed, shown) in [("٧٫٥", "٧٫٥"), ("۱۲", "١٢"), ("1,500", "١٬٥٠٠")] {
        type_into(&mut harness, Role::SpinButton, name, typed);
        assert_eq!(value(&harness, Role::SpinButton, name), shown);
    }
}

#[test]
fn arrow_keys_step_a_number_and_what_is_none_changes_nothing() {
    let mut harness = program(in_language(Lang::En));
    let name = "Speed in days per second";
    harness
        .get_by_role_and_label(Role::SpinButton, name)
        .focus();
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(value(&harness, Role::SpinButton, name), "50");
    type_into(&mut harness, Role::SpinButton, name, "fast");
    harness.get_by_label("A number from 0.05 to 3,652 is expected");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(value(&harness, Role::SpinButton, name), "50");
}

#[test]
fn a_date_is_typed_in_any_digits_and_kept_in_its_notation() {
    let (mut harness, words) = in_arabic_digits();
    let name = words.get("timeline-start");
    for (typed, kept) in [("٢٠٢٢-٠٢", "2022-02-01"), ("۲۰۲۲-۰۳-۰۵", "2022-03-05")] {
        type_into(&mut harness, Role::TextInput, name, typed);
        assert_eq!(value(&harness, Role::TextInput, name), kept);
    }
}
