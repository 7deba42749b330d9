//! What goes onto the clipboard.

use egui::ColorImage;

/// What goes onto the clipboard.
pub(super) enum Clip {
    /// A picture; `None` when nobody waited for it any more.
    Picture(Option<ColorImage>),
    /// What differs, as a table.
    Changes(String),
}
