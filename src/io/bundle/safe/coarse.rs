//! Coordinates that are made coarser.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::{Map, Value, json};

/// Kilometres of a degree of latitude, rounded up.
const KM_PER_DEGREE: f64 = 111.4;

/// Decimals of degrees that a rule may leave: a tenth of a metre.
pub(super) const MOST_DECIMALS: usize = 6;

/// How coarse a place becomes; the later is the coarser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coarse {
    /// Degrees with at most so many decimals.
    Decimals(usize),
    /// No coordinates at all.
    Area,
}

impl Coarse {
    /// The coarser of two.
    pub(super) fn max(self, other: Self) -> Self {
        match (self, other) {
            (Self::Decimals(own), Self::Decimals(other)) => Self::Decimals(own.min(other)),
            _ => Self::Area,
        }
    }

    /// Makes a geometry coarser.
    pub(super) fn apply(self, geometry: &mut Value) {
        match self {
            Self::Area => *geometry = Value::Null,
            Self::Decimals(decimals) => round(geometry, decimals),
        }
    }

    /// Says in the properties how far the true place may lie from the rounded one. Whether that changed anything.
    pub(super) fn widen(self, properties: &mut Map<String, Value>) -> bool {
        let Self::Decimals(decimals) = self else {
            let was = properties.insert("place_precision".to_owned(), "area".into());
            return was != Some("area".into());
        };
        let step = 10_f64.powi(-i32::try_from(decimals).unwrap_or(0));
        // Half a step in both directions.
        let km = (step / 2.0 * KM_PER_DEGREE * std::f64::consts::SQRT_2 * 100.0).ceil() / 100.0;
        let was = properties.get("place_radius_km").and_then(Value::as_f64);
        if was.is_some_and(|was| was >= km) {
            return false;
        }
        properties.insert("place_radius_km".to_owned(), json!(km));
        true
    }
}

/// Rounds every number of a geometry; other members of it go, for they may say what the numbers do not.
fn round(value: &mut Value, decimals: usize) {
    match value {
        Value::Number(number) => {
            let degrees = number.as_f64().unwrap_or(0.0);
            let text = format!("{degrees:.decimals$}");
            // No zero is negative.
            let degrees = text.parse::<f64>().unwrap_or(0.0) + 0.0;
            *value = json!(degrees);
        }
        Value::Array(items) => {
            // A third number is a height, which may tell two places apart.
            if items.first().is_some_and(Value::is_number) {
                items.truncate(2);
            }
            for it in items {
                round(it, decimals);
            }
        }
        Value::Object(members) => {
            members
                .retain(|name, _| ["type", "coordinates", "geometries"].contains(&name.as_str()));
            for (name, member) in members {
                if name != "type" {
                    round(member, decimals);
                }
            }
        }
        _ => {}
    }
}

/// The places that are made coarser.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// By both numbers as they are written.
    points: HashMap<[String; 2], Coarse>,
    /// The numbers as they are written, without a sign.
    numbers: BTreeSet<String>,
    /// The decimals that may stay, with the numbers in steps of one decimal more.
    steps: HashSet<(usize, i64)>,
    /// The whole degrees.
    degrees: HashSet<String>,
}

impl Places {
    /// Takes in the places of a feature that is made coarser.
    pub(super) fn protect(&mut self, feature: &Map<String, Value>, coarse: Option<Coarse>) {
        let Some(coarse) = coarse else {
            return;
        };
        let decimals = match coarse {
            Coarse::Decimals(decimals) => decimals,
            Coarse::Area => 0,
        };
        for_each_point(feature.get("geometry"), &mut |point| {
            let own = self.points.entry(point.clone()).or_insert(coarse);
            *own = own.max(coarse);
            for number in point {
                let number = number.trim_start_matches('-').to_owned();
                let is_finer = number
                    .split_once('.')
                    .is_some_and(|(_, it)| it.len() > decimals);
                if is_finer {
                    self.steps
                        .extend(step_of(&number, decimals).map(|it| (decimals, it)));
                    let degrees = number.split('.').next().unwrap_or_default();
                    self.degrees.insert(degrees.to_owned());
                    self.numbers.insert(number);
                }
            }
        });
    }

