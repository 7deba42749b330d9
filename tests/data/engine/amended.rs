//! An engine after edits against one that is made anew: every answer is the same.

#![allow(
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{collections::BTreeMap, sync::Arc};

use proptest::prelude::*;
use sahelscope::{
    data::{Amendment, ClaimIndex, Dataset, EditedPlace, Filter},
    model::{DAY, Lang, RowId, Second, Status},
    query::{
        Audience, AxisQuestion, DensityQuestion, Engine, LayerSummary, Ranking, Raster,
        TableColumn, index::MercatorRect,
    },
    timeline::{Bin, StartLimits, ViewRange},
    work::Progress,
};
use serde_json::{Value, json};

use super::{FILES, LAYERS, date, day, file, filters};

/// What a record says.
#[derive(Clone, Debug)]
struct Says {
    layer: &'static str,
    date: Option<String>,
    place: u8,
    word: u8,
}

impl Says {
    fn text(&self, id: usize) -> String {
        let precision = ["town", "country", "area", "region", "town"];
        let geometry = match self.place {
            0 => Value::Null,
            place => {
                json!({"type": "Point", "coordinates": [f64::from(place) * 0.37 - 8.0, 13.0 + f64::from(place % 7)]})
            }
        };
        let claims = match self.word {
            0 => json!([]),
            word => {
                json!([{"by": format!("speaker {}", word % 3), "says": "so", "source": format!("paper-{word}")}])
            }
        };
        json!({
            "type": "Feature", "id": format!("r{id}"), "geometry": geometry,
            "properties": {
                "layer": self.layer, "date": self.date, "title": format!("word{}", self.word),
                "place_precision": precision[usize::from(self.place) % 5], "claims": claims,
                "reported": self.date.as_ref().filter(|date| self.word > 2 && !date.contains('/')),
                "status": if self.word < 3 { "confirmed" } else { "disputed" },
            },
        })
        .to_string()
    }
}

fn says() -> impl Strategy<Value = Says> {
    let layer = prop::sample::select(&LAYERS[..]);
    (layer, date(), 0..40_u8, 0..6_u8).prop_map(|(layer, date, place, word)| Says {
        layer,
        date,
        place,
        word,
    })
}

/// What is done to one record.
#[derive(Clone, Debug)]
enum Edit {
    Change(usize, Says),
    Remove(usize),
    Undo(usize),
    Add(Says),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        6 => (any::<usize>(), says()).prop_map(|(at, says)| Edit::Change(at, says)),
        2 => any::<usize>().prop_map(Edit::Remove),
        3 => any::<usize>().prop_map(Edit::Undo),
        2 => says().prop_map(Edit::Add),
    ]
}

/// Records that nobody edits.
const FIXED: usize = LAYERS.len();

/// The records of all files as edits leave them.
struct Kept {
    /// File by file: the text as it was read, and as it is; `None`: taken away.
    parts: Vec<Vec<(String, Option<String>)>>,
    /// New ones of the last file.
    new: Vec<Option<String>>,
}

impl Kept {
    fn of(records: &[Says], cut: usize) -> Self {
        // One of each layer that nobody edits, so that each layer stays known.
        let fixed = LAYERS.iter().map(|layer| Says {
            layer,
            date: None,
            place: 0,
            word: 0,
        });
        let texts: Vec<(String, Option<String>)> = fixed
            .chain(records.iter().cloned())
            .enumerate()
            .map(|(id, says)| (says.text(id), Some(says.text(id))))
            .collect();
        let (one, two) = texts.split_at((FIXED + cut).min(texts.len()));
        Self {
            parts: vec![one.to_vec(), two.to_vec()],
            new: Vec::new(),
        }
    }

    /// The same as if it had been read so.
    fn dataset(&self) -> Dataset {
        let parts = self.parts.iter().enumerate().map(|(part, records)| {
            let mut texts: Vec<String> = records
                .iter()
                .filter_map(|(_, text)| text.clone())
                .collect();
            if part == 1 {
                texts.extend(self.new.iter().flatten().cloned());
            }
            file(FILES[part], &texts)
        });
        Dataset::from_parts(parts.collect())
    }

