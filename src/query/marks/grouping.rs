//! Which records stand together at a level of zoom, whether they are shown or not.
//!
//! Groups are made in map space from every placed record of the dataset, in file order, so that
//! neither panning nor scrubbing moves a mark: only another level of zoom regroups. A record
//! whose place is an area wider than a mark is never a mark: it is an area, and groups with
//! records of the same area only.

use std::collections::HashMap;

use crate::{
    data::{
        Columns,
        mercator::{UnitPoint, WORLD_POINTS, units_per_km},
    },
    model::{Own, PlacePrecision, RowId},
};

/// Records closer than this share a mark, in points at the level's zoom.
const REACH_POINTS: f64 = 15.0;
/// Records closer than this share a mark where they are many, in points, so that stacks do not lie on each other.
const CROWDED_REACH_POINTS: f64 = 30.0;
/// More records than this are many.
const CROWD: usize = 1500;
/// An area of at least this radius on the screen is drawn as an area, in points.
const AREA_POINTS: f64 = 13.0;
/// Radius of an area whose record states none, in kilometres.
const AREA_KM: f64 = 5.0;
/// Radius of a region whose record states none, in kilometres.
const REGION_KM: f64 = 60.0;
/// Levels of grouping to one step of zoom.
const LEVELS_PER_ZOOM: f64 = 2.0;
/// Areas whose radii differ by less than this factor are one area.
const SAME_RADIUS: f64 = 1.15;

/// A level of zoom at which records are grouped; two to a step of zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Level(i32);

impl Level {
    /// Finds the level that serves a zoom.
    #[must_use]
    pub fn of(zoom: f64) -> Self {
        Self((zoom * LEVELS_PER_ZOOM).floor() as i32)
    }

    /// Returns points along one side of the world.
    #[must_use]
    pub fn points_per_unit(self) -> f64 {
        WORLD_POINTS * (f64::from(self.0) / LEVELS_PER_ZOOM).exp2()
    }
}

/// What a group takes up on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// A place no wider than a mark.
    Place,
    /// A circle.
    Circle {
        /// Its radius in unit Mercator.
        radius: f64,
    },
    /// The geometry of its one record.
    Shape,
}

/// Records that stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkGroup {
    /// Where its mark or the middle of its area is: the mean of its records.
    pub anchor: UnitPoint,
    /// What it takes up.
    pub extent: Extent,
    /// How many records of the dataset belong to it.
    pub count: usize,
}

/// The groups of a dataset at one level.
#[derive(Clone, Debug, Default)]
pub struct Grouping {
    groups: Vec<MarkGroup>,
    /// By row; `NONE` where a record has no place of its own on the map.
    group_of: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Grouping {
    /// Groups every placed record. Costs O(records).
    #[must_use]
    pub fn of(columns: &Columns, level: Level) -> Self {
        let mut builder = Builder {
            columns,
            scale: level.points_per_unit(),
            reach: if columns.len() - columns.totals().gone > CROWD {
                CROWDED_REACH_POINTS
            } else {
                REACH_POINTS
            },
            firsts: Vec::new(),
            cells: HashMap::new(),
            grouping: Self {
                groups: Vec::new(),
                group_of: vec![NONE; columns.len()],
            },
        };
        for row in columns.rows() {
            builder.add(row);
        }
        builder.grouping
    }

    /// Returns the groups.
    #[must_use]
    pub fn groups(&self) -> &[MarkGroup] {
        &self.groups
    }

    /// Returns the group of a row, as an index into [`Grouping::groups`].
    #[must_use]
    pub fn group_of(&self, row: RowId) -> Option<usize> {
        let group = *self.group_of.own(row);
        (group != NONE).then_some(group as usize)
    }
}

struct Builder<'a> {
    columns: &'a Columns,
    /// Points to a unit.
    scale: f64,
    /// How close records stand that share a mark, in points.
    reach: f64,
    /// Where the first record of each group is.
    firsts: Vec<UnitPoint>,
    /// Groups by the cell that their first record lies in.
    cells: HashMap<[i64; 2], Vec<u32>>,
    grouping: Grouping,
}

