//! The code books: what the codes of each dataset mean in the profile.

use super::Preset;
use crate::model::{Lang, Layer, Localised, PlacePrecision};

/// Sub-events of ACLED that establish a base.
const ACLED_DEPLOYMENTS: [&str; 1] = ["headquarters or base established"];
/// Sub-events of ACLED in which nothing happened to people.
const ACLED_CONTEXT: [&str; 3] = [
    "non-violent transfer of territory",
    "agreement",
    "change to group/activity",
];

/// How finely a date is known, by a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateCode {
    /// As it is written.
    AsWritten,
    /// Within three days of it.
    Week,
    /// Somewhere in its calendar month.
    Month,
    /// The code book has no such code.
    Unknown,
}

impl Preset {
    /// The layer of an event; `code` is what stands in the column of the layer.
    #[must_use]
    pub fn layer(self, code: Option<&str>) -> Layer {
        let Self::Acled = self else {
            return match (self, code) {
                (Self::Sahelscope, Some(name)) => Layer::from_name(name),
                (Self::Sahelscope, None) => Layer::Context,
                _ => Layer::Incident,
            };
        };
        let is_one_of = |list: &[&str]| {
            code.is_some_and(|code| {
                list.iter()
                    .any(|known| known.eq_ignore_ascii_case(code.trim()))
            })
        };
        if is_one_of(&ACLED_DEPLOYMENTS) {
            Layer::Deployment
        } else if is_one_of(&ACLED_CONTEXT) {
            Layer::Context
        } else {
            Layer::Incident
        }
    }

    /// How finely a date is known. Only ACLED needs to say it: the others write intervals.
    #[must_use]
    pub fn date_code(self, code: Option<&str>) -> DateCode {
        match (self, code.map(str::trim)) {
            (Self::Acled, Some("1") | None) => DateCode::AsWritten,
            (Self::Acled, Some("2")) => DateCode::Week,
            (Self::Acled, Some("3")) => DateCode::Month,
            (Self::Acled, Some(_)) => DateCode::Unknown,
            _ => DateCode::AsWritten,
        }
    }

    /// The columns that it counts people in.
    #[must_use]
    pub const fn counted(self) -> &'static [&'static str] {
        match self {
            Self::Acled => &["fatalities"],
            Self::UcdpGed => &["best", "low", "high"],
            _ => &[],
        }
    }

    /// How well a place is known, and the radius in kilometres where the code book states one;
    /// `None` when it has no such code.
    #[must_use]
    pub fn place_code(self, code: &str) -> Option<(PlacePrecision, Option<f64>)> {
        use PlacePrecision as P;
        Some(match (self, code.trim()) {
            (Self::Acled, "1") => (P::Town, None),
            (Self::UcdpGed, "1") => (P::Site, None),
            (Self::UcdpGed, "2") => (P::Area, Some(25.0)),
            (Self::Acled, "2") | (Self::UcdpGed, "3") => (P::Area, None),
            (Self::Acled, "3") | (Self::UcdpGed, "4" | "5") => (P::Region, None),
            (Self::UcdpGed, "6") => (P::Country, None),
            (Self::UcdpGed, "7") => (P::Unknown, None),
            (Self::Acled | Self::UcdpGed, _) => return None,
            (_, name) => (P::from_name(name)?, None),
        })
    }
}

/// UCDP's type of violence in words; `None` for a code that it does not have.
#[must_use]
pub fn type_of_violence(code: &str) -> Option<Localised> {
    let [en, fr, ar] = match code.trim() {
        "1" => [
            "State-based violence",
            "Violence étatique",
            "عنف تشارك فيه الدولة",
        ],
        "2" => [
            "Non-state violence",
            "Violence non étatique",
            "عنف بين أطراف غير حكومية",
        ],
        "3" => [
            "One-sided violence",
            "Violence unilatérale",
            "عنف أحادي الجانب",
        ],
        _ => return None,
    };
    Some(localised(en, fr, ar))
}

/// What a number of deaths is called.
#[must_use]
pub fn deaths() -> Localised {
    localised("deaths", "morts", "قتلى")
}

/// What the best estimate of a number of deaths is called.
#[must_use]
pub fn deaths_best() -> Localised {
    localised(
        "deaths (best estimate)",
        "morts (meilleure estimation)",
        "قتلى (أفضل تقدير)",
    )
}

fn localised(en: &str, fr: &str, ar: &str) -> Localised {
    Localised::english(en).with(Lang::Fr, fr).with(Lang::Ar, ar)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sub_events_of_acled_fall_into_layers_by_the_rule() {
        let layer = |code| Preset::Acled.layer(Some(code));
        assert_eq!(layer("Headquarters or base established"), Layer::Deployment);
        assert_eq!(layer("Agreement"), Layer::Context);
        assert_eq!(layer("Non-violent transfer of territory"), Layer::Context);
        assert_eq!(layer("Armed clash"), Layer::Incident);
    }

    #[test]
    fn precision_of_place_follows_each_code_book() {
        let code = |preset: Preset, code| preset.place_code(code).map(|(word, _)| word.name());
        assert_eq!(code(Preset::Acled, "2"), Some("area"));
        assert_eq!(code(Preset::UcdpGed, "1"), Some("site"));
        assert_eq!(code(Preset::UcdpGed, "7"), Some("unknown"));
        assert_eq!(code(Preset::UcdpGed, "9"), None);
        assert_eq!(code(Preset::Sahelscope, "town"), Some("town"));
    }
}
