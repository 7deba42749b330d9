//! Sahelscope: arguments to a window or to a command.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use sahelscope::{
    app::{self, Drawing},
    cli::{self, Asked, Exit},
};

fn main() -> ExitCode {
    let exit = match cli::ask(std::env::args_os()) {
        Asked::Window { files, lang } => match app::run(files, Drawing::Auto, lang) {
            Ok(()) => Exit::Done,
            Err(error) => cli::no_window(&error.to_string(), lang),
        },
        Asked::Answered(exit) => exit,
    };
    exit.into()
}
