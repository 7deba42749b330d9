//! The map as a panel: it shows the [`MapView`], lays controls and cards over it and turns what was
//! done there into commands.

mod badges;
mod card;
mod carry;
mod controls;
mod draw;
mod empty;
pub(in crate::ui) mod legend;
mod list;
mod put;
mod sketch;
mod words;

use crate::model::RowId;
use egui::{Frame, Margin, Pos2, Ui};

use crate::{
    command::{Commands, EditCommand, MapCommand, SelectCommand},
    data::mercator::degrees_from_unit,
    map::{Click, Hit, MapInput, MapOutput, MapView},
    theme::{Theme, size},
};

use super::{PanelContext, context_menu, kit};

/// Stacks of more records than this are flown to rather than opened, where that parts them.
const SPIDERFIED_AT_MOST: usize = 40;

/// Whether the list of the records of a place is open on the map.
#[must_use]
pub fn is_list_open(ctx: &egui::Context) -> bool {
    list::is_cell_list_shown(ctx)
}

/// Shows the map in all the room of `ui`.
pub fn map_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    view: &mut MapView,
    commands: &mut Commands,
) {
    // What is filtered by is on the map alone already.
    let found = context.answers.found;
    let is_searching = found.typed != context.document.filter.text;
    let input = MapInput {
        found: if is_searching { found.rows } else { &[] },
        dataset: context.document.dataset,
        visible: context.answers.visible,
        engine: context.answers.engine,
        filter: context.document.filter,
        selection: context.document.selection,
        theme: context.theme,
        words: context.words,
        density: context.answers.density,
        overlays: &context.settings.overlays,
    };
    let before = context.document.compared.map(|compared| MapInput {
        visible: compared.visible,
        filter: compared.filter,
        ..input
    });
    // As the last frame had them: they take their line from the map before it is drawn.
    legend::legend_ui(ui, context, &view.legends);
    let rect = ui.available_rect_before_wrap();
    view.covered = controls::rects(context, rect).to_vec();
    let output = view.show_beside(ui, &input, before.as_ref());
    if output.wants_all {
        commands.push(MapCommand::FitAll);
    }
    point(view, &output, commands);
    if let Some(drawing) = view.drawing() {
        draw::draw_ui(ui, context, drawing, &output, commands);
    } else if let Some(sketch) = view.sketch() {
        sketch::sketch_ui(ui, context, sketch, &output, commands);
    } else if !put::put(ui, context, &output, commands) {
        click(context, view, &output, commands);
        menu(context, view, &output, commands);
    }
    let is_drawing = view.drawing().is_some() || view.sketch().is_some();
    if !is_drawing {
        carry::carry_ui(ui, context, &output, commands);
    }
    let rect = output.viewport.rect;
    controls::controls_ui(ui, context, rect, commands);
    words::words_ui(ui, context, rect, commands);
    badges::badges_ui(ui, context, &output, commands);
    empty::empty_ui(ui, context, &output, commands);
    let is_empty = empty::is_shown(context, &output);
    keep_legends(ui, view, &output, is_empty);
    let listed = view
        .listed()
        .map(|cell| (cell, output.viewport.rect_of(cell)));
    list::cell_ui(ui, context, listed, commands);
    if let Some(hit) = &output.hovered
        && !egui::Popup::is_any_open(ui.ctx())
        && !is_drawing
    {
        card::card_ui(ui, context, hit, rect);
    }
}

/// Whether keys are meant for what is drawn on the map: nothing else has the keyboard, and nothing lies on top.
fn has_keys(ui: &Ui, context: &PanelContext<'_>, output: &MapOutput) -> bool {
    let focused = ui.memory(egui::Memory::focused);
    focused.is_none_or(|it| it == output.response.id)
        && context.chrome.dialog.is_none()
        && !egui::Popup::is_any_open(ui.ctx())
}

/// Keeps what the looks on the map mean for the next frame; nothing has to be explained where nothing is to be seen.
fn keep_legends(ui: &Ui, view: &mut MapView, output: &MapOutput, is_empty: bool) {
    let legends = if is_empty { &[][..] } else { &output.legends };
    if view.legends != legends {
        view.legends = legends.to_vec();
        ui.ctx().request_repaint();
    }
}

/// Passes on which record the pointer is on, when that changes.
fn point(view: &mut MapView, output: &MapOutput, commands: &mut Commands) {
    let pointed = output.hovered.as_ref().and_then(Hit::only);
    if pointed != view.pointed {
        view.pointed = pointed;
        commands.push(SelectCommand::Hover(pointed));
    }
}

/// What the other button was pressed on.
#[derive(Clone, Copy)]
struct Pressed {
    row: Option<RowId>,
    at: geo::Point<f64>,
    on_screen: Pos2,
}

