//! How the table of records looks: whether it is open, its columns, what it is ordered by.

use serde::{Deserialize, Serialize};

use crate::query::{Facet, Sort};

/// Widths in points that a column can have.
pub const WIDTHS: std::ops::RangeInclusive<f32> = 48.0..=900.0;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableColumn {
    /// What it shows.
    pub facet: Facet,
    /// Its width in points.
    pub width: f32,
    /// Whether it is shown.
    pub is_shown: bool,
}

/// The table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableSettings {
    /// Whether it is open.
    pub is_open: bool,
    /// What it is ordered by.
    pub sort: Sort,
    /// Every facet once, in the order of the columns.
    pub columns: Vec<TableColumn>,
}

impl Default for TableSettings {
    fn default() -> Self {
        Self {
            is_open: false,
            sort: Sort::default(),
            columns: Facet::ALL.map(usual).to_vec(),
        }
    }
}

/// Returns a column as it is at first. Together those that are shown fill a window of usual width.
const fn usual(facet: Facet) -> TableColumn {
    let width = match facet {
        Facet::Date | Facet::Reported => 136.0,
        Facet::Title => 262.0,
        Facet::Place | Facet::Sources => 146.0,
        Facet::Layer | Facet::Status => 106.0,
        Facet::Certainty => 116.0,
        Facet::Actors => 200.0,
    };
    TableColumn {
        facet,
        width,
        is_shown: !matches!(facet, Facet::Reported),
    }
}

impl TableSettings {
    /// Returns the columns that are shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = &TableColumn> {
        self.columns.iter().filter(|column| column.is_shown)
    }

    /// Returns the column of a facet.
    pub fn column_mut(&mut self, facet: Facet) -> Option<&mut TableColumn> {
        self.columns.iter_mut().find(|column| column.facet == facet)
    }

    /// Moves a column past its neighbour that is shown, towards the start of a line or its end.
    pub fn shift(&mut self, facet: Facet, to_start: bool) {
        let Some(here) = self.columns.iter().position(|it| it.facet == facet) else {
            return;
        };
        let is_other = |(index, it): &(usize, &TableColumn)| {
            it.is_shown
                && if to_start {
                    *index < here
                } else {
                    *index > here
                }
        };
        let mut others = self.columns.iter().enumerate().filter(is_other);
        let other = if to_start {
            others.next_back()
        } else {
            others.next()
        };
        if let Some((there, _)) = other {
            let column = self.columns.remove(here);
            self.columns.insert(there, column);
        }
    }

    /// Repairs settings of another version: every facet once, every width within [`WIDTHS`], at least one column shown.
    pub(super) fn within_bounds(mut self) -> Self {
        let mut known = Vec::new();
        self.columns.retain(|column| {
            let is_new = !known.contains(&column.facet);
            known.push(column.facet);
            is_new
        });
        let missing = Facet::ALL
            .into_iter()
            .filter(|facet| !known.contains(facet));
        self.columns.extend(missing.map(usual));
        for column in &mut self.columns {
            column.width = if column.width.is_finite() {
                column.width.clamp(*WIDTHS.start(), *WIDTHS.end())
            } else {
                usual(column.facet).width
            };
        }
        if self.shown().next().is_none() {
            self.columns = Self::default().columns;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(settings: &TableSettings) -> Vec<Facet> {
        settings.shown().map(|column| column.facet).collect()
    }

    #[test]
    fn a_column_moves_past_the_next_one_that_is_shown() {
        let mut settings = TableSettings::default();
        settings.column_mut(Facet::Title).unwrap().is_shown = false;
        settings.shift(Facet::Date, false);
        assert_eq!(shown(&settings)[..2], [Facet::Place, Facet::Date]);
        settings.shift(Facet::Date, true);
        assert_eq!(shown(&settings)[..2], [Facet::Date, Facet::Place]);
        settings.shift(Facet::Date, true);
        assert_eq!(shown(&settings)[0], Facet::Date);
    }

    #[test]
    fn settings_of_another_version_are_made_whole() {
        let column = usual(Facet::Place);
        let columns = vec![
            TableColumn {
                width: f32::NAN,
                ..column
            },
            column,
            TableColumn {
                is_shown: false,
                ..usual(Facet::Title)
            },
        ];
        let settings = TableSettings {
            columns,
            ..TableSettings::default()
        }
        .within_bounds();
        assert_eq!(settings.columns.len(), Facet::ALL.len());
        assert_eq!(settings.columns[0], column);
    }
}
