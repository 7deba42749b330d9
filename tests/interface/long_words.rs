//! A word of five hundred letters keeps every control within its panel, and every panel as wide as it
//! is: in names, titles, layers, files, claimants, sources, bookmarks, cells, messages and menus.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use egui::{CentralPanel, Id, Panel, Rect, Sense, Ui, WidgetInfo, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use sahelscope::{
    command::{Commands, Dialog},
    data::{Dataset, FileOrigin},
    model::{Lang, Localised},
    session::{Bookmark, Briefing},
    settings::Settings,
    theme::size,
    ui::{
        self, ChromeView, PanelContext,
        notice::{Notices, Tone},
    },
};

use crate::support::{self, world::World};

/// What a harness leaves free around what it draws, in points.
const MARGIN: f32 = 8.0;
/// Letters of the longest word.
const LETTERS: usize = 500;

/// An unbroken word in the script of `lang` that begins with `head`.
fn word(lang: Lang, head: &str) -> String {
    let letter = if lang == Lang::Ar { "م" } else { "w" };
    format!("{head}{}", letter.repeat(LETTERS))
}

/// A collection in which everything that has a name has a long one.
fn collection(lang: Lang) -> String {
    let name = |head: &str| word(lang, head);
    format!(
        r#"{{"type":"FeatureCollection","profile":"sahelscope/1","name":"{file}",
"sources":[{{"id":"s1","title":"{title}","publisher":"{publisher}","language":"en","published":"2022-04-10","published_basis":"printed","kind":"news","url":"https://example.org/{address}"}}],
"features":[
{{"type":"Feature","id":"one","geometry":{{"type":"Point","coordinates":[-4,14]}},"properties":{{"layer":"{layer}","title":"{title}","summary":"{summary}","place":"{place}","place_precision":"town","equipment":[{{"model":"{model}","kind":"{kind}","low":5}}],"date":"2022-03-05","status":"claimed","actors":["{actor}"],
"claims":[{{"by":"{claimant}","says":"{says}","status":"claimed","source":"s1","locator":"{locator}"}}],"sources":["s1"],"related":[{{"id":"two","as":"before"}}],"{property}":"{value}"}}}},
{{"type":"Feature","id":"two","geometry":null,"properties":{{"layer":"delivery","title":"{title}","date":"2022-04","status":"reported"}}}},
{{"type":"Feature","id":"three","geometry":null,"properties":{{"layer":"context","title":"{title}","date":"{date}"}}}}
]}}"#,
        file = name("f"),
        title = name("t"),
        publisher = name("p"),
        address = word(Lang::En, "u"),
        layer = name("l"),
        summary = name("s"),
        place = name("o"),
        model = name("m"),
        kind = name("k"),
        actor = name("a"),
        claimant = name("c"),
        says = name("y"),
        locator = name("q"),
        property = name("r"),
        value = name("v"),
        date = name("d"),
    )
}

/// The open collection with a record selected, a bookmark and all that can be asked for.
fn world(lang: Lang) -> World {
    let file = format!("{}.geojson", word(lang, "f"));
    let source = FileOrigin::File(file.as_str().into());
    let watch = sahelscope::io::Watch::nobody();
    let text = collection(lang).into_bytes();
    let part = sahelscope::io::read::read_part(&file, source, text, &watch).unwrap();
    let settings = Settings {
        recent: vec![file.into()],
        ..Settings::default()
    };
    let world = World::with(Dataset::from_parts(vec![part]), settings)
        .speaking(lang)
        .in_window("2022-01/2022-12")
        .selecting("one");
    let endless = word(lang, "b");
    let bookmark = Bookmark {
        title: Localised::default().with(lang, &endless),
        text: Localised::default().with(lang, &endless),
        ..Bookmark::default()
    };
    let mut briefing = Briefing::of(vec![bookmark]);
    briefing.go(0);
    world.with_bookmarks(briefing)
}

/// All panels as the window has them.
fn panels(ui: &mut Ui, world: &mut World) {
    let mut commands = Commands::default();
    Panel::top("bar").show(ui, |ui| {
        ui::menu::menu_ui(ui, &world.context(), &mut commands);
    });
    Panel::bottom("timeline")
        .exact_size(size::TIMELINE)
        .show(ui, |ui| {
            ui::timeline::timeline_ui(ui, &world.context(), &mut commands);
        });
    support::side_panels(ui, world, &mut commands);
    CentralPanel::default().show(ui, |ui| {
        // What is left for the map.
        let map = ui.interact(ui.max_rect(), Id::unique("map"), Sense::hover());
        map.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, "map"));
    });
    world.obey(&mut commands);
}

fn harness(
    world: World,
    size: [f32; 2],
    draw: impl FnMut(&mut Ui, &mut World) + 'static,
) -> Harness<'static, World> {
    let mut harness = support::themed(world.theme(), size)
        .with_step_dt(1.0 / 60.0)
        .build_ui_state(draw, world);
    harness.run_steps(4);
    harness
}

