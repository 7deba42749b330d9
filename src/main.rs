//! Sahelscope: arguments to a window or to a command.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::ValueEnum;
use sahelscope::{
    app::{self, Drawing},
    cli::{self, Asked, Exit},
};

fn main() -> ExitCode {
    let exit = match cli::ask(std::env::args_os()) {
        Asked::Window {
            files,
            lang,
            renderer,
        } => match app::run(&files, drawing(renderer.as_deref()), lang) {
            Ok(()) => Exit::Done,
            Err(error) => cli::no_window(&error.to_string(), lang),
        },
        Asked::Answered(exit) => exit,
    };
    exit.into()
}

/// The way to draw that the arguments name.
fn drawing(name: Option<&str>) -> Drawing {
    name.and_then(|name| Drawing::from_str(name, true).ok())
        .unwrap_or_default()
}
