//! Every panel, dialog and menu in the three languages: English and Arabic by day, French by night.
//!
//! One picture for each part and language, no larger than the part. What a part needs to be seen at its
//! fullest is prepared in [`panels`], [`dialogs`] and [`menus`].
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod dialogs;
mod menus;
mod panels;

use crate::support;
use crate::support::world::World;
use egui::Ui;
use egui_kittest::Harness;
use sahelscope::{
    command::Commands,
    io::{Watch, read::read_part},
    model::Lang,
    store::{Dataset, PartSource},
    text::Words,
    theme::Shade,
    ui::Scene,
};

/// A part of the window as a test drives it.
type Part = Harness<'static, World>;

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
    D: Fn(&mut Ui, &Scene<'_>, &mut Commands) + Clone + 'static,
    P: Fn(&mut Part, &Words),
{
    /// Compares it with its picture in each language; `world` says what it shows.
    fn in_each_language(self, world: impl Fn(Lang) -> World) {
        if !support::can_draw() {
            return;
        }
        let mut results = egui_kittest::SnapshotResults::new();
        for lang in Lang::ALL {
            let shade = if lang == Lang::Fr {
                Shade::Dark
            } else {
                Shade::Light
            };
            let world = world(lang).speaking(lang).in_shade(shade);
            let mut part = self.part(world);
            (self.prepare)(&mut part, &Words::new(lang));
            part.run_steps(30);
            results.add(part.try_snapshot(format!("gallery-{}-{}", self.name, lang.code())));
        }
    }

    fn part(&self, world: World) -> Part {
        let draw = self.draw.clone();
        let mut part = support::themed(world.theme, self.size)
            .with_step_dt(1.0 / 60.0)
            .wgpu()
            .build_ui_state(
                move |ui, world: &mut World| {
                    let mut commands = Commands::default();
                    draw(ui, &world.scene(), &mut commands);
                    world.obey(&mut commands);
                },
                world,
            );
        part.run_steps(4);
        part
    }
}

/// Nothing has to be done before a part is seen.
const fn as_it_is(_: &mut Part, _: &Words) {}

/// What a file of this name and text makes.
fn file(name: &str, text: &str) -> Dataset {
    let source = PartSource::File(name.into());
    let part = read_part(name, source, text.as_bytes().to_vec(), &Watch::nobody());
    Dataset::from_parts(vec![part.unwrap()])
}
