//! The inspector and the panel of layers, driven by accessible names.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::support;
use crate::support::world::World;
use egui::{CentralPanel, Key, Ui, Vec2, accesskit::Role, vec2};
use egui_kittest::{Harness, HarnessBuilder, kittest::Queryable};
use sahelscope::{
    command::{
        Command, Commands, Dialog, Exported, FileCommand, FilterCommand, SelectCommand, ViewCommand,
    },
    data::Dataset,
    model::{Lang, Layer, RowId, Status},
};

/// Three records of the profile: one with nothing but English, one related to it, one undated.
const OWN: &str = r#"{"type":"FeatureCollection","profile":"sahelscope/1",
"sources":[{"id":"s1","title":"A report","publisher":"A paper","language":"en","published":"2022-04-10","published_basis":"printed","kind":"news","url":"https://example.org/report"}],
"features":[
{"type":"Feature","id":"one","geometry":{"type":"Point","coordinates":[-4,14]},"properties":{"layer":"incident","title":"The first thing","title:ar":"الأمر الأول","summary":"What the source says, in two sentences. Here is another.","summary:ar":"ما يقوله المصدر في جملتين. وهذه أخرى.","place":"Moura","place:ar":"مورا","place_precision":"town","place_radius_km":1,"equipment":[{"model":"T-72B3","kind":"tanks","kind:ar":"دبابات","low":5,"high":null}],"date":"2022-03-05","status":"claimed","actors":["Some group"],
"claims":[{"by":"Somebody","says":"It happened.","status":"claimed","source":"s1","locator":"para 3"}],"sources":["s1"],"related":[{"id":"two","as":"before"}],"mood":"calm"}},
{"type":"Feature","id":"two","geometry":{"type":"Point","coordinates":[-5,13]},"properties":{"layer":"delivery","title":"The second thing","title:fr":"La seconde chose","date":"2022-04","status":"reported"}},
{"type":"Feature","id":"three","geometry":null,"properties":{"layer":"context","title":"No day known","date":"03/04/2022"}}
]}"#;

fn harness(world: World) -> Harness<'static, World> {
    let builder = builder(&world, vec2(1000.0, 2400.0));
    let mut harness = builder.build_ui_state(panels, world);
    harness.run_steps(3);
    harness
}

fn builder(world: &World, size: Vec2) -> HarnessBuilder<World> {
    support::themed(world.theme(), size).with_step_dt(1.0 / 60.0)
}

/// Both panels as the window shows them, and what comes of what they ask for.
fn panels(ui: &mut Ui, world: &mut World) {
    let mut commands = Commands::default();
    support::side_panels(ui, world, &mut commands);
    CentralPanel::default().show(ui, |_| {});
    world.obey(&mut commands);
}

fn click(harness: &mut Harness<'static, World>, role: Role, name: &str) {
    harness.get_by_role_and_label(role, name).click();
    harness.run_steps(2);
}

fn asked(harness: &Harness<'static, World>, command: impl Into<Command>) -> bool {
    let command = command.into();
    harness.state().asked.contains(&command)
}

/// Opens what the button beside the search holds.
fn open_filters(harness: &mut Harness<'static, World>) {
    click(harness, Role::DisclosureTriangle, "Filters");
    harness.run_steps(30);
}

/// What the last copy put on the clipboard.
fn copied<'a>(harness: &'a Harness<'static, World>) -> &'a str {
    let copies = harness.state().asked.iter().rev();
    let mut texts = copies.filter_map(|command| match command {
        Command::View(ViewCommand::Copy { text, .. }) => Some(text.as_str()),
        _ => None,
    });
    texts.next().unwrap()
}

#[test]
fn a_record_is_selected_from_the_list() {
    let mut harness = harness(World::collection(OWN));
    click(&mut harness, Role::ListItem, "The first thing");
    let row = harness.state().row("one");
    assert_eq!(harness.state().selection().selected, Some(row));
    harness.get_by_label("It happened.");
    harness.get_by_label("A paper, 10 April 2022 · paragraph 3");
}

#[test]
fn a_related_record_is_a_click_away() {
    let world = World::collection(OWN).selecting("one").in_window("2022-03");
    let mut harness = harness(world);
    click(&mut harness, Role::ListItem, "The second thing");
    let row = harness.state().row("two");
    assert!(asked(&harness, SelectCommand::Reveal(row)));
    // The other record names this one nowhere, and still leads back to it.
    let back = harness.query_all_by_role_and_label(Role::ListItem, "The first thing");
    assert_eq!(back.count(), 2, "in the list and on the card");
}

#[test]
fn a_citation_has_title_date_sources_and_locators() {
    let mut harness = harness(World::collection(OWN).selecting("one"));
    click(&mut harness, Role::Button, "Copy citation");
    let expected = "‘The first thing’, 5 March 2022, Moura. \
         Sources: ‘A report’, A paper, 10 April 2022, paragraph 3, https://example.org/report.";
    assert_eq!(copied(&harness), expected);
}

