//! The row of controls: play, step, speed, mode.

use egui::{Button, Frame, Id, Margin, Ui, vec2};

use super::{counts, fields, options};
use crate::{
    command::{Commands, TimeCommand},
    model::Clock,
    text::Catalogue,
    theme::{fonts::icon, size},
    timeline::{
        Direction, Mode, Unit,
        playback::{SPEED_MAX, SPEED_MIN, next_speed},
    },
    typeset,
    ui::{
        PanelContext,
        kit::{self, Choice},
    },
};

/// Widths of the row in points from which on it has room for more, in the order in which it takes it:
/// the choice of the clock, the ends of the window, the modes side by side, the unit of the speed.
const CLOCK: f32 = 620.0;
const FIELDS: f32 = 880.0;
const SEGMENTS: f32 = 1_000.0;
const LABELS: f32 = 1_060.0;
/// The unit of the speed, where the counts stand in that row as well.
const LABELS_BESIDE_COUNTS: f32 = 1_290.0;
/// Width of the field of the speed in points.
const SPEED: f32 = 64.0;

pub(super) fn controls_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let width = ui.available_width();
    let height = super::ROW;
    let has_label = if width < super::ONE_ROW {
        width >= LABELS
    } else {
        width >= LABELS_BESIDE_COUNTS
    };
    let row = |ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands| {
        transport(ui, context, commands);
        ui.add_space(size::GAP);
        unit(ui, context, commands);
        options::options_ui(ui, context, commands);
        speed(ui, context, commands, has_label);
        ui.add_space(size::GAP);
        modes(ui, context, commands, width >= SEGMENTS);
        if width >= CLOCK {
            clocks(ui, context, commands);
        }
        if width >= FIELDS {
            ui.add_space(size::GAP);
            fields::fields_ui(ui, context, commands);
        }
    };
    let words = context.words;
    kit::block_row(ui, kit::row(words), height, |ui| {
        row(ui, context, commands);
        if width >= super::ONE_ROW {
            kit::line_end(ui, words, |ui| counts::two_lines(ui, context));
        }
    });
    if width < super::ONE_ROW {
        kit::block_row(ui, kit::row(words), height, |ui| {
            if width < FIELDS {
                fields::fields_ui(ui, context, commands);
                ui.add_space(size::GAP);
            }
            if width < CLOCK {
                clocks(ui, context, commands);
                ui.add_space(size::GAP);
            }
            counts::one_line(ui, context);
        });
    }
}

/// Record before, step back, play, step on, record after: in the direction in which time runs,
/// whatever the language.
fn transport(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let is_playing = context.document.time.playback.is_playing;
    let from_right = context.time_from_right();
    let (towards_later, towards_earlier) = if from_right {
        (icon::REWIND, icon::PLAY)
    } else {
        (icon::PLAY, icon::REWIND)
    };
    let (glyph, name) = match (is_playing, context.document.time.playback.direction) {
        (true, _) => (icon::PAUSE, "timeline-pause"),
        (false, Direction::Forward) => (towards_later, "timeline-play"),
        (false, Direction::Backward) => (towards_earlier, "timeline-play-backward"),
    };
    let record = |forward| TimeCommand::Record { forward };
    let step = |forward| TimeCommand::Step { forward };
    let mut buttons = [
        ("timeline-previous-record", record(false)),
        ("timeline-step-back", step(false)),
        (name, TimeCommand::PlayPause),
        ("timeline-step-forward", step(true)),
        ("timeline-next-record", record(true)),
    ];
    let glyphs = [
        icon::SKIP_BACK,
        icon::CARET_LEFT,
        glyph,
        icon::CARET_RIGHT,
        icon::SKIP_FORWARD,
    ];
    if from_right {
        buttons.reverse();
    }
    let mut buttons: Vec<_> = glyphs.into_iter().zip(buttons).collect();
    if kit::is_rtl(words) {
        // The row fills from the right.
        buttons.reverse();
    }
    for (glyph, (key, command)) in buttons {
        let is_play = command == TimeCommand::PlayPause;
        let clicked = if is_play {
            play_button(ui, context, glyph, words.get(key))
        } else {
            typeset::icon_button(ui, glyph, words.get(key)).clicked()
        };
        if clicked {
            commands.push(command);
        }
    }
}

