//! Systems of reference that the places of a file may be in, by the names that formats have for them.

use geo::Coord;

use crate::{io::error::ReadErrorKind, model::crs::Crs};

/// A system that places can be read in.
#[derive(Clone, Copy, Debug)]
pub(super) struct System(Crs);

impl System {
    /// Longitudes and latitudes.
    pub(super) const DEGREES: Self = Self(Crs::DEGREES);

    /// Finds the system that a file names: `EPSG:4326`, `urn:ogc:def:crs:OGC:1.3:CRS84`, a code or a name.
    ///
    /// # Errors
    /// With the name, where it is not known.
    pub(super) fn of_name(name: &str) -> Result<Self, ReadErrorKind> {
        let known = Crs::of_name(name).or_else(|| Crs::of_code(zone(name)?));
        known.map_or_else(
            || Err(ReadErrorKind::UnknownCrs(name.into())),
            |crs| Ok(Self(crs)),
        )
    }

    /// Finds the system that well-known text describes (ISO 19162, or what went before it): its name stands first, its
    /// code last.
    ///
    /// # Errors
    /// With the name, where it is not known.
    pub(super) fn of_text(text: &str) -> Result<Self, ReadErrorKind> {
        let name = text.split('"').nth(1).unwrap_or(text).trim();
        let authority = text.rfind("AUTHORITY[").or_else(|| text.rfind("ID["));
        let code = authority.and_then(|at| text.get(at..)?.split('"').nth(3));
        let by_code = code.and_then(|code| Self::of_name(&format!("EPSG:{code}")).ok());
        by_code.map_or_else(|| Self::of_name(name), Ok)
    }

    /// Returns longitude and latitude of a place; `None` where the system has none for it.
    pub(super) fn degrees(self, x: f64, y: f64) -> Option<(f64, f64)> {
        let at = self.0.to_degrees(Coord { x, y })?;
        (at.x.is_finite() && at.y.is_finite()).then_some((at.x, at.y))
    }
}

/// The code of a zone of UTM that is called `WGS_1984_UTM_Zone_29N`.
fn zone(name: &str) -> Option<u32> {
    let name = name.to_uppercase().replace(['_', '/', ' '], "");
    let zone = name
        .strip_prefix("WGS1984UTMZONE")
        .or_else(|| name.strip_prefix("WGS84UTMZONE"))?;
    let (first, number) = match (zone.strip_suffix('N'), zone.strip_suffix('S')) {
        (Some(number), _) => (32_600, number),
        (_, Some(number)) => (32_700, number),
        _ => return None,
    };
    let number: u32 = number.parse().ok()?;
    (1..=60).contains(&number).then_some(first + number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_known_by_their_names_and_codes() {
        let texts = [
            r#"PROJCS["WGS_1984_UTM_Zone_29N",GEOGCS["GCS_WGS_1984"]]"#,
            r#"PROJCRS["WGS 84 / UTM zone 29N",ID["EPSG",32629]]"#,
            r#"PROJCS["anything",AUTHORITY["EPSG","32629"]]"#,
        ];
        for text in texts {
            let (longitude, latitude) = System::of_text(text)
                .ok()
                .and_then(|it| it.degrees(500_000.0, 1_500_000.0))
                .unwrap_or_default();
            assert!(
                (longitude + 9.0).abs() < 1e-6 && (latitude - 13.568).abs() < 1e-3,
                "{text}"
            );
        }
        let unknown = System::of_text(r#"PROJCS["My_Own_Grid",GEOGCS["GCS_WGS_1984"]]"#);
        assert!(matches!(unknown, Err(ReadErrorKind::UnknownCrs(name)) if &*name == "My_Own_Grid"));
    }
}
