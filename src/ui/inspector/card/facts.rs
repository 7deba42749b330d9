//! When and where, and the numbers, as the sources state them.

use geo::Geometry;
use serde_json::Value;

use crate::{
    model::{
        DAY, Equipment, Kind, PlacePrecision, Quantity, RowId, Second, When,
        date::DateShape,
        profile::{PROPERTIES, PropertyKind},
        quantity::Count,
    },
    text::{Arg, Catalogue, args, dates},
    ui::kit::{Worded, set_apart, title},
};

use super::{Maker, other};

/// One line of the card: a name, a value, and what is known of the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Fact {
    /// Catalogue key of its name.
    pub(in crate::ui) key: &'static str,
    /// The value.
    pub(in crate::ui) value: Worded,
    /// How finely it is known, in a few words.
    pub(in crate::ui) precision: Option<String>,
    /// The text of the file where it has a form of its own (EDTF).
    pub(in crate::ui) code: Option<String>,
    /// How it was derived.
    pub(in crate::ui) basis: Option<Worded>,
}

/// A stated number of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Amount {
    /// The number in words; `None`: the source gives none.
    pub(in crate::ui) number: Option<String>,
    /// What is counted.
    pub(in crate::ui) what: Worded,
}

/// A line of the table of equipment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Item {
    /// The model, exactly as the source writes it.
    pub(in crate::ui) model: Option<String>,
    /// What sort of equipment it is.
    pub(in crate::ui) kind: Option<Worded>,
    /// The number in words; `None`: the source gives none.
    pub(in crate::ui) number: Option<String>,
}

pub(super) fn facts(maker: &Maker<'_>) -> Vec<Fact> {
    let usual = [
        Some(when(maker)),
        derived(maker),
        last_confirmed(maker),
        reported(maker),
        delay(maker),
        Some(place(maker)),
        coordinates(maker),
    ];
    let members = PROPERTIES
        .iter()
        .filter(|property| property.kind == PropertyKind::Members)
        .filter_map(|property| members(maker, property.name));
    usual.into_iter().flatten().chain(members).collect()
}

/// An object of the file, its members one after another: words of a vocabulary as the catalogue has them, dates in
/// words, texts as they stand.
fn members(maker: &Maker<'_>, name: &'static str) -> Option<Fact> {
    let value = other::property(maker.dataset, maker.row, name)?;
    let members = value.as_object()?;
    let words = maker.words;
    let said = members.values().filter_map(Value::as_str).map(|text| {
        if let Some(word) = words.find(&format!("{name}-{text}")) {
            return word.to_owned();
        }
        match When::parse(text) {
            Ok(date) => dates::in_words(words, &date, Kind::Event),
            Err(_) => set_apart(words, text),
        }
    });
    let said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
    (!said.is_empty()).then(|| Fact {
        key: name,
        value: Worded::plain(dates::capitalised(&said.join(words.get("list-separator")))),
        precision: None,
        code: None,
        basis: None,
    })
}

fn when(maker: &Maker<'_>) -> Fact {
    let basis = maker.worded(&maker.record.date_basis);
    match &maker.record.date {
        Some(date) => dated(maker, "card-when", date, maker.record.kind, basis),
        None => Fact {
            key: "card-when",
            value: Worded::plain(maker.words.get("card-no-date")),
            precision: None,
            code: None,
            basis,
        },
    }
}

fn last_confirmed(maker: &Maker<'_>) -> Option<Fact> {
    let date = maker.record.last_confirmed.as_ref()?;
    Some(dated(maker, "card-last-confirmed", date, Kind::Event, None))
}

fn dated(
    maker: &Maker<'_>,
    key: &'static str,
    date: &When,
    kind: Kind,
    basis: Option<Worded>,
) -> Fact {
    let words = maker.words;
    Fact {
        key,
        value: Worded::plain(dates::capitalised(&dates::in_words(words, date, kind))),
        // Of an event on one of several days it would say too much, and so would "to the day" of a stretch of days.
        precision: dates::precision(words, date)
            .filter(|precision| {
                let is_interval = matches!(date.shape(), DateShape::Interval { .. });
                let is_said = kind == Kind::Presence && *precision != words.get("precision-day");
                !is_interval || is_said
            })
            .map(dates::capitalised),
        code: Some(date.text().to_owned()),
        basis,
    }
}

/// When it became known, which is not when it happened.
fn reported(maker: &Maker<'_>) -> Option<Fact> {
    let bounds = maker.dataset.reported(maker.record)?;
    let key = if maker.record.sources.len() > 1 {
        "card-reported-first"
    } else {
        "card-reported-only"
    };
    let is_from_sources = maker
        .record
        .sources
        .iter()
        .any(|id| maker.dataset.source(id).is_some());
    Some(Fact {
        key: "card-reported",
        value: Worded::plain(dates::capitalised(&dates::bounds(maker.words, bounds))),
        precision: is_from_sources.then(|| maker.words.get(key).to_owned()),
        code: None,
        basis: None,
    })
}