    /// Does an edit, here and to a dataset; `None`: it is to be read anew.
    fn edit(&mut self, dataset: &Dataset, edit: &Edit) -> Option<Dataset> {
        let count: usize = self.parts.iter().map(Vec::len).sum();
        let all = count + self.new.len();
        let (at, text) = match edit {
            Edit::Change(at, says) if all > FIXED => {
                let at = FIXED + at % (all - FIXED);
                (at, Some(says.text(at)))
            }
            Edit::Remove(at) if all > FIXED => (FIXED + at % (all - FIXED), None),
            Edit::Undo(at) if count > FIXED => {
                let at = FIXED + at % (count - FIXED);
                let (part, place) = self.place(at);
                (at, Some(self.parts[part][place].0.clone()))
            }
            Edit::Add(says) => (all, Some(says.text(all))),
            _ => return dataset.amended(&[]),
        };
        let (part, place) = self.place(at);
        let place = if at < count {
            self.parts[part][place].1.clone_from(&text);
            EditedPlace::OfFile(place)
        } else {
            self.new.resize(self.new.len().max(at - count + 1), None);
            self.new[at - count].clone_from(&text);
            EditedPlace::New(at - count)
        };
        let text = text.as_deref();
        dataset.amended(&[Amendment { part, place, text }])
    }

    fn place(&self, at: usize) -> (usize, usize) {
        let first = self.parts[0].len();
        if at < first { (0, at) } else { (1, at - first) }
    }

    /// The row that each row of an edited dataset has in one that was read anew.
    fn rows(dataset: &Dataset) -> BTreeMap<RowId, RowId> {
        let columns = dataset.columns();
        let there = dataset.rows().filter(|row| !columns.is_gone(*row));
        there.zip(RowId::all()).collect()
    }
}

/// Answers of both, with the rows of the edited one as they are in the other.
struct Both<'a> {
    edited: &'a Engine,
    anew: &'a Engine,
    rows: &'a BTreeMap<RowId, RowId>,
    filter: &'a Filter,
}

