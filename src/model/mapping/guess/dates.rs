//! Which columns stand for dates, and in which order their parts are.

use super::{BY_ONE_WORD, BY_WORDS, Candidate, Guess};
use crate::model::{
    DateOrder, Field, Mapping,
    mapping::{
        column::FileColumn,
        name::ColumnName,
        names::{
            DATE_WAYS, DATE_WORDS, DATES, DAYS, END_WORDS, ENDS, EVENT_WORDS, MOMENTS, MONTHS,
            OTHER_DATE_WORDS, START_WORDS, YEARS,
        },
    },
};

impl Guess<'_> {
    pub(super) fn dates(&self, mapping: &mut Mapping) {
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

    pub(super) fn single_date(&self, column: usize, mapping: &mut Mapping) {
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
    pub(super) fn set_date(
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
    pub(super) fn forms_of(&self, column: usize) -> (usize, Option<usize>) {
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
    pub(super) fn otherwise(&self, first: usize) -> Vec<Box<str>> {
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
    pub(super) fn last_resort(&self, mapping: &mut Mapping) {
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

    /// Columns that are called the date of what happened.
    pub(super) fn date_names(&self) -> Vec<Candidate> {
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
    pub(super) fn vague_date_names(&self) -> Vec<Candidate> {
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
    pub(super) fn end_of(&self, start: usize) -> Option<usize> {
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
    pub(super) fn parts(&self, of_end: bool) -> Vec<usize> {
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

    pub(super) fn set_parts(&self, field: Field, parts: &[usize], mapping: &mut Mapping) {
        let names: Vec<&str> = parts.iter().filter_map(|part| self.name(*part)).collect();
        mapping.set_parts(field, &names);
    }

    /// A column whose words say that it is the date of a publication.
    pub(super) fn reported(&self) -> Option<usize> {
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
