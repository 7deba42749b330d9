//! Where marks go on the screen.

use crate::model::RowId;
use egui::{Vec2, vec2};

use crate::{
    query::marks::{Cluster, Extent, Mark, extent_of},
    theme::size,
};

use super::{super::super::frame::MapFrame, MarkItem, leaves, spiderfy};

/// Marks this far beside the view are still placed, in points.
const MARGIN: f32 = 40.0;
/// The radius of the mark of a cell that shows few records and of one that shows a great many, in points,
/// and how many those are.
const SMALLEST: f32 = 10.5;
const LARGEST: f32 = 28.0;
const LARGEST_COUNT: f32 = 100_000.0;

/// Returns the marks in view but for what is open or selected, from north to south.
pub(super) fn marks(frame: &MapFrame<'_>) -> Vec<MarkItem> {
    let clusters = frame.layout.clusters.iter().enumerate();
    let places = clusters.filter(|(_, cluster)| !cluster.is_area());
    places
        .filter_map(|(index, cluster)| mark(frame, index, cluster))
        .collect()
}

fn mark(frame: &MapFrame<'_>, index: usize, cluster: &Cluster) -> Option<MarkItem> {
    if !frame.view.shows(cluster.at(), MARGIN) || frame.is_open(cluster) {
        return None;
    }
    let at = frame.screen(cluster.at());
    let selected = frame.input.selection.selected;
    let is_selected = |mark: &Mark| selected == Some(mark.row);
    match cluster.members.as_slice() {
        members if members.iter().any(is_selected) => None,
        [only] => Some(MarkItem::Single { mark: *only, at }),
        _ => Some(MarkItem::Stack {
            cluster: index,
            at,
            radius: radius(frame, cluster),
        }),
    }
}

/// Returns the radius of a mark with a count, in points. That of a cell keeps to the cell.
fn radius(frame: &MapFrame<'_>, cluster: &Cluster) -> f32 {
    let Some(cell) = cluster.cell else {
        return stack_radius(cluster.count);
    };
    let side = frame.view.points_per_unit() / f64::from(cell.level).exp2();
    let largest = (side as f32 / 2.0).min(LARGEST);
    let share = (cluster.count as f32).log10() / LARGEST_COUNT.log10();
    SMALLEST + (largest - SMALLEST).max(0.0) * share.clamp(0.0, 1.0)
}

/// Returns the radius of a stack's mark by how many it holds, in points.
fn stack_radius(count: usize) -> f32 {
    12.0 + 1.6 * (count as f32 / 2.0).log2().clamp(0.0, 5.0)
}

/// Returns the members of the open stack: a list beside it, or around it where they are many.
pub(super) fn opened(frame: &MapFrame<'_>) -> Vec<MarkItem> {
    let Some(cluster) = frame.opened().filter(|cluster| !cluster.is_area()) else {
        return Vec::new();
    };
    let mut clusters = frame.layout.clusters.iter();
    let Some(index) = clusters.position(|other| std::ptr::eq(other, cluster)) else {
        return Vec::new();
    };
    let middle = frame.screen(cluster.at());
    let root = MarkItem::Root {
        cluster: index,
        at: middle,
    };
    if cluster.members.len() <= leaves::MOST {
        let leaves = leaves::leaves(frame, &cluster.members, middle);
        return std::iter::once(root).chain(leaves).collect();
    }
    let member = |(mark, offset): (&Mark, Vec2)| MarkItem::Member {
        mark: *mark,
        at: middle + offset,
        root: frame.screen(mark.at),
        title: None,
    };
    let offsets = spiderfy::offsets(cluster.members.len());
    std::iter::once(root)
        .chain(cluster.members.iter().zip(offsets).map(member))
        .collect()
}

/// Places the selected record on top of all others; areas and shapes are marked where they are.
pub(super) fn selected(frame: &MapFrame<'_>) -> Vec<MarkItem> {
    let Some(row) = frame.input.selection.selected else {
        return Vec::new();
    };
    let Some(cluster) = frame.layout.cluster_of(row) else {
        return counted_or_ghost(frame, row).into_iter().collect();
    };
    if cluster.is_area() || frame.is_open(cluster) {
        return Vec::new();
    }
    let Some(mark) = cluster.members.iter().find(|mark| mark.row == row) else {
        return Vec::new();
    };
    let at = frame.screen(cluster.at());
    let mut items = vec![MarkItem::Single { mark: *mark, at }];
    let mut clusters = frame.layout.clusters.iter();
    if let Some(index) = clusters.position(|other| std::ptr::eq(other, cluster))
        && cluster.members.len() > 1
    {
        items.push(MarkItem::Others {
            cluster: index,
            at: at + vec2(size::MARK + 7.0, -size::MARK - 7.0),
            count: cluster.members.len() - 1,
        });
    }
    items
}

/// Places the selected record where a picture stands for all marks.
pub(super) fn selected_beside_density(frame: &MapFrame<'_>) -> Vec<MarkItem> {
    let Some(row) = frame.input.selection.selected else {
        return Vec::new();
    };
    let single = |mark: &Mark| MarkItem::Single {
        mark: *mark,
        at: frame.screen(mark.at),
    };
    let item = frame.layout.mark_of(row).map(single);
    item.or_else(|| counted_or_ghost(frame, row))
        .into_iter()
        .collect()
}

/// Places a record that is counted in the mark of a cell where it lies itself; one that the window
/// does not show is a ghost.
fn counted_or_ghost(frame: &MapFrame<'_>, row: RowId) -> Option<MarkItem> {
    if frame.layout.mark_of(row).is_some() {
        return None;
    }
    counted(frame, row).or_else(|| {
        let (x, y) = frame.input.dataset.columns().position(row)?.unit();
        Some(MarkItem::Ghost {
            at: frame.screen([x, y]),
        })
    })
}

fn counted(frame: &MapFrame<'_>, row: RowId) -> Option<MarkItem> {
    let input = frame.input;
    let mark = frame.layout.counted(input.engine, input.filter, row)?;
    let extent = extent_of(input.dataset.columns(), row, frame.level());
    (extent == Extent::Place).then(|| MarkItem::Single {
        mark,
        at: frame.screen(mark.at),
    })
}
