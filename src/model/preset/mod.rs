//! Datasets that are known by their columns: which column stands for which field, and what their
//! codes mean.
//!
//! A [`Preset`] is recognised by its header or named; the code books are in [`codes`]. Rows of any
//! of these datasets are never part of the program.

pub mod codes;

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{
    mapping::{DateOrder, Field, Mapping, normalised},
    profile,
};

/// A dataset whose columns are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// Armed Conflict Location & Event Data, current and older columns.
    Acled,
    /// Georeferenced Event Dataset of the Uppsala Conflict Data Program.
    UcdpGed,
    /// What `TimeMap` reads: CSV, or a JSON array of events.
    #[serde(rename = "timemap")]
    TimeMap,
    /// The CSV download of `GeoConfirmed`.
    #[serde(rename = "geoconfirmed")]
    GeoConfirmed,
    /// The CSV that this program writes.
    Sahelscope,
}

/// The 49 columns of UCDP GED, for releases that come without a header.
pub const UCDP_GED_COLUMNS: [&str; 49] = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
];

impl Preset {
    /// Every preset, in the order in which headers are compared and choices shown.
    pub const ALL: [Self; 5] = [
        Self::Acled,
        Self::UcdpGed,
        Self::TimeMap,
        Self::GeoConfirmed,
        Self::Sahelscope,
    ];

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Acled => "acled",
            Self::UcdpGed => "ucdp-ged",
            Self::TimeMap => "timemap",
            Self::GeoConfirmed => "geoconfirmed",
            Self::Sahelscope => "sahelscope",
        }
    }

    /// What the dataset calls itself.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Acled => "ACLED",
            Self::UcdpGed => "UCDP GED",
            Self::TimeMap => "TimeMap",
            Self::GeoConfirmed => "GeoConfirmed",
            Self::Sahelscope => "Sahelscope",
        }
    }

    /// The preset that the command line calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.name() == name)
    }

    /// The preset whose columns these are, whatever their case and order.
    #[must_use]
    pub fn recognise(names: &[&str]) -> Option<Self> {
        let names: Vec<String> = names.iter().map(|name| normalised(name)).collect();
        let has = |name: &str| names.iter().any(|known| known == name);
        Self::ALL.into_iter().find(|preset| {
            preset
                .marks()
                .iter()
                .all(|alternatives| alternatives.iter().any(|name| has(name)))
        })
    }

    /// Columns that no other dataset has together; of each group one must be there.
    const fn marks(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Acled => &[
                &["event_id_cnty", "data_id", "event_id_no_cnty"],
                &["event_date"],
                &["sub_event_type"],
                &["actor1"],
            ],
            Self::UcdpGed => &[
                &["type_of_violence"],
                &["date_prec"],
                &["where_prec"],
                &["date_start"],
                &["best"],
            ],
            Self::TimeMap => &[
                &["date"],
                &["latitude"],
                &["longitude"],
                &["description"],
                &["sources"],
                &["associations", "filters"],
            ],
            Self::GeoConfirmed => &[&["pluscode"], &["faction"], &["geolocation"], &["date"]],
            Self::Sahelscope => &[
                &["layer"],
                &["kind"],
                &["date"],
                &["place_precision"],
                &["start_earliest"],
                &["end_latest"],
            ],
        }
    }

    /// Which column stands for which field; where several stand for a list, in their order. Names
    /// in lower case with underscores; later lines win where a field is no list.
    pub(super) const fn columns(self) -> &'static [(Field, &'static str)] {
        match self {
            Self::Acled => &ACLED,
            Self::UcdpGed => &UCDP_GED,
            Self::TimeMap => &TIMEMAP,
            Self::GeoConfirmed => &GEOCONFIRMED,
            Self::Sahelscope => &SAHELSCOPE,
        }
    }

    /// Whether a column is read by a rule of the preset, beside those that stand for a field.
    pub(super) fn understands(self, name: &str) -> bool {
        match self {
            Self::Acled => name == "fatalities",
            Self::UcdpGed => ["type_of_violence", "low", "high", "best"].contains(&name),
            Self::TimeMap => false,
            Self::GeoConfirmed => name == "equipment",
            Self::Sahelscope => profile::property(name).is_some(),
        }
    }

    /// Columns that are left out unless somebody asks for them.
    #[must_use]
    pub const fn withheld(self) -> &'static [&'static str] {
        match self {
            Self::GeoConfirmed => &["units", "orbatunits"],
            _ => &[],
        }
    }

    /// The order of numeric dates, where the dataset lays it down.
    #[must_use]
    pub const fn date_order(self) -> Option<DateOrder> {
        match self {
            Self::TimeMap => Some(DateOrder::Mdy),
            _ => None,
        }
    }
}

