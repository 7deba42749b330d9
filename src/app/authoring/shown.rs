//! What is shown of changes: the rows that they change, at once; and now and then all of it, made anew off the drawing thread.
//!
//! What is shown was read in one go at some time, with the changes up to then in it, and has later changes beside its index
//! ([`Dataset::amended`]). Where a change reaches beyond its record, or very many are made at once, what is shown is made
//! anew; changes that are made meanwhile are put on top of it when it comes.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::Authoring;
use crate::{
    app::App,
    data::{Amendment, Dataset, EditedPlace, Edits, change_log::Rec},
    model::RowId,
    work::{Ended, Job},
};

/// What is open is made anew in the frame up to this many bytes.
const SHORT: usize = 1 << 20;
/// Records that are changed beside the index at once; more are waited for.
const AT_ONCE: usize = 500;
/// Rows that stand beside the index before all is made anew.
const FOLDED: usize = if cfg!(test) { 100 } else { 1000 };

/// A record of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KnownRecord {
    /// The one at this place of the file as it was read from disk.
    File(usize),
    /// A new one, by its number among the changed records.
    New(usize),
}

impl KnownRecord {
    /// A number that no other record of the file has.
    const fn key(self) -> usize {
        match self {
            Self::File(place) => 2 * place,
            Self::New(number) => 2 * number + 1,
        }
    }

    const fn of_key(key: usize) -> Self {
        if key.is_multiple_of(2) {
            Self::File(key / 2)
        } else {
            Self::New(key / 2)
        }
    }
}

/// A record with its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PartRecord {
    /// Index of the file in [`Dataset::parts`].
    pub part: usize,
    pub known: KnownRecord,
}

/// A record that was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ChangedRecord {
    /// Index of its file in [`Dataset::parts`].
    part: usize,
    /// Its number among the changed records of the file.
    number: usize,
}

/// Where the records of a file stood when what is shown was made.
#[derive(Clone, Debug, Default)]
pub(super) struct ShownPlaces {
    /// Places of the file whose records were taken away, in order.
    gone: Vec<usize>,
    /// New records, in order.
    new: Vec<usize>,
    /// Records that the file had.
    count: usize,
}

impl ShownPlaces {
    fn of(edits: &Edits, count: usize) -> Self {
        Self {
            gone: edits.taken_away(),
            new: edits.added(),
            count,
        }
    }

