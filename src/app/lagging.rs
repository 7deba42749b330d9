//! An answer that is made off the drawing thread and kept under its whole question. Until the newest is there the
//! one before stands.

use std::{
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use crate::task::{JobId, Progress, Tasks};

use super::jobs::Outcome;

/// The last answer, and the question that is being answered.
pub(super) struct Lagging<Question, Answer> {
    shown: Option<(Question, Answer)>,
    asked: Option<Asked<Question, Answer>>,
    /// A question that could not be answered: it is not asked again.
    failed: Option<Question>,
}

/// A question under way.
struct Asked<Question, Answer> {
    id: JobId,
    question: Question,
    progress: Arc<Progress>,
    answer: Arc<Mutex<Option<Answer>>>,
}

impl<Question, Answer> Default for Lagging<Question, Answer> {
    fn default() -> Self {
        Self {
            shown: None,
            asked: None,
            failed: None,
        }
    }
}

impl<Question, Answer> Lagging<Question, Answer>
where
    Question: Clone + PartialEq + Send + 'static,
    Answer: Send + 'static,
{
    /// The last answer, and what it answers.
    pub(super) const fn shown(&self) -> Option<&(Question, Answer)> {
        self.shown.as_ref()
    }

    /// How much of the next answer is done, in `[0, 1]`, where it is known.
    pub(super) fn share(&self) -> Option<f32> {
        self.asked.as_ref().and_then(|asked| asked.progress.share())
    }

    /// Whether `question` must be answered now. What is under way is let finish where it `serves` until then, so
    /// that answers follow a question that keeps changing; else it is given up.
    pub(super) fn wants(&self, question: &Question, serves: impl Fn(&Question) -> bool) -> bool {
        let is_shown = self.shown.as_ref().is_some_and(|(of, _)| of == question);
        if let Some(asked) = &self.asked {
            if asked.question != *question && (is_shown || !serves(&asked.question)) {
                asked.progress.cancel();
            }
            return false;
        }
        !is_shown && self.failed.as_ref() != Some(question)
    }

    /// Takes an answer that was made at once.
    pub(super) fn set(&mut self, question: Question, answer: Answer) {
        self.shown = Some((question, answer));
    }

    /// Answers `question` on a thread called `name`; `None` when nobody waits for it any more.
    pub(super) fn start(
        &mut self,
        tasks: &mut Tasks<Outcome>,
        name: &str,
        question: Question,
        job: impl FnOnce(&Progress) -> Option<Answer> + Send + 'static,
    ) {
        let answer = Arc::new(Mutex::new(None));
        let filled = Arc::clone(&answer);
        let id = tasks.start(name, String::new(), move |progress| {
            let answer = job(progress);
            *filled.lock().unwrap_or_else(PoisonError::into_inner) = answer;
            Outcome::Answered
        });
        let started = tasks.running().iter().find(|job| job.id == id);
        self.asked = started.map(|job| Asked {
            id,
            question,
            progress: Arc::clone(&job.progress),
            answer,
        });
    }

    /// A job has ended, however it did; whether it was the one waited for.
    pub(super) fn ended(&mut self, id: JobId) -> bool {
        let Some(asked) = self.asked.take_if(|asked| asked.id == id) else {
            return false;
        };
        let mut answer = asked.answer.lock().unwrap_or_else(PoisonError::into_inner);
        match mem::take(&mut *answer) {
            Some(answer) => self.shown = Some((asked.question, answer)),
            None if !asked.progress.is_cancelled() => self.failed = Some(asked.question),
            None => {}
        }
        true
    }
}

impl<Question, Answer> Drop for Lagging<Question, Answer> {
    fn drop(&mut self) {
        if let Some(asked) = &self.asked {
            asked.progress.cancel();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{thread, time::Duration};

    use super::*;

    fn settle(lagging: &mut Lagging<u32, u32>, tasks: &mut Tasks<Outcome>) {
        while lagging.asked.is_some() {
            for finished in tasks.poll() {
                lagging.ended(finished.id);
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn patient(progress: &Progress) -> Option<u32> {
        while !progress.is_cancelled() {
            thread::sleep(Duration::from_millis(1));
        }
        None
    }

    fn tasks() -> Tasks<Outcome> {
        Tasks::new(Arc::new(|| {}))
    }

    #[test]
    fn the_old_answer_stands_until_the_new_one_is_there() {
        let (mut lagging, mut tasks) = (Lagging::default(), tasks());
        lagging.set(1, 10);
        assert!(lagging.wants(&2, |_| true));
        lagging.start(&mut tasks, "test", 2, |_| Some(20));
        assert_eq!(lagging.shown(), Some(&(1, 10)));
        assert!(!lagging.wants(&3, |_| true));
        settle(&mut lagging, &mut tasks);
        assert_eq!(lagging.shown(), Some(&(2, 20)));
        assert!(lagging.wants(&3, |_| true));
    }

    #[test]
    fn what_no_longer_serves_is_given_up_and_the_new_question_is_asked() {
        let (mut lagging, mut tasks) = (Lagging::default(), tasks());
        lagging.start(&mut tasks, "test", 1, patient);
        assert!(!lagging.wants(&2, |_| false));
        settle(&mut lagging, &mut tasks);
        assert_eq!(lagging.shown(), None);
        assert!(lagging.wants(&2, |_| false));
    }

    #[test]
    fn a_question_on_which_the_thread_died_is_not_asked_for_ever() {
        let (mut lagging, mut tasks) = (Lagging::<u32, u32>::default(), tasks());
        lagging.start(&mut tasks, "test", 1, |_| panic!("on purpose"));
        settle(&mut lagging, &mut tasks);
        assert!(!lagging.wants(&1, |_| true));
        assert!(lagging.wants(&2, |_| true));
    }

    #[test]
    fn an_answer_that_nobody_can_take_any_more_is_given_up() {
        let (mut lagging, mut tasks) = (Lagging::<u32, u32>::default(), tasks());
        lagging.start(&mut tasks, "test", 1, patient);
        drop(lagging);
        while tasks.poll().is_empty() {
            thread::sleep(Duration::from_millis(1));
        }
    }
}
