//! Text on the screen: logical text in, galleys out, right in every direction.
//!
//! egui joins Arabic letters but sets every line from left to right. Here the lines and their
//! order come from [`crate::text::bidi`], and the result is an ordinary [`egui::Galley`] that any
//! widget takes. A galley says the logical text as its own, so the accessible name of a button, a
//! label or a menu is what a reader would say, not what stands from left to right.
//!
//! Start with [`label`] and its neighbours for panels, [`Text`] for everything they do not say,
//! [`paint`] for labels on the map and the timeline. Galleys are kept while they are used: a frame
//! that repeats the last one sets no text.

mod field;
mod galley;
mod memo;
mod paint;
mod passage;
mod setting;
mod steps;
mod text;
mod widgets;

pub use field::{TextField, choose_all};
pub use galley::{galley, icon_galley};
pub use paint::{halo_offsets, paint, paint_galley};
pub use passage::{Passage, PassageMark, PassageResponse};
pub use setting::{Flush, Setting};
pub use steps::{ArrowSteps, arrow_steps, asked_steps};
pub use text::{Face, Text, Weight, hint, hint_disabled, room_for_text};
pub use widgets::{
    button, button_with_icon, fitting_text, heading, icon, icon_button, label, link, paragraph,
    selectable, small, strong, toggle, weak, whole_on_hover, widget_text,
};
