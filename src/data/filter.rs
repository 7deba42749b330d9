//! What the analyst asks to see, apart from and including the window.

use std::collections::BTreeSet;

use super::within::Within;
use crate::model::{Clock, Layer, Second, StaleLimit, Status, Window};

/// Everything that decides whether a record is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// The stretch of time, both ends included.
    pub window: Window,
    /// Which of a record's two dates the window is held against.
    pub clock: Clock,
    /// After how long without a confirmation a presence is of unknown status; hides nothing.
    pub stale: StaleLimit,
    /// Hide what was reported after this second.
    pub known: Option<Second>,
    /// Names of the files to show, as [`Dataset::file_names`](super::Dataset::file_names) has them; `None`: all. Which
    /// files that shows is asked of the dataset.
    pub files: Option<BTreeSet<String>>,
    /// Layers to show; `None`: all.
    pub layers: Option<BTreeSet<Layer>>,
    /// Statuses to show; `None`: all, and those without one.
    pub statuses: Option<BTreeSet<Status>>,
    /// A part of an actor's name; empty: all.
    pub actor: String,
    /// A part of a claimant's name; empty: all, and records without claims.
    pub claimant: String,
    /// The id of a source, else a part of its title or publisher; empty: all.
    pub source: String,
    /// Independent origins that a record has at least; 0: all, and those without a source.
    pub origins: u16,
    /// Leave out records whose values all name their words.
    pub lacks_words: bool,
    /// A part of any text of the record; empty: all.
    pub text: String,
    /// The area of the map to show; `None`: all of it, and the unplaced.
    pub within: Option<Within>,
    /// Leave out what is only possible.
    pub certain_only: bool,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            window: Window::ALL,
            clock: Clock::default(),
            stale: StaleLimit::default(),
            known: None,
            files: None,
            layers: None,
            statuses: None,
            actor: String::new(),
            claimant: String::new(),
            source: String::new(),
            origins: 0,
            lacks_words: false,
            text: String::new(),
            within: None,
            certain_only: false,
        }
    }
}

impl Filter {
    /// The same filter without its window: two filters that agree in it show rows of the same set.
    #[must_use]
    pub fn without_window(&self) -> Self {
        Self {
            window: Window::ALL,
            stale: StaleLimit::default(),
            certain_only: false,
            ..self.clone()
        }
    }

    /// The same filter without window and layers. What is left must look at every record, so it is
    /// asked off the drawing thread where records are many.
    #[must_use]
    pub fn of_records(&self) -> Self {
        Self {
            layers: None,
            ..self.without_window()
        }
    }

    /// What stays when all conditions are taken back: the window and how it is held against records.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            window: self.window,
            clock: self.clock,
            stale: self.stale,
            ..Self::default()
        }
    }

    /// Whether nothing but the window decides.
    #[must_use]
    pub fn is_window_only(&self) -> bool {
        Self {
            clock: Clock::default(),
            ..self.without_window()
        } == Self::default()
    }

    /// Whether `layer` is asked for.
    #[must_use]
    pub fn shows_layer(&self, layer: &Layer) -> bool {
        self.layers
            .as_ref()
            .is_none_or(|layers| layers.contains(layer))
    }
}