impl Builder<'_> {
    fn add(&mut self, row: RowId) {
        let columns = self.columns;
        let precision = columns.precision(row);
        let Some(position) = columns.position(row) else {
            return;
        };
        if precision == PlacePrecision::Country {
            return;
        }
        let (x, y) = position.unit();
        let at = [x, y];
        let extent = extent_at(columns, row, at, self.scale);
        let group = self
            .near(at, extent)
            .unwrap_or_else(|| self.found(at, extent));
        self.join(row, at, group);
    }

    /// Returns the first group within reach that takes up the same.
    fn near(&self, at: UnitPoint, extent: Extent) -> Option<usize> {
        if extent == Extent::Shape {
            return None;
        }
        let [column, line] = self.cell(at);
        let reach = self.reach / self.scale;
        (-1..=1)
            .flat_map(|dy| (-1..=1).map(move |dx| [column + dx, line + dy]))
            .filter_map(|cell| self.cells.get(&cell))
            .flatten()
            .map(|group| *group as usize)
            .filter(|group| self.is_alike(*group, extent))
            .filter(|group| {
                self.firsts
                    .get(*group)
                    .is_some_and(|first| (first[0] - at[0]).hypot(first[1] - at[1]) <= reach)
            })
            .min()
    }

    fn is_alike(&self, group: usize, extent: Extent) -> bool {
        let known = self.grouping.groups.get(group).map(|group| group.extent);
        match (known, extent) {
            (Some(Extent::Place), Extent::Place) => true,
            (Some(Extent::Circle { radius: known }), Extent::Circle { radius }) => {
                known.max(radius) / known.min(radius) < SAME_RADIUS
            }
            _ => false,
        }
    }

    fn found(&mut self, at: UnitPoint, extent: Extent) -> usize {
        let index = self.grouping.groups.len();
        self.grouping.groups.push(MarkGroup {
            anchor: at,
            extent,
            count: 0,
        });
        self.firsts.push(at);
        let cell = self.cell(at);
        self.cells.entry(cell).or_default().push(index as u32);
        index
    }

    fn join(&mut self, row: RowId, at: UnitPoint, index: usize) {
        if let Some(slot) = self.grouping.group_of.get_mut(row.index()) {
            *slot = index as u32;
        }
        if let Some(group) = self.grouping.groups.get_mut(index) {
            group.count += 1;
            let share = 1.0 / group.count as f64;
            for (anchor, at) in group.anchor.iter_mut().zip(at) {
                *anchor += (at - *anchor) * share;
            }
        }
    }

    fn cell(&self, at: UnitPoint) -> [i64; 2] {
        at.map(|unit| (unit * self.scale / self.reach).floor() as i64)
    }
}

/// Tells what a row takes up on the map at a level; a place when it has none.
#[must_use]
pub fn extent_of(columns: &Columns, row: RowId, level: Level) -> Extent {
    columns.position(row).map_or(Extent::Place, |position| {
        let (x, y) = position.unit();
        extent_at(columns, row, [x, y], level.points_per_unit())
    })
}

/// Tells what a row at a position takes up where a unit is `scale` points.
fn extent_at(columns: &Columns, row: RowId, at: UnitPoint, scale: f64) -> Extent {
    if let Some(shape) = columns.shape(row) {
        let points = span(shape) * scale;
        return if points < 2.0 * AREA_POINTS {
            Extent::Place
        } else {
            Extent::Shape
        };
    }
    let stated = columns.radius_km(row);
    let radius_km = match columns.precision(row) {
        PlacePrecision::Area if stated <= 0.0 => AREA_KM,
        PlacePrecision::Region if stated <= 0.0 => REGION_KM,
        PlacePrecision::Area | PlacePrecision::Region => f64::from(stated),
        _ => return Extent::Place,
    };
    let radius = radius_km * units_per_km(at);
    if radius * scale < AREA_POINTS {
        Extent::Place
    } else {
        Extent::Circle { radius }
    }
}

/// Returns the longer side of a geometry's bounding box, in unit Mercator.
fn span(shape: &geo::Geometry<f64>) -> f64 {
    crate::model::geometry::extent(shape).map_or(0.0, |extent| {
        let [west, north] =
            crate::data::mercator::unit_from_degrees((extent.min().x, extent.max().y).into());
        let [east, south] =
            crate::data::mercator::unit_from_degrees((extent.max().x, extent.min().y).into());
        (east - west).max(south - north)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fixture::{dataset, point};

    const AIRPORT: [f64; 2] = [-7.949_94, 12.5335];

    #[test]
    fn records_at_one_place_share_a_group_at_every_level() {
        let dataset = dataset(&[point(AIRPORT, "site", 0.0), point(AIRPORT, "site", 0.0)]);
        for zoom in 2..20 {
            let grouping = Grouping::of(dataset.columns(), Level::of(f64::from(zoom)));
            assert_eq!(
                grouping.group_of(RowId::new(0)),
                grouping.group_of(RowId::new(1))
            );
            assert_eq!(grouping.groups().len(), 1);
        }
    }

    #[test]
    fn records_part_as_the_map_zooms_in() {
        let town = [-7.975_22, 12.609_15];
        let dataset = dataset(&[point(AIRPORT, "site", 0.0), point(town, "town", 0.0)]);
        let groups = |zoom| {
            Grouping::of(dataset.columns(), Level::of(zoom))
                .groups()
                .len()
        };
        assert_eq!((groups(5.0), groups(11.0)), (1, 2));
    }

    #[test]
    fn an_area_wider_than_a_mark_is_never_a_mark() {
        let dataset = dataset(&[point(AIRPORT, "area", 2.5), point(AIRPORT, "site", 0.0)]);
        let groups = |zoom| {
            Grouping::of(dataset.columns(), Level::of(zoom))
                .groups()
                .to_vec()
        };
        assert_eq!(groups(6.0).len(), 1);
        let near = groups(12.0);
        assert!(matches!(near[0].extent, Extent::Circle { .. }));
        assert_eq!(near[1].extent, Extent::Place);
    }

    #[test]
    fn a_region_without_a_radius_is_an_area_all_the_same() {
        let dataset = dataset(&[point(AIRPORT, "region", 0.0)]);
        let grouping = Grouping::of(dataset.columns(), Level::of(6.0));
        assert!(matches!(grouping.groups()[0].extent, Extent::Circle { .. }));
    }

    #[test]
    fn a_record_known_to_the_country_only_has_no_place_on_the_map() {
        let dataset = dataset(&[point(AIRPORT, "country", 0.0)]);
        let grouping = Grouping::of(dataset.columns(), Level::of(6.0));
        assert_eq!(grouping.group_of(RowId::new(0)), None);
    }
}
