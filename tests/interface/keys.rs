//! One rule for keys: the topmost open thing takes them, each event reaches what had the focus when it
//! came, and leaving a field keeps what was typed. With all events in one frame, at sixty frames a second
//! and at one.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use egui::{
    Event, Key, Modifiers, PointerButton, Pos2,
    accesskit::{Action, ActionRequest, Role, TreeId},
};
use egui_kittest::kittest::{NodeT, Queryable};
use sahelscope::{model::Lang, text::Catalogue};

use crate::support::program::{self, Program, looking_at};

/// Frames a second: what is usual, and what a slow machine has.
const STEPS: [f32; 2] = [1.0 / 60.0, 1.0];
/// Frames after which nothing waits any more.
const SETTLED: usize = 30;

fn program(step: f32) -> Program {
    let window = program::window([1400.0, 1000.0]).with_step_dt(step);
    let mut program = program::program(window, looking_at("2022-01/2022-04", "en"));
    program.run_steps(8);
    program
}

/// A key as the window system reports it: pressed, written where it writes, let go.
fn tap(modifiers: Modifiers, key: Key) -> Vec<Event> {
    let letter = key.name().to_lowercase();
    let is_written = letter.chars().count() == 1 && !modifiers.command && !modifiers.alt;
    pressed(modifiers, key, is_written.then_some(letter))
}

fn pressed(modifiers: Modifiers, key: Key, text: Option<String>) -> Vec<Event> {
    let event = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    };
    let text = text.map(Event::Text);
    let events = [event(true)].into_iter().chain(text);
    events.chain([event(false)]).collect()
}

fn plain(key: Key) -> Vec<Event> {
    tap(Modifiers::NONE, key)
}

/// Letters, digits and hyphens, each with its key.
fn typed(text: &str) -> Vec<Event> {
    let event = |letter: char| {
        let name = letter.to_uppercase().to_string();
        let key = Key::from_name(&name).unwrap();
        pressed(Modifiers::NONE, key, Some(letter.to_string()))
    };
    text.chars().flat_map(event).collect()
}

/// All of it in one frame, and as many frames more as it takes.
fn in_one_frame(program: &mut Program, events: &[Vec<Event>]) {
    program.input_mut().events.extend(events.concat());
    program.run_steps(SETTLED);
}

fn focus_on(program: &Program, role: Role, name: &str) -> Vec<Event> {
    let node = program.get_by_role_and_label(role, name).accesskit_node();
    vec![Event::AccessKitActionRequest(ActionRequest {
        action: Action::Focus,
        target_tree: TreeId::ROOT,
        target_node: node.locate().0,
        data: None,
    })]
}

fn value(program: &Program, role: Role, name: &str) -> String {
    let node = program.get_by_role_and_label(role, name);
    node.value().unwrap_or_default()
}

fn window(program: &Program) -> [String; 2] {
    ["Start of the window", "End of the window"].map(|name| value(program, Role::TextInput, name))
}

/// What the card says first: kind, layer and title of the record that is selected.
fn selected(program: &Program) -> Option<String> {
    let all = all(program);
    let (_, card) = all.split_once("Close the card\n")?;
    Some(card.lines().take(4).collect::<Vec<_>>().join(" "))
}

/// What an action can change, but for places to which lists have scrolled.
fn state(program: &Program) -> (Option<String>, [String; 2]) {
    (selected(program), window(program))
}

/// All names and values: what a blind user can find out.
fn all(program: &Program) -> String {
    let nodes = program.query_all_by(|_| true);
    let texts = nodes.filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// A click as it comes where frames are slow: all of it in one.
fn click_at(pos: Pos2) -> Vec<Event> {
    let button = |pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(pos), button(true), button(false)]
}

fn is_there(program: &Program, name: &str) -> bool {
    program.query_all_by_label(name).count() > 0
}

fn ctrl(key: Key) -> Vec<Event> {
    tap(Modifiers::COMMAND, key)
}

/// Every field of text that the open program has: role and name.
fn fields(program: &Program) -> Vec<(Role, String)> {
    let is_field = |role: Role| {
        matches!(
            role,
            Role::TextInput | Role::MultilineTextInput | Role::SpinButton | Role::SearchInput
        )
    };
    let nodes = program.query_all_by(|node| is_field(node.role()) && !node.is_disabled());
    nodes
        .map(|node| {
            let node = node.accesskit_node();
            (node.role(), node.label().unwrap_or_default())
        })
        .collect()
}

