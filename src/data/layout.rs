//! The columns of a file as a whole: what they are called, which have no place in the profile, and
//! whether its coordinates have changed places.

use geo::Point;
use sha2::{Digest as _, Sha256};

use super::{digest::hexadecimal, source_file::SourceFile};
use crate::model::{Field, Record, geometry};

/// Records that are looked at.
const RECORDS: usize = 2000;

/// Records that must agree before a doubt is voiced.
const FEWEST: usize = 3;

/// Longitudes and latitudes around the Sahel and West Africa, in degrees: what swapped
/// coordinates are compared with.
const HOME: [f64; 4] = [-20.0, 4.0, 30.0, 28.0];

impl SourceFile {
    /// The names of the columns, or of the properties of some records.
    #[must_use]
    pub fn property_names(&self) -> Vec<String> {
        if let Some(table) = &self.table {
            table.names.iter().map(ToString::to_string).collect()
        } else {
            let samples = self.sample_properties();
            samples.into_iter().map(|sample| sample.name).collect()
        }
    }

    /// The columns that have no place in the profile and are kept as extra properties.
    #[must_use]
    pub fn extras(&self) -> Vec<String> {
        if self.follows_profile() {
            return Vec::new();
        }
        let names = self.property_names();
        let mut extras = names.clone();
        extras.retain(|name| !self.mapping.uses(name) && !self.mapping.withholds(name));
        extras
    }

    /// The columns that the preset leaves out.
    #[must_use]
    pub fn withheld(&self) -> Vec<String> {
        let mut names = self.property_names();
        names.retain(|name| self.mapping.withholds(name));
        names
    }

    /// What tells one layout of columns from another: a digest of their names in order.
    #[must_use]
    pub fn layout_key(&self) -> String {
        let names = self.property_names().join("\u{1F}");
        hexadecimal(&Sha256::digest(names))
    }

    /// Of the records that were looked at, how many would lie together in the Sahel if latitude and
    /// longitude changed places, while hardly any lies there as the file has them. `None`: there is no
    /// such doubt.
    #[must_use]
    pub fn swapped_places(&self) -> Option<usize> {
        if self.mapping.is_swapped || self.follows_profile() {
            return None;
        }
        let mut swapped = self.mapping.clone();
        swapped.is_swapped = true;
        let step = (self.spans.len() / RECORDS).max(1);
        let (mut placed, mut at_home, mut at_home_swapped) = (0, 0, 0);
        for span in self.spans.iter().step_by(step) {
            let Ok((feature, _)) = self.raw(self.slice(&span)) else {
                continue;
            };
            let has_place = feature.get("geometry").is_some_and(|it| !it.is_null())
                || self.mapping.property(Field::Latitude).is_some();
            if !has_place {
                continue;
            }
            let is_home = |mapping| {
                let record = Record::read(&feature, mapping).0;
                record.is_some_and(|record| record.geometry.as_ref().is_some_and(lies_at_home))
            };
            placed += 1;
            at_home += usize::from(is_home(&self.mapping));
            at_home_swapped += usize::from(is_home(&swapped));
        }
        let is_doubtful = at_home_swapped >= FEWEST.min(placed)
            && at_home_swapped > 0
            && at_home_swapped * 10 >= placed * 9
            && at_home * 20 <= placed;
        is_doubtful.then_some(at_home_swapped)
    }
}

fn lies_at_home(shape: &geo::Geometry<f64>) -> bool {
    let [west, south, east, north] = HOME;
    geometry::anchor(shape).is_some_and(|point: Point<f64>| {
        (west..=east).contains(&point.x()) && (south..=north).contains(&point.y())
    })
}
