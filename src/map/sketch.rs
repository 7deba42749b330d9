//! The shape of a record while it is drawn or moved, corner by corner.

mod shape;

use geo::Point;
use serde_json::Value;

use crate::{data::km_between, model::RowId};

use super::drawing::whole_enough;
use shape::{Corner, DrawnShape, MOST_CORNERS, Path, point};
pub use shape::{CornerId, Position};

/// What is done to the place of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeTool {
    /// A line is drawn.
    Line,
    /// An area is drawn.
    Area,
    /// The corners of its lines or areas are moved.
    Corners,
    /// How far around its point it may be.
    Radius,
}

/// Kilometres that no radius passes: a quarter of the way around the earth.
const MOST_KM: f64 = 10_000.0;

/// What a step back undoes.
#[derive(Clone, Debug, PartialEq)]
enum Undone {
    Added(CornerId),
    Moved(CornerId, Corner),
    Removed(CornerId, Corner),
}

/// A shape that is not finished.
#[derive(Clone, Debug, PartialEq)]
pub struct ShapeSketch {
    tool: ShapeTool,
    row: RowId,
    revision: u64,
    shape: DrawnShape,
    /// Whether something was wrong with the shape before it was touched: then it may stay so.
    was_wrong: bool,
    steps: Vec<Undone>,
    centre: Option<Point<f64>>,
    /// The radius, and what it was at first.
    km: Option<f64>,
    first_km: Option<f64>,
    /// Where the keys have led the crosshair, in degrees.
    pub aim: Option<Point<f64>>,
    /// The corner that the keys carry.
    pub held: Option<CornerId>,
}

