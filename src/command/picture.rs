//! Requests about pictures of the map.

use crate::{model::Lang, theme::Shade};

/// What a picture is to look like.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureOptions {
    /// Width and height in points.
    pub size: [f32; 2],
    /// Pixels to a point.
    pub scale: f32,
    /// Its title; `None`: that of the records, in the language of the picture. An empty one leaves out its line.
    pub title: Option<String>,
    /// Whether the legend stands below.
    pub has_legend: bool,
    /// The language.
    pub lang: Lang,
    /// Light or dark.
    pub shade: Shade,
    /// Index of the bookmark that is shown; `None`: what the window shows.
    pub bookmark: Option<usize>,
}

impl PictureOptions {
    /// The usual look of a picture of this many points.
    #[must_use]
    pub const fn of_size(size: [f32; 2]) -> Self {
        Self {
            size,
            scale: 1.0,
            title: None,
            has_legend: true,
            lang: Lang::En,
            shade: Shade::Light,
            bookmark: None,
        }
    }
}

/// Draws the map for a file or for the clipboard.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureCommand {
    /// Open the dialog.
    Ask,
    /// Let the picture look like this.
    Set(PictureOptions),
    /// Draw it as the dialog has it, else as the window shows it, and put it on the clipboard.
    Copy,
}
