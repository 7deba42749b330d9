//! Sahelscope: arguments to a window or to a command.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::ValueEnum;
use sahelscope::{
    app::{self, Drawing, Scrub},
    cli::{self, Exit, FrameFigures, FramesAsked, Request},
    io, work,
};

fn main() -> ExitCode {
    work::when_told_to_stop(io::temporary::give_up);
    let exit = match cli::ask(std::env::args_os()) {
        Request::Window {
            files,
            is_fresh,
            lang,
            renderer,
            said,
        } => match app::run(&files, is_fresh, drawing(renderer.as_deref()), lang, &said) {
            Ok(()) => Exit::Done,
            Err(error) => cli::no_window(&error.to_string(), lang),
        },
        Request::Frames(asked) => cli::tell_frames(frames(asked)),
        Request::Answered(exit) => exit,
    };
    exit.into()
}

/// Draws the frames that `bench frames` asks for.
fn frames(asked: FramesAsked) -> Result<FrameFigures, String> {
    let FramesAsked {
        files,
        steps,
        days,
        density,
    } = asked;
    let scrub = Scrub::of(files, steps, days, density)?;
    Ok(FrameFigures {
        rows: scrub.rows,
        steps: scrub.costs.len(),
        median: scrub.within(0.5),
        p95: scrub.within(0.95),
    })
}

/// The way to draw that the arguments name.
fn drawing(name: Option<&str>) -> Drawing {
    name.and_then(|name| Drawing::from_str(name, true).ok())
        .unwrap_or_default()
}
