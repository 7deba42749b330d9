//! Related records, other properties, and the record as it stands in the file.

use egui::{Frame, Id, Margin, Ui, vec2};

use crate::{
    command::{Commands, ViewCommand},
    model::{Layer, RowId},
    query::marks::Certainty,
    text::args,
    theme::{Colour, fonts::icon, size},
    typeset::{self, Text},
    ui::{
        PanelContext,
        kit::{self, RecordRow, Section},
    },
};

use super::{
    card::{Card, RecordLink, raw_properties},
    lines::{code_ui, hairline, heading_ui, own},
};

/// Width of the names of other properties, in points.
const NAME: f32 = 110.0;

pub(super) fn related_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    card: &Card,
    commands: &mut Commands,
) {
    if card.related.is_empty() {
        return;
    }
    heading_ui(ui, context, "card-related", None);
    // The ground under the pointer reaches out, so that marks stand under the heading.
    let out = Frame::NONE.outer_margin(Margin::symmetric(-(size::GAP as i8), 0));
    out.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        for link in &card.related {
            link_ui(ui, context, link, commands);
        }
    });
}

fn link_ui(ui: &mut Ui, context: &PanelContext<'_>, link: &RecordLink, commands: &mut Commands) {
    let Some(row) = link.row else {
        missing_ui(ui, context, link);
        return;
    };
    let item = RecordRow {
        row,
        layer: link.layer.clone().unwrap_or(Layer::Context),
        title: link.title.text.clone(),
        below: link
            .date
            .iter()
            .fold(link.relationship.clone(), |below, date| {
                format!("{below} · {date}")
            }),
        certainty: Certainty::Certain,
    };
    kit::record_row(ui, context, &item, commands);
}

/// A record that another file would have to bring.
fn missing_ui(ui: &mut Ui, context: &PanelContext<'_>, link: &RecordLink) {
    let text = context.words.with(
        "related-jump",
        args!(relationship: &link.relationship, title: &link.title.text),
    );
    let frame = Frame::NONE.inner_margin(Margin::symmetric(size::GAP as i8, 4));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(own(context, &text));
        let hint = Text::new(context.words.get("card-not-here"));
        ui.add(hint.small().weak().block());
    });
}

pub(super) fn others_ui(ui: &mut Ui, context: &PanelContext<'_>, card: &Card) {
    if card.others.is_empty() {
        return;
    }
    ui.add_space(size::GAP);
    let section = Section {
        id: "others",
        title: context.words.get("card-others"),
        is_open: false,
    };
    let count = |ui: &mut Ui| {
        ui.add(
            Text::new(&context.words.number(card.others.len() as f64))
                .small()
                .weak(),
        );
    };
    kit::section(ui, context, section, count, |ui| {
        for (index, (name, value)) in card.others.iter().enumerate() {
            if index > 0 {
                hairline(ui, context);
            }
            property_ui(ui, context, name, value);
        }
    });
}

fn property_ui(ui: &mut Ui, context: &PanelContext<'_>, name: &str, value: &str) {
    kit::block_row(ui, kit::row_top(context.words), 0.0, |ui| {
        ui.spacing_mut().item_spacing.x = size::GAP;
        let column = kit::column(context.words);
        ui.allocate_ui_with_layout(vec2(NAME, 0.0), column, |ui| {
            ui.set_width(NAME);
            ui.add(Text::new(name).mono().weak().block());
        });
        let rest = ui.available_width();
        ui.allocate_ui_with_layout(vec2(rest, 0.0), column, |ui| {
            ui.add(Text::new(value).small().block());
        });
    });
}

pub(super) fn raw_ui(ui: &mut Ui, context: &PanelContext<'_>, row: RowId, commands: &mut Commands) {
    if raw(ui, context, row).is_empty() {
        return;
    }
    ui.add_space(size::GAP);
    let section = Section {
        id: "raw",
        title: context.words.get("card-raw"),
        is_open: false,
    };
    let mut is_copied = false;
    let copy = |ui: &mut Ui| {
        ui.visuals_mut().widgets.inactive.weak_bg_fill = Colour::TRANSPARENT;
        let name = context.words.get("record-copy-raw");
        is_copied = typeset::icon_button(ui, icon::COPY, name).clicked();
    };
    let text = raw(ui, context, row);
    kit::section(ui, context, section, copy, |ui| code_ui(ui, context, &text));
    if is_copied {
        commands.push(ViewCommand::Copy {
            text: text.to_string(),
            notice: "copied-raw",
        });
    }
}

fn raw(ui: &Ui, context: &PanelContext<'_>, row: RowId) -> std::sync::Arc<String> {
    let key = (context.document.dataset.revision(), row);
    kit::memo(ui.ctx(), Id::unique("inspector raw"), key, || {
        raw_properties(context.document.dataset, row)
    })
}
