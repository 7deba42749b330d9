//! Files of known datasets, as they come: what becomes of their codes, and that nothing is lost.
//! The rows are made up; the headers are exact.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::path::{Path, PathBuf};

use sahelscope::{
    data::{Dataset, SourceFile},
    io::{Watch, read::read_file},
    model::{
        DateOrder, Field, Kind, Lang, Layer, Mapping, PlacePrecision, Preset, Record, RowId,
        bounds::iso_day,
    },
};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/formats")
        .join(name)
}

fn part(name: &str) -> SourceFile {
    read_file(&fixture(name), &Watch::nobody()).unwrap()
}

fn opened(name: &str) -> Dataset {
    Dataset::from_parts(vec![part(name)])
}

fn record(dataset: &Dataset, id: &str) -> Record {
    (*dataset.record(dataset.row_of(id).unwrap()).unwrap()).clone()
}

fn date(record: &Record) -> &str {
    record.date.as_ref().unwrap().text()
}

fn texts(list: &[Box<str>]) -> Vec<&str> {
    list.iter().map(AsRef::as_ref).collect()
}

#[test]
fn every_known_dataset_is_recognised_by_its_header() {
    for (name, preset) in [
        ("acled.csv", Preset::Acled),
        ("acled_legacy.csv", Preset::Acled),
        ("ucdp_ged.csv", Preset::UcdpGed),
        ("ucdp_ged_without_header.csv", Preset::UcdpGed),
        ("timemap.csv", Preset::TimeMap),
        ("timemap.json", Preset::TimeMap),
        ("geoconfirmed.csv", Preset::GeoConfirmed),
    ] {
        let dataset = opened(name);
        assert_eq!(dataset.parts()[0].mapping.preset(), Some(preset), "{name}");
        assert_eq!(dataset.issues(), [], "{name}");
        assert!(!dataset.is_empty());
    }
}

#[test]
fn acled_codes_become_bounds_places_and_layers() {
    let dataset = opened("acled.csv");
    let clash = record(&dataset, "MADEUP1");
    assert_eq!(date(&clash), "2023-03-04");
    assert_eq!(clash.layer, Layer::Incident);
    assert_eq!(clash.place.precision, PlacePrecision::Town);
    assert_eq!(
        texts(&clash.actors),
        ["Blue Force", "Blue Auxiliaries", "Blue Guides", "Red Group"]
    );
    assert_eq!(texts(&clash.sources), ["Made-up Radio", "Made-up Daily"]);
    assert_eq!(clash.quantities[0].count.low, Some(3));
    assert_eq!(clash.reported.unwrap().text(), "2023-03-08T00:00:00Z");
    assert!(
        clash
            .summary
            .text(Lang::En)
            .contains("\"brief\", near the town.\nNo")
    );
    let base = record(&dataset, "MADEUP2");
    assert_eq!(date(&base), "2023-05-14~");
    let bounds = base.span().unwrap().start;
    assert_eq!(iso_day(bounds.earliest), "2023-05-11");
    assert_eq!(iso_day(bounds.latest), "2023-05-17");
    assert_eq!(
        (base.layer.clone(), base.kind),
        (Layer::Deployment, Kind::Presence)
    );
    assert_eq!(base.place.precision, PlacePrecision::Area);
    let agreement = record(&dataset, "MADEUP3");
    assert_eq!(date(&agreement), "2023-06");
    assert_eq!(agreement.layer, Layer::Context);
    assert_eq!(agreement.place.precision, PlacePrecision::Region);
}

#[test]
fn acled_files_from_before_2023_are_read_as_well() {
    let dataset = opened("acled_legacy.csv");
    let attack = record(&dataset, "MLI900");
    assert_eq!(date(&attack), "2019-01-31");
    assert_eq!(attack.quantities[0].count.high, Some(1));
}

#[test]
fn ucdp_dates_are_their_interval_and_deaths_keep_low_best_and_high() {
    for name in ["ucdp_ged.csv", "ucdp_ged_without_header.csv"] {
        let dataset = opened(name);
        let clash = record(&dataset, "900001");
        assert_eq!(date(&clash), "2017-07-31", "{name}");
        assert_eq!(clash.reported.as_ref().unwrap().text(), "2017-08-01");
        assert_eq!(clash.place.precision, PlacePrecision::Site);
        assert_eq!(
            clash.title.text(Lang::En),
            "State-based violence: Government of Blue - Red Group"
        );
        assert!(clash.title.text(Lang::Ar).ends_with("Red Group"));
        let counts: Vec<_> = clash
            .quantities
            .iter()
            .map(|it| (it.count.low, it.count.high))
            .collect();
        assert_eq!(counts, [(Some(2), Some(5)), (Some(3), Some(3))]);
        let week = record(&dataset, "900002");
        assert_eq!(date(&week), "2017-08-21/2017-08-27");
        assert_eq!(week.place.radius_km, Some(25.0));
        assert_eq!(week.layer, Layer::Incident);
    }
}

