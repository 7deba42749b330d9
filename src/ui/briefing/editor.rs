//! The bookmark that is shown: its words in the language of the program, and what can be done to it.

use egui::{Context, Id, Ui, vec2};

use crate::{
    command::{BriefingCommand, Commands},
    session::Bookmark,
    text::{args, bidi::Base},
    theme::{fonts::icon, size},
    typeset,
    ui::{PanelContext, focus, kit},
};

/// Lines of text that show at once.
const LINES: usize = 4;

pub(super) fn editor_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    commands: &mut Commands,
    index: usize,
    bookmark: &Bookmark,
) {
    title_ui(ui, context, commands, index, bookmark);
    text_ui(ui, context, commands, index, bookmark);
    tools_ui(ui, context, commands, index);
    ui.add_space(size::GRID);
}

fn title_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    commands: &mut Commands,
    index: usize,
    bookmark: &Bookmark,
) {
    let (words, lang) = (context.words, context.words.lang());
    let language = words.language(lang);
    let name = words.with("bookmark-title", args!(language: language));
    let field = kit::SearchField {
        id: Id::unique(("bookmark title", index)),
        glyph: icon::PENCIL_SIMPLE,
        name: &name,
        clear: words.get("clear"),
    };
    let text = bookmark.title.exact(lang).unwrap_or_default();
    let field = kit::text_field(ui, context, field, text);
    if focus::is_asked(ui.ctx(), title_id()) {
        field.editor.request_focus();
        field.editor.scroll_to_me(None);
        typeset::choose_all(ui.ctx(), field.editor.id);
    }
    if let Some(text) = field.changed {
        commands.push(BriefingCommand::Title { index, lang, text });
    }
}

/// For which the shell asks when a bookmark was made, so that it is named at once.
fn title_id() -> Id {
    Id::unique("title of the bookmark that is shown")
}

/// Asks for the caret in the title of the bookmark that is shown next.
pub(super) fn ask_for_title(ctx: &Context) {
    focus::ask(ctx, title_id());
}

fn text_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    commands: &mut Commands,
    index: usize,
    bookmark: &Bookmark,
) {
    let (words, lang) = (context.words, context.words.lang());
    let language = words.language(lang);
    let name = words.with("bookmark-text", args!(language: language));
    let mut text = bookmark.text.exact(lang).unwrap_or_default().to_owned();
    let id = Id::unique(("bookmark text", index));
    let response = typeset::TextField::new(id, &mut text, &name)
        .lines(LINES)
        .empty_base(Base::of(lang))
        .hint(&name)
        .show(ui);
    if response.changed() {
        commands.push(BriefingCommand::Text { index, lang, text });
    }
}

fn tools_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands, index: usize) {
    let last = context.document.briefing.steps().len().saturating_sub(1);
    let shift = |later| BriefingCommand::Shift { index, later };
    let tools = [
        (icon::ARROW_UP, "bookmark-earlier", shift(false), index > 0),
        (
            icon::ARROW_DOWN,
            "bookmark-later",
            shift(true),
            index < last,
        ),
        (
            icon::ARROWS_CLOCKWISE,
            "bookmark-retake",
            BriefingCommand::Retake(index),
            true,
        ),
        (
            icon::TRASH,
            "bookmark-remove",
            BriefingCommand::Remove(index),
            true,
        ),
    ];
    kit::wrapped_row(ui, context.words, vec2(2.0, 0.0), |ui| {
        for (glyph, key, command, is_possible) in tools {
            let button = |ui: &mut Ui| typeset::icon_button(ui, glyph, context.words.get(key));
            if ui.add_enabled_ui(is_possible, button).inner.clicked() {
                commands.push(command);
            }
        }
    });
}
