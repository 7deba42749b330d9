//! Sahelscope.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> Result<(), eframe::Error> {
    let files = std::env::args_os().skip(1).map(Into::into).collect();
    sahelscope::app::run(files, sahelscope::app::Drawing::Auto)
}
