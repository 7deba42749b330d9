//! The basemap's tiles in the background: nothing flashes, nothing is drawn twice, all is drawn in the end.

#![allow(clippy::expect_used, reason = "helpers of tests")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use sahelscope::map::basemap::{Basemap, BasemapTiles, Spawn, Style};
use sahelscope::theme::Shade;
use walkers::{TileId, Tiles};

const LIGHT: Style = Style {
    shade: Shade::Light,
    relief: false,
};

struct Threads;

impl Spawn for Threads {
    fn spawn(&self, name: &str, job: Box<dyn FnOnce() + Send>) {
        let builder = std::thread::Builder::new().name(name.to_owned());
        builder.spawn(job).expect("a thread");
    }
}

/// Mali at zoom 6.
const VIEW: [TileId; 4] = [
    TileId {
        x: 31,
        y: 28,
        zoom: 6,
    },
    TileId {
        x: 31,
        y: 29,
        zoom: 6,
    },
    TileId {
        x: 30,
        y: 28,
        zoom: 6,
    },
    TileId {
        x: 30,
        y: 29,
        zoom: 6,
    },
];

fn tiles() -> (egui::Context, BasemapTiles) {
    let ctx = egui::Context::default();
    let basemap = Arc::new(Basemap::embedded().expect("the embedded archives"));
    let tiles = BasemapTiles::new(&ctx, basemap, LIGHT, &Threads);
    (ctx, tiles)
}

/// One frame at a zoom, a tenth of a second after the one before; how many of the tiles had
/// something to show.
fn frame(ctx: &egui::Context, tiles: &mut BasemapTiles, zoom: f64, view: &[TileId]) -> usize {
    ctx.begin_pass(egui::RawInput {
        time: Some(ctx.input(|input| input.time) + 0.1),
        ..egui::RawInput::default()
    });
    tiles.begin_frame(ctx, zoom);
    let shown = view.iter().filter(|id| tiles.at(**id).is_some()).count();
    tiles.end_frame(ctx);
    ctx.end_pass().textures_delta.clear();
    shown
}

/// Frames until the view is complete; the fewest tiles that a frame showed.
fn settle(ctx: &egui::Context, tiles: &mut BasemapTiles, zoom: f64, view: &[TileId]) -> usize {
    let began = Instant::now();
    let mut fewest = view.len();
    loop {
        fewest = fewest.min(frame(ctx, tiles, zoom, view));
        if tiles.is_complete() {
            return fewest;
        }
        assert!(
            began.elapsed() < Duration::from_mins(1),
            "the view never settles"
        );
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn a_view_is_complete_after_a_while_and_has_names() {
    let (ctx, mut tiles) = tiles();
    settle(&ctx, &mut tiles, 6.0, &VIEW);
    assert_eq!(frame(&ctx, &mut tiles, 6.0, &VIEW), VIEW.len());
    assert!(tiles.labels().len() > 10);
}

#[test]
fn a_change_of_style_never_leaves_a_hole() {
    let (ctx, mut tiles) = tiles();
    settle(&ctx, &mut tiles, 6.0, &VIEW);
    tiles.set_style(Style {
        shade: Shade::Dark,
        relief: true,
    });
    assert!(!tiles.is_complete());
    assert_eq!(settle(&ctx, &mut tiles, 6.0, &VIEW), VIEW.len());
}

#[test]
fn zooming_in_shows_the_parent_until_the_child_is_there() {
    let (ctx, mut tiles) = tiles();
    settle(&ctx, &mut tiles, 6.0, &VIEW);
    let children = [
        TileId {
            x: 62,
            y: 56,
            zoom: 7,
        },
        TileId {
            x: 63,
            y: 57,
            zoom: 7,
        },
    ];
    assert_eq!(settle(&ctx, &mut tiles, 7.0, &children), children.len());
}

#[test]
fn a_tile_has_as_many_pixels_as_it_covers_on_the_screen() {
    let (ctx, mut tiles) = tiles();
    settle(&ctx, &mut tiles, 6.3, &VIEW);
    tiles.begin_frame(&ctx, 6.3);
    let piece = tiles.at(VIEW[0]).unwrap();
    let walkers::Tile::Raster(texture) = piece.tile;
    let expected = (256.0 * 2.0_f64.powf(0.3)).round() as usize;
    assert_eq!(texture.size(), [expected, expected]);
}

#[test]
fn tiles_beyond_the_deepest_zoom_are_drawn_too() {
    let (ctx, mut tiles) = tiles();
    let view = [TileId {
        x: 3953,
        y: 3788,
        zoom: 13,
    }];
    settle(&ctx, &mut tiles, 13.0, &view);
    assert_eq!(frame(&ctx, &mut tiles, 13.0, &view), 1);
}
