//! The members of the collection around the exported features.

use crate::model::RowId;
use std::{
    borrow::Cow,
    collections::{BTreeSet, HashSet},
};

use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::{Export, digests::DigestTiming, report};
use crate::{
    data::{Dataset, SourceFile},
    io::views,
    scan::json::items_of,
};

/// Members that are lists of independent entries: those of several files follow one another.
const LISTS: [&str; 3] = ["sources", "bookmarks", "aliases"];

/// A key with its quotes and a value, both as JSON text.
type Written = (String, String);

/// Every member of the export but for `type` and `features`, in order.
pub(in crate::io) fn members(
    export: &Export,
    rows: &[RowId],
    digests: DigestTiming,
) -> Vec<Written> {
    let mut merged = MergedEntries::default();
    // Features that were made of rows follow the profile, whatever the rows did.
    if export.dataset.parts().iter().all(SourceFile::is_translated) {
        merged.set("profile", "\"sahelscope/1\"".to_owned());
    }
    let cited = Cited::of(export.dataset, rows);
    let unmerged: Vec<_> = export
        .dataset
        .parts()
        .iter()
        .enumerate()
        .map(|(index, part)| merged.add(export, part, index, &cited))
        .collect();
    if let Some(view) = export.view {
        let before = merged.value("view").map(str::to_owned);
        let text = views::view_text(view.view, view.lang, before.as_deref());
        merged.set("view", text);
        if let Some(bookmarks) = view.bookmarks {
            merged.set("bookmarks", views::bookmarks_text(bookmarks));
        }
    }
    merged.set("export", report::report(export, rows, unmerged, digests));
    merged.finish()
}

/// One member under assembly.
struct MemberEntry {
    /// The file that it was first found in; a file may have a member twice.
    part: usize,
    name: String,
    key: String,
    value: Merging,
}

enum Merging {
    /// One value, as it was written.
    Value(String),
    /// Entries of a list from more than one file, or not all of one.
    List(List),
}

/// Some entries of a list, laid out as the list that they are of.
struct List {
    /// The bracket and the space behind it, and the space and the bracket at the end.
    opening: String,
    closing: String,
    /// What stands before each entry but for the first that is written, and the entry.
    entries: Vec<(String, String)>,
}

/// What parts the entries of a list that has only one.
const BETWEEN: &str = ",\n    ";

impl List {
    /// The list that `raw` is, with the entries that `keep` lets through; nothing is written otherwise in it.
    fn of(raw: &str, mut keep: impl FnMut(&str) -> bool) -> Self {
        let items = items_of(raw);
        let inside = |from, to| raw.get(from..to).unwrap_or_default().to_owned();
        let first = items.first().map_or(raw.len(), |item| item.start);
        let mut end = None;
        let mut entries = Vec::new();
        for item in items {
            let before = end.map_or_else(String::new, |end| inside(end, item.start));
            end = Some(item.end);
            let entry = inside(item.start, item.end);
            if keep(&entry) {
                entries.push((before, entry));
            }
        }
        Self {
            opening: inside(0, first),
            closing: end.map_or_else(String::new, |end| inside(end, raw.len())),
            entries,
        }
    }

    /// Puts the entries of another list behind its own.
    fn extend(&mut self, other: Self) {
        let between = self.entries.last().map(|(before, _)| before);
        let between = between.filter(|it| !it.is_empty()).cloned();
        let between = between.unwrap_or_else(|| BETWEEN.to_owned());
        if self.entries.is_empty() {
            *self = other;
            return;
        }
        let others = other.entries.into_iter();
        self.entries.extend(others.map(|(before, entry)| {
            let before = if before.is_empty() {
                between.clone()
            } else {
                before
            };
            (before, entry)
        }));
    }

    fn into_text(self) -> String {
        if self.entries.is_empty() {
            return "[]".to_owned();
        }
        let mut text = self.opening;
        for (number, (before, entry)) in self.entries.into_iter().enumerate() {
            let parted = if before.is_empty() { BETWEEN } else { &before };
            text.push_str(if number == 0 { "" } else { parted });
            text.push_str(&entry);
        }
        text + &self.closing
    }
}

#[derive(Default)]
struct MergedEntries {
    entries: Vec<MemberEntry>,
    seen_sources: HashSet<String>,
}

impl MergedEntries {
    /// Takes in the members of a file; those that another file has already are returned.
    fn add(
        &mut self,
        export: &Export,
        part: &SourceFile,
        index: usize,
        cited: &Cited,
    ) -> Map<String, Value> {
        let mut unmerged = Map::new();
        for member in &part.written_members {
            let key = part.slice(&member.key).to_owned();
            let raw = part.slice(&member.value);
            if !is_json(&key) || !is_json(raw) {
                // An issue of the file says so; its text goes out as one.
                unmerged.insert(member.name.clone(), raw.into());
                continue;
            }
            let value = || serde_json::from_str(raw).unwrap_or(Value::Null);
            match member.name.as_str() {
                "type" => continue,
                // Its features go out in degrees, which need no name.
                "crs" if !export.as_read && !part.mapping.crs.is_degrees() => continue,
                // What an earlier export said of itself stays with its file.
                "export" => {
                    unmerged.insert(member.name.clone(), value());
                    continue;
                }
                _ => {}
            }
            let is_list = LISTS.contains(&member.name.as_str()) && raw.starts_with('[');
            let merging = if is_list {
                self.list(&member.name, raw, index, cited)
            } else {
                Merging::Value(raw.to_owned())
            };
            if !self.merge(index, &member.name, key, merging) {
                unmerged.insert(member.name.clone(), value());
            }
        }
        unmerged
    }

