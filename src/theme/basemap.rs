//! The colours of the map under the marks: an atlas page, muted so that marks stand out.

use super::{Colour, Shade};

/// One shade's colours of the basemap.
#[derive(Clone, Debug, PartialEq)]
pub struct BasemapPalette {
    /// Seas and oceans.
    pub sea: Colour,
    /// Land.
    pub land: Colour,
    /// The line between land and sea.
    pub coast: Colour,
    /// Lakes and wide rivers.
    pub lake: Colour,
    /// The line around lakes and wide rivers.
    pub shore: Colour,
    /// Rivers and canals.
    pub river: Colour,
    /// Rivers that run for part of the year.
    pub wadi: Colour,

    /// Forest, scrub, farmland.
    pub green: Colour,
    /// Sand and bare ground.
    pub bare: Colour,
    /// Towns.
    pub urban: Colour,
    /// Airfields and military ground.
    pub apron: Colour,
    /// Footprints of buildings.
    pub building: Colour,

    /// Borders of countries.
    pub country_border: Colour,
    /// The soft band along them.
    pub country_band: Colour,
    /// Borders of regions.
    pub region_border: Colour,

    /// Trunk roads.
    pub major_road: Colour,
    /// Other roads.
    pub minor_road: Colour,
    /// The edges of roads.
    pub road_casing: Colour,
    /// Railways.
    pub rail: Colour,

    /// Names of countries.
    pub country_name: Colour,
    /// Names of regions.
    pub region_name: Colour,
    /// Names of cities and towns.
    pub town_name: Colour,
    /// Names of villages.
    pub village_name: Colour,
    /// Names of waters.
    pub water_name: Colour,
    /// Names of airports.
    pub airport_name: Colour,
    /// The edge that lifts a name off the map.
    pub halo: Colour,
    /// The dot of a locality.
    pub town_dot: Colour,

    /// How strongly relief is seen, 0 to 1.
    pub relief_strength: f32,
}

impl BasemapPalette {
    /// Returns the colours of a shade.
    #[must_use]
    pub const fn of(shade: Shade) -> &'static Self {
        match shade {
            Shade::Light => &LIGHT,
            Shade::Dark => &DARK,
        }
    }
}

const fn rgb(hex: u32) -> Colour {
    Colour::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// By day: a printed page.
pub const LIGHT: BasemapPalette = BasemapPalette {
    sea: rgb(0x00CB_DCE4),
    land: rgb(0x00F5_F1E8),
    coast: rgb(0x0095_B2C1),
    lake: rgb(0x00BB_D4E0),
    shore: rgb(0x0092_B6C8),
    river: rgb(0x0083_AEC4),
    wadi: rgb(0x00A9_C3CF),
    green: rgb(0x00E6_EAD6),
    bare: rgb(0x00F3_EBDA),
    urban: rgb(0x00EA_E3D9),
    apron: rgb(0x00E6_E0E3),
    building: rgb(0x00DD_D4C8),
    country_border: rgb(0x0096_8494),
    country_band: Colour::from_rgba_premultiplied(33, 26, 32, 44),
    region_border: rgb(0x00BD_B0B2),
    major_road: rgb(0x00E9_C99F),
    minor_road: rgb(0x00FF_FDF9),
    road_casing: rgb(0x00D3_C5B3),
    rail: rgb(0x00A5_9C98),
    country_name: rgb(0x0077_6575),
    region_name: rgb(0x009A_8B8E),
    town_name: rgb(0x0038_3430),
    village_name: rgb(0x0062_5C55),
    water_name: rgb(0x003F_7592),
    airport_name: rgb(0x006A_5F86),
    halo: rgb(0x00F9_F6F0),
    town_dot: rgb(0x0055_4E47),
    relief_strength: 0.6,
};

/// By night: the same page on slate.
pub const DARK: BasemapPalette = BasemapPalette {
    sea: rgb(0x0010_1920),
    land: rgb(0x001F_2529),
    coast: rgb(0x0034_4854),
    lake: rgb(0x001A_3340),
    shore: rgb(0x0033_586B),
    river: rgb(0x0037_6379),
    wadi: rgb(0x002C_444F),
    green: rgb(0x0021_2A27),
    bare: rgb(0x0025_2927),
    urban: rgb(0x0029_2D30),
    apron: rgb(0x002B_2C34),
    building: rgb(0x0031_3538),
    country_border: rgb(0x0084_7683),
    country_band: Colour::from_rgba_premultiplied(26, 21, 27, 40),
    region_border: rgb(0x0049_474E),
    major_road: rgb(0x006B_5639),
    minor_road: rgb(0x0039_3E42),
    road_casing: rgb(0x0015_191C),
    rail: rgb(0x0057_585C),
    country_name: rgb(0x00B5_A3B3),
    region_name: rgb(0x0087_7F87),
    town_name: rgb(0x00DD_D8CF),
    village_name: rgb(0x00A9_A59E),
    water_name: rgb(0x0076_A9C2),
    airport_name: rgb(0x00A9_9CC6),
    halo: rgb(0x0015_1A1E),
    town_dot: rgb(0x00B9_B3A9),
    relief_strength: 2.0,
};

/// How the name of something on the map is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelLook {
    /// Size of the text in points.
    pub size: f32,
    /// Whether it is set in the stronger weight.
    pub strong: bool,
    /// Extra space between Latin letters in points; joined scripts take none.
    pub spacing: f32,
    /// Whether it is set in capitals, where the script has them.
    pub capitals: bool,
}

/// The looks of names.
pub mod label_look {
    use super::LabelLook;

    const fn look(size: f32, strong: bool, spacing: f32) -> LabelLook {
        LabelLook {
            size,
            strong,
            spacing,
            capitals: spacing >= 1.0,
        }
    }

    /// A country.
    pub const COUNTRY: LabelLook = look(15.0, true, 2.5);
    /// A region.
    pub const REGION: LabelLook = look(12.5, true, 1.0);
    /// A capital.
    pub const CAPITAL: LabelLook = look(15.0, true, 0.0);
    /// A city.
    pub const CITY: LabelLook = look(14.0, true, 0.0);
    /// A town.
    pub const TOWN: LabelLook = look(12.5, false, 0.0);
    /// A village.
    pub const VILLAGE: LabelLook = look(12.5, false, 0.0);
    /// A river or lake.
    pub const WATER: LabelLook = look(12.5, false, 0.5);
    /// An airport.
    pub const AIRPORT: LabelLook = look(12.5, false, 0.0);

    /// Width of the halo around names.
    pub const HALO: f32 = 1.5;
    /// Radius of the dot of a village; towns and cities have larger ones.
    pub const DOT: f32 = 1.8;
}