impl Both<'_> {
    fn row(&self, row: RowId) -> RowId {
        self.rows[&row]
    }

    fn same(&self, ask: impl Fn(&Engine) -> Vec<RowId>) -> Result<(), TestCaseError> {
        let edited: Vec<RowId> = ask(self.edited)
            .into_iter()
            .map(|row| self.row(row))
            .collect();
        prop_assert_eq!(edited, ask(self.anew));
        Ok(())
    }

    fn equal<T: PartialEq + std::fmt::Debug>(
        &self,
        ask: impl Fn(&Engine) -> T,
    ) -> Result<(), TestCaseError> {
        prop_assert_eq!(ask(self.edited), ask(self.anew));
        Ok(())
    }

    fn lists_agree(&self) -> Result<(), TestCaseError> {
        let filter = self.filter;
        self.same(|engine| {
            engine
                .visible(filter)
                .rows
                .iter()
                .map(|it| it.row)
                .collect()
        })?;
        self.same(|engine| engine.visible(filter).undated)?;
        self.same(|engine| engine.visible(filter).unplaced)?;
        self.same(|engine| engine.undated(filter, 2..7))?;
        self.same(|engine| engine.unplaced(filter, 5))?;
        self.same(|engine| engine.first_in_countries(filter))?;
        for forward in [true, false] {
            self.same(|engine| {
                engine
                    .next_record(filter, None, forward)
                    .into_iter()
                    .collect()
            })?;
        }
        for (edited, anew) in self.rows {
            let next = |engine: &Engine, row| engine.next_record(filter, Some(row), true);
            let next_of_edited = next(self.edited, *edited).map(|row| self.row(row));
            prop_assert_eq!(next_of_edited, next(self.anew, *anew));
        }
        Ok(())
    }

    fn counts_agree(&self, second: Second) -> Result<(), TestCaseError> {
        let filter = self.filter;
        self.equal(|engine| engine.visible(filter).counts)?;
        self.equal(|engine| engine.visible(filter).aged)?;
        self.equal(|engine| engine.visible(filter).unplaced_in_window)?;
        self.equal(|engine| engine.shown(filter))?;
        self.equal(|engine| engine.shown_by_file(filter))?;
        self.equal(|engine| engine.in_countries(filter))?;
        self.equal(|engine| engine.without_place(filter))?;
        self.equal(|engine| engine.change_days(filter))?;
        self.equal(|engine| engine.begun_until(second))?;
        self.equal(Engine::reach)?;
        self.equal(Engine::reach_of_all)?;
        self.equal(|engine| engine.reach_in_window(filter))?;
        self.equal(|engine| {
            let limits = StartLimits {
                before: second,
                from: second,
            };
            let mut starts = engine.begins_around(filter, limits);
            starts.sort_unstable();
            starts
        })?;
        self.equal(|engine| {
            let question = DensityQuestion {
                engine: 0,
                filter: filter.clone(),
                raster: Raster {
                    level: 8,
                    first: [110, 110],
                    size: [30, 30],
                },
            };
            engine.density(question).counts
        })
    }

    fn cells_agree(&self, level: u8) -> Result<(), TestCaseError> {
        let filter = self.filter;
        let cells = |engine: &Engine| {
            let cells = engine.index().cells(level, &MercatorRect::WORLD);
            let cells = cells.as_slice().iter();
            let counted = cells.map(|cell| {
                let areas = engine.areas_of(*cell, filter);
                (*cell, engine.count_of(*cell, filter), areas)
            });
            counted
                .filter(|(_, count, _)| *count > 0)
                .collect::<Vec<_>>()
        };
        self.equal(cells)?;
        for (cell, count, _) in cells(self.edited) {
            self.same(|engine| {
                let mut rows = engine.rows_of(cell, filter, usize::MAX);
                rows.sort_unstable();
                rows
            })?;
            prop_assert_eq!(self.edited.rows_of(cell, filter, usize::MAX).len(), count);
        }
        Ok(())
    }

    fn axis_agrees(&self, first: Second) -> Result<(), TestCaseError> {
        for view in [
            None,
            Some(MercatorRect {
                west: 1 << 30,
                ..MercatorRect::WORLD
            }),
        ] {
            let summary = |engine: &Engine| {
                engine.axis_summary(AxisQuestion {
                    engine: 0,
                    filter: self.filter.without_window(),
                    range: ViewRange {
                        start: first as f64,
                        end: (first + 500 * DAY) as f64,
                    },
                    width: 600.0,
                    view,
                })
            };
            let (edited, anew) = (summary(self.edited), summary(self.anew));
            bins_agree(&edited.in_view.bins, &anew.in_view.bins)?;
            for (edited, anew) in edited.layers.iter().zip(anew.layers.iter()) {
                let LayerSummary { density, rows } = edited;
                let rows: Vec<RowId> = rows.iter().map(|row| self.row(*row)).collect();
                prop_assert_eq!(&rows, &anew.rows);
                bins_agree(&density.bins, &anew.density.bins)?;
            }
        }
        Ok(())
    }

    fn tables_agree(&self) -> Result<(), TestCaseError> {
        for column in TableColumn::ALL {
            self.same(|engine| {
                let dataset = engine.dataset();
                let progress = Progress::unwatched();
                let reader = Audience::of(Lang::En);
                let ranking = Ranking::of(dataset, column, reader, &progress).unwrap();
                let asked = sahelscope::query::FilteredRows {
                    dataset,
                    filter: self.filter,
                    matching: engine.matching(),
                };
                let sort = sahelscope::query::Sort::by(column);
                ranking.shown(asked, sort, &progress).unwrap()
            })?;
        }
        Ok(())
    }

    /// What hangs on the records alone.
    fn datasets_agree(&self) -> Result<(), TestCaseError> {
        let (edited, anew) = (self.edited.dataset(), self.anew.dataset());
        prop_assert_eq!(edited.len(), anew.len());
        prop_assert_eq!(edited.extent_in_time(), anew.extent_in_time());
        for part in 0..2 {
            prop_assert_eq!(edited.count_of(part), anew.count_of(part));
            prop_assert_eq!(edited.dated(part), anew.dated(part));
        }
        let totals = |dataset: &Dataset| {
            let totals = dataset.columns().totals();
            (
                totals.readable,
                totals.unreadable,
                totals.dated,
                totals.unplaced,
                totals.layers.clone(),
            )
        };
        prop_assert_eq!(totals(edited), totals(anew));
        for (row, other) in self.rows {
            prop_assert_eq!(edited.bytes(*row), anew.bytes(*other));
            prop_assert_eq!(edited.record(*row), anew.record(*other));
            let id = format!(
                "r{}",
                edited.record(*row).unwrap().id.as_ref().unwrap().as_str()
            );
            prop_assert_eq!(edited.row_of(&id[1..]), Some(*row));
        }
        let issues = |dataset: &Dataset, rows: Option<&BTreeMap<RowId, RowId>>| {
            let of_rows = dataset.issues().iter().filter_map(|filed| {
                let row = filed.row?;
                Some((rows.map_or(row, |rows| rows[&row]), filed.issue.clone()))
            });
            of_rows.collect::<Vec<_>>()
        };
        prop_assert_eq!(issues(edited, Some(self.rows)), issues(anew, None));
        let mut dates = [edited, anew].map(|dataset| dataset.reporting().clone());
        for dates in &mut dates {
            dates
                .dated
                .sort_unstable_by_key(|(bounds, _)| (bounds.earliest, bounds.latest));
        }
        prop_assert_eq!(&dates[0], &dates[1]);
        let claims = |index: &ClaimIndex, row: RowId| {
            let name = |claimant: u32| index.claimants()[claimant as usize].clone();
            let statements = index.statements(row).iter();
            let names: Vec<_> = statements.map(|it| name(it.claimant)).collect();
            (names, index.origins(row, None), index.values(row))
        };
        for (row, other) in self.rows {
            prop_assert_eq!(
                claims(edited.claim_index(), *row),
                claims(anew.claim_index(), *other)
            );
        }
        prop_assert_eq!(edited.claim_index().lacking(), anew.claim_index().lacking());
        Ok(())
    }
}

