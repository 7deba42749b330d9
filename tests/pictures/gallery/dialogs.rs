//! Dialogs, each at the size that it takes where there is room.

use egui::{Key, Modifiers, Ui, accesskit::Role};
use egui_kittest::kittest::Queryable;
use sahelscope::{
    command::{Commands, Dialog, Exported, PathUse, PictureOptions},
    data::Comparison,
    io::ExistingFile,
    model::{self, Lang},
    text::Catalogue,
    ui::{self, ChromeView, PanelContext, PictureView, Preview, Reread},
    work::Progress,
};

use super::{DrawnPart, Look, as_it_is, file};
use crate::support::world::World;

/// Room beside and above a dialog, in points.
const AROUND: [f32; 2] = [100.0, 110.0];

/// A table whose columns have other names, with dates of which nobody knows whether the day is first.
const TABLE: &str = "event,when,lat,lon,مصدر,colour\n\
    Convoy seen,03/04/2023,16.27,-0.04,AFP,red\n\
    Base opened,25/04/2023,14.5,-4.2,RFI,\n";

/// A collection in which three things cannot be read.
const WRONG: &str = r#"{"type":"FeatureCollection","profile":"sahelscope/1","features":[
{"type":"Feature","id":"one","geometry":{"type":"Point","coordinates":[-4,14]},"properties":{"layer":"incident","title":"The first thing","title:fr":"La première chose","title:ar":"الأمر الأول","date":"03/04/2022","status":"certainly"}},
{"type":"Feature","id":"two","geometry":{"type":"Point","coordinates":[-400,14]},"properties":{"layer":"delivery","title":"The second thing","date":"2022-13"}}]}"#;

/// The same after somebody worked on it.
const LATER: &str = r#"{"type":"FeatureCollection","profile":"sahelscope/1","features":[
{"type":"Feature","id":"one","geometry":{"type":"Point","coordinates":[-4,14]},"properties":{"layer":"incident","title":"The first thing","title:fr":"La première chose","title:ar":"الأمر الأول","date":"2022-04-03","status":"claimed"}},
{"type":"Feature","id":"three","geometry":null,"properties":{"layer":"delivery","title":"The third thing","date":"2022-12"}}]}"#;

/// Looks at `dialog`, with a picture in the language `drawn_in`.
fn look(
    name: &'static str,
    drawn_in: Option<Lang>,
    dialog: Dialog,
    size: [f32; 2],
    world: impl Fn(Lang) -> World,
) {
    let look = Look {
        name,
        size: [size[0] + AROUND[0], size[1] + AROUND[1]],
        draw: move |ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands| {
            let link = model::link::read("https://example.org/reports/2022?page=3").unwrap();
            let context = asking(
                context,
                ChromeView {
                    dialog: Some(dialog),
                    link: Some(&link),
                    ..context.chrome
                },
            );
            ui::dialog::dialog_ui(ui, &context, commands);
        },
        prepare: as_it_is,
    };
    look.compare(drawn_in, world);
}

/// The same while `chrome` asks something.
const fn asking<'a>(context: &PanelContext<'a>, chrome: ChromeView<'a>) -> PanelContext<'a> {
    PanelContext { chrome, ..*context }
}

fn bundled(_: Lang) -> World {
    World::bundled()
}

#[test]
fn the_palette_of_actions() {
    look(
        "palette",
        Some(Lang::Ar),
        Dialog::Palette,
        [520.0, 460.0],
        bundled,
    );
}

#[test]
fn the_help() {
    look(
        "help",
        Some(Lang::Fr),
        Dialog::Help,
        [820.0, 620.0],
        bundled,
    );
}

#[test]
fn what_is_wrong_with_a_file() {
    let world = |_| World::of(file("wrong.geojson", WRONG));
    look(
        "issues",
        Some(Lang::En),
        Dialog::Issues,
        [900.0, 240.0],
        world,
    );
}

#[test]
fn the_fields_of_a_table() {
    let world = |_| World::of(file("events.csv", TABLE));
    look(
        "mapping",
        Some(Lang::Ar),
        Dialog::Mapping,
        [760.0, 620.0],
        world,
    );
}

#[test]
fn the_settings() {
    look(
        "settings",
        Some(Lang::Fr),
        Dialog::Settings,
        [600.0, 460.0],
        bundled,
    );
}

#[test]
fn the_credits() {
    look("about", None, Dialog::About, [520.0, 560.0], bundled);
}

