//! The CPU time of one frame of the whole interface on the bundled records, without a window:
//! panels, timeline, marks and map, first laid out, then tessellated. What a renderer adds is not
//! in it. `cargo bench --bench frames`

#![allow(
    clippy::unwrap_used,
    reason = "a benchmark stops at the first surprise"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Context, Event, FullOutput, Key, Modifiers, RawInput, Rect, pos2, vec2};
use sahelscope::{
    app::App,
    settings::{Loaded, Settings},
};

/// The window that figures are quoted for, in points.
const SIZE: egui::Vec2 = vec2(1280.0, 800.0);
/// Frames until fonts, tiles and layout have settled.
const SETTLING: usize = 120;
const FRAME_SECONDS: f64 = 1.0 / 60.0;

/// The program and the clock that its frames see.
struct Program {
    ctx: Context,
    app: App,
    frame: eframe::Frame,
    seconds: f64,
}

impl Program {
    fn settled() -> Self {
        let ctx = Context::default();
        let settings = Settings {
            language: Some("en".to_owned()),
            ..Settings::default()
        };
        let loaded = Loaded {
            settings,
            set_aside: None,
        };
        let app = App::new(&ctx, loaded, None).unwrap();
        let mut program = Self {
            ctx,
            app,
            frame: eframe::Frame::_new_kittest(),
            seconds: 0.0,
        };
        for _ in 0..SETTLING {
            program.frame(Vec::new());
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        program
    }

    fn frame(&mut self, events: Vec<Event>) -> FullOutput {
        self.seconds += FRAME_SECONDS;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), SIZE)),
            time: Some(self.seconds),
            focused: true,
            events,
            ..RawInput::default()
        };
        let Self {
            ctx, app, frame, ..
        } = self;
        let mut output = ctx.run_ui(input, |ui| {
            eframe::App::logic(app, &ui.ctx().clone(), frame);
            eframe::App::ui(app, ui, frame);
        });
        output.textures_delta.clear();
        output
    }
}

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
    let mut program = Program::settled();
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
    let ctx = program.ctx.clone();
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
