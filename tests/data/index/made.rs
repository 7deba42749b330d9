//! Made-up records of every kind.

use proptest::prelude::*;
use sahelscope::{
    data::{Dataset, Mercator, SourceFile},
    model::{Clock, DAY, Second, Window, bounds::iso_day},
    query::{
        RowMask,
        index::{Index, MercatorRect},
    },
    work::Progress,
};
use serde_json::{Value, json};

/// A record as a file would hold it.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) layer: &'static str,
    pub(crate) kind: Option<&'static str>,
    pub(crate) date: Option<String>,
    pub(crate) last_confirmed: Option<String>,
    pub(crate) place: Option<(f64, f64)>,
    pub(crate) precision: &'static str,
    pub(crate) status: &'static str,
}

impl Made {
    pub(crate) fn text(&self) -> String {
        let geometry = self.place.map_or(
            Value::Null,
            |(lon, lat)| json!({"type": "Point", "coordinates": [lon, lat]}),
        );
        let mut properties = json!({
            "layer": self.layer, "date": self.date, "status": self.status, "place_precision": self.precision,
        });
        if let Some(kind) = self.kind {
            properties["kind"] = kind.into();
        }
        if let Some(confirmed) = &self.last_confirmed {
            properties["last_confirmed"] = confirmed.clone().into();
        }
        json!({"type": "Feature", "geometry": geometry, "properties": properties}).to_string()
    }
}

pub(crate) fn dataset(texts: &[String]) -> Dataset {
    let mut text = String::new();
    let mut spans = Vec::new();
    for record in texts {
        let start = text.len();
        text.push_str(record);
        spans.push(start..text.len());
        text.push('\n');
    }
    Dataset::from_parts(vec![SourceFile::of_lines(
        "made",
        text.into(),
        spans.into_iter().collect(),
    )])
}

pub(crate) fn index(dataset: &Dataset, keep: Option<&RowMask>) -> Index {
    Index::build(
        dataset.columns(),
        Clock::Happened,
        keep,
        &Progress::unwatched(),
    )
    .unwrap()
}

fn day() -> impl Strategy<Value = Second> {
    (15_000_i64..15_800).prop_map(|day| day * DAY)
}

/// Dates of every precision, seasons, approximate ones, instants, intervals and open ends.
fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => day().prop_map(iso_day),
        2 => day().prop_map(|day| iso_day(day)[..7].to_owned()),
        1 => day().prop_map(|day| iso_day(day)[..4].to_owned()),
        1 => (2011..2014, 21..=24).prop_map(|(year, season)| format!("{year}-{season}")),
        2 => day().prop_map(|day| format!("{}~", iso_day(day))),
        1 => day().prop_map(|day| format!("{}~", &iso_day(day)[..7])),
        1 => (day(), 0..86_400_i64).prop_map(|(day, second)| {
            let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
            format!("{}T{hour:02}:{minute:02}:{second:02}Z", iso_day(day))
        }),
        3 => (day(), 0..400_i64).prop_map(|(day, days)| format!("{}/{}", iso_day(day), iso_day(day + days * DAY))),
        1 => day().prop_map(|day| format!("{}/..", iso_day(day))),
        1 => day().prop_map(|day| format!("{}/", &iso_day(day)[..7])),
        1 => day().prop_map(|day| format!("../{}", iso_day(day))),
    ]
}

fn place() -> impl Strategy<Value = Option<(f64, f64)>> {
    prop_oneof![
        1 => Just(None),
        4 => (-12.0..4.0_f64, 10.0..25.0_f64).prop_map(Some),
        3 => (0..5_i32).prop_map(|town| Some((f64::from(town) - 8.0, 12.5 + f64::from(town)))),
        1 => (-180.0..180.0_f64, -90.0..90.0_f64).prop_map(Some),
        1 => prop_oneof![
            Just((180.0, 0.0)), Just((-180.0, 10.0)), Just((0.0, 90.0)), Just((0.0, -90.0)), Just((179.99, 5.0)),
        ].prop_map(Some),
    ]
}

fn made() -> impl Strategy<Value = Made> {
    let layer = prop::sample::select(vec![
        "deployment",
        "incident",
        "delivery",
        "context",
        "strike",
    ]);
    let kind = prop::sample::select(vec![None, None, Some("event"), Some("presence")]);
    let precision = prop::sample::select(vec!["town", "town", "town", "country"]);
    let status = prop::sample::select(vec!["confirmed", "reported"]);
    let date = prop::option::weighted(0.9, date());
    let confirmed = prop::option::weighted(0.2, day().prop_map(iso_day));
    (layer, kind, date, confirmed, place(), precision, status).prop_map(
        |(layer, kind, date, last_confirmed, place, precision, status)| Made {
            layer,
            kind,
            date,
            last_confirmed,
            place,
            precision,
            status,
        },
    )
}

/// Records, many of each so that chains are worth their while, and some that cannot be read.
pub(crate) fn many() -> impl Strategy<Value = Dataset> {
    (
        prop::collection::vec((made(), 1..80_usize), 1..60),
        0..3_usize,
    )
        .prop_map(|(made, broken)| {
            let mut texts: Vec<String> = made
                .iter()
                .flat_map(|(record, times)| std::iter::repeat_n(record.text(), *times))
                .collect();
            texts.extend(std::iter::repeat_n("[1, 2".to_owned(), broken));
            dataset(&texts)
        })
}

/// From one second to everything.
pub(crate) fn window() -> impl Strategy<Value = Window> {
    let second = 14_900 * DAY..15_900 * DAY;
    prop_oneof![
        1 => Just(Window::ALL),
        1 => second.clone().prop_map(|second| Window::new(second, second)),
        1 => (day(), 0..40_i64).prop_map(|(day, days)| Window::new(day, day + (days + 1) * DAY - 1)),
        1 => (second.clone(), second.clone()).prop_map(|(a, b)| Window::new(a, b)),
        1 => second.clone().prop_map(|second| Window::new(Second::MIN, second)),
        1 => second.prop_map(|second| Window::new(second, Second::MAX)),
    ]
}

pub(crate) fn rect() -> impl Strategy<Value = MercatorRect> {
    prop_oneof![
        1 => Just(MercatorRect::WORLD),
        2 => (any::<[u32; 2]>(), any::<[u32; 2]>()).prop_map(|([west, east], [a, b])| MercatorRect {
            west, east, north: a.min(b), south: a.max(b),
        }),
        2 => ((-15.0..5.0_f64, 9.0..20.0_f64), (0.1..20.0_f64, 0.1..15.0_f64)).prop_map(|((lon, lat), (width, height))| {
            let (west_north, east_south) = (at(lon, lat + height), at(lon + width, lat));
            MercatorRect { west: west_north.x, north: west_north.y, east: east_south.x, south: east_south.y }
        }),
    ]
}

fn at(lon: f64, lat: f64) -> Mercator {
    Mercator::of((lon, lat).into())
}