#[test]
fn an_address_before_it_is_opened() {
    look("link", None, Dialog::Link, [440.0, 160.0], bundled);
}

/// The dialog of a path with one typed into it: what it suggests lies in the home of whoever runs it.
fn look_at_path(name: &'static str, drawn_in: Option<Lang>, purpose: PathUse) {
    let look = Look {
        name,
        size: [660.0, 320.0],
        draw: move |ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands| {
            let context = context.asking(Dialog::Path(purpose));
            ui::dialog::dialog_ui(ui, &context, commands);
        },
        prepare: |part: &mut DrawnPart, words: &Catalogue| {
            part.key_press_modifiers(Modifiers::COMMAND, Key::A);
            let name = words.get("path-label");
            let field = part.get_by_role_and_label(Role::TextInput, name);
            field.type_text("/home/you/2022/records.geojson");
            part.run_steps(4);
        },
    };
    look.compare(drawn_in, bundled);
}

#[test]
fn a_path_to_open() {
    look_at_path("path-open", None, PathUse::Open);
}

#[test]
fn a_path_to_export_to() {
    look_at_path(
        "path-export",
        Some(Lang::Ar),
        PathUse::Export(Exported::Shown),
    );
}

/// Something to see where the preview of a picture stands.
fn preview(ui: &Ui) -> Preview {
    let id = egui::Id::unique("preview of a test");
    let known: Option<egui::TextureHandle> = ui.data(|data| data.get_temp(id));
    let texture = known.unwrap_or_else(|| {
        let image = egui::ColorImage::filled([420, 262], egui::Color32::LIGHT_BLUE);
        let texture = ui
            .ctx()
            .load_texture("preview", image, egui::TextureOptions::LINEAR);
        ui.data_mut(|data| data.insert_temp(id, texture.clone()));
        texture
    });
    Preview {
        texture: texture.id(),
        size: texture.size_vec2(),
    }
}

#[test]
fn a_picture_of_the_map_before_it_is_drawn() {
    let look = Look {
        name: "picture",
        size: [960.0, 560.0],
        draw: |ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands| {
            let options = PictureOptions {
                lang: context.words.lang(),
                scale: 2.0,
                ..PictureOptions::of_size([1280.0, 800.0])
            };
            let title = sahelscope::ui::picture::title(context.document.dataset, options.lang);
            let picture = PictureView {
                options: &options,
                title: &title,
                window: [860.0, 540.0],
                preview: Some(preview(ui)),
                is_awaited: false,
            };
            let context = asking(
                context,
                ChromeView {
                    dialog: Some(Dialog::Picture),
                    picture: Some(picture),
                    ..context.chrome
                },
            );
            ui::dialog::dialog_ui(ui, &context, commands);
        },
        prepare: as_it_is,
    };
    look.compare(Some(Lang::Ar), bundled);
}

#[test]
fn a_file_that_would_be_replaced() {
    let look = Look {
        name: "overwrite",
        size: [580.0, 300.0],
        draw: |ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands| {
            let noon = std::time::Duration::from_hours(455_940);
            let standing = ExistingFile {
                file: "/home/you/2022/records.geojson".into(),
                bytes: 48_213,
                modified: Some(std::time::SystemTime::UNIX_EPOCH + noon),
            };
            let context = asking(
                context,
                ChromeView {
                    dialog: Some(Dialog::Overwrite),
                    standing: Some(&standing),
                    ..context.chrome
                },
            );
            ui::dialog::dialog_ui(ui, &context, commands);
        },
        prepare: as_it_is,
    };
    look.compare(None, bundled);
}

#[test]
fn what_has_changed_in_a_file() {
    let look = Look {
        name: "reload",
        size: [740.0, 560.0],
        draw: |ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands| {
            let later = file("wrong.geojson", LATER);
            let comparison =
                Comparison::of(context.document.dataset, &later, &Progress::unwatched()).unwrap();
            let reread = Reread {
                dataset: &later,
                comparison: &comparison,
            };
            let context = asking(
                context,
                ChromeView {
                    dialog: Some(Dialog::Reload),
                    reread: Some(reread),
                    ..context.chrome
                },
            );
            ui::dialog::dialog_ui(ui, &context, commands);
        },
        prepare: as_it_is,
    };
    look.compare(Some(Lang::En), |_| World::of(file("wrong.geojson", WRONG)));
}
