//! What goes into a frame of the map and what comes out of it.

use std::{rc::Rc, sync::Arc};

use egui::{Rect, Response};

use crate::{
    data::{Dataset, Filter},
    model::{Lang, RowId, Switches},
    query::{Density, Engine, WindowResult, marks::MarkLayout},
    session::Selection,
    text::Catalogue,
    theme::Theme,
};

use super::{hit::Hit, overlays::legend::Legend, viewport::Viewport};

/// All that a frame of the map reads.
#[derive(Clone, Copy)]
pub struct MapInput<'a> {
    /// What is open.
    pub dataset: &'a Dataset,
    /// What `filter` shows of it.
    pub visible: &'a WindowResult,
    /// What answers questions about it.
    pub engine: &'a Engine,
    /// The filter, with its window.
    pub filter: &'a Filter,
    /// What is selected and hovered anywhere.
    pub selection: Selection,
    /// Records that hold what is being typed into the search.
    pub found: &'a [RowId],
    /// Colours and shapes.
    pub theme: &'a Theme,
    /// The words of the program, in the language of names too.
    pub words: &'a Catalogue,
    /// How many records lie where, to be shown instead of their marks.
    pub density: Option<&'a Arc<Density>>,
    /// Which overlays are shown, by their ids.
    pub overlays: &'a Switches,
}

impl MapInput<'_> {
    pub(super) fn lang(&self) -> Lang {
        self.words.lang()
    }
}

/// A click on the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Click {
    /// On something.
    On(Hit),
    /// On nothing.
    Beside,
}

/// What came of a frame.
pub struct MapOutput {
    /// The map as a widget.
    pub response: Response,
    /// What is under the pointer.
    pub hovered: Option<Hit>,
    /// What was clicked.
    pub clicked: Option<Click>,
    /// What is in view.
    pub viewport: Viewport,
    /// What was laid out.
    pub layout: Rc<MarkLayout>,
    /// The badges that found room: index into the layout's, and where.
    pub badges: Vec<(usize, Rect)>,
    /// Whether any mark or area is in view.
    pub is_any_in_view: bool,
    /// What the looks of the overlays mean.
    pub legends: Vec<Legend>,
    /// Whether a key asked for all marks.
    pub wants_all: bool,
}
