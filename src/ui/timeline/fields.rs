//! Start and end of the window as text.
//!
//! What is being typed lives in egui's memory until the field is left, however it is left but by
//! Escape. Only a text that is a date becomes a command; any other stays, marked, and says what is
//! wrong until the window or the text changes.

use egui::{Id, Key, Response, Ui};

use crate::{
    command::{Commands, TimeCommand},
    model::{
        Second, WhenError, Window,
        bounds::{day_of, end_of_day, start_of_day},
        window::WindowError,
    },
    text::{Catalogue, dates, number},
    theme::fonts::icon,
    timeline::{Mode, Unit, with_end, with_start},
    typeset,
    ui::{PanelContext, kit},
};

/// Wide enough for `2022-01-05` in monospace.
const WIDTH: f32 = 90.0;

/// Width of the list of windows, in points, and years that it names at most.
const PRESETS: f32 = 200.0;
const MOST_YEARS: usize = 40;

/// A text that somebody is typing.
#[derive(Clone, Default)]
struct Draft {
    text: String,
    /// What the field showed of the window before.
    shown: String,
    error: Option<WindowError>,
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Start,
    Last,
    /// No end of the window: the day from which the analyst looks.
    Known,
}

pub(super) fn fields_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    match context.document.time.mode {
        Mode::Window => {
            field(ui, context, commands, End::Start);
            typeset::weak(ui, "–");
        }
        Mode::Cumulative => {
            typeset::weak(ui, words.get("timeline-until"));
        }
        Mode::Instant => {}
    }
    field(
        ui,
        context,
        commands,
        if context.document.time.mode == Mode::Instant {
            End::Start
        } else {
            End::Last
        },
    );
    presets_ui(ui, context, commands);
    let whole = typeset::icon_button(
        ui,
        icon::ARROWS_OUT_SIMPLE,
        words.get("timeline-whole-range"),
    );
    if whole.clicked() {
        commands.push(TimeCommand::WholeRange);
    }
}

/// The day from which the analyst looks, to be typed.
pub(in crate::ui) fn known_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    field(ui, context, commands, End::Known);
}

/// Windows that are asked for often: all of time, the last twelve months that records lie in, and each of their years.
fn presets_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let button = typeset::icon_button(ui, icon::CALENDAR, words.get("timeline-presets"));
    kit::button_menu(&button, words, PRESETS, |ui| {
        preset_entries_ui(ui, context, commands);
    });
}

/// An entry for each window that is asked for often.
pub(in crate::ui) fn preset_entries_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    commands: &mut Commands,
) {
    let words = context.words;
    let extent = super::extent(ui, context);
    let mut entry = |ui: &mut Ui, name: &str, command: TimeCommand| {
        if kit::menu_entry(ui, words, name, None).clicked() {
            commands.push(command);
            ui.close();
        }
    };
    entry(
        ui,
        words.get("timeline-whole-range"),
        TimeCommand::WholeRange,
    );
    let [first, last] = [extent.earliest, extent.latest].map(day_of);
    let year_before = Unit::Year.after(last, -1);
    let start = year_before.tomorrow().unwrap_or(year_before);
    let months = Window::of_days(start.max(first), last);
    let name = words.get("timeline-last-months");
    entry(ui, name, TimeCommand::SetWindow(months));
    ui.separator();
    for year in (first.year()..=last.year()).rev().take(MOST_YEARS) {
        if let Ok(day) = jiff::civil::Date::new(year, 1, 1) {
            let window = Unit::Year.around(day);
            let name = dates::year_name(words, day);
            entry(ui, &name, TimeCommand::SetWindow(window));
        }
    }
}

