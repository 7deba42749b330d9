//! Carries out requests about where the map looks.

use geo::Rect;

use crate::{
    command::MapCommand,
    data::Within,
    map::{AreaSketch, MapView},
};

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
            MapCommand::FilterToView => {
                let seen = self.map.seen().map(|view| outwards(view.bounds()));
                self.state.document.filter.within = seen.map(Within::Bounds);
            }
            MapCommand::DrawClick(at) => {
                let area = self.map.drawing_mut().and_then(|drawing| drawing.click(at));
                self.show_drawn(area);
            }
            MapCommand::DrawDone => {
                let area = self.map.drawing().and_then(AreaSketch::finished);
                self.show_drawn(area);
            }
            MapCommand::Draw(Some(_)) if self.keeps_sketch() => {}
            command => move_camera(&mut self.map, command),
        }
    }

    /// Shows only what lies in an area that was drawn, if one was.
    fn show_drawn(&mut self, area: Option<Within>) {
        if area.is_some() {
            self.map.draw(None);
            self.state.document.filter.within = area;
        }
    }

    /// Flies to where every mark of the window can be seen.
    pub(in super::super) fn fit_all(&mut self) {
        let bounds = self.state.document.reach_in_window();
        self.map.fit_or_home(bounds);
    }
}

/// Returns bounds that are said in four digits behind the point, about eleven metres, and leave out nothing that `bounds`
/// holds.
fn outwards(bounds: Rect<f64>) -> Rect<f64> {
    let (min, max) = (bounds.min(), bounds.max());
    let [down, up] =
        [f64::floor, f64::ceil].map(|round| move |degrees: f64| round(degrees * 1e4) / 1e4);
    Rect::new((down(min.x), down(min.y)), (up(max.x), up(max.y)))
}

fn move_camera(map: &mut MapView, command: MapCommand) {
    match command {
        MapCommand::FlyTo(pose) => map.camera.fly_to(pose),
        MapCommand::Fit(bounds) => map.fit(bounds),
        MapCommand::ZoomIn => map.camera.zoom_by(1.0),
        MapCommand::ZoomOut => map.camera.zoom_by(-1.0),
        MapCommand::Spiderfy(row) => map.spiderfy(row),
        MapCommand::List(cell) => map.list(cell),
        MapCommand::Draw(tool) => map.draw(tool),
        MapCommand::DrawBack => {
            if let Some(drawing) = map.drawing_mut() {
                drawing.step_back();
            }
        }
        MapCommand::FitAll
        | MapCommand::Show(_)
        | MapCommand::FilterToView
        | MapCommand::DrawClick(_)
        | MapCommand::DrawDone => {}
    }
}