    /// The record that stands at a place. Costs O(log of what was taken away).
    fn record(&self, place: EditedPlace) -> Option<KnownRecord> {
        let place = match place {
            EditedPlace::OfFile(place) => place,
            EditedPlace::New(key) => return Some(KnownRecord::of_key(key)),
        };
        let kept = self.count - self.gone.len();
        if let Some(new) = place.checked_sub(kept) {
            return self.new.get(new).copied().map(KnownRecord::New);
        }
        // So many were taken away before it as stood at their place or before when it is counted without them.
        let (mut low, mut high) = (0, self.gone.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self
                .gone
                .get(middle)
                .is_some_and(|gone| gone - middle <= place)
            {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Some(KnownRecord::File(place + low))
    }

    /// Where a record stands.
    fn place(&self, record: KnownRecord) -> EditedPlace {
        match record {
            KnownRecord::File(place) => match self.gone.binary_search(&place) {
                Ok(_) => EditedPlace::New(record.key()),
                Err(before) => EditedPlace::OfFile(place - before),
            },
            KnownRecord::New(number) => match self.new.iter().position(|new| *new == number) {
                Some(at) => EditedPlace::OfFile(self.count - self.gone.len() + at),
                None => EditedPlace::New(record.key()),
            },
        }
    }
}

/// What is shown, being made anew.
pub(super) struct Showing {
    places: BTreeMap<usize, ShownPlaces>,
    /// Records that were changed since it began.
    later: BTreeSet<ChangedRecord>,
    /// The record that is to be selected.
    selects: Option<PartRecord>,
    job: Job<Option<Dataset>>,
}

impl Authoring {
    /// The record that is shown as `row`, with its file.
    pub(super) fn record_at(&self, shown: &Dataset, row: RowId) -> Option<PartRecord> {
        let part = shown.part_of(row);
        let place = shown.place_of(row);
        let known = match (self.shown.get(&part), place) {
            (Some(places), _) => places.record(place)?,
            (None, EditedPlace::OfFile(place)) => KnownRecord::File(place),
            (None, EditedPlace::New(key)) => KnownRecord::of_key(key),
        };
        Some(PartRecord { part, known })
    }

    fn place_in(places: &BTreeMap<usize, ShownPlaces>, record: PartRecord) -> EditedPlace {
        match (places.get(&record.part), record.known) {
            (Some(places), record) => places.place(record),
            (None, KnownRecord::File(place)) => EditedPlace::OfFile(place),
            (None, new) => EditedPlace::New(new.key()),
        }
    }

    /// The row that shows a record.
    fn row_in(
        places: &BTreeMap<usize, ShownPlaces>,
        shown: &Dataset,
        record: PartRecord,
    ) -> Option<RowId> {
        let row = shown.row_at(record.part, Self::place_in(places, record))?;
        (!shown.columns().is_gone(row)).then_some(row)
    }

    /// Where the records of the changed files stand once all changes are in what is shown.
    pub(super) fn places_now(&self) -> BTreeMap<usize, ShownPlaces> {
        let Some(base) = &self.base else {
            return BTreeMap::new();
        };
        let parts = self.parts.iter().filter_map(|(part, edits)| {
            let count = base.parts().get(*part)?.spans.len();
            Some((*part, ShownPlaces::of(edits, count)))
        });
        parts.collect()
    }

    /// What is shown with some records as they are now; `None`: it is to be made anew.
    fn amended(
        &self,
        shown: &Dataset,
        places: &BTreeMap<usize, ShownPlaces>,
        records: BTreeSet<ChangedRecord>,
    ) -> Option<Dataset> {
        let amendments = records.into_iter().map(|changed| {
            let record = self
                .parts
                .get(&changed.part)?
                .records()
                .get(changed.number)?;
            let place = Self::place_in(places, self.known(changed)?);
            Some(Amendment {
                part: changed.part,
                place,
                text: record.text.as_deref(),
            })
        });
        let amendments: Option<Vec<Amendment<'_>>> = amendments.collect();
        shown.amended(&amendments?)
    }

    /// Lets changes begin with what is shown, which has all of those before.
    pub(super) fn begin_with(&mut self, dataset: Arc<Dataset>) {
        self.base = Some(dataset);
        self.parts.clear();
        self.shown.clear();
        self.disk.clear();
    }

    fn changed(&self, part: usize, rec: &Rec) -> Option<ChangedRecord> {
        let number = self.parts.get(&part)?.number_of(rec)?;
        Some(ChangedRecord { part, number })
    }

    fn known(&self, changed: ChangedRecord) -> Option<PartRecord> {
        let ChangedRecord { part, number } = changed;
        let place = self.parts.get(&part)?.records().get(number)?.place;
        let known = place.map_or(KnownRecord::New(number), KnownRecord::File);
        Some(PartRecord { part, known })
    }
}

impl App {
    /// Shows changes of some records of a file, with the last of them selected.
    pub(super) fn show_changes(&mut self, part: usize, recs: &[Rec]) {
        let authoring = &mut self.state.document.authoring;
        let changed = recs.iter().filter_map(|rec| authoring.changed(part, rec));
        let changed: BTreeSet<ChangedRecord> = changed.collect();
        let last = recs.last().and_then(|rec| authoring.changed(part, rec));
        let selects = last.and_then(|changed| authoring.known(changed));
        if let Some(showing) = &mut authoring.jobs.showing {
            showing.later.extend(&changed);
            showing.selects = selects;
        }
        let shown = Arc::clone(&self.state.document.dataset);
        let authoring = &self.state.document.authoring;
        let amended = (changed.len() <= AT_ONCE)
            .then(|| authoring.amended(&shown, &authoring.shown, changed));
        let Some(amended) = amended.flatten() else {
            return self.show_anew(selects);
        };
        let row = selects.and_then(|it| Authoring::row_in(&authoring.shown, &amended, it));
        let is_many = amended.amended_rows().len() > FOLDED;
        let sketched = self.sketched();
        self.state.document.edited(amended.into(), row);
        self.follow_sketch(sketched);
        self.refresh();
        if is_many && !self.is_showing() {
            self.make_anew(selects);
        }
    }

    /// Makes what is shown anew: at once where that is short work.
    pub(super) fn show_anew(&mut self, selects: Option<PartRecord>) {
        let authoring = &self.state.document.authoring;
        let Some(base) = &authoring.base else {
            return;
        };
        let length: usize = base.parts().iter().map(|part| part.text.len()).sum();
        if length > SHORT {
            if !self.is_showing() {
                self.make_anew(selects);
            }
            return;
        }
        let places = authoring.places_now();
        let dataset = Dataset::from_parts(authoring.parts_now());
        self.take_shown(dataset, places, selects);
    }

    fn make_anew(&mut self, selects: Option<PartRecord>) {
        let authoring = &self.state.document.authoring;
        let places = authoring.places_now();
        let source = authoring.parts_to_make();
        let job = self.room.start("changes", "", move |progress| {
            Dataset::make(source.parts(), progress)
        });
        self.state.document.authoring.jobs.showing = Some(Showing {
            places,
            later: BTreeSet::new(),
            selects,
            job,
        });
    }

    /// Shows what was made anew, with the changes that it has.
    pub(super) fn take_shown(
        &mut self,
        dataset: impl Into<Arc<Dataset>>,
        places: BTreeMap<usize, ShownPlaces>,
        selects: Option<PartRecord>,
    ) {
        let dataset = dataset.into();
        let sketched = self.sketched();
        let document = &mut self.state.document;
        let selected = document.selection.selected;
        let selected =
            selected.and_then(|row| document.authoring.record_at(&document.dataset, row));
        let row = selects
            .or(selected)
            .and_then(|record| Authoring::row_in(&places, &dataset, record));
        document.authoring.shown = places;
        document.edited(Arc::clone(&dataset), row);
        if document.authoring.unsaved() == 0 && dataset.amended_rows().len() == 0 {
            // The files are what is shown: later changes begin with that.
            document.authoring.begin_with(dataset);
        }
        self.follow_sketch(sketched);
        self.refresh();
    }

    /// The record whose shape is drawn on the map.
    fn sketched(&self) -> Option<PartRecord> {
        let document = &self.state.document;
        let row = self.map.sketch()?.row();
        document.authoring.record_at(&document.dataset, row)
    }

    /// Goes on with the shape of a record in what is shown now.
    fn follow_sketch(&mut self, record: Option<PartRecord>) {
        let (Some(record), Some(sketch)) = (record, self.map.sketch_mut()) else {
            return;
        };
        let document = &self.state.document;
        let dataset = &document.dataset;
        match Authoring::row_in(&document.authoring.shown, dataset, record) {
            Some(row) => sketch.follow(row, dataset.revision()),
            None => self.lose_sketch(),
        }
    }

    /// Shows what was made anew, with the changes on top that were made meanwhile.
    pub(super) fn take_made(&mut self) {
        let showing = self.state.document.authoring.jobs.showing.as_ref();
        let Some(ended) = showing.and_then(|showing| showing.job.poll()) else {
            return;
        };
        let Some(showing) = self.state.document.authoring.jobs.showing.take() else {
            return;
        };
        let Ended::Done(Some(made)) = ended else {
            return;
        };
        let Showing {
            places,
            later,
            selects,
            ..
        } = showing;
        let authoring = &self.state.document.authoring;
        let amended = if later.is_empty() {
            Some(made)
        } else if later.len() <= AT_ONCE {
            authoring.amended(&made, &places, later)
        } else {
            None
        };
        match amended {
            Some(dataset) => self.take_shown(dataset, places, selects),
            None => self.make_anew(selects),
        }
    }

    /// Whether changes are being worked on that are not shown.
    pub(super) const fn is_showing(&self) -> bool {
        self.state.document.authoring.jobs.showing.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_found_where_it_stands_whatever_was_taken_away() {
        let places = ShownPlaces {
            gone: vec![0, 3, 4, 9],
            new: vec![5, 2],
            count: 10,
        };
        let kept = [1, 2, 5, 6, 7, 8].map(KnownRecord::File);
        let new = [5, 2].map(KnownRecord::New);
        for (at, record) in kept.into_iter().chain(new).enumerate() {
            assert_eq!(places.record(EditedPlace::OfFile(at)), Some(record));
            assert_eq!(places.place(record), EditedPlace::OfFile(at));
        }
        assert_eq!(places.record(EditedPlace::OfFile(8)), None);
        for back in [KnownRecord::File(3), KnownRecord::New(7)] {
            assert_eq!(places.record(places.place(back)), Some(back));
            assert!(matches!(places.place(back), EditedPlace::New(_)));
        }
    }
}
