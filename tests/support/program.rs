//! The whole program, as the operating system would start it.

use std::{path::PathBuf, thread::sleep, time::Duration};

use egui::Vec2;
use egui_kittest::{Harness, HarnessBuilder};
use sahelscope::{
    app::App,
    data::Filter,
    model::{Pose, Window},
    session::View,
    settings::{Loaded, Session, Settings},
};

/// How often a picture is looked at before it must have settled.
const MOST_LOOKS: usize = 60;

pub type Program = Harness<'static, App>;

/// A window of `size` points, sixty frames a second.
pub fn window(size: impl Into<Vec2>) -> HarnessBuilder<App> {
    Harness::builder().with_size(size).with_step_dt(1.0 / 60.0)
}

/// The program with the bundled records, after its first frames; it keeps nothing.
pub fn program(window: HarnessBuilder<App>, loaded: impl Into<Loaded>) -> Program {
    program_beside(window, loaded, None)
}

/// The same with its settings and bookmarks kept at `path`.
pub fn program_beside(
    window: HarnessBuilder<App>,
    loaded: impl Into<Loaded>,
    path: Option<PathBuf>,
) -> Program {
    program_of(window, loaded.into(), path)
}

/// The program as it starts with what was loaded, keeping what becomes of it at `path`.
pub fn program_of(window: HarnessBuilder<App>, loaded: Loaded, path: Option<PathBuf>) -> Program {
    let mut program =
        window.build_eframe(|creation| App::new(&creation.egui_ctx, loaded, path).unwrap());
    program.run_steps(4);
    program
}

/// What the program of a person finds who last looked at `window`, in the language of the code `lang`.
pub fn looking_at(window: &str, lang: &str) -> Loaded {
    let settings = Settings {
        language: Some(lang.to_owned()),
        ..Settings::default()
    };
    seeing(settings, window, None)
}

/// The same with these settings, and the map where it was.
pub fn seeing(settings: Settings, window: &str, camera: Option<Pose>) -> Loaded {
    let view = View {
        filter: Filter {
            window: Window::parse(window).unwrap(),
            stale: settings.stale_limit(),
            ..Filter::default()
        },
        camera,
        ..View::default()
    };
    Loaded {
        session: Session {
            view: Some(view),
            ..Session::default()
        },
        ..Loaded::from(settings)
    }
}

/// Waits until nothing moves any more: the basemap is drawn on other threads.
pub fn settle(program: &mut Program) {
    let mut last = None;
    for _ in 0..MOST_LOOKS {
        program.run_steps(2);
        sleep(Duration::from_millis(250));
        let now = program.render().unwrap();
        if last.as_ref() == Some(&now) {
            return;
        }
        last = Some(now);
    }
}

/// A file that is dropped on the window.
#[derive(Debug)]
pub struct DroppedPath(pub PathBuf);

impl egui::DroppedFile for DroppedPath {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
