//! Which columns look like a date or a place though none was taken for it: to be named where nothing was recognised.

use super::{
    column::{FileColumn, FileColumns},
    name::ColumnName,
    names::{
        DATE_WORDS, END_WORDS, LATITUDE_WORDS, LONGITUDE_WORDS, MOMENTS, MONTHS, OTHER_DATE_WORDS,
        SHAPE_WORDS, START_WORDS, YEARS,
    },
};

/// Catalogue beside those of dates that a column of dates may have in its name.
const NEAR_DATES: &[&str] = &[
    "years", "time", "when", "day", "days", "week", "period", "since", "as", "data", "fecha",
    "temps", "periode", "annees", "زمن", "فتره",
];
/// The same of places.
const NEAR_PLACES: &[&str] = &[
    "x",
    "y",
    "location",
    "coordinate",
    "coord",
    "northing",
    "easting",
    "point",
    "position",
    "mgrs",
    "utm",
    "pcode",
    "geo",
    "موقع",
];

impl FileColumns {
    /// The names of the columns whose name or values look like dates, those with the most dates first. `of_event`:
    /// only those that may be the date of what happened.
    #[must_use]
    pub fn like_dates(&self, of_event: bool) -> Vec<&str> {
        let is_like = |column: &&FileColumn| {
            let name = ColumnName::new(&column.name);
            let is_other = name.has_one_of(OTHER_DATE_WORDS) && !name.has_one_of(END_WORDS);
            let is_called = [
                DATE_WORDS,
                NEAR_DATES,
                YEARS,
                MONTHS,
                START_WORDS,
                END_WORDS,
                MOMENTS,
            ]
            .iter()
            .any(|words| name.has_one_of(words));
            let is_full = (column.dates - column.bare) * 2 > column.filled.max(1);
            let has_dates = column.dates * 2 > column.filled;
            if of_event {
                !is_other && is_full && is_called
            } else {
                is_full || (is_called && (has_dates || column.small > 0 || self.records == 0))
            }
        };
        let mut like: Vec<&FileColumn> = self.list.iter().filter(is_like).collect();
        like.sort_by_key(|column| usize::MAX - (column.dates - column.bare));
        like.iter().map(|column| &*column.name).collect()
    }

    /// The names of the columns whose name or values look like places, those with geometries first.
    #[must_use]
    pub fn like_places(&self) -> Vec<&str> {
        let is_like = |column: &&FileColumn| {
            let name = ColumnName::new(&column.name);
            let is_called = [LATITUDE_WORDS, LONGITUDE_WORDS, SHAPE_WORDS, NEAR_PLACES]
                .iter()
                .any(|words| name.has_one_of(words));
            column.shapes > 0 || (is_called && (column.filled > 0 || self.records == 0))
        };
        let mut like: Vec<&FileColumn> = self.list.iter().filter(is_like).collect();
        like.sort_by_key(|column| usize::MAX - column.shapes);
        like.iter().map(|column| &*column.name).collect()
    }
}
