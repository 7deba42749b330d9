//! The marks that a document draws.

use crate::theme::MarkShape;

/// Where the marks are drawn from. None come from the network: a document alone has the pin that every program
/// has, in the colour of the layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icons {
    /// The program's own.
    Usual,
    /// Those that lie in the archive beside the document.
    Inside,
}

/// The name of a mark in the archive, and its picture: white, to be tinted.
pub(super) const fn icon(shape: MarkShape) -> (&'static str, &'static [u8]) {
    macro_rules! mark {
        ($name:literal) => {
            (
                concat!("marks/", $name, ".png"),
                include_bytes!(concat!("../../../../assets/marks/", $name, ".png")),
            )
        };
    }
    match shape {
        MarkShape::Square => mark!("square"),
        MarkShape::Triangle => mark!("triangle"),
        MarkShape::ArrowDown => mark!("arrow-down"),
        MarkShape::Circle => mark!("circle"),
        MarkShape::Diamond => mark!("diamond"),
        MarkShape::Hexagon => mark!("hexagon"),
        MarkShape::Pentagon => mark!("pentagon"),
        MarkShape::Cross => mark!("cross"),
    }
}
