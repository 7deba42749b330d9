//! Which column of a foreign file stands for which field: what was guessed, what the first records
//! become by it, what nobody can know without asking, and what is kept aside.

mod fields;
mod look;
mod preview;
mod questions;

use egui::{Frame, Margin, ScrollArea, Ui, vec2};

use crate::{
    command::{Commands, FileCommand},
    data::SourceFile,
    model::{Mapping, Preset},
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::header;
use look::Look;

/// Width of the first column of each list, in points.
const NAMES: f32 = 150.0;

pub(super) fn mapping_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    header(ui, context, commands, context.words.get("mapping-title"));
    let area = ScrollArea::vertical().auto_shrink([false, true]);
    kit::scroll(ui, context.words, area, |ui| {
        // Room for the bar.
        let mut margin = Margin::ZERO;
        if kit::is_rtl(context.words) {
            margin.left = size::MARGIN as i8;
        } else {
            margin.right = size::MARGIN as i8;
        }
        let room = Frame::NONE.inner_margin(margin);
        room.show(ui, |ui| parts_ui(ui, context, commands));
    });
}

fn parts_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    ui.with_layout(kit::column(context.words), |ui| {
        ui.set_width(ui.available_width());
        for (index, part) in context.document.dataset.parts().iter().enumerate() {
            ui.push_id(index, |ui| part_ui(ui, context, commands, index, part));
            ui.add_space(size::GROUP);
        }
    });
}

fn part_ui(
    ui: &mut Ui,
    context: &PanelContext,
    commands: &mut Commands,
    index: usize,
    part: &SourceFile,
) {
    let words = context.words;
    typeset::heading(ui, &part.name);
    let (dated, n) = context.document.dataset.dated(index);
    typeset::weak(ui, &words.with("mapping-dated", args!(dated: dated, n: n)));
    if part.follows_profile() {
        typeset::paragraph(ui, words.get("mapping-profile"));
        return;
    }
    let look = Look::of(ui.ctx(), context.document.dataset, index, part);
    let mut asked = None;
    questions::questions_ui(ui, context, part, &look, &mut asked);
    ui.add_space(size::GAP);
    preset_ui(ui, context, part, &look, &mut asked);
    preview::preview_ui(ui, context, index);
    ui.add_space(size::GAP);
    fields::fields_ui(ui, context, part, &look, &mut asked);
    extras_ui(ui, context, part, &look, &mut asked);
    if let Some(mapping) = asked {
        commands.push(FileCommand::SetMapping {
            part: index,
            mapping,
        });
    }
}

/// The known dataset that the file is read as.
fn preset_ui(
    ui: &mut Ui,
    context: &PanelContext,
    part: &SourceFile,
    look: &Look,
    asked: &mut Option<Mapping>,
) {
    let words = context.words;
    let own = words.get("mapping-no-preset");
    let preset = part.mapping.preset();
    named(ui, context, words.get("mapping-preset"), |ui| {
        let choice = kit::Choice {
            name: words.get("mapping-preset"),
            chosen: match preset {
                Some(preset) => preset.title(),
                None => own,
            },
            width: 220.0,
        };
        kit::choice(ui, words, choice, |ui| {
            if kit::list_entry(ui, words, own, None, preset.is_none()).clicked() {
                *asked = Some(Mapping::guess(&look.columns));
            }
            for offered in Preset::ALL {
                let is_chosen = preset == Some(offered);
                if kit::list_entry(ui, words, offered.title(), None, is_chosen).clicked() {
                    let names: Vec<&str> = look.names().collect();
                    *asked = Some(Mapping::of_preset(offered, &names));
                }
            }
        });
        if let Some(table) = &part.table {
            ui.add(Text::new(table.encoding).small().weak());
        }
    });
}

/// A row with a name at its beginning.
fn named<R>(
    ui: &mut Ui,
    context: &PanelContext,
    name: &str,
    contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    kit::line(ui, context.words, |ui| {
        ui.allocate_ui_with_layout(vec2(NAMES, size::TARGET), kit::row(context.words), |ui| {
            ui.set_width(NAMES);
            ui.add(Text::new(name).truncate());
        });
        contents(ui)
    })
}

/// What has no place in the profile, and what the preset leaves out.
fn extras_ui(
    ui: &mut Ui,
    context: &PanelContext,
    part: &SourceFile,
    look: &Look,
    asked: &mut Option<Mapping>,
) {
    let words = context.words;
    if !look.extras.is_empty() {
        ui.add_space(size::GAP);
        let names = look.extras.join(", ");
        let kept = words.with("mapping-extras", args!(columns: names.as_str()));
        ui.add(Text::new(&kept).small().weak().block());
    }
    let mut shows = part.mapping.shows_withheld;
    if shows || !look.withheld.is_empty() {
        let withheld = part.mapping.preset().map_or(&[][..], Preset::withheld);
        let names = withheld.join(", ");
        let name = words.with("mapping-withheld", args!(columns: names.as_str()));
        if typeset::toggle(ui, &mut shows, &name).changed() {
            let mut mapping = part.mapping.clone();
            mapping.shows_withheld = shows;
            *asked = Some(mapping);
        }
    }
}
