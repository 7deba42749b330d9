//! Carries out requests about the shape of a record.

use serde_json::Value;

use crate::{
    command::{EditCommand, SketchCommand},
    data::edit::Pointer,
    map::{ShapeSketch, ShapeTool},
    ui::notice::Tone,
};

use super::super::App;

impl App {
    pub(super) fn apply_sketch(&mut self, command: SketchCommand) {
        match command {
            SketchCommand::Begin(tool) => return self.begin_sketch(tool),
            SketchCommand::Leave => return self.map.set_sketch(None),
            SketchCommand::Lose => return self.lose_sketch(),
            SketchCommand::Done => return self.end_sketch(),
            _ => {}
        }
        let Some(sketch) = self.map.sketch_mut() else {
            return;
        };
        match command {
            SketchCommand::Aim(at) => {
                sketch.aim = Some(at);
                self.map.keep_in_view(at);
            }
            SketchCommand::Click(at) => sketch.click(&at),
            SketchCommand::Reach(is_longer) => sketch.step_km(is_longer),
            SketchCommand::Insert(corner, at) => sketch.insert(corner, &at),
            SketchCommand::Move {
                corner,
                to,
                is_begun,
            } => sketch.move_to(corner, &to, is_begun),
            SketchCommand::Hold(corner) => sketch.held = corner,
            SketchCommand::Remove(corner) => {
                if !sketch.remove(corner) {
                    self.say(Tone::Warning, "sketch-fewest");
                }
            }
            SketchCommand::Back => sketch.step_back(),
            SketchCommand::Begin(_)
            | SketchCommand::Leave
            | SketchCommand::Lose
            | SketchCommand::Done => {}
        }
    }

    fn begin_sketch(&mut self, tool: ShapeTool) {
        if !self.may_edit() || self.keeps_sketch() {
            return;
        }
        let document = &mut self.state.document;
        let Some(row) = document.selection.selected else {
            return self.say(Tone::Warning, "edit-select-first");
        };
        let dataset = &document.dataset;
        let feature: Option<Value> = serde_json::from_str(&dataset.feature(row)).ok();
        let geometry = feature.as_ref().and_then(|it| it.get("geometry"));
        let km = feature.as_ref().and_then(|it| {
            let km = it.pointer("/properties/place_radius_km")?;
            km.as_f64()
        });
        match ShapeSketch::begin(tool, row, dataset.revision(), geometry, km) {
            Ok(sketch) => {
                document.authoring.is_form = true;
                self.state.settings.right_panel = true;
                if geometry.is_some_and(|it| !it.is_null()) {
                    self.map.reveal(&self.state.document.dataset, row);
                }
                self.map.set_sketch(Some(sketch));
            }
            Err(key) => self.say(Tone::Warning, key),
        }
    }

    /// Whether a shape is begun, so that no other may be: this is said.
    pub(super) fn keeps_sketch(&mut self) -> bool {
        let is_begun = self.map.sketch().is_some_and(ShapeSketch::is_begun);
        if is_begun {
            self.say(Tone::Warning, "sketch-open");
        }
        is_begun
    }

    /// Leaves a shape whose record is not there any more; said where something was drawn.
    pub(in crate::app) fn lose_sketch(&mut self) {
        if self.map.sketch().is_some_and(ShapeSketch::is_begun) {
            self.say(Tone::Warning, "sketch-lost");
        }
        self.map.set_sketch(None);
    }

    fn end_sketch(&mut self) {
        let Some(sketch) = self.map.sketch() else {
            return;
        };
        let row = sketch.row();
        let change = match (sketch.tool(), sketch.km()) {
            (ShapeTool::Radius, Some(km)) => {
                Ok((Pointer::property("place_radius_km"), written(km), None))
            }
            (ShapeTool::Radius, None) => Err("sketch-no-radius"),
            _ => sketch
                .finished()
                .map(|(shape, fault)| (Pointer::of(["geometry"]), shape, fault)),
        };
        let (path, value, fault) = match change {
            Ok(change) => change,
            Err(key) => return self.say(Tone::Warning, key),
        };
        let feature = self.state.document.dataset.feature(row);
        let feature: Option<Value> = serde_json::from_str(&feature).ok();
        let now = feature
            .as_ref()
            .and_then(|it| it.pointer(&path.to_string()));
        let is_there = now == Some(&value);
        let before = self.state.document.authoring.count();
        self.apply_edit(EditCommand::Set {
            row,
            changes: vec![(path, Some(value))],
            why: None,
        });
        // What could not be written, which was said, is not lost.
        if is_there || self.state.document.authoring.count() > before {
            self.map.set_sketch(None);
            if let Some(key) = fault {
                self.say(Tone::Warning, key);
            }
        }
    }
}

/// Kilometres as they are written: whole ones without a point.
fn written(km: f64) -> Value {
    if km.fract() == 0.0 {
        Value::from(km as u64)
    } else {
        Value::from(km)
    }
}
