//! Typing in both directions: keys, clipboard, pointer and input methods in a field, and what is kept.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::support;
use egui::{
    Event, Id, ImeEvent, Key, Modifiers, OutputCommand, Pos2,
    accesskit::{Action, ActionData, ActionRequest, Role, TreeId},
    pos2,
};
use egui_kittest::{Harness, kittest::Queryable};
use sahelscope::{
    text::bidi::Base,
    theme::{Shade, Theme, fonts},
    typeset::TextField,
};

const NAME: &str = "Search";

/// A field in the upper left corner that has the focus and holds `text`.
fn field(text: &str) -> Harness<'static, String> {
    field_in(text, Shade::Light, false)
}

fn field_in(text: &str, shade: Shade, is_drawn: bool) -> Harness<'static, String> {
    let builder = Harness::builder()
        .with_size([320.0, 60.0])
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            Theme::of(shade).apply(ctx);
        });
    let builder = if is_drawn { builder.wgpu() } else { builder };
    let mut harness = builder.build_ui_state(
        |ui, text: &mut String| {
            TextField::new(Id::unique("field"), text, NAME)
                .empty_base(Base::RightToLeft)
                .hint("البحث في السجلات")
                .show(ui);
        },
        text.to_owned(),
    );
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, NAME).focus();
    harness.run_steps(2);
    harness
}

fn send(harness: &mut Harness<'static, String>, event: Event) {
    harness.event(event);
    harness.run_steps(1);
}

fn type_text(harness: &mut Harness<'static, String>, text: &str) {
    for letter in text.chars() {
        send(harness, Event::Text(letter.to_string()));
    }
}

fn press(harness: &mut Harness<'static, String>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(1);
}

fn copied(harness: &Harness<'static, String>) -> Option<String> {
    let commands = &harness.output().platform_output.commands;
    commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

/// Presses and lets go where `pos` is.
fn click_at(harness: &mut Harness<'static, String>, pos: Pos2) {
    for pressed in [true, false] {
        harness.event(Event::PointerMoved(pos));
        harness.event(Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(1);
    }
}

#[test]
fn arabic_that_is_typed_is_kept_in_logical_order() {
    let mut harness = field("");
    type_text(&mut harness, "قاعدة T-72 في سيغو");
    assert_eq!(harness.state(), "قاعدة T-72 في سيغو");
}

#[test]
fn the_arrow_to_the_right_goes_back_in_arabic() {
    let mut harness = field("");
    type_text(&mut harness, "مالي");
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    type_text(&mut harness, "X");
    assert_eq!(harness.state(), "مالXي");
}

#[test]
fn the_arrows_walk_through_mixed_text_as_it_is_seen() {
    let mut harness = field("");
    type_text(&mut harness, "قاد T-7");
    // The caret stands at the right of `T-7`; what lies further right is read before it.
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    type_text(&mut harness, "م");
    assert_eq!(harness.state(), "قادم T-7");
}

#[test]
fn the_vowel_sign_goes_first_when_it_is_taken_back() {
    let mut harness = field("");
    type_text(&mut harness, "مُ");
    press(&mut harness, Modifiers::NONE, Key::Backspace);
    assert_eq!(harness.state(), "م");
}

#[test]
fn words_are_chosen_copied_and_cut_by_keys() {
    let mut harness = field("");
    type_text(&mut harness, "مطار Sévaré");
    let by_word = Modifiers::CTRL | Modifiers::SHIFT;
    // A word back lies to the right in a line that is read from the right.
    press(&mut harness, by_word, Key::ArrowRight);
    harness.event(Event::Copy);
    harness.step();
    assert_eq!(copied(&harness).as_deref(), Some("Sévaré"));
    harness.event(Event::Cut);
    harness.step();
    assert_eq!(harness.state(), "مطار ");
    send(&mut harness, Event::Paste("غاو\nGao".to_owned()));
    assert_eq!(harness.state(), "مطار غاو Gao");
    press(&mut harness, Modifiers::CTRL, Key::Backspace);
    assert_eq!(harness.state(), "مطار غاو ");
}

#[test]
fn all_is_chosen_and_replaced() {
    let mut harness = field("موبتي");
    press(&mut harness, Modifiers::COMMAND, Key::A);
    type_text(&mut harness, "G");
    assert_eq!(harness.state(), "G");
}

#[test]
fn what_was_typed_is_undone_and_done_again() {
    let mut harness = field("");
    type_text(&mut harness, "غاو");
    harness.run_steps(90);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_ne!(harness.state(), "غاو");
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(harness.state(), "غاو");
}

#[test]
fn home_is_the_first_letter_whatever_side_it_is_on() {
    let mut harness = field("");
    type_text(&mut harness, "باب");
    press(&mut harness, Modifiers::NONE, Key::Home);
    type_text(&mut harness, "ال");
    assert_eq!(harness.state(), "الباب");
    press(&mut harness, Modifiers::NONE, Key::End);
    type_text(&mut harness, "!");
    assert_eq!(harness.state(), "الباب!");
}

#[test]
fn a_click_puts_the_caret_where_it_is_seen() {
    let mut harness = field("باب");
    let rect = harness.get_by_label(NAME).rect();
    // Arabic stands at the right of the field; its first letter is the rightmost.
    click_at(&mut harness, pos2(rect.right() - 7.0, rect.center().y));
    type_text(&mut harness, "ال");
    assert_eq!(harness.state(), "الباب");
    let mut harness = field("باب");
    click_at(&mut harness, pos2(rect.left() + 40.0, rect.center().y));
    type_text(&mut harness, "ة");
    assert_eq!(harness.state(), "بابة");
}

#[test]
fn two_clicks_choose_a_word() {
    let mut harness = field("مطار Sévaré");
    let rect = harness.get_by_label(NAME).rect();
    let at = pos2(rect.right() - 12.0, rect.center().y);
    click_at(&mut harness, at);
    click_at(&mut harness, at);
    type_text(&mut harness, "معسكر");
    assert_eq!(harness.state(), "معسكر Sévaré");
}

#[test]
fn an_input_method_replaces_what_it_has_in_the_making() {
    let mut harness = field("");
    type_text(&mut harness, "a ");
    for text in ["é", "ér", "ére"] {
        let preedit = ImeEvent::Preedit {
            text: text.to_owned(),
            active_range_chars: None,
        };
        send(&mut harness, Event::Ime(preedit));
    }
    assert_eq!(harness.state(), "a ére");
    send(
        &mut harness,
        Event::Ime(ImeEvent::Commit("cére".to_owned())),
    );
    assert_eq!(harness.state(), "a cére");
    send(
        &mut harness,
        Event::Ime(ImeEvent::DeleteSurrounding {
            before_chars: 1,
            after_chars: 0,
        }),
    );
    assert_eq!(harness.state(), "a cér");
    assert!(harness.output().platform_output.ime.is_some());
}

#[test]
fn enter_ends_typing() {
    let mut harness = field("Gao");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let before = harness.state().clone();
    type_text(&mut harness, "x");
    assert_eq!(*harness.state(), before);
}

#[test]
fn a_screen_reader_gets_the_logical_text_and_can_set_it() {
    let mut harness = field("قرب Gao");
    let node = harness.get_by_role_and_label(Role::TextInput, NAME);
    assert_eq!(node.value().as_deref(), Some("قرب Gao"));
    harness.event(Event::AccessKitActionRequest(ActionRequest {
        action: Action::SetValue,
        target_tree: TreeId::ROOT,
        target_node: Id::unique("field").accesskit_id(),
        data: Some(ActionData::Value("تمبكتو".into())),
    }));
    harness.run_steps(2);
    assert_eq!(harness.state(), "تمبكتو");
}

#[test]
fn a_text_wider_than_the_field_scrolls_to_the_caret() {
    let mut harness = field("");
    type_text(&mut harness, &"مطار باماكو الدولي ".repeat(5));
    press(&mut harness, Modifiers::NONE, Key::Home);
    type_text(&mut harness, "1");
    assert!(harness.state().starts_with("1مطار"));
}

/// A field of several lines that has the focus and holds `text`.
fn lines(text: &str) -> Harness<'static, String> {
    let mut harness = Harness::builder()
        .with_size([220.0, 140.0])
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            Theme::of(Shade::Light).apply(ctx);
        })
        .wgpu()
        .build_ui_state(
            |ui, text: &mut String| {
                TextField::new(Id::unique("field"), text, NAME)
                    .lines(4)
                    .empty_base(Base::RightToLeft)
                    .show(ui);
            },
            text.to_owned(),
        );
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, NAME).focus();
    harness.run_steps(2);
    harness
}

