//! What the places of marks are called.

use crate::{model::Localised, query::marks::Mark};

use super::{
    super::{super::frame::MapFrame, room::NamedMark},
    MarkItem,
};

/// More marks than this in view have no names: they could not be read, and each is a record to be looked at.
const MOST: usize = 60;
/// More records at one place are not asked whether all of them call it alike.
const MOST_MEMBERS: usize = 40;

/// Returns the marks whose places have a name; `raised` come first.
pub(super) fn named(
    frame: &MapFrame<'_>,
    raised: &[MarkItem],
    items: &[MarkItem],
) -> Vec<NamedMark> {
    let items = if items.len() > MOST { &[] } else { items };
    raised
        .iter()
        .chain(items)
        .filter_map(|item| name(frame, item))
        .collect()
}

fn name(frame: &MapFrame<'_>, item: &MarkItem) -> Option<NamedMark> {
    let rect = item.room(frame)?;
    let members = match item {
        MarkItem::Single { mark, .. } => std::slice::from_ref(mark),
        MarkItem::Stack { cluster, .. } | MarkItem::Root { cluster, .. } => {
            frame.layout.clusters.get(*cluster)?.members.as_slice()
        }
        MarkItem::Member { .. } | MarkItem::Others { .. } | MarkItem::Ghost { .. } => return None,
    };
    let (first, others) = members.split_first()?;
    if others.len() >= MOST_MEMBERS {
        return None;
    }
    let lang = frame.input.words.content();
    let name = place(frame, first)?;
    let (text, found) = name.best(lang)?;
    let is_alike = |mark: &Mark| place(frame, mark).is_some_and(|other| other.text(lang) == text);
    others.iter().all(is_alike).then(|| NamedMark {
        rect,
        name: text.to_owned(),
        is_fallback: found != frame.input.lang(),
    })
}

fn place(frame: &MapFrame<'_>, mark: &Mark) -> Option<Localised> {
    let record = frame.input.dataset.record(mark.row)?;
    Some(record.place.name.clone())
}