impl ShapeSketch {
    /// Begins to draw or to move the shape of a record, which has `geometry` in the reading `revision`.
    ///
    /// # Errors
    ///
    /// The key of what there is to say where the tool has nothing to work on.
    pub fn begin(
        tool: ShapeTool,
        row: RowId,
        revision: u64,
        geometry: Option<&Value>,
        km: Option<f64>,
    ) -> Result<Self, &'static str> {
        let shape = match tool {
            ShapeTool::Line | ShapeTool::Area => DrawnShape::empty(tool == ShapeTool::Area),
            ShapeTool::Corners => DrawnShape::read(geometry.ok_or("sketch-no-corners")?)?,
            ShapeTool::Radius => DrawnShape::empty(false),
        };
        let centre = match tool {
            ShapeTool::Radius => {
                let is_point = |it: &&Value| it.get("type").is_some_and(|it| it == "Point");
                let point = geometry.filter(is_point);
                let point = point.and_then(|it| Corner::read(it.get("coordinates")?));
                Some(point.ok_or("sketch-no-point")?.at)
            }
            _ => None,
        };
        Ok(Self {
            tool,
            row,
            revision,
            was_wrong: tool == ShapeTool::Corners && shape.fault().is_some(),
            shape,
            steps: Vec::new(),
            centre,
            km,
            first_km: km,
            aim: None,
            held: None,
        })
    }

    /// Returns what is done.
    #[must_use]
    pub const fn tool(&self) -> ShapeTool {
        self.tool
    }

    /// Tells whether its row is one of this reading.
    #[must_use]
    pub const fn is_of(&self, revision: u64) -> bool {
        revision == self.revision
    }

    /// Goes on with the row that shows the same record in a later reading.
    pub const fn follow(&mut self, row: RowId, revision: u64) {
        self.row = row;
        self.revision = revision;
    }

    /// Tells whether there is something that would be lost with it.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        !self.steps.is_empty() || self.km != self.first_km
    }

    /// Returns the record.
    #[must_use]
    pub const fn row(&self) -> RowId {
        self.row
    }

    /// Tells whether lines close to rings.
    #[must_use]
    pub const fn is_area(&self) -> bool {
        self.shape.is_area
    }

    /// Tells whether clicks add corners.
    #[must_use]
    pub fn is_growing(&self) -> bool {
        matches!(self.tool, ShapeTool::Line | ShapeTool::Area)
    }

    /// Returns lines and rings.
    #[must_use]
    pub fn paths(&self) -> &[Path] {
        &self.shape.paths
    }

    /// Returns the point about which a radius is set.
    #[must_use]
    pub const fn centre(&self) -> Option<Point<f64>> {
        self.centre
    }

    /// Returns the radius in kilometres, where there is one.
    #[must_use]
    pub const fn km(&self) -> Option<f64> {
        self.km
    }

    /// Returns where a corner is.
    #[must_use]
    pub fn at(&self, id: CornerId) -> Option<Point<f64>> {
        Some(self.shape.paths.get(id.path)?.corners.get(id.corner)?.at)
    }

    /// Returns the last corner that was drawn.
    #[must_use]
    pub fn last(&self) -> Option<Point<f64>> {
        let path = self.shape.paths.last().filter(|_| self.is_growing());
        Some(path?.corners.last()?.at)
    }

    /// Returns every corner with where it is.
    pub fn corners(&self) -> impl Iterator<Item = (CornerId, Point<f64>)> + '_ {
        self.shape.paths.iter().enumerate().flat_map(|(path, it)| {
            let corners = it.corners.iter().enumerate();
            corners.map(move |(corner, it)| (CornerId { path, corner }, it.at))
        })
    }

    /// Returns the middle of each edge, with the place that a corner put there would have.
    pub fn middles(&self) -> impl Iterator<Item = (CornerId, Point<f64>)> + '_ {
        let shown = self.shape.paths.iter().enumerate();
        let shown = shown.filter(|_| self.tool == ShapeTool::Corners);
        shown.flat_map(|(path, it)| {
            let next = it.corners.iter().cycle().skip(1);
            let edges = it.corners.iter().zip(next).enumerate();
            let edges = edges.take(
                it.corners
                    .len()
                    .saturating_sub(usize::from(!self.shape.is_area)),
            );
            edges.map(move |(corner, (from, to))| {
                let middle = (from.at + to.at) / 2.0;
                let corner = corner + 1;
                (CornerId { path, corner }, middle)
            })
        })
    }

    /// Takes a click: another corner of what is drawn, or how far a radius reaches.
    pub fn click(&mut self, at: &Position) {
        if self.tool == ShapeTool::Radius {
            self.reach(at);
        } else if let (Some(path), true) =
            (self.shape.paths.len().checked_sub(1), self.is_growing())
        {
            let corner = self.shape.paths.last().map_or(0, |path| path.corners.len());
            self.insert(CornerId { path, corner }, at);
        }
    }

    fn reach(&mut self, at: &Position) {
        if let (Some(centre), Some(at)) = (self.centre, point(at)) {
            self.set_km(km_between(centre, at));
        }
    }

    /// Sets the radius, as round as a hand can mean.
    pub fn set_km(&mut self, km: f64) {
        let km = whole_enough(km.min(MOST_KM));
        self.km = (km > 0.0).then_some(km);
    }

    /// Makes the radius longer or shorter by a step that is seen.
    pub fn step_km(&mut self, is_longer: bool) {
        let km = self.km.unwrap_or(1.0);
        let step = (km / 10.0).max(0.1);
        self.set_km(if is_longer { km + step } else { km - step });
    }

    /// Puts a corner there, before the one that has its place now.
    pub fn insert(&mut self, id: CornerId, at: &Position) {
        let all: usize = self.shape.paths.iter().map(|path| path.corners.len()).sum();
        let (Some(at), Some(path)) = (Corner::new(at), self.shape.paths.get_mut(id.path)) else {
            return;
        };
        let before = id.corner.checked_sub(1);
        let is_twice = before.and_then(|it| path.corners.get(it)) == Some(&at);
        if id.corner <= path.corners.len() && all < MOST_CORNERS && !is_twice {
            path.corners.insert(id.corner, at);
            self.steps.push(Undone::Added(id));
        }
    }

    /// Moves a corner there. Moving one on is part of the same step.
    pub fn move_to(&mut self, id: CornerId, at: &Position, is_begun: bool) {
        let Some(at) = Corner::new(at) else { return };
        let corners = self
            .shape
            .paths
            .get_mut(id.path)
            .map(|path| &mut path.corners);
        let Some(corner) = corners.and_then(|it| it.get_mut(id.corner)) else {
            return;
        };
        let was = std::mem::replace(corner, at);
        if is_begun {
            self.steps.push(Undone::Moved(id, was));
        }
    }

    /// Takes a corner away; whether it could be: a line keeps two, a ring three.
    pub fn remove(&mut self, id: CornerId) -> bool {
        let fewest = if self.is_growing() {
            0
        } else {
            self.shape.fewest()
        };
        let Some(path) = self.shape.paths.get_mut(id.path) else {
            return false;
        };
        if path.corners.len() <= fewest || id.corner >= path.corners.len() {
            return false;
        }
        let was = path.corners.remove(id.corner);
        self.steps.push(Undone::Removed(id, was));
        self.held = None;
        true
    }

    /// Takes the last step back. A corner that is carried comes back to where it was taken, and the crosshair with it;
    /// where it has not left that place, it is put down.
    pub fn step_back(&mut self) {
        if self.tool == ShapeTool::Radius {
            self.km = self.first_km;
            return;
        }
        let held = self.held.take();
        match self.steps.pop() {
            None => {}
            Some(Undone::Added(id)) => {
                if let Some(corners) = self.corners_of(id) {
                    corners.remove(id.corner);
                }
            }
            Some(Undone::Moved(id, was)) => {
                let corners = self.corners_of(id);
                let Some(corner) = corners.and_then(|it| it.get_mut(id.corner)) else {
                    return;
                };
                let now = std::mem::replace(corner, was.clone());
                if held == Some(id) && now.at != was.at {
                    (self.held, self.aim) = (held, Some(was.at));
                    self.steps.push(Undone::Moved(id, was));
                }
            }
            Some(Undone::Removed(id, was)) => {
                let path = self.shape.paths.get_mut(id.path);
                if let Some(path) = path.filter(|path| id.corner <= path.corners.len()) {
                    path.corners.insert(id.corner, was);
                }
            }
        }
    }

    /// The corners of the path where this one is; `None`: it is not there.
    fn corners_of(&mut self, id: CornerId) -> Option<&mut Vec<Corner>> {
        let path = self.shape.paths.get_mut(id.path)?;
        (id.corner < path.corners.len()).then_some(&mut path.corners)
    }

    /// Tells whether there are corners enough to end.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        match self.tool {
            ShapeTool::Radius => self.km.is_some(),
            ShapeTool::Corners => true,
            ShapeTool::Line | ShapeTool::Area => {
                let fewest = self.shape.fewest();
                let mut paths = self.shape.paths.iter();
                paths.all(|path| path.corners.len() >= fewest)
            }
        }
    }

    /// Returns the shape as a geometry of GeoJSON, and the key of what is still wrong with it where something was from
    /// the beginning: what is mended step by step is not refused on the way.
    ///
    /// # Errors
    ///
    /// The key of what keeps it from being one.
    pub fn finished(&self) -> Result<(Value, Option<&'static str>), &'static str> {
        match self.shape.fault() {
            Some(fault) if !self.was_wrong => Err(fault),
            fault => Ok((self.shape.written(), fault)),
        }
    }
}

#[cfg(test)]
mod tests;
