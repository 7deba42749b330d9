//! Opens the window: which renderer, which size, which icon.

use std::{path::PathBuf, sync::Arc};

use eframe::{NativeOptions, Renderer, wgpu};
use egui::{IconData, ViewportBuilder};

use crate::{
    data::Said,
    io,
    model::Lang,
    settings::{self, Settings},
};

use super::App;

/// The name under which desktops know the program; the desktop entry has the same.
const APP_ID: &str = "org.sahelscope.Sahelscope";
/// The least window in which every panel still has room.
const LEAST_SIZE: [f32; 2] = [760.0, 520.0];

/// How to draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Drawing {
    /// wgpu where there is a graphics processor, OpenGL where there is none.
    #[default]
    Auto,
    /// Always wgpu.
    Wgpu,
    /// Always OpenGL, which is much cheaper when it is emulated.
    Glow,
}

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
    match open_with(renderer(drawing)) {
        // A driver may promise what it does not keep; OpenGL is tried before giving up.
        Err(eframe::Error::Wgpu(_)) if drawing == Drawing::Auto => open_with(Renderer::Glow),
        result => result,
    }
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

/// Without a graphics processor wgpu is emulated at six times the cost of an emulated OpenGL.
fn renderer(drawing: Drawing) -> Renderer {
    match drawing {
        Drawing::Wgpu => Renderer::Wgpu,
        Drawing::Auto if has_hardware() => Renderer::Wgpu,
        Drawing::Auto | Drawing::Glow => Renderer::Glow,
    }
}

/// Whether wgpu finds a graphics processor. Looking costs a tenth of a second where drivers have
/// to be loaded, so a system that shows no render node is not asked.
fn has_hardware() -> bool {
    if !io::small::may_have_graphics_processor() {
        return false;
    }
    let instance = wgpu::Instance::default();
    pollster::block_on(instance.enumerate_adapters(wgpu::Backends::PRIMARY))
        .iter()
        .any(|adapter| {
            matches!(
                adapter.get_info().device_type,
                wgpu::DeviceType::DiscreteGpu
                    | wgpu::DeviceType::IntegratedGpu
                    | wgpu::DeviceType::VirtualGpu
            )
        })
}
