//! What is drawn for the records in the window: marks, stacks of marks, areas, shapes, badges.
//!
//! A [`MarkLayout`] holds positions on the map, none on the screen, so it stands while the map pans. Where the
//! engine lists every record, records stand together by `grouping`; where it counts, by `cells`. A
//! [`LayoutMemo`] makes a new layout when the dataset, the filter or the level of zoom changes.

mod cells;
mod grouping;
mod memo;
mod question;

use std::collections::{BTreeMap, HashMap};

use crate::{
    data::{Dataset, Filter, mercator::UnitPoint},
    model::{Attestation, Lang, Layer, PlacePrecision, Relation, RowId},
};

use super::{
    engine::Engine,
    index::Cell,
    window_result::{ShownRow, WindowResult},
};

pub use grouping::{Extent, Grouping, Level, MarkGroup, extent_of};
pub use memo::LayoutMemo;
pub use question::{MapArea, MarksQuestion};

/// How surely a record belongs to the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Certainty {
    /// Wherever its true dates lie: drawn solid.
    Certain,
    /// With this aoristic weight: drawn hollow.
    Possible {
        /// In `(0, 1]`.
        weight: f32,
    },
    /// A presence that nobody attests in the window: drawn hollow and dashed.
    Unconfirmed,
    /// A presence that nobody has attested for longer than the limit, so that its status is unknown: dotted and faint.
    Unknown,
}

impl Certainty {
    /// Tells whether the record shows whatever its true dates are.
    #[must_use]
    pub fn is_certain(self) -> bool {
        self == Self::Certain
    }
}

/// One record on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Its row.
    pub row: RowId,
    /// Its layer: an index into the columns' names of layers.
    pub layer: u16,
    /// Where it is.
    pub at: UnitPoint,
    /// How surely it belongs to the window.
    pub certainty: Certainty,
}

/// Records of one layer in a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayerTally {
    /// An index into the columns' names of layers.
    pub layer: u16,
    /// Drawn solid.
    pub certain: usize,
    /// Drawn hollow.
    pub possible: usize,
}

impl LayerTally {
    /// Adds solid and hollow.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.certain + self.possible
    }
}

/// The records in the window that stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Where the stack's mark or the middle of the area is: the same whatever the window shows.
    pub anchor: UnitPoint,
    /// What it takes up on the map.
    pub extent: Extent,
    /// Its records, in file order; empty when they are counted only.
    pub members: Vec<Mark>,
    /// Its records by layer, in the order of layers.
    pub tallies: Vec<LayerTally>,
    /// How many records it stands for; never none.
    pub count: usize,
    /// Whether some of its records are known to an area only, though it stands at one point.
    pub has_areas: bool,
    /// The cell of the map whose records it counts without listing them.
    pub cell: Option<Cell>,
}

impl Cluster {
    /// Makes a cluster of records at one place.
    pub(super) fn of_members(anchor: UnitPoint, members: Vec<Mark>) -> Self {
        Self {
            anchor,
            extent: Extent::Place,
            tallies: tallies(&members),
            count: members.len(),
            members,
            has_areas: false,
            cell: None,
        }
    }

    /// Tells where its mark is: a single record is drawn where it is, not where its group is.
    #[must_use]
    pub fn at(&self) -> UnitPoint {
        match (self.extent, self.members.as_slice()) {
            (Extent::Place, [only]) => only.at,
            _ => self.anchor,
        }
    }

    /// Tells whether it is an area: something without a point.
    #[must_use]
    pub const fn is_area(&self) -> bool {
        matches!(self.extent, Extent::Circle { .. })
    }

    /// Returns its rows, as far as they are listed.
    #[must_use]
    pub fn rows(&self) -> Vec<RowId> {
        self.members.iter().map(|mark| mark.row).collect()
    }
}

/// A place that is no point of the map.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BadgePlace {
    /// A country by its name.
    Country(Box<str>),
    /// Any country.
    Countries,
    /// No place at all.
    Nowhere,
}

/// Records that are known to a country only, or to no place at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Badge {
    /// What is known of where they are.
    pub place: BadgePlace,
    /// The records, in file order; where they are means nothing. Empty when they are counted only.
    pub members: Vec<Mark>,
    /// The records by layer.
    pub tallies: Vec<LayerTally>,
    /// How many records it stands for.
    pub count: usize,
}

/// Everything that is drawn for the records in the window, in drawing order.
#[derive(Clone, Debug, Default)]
pub struct MarkLayout {
    /// Areas, largest first, then marks from north to south.
    pub clusters: Vec<Cluster>,
    /// Records that are lines or polygons, in file order.
    pub shapes: Vec<Mark>,
    /// Countries by their number of records, then what has no place.
    pub badges: Vec<Badge>,
    /// Whether records may be counted in the mark of a cell and not be listed.
    counts: bool,
    cluster_of: HashMap<RowId, usize>,
}

impl MarkLayout {
    /// Lays out what `visible` holds.
    #[must_use]
    pub fn of(
        dataset: &Dataset,
        visible: &WindowResult,
        filter: &Filter,
        grouping: &Grouping,
        lang: Lang,
    ) -> Self {
        let mut layout = Self::default();
        let mut members: BTreeMap<usize, Vec<Mark>> = BTreeMap::new();
        for shown in &visible.rows {
            let Some(group) = grouping.group_of(shown.row) else {
                continue;
            };
            let Some(mark) = mark(dataset, filter, *shown) else {
                continue;
            };
            let is_shape = grouping
                .groups()
                .get(group)
                .is_some_and(|group| group.extent == Extent::Shape);
            if is_shape {
                layout.shapes.push(mark);
            } else {
                members.entry(group).or_default().push(mark);
            }
        }
        layout.clusters = members
            .into_iter()
            .filter_map(|(group, members)| {
                let group = grouping.groups().get(group)?;
                Some(Cluster {
                    extent: group.extent,
                    ..Cluster::of_members(group.anchor, members)
                })
            })
            .collect();
        layout.order();
        layout.badges = badges(dataset, visible, filter, lang);
        layout
    }

