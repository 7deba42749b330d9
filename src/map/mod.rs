//! Rows to pixels: the only place that knows `walkers`.
//!
//! [`MapView`] is the map of the window. A frame goes from rows to pixels in steps, each a file:
//! `grouping` (which records stand together, whatever the window shows; of many records `cells`), `marks` (what is drawn for
//! the window, on the map; `memo` remembers it), `place` (the same on the screen), `pick` (what is
//! under the pointer), `paint` and `ground`. `scene` calls them in order. `camera` moves the view,
//! `labels` and `furniture` write on it, `picture` draws all of it without a display.

pub mod basemap;
pub mod camera;
mod cells;
pub mod density;
mod donut;
pub mod extent;
pub mod fan;
#[cfg(test)]
mod fixture;
mod flight;
pub mod furniture;
mod ground;
pub mod grouping;
mod labels;
pub mod marks;
pub mod memo;
mod paint;
pub mod pick;
pub mod picture;
mod pill;
mod place;
mod scene;
pub mod shapes;
mod spot;
pub mod sprites;
mod stack;
mod swipe;
mod triangles;
pub mod view;
pub mod viewport;

pub use camera::{Camera, Pose};
pub use pick::Hit;
pub use view::{Click, MapInput, MapOutput, MapView};
pub use viewport::Viewport;
