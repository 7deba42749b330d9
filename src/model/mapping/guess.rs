//! Which column most likely stands for which field: by names first, but no column wins over one whose values are
//! what the field holds. What is empty stands for nothing.

use super::{
    Field, Mapping,
    column::{FileColumn, FileColumns},
    name::ColumnName,
    names::{
        DATE_WAYS, DATE_WORDS, DATES, DAYS, END_WORDS, ENDS, EVENT_WORDS, LATITUDE_WORDS,
        LONGITUDE_WORDS, MOMENTS, MONTHS, OTHER_DATE_WORDS, PLACE_WAYS, SHAPE_WORDS, SHAPES,
        START_WORDS, WAYS, YEARS,
    },
};
use crate::model::DateOrder;

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

    fn dates(&self, mapping: &mut Mapping) {
        let dated = |column: &FileColumn| column.dates;
        let single = self.best(&self.date_names(), dated).or_else(|| {
            let is_mostly = |it: &Candidate| {
                self.column(it.column)
                    .is_some_and(|column| column.dates * 2 >= self.columns.records.max(1))
            };
            let mut weak = self.vague_date_names();
            weak.retain(is_mostly);
            weak.first().map(|it| it.column)
        });
        let parts = self.parts(false);
        let worth = |number: usize| self.column(number).map_or(0, dated);
        let in_parts = parts
            .first()
            .map_or(0, |year| self.column(*year).map_or(0, |it| it.years));
        match single {
            Some(single)
                if parts.is_empty() || self.share(worth(single)) >= self.share(in_parts) =>
            {
                self.single_date(single, mapping);
            }
            _ if !parts.is_empty() => {
                self.set_parts(Field::Date, &parts, mapping);
                self.set_parts(Field::EndDate, &self.parts(true), mapping);
            }
            _ => self.last_resort(mapping),
        }
    }

    fn single_date(&self, column: usize, mapping: &mut Mapping) {
        let (column, _) = self.set_date(Field::Date, column, mapping);
        let stated = self
            .names
            .get(column)
            .and_then(|name| order_in(name.bracketed()));
        if let Some(stated) = stated {
            mapping.say_order(stated);
        } else if let Some(values) = self.column(column)
            && let Some(order) = order_of(values)
        {
            mapping.date_order = Some(order);
            mapping.telling_date.clone_from(&values.telling);
        }
        mapping.otherwise = self.otherwise(column);
        if let Some(end) = self.end_of(column) {
            self.set_date(Field::EndDate, end, mapping);
        }
    }

    /// Makes a column stand for a date. Where it is there in the form of EDTF too, which says more, that comes first.
    fn set_date(
        &self,
        field: Field,
        column: usize,
        mapping: &mut Mapping,
    ) -> (usize, Option<usize>) {
        let (first, other) = self.forms_of(column);
        mapping.set(field, self.name(first));
        if let (Some(first), Some(other)) = (self.name(first), other.and_then(|it| self.name(it))) {
            mapping.set_instead(first, other);
        }
        (first, other)
    }

    /// The column that is the same date as EDTF, and the other one; a column that is there once alone.
    fn forms_of(&self, column: usize) -> (usize, Option<usize>) {
        const FORM: &[&str] = &["edtf"];
        let Some(name) = self.names.get(column) else {
            return (column, None);
        };
        let is_edtf = name.has_one_of(FORM);
        let words = name.without(FORM);
        let other = self.names.iter().enumerate().position(|(number, other)| {
            let has_dates = self.column(number).is_some_and(|it| it.dates > 0);
            number != column
                && other.has_one_of(FORM) != is_edtf
                && other.without(FORM) == words
                && (has_dates || self.is_blind())
        });
        match other {
            Some(other) if is_edtf => (column, Some(other)),
            Some(other) => (other, Some(column)),
            None => (column, None),
        }
    }

    /// Other columns called the date of what happened that are filled where the first is empty, as far as numbers tell:
    /// together they have no more dates than there are records.
    fn otherwise(&self, first: usize) -> Vec<Box<str>> {
        let dates = |number: usize| self.column(number).map_or(0, |column| column.dates);
        let (_, form) = self.forms_of(first);
        let known = dates(first).max(form.map_or(0, dates));
        let mut room = self.columns.records.saturating_sub(known);
        let mut candidates = self.date_names();
        // A placemark of KML has the one or the other.
        if self.name(first) == Some("timespan.begin") {
            candidates.extend(self.named(&["timestamp"], &[]));
        }
        candidates.retain(|it| {
            let dates = dates(it.column);
            let is_other = it.column != first && Some(it.column) != form;
            let fits = is_other && dates > 0 && dates <= room;
            if fits {
                room -= dates;
            }
            fits
        });
        let names = candidates.iter().filter_map(|it| self.name(it.column));
        names.map(Into::into).collect()
    }

    /// Moments of machines where nothing else is a date; else what is called a date and has something else in it,
    /// so that each record can say so.
    fn last_resort(&self, mapping: &mut Mapping) {
        let moment = self.best(&self.named(MOMENTS, DATE_WAYS), |column| {
            // Seconds of whatever length that are no dates yet may still be said to be.
            let are_numbers = column.numbers * 2 >= column.filled;
            if are_numbers || column.dates * 2 >= column.filled {
                column.dates
            } else {
                0
            }
        });
        if let Some(moment) = moment {
            return self.single_date(moment, mapping);
        }
        let ends = self.named(ENDS, DATE_WAYS);
        if let Some(end) = self
            .best(&ends, |column| column.dates)
            .filter(|_| !self.is_blind())
        {
            mapping.set(Field::EndDate, self.name(end));
        }
        let named = self.named(DATES, DATE_WAYS);
        let filled = |it: &&Candidate| it.rank < BY_WORDS && self.is_filled(it.column);
        if let Some(candidate) = named.iter().find(filled) {
            mapping.set(Field::Date, self.name(candidate.column));
        }
    }

    fn is_nested(&self, number: usize) -> bool {
        self.column(number).is_some_and(|column| column.is_nested)
    }

    fn is_filled(&self, number: usize) -> bool {
        let has_scalars = |column: &FileColumn| column.filled > column.structures;
        self.is_blind() || self.column(number).is_some_and(has_scalars)
    }

    /// Columns that are called the date of what happened.
    fn date_names(&self) -> Vec<Candidate> {
        let mut found = self.named(DATES, DATE_WAYS);
        for (column, name) in self.names.iter().enumerate() {
            let others = name.without(DATE_WORDS);
            let is_of_event = others
                .iter()
                .all(|word| EVENT_WORDS.contains(word) || START_WORDS.contains(word));
            let is_known = found.iter().any(|it| it.column == column);
            if name.has_one_of(DATE_WORDS) && is_of_event && !is_known && !self.is_nested(column) {
                let rank = BY_WORDS / 2 + others.len();
                found.push(Candidate { column, rank });
            }
        }
        found.sort_by_key(|candidate| candidate.rank);
        found
    }

    /// Columns that have a word for a date in their name and none that says it is another one.
    fn vague_date_names(&self) -> Vec<Candidate> {
        let names = self.names.iter().enumerate();
        let vague = names.filter(|(column, name)| {
            let is_other = name.has_one_of(OTHER_DATE_WORDS) || self.is_nested(*column);
            name.has_one_of(DATE_WORDS) && !is_other
        });
        vague
            .map(|(column, _)| Candidate {
                column,
                rank: BY_ONE_WORD,
            })
            .collect()
    }

    /// The column for the end of what `start` is the beginning of. A date that does not call itself a beginning is
    /// complete in itself, unless there is one that calls itself the date of the end.
    fn end_of(&self, start: usize) -> Option<usize> {
        let name = self.names.get(start)?;
        let (begins, rest) = (name.has_one_of(START_WORDS), name.without(START_WORDS));
        let mut ends = self.named(ENDS, DATE_WAYS);
        ends.retain(|it| {
            let end = self.names.get(it.column);
            begins || end.is_some_and(|end| end.has_one_of(DATE_WORDS))
        });
        if begins {
            let is_pair = |other: &ColumnName| {
                other.has_one_of(END_WORDS) && other.without(END_WORDS) == rest
            };
            let pair = self.names.iter().position(is_pair);
            if let Some(column) = pair {
                ends.insert(0, Candidate { column, rank: 0 });
            }
        }
        if self.is_blind() {
            return ends.first().filter(|_| begins).map(|it| it.column);
        }
        let is_end = |it: &&Candidate| {
            let told = |column: &FileColumn| column.dates + column.open > 0;
            it.column != start && self.column(it.column).is_some_and(told)
        };
        ends.iter().find(is_end).map(|it| it.column)
    }

    /// A year, and a month and a day where there are such columns beside it, of the beginning or of the end.
    fn parts(&self, of_end: bool) -> Vec<usize> {
        let marks: &[&str] = if of_end { END_WORDS } else { START_WORDS };
        let find = |known: &[&str], beside: Option<&[&str]>| {
            self.names.iter().position(|name| {
                let others = name.without(known);
                let is_one = name.words().len() == others.len() + 1;
                let is_marked = others.iter().any(|word| marks.contains(word));
                let fits = match beside {
                    Some(beside) => others == beside,
                    None if of_end => is_marked,
                    None => others.is_empty() || is_marked,
                };
                is_one && fits
            })
        };
        let Some(year) = find(YEARS, None) else {
            return Vec::new();
        };
        let are_years = |column: &FileColumn| column.years > 0 && column.years * 2 >= column.filled;
        if !self.is_blind() && !self.column(year).is_some_and(are_years) {
            return Vec::new();
        }
        let beside = self.names.get(year).map(|name| name.without(YEARS));
        let small = |number: &usize| {
            let is_small = |column: &FileColumn| column.small * 2 >= column.filled;
            self.is_blind() || self.column(*number).is_some_and(is_small)
        };
        let month = find(MONTHS, beside.as_deref()).filter(small);
        let day = find(DAYS, beside.as_deref()).filter(|it| month.is_some() && small(it));
        // Without a single record a year alone is too little to go by.
        if self.is_blind() && month.is_none() {
            return Vec::new();
        }
        [Some(year), month, day].into_iter().flatten().collect()
    }

    fn set_parts(&self, field: Field, parts: &[usize], mapping: &mut Mapping) {
        let names: Vec<&str> = parts.iter().filter_map(|part| self.name(*part)).collect();
        mapping.set_parts(field, &names);
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

    /// A column whose words say that it is the date of a publication.
    fn reported(&self) -> Option<usize> {
        const REPORTS: [&str; 9] = [
            "published",
            "publication",
            "reported",
            "report",
            "reporting",
            "publie",
            "parution",
            "نشر",
            "ابلاغ",
        ];
        let names = self.names.iter().enumerate();
        let mut found = names.filter(|(column, name)| {
            let has_dates = |column: &FileColumn| column.dates * 2 > column.filled;
            name.has_one_of(&REPORTS)
                && name.has_one_of(DATE_WORDS)
                && !self.is_nested(*column)
                && self.column(*column).is_some_and(has_dates)
        });
        found.next().map(|(column, _)| column)
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

/// The order that the dates of a column can have alone: where one has a day in the first place that is no month, and
/// none has one in the second, or the other way round.
fn order_of(column: &FileColumn) -> Option<DateOrder> {
    match (column.day_first, column.month_first) {
        (1.., 0) => Some(DateOrder::Dmy),
        (0, 1..) => Some(DateOrder::Mdy),
        _ => None,
    }
}

/// The order of dates that a name states in brackets: `Date (JJ/MM/AAAA)`.
fn order_in(bracketed: &str) -> Option<DateOrder> {
    let starts = |forms: &[&str]| forms.iter().any(|form| bracketed.starts_with(form));
    if starts(&["ddmmy", "jjmma", "ddmmmy", "يومشهر"]) {
        Some(DateOrder::Dmy)
    } else if starts(&["mmddy", "mmjja", "شهريوم"]) {
        Some(DateOrder::Mdy)
    } else {
        None
    }
}
