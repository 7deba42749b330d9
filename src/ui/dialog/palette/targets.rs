//! What the palette finds: where a typed date or pair of coordinates leads, actions, layers, bookmarks, records.

use std::sync::Arc;

use egui::{Id, Ui};
use geo::Point;

use super::{
    several,
    target::{PaletteTarget, holds},
};
use crate::{
    command::{BriefingCommand, FilterCommand, MapCommand, SelectCommand, TimeCommand, action},
    data::{
        Circle, Within,
        gazetteer::{self, KnownPlace},
    },
    map::Pose,
    model::{
        Second, Window,
        notation::{self, Notation},
    },
    query::method_sentence,
    text::{Catalogue, args, dates, fold::fold, number},
    ui::{PanelContext, kit},
};

/// Records that are offered at most, and records of a dataset up to which they are looked for by name here; the search
/// finds them in larger ones.
const MOST_RECORDS: usize = 12;
const LOOKED_THROUGH: usize = 5_000;
/// Places that are offered at most.
const MOST_PLACES: usize = 5;
/// How near the map comes to a point, and to a country or region.
const ZOOM: f64 = 10.0;
const ZOOM_OF_LAND: f64 = 5.5;
/// The distance around a place that is offered where none is typed, in kilometres.
const KM: f64 = 50.0;

/// Returns what every typed word is found in.
pub(super) fn found(ui: &Ui, context: &PanelContext<'_>, typed: &str) -> Vec<PaletteTarget> {
    let wanted = fold(typed);
    let mut targets = written(context, typed.trim());
    targets.extend(several::found(context, typed.trim()));
    targets.extend(actions(ui, context, &wanted));
    if !wanted.trim().is_empty() {
        targets.extend(layers(context, &wanted));
        targets.extend(places(context, typed.trim()));
        targets.extend(bookmarks(context, &wanted));
        targets.extend(records(ui, context, &wanted).iter().cloned());
    }
    targets
}

/// Where a date or a pair of coordinates leads.
fn written(context: &PanelContext<'_>, typed: &str) -> Vec<PaletteTarget> {
    let words = context.words;
    let text = number::typed_notation(typed);
    let points = typed_points(&text);
    if !points.is_empty() {
        return points
            .into_iter()
            .flat_map(|at| of_point(words, at))
            .collect();
    }
    let Some(window) = Window::parse(&text).ok().filter(|_| !text.is_empty()) else {
        return Vec::new();
    };
    let name = dates::window(words, &window);
    let mut targets = vec![PaletteTarget::new(
        words.with("palette-show-dates", args!(dates: name.as_str())),
        TimeCommand::SetWindow(window),
    )];
    if window.last() != Second::MAX {
        targets.push(several::as_known(words, &window));
    }
    targets
}

/// The points that a text stands for; a shortened Plus Code lies near a place that is named behind it.
fn typed_points(text: &str) -> Vec<Point<f64>> {
    let points = notation::points(text);
    let Some((code, place)) = text.split_once([' ', ',']).filter(|_| points.is_empty()) else {
        return points;
    };
    let place = place.trim_start_matches([' ', ',']);
    if place.is_empty() {
        return points;
    }
    let places = gazetteer::beginning_with(place);
    let near = places.iter().take(MOST_PLACES);
    let mut points: Vec<_> = near
        .filter_map(|it| notation::plus_code_near(code, it.at))
        .collect();
    points.dedup();
    points
}

/// What may be done with a point: the map goes there, or shows only what lies around it.
fn of_point(words: &Catalogue, at: Point<f64>) -> [PaletteTarget; 2] {
    let name = Notation::Decimal.written(at).unwrap_or_default();
    let name = words.with("palette-go-to", args!(at: name.as_str()));
    [
        PaletteTarget::new(name, MapCommand::FlyTo(pose(at, false))),
        around(words, Circle::about(at, KM)),
    ]
}

/// Where the map looks at a place, or at a whole stretch of land.
fn pose(at: Point<f64>, is_land: bool) -> Pose {
    let (lon, lat) = at.x_y();
    let zoom = if is_land { ZOOM_OF_LAND } else { ZOOM };
    Pose { lon, lat, zoom }
}

fn around(words: &Catalogue, circle: Circle) -> PaletteTarget {
    let within = Within::Circle(circle);
    let area = method_sentence::area(words, &within);
    let name = words.with("palette-within", args!(area: area.as_str()));
    PaletteTarget::new(name, FilterCommand::Within(Some(within)))
}

/// Splits `25 km mopti` and `mopti 25 km` into the distance and the name; `unit` is how kilometres are written.
fn distance(typed: &str, unit: &str) -> Option<(f64, String)> {
    let text = number::typed_notation(typed).to_lowercase();
    let text = text.replace(unit, &format!(" {unit} "));
    let parts: Vec<&str> = text.split_whitespace().collect();
    let unit = parts.iter().position(|part| *part == unit)?;
    let at = unit.checked_sub(1)?;
    let km: f64 = parts.get(at)?.parse().ok()?;
    let rest = parts.iter().enumerate();
    let rest = rest.filter(|(index, _)| *index != at && *index != unit);
    let name: Vec<&str> = rest.map(|(_, part)| *part).collect();
    (km.is_finite() && km > 0.0 && !name.is_empty()).then(|| (km, name.join(" ")))
}

