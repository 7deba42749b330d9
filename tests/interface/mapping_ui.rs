//! The dialog of the fields of a file, driven by accessible names.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::support::world::World;
use egui::{Ui, accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::Queryable};
use sahelscope::{
    command::{Command, Commands, Dialog, FileCommand},
    data::{Dataset, FileOrigin, Sheets},
    io::{Watch, read::read_part},
    model::{DateOrder, Field, Lang, Mapping, Preset},
    theme::fonts,
    ui,
};

fn world(text: &str) -> World {
    let bytes = text.as_bytes().to_vec();
    let part = read_part("a.csv", FileOrigin::Stdin, bytes, &Watch::nobody());
    World::of(Dataset::from_parts(vec![part.unwrap()]))
}

fn harness(world: World) -> Harness<'static, World> {
    let theme = world.theme();
    let mut harness = Harness::builder()
        .with_size(vec2(1000.0, 1400.0))
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            theme.apply(ctx);
        })
        .build_ui_state(dialog, world);
    harness.run_steps(3);
    harness
}

fn dialog(ui: &mut Ui, world: &mut World) {
    let mut commands = Commands::default();
    let context = world.context().asking(Dialog::Mapping);
    ui::dialog::dialog_ui(ui, &context, &mut commands);
    world.obey(&mut commands);
}

/// The mapping that was asked for last.
fn asked(harness: &Harness<'_, World>) -> Mapping {
    let asked = harness.state().asked.iter().rev();
    asked
        .clone()
        .find_map(|command| match command {
            Command::File(FileCommand::SetMapping { mapping, .. }) => Some(mapping.clone()),
            _ => None,
        })
        .unwrap()
}

const NUMERIC: &str = "name,date,lat,lon,colour\na,03/04/2023,16,0\nb,05/04/2023,16,0\n";

#[test]
fn the_order_of_day_and_month_is_asked_with_what_each_answer_means() {
    let mut harness = harness(world(NUMERIC));
    // What it becomes in either order.
    let examples = harness.query_all_by_label_contains("05/04/2023: ");
    assert_eq!(examples.count(), 2);
    harness.get_by_label("Day first").click();
    harness.run_steps(2);
    assert_eq!(asked(&harness).date_order, Some(DateOrder::Dmy));
}

#[test]
fn coordinates_that_have_changed_places_are_offered_to_be_changed_back() {
    let text = "name,date,lat,lon\na,2022,-8,12.6\nb,2022,-4,14.5\nc,2022,-3,16.8\n";
    let mut harness = harness(world(text));
    harness.get_by_label("Change them round").click();
    harness.run_steps(2);
    assert!(asked(&harness).is_swapped);
}

#[test]
fn a_column_and_a_preset_are_chosen_from_lists() {
    let mut harness = harness(world(NUMERIC));
    harness
        .get_by_role_and_label(Role::ComboBox, "Reported")
        .click();
    harness.run_steps(3);
    harness.get_by_label("colour").click();
    harness.run_steps(2);
    assert_eq!(asked(&harness).property(Field::Reported), Some("colour"));
    harness
        .get_by_role_and_label(Role::ComboBox, "Read as")
        .click();
    harness.run_steps(3);
    harness.get_by_label("TimeMap").click();
    harness.run_steps(2);
    assert_eq!(asked(&harness).preset(), Some(Preset::TimeMap));
}

#[test]
fn columns_that_are_kept_aside_are_named_in_each_language() {
    for lang in Lang::ALL {
        let harness = harness(world(NUMERIC).speaking(lang));
        let mut named = harness.query_all_by_label_contains("colour");
        assert!(named.next().is_some(), "{lang}");
    }
}

#[test]
fn the_dialog_says_what_check_says_of_a_file() {
    for lang in Lang::ALL {
        let world = world(NUMERIC).speaking(lang);
        let words = sahelscope::text::Catalogue::plain(lang);
        let understood = world.dataset().understood(0).cloned().unwrap();
        let harness = harness(world);
        let has = |text: &str| harness.query_all_by_label_contains(text).next().is_some();
        assert!(has(understood.format) && has(understood.encoding), "{lang}");
        for doubt in &understood.doubts {
            let is_of_order = doubt.kind.code().contains("order");
            assert!(
                is_of_order || has(&sahelscope::query::doubt_in_words(&words, doubt)),
                "{lang}"
            );
        }
        let reason = sahelscope::query::reason_in_words(&words, understood.fields[0].reason);
        assert!(has(reason), "{lang}");
    }
}

/// Times without a zone, and years of two digits.
const LOCAL: &str = "name,date,lat,lon\na,2021-03-04 10:30,16,0\nb,5 Mar 21,16,0\n";

#[test]
fn each_doubt_has_the_answers_that_settle_it() {
    let mut harness = harness(world(LOCAL));
    harness
        .get_all_by_label("Africa/Bamako")
        .next()
        .unwrap()
        .click();
    harness.run_steps(2);
    let zone = asked(&harness).zone;
    assert_eq!(
        zone.as_ref().map(sahelscope::model::Zone::name),
        Some("Africa/Bamako")
    );
    let mut harness = self::harness(world(LOCAL));
    harness.get_by_label("2000–2099").click();
    harness.run_steps(2);
    let century = asked(&harness).century;
    assert_eq!(
        century.map(sahelscope::model::Century::first_year),
        Some(2000)
    );
}

#[test]
fn a_column_is_offered_where_none_was_taken_for_a_date() {
    let mut harness = harness(world(
        "name,as of,lat,lon\na,2021-03-04,16,0\nb,2021-03-05,16,0\n",
    ));
    harness.get_by_role_and_label(Role::Button, "as of").click();
    harness.run_steps(2);
    assert_eq!(asked(&harness).property(Field::Date), Some("as of"));
}

#[test]
fn what_every_record_is_can_be_said() {
    let mut harness = harness(world(NUMERIC));
    let name = "Kind (What the file does not say)";
    harness
        .get_by_role_and_label(Role::ComboBox, name)
        .scroll_to_me();
    harness.run_steps(20);
    harness.get_by_role_and_label(Role::ComboBox, name).click();
    harness.run_steps(3);
    harness
        .get_by_role_and_label(Role::Button, "Presence")
        .click();
    harness.run_steps(2);
    assert_eq!(asked(&harness).constant(Field::Kind), Some("presence"));
}

#[test]
fn another_sheet_of_a_workbook_is_chosen_from_a_list() {
    let bytes = NUMERIC.as_bytes().to_vec();
    let mut part = read_part("a.xlsx", FileOrigin::Stdin, bytes, &Watch::nobody()).unwrap();
    part.sheets = Some(Sheets {
        names: vec!["Notes".to_owned(), "March".to_owned()],
        read: 0,
    });
    let mut harness = harness(World::of(Dataset::from_parts(vec![part])));
    harness
        .get_by_role_and_label(Role::ComboBox, "Sheet")
        .click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "March").click();
    harness.run_steps(2);
    let wanted = Command::File(FileCommand::SetSheet {
        part: 0,
        sheet: "March".to_owned(),
    });
    assert!(harness.state().asked.contains(&wanted));
}
