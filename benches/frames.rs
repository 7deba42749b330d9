//! The CPU time of one frame of the whole interface on the bundled records, without a window:
//! panels, timeline, marks and map, first laid out, then tessellated. What a renderer adds is not
//! in it. `cargo bench --bench frames`; for files of one's own there is `sahelscope bench frames`.

#![allow(
    clippy::unwrap_used,
    reason = "a benchmark stops at the first surprise"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Event, Key, Modifiers, vec2};
use sahelscope::app::Headless;

/// The window that figures are quoted for, in points.
const SIZE: egui::Vec2 = vec2(1280.0, 800.0);

fn key(key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    vec![event(true), event(false)]
}

fn frames(criterion: &mut Criterion) {
    let mut program = Headless::new(SIZE).unwrap();
    let mut group = criterion.benchmark_group("frame");
    group.bench_function("still", |bencher| {
        bencher.iter(|| program.frame(Vec::new()));
    });
    // A month, so that each step later shows other marks and other bars.
    program.frame(key(Key::Home));
    let mut forward = true;
    let mut steps = 0;
    group.bench_function("scrub", |bencher| {
        bencher.iter(|| {
            steps += 1;
            if steps % 48 == 0 {
                forward = !forward;
            }
            let arrow = if forward {
                Key::ArrowRight
            } else {
                Key::ArrowLeft
            };
            program.frame(key(arrow))
        });
    });
    let ctx = program.context().clone();
    group.bench_function("tessellate", |bencher| {
        bencher.iter_batched(
            || program.frame(Vec::new()),
            |output| ctx.tessellate(output.shapes, output.pixels_per_point),
            criterion::BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, frames);
criterion_main!(benches);
