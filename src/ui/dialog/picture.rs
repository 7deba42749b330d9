//! What a picture of the map is to look like, with a preview of what comes out.

use egui::{
    Id, Image, Key, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, load::SizedTexture, vec2,
};

use crate::{
    command::{Commands, Exported, FileCommand, PictureCommand, PictureOptions, ViewCommand},
    model::Lang,
    text::args,
    theme::{Shade, size},
    typeset::{self, Text, TextField},
    ui::picture::{PRESETS, SCALES, SIDES, can_be_drawn},
};

use super::{
    super::{PanelContext, PictureView, kit},
    header,
    option_row::{OptionRow, option_row},
};

/// Width of the column of options, in points.
const OPTIONS: f32 = 400.0;
/// Width of the names of options, in points.
const NAMES: f32 = 96.0;
/// Width of a field of a number, in points.
const NUMBER: f32 = 74.0;
/// Height of the room for the preview, in points.
const PREVIEW: f32 = 300.0;
/// How much finer one step makes a picture.
const STEP: f64 = 0.5;

pub(super) fn picture_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    // Asked before the fields take their keys: Enter in one of them ends what is typed there.
    let is_entered = is_entered(ui);
    header(ui, context, commands, words.get("picture-title"));
    let Some(view) = &context.chrome.picture else {
        return;
    };
    let mut options = view.options.clone();
    // The buttons stay in sight in a low window.
    let room = ui.available_height() - size::TARGET - 2.0 * size::GROUP;
    let area = ScrollArea::vertical()
        .auto_shrink(false)
        .max_height(room.max(size::TARGET));
    kit::scroll(ui, words, area, |ui| {
        sides_ui(ui, context, view, &mut options);
    });
    ui.add_space(size::GROUP);
    let is_possible = can_be_drawn(options.size, options.scale);
    if options != *view.options {
        commands.push(PictureCommand::Set(options));
    }
    buttons_ui(ui, context, commands, is_possible, is_entered);
}

/// The options and, beside them, what they make.
fn sides_ui(
    ui: &mut Ui,
    context: &PanelContext,
    view: &PictureView<'_>,
    options: &mut PictureOptions,
) {
    let words = context.words;
    kit::block_row(ui, kit::row_top(words), 0.0, |ui| {
        ui.spacing_mut().item_spacing.x = size::GROUP;
        ui.allocate_ui_with_layout(vec2(OPTIONS, 0.0), kit::column(words), |ui| {
            ui.set_width(OPTIONS);
            options_ui(ui, context, view, options);
        });
        let room = vec2(ui.available_width(), 0.0);
        ui.allocate_ui_with_layout(room, kit::column(words), |ui| {
            ui.set_width(room.x);
            preview_ui(ui, context, view);
        });
    });
}

