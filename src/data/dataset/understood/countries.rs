//! Roughly where countries of West Africa and its neighbours lie: to doubt places that are nowhere near the country
//! that their record names, and never to move any.

use geo::Point;

/// A country: its names and codes, folded to small letters, and its westernmost, southernmost, easternmost and
/// northernmost degree.
struct Country {
    names: &'static [&'static str],
    bounds: [f64; 4],
}

const COUNTRIES: [Country; 18] = [
    Country {
        names: &["mali", "mli", "ml", "مالي"],
        bounds: [-12.3, 10.1, 4.3, 25.0],
    },
    Country {
        names: &["niger", "ner", "ne", "النيجر"],
        bounds: [0.1, 11.6, 16.0, 23.6],
    },
    Country {
        names: &["burkina faso", "bfa", "bf", "بوركينا فاسو"],
        bounds: [-5.6, 9.4, 2.5, 15.1],
    },
    Country {
        names: &["mauritania", "mauritanie", "mrt", "mr", "موريتانيا"],
        bounds: [-17.1, 14.7, -4.8, 27.4],
    },
    Country {
        names: &["algeria", "algérie", "dza", "dz", "الجزائر"],
        bounds: [-8.7, 18.9, 12.0, 37.2],
    },
    Country {
        names: &["senegal", "sénégal", "sen", "sn", "السنغال"],
        bounds: [-17.6, 12.3, -11.3, 16.7],
    },
    Country {
        names: &["guinea", "guinée", "gin", "gn", "غينيا"],
        bounds: [-15.1, 7.1, -7.6, 12.7],
    },
    Country {
        names: &[
            "ivory coast",
            "côte d'ivoire",
            "côte d’ivoire",
            "cote d'ivoire",
            "civ",
            "ci",
            "ساحل العاج",
            "كوت ديفوار",
        ],
        bounds: [-8.7, 4.3, -2.4, 10.8],
    },
    Country {
        names: &["ghana", "gha", "gh", "غانا"],
        bounds: [-3.3, 4.7, 1.3, 11.2],
    },
    Country {
        names: &["togo", "tgo", "tg", "توغو"],
        bounds: [-0.2, 6.0, 1.9, 11.2],
    },
    Country {
        names: &["benin", "bénin", "ben", "bj", "بنين"],
        bounds: [0.7, 6.2, 3.9, 12.5],
    },
    Country {
        names: &["nigeria", "nigéria", "nga", "ng", "نيجيريا"],
        bounds: [2.6, 4.2, 14.7, 13.9],
    },
    Country {
        names: &["chad", "tchad", "tcd", "td", "تشاد"],
        bounds: [13.4, 7.4, 24.1, 23.5],
    },
    Country {
        names: &["libya", "libye", "lby", "ly", "ليبيا"],
        bounds: [9.3, 19.5, 25.2, 33.2],
    },
    Country {
        names: &["sudan", "soudan", "sdn", "sd", "السودان"],
        bounds: [21.8, 8.6, 38.7, 22.3],
    },
    Country {
        names: &["cameroon", "cameroun", "cmr", "cm", "الكاميرون"],
        bounds: [8.4, 1.6, 16.3, 13.1],
    },
    Country {
        names: &[
            "central african republic",
            "république centrafricaine",
            "caf",
            "cf",
            "جمهورية أفريقيا الوسطى",
        ],
        bounds: [14.4, 2.2, 27.5, 11.1],
    },
    Country {
        names: &["ukraine", "ukr", "ua", "أوكرانيا"],
        bounds: [22.1, 44.3, 40.3, 52.4],
    },
];

/// Degrees beyond its bounds that still count as the country.
const MARGIN: f64 = 0.5;

/// Whether a point may lie in the country called `name`; `None` where nothing is known of it.
pub(super) fn may_lie_in(name: &str, point: Point<f64>) -> Option<bool> {
    let name = name.trim().to_lowercase();
    let country = COUNTRIES
        .iter()
        .find(|country| country.names.contains(&name.as_str()))?;
    let [west, south, east, north] = country.bounds;
    let is_across = (west - MARGIN..=east + MARGIN).contains(&point.x());
    Some(is_across && (south - MARGIN..=north + MARGIN).contains(&point.y()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_by_its_names_and_codes() {
        let bamako = Point::new(-8.0, 12.64);
        for name in ["Mali", " MLI ", "مالي"] {
            assert_eq!(may_lie_in(name, bamako), Some(true), "{name}");
        }
        assert_eq!(may_lie_in("Niger", bamako), Some(false));
        assert_eq!(may_lie_in("Atlantis", bamako), None);
    }
}