#[test]
fn a_record_is_copied_byte_for_byte() {
    let mut harness = harness(World::collection(OWN).selecting("two"));
    click(&mut harness, Role::Button, "Copy as GeoJSON");
    let world = harness.state();
    assert_eq!(copied(&harness), world.dataset().bytes(world.row("two")));
}

#[test]
fn a_citation_holds_no_invisible_characters_in_any_language() {
    for lang in Lang::ALL {
        let mut harness = harness(World::bundled().selecting("incident-moura").speaking(lang));
        let name = harness
            .state()
            .words()
            .get("record-copy-citation")
            .to_owned();
        click(&mut harness, Role::Button, &name);
        let text = copied(&harness);
        assert!(text.contains("33"), "{text}");
        assert!(
            !text.contains(['\u{2068}', '\u{2069}', '\u{200f}']),
            "{text}"
        );
    }
}

#[test]
fn a_text_in_another_language_has_a_tag() {
    let harness = harness(World::collection(OWN).selecting("one").speaking(Lang::Fr));
    assert!(harness.query_all_by_label("English").count() > 0);
    let translated = self::harness(World::collection(OWN).selecting("two").speaking(Lang::Fr));
    assert_eq!(translated.query_all_by_label("English").count(), 0);
}

#[test]
fn every_bundled_record_has_a_whole_card_in_each_language() {
    for lang in Lang::ALL {
        let mut harness = harness(World::bundled().speaking(lang));
        for row in 0..harness.state().dataset().len() {
            let mut commands = Commands::default();
            commands.push(SelectCommand::Select(RowId::new(row)));
            harness.state_mut().obey(&mut commands);
            harness.step();
            let record = harness.state().dataset().record(RowId::new(row)).unwrap();
            let title = record.title.exact(lang).unwrap();
            assert!(
                harness.query_all_by_label(title).count() > 0,
                "{lang}: {title}"
            );
        }
    }
}

#[test]
fn what_is_wrong_with_a_record_stands_first() {
    let harness = harness(World::collection(OWN).selecting("three"));
    harness.get_by_label("Something is wrong with this record");
    harness.get_by_label("Day and month cannot be told apart");
    harness.get_by_label("It has no date, so no window shows it.");
}

#[test]
fn a_foreign_property_is_shown_when_unfolded() {
    let mut harness = harness(World::collection(OWN).selecting("one"));
    assert!(harness.query_by_label("calm").is_none());
    click(&mut harness, Role::DisclosureTriangle, "Other properties");
    harness.run_steps(20);
    harness.get_by_label("mood");
    harness.get_by_label("calm");
}

#[test]
fn a_review_is_said_on_the_card_in_the_language_of_the_reader() {
    let review = r#""review":{"state":"ready","by":"A. Reader","at":"2026-01-02"},"mood""#;
    let world = World::collection(&OWN.replace("\"mood\"", review));
    let harness = harness(world.selecting("one").speaking(Lang::Fr));
    harness.get_by_label("Relecture");
    harness.get_by_label("À relire, A. Reader, 2 janvier 2026");
}

#[test]
fn an_address_is_asked_about_before_it_is_opened() {
    let mut harness = harness(World::collection(OWN).selecting("one"));
    let link = harness.get_by(|node| {
        node.role() == Role::Link
            && node
                .label()
                .is_some_and(|label| label.starts_with("Open at example.org"))
    });
    link.click();
    harness.run_steps(2);
    let url = "https://example.org/report".to_owned();
    assert!(asked(&harness, ViewCommand::AskLink(url)));
}

#[test]
fn an_actor_filters_from_the_card() {
    let mut harness = harness(World::collection(OWN).selecting("one"));
    click(&mut harness, Role::Button, "Some group");
    assert!(asked(
        &harness,
        FilterCommand::Actor("Some group".to_owned())
    ));
    assert_eq!(harness.state().visible().counts.filtered, 2);
    click(&mut harness, Role::Button, "Some group");
    assert!(harness.state().filter().actor.is_empty());
}

#[test]
fn layers_are_switched_and_counted() {
    let mut harness = harness(World::collection(OWN).in_window("2022-03-01/2022-04-15"));
    harness.get_by_label("0 certain + 1 possible");
    click(&mut harness, Role::Switch, "Show Incidents");
    assert!(asked(&harness, FilterCommand::ToggleLayer(Layer::Incident)));
    click(&mut harness, Role::Button, "Only Deliveries");
    assert!(asked(&harness, FilterCommand::OnlyLayer(Layer::Delivery)));
}

#[test]
fn statuses_and_the_possible_are_filtered_and_cleared() {
    let mut harness = harness(World::collection(OWN).in_window("2022-03-01/2022-04-15"));
    assert!(harness.query_by_label("Clear filters").is_none());
    open_filters(&mut harness);
    click(&mut harness, Role::Button, "Reported");
    assert!(asked(
        &harness,
        FilterCommand::ToggleStatus(Status::Reported)
    ));
    click(&mut harness, Role::Switch, "Leave out the possible");
    assert!(asked(&harness, FilterCommand::CertainOnly(true)));
    harness.get_by_label("Nothing in this window passes the filters.");
    click(&mut harness, Role::Link, "Clear filters");
    assert!(asked(&harness, FilterCommand::Clear));
    assert!(harness.query_by_label("Clear filters").is_none());
}

