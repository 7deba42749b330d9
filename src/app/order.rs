//! The rows of the table in their order.

use std::sync::Arc;

use crate::{
    data::{Dataset, Filter},
    model::{Lang, RowId},
    query::{Audience, FilteredRows, Ranking, RowMask, Sort, TableColumn, WindowResult},
    ui::OrderedRows,
    work::{BackgroundQuery, Progress, Room},
};

/// Rows that are shown before there is an order.
const HEAD: usize = 50;

/// All that the order hangs on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OrderQuestion {
    /// The revision of the dataset.
    pub revision: u64,
    /// What shows.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// For a reader of which language.
    pub lang: Lang,
}

/// What a ranking hangs on: it serves every filter and both ends, but not every day looked from.
type RankQuestion = (u64, TableColumn, Audience);

/// A ranking and what it answers.
type KnownRanking = (RankQuestion, Arc<Ranking>);

impl OrderQuestion {
    /// The rankings that the order is made of.
    fn of_rankings(&self) -> Vec<RankQuestion> {
        let facets = self.sort.facets();
        let reader = Audience {
            lang: self.lang,
            known: self.filter.known,
        };
        facets
            .map(|facet| (self.revision, facet, reader.for_facet(facet)))
            .collect()
    }
}

/// Rows in an order, and the rankings that it was made of: one, or two.
struct Rows {
    rankings: Vec<KnownRanking>,
    rows: Vec<RowId>,
}

/// The rows in order, and what is under way.
#[derive(Default)]
pub(super) struct TableOrder {
    query: BackgroundQuery<OrderQuestion, Rows>,
    /// The first rows in order of time, to be seen until there is an order.
    head: Vec<RowId>,
}

impl TableOrder {
    /// What panels may see of it. While another order is under way, the last one is shown.
    pub(super) fn ordered(&self) -> OrderedRows<'_> {
        OrderedRows {
            rows: self.query.answer().map_or(&self.head, |order| &order.rows),
            is_awaited: self.query.awaited().is_some(),
            share: self.query.share(),
        }
    }

    /// The rows, when they answer `question`.
    pub(super) fn rows_for(&self, question: &OrderQuestion) -> Option<&[RowId]> {
        let order = self.query.answer_to(question)?;
        Some(order.rows.as_slice())
    }

    /// Brings the order up to date with `question`, or starts what will.
    ///
    /// While the window moves, the job that is under way is let finish and the newest question is
    /// asked then, so that the table follows; one that makes another ranking is given up.
    pub(super) fn update(
        &mut self,
        room: &Room,
        dataset: &Arc<Dataset>,
        matching: &RowMask,
        question: OrderQuestion,
        visible: &WindowResult,
    ) {
        let shown = self.query.shown();
        if shown.is_some_and(|(of, _)| of.revision != question.revision) {
            self.query.clear();
        }
        let rankings = question.of_rankings();
        if !self
            .query
            .wants(&question, |asked| asked.of_rankings() == rankings)
        {
            return;
        }
        self.head.clear();
        if self.query.answer().is_none() {
            let first = visible.rows.iter().take(HEAD);
            self.head.extend(first.map(|shown| shown.row));
        }
        let known = self.query.answer();
        let known = known.map_or_else(Vec::new, |order| order.rankings.clone());
        let records = dataset.len();
        let (dataset, matching) = (Arc::clone(dataset), matching.clone());
        let asked = question.clone();
        let work =
            move |progress: &Progress| ordered(&dataset, &matching, &asked, &known, progress);
        self.query.look_at(records, room, "order", question, work);
    }
}

/// Orders what the filter shows; `None` when nobody waits for it any more.
fn ordered(
    dataset: &Dataset,
    matching: &RowMask,
    question: &OrderQuestion,
    known: &[KnownRanking],
    progress: &Progress,
) -> Option<Rows> {
    let sort = question.sort;
    let ranked = |asked: RankQuestion| -> Option<KnownRanking> {
        if let Some(known) = known.iter().find(|(of, _)| *of == asked) {
            return Some(known.clone());
        }
        let ranking = Ranking::of(dataset, asked.1, asked.2, progress)?;
        Some((asked, Arc::new(ranking)))
    };
    let rankings: Option<Vec<KnownRanking>> =
        question.of_rankings().into_iter().map(ranked).collect();
    let rankings = rankings?;
    let (first, last) = (rankings.first()?, rankings.last()?);
    let shown = FilteredRows {
        dataset,
        filter: &question.filter,
        matching,
    };
    let rows = first.1.shown_by_two(&last.1, shown, sort, progress)?;
    Some(Rows { rankings, rows })
}
