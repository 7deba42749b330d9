//! What lies on the basemap, as a list: a file for each overlay, and a line for each in [`OVERLAYS`].
//!
//! An `Overlay` is asked three things in every frame. From the highest to the lowest: what does it show, and what
//! room does that take (`Overlay::prepare`); so what lies higher has its room first, and names keep off marks.
//! Then: what is under the pointer (`Overlay::pick`). From the lowest to the highest: paint (`Overlay::paint`).
//! What is selected, open or pointed at rises above all marks of all overlays, and so does what stands on the edge
//! of the map: that is painted last (`Overlay::paint_raised`) and picked first.
//!
//! What never changes from frame to frame (its id, its [`Switch`], its lines in the help) is in its [`OverlayKind`]. The
//! menu of the map, the palette, the buttons over it, the dialogs of settings and help, settings, views and the
//! options of `render` read the list; whoever adds an overlay touches none of them.
//! Two sides of a comparison each have a list of their own: `super::swipe` shows the whole of it twice and is no overlay.

mod areas;
mod badges;
mod brush;
pub mod by_file;
pub mod density;
mod found;
mod furniture;
mod graticule;
pub(super) mod legend;
mod marks;
mod names;
mod pill;
pub mod relief;
mod room;
mod shapes;
mod sprites;
mod stack;
mod switch;
#[cfg(test)]
mod tests;
mod within;

use egui::Pos2;

use super::{frame::MapFrame, hit::Hit};

use brush::Brush;
use room::OccupiedSpace;

pub use legend::{Legend, Swatch};
pub(super) use stack::{OverlayStack, Painted};
pub use switch::{Button, Switch, at_first, switch, switches};

/// The overlays, from the lowest to the highest.
pub static OVERLAYS: [&OverlayKind; 12] = [
    &relief::KIND,
    &by_file::KIND,
    &density::KIND,
    &graticule::KIND,
    &within::KIND,
    &names::KIND,
    &areas::KIND,
    &shapes::KIND,
    &marks::KIND,
    &found::KIND,
    &badges::KIND,
    &furniture::KIND,
];

/// What an overlay is, whatever a frame shows.
pub struct OverlayKind {
    /// Names it in settings, in views and on the command line.
    pub id: &'static str,
    /// How it is switched; `None`: it is always shown.
    pub switch: Option<Switch>,
    /// Catalogue keys of its lines in the help.
    pub help: &'static [&'static str],
    new: fn() -> Box<dyn Overlay>,
}

/// One thing that lies on the basemap. It holds what it found out about the frame that is being drawn, and
/// what it remembers to draw the next one quickly.
trait Overlay {
    /// Finds out what it shows, and takes the room of it. What lies higher has taken its own before.
    fn prepare(&mut self, _frame: &MapFrame<'_>, _room: &mut OccupiedSpace) {}

    /// Finds what of it lies at `pointer`.
    fn pick(&self, _frame: &MapFrame<'_>, _pointer: Pos2) -> Option<Hit> {
        None
    }

    /// Finds what of it lies at `pointer` among what it raises above all marks.
    fn pick_raised(&self, _frame: &MapFrame<'_>, _pointer: Pos2) -> Option<Hit> {
        None
    }

    /// Paints it above the overlays below.
    fn paint(&self, _brush: &Brush<'_>) {}

    /// Paints what it raises above all marks.
    fn paint_raised(&self, _brush: &Brush<'_>) {}

    /// Says what its looks mean, where they depend on what is shown.
    fn legend(&self, _frame: &MapFrame<'_>) -> Option<Legend> {
        None
    }

    /// Adds what the window must know of it.
    fn report(&self, _painted: &mut Painted) {}
}
