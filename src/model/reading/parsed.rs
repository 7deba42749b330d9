//! The reader over parsed JSON, which never stops: what is wrong is noted and reading goes on.

use std::{borrow::Cow, convert::Infallible};

use serde_json::Value;

use super::properties::{Id, Items, Properties, Writing};
use crate::model::{
    bounds::{Second, iso_second},
    date::WhenError,
    issue::IssueKind,
    layer::Layer,
    mapping::Mapping,
    reader::Reader,
    when::When,
};

/// A feature that was parsed.
pub(super) struct Parsed<'r, 'a> {
    pub(super) reader: &'r Reader<'a>,
    /// What is known and said of the file; `None` for what has no dates.
    pub(super) mapping: Option<&'r Mapping>,
    /// The member `id` beside the properties.
    pub(super) own_id: Option<&'a Value>,
}

impl<'r> Parsed<'r, '_> {
    /// The property that is read where `name` is empty.
    fn instead_of(&self, name: &str) -> Option<&'r str> {
        self.mapping.and_then(|mapping| mapping.instead_of(name))
    }
}

impl<'r, 'a> Properties<'a> for Parsed<'r, 'a> {
    type Key = &'r str;
    type Date = When;
    type Stop = Infallible;

    fn is_there(&self, name: &'r str) -> bool {
        let instead = self.instead_of(name);
        self.reader.value(name).is_some()
            || instead.is_some_and(|other| self.reader.value(other).is_some())
    }

    fn text(&self, name: &'r str) -> Result<Option<Cow<'a, str>>, Infallible> {
        let in_parts = self
            .mapping
            .and_then(|mapping| Some((mapping, mapping.parts_of(name)?)));
        if let Some((mapping, field)) = in_parts {
            return Ok(mapping.written(field, |part| self.reader.written(part)));
        }
        let own = self.reader.written(name);
        let is_filled = own.as_ref().is_some_and(|text| !text.trim().is_empty());
        let instead = self.instead_of(name).filter(|_| !is_filled);
        Ok(instead.and_then(|other| self.reader.written(other)).or(own))
    }

    fn edtf<'w>(&self, written: &'w str, writing: Writing) -> Result<Cow<'w, str>, WhenError> {
        match (writing, self.mapping) {
            (Writing::Foreign(_), Some(mapping)) => mapping.edtf(written),
            _ => writing.edtf(written),
        }
    }

    fn refusal(&self, error: WhenError, written: &str) -> IssueKind {
        let foreign = self.mapping.filter(|mapping| !mapping.is_profile());
        foreign.map_or_else(|| error.into(), |mapping| mapping.refusal(error, written))
    }

    fn number(&self, name: &'r str) -> Result<Option<f64>, Infallible> {
        Ok(self.reader.number(name))
    }

    fn items(&self, name: &'r str, has_links: bool) -> Result<Items<'a>, Infallible> {
        Ok(match self.reader.value(name) {
            Some(Value::Array(items)) if has_links && items.iter().any(Value::is_object) => {
                let links = items.iter().filter_map(link_of);
                Items::Many(links.map(Cow::Borrowed).collect())
            }
            Some(Value::Array(_)) => Items::Many(self.reader.texts(name)),
            _ => self.reader.written(name).map_or(Items::Absent, Items::One),
        })
    }

    fn id(&self, name: Option<&'r str>) -> Result<Option<Id<'a>>, Infallible> {
        let value = match name {
            Some(name) => self.reader.value(name),
            None => self.own_id.filter(|id| !id.is_null()),
        };
        Ok(match value {
            None => None,
            Some(Value::String(text)) => Some(Id::Text(Cow::Borrowed(text))),
            Some(Value::Number(number)) => Some(Id::Number(Cow::Owned(number.to_string()))),
            Some(other) => {
                let kind = IssueKind::TypeWrong;
                self.reader.note("id", kind, &other.to_string());
                None
            }
        })
    }

    fn has_own_id(&self) -> bool {
        self.own_id.is_some_and(|id| !id.is_null())
    }

    fn note(&mut self, name: &'r str, kind: IssueKind, value: &str) -> Result<(), Infallible> {
        self.reader.note(name, kind, value);
        Ok(())
    }

    fn date(&mut self, written: &str, writing: Writing) -> Result<When, WhenError> {
        When::parse(&self.edtf(written, writing)?)
    }

    fn moment(&self, second: Second) -> Option<When> {
        let text = iso_second(second);
        let date = When::parse(&text).ok()?;
        // Seconds beyond the calendar have no text of their own.
        (date.bounds().earliest == second).then_some(date)
    }

    fn layer(&mut self, name: &str) -> Layer {
        Layer::from_name(name)
    }
}

/// What an object stands for that describes a source: its address, else its id.
fn link_of(item: &Value) -> Option<&str> {
    ["path", "url", "id"]
        .into_iter()
        .find_map(|name| item.get(name)?.as_str())
        .or_else(|| item.as_str())
}