    /// How coarse a feature becomes because another at the same place does.
    pub(super) fn shared(&self, feature: &Map<String, Value>) -> Option<Coarse> {
        let mut shared: Option<Coarse> = None;
        if self.points.is_empty() {
            return None;
        }
        for_each_point(feature.get("geometry"), &mut |point| {
            if let Some(coarse) = self.points.get(&point) {
                shared = Some(shared.map_or(*coarse, |own| own.max(*coarse)));
            }
        });
        shared
    }

    /// Whether a number that stands in words is one of these, finer than it may be: it begins as one does for one decimal
    /// more than may stay, or is that rounded.
    pub(super) fn is_too_fine(&self, number: &str) -> bool {
        let decimals = number.split_once('.').map_or(0, |(_, it)| it.len());
        (0..decimals.min(MOST_DECIMALS + 1)).any(|stay| {
            let near = step_of(number, stay).map(|it| it - 1..=it + 1);
            near.into_iter()
                .flatten()
                .any(|it| self.steps.contains(&(stay, it)))
        })
    }

    /// Whether a whole number of degrees is one of these, so that minutes behind it would be too fine.
    pub(super) fn has_degree(&self, degrees: &str) -> bool {
        self.degrees.contains(degrees)
    }

    /// The numbers as they are written that are long enough to be searched for.
    pub(super) fn numbers(&self) -> Vec<String> {
        let numbers = self.numbers.iter().filter(|number| number.len() >= 5);
        numbers.cloned().collect()
    }
}

/// A number in steps of one decimal more than may stay.
fn step_of(number: &str, stay: usize) -> Option<i64> {
    let steps = 10_f64.powi(i32::try_from(stay).ok()? + 1);
    let value: f64 = number.parse().ok()?;
    // Degrees are at most 360, whatever else stands in a text.
    (value < 1e6).then(|| (value * steps).floor() as i64)
}

/// Hands over both numbers of each position of a geometry, as they are written.
fn for_each_point(value: Option<&Value>, point: &mut dyn FnMut([String; 2])) {
    match value {
        Some(Value::Array(items)) => match items.as_slice() {
            [Value::Number(lon), Value::Number(lat), ..] => {
                point([lon.to_string(), lat.to_string()]);
            }
            items => items.iter().for_each(|it| for_each_point(Some(it), point)),
        },
        Some(Value::Object(members)) => {
            members
                .values()
                .for_each(|it| for_each_point(Some(it), point));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_rounded_and_says_how_far_it_may_be_off() {
        let mut geometry =
            json!({"type": "Point", "coordinates": [-0.04, 16.2667, 250.5], "name": "x"});
        Coarse::Decimals(1).apply(&mut geometry);
        assert_eq!(
            geometry,
            json!({"type": "Point", "coordinates": [0.0, 16.3]})
        );
        let mut properties = Map::new();
        assert!(Coarse::Decimals(1).widen(&mut properties));
        assert_eq!(properties["place_radius_km"], json!(7.88));
        assert!(!Coarse::Decimals(2).widen(&mut properties));
    }

    #[test]
    fn a_number_in_words_is_known_at_any_finer_precision() {
        let mut places = Places::default();
        let feature = json!({"geometry": {"type": "Point", "coordinates": [-3.98765, 14.6612]}});
        places.protect(feature.as_object().unwrap(), Some(Coarse::Decimals(1)));
        for number in ["14.66", "14.6612", "14.661", "3.99", "3.988"] {
            assert!(places.is_too_fine(number), "{number}");
        }
        for number in ["14.7", "14", "15.66", "4.0"] {
            assert!(!places.is_too_fine(number), "{number}");
        }
        assert_eq!(places.numbers(), ["14.6612", "3.98765"]);
    }
}
