//! Dates from one end of the calendar to the other: what is accepted has bounds that hold what it says.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use proptest::prelude::*;
use sahelscope::{
    data::{Dataset, FileOrigin, Filter},
    io::{Watch, formats, read::read_part},
    model::{Bounds, DAY, Kind, Relation, RowId, Second, When, Window},
    text::{Catalogue, dates},
};
use serde_json::Value;

use crate::support::exported::exported;

/// Days since 1970-01-01, by the count of years, leap years and months, not by a calendar library.
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let leaps_before = |year: i64| {
        let last = year - 1;
        last.div_euclid(4) - last.div_euclid(100) + last.div_euclid(400)
    };
    let before = |year: i64| year * 365 + leaps_before(year);
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let months: i64 = lengths.iter().take(month as usize - 1).sum();
    let leap_day = i64::from(month > 2 && is_leap(year));
    before(year) - before(1970) + months + leap_day + day - 1
}

fn year_text(year: i64) -> String {
    if year < 0 {
        format!("-{:04}", -year)
    } else {
        format!("{year:04}")
    }
}

/// A date as EDTF writes it, with the first and the last day that it certainly means.
fn any_date() -> impl Strategy<Value = (String, i64, i64)> {
    let year = prop_oneof![
        -9999_i64..=9999,
        Just(9999),
        Just(9998),
        Just(0),
        Just(-1),
        1960_i64..2030
    ];
    let qualifier = prop_oneof![Just(""), Just("~"), Just("?"), Just("%")];
    (year, 1_i64..=12, 1_i64..=28, 0..8, qualifier).prop_map(|(year, month, day, form, mark)| {
        let text = year_text(year);
        let digits = year.abs() % 10_000;
        let unspecified = |unit: i64| (digits - digits % unit, digits - digits % unit + unit - 1);
        let (body, first, last) = match form {
            0 | 1 => {
                let at = day_number(year, month, day);
                (format!("{text}-{month:02}-{day:02}"), at, at)
            }
            2 => (
                format!("{text}-{month:02}"),
                day_number(year, month, 1),
                day_number(year, month, 28),
            ),
            3 => (text, day_number(year, 1, 1), day_number(year, 12, 31)),
            4 => (
                format!("{text}-12-31"),
                day_number(year, 12, 31),
                day_number(year, 12, 31),
            ),
            5 => {
                let (first, last) = unspecified(10);
                let decade = format!("{:03}X", digits / 10);
                (decade, day_number(first, 1, 1), day_number(last, 12, 31))
            }
            6 => {
                let (first, last) = unspecified(100);
                let century = format!("{:02}XX", digits / 100);
                (century, day_number(first, 1, 1), day_number(last, 12, 31))
            }
            _ => (
                "XXXX".to_owned(),
                day_number(0, 1, 1),
                day_number(9999, 12, 31),
            ),
        };
        (format!("{body}{mark}"), first, last)
    })
}

fn opened(text: &str) -> Dataset {
    let bytes = text.as_bytes().to_vec();
    let part = read_part("calendar", FileOrigin::Stdin, bytes, &Watch::nobody());
    Dataset::from_parts(vec![part.unwrap()])
}

fn dated(date: &str, layer: &str) -> Dataset {
    opened(&format!(
        r#"{{"type":"FeatureCollection","profile":"sahelscope/1","features":[{{"type":"Feature","id":"a","geometry":null,"properties":{{"layer":"{layer}","date":"{date}"}}}}]}}"#
    ))
}

/// `start` and `end` as an export of the only record writes them.
fn derived(dataset: &Dataset) -> [Option<String>; 2] {
    let bytes = exported(dataset, &Filter::default(), &formats::GEOJSON, false);
    let value: Value = serde_json::from_slice(&bytes).unwrap();
    let properties = &value["features"][0]["properties"];
    ["start", "end"].map(|name| properties[name].as_str().map(str::to_owned))
}

fn holds(bounds: Bounds, first: i64, last: i64) -> bool {
    bounds.earliest <= first * DAY && last * DAY + DAY - 1 <= bounds.latest
}

