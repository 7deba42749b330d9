//! What this process has cost so far, where the system says so (Linux).

use std::{fs, path::Path, time::Duration};

/// Length of a tick of the system's accounting of processor time: a hundredth of a second on every
/// Linux that is in use.
const TICK: Duration = Duration::from_millis(10);

/// Processor time of all threads, in the program and in the system for it.
#[must_use]
pub fn cpu_time() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program stands in brackets and may have spaces in it.
    let (_, behind_name) = stat.rsplit_once(')')?;
    let mut fields = behind_name.split_ascii_whitespace().skip(11);
    let user: u32 = fields.next()?.parse().ok()?;
    let system: u32 = fields.next()?.parse().ok()?;
    TICK.checked_mul(user.checked_add(system)?)
}

/// The most memory that was ever taken up, in bytes.
#[must_use]
pub fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kibibytes.checked_mul(1024)
}

/// Whether standard output was closed when the program began, where the system says so. Nothing that is written
/// there would arrive, and no write would fail: the runtime puts the null device, to be read and written, in its place.
#[must_use]
pub fn is_output_closed() -> bool {
    const READ_AND_WRITE: u32 = 2;
    let is_null = fs::read_link("/proc/self/fd/1").is_ok_and(|it| it == Path::new("/dev/null"));
    let flags = || {
        let known = fs::read_to_string("/proc/self/fdinfo/1").ok()?;
        let line = known.lines().find_map(|it| it.strip_prefix("flags:"))?;
        u32::from_str_radix(line.trim(), 8).ok()
    };
    is_null && flags().is_some_and(|flags| flags & 3 == READ_AND_WRITE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linux_says_what_a_process_costs() {
        if cfg!(target_os = "linux") {
            assert!(cpu_time().is_some());
            assert!(peak_memory().is_some_and(|bytes| bytes > 1 << 20));
        }
    }
}
