//! What hangs on all records and files together: documents cited, records linked to, ids given twice.

use std::{collections::HashMap, sync::Arc};

use crate::{
    model::{Bounds, Issue, IssueKind, Own, RowId, Source, When},
    work::{Progress, drop_in_background},
};

use super::{
    super::{
        batch::{Batch, Citations, LISTED_ISSUES, RowIssue, RowLink},
        source_file::SourceFile,
    },
    Dataset, FiledIssue,
    file_names::told_apart,
    next_revision,
    targets::Targets,
};

/// Links of one record to sources that are looked up; a hostile record could have millions.
const CHECKED_LINKS: usize = 256;

/// The dataset of `parts`, whose records `batch` was derived from; `None` when `progress`, which is asked
/// every few milliseconds, did not agree.
pub(super) fn settled(
    parts: Vec<SourceFile>,
    mut batch: Batch,
    progress: &Progress,
) -> Option<Dataset> {
    let sources: HashMap<Box<str>, Source> = parts
        .iter()
        .flat_map(SourceFile::sources)
        .map(|source| (source.id.clone(), source))
        .collect();
    report_by_sources(&mut batch, &sources);
    let mut ids = std::mem::take(&mut batch.ids);
    if ids.sort(progress).is_none() {
        drop_in_background((parts, batch));
        return None;
    }
    let mut dataset = Dataset {
        first_rows: first_rows(&parts),
        file_names: told_apart(&parts),
        parts: Arc::new(parts),
        columns: std::mem::take(&mut batch.columns).finish(),
        sources: Arc::new(sources),
        ids,
        revision: next_revision(),
        ..Dataset::default()
    };
    let links = std::mem::take(&mut batch.links);
    let filed = dataset.link(&links, batch, progress);
    if filed.is_none() {
        drop_in_background(dataset);
        return None;
    }
    Some(dataset)
}

/// Numbers of the first row of each file, and of the row behind the last file.
fn first_rows(parts: &[SourceFile]) -> Vec<RowId> {
    let mut next = 0;
    let mut firsts = vec![RowId::new(next)];
    for part in parts {
        next += part.spans.len();
        firsts.push(RowId::new(next));
    }
    firsts
}

/// A record became known with the earliest publication of its sources, else by its own word.
pub(super) fn report_by_sources(batch: &mut Batch, sources: &HashMap<Box<str>, Source>) {
    if sources.is_empty() {
        return;
    }
    let published: Vec<Option<Bounds>> = batch
        .citations
        .names
        .iter()
        .map(|id| sources.get(id)?.published.as_ref().map(When::bounds))
        .collect();
    let of_source = |number: u32| *published.own(number as usize);
    for cited in batch.citations.cited.chunk_by(|(a, _), (b, _)| a == b) {
        let first = cited
            .iter()
            .filter_map(|(_, number)| of_source(*number))
            .min_by_key(|bounds| bounds.earliest);
        if let (Some((row, _)), Some(bounds)) = (cited.first(), first) {
            batch.columns.set_reported(*row, bounds);
        }
    }
}

impl Dataset {
    /// Follows the links between records and files every issue.
    fn link(&mut self, links: &[RowLink], batch: Batch, progress: &Progress) -> Option<()> {
        let targets = Targets::of(links, |id| self.row_of(id), progress)?;
        let linked = links.iter().map(|link| link.id.clone()).collect();
        Arc::make_mut(&mut self.ties).linked = linked;
        let out_of_order = self.put_in_order(links, &targets, progress)?;
        let unknown = self.unknown_records(links, &targets);
        self.file_all(batch, [out_of_order, unknown].concat(), progress)
    }

    /// Files every issue in the order of the file.
    fn file_all(
        &mut self,
        batch: Batch,
        of_links: Vec<RowIssue>,
        progress: &Progress,
    ) -> Option<()> {
        let id_of = |row| self.read(row)?.id;
        let duplicates = self.ids.duplicates(id_of, progress)?;
        // The first record of an id keeps it; later ones are shown all the same, with an issue.
        let duplicates = duplicates.into_iter().map(|named| RowIssue {
            row: named.row,
            issue: Issue::new("id", IssueKind::IdDuplicate, named.id.as_str()),
        });
        let unknown_sources = self.unknown_sources(&batch.citations);
        let mut issues = batch.issues;
        issues.extend(duplicates);
        issues.extend(unknown_sources);
        issues.extend(of_links);
        let (far, usual) = self.far_dates();
        self.narrow_extent(&far);
        let ties = Arc::make_mut(&mut self.ties);
        ties.far = far.iter().map(|it| it.row).collect();
        ties.usual = usual;
        issues.extend(far);
        issues.sort_by_key(|it| it.row);
        let unrecognised = self.unrecognised(&issues);
        self.unlisted_issues = batch.unlisted_issues + issues.len().saturating_sub(LISTED_ISSUES);
        issues.truncate(LISTED_ISSUES);
        let mut all = self.issues_of_parts();
        let filed = issues.into_iter().map(|it| FiledIssue {
            part: self.part_of(it.row),
            row: Some(it.row),
            issue: it.issue,
        });
        all.extend(filed);
        all.extend(unrecognised);
        self.issues = Arc::new(all);
        Some(())
    }

    fn issues_of_parts(&self) -> Vec<FiledIssue> {
        let parts = self.parts.iter().enumerate();
        parts
            .flat_map(|(part, file)| file.issues.iter().map(move |issue| (part, issue.clone())))
            .map(|(part, issue)| FiledIssue {
                part,
                row: None,
                issue,
            })
            .collect()
    }

    pub(super) fn unknown_sources(&self, citations: &Citations) -> Vec<RowIssue> {
        if self.sources.is_empty() {
            return Vec::new();
        }
        let names = citations.names.iter();
        let known: Vec<bool> = names.map(|id| self.sources.contains_key(id)).collect();
        citations
            .cited
            .chunk_by(|(a, _), (b, _)| a == b)
            .flat_map(|cited| cited.iter().take(CHECKED_LINKS))
            .filter(|(_, number)| !known.own(*number as usize))
            .map(|(row, number)| RowIssue {
                row: *row,
                issue: Issue::new(
                    "sources",
                    IssueKind::SourceUnknown,
                    citations.names.own(*number as usize),
                ),
            })
            .collect()
    }

    fn unknown_records(&self, links: &[RowLink], targets: &Targets<'_>) -> Vec<RowIssue> {
        let unknown = links
            .iter()
            .filter(|link| targets.row(&link.id).is_none() && !self.is_of_excerpt(link.row));
        let issue = |link: &RowLink| RowIssue {
            row: link.row,
            issue: Issue::new("related", IssueKind::RelatedUnknown, &link.id),
        };
        unknown.map(issue).collect()
    }

    pub(super) fn is_of_excerpt(&self, row: RowId) -> bool {
        self.file_of(row).is_excerpt()
    }
}