    /// The entries of a list that go into the export.
    fn list(&mut self, name: &str, raw: &str, part: usize, cited: &Cited) -> Merging {
        let keep_all = cited.keeps_all_of(part);
        if keep_all && !self.has(name) && name != "sources" {
            return Merging::Value(raw.to_owned());
        }
        if name != "sources" {
            return Merging::List(List::of(raw, |_| true));
        }
        let mut is_whole = true;
        let list = List::of(raw, |item| {
            let is_kept = source_id(item)
                .is_none_or(|id| (keep_all || cited.contains(&id)) && self.seen_sources.insert(id));
            is_whole &= is_kept;
            is_kept
        });
        if is_whole && !self.has(name) {
            Merging::Value(raw.to_owned())
        } else {
            Merging::List(list)
        }
    }

    fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// Whether the member found its place.
    fn merge(&mut self, part: usize, name: &str, key: String, merging: Merging) -> bool {
        let earlier = |entry: &&mut MemberEntry| entry.name == name && entry.part != part;
        let Some(entry) = self.entries.iter_mut().find(earlier) else {
            self.entries.push(MemberEntry {
                part,
                name: name.to_owned(),
                key,
                value: merging,
            });
            return true;
        };
        match (&mut entry.value, merging) {
            (Merging::Value(old), Merging::Value(new)) => *old == new,
            (Merging::Value(old), Merging::List(new)) => {
                let is_list = old.trim_start().starts_with('[');
                if is_list {
                    let mut list = List::of(old, |_| true);
                    list.extend(new);
                    entry.value = Merging::List(list);
                }
                is_list
            }
            (Merging::List(old), Merging::List(new)) => {
                old.extend(new);
                true
            }
            (Merging::List(_), Merging::Value(_)) => false,
        }
    }

    /// The value of a member, as it is written.
    fn value(&self, name: &str) -> Option<&str> {
        let entry = self.entries.iter().rfind(|entry| entry.name == name)?;
        match &entry.value {
            Merging::Value(raw) => Some(raw),
            Merging::List(_) => None,
        }
    }

    fn set(&mut self, name: &str, value: String) {
        self.entries.retain(|entry| entry.name != name);
        self.entries.push(MemberEntry {
            part: usize::MAX,
            name: name.to_owned(),
            key: format!("\"{name}\""),
            value: Merging::Value(value),
        });
    }

    fn finish(self) -> Vec<Written> {
        let text = |value| match value {
            Merging::Value(raw) => raw,
            Merging::List(list) => list.into_text(),
        };
        self.entries
            .into_iter()
            .map(|entry| (entry.key, text(entry.value)))
            .collect()
    }
}

/// Which sources the exported records cite.
struct Cited {
    ids: HashSet<String>,
    /// By file: whether all of its records are exported.
    complete: Vec<bool>,
}

impl Cited {
    fn of(dataset: &Dataset, rows: &[RowId]) -> Self {
        // The rows of a difference are not in file order, and one may be there twice.
        let sorted = rows.is_sorted_by(|row, next| row < next).then_some(rows);
        let sorted = sorted.map_or_else(
            || Cow::Owned(BTreeSet::from_iter(rows).into_iter().copied().collect()),
            Cow::<[RowId]>::Borrowed,
        );
        let is_complete = |part: usize| {
            let of_part = dataset.rows_of(part);
            let first = sorted.partition_point(|row| *row < of_part.start());
            let behind = sorted.partition_point(|row| *row < of_part.end());
            behind.saturating_sub(first) == of_part.len()
        };
        let parts = 0..dataset.parts().len();
        let complete: Vec<bool> = parts.map(is_complete).collect();
        let mut cited = Self {
            ids: HashSet::new(),
            complete,
        };
        if dataset.has_sources() && cited.complete.contains(&false) {
            for row in rows {
                cited.add_row(dataset, *row);
            }
        }
        cited
    }

    fn add_row(&mut self, dataset: &Dataset, row: RowId) {
        let Some(record) = dataset.record(row) else {
            return;
        };
        for id in record.cited() {
            self.add_source(dataset, id);
        }
    }

    /// A source, and the one that it repeats.
    fn add_source(&mut self, dataset: &Dataset, id: &str) {
        let mut next = Some(id);
        while let Some(id) = next {
            if !self.ids.insert(id.to_owned()) {
                return;
            }
            next = dataset
                .source(id)
                .and_then(|source| source.origin.as_deref());
        }
    }

    fn keeps_all_of(&self, part: usize) -> bool {
        self.complete.get(part).copied().unwrap_or(false)
    }

    fn contains(&self, id: &str) -> bool {
        self.ids.contains(id)
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// What records cite an entry of `sources` by.
fn source_id(item: &str) -> Option<String> {
    let entry: Value = serde_json::from_str(item).ok()?;
    match entry.get("id")? {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn what_stays_of_a_list_keeps_its_white_space() {
        let raw = "[ {\"id\" : 1},{\"id\":2 }\n\t,  {\"id\":3}\n ]";
        let kept = |keep: &[&str]| List::of(raw, |item| keep.iter().any(|it| item.contains(it)));
        assert_eq!(kept(&["1", "2", "3"]).into_text(), raw);
        assert_eq!(
            kept(&["1", "3"]).into_text(),
            "[ {\"id\" : 1}\n\t,  {\"id\":3}\n ]"
        );
        assert_eq!(kept(&["3"]).into_text(), "[ {\"id\":3}\n ]");
        assert_eq!(kept(&[]).into_text(), "[]");
        let mut both = kept(&["1"]);
        both.extend(List::of("[4, 5]", |_| true));
        assert_eq!(both.into_text(), "[ {\"id\" : 1},\n    4, 5\n ]");
    }
}
