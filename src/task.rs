//! All threads of the program and the one channel on which their results come back.
//!
//! A job gets a [`Progress`] to report to and to ask whether it is still wanted. The drawing thread
//! polls [`Tasks::poll`] once a frame; a job that ends wakes it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

/// Stack of a job's thread in bytes: parsers of nested files need room.
const STACK_BYTES: usize = 16 << 20;

/// How far a job has come, shared between its thread and the one that draws.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    total: AtomicU64,
    records: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Sets how much there is to do and how much is done.
    pub fn set(&self, done: u64, total: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// Sets how many records have been found.
    pub fn set_records(&self, records: usize) {
        self.records.store(records as u64, Ordering::Relaxed);
    }

    /// How many records have been found; 0 where none are looked for.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.records.load(Ordering::Relaxed)
    }

    /// Share of the work that is done, in `[0, 1]`; `None` while nobody knows how much there is.
    #[must_use]
    pub fn share(&self) -> Option<f32> {
        let total = self.total.load(Ordering::Relaxed);
        let done = self.done.load(Ordering::Relaxed);
        (total > 0).then(|| (done as f64 / total as f64).clamp(0.0, 1.0) as f32)
    }

    /// Done and total, in the job's own unit.
    #[must_use]
    pub fn amounts(&self) -> (u64, u64) {
        (
            self.done.load(Ordering::Relaxed),
            self.total.load(Ordering::Relaxed),
        )
    }

    /// Asks the job to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the job should stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// The flag behind [`Progress::is_cancelled`], for code that knows nothing of tasks.
    #[must_use]
    pub const fn cancel_flag(&self) -> &AtomicBool {
        &self.cancelled
    }
}

/// Number of a job; later jobs have higher numbers.
pub type JobId = u64;

/// A job under way.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its number.
    pub id: JobId,
    /// What it does, as the analyst is told; empty when nobody waits for it.
    pub subject: String,
    /// When it began.
    pub began: Instant,
    /// How far it has come.
    pub progress: Arc<Progress>,
}

/// A finished job.
#[derive(Debug)]
pub struct Finished<Outcome> {
    /// Its number.
    pub id: JobId,
    /// What came of it; `None` when its thread died.
    pub outcome: Option<Outcome>,
}

/// The threads, and the end of the channel that the drawing thread reads.
pub struct Tasks<Outcome> {
    sender: Sender<Finished<Outcome>>,
    receiver: Receiver<Finished<Outcome>>,
    wake: Arc<dyn Fn() + Send + Sync>,
    running: Vec<Job>,
    next: JobId,
}

impl<Outcome: Send + 'static> Tasks<Outcome> {
    /// No jobs yet; `wake` is called from a job's thread when there is something to poll.
    #[must_use]
    pub fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            wake,
            running: Vec::new(),
            next: 1,
        }
    }

    /// Starts `job` on a thread called `name`; `subject` is what the analyst is told it does.
    pub fn start(
        &mut self,
        name: &str,
        subject: String,
        job: impl FnOnce(&Progress) -> Outcome + Send + 'static,
    ) -> JobId {
        let id = self.next;
        self.next += 1;
        let progress = Arc::new(Progress::default());
        self.running.push(Job {
            id,
            subject,
            began: Instant::now(),
            progress: Arc::clone(&progress),
        });
        let ending = JobEnding {
            id,
            outcome: None,
            sender: self.sender.clone(),
            wake: Arc::clone(&self.wake),
        };
        let spawned = spawn(name, move || ending.with(job(&progress)));
        if !spawned {
            log::error!("the system refused a thread for {name}");
        }
        id
    }

    /// Wakes the drawing thread, for a job that has something to show before its end.
    #[must_use]
    pub fn waker(&self) -> Arc<dyn Fn() + Send + Sync> {
        Arc::clone(&self.wake)
    }

    /// Takes the results that have come in.
    pub fn poll(&mut self) -> Vec<Finished<Outcome>> {
        let finished: Vec<_> = self.receiver.try_iter().collect();
        self.running
            .retain(|job| finished.iter().all(|done| done.id != job.id));
        finished
    }

    /// Jobs under way, oldest first.
    #[must_use]
    pub fn running(&self) -> &[Job] {
        &self.running
    }

    /// Asks a job to stop.
    pub fn cancel(&self, id: JobId) {
        for job in self.running.iter().filter(|job| job.id == id) {
            job.progress.cancel();
        }
    }

    /// Asks every job to stop.
    pub fn cancel_all(&self) {
        for job in &self.running {
            job.progress.cancel();
        }
    }
}

