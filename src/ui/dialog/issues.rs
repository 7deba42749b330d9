//! What is wrong with which record: a list that leads to each, and that can be copied.

use egui::{Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::{
    command::{Commands, SelectCommand, ViewCommand},
    data::FiledIssue,
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
};

use super::{
    super::{PanelContext, kit},
    header,
};

/// Shares of the width for record, field, reason and value.
const COLUMNS: [f32; 4] = [0.26, 0.16, 0.36, 0.22];
const ROW_HEIGHT: f32 = 30.0;

pub(super) fn issues_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    let issues = context.document.dataset.issues();
    header(ui, context, commands, words.get("issues-title"));
    if issues.is_empty() {
        typeset::paragraph(ui, words.get("issues-none"));
        return;
    }
    kit::line(ui, words, |ui| {
        typeset::strong(ui, &words.with("issues-count", args!(n: issues.len())));
        kit::line_end(ui, words, |ui| {
            if typeset::icon_button(ui, icon::COPY, words.get("issues-copy")).clicked() {
                commands.push(ViewCommand::Copy {
                    text: as_table(context),
                    notice: "issues-copied",
                });
            }
        });
    });
    ui.add(Text::new(words.get("issues-nothing-lost")).weak().block());
    ui.add_space(size::GAP);
    let headings = [
        "issues-record",
        "issues-field",
        "issues-reason",
        "issues-value",
    ];
    let headings = headings.map(|key| words.get(key).to_owned());
    row(ui, context, &headings, true);
    ui.separator();
    let area = ScrollArea::vertical().auto_shrink(false);
    kit::scroll_by(ui, context.words, area, |area, ui| {
        area.show_rows(ui, ROW_HEIGHT, issues.len(), |ui, shown| {
            for filed in issues.get(shown).unwrap_or_default() {
                let response = row(ui, context, &cells(context, filed), false);
                let value = &filed.issue.value;
                let response = if value.is_empty() {
                    response
                } else {
                    typeset::hint(response, value)
                };
                if let Some(row) = filed.row.filter(|_| response.clicked()) {
                    commands.push(ViewCommand::CloseDialog);
                    commands.push(SelectCommand::Reveal(row));
                }
            }
        })
    });
}

fn cells(context: &PanelContext, filed: &FiledIssue) -> [String; 4] {
    let words = context.words;
    [
        filed.row.map_or_else(
            || words.get("issues-whole-file").to_owned(),
            |row| context.document.dataset.name_of(row, words.content()),
        ),
        filed.issue.field.to_string(),
        words.issue(filed.issue.kind).to_owned(),
        filed.issue.value.to_string(),
    ]
}

fn row(
    ui: &mut Ui,
    context: &PanelContext,
    cells: &[String; 4],
    is_heading: bool,
) -> egui::Response {
    let width = ui.available_width();
    let (sense, role) = if is_heading {
        (Sense::hover(), Role::Label)
    } else {
        (Sense::click(), Role::Button)
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW_HEIGHT), sense);
    response.widget_info(|| WidgetInfo::labeled(role, true, cells.join(", ")));
    if response.hovered() && !is_heading {
        let fill = ui.visuals().widgets.hovered.bg_fill;
        ui.painter().rect_filled(rect, size::CORNER, fill);
    }
    let mut passed = 0.0;
    for (cell, share) in cells.iter().zip(COLUMNS) {
        let column_width = width * share;
        let left = if kit::is_rtl(context.words) {
            rect.right() - passed - column_width
        } else {
            rect.left() + passed
        };
        let column = egui::Rect::from_min_size(
            egui::pos2(left + size::GRID, rect.top()),
            vec2(column_width - size::GAP, ROW_HEIGHT),
        );
        let text = if is_heading {
            Text::new(cell).small().weak()
        } else {
            Text::new(cell)
        };
        let place = UiBuilder::new()
            .max_rect(column)
            .layout(kit::row(context.words));
        ui.scope_builder(place, |ui| ui.add(text.truncate()));
        passed += column_width;
    }
    response
}

/// The list as tab-separated lines, for a spreadsheet or a letter to whoever made the file.
fn as_table(context: &PanelContext) -> String {
    let lines = context.document.dataset.issues().iter().map(|filed| {
        let file = context
            .document
            .dataset
            .parts()
            .get(filed.part)
            .map_or("", |part| part.name.as_str());
        format!("{file}\t{}", cells(context, filed).join("\t"))
    });
    lines.collect::<Vec<_>>().join("\n")
}
