//! What was understood of each file, as `check` says it: format, which column became what and why, how many records
//! have a date and a place, what they become, and what is in doubt, each doubt with the answers that settle it.

mod answers;
mod fields;
mod preview;
mod questions;
mod said;
mod typed;

use egui::{Frame, Margin, ScrollArea, Ui, vec2};

use crate::{
    command::{Commands, FileCommand},
    data::{SourceFile, Understood},
    model::{Mapping, Preset},
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::{above_done, done_ui, header};

/// Width of the first column of each list, and of what there is to choose or to type, in points.
const NAMES: f32 = 150.0;
const CHOICES: f32 = 220.0;

/// A file, and what was understood of it.
#[derive(Clone, Copy)]
struct Looked<'a> {
    index: usize,
    part: &'a SourceFile,
    understood: &'a Understood,
}

impl Looked<'_> {
    /// The mapping of the file with a change.
    fn changed(&self, change: impl FnOnce(&mut Mapping)) -> Mapping {
        let mut mapping = self.part.mapping.clone();
        change(&mut mapping);
        mapping
    }
}

pub(super) fn mapping_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    header(ui, context, commands, context.words.get("mapping-title"));
    let area = ScrollArea::vertical()
        .auto_shrink(false)
        .max_height(above_done(ui));
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
    done_ui(ui, context, commands);
}

fn parts_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    ui.with_layout(kit::column(context.words), |ui| {
        ui.set_width(ui.available_width());
        let dataset = context.document.dataset;
        for (index, part) in dataset.parts().iter().enumerate() {
            let Some(understood) = dataset.understood(index) else {
                continue;
            };
            let looked = Looked {
                index,
                part,
                understood,
            };
            ui.push_id(index, |ui| part_ui(ui, context, commands, looked));
            ui.add_space(size::GROUP);
        }
    });
}

fn part_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands, looked: Looked) {
    let words = context.words;
    let Looked {
        index,
        part,
        understood,
    } = looked;
    typeset::heading(ui, context.document.dataset.file_name(index));
    let report = words.with(
        "mapping-report",
        args!(
            format: understood.format, encoding: understood.encoding, n: understood.records,
            dated: understood.dated, placed: understood.placed
        ),
    );
    ui.add(Text::new(&report).weak().block());
    sheet_ui(ui, context, commands, looked);
    let mut asked = None;
    questions::questions_ui(ui, context, looked, &mut asked);
    if part.follows_profile() {
        typeset::paragraph(ui, words.get("mapping-profile"));
        preview::preview_ui(ui, context, index);
        return;
    }
    ui.add_space(size::GAP);
    preset_ui(ui, context, looked, &mut asked);
    preview::preview_ui(ui, context, index);
    ui.add_space(size::GAP);
    fields::fields_ui(ui, context, looked, &mut asked);
    extras_ui(ui, context, looked, &mut asked);
    said::said_ui(ui, context, looked, &mut asked);
    if let Some(mapping) = asked {
        commands.push(FileCommand::SetMapping {
            part: index,
            mapping,
        });
    }
}

/// The sheets of a workbook.
fn sheet_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands, looked: Looked) {
    let Some(sheets) = &looked.part.sheets else {
        return;
    };
    let words = context.words;
    let name = words.get("mapping-sheet");
    named(ui, context, name, |ui| {
        let choice = kit::Choice {
            name,
            chosen: sheets.name(),
            width: CHOICES,
        };
        kit::choice(ui, words, choice, |ui| {
            for (number, sheet) in sheets.names.iter().enumerate() {
                let is_read = number == sheets.read;
                if kit::list_entry(ui, words, sheet, None, is_read).clicked() && !is_read {
                    commands.push(FileCommand::SetSheet {
                        part: looked.index,
                        sheet: sheet.clone(),
                    });
                }
            }
        });
    });
}

/// The known dataset that the file is read as.
fn preset_ui(ui: &mut Ui, context: &PanelContext, looked: Looked, asked: &mut Option<Mapping>) {
    let words = context.words;
    let own = words.get("mapping-no-preset");
    let preset = looked.part.mapping.preset();
    named(ui, context, words.get("mapping-preset"), |ui| {
        let choice = kit::Choice {
            name: words.get("mapping-preset"),
            chosen: match preset {
                Some(preset) => preset.title(),
                None => own,
            },
            width: CHOICES,
        };
        kit::choice(ui, words, choice, |ui| {
            if kit::list_entry(ui, words, own, None, preset.is_none()).clicked() {
                *asked = Some(looked.part.guessed_mapping());
            }
            for offered in Preset::ALL {
                let is_chosen = preset == Some(offered);
                if kit::list_entry(ui, words, offered.title(), None, is_chosen).clicked() {
                    let names = looked.understood.columns.iter();
                    let names: Vec<&str> = names.map(|it| it.name.as_str()).collect();
                    *asked = Some(Mapping::of_preset(offered, &names));
                }
            }
        });
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
fn extras_ui(ui: &mut Ui, context: &PanelContext, looked: Looked, asked: &mut Option<Mapping>) {
    let words = context.words;
    let Looked {
        part, understood, ..
    } = looked;
    if !understood.extras.is_empty() {
        ui.add_space(size::GAP);
        let names = understood.extras.join(words.get("list-separator"));
        let kept = words.with("mapping-extras", args!(columns: names.as_str()));
        ui.add(Text::new(&kept).small().weak().block());
    }
    let mut shows = part.mapping.shows_withheld;
    if shows || !understood.withheld.is_empty() {
        let withheld = part.mapping.preset().map_or(&[][..], Preset::withheld);
        let names = withheld.join(words.get("list-separator"));
        let name = words.with("mapping-withheld", args!(columns: names.as_str()));
        if typeset::toggle(ui, &mut shows, &name).changed() {
            *asked = Some(looked.changed(|mapping| mapping.shows_withheld = shows));
        }
    }
}
