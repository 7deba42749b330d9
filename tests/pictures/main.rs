//! What the window looks like, picture by picture.

mod gallery;
mod honest_look;
mod map_look;
#[path = "../support/mod.rs"]
mod support;
mod timeline_look;
mod window_look;
