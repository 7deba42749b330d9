//! Members that point elsewhere: a document of the file, another record, a place that the program knows.

use egui::{Id, Key, Ui, vec2};
use serde_json::{Value, json};

use crate::{
    command::{Commands, EditCommand, SelectCommand},
    data::{
        edit::Pointer,
        gazetteer::{KnownPlace, beginning_with},
    },
    model::{Lang, PlacePrecision, RowId, Source},
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::{
    field::{EditForm, field_ui, with_holders},
    fields::title_of,
    typed::Typed,
};

/// Places that are offered.
const OFFERED: usize = 6;
/// Letters of the title of a document that are shown.
const SHOWN: usize = 72;

/// Draws a field for the id of a document, and the documents that the file has.
pub(super) fn source_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>, name: &str, path: &Pointer) {
    let chosen = form.text(path).to_owned();
    let shown = source_name(form.context, &chosen);
    ui.add(Text::new(name).small().weak());
    if let Some(id) = choice_ui(ui, form, name, &shown, &chosen)
        && id != chosen
    {
        let mut wanted = vec![(path.clone(), Some(Value::from(id.as_str())))];
        // What a claim cites the record rests on.
        wanted.extend(cited(form, &id));
        form.set_all(wanted);
    }
    ui.add_space(size::GRID);
}

/// Draws what adds a document to those that the record rests on.
pub(super) fn sources_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>) {
    let name = form.context.words.get("edit-add-source");
    if let Some(id) = choice_ui(ui, form, name, name, "")
        && let Some(wanted) = cited(form, &id)
    {
        form.set_all(vec![wanted]);
    }
    ui.add_space(size::GRID);
}

/// The list of documents with this one; `None` where it is there already.
fn cited(form: &EditForm<'_, '_>, id: &str) -> Option<(Pointer, Option<Value>)> {
    let path = Pointer::property("sources");
    let mut ids = match form.there(&path) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(ids)) => ids.clone(),
        Some(_) => return None,
    };
    if ids.iter().any(|known| known.as_str() == Some(id)) {
        return None;
    }
    ids.push(id.into());
    Some((path, Some(ids.into())))
}

/// The documents of the file, of which one is chosen.
fn choice_ui(
    ui: &mut Ui,
    form: &EditForm<'_, '_>,
    name: &str,
    shown: &str,
    chosen: &str,
) -> Option<String> {
    let (context, words) = (form.context, form.context.words);
    let choice = kit::Choice {
        name,
        chosen: shown,
        width: ui.available_width(),
    };
    let listed = kit::choice(ui, words, choice, |ui| {
        let mut picked = None;
        let mut sources: Vec<&Source> = context.document.dataset.sources().collect();
        sources.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        if sources.is_empty() {
            ui.add(
                Text::new(words.get("edit-no-sources"))
                    .small()
                    .weak()
                    .block(),
            );
        }
        for source in sources {
            let id = &*source.id;
            let name = source_name(context, id);
            if kit::list_entry(ui, words, &name, None, id == chosen).clicked() {
                picked = Some(id.to_owned());
                ui.close();
            }
        }
        picked
    });
    listed.inner.flatten()
}

/// What a document is called: its title, its publisher and its date.
fn source_name(context: &PanelContext<'_>, id: &str) -> String {
    let words = context.words;
    let Some(source) = context.document.dataset.source(id) else {
        return if id.is_empty() {
            "–".to_owned()
        } else {
            id.to_owned()
        };
    };
    let lang = words.content();
    let title = match source.title.text(lang) {
        "" => id,
        title => title,
    };
    let title = match title.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", title.get(..end).unwrap_or_default()),
        None => title.to_owned(),
    };
    let published = source.published.as_ref().map_or("", |when| when.text());
    let parts = [title.as_str(), source.publisher.text(lang), published].into_iter();
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(words.get("list-separator"))
}

/// A field of the form that waits for a record to be pointed out.
#[derive(Clone, Debug, PartialEq)]
struct Picking {
    /// Which reading of the records is shown.
    revision: u64,
    row: RowId,
    path: Pointer,
    /// Whether the item that is to name the record is there.
    is_there: bool,
}

fn picking_id() -> Id {
    Id::unique("record to be pointed out")
}

