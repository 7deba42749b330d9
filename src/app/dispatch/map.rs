//! Carries out requests about where the map looks.

use crate::{command::MapCommand, map::MapView, store::Dataset, store::Visible};

pub(super) fn apply(map: &mut MapView, dataset: &Dataset, visible: &Visible, command: MapCommand) {
    match command {
        MapCommand::FlyTo(pose) => map.camera.fly_to(pose),
        MapCommand::Fit(bounds) => map.fit(bounds),
        MapCommand::FitAll => map.fit_all(dataset, visible),
        MapCommand::Show(row) => map.reveal(dataset, row),
        MapCommand::ZoomIn => map.camera.zoom_by(1.0),
        MapCommand::ZoomOut => map.camera.zoom_by(-1.0),
        MapCommand::Fan(row) => map.fan(row),
    }
}
