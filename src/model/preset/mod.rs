//! Datasets that are known by their columns: which column stands for which field, and what their
//! codes mean.
//!
//! A [`Preset`] is recognised by its header or named; the columns are in `layouts`, the code books in [`codes`]. Rows of any
//! of these datasets are never part of the program.

pub mod codes;
pub mod headless;
mod layouts;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use self::codes::Counted;
use super::{
    date_order::DateOrder,
    layer::Kind,
    mapping::{field::Field, name::normalised},
    profile,
};

/// A dataset whose columns are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// Armed Conflict Location & Event Data, current and older columns.
    Acled,
    /// The same, counted by month and district, as on the Humanitarian Data Exchange.
    AcledMonthly,
    /// The same, counted by week and region.
    AcledWeekly,
    /// Georeferenced Event Dataset of the Uppsala Conflict Data Program.
    UcdpGed,
    /// What `TimeMap` reads: CSV, or a JSON array of events.
    #[serde(rename = "timemap")]
    TimeMap,
    /// The CSV download of `GeoConfirmed`.
    #[serde(rename = "geoconfirmed")]
    GeoConfirmed,
    /// Incidents of Insecurity Insight, as on the Humanitarian Data Exchange.
    InsecurityInsight,
    /// Who does what where, of the Humanitarian Data Exchange.
    #[serde(rename = "3w")]
    ThreeW,
    /// Events of GDELT.
    Gdelt,
    /// The delimited form of Linked Places.
    LinkedPlaces,
    /// Occurrences in Darwin Core.
    DarwinCore,
    /// Earthquakes of the United States Geological Survey.
    Usgs,
    /// What has a beginning and an end in `OpenHistoricalMap`.
    #[serde(rename = "openhistoricalmap")]
    OpenHistoricalMap,
    /// Answers of the query service of Wikidata.
    Wikidata,
    /// An exported channel of Telegram.
    Telegram,
    /// The CSV that this program writes.
    Sahelscope,
}

impl Preset {
    /// Every preset, in the order in which headers are compared and choices shown.
    pub const ALL: [Self; 16] = [
        Self::Acled,
        Self::AcledMonthly,
        Self::AcledWeekly,
        Self::UcdpGed,
        Self::TimeMap,
        Self::GeoConfirmed,
        Self::InsecurityInsight,
        Self::ThreeW,
        Self::Gdelt,
        Self::LinkedPlaces,
        Self::DarwinCore,
        Self::Usgs,
        Self::OpenHistoricalMap,
        Self::Wikidata,
        Self::Telegram,
        Self::Sahelscope,
    ];

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.layout().name
    }

    /// What the dataset calls itself.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.layout().title
    }

    /// The preset that the command line calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.name() == name)
    }

    /// The names on the command line, parted by commas.
    #[must_use]
    pub fn names() -> String {
        Self::ALL.map(Self::name).join(", ")
    }

    /// The preset whose columns these are, whatever their case and order.
    #[must_use]
    pub fn recognise(names: &[&str]) -> Option<Self> {
        let names: HashSet<String> = names.iter().map(|name| normalised(name)).collect();
        Self::ALL.into_iter().find(|preset| {
            let mut marks = preset.layout().marks.iter();
            marks.all(|alternatives| alternatives.iter().any(|name| names.contains(*name)))
        })
    }

    /// Whether a column is read by a rule of the preset, beside those that stand for a field.
    pub(super) fn understands(self, name: &str) -> bool {
        let layout = self.layout();
        layout.understood.contains(&name)
            || layout.counted.iter().any(|counted| counted.is_in(name))
            || (self == Self::Sahelscope && profile::property(name).is_some())
    }

    /// Columns that are left out unless somebody asks for them.
    #[must_use]
    pub const fn withheld(self) -> &'static [&'static str] {
        self.layout().withheld
    }

    /// The order of numeric dates, where the dataset lays it down.
    #[must_use]
    pub const fn date_order(self) -> Option<DateOrder> {
        self.layout().date_order
    }

    /// What every record of the dataset is, where that is not told by its layer.
    #[must_use]
    pub const fn kind(self) -> Option<Kind> {
        self.layout().kind
    }

    /// What columns of the dataset count.
    #[must_use]
    pub const fn counts(self) -> &'static [Counted] {
        self.layout().counted
    }

    /// Which column stands for which field; later lines win where a field is no list.
    pub(super) const fn columns(self) -> &'static [(Field, &'static str)] {
        self.layout().columns
    }

    /// The columns that the date stands in a part each.
    pub(super) const fn parts(self) -> &'static [&'static str] {
        self.layout().parts
    }
}

/// Columns that an export as CSV derives; whatever file they come back in, they say nothing new.
pub const DERIVED_COLUMNS: [&str; 6] = [
    "start_earliest",
    "start_latest",
    "end_earliest",
    "end_latest",
    "certainty",
    "weight",
];

/// Whether a table with these columns was exported by this program, of whatever dataset: what it derives stands at the
/// end, and cells that a spreadsheet would compute have an apostrophe before them.
#[must_use]
pub fn is_exported<N: AsRef<str>>(names: &[N]) -> bool {
    let own = || names.iter().rev().map(AsRef::as_ref);
    names.len() >= DERIVED_COLUMNS.len()
        && own()
            .zip(DERIVED_COLUMNS.iter().rev())
            .all(|(name, derived)| name == *derived)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preset_is_recognised_whatever_the_case_of_its_header() {
        let ucdp: Vec<String> = headless::UCDP_GED_COLUMNS.map(str::to_uppercase).to_vec();
        let names: Vec<&str> = ucdp.iter().map(String::as_str).collect();
        assert_eq!(Preset::recognise(&names), Some(Preset::UcdpGed));
        assert_eq!(Preset::recognise(&["date", "latitude"]), None);
    }

    #[test]
    fn names_on_the_command_line_come_back() {
        for preset in Preset::ALL {
            assert_eq!(Preset::from_name(preset.name()), Some(preset));
        }
    }
}
