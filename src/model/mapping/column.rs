//! What the values of columns look like: how many are dates, degrees, shapes, numbers, texts.
//!
//! Which column stands for which field hangs on names and values alike ([`super::guess`]).

use std::{collections::HashMap, hash::BuildHasher};

use rustc_hash::{FxBuildHasher, FxHashSet};
use serde_json::{Map, Value};

use super::values::{
    LONGEST, begins_like_shape, by_number, degrees_in_words, is_date, is_geometry, is_month,
    is_shape, number,
};
use crate::model::written_date::means_ongoing;

/// Different values of a column that are told apart.
const DISTINCT: usize = 4096;
/// Values kept of a column, to be shown.
const SHOWN: usize = 3;
/// Bytes kept of such a value.
const LONGEST_SHOWN: usize = 1024;
/// How deep objects inside of objects are looked into, and how many columns one file may come to.
const DEEPEST: usize = 4;
const MOST_COLUMNS: usize = 20_000;

/// One column, or one property at some depth, of a file.
#[derive(Clone, Debug, Default)]
pub struct FileColumn {
    /// Its name; of what stands inside of an object, the names on the way to it, with full stops between them.
    pub name: Box<str>,
    /// Whether it stands inside of an object.
    pub is_nested: bool,
    /// Records that have something in it.
    pub filled: usize,
    /// Values that are dates, whoever has to say their order or zone.
    pub dates: usize,
    /// Of those, years and numbers that may count something else.
    pub bare: usize,
    /// Of those, written in three numbers with the year last, so that somebody has to say which of the others is the
    /// day.
    pub by_number: usize,
    /// Of those, with a first number that can be nothing but a day, and with such a second one.
    pub day_first: usize,
    /// See `day_first`.
    pub month_first: usize,
    /// The first value that tells which is the day.
    pub telling: Option<Box<str>>,
    /// Values that say that something goes on.
    pub open: usize,
    /// Years of four digits.
    pub years: usize,
    /// Whole numbers from 0 to 31, and names of months.
    pub small: usize,
    /// Numbers.
    pub numbers: usize,
    /// Degrees of latitude, and of longitude.
    pub latitudes: usize,
    /// Degrees of longitude.
    pub longitudes: usize,
    /// Geometries as text, pairs of degrees, objects that are geometries.
    pub shapes: usize,
    /// Texts that begin as well-known text does, whether they can be read or not.
    pub like_shapes: usize,
    /// Lists and objects.
    pub structures: usize,
    /// Its first different values, as they are written.
    pub values: Vec<String>,
    distinct: FxHashSet<u64>,
    /// Whether no two records have the same, once nothing more is looked at.
    is_unique: Option<bool>,
}

impl FileColumn {
    /// Whether no two records have the same in it, as far as that was looked at.
    #[must_use]
    pub fn is_unique(&self) -> bool {
        let counted = self.distinct.len() == self.filled.min(DISTINCT);
        self.is_unique.unwrap_or(counted)
    }

    /// Values that are text and nothing else.
    #[must_use]
    pub const fn texts(&self) -> usize {
        self.filled
            .saturating_sub(self.numbers)
            .saturating_sub(self.structures)
    }

    fn note(&mut self, value: &Value) {
        let text = match value {
            Value::Null => return,
            Value::String(text) => text.trim(),
            Value::Array(_) | Value::Object(_) => {
                self.filled += 1;
                self.structures += 1;
                self.shapes += usize::from(is_geometry(value));
                self.show(&value.to_string());
                return;
            }
            other => return self.note_text(&other.to_string()),
        };
        self.note_text(text);
    }

