//! Menus and lists to choose from, in the direction of the language: what comes first stands where
//! a line begins, and a menu opens towards where lines end.

use egui::{
    Align, Atom, AtomExt, Atoms, Button, Context, Id, InnerResponse, Layout, Popup, RectAlign,
    Response, Role, ScrollArea, SetOpenCommand, Ui, UiKind, UiStackInfo, Widget, WidgetInfo,
    WidgetText,
    containers::menu::{MenuConfig, SubMenuButton},
    vec2,
};

use crate::{
    text::Catalogue,
    theme::{fonts::icon, size},
    typeset::{self, Text},
};

use super::{is_rtl, scroll};

/// Height that a long list to choose from takes at most, in points.
const LONGEST_LIST: f32 = 320.0;

/// Width that a menu takes at most that another one opens, in points.
const WIDEST_SUB_MENU: f32 = 360.0;

/// Width of the menu of the other button, in points.
const CONTEXT_MENU: f32 = 250.0;

/// Room that is kept free below a menu, its margins included, and the least that it takes itself.
const BELOW: f32 = 24.0;
const LEAST: f32 = 80.0;

/// Room that a tick takes before the name of an entry, in points.
const TICK: f32 = 16.0;

/// Room between the name of an entry and its keys, and around both.
const BETWEEN: f32 = 24.0;

/// A button of a bar of menus, and its menu of `width` points. While one menu of the bar is open, the pointer over
/// another button opens that one.
pub fn menu_button<R>(
    ui: &mut Ui,
    words: &Catalogue,
    name: &str,
    width: f32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> Response {
    let response = ui.add(Button::new(typeset::widget_text(ui, name)));
    let mut popup = menu(&response, words);
    let id = popup.get_id();
    let is_other_open = open_menu(ui.ctx()).is_some_and(|open| open != id);
    if is_other_open && response.hovered() && !response.clicked() {
        popup = popup.open_memory(Some(SetOpenCommand::Bool(true)));
    }
    // A menu that is longer than the window scrolls.
    let room = ui.ctx().content_rect().bottom() - response.rect.bottom();
    let list = ScrollArea::vertical().max_height((room - BELOW).max(LEAST));
    let shown = popup.show(|ui| {
        ui.set_max_height(room.max(LEAST));
        ui.set_width(width);
        scroll(ui, words, list, contents)
    });
    if shown.is_some() {
        ui.data_mut(|data| data.insert_temp(open_id(), id));
    }
    response
}

/// The menu of the bar that is open.
#[must_use]
pub fn open_menu(ctx: &Context) -> Option<Id> {
    let last: Option<Id> = ctx.data(|data| data.get_temp(open_id()));
    last.filter(|id| Popup::is_id_open(ctx, *id))
}

fn open_id() -> Id {
    Id::unique("open menu of the bar")
}

/// An entry of a menu: its name, and at the other end its keys.
pub fn menu_entry(ui: &mut Ui, words: &Catalogue, name: &str, keys: Option<&str>) -> Response {
    let (shown, keys) = name_and_keys(ui, name, keys);
    let button = Button::new(at_both_ends(words, shown.clone(), keys));
    let response = ui.add(button.min_size(vec2(ui.available_width(), 0.0)));
    typeset::whole_on_hover(response, &shown, name)
}

/// The same for what is on or off: a tick before the name says that it is on, and names stand below one another.
pub fn ticked_entry(
    ui: &mut Ui,
    words: &Catalogue,
    name: &str,
    is_on: bool,
    keys: Option<&str>,
) -> Response {
    let (shown, keys) = name_and_keys(ui, name, keys);
    let glyph = if is_on { icon::CHECK } else { "" };
    let tick = typeset::icon(ui, glyph, "", size::BODY);
    let tick = AtomExt::atom_size(Atom::from(tick), vec2(TICK, size::BODY));
    let mut atoms = at_both_ends(words, shown.clone(), keys);
    if is_rtl(words) {
        atoms.push_right(tick);
    } else {
        atoms.push_left(tick);
    }
    let response = ui.add(Button::new(atoms).min_size(vec2(ui.available_width(), 0.0)));
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::selected(Role::MenuItemCheckBox, enabled, is_on, name));
    typeset::whole_on_hover(response, &shown, name)
}

/// How wide an entry of a menu is whose name and keys stand apart, in points.
#[must_use]
pub fn entry_width(ui: &Ui, name: &str, keys: Option<&str>) -> f32 {
    let width = |text: Text<'_>| width(&text.widget_text(ui));
    let keys = keys.map_or(0.0, |keys| width(Text::new(keys).small()) + BETWEEN);
    let padding = ui.spacing().button_padding.x * 2.0 + ui.spacing().icon_spacing;
    width(Text::new(name)) + keys + TICK + padding
}

/// The same in a list of which one is chosen.
pub fn list_entry(
    ui: &mut Ui,
    words: &Catalogue,
    name: &str,
    keys: Option<&str>,
    is_chosen: bool,
) -> Response {
    let (shown, keys) = name_and_keys(ui, name, keys);
    let button = Button::selectable(is_chosen, at_both_ends(words, shown.clone(), keys));
    let response = ui.add(button.min_size(vec2(ui.available_width(), size::TARGET)));
    typeset::whole_on_hover(response, &shown, name)
}