#[test]
fn text_and_tab_in_one_frame_reach_the_field_that_had_the_focus() {
    for step in STEPS {
        let mut program = program(step);
        // A bookmark has two fields more.
        in_one_frame(&mut program, &[ctrl(Key::D), plain(Key::Escape)]);
        let section = program.get_by_role_and_label(Role::DisclosureTriangle, "Filters");
        section.click_accesskit();
        program.run_steps(SETTLED);
        let fields = fields(&program);
        assert!(fields.len() >= 9, "{fields:?}");
        for (role, name) in fields {
            let (typed_text, kept) = match role {
                Role::SpinButton => ("7", "7"),
                _ if name.contains("window") => ("2022-02-05", "2022-02-05"),
                _ => ("nt7", "nt7"),
            };
            let before = window(&program);
            let focus = focus_on(&program, role, &name);
            let events = [
                focus,
                ctrl(Key::A),
                typed(typed_text),
                plain(Key::Tab),
                vec![Event::Text("z".to_owned())],
            ];
            in_one_frame(&mut program, &events);
            assert_eq!(value(&program, role, &name), kept, "{name} at {step}");
            if !name.contains("window") {
                assert_eq!(window(&program), before, "{name} at {step}");
            }
            assert_eq!(selected(&program), None, "{name} at {step}");
            // What was looked for is taken back, so that later fields start alike.
            in_one_frame(&mut program, &[plain(Key::Escape)]);
        }
    }
}

#[test]
fn two_presses_in_one_frame_are_two_steps() {
    for key in [Key::N, Key::P, Key::ArrowRight, Key::Period] {
        let mut slow = program(1.0);
        in_one_frame(&mut slow, &[plain(key)]);
        let once = state(&slow);
        in_one_frame(&mut slow, &[plain(key)]);
        let twice = state(&slow);
        assert_ne!(once, twice, "{key:?}");
        for step in STEPS {
            let mut program = program(step);
            in_one_frame(&mut program, &[plain(key), plain(key)]);
            assert_eq!(state(&program), twice, "{key:?} at {step}");
        }
    }
}

/// What opens each menu of the program.
const MENUS: [&str; 10] = [
    "File",
    "Time",
    "Map",
    "Record",
    "Analysis",
    "View",
    "Places",
    "How time plays",
    "Length of a step",
    "Clock: which date time runs on",
];

#[test]
fn an_open_menu_takes_the_keys_and_escape_closes_it_alone() {
    for step in STEPS {
        let mut program = program(step);
        in_one_frame(&mut program, &[plain(Key::N)]);
        let before = state(&program);
        assert!(before.0.is_some());
        for name in MENUS {
            let buttons = program.query_all_by_label(name);
            let is_opener = |role| matches!(role, Role::Button | Role::ComboBox);
            let button = buttons
                .into_iter()
                .find(|node| is_opener(node.accesskit_node().role()))
                .unwrap_or_else(|| panic!("{name} is there"));
            let click = click_at(button.rect().center());
            in_one_frame(&mut program, &[click]);
            assert!(is_menu_open(&program), "{name} opens at {step}");
            let keys = [
                Key::ArrowDown,
                Key::ArrowDown,
                Key::N,
                Key::T,
                Key::Home,
                Key::ArrowRight,
            ];
            in_one_frame(&mut program, &keys.map(plain));
            assert_eq!(state(&program), before, "{name} at {step}");
            in_one_frame(&mut program, &[plain(Key::Escape)]);
            assert!(!is_menu_open(&program), "{name} at {step} closes");
            assert_eq!(state(&program), before, "{name} at {step}");
        }
        in_one_frame(&mut program, &[plain(Key::Escape)]);
        assert_eq!(selected(&program), None);
    }
}

fn is_menu_open(program: &Program) -> bool {
    egui::Popup::is_any_open(&program.ctx)
}

#[test]
fn escape_closes_one_thing_at_a_time_also_within_a_frame() {
    for step in STEPS {
        let mut program = program(step);
        in_one_frame(&mut program, &[plain(Key::N), ctrl(Key::K)]);
        let record = selected(&program);
        assert!(record.is_some());
        program.get_by_role_and_label(Role::TextInput, "Type an action, a place, a date, a record");
        in_one_frame(&mut program, &[plain(Key::Escape)]);
        assert!(!is_there(
            &program,
            "Type an action, a place, a date, a record"
        ));
        assert_eq!(selected(&program), record);
        // Field and its list, then the selection.
        in_one_frame(&mut program, &[ctrl(Key::F), typed("moura")]);
        assert!(is_there(&program, "Records found"));
        in_one_frame(&mut program, &[plain(Key::Escape)]);
        assert_eq!(value(&program, Role::TextInput, "Find in records"), "moura");
        assert_eq!(selected(&program), record);
        in_one_frame(
            &mut program,
            &[ctrl(Key::K), plain(Key::Escape), plain(Key::Escape)],
        );
        assert_eq!(selected(&program), None);
    }
}