const ACLED: [(Field, &str); 18] = [
    (Field::Id, "data_id"),
    (Field::Id, "event_id_no_cnty"),
    (Field::Id, "event_id_cnty"),
    (Field::Date, "event_date"),
    (Field::DatePrecision, "time_precision"),
    (Field::Reported, "timestamp"),
    (Field::Layer, "sub_event_type"),
    (Field::Title, "sub_event_type"),
    (Field::Summary, "notes"),
    (Field::Place, "location"),
    (Field::PlacePrecision, "geo_precision"),
    (Field::Latitude, "latitude"),
    (Field::Longitude, "longitude"),
    (Field::Actors, "actor1"),
    (Field::Actors, "assoc_actor_1"),
    (Field::Actors, "actor2"),
    (Field::Actors, "assoc_actor_2"),
    (Field::Sources, "source"),
];

const UCDP_GED: [(Field, &str); 14] = [
    (Field::Id, "id"),
    (Field::Date, "date_start"),
    (Field::EndDate, "date_end"),
    // The interval says the same in days, and always.
    (Field::DatePrecision, "date_prec"),
    (Field::Reported, "source_date"),
    (Field::Title, "dyad_name"),
    (Field::Summary, "source_headline"),
    (Field::Place, "where_coordinates"),
    (Field::PlacePrecision, "where_prec"),
    (Field::Latitude, "latitude"),
    (Field::Longitude, "longitude"),
    (Field::Actors, "side_a"),
    (Field::Actors, "side_b"),
    (Field::Sources, "source_office"),
];

const TIMEMAP: [(Field, &str); 8] = [
    (Field::Id, "id"),
    (Field::Date, "date"),
    (Field::Title, "location"),
    (Field::Summary, "description"),
    (Field::Place, "location"),
    (Field::Latitude, "latitude"),
    (Field::Longitude, "longitude"),
    (Field::Sources, "sources"),
];

const GEOCONFIRMED: [(Field, &str); 9] = [
    (Field::Id, "id"),
    (Field::Date, "date"),
    (Field::Title, "name"),
    (Field::Summary, "description"),
    (Field::Latitude, "latitude"),
    (Field::Longitude, "longitude"),
    (Field::Actors, "faction"),
    (Field::Sources, "source"),
    (Field::Sources, "geolocation"),
];

const SAHELSCOPE: [(Field, &str); 15] = [
    (Field::Id, "id"),
    (Field::Date, "date"),
    (Field::Reported, "reported"),
    (Field::Layer, "layer"),
    (Field::Kind, "kind"),
    (Field::Title, "title"),
    (Field::Summary, "summary"),
    (Field::Place, "place"),
    (Field::PlacePrecision, "place_precision"),
    (Field::Longitude, "longitude"),
    (Field::Latitude, "latitude"),
    (Field::Geometry, "geometry"),
    (Field::Status, "status"),
    (Field::Actors, "actors"),
    (Field::Sources, "sources"),
];

/// Columns that an export as CSV derives; whatever file they come back in, they say nothing new.
pub const DERIVED_COLUMNS: [&str; 6] = [
    "start_earliest",
    "start_latest",
    "end_earliest",
    "end_latest",
    "certainty",
    "weight",
];

/// Whether the profile has a member of this name, in whatever language, so that an extra property may not take it.
#[must_use]
pub fn is_of_profile(name: &str) -> bool {
    /// Made once: this is asked of every cell that is exported.
    static PROFILE: LazyLock<Mapping> = LazyLock::new(Mapping::profile);
    profile::property(name).is_some() || PROFILE.uses(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preset_is_recognised_whatever_the_case_of_its_header() {
        let ucdp: Vec<String> = UCDP_GED_COLUMNS.map(str::to_uppercase).to_vec();
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
