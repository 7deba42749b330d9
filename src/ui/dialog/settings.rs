//! Languages, digits, looks and sizes: each change is seen at once.

use egui::{Id, ScrollArea, Ui, vec2};

use crate::{
    command::{Commands, ViewCommand},
    map::overlays::{self, OverlayKind, Switch},
    model::Lang,
    text::{Digits, args, bidi::Base},
    theme::{MotionChoice, ThemeChoice, size},
    typeset::{self, Text},
};

use super::{
    super::{PanelContext, kit},
    above_done, done_ui, header,
};

/// Width of the column of names, in points.
const NAMES: f32 = 150.0;
/// Scales to choose from; the keys give every one between.
const SCALES: [f32; 6] = [0.75, 0.875, 1.0, 1.25, 1.5, 2.0];

/// Something to choose, and whether it is chosen.
#[derive(Clone)]
struct Offer {
    name: String,
    is_chosen: bool,
    command: ViewCommand,
}

pub(super) fn settings_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    header(ui, context, commands, context.words.get("settings-title"));
    let parts = [
        ("settings-language", None, languages(context)),
        (
            "settings-content",
            Some("settings-content-hint"),
            contents(context),
        ),
        ("settings-digits", None, digits(context)),
        (
            "settings-time",
            Some("settings-time-hint"),
            directions(context),
        ),
        ("settings-theme", None, themes(context)),
        ("settings-scale", None, scales(context)),
        (
            "settings-motion",
            Some("settings-motion-hint"),
            motions(context),
        ),
        ("settings-overlays", None, shown(context)),
    ];
    let area = ScrollArea::vertical()
        .auto_shrink(false)
        .max_height(above_done(ui));
    kit::scroll(ui, context.words, area, |ui| {
        ui.with_layout(kit::column(context.words), |ui| {
            for (name, hint, offers) in parts {
                part_ui(ui, context, commands, name, hint, offers);
            }
            author_ui(ui, context, commands);
        });
    });
    done_ui(ui, context, commands);
}

/// A name, what there is to choose beside it, and what it means below.
fn part_ui(
    ui: &mut Ui,
    context: &PanelContext,
    commands: &mut Commands,
    name: &str,
    hint: Option<&str>,
    offers: Vec<Offer>,
) {
    let words = context.words;
    kit::block_row(ui, kit::row_top(words), 0.0, |ui| {
        ui.allocate_ui_with_layout(vec2(NAMES, 0.0), kit::column(words), |ui| {
            ui.set_width(NAMES);
            ui.add_space(2.0);
            ui.add(Text::new(words.get(name)).medium().wrap());
        });
        let room = vec2(ui.available_width(), 0.0);
        ui.allocate_ui_with_layout(room, kit::column(words), |ui| {
            kit::wrapped_row(ui, words, vec2(6.0, 6.0), |ui| {
                for offer in offers {
                    let chip = kit::chip(ui, context, None, &offer.name, offer.is_chosen);
                    if chip.clicked() {
                        commands.push(offer.command);
                    }
                }
            });
            if let Some(hint) = hint {
                ui.add(Text::new(words.get(hint)).small().weak().block());
            }
        });
    });
    ui.add_space(size::GROUP);
}

/// By which name changes are written to the log.
fn author_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    let name = words.get("settings-author");
    ui.add(Text::new(name).medium().block());
    let mut author = context.settings.author.clone().unwrap_or_default();
    let response = typeset::TextField::new(Id::unique("author"), &mut author, name)
        .empty_base(Base::of(words.lang()))
        .show(ui);
    if response.changed() {
        commands.push(ViewCommand::Author(author));
    }
    ui.add(
        Text::new(words.get("settings-author-hint"))
            .small()
            .weak()
            .block(),
    );
}

fn languages(context: &PanelContext) -> Vec<Offer> {
    let chosen = context
        .settings
        .language
        .as_deref()
        .and_then(Lang::from_tag);
    let system = Offer {
        name: context.words.get("settings-language-system").to_owned(),
        is_chosen: chosen.is_none(),
        command: ViewCommand::SystemLanguage,
    };
    let each = Lang::ALL.map(|lang| Offer {
        name: context.words.language(lang).to_owned(),
        is_chosen: chosen == Some(lang),
        command: ViewCommand::Language(lang),
    });
    std::iter::once(system).chain(each).collect()
}

fn contents(context: &PanelContext) -> Vec<Offer> {
    let chosen = context.settings.content_language.as_deref();
    let chosen = chosen.and_then(Lang::from_tag);
    let same = Offer {
        name: context.words.get("settings-content-same").to_owned(),
        is_chosen: chosen.is_none(),
        command: ViewCommand::ContentLanguage(None),
    };
    let each = Lang::ALL.map(|lang| Offer {
        name: context.words.language(lang).to_owned(),
        is_chosen: chosen == Some(lang),
        command: ViewCommand::ContentLanguage(Some(lang)),
    });
    std::iter::once(same).chain(each).collect()
}

fn digits(context: &PanelContext) -> Vec<Offer> {
    let offers = [
        ("settings-digits-western", Digits::Western),
        ("settings-digits-arabic", Digits::ArabicIndic),
    ];
    let offer = |(key, digits)| Offer {
        name: context.words.get(key).to_owned(),
        is_chosen: context.settings.digits == digits,
        command: ViewCommand::Digits(digits),
    };
    offers.into_iter().map(offer).collect()
}

fn directions(context: &PanelContext) -> Vec<Offer> {
    let offers = [
        ("settings-time-from-left", false),
        ("settings-time-from-right", true),
    ];
    let offer = |(key, from_right)| Offer {
        name: context.words.get(key).to_owned(),
        is_chosen: context.settings.time_from_right == from_right,
        command: ViewCommand::TimeFromRight(from_right),
    };
    offers.into_iter().map(offer).collect()
}

fn themes(context: &PanelContext) -> Vec<Offer> {
    let offers = [
        ("theme-system", ThemeChoice::System),
        ("theme-light", ThemeChoice::Light),
        ("theme-dark", ThemeChoice::Dark),
    ];
    let offer = |(key, theme)| Offer {
        name: context.words.get(key).to_owned(),
        is_chosen: context.settings.theme == theme,
        command: ViewCommand::Theme(theme),
    };
    offers.into_iter().map(offer).collect()
}

fn motions(context: &PanelContext) -> Vec<Offer> {
    let offers = [
        ("settings-motion-system", MotionChoice::System),
        ("settings-motion-usual", MotionChoice::Usual),
        ("settings-motion-less", MotionChoice::Less),
    ];
    let offer = |(key, motion): (&str, MotionChoice)| Offer {
        name: context.words.get(key).to_owned(),
        is_chosen: context.settings.motion == motion,
        command: ViewCommand::Motion(motion),
    };
    offers.map(offer).to_vec()
}

fn scales(context: &PanelContext) -> Vec<Offer> {
    let offer = |scale: f32| Offer {
        name: context.words.with(
            "settings-scale-percent",
            args!(percent: f64::from(scale) * 100.0),
        ),
        is_chosen: (context.settings.scale - scale).abs() < 0.01,
        command: ViewCommand::Scale(scale),
    };
    SCALES.into_iter().map(offer).collect()
}

fn shown(context: &PanelContext) -> Vec<Offer> {
    let offer = |(kind, switch): (&'static OverlayKind, &'static Switch)| Offer {
        name: context.words.get(switch.name).to_owned(),
        is_chosen: context.settings.overlays.is_on(kind.id),
        command: ViewCommand::ToggleOverlay(kind.id),
    };
    overlays::switches().map(offer).collect()
}