#[test]
fn no_letter_acts_while_a_dialog_is_open() {
    for (open, name) in [
        (plain(Key::F1), "Keys and legend"),
        (ctrl(Key::Comma), "Settings"),
        (ctrl(Key::K), "Type an action, a place, a date, a record"),
    ] {
        for step in STEPS {
            let mut program = program(step);
            let before = state(&program);
            let keys = [Key::N, Key::T, Key::ArrowRight, Key::D].map(plain);
            in_one_frame(
                &mut program,
                &[std::slice::from_ref(&open), keys.as_slice()].concat(),
            );
            assert!(program.query_all_by_label(name).count() > 0, "{name}");
            in_one_frame(&mut program, &[plain(Key::Escape)]);
            assert!(!is_there(&program, "How to read the marks"));
            assert_eq!(state(&program), before, "{name} at {step}");
        }
    }
}

#[test]
fn a_new_bookmark_is_named_at_once_and_its_letters_are_no_actions() {
    for step in STEPS {
        let mut program = program(step);
        let before = window(&program);
        in_one_frame(&mut program, &[ctrl(Key::D), typed("nta")]);
        let words = Catalogue::new(Lang::En);
        let name = words.with("bookmark-title", &[("language", "English".into())]);
        assert_eq!(value(&program, Role::TextInput, &name), "nta");
        assert_eq!(window(&program), before);
        assert_eq!(selected(&program), None);
    }
}

#[test]
fn the_palette_opens_empty_each_time() {
    for step in STEPS {
        let mut program = program(step);
        let name = "Type an action, a place, a date, a record";
        let open = [ctrl(Key::K), typed("moptiadd"), plain(Key::Escape)];
        in_one_frame(&mut program, &open);
        in_one_frame(&mut program, &[ctrl(Key::K), typed("new")]);
        assert_eq!(value(&program, Role::TextInput, name), "new");
        // Opened and left within one frame, too.
        in_one_frame(
            &mut program,
            &[plain(Key::Escape), ctrl(Key::K), typed("edit")],
        );
        assert_eq!(value(&program, Role::TextInput, name), "edit");
    }
}

#[test]
fn what_is_found_is_walked_filtered_by_and_folded() {
    for step in STEPS {
        let mut program = program(step);
        let before = window(&program);
        let found = [ctrl(Key::F), typed("moura"), plain(Key::ArrowDown)];
        in_one_frame(&mut program, &found);
        let first = selected(&program).unwrap();
        in_one_frame(
            &mut program,
            &[plain(Key::ArrowDown), plain(Key::ArrowDown)],
        );
        in_one_frame(&mut program, &[plain(Key::ArrowUp), plain(Key::ArrowUp)]);
        assert_eq!(selected(&program), Some(first));
        let is_listed = |program: &Program| is_there(program, "Records found");
        assert!(is_listed(&program));
        in_one_frame(&mut program, &[plain(Key::Enter)]);
        assert!(!is_listed(&program));
        assert!(program.query_all_by_label_contains("moura").count() > 0);
        assert_eq!(window(&program), before, "arrows do not reach the timeline");
        in_one_frame(&mut program, &[typed("x")]);
        assert_eq!(
            value(&program, Role::TextInput, "Find in records"),
            "mourax"
        );
    }
}

/// How a field is left.
fn ways_to_leave(program: &Program) -> [(&'static str, Vec<Event>); 3] {
    let elsewhere = program.get_by_label("Map of the records").rect().center();
    [
        ("Tab", plain(Key::Tab)),
        ("Enter", plain(Key::Enter)),
        ("click", click_at(elsewhere)),
    ]
}

#[test]
fn leaving_a_date_keeps_what_was_typed() {
    for step in STEPS {
        for at in 0..3 {
            let mut program = program(step);
            let (way, leave) = ways_to_leave(&program)[at].clone();
            let focus = focus_on(&program, Role::TextInput, "Start of the window");
            let typing = [
                focus.clone(),
                ctrl(Key::A),
                typed("2022-02-05"),
                leave.clone(),
            ];
            in_one_frame(&mut program, &typing);
            assert_eq!(window(&program)[0], "2022-02-05", "{way} at {step}");
            // What is no date is said and stays.
            let typing = [focus.clone(), ctrl(Key::A), typed("soon"), leave];
            in_one_frame(&mut program, &typing);
            assert_eq!(window(&program)[0], "soon", "{way} at {step}");
            let words = Catalogue::new(Lang::En);
            program.get_by_label(words.get("timeline-error-malformed"));
            // Escape is a cancel.
            in_one_frame(&mut program, &[focus, plain(Key::Escape)]);
            assert_eq!(window(&program)[0], "2022-02-05", "{way} at {step}");
        }
    }
}

#[test]
fn a_start_after_the_end_moves_the_window() {
    let mut program = program(1.0);
    let focus = focus_on(&program, Role::TextInput, "Start of the window");
    let typing = [focus, ctrl(Key::A), typed("2023-01-01"), plain(Key::Tab)];
    in_one_frame(&mut program, &typing);
    // January to April 2022 are 120 days.
    assert_eq!(window(&program), ["2023-01-01", "2023-04-30"]);
}