    fn note_text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.filled += 1;
        self.show(text);
        if self.distinct.len() < DISTINCT {
            self.distinct.insert(FxBuildHasher.hash_one(text));
        }
        let number = number(text);
        self.numbers += usize::from(number.is_some());
        if let Some(number) = number {
            self.latitudes += usize::from(number.abs() <= 90.0);
            self.longitudes += usize::from(number.abs() <= 180.0);
            self.small += usize::from(number.fract() == 0.0 && (0.0..=31.0).contains(&number));
        } else if let Some(limit) = degrees_in_words(text) {
            self.latitudes += usize::from(limit <= 90.0);
            self.longitudes += 1;
        } else {
            self.small += usize::from(is_month(text));
        }
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        self.years += usize::from(is_year);
        if is_date(text) {
            self.dates += 1;
            self.bare += usize::from(number.is_some());
            if let Some((first, second)) = by_number(text) {
                self.by_number += 1;
                self.day_first += usize::from(first > 12 && second <= 12);
                self.month_first += usize::from(second > 12 && first <= 12);
                if (first > 12) != (second > 12) && self.telling.is_none() {
                    self.telling = Some(text.into());
                }
            }
        } else {
            self.open += usize::from(text.len() <= LONGEST && means_ongoing(text));
        }
        self.shapes += usize::from(is_shape(text));
        self.like_shapes += usize::from(begins_like_shape(text));
    }

    fn show(&mut self, text: &str) {
        let text = text.get(..text.floor_char_boundary(LONGEST_SHOWN));
        let text = text.unwrap_or_default();
        if self.values.len() < SHOWN && !self.values.iter().any(|known| known == text) {
            self.values.push(text.to_owned());
        }
    }

    fn merge(&mut self, other: Self) {
        self.filled += other.filled;
        self.dates += other.dates;
        self.bare += other.bare;
        self.by_number += other.by_number;
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.telling = self.telling.take().or(other.telling);
        self.open += other.open;
        self.years += other.years;
        self.small += other.small;
        self.numbers += other.numbers;
        self.latitudes += other.latitudes;
        self.longitudes += other.longitudes;
        self.shapes += other.shapes;
        self.like_shapes += other.like_shapes;
        self.structures += other.structures;
        for value in &other.values {
            self.show(value);
        }
        let room = DISTINCT.saturating_sub(self.distinct.len());
        self.distinct.extend(other.distinct.into_iter().take(room));
    }
}

/// The columns of a file as some or all of its records have them, in the order in which they come up.
#[derive(Clone, Debug, Default)]
pub struct FileColumns {
    /// The columns.
    pub list: Vec<FileColumn>,
    /// Records that were looked at.
    pub records: usize,
    /// Of those, with a geometry of their own.
    pub with_geometry: usize,
    numbers: HashMap<Box<str>, usize>,
}

impl FileColumns {
    /// Columns of these names, of which nothing else is known.
    #[must_use]
    pub fn of_names(names: &[&str]) -> Self {
        let mut columns = Self::default();
        for name in names {
            columns.number(name, false);
        }
        columns
    }

    /// Looks at a feature: its properties, what stands inside of them, and the members that a feature does not
    /// have of itself.
    pub fn note(&mut self, feature: &Value) {
        self.records += 1;
        let Some(feature) = feature.as_object() else {
            return;
        };
        let geometry = feature.get("geometry");
        self.with_geometry += usize::from(geometry.is_some_and(Value::is_object));
        if let Some(Value::Object(properties)) = feature.get("properties") {
            self.note_members("", properties, 0);
        }
        for (name, value) in feature {
            let is_own = ["type", "id", "geometry", "properties", "bbox"].contains(&name.as_str());
            if let (false, Value::Object(members)) = (is_own, value) {
                self.note_members(name, members, 1);
            }
        }
    }

