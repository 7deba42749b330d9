//! How the table of records looks: whether it is open, its columns, what it is ordered by.

use serde::{Deserialize, Serialize};

use crate::{
    query::{Sort, TableColumn},
    session::TablePlace,
};

/// Widths in points that a column can have.
pub const WIDTHS: std::ops::RangeInclusive<f32> = 48.0..=900.0;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnSetting {
    /// What it shows.
    pub facet: TableColumn,
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
    /// Where it stands.
    pub place: TablePlace,
    /// What it is ordered by.
    pub sort: Sort,
    /// Every facet once, in the order of the columns.
    pub columns: Vec<ColumnSetting>,
}

impl Default for TableSettings {
    fn default() -> Self {
        Self {
            is_open: false,
            place: TablePlace::default(),
            sort: Sort::default(),
            columns: TableColumn::ALL.map(usual).to_vec(),
        }
    }
}

/// Returns a column as it is at first. Together those that are shown fill a window of usual width.
const fn usual(facet: TableColumn) -> ColumnSetting {
    let width = match facet {
        TableColumn::Date | TableColumn::Reported => 156.0,
        TableColumn::Title => 242.0,
        TableColumn::Place | TableColumn::Sources => 146.0,
        TableColumn::Layer | TableColumn::Status => 106.0,
        TableColumn::Certainty => 116.0,
        TableColumn::Actors => 200.0,
    };
    ColumnSetting {
        facet,
        width,
        is_shown: !matches!(facet, TableColumn::Reported),
    }
}

impl TableSettings {
    /// Returns the columns that are shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = &ColumnSetting> {
        self.columns.iter().filter(|column| column.is_shown)
    }

    /// Returns the column of a facet.
    pub fn column_mut(&mut self, facet: TableColumn) -> Option<&mut ColumnSetting> {
        self.columns.iter_mut().find(|column| column.facet == facet)
    }

    /// Moves a column past its neighbour that is shown, towards the start of a line or its end.
    pub fn shift(&mut self, facet: TableColumn, to_start: bool) {
        let Some(here) = self.columns.iter().position(|it| it.facet == facet) else {
            return;
        };
        let is_other = |(index, it): &(usize, &ColumnSetting)| {
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
        let missing = TableColumn::ALL
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

    fn shown(settings: &TableSettings) -> Vec<TableColumn> {
        settings.shown().map(|column| column.facet).collect()
    }

    #[test]
    fn a_column_moves_past_the_next_one_that_is_shown() {
        let mut settings = TableSettings::default();
        settings.column_mut(TableColumn::Title).unwrap().is_shown = false;
        settings.shift(TableColumn::Date, false);
        assert_eq!(
            shown(&settings)[..2],
            [TableColumn::Place, TableColumn::Date]
        );
        settings.shift(TableColumn::Date, true);
        assert_eq!(
            shown(&settings)[..2],
            [TableColumn::Date, TableColumn::Place]
        );
        settings.shift(TableColumn::Date, true);
        assert_eq!(shown(&settings)[0], TableColumn::Date);
    }

    #[test]
    fn settings_of_another_version_are_made_whole() {
        let column = usual(TableColumn::Place);
        let columns = vec![
            ColumnSetting {
                width: f32::NAN,
                ..column
            },
            column,
            ColumnSetting {
                is_shown: false,
                ..usual(TableColumn::Title)
            },
        ];
        let settings = TableSettings {
            columns,
            ..TableSettings::default()
        }
        .within_bounds();
        assert_eq!(settings.columns.len(), TableColumn::ALL.len());
        assert_eq!(settings.columns[0], column);
    }
}
