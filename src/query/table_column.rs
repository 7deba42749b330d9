//! What a table shows of a record, and for whom.

use serde::{Deserialize, Serialize};

use crate::model::{Lang, Second};

/// What a list can show of a record, and be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TableColumn {
    /// When it happened.
    Date,
    /// What it is called.
    Title,
    /// Where, in words.
    Place,
    /// What sort of thing it is.
    Layer,
    /// Who stands behind it.
    Status,
    /// How surely the window holds it.
    Certainty,
    /// Who took part.
    Actors,
    /// Who published it.
    Sources,
    /// When it became known.
    Reported,
}

impl TableColumn {
    /// Every facet, in the order that a table has at first.
    pub const ALL: [Self; 9] = [
        Self::Date,
        Self::Title,
        Self::Place,
        Self::Layer,
        Self::Status,
        Self::Certainty,
        Self::Actors,
        Self::Sources,
        Self::Reported,
    ];
}

/// For whom rows are ordered and worded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// The language of texts.
    pub lang: Lang,
    /// The day from which the analyst looks, by its last second; `None`: today.
    pub known: Option<Second>,
}

impl Audience {
    /// Makes an audience of `lang` that looks from today.
    #[must_use]
    pub const fn of(lang: Lang) -> Self {
        Self { lang, known: None }
    }

    /// Keeps of the audience only what the order by `facet` depends on.
    #[must_use]
    pub fn for_facet(self, facet: TableColumn) -> Self {
        let known = self
            .known
            .filter(|_| matches!(facet, TableColumn::Status | TableColumn::Sources));
        Self { known, ..self }
    }
}
