//! New records.

use serde_json::{Map, Value, json};

use super::{
    EditTarget,
    wanted::{Provenance, WantedChange, new_record_id},
};
use crate::{
    app::App,
    data::{
        change_log::Rec,
        edit::{Op, Pointer},
    },
    model::RowId,
    ui::notice::Tone,
};

/// What a new record has from the beginning.
#[derive(Clone, Debug, Default)]
pub(super) struct Beginning {
    /// Its point: longitude and latitude.
    at: Option<[Value; 2]>,
    /// The words that it rests on.
    evidence: Option<Value>,
    taken: Provenance,
}

impl Beginning {
    pub(super) fn at(at: [Value; 2]) -> Self {
        Self {
            at: Some(at),
            ..Self::default()
        }
    }
}

impl App {
    /// Begins a record that rests on the words of a document.
    pub(in crate::app) fn begin_record_from(&mut self, evidence: Value, taken: Provenance) {
        let begun = Beginning {
            evidence: Some(evidence),
            taken,
            ..Beginning::default()
        };
        self.begin_record(None, begun);
    }

    pub(super) fn begin_record(&mut self, like: Option<RowId>, begun: Beginning) {
        let document = &self.state.document;
        let selected = document.selection.selected;
        let row = like
            .or(selected)
            .or_else(|| document.dataset.rows().next_back());
        let Some(row) = row else {
            return self.say(Tone::Warning, "edit-no-file");
        };
        let Some(beside) = self.adopted(row) else {
            return;
        };
        let feature = beside
            .text
            .as_deref()
            .and_then(|text| serde_json::from_str::<Value>(text).ok());
        let id = new_record_id();
        let new = match (like, feature) {
            (Some(_), Some(Value::Object(mut feature))) => {
                feature.insert("id".to_owned(), id.as_str().into());
                Value::from(feature)
            }
            (_, feature) => {
                let layer = feature
                    .as_ref()
                    .and_then(|it| it.pointer("/properties/layer"));
                let layer = layer.cloned().unwrap_or_else(|| "incident".into());
                let point = begun
                    .at
                    .map(|at| json!({"type": "Point", "coordinates": at}));
                let mut properties = Map::from_iter([("layer".to_owned(), layer)]);
                properties.extend(begun.evidence.map(|it| ("evidence".to_owned(), it)));
                json!({"type": "Feature", "id": id, "geometry": point, "properties": properties})
            }
        };
        let wanted = WantedChange {
            target: EditTarget {
                part: beside.part,
                rec: Rec::Text(id),
                text: None,
            },
            ops: vec![Op::add(Pointer::default(), new)],
            why: None,
            undoes: None,
        };
        self.do_step_from(vec![wanted], &begun.taken);
        self.state.document.authoring.is_form = true;
        self.state.settings.right_panel = true;
    }
}
