//! One of two things that are compared.

use crate::{
    data::Filter,
    model::{Second, Window},
};

/// One of the two things that are compared: what can differ between them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side {
    /// The window.
    pub window: Window,
    /// As known on this second; `None`: as known today.
    pub known: Option<Second>,
}

impl Side {
    /// The side that `filter` shows.
    #[must_use]
    pub const fn of(filter: &Filter) -> Self {
        Self {
            window: filter.window,
            known: filter.known,
        }
    }

    /// `filter` on this side, with what is only possible: a difference must know of both.
    #[must_use]
    pub fn of_filter(&self, filter: &Filter) -> Filter {
        Filter {
            window: self.window,
            known: self.known,
            certain_only: false,
            ..filter.clone()
        }
    }

    /// The second at which it is looked back from.
    pub(crate) fn end(&self) -> Second {
        self.known
            .map_or(self.window.last(), |known| known.min(self.window.last()))
    }
}