/// The menu of the other button: about the record that it was pressed on, else about the place.
fn menu(context: &PanelContext<'_>, view: &MapView, output: &MapOutput, commands: &mut Commands) {
    let response = &output.response;
    let id = response.id.with("menu");
    if response.secondary_clicked()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let pressed = Pressed {
            row: output.hovered.as_ref().and_then(Hit::only),
            at: degrees_from_unit(output.viewport.map_from_screen(pointer)),
            on_screen: pointer,
        };
        response.ctx.data_mut(|data| data.insert_temp(id, pressed));
    }
    let Some(pressed) = response.ctx.data(|data| data.get_temp::<Pressed>(id)) else {
        return;
    };
    kit::context_menu(response, context.words, |ui| {
        if let Some(row) = pressed.row {
            context_menu::row_ui(ui, context, row, commands);
        } else {
            new_record_ui(ui, context, output, pressed.on_screen, commands);
            let pose = view.camera.pose();
            context_menu::place_ui(ui, context, pressed.at, pose, commands);
        }
    });
}

/// The entry that begins a record where the menu was opened.
fn new_record_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    output: &MapOutput,
    at: Pos2,
    commands: &mut Commands,
) {
    let name = context.words.get("menu-new-record-here");
    if kit::menu_entry(ui, context.words, name, None).clicked() {
        if let Some(at) = put::coordinates_at(&output.viewport, at) {
            commands.push(EditCommand::NewAt(at));
        }
        ui.close();
    }
}

fn click(context: &PanelContext<'_>, view: &MapView, output: &MapOutput, commands: &mut Commands) {
    match &output.clicked {
        None => {}
        Some(Click::Beside) if view.spiderfied().is_some() => {
            commands.push(MapCommand::Spiderfy(None));
        }
        Some(Click::Beside) => commands.push(SelectCommand::Clear),
        Some(Click::On(hit)) if hit.cell.is_some() => open_cell(context, hit, commands),
        Some(Click::On(hit)) => match (hit.only(), hit.rows.first()) {
            (Some(row), _) => commands.push(SelectCommand::Select(row)),
            (None, Some(first)) => open(context, view, hit, *first, commands),
            (None, None) => {}
        },
    }
}

/// Opens a stack, closes it when it is open, or flies to where a large one comes apart.
fn open(
    context: &PanelContext<'_>,
    view: &MapView,
    hit: &Hit,
    first: RowId,
    commands: &mut Commands,
) {
    let is_open = view.spiderfied().is_some_and(|row| hit.rows.contains(&row));
    let columns = context.document.dataset.columns();
    let reach = crate::query::extent::of_rows(columns, hit.rows.iter().copied());
    match reach {
        _ if is_open => commands.push(MapCommand::Spiderfy(None)),
        Some(bounds)
            if hit.rows.len() > SPIDERFIED_AT_MOST
                && bounds.width().max(bounds.height()) > 1e-3 =>
        {
            commands.push(MapCommand::Fit(bounds));
        }
        _ => commands.push(MapCommand::Spiderfy(Some(first))),
    }
}

/// Opens the records of a cell where they are few, and flies to where they part where they are many. Those
/// that no zooming parts are a list.
fn open_cell(context: &PanelContext<'_>, hit: &Hit, commands: &mut Commands) {
    let Some(cell) = hit.cell else {
        return;
    };
    let columns = context.document.dataset.columns();
    let rows = context
        .answers
        .engine
        .rows_of(cell, context.document.filter, SPIDERFIED_AT_MOST);
    let reach = crate::query::extent::of_rows(columns, rows.iter().copied());
    let parts = reach.is_some_and(|bounds| bounds.width().max(bounds.height()) > 1e-3);
    match rows.first() {
        Some(first) if hit.count <= SPIDERFIED_AT_MOST => {
            commands.push(MapCommand::Spiderfy(Some(*first)));
        }
        Some(_) if parts => commands.push(MapCommand::Fit(crate::query::extent::of_cell(cell))),
        Some(_) => commands.push(MapCommand::List(Some(cell))),
        None => {}
    }
}

/// The ground of what floats over the map.
fn floating(theme: &Theme, margin: i8) -> Frame {
    let palette = theme.palette;
    Frame::new()
        .fill(palette.surface)
        .stroke(egui::Stroke::new(1.0, palette.outline))
        .corner_radius(size::CARD_CORNER)
        .inner_margin(Margin::same(margin))
        .shadow(egui::Shadow {
            offset: [0, 2],
            blur: 8,
            spread: 0,
            color: palette.shadow.gamma_multiply(0.6),
        })
}
