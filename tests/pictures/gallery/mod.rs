//! Every panel, dialog and menu: what it says in the three languages, and a picture in one of them.
//!
//! A picture is no larger than the part; English and Arabic are drawn by day, French by night. What a part
//! needs to be seen at its fullest is prepared in [`panels`], [`dialogs`] and [`menus`].
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod dialogs;
mod menus;
mod panels;

use std::fmt::Write as _;

use crate::support::world::World;
use crate::support::{self, outline};
use egui::Ui;
use egui_kittest::{Harness, SnapshotOptions};
use sahelscope::{
    command::Commands,
    data::{Dataset, FileOrigin},
    io::{Watch, read::read_part},
    model::Lang,
    text::Catalogue,
    theme::Shade,
    ui::PanelContext,
};

/// Pixels at the edges of shapes that a driver without a graphics card may round otherwise from run to run.
const EDGES: usize = 8;

/// A part of the window as a test drives it.
type DrawnPart = Harness<'static, World>;

/// What a part looks like in each language.
struct Look<D, P> {
    /// The beginning of the names of its pictures.
    name: &'static str,
    /// Width and height of the pictures in points.
    size: [f32; 2],
    /// Draws it.
    draw: D,
    /// Brings it where it is to be seen.
    prepare: P,
}

impl<D, P> Look<D, P>
where
    D: Fn(&mut Ui, &PanelContext<'_>, &mut Commands) + Clone + 'static,
    P: Fn(&mut DrawnPart, &Catalogue),
{
    /// Compares what it says in each language, and its picture in the language `drawn_in` (`None`: its words say
    /// it all); `world` says what it shows.
    fn compare(self, drawn_in: Option<Lang>, world: impl Fn(Lang) -> World) {
        let mut said = String::new();
        for lang in Lang::ALL {
            let is_drawn = drawn_in == Some(lang);
            let mut part = self.part(world(lang), lang, is_drawn && support::can_draw());
            let _ = writeln!(said, "# {}", lang.code());
            said.push_str(&outline::outline(&part));
            if is_drawn && support::can_draw() {
                let options = SnapshotOptions::new().max_failed_pixels(EDGES);
                part.snapshot_options(format!("gallery-{}", self.name), &options);
            }
        }
        outline::compare(&format!("gallery-{}", self.name), &said);
    }

    /// The part in a language, brought where it is to be seen.
    fn part(&self, world: World, lang: Lang, is_drawn: bool) -> DrawnPart {
        let shade = if lang == Lang::Fr {
            Shade::Dark
        } else {
            Shade::Light
        };
        let world = world.speaking(lang).in_shade(shade);
        let mut part = self.begun(world, is_drawn);
        (self.prepare)(&mut part, &Catalogue::new(lang));
        part.run_steps(30);
        part
    }

    fn begun(&self, world: World, is_drawn: bool) -> DrawnPart {
        let draw = self.draw.clone();
        let mut part = support::themed(world.theme(), self.size).with_step_dt(1.0 / 60.0);
        if is_drawn {
            part = part.wgpu();
        }
        let mut part = part.build_ui_state(
            move |ui, world: &mut World| {
                let mut commands = Commands::default();
                draw(ui, &world.context(), &mut commands);
                world.obey(&mut commands);
            },
            world,
        );
        part.run_steps(4);
        part
    }
}

/// Nothing has to be done before a part is seen.
const fn as_it_is(_: &mut DrawnPart, _: &Catalogue) {}

/// What a file of this name and text makes.
fn file(name: &str, text: &str) -> Dataset {
    let source = FileOrigin::File(name.into());
    let part = read_part(name, source, text.as_bytes().to_vec(), &Watch::nobody());
    Dataset::from_parts(vec![part.unwrap()])
}
