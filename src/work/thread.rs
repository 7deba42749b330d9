//! Threads, and waiting on one.

use std::{thread, time::Duration};

/// Stack of a thread in bytes: parsers of nested files need room.
const STACK_BYTES: usize = 16 << 20;

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

/// Does `beside` on a named thread of its own while `here` goes on, and gives both answers; `None` when the system
/// refuses a thread, in which case neither was begun. A panic of either goes on in the caller.
pub fn beside<A: Send, B>(
    name: &str,
    beside: impl FnOnce() -> A + Send,
    here: impl FnOnce() -> B,
) -> Option<(A, B)> {
    thread::scope(|scope| {
        let builder = thread::Builder::new().name(name.to_owned());
        let other = builder
            .stack_size(STACK_BYTES)
            .spawn_scoped(scope, beside)
            .ok()?;
        let here = here();
        match other.join() {
            Ok(beside) => Some((beside, here)),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// Lets other threads work for this long. Never on the thread that draws a window.
pub fn pause(length: Duration) {
    thread::sleep(length);
}

/// Gives back the memory of `value` on another thread: of gigabytes that takes a while, for which nobody
/// has to wait.
pub fn drop_in_background(value: impl Send + 'static) {
    rayon::spawn(move || drop(value));
}
