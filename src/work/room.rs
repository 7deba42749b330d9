//! The room that work goes on in: starts jobs and knows which are under way.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc::channel},
    time::Instant,
};

use super::{Job, Progress, spawn};

/// Work under way, as whoever watches may see it.
#[derive(Clone, Debug)]
pub struct Underway {
    /// What it does, as the analyst is told; empty when nobody waits for it.
    pub subject: String,
    /// When it began.
    pub began: Instant,
    /// How far it has come.
    pub progress: Progress,
}

/// Starts jobs, each on a thread of its own. Cloning it gives another door to the same room.
#[derive(Clone)]
pub struct Room {
    wake: Arc<dyn Fn() + Send + Sync>,
    running: Arc<Mutex<Vec<Underway>>>,
}

impl fmt::Debug for Room {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Room")
            .field("running", &self.running)
            .finish_non_exhaustive()
    }
}

impl Room {
    /// Nothing is under way; `wake` is called from a job's thread when there is something to poll.
    #[must_use]
    pub fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        Self {
            wake,
            running: Arc::default(),
        }
    }

    /// A room whose jobs wake nobody.
    #[must_use]
    pub fn silent() -> Self {
        Self::new(Arc::new(|| {}))
    }

    /// Starts `work` on a thread called `name`; `subject` is what the analyst is told it does, empty where nobody
    /// waits for it.
    pub fn start<T: Send + 'static>(
        &self,
        name: &str,
        subject: impl Into<String>,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) -> Job<T> {
        self.start_with_drafts(name, subject, move |progress, _: &dyn Fn(())| {
            work(progress)
        })
    }

    /// The same for work that shows what it has on the way, by giving it to its second argument.
    pub fn start_with_drafts<T: Send + 'static, Draft: Send + 'static>(
        &self,
        name: &str,
        subject: impl Into<String>,
        work: impl FnOnce(&Progress, &dyn Fn(Draft)) -> T + Send + 'static,
    ) -> Job<T, Draft> {
        let progress = Progress::default();
        self.lock().push(Underway {
            subject: subject.into(),
            began: Instant::now(),
            progress: progress.clone(),
        });
        let (give, answer) = channel();
        let (show, drafts) = channel();
        let leaving = Leaving {
            room: self.clone(),
            progress: progress.clone(),
        };
        let is_started = spawn(name, move || {
            // The answer's sender goes first, also when the work dies: whoever is woken finds that it has.
            let leaving = leaving;
            let give = give;
            let shown = |draft| {
                // Nobody takes drafts of work that is not wanted any more.
                let _ = show.send(draft);
                (leaving.room.wake)();
            };
            // Nor its answer.
            let _ = give.send(work(&leaving.progress, &shown));
        });
        if !is_started {
            log::error!("the system refused a thread for {name}");
        }
        Job::new(progress, answer, drafts)
    }

    /// What is under way, oldest first.
    #[must_use]
    pub fn underway(&self) -> Vec<Underway> {
        self.lock().clone()
    }

    /// Whether nothing is under way.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.lock().is_empty()
    }

    /// Asks all work to stop.
    pub fn cancel_all(&self) {
        for work in self.lock().iter() {
            work.progress.cancel();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Underway>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes a job off the list when its thread ends, even when it dies, and wakes whoever waits.
struct Leaving {
    room: Room,
    progress: Progress,
}

impl Drop for Leaving {
    fn drop(&mut self) {
        self.room
            .lock()
            .retain(|work| !work.progress.is(&self.progress));
        (self.room.wake)();
    }
}
