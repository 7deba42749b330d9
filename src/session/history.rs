//! The views that were seen, step by step: back, forward, and undo of filters.
//!
//! Nobody tells the history what is a step; it watches. What changes without a pause (a drag, a
//! flight, playback, typing) is one step, taken when the view rests. So the history needs no hook in
//! any command, and no way of changing the view can be forgotten.

use std::collections::VecDeque;

use crate::data::Filter;

use super::view::View;

/// A view that has rested for this long is a step, in seconds.
const REST: f64 = 0.4;
/// Within this time a further change of the same text belongs to the step before, in seconds.
const TYPING: f64 = 2.5;
/// Steps that are kept.
const STEPS: usize = 200;

/// What can be done from here.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each of the four is there or not, whatever the others are"
)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HistoryNav {
    /// There is a view before this one.
    pub back: bool,
    /// There is a view after this one.
    pub forward: bool,
    /// There are filters before these.
    pub undo: bool,
    /// There are filters after these.
    pub redo: bool,
}

/// The steps of a session on one dataset.
#[derive(Clone, Debug, Default)]
pub struct History {
    views: Trail<View>,
    conditions: Trail<Filter>,
    /// A change that has not come to rest, and when it was last seen to change.
    restless: Option<(View, f64)>,
    /// The last step was typing, at that time.
    typed: Option<f64>,
}

impl History {
    /// Watches `view` at `now`, in seconds. While `is_busy` (a button is held, time plays, the camera
    /// flies) nothing comes to rest. Returns in how many seconds to look again, if nothing happens
    /// before.
    pub fn watch(&mut self, view: &View, is_busy: bool, now: f64) -> Option<f64> {
        let is_known = |known: &View| known.shows_the_same(view);
        if self.views.present.as_ref().is_some_and(is_known) {
            self.restless = None;
            return None;
        }
        let since = match &self.restless {
            Some((known, since)) if known.shows_the_same(view) => *since,
            _ => {
                self.restless = Some((view.clone(), now));
                now
            }
        };
        if is_busy {
            return None;
        }
        let rested = now - since;
        // What is seen first is no change that could go on.
        if rested < REST && self.views.present.is_some() {
            return Some(REST - rested);
        }
        self.settle(now);
        None
    }

    /// The view before this one, which is now the present one.
    pub fn back(&mut self, now: f64) -> Option<View> {
        self.settle(now);
        self.typed = None;
        let view = self.views.back().cloned();
        self.keep_conditions(view)
    }

    /// The view after this one, which is now the present one.
    pub fn forward(&mut self, now: f64) -> Option<View> {
        self.settle(now);
        self.typed = None;
        let view = self.views.forward().cloned();
        self.keep_conditions(view)
    }

    /// The conditions before these, to be put under the window there is.
    pub fn undo(&mut self, now: f64) -> Option<Filter> {
        self.settle(now);
        self.typed = None;
        self.conditions.back().cloned()
    }

    /// The conditions that were undone last.
    pub fn redo(&mut self, now: f64) -> Option<Filter> {
        self.settle(now);
        self.typed = None;
        self.conditions.forward().cloned()
    }

    /// What can be done from here. A change that has not come to rest can be taken back too.
    #[must_use]
    pub fn nav(&self) -> HistoryNav {
        let unsettled = self.restless.as_ref().map(|(view, _)| view.conditions());
        let is_restless = self.restless.is_some() && self.views.present.is_some();
        let has_changed = unsettled
            .as_ref()
            .is_some_and(|now| self.conditions.present.as_ref().is_some_and(|it| it != now));
        HistoryNav {
            back: is_restless || !self.views.past.is_empty(),
            forward: !is_restless && !self.views.future.is_empty(),
            undo: has_changed || !self.conditions.past.is_empty(),
            redo: !has_changed && !self.conditions.future.is_empty(),
        }
    }

    /// Filters that going back or forward brought can be undone like any other.
    fn keep_conditions(&mut self, view: Option<View>) -> Option<View> {
        let conditions = view.as_ref()?.conditions();
        if self.conditions.present.as_ref() != Some(&conditions) {
            self.conditions.step(conditions, false);
        }
        view
    }

    /// Makes a step of what has changed.
    fn settle(&mut self, now: f64) {
        let Some((view, _)) = self.restless.take() else {
            return;
        };
        let is_typing = self.views.present.as_ref().is_some_and(|before| {
            before.shows_the_same(&View {
                filter: with_texts_of(&view.filter, &before.filter),
                ..view.clone()
            })
        });
        let goes_on = is_typing && self.typed.is_some_and(|last| now - last < TYPING);
        let conditions = view.conditions();
        if self.conditions.present.as_ref() != Some(&conditions) {
            self.conditions.step(conditions, goes_on);
        }
        self.views.step(view, goes_on);
        self.typed = is_typing.then_some(now);
    }
}

/// `filter` with what was typed in `other`.
fn with_texts_of(filter: &Filter, other: &Filter) -> Filter {
    Filter {
        actor: other.actor.clone(),
        claimant: other.claimant.clone(),
        source: other.source.clone(),
        text: other.text.clone(),
        ..filter.clone()
    }
}

/// A present with what came before and after it.
#[derive(Clone, Debug)]
struct Trail<T> {
    past: VecDeque<T>,
    present: Option<T>,
    /// The last entry comes next.
    future: Vec<T>,
}

impl<T> Default for Trail<T> {
    fn default() -> Self {
        Self {
            past: VecDeque::new(),
            present: None,
            future: Vec::new(),
        }
    }
}

impl<T> Trail<T> {
    /// Goes on to `next`, which takes the place of the present where it only goes on with it.
    fn step(&mut self, next: T, goes_on: bool) {
        let before = self.present.replace(next);
        if !goes_on {
            self.past.extend(before);
            while self.past.len() > STEPS {
                self.past.pop_front();
            }
        }
        self.future.clear();
    }

    fn back(&mut self) -> Option<&T> {
        let before = self.past.pop_back()?;
        self.future.extend(self.present.replace(before));
        self.present.as_ref()
    }

    fn forward(&mut self) -> Option<&T> {
        let next = self.future.pop()?;
        self.past.extend(self.present.replace(next));
        self.present.as_ref()
    }
}
