//! Panels: each reads a [`Scene`] and pushes [`Commands`](crate::command::Commands); none changes anything.

use crate::{
    store::{Dataset, Filter, Selection, Visible},
    text::Words,
    theme::Theme,
};

/// All that a panel may look at in one frame.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What is open.
    pub dataset: &'a Dataset,
    /// What of it the filter shows.
    pub visible: &'a Visible,
    /// The filter, with its window.
    pub filter: &'a Filter,
    /// What is selected and hovered.
    pub selection: Selection,
    /// Colours and shapes.
    pub theme: &'a Theme,
    /// The words of the language of the program.
    pub words: &'a Words,
}
