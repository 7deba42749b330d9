//! Everything has a name in the language of the program and is reached by the keyboard alone.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};

use egui::{
    Key, Modifiers,
    accesskit::{Action, Role},
};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use sahelscope::{
    app::App,
    model::Lang,
    settings::{Settings, TableSettings},
};

use crate::support::program::seeing;

/// More presses of Tab than there are controls.
const MOST_PRESSES: usize = 400;

/// The program with a record selected and every panel open.
fn program(lang: Lang) -> Harness<'static, App> {
    let settings = Settings {
        language: Some(lang.code().to_owned()),
        table: TableSettings {
            is_open: true,
            ..TableSettings::default()
        },
        ..Settings::default()
    };
    let loaded = seeing(settings, "2022-03", None);
    let mut harness = Harness::builder()
        .with_size([1400.0, 1000.0])
        .with_step_dt(1.0 / 60.0)
        .build_eframe(|creation| App::new(&creation.egui_ctx, loaded, None).unwrap());
    harness.run_steps(4);
    harness.key_press(Key::N);
    harness.run_steps(4);
    harness
}

/// What can have the focus now, by number: role and name.
fn controls(harness: &Harness<'static, App>) -> BTreeMap<u64, (Role, String)> {
    let nodes = harness
        .query_all_by(|node| !node.is_disabled() && node.data().supports_action(Action::Focus));
    nodes
        .map(|node| {
            let node = node.accesskit_node();
            let name = node.label().unwrap_or_default();
            (node.locate().0.0, (node.role(), name))
        })
        .collect()
}

fn focused(harness: &Harness<'static, App>) -> Option<u64> {
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the path of the method is not general enough over lifetimes"
    )]
    let node = harness.query_all_by(|node| node.is_focused()).next()?;
    Some(node.accesskit_node().locate().0.0)
}

/// Presses Tab until what had the focus first has it again; answers what had it.
fn walk(harness: &mut Harness<'static, App>) -> BTreeSet<u64> {
    let mut reached = BTreeSet::new();
    let mut first = None;
    for _ in 0..MOST_PRESSES {
        harness.key_press_modifiers(Modifiers::NONE, Key::Tab);
        harness.run_steps(3);
        let focused = focused(harness).unwrap_or_else(|| panic!("Tab led to nothing"));
        if first == Some(focused) {
            return reached;
        }
        first.get_or_insert(focused);
        reached.insert(focused);
    }
    panic!("Tab never came back to where it began");
}

#[test]
fn tab_leads_to_everything_and_everything_has_a_name() {
    let mut in_english = BTreeSet::new();
    for lang in Lang::ALL {
        let mut harness = program(lang);
        let reached = walk(&mut harness);
        for (id, (role, name)) in controls(&harness) {
            assert!(!name.trim().is_empty(), "{lang}: {role:?} {id} has no name");
            let is_icon = |letter| matches!(letter, '\u{e000}'..='\u{f8ff}');
            assert!(
                !name.contains(is_icon),
                "{lang}: {name} is read with its icon"
            );
            assert!(
                reached.contains(&id),
                "{lang}: {role:?} {name} is not reached"
            );
            if lang == Lang::En {
                in_english.insert(name);
            } else if role == Role::Splitter {
                assert!(!in_english.contains(&name), "{lang}: {name} is English");
            }
        }
    }
}
