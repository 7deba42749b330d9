//! One change of many records, as one step.

use std::collections::BTreeMap;

use serde_json::Value;

use super::wanted::WantedChange;
use crate::{
    app::App,
    data::edit::{Op, Pointer, replacing},
    model::RowId,
    text::args,
    ui::notice::Tone,
};

impl App {
    /// Has one value in many records.
    pub(super) fn set_many(&mut self, rows: &[RowId], path: &Pointer, value: Option<&Value>) {
        self.change_many(rows, |feature| {
            let there = feature.pointer(&path.to_string());
            replacing(path, there, value)
        });
    }

    /// Puts one text in the place of another, in texts and in lists of texts.
    pub(super) fn replace_many(&mut self, rows: &[RowId], path: &Pointer, [find, by]: [&str; 2]) {
        self.change_many(rows, |feature| {
            let there = feature.pointer(&path.to_string());
            let now = match there {
                Some(Value::String(text)) => Some(text.replace(find, by).into()),
                Some(Value::Array(items)) => {
                    let items = items.iter().map(|item| match item {
                        Value::String(text) => text.replace(find, by).into(),
                        other => other.clone(),
                    });
                    Some(items.collect::<Vec<Value>>().into())
                }
                other => other.cloned(),
            };
            replacing(path, there, now.as_ref())
        });
    }

    fn change_many(&mut self, rows: &[RowId], ops: impl Fn(&Value) -> Vec<Op>) {
        let mut by_part: BTreeMap<usize, Vec<WantedChange>> = BTreeMap::new();
        for row in rows {
            let Some(target) = self.adopted(*row) else {
                return;
            };
            let feature = target
                .text
                .as_deref()
                .and_then(|text| serde_json::from_str::<Value>(text).ok());
            let Some(feature) =
                feature.filter(|it| it.get("properties").is_some_and(Value::is_object))
            else {
                continue;
            };
            let ops = ops(&feature);
            if !ops.is_empty() {
                by_part.entry(target.part).or_default().push(WantedChange {
                    target,
                    ops,
                    why: None,
                    undoes: None,
                });
            }
        }
        let n: usize = by_part.values().map(Vec::len).sum();
        for wanted in by_part.into_values() {
            self.do_step(wanted);
        }
        self.say_with(Tone::Done, "bulk-done", args!(n: n));
    }
}