/// Types into the field of the search.
fn type_text(harness: &mut Harness<'static, World>, text: &str) {
    for step in [None, Some(text)] {
        let field = harness.get_by_role_and_label(Role::TextInput, "Find in records");
        match step {
            None => field.focus(),
            Some(text) => field.type_text(text),
        }
        harness.run_steps(2);
    }
    harness.run_steps(4);
}

#[test]
fn typing_lists_what_is_found_and_enter_filters() {
    let mut harness = harness(World::collection(OWN));
    type_text(&mut harness, "SECOND");
    assert!(harness.state().filter().text.is_empty());
    harness.get_by_role_and_label(Role::ListBoxOption, "The second thing: The second thing");
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().filter().text, "SECOND");
    assert_eq!(harness.state().visible().counts.shown.total(), 1);
    click(&mut harness, Role::Button, "Clear the text");
    assert!(harness.state().filter().text.is_empty());
}

#[test]
fn the_arrows_walk_what_is_found_and_a_click_shows_it() {
    let mut harness = harness(World::collection(OWN));
    type_text(&mut harness, "thing");
    for id in ["one", "two", "two"] {
        harness.key_press(Key::ArrowDown);
        harness.run_steps(2);
        let row = harness.state().row(id);
        assert_eq!(harness.state().selection().selected, Some(row));
    }
    click(
        &mut harness,
        Role::ListBoxOption,
        "The first thing: The first thing",
    );
    let row = harness.state().row("one");
    assert!(asked(&harness, SelectCommand::Reveal(row)));
}

#[test]
fn an_actor_is_chosen_from_those_of_the_dataset() {
    let mut harness = harness(World::collection(OWN));
    open_filters(&mut harness);
    harness
        .get_by_role_and_label(Role::TextInput, "Actor")
        .focus();
    harness.run_steps(4);
    click(&mut harness, Role::ListBoxOption, "Some group");
    assert!(asked(
        &harness,
        FilterCommand::Actor("Some group".to_owned())
    ));
}

#[test]
fn values_without_their_words_are_counted_and_their_records_shown_alone() {
    let mut harness = harness(World::collection(OWN));
    open_filters(&mut harness);
    // Counted off the drawing thread, and by whoever asks first.
    let lacking = harness.state().dataset().claim_index().lacking();
    assert!(lacking > 1);
    harness.run_steps(4);
    let name = format!("{lacking} values without their words");
    click(&mut harness, Role::Switch, &name);
    assert!(asked(&harness, FilterCommand::LacksWords(true)));
}

#[test]
fn the_tray_is_written_out_and_its_records_are_opened_from_it() {
    let mut harness = harness(World::collection(OWN));
    click(&mut harness, Role::DisclosureTriangle, "Undated");
    click(&mut harness, Role::ListItem, "No day known");
    let row = harness.state().row("three");
    assert_eq!(harness.state().selection().selected, Some(row));
    let export = "Export undated, unplaced";
    click(&mut harness, Role::Button, export);
    assert!(asked(&harness, FileCommand::AskExport(Exported::Tray)));
}

#[test]
fn the_tray_says_why_and_leads_to_the_issues() {
    let mut harness = harness(World::collection(OWN));
    click(&mut harness, Role::DisclosureTriangle, "Undated");
    harness.run_steps(20);
    click(&mut harness, Role::ListItem, "No day known");
    let row = harness.state().row("three");
    assert_eq!(harness.state().selection().selected, Some(row));
    click(&mut harness, Role::Button, "Show one issue");
    assert!(asked(&harness, ViewCommand::Show(Dialog::Issues)));
}

#[test]
fn without_records_the_panel_offers_some() {
    let mut harness = harness(World::of(Dataset::from_parts(Vec::new())));
    harness.get_by_label("Nothing is open");
    click(&mut harness, Role::Button, "Show the records of Mali");
    assert!(asked(&harness, FileCommand::OpenBundled));
}

#[test]
fn a_window_without_records_says_so() {
    let harness = harness(World::collection(OWN).in_window("1990"));
    harness.get_by_label("Nothing lies in this window. Widen it on the timeline.");
}

#[test]
fn what_one_claimant_says_in_one_source_names_it_once() {
    let own = OWN.replace(
        r#""source":"s1","locator":"para 3"}]"#,
        r#""source":"s1","locator":"para 3"},
{"by":"Somebody","says":"It is over.","source":"s1","locator":"para 4"},
{"by":"Another","says":"It did not."}]"#,
    );
    let harness = harness(World::collection(&own).selecting("one"));
    let named = |text: &str| harness.query_all_by_label(text).count();
    for name in ["A paper, 10 April 2022", "paragraph 3", "paragraph 4"] {
        assert_eq!(named(name), 1, "{name}");
    }
}
