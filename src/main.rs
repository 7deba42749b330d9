//! Sahelscope.
fn main() {}
