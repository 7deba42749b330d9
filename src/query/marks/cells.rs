//! What is drawn of many records: they are counted by cells that are fixed to the map.
//!
//! The cells of a view are found once, and counted again for every window. A cell that shows a few
//! records gives their own marks, areas and shapes; one that shows more gives a mark with a count, which
//! stands where the cell's records lie, whatever the window, so that it stays while time passes.

use crate::{
    data::{Filter, Mercator, mercator::UnitPoint},
    model::{Own, RowId},
};

use super::{
    Badge, BadgePlace, Cluster, LayerTally, Mark, MarkLayout,
    grouping::{Extent, Level, extent_of},
    mark,
    question::{MapArea, MarksQuestion},
    tallies,
};
use crate::query::{
    Engine, Shown, ShownRow,
    index::{Cell, CellId, CellTally, Cells, MercatorRect},
};

/// Least side of a cell on the screen, in points; below twice of it.
const SIDE_POINTS: f64 = 40.0;
/// Cells are found by the block, so that panning a little finds none anew.
const BLOCK: f64 = 8.0;
/// Records that a cell shows one by one.
const SPARSE: usize = 4;
/// Records of an opened cell that are shown one by one.
pub(super) const OPENED: usize = 40;
/// Records of a cell closer than this share a mark, in points.
const REACH_POINTS: f64 = 15.0;
/// Share of a cell's side that its mark keeps free on either side of the middle.
const ROOM: f64 = 0.15;

/// The cells of a view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Grid {
    level: u8,
    rect: MercatorRect,
}

impl Grid {
    /// Finds the cells that serve a part of the map.
    pub(super) fn of(area: &MapArea) -> Self {
        let level = (area.points_per_unit() / SIDE_POINTS).log2().floor();
        let level = level.clamp(0.0, 28.0);
        let block = BLOCK / level.exp2();
        let [north_west, south_east] = area.corners;
        let down = |unit: f64| Mercator::of_unit((unit / block).floor() * block);
        let up = |unit: f64| Mercator::of_unit((unit / block).ceil() * block);
        Self {
            level: level as u8,
            rect: MercatorRect {
                west: down(north_west[0]),
                north: down(north_west[1]),
                east: up(south_east[0]),
                south: up(south_east[1]),
            },
        }
    }

    /// Returns the side of a cell in unit Mercator.
    fn side(self) -> f64 {
        1.0 / f64::from(self.level).exp2()
    }
}

/// The cells of a view with what is remembered of them.
pub(super) struct Counting {
    grid: Grid,
    /// The index that they belong to.
    index: u64,
    cells: Cells,
    /// Where the mark of each cell stands.
    anchors: Vec<UnitPoint>,
    counted: CellTally,
    /// The cells of records that are known to an area only.
    areas: Cells,
    counted_areas: CellTally,
}

impl Counting {
    /// Finds the cells of a grid in the index of `engine`.
    pub(super) fn of(engine: &Engine, grid: Grid) -> Self {
        let index = engine.index();
        let cells = index.cells(grid.level, &grid.rect);
        let anchor = |(number, cell): (CellId, &Cell)| {
            let sampled = index.sample(&cells, number, SAMPLED);
            anchor_of(*cell, grid.side(), &sampled)
        };
        Self {
            anchors: cells.numbers().zip(cells.as_slice()).map(anchor).collect(),
            index: index.id(),
            grid,
            cells,
            counted: CellTally::default(),
            areas: engine.areas().cells(grid.level, &grid.rect),
            counted_areas: CellTally::default(),
        }
    }

    /// Tells whether these are the cells of a grid in the index of `engine`.
    pub(super) fn is_of(&self, engine: &Engine, grid: Grid) -> bool {
        self.index == engine.id() && self.grid == grid
    }

    /// Lays out what the window shows.
    pub(super) fn layout(&mut self, engine: &Engine, question: MarksQuestion<'_>) -> MarkLayout {
        let index = engine.index();
        let query = index.query_of(question.filter);
        index.count(&self.cells, &query, &mut self.counted);
        let areas = engine.areas();
        let of_areas = areas.query_of(question.filter);
        areas.count(&self.areas, &of_areas, &mut self.counted_areas);
        let opened = question.opened.and_then(|row| self.cell_of(engine, row));
        let mut layout = MarkLayout {
            counts: true,
            ..MarkLayout::default()
        };
        for number in self.cells.numbers() {
            let total = self.counted.sum(number).total() as usize;
            let is_listed = total <= SPARSE || (opened == Some(number) && total <= OPENED);
            if total > 0 && is_listed {
                let rows = index.rows(&self.cells, number, &query, OPENED);
                self.list(engine, question, number, rows, &mut layout);
            } else if total > 0 {
                layout.clusters.push(self.dense(number, total));
            }
        }
        layout.order();
        layout.badges = badges(engine, question.filter);
        layout
    }

