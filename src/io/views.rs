//! Views and bookmarks as JSON: the members `view` and `bookmarks` of a collection.
//!
//! A view is `{"filter": {…}, "mode": "window", "unit": "month", "axis": [FROM, TO], "camera": {"lon",
//! "lat", "zoom"}, "overlays": {"graticule": true}, "compare": {"window": "2022-01", "known": "2022-06-30"}, "language": "fr"}`, all of it
//! optional; the filter has the members of an export's report, and what it is compared with two of them. A bookmark is `{"title", "title:fr", "title:ar", "text", …, "view"}`. What is not ours is
//! written back as it was, and what nobody changed is not written anew.

use serde_json::{Map, Value, json};

use super::export::arguments;
use crate::{
    data::{Dataset, Filter},
    model::{Lang, Localised, Pose, Switches, localised_member},
    query::Side,
    scan::json::members_of,
    session::{Bookmark, View},
    timeline::{Mode, Unit, ViewRange},
};

/// The names of modes and units in files.
const MODES: [(Mode, &str); 3] = [
    (Mode::Window, "window"),
    (Mode::Cumulative, "cumulative"),
    (Mode::Instant, "instant"),
];
const UNITS: [(Unit, &str); 4] = [
    (Unit::Day, "day"),
    (Unit::Week, "week"),
    (Unit::Month, "month"),
    (Unit::Year, "year"),
];
/// The suffixes of texts by language.
const SUFFIXES: [(Lang, &str); 3] = [(Lang::En, ""), (Lang::Fr, ":fr"), (Lang::Ar, ":ar")];

/// The view that a file wants to be seen with; of several files none has the say.
#[must_use]
pub fn view_of(dataset: &Dataset) -> Option<(View, Option<Lang>)> {
    match dataset.parts() {
        [only] => read_view(only.members.get("view")?),
        _ => None,
    }
}

/// The bookmarks of all files, in order.
#[must_use]
pub fn bookmarks_of(dataset: &Dataset) -> Vec<Bookmark> {
    let lists = dataset.parts().iter();
    lists
        .filter_map(|part| part.members.get("bookmarks"))
        .flat_map(read_bookmarks)
        .collect()
}

/// Reads a list of bookmarks; what is no bookmark is passed over.
#[must_use]
pub fn read_bookmarks(list: &Value) -> Vec<Bookmark> {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(read_bookmark).collect()
}

fn read_bookmark(item: &Value) -> Option<Bookmark> {
    let object = item.as_object()?;
    let (view, lang) = read_view(object.get("view")?)?;
    Some(Bookmark {
        title: localised_member(object, "title"),
        text: localised_member(object, "text"),
        view,
        lang,
        written: Some(item.to_string().into()),
    })
}

/// Reads a view; what is missing or makes no sense is as at the start.
#[must_use]
pub fn read_view(value: &Value) -> Option<(View, Option<Lang>)> {
    let object = value.as_object()?;
    let word = |name: &str| object.get(name).and_then(Value::as_str);
    let view = View {
        filter: object
            .get("filter")
            .and_then(Value::as_object)
            .map(arguments::read)
            .unwrap_or_default(),
        mode: named(&MODES, word("mode")),
        unit: named(&UNITS, word("unit")),
        axis: object.get("axis").and_then(read_axis),
        camera: object.get("camera").and_then(read_camera),
        overlays: object
            .get("overlays")
            .and_then(Value::as_object)
            .map(read_overlays)
            .unwrap_or_default(),
        pinned: object.get("compare").and_then(read_side),
    };
    Some((view, word("language").and_then(Lang::from_tag)))
}

fn named<T: Copy + Default>(names: &[(T, &str)], name: Option<&str>) -> T {
    let found = names.iter().find(|(_, known)| Some(*known) == name);
    found.map_or_else(T::default, |(value, _)| *value)
}

fn name_of<T: Copy + PartialEq>(names: &'static [(T, &'static str)], value: T) -> &'static str {
    let found = names.iter().find(|(known, _)| *known == value);
    found.map_or("", |(_, name)| name)
}

fn read_axis(value: &Value) -> Option<ViewRange> {
    let edge = |index: usize| value.get(index)?.as_f64().filter(|edge| edge.is_finite());
    let (start, end) = (edge(0)?, edge(1)?);
    (start < end).then_some(ViewRange { start, end })
}

fn read_camera(value: &Value) -> Option<Pose> {
    let number = |name: &str| value.get(name)?.as_f64();
    let pose = Pose {
        lon: number("lon")?,
        lat: number("lat")?,
        zoom: number("zoom")?,
    };
    pose.is_sane().then_some(pose)
}

fn read_overlays(object: &Map<String, Value>) -> Switches {
    object
        .iter()
        .filter_map(|(id, is_on)| Some((id.as_str(), is_on.as_bool()?)))
        .collect()
}

/// The overlays as a member, where any are named.
fn overlays(switches: &Switches) -> Option<Value> {
    let members = switches
        .iter()
        .map(|(id, is_on)| (id.to_owned(), Value::from(is_on)));
    (!switches.is_empty()).then(|| members.collect::<Map<_, _>>().into())
}

fn read_side(value: &Value) -> Option<Side> {
    let side = Side::of(&arguments::read(value.as_object()?));
    value.get("window").is_some().then_some(side)
}

/// What is left of a filter without its other conditions; a window is always said.
fn side(side: Side) -> Value {
    let mut object = arguments::object(&side.of_filter(&Filter::default()));
    let window = side.window.to_string();
    object.insert("window".to_owned(), window.into());
    object.into()
}

