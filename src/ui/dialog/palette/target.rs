//! What can be chosen in the palette.

use crate::{command::Command, text::fold::fold};

/// Something that can be chosen.
#[derive(Clone, Debug)]
pub(super) struct PaletteTarget {
    /// What it is called.
    pub(super) name: String,
    /// Its keys, or what kind of thing it is.
    pub(super) aside: Option<String>,
    /// What it does, in this order.
    pub(super) commands: Vec<Command>,
}

impl PaletteTarget {
    pub(super) fn new(name: String, command: impl Into<Command>) -> Self {
        Self {
            name,
            aside: None,
            commands: vec![command.into()],
        }
    }
}

/// Whether a text holds every word of what is `wanted`, which is folded already.
pub(super) fn holds(text: &str, wanted: &str) -> bool {
    let text = fold(text);
    wanted.split_whitespace().all(|word| text.contains(word))
}
