//! Values of records out of chosen words: each says which words it rests on, and the log which proposal was accepted.

use serde_json::{Value, json};

use crate::{
    app::{App, authoring::Provenance},
    command::Coding,
    data::edit::Pointer,
    model::{Lang, RowId, anchor::Anchor},
    session::DeskDocument,
    suggest::{Suggestion, SuggestionKind, suggest},
    text::args,
    ui::notice::Tone,
};

/// The longest words that are a name, in letters.
const LONGEST_NAME: usize = 120;

impl App {
    /// Makes something of the chosen words.
    pub(super) fn code(&mut self, coding: Coding) {
        let chosen = self.state.reader.desk.shown();
        let Some((document, anchor)) = chosen.and_then(|it| Some((it, it.anchor()?))) else {
            return self.say(Tone::Warning, "reader-choose-first");
        };
        let words = Words {
            proposal: proposal(document, coding),
            target: anchor.target(&document.label.sha256),
            lang: document.label.lang,
            anchor,
        };
        if coding == Coding::Record {
            let evidence = json!([words.evidence("")]);
            return self.begin_record_from(evidence, words.taken());
        }
        let Some(row) = self.state.document.selection.selected else {
            return self.say(Tone::Warning, "edit-select-first");
        };
        if let Some(value) = words.value(coding) {
            return self.code_value(row, coding, value, &words);
        }
        let key = match coding {
            Coding::Date => "reader-no-date",
            Coding::Quantity => "reader-no-number",
            _ => "reader-no-name",
        };
        let exact = words.anchor.exact.as_str();
        self.say_with(Tone::Warning, key, args!(words: exact));
    }

    fn code_value(&mut self, row: RowId, coding: Coding, value: Value, words: &Words) {
        let Some(feature) = self.feature_of(row) else {
            return;
        };
        let (pointer, value) = placed(coding, value, &feature, words.lang_of_names());
        let mut evidence = list(&feature, "evidence");
        let path = pointer.to_string();
        evidence.retain(|it| it.get("for").and_then(Value::as_str) != Some(&path));
        evidence.push(words.evidence(&path));
        let evidence = (
            Pointer::of(["properties", "evidence"]),
            Some(evidence.into()),
        );
        let changes = match coding {
            Coding::Date | Coding::Place | Coding::Record => (pointer, Some(value)),
            Coding::Quantity => appended(&feature, "quantities", value),
            Coding::Actor => appended(&feature, "actors", value),
            Coding::Equipment => appended(&feature, "equipment", value),
        };
        self.set_values_from(row, &[changes, evidence], &words.taken());
    }
}

/// The chosen words, and what is proposed of them.
struct Words {
    anchor: Anchor,
    target: Value,
    proposal: Option<Suggestion>,
    lang: Option<Lang>,
}

impl Words {
    /// What the value at `path` rests on.
    fn evidence(&self, path: &str) -> Value {
        json!({
            "for": path,
            "locator": format!("para {}", self.anchor.paragraph),
            "target": self.target,
        })
    }

    /// What the log is told of where a value comes from.
    fn taken(&self) -> Provenance {
        let hint = self.proposal.as_ref().map(|it| {
            json!({"kind": it.kind.name(), "rule": it.rule, "text": it.text, "value": it.value.as_json()})
        });
        Provenance {
            from: Some(json!([self.target])),
            hint,
        }
    }

    /// The language of a name that is taken as it stands; what is proposed is called as records call it.
    fn lang_of_names(&self) -> Option<Lang> {
        self.lang.filter(|_| self.proposal.is_none())
    }

    /// The value that the words become.
    fn value(&self, coding: Coding) -> Option<Value> {
        let proposed = self.proposal.as_ref().map(|it| it.value.as_json());
        let name = || Some(&self.anchor.exact).filter(|it| it.chars().count() <= LONGEST_NAME);
        match coding {
            Coding::Record => None,
            Coding::Date => proposed,
            Coding::Quantity => {
                let mut count = proposed?;
                count
                    .as_object_mut()?
                    .insert("what".to_owned(), Value::Null);
                Some(count)
            }
            Coding::Place | Coding::Actor => proposed.or_else(|| Some(name()?.as_str().into())),
            Coding::Equipment => {
                let model = proposed.or_else(|| Some(name()?.as_str().into()))?;
                Some(json!({"model": model}))
            }
        }
    }
}

/// What is proposed of the chosen words for this use, by the whole text or else by these words alone.
fn proposal(document: &DeskDocument, coding: Coding) -> Option<Suggestion> {
    let wanted = match coding {
        Coding::Record => return None,
        Coding::Date => SuggestionKind::Date,
        Coding::Place => SuggestionKind::Place,
        Coding::Quantity => SuggestionKind::Quantity,
        Coding::Actor => SuggestionKind::Actor,
        Coding::Equipment => SuggestionKind::Equipment,
    };
    let chosen = document.chosen()?.clone();
    let mut here = document.suggestions_in(chosen).map(|(_, it)| it);
    if let Some(found) = here.find(|it| it.kind == wanted) {
        return Some(found.clone());
    }
    let published = document.label.published_bounds();
    let mut alone = suggest(
        document.chosen_words()?,
        document.label.lang,
        published,
        &[],
    )
    .into_iter();
    alone.find(|it| it.kind == wanted)
}

fn list(feature: &Value, name: &str) -> Vec<Value> {
    let list = feature.pointer(&format!("/properties/{name}"));
    list.and_then(Value::as_array).cloned().unwrap_or_default()
}

/// Where a value goes, as its evidence names it.
fn placed(coding: Coding, value: Value, feature: &Value, lang: Option<Lang>) -> (Pointer, Value) {
    let at = |name: &str| list(feature, name).len().to_string();
    let pointer = match coding {
        Coding::Record | Coding::Date => Pointer::of(["properties", "date"]),
        Coding::Place => Pointer::of(["properties", place_name(&value, lang)]),
        Coding::Quantity => Pointer::of(["properties", "quantities", &at("quantities")]),
        Coding::Actor => Pointer::of(["properties", "actors", &at("actors")]),
        Coding::Equipment => Pointer::of(["properties", "equipment", &at("equipment")]),
    };
    (pointer, value)
}

/// The property of a name: the one of its language, told by its letters.
fn place_name(value: &Value, lang: Option<Lang>) -> &'static str {
    let is_arabic = value.as_str().is_some_and(crate::text::bidi::has_rtl);
    match lang {
        _ if is_arabic => "place:ar",
        Some(Lang::Fr) => "place:fr",
        _ => "place",
    }
}

/// A list with one value more.
fn appended(feature: &Value, name: &str, value: Value) -> (Pointer, Option<Value>) {
    let mut list = list(feature, name);
    list.push(value);
    (Pointer::of(["properties", name]), Some(list.into()))
}
