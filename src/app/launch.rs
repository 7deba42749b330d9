//! Opens the window: which renderer, which size, which icon.

mod drawing;

use std::{path::PathBuf, sync::Arc};

use eframe::{NativeOptions, Renderer};
use egui::{IconData, ViewportBuilder};

pub use drawing::Drawing;

use crate::{
    data::Said,
    model::Lang,
    settings::{self, Settings},
};

use super::App;

/// The name under which desktops know the program; the desktop entry has the same.
const APP_ID: &str = "org.sahelscope.Sahelscope";
/// The least window in which every panel still has room.
const LEAST_SIZE: [f32; 2] = [760.0, 520.0];

/// Opens the window with `files`, else with what was open last unless it `begins_fresh`, and returns when it is closed.
/// A language that is named counts as chosen in the settings. The files are read as is `said`.
///
/// # Errors
/// When the system has no display or no way to draw on it.
pub fn run(
    files: &[PathBuf],
    begins_fresh: bool,
    drawing: Drawing,
    lang: Option<Lang>,
    said: &Said,
) -> Result<(), eframe::Error> {
    let settings_path = settings::path();
    let mut loaded = settings_path
        .as_deref()
        .map_or_else(settings::Loaded::default, settings::load);
    if let Some(lang) = lang {
        loaded.read = Some(loaded.settings.clone());
        loaded.settings.language = Some(lang.code().to_owned());
    }
    if begins_fresh || !files.is_empty() {
        loaded.session = settings::Session::default();
    }
    let open_with = |renderer| {
        let (loaded, settings_path) = (loaded.clone(), settings_path.clone());
        open(
            files.to_vec(),
            said.clone(),
            loaded,
            settings_path,
            renderer,
        )
    };
    let mut result = Ok(());
    for renderer in drawing.renderers() {
        result = open_with(renderer);
        if !result.as_ref().is_err_and(drawing::is_of_driver) {
            break;
        }
    }
    result
}

fn open(
    files: Vec<PathBuf>,
    said: Said,
    loaded: settings::Loaded,
    settings_path: Option<PathBuf>,
    renderer: Renderer,
) -> Result<(), eframe::Error> {
    eframe::run_native(
        "Sahelscope",
        options(&loaded.settings, renderer),
        Box::new(move |creation| {
            let mut app = App::new(&creation.egui_ctx, loaded, settings_path)?;
            app.ask_about_motion();
            app.open_at_start(files, said);
            Ok(Box::new(app))
        }),
    )
}

fn options(settings: &Settings, renderer: Renderer) -> NativeOptions {
    NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Sahelscope")
            .with_app_id(APP_ID)
            .with_inner_size(settings.window_size)
            .with_maximized(settings.is_maximized)
            .with_min_inner_size(LEAST_SIZE)
            .with_drag_and_drop(true)
            .with_icon(icon()),
        renderer,
        centered: true,
        // Dithering smooths gradients, of which there are few, at a cost for every pixel that is
        // dear where the graphics processor is emulated.
        dithering: false,
        ..NativeOptions::default()
    }
}

fn icon() -> Arc<IconData> {
    let png = include_bytes!("../../assets/icon/sahelscope-256.png");
    // A window without an icon of its own is still a window.
    Arc::new(eframe::icon_data::from_png_bytes(png).unwrap_or_default())
}
