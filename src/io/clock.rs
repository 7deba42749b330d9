//! How long a thread has kept a processor busy.

use std::{
    fs,
    sync::LazyLock,
    time::{Duration, Instant},
};

/// When somebody first asked.
static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);

/// The processor's time that the calling thread has had. Where the system does not tell, it is the time on
/// the wall, which is longer on a busy machine.
#[must_use]
pub fn thread_time() -> Duration {
    scheduled().unwrap_or_else(|| BEGIN.elapsed())
}

/// What Linux accounts to the thread, to the nanosecond.
fn scheduled() -> Option<Duration> {
    let accounts = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let busy = accounts.split_ascii_whitespace().next()?;
    Some(Duration::from_nanos(busy.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_works_has_been_busy() {
        let begin = thread_time();
        let mut sum = 0_u64;
        while thread_time() - begin < Duration::from_millis(2) {
            sum = (0..10_000).fold(sum, u64::wrapping_add);
        }
        assert!(thread_time() > begin);
    }
}
