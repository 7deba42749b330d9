use super::*;
use crate::map::basemap::fixture::{SAHEL, archive, at_degrees, directory, tile};
use crate::model::Lang;
use crate::theme::{Colour, Shade};

const LIGHT: Style = Style {
    shade: Shade::Light,
    relief: false,
};
const DARK: Style = Style {
    shade: Shade::Dark,
    relief: false,
};

/// The colour of a picture at a longitude and latitude, when it shows `tile`.
fn colour_at(picture: &Pixmap, tile: TileAddress, position: [f64; 2]) -> Colour {
    let pixel = |unit: f64, index: u32| {
        ((unit * tile.side() - f64::from(index)) * f64::from(picture.width())) as u32
    };
    let pixel = picture
        .pixel(pixel(position[0], tile.x), pixel(position[1], tile.y))
        .unwrap();
    Colour::from_rgb(pixel.red(), pixel.green(), pixel.blue())
}

/// The colour that a tile of a zoom shows at a longitude and latitude.
fn probe(longitude: f64, latitude: f64, zoom: u8, style: Style) -> Colour {
    let basemap = Basemap::embedded().unwrap();
    let (address, position) = at_degrees(longitude, latitude, zoom);
    let picture = basemap.raster_tile(address, 512, 2.0, style).unwrap();
    colour_at(&picture, address, position)
}

#[test]
fn sea_is_sea_and_land_is_land_in_both_shades_at_every_zoom() {
    for style in [LIGHT, DARK] {
        for zoom in [1, 4, 7, 10, 13] {
            assert_eq!(
                probe(-19.0, 11.3, zoom, style),
                style.palette().sea,
                "zoom {zoom}"
            );
            assert_eq!(
                probe(-1.7, 20.3, zoom, style),
                style.palette().land,
                "zoom {zoom}"
            );
        }
    }
}

#[test]
fn the_niger_at_segou_is_water_from_zoom_10_to_13_and_the_town_is_not() {
    for zoom in 10..=13 {
        assert_eq!(
            probe(-6.253, 13.473, zoom, LIGHT),
            LIGHT.palette().lake,
            "zoom {zoom}"
        );
        assert_eq!(
            probe(-6.259, 13.440, zoom, LIGHT),
            LIGHT.palette().land,
            "zoom {zoom}"
        );
    }
}

#[test]
fn lake_debo_is_water() {
    assert_eq!(probe(-4.1, 15.32, 9, LIGHT), LIGHT.palette().lake);
}

#[test]
fn a_tile_enlarged_to_zoom_13_has_sharp_edges() {
    let basemap = Basemap::embedded().unwrap();
    let (address, _) = at_degrees(-6.253, 13.473, 13);
    let picture = basemap.raster_tile(address, 512, 1.0, LIGHT).unwrap();
    let palette = LIGHT.palette();
    let pure = [palette.lake, palette.land, palette.river]
        .map(|flat| colour(flat).premultiply().to_color_u8());
    let blurred = picture
        .pixels()
        .iter()
        .filter(|pixel| !pure.contains(pixel))
        .count();
    assert!(
        blurred * 50 < picture.pixels().len(),
        "{blurred} pixels are neither water nor land"
    );
}

#[test]
fn relief_shades_the_land_and_leaves_the_sea() {
    let style = Style {
        relief: true,
        ..LIGHT
    };
    assert_eq!(probe(-19.0, 11.3, 6, style), LIGHT.palette().sea);
    let basemap = Basemap::embedded().unwrap();
    let (address, _) = at_degrees(6.0, 23.0, 6);
    let picture = basemap.raster_tile(address, 256, 1.0, style).unwrap();
    let mut shades: Vec<_> = picture.pixels().iter().map(|pixel| pixel.green()).collect();
    shades.sort_unstable();
    shades.dedup();
    assert!(shades.len() > 20, "the Hoggar is flat");
}

#[test]
fn a_view_shows_the_same_as_its_tiles() {
    let basemap = Basemap::embedded().unwrap();
    let (address, _) = at_degrees(-4.2, 14.5, 8);
    let centre = [
        (f64::from(address.x) + 0.5) / address.side(),
        (f64::from(address.y) + 0.5) / address.side(),
    ];
    let view = basemap
        .raster_view(&PixelFrame::of_view(centre, 8.0, [256, 256], 1.0), LIGHT)
        .unwrap();
    let alone = basemap.raster_tile(address, 256, 1.0, LIGHT).unwrap();
    assert!(view.data() == alone.data());
}

#[test]
fn the_same_tile_is_drawn_the_same_every_time() {
    let basemap = Basemap::embedded().unwrap();
    let (address, _) = at_degrees(-3.0, 16.7, 7);
    let style = Style {
        relief: true,
        ..DARK
    };
    let draw = || basemap.raster_tile(address, 384, 1.5, style).unwrap();
    assert!(draw().data() == draw().data());
}

#[test]
fn towns_of_the_records_are_named_in_three_languages() {
    let basemap = Basemap::embedded().unwrap();
    let towns = [
        ("Bamako", -7.975_22, 12.609_15, "باماكو"),
        ("Ségou", -6.259_47, 13.440_32, "سيغو"),
        ("Mopti", -4.182_96, 14.484_3, "موبتي"),
        ("Timbuktu", -3.007_42, 16.773_48, "تمبكتو"),
        ("Gao", -0.044_72, 16.271_67, "غاو"),
        ("Kidal", 1.409_21, 18.443_45, "كيدال"),
        ("Bandiagara", -3.610_38, 14.350_05, "باندياغارا"),
        ("Bankass", -3.515_94, 14.077_5, "بانكاس"),
        ("Djenné", -4.5542, 13.9061, "جينيه"),
    ];
    for (name, longitude, latitude, arabic) in towns {
        let (address, _) = at_degrees(longitude, latitude, 11);
        let labels = basemap.labels(address);
        let named = labels.iter().find(|label| &**label.text(Lang::En) == name);
        let label = named.unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!(&**label.text(Lang::Ar), arabic);
    }
    let (address, _) = at_degrees(-3.007_42, 16.773_48, 9);
    let labels = basemap.labels(address);
    assert!(
        labels
            .iter()
            .any(|label| &**label.text(Lang::Fr) == "Tombouctou")
    );
}

#[test]
fn an_own_archive_is_drawn_where_it_is_deeper_and_the_embedded_one_elsewhere() {
    let own = archive(&directory(&[(0, 1, 0, 0)]), &[], &[]);
    let basemap = Basemap::with_archive(own).unwrap();
    // The own archive has an empty tile for the whole world, which the embedded one surpasses in Mali.
    assert_eq!(
        basemap.deepest(tile(9, 249, 234)),
        Some((1, tile(9, 249, 234)))
    );
    assert_eq!(basemap.deepest(tile(0, 0, 0)), Some((0, tile(0, 0, 0))));
    assert_eq!(basemap.max_zoom(), 19);
}

#[test]
fn an_own_archive_that_is_damaged_inside_still_gives_a_map() {
    let mut bytes = SAHEL.to_vec();
    let length = bytes.len();
    bytes[10_000..length]
        .iter_mut()
        .step_by(97)
        .for_each(|byte| *byte ^= 0x55);
    let basemap = Basemap::with_archive(bytes).unwrap();
    let frame = PixelFrame::of_view([0.48, 0.46], 5.0, [300, 200], 1.0);
    assert!(basemap.raster_view(&frame, LIGHT).is_some());
}
