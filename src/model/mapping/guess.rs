//! Which column most likely stands for which field: by names first, but no column wins over one whose values are
//! what the field holds. What is empty stands for nothing.

mod dates;

use super::{
    Field, Mapping,
    column::{FileColumn, FileColumns},
    name::ColumnName,
    names::{LATITUDE_WORDS, LONGITUDE_WORDS, PLACE_WAYS, SHAPE_WORDS, SHAPES, WAYS},
};

/// How far down names stand that are known by their words, and those of which only one word is known.
const BY_WORDS: usize = 1000;
const BY_ONE_WORD: usize = 2000;

/// Lists whose second column belongs to the first.
const TOGETHER: [[&str; 2]; 4] = [
    ["actor1", "actor2"],
    ["actor_1", "actor_2"],
    ["side_a", "side_b"],
    ["scite1", "scite2"],
];

/// A column that may stand for a field; the lower its rank, the better its name.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    column: usize,
    rank: usize,
}

/// Columns with their names taken apart.
struct Guess<'a> {
    columns: &'a FileColumns,
    names: Vec<ColumnName>,
}

/// What the columns of a file that nothing is known of stand for.
pub(super) fn guess(columns: &FileColumns) -> Mapping {
    let names = columns.list.iter();
    let names = names.map(|column| ColumnName::new(&column.name)).collect();
    let guess = Guess { columns, names };
    let mut mapping = Mapping::default();
    guess.dates(&mut mapping);
    guess.places(&mut mapping);
    for field in Field::ALL {
        if !matches!(
            field,
            Field::Date | Field::EndDate | Field::Latitude | Field::Longitude | Field::Geometry
        ) {
            let found = guess.plain(field, &mapping);
            mapping.set(field, found.and_then(|column| guess.name(column)));
        }
    }
    guess.together(&mut mapping);
    mapping
}

impl FileColumns {
    /// The names of the columns of a year, and of a month and a day where there are such beside it, that may be one date
    /// together: that of the beginning or `of_end`; none where there are no such.
    #[must_use]
    pub fn date_parts(&self, of_end: bool) -> Vec<String> {
        let names = self.list.iter();
        let names = names.map(|column| ColumnName::new(&column.name)).collect();
        let guess = Guess {
            columns: self,
            names,
        };
        let parts = guess.parts(of_end).into_iter();
        parts
            .filter_map(|part| guess.name(part).map(str::to_owned))
            .collect()
    }
}