/// Sends a job's outcome when its thread ends, even when it dies.
struct JobEnding<Outcome> {
    id: JobId,
    outcome: Option<Outcome>,
    sender: Sender<Finished<Outcome>>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl<Outcome> JobEnding<Outcome> {
    fn with(mut self, outcome: Outcome) {
        self.outcome = Some(outcome);
    }
}

impl<Outcome> Drop for JobEnding<Outcome> {
    fn drop(&mut self) {
        // The receiver is gone only when the program is closing.
        let _ = self.sender.send(Finished {
            id: self.id,
            outcome: self.outcome.take(),
        });
        (self.wake)();
    }
}

/// Starts a named thread; `false` when the system refuses one.
///
/// For workers that live as long as what owns them, such as those that draw tiles.
pub fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> bool {
    thread::Builder::new()
        .name(name.to_owned())
        .stack_size(STACK_BYTES)
        .spawn(work)
        .is_ok()
}

/// Lets other threads work for this long. Never on the thread that draws a window.
pub fn pause(length: Duration) {
    thread::sleep(length);
}

/// Calls `give_up` when the process is told to stop from outside (Ctrl+C, SIGTERM), then ends it with the
/// status that says so, 130 or 143.
#[cfg(unix)]
pub fn when_told_to_stop(give_up: impl Fn() + Send + 'static) {
    use signal_hook::{
        consts::{SIGINT, SIGTERM},
        iterator::Signals,
        low_level,
    };
    // Without signals the process still ends as the system would have it.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else {
        return;
    };
    spawn("signals", move || {
        if let Some(signal) = signals.forever().next() {
            give_up();
            low_level::exit(TOLD_TO_STOP + signal);
        }
    });
}

/// Calls `give_up` when the process is told to stop from outside (Ctrl+C), then ends it with the
/// status that says so.
#[cfg(windows)]
pub fn when_told_to_stop(give_up: impl Fn() + Send + 'static) {
    const INTERRUPT: i32 = 2;
    // Without a handler the process still ends as the system would have it.
    let _ = ctrlc::set_handler(move || {
        give_up();
        std::process::exit(TOLD_TO_STOP + INTERRUPT);
    });
}

/// What a shell adds to the number of a signal for the status of a process that it ended.
const TOLD_TO_STOP: i32 = 128;

#[cfg(test)]
mod tests {
    use super::*;

    fn wait<Outcome: Send + 'static>(tasks: &mut Tasks<Outcome>) -> Finished<Outcome> {
        loop {
            if let Some(finished) = tasks.poll().pop() {
                return finished;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    #[test]
    fn a_job_reports_back_under_its_number() {
        let mut tasks = Tasks::new(Arc::new(|| {}));
        let id = tasks.start("answer", String::new(), |progress| {
            progress.set(1, 2);
            42
        });
        let finished = wait(&mut tasks);
        assert_eq!((finished.id, finished.outcome), (id, Some(42)));
        assert!(tasks.running().is_empty());
    }

    #[test]
    fn a_cancelled_job_sees_it() {
        let mut tasks = Tasks::new(Arc::new(|| {}));
        tasks.start("patient", String::new(), |progress| {
            while !progress.is_cancelled() {
                thread::sleep(Duration::from_millis(1));
            }
            "stopped"
        });
        tasks.cancel_all();
        assert_eq!(wait(&mut tasks).outcome, Some("stopped"));
    }

    #[test]
    fn a_job_that_dies_is_still_reported() {
        let mut tasks = Tasks::<()>::new(Arc::new(|| {}));
        tasks.start("doomed", String::new(), |_| panic!("on purpose"));
        assert_eq!(wait(&mut tasks).outcome, None);
    }
}
