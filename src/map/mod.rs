//! Rows to pixels: the only place that knows `walkers`.
//!
//! [`MapView`] is the map of the window. A frame goes from rows to pixels in steps, each a file:
//! `grouping` (which records stand together, whatever the window shows; of many records `cells`), `marks` (what is drawn for
//! the window, on the map; `memo` remembers it), `frame` (all that is known when drawing begins), and [`overlays`]
//! (one file for each kind of thing that lies on the basemap: where it goes on the screen, what the pointer is on, how
//! it is painted). `camera` moves the view, by `gestures` too; `swipe` shows two sides; `picture` draws all of it without
//! a display.

pub mod basemap;
pub mod camera;
mod cells;
pub mod extent;
#[cfg(test)]
mod fixture;
mod flight;
mod frame;
mod gestures;
pub mod grouping;
mod hit;
mod input;
pub mod marks;
pub mod memo;
pub mod overlays;
pub mod picture;
mod swipe;
mod triangles;
pub mod view;
pub mod viewport;

pub use camera::{Camera, Pose};
pub use hit::Hit;
pub use input::{Click, MapInput, MapOutput};
pub use view::MapView;
pub use viewport::Viewport;