/// What its order among other records says of when it began, with the reasons.
fn derived(maker: &Maker<'_>) -> Option<Fact> {
    let words = maker.words;
    let derived = maker.dataset.derived(maker.row)?;
    let other = |key: &str, row: Option<RowId>| {
        let title = title(words, maker.dataset, row?).text;
        let title = set_apart(words, &title);
        Some(words.with(key, args!(title: Arg::Own(title.into()))))
    };
    let attested = derived.is_before_attested;
    let reasons: Vec<String> = [
        other("derived-after", derived.after),
        other("derived-before", derived.before),
        attested.then(|| words.get("derived-attested").to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    Some(Fact {
        key: "card-derived",
        value: Worded::plain(dates::capitalised(&dates::bounds(words, derived.bounds))),
        precision: Some(words.get("derived-precision").to_owned()),
        code: None,
        basis: Some(Worded::plain(reasons.join(words.get("list-separator")))),
    })
}

/// How long it took to become known.
fn delay(maker: &Maker<'_>) -> Option<Fact> {
    let happened = maker.dataset.columns().span(maker.row)?;
    let happened = match happened.kind {
        Kind::Event => happened.hull(),
        Kind::Presence => happened.start,
    };
    let reported = maker.dataset.reported(maker.record)?;
    if !happened.is_finite() || !reported.is_finite() {
        return None;
    }
    let days = |seconds: Second| usize::try_from(seconds.div_euclid(DAY)).ok();
    let least = days(reported.earliest - happened.latest).unwrap_or(0);
    let words = maker.words;
    let most = days(reported.latest - happened.earliest);
    let value = most.map_or_else(
        || words.get("delay-before").to_owned(),
        |most| delay_in_words(words, least, most),
    );
    Some(Fact {
        key: "card-delay",
        value: Worded::plain(value),
        precision: None,
        code: None,
        basis: None,
    })
}

/// Days to a month and to a year, on average.
const MONTH: f64 = 30.44;
const YEAR: f64 = 365.25;
/// Delays of more days than this are said in months, and of more than that in years.
const DAYS_AT_MOST: usize = 60;
const MONTHS_AT_MOST: usize = 730;

/// Says a delay in days, months or years, whichever a reader can picture.
fn delay_in_words(words: &Catalogue, least: usize, most: usize) -> String {
    if most <= DAYS_AT_MOST {
        return match (least, most) {
            (least, most) if most == least => words.with("delay-days", args!(n: most)),
            (0, most) => words.with("delay-up-to", args!(n: most)),
            (least, most) => words.with("delay-between", args!(least: least, n: most)),
        };
    }
    let is_in_months = most <= MONTHS_AT_MOST;
    let unit = if is_in_months { MONTH } else { YEAR };
    let count = |days: usize| (days as f64 / unit).round() as usize;
    let (least, most) = (count(least), count(most).max(1));
    let key = match (is_in_months, least) {
        (true, least) if least == most => "delay-months",
        (true, 0) => "delay-months-up-to",
        (true, _) => "delay-months-between",
        (false, least) if least == most => "delay-years",
        (false, 0) => "delay-years-up-to",
        (false, _) => "delay-years-between",
    };
    words.with(key, args!(least: least, n: most))
}

/// Where the point of a record lies, as most maps take it.
fn coordinates(maker: &Maker<'_>) -> Option<Fact> {
    let is_point = matches!(maker.record.geometry, Some(Geometry::Point(_)));
    let columns = maker.dataset.columns();
    let is_placed = columns.precision(maker.row) != PlacePrecision::Country;
    let at = columns
        .position(maker.row)
        .filter(|_| is_point && is_placed)?
        .point();
    Some(Fact {
        key: "card-coordinates",
        value: Worded::default(),
        precision: None,
        code: Some(format!("{:.5}, {:.5}", at.y(), at.x())),
        basis: None,
    })
}

fn place(maker: &Maker<'_>) -> Fact {
    let (words, place) = (maker.words, &maker.record.place);
    let is_unplaced = maker.record.geometry.is_none();
    let precision = (place.precision != PlacePrecision::Unknown)
        .then(|| words.place_precision(place.precision).to_owned());
    let radius = place
        .radius_km
        .filter(|km| *km > 0.0)
        .map(|km| words.with("within-km", args!(km: km)));
    let unplaced = is_unplaced.then(|| words.get("card-unplaced").to_owned());
    let details: Vec<String> = [precision, radius, unplaced]
        .into_iter()
        .flatten()
        .collect();
    let value = maker.worded(&place.name).unwrap_or_else(|| {
        let key = if is_unplaced {
            "card-no-place"
        } else {
            "card-unnamed-place"
        };
        Worded::plain(words.get(key))
    });
    Fact {
        key: "card-where",
        value,
        precision: (!details.is_empty()).then(|| details.join(" · ")),
        code: None,
        basis: maker.worded(&place.basis),
    }
}

pub(super) fn quantities(maker: &Maker<'_>) -> Vec<Amount> {
    let quantities = maker.record.quantities.iter();
    quantities.map(|it| amount(maker, it)).collect()
}

pub(super) fn amount(maker: &Maker<'_>, quantity: &Quantity) -> Amount {
    Amount {
        number: number(maker, quantity.count),
        what: maker.worded(&quantity.what).unwrap_or_default(),
    }
}

pub(super) fn equipment(maker: &Maker<'_>) -> Vec<Item> {
    let equipment = maker.record.equipment.iter();
    equipment.map(|it| item(maker, it)).collect()
}

pub(super) fn item(maker: &Maker<'_>, equipment: &Equipment) -> Item {
    Item {
        model: equipment.model.as_deref().map(str::to_owned),
        kind: maker.worded(&equipment.kind),
        number: number(maker, equipment.count),
    }
}

fn number(maker: &Maker<'_>, count: Count) -> Option<String> {
    (!count.is_unstated()).then(|| dates::capitalised(&maker.words.count(count)))
}
