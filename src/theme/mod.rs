//! Every colour, size and mark shape; nothing outside names one.
//!
//! Start with [`Theme`]: light or dark, with its [`Palette`]. Marks have a [`MarkShape`] as well as
//! a colour, so that colour never stands alone.

pub mod basemap;
pub mod fonts;
pub mod mark;
pub mod palette;
pub mod size;
mod style;

use serde::{Deserialize, Serialize};

use crate::model::{Layer, Status};
pub use mark::{MarkShape, layer_shape};
pub use palette::Palette;

/// A colour, as the drawing library has it.
pub type Colour = egui::Color32;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Shade {
    /// Dark text on paper.
    #[default]
    Light,
    /// Light text on slate.
    Dark,
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How much slides and flies, or as the system asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MotionChoice {
    /// As the system asks; as usual where it says nothing.
    #[default]
    System,
    /// What opens slides, and the map flies.
    Usual,
    /// What moves is there at once.
    Less,
}

impl MotionChoice {
    /// Whether there is less motion, where the system has said this much; that it says nothing is `System`.
    #[must_use]
    pub const fn is_less(self, system: Self) -> bool {
        match self {
            Self::System => matches!(system, Self::Less),
            Self::Usual => false,
            Self::Less => true,
        }
    }
}

/// The looks of the program in one shade.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// Light or dark.
    pub shade: Shade,
    /// The colours.
    pub palette: &'static Palette,
}

impl Theme {
    /// Makes the theme of a shade.
    #[must_use]
    pub const fn of(shade: Shade) -> Self {
        Self {
            shade,
            palette: match shade {
                Shade::Light => &palette::LIGHT,
                Shade::Dark => &palette::DARK,
            },
        }
    }

    /// Returns the colour of a layer's marks; foreign layers take eight more in turn.
    #[must_use]
    pub fn layer(&self, layer: &Layer) -> Colour {
        match layer {
            Layer::Deployment => self.palette.deployment,
            Layer::Incident => self.palette.incident,
            Layer::Delivery => self.palette.delivery,
            Layer::Context => self.palette.context,
            Layer::Other(foreign) => {
                let colours = self.palette.foreign.len();
                let index = mark::foreign_colour(foreign.number(), colours);
                self.palette
                    .foreign
                    .get(index)
                    .copied()
                    .unwrap_or(self.palette.context)
            }
        }
    }

    /// Returns the colour of a file by its number among those that are open; the ninth has that of the first again.
    #[must_use]
    pub fn file(&self, number: usize) -> Colour {
        let colours = &self.palette.foreign;
        let colour = colours.get(number % colours.len());
        colour.copied().unwrap_or(self.palette.context)
    }

    /// Returns the colour of a status badge.
    #[must_use]
    pub const fn status(&self, status: Status) -> Colour {
        match status {
            Status::Confirmed => self.palette.confirmed,
            Status::Reported => self.palette.reported,
            Status::Claimed => self.palette.claimed,
            Status::Disputed => self.palette.disputed,
            Status::Speculated => self.palette.speculated,
            Status::Denied => self.palette.denied,
        }
    }

    /// Hands colours, spacing and text sizes to egui.
    pub fn apply(&self, ctx: &egui::Context) {
        style::apply(self, ctx);
    }
}
