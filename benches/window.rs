//! What engine and index cost: making them, and asking them about a view of the Sahel.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a benchmark stops at the first surprise"
)]

use std::{fmt::Write, hint::black_box, sync::Arc};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use sahelscope::{
    data::{Dataset, Filter, Mercator, SourceFile},
    model::{Bounds, Clock, DAY, Second, Window, bounds::iso_day},
    query::{
        Engine, RowMask, WindowResult,
        index::{CellTally, Index, MercatorRect, RunningCounts},
    },
    work::Progress,
};

const SIZES: [usize; 2] = [100_000, 1_000_000];

/// The first day of the data, and how many there are.
const FIRST_DAY: Second = 15_340;
const DAYS: u64 = 5_295;

/// What a map of 1280 by 800 points shows of the Sahel, and the level of cells some fifty points wide.
const WEST_NORTH: (f64, f64) = (-17.0, 24.0);
const EAST_SOUTH: (f64, f64) = (25.0, 8.0);
const LEVEL: u8 = 8;

/// Numbers that look random and are always the same.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % end
    }

    /// Around zero, three out of four within one.
    fn around(&mut self) -> f64 {
        (0..3)
            .map(|_| self.below(2_000) as f64 / 1_000.0 - 1.0)
            .sum()
    }
}

/// Events and presences around forty towns and everywhere, most of them dated by the day, some by month or interval.
fn made(count: usize) -> Dataset {
    let mut chance = Chance(20_261_120);
    let mut text = String::new();
    let mut spans = Vec::with_capacity(count);
    for _ in 0..count {
        let town = chance.below(40) as f64;
        let (lon, lat) = match chance.below(10) {
            0 => (
                chance.below(36_000) as f64 / 1e3 - 12.0,
                chance.below(11_000) as f64 / 1e3 + 9.5,
            ),
            _ => (
                (town * 0.91) % 36.0 - 12.0 + chance.around() / 4.0,
                (town * 0.77) % 11.0 + 9.5 + chance.around() / 4.0,
            ),
        };
        let day = (FIRST_DAY + chance.below(DAYS).cast_signed()) * DAY;
        let date = match chance.below(20) {
            0 => iso_day(day).get(..7).unwrap().to_owned(),
            1 => format!(
                "{}/{}",
                iso_day(day),
                iso_day(day + chance.below(90).cast_signed() * DAY)
            ),
            _ => iso_day(day),
        };
        let layer = *["deployment", "incident", "incident", "delivery"]
            .get(chance.below(4) as usize)
            .unwrap();
        let start = text.len();
        write!(
            text,
            r#"{{"type":"Feature","geometry":{{"type":"Point","coordinates":[{lon:.6},{lat:.6}]}},"properties":{{"layer":"{layer}","date":"{date}"}}}}"#,
        )
        .unwrap();
        spans.push(start..text.len());
        text.push('\n');
    }
    Dataset::from_parts(vec![SourceFile::of_lines(
        "made",
        text.into(),
        spans.into_iter().collect(),
    )])
}

fn rect() -> MercatorRect {
    let corner = |degrees: (f64, f64)| Mercator::of(degrees.into());
    let (first, last) = (corner(WEST_NORTH), corner(EAST_SOUTH));
    MercatorRect {
        west: first.x,
        north: first.y,
        east: last.x,
        south: last.y,
    }
}

fn window(days: Second) -> Window {
    let begin = (FIRST_DAY + 2_000) * DAY;
    Window::new(begin, begin + days * DAY - 1)
}

fn index(criterion: &mut Criterion) {
    for size in SIZES {
        let dataset = made(size);
        let columns = dataset.columns();
        let build =
            || Index::build(columns, Clock::Happened, None, &Progress::unwatched()).unwrap();
        let mut group = criterion.benchmark_group("window");
        group.sample_size(10);
        group.bench_function(BenchmarkId::new("build", size), |bencher| {
            bencher.iter(build);
        });
        let index = build();
        let cells = index.cells(LEVEL, &rect());
        group.bench_function(
            BenchmarkId::new(format!("find {} cells", cells.len()), size),
            |bencher| {
                bencher.iter(|| index.cells(LEVEL, &rect()));
            },
        );
        let running =
            RunningCounts::of_cells(&index, columns, &cells, &Progress::unwatched()).unwrap();
        let mut tally = CellTally::default();
        for days in [30, 1_826] {
            let query = index.query(window(days));
            group.bench_function(
                BenchmarkId::new(format!("count {days} days"), size),
                |bencher| {
                    bencher.iter(|| index.count(&cells, &query, black_box(&mut tally)));
                },
            );
            group.bench_function(
                BenchmarkId::new(format!("running count {days} days"), size),
                |bencher| {
                    bencher.iter(|| running.count(&index, &query, black_box(&mut tally)));
                },
            );
            group.bench_function(
                BenchmarkId::new(format!("totals {days} days"), size),
                |bencher| {
                    bencher.iter(|| index.totals(black_box(&query)));
                },
            );
        }
        let all = Bounds::new(FIRST_DAY * DAY, (FIRST_DAY + DAYS.cast_signed()) * DAY);
        let edges: Vec<Second> = (0..=400).map(|bin| all.earliest + bin * 13 * DAY).collect();
        let query = index.query(Window::ALL);
        group.bench_function(
            BenchmarkId::new("histogram of all, 400 bins", size),
            |bencher| {
                bencher.iter(|| index.histogram(&edges, &query, None));
            },
        );
        group.bench_function(
            BenchmarkId::new("histogram of the view, 400 bins", size),
            |bencher| {
                bencher.iter(|| index.histogram(&edges, &query, Some(&cells)));
            },
        );
        group.finish();
    }
}

/// Records of which an engine is made at once: those inside the program, and the most.
const FEW: [usize; 3] = [61, 5_000, 10_000];

/// Making an engine, and beside it what a frame did for each new filter and window while it looked through
/// few records itself.
fn ready(criterion: &mut Criterion) {
    for size in FEW {
        let dataset = Arc::new(made(size));
        let mut group = criterion.benchmark_group("ready");
        let typed = Filter {
            text: "incident".to_owned(),
            ..Filter::default()
        };
        for (name, filter) in [("all", Filter::default()), ("typed", typed)] {
            group.bench_function(BenchmarkId::new(name, size), |bencher| {
                bencher.iter(|| {
                    Engine::of(&dataset, black_box(&filter), &Progress::unwatched()).unwrap()
                });
            });
            group.bench_function(
                BenchmarkId::new(format!("looked through, {name}"), size),
                |bencher| {
                    bencher.iter(|| {
                        let matching =
                            RowMask::of(&dataset, black_box(&filter), &Progress::unwatched())
                                .unwrap();
                        WindowResult::among(&dataset, &filter, &matching)
                    });
                },
            );
        }
        group.finish();
    }
}

/// A frame's questions to an engine that lists every record and to one that counts them.
fn plans(criterion: &mut Criterion) {
    for size in FEW {
        let dataset = Arc::new(made(size));
        let filter = Filter {
            window: window(1_826),
            ..Filter::default()
        };
        let engine = || Engine::of(&dataset, &filter, &Progress::unwatched()).unwrap();
        let plans = [("list", engine()), ("count", engine().listing_at_most(0))];
        let mut group = criterion.benchmark_group("plans");
        for (name, engine) in plans {
            group.bench_function(BenchmarkId::new(name, size), |bencher| {
                bencher.iter(|| engine.visible(black_box(&filter)));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, ready, plans, index);
criterion_main!(benches);
