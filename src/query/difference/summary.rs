//! A difference as a panel shows it: counted, and the first changes of each layer.

use std::collections::BTreeMap;

use crate::{
    data::Dataset,
    model::{Layer, Own},
};

use super::{super::counts::Shown, Change, ChangeKind, Difference};

/// What a panel shows of a difference, however many changes it has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// How many changes of each kind there are.
    pub counts: BTreeMap<ChangeKind, Shown>,
    /// Records in both windows that have not changed.
    pub same: Shown,
    /// The layers that have changes, in the order of the layers of the dataset.
    pub layers: Vec<LayerChanges>,
}

/// The changes of a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerChanges {
    /// The layer.
    pub layer: Layer,
    /// The first of them.
    pub first: Vec<Change>,
    /// How many there are.
    pub total: usize,
}

impl Difference {
    /// Counts the changes and lists the first `most` of each layer.
    #[must_use]
    pub fn summary(&self, dataset: &Dataset, most: usize) -> Summary {
        let columns = dataset.columns();
        let empty = |layer: &Layer| LayerChanges {
            layer: layer.clone(),
            first: Vec::new(),
            total: 0,
        };
        let mut layers: Vec<LayerChanges> = dataset.layers().iter().map(empty).collect();
        for change in &self.changes {
            let Some(row) = change.row() else {
                continue;
            };
            let of_layer = layers.own_mut(columns.layer_index(row));
            of_layer.total += 1;
            if of_layer.first.len() < most {
                of_layer.first.push(change.clone());
            }
        }
        layers.retain(|layer| layer.total > 0);
        Summary {
            counts: self.counts(),
            same: self.same,
            layers,
        }
    }
}