/// The one button that stands out.
fn play_button(ui: &mut Ui, context: &PanelContext<'_>, glyph: &str, name: &str) -> bool {
    let palette = context.theme.palette;
    let galley = typeset::icon(ui, glyph, name, size::ICON);
    let response = ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [
            &mut widgets.inactive,
            &mut widgets.hovered,
            &mut widgets.active,
        ] {
            state.fg_stroke.color = palette.on_accent;
        }
        ui.spacing_mut().button_padding.x = (size::TARGET + 8.0 - size::ICON) / 2.0;
        let button = Button::new(galley)
            .fill(palette.time)
            .min_size(vec2(size::TARGET + 8.0, size::TARGET));
        ui.add(button)
    });
    typeset::hint(response.inner, name).clicked()
}

const fn unit_key(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "timeline-unit-day",
        Unit::Week => "timeline-unit-week",
        Unit::Month => "timeline-unit-month",
        Unit::Year => "timeline-unit-year",
    }
}

fn unit(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let chosen = context.document.time.unit;
    let choice = Choice {
        name: words.get("timeline-unit"),
        chosen: words.get(unit_key(chosen)),
        width: 84.0,
    };
    kit::choice(ui, words, choice, |ui| {
        for unit in Unit::ALL {
            if typeset::selectable(ui, unit == chosen, words.get(unit_key(unit))).clicked() {
                commands.push(TimeCommand::SetUnit(unit));
            }
        }
    });
}

fn speed(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands, has_label: bool) {
    let words = context.words;
    let field = kit::Number {
        id: Id::unique("speed of playback"),
        name: words.get("timeline-speed"),
        hint: words.get("timeline-speed"),
        range: SPEED_MIN..=SPEED_MAX,
        width: SPEED,
        next: next_speed,
    };
    if let Some(speed) =
        kit::number_field(ui, context, &field, context.document.time.playback.speed())
    {
        commands.push(TimeCommand::SetSpeed(speed));
    }
    if has_label {
        typeset::small(ui, words.get("timeline-days-per-second"));
    }
}

const fn clock_key(clock: Clock) -> &'static str {
    match clock {
        Clock::Happened => "timeline-clock-happened",
        Clock::Reported => "timeline-clock-reported",
    }
}

/// Which of a record's two dates time runs on.
fn clocks(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let choice = Choice {
        name: words.get("timeline-clock"),
        chosen: words.get(clock_key(context.document.filter.clock)),
        width: 104.0,
    };
    kit::choice(ui, words, choice, |ui| {
        for clock in Clock::ALL {
            let key = clock_key(clock);
            let is_chosen = clock == context.document.filter.clock;
            let response = typeset::selectable(ui, is_chosen, words.get(key));
            if typeset::hint(response, words.get(&format!("{key}-hint"))).clicked() {
                commands.push(TimeCommand::SetClock(clock));
            }
        }
    });
}

const fn mode_key(mode: Mode) -> &'static str {
    match mode {
        Mode::Window => "timeline-mode-window",
        Mode::Cumulative => "timeline-mode-cumulative",
        Mode::Instant => "timeline-mode-instant",
    }
}

fn modes(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands, is_wide: bool) {
    if is_wide {
        Frame::new()
            .fill(context.theme.palette.field)
            .corner_radius(size::CORNER)
            .inner_margin(Margin::same(1))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 1.0;
                ui.spacing_mut().interact_size.y = size::TARGET - 2.0;
                mode_choices(ui, context, commands);
            });
        return;
    }
    let choice = Choice {
        name: context.words.get("timeline-mode"),
        chosen: context.words.get(mode_key(context.document.time.mode)),
        width: 104.0,
    };
    kit::choice(ui, context.words, choice, |ui| {
        mode_choices(ui, context, commands);
    });
}

fn mode_choices(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    for mode in Mode::ALL {
        let is_chosen = mode == context.document.time.mode;
        let key = mode_key(mode);
        let response = typeset::selectable(ui, is_chosen, context.words.get(key));
        if typeset::hint(response, hint(context.words, mode)).clicked() {
            commands.push(TimeCommand::SetMode(mode));
        }
    }
}

fn hint(words: &Catalogue, mode: Mode) -> &str {
    words.get(match mode {
        Mode::Window => "timeline-mode-window-hint",
        Mode::Cumulative => "timeline-mode-cumulative-hint",
        Mode::Instant => "timeline-mode-instant-hint",
    })
}