#[test]
fn several_lines_are_typed_and_walked_up_and_down() {
    if !support::can_draw() {
        return;
    }
    let mut harness = lines("");
    type_text(&mut harness, "سطر");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    type_text(&mut harness, "two");
    assert_eq!(harness.state(), "سطر\ntwo");
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::End);
    type_text(&mut harness, " 1");
    assert_eq!(harness.state(), "سطر 1\ntwo");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::Home);
    type_text(&mut harness, "a ");
    assert_eq!(harness.state(), "سطر 1\na two");
    send(&mut harness, Event::Paste("x\r\ny".to_owned()));
    assert_eq!(harness.state(), "سطر 1\na x\nytwo");
}

#[test]
fn several_lines_look_right() {
    if !support::can_draw() {
        return;
    }
    let text = "وصل نحو 200 عنصر من Wagner Group إلى تمبكتو في يناير 2022، ومعهم مركبات.\nA second paragraph.";
    let mut harness = lines(text);
    press(&mut harness, Modifiers::COMMAND, Key::Home);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    for _ in 0..3 {
        press(
            &mut harness,
            Modifiers::CTRL | Modifiers::SHIFT,
            Key::ArrowLeft,
        );
    }
    harness.snapshot("typing-lines");
}

fn look(name: &str, text: &str) {
    if !support::can_draw() {
        return;
    }
    let mut harness = field_in(text, Shade::Light, true);
    press(&mut harness, Modifiers::NONE, Key::End);
    for _ in 0..2 {
        press(
            &mut harness,
            Modifiers::CTRL | Modifiers::SHIFT,
            Key::ArrowRight,
        );
    }
    harness.snapshot(name);
}

#[test]
fn an_arabic_field_looks_right() {
    look("typing-arabic", "وصول 5 دبابات T-72B3 إلى باماكو");
}

#[test]
fn a_latin_field_looks_right() {
    look("typing-latin", "Base de Sévaré, باماكو, 2022");
}

#[test]
fn an_empty_field_looks_right() {
    look("typing-empty", "");
}
