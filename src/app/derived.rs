//! What follows from dataset and filter, remembered until one of them changes.

use std::sync::Arc;

use crate::{
    data::{Dataset, Filter},
    query::{
        AxisQuestion, AxisSummary, Density, DensityQuestion, Engine, Raster, WindowResult,
        index::MercatorRect,
    },
    timeline::ViewRange,
    work::{BackgroundQuery, Polled, Room},
};

/// The engine that answers, and what it answered last. There is no invalidation: the key is the whole question, a
/// dataset's revision and a filter.
///
/// A new engine is made when anything but window and layers changes: at once where a frame can wait for it, else
/// off the drawing thread; until it is there, the one before answers.
#[derive(Default)]
pub(super) struct EngineAnswers {
    engine: Arc<Engine>,
    /// What answers when no record is filtered out, kept for when the filter is cleared.
    unfiltered: Option<Arc<Engine>>,
    /// Makes engines; they are taken out at once.
    making: BackgroundQuery<EngineQuestion, Arc<Engine>>,
    /// Whether what answers is of another filter or another dataset.
    is_behind: bool,
    shown: Option<(u64, Filter)>,
    visible: WindowResult,
    /// What the axis of time shows, where that takes longer than a frame.
    axis: BackgroundQuery<AxisQuestion, Arc<AxisSummary>>,
    /// How many records lie where.
    densities: BackgroundQuery<DensityQuestion, Arc<Density>>,
}

/// All that an [`Engine`] follows from.
#[derive(Clone, Debug, PartialEq)]
struct EngineQuestion {
    revision: u64,
    /// A filter without window and layers.
    filter: Filter,
}

impl EngineQuestion {
    fn of(dataset: &Dataset, filter: &Filter) -> Self {
        Self {
            revision: dataset.revision(),
            filter: filter.of_records(),
        }
    }

    /// Whether an answer to this is worth waiting for while `later` is wanted: only the day that is looked from
    /// has moved on, and what is shown follows it.
    fn serves(&self, later: &Self) -> bool {
        let on_its_day = Self {
            revision: self.revision,
            filter: Filter {
                known: later.filter.known,
                ..self.filter.clone()
            },
        };
        let are_both_looks = self.filter.known.is_some() && later.filter.known.is_some();
        are_both_looks && *later == on_its_day
    }
}

/// Making what answers.
impl EngineAnswers {
    /// Brings the answers up to date, as far as that can be done at once, and starts what is needed for the rest
    /// instead of anything wanted before.
    pub(super) fn update(&mut self, room: &Room, dataset: &Arc<Dataset>, filter: &Filter) {
        let question = Some((dataset.revision(), filter.clone()));
        if self.shown == question {
            return;
        }
        if !self.engine.is_of(dataset) {
            self.follow(dataset);
        }
        match self.ready(dataset, filter) {
            Some(engine) => self.take(engine),
            None => self.is_behind = true,
        }
        self.visible = self.engine.visible(filter);
        self.shown = question;
        if self.is_behind {
            self.make(room, dataset, filter);
        }
    }

    /// Goes over to another dataset: one that edits have made of that which is answered for is answered for at once.
    fn follow(&mut self, dataset: &Arc<Dataset>) {
        let unfiltered = self.unfiltered.take();
        let amended = self.engine.amended(dataset).map(Arc::new);
        self.unfiltered = match (&unfiltered, &amended) {
            (Some(known), Some(amended)) if known.id() == self.engine.id() => {
                Some(Arc::clone(amended))
            }
            (Some(known), _) => known.amended(dataset).map(Arc::new),
            (None, _) => None,
        };
        if amended.is_none() {
            self.axis.clear();
        }
        self.engine = amended.unwrap_or_else(|| Arc::new(Engine::unready(dataset)));
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

    /// Starts to make an engine. What still serves is let finish first: then this is asked for again.
    fn make(&mut self, room: &Room, dataset: &Arc<Dataset>, filter: &Filter) {
        let question = EngineQuestion::of(dataset, filter);
        if self
            .making
            .wants(&question, |asked| asked.serves(&question))
        {
            let (dataset, filter) = (Arc::clone(dataset), question.filter.clone());
            self.making.start(room, "index", question, move |progress| {
                Engine::of(&dataset, &filter, progress).map(Arc::new)
            });
        }
    }

    /// Takes in an engine that was made since, or that it will not be.
    pub(super) fn poll(&mut self) -> Polled {
        let polled = self.making.poll();
        match self.making.take() {
            Some(engine) => self.take(engine),
            None if polled != Polled::Nothing => self.shown = None,
            None => {}
        }
        polled
    }

    /// Takes in what was made.
    pub(super) fn take(&mut self, engine: Arc<Engine>) {
        if engine.is_unfiltered() {
            self.unfiltered = Some(Arc::clone(&engine));
        }
        if engine.dataset().rows().len() < self.engine.dataset().rows().len() {
            // What the axis showed may name rows that are not there any more.
            self.axis.clear();
        }
        self.engine = engine;
        self.making.clear();
        self.is_behind = false;
        self.shown = None;
    }
}

/// What is known.
impl EngineAnswers {
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
    pub(super) fn axis_summary(&self) -> Option<&Arc<AxisSummary>> {
        self.axis.answer()
    }

    /// Has found out what the axis shows of `range` over `width` points, and counted what lies in `view`. While one
    /// is made nothing else is wanted, so that the axis follows and no thread waits for another.
    pub(super) fn ask_axis_summary(
        &mut self,
        room: &Room,
        filter: &Filter,
        range: ViewRange,
        width: f32,
        view: Option<MercatorRect>,
    ) {
        if self.is_waiting() || self.engine.summarises_at_once() {
            return self.axis.clear();
        }
        let question = AxisQuestion {
            engine: self.engine.id(),
            filter: filter.without_window(),
            range,
            width,
            view,
        };
        if width > 0.0 && self.axis.wants(&question, |_| true) {
            let (engine, asked) = (Arc::clone(&self.engine), question.clone());
            self.axis.start(room, "axis summary", question, move |_| {
                Some(Arc::new(engine.axis_summary(asked)))
            });
        }
    }

    /// How many records lie where; of an earlier window or view until the new one is there.
    pub(super) fn density(&self) -> Option<&Arc<Density>> {
        self.densities.answer()
    }

    /// Has counted how many records lie in the cells of `raster`, one question after another as with
    /// [`EngineAnswers::ask_axis_summary`].
    pub(super) fn ask_density(&mut self, room: &Room, filter: &Filter, raster: Raster) {
        if self.is_waiting() {
            return;
        }
        let question = DensityQuestion {
            engine: self.engine.id(),
            filter: filter.clone(),
            raster,
        };
        if self.densities.wants(&question, |_| true) {
            let (engine, asked) = (Arc::clone(&self.engine), question.clone());
            self.densities.start(room, "density", question, move |_| {
                Some(Arc::new(engine.density(asked)))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(revision: u64, known: Option<i64>, text: &str) -> EngineQuestion {
        EngineQuestion {
            revision,
            filter: Filter {
                known,
                text: text.to_owned(),
                ..Filter::default()
            },
        }
    }

    #[test]
    fn while_the_day_that_is_looked_from_moves_what_is_shown_follows() {
        let day = asked(1, Some(1_000), "");
        assert!(day.serves(&asked(1, Some(2_000), "")));
        assert!(!day.serves(&asked(1, None, "")));
        assert!(!day.serves(&asked(1, Some(1_000), "typed")));
        assert!(!day.serves(&asked(2, Some(2_000), "")));
    }
}
