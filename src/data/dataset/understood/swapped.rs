//! Whether latitude and longitude have changed places in a file: only where the file itself gives a reason.

use geo::Point;
use serde_json::Value;

use super::countries::may_lie_in;
use crate::{
    data::source_file::SourceFile,
    model::{Field, IssueKind, Record, geometry},
};

/// Records that are looked at.
const RECORDS: usize = 2000;
/// Records that must agree before a doubt is voiced.
const FEWEST: usize = 3;
/// Longitudes and latitudes of the inhabited Sahel around Mali, in degrees.
const HOME: [f64; 4] = [-12.5, 10.0, 4.5, 20.5];
/// The western coast of Africa from Cameroon to Namibia: latitudes from north to south and the longitude of the shore.
const COAST: [[f64; 2]; 9] = [
    [4.0, 9.2],
    [0.0, 9.3],
    [-2.0, 9.5],
    [-4.0, 11.1],
    [-6.0, 12.2],
    [-8.0, 13.1],
    [-12.0, 13.5],
    [-15.0, 12.1],
    [-17.0, 11.7],
];

/// What the records of a file say of their places, as they are and the other way round.
#[derive(Default)]
struct Votes {
    placed: usize,
    /// Outside the world as they are, and in it the other way round.
    only_swapped: usize,
    /// In the country that they name the other way round, and not as they are.
    named_swapped: usize,
    named_straight: usize,
    /// In the Sahel the other way round, and in it as they are.
    home_swapped: usize,
    home_straight: usize,
    /// In the sea off Africa as they are.
    at_sea: usize,
}

impl SourceFile {
    /// Returns how many of the records that were looked at would have their place with latitude and longitude the other
    /// way round; `None` where the file gives no reason to doubt. There are three: places outside the world, in
    /// another country than the record names, and in the sea where the other way round all lie in the Sahel.
    #[must_use]
    pub fn swapped_places(&self) -> Option<usize> {
        if self.mapping.is_swapped || self.follows_profile() {
            return None;
        }
        let mut swapped = self.mapping.clone();
        swapped.is_swapped = true;
        let step = (self.spans.len() / RECORDS).max(1);
        let mut votes = Votes::default();
        for span in self.spans.iter().step_by(step) {
            let Ok(feature) = self.raw_but_positions(self.slice(&span)) else {
                continue;
            };
            let has_place = feature.get("geometry").is_some_and(|it| !it.is_null())
                || self.mapping.property(Field::Latitude).is_some();
            if !has_place {
                continue;
            }
            let (record, issues) = Record::read(&feature, &self.mapping);
            let is_out = issues
                .iter()
                .any(|issue| issue.kind == IssueKind::CoordinateOutOfRange);
            let other = Record::read(&feature, &swapped).0;
            let at = |record: Option<Record>| geometry::anchor(record?.geometry.as_ref()?);
            let country = country(&feature);
            votes.add(at(record), at(other), is_out, country.as_deref());
        }
        votes.verdict()
    }
}

impl Votes {
    fn add(
        &mut self,
        straight: Option<Point<f64>>,
        swapped: Option<Point<f64>>,
        is_out: bool,
        country: Option<&str>,
    ) {
        if straight.is_none() && swapped.is_none() {
            return;
        }
        self.placed += 1;
        self.only_swapped += usize::from(is_out && straight.is_none() && swapped.is_some());
        let is_named = |point: Option<Point<f64>>| may_lie_in(country?, point?);
        let (named_straight, named_swapped) = (is_named(straight), is_named(swapped));
        self.named_straight += usize::from(named_straight == Some(true));
        self.named_swapped +=
            usize::from(named_straight == Some(false) && named_swapped == Some(true));
        self.home_straight += usize::from(straight.is_some_and(is_home));
        self.home_swapped += usize::from(swapped.is_some_and(is_home));
        self.at_sea += usize::from(straight.is_some_and(is_at_sea));
    }

    fn verdict(&self) -> Option<usize> {
        let most = |n: usize| n >= FEWEST.min(self.placed) && n > 0 && n * 10 >= self.placed * 9;
        if most(self.only_swapped) {
            Some(self.only_swapped)
        } else if most(self.named_swapped) && self.named_straight * 20 <= self.placed {
            Some(self.named_swapped)
        } else if most(self.home_swapped)
            && self.home_straight * 20 <= self.placed
            && self.at_sea > 0
        {
            Some(self.home_swapped)
        } else {
            None
        }
    }
}

/// The country that a record names.
pub(super) fn country(feature: &Value) -> Option<String> {
    const NAMES: [&str; 8] = [
        "country",
        "iso3",
        "country_iso",
        "iso",
        "pays",
        "countrycode",
        "country_txt",
        "البلد",
    ];
    let properties = feature.get("properties")?.as_object()?;
    let is_country = |name: &str| {
        let name = name.trim().to_lowercase().replace([' ', '-'], "_");
        NAMES.contains(&name.as_str())
    };
    let mut found = properties.iter().filter(|(name, _)| is_country(name));
    found
        .find_map(|(_, value)| value.as_str())
        .map(str::to_owned)
}

fn is_home(point: Point<f64>) -> bool {
    let [west, south, east, north] = HOME;
    (west..=east).contains(&point.x()) && (south..=north).contains(&point.y())
}

/// Whether a point lies west of the shore of Central Africa.
fn is_at_sea(point: Point<f64>) -> bool {
    let shore = COAST.windows(2).find_map(|pair| {
        let [[north, at_north], [south, at_south]] = pair else {
            return None;
        };
        let is_between = (*south..=*north).contains(&point.y());
        let share = (north - point.y()) / (north - south);
        is_between.then_some(at_north + share * (at_south - at_north))
    });
    shore.is_some_and(|shore| point.x() < shore)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sea_is_told_from_the_land_behind_the_coast() {
        // Libreville, Pointe-Noire, Luanda and Kinshasa are on land; Bamako the other way round is not.
        for (x, y) in [(9.45, 0.39), (11.87, -4.79), (13.23, -8.84), (15.3, -4.3)] {
            assert!(!is_at_sea(Point::new(x, y)), "{x} {y}");
        }
        assert!(is_at_sea(Point::new(12.64, -8.0)));
        assert!(!is_at_sea(Point::new(-8.0, 12.64)));
    }
}
