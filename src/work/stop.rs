//! Being told to stop from outside.

#[cfg(unix)]
use super::spawn;

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
