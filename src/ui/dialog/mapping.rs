//! Which property of a foreign file stands for which field, with what the first records hold there.

use std::sync::Arc;

use egui::{ComboBox, Grid, Id, ScrollArea, Ui};

use crate::{
    command::{Commands, FileCommand},
    model::Field,
    store::{Part, PropertySample},
    text::args,
    theme::size,
    typeset::{self, Text},
};

use super::{super::Scene, header};

pub(super) fn mapping_ui(ui: &mut Ui, scene: &Scene, commands: &mut Commands) {
    header(ui, scene, commands, scene.words.get("mapping-title"));
    ScrollArea::vertical().show(ui, |ui| {
        for (index, part) in scene.dataset.parts().iter().enumerate() {
            ui.push_id(index, |ui| part_ui(ui, scene, commands, index, part));
            ui.add_space(size::GROUP);
        }
    });
}

fn part_ui(ui: &mut Ui, scene: &Scene, commands: &mut Commands, index: usize, part: &Part) {
    let words = scene.words;
    typeset::heading(ui, &part.name);
    let (dated, n) = scene.dataset.dated(index);
    typeset::weak(ui, &words.with("mapping-dated", args!(dated: dated, n: n)));
    if part.follows_profile() {
        typeset::paragraph(ui, words.get("mapping-profile"));
        return;
    }
    typeset::paragraph(ui, words.get("mapping-explain"));
    ui.add_space(size::GAP);
    let samples = samples(ui, scene, (index, part));
    Grid::new("fields")
        .num_columns(3)
        .spacing([size::GROUP, size::GAP])
        .show(ui, |ui| {
            for key in ["mapping-field", "mapping-property", "mapping-sample"] {
                ui.add(Text::new(words.get(key)).small().weak());
            }
            ui.end_row();
            for field in Field::ALL {
                field_ui(ui, scene, commands, (index, part), field, &samples);
                ui.end_row();
            }
        });
}

/// The properties of a file, looked at once for each dataset.
fn samples(ui: &Ui, scene: &Scene, (index, part): (usize, &Part)) -> Arc<Vec<PropertySample>> {
    let id = Id::unique(("mapping-samples", index, scene.dataset.revision()));
    ui.data_mut(|data| {
        data.get_temp_mut_or_insert_with(id, || Arc::new(part.sample_properties()))
            .clone()
    })
}

fn field_ui(
    ui: &mut Ui,
    scene: &Scene,
    commands: &mut Commands,
    (index, part): (usize, &Part),
    field: Field,
    samples: &[PropertySample],
) {
    let words = scene.words;
    let name = words.get(field.key());
    let current = part.mapping.property(field);
    let nothing = words.get("mapping-nothing");
    typeset::label(ui, name);
    let mut chosen = None;
    let shown = typeset::widget_text(ui, current.unwrap_or(nothing));
    let combo = ComboBox::from_id_salt(field)
        .selected_text(shown)
        .width(190.0)
        .show_ui(ui, |ui| {
            if typeset::selectable(ui, current.is_none(), nothing).clicked() {
                chosen = Some(None);
            }
            for sample in samples {
                let is_current = current == Some(&sample.name);
                if typeset::selectable(ui, is_current, &sample.name).clicked() {
                    chosen = Some(Some(sample.name.as_str()));
                }
            }
        });
    combo
        .response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, name));
    let sample = samples
        .iter()
        .find(|sample| current == Some(&sample.name))
        .map_or_else(String::new, |sample| sample.values.join(" · "));
    ui.add(Text::new(&sample).small().weak().truncate());
    if let Some(property) = chosen {
        let mut mapping = part.mapping.clone();
        mapping.set(field, property);
        commands.push(FileCommand::SetMapping {
            part: index,
            mapping,
        });
    }
}
