//! What the looks of an overlay mean, for the window to show.

use egui::Color32;

/// The legend of an overlay.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Legend {
    /// Catalogue key of what it is called.
    pub title: &'static str,
    /// Samples, in reading order.
    pub swatches: Vec<Swatch>,
    /// What else there is to say, in words; may be empty.
    pub note: String,
}

/// A square that looks like something on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Swatch {
    /// Its colour.
    pub fill: Color32,
    /// The colour of its inside, where that is another; it then stands a little apart.
    pub inside: Option<Color32>,
    /// How many it stands for, where that is said.
    pub count: Option<u32>,
}
