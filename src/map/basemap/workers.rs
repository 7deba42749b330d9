//! Threads that draw tiles: a short list of what is wanted now, worked off from the front.
//!
//! The list is replaced every frame, so a tile that has left the view is not drawn any more. The
//! threads themselves are started by whoever is allowed to, through [`Spawn`].

use std::collections::{HashSet, VecDeque};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::address::TileAddress;
use super::labels::Label;
use super::source::Basemap;
use super::style::Style;

/// Number of threads: drawing a view must not starve the thread that draws frames.
const THREADS: usize = 2;

/// Starts a named thread.
pub trait Spawn {
    /// Runs `job` on a new thread called `name`.
    fn spawn(&self, name: &str, job: Box<dyn FnOnce() + Send>);
}

/// A tile to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct JobKey {
    pub(super) tile: TileAddress,
    pub(super) side_px: u32,
    /// Which basemap and style it is for.
    pub(super) revision: u32,
}

/// What all tiles of one revision have in common.
#[derive(Clone)]
pub(super) struct TileLook {
    pub(super) basemap: Arc<Basemap>,
    pub(super) style: Style,
    pub(super) pixels_per_point: f32,
}

/// A drawn tile.
pub(super) struct Done {
    pub(super) key: JobKey,
    /// `None` when there is nothing to draw.
    pub(super) picture: Option<egui::ColorImage>,
    pub(super) labels: Arc<[Label]>,
}

/// The threads and what passes between them and the frame.
pub(super) struct TileWorkers {
    shared: Arc<WorkerState>,
    done: Receiver<Done>,
}

#[derive(Default)]
struct WorkerState {
    queue: Mutex<TileQueue>,
    changed: Condvar,
}

#[derive(Default)]
struct TileQueue {
    wanted: VecDeque<(JobKey, TileLook)>,
    /// Taken by a thread and not yet received.
    running: HashSet<JobKey>,
    is_closed: bool,
}

impl TileWorkers {
    /// Starts the threads; they ask `ctx` for a frame after each tile.
    pub(super) fn start(ctx: &egui::Context, spawner: &dyn Spawn) -> Self {
        let shared = Arc::<WorkerState>::default();
        let (sender, done) = channel();
        for number in 1..=THREADS {
            let (shared, sender, ctx) = (Arc::clone(&shared), sender.clone(), ctx.clone());
            let job = Box::new(move || shared.work(&sender, &ctx));
            spawner.spawn(&format!("basemap-{number}"), job);
        }
        Self { shared, done }
    }

    /// Replaces what is wanted, most urgent first. What is being drawn already is left out.
    pub(super) fn want(&self, jobs: impl Iterator<Item = JobKey>, look: &TileLook) {
        let mut queue = self.shared.lock();
        let TileQueue {
            wanted, running, ..
        } = &mut *queue;
        wanted.clear();
        wanted.extend(
            jobs.filter(|key| !running.contains(key))
                .map(|key| (key, look.clone())),
        );
        if !wanted.is_empty() {
            self.shared.changed.notify_all();
        }
    }

    /// Returns the next drawn tile, without waiting.
    pub(super) fn receive(&self) -> Option<Done> {
        let done = self.done.try_recv().ok()?;
        self.shared.lock().running.remove(&done.key);
        Some(done)
    }
}

impl Drop for TileWorkers {
    fn drop(&mut self) {
        self.shared.lock().is_closed = true;
        self.shared.changed.notify_all();
    }
}

impl WorkerState {
    fn work(&self, sender: &Sender<Done>, ctx: &egui::Context) {
        while let Some((key, look)) = self.next() {
            if sender.send(draw(key, &look)).is_err() {
                return;
            }
            ctx.request_repaint();
        }
    }

    /// Returns the most urgent job; waits for one, and is `None` when the map is gone.
    fn next(&self) -> Option<(JobKey, TileLook)> {
        let mut queue = self.lock();
        loop {
            if queue.is_closed {
                return None;
            }
            if let Some(job) = queue.wanted.pop_front() {
                queue.running.insert(job.0);
                return Some(job);
            }
            queue = self
                .changed
                .wait(queue)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn lock(&self) -> MutexGuard<'_, TileQueue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn draw(key: JobKey, look: &TileLook) -> Done {
    let pixmap = look
        .basemap
        .raster_tile(key.tile, key.side_px, look.pixels_per_point, look.style);
    let picture = pixmap.map(|pixmap| {
        let size = [pixmap.width() as usize, pixmap.height() as usize];
        egui::ColorImage::from_rgba_premultiplied(size, pixmap.data())
    });
    Done {
        key,
        picture,
        labels: look.basemap.labels(key.tile).into(),
    }
}