/// Draws a field for the id of another record, which can be pointed out on map, timeline or list.
pub(super) fn record_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>, name: &str, path: &Pointer) {
    let words = form.context.words;
    field_ui(ui, form, name, path, Typed::Line);
    let id = form.text(path);
    if !id.is_empty() {
        let title = title_of(form.context, id);
        ui.add(Text::new(&title).small().weak().block());
    }
    let holder = path
        .split()
        .map(|(steps, _)| Pointer::of(steps.iter().cloned()));
    let own = Picking {
        revision: form.context.document.dataset.revision(),
        row: form.subject.row,
        is_there: holder.is_some_and(|holder| form.there(&holder).is_some()),
        path: path.clone(),
    };
    let picking: Option<Picking> = ui.data(|data| data.get_temp(picking_id()));
    let is_on = picking.as_ref() == Some(&own);
    let key = if is_on { "edit-pick-now" } else { "edit-pick" };
    let button = typeset::button_with_icon(ui, icon::CROSSHAIR_SIMPLE, words.get(key));
    if typeset::hint(button, words.get("edit-pick-hint")).clicked() {
        ui.data_mut(|data| {
            if is_on {
                data.remove::<Picking>(picking_id());
            } else {
                data.insert_temp(picking_id(), own);
            }
        });
    }
    ui.add_space(size::GRID);
}

/// Takes the record that was pointed out for a field of the form, and goes back to the form. Whether one was.
pub(in crate::ui) fn take_pick(
    ui: &Ui,
    context: &PanelContext<'_>,
    selected: Option<RowId>,
    commands: &mut Commands,
) -> bool {
    let picking: Option<Picking> = ui.data(|data| data.get_temp(picking_id()));
    let Some(picking) = picking else {
        return false;
    };
    let dataset = context.document.dataset;
    let is_dropped = ui.input(|input| input.key_pressed(Key::Escape));
    let is_same =
        picking.revision == dataset.revision() && context.document.editing.is_form && !is_dropped;
    if is_same && selected == Some(picking.row) {
        return false;
    }
    ui.data_mut(|data| data.remove::<Picking>(picking_id()));
    let (Some(picked), true) = (selected, is_same) else {
        return false;
    };
    let record = dataset.record(picked);
    match record.as_ref().and_then(|record| record.id.as_ref()) {
        Some(id) => {
            let feature = dataset.feature(picking.row);
            commands.push(EditCommand::Set {
                row: picking.row,
                changes: vec![picking.change(&id.to_string(), &feature)],
                why: None,
            });
        }
        None => commands.push(EditCommand::NoId),
    }
    commands.push(SelectCommand::Select(picking.row));
    true
}

impl Picking {
    /// What puts the id where it is wanted.
    fn change(&self, id: &str, feature: &str) -> (Pointer, Option<Value>) {
        let own = (self.path.clone(), Some(Value::from(id)));
        if self.is_there {
            return own;
        }
        let feature: Value = serde_json::from_str(feature).unwrap_or_default();
        let mut whole = with_holders(&feature, vec![own.clone()]).into_iter();
        whole.next().unwrap_or(own)
    }
}

/// Offers the places that begin with what is typed as the name of the place: one press gives names, point and precision.
pub(super) fn places_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>, typed: &str) {
    let places = beginning_with(typed);
    if places.is_empty() {
        return;
    }
    let words = form.context.words;
    ui.add(Text::new(words.get("edit-places")).small().weak().block());
    kit::wrapped_row(ui, words, vec2(6.0, 6.0), |ui| {
        for place in places.iter().take(OFFERED) {
            let name = place.name(words.content());
            let [lat, lon] = [place.at.y(), place.at.x()].map(|it| format!("{it:.3}"));
            let (lat, lon) = (lat.as_str(), lon.as_str());
            let hint = words.with("edit-place-offer", args!(name: name, lat: lat, lon: lon));
            let chip = kit::chip(ui, form.context, Some(icon::MAP_PIN), name, false);
            if typeset::hint(chip, &hint).clicked() {
                form.set_all(values_of(place));
            }
        }
    });
    ui.add_space(size::GRID);
}

/// What a record says that happened at a place. A stretch of land has no point of its own.
fn values_of(place: &KnownPlace) -> Vec<(Pointer, Option<Value>)> {
    let names = Lang::ALL.map(|lang| {
        let property = match lang {
            Lang::En => "place".to_owned(),
            _ => format!("place:{}", lang.code()),
        };
        (Pointer::property(&property), Some(place.name(lang).into()))
    });
    let mut values = Vec::from(names);
    if !place.is_land {
        let point = json!({"type": "Point", "coordinates": [place.at.x(), place.at.y()]});
        values.push((Pointer::of(["geometry"]), Some(point)));
        let precision = PlacePrecision::Town.name();
        values.push((Pointer::property("place_precision"), Some(precision.into())));
    }
    values
}
