//! Whom and what the records name: actors, claimants and sources, each with the number of its records.
//!
//! Every record is read for it, so it is made off the drawing thread where records are many.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::atomic::{AtomicUsize, Ordering},
};

use rayon::prelude::*;

use crate::{
    data::{Dataset, actor_name, names_of},
    model::{Localised, Record, RowId, RowRange},
    text::{Catalogue, fold::fold},
    work::Progress,
};

/// Records that one core reads between two looks at whether the work is still wanted.
const CHUNK: usize = 1 << 12;

/// A name to choose, and how many records have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedName {
    /// What a filter asks for.
    pub value: Box<str>,
    /// As the reader calls it.
    pub shown: String,
    /// All its forms, folded, for comparing.
    pub folded: String,
    /// How many records have it.
    pub records: usize,
}

/// The names of a dataset; those that most records have come first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameCounts {
    /// Who took part.
    pub actors: Vec<CountedName>,
    /// Who claims something.
    pub claimants: Vec<CountedName>,
    /// What records and their claims cite.
    pub sources: Vec<CountedName>,
}

impl NameCounts {
    /// Reads every record, on every core, and counts the names in it. Reports records done and records in all to
    /// `progress` now and then; gives up with `None` when that says no.
    #[must_use]
    pub fn of(dataset: &Dataset, words: &Catalogue, progress: &Progress) -> Option<Self> {
        let counted = NameTotals::of(dataset, progress)?;
        Some(Self {
            actors: in_order(
                counted
                    .actors
                    .into_par_iter()
                    .map(|(name, records)| actor(words, dataset, name, records)),
            ),
            claimants: in_order(
                counted
                    .claimants
                    .into_par_iter()
                    .map(|(name, records)| claimant(words, &name, records)),
            ),
            sources: in_order(
                counted
                    .sources
                    .into_par_iter()
                    .map(|(name, records)| source(words, dataset, name, records)),
            ),
        })
    }
}

/// How many records have each name.
#[derive(Default)]
struct NameTotals {
    actors: HashMap<Box<str>, usize>,
    claimants: HashMap<Localised, usize>,
    sources: HashMap<Box<str>, usize>,
}

impl NameTotals {
    fn of(dataset: &Dataset, progress: &Progress) -> Option<Self> {
        let total = dataset.rows().len();
        let done = AtomicUsize::new(0);
        (0..total.div_ceil(CHUNK))
            .into_par_iter()
            .try_fold(Self::default, |mut counted, chunk| {
                let end = total.min((chunk + 1) * CHUNK);
                let rows = RowRange::new(RowId::new(chunk * CHUNK), RowId::new(end));
                let length = rows.len();
                for record in rows.filter_map(|row| dataset.read(row)) {
                    counted.add(record);
                }
                let done = done.fetch_add(length, Ordering::Relaxed) + length;
                progress.advance(done, total).map(|()| counted)
            })
            .try_reduce(Self::default, |one, other| Some(one.together(other)))
    }

    /// Counts each name of a record once.
    fn add(&mut self, record: Record) {
        let Record {
            actors,
            claims,
            sources,
            ..
        } = record;
        count_each(&mut self.actors, actors);
        let mut cited = sources;
        let mut by = Vec::with_capacity(claims.len());
        for claim in claims {
            cited.extend(claim.source);
            by.push(claim.by);
        }
        by.retain(|name| !name.is_empty());
        by.sort_by(|a, b| a.iter().cmp(b.iter()));
        by.dedup();
        for name in by {
            *self.claimants.entry(name).or_default() += 1;
        }
        count_each(&mut self.sources, cited);
    }

    fn together(mut self, other: Self) -> Self {
        merge(&mut self.actors, other.actors);
        merge(&mut self.claimants, other.claimants);
        merge(&mut self.sources, other.sources);
        self
    }
}

fn count_each(counts: &mut HashMap<Box<str>, usize>, names: impl IntoIterator<Item = Box<str>>) {
    let mut names: Vec<Box<str>> = names.into_iter().collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
}

fn merge<K: Eq + Hash>(counts: &mut HashMap<K, usize>, others: HashMap<K, usize>) {
    if counts.is_empty() {
        *counts = others;
        return;
    }
    for (name, records) in others {
        *counts.entry(name).or_default() += records;
    }
}

fn in_order(names: impl ParallelIterator<Item = CountedName>) -> Vec<CountedName> {
    let mut names: Vec<CountedName> = names.collect();
    names.par_sort_unstable_by(|a, b| {
        let by_records = b.records.cmp(&a.records);
        by_records
            .then_with(|| a.folded.cmp(&b.folded))
            .then_with(|| a.value.cmp(&b.value))
    });
    names
}

fn actor(words: &Catalogue, dataset: &Dataset, value: Box<str>, records: usize) -> CountedName {
    let shown = actor_name(dataset, words.content(), &value).to_owned();
    let mut forms = fold(&value);
    for name in names_of(dataset, &value) {
        forms.push('\n');
        forms += &fold(name);
    }
    CountedName {
        folded: forms,
        shown,
        value,
        records,
    }
}

fn claimant(words: &Catalogue, name: &Localised, records: usize) -> CountedName {
    let all: Vec<&str> = name.iter().collect();
    let shown = name.best(words.lang()).map_or("", |(text, _)| text);
    CountedName {
        value: shown.into(),
        shown: shown.to_owned(),
        folded: fold(&all.join("\n")),
        records,
    }
}

/// Returns a source by its publisher and title; what the filter asks for is its id.
fn source(words: &Catalogue, dataset: &Dataset, id: Box<str>, records: usize) -> CountedName {
    let listed = dataset.source(&id);
    let parts: Vec<&str> = listed.map_or_else(Vec::new, |source| {
        let of = |text: &'_ Localised| text.best(words.lang()).is_some();
        [&source.publisher, &source.title]
            .into_iter()
            .filter(|text| of(text))
            .map(|text| text.text(words.lang()))
            .collect()
    });
    let shown = if parts.is_empty() {
        id.to_string()
    } else {
        parts.join(" · ")
    };
    CountedName {
        folded: fold(&format!("{id}\n{shown}")),
        shown,
        value: id,
        records,
    }
}