proptest! {
    #[test]
    fn an_accepted_date_has_bounds_that_hold_what_it_says((text, first, last) in any_date()) {
        if let Ok(when) = When::parse(&text) {
            let bounds = when.bounds();
            prop_assert!(holds(bounds, first, last), "{text} {bounds:?}");
            let reach = (last - first + 1) * 3 + 8;
            let reached = Bounds::new((first - reach) * DAY, (last + reach) * DAY);
            let days = (bounds.earliest.div_euclid(DAY), bounds.latest.div_euclid(DAY));
            prop_assert!(holds(reached, days.0, days.1), "{text} means far more than it says");
        } else {
            prop_assert_eq!(dated(&text, "incident").issues().len(), 1, "{}", text);
        }
    }

    #[test]
    fn an_accepted_interval_holds_both_its_ends(
        (a, first, _) in any_date(),
        (b, _, last) in any_date(),
    ) {
        let text = format!("{a}/{b}");
        if let Ok(when) = When::parse(&text) {
            prop_assert!(holds(when.bounds(), first, last), "{text} {:?}", when.bounds());
        }
    }

    #[test]
    fn an_exported_start_and_end_are_the_bounds((text, _, _) in any_date()) {
        let dataset = dated(&text, "incident");
        if let Ok(when) = When::parse(&text) {
            let bounds = when.bounds();
            let [start, end] = derived(&dataset).map(Option::unwrap);
            let back = |day: &str| When::parse(day).map(|when| when.bounds());
            if bounds.earliest >= day_number(0, 1, 1) * DAY {
                prop_assert_eq!(back(&start).unwrap().earliest, bounds.earliest, "{}", text);
            }
            prop_assert_eq!(back(&end).unwrap().latest, bounds.latest, "{}", text);
        } else {
            prop_assert_eq!(derived(&dataset), [None, None]);
        }
    }

    #[test]
    fn a_window_to_the_end_of_the_calendar_reads_back(hour in 0_i64..24, days in 0_i64..40_000) {
        let last = day_number(9999, 12, 31) * DAY + hour * 3600;
        let window = Window::new(last - days * DAY, last);
        prop_assert_eq!(Window::parse(&window.to_string()), Ok(window));
    }
}

#[test]
fn nothing_of_the_year_9999_shows_in_1970() {
    for date in [
        "9999-12-31",
        "9999",
        "999X",
        "99XX",
        "2022/9999",
        "9999-12-31T23:59Z",
    ] {
        let dataset = dated(date, "incident");
        let span = dataset.columns().span(RowId::new(0)).unwrap();
        assert_eq!(
            span.relation(&Window::parse("1970").unwrap()),
            Relation::Out,
            "{date}"
        );
        assert_eq!(
            derived(&dataset)[1].as_deref(),
            Some("9999-12-31"),
            "{date}"
        );
    }
}

#[test]
fn a_presence_that_ends_on_a_day_that_means_no_end_is_open() {
    for end in [
        "9999-12-31",
        "9999-12",
        "9999",
        "9999-12-31T23:59:59Z",
        "2099-12-31",
        "2999-12-31",
    ] {
        let text = format!("2022-01-01/{end}");
        let dataset = dated(&text, "deployment");
        let open = dated("2022-01-01/..", "deployment");
        assert_eq!(
            dataset.columns().span(RowId::new(0)),
            open.columns().span(RowId::new(0)),
            "{end}"
        );
        assert_eq!(derived(&dataset), [Some("2022-01-01".to_owned()), None]);
        assert_eq!(dataset.issues(), []);
        let date = dataset.record(RowId::new(0)).unwrap().date.clone().unwrap();
        assert_eq!(date.text(), text, "the text stays as it was written");
        let words = Catalogue::plain(sahelscope::model::Lang::En);
        assert_eq!(
            dates::in_words(&words, &date, Kind::Presence),
            "since 1 January 2022, still going on"
        );
        assert_eq!(dates::short(&words, &date), "since 1 Jan 2022");
    }
}

#[test]
fn other_days_of_those_years_are_days() {
    for end in [
        "9999-12-30",
        "9998-12-31",
        "2099-12-30",
        "2099",
        "2098-12-31",
    ] {
        let dataset = dated(&format!("2022-01-01/{end}"), "deployment");
        assert_ne!(
            dataset.columns().span(RowId::new(0)).unwrap().end.latest,
            Second::MAX,
            "{end}"
        );
    }
    let event = dated("2022-01-01/9999-12-31", "incident");
    let latest = event.columns().span(RowId::new(0)).unwrap().end.latest;
    assert_eq!(latest, day_number(9999, 12, 31) * DAY + DAY - 1);
}

#[test]
fn a_table_writes_no_end_in_its_own_way() {
    for end in [
        "9999-12-31",
        "31/12/9999",
        "31.12.2099",
        "2099-12-31 00:00:00",
    ] {
        let table = format!(
            "id,kind,start_date,end_date\na,presence,2022-01-05,{end}\nb,presence,13/01/2022,\n"
        );
        let bytes = table.into_bytes();
        let mut part = read_part("t.csv", FileOrigin::Stdin, bytes, &Watch::nobody()).unwrap();
        part.mapping.date_order = Some(sahelscope::model::DateOrder::Dmy);
        let dataset = Dataset::from_parts(vec![part]);
        let span = dataset.columns().span(RowId::new(0)).unwrap();
        assert_eq!(span.end.latest, Second::MAX, "{end}");
    }
}

#[test]
fn the_timeline_has_a_piece_for_the_last_days_of_the_calendar() {
    use sahelscope::timeline::BinWidth;
    let last = day_number(9999, 12, 31) * DAY + DAY - 1;
    for grain in [
        BinWidth::Day,
        BinWidth::Week,
        BinWidth::Months(1),
        BinWidth::Years(1_000),
    ] {
        let edges: Vec<Second> = grain.edges(last - DAY, last).collect();
        assert!(edges.len() >= 2 && edges.last() >= Some(&last), "{grain:?}");
        assert_eq!(grain.next(last + 1), None, "{grain:?}");
    }
}