/// Catalogue key of what kind of place it is.
const fn kind(place: &KnownPlace) -> &'static str {
    if place.is_land {
        "palette-land"
    } else {
        "palette-place"
    }
}

/// Places that the program knows, and what lies around them.
fn places(context: &PanelContext<'_>, typed: &str) -> Vec<PaletteTarget> {
    let words = context.words;
    let (km, name) = match distance(typed, words.get("palette-km")) {
        Some((km, name)) => (Some(km), name),
        None => (None, typed.to_owned()),
    };
    let found = gazetteer::beginning_with(&name);
    let circle = |place: &KnownPlace| Circle {
        centre: place.at,
        km: km.unwrap_or(KM),
        name: place.name(words.lang()).to_owned(),
    };
    let towns = found.iter().filter(|place| !place.is_land);
    let arounds = towns.take(if km.is_some() { MOST_PLACES } else { 1 });
    let mut targets: Vec<PaletteTarget> =
        arounds.map(|place| around(words, circle(place))).collect();
    if km.is_none() {
        let looks = found.iter().take(MOST_PLACES).map(|place| PaletteTarget {
            aside: Some(words.get(kind(place)).to_owned()),
            ..PaletteTarget::new(
                words.with("palette-go-to", args!(at: place.name(words.lang()))),
                MapCommand::FlyTo(pose(place.at, place.is_land)),
            )
        });
        targets.splice(0..0, looks);
    }
    targets
}

fn actions(ui: &Ui, context: &PanelContext<'_>, wanted: &str) -> Vec<PaletteTarget> {
    let words = context.words;
    let is_found = |action: &&action::Action| {
        let also = format!("{}-also", action.key);
        let also = if words.has(&also) {
            words.get(&also)
        } else {
            ""
        };
        let group = words.get(action.group.key());
        holds(&[words.get(action.key), group, also].join(" "), wanted)
    };
    let target = |action: &action::Action| PaletteTarget {
        name: words.get(action.key).to_owned(),
        aside: kit::keys(ui, context, action),
        commands: vec![action.command.clone()],
    };
    action::all().iter().filter(is_found).map(target).collect()
}

fn layers(context: &PanelContext<'_>, wanted: &str) -> Vec<PaletteTarget> {
    let words = context.words;
    let layers = context.document.dataset.layers().iter();
    let target = |layer: &crate::model::Layer| PaletteTarget {
        name: words.with("layer-only", args!(layer: words.layers(layer))),
        aside: Some(words.get("palette-layer").to_owned()),
        commands: vec![FilterCommand::OnlyLayer(layer.clone()).into()],
    };
    let targets = layers.map(target);
    targets
        .filter(|target| holds(&target.name, wanted))
        .collect()
}

fn bookmarks(context: &PanelContext<'_>, wanted: &str) -> Vec<PaletteTarget> {
    let words = context.words;
    let steps = context.document.briefing.steps().iter().enumerate();
    let target = |(index, bookmark): (usize, &crate::session::Bookmark)| {
        let title = bookmark.title.text(words.content());
        holds(title, wanted).then(|| PaletteTarget {
            name: title.to_owned(),
            aside: Some(words.get("palette-bookmark").to_owned()),
            commands: vec![BriefingCommand::Go(index).into()],
        })
    };
    steps.filter_map(target).collect()
}

/// Looks through the names of all records of a small dataset, once for each text that is typed.
fn records(ui: &Ui, context: &PanelContext<'_>, wanted: &str) -> Arc<Vec<PaletteTarget>> {
    let (words, dataset) = (context.words, context.document.dataset);
    let key = (dataset.revision(), words.locale(), wanted.to_owned());
    kit::memo(ui.ctx(), Id::unique("palette records"), key, || {
        if dataset.len() > LOOKED_THROUGH {
            return Vec::new();
        }
        let named = dataset.rows().filter_map(|row| {
            let name = kit::title(words, dataset, row).text;
            let record = dataset.record(row);
            let place = record.map(|record| record.place.name.text(words.content()).to_owned());
            let text = [name.as_str(), place.as_deref().unwrap_or_default()].join(" ");
            holds(&text, wanted).then(|| PaletteTarget {
                name,
                aside: Some(words.get("palette-record").to_owned()),
                commands: vec![SelectCommand::Reveal(row).into()],
            })
        });
        named.take(MOST_RECORDS).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_read_before_a_name_and_behind_it() {
        for text in ["25 km mopti", "Mopti 25 km", "25km mopti"] {
            let found = distance(text, "km");
            assert_eq!(found, Some((25.0, "mopti".to_owned())), "{text}");
        }
        for text in ["mopti", "25 km", "km mopti", "-5 km mopti"] {
            assert_eq!(distance(text, "km"), None, "{text}");
        }
    }
}
