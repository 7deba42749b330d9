//! An answer that is made off the drawing thread and kept under its whole question.

use super::{Ended, Job, Progress, Room};

/// Items that work may look at for a frame to wait for it: each is read, searched or compared in some microseconds.
const QUICK: usize = 2_000;

/// Whether a frame can wait for work that looks at so many `items`, such as records.
#[must_use]
pub const fn is_quick(items: usize) -> bool {
    items <= QUICK
}

/// The last answer, and the question that is being answered. The last answer stands until the new one is there; there
/// is no invalidation, since the key is all that the answer follows from.
#[derive(Debug)]
pub struct BackgroundQuery<Key, Answer> {
    shown: Option<(Key, Answer)>,
    asked: Option<(Key, Job<Option<Answer>>)>,
    /// A question that could not be answered: it is not asked again.
    failed: Option<Key>,
}

/// What came in since a query was polled last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polled {
    /// Nothing.
    Nothing,
    /// A new answer.
    Answered,
    /// That nobody waited any more: it was cancelled with everything else.
    GivenUp,
    /// That there will be no answer: the thread died.
    Failed,
}

impl<Key, Answer> Default for BackgroundQuery<Key, Answer> {
    fn default() -> Self {
        Self {
            shown: None,
            asked: None,
            failed: None,
        }
    }
}

impl<Key, Answer> BackgroundQuery<Key, Answer>
where
    Key: Clone + PartialEq,
    Answer: Send + 'static,
{
    /// The last answer, and what it answers.
    pub const fn shown(&self) -> Option<&(Key, Answer)> {
        self.shown.as_ref()
    }

    /// The last answer.
    pub fn answer(&self) -> Option<&Answer> {
        self.shown.as_ref().map(|(_, answer)| answer)
    }

    /// The answer to `key`, where that is the last one.
    pub fn answer_to(&self, key: &Key) -> Option<&Answer> {
        let shown = self.shown.as_ref().filter(|(of, _)| of == key);
        shown.map(|(_, answer)| answer)
    }

    /// What is being answered.
    pub fn awaited(&self) -> Option<&Key> {
        self.asked.as_ref().map(|(key, _)| key)
    }

    /// How much of the next answer is done, in `[0, 1]`, where it is known.
    pub fn share(&self) -> Option<f32> {
        let (_, job) = self.asked.as_ref()?;
        job.progress().share()
    }

    /// Takes in what has been answered since.
    pub fn poll(&mut self) -> Polled {
        let Some(ended) = self.asked.as_ref().and_then(|(_, job)| job.poll()) else {
            return Polled::Nothing;
        };
        let Some((key, job)) = self.asked.take() else {
            return Polled::Nothing;
        };
        match ended {
            Ended::Done(Some(answer)) => {
                self.shown = Some((key, answer));
                Polled::Answered
            }
            Ended::Done(None) if job.progress().is_cancelled() => Polled::GivenUp,
            Ended::Done(None) | Ended::Died => {
                self.failed = Some(key);
                Polled::Failed
            }
        }
    }

    /// Takes the last answer out, for whoever keeps it elsewhere.
    pub fn take(&mut self) -> Option<Answer> {
        self.shown.take().map(|(_, answer)| answer)
    }

    /// Whether the thread died over `key`, or it had no answer.
    pub fn has_failed(&self, key: &Key) -> bool {
        self.failed.as_ref() == Some(key)
    }

    /// Whether `key` must be answered now: no two questions are answered at once. What is under way is let finish where
    /// it `serves` until then, so that answers follow a question that keeps changing; else it is told to stop.
    pub fn wants(&mut self, key: &Key, serves: impl Fn(&Key) -> bool) -> bool {
        self.poll();
        let is_shown = self.answer_to(key).is_some();
        if let Some((asked, job)) = &self.asked {
            if asked != key && (is_shown || !serves(asked)) {
                job.cancel();
            }
            return false;
        }
        !is_shown && !self.has_failed(key)
    }

    /// Takes an answer that was made elsewhere; what was under way is not wanted any more.
    pub fn set(&mut self, key: Key, answer: Answer) {
        self.asked = None;
        self.shown = Some((key, answer));
    }

    /// Answers `key` on a thread called `name`; `work` says `None` when nobody waits for it any more.
    pub fn start(
        &mut self,
        room: &Room,
        name: &str,
        key: Key,
        work: impl FnOnce(&Progress) -> Option<Answer> + Send + 'static,
    ) {
        self.asked = Some((key, room.start(name, "", work)));
    }

    /// The same for work that looks at so many `items`: where they are few, it is done in this call.
    pub fn look_at(
        &mut self,
        items: usize,
        room: &Room,
        name: &str,
        key: Key,
        work: impl FnOnce(&Progress) -> Option<Answer> + Send + 'static,
    ) {
        if is_quick(items) {
            match work(&Progress::unwatched()) {
                Some(answer) => self.set(key, answer),
                None => self.failed = Some(key),
            }
        } else {
            self.start(room, name, key, work);
        }
    }

    /// Forgets what is known and gives up what is under way.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use std::{thread, time::Duration};

    use super::*;

    type Query = BackgroundQuery<u32, u32>;

    fn settle(query: &mut Query) {
        while query.asked.is_some() {
            query.poll();
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn patient(progress: &Progress) -> Option<u32> {
        while !progress.is_cancelled() {
            thread::sleep(Duration::from_millis(1));
        }
        None
    }

    #[test]
    fn the_old_answer_stands_until_the_new_one_is_there() {
        let (mut query, room) = (Query::default(), Room::silent());
        query.set(1, 10);
        assert!(query.wants(&2, |_| true));
        query.start(&room, "test", 2, |_| Some(20));
        assert_eq!(query.shown(), Some(&(1, 10)));
        settle(&mut query);
        assert_eq!(query.shown(), Some(&(2, 20)));
        assert!(query.wants(&3, |_| true));
    }

    #[test]
    fn what_serves_is_let_finish_and_what_does_not_is_told_to_stop() {
        let (mut query, room) = (Query::default(), Room::silent());
        query.start(&room, "test", 1, patient);
        assert!(!query.wants(&2, |_| true));
        assert!(!query.wants(&2, |_| false));
        settle(&mut query);
        assert_eq!(query.shown(), None);
        assert!(query.wants(&2, |_| false));
    }

    #[test]
    fn an_answer_that_nobody_can_take_any_more_is_given_up() {
        let (mut query, room) = (Query::default(), Room::silent());
        query.start(&room, "test", 1, patient);
        drop(query);
        while !room.is_idle() {
            thread::sleep(Duration::from_millis(1));
        }
    }

    #[test]
    fn what_is_quick_is_answered_in_the_same_call() {
        let (mut query, room) = (Query::default(), Room::silent());
        query.look_at(QUICK, &room, "test", 1, |_| Some(10));
        assert_eq!(query.answer_to(&1), Some(&10));
        assert!(room.is_idle());
    }

    #[test]
    fn a_question_on_which_the_thread_died_is_not_asked_for_ever() {
        let (mut query, room) = (Query::default(), Room::silent());
        query.start(&room, "test", 1, |_| panic!("on purpose"));
        settle(&mut query);
        assert!(query.has_failed(&1));
        assert!(!query.wants(&1, |_| true));
        assert!(query.wants(&2, |_| true));
    }

    #[test]
    fn a_question_that_was_cancelled_with_everything_else_is_asked_anew() {
        let (mut query, room) = (Query::default(), Room::silent());
        query.start(&room, "test", 1, patient);
        room.cancel_all();
        settle(&mut query);
        assert!(query.wants(&1, |_| true));
    }
}
