//! A field for a name: typed, or chosen from the names of the dataset.

use egui::{
    CornerRadius, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use crate::{
    text::fold::fold,
    theme::size,
    typeset::Text,
    ui::{
        Scene,
        kit::{self, FieldResponse},
    },
};

/// Beyond this many records the names of the rest are not listed: that would read them all.
pub(super) const MOST_RECORDS_READ: usize = 5_000;
/// Names that the list shows.
const MOST_NAMES: usize = 100;

/// A name to choose, and how many records have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// What the filter asks for.
    pub(super) value: Box<str>,
    /// As the reader calls it.
    pub(super) shown: String,
    /// All its forms, for comparing.
    pub(super) folded: String,
    /// How many records have it.
    pub(super) records: usize,
}

/// Those that most records have first.
pub(super) fn sort(names: &mut [Name]) {
    names.sort_by(|a, b| {
        let by_records = b.records.cmp(&a.records);
        by_records.then_with(|| a.folded.cmp(&b.folded))
    });
}

/// Draws the field with what is `asked`; the new text when it was typed or chosen.
pub(super) fn picker_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    field: kit::Field<'_>,
    asked: &str,
    names: &[Name],
) -> Option<String> {
    let response = kit::text_field(ui, scene, field, asked);
    let chosen = list_ui(scene, (&response, field.name), asked, names);
    chosen.or(response.changed)
}

/// The names that fit what is typed, below the field while it is being used.
fn list_ui(
    scene: &Scene<'_>,
    (field, title): (&FieldResponse, &str),
    asked: &str,
    names: &[Name],
) -> Option<String> {
    let typed = fold(asked);
    // When a whole name stands in the field, the others are offered again.
    let is_whole = names.iter().any(|name| *name.value == *asked);
    let fits = |name: &&Name| is_whole || name.folded.contains(&typed);
    if !names.iter().any(|name| fits(&name)) {
        return None;
    }
    let mut chosen = None;
    Popup::from_response(&field.editor)
        .anchor(field.rect)
        .open_memory(field.editor.has_focus().then_some(true.into()))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(title)
        .width(field.rect.width())
        .show(|ui| {
            ui.set_width(field.rect.width() - 12.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical().max_height(260.0);
            kit::scroll(ui, scene.words, area, |ui| {
                for name in names.iter().filter(fits).take(MOST_NAMES) {
                    if name_ui(ui, scene, asked, name).clicked() {
                        chosen = Some(name.value.to_string());
                        ui.close();
                    }
                }
            });
        });
    chosen
}

/// One name, with how many records have it.
fn name_ui(ui: &mut Ui, scene: &Scene<'_>, asked: &str, name: &Name) -> Response {
    let size = vec2(ui.available_width(), size::TARGET);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let is_on = *asked == *name.value;
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_on, &name.shown));
    if response.hovered() || response.has_focus() || is_on {
        let corner = CornerRadius::same(size::CORNER);
        let ground = scene.theme.palette.hover;
        ui.painter().rect_filled(rect, corner, ground);
    }
    let line = rect.shrink2(vec2(size::GAP, 0.0));
    let builder = UiBuilder::new()
        .max_rect(line)
        .layout(kit::fill(scene.words));
    let mut line = ui.new_child(builder);
    let records = scene.words.number(name.records as f64);
    line.add(Text::new(&records).small().weak());
    let room = line.available_size();
    line.allocate_ui_with_layout(room, kit::row(scene.words), |ui| {
        ui.add(Text::new(&name.shown).truncate());
    });
    response
}