    fn note_members(&mut self, way: &str, members: &Map<String, Value>, depth: usize) {
        for (name, value) in members {
            let path = if depth == 0 {
                None
            } else {
                Some(format!("{way}.{name}"))
            };
            let path = path.as_deref().unwrap_or(name);
            if let Some(number) = self.number(path, depth > 0)
                && let Some(column) = self.list.get_mut(number)
            {
                column.note(value);
            }
            if depth + 1 < DEEPEST {
                match value {
                    Value::Object(inner) => self.note_members(path, inner, depth + 1),
                    // Of a list the first is enough to be found.
                    Value::Array(items) => {
                        if let Some(Value::Object(inner)) = items.first() {
                            self.note_members(&format!("{path}.0"), inner, depth + 1);
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    /// The number of the column called `name`; `None` where there are too many.
    fn number(&mut self, name: &str, is_nested: bool) -> Option<usize> {
        if let Some(number) = self.numbers.get(name) {
            return Some(*number);
        }
        let number = self.list.len();
        if number >= MOST_COLUMNS {
            return None;
        }
        self.list.push(FileColumn {
            name: name.into(),
            is_nested,
            ..FileColumn::default()
        });
        self.numbers.insert(name.into(), number);
        Some(number)
    }

    /// The column called `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&FileColumn> {
        self.list.get(*self.numbers.get(name)?)
    }

    /// The names of all columns, with those that stand inside of an object.
    #[must_use]
    pub fn all_names(&self) -> Vec<&str> {
        self.list.iter().map(|column| &*column.name).collect()
    }

    /// The names of the columns that do not stand inside of an object.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let plain = self.list.iter().filter(|column| !column.is_nested);
        plain.map(|column| &*column.name).collect()
    }

    /// Lets go of what only looking at more would need.
    pub fn settle(&mut self) {
        for column in &mut self.list {
            column.is_unique = Some(column.is_unique());
            column.distinct = FxHashSet::default();
        }
    }

    /// What is known of other records of the same file.
    #[must_use]
    pub fn merged(mut self, other: Self) -> Self {
        self.records += other.records;
        self.with_geometry += other.with_geometry;
        for column in other.list {
            if let Some(number) = self.number(&column.name, column.is_nested)
                && let Some(known) = self.list.get_mut(number)
            {
                known.merge(column);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn column(values: &[&str]) -> FileColumn {
        let mut column = FileColumn::default();
        for value in values {
            column.note(&Value::from(*value));
        }
        column
    }

    #[test]
    fn values_are_counted_by_what_they_can_be() {
        let days = column(&[
            "2022-01-05",
            "05/01/2022",
            "5 Jan 2022",
            "",
            "2022-01-05 10:00",
        ]);
        assert_eq!((days.filled, days.dates, days.bare), (4, 4, 0));
        let numbers = column(&["1", "31", "32", "2022", "12,64", "-200"]);
        assert_eq!((numbers.small, numbers.dates, numbers.bare), (2, 1, 1));
        assert_eq!(
            (numbers.latitudes, numbers.longitudes, numbers.numbers),
            (4, 4, 6)
        );
        let american = column(&["12/25/2017", "1/2/2018", "2018-01-02"]);
        let orders = (american.by_number, american.day_first, american.month_first);
        assert_eq!(orders, (2, 0, 1));
        let months = column(&["January", "mars", "Mali"]);
        assert_eq!((months.small, months.dates), (2, 0));
        let shapes = column(&["POINT (-8 12.6)", "12.64, -8.0", "Bamako", "2022, 5"]);
        assert_eq!(shapes.shapes, 2);
        let degrees = column(&["12°38'N", "8 W", "12° 3′", "N/A"]);
        assert_eq!((degrees.latitudes, degrees.longitudes), (2, 3));
        assert_eq!(column(&["present", "ongoing"]).open, 2);
    }

    #[test]
    fn what_stands_inside_of_objects_is_a_column_by_its_way() {
        let mut columns = FileColumns::default();
        columns.note(&json!({
            "geometry": {"type": "Point", "coordinates": [0, 0]},
            "properties": {"timespan": {"begin": "2022-01-05"}, "n": 1},
            "when": {"timespans": [{"start": {"in": "1600"}}]},
        }));
        columns.note(&json!({"geometry": null, "properties": {"n": 2}}));
        assert_eq!((columns.records, columns.with_geometry), (2, 1));
        assert_eq!(columns.names(), ["timespan", "n"]);
        let dates = |name| columns.get(name).map(|column| column.dates);
        assert_eq!(dates("timespan.begin"), Some(1));
        assert_eq!(dates("when.timespans.0.start.in"), Some(1));
        assert!(columns.get("n").unwrap().is_unique());
    }
}
