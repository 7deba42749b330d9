//! What follows from dataset and filter, remembered until one of them changes.

use std::sync::Arc;

use crate::{
    query::{
        Density, DensityQuestion, Indexed, LISTED, Matching, Raster, Survey, SurveyQuestion,
        Visible, index::MercatorRect,
    },
    store::{Dataset, Filter},
    timeline::ViewRange,
};

/// The rows that the filter shows. There is no invalidation: the key is the whole question, a
/// dataset's revision and a filter.
///
/// A dataset of few records is looked through at once. One of many is asked through an [`Indexed`], which
/// is made off the drawing thread when anything but window and layers changes; until it is there, the one
/// before answers.
#[derive(Default)]
pub(super) struct Derived {
    matched: Option<(u64, Filter)>,
    matching: Matching,
    shown: Option<(u64, Filter)>,
    visible: Visible,
    many: Many,
    surveys: Surveys,
    densities: Densities,
}

/// How many records lie where.
#[derive(Default)]
struct Densities {
    shown: Option<Arc<Density>>,
    is_awaited: bool,
}

/// What a density is to be made of.
pub(super) struct DensityWanted {
    /// What is open.
    pub dataset: Arc<Dataset>,
    /// What passes the filter, where records are few.
    pub matching: Matching,
    /// What answers, where they are many.
    pub indexed: Option<Arc<Indexed>>,
    /// What is asked.
    pub question: DensityQuestion,
}

/// What the axis of time shows of many records.
#[derive(Default)]
struct Surveys {
    shown: Option<Arc<Survey>>,
    is_awaited: bool,
}

/// What a survey is to be made of.
pub(super) struct SurveyWanted {
    /// What is open.
    pub dataset: Arc<Dataset>,
    /// What answers.
    pub indexed: Arc<Indexed>,
    /// What is asked.
    pub question: SurveyQuestion,
}

/// What is known of a dataset of many records.
#[derive(Default)]
struct Many {
    /// What answers now.
    current: Option<Arc<Indexed>>,
    /// What answers when no record is filtered out, kept for when the filter is cleared.
    unfiltered: Option<Arc<Indexed>>,
    /// What is being made.
    awaited: Option<Wanted>,
    /// Whether what answers is of another filter or another dataset.
    is_behind: bool,
}

/// What an [`Indexed`] is to be made for.
#[derive(Clone)]
pub(super) struct Wanted {
    /// What is open.
    pub dataset: Arc<Dataset>,
    /// A filter without window and layers.
    pub filter: Filter,
}

impl Wanted {
    fn is(&self, dataset: &Dataset, filter: &Filter) -> bool {
        self.dataset.revision() == dataset.revision() && self.filter == filter.of_records()
    }

    /// Whether an answer to this is worth waiting for while `later` is wanted: only the day that is looked from
    /// has moved on, and what is shown follows it.
    pub(super) fn serves(&self, later: &Self) -> bool {
        let on_its_day = Filter {
            known: later.filter.known,
            ..self.filter.clone()
        };
        let are_both_looks = self.filter.known.is_some() && later.filter.known.is_some();
        are_both_looks && later.is(&self.dataset, &on_its_day)
    }
}

impl Derived {
    /// Brings the answers up to date, as far as that can be done at once. The answer is what must be made
    /// for the rest, instead of anything wanted before.
    pub(super) fn update(&mut self, dataset: &Arc<Dataset>, filter: &Filter) -> Option<Wanted> {
        if dataset.len() > LISTED {
            return self.ask(dataset, filter);
        }
        self.many = Many::default();
        self.surveys.shown = None;
        self.look_through(dataset, filter);
        None
    }

    /// Takes in what was made.
    pub(super) fn take(&mut self, indexed: Arc<Indexed>) {
        let many = &mut self.many;
        if indexed.is_unfiltered() {
            many.unfiltered = Some(Arc::clone(&indexed));
        }
        many.current = Some(indexed);
        many.awaited = None;
        self.shown = None;
    }

    /// What answers when no record is filtered out, where it is known.
    pub(super) fn unfiltered(&self) -> Option<Arc<Indexed>> {
        self.many.unfiltered.clone()
    }

    /// What was to be made is not coming.
    pub(super) fn give_up(&mut self) {
        self.many.awaited = None;
        self.shown = None;
    }

    /// The rows that pass everything but the window.
    pub(super) fn matching(&self) -> &Matching {
        self.indexed().map_or(&self.matching, Indexed::matching)
    }

    /// The rows that the window shows.
    pub(super) const fn visible(&self) -> &Visible {
        &self.visible
    }

    /// What answers for a dataset of many records.
    pub(super) fn indexed(&self) -> Option<&Indexed> {
        self.many.current.as_deref()
    }

    /// Whether the answers are those to an earlier question, and the new ones are being made.
    pub(super) const fn is_behind(&self) -> bool {
        self.many.is_behind
    }

    /// Whether nothing can be answered yet.
    pub(super) const fn is_waiting(&self) -> bool {
        self.many.is_behind && self.many.current.is_none()
    }

    /// What the axis of time shows of many records; of an earlier stretch or filter until the new one is there.
    pub(super) fn survey(&self) -> Option<&Survey> {
        self.surveys.shown.as_deref()
    }