/// The JSON text of a view. Members of `before`, the view that it takes the place of, that are not
/// ours stay as they are.
#[must_use]
pub fn view_text(view: &View, lang: Option<Lang>, before: Option<&str>) -> String {
    let camera = |pose: Pose| json!({"lon": pose.lon, "lat": pose.lat, "zoom": pose.zoom});
    let own = [
        ("filter", Some(arguments::object(&view.filter).into())),
        ("mode", Some(name_of(&MODES, view.mode).into())),
        ("unit", Some(name_of(&UNITS, view.unit).into())),
        ("axis", view.axis.map(|axis| json!([axis.start, axis.end]))),
        ("camera", view.camera.map(camera)),
        ("overlays", overlays(&view.overlays)),
        ("compare", view.pinned.map(side)),
        ("language", lang.map(|lang| lang.code().into())),
    ];
    let own: Vec<(String, Option<String>)> = own
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.map(|value: Value| value.to_string())))
        .collect();
    rewritten(before.unwrap_or("{}"), &own)
}

/// The JSON text of a list of bookmarks, laid out to stand one level deep.
#[must_use]
pub fn bookmarks_text(bookmarks: &[Bookmark]) -> String {
    if bookmarks.is_empty() {
        return "[]".to_owned();
    }
    let items: Vec<String> = bookmarks.iter().map(bookmark_text).collect();
    format!("[\n    {}\n  ]", items.join(",\n    "))
}

fn bookmark_text(bookmark: &Bookmark) -> String {
    let before = bookmark.written.as_deref();
    let known = before
        .and_then(|text| serde_json::from_str(text).ok())
        .and_then(|value: Value| read_bookmark(&value));
    if let (Some(known), Some(before)) = (&known, before)
        && known == bookmark
    {
        return before.to_owned();
    }
    let mut own = Vec::new();
    for (name, text) in [("title", &bookmark.title), ("text", &bookmark.text)] {
        own.extend(forms(name, text));
    }
    let is_same_view =
        |known: &Bookmark| known.view == bookmark.view && known.lang == bookmark.lang;
    if !known.as_ref().is_some_and(is_same_view) {
        let before = before.and_then(|text| member(text, "view"));
        let view = view_text(&bookmark.view, bookmark.lang, before.as_deref());
        own.push(("view".to_owned(), Some(view)));
    }
    rewritten(before.unwrap_or("{}"), &own)
}

/// The members that a text in three languages takes.
fn forms(name: &str, text: &Localised) -> Vec<(String, Option<String>)> {
    let form = |lang| {
        let words = text.exact(lang).filter(|words| !words.is_empty());
        words.map(|words| Value::from(words).to_string())
    };
    SUFFIXES
        .into_iter()
        .map(|(lang, suffix)| (format!("{name}{suffix}"), form(lang)))
        .collect()
}

/// The value of a member of the object that `text` is, as it is written.
fn member(text: &str, name: &str) -> Option<String> {
    let found = members_of(text)
        .into_iter()
        .rfind(|member| member.name == name)?;
    text.get(found.value).map(str::to_owned)
}

/// The object that `text` is with `own` members set, or taken out where they have no value. Every
/// other member stays, byte for byte and in its place.
fn rewritten(text: &str, own: &[(String, Option<String>)]) -> String {
    let mut left: Vec<&(String, Option<String>)> = own.iter().collect();
    let mut members: Vec<String> = Vec::new();
    for member in members_of(text) {
        let index = left.iter().position(|(name, _)| *name == member.name);
        let key = text.get(member.key.clone()).unwrap_or_default();
        if let Some(index) = index {
            if let (_, Some(value)) = left.remove(index) {
                members.push(format!("{key}: {value}"));
            }
        } else if !own.iter().any(|(name, _)| *name == member.name) {
            let value = text.get(member.value.clone()).unwrap_or_default();
            members.push(format!("{key}: {value}"));
        }
    }
    for (name, value) in left {
        if let Some(value) = value {
            members.push(format!("{}: {value}", Value::from(name.as_str())));
        }
    }
    format!("{{{}}}", members.join(", "))
}

/// Bookmarks as they stand in a file.
#[must_use]
pub fn bookmark_values(bookmarks: &[Bookmark]) -> Vec<Value> {
    let texts = bookmarks.iter().map(bookmark_text);
    texts
        .filter_map(|text| serde_json::from_str(&text).ok())
        .collect()
}

/// The text of a file of bookmarks of their own that holds `own`, which were `base` when this window read or
/// wrote them last, and what another window has added since to `text`, which is there. What another
/// window has removed goes, unless it was changed here. `None` where the text is damaged.
#[must_use]
pub fn merged_file(base: &[Value], own: &[Value], text: Option<&str>) -> Option<String> {
    let mut file: Map<String, Value> = match text {
        Some(text) => serde_json::from_str(text).ok()?,
        None => Map::new(),
    };
    let merged: Vec<Value> = match file.get("bookmarks") {
        None if text.is_some() => return None,
        None => own.to_vec(),
        Some(there) => {
            let there = there.as_array()?;
            let is_gone = |item: &Value| base.contains(item) && !there.contains(item);
            let is_new = |item: &Value| !base.contains(item) && !own.contains(item);
            let kept = own.iter().filter(|item| !is_gone(item));
            let added = there.iter().filter(|item| is_new(item));
            kept.chain(added).cloned().collect()
        }
    };
    file.insert("bookmarks".to_owned(), merged.into());
    serde_json::to_string_pretty(&file).ok()
}

/// Reads what [`merged_file`] wrote; `None` where it is damaged.
#[must_use]
pub fn read_file(text: &str) -> Option<Vec<Bookmark>> {
    let file: Map<String, Value> = serde_json::from_str(text).ok()?;
    let list = file.get("bookmarks").filter(|list| list.is_array())?;
    Some(read_bookmarks(list))
}
