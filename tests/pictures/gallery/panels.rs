//! Panels, and the cards that lie over the map.

use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use sahelscope::{
    command::FilterCommand,
    data::{Dataset, Filter},
    model::{Lang, Localised, Window},
    query::{Difference, ShownSide, Side, WindowResult},
    session::{Bookmark, Briefing, View},
    text::Catalogue,
    theme::size,
    ui::{
        self, Compared, DocumentView, PanelContext,
        notice::{Notices, Tone},
    },
    work::{Progress, Underway},
};

use super::{DrawnPart, Look, as_it_is};
use crate::support::world::World;

/// Unfolds a section.
fn unfold(part: &mut DrawnPart, words: &Catalogue, key: &str) {
    let section = part.get_by_role_and_label(Role::DisclosureTriangle, words.get(key));
    section.click();
    part.run_steps(30);
}

fn early_2022(_: Lang) -> World {
    World::bundled().in_window("2022-01/2022-04")
}

#[test]
fn the_panel_of_layers() {
    let look = Look {
        name: "layers",
        size: [size::LEFT_PANEL, 1_250.0],
        draw: ui::layers::layers_ui,
        prepare: |part: &mut DrawnPart, words: &Catalogue| {
            unfold(part, words, "filters");
            unfold(part, words, "tray-undated");
        },
    };
    look.compare(Some(Lang::Ar), early_2022);
}

#[test]
fn the_panel_of_layers_with_nothing_open() {
    let look = Look {
        name: "layers-empty",
        size: [size::LEFT_PANEL, 260.0],
        draw: ui::layers::layers_ui,
        prepare: as_it_is,
    };
    look.compare(None, |_| World::of(Dataset::default()));
}

#[test]
fn what_is_found() {
    let look = Look {
        name: "found",
        size: [560.0, 300.0],
        draw: ui::layers::layers_ui,
        prepare: |part: &mut DrawnPart, words: &Catalogue| {
            let name = words.get("filter-text");
            let field = part.get_by_role_and_label(Role::TextInput, name);
            field.focus();
            field.type_text("Poutine");
            part.run_steps(6);
        },
    };
    look.compare(Some(Lang::Fr), early_2022);
}

#[test]
fn the_inspector_of_an_incident() {
    let look = Look {
        name: "inspector",
        size: [size::RIGHT_PANEL, 1_500.0],
        draw: ui::inspector::inspector_ui,
        prepare: as_it_is,
    };
    look.compare(Some(Lang::Fr), |lang| {
        early_2022(lang).selecting("incident-moura")
    });
}

#[test]
fn the_inspector_of_claims_that_contradict() {
    let look = Look {
        name: "claims",
        size: [size::RIGHT_PANEL, 1_300.0],
        draw: ui::inspector::inspector_ui,
        prepare: as_it_is,
    };
    look.compare(Some(Lang::Ar), |_| {
        World::bundled().selecting("context-diop-accuses-ukraine")
    });
}

#[test]
fn the_timeline() {
    let look = Look {
        name: "timeline",
        size: [1_180.0, size::TIMELINE],
        draw: ui::timeline::timeline_ui,
        prepare: as_it_is,
    };
    look.compare(Some(Lang::Fr), early_2022);
}

#[test]
fn the_timeline_where_room_is_scarce() {
    let look = Look {
        name: "timeline-narrow",
        size: [640.0, size::TIMELINE],
        draw: ui::timeline::timeline_ui,
        prepare: as_it_is,
    };
    look.compare(Some(Lang::Ar), early_2022);
}

#[test]
fn the_table() {
    let look = Look {
        name: "table",
        size: [1_000.0, 320.0],
        draw: ui::table::table_ui,
        prepare: as_it_is,
    };
    look.compare(Some(Lang::Ar), |lang| {
        early_2022(lang).with_table().selecting("incident-moura")
    });
}

#[test]
fn the_sentence_of_what_is_shown() {
    let look = Look {
        name: "said",
        size: [1_000.0, 36.0],
        draw: ui::said_line::said_ui,
        prepare: as_it_is,
    };
    look.compare(None, |lang| {
        early_2022(lang).having(FilterCommand::Text("Bamako".to_owned()))
    });
}

