//! The code books: what the codes of each dataset mean in the profile.

use std::borrow::Cow;

use jiff::{Span, civil::Date};

use super::Preset;
use crate::model::{Lang, Layer, Localised, PlacePrecision, written_date::coarsened};

/// Sub-events of ACLED that establish a base.
const ACLED_DEPLOYMENTS: [&str; 1] = ["headquarters or base established"];
/// Sub-events of ACLED in which nothing happened to people.
const ACLED_CONTEXT: [&str; 3] = [
    "non-violent transfer of territory",
    "agreement",
    "change to group/activity",
];

/// What columns of a dataset count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What is counted, in the languages of the program: English, French, Arabic.
    what: [&'static str; 3],
    /// The column of the least number, of which there may be an older name.
    low: [&'static str; 2],
    /// The same of the greatest.
    high: [&'static str; 2],
}

impl Counted {
    /// What one column counts.
    pub(super) const fn exactly(what: [&'static str; 3], column: &'static str) -> Self {
        Self::between(what, [column, column], [column, column])
    }

    /// What lies between two columns, each with its older name.
    pub(super) const fn between(
        what: [&'static str; 3],
        low: [&'static str; 2],
        high: [&'static str; 2],
    ) -> Self {
        Self { what, low, high }
    }

    /// What is counted.
    #[must_use]
    pub fn what(&self) -> Localised {
        let [en, fr, ar] = self.what;
        localised(en, fr, ar)
    }

    /// The names of the column of the least number.
    #[must_use]
    pub const fn low(&self) -> [&'static str; 2] {
        self.low
    }

    /// The names of the column of the greatest number.
    #[must_use]
    pub const fn high(&self) -> [&'static str; 2] {
        self.high
    }

    /// Whether one of the columns is called `name`.
    #[must_use]
    pub fn is_in(&self, name: &str) -> bool {
        self.low.contains(&name) || self.high.contains(&name)
    }
}

/// Words for what is counted.
pub(super) const DEATHS: [&str; 3] = ["deaths", "morts", "قتلى"];
/// The best estimate of them.
pub(super) const DEATHS_BEST: [&str; 3] = [
    "deaths (best estimate)",
    "morts (meilleure estimation)",
    "قتلى (أفضل تقدير)",
];
/// Events that are counted together.
pub(super) const EVENTS: [&str; 3] = ["events", "événements", "أحداث"];
/// People who came to harm in an incident.
pub(super) const KILLED: [&str; 3] = ["killed", "tués", "قتلى"];
/// Injured.
pub(super) const INJURED: [&str; 3] = ["injured", "blessés", "جرحى"];
/// Kidnapped.
pub(super) const KIDNAPPED: [&str; 3] = ["kidnapped", "enlevés", "مخطوفون"];
/// Arrested.
pub(super) const ARRESTED: [&str; 3] = ["arrested", "arrêtés", "موقوفون"];
/// Health workers.
pub(super) const HEALTH_KILLED: [&str; 3] = [
    "health workers killed",
    "soignants tués",
    "قتلى من العاملين الصحيين",
];
/// Health workers injured.
pub(super) const HEALTH_INJURED: [&str; 3] = [
    "health workers injured",
    "soignants blessés",
    "جرحى من العاملين الصحيين",
];
/// Health workers kidnapped.
pub(super) const HEALTH_KIDNAPPED: [&str; 3] = [
    "health workers kidnapped",
    "soignants enlevés",
    "مخطوفون من العاملين الصحيين",
];
/// Health workers arrested.
pub(super) const HEALTH_ARRESTED: [&str; 3] = [
    "health workers arrested",
    "soignants arrêtés",
    "موقوفون من العاملين الصحيين",
];
/// Aid workers killed.
pub(super) const AID_KILLED: [&str; 3] = [
    "aid workers killed",
    "humanitaires tués",
    "قتلى من عمال الإغاثة",
];
/// Aid workers injured.
pub(super) const AID_INJURED: [&str; 3] = [
    "aid workers injured",
    "humanitaires blessés",
    "جرحى من عمال الإغاثة",
];
/// Aid workers kidnapped.
pub(super) const AID_KIDNAPPED: [&str; 3] = [
    "aid workers kidnapped",
    "humanitaires enlevés",
    "مخطوفون من عمال الإغاثة",
];
/// Aid workers arrested.
pub(super) const AID_ARRESTED: [&str; 3] = [
    "aid workers arrested",
    "humanitaires arrêtés",
    "موقوفون من عمال الإغاثة",
];
/// Living things that were seen.
pub(super) const INDIVIDUALS: [&str; 3] = ["individuals", "individus", "أفراد"];

/// How finely a date is known, by a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateCode {
    /// As it is written.
    AsWritten,
    /// Within three days of it.
    Week,
    /// Somewhere in its calendar month.
    Month,
    /// On its day, whatever time of day stands behind it.
    Day,
    /// In its year.
    Year,
    /// In its ten years.
    Decade,
    /// All of the month that it begins, from the first day to the last.
    WholeMonth,
    /// All of the week that begins with it.
    WholeWeek,
    /// The code book has no such code.
    Unknown,
}

impl DateCode {
    /// The EDTF of a date that is known as finely as the code says; `None` where there is no such code.
    #[must_use]
    pub fn applied(self, edtf: &str) -> Option<Cow<'_, str>> {
        let cut = |length: usize| match edtf.get(..length) {
            // What is shorter is coarser already.
            Some(part) if part.bytes().all(|it| it.is_ascii_digit() || it == b'-') => part,
            _ => edtf,
        };
        let last = |first: &str, days: i64| {
            let first: Date = first.parse().ok()?;
            let last = first.checked_add(Span::new().days(days)).ok()?;
            Some(Cow::Owned(format!("{first}/{last}")))
        };
        match self {
            Self::Unknown => None,
            // An interval says by itself how finely it is known.
            _ if edtf.contains('/') => Some(Cow::Borrowed(edtf)),
            Self::AsWritten => Some(Cow::Borrowed(edtf)),
            Self::Week => Some(coarsened(edtf, false)),
            Self::Month => Some(Cow::Borrowed(cut(7))),
            Self::Day => Some(Cow::Borrowed(cut(10))),
            Self::Year => Some(Cow::Borrowed(cut(4))),
            Self::Decade => Some(Cow::Owned(format!("{}X", cut(3)))),
            Self::WholeMonth => {
                let first = format!("{}-01", cut(7));
                let days = first.parse::<Date>().map(Date::days_in_month);
                last(&first, i64::from(days.ok()?) - 1).or(Some(Cow::Borrowed(edtf)))
            }
            Self::WholeWeek => last(edtf, 6).or(Some(Cow::Borrowed(edtf))),
        }
    }
}

impl Preset {
    /// The layer of an event; `code` is what stands in the column of the layer.
    #[must_use]
    pub fn layer(self, code: Option<&str>) -> Layer {
        let code = code.map(str::trim).filter(|code| !code.is_empty());
        let own = |code: Option<&str>| code.map_or(Layer::Context, Layer::from_name);
        match self {
            Self::Acled | Self::AcledWeekly => acled_layer(code),
            Self::Sahelscope | Self::ThreeW | Self::Usgs => own(code),
            // Of the four classes of events the last is that of material conflict.
            Self::Gdelt if code == Some("4") => Layer::Incident,
            Self::Telegram => Layer::from_name("lead"),
            Self::Gdelt
            | Self::LinkedPlaces
            | Self::DarwinCore
            | Self::OpenHistoricalMap
            | Self::Wikidata => Layer::Context,
            Self::AcledMonthly
            | Self::UcdpGed
            | Self::TimeMap
            | Self::GeoConfirmed
            | Self::InsecurityInsight => Layer::Incident,
        }
    }

    /// How finely a date is known; `code` is what stands in the column for that. Some datasets count by week or month
    /// and need no code.
    #[must_use]
    pub fn date_code(self, code: Option<&str>) -> DateCode {
        match (self, code.map(str::trim).filter(|code| !code.is_empty())) {
            (Self::AcledMonthly, _) => DateCode::WholeMonth,
            (Self::AcledWeekly, _) => DateCode::WholeWeek,
            (Self::Acled, Some("1") | None) | (Self::Wikidata, Some("12" | "13" | "14") | None) => {
                DateCode::AsWritten
            }
            (Self::Acled, Some("2")) => DateCode::Week,
            (Self::Acled, Some("3")) | (Self::Wikidata, Some("10")) => DateCode::Month,
            (Self::Wikidata, Some("11")) => DateCode::Day,
            (Self::Wikidata, Some("9")) => DateCode::Year,
            (Self::Wikidata, Some("8")) => DateCode::Decade,
            (Self::Acled | Self::Wikidata, Some(_)) => DateCode::Unknown,
            _ => DateCode::AsWritten,
        }
    }

    /// How well a place is known, and the radius in kilometres where the code book states one;
    /// `None` when it has no such code.
    #[must_use]
    pub fn place_code(self, code: &str) -> Option<(PlacePrecision, Option<f64>)> {
        use PlacePrecision as P;
        Some(match (self, code.trim()) {
            // Of GDELT: a country, a state, a town of the United States, a town, a region.
            (Self::Acled, "1") | (Self::Gdelt, "3" | "4") => (P::Town, None),
            (Self::UcdpGed, "1") => (P::Site, None),
            (Self::UcdpGed, "2") => (P::Area, Some(25.0)),
            (Self::Acled, "2") | (Self::UcdpGed, "3") => (P::Area, None),
            (Self::Acled, "3") | (Self::UcdpGed, "4" | "5") | (Self::Gdelt, "2" | "5") => {
                (P::Region, None)
            }
            (Self::UcdpGed, "6") | (Self::Gdelt, "1") => (P::Country, None),
            (Self::UcdpGed, "7") | (Self::Gdelt, "0") => (P::Unknown, None),
            (Self::Acled | Self::UcdpGed | Self::Gdelt, _) => return None,
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

/// The layer of an event of ACLED.
fn acled_layer(code: Option<&str>) -> Layer {
    let is_one_of = |list: &[&str]| {
        code.is_some_and(|code| list.iter().any(|known| known.eq_ignore_ascii_case(code)))
    };
    if is_one_of(&ACLED_DEPLOYMENTS) {
        Layer::Deployment
    } else if is_one_of(&ACLED_CONTEXT) {
        Layer::Context
    } else {
        Layer::Incident
    }
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
    fn a_date_is_as_fine_as_its_code_says() {
        let applied = |code: DateCode, text: &str| code.applied(text).map(Cow::into_owned);
        for (code, text, edtf) in [
            (DateCode::Week, "2023-01-31", "2023-01-31~"),
            (DateCode::Month, "2023-01-31T00:00:00Z", "2023-01"),
            (DateCode::Day, "2023-01-31T00:00:00Z", "2023-01-31"),
            (DateCode::Year, "2023-01-01", "2023"),
            (DateCode::Decade, "2023", "202X"),
            (DateCode::Month, "2023", "2023"),
            (DateCode::Month, "2022-01/2022-03", "2022-01/2022-03"),
            (DateCode::WholeMonth, "2024-02", "2024-02-01/2024-02-29"),
            (DateCode::WholeWeek, "2025-09-27", "2025-09-27/2025-10-03"),
        ] {
            assert_eq!(
                applied(code, text).as_deref(),
                Some(edtf),
                "{code:?} {text}"
            );
        }
        assert_eq!(applied(DateCode::Unknown, "2023"), None);
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
