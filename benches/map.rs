//! What a frame of the map costs the processor: layout, names, marks and their triangles, without the
//! drawing of the basemap, which happens once and elsewhere.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a benchmark stops at the first surprise"
)]

use std::{hint::black_box, sync::Arc};

use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Context, RawInput, Rect, Vec2, vec2};
use sahelscope::{
    data::{Dataset, Filter, SourceFile},
    io,
    map::{MapInput, Pose, basemap::Basemap, picture::StillMap},
    model::{Lang, Window},
    query::Engine,
    session::Selection,
    text::Catalogue,
    theme::{Shade, Theme, fonts},
    work::Progress,
};
use serde_json::json;

const SIZE: Vec2 = vec2(1280.0, 800.0);

/// Points spread over Mali, one in three at one of forty towns.
fn spread(count: usize) -> Dataset {
    let mut text = String::new();
    let mut spans = Vec::with_capacity(count);
    for index in 0..count {
        let step = index as f64;
        let (x, y) = if index % 3 == 0 {
            ((step % 40.0) * 0.37, (step % 40.0) * 0.21)
        } else {
            (
                (step * 0.618_034).fract() * 16.0,
                (step * 0.754_877).fract() * 14.0,
            )
        };
        let layer = ["incident", "delivery", "deployment"]
            .get(index % 3)
            .unwrap();
        let feature = json!({
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [-12.0 + x, 10.5 + y]},
            "properties": {"layer": layer, "date": "2022", "place_precision": "town"},
        });
        let start = text.len();
        text.push_str(&feature.to_string());
        spans.push(start..text.len());
        text.push('\n');
    }
    Dataset::from_parts(vec![SourceFile::of_lines(
        "spread",
        text.into(),
        spans.into_iter().collect(),
    )])
}

fn frames(criterion: &mut Criterion, name: &str, dataset: &Arc<Dataset>) {
    let filter = Filter {
        window: Window::parse("2021/2025").unwrap(),
        ..Filter::default()
    };
    let engine = Engine::of(dataset, &filter, &Progress::unwatched()).unwrap();
    let visible = engine.visible(&filter);
    let (theme, words) = (Theme::of(Shade::Light), Catalogue::new(Lang::En));
    let basemap = Basemap::embedded().unwrap();
    let mut map = StillMap::new(
        &basemap,
        Pose {
            lon: -4.0,
            lat: 15.5,
            zoom: 6.0,
        },
    );
    let ctx = Context::default();
    fonts::install(&ctx);
    theme.apply(&ctx);
    let overlays = sahelscope::map::overlays::at_first();
    let mut frame = || {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, SIZE)),
            ..RawInput::default()
        };
        let mut output = ctx.run_ui(input, |ui| {
            let input = MapInput {
                found: &[],
                engine: &engine,
                density: None,
                dataset,
                visible: &visible,
                filter: &filter,
                selection: Selection::default(),
                theme: &theme,
                words: &words,
                overlays: &overlays,
            };
            map.show(ui, &input);
        });
        output.textures_delta.clear();
        ctx.tessellate(output.shapes, output.pixels_per_point)
    };
    frame();
    frame();
    criterion.bench_function(name, |bencher| bencher.iter(|| black_box(frame())));
}

fn bundled(criterion: &mut Criterion) {
    let dataset = Arc::new(Dataset::from_parts(vec![io::read::bundled()]));
    frames(criterion, "map/bundled", &dataset);
}

fn many(criterion: &mut Criterion) {
    frames(criterion, "map/20000", &Arc::new(spread(20_000)));
}

criterion_group!(benches, bundled, many);
criterion_main!(benches);
