//! Work that runs once on a thread of its own.

use std::sync::mpsc::{Receiver, TryRecvError};

use super::Progress;

/// Work under way that brings a `T` back and may show drafts before. Dropping it cancels it.
#[derive(Debug)]
pub struct Job<T, Draft = ()> {
    progress: Progress,
    answer: Receiver<T>,
    drafts: Receiver<Draft>,
}

/// How a job ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Ended<T> {
    /// With its answer.
    Done(T),
    /// Its thread died.
    Died,
}

impl<T> Ended<T> {
    /// The answer; `None` when the thread died.
    #[must_use]
    pub fn answer(self) -> Option<T> {
        match self {
            Self::Done(answer) => Some(answer),
            Self::Died => None,
        }
    }
}

impl<T, Draft> Job<T, Draft> {
    pub(super) const fn new(
        progress: Progress,
        answer: Receiver<T>,
        drafts: Receiver<Draft>,
    ) -> Self {
        Self {
            progress,
            answer,
            drafts,
        }
    }

    /// How far it has come.
    #[must_use]
    pub const fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Asks it to stop. What it answers then can still be polled.
    pub fn cancel(&self) {
        self.progress.cancel();
    }

    /// What it has shown since this was asked last.
    pub fn drafts(&self) -> impl Iterator<Item = Draft> {
        self.drafts.try_iter()
    }

    /// How it ended, once; `None` while it is under way.
    #[must_use]
    pub fn poll(&self) -> Option<Ended<T>> {
        match self.answer.try_recv() {
            Ok(answer) => Some(Ended::Done(answer)),
            Err(TryRecvError::Disconnected) => Some(Ended::Died),
            Err(TryRecvError::Empty) => None,
        }
    }

    /// Empties `slot` when the job in it has ended, and says how.
    pub fn take_ended(slot: &mut Option<Self>) -> Option<Ended<T>> {
        let ended = slot.as_ref()?.poll()?;
        *slot = None;
        Some(ended)
    }

    /// Takes those out of `jobs` that have ended, and says how.
    pub fn take_all_ended(jobs: &mut Vec<Self>) -> Vec<Ended<T>> {
        let mut all_ended = Vec::new();
        jobs.retain(|job| match job.poll() {
            Some(ended) => {
                all_ended.push(ended);
                false
            }
            None => true,
        });
        all_ended
    }
}

#[cfg(test)]
impl<T, Draft> Job<T, Draft> {
    /// A job whose drafts and answer a test gives itself.
    pub(crate) fn by_hand() -> (
        Self,
        std::sync::mpsc::Sender<Draft>,
        std::sync::mpsc::Sender<T>,
    ) {
        let (give, answer) = std::sync::mpsc::channel();
        let (show, drafts) = std::sync::mpsc::channel();
        (Self::new(Progress::default(), answer, drafts), show, give)
    }
}

impl<T, Draft> Drop for Job<T, Draft> {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

#[cfg(test)]
mod tests {
    use std::{thread, time::Duration};

    use super::{super::Room, *};

    fn wait<T, Draft>(job: &Job<T, Draft>) -> Ended<T> {
        loop {
            if let Some(ended) = job.poll() {
                return ended;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn patient(progress: &Progress) -> &'static str {
        while !progress.is_cancelled() {
            thread::sleep(Duration::from_millis(1));
        }
        "stopped"
    }

    #[test]
    fn a_job_brings_its_answer_back_and_leaves_the_room() {
        let room = Room::silent();
        let job = room.start("answer", "", |progress| {
            progress.set(1, 2);
            42
        });
        assert_eq!(wait(&job), Ended::Done(42));
        while !room.is_idle() {
            thread::sleep(Duration::from_millis(1));
        }
    }

    #[test]
    fn a_cancelled_job_sees_it() {
        let room = Room::silent();
        let job = room.start("patient", "", patient);
        room.cancel_all();
        assert_eq!(wait(&job), Ended::Done("stopped"));
    }

    #[test]
    fn a_job_that_nobody_holds_any_more_is_cancelled() {
        let room = Room::silent();
        drop(room.start("patient", "", patient));
        while !room.is_idle() {
            thread::sleep(Duration::from_millis(1));
        }
    }

    #[test]
    fn a_job_that_dies_is_still_reported() {
        let room = Room::silent();
        let job: Job<()> = room.start("doomed", "", |_| panic!("on purpose"));
        assert_eq!(wait(&job), Ended::Died);
    }

    #[test]
    fn drafts_come_in_order_before_the_answer() {
        let room = Room::silent();
        let job = room.start_with_drafts("drafts", "", |_, show| {
            show(1);
            show(2);
            3
        });
        assert_eq!(wait(&job), Ended::Done(3));
        assert_eq!(job.drafts().collect::<Vec<_>>(), [1, 2]);
    }
}