    /// What must be made for the axis to show `range` over `width` points and count what lies in `view`. While one
    /// is made nothing else is wanted, so that the axis follows and no thread waits for another.
    pub(super) fn ask_survey(
        &mut self,
        dataset: &Arc<Dataset>,
        filter: &Filter,
        (range, width): (ViewRange, f32),
        view: Option<MercatorRect>,
    ) -> Option<SurveyWanted> {
        let Some(indexed) = &self.many.current else {
            self.surveys.shown = None;
            return None;
        };
        let question = SurveyQuestion {
            index: indexed.index().id(),
            filter: filter.without_window(),
            range,
            width,
            view,
        };
        let is_shown = self
            .survey()
            .is_some_and(|shown| shown.question == question);
        if is_shown || self.surveys.is_awaited || width <= 0.0 {
            return None;
        }
        self.surveys.is_awaited = true;
        Some(SurveyWanted {
            dataset: Arc::clone(dataset),
            indexed: Arc::clone(indexed),
            question,
        })
    }

    /// How many records lie where; of an earlier window or view until the new one is there.
    pub(super) const fn density(&self) -> Option<&Arc<Density>> {
        self.densities.shown.as_ref()
    }

    /// What must be made for the map to show how many records lie in the cells of `raster`, one after another as
    /// with [`Derived::ask_survey`].
    pub(super) fn ask_density(
        &mut self,
        dataset: &Arc<Dataset>,
        filter: &Filter,
        raster: Raster,
    ) -> Option<DensityWanted> {
        if self.densities.is_awaited || (dataset.len() > LISTED && self.many.current.is_none()) {
            return None;
        }
        let question = DensityQuestion {
            revision: dataset.revision(),
            index: self.indexed().map(|indexed| indexed.index().id()),
            filter: filter.clone(),
            raster,
        };
        let shown = self.densities.shown.as_ref();
        if shown.is_some_and(|shown| shown.question == question) {
            return None;
        }
        self.densities.is_awaited = true;
        Some(DensityWanted {
            dataset: Arc::clone(dataset),
            matching: self.matching().clone(),
            indexed: self.many.current.clone(),
            question,
        })
    }

    /// Takes in a density; `None`: it died.
    pub(super) fn take_density(&mut self, density: Option<Arc<Density>>) {
        self.densities.is_awaited = false;
        if density.is_some() {
            self.densities.shown = density;
        }
    }

    /// Takes in a survey; `None`: it died. One of another index than answers now is of no use.
    pub(super) fn take_survey(&mut self, survey: Option<Arc<Survey>>) {
        self.surveys.is_awaited = false;
        let current = self.indexed().map(|indexed| indexed.index().id());
        if let Some(survey) = survey.filter(|survey| Some(survey.question.index) == current) {
            self.surveys.shown = Some(survey);
        }
    }

    fn look_through(&mut self, dataset: &Dataset, filter: &Filter) {
        let question = Some((dataset.revision(), filter.clone()));
        if self.shown == question {
            return;
        }
        // The rows that match do not hang on the window, which moves much more often.
        let without_window = Some((dataset.revision(), filter.without_window()));
        if self.matched != without_window {
            self.matching = Matching::of(dataset, filter);
            self.matched = without_window;
        }
        self.visible = Visible::of(dataset, filter, &self.matching);
        self.shown = question;
    }

    fn ask(&mut self, dataset: &Arc<Dataset>, filter: &Filter) -> Option<Wanted> {
        let question = Some((dataset.revision(), filter.clone()));
        if self.shown == question {
            return None;
        }
        let is_other = |indexed: &mut Arc<Indexed>| !indexed.is_of(dataset);
        if self.many.current.take_if(is_other).is_some() {
            self.surveys.shown = None;
        }
        self.many.unfiltered.take_if(is_other);
        let answers = |indexed: &&Arc<Indexed>| indexed.answers(dataset, filter);
        let ready = [&self.many.current, &self.many.unfiltered];
        let ready = ready.into_iter().flatten().find(answers).cloned();
        self.many.is_behind = ready.is_none();
        if ready.is_some() {
            self.many.current = ready;
            self.many.awaited = None;
        }
        self.visible = self.indexed().map_or_else(
            || Visible::unknown(dataset),
            |indexed| indexed.visible(dataset, filter),
        );
        self.matched = None;
        self.shown = question;
        let is_awaited = |wanted: &Wanted| wanted.is(dataset, filter);
        if !self.many.is_behind || self.many.awaited.as_ref().is_some_and(is_awaited) {
            return None;
        }
        self.many.awaited = Some(Wanted {
            dataset: Arc::clone(dataset),
            filter: filter.of_records(),
        });
        self.many.awaited.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io;

    fn wanted(dataset: &Arc<Dataset>, known: Option<i64>, text: &str) -> Wanted {
        Wanted {
            dataset: Arc::clone(dataset),
            filter: Filter {
                known,
                text: text.to_owned(),
                ..Filter::default()
            },
        }
    }

    #[test]
    fn while_the_day_that_is_looked_from_moves_what_is_shown_follows() {
        let dataset = Arc::new(Dataset::from_parts(vec![io::read::bundled()]));
        let day = wanted(&dataset, Some(1_000), "");
        assert!(day.serves(&wanted(&dataset, Some(2_000), "")));
        assert!(!day.serves(&wanted(&dataset, None, "")));
        assert!(!day.serves(&wanted(&dataset, Some(1_000), "typed")));
        let other = Arc::new(Dataset::from_parts(vec![io::read::bundled()]));
        assert!(!day.serves(&wanted(&other, Some(2_000), "")));
    }
}