/// The three bookmarks of a briefing, the second of which is shown.
fn briefing() -> Briefing {
    let entry = |title: [&str; 3], text: [&str; 3], shown: &str| Bookmark {
        title: words_of(title),
        text: words_of(text),
        view: View {
            filter: Filter {
                window: Window::parse(shown).unwrap(),
                ..Filter::default()
            },
            ..View::default()
        },
        ..Bookmark::default()
    };
    let mut briefing = Briefing::of(vec![
        entry(
            ["Before the arrival", "Avant l’arrivée", "قبل الوصول"],
            [""; 3],
            "2021",
        ),
        entry(
            [
                "The first patrol",
                "La première patrouille",
                "الدورية الأولى",
            ],
            [
                "Who says what about 5 January 2022.",
                "Qui dit quoi du 5 janvier 2022.",
                "من يقول ماذا عن 5 يناير 2022.",
            ],
            "2022-01",
        ),
        entry(
            [
                "Deliveries of 2025",
                "Livraisons de 2025",
                "عمليات التسليم في 2025",
            ],
            [""; 3],
            "2025-01",
        ),
    ]);
    briefing.go(1);
    briefing
}

/// A text in the three languages.
fn words_of(texts: [&str; 3]) -> Localised {
    let languages = Lang::ALL.into_iter().zip(texts);
    languages.fold(Localised::default(), |text, (lang, words)| {
        text.with(lang, words)
    })
}

#[test]
fn bookmarks() {
    let look = Look {
        name: "bookmarks",
        size: [size::LEFT_PANEL, 440.0],
        draw: ui::briefing::briefing_ui,
        prepare: as_it_is,
    };
    look.compare(Some(Lang::Ar), |lang| {
        early_2022(lang).with_bookmarks(briefing())
    });
}

/// Draws what differs between the beginnings of 2022 and of 2025.
fn difference_ui(
    ui: &mut egui::Ui,
    context: &PanelContext<'_>,
    commands: &mut sahelscope::command::Commands,
) {
    let before = Side {
        window: Window::parse("2022-01/2022-04").unwrap(),
        known: None,
    };
    let after = Side::of(context.document.filter);
    let filter = before.of_filter(context.document.filter);
    let visible = WindowResult::of(context.document.dataset, &filter);
    let a = ShownSide {
        side: &before,
        shown: &visible,
    };
    let b = ShownSide {
        side: &after,
        shown: context.answers.visible,
    };
    let difference =
        Difference::between(context.document.dataset, a, b, &Progress::unwatched()).unwrap();
    let summary = difference.summary(context.document.dataset, 60);
    let compared = Compared {
        side: before,
        after,
        filter: &filter,
        visible: &visible,
        summary: Some(&summary),
    };
    let document = DocumentView {
        compared: Some(compared),
        ..context.document
    };
    let context = PanelContext {
        document,
        ..*context
    };
    ui::difference::difference_ui(ui, &context, commands);
}

#[test]
fn a_difference() {
    let look = Look {
        name: "difference",
        size: [size::LEFT_PANEL, 820.0],
        draw: difference_ui,
        prepare: as_it_is,
    };
    look.compare(Some(Lang::En), |_| {
        World::bundled().in_window("2025-01/2025-04")
    });
}

#[test]
fn messages() {
    let look = Look {
        name: "notices",
        size: [480.0, 300.0],
        draw: |ui: &mut egui::Ui, context: &PanelContext<'_>, commands: &mut _| {
            let words = context.words;
            let mut notices = Notices::default();
            for (tone, key) in [
                (Tone::Done, "about-offline"),
                (Tone::Warning, "issues-nothing-lost"),
                (Tone::Error, "timeline-error-ambiguous"),
            ] {
                notices.post(tone, words.get(key).to_owned());
            }
            let context = PanelContext {
                notices: &notices,
                ..*context
            };
            ui::notice::notices_ui(ui, &context, commands);
        },
        prepare: as_it_is,
    };
    look.compare(None, early_2022);
}

#[test]
fn a_job_under_way() {
    let progress = Progress::default();
    progress.set(123_000_000, 456_000_000);
    let look = Look {
        name: "progress",
        size: [420.0, 170.0],
        draw: move |ui: &mut egui::Ui, context: &PanelContext<'_>, commands: &mut _| {
            let began = Instant::now().checked_sub(Duration::from_secs(3));
            let file = sahelscope::text::Arg::from("events-2024.geojson");
            let jobs = [Underway {
                subject: context.words.with("file-loading", &[("name", file)]),
                began: began.unwrap(),
                progress: progress.clone(),
            }];
            let context = PanelContext {
                jobs: &jobs,
                ..*context
            };
            ui::progress::progress_ui(ui, &context, ui.max_rect(), commands);
        },
        prepare: as_it_is,
    };
    look.compare(Some(Lang::En), early_2022);
}