/// Every node whose middle, or whose beginning, lies in `room` lies in it whole.
fn nothing_reaches_beyond(harness: &Harness<'static, World>, room: Rect, what: &str) {
    let mut seen = 0;
    let mut beyond = Vec::new();
    // What stands in a field may be scrolled, and the edge of a panel is of both sides.
    let is_other = |role| {
        matches!(
            role,
            Role::Window | Role::Pane | Role::TextRun | Role::Splitter
        )
    };
    for node in harness.query_all_by(|node| !is_other(node.role())) {
        let node = node.accesskit_node();
        let Some(bounds) = node.bounding_box() else {
            continue;
        };
        let [left, top, right, bottom] =
            [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(|at| at as f32);
        let rect = Rect::from_min_max([left, top].into(), [right, bottom].into());
        let is_of_room = room.y_range().contains(rect.center().y)
            && [rect.left(), rect.center().x, rect.right()]
                .iter()
                .any(|x| room.x_range().shrink(2.0).contains(*x));
        if !rect.is_positive() || !is_of_room {
            continue;
        }
        seen += 1;
        if rect.left() < room.left() - 1.0 || rect.right() > room.right() + 1.0 {
            let name = node.label().or_else(|| node.value()).unwrap_or_default();
            let name: String = name.chars().take(24).collect();
            beyond.push(format!("{:?} {name} at {rect}", node.role()));
        }
    }
    assert!(seen > 0, "{what}");
    assert!(beyond.is_empty(), "{what}, {room}:\n{}", beyond.join("\n"));
}

#[test]
fn panels_keep_their_width_and_everything_in_them_too() {
    let size = [1400.0, 2600.0];
    for lang in Lang::ALL {
        let mut harness = harness(world(lang), size, panels);
        for section in ["filters", "tray-undated", "tray-unplaced"] {
            let words = sahelscope::text::Catalogue::new(lang);
            let heading = harness
                .query_all_by_role_and_label(Role::DisclosureTriangle, words.get(section))
                .next();
            if let Some(heading) = heading {
                heading.click_accesskit();
                harness.run_steps(3);
            }
        }
        let map = harness.get_by_role_and_label(Role::Canvas, "map").rect();
        let widths = size[0] - size::LEFT_PANEL - size::RIGHT_PANEL - 2.0 * MARGIN;
        assert!((map.width() - widths).abs() < 40.0, "{lang}: {map}");
        let y = map.y_range();
        let left = Rect::from_x_y_ranges(MARGIN..=MARGIN + size::LEFT_PANEL, y);
        let end = size[0] - MARGIN;
        let right = Rect::from_x_y_ranges(end - size::RIGHT_PANEL..=end, y);
        nothing_reaches_beyond(&harness, left, &format!("layers in {lang}"));
        nothing_reaches_beyond(&harness, right, &format!("inspector in {lang}"));
        let window = Rect::from_min_size(egui::Pos2::ZERO, size.into());
        nothing_reaches_beyond(&harness, window, &format!("window in {lang}"));
    }
}

#[test]
fn dialogs_lie_within_the_window() {
    let size = [1000.0, 700.0];
    for lang in Lang::ALL {
        for dialog in [
            Dialog::Palette,
            Dialog::Help,
            Dialog::Issues,
            Dialog::Mapping,
            Dialog::Settings,
            Dialog::About,
            Dialog::Link,
        ] {
            let link = format!("https://example.org/{}", word(Lang::En, "u"));
            let link = sahelscope::model::link::read(&link).unwrap();
            let draw = move |ui: &mut Ui, world: &mut World| {
                let context = world.context().asking(dialog);
                let chrome = ChromeView {
                    link: Some(&link),
                    ..context.chrome
                };
                let context = PanelContext { chrome, ..context };
                ui::dialog::dialog_ui(ui, &context, &mut Commands::default());
            };
            let harness = harness(world(lang), size, draw);
            let window = Rect::from_min_size(egui::Pos2::ZERO, size.into());
            nothing_reaches_beyond(&harness, window, &format!("{dialog:?} in {lang}"));
        }
    }
}

#[test]
fn table_messages_and_work_lie_within_the_window() {
    let size = [900.0, 400.0];
    let window = Rect::from_min_size(egui::Pos2::ZERO, size.into());
    for lang in Lang::ALL {
        let messages = harness(world(lang), size, move |ui, world| {
            let mut notices = Notices::default();
            notices.post(Tone::Error, word(lang, "n"));
            let context = PanelContext {
                notices: &notices,
                ..world.context()
            };
            ui::notice::notices_ui(ui, &context, &mut Commands::default());
        });
        nothing_reaches_beyond(&messages, window, &format!("messages in {lang}"));
        let table = harness(world(lang).with_table(), size, |ui, world| {
            ui::table::table_ui(ui, &world.context(), &mut Commands::default());
        });
        let cells = table.query_all_by(|node| node.role() == Role::Cell);
        for cell in cells {
            let rect = cell.rect();
            assert!(rect.width() <= size[0] + 1.0, "{lang}: {rect}");
        }
    }
}

#[test]
fn menus_lie_within_the_window() {
    let size = [900.0, 500.0];
    let window = Rect::from_min_size(egui::Pos2::ZERO, size.into());
    for lang in Lang::ALL {
        let mut harness = harness(world(lang), size, |ui, world| {
            ui::menu::menu_ui(ui, &world.context(), &mut Commands::default());
        });
        let words = sahelscope::text::Catalogue::new(lang);
        harness.get_by_label(words.get("menu-file")).click();
        harness.run_steps(4);
        let recent = words.get("action-open-recent");
        harness.get_by_label_contains(recent).click();
        harness.run_steps(4);
        let file = word(lang, "f");
        let entry = harness.query_all_by_label_contains(&file).next().unwrap();
        assert!(entry.accesskit_node().label().unwrap().contains(&file));
        nothing_reaches_beyond(&harness, window, &format!("menu in {lang}"));
    }
}