impl Guess<'_> {
    fn column(&self, number: usize) -> Option<&FileColumn> {
        self.columns.list.get(number)
    }

    fn name(&self, number: usize) -> Option<&str> {
        self.column(number).map(|column| &*column.name)
    }

    /// Whether nothing but names is known.
    const fn is_blind(&self) -> bool {
        self.columns.records == 0
    }

    /// How many of the records `n` are, coarsely: most, some, few, none.
    const fn share(&self, n: usize) -> u8 {
        match n {
            0 => 0,
            n if n * 2 >= self.columns.records => 3,
            n if n * 10 >= self.columns.records => 2,
            _ => 1,
        }
    }

    /// Columns of these names, best first, also where they stand inside of something.
    fn named(&self, known: &[&str], ways: &[&str]) -> Vec<Candidate> {
        let known: Vec<ColumnName> = known.iter().map(|name| ColumnName::new(name)).collect();
        let of = |(column, name): (usize, &ColumnName)| {
            let whole = known.iter().position(|it| name.is(it));
            let inside = || Some(BY_WORDS + known.iter().position(|it| name.ends_in(it, ways))?);
            let rank = whole.or_else(inside)?;
            Some(Candidate { column, rank })
        };
        let mut found: Vec<Candidate> = self.names.iter().enumerate().filter_map(of).collect();
        found.sort_by_key(|candidate| candidate.rank);
        found
    }

    /// The candidate that has most of the records; of those alike the one with the better name. None where all are
    /// worth nothing.
    fn best(
        &self,
        candidates: &[Candidate],
        worth: impl Fn(&FileColumn) -> usize,
    ) -> Option<usize> {
        if self.is_blind() {
            return candidates.first().map(|candidate| candidate.column);
        }
        let share = |it: &&Candidate| self.share(self.column(it.column).map_or(0, &worth));
        let worthy = candidates.iter().filter(|it| share(it) > 0);
        let best = worthy.min_by_key(|it| (u8::MAX - share(it), it.rank))?;
        Some(best.column)
    }

    // Dates.

    fn is_nested(&self, number: usize) -> bool {
        self.column(number).is_some_and(|column| column.is_nested)
    }

    fn is_filled(&self, number: usize) -> bool {
        let has_scalars = |column: &FileColumn| column.filled > column.structures;
        self.is_blind() || self.column(number).is_some_and(has_scalars)
    }

    // Places.

    fn places(&self, mapping: &mut Mapping) {
        let pair = self.degrees();
        if let Some((latitude, longitude)) = pair {
            mapping.set(Field::Latitude, self.name(latitude));
            mapping.set(Field::Longitude, self.name(longitude));
        }
        let mut shapes = self.named(Field::Geometry.usual_names(), PLACE_WAYS);
        for (column, name) in self.names.iter().enumerate() {
            let is_known = shapes.iter().any(|it| it.column == column);
            if name.has_one_of(SHAPE_WORDS) && !is_known && !self.is_nested(column) {
                let rank = BY_ONE_WORD;
                shapes.push(Candidate { column, rank });
            }
        }
        let shape = if self.is_blind() {
            let known = self.named(SHAPES, PLACE_WAYS);
            known.first().map(|it| it.column)
        } else {
            // Beside two columns of degrees, one that is mostly names is no column of places.
            let worth = |column: &FileColumn| match pair {
                Some(_) if column.shapes * 2 <= column.filled => 0,
                _ => column.shapes,
            };
            self.best(&shapes, worth).or_else(|| {
                let is_last_resort = pair.is_none() && self.columns.with_geometry == 0;
                let is_meant = |it: &&Candidate| {
                    let column = self.column(it.column);
                    let is_like = column.is_some_and(|column| column.like_shapes > 0);
                    is_like || (is_last_resort && self.is_filled(it.column))
                };
                let known = self.named(SHAPES, PLACE_WAYS);
                known.iter().find(is_meant).map(|it| it.column)
            })
        };
        mapping.set(Field::Geometry, shape.and_then(|shape| self.name(shape)));
    }

    /// The columns of latitude and longitude: the first pair by name that has degrees in it, else the first that has
    /// anything, so that each record can say that it is no place.
    fn degrees(&self) -> Option<(usize, usize)> {
        let pairs = self.pairs();
        if self.is_blind() {
            return pairs.first().copied();
        }
        let values =
            |number: usize, of: fn(&FileColumn) -> usize| self.column(number).map_or(0, of);
        let told = |(latitude, longitude): &(usize, usize)| {
            let straight =
                values(*latitude, |it| it.latitudes).min(values(*longitude, |it| it.longitudes));
            let swapped =
                values(*latitude, |it| it.longitudes).min(values(*longitude, |it| it.latitudes));
            straight.max(swapped)
        };
        let best = pairs.iter().filter(|pair| told(pair) > 0);
        let best = best.min_by_key(|pair| u8::MAX - self.share(told(pair)));
        let both = |pair: &&(usize, usize)| self.is_filled(pair.0) && self.is_filled(pair.1);
        let filled = |pair: &&(usize, usize)| self.is_filled(pair.0) || self.is_filled(pair.1);
        let best = best.or_else(|| pairs.iter().find(both));
        best.or_else(|| pairs.iter().find(filled)).copied()
    }

    /// Pairs of columns for latitude and longitude, those with the better names first.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let words = |known: &[&str], column: usize| {
            let name = self.names.get(column);
            let others = |name: &ColumnName| {
                let others = name.without(known);
                let others = others.iter().map(|it| (*it).to_owned());
                others.collect::<Vec<String>>()
            };
            name.map(others).unwrap_or_default()
        };
        let mut pairs = Vec::new();
        let latitudes = self.named(Field::Latitude.usual_names(), PLACE_WAYS);
        let longitudes = self.named(Field::Longitude.usual_names(), PLACE_WAYS);
        for latitude in &latitudes {
            let rest = words(LATITUDE_WORDS, latitude.column);
            let is_alike = |it: &&Candidate| words(LONGITUDE_WORDS, it.column) == rest;
            let other = longitudes.iter().find(is_alike).or(longitudes.first());
            pairs.extend(other.map(|other| (latitude.column, other.column)));
        }
        for (column, name) in self.names.iter().enumerate() {
            if !name.has_one_of(LATITUDE_WORDS) || self.is_nested(column) {
                continue;
            }
            let rest = name.without(LATITUDE_WORDS);
            let is_alike = |other: &ColumnName| {
                other.has_one_of(LONGITUDE_WORDS) && other.without(LONGITUDE_WORDS) == rest
            };
            let other = self.names.iter().position(is_alike);
            pairs.extend(other.map(|other| (column, other)));
        }
        // Of two pairs with different names the one may be empty.
        for latitude in &latitudes {
            pairs.extend(longitudes.iter().map(|it| (latitude.column, it.column)));
        }
        pairs
    }

    // All others.

    /// The column of any other field, by its names; what is empty, holds structures where texts belong, or is no
    /// date where one belongs, is passed over.
    fn plain(&self, field: Field, mapping: &Mapping) -> Option<usize> {
        let named = self.named(field.usual_names(), WAYS);
        let mut found = named.iter().filter(|it| {
            let column = self.column(it.column);
            let is_free = self
                .name(it.column)
                .is_some_and(|name| mapping.fields_of(name).next().is_none());
            column.is_some_and(|column| {
                is_free && (self.is_blind() || Self::fits(field, column, it.rank))
            })
        });
        let first = found.next().map(|it| it.column);
        first.or_else(|| {
            (field == Field::Reported)
                .then(|| self.reported())
                .flatten()
        })
    }

    fn fits(field: Field, column: &FileColumn, rank: usize) -> bool {
        let has_scalars = column.filled > column.structures;
        match field {
            Field::Reported => column.dates > 0,
            // The first name of each list says it by itself.
            Field::Id => has_scalars && (rank == 0 || column.is_unique()),
            Field::Title | Field::Summary | Field::Place => {
                has_scalars && (rank == 0 || column.texts() * 2 >= column.filled)
            }
            Field::Actors | Field::Sources => column.filled > 0,
            _ => has_scalars,
        }
    }

    /// Adds the columns that belong to the first of a list.
    fn together(&self, mapping: &mut Mapping) {
        for [first, second] in TOGETHER {
            let fields = [Field::Actors, Field::Sources];
            let of = |known: &str| self.named(&[known], &[]).first().map(|it| it.column);
            let (Some(first), Some(second)) = (of(first), of(second)) else {
                continue;
            };
            for field in fields {
                if mapping.property(field) == self.name(first)
                    && self.is_filled(second)
                    && let Some(name) = self.name(second)
                {
                    mapping.add(field, name);
                }
            }
        }
    }
}
