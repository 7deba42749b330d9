//! What the palette finds: where a typed date or pair of coordinates leads, actions, layers, bookmarks, records.

use std::sync::Arc;

use egui::{Id, Ui};

use crate::{
    command::{
        BriefingCommand, Command, FilterCommand, MapCommand, SelectCommand, TimeCommand, action,
    },
    map::Pose,
    model::Window,
    text::{args, dates, fold::fold, number},
    ui::{PanelContext, kit},
};

/// Records that are offered at most, and records of a dataset up to which they are looked for by name here; the search
/// finds them in larger ones.
const MOST_RECORDS: usize = 12;
const LOOKED_THROUGH: usize = 5_000;
/// How near the map comes to coordinates.
const ZOOM: f64 = 10.0;

/// Something that can be chosen.
#[derive(Clone, Debug)]
pub(super) struct PaletteTarget {
    /// What it is called.
    pub(super) name: String,
    /// Its keys, or what kind of thing it is.
    pub(super) aside: Option<String>,
    /// What it does.
    pub(super) command: Command,
}

/// Returns what every typed word is found in.
pub(super) fn found(ui: &Ui, context: &PanelContext<'_>, typed: &str) -> Vec<PaletteTarget> {
    let wanted = fold(typed);
    let mut targets: Vec<PaletteTarget> = written(context, typed.trim()).into_iter().collect();
    targets.extend(actions(ui, context, &wanted));
    if !wanted.trim().is_empty() {
        targets.extend(layers(context, &wanted));
        targets.extend(bookmarks(context, &wanted));
        targets.extend(records(ui, context, &wanted).iter().cloned());
    }
    targets
}

fn holds(text: &str, wanted: &str) -> bool {
    let text = fold(text);
    wanted.split_whitespace().all(|word| text.contains(word))
}

/// Where a date or a pair of coordinates leads.
fn written(context: &PanelContext<'_>, typed: &str) -> Option<PaletteTarget> {
    let words = context.words;
    let text = number::typed_notation(typed);
    if let Some((lat, lon)) = coordinates(&text) {
        let at = format!("{lat:.5}, {lon:.5}");
        let pose = Pose {
            lon,
            lat,
            zoom: ZOOM,
        };
        return Some(PaletteTarget {
            name: words.with("palette-go-to", args!(at: at.as_str())),
            aside: None,
            command: MapCommand::FlyTo(pose).into(),
        });
    }
    let window = Window::parse(&text).ok().filter(|_| !text.is_empty())?;
    let name = dates::window(words, &window);
    Some(PaletteTarget {
        name: words.with("palette-show-dates", args!(dates: name.as_str())),
        aside: None,
        command: TimeCommand::SetWindow(window).into(),
    })
}

/// Reads latitude and longitude in degrees, as maps write them.
fn coordinates(text: &str) -> Option<(f64, f64)> {
    let parts: Vec<&str> = text
        .split([',', ';', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let [lat, lon] = parts.as_slice() else {
        return None;
    };
    // A year is no latitude, and a whole number no coordinate that somebody would type.
    let degrees = |part: &str, most: f64| {
        let value: f64 = part.trim_end_matches('°').parse().ok()?;
        (value.abs() <= most).then_some(value)
    };
    Some((degrees(lat, 90.0)?, degrees(lon, 180.0)?))
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
        command: action.command.clone(),
    };
    action::all().iter().filter(is_found).map(target).collect()
}

fn layers(context: &PanelContext<'_>, wanted: &str) -> Vec<PaletteTarget> {
    let words = context.words;
    let layers = context.document.dataset.layers().iter();
    let named = layers.filter(|layer| holds(words.layers(layer), wanted));
    let target = |layer: &crate::model::Layer| PaletteTarget {
        name: words.with("layer-only", args!(layer: words.layers(layer))),
        aside: Some(words.get("palette-layer").to_owned()),
        command: FilterCommand::OnlyLayer(layer.clone()).into(),
    };
    named.map(target).collect()
}

fn bookmarks(context: &PanelContext<'_>, wanted: &str) -> Vec<PaletteTarget> {
    let words = context.words;
    let steps = context.document.briefing.steps().iter().enumerate();
    let target = |(index, bookmark): (usize, &crate::session::Bookmark)| {
        let title = bookmark.title.text(words.content());
        holds(title, wanted).then(|| PaletteTarget {
            name: title.to_owned(),
            aside: Some(words.get("palette-bookmark").to_owned()),
            command: BriefingCommand::Go(index).into(),
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
            holds(&name, wanted).then(|| PaletteTarget {
                name,
                aside: Some(words.get("palette-record").to_owned()),
                command: SelectCommand::Reveal(row).into(),
            })
        });
        named.take(MOST_RECORDS).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latitude_and_longitude_are_read_as_maps_write_them() {
        for text in ["14.5, -4.2", "14.5 -4.2", "14.5°; -4.2°"] {
            assert_eq!(coordinates(text), Some((14.5, -4.2)), "{text}");
        }
        for text in ["2022", "14.5", "2022-01-05", "95, 0", "bamako 12"] {
            assert_eq!(coordinates(text), None, "{text}");
        }
    }
}
