//! How far records reach: what the camera fits.

use geo::{Point, Rect};

use crate::{
    data::{
        Columns,
        mercator::{degrees_from_unit, unit_from_degrees, units_per_km},
    },
    model::{PlacePrecision, RowId, geometry},
};

use super::index::Cell;

/// Returns the longitudes and latitudes in degrees that rows reach on the map, areas in full; `None` when
/// none of them has a place of its own.
#[must_use]
pub fn of_rows(columns: &Columns, rows: impl IntoIterator<Item = RowId>) -> Option<Rect<f64>> {
    rows.into_iter()
        .filter_map(|row| of_row(columns, row))
        .reduce(union)
}

/// Returns the longitudes and latitudes of a cell of the map, in degrees.
#[must_use]
pub fn of_cell(cell: Cell) -> Rect<f64> {
    let (first, last) = cell.corners();
    Rect::new(first.point().0, last.point().0)
}

fn of_row(columns: &Columns, row: RowId) -> Option<Rect<f64>> {
    if columns.precision(row) == PlacePrecision::Country {
        return None;
    }
    if let Some(shape) = columns.shape(row) {
        return geometry::extent(shape);
    }
    let point = columns.position(row)?.point();
    let radius_km = f64::from(columns.radius_km(row));
    Some(around(point, radius_km))
}

/// Returns the box around a circle.
fn around(point: Point<f64>, radius_km: f64) -> Rect<f64> {
    let [x, y] = unit_from_degrees(point);
    let reach = radius_km * units_per_km([x, y]);
    let corner = |sign: f64| degrees_from_unit([x + sign * reach, y + sign * reach]).0;
    Rect::new(corner(-1.0), corner(1.0))
}

fn union(a: Rect<f64>, b: Rect<f64>) -> Rect<f64> {
    Rect::new(
        (a.min().x.min(b.min().x), a.min().y.min(b.min().y)),
        (a.max().x.max(b.max().x), a.max().y.max(b.max().y)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fixture::{dataset, point};

    #[test]
    fn an_area_reaches_as_far_as_its_radius() {
        let dataset = dataset(&[point([-4.0, 14.0], "region", 111.2)]);
        let reach = of_rows(dataset.columns(), [RowId::new(0)]).unwrap();
        assert!((reach.height() - 2.0).abs() < 0.02, "{reach:?}");
    }

    #[test]
    fn what_has_no_place_of_its_own_reaches_nowhere() {
        let dataset = dataset(&[point([-4.0, 14.0], "country", 0.0)]);
        assert_eq!(of_rows(dataset.columns(), [RowId::new(0)]), None);
    }
}
