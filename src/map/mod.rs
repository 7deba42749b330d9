//! Rows to pixels: the only place that knows `walkers`.
//!
//! [`MapView`] is the map of the window. What is drawn for the window, on the map, comes from
//! [`query::marks`](crate::query::marks). From there a frame goes to pixels in steps, each a file: `frame` (all that
//! is known when drawing begins), and [`overlays`] (one file for each kind of thing that lies on the basemap: where it goes on the screen, what the pointer is on, how
//! it is painted). `camera` moves the view, by `gestures` too; `swipe` shows two sides; `picture` draws all of it without
//! a display.

pub mod basemap;
pub mod camera;
mod drawing;
mod flight;
mod frame;
mod gestures;
mod hit;
mod input;
pub mod overlays;
pub mod picture;
mod sketch;
mod swipe;
mod triangles;
pub mod view;
pub mod viewport;

pub use camera::{Camera, Pose};
pub use drawing::{AreaSketch, AreaTool};
pub use hit::Hit;
pub use input::{Click, MapInput, MapOutput};
pub use sketch::{CornerId, Position, ShapeSketch, ShapeTool};
pub use view::MapView;
pub use viewport::Viewport;