/// The name of an entry as far as its keys leave room, and its keys.
fn name_and_keys(ui: &Ui, name: &str, keys: Option<&str>) -> (WidgetText, Option<WidgetText>) {
    let keys = keys.map(|keys| Text::new(keys).small().weak().widget_text(ui));
    let beside = keys.as_ref().map_or(0.0, |keys| width(keys) + BETWEEN);
    let taken = beside + ui.spacing().button_padding.x * 2.0;
    let room = (ui.max_rect().width() - taken).max(LEAST);
    let name = Text::new(name).widget_text_within(ui, room);
    (name, keys)
}

fn width(text: &WidgetText) -> f32 {
    match text {
        WidgetText::Galley(galley) => galley.size().x,
        _ => 0.0,
    }
}

/// An entry of a menu that opens another menu.
pub fn sub_menu<R>(
    ui: &mut Ui,
    words: &Catalogue,
    name: &str,
    contents: impl FnOnce(&mut Ui) -> R,
) {
    let shown = typeset::widget_text(ui, name);
    let glyph = if is_rtl(words) {
        icon::CARET_LEFT
    } else {
        icon::CARET_RIGHT
    };
    let caret = typeset::icon(ui, glyph, "", size::SMALL);
    let button = Button::new(at_both_ends(words, shown, Some(caret)));
    let button = button.min_size(vec2(ui.available_width(), 0.0));
    let (response, _) = SubMenuButton::from_button(button).ui(ui, |ui| {
        ui.set_max_width(WIDEST_SUB_MENU);
        in_column(ui, words, contents)
    });
    // Without the caret, which nobody wants to hear.
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
}

/// One of several values, of which the others show when it is pressed.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// Read out, and shown on hover.
    pub name: &'a str,
    /// The value that is chosen.
    pub chosen: &'a str,
    /// Width in points.
    pub width: f32,
}

/// Draws what is chosen; `contents` draws what there is to choose from.
pub fn choice<R>(
    ui: &mut Ui,
    words: &Catalogue,
    choice: Choice<'_>,
    contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<Option<R>> {
    let caret = typeset::icon(ui, icon::CARET_DOWN, "", size::SMALL);
    let room = choice.width - size::SMALL - size::GRID - ui.spacing().button_padding.x * 2.0;
    let chosen = Text::new(choice.chosen).widget_text_within(ui, room);
    let button = Button::new(at_both_ends(words, chosen, Some(caret)));
    let response = button.min_size(vec2(choice.width, size::TARGET)).ui(ui);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, choice.name);
        info.current_text_value = Some(choice.chosen.to_owned());
        info
    });
    let popup = menu(&response, words).width(choice.width);
    let shown = popup.show(|ui| {
        ui.set_width(choice.width);
        let list = ScrollArea::vertical().max_height(LONGEST_LIST);
        scroll(ui, words, list, contents)
    });
    InnerResponse {
        inner: shown.map(|shown| shown.inner),
        response: typeset::hint(response, choice.name),
    }
}

/// The menu of a button that is not one of the bar, `width` points wide.
pub fn button_menu<R>(
    response: &Response,
    words: &Catalogue,
    width: f32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let shown = menu(response, words).width(width).show(|ui| {
        ui.set_width(width);
        let list = ScrollArea::vertical().max_height(LONGEST_LIST);
        scroll(ui, words, list, contents)
    });
    shown.map(|shown| shown.inner)
}

/// The menu of the other button over something. `contents` draws it while it is open.
pub fn context_menu<R>(
    response: &Response,
    words: &Catalogue,
    contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let side = if is_rtl(words) {
        Align::Max
    } else {
        Align::Min
    };
    let info = UiStackInfo::new(UiKind::Menu);
    let shown = Popup::context_menu(response)
        .layout(Layout::top_down_justified(side))
        .info(info.with_tag_value(MenuConfig::MENU_CONFIG_TAG, MenuConfig::new()))
        .show(|ui| {
            ui.set_width(CONTEXT_MENU);
            contents(ui)
        });
    shown.map(|shown| shown.inner)
}

fn menu<'a>(response: &Response, words: &Catalogue) -> Popup<'a> {
    let (align, side) = if is_rtl(words) {
        (RectAlign::BOTTOM_END, Align::Max)
    } else {
        (RectAlign::BOTTOM_START, Align::Min)
    };
    let info = UiStackInfo::new(UiKind::Menu);
    Popup::menu(response)
        .align(align)
        .layout(Layout::top_down_justified(side))
        .info(info.with_tag_value(MenuConfig::MENU_CONFIG_TAG, MenuConfig::new()))
}

fn in_column<R>(ui: &mut Ui, words: &Catalogue, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let side = if is_rtl(words) {
        Align::Max
    } else {
        Align::Min
    };
    ui.with_layout(Layout::top_down_justified(side), contents)
        .inner
}

/// `first` where the line begins and `last` where it ends.
fn at_both_ends(words: &Catalogue, first: WidgetText, last: Option<WidgetText>) -> Atoms<'static> {
    let mut atoms = Atoms::default();
    if is_rtl(words) {
        if let Some(last) = last {
            atoms.push_right(last);
        }
        atoms.push_right(Atom::grow());
        atoms.push_right(first);
    } else {
        atoms.push_right(first);
        atoms.push_right(Atom::grow());
        if let Some(last) = last {
            atoms.push_right(last);
        }
    }
    atoms
}
