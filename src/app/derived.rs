//! What follows from dataset and filter, remembered until one of them changes.

use std::sync::Arc;

use crate::{
    query::{
        AxisQuestion, AxisSummary, Density, DensityQuestion, Engine, Raster, WindowResult,
        index::MercatorRect,
    },
    store::{Dataset, Filter},
    timeline::ViewRange,
};

/// The engine that answers, and what it answered last. There is no invalidation: the key is the whole question, a
/// dataset's revision and a filter.
///
/// A new engine is made when anything but window and layers changes: at once where a frame can wait for it, else
/// off the drawing thread; until it is there, the one before answers.
#[derive(Default)]
pub(super) struct Derived {
    engine: Arc<Engine>,
    /// What answers when no record is filtered out, kept for when the filter is cleared.
    unfiltered: Option<Arc<Engine>>,
    /// What is being made.
    awaited: Option<Wanted>,
    /// Whether what answers is of another filter or another dataset.
    is_behind: bool,
    shown: Option<(u64, Filter)>,
    visible: WindowResult,
    summaries: Summaries,
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
    /// What answers.
    pub engine: Arc<Engine>,
    /// What is asked.
    pub question: DensityQuestion,
}

/// What the axis of time shows where that takes longer than a frame.
#[derive(Default)]
struct Summaries {
    shown: Option<Arc<AxisSummary>>,
    is_awaited: bool,
}

/// What a summary is to be made of.
pub(super) struct SummaryWanted {
    /// What answers.
    pub engine: Arc<Engine>,
    /// What is asked.
    pub question: AxisQuestion,
}

/// What an [`Engine`] is to be made for.
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
        let question = Some((dataset.revision(), filter.clone()));
        if self.shown == question {
            return None;
        }
        if !self.engine.is_of(dataset) {
            self.engine = Arc::new(Engine::unready(dataset));
            self.summaries.shown = None;
        }
        self.unfiltered.take_if(|engine| !engine.is_of(dataset));
        match self.ready(dataset, filter) {
            Some(engine) => self.take(engine),
            None => self.is_behind = true,
        }
        self.visible = self.engine.visible(filter);
        self.shown = question;
        let is_awaited = |wanted: &Wanted| wanted.is(dataset, filter);
        if !self.is_behind || self.awaited.as_ref().is_some_and(is_awaited) {
            return None;
        }
        self.awaited = Some(Wanted {
            dataset: Arc::clone(dataset),
            filter: filter.of_records(),
        });
        self.awaited.clone()
    }

    /// What answers, where that is known or made at once.
    fn ready(&self, dataset: &Arc<Dataset>, filter: &Filter) -> Option<Arc<Engine>> {
        self.known(dataset, filter)
            .or_else(|| Engine::at_once(dataset, filter).map(Arc::new))
    }

    /// What answers, where that is known.
    pub(super) fn known(&self, dataset: &Dataset, filter: &Filter) -> Option<Arc<Engine>> {
        let known = [Some(&self.engine), self.unfiltered.as_ref()];
        let mut known = known.into_iter().flatten();
        known
            .find(|engine| engine.answers(dataset, filter))
            .cloned()
    }

    /// Takes in what was made.
    pub(super) fn take(&mut self, engine: Arc<Engine>) {
        if engine.is_unfiltered() {
            self.unfiltered = Some(Arc::clone(&engine));
        }
        self.engine = engine;
        self.is_behind = false;
        self.awaited = None;
        self.shown = None;
    }

    /// What answers when no record is filtered out, where it is known.
    pub(super) fn unfiltered(&self) -> Option<Arc<Engine>> {
        self.unfiltered.clone()
    }

    /// What was to be made is not coming.
    pub(super) fn give_up(&mut self) {
        self.awaited = None;
        self.shown = None;
    }

    /// What answers.
    pub(super) const fn engine(&self) -> &Arc<Engine> {
        &self.engine
    }

    /// The rows that the window shows.
    pub(super) const fn visible(&self) -> &WindowResult {
        &self.visible
    }

    /// Whether the answers are those to an earlier question, and the new ones are being made.
    pub(super) const fn is_behind(&self) -> bool {
        self.is_behind
    }

    /// Whether nothing can be answered yet.
    pub(super) fn is_waiting(&self) -> bool {
        !self.engine.is_ready()
    }

    /// What the axis of time shows where that is not found out at once; of an earlier stretch or filter until the
    /// new one is there.
    pub(super) const fn axis_summary(&self) -> Option<&Arc<AxisSummary>> {
        self.summaries.shown.as_ref()
    }

    /// What must be made for the axis to show `range` over `width` points and count what lies in `view`. While one
    /// is made nothing else is wanted, so that the axis follows and no thread waits for another.
    pub(super) fn ask_axis_summary(
        &mut self,
        filter: &Filter,
        (range, width): (ViewRange, f32),
        view: Option<MercatorRect>,
    ) -> Option<SummaryWanted> {
        if self.is_waiting() || self.engine.summarises_at_once() {
            self.summaries.shown = None;
            return None;
        }
        let question = AxisQuestion {
            engine: self.engine.id(),
            filter: filter.without_window(),
            range,
            width,
            view,
        };
        let is_shown = self
            .axis_summary()
            .is_some_and(|shown| shown.question == question);
        if is_shown || self.summaries.is_awaited || width <= 0.0 {
            return None;
        }
        self.summaries.is_awaited = true;
        Some(SummaryWanted {
            engine: Arc::clone(&self.engine),
            question,
        })
    }

    /// How many records lie where; of an earlier window or view until the new one is there.
    pub(super) const fn density(&self) -> Option<&Arc<Density>> {
        self.densities.shown.as_ref()
    }

    /// What must be made for the map to show how many records lie in the cells of `raster`, one after another as
    /// with [`Derived::ask_axis_summary`].
    pub(super) fn ask_density(&mut self, filter: &Filter, raster: Raster) -> Option<DensityWanted> {
        if self.densities.is_awaited || self.is_waiting() {
            return None;
        }
        let question = DensityQuestion {
            engine: self.engine.id(),
            filter: filter.clone(),
            raster,
        };
        let shown = self.densities.shown.as_ref();
        if shown.is_some_and(|shown| shown.question == question) {
            return None;
        }
        self.densities.is_awaited = true;
        Some(DensityWanted {
            engine: Arc::clone(&self.engine),
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

    /// Takes in a summary; `None`: it died. One of another engine than answers now is of no use.
    pub(super) fn take_axis_summary(&mut self, axis_summary: Option<Arc<AxisSummary>>) {
        self.summaries.is_awaited = false;
        let current = self.engine.id();
        if let Some(axis_summary) =
            axis_summary.filter(|axis_summary| axis_summary.question.engine == current)
        {
            self.summaries.shown = Some(axis_summary);
        }
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
