//! The rows of the table in their order, made at once where that is quick, else in the background.

use std::sync::Arc;

use crate::{
    model::Lang,
    store::{Dataset, Facet, Filter, Matching, Ranking, Sort},
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

/// What a ranking hangs on: it serves every filter and both ends.
type RankQuestion = (u64, Facet, Lang);

impl OrderQuestion {
    fn of_ranking(&self) -> RankQuestion {
        (self.revision, self.sort.facet, self.lang)
    }
}

/// What a job brings back.
pub(super) struct OrderAnswer {
    question: OrderQuestion,
    ranking: Arc<Ranking>,
    rows: Vec<u32>,
}

/// The rows in order, and what is under way.
#[derive(Default)]
pub(super) struct Order {
    ranking: Option<(RankQuestion, Arc<Ranking>)>,
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
        matching: &Matching,
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
            if asked.of_ranking() != question.of_ranking() {
                progress.cancel();
            }
            return;
        }
        let ranking = self.ranking_for(&question);
        if dataset.len() <= AT_ONCE {
            if let Some(answer) = answer(dataset, matching, question, ranking, &Progress::default())
            {
                self.take(answer);
            }
            return;
        }
        let job = {
            let (dataset, matching) = (Arc::clone(dataset), matching.clone());
            let question = question.clone();
            move |progress: &Progress| {
                let answer = answer(&dataset, &matching, question, ranking, progress);
                Outcome::Ordered(answer.map(Box::new))
            }
        };
        let id = tasks.start("order", String::new(), job);
        let started = tasks.running().iter().find(|job| job.id == id);
        self.asked = started.map(|job| (id, question, Arc::clone(&job.progress)));
    }

    /// Takes in what a job brought back.
    pub(super) fn take(&mut self, answer: OrderAnswer) {
        self.ranking = Some((answer.question.of_ranking(), answer.ranking));
        self.rows = answer.rows;
        self.shown = Some(answer.question);
    }

    /// A job has ended, however it did.
    pub(super) fn ended(&mut self, id: JobId) {
        self.asked.take_if(|asked| asked.0 == id);
    }

    fn ranking_for(&self, question: &OrderQuestion) -> Option<Arc<Ranking>> {
        let (known, ranking) = self.ranking.as_ref()?;
        (*known == question.of_ranking()).then(|| Arc::clone(ranking))
    }
}

/// Orders what the filter shows; `None` when nobody waits for it any more.
fn answer(
    dataset: &Dataset,
    matching: &Matching,
    question: OrderQuestion,
    ranking: Option<Arc<Ranking>>,
    progress: &Progress,
) -> Option<OrderAnswer> {
    let goes_on = |done: usize, total: usize| {
        progress.set(done as u64, total as u64);
        !progress.is_cancelled()
    };
    let OrderQuestion { sort, lang, .. } = question;
    let ranking = match ranking {
        Some(ranking) => ranking,
        None => Arc::new(Ranking::of_while(dataset, sort.facet, lang, &goes_on)?),
    };
    let goes_on = || !progress.is_cancelled();
    let rows = ranking.shown_while(dataset, &question.filter, matching, sort, &goes_on)?;
    Some(OrderAnswer {
        question,
        ranking,
        rows,
    })
}
