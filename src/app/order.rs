//! The rows of the table in their order, made at once where that is quick, else in the background.

use std::sync::Arc;

use crate::{
    model::Lang,
    query::{Audience, Facet, FilteredRows, Ranking, RowMask, Sort},
    store::{Dataset, Filter},
    task::{JobId, Progress, Tasks},
    ui::Ordered,
};

use super::jobs::Outcome;

/// Records that are ordered at once: in a few milliseconds.
const AT_ONCE: usize = 20_000;

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
type RankQuestion = (u64, Facet, Audience);

/// A ranking and what it answers.
type Known = (RankQuestion, Arc<Ranking>);

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

/// What a job brings back.
pub(super) struct OrderAnswer {
    question: OrderQuestion,
    rankings: Vec<Known>,
    rows: Vec<u32>,
}

/// The rows in order, and what is under way.
#[derive(Default)]
pub(super) struct Order {
    /// Those of the last order: one, or two.
    rankings: Vec<Known>,
    shown: Option<OrderQuestion>,
    rows: Vec<u32>,
    asked: Option<(JobId, OrderQuestion, Arc<Progress>)>,
}

impl Order {
    /// What panels may see of it. While another order is under way, the last one is shown.
    pub(super) fn ordered(&self) -> Ordered<'_> {
        Ordered {
            rows: &self.rows,
            is_awaited: self.asked.is_some(),
            share: self.asked.as_ref().and_then(|asked| asked.2.share()),
        }
    }

    /// The rows, when they answer `question`.
    pub(super) fn rows_for(&self, question: &OrderQuestion) -> Option<&[u32]> {
        (self.shown.as_ref() == Some(question)).then_some(self.rows.as_slice())
    }

    /// Brings the order up to date with `question`, or starts what will.
    ///
    /// While the window moves, the job that is under way is let finish and the newest question is
    /// asked then, so that the table follows; one that makes another ranking is given up.
    pub(super) fn update(
        &mut self,
        tasks: &mut Tasks<Outcome>,
        dataset: &Arc<Dataset>,
        matching: &RowMask,
        question: OrderQuestion,
    ) {
        if self.shown.as_ref() == Some(&question) {
            return;
        }
        if self
            .shown
            .as_ref()
            .is_some_and(|it| it.revision != question.revision)
        {
            self.rows.clear();
            self.shown = None;
        }
        if let Some((_, asked, progress)) = &self.asked {
            if asked.of_rankings() != question.of_rankings() {
                progress.cancel();
            }
            return;
        }
        let known = self.rankings.clone();
        if dataset.len() <= AT_ONCE {
            if let Some(answer) = answer(dataset, matching, question, &known, &Progress::default())
            {
                self.take(answer);
            }
            return;
        }
        let job = {
            let (dataset, matching) = (Arc::clone(dataset), matching.clone());
            let question = question.clone();
            move |progress: &Progress| {
                let answer = answer(&dataset, &matching, question, &known, progress);
                Outcome::Ordered(answer.map(Box::new))
            }
        };
        let id = tasks.start("order", String::new(), job);
        let started = tasks.running().iter().find(|job| job.id == id);
        self.asked = started.map(|job| (id, question, Arc::clone(&job.progress)));
    }

    /// Takes in what a job brought back.
    pub(super) fn take(&mut self, answer: OrderAnswer) {
        self.rankings = answer.rankings;
        self.rows = answer.rows;
        self.shown = Some(answer.question);
    }

    /// A job has ended, however it did.
    pub(super) fn ended(&mut self, id: JobId) {
        self.asked.take_if(|asked| asked.0 == id);
    }
}

/// Orders what the filter shows; `None` when nobody waits for it any more.
fn answer(
    dataset: &Dataset,
    matching: &RowMask,
    question: OrderQuestion,
    known: &[Known],
    progress: &Progress,
) -> Option<OrderAnswer> {
    let goes_on = |done: usize, total: usize| {
        progress.set(done as u64, total as u64);
        !progress.is_cancelled()
    };
    let sort = question.sort;
    let ranked = |asked: RankQuestion| -> Option<Known> {
        if let Some(known) = known.iter().find(|(of, _)| *of == asked) {
            return Some(known.clone());
        }
        let ranking = Ranking::of_while(dataset, asked.1, asked.2, &goes_on)?;
        Some((asked, Arc::new(ranking)))
    };
    let rankings: Option<Vec<Known>> = question.of_rankings().into_iter().map(ranked).collect();
    let rankings = rankings?;
    let goes_on = || !progress.is_cancelled();
    let (first, last) = (rankings.first()?, rankings.last()?);
    let shown = FilteredRows {
        dataset,
        filter: &question.filter,
        matching,
    };
    let rows = first.1.shown_by_two_while(&last.1, shown, sort, &goes_on)?;
    Some(OrderAnswer {
        question,
        rankings,
        rows,
    })
}
