//! Which records rest on which words of a document.

use memchr::memmem;
use serde_json::Value;

use crate::{
    data::Dataset,
    model::{
        RowId,
        anchor::{Anchor, AnchorText},
    },
    session::DeskDocument,
    ui::Cite,
    work::Progress,
};

/// The words that claims and evidence of records name, in the order of the text; reads each record that names the
/// document. `None` where nobody waits any more.
pub(super) fn cites_of(
    dataset: &Dataset,
    document: &DeskDocument,
    progress: &Progress,
) -> Option<Vec<Cite>> {
    let sources = dataset.sources();
    let is_it = |sha256: &str| sha256.eq_ignore_ascii_case(&document.label.sha256);
    let sources = sources.filter(|source| source.sha256.as_deref().is_some_and(is_it));
    let ids: Vec<&str> = sources.map(|source| &*source.id).collect();
    let needles: Vec<&str> = ids
        .iter()
        .copied()
        .chain([document.label.sha256.as_str()])
        .collect();
    let finders: Vec<_> = needles.iter().map(memmem::Finder::new).collect();
    let text = AnchorText::of(document.text());
    let mut cites = Vec::new();
    for row in dataset.rows() {
        progress.check()?;
        let bytes = dataset.bytes(row);
        if !finders
            .iter()
            .any(|finder| finder.find(bytes.as_bytes()).is_some())
        {
            continue;
        }
        let feature: Value = serde_json::from_str(bytes).unwrap_or_default();
        for name in ["claims", "evidence"] {
            let list = feature.pointer(&format!("/properties/{name}"));
            for entry in list.and_then(Value::as_array).into_iter().flatten() {
                cites.extend(cite(row, entry, document, &ids, &text));
            }
        }
    }
    cites.sort_by_key(|cite| (cite.paragraph, cite.row));
    cites.dedup();
    Some(cites)
}

/// Where a claim or a piece of evidence rests on the document.
fn cite(
    row: RowId,
    entry: &Value,
    document: &DeskDocument,
    ids: &[&str],
    text: &AnchorText,
) -> Option<Cite> {
    let target = entry.get("target").and_then(Anchor::of_target);
    if let Some((_, anchor)) = target.filter(|(sha256, _)| *sha256 == document.label.sha256) {
        let (place, _) = text.find(&anchor)?;
        let range = document.bytes_of(&place);
        return Some(Cite {
            row,
            paragraph: document.paragraph_at(range.start),
            range: Some(range),
        });
    }
    let source = entry.get("source")?.as_str()?;
    let number = entry.get("locator")?.as_str()?.strip_prefix("para ")?;
    let number: usize = number.trim().parse().ok()?;
    ids.contains(&source).then_some(Cite {
        row,
        paragraph: number.checked_sub(1)?,
        range: None,
    })
}
