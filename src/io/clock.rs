//! How long a thread has kept a processor busy.

use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};

/// When somebody first asked.
static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);

/// The processor's time that the calling thread has had. Where the system does not tell, it is the time on
/// the wall, which is longer on a busy machine.
#[must_use]
pub fn thread_time() -> Duration {
    busy().unwrap_or_else(|| BEGIN.elapsed())
}

#[cfg(target_os = "linux")]
fn busy() -> Option<Duration> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).ok()?;
    Some(Duration::new(seconds, u32::try_from(time.tv_nsec).ok()?))
}

#[cfg(not(target_os = "linux"))]
const fn busy() -> Option<Duration> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_works_has_been_busy() {
        let begin = thread_time();
        let mut sum = 0_u64;
        while thread_time().saturating_sub(begin) < Duration::from_millis(2) {
            sum = (0..10_000).fold(sum, u64::wrapping_add);
        }
        assert!(thread_time() > begin);
    }
}