    /// Returns the number of the cell in which a row lies.
    fn cell_of(&self, engine: &Engine, row: RowId) -> Option<CellId> {
        let columns = engine.dataset().columns();
        // A stack may have been opened among records that are not open any more.
        let position = columns
            .rows()
            .contains(row)
            .then(|| columns.position(row))??;
        self.cells.number_of(Cell::of(position, self.grid.level))
    }

    fn dense(&self, number: CellId, total: usize) -> Cluster {
        let by_layer = self.counted.cell(number).iter().zip(0_u16..);
        let by_layer = by_layer.map(|(count, layer)| LayerTally {
            layer,
            certain: count.certain as usize,
            possible: count.possible as usize,
        });
        let cell = *self.cells.as_slice().own(number);
        Cluster {
            anchor: *self.anchors.own(number),
            extent: Extent::Place,
            members: Vec::new(),
            tallies: by_layer.filter(|tally| tally.total() > 0).collect(),
            count: total,
            has_areas: self.has_areas(cell),
            cell: Some(cell),
        }
    }

    /// Tells whether the window shows records of a cell that are known to an area only.
    fn has_areas(&self, cell: Cell) -> bool {
        let number = self.areas.number_of(cell);
        number.is_some_and(|number| self.counted_areas.sum(number).total() > 0)
    }

    /// Adds the records of cell `number`, which shows `rows`: each by itself, or all as one mark where they lie too
    /// close together.
    fn list(
        &self,
        engine: &Engine,
        question: MarksQuestion<'_>,
        number: CellId,
        rows: Vec<ShownRow>,
        layout: &mut MarkLayout,
    ) {
        let dataset = engine.dataset();
        let level = Level::of(question.area.zoom);
        let mut places = Vec::new();
        for shown in rows {
            let Some(mark) = mark(dataset, question.filter, shown) else {
                continue;
            };
            match extent_of(dataset.columns(), shown.row, level) {
                Extent::Place => places.push(mark),
                Extent::Shape => layout.shapes.push(mark),
                circle @ Extent::Circle { .. } => layout.clusters.push(Cluster {
                    anchor: mark.at,
                    extent: circle,
                    tallies: tallies(&[mark]),
                    members: vec![mark],
                    count: 1,
                    has_areas: false,
                    cell: None,
                }),
            }
        }
        places.sort_unstable_by_key(|mark: &Mark| mark.row);
        let reach = REACH_POINTS / level.points_per_unit();
        if are_apart(&places, reach) {
            let alone = |mark: Mark| Cluster::of_members(mark.at, vec![mark]);
            layout.clusters.extend(places.into_iter().map(alone));
        } else {
            let anchor = *self.anchors.own(number);
            layout.clusters.push(Cluster::of_members(anchor, places));
        }
    }
}

/// Tells whether no two of a few marks lie within reach of each other.
fn are_apart(marks: &[Mark], reach: f64) -> bool {
    marks.iter().enumerate().all(|(index, mark)| {
        let others = marks.iter().skip(index + 1);
        others
            .map(|other| (other.at[0] - mark.at[0]).hypot(other.at[1] - mark.at[1]))
            .all(|distance| distance > reach)
    })
}

/// Records of a cell that say where its mark stands.
const SAMPLED: usize = 16;

/// Returns the middle of a cell's records, drawn in from the edges so that marks of neighbours part.
fn anchor_of(cell: Cell, side: f64, sampled: &[Mercator]) -> UnitPoint {
    let (first, _) = cell.corners();
    let (west, north) = first.unit();
    let count = sampled.len().max(1) as f64;
    let (x, y) = sampled.iter().fold((0.0, 0.0), |(x, y), position| {
        let unit = position.unit();
        (x + unit.0 / count, y + unit.1 / count)
    });
    let within = |at: f64, from: f64| {
        let middle = from + side / 2.0;
        at.clamp(middle - ROOM * side, middle + ROOM * side)
    };
    [within(x, west), within(y, north)]
}

/// Returns badges for what the window shows and no cell holds.
fn badges(engine: &Engine, filter: &Filter) -> Vec<Badge> {
    let counted = [
        (BadgePlace::Countries, engine.in_countries(filter)),
        (BadgePlace::Nowhere, engine.without_place(filter)),
    ];
    let badge = |(place, shown): (BadgePlace, Vec<Shown>)| {
        let tally = |(shown, layer): (Shown, u16)| LayerTally {
            layer,
            certain: shown.certain,
            possible: shown.possible,
        };
        let tallies: Vec<LayerTally> = shown
            .into_iter()
            .zip(0_u16..)
            .map(tally)
            .filter(|tally| tally.total() > 0)
            .collect();
        Badge {
            place,
            members: Vec::new(),
            count: tallies.iter().map(LayerTally::total).sum(),
            tallies,
        }
    };
    let badges = counted.into_iter().map(badge);
    badges.filter(|badge| badge.count > 0).collect()
}
