//! Carries out requests about where the map looks.

use crate::{command::MapCommand, map::MapView};

use super::super::App;

impl App {
    pub(super) fn apply_map(&mut self, command: MapCommand) {
        match command {
            MapCommand::FitAll => self.fit_all(),
            MapCommand::Show(row) => {
                let dataset = &self.state.document.dataset;
                if dataset.rows().contains(row) {
                    self.map.reveal(dataset, row);
                }
            }
            command => move_camera(&mut self.map, command),
        }
    }

    /// Flies to where every mark of the window can be seen.
    pub(in super::super) fn fit_all(&mut self) {
        let bounds = self.state.document.reach_in_window();
        self.map.fit_or_home(bounds);
    }
}

fn move_camera(map: &mut MapView, command: MapCommand) {
    match command {
        MapCommand::FlyTo(pose) => map.camera.fly_to(pose),
        MapCommand::Fit(bounds) => map.fit(bounds),
        MapCommand::ZoomIn => map.camera.zoom_by(1.0),
        MapCommand::ZoomOut => map.camera.zoom_by(-1.0),
        MapCommand::Spiderfy(row) => map.spiderfy(row),
        MapCommand::List(cell) => map.list(cell),
        MapCommand::FitAll | MapCommand::Show(_) => {}
    }
}