fn field(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands, end: End) {
    let window = context.document.filter.window;
    let shown = match end {
        End::Start => edge(window.first()),
        End::Last => edge(window.last()),
        End::Known => edge(context.document.filter.known.unwrap_or(Second::MAX)),
    };
    let id = Id::unique(("timeline field", end as u8));
    let draft = ui.data(|data| data.get_temp::<Draft>(id));
    // Where the window was changed otherwise, what could not be read is of no more use.
    let draft = draft.filter(|draft| draft.error.is_none() || draft.shown == shown);
    let has_draft = draft.is_some();
    let mut text = draft
        .as_ref()
        .map_or_else(|| shown.clone(), |draft| draft.text.clone());
    let error = draft.and_then(|draft| draft.error);
    let name = context.words.get(name_key(context.document.time.mode, end));
    let response = typeset::TextField::new(id, &mut text, name)
        .mono()
        .notation()
        .western_digits()
        .width(WIDTH)
        .wrong(error.is_some())
        .show(ui);
    if response.changed() {
        let draft = Draft {
            text: text.clone(),
            shown: shown.clone(),
            error: None,
        };
        ui.data_mut(|data| data.insert_temp(id, draft));
    } else if !has_draft {
        ui.data_mut(|data| data.remove_temp::<Draft>(id));
    }
    if response.lost_focus() && (has_draft || response.changed()) {
        let draft = Draft {
            text,
            shown,
            error: None,
        };
        finish(ui, context, commands, &response, end, draft);
    }
    match error {
        Some(error) => kit::complain(&response, context, sentence(context.words, error)),
        None => {
            typeset::hint(response, context.words.get("timeline-field-hint"));
        }
    }
}

const fn name_key(mode: Mode, end: End) -> &'static str {
    match (mode, end) {
        (_, End::Known) => "known-field",
        (Mode::Instant, _) => "timeline-at",
        (_, End::Start) => "timeline-start",
        (_, End::Last) => "timeline-end",
    }
}

/// Applies what was typed when the field is left, unless it is left by Escape. What is no date stays;
/// after Enter the caret does too.
fn finish(
    ui: &Ui,
    context: &PanelContext<'_>,
    commands: &mut Commands,
    response: &Response,
    end: End,
    draft: Draft,
) {
    let id = response.id;
    ui.data_mut(|data| data.remove_temp::<Draft>(id));
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        return;
    }
    match typed(context, end, &number::typed_notation(&draft.text)) {
        Ok(day) if end == End::Known => commands.push(TimeCommand::Known(
            Some(day.last()).filter(|last| *last != Second::MAX),
        )),
        Ok(window) if window == context.document.filter.window => {}
        Ok(window) => commands.push(TimeCommand::SetWindow(window)),
        Err(error) => {
            let draft = Draft {
                error: Some(error),
                ..draft
            };
            ui.data_mut(|data| data.insert_temp(id, draft));
            if ui.input(|input| input.key_pressed(Key::Enter)) {
                response.request_focus();
            }
        }
    }
}

/// The window that the typed text asks for in the mode there is.
fn typed(context: &PanelContext<'_>, end: End, text: &str) -> Result<Window, WindowError> {
    let window = &context.document.filter.window;
    if end == End::Known {
        return with_end(&Window::ALL, text);
    }
    if context.document.time.mode == Mode::Instant {
        let open_end = Window::new(Second::MIN, Second::MAX);
        let day = with_start(&open_end, text)?;
        let is_interval = day.last() != Second::MAX;
        return Ok(if is_interval || day.first() == Second::MIN {
            day
        } else {
            context.document.time.unit.around(day_of(day.first()))
        });
    }
    match end {
        End::Start => with_start(window, text),
        End::Last | End::Known => with_end(window, text),
    }
}

/// The day of an end, `..` where it is open, the time too where it lies within a day.
fn edge(second: Second) -> String {
    match second {
        Second::MIN | Second::MAX => "..".to_owned(),
        _ => {
            let day = day_of(second);
            let is_edge = [start_of_day(day), end_of_day(day)].contains(&second);
            let time = jiff::Timestamp::from_second(second).ok();
            match time.filter(|_| !is_edge) {
                Some(time) => time.to_string(),
                None => day.to_string(),
            }
        }
    }
}

fn sentence(words: &Catalogue, error: WindowError) -> &str {
    words.get(match error {
        WindowError::Qualified => "timeline-error-qualified",
        WindowError::When(error) => match error {
            WhenError::Empty => "timeline-error-empty",
            WhenError::Malformed
            | WhenError::Unread
            | WhenError::ZoneNamed
            | WhenError::OtherCalendar
            | WhenError::DayNumber => "timeline-error-malformed",
            WhenError::NoSuchDate => "timeline-error-no-such-date",
            WhenError::Ambiguous => "timeline-error-ambiguous",
            WhenError::NoZone => "timeline-error-no-zone",
            WhenError::Reversed => "timeline-error-interval-reversed",
        },
    })
}
