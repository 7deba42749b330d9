//! What nobody wants any more.

/// Gives back the memory of `value` on another thread: of gigabytes that takes a while, for which nobody
/// has to wait.
pub fn discard(value: impl Send + 'static) {
    rayon::spawn(move || drop(value));
}