fn bins_agree(edited: &[Bin], anew: &[Bin]) -> Result<(), TestCaseError> {
    prop_assert_eq!(edited.len(), anew.len());
    for (edited, anew) in edited.iter().zip(anew) {
        prop_assert_eq!(edited.bounds, anew.bounds);
        let differences = [
            edited.certain - anew.certain,
            edited.possible - anew.possible,
        ];
        prop_assert!(
            differences.iter().all(|it| it.abs() < 1e-6),
            "{edited:?} {anew:?}"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_and_undos_every_answer_is_that_of_an_engine_made_anew(
        records in prop::collection::vec(says(), 0..120), cut in 0..120_usize,
        edits in prop::collection::vec(edit(), 1..25), filter in filters(), asks_more in 0..4_u8,
        first in day(), level in 4..9_u8, is_known in any::<bool>(),
    ) {
        let mut filter = filter;
        match asks_more {
            1 => filter.text = "word2".to_owned(),
            2 => filter.statuses = Some([Status::Confirmed].into()),
            3 => filter.claimant = "speaker 1".to_owned(),
            _ => {}
        }
        let mut kept = Kept::of(&records, cut);
        let mut dataset = Arc::new(kept.dataset());
        if is_known {
            let _ = (dataset.claim_index(), dataset.reporting(), dataset.extent_of_reports());
        }
        let mut engines = [
            Engine::of(&dataset, &filter, &Progress::unwatched()).unwrap(),
            Engine::of(&dataset, &filter, &Progress::unwatched()).unwrap().listing_at_most(0),
        ];
        for edit in &edits {
            let edited = kept.edit(&dataset, edit);
            prop_assert!(edited.is_some(), "{edit:?} does not reach beyond its record");
            dataset = Arc::new(edited.unwrap());
            engines = engines.map(|engine| engine.amended(&dataset).unwrap());
        }
        let anew = Arc::new(kept.dataset());
        let rows = Kept::rows(&dataset);
        for (edited, most) in engines.iter().zip([usize::MAX, 0]) {
            let made = Engine::of(&anew, &filter, &Progress::unwatched()).unwrap();
            let made = if most == 0 { made.listing_at_most(0) } else { made };
            let both = Both { edited, anew: &made, rows: &rows, filter: &filter };
            both.datasets_agree()?;
            both.counts_agree(first)?;
            both.lists_agree()?;
            both.cells_agree(level)?;
            both.axis_agrees(first)?;
            both.tables_agree()?;
        }
    }
}

#[test]
fn what_an_edit_makes_of_one_record_is_not_of_another_dataset() {
    let record = |title: &str| {
        json!({"type": "Feature", "id": "a", "geometry": null, "properties": {"title": title}})
            .to_string()
    };
    let read = Arc::new(Dataset::from_parts(vec![file("one", &[record("old")])]));
    let other = Arc::new(Dataset::from_parts(vec![file("one", &[record("old")])]));
    let text = record("new");
    let amendment = Amendment {
        part: 0,
        place: EditedPlace::OfFile(0),
        text: Some(&text),
    };
    let edited = Arc::new(read.amended(&[amendment]).unwrap());
    assert!(
        Engine::of(&read, &Filter::default(), &Progress::unwatched())
            .unwrap()
            .amended(&edited)
            .is_some()
    );
    assert!(
        Engine::of(&other, &Filter::default(), &Progress::unwatched())
            .unwrap()
            .amended(&edited)
            .is_none()
    );
    assert!(
        Engine::of(&edited, &Filter::default(), &Progress::unwatched())
            .unwrap()
            .amended(&read)
            .is_none()
    );
    assert_eq!(
        read.record(RowId::new(0)).unwrap().title.text(Lang::En),
        "old"
    );
    assert_eq!(
        edited.record(RowId::new(0)).unwrap().title.text(Lang::En),
        "new"
    );
}

#[test]
fn what_reaches_beyond_its_record_is_to_be_read_anew() {
    let record = |id: &str, properties: Value| {
        json!({"type": "Feature", "id": id, "geometry": null, "properties": properties}).to_string()
    };
    let related = json!({"date": "2020", "related": [{"id": "b", "as": "after"}]});
    let texts = [
        record("a", related),
        record("b", json!({"date": "2021"})),
        record("c", json!({})),
    ];
    let read = Dataset::from_parts(vec![file("one", &texts)]);
    let amended = |place: usize, text: Option<String>| {
        let place = EditedPlace::OfFile(place);
        let text = text.as_deref();
        read.amended(&[Amendment {
            part: 0,
            place,
            text,
        }])
        .is_some()
    };
    assert!(
        !amended(0, Some(record("a", json!({})))),
        "it stands in an order"
    );
    assert!(
        !amended(1, Some(record("b", json!({"date": "2022"})))),
        "another is after it"
    );
    assert!(!amended(1, None), "another names it");
    assert!(!amended(2, Some(record("b", json!({})))), "the id is taken");
    assert!(
        !amended(2, Some(record("c", json!({"layer": "unheard of"})))),
        "a new layer"
    );
    assert!(amended(2, Some(record("c", json!({"date": "2022"})))));
    assert!(amended(2, None));
}
