//! Outlines and their insides at one level of zoom, made when they are first drawn.

use crate::model::RowId;
use std::sync::Arc;

use egui::Context;

use super::{
    fills::{self, Triangles},
    outline::ShapeOutline,
};
use crate::{
    data::Columns,
    query::marks::Level,
    work::{self, ByteCache, Ended, Job, Progress},
};

/// Bytes of outlines that are kept, and of their insides.
const OUTLINE_BYTES: usize = 192 << 20;
const FILL_BYTES: usize = 96 << 20;

/// Corners that are cut within a frame; the others are cut elsewhere, a number of outlines at a time.
const CORNERS_A_FRAME: usize = 4096;
const OUTLINES_A_JOB: usize = 64;

/// The inside of an outline.
pub(super) type Fill = Arc<Vec<Triangles>>;

/// A row and the inside of its outline.
type Cut = (RowId, Vec<Triangles>);

/// What is remembered of the shapes of a dataset.
#[derive(Default)]
pub(super) struct ShapeMemo {
    key: Option<(u64, Level)>,
    outlines: ByteCache<RowId, Arc<ShapeOutline>, OUTLINE_BYTES>,
    fills: ByteCache<RowId, Fill, FILL_BYTES>,
    /// Corners that may still be cut within this frame.
    left: usize,
    /// What was asked for and is not there.
    missing: Vec<(RowId, Arc<ShapeOutline>)>,
    cutting: Option<Job<Vec<Cut>>>,
}

impl ShapeMemo {
    /// Begins a frame; `is_still`: everything in it is to be there at once.
    pub(super) fn begin(&mut self, revision: u64, level: Level, is_still: bool) {
        if self.key != Some((revision, level)) {
            *self = Self {
                key: Some((revision, level)),
                ..Self::default()
            };
        }
        self.missing.clear();
        self.left = if is_still {
            usize::MAX
        } else {
            CORNERS_A_FRAME
        };
        if let Some(Ended::Done(cut)) = Job::take_ended(&mut self.cutting) {
            for (row, fill) in cut {
                self.keep(row, fill);
            }
        }
    }

    /// Returns the outline of a row, if it has more than a point.
    pub(super) fn outline(&mut self, columns: &Columns, row: RowId) -> Option<Arc<ShapeOutline>> {
        if let Some(outline) = self.outlines.get(&row) {
            return Some(Arc::clone(outline));
        }
        let (_, level) = self.key?;
        let outline = Arc::new(ShapeOutline::of(columns.shape(row)?, level));
        let bytes = outline.bytes();
        self.outlines.insert(row, Arc::clone(&outline), bytes);
        Some(outline)
    }

    /// Returns the inside of an outline; `None` while it is being cut.
    pub(super) fn fill(&mut self, row: RowId, outline: &Arc<ShapeOutline>) -> Option<Fill> {
        if let Some(fill) = self.fills.get(&row) {
            return Some(Arc::clone(fill));
        }
        let corners = outline.corners_of_rings();
        if corners > self.left {
            self.missing.push((row, Arc::clone(outline)));
            return None;
        }
        self.left -= corners;
        let fill = fills::cut(outline, &Progress::unwatched())?;
        Some(self.keep(row, fill))
    }

    /// Has what is missing cut, and the next frame drawn when that is done.
    pub(super) fn end(&mut self, ctx: &Context) {
        if self.missing.is_empty() || self.cutting.is_some() {
            return;
        }
        self.missing.truncate(OUTLINES_A_JOB);
        let missing = std::mem::take(&mut self.missing);
        let ctx = ctx.clone();
        let room = work::Room::new(Arc::new(move || ctx.request_repaint()));
        let job = room.start("shapes", "", move |progress| {
            let cut = |(row, outline): &(RowId, Arc<ShapeOutline>)| {
                Some((*row, fills::cut(outline, progress)?))
            };
            missing.iter().map_while(cut).collect()
        });
        self.cutting = Some(job);
    }

    fn keep(&mut self, row: RowId, fill: Vec<Triangles>) -> Fill {
        let bytes: usize = fill.iter().map(Triangles::bytes).sum();
        // What is larger than all that is kept stays an outline: it would be cut again in every frame.
        let fill = Arc::new(if bytes > FILL_BYTES { Vec::new() } else { fill });
        let bytes = fill.iter().map(Triangles::bytes).sum();
        self.fills.insert(row, Arc::clone(&fill), bytes);
        fill
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wheel(corners: usize) -> Arc<ShapeOutline> {
        let ring = (0..=corners).map(|corner| {
            let turn = (corner % corners) as f64 / corners as f64 * std::f64::consts::TAU;
            [0.5 + 0.1 * turn.cos(), 0.5 + 0.1 * turn.sin()]
        });
        Arc::new(ShapeOutline {
            rings: vec![ring.collect()],
            polygons: std::iter::once(0..1).collect(),
            ..ShapeOutline::default()
        })
    }

    #[test]
    fn a_polygon_of_many_corners_is_cut_off_the_drawing_thread_and_is_its_edge_until_then() {
        let (mut memo, ctx) = (ShapeMemo::default(), Context::default());
        let (small, large) = (wheel(100), wheel(CORNERS_A_FRAME));
        let begin = |memo: &mut ShapeMemo| memo.begin(1, Level::of(8.0), false);
        begin(&mut memo);
        assert!(memo.fill(RowId::new(0), &small).is_some());
        assert!(memo.fill(RowId::new(1), &large).is_none());
        memo.end(&ctx);
        while memo.cutting.is_some() {
            std::thread::yield_now();
            begin(&mut memo);
        }
        let fill = memo.fill(RowId::new(1), &large).unwrap();
        assert_eq!(fill[0].indices.len() / 3, CORNERS_A_FRAME - 2);
    }

    #[test]
    fn many_small_polygons_share_what_a_frame_has_time_for() {
        let mut memo = ShapeMemo::default();
        memo.begin(1, Level::of(8.0), false);
        let cut = (0..100).filter(|row| memo.fill(RowId::new(*row), &wheel(400)).is_some());
        assert_eq!(cut.count(), CORNERS_A_FRAME / 401);
        memo.begin(1, Level::of(8.0), true);
        assert!((0..100).all(|row| memo.fill(RowId::new(row), &wheel(400)).is_some()));
    }
}