fn buttons_ui(
    ui: &mut Ui,
    context: &PanelContext,
    commands: &mut Commands,
    is_possible: bool,
    is_entered: bool,
) {
    let words = context.words;
    kit::line(ui, words, |ui| {
        ui.add_enabled_ui(is_possible, |ui| {
            let save = kit::filled_button(ui, context, words.get("picture-save"));
            let save = typeset::hint(save, words.get("picture-save-hint"));
            if save.clicked() || (is_possible && is_entered) {
                commands.push(FileCommand::AskExport(Exported::Picture));
            }
            let copy = typeset::button(ui, words.get("picture-copy"));
            if typeset::hint(copy, words.get("picture-copy-hint")).clicked() {
                commands.push(PictureCommand::Copy);
            }
        });
        if typeset::button(ui, words.get("cancel")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
}

/// Whether Enter was pressed while nothing in the dialog has the keyboard: it does what the filled button does.
fn is_entered(ui: &Ui) -> bool {
    let is_free = ui.memory(|memory| memory.focused().is_none());
    is_free && ui.input(|input| input.key_pressed(Key::Enter))
}

fn options_ui(
    ui: &mut Ui,
    context: &PanelContext,
    view: &PictureView<'_>,
    options: &mut PictureOptions,
) {
    let words = context.words;
    sizes_ui(ui, context, view, options);
    named(ui, context, "picture-heading", |ui| {
        title_ui(ui, context, view, options);
    });
    named(ui, context, "picture-legend", |ui| {
        if kit::switch(ui, context, options.has_legend, words.get("picture-legend")).clicked() {
            options.has_legend ^= true;
        }
    });
    named(ui, context, "picture-language", |ui| {
        for lang in Lang::ALL {
            let is_chosen = options.lang == lang;
            if kit::chip(ui, context, None, words.language(lang), is_chosen).clicked() {
                options.lang = lang;
            }
        }
    });
    named(ui, context, "settings-theme", |ui| {
        for (key, shade) in [("theme-light", Shade::Light), ("theme-dark", Shade::Dark)] {
            if kit::chip(ui, context, None, words.get(key), options.shade == shade).clicked() {
                options.shade = shade;
            }
        }
    });
    views_ui(ui, context, options);
}

/// Sizes to choose from, and any other; what they come to in pixels.
fn sizes_ui(
    ui: &mut Ui,
    context: &PanelContext,
    view: &PictureView<'_>,
    options: &mut PictureOptions,
) {
    let words = context.words;
    named(ui, context, "picture-size", |ui| {
        let window = ("picture-window", view.window, 1.0);
        for (key, size, scale) in [window].into_iter().chain(PRESETS) {
            let is_chosen = is_near(options, size, scale);
            if kit::chip(ui, context, None, words.get(key), is_chosen).clicked() {
                (options.size, options.scale) = (size, scale);
            }
        }
    });
    named(ui, context, "picture-points", |ui| {
        let [width, height] = &mut options.size;
        number_ui(ui, context, "picture-width", width);
        number_ui(ui, context, "picture-height", height);
    });
    named(ui, context, "picture-scale", |ui| {
        let field = kit::Number {
            id: Id::unique("picture scale"),
            name: words.get("picture-scale"),
            hint: words.get("picture-scale-hint"),
            range: f64::from(*SCALES.start())..=f64::from(*SCALES.end()),
            width: NUMBER,
            next: |scale, is_up| scale + if is_up { STEP } else { -STEP },
        };
        if let Some(scale) = kit::number_field(ui, context, &field, f64::from(options.scale)) {
            options.scale = scale as f32;
        }
    });
    let [width, height] = options
        .size
        .map(|side| f64::from((side * options.scale).round()));
    let args = args!(width: width, height: height);
    if can_be_drawn(options.size, options.scale) {
        let pixels = words.with("picture-pixels", args);
        ui.add(Text::new(&pixels).small().weak().block());
    } else {
        let sentence = words.with("picture-too-large", args);
        let colour = context.theme.palette.error;
        ui.add(Text::new(&sentence).small().colour(colour).block());
    }
}

/// Whether a picture has this size.
fn is_near(options: &PictureOptions, size: [f32; 2], scale: f32) -> bool {
    let offset = (Vec2::from(options.size) - Vec2::from(size)).length();
    offset < 0.5 && (options.scale - scale).abs() < 1e-3
}

fn number_ui(ui: &mut Ui, context: &PanelContext, key: &'static str, side: &mut f32) {
    let field = kit::Number {
        id: Id::unique(("picture side", key)),
        name: context.words.get(key),
        hint: context.words.get(key),
        range: f64::from(*SIDES.start())..=f64::from(*SIDES.end()),
        width: NUMBER,
        next: kit::next_whole,
    };
    if let Some(changed) = kit::number_field(ui, context, &field, f64::from(*side)) {
        *side = changed.round() as f32;
    }
}

fn title_ui(
    ui: &mut Ui,
    context: &PanelContext,
    view: &PictureView<'_>,
    options: &mut PictureOptions,
) {
    let words = context.words;
    let mut text = view.title.to_owned();
    let id = Id::unique("picture title");
    let changed = TextField::new(id, &mut text, words.get("picture-heading"))
        .hint(words.get("picture-no-title"))
        .show(ui)
        .changed();
    if changed && text != view.title {
        options.title = Some(text);
    }
}

/// What the window shows, or a bookmark.
fn views_ui(ui: &mut Ui, context: &PanelContext, options: &mut PictureOptions) {
    let words = context.words;
    let steps = context.document.briefing.steps();
    if steps.is_empty() {
        return;
    }
    let now = words.get("picture-now");
    let name = |index: usize| {
        let title = steps.get(index).map(|step| step.title.text(words.lang()));
        let title = title.filter(|title| !title.is_empty());
        title.map_or_else(|| words.number(index as f64 + 1.0), ToOwned::to_owned)
    };
    let chosen = options.bookmark.map_or_else(|| now.to_owned(), name);
    named(ui, context, "picture-view", |ui| {
        let choice = kit::Choice {
            name: words.get("picture-view"),
            chosen: &chosen,
            width: 220.0,
        };
        kit::choice(ui, words, choice, |ui| {
            if kit::list_entry(ui, words, now, None, options.bookmark.is_none()).clicked() {
                options.bookmark = None;
            }
            for index in 0..steps.len() {
                let is_chosen = options.bookmark == Some(index);
                if kit::list_entry(ui, words, &name(index), None, is_chosen).clicked() {
                    options.bookmark = Some(index);
                }
            }
        });
    });
}

/// What comes out, as large as there is room, and a word while a newer one is drawn. The room is the same before
/// there is a preview, so that nothing moves when it comes.
fn preview_ui(ui: &mut Ui, context: &PanelContext, view: &PictureView<'_>) {
    let words = context.words;
    let room = vec2(ui.available_width(), PREVIEW);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    if let Some(preview) = view.preview {
        let share = (room / preview.size).min_elem();
        let place = Rect::from_center_size(rect.center(), preview.size * share);
        let image = Image::from_texture(SizedTexture::new(preview.texture, place.size()));
        let name = words.get("picture-preview");
        let response = ui.put(place, image);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    }
    kit::line(ui, words, |ui| {
        ui.set_min_height(size::TARGET);
        if view.is_awaited && can_be_drawn(view.options.size, view.options.scale) {
            ui.spinner();
            typeset::small(ui, words.get("picture-drawing"));
        }
    });
}

/// A row with the name of an option at its beginning.
fn named(ui: &mut Ui, context: &PanelContext, key: &'static str, contents: impl FnOnce(&mut Ui)) {
    let row = OptionRow {
        key,
        name_width: NAMES,
        below: size::GRID,
    };
    option_row(ui, context, row, contents);
}