    /// Returns the cluster that a row belongs to.
    #[must_use]
    pub fn cluster_of(&self, row: RowId) -> Option<&Cluster> {
        self.clusters.get(*self.cluster_of.get(&row)?)
    }

    /// Returns the mark of a row, wherever it is drawn.
    #[must_use]
    pub fn mark_of(&self, row: RowId) -> Option<&Mark> {
        let members = self.cluster_of(row).map(|cluster| &cluster.members);
        members
            .unwrap_or(&self.shapes)
            .iter()
            .find(|mark| mark.row == row)
    }

    /// Returns the mark of a row that `filter` shows and that is only counted in the mark of a cell.
    #[must_use]
    pub fn counted(&self, engine: &Engine, filter: &Filter, row: RowId) -> Option<Mark> {
        let columns = engine.dataset().columns();
        if !self.counts || columns.precision(row) == PlacePrecision::Country {
            return None;
        }
        let relation = engine.relation(filter, row)?;
        mark(engine.dataset(), filter, ShownRow { row, relation })
    }

    /// Puts clusters into drawing order.
    pub(super) fn order(&mut self) {
        let rank = |cluster: &Cluster| match cluster.extent {
            Extent::Circle { radius } => (0, -radius),
            _ => (1, cluster.anchor[1]),
        };
        self.clusters.sort_by(|a, b| {
            let ((a_kind, a_value), (b_kind, b_value)) = (rank(a), rank(b));
            a_kind.cmp(&b_kind).then(a_value.total_cmp(&b_value))
        });
        self.cluster_of = self
            .clusters
            .iter()
            .enumerate()
            .flat_map(|(index, cluster)| cluster.members.iter().map(move |mark| (mark.row, index)))
            .collect();
    }
}

/// Returns the mark of a placed row.
pub(super) fn mark(dataset: &Dataset, filter: &Filter, shown: ShownRow) -> Option<Mark> {
    let columns = dataset.columns();
    let (x, y) = columns.position(shown.row)?.unit();
    Some(Mark {
        row: shown.row,
        layer: columns.layer_index(shown.row),
        at: [x, y],
        certainty: certainty(dataset, filter, shown),
    })
}

/// Tells how surely a row belongs to the window of `filter`.
#[must_use]
pub fn certainty(dataset: &Dataset, filter: &Filter, shown: ShownRow) -> Certainty {
    let span = dataset.columns().span_on(filter.clock, shown.row);
    let attestation = span.map(|span| span.attestation(&filter.window, filter.stale));
    match (shown.relation, attestation) {
        (Relation::Certain, _) => Certainty::Certain,
        (_, Some(Attestation::Unconfirmed { .. })) => Certainty::Unconfirmed,
        (_, Some(Attestation::Unknown { .. })) => Certainty::Unknown,
        (relation, _) => Certainty::Possible {
            weight: relation.weight(),
        },
    }
}

pub(super) fn tallies<'a>(marks: impl IntoIterator<Item = &'a Mark>) -> Vec<LayerTally> {
    let mut tallies: BTreeMap<u16, LayerTally> = BTreeMap::new();
    for mark in marks {
        let tally = tallies.entry(mark.layer).or_insert(LayerTally {
            layer: mark.layer,
            certain: 0,
            possible: 0,
        });
        if mark.certainty.is_certain() {
            tally.certain += 1;
        } else {
            tally.possible += 1;
        }
    }
    tallies.into_values().collect()
}

/// Returns badges for what the window shows and the map cannot.
fn badges(dataset: &Dataset, visible: &WindowResult, filter: &Filter, lang: Lang) -> Vec<Badge> {
    let columns = dataset.columns();
    let mut by_place: BTreeMap<BadgePlace, Vec<Mark>> = BTreeMap::new();
    for shown in &visible.rows {
        let is_country = columns.precision(shown.row) == PlacePrecision::Country;
        if !is_country && columns.position(shown.row).is_some() {
            continue;
        }
        let name = dataset
            .record(shown.row)
            .filter(|_| is_country)
            .map(|record| Box::<str>::from(record.place.name.text(lang)))
            .filter(|name| !name.is_empty());
        let place = name.map_or(BadgePlace::Nowhere, BadgePlace::Country);
        let mark = Mark {
            row: shown.row,
            layer: columns.layer_index(shown.row),
            at: [0.0; 2],
            certainty: certainty(dataset, filter, *shown),
        };
        by_place.entry(place).or_default().push(mark);
    }
    let mut badges: Vec<Badge> = by_place
        .into_iter()
        .map(|(place, marks)| Badge {
            place,
            tallies: tallies(&marks),
            count: marks.len(),
            members: marks,
        })
        .collect();
    badges.sort_by_key(|badge| {
        let is_nowhere = badge.place == BadgePlace::Nowhere;
        (is_nowhere, std::cmp::Reverse(badge.count))
    });
    badges
}

/// Returns the layer that most of a cluster's records belong to, certain ones first.
#[must_use]
pub fn leading_layer<'a>(tallies: &[LayerTally], names: &'a [Layer]) -> Option<&'a Layer> {
    let leading = tallies.iter().max_by_key(|tally| {
        let total = tally.certain + tally.possible;
        (total, tally.certain, std::cmp::Reverse(tally.layer))
    })?;
    names.get(usize::from(leading.layer))
}

#[cfg(test)]
mod tests;