#[test]
fn timemap_is_read_alike_from_csv_and_json() {
    let (csv, json) = (opened("timemap.csv"), opened("timemap.json"));
    let (row, object) = (record(&csv, "1"), record(&json, "tm-1"));
    for read in [&row, &object] {
        assert_eq!(date(read), "2020-03-04");
        assert_eq!(read.place.name.text(Lang::En), "Mopti");
    }
    assert_eq!(row.geometry, object.geometry);
    assert_eq!(
        texts(&row.sources),
        ["https://news.example/a,b", "https://news.example/c"]
    );
    assert_eq!(texts(&object.sources), ["https://news.example/a"]);
}

#[test]
fn units_of_geoconfirmed_are_left_out_unless_asked_for() {
    let mut part = part("geoconfirmed.csv");
    let with_units = |part: &SourceFile| {
        let dataset = Dataset::from_parts(vec![part.clone()]);
        assert_eq!(date(&record(&dataset, "gc-1")), "2024-07-27");
        assert_eq!(record(&dataset, "gc-1").equipment.len(), 2);
        assert!(record(&dataset, "gc-2").date.is_none());
        dataset.feature(RowId::new(0)).contains("Column One")
    };
    assert!(!with_units(&part));
    part.mapping.shows_withheld = true;
    assert!(with_units(&part));
}

#[test]
fn columns_without_a_place_in_the_profile_are_named_and_kept() {
    let dataset = opened("acled.csv");
    let part = &dataset.parts()[0];
    let names = part.table.as_ref().unwrap().names();
    let extras = part.mapping.extras(&names);
    assert!(extras.contains(&"disorder_type") && extras.contains(&"admin1"));
    assert!(!extras.contains(&"fatalities") && !extras.contains(&"event_date"));
    let feature: serde_json::Value = serde_json::from_str(&dataset.feature(RowId::new(0))).unwrap();
    for name in extras {
        let column = names.iter().position(|known| *known == name).unwrap();
        let cell = part
            .table
            .as_ref()
            .unwrap()
            .cells(dataset.bytes(RowId::new(0)))[column]
            .to_string();
        let kept = &feature["properties"][name];
        let kept = kept
            .as_str()
            .map_or_else(|| kept.to_string(), str::to_owned);
        assert_eq!(
            kept,
            if cell.is_empty() {
                "null".to_owned()
            } else {
                cell
            }
        );
    }
}

#[test]
fn dates_by_number_are_read_in_the_order_that_is_said_and_never_by_guess() {
    let mut part = part("dates_by_number.csv");
    assert_eq!(part.mapping.property(Field::Date), Some("date"));
    let days = |part: &SourceFile| -> Vec<Option<String>> {
        let dataset = Dataset::from_parts(vec![part.clone()]);
        dataset
            .rows()
            .map(|row| {
                Some(
                    dataset
                        .record(RowId::new(row.index()))?
                        .date
                        .as_ref()?
                        .text()
                        .to_owned(),
                )
            })
            .collect()
    };
    // One of them can be nothing but a day of April, and tells the order of both.
    assert_eq!(part.mapping.telling_date.as_deref(), Some("25/04/2023"));
    assert_eq!(part.mapping.date_order, Some(DateOrder::Dmy));
    part.mapping.date_order = None;
    assert_eq!(days(&part), [None, Some("2023-04-25".into())]);
    part.mapping.date_order = Some(DateOrder::Dmy);
    assert_eq!(
        days(&part),
        [Some("2023-04-03".into()), Some("2023-04-25".into())]
    );
    part.mapping.date_order = Some(DateOrder::Mdy);
    assert_eq!(days(&part), [Some("2023-03-04".into()), None]);
}

#[test]
fn a_mapping_comes_back_from_the_settings() {
    for name in ["acled.csv", "dates_by_number.csv"] {
        let mapping = part(name).mapping;
        let text = serde_json::to_string(&mapping).unwrap();
        assert_eq!(serde_json::from_str::<Mapping>(&text).unwrap(), mapping);
    }
}
