//! In which order the lanes stand and which of them are folded to one row, by the names of their
//! layers; names that are new come last, in the order of the dataset.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// How the analyst has arranged the lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    order: Vec<String>,
    folded: BTreeSet<String>,
}

impl Arrangement {
    /// Returns the indices of `names`, in the order in which their lanes stand.
    #[must_use]
    pub fn sorted(&self, names: &[&str]) -> Vec<usize> {
        let place = |name: &str| {
            let known = self.order.iter().position(|other| other == name);
            known.unwrap_or(usize::MAX)
        };
        let mut indices: Vec<usize> = (0..names.len()).collect();
        indices.sort_by_key(|index| names.get(*index).map(|name| place(name)));
        indices
    }

    /// Tells whether a lane is folded to one row.
    #[must_use]
    pub fn is_folded(&self, name: &str) -> bool {
        self.folded.contains(name)
    }

    /// Folds a lane, or unfolds it.
    pub fn toggle(&mut self, name: &str) {
        if !self.folded.remove(name) {
            self.folded.insert(name.to_owned());
        }
    }

    /// Moves a lane by one place among the lanes of `names`.
    pub fn shift(&mut self, names: &[&str], name: &str, later: bool) {
        let mut order: Vec<String> = self
            .sorted(names)
            .into_iter()
            .filter_map(|index| Some((*names.get(index)?).to_owned()))
            .collect();
        let Some(at) = order.iter().position(|other| other == name) else {
            return;
        };
        let other = if later { at + 1 } else { at.wrapping_sub(1) };
        if other < order.len() {
            order.swap(at, other);
        }
        // Names of other datasets keep their places behind these.
        let others = self.order.iter().filter(|known| !order.contains(known));
        let others: Vec<String> = others.cloned().collect();
        order.extend(others);
        self.order = order;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 3] = ["deployment", "incident", "delivery"];

    fn sorted(arrangement: &Arrangement) -> Vec<&'static str> {
        let indices = arrangement.sorted(&NAMES);
        indices.into_iter().map(|index| NAMES[index]).collect()
    }

    #[test]
    fn lanes_stand_as_the_dataset_has_them_until_one_is_moved() {
        let mut lanes = Arrangement::default();
        assert_eq!(sorted(&lanes), NAMES);
        lanes.shift(&NAMES, "delivery", false);
        assert_eq!(sorted(&lanes), ["deployment", "delivery", "incident"]);
        lanes.shift(&NAMES, "deployment", false);
        assert_eq!(sorted(&lanes), ["deployment", "delivery", "incident"]);
        lanes.shift(&NAMES, "delivery", true);
        assert_eq!(sorted(&lanes), NAMES);
    }

    #[test]
    fn layers_of_another_file_keep_their_order() {
        let mut lanes = Arrangement::default();
        lanes.shift(&["b", "a"], "a", false);
        lanes.shift(&NAMES, "incident", false);
        assert_eq!(lanes.sorted(&["b", "a"]), [1, 0]);
        assert_eq!(sorted(&lanes), ["incident", "deployment", "delivery"]);
    }

    #[test]
    fn folding_twice_leaves_no_trace() {
        let mut lanes = Arrangement::default();
        lanes.toggle("incident");
        assert!(lanes.is_folded("incident"));
        lanes.toggle("incident");
        assert_eq!(lanes, Arrangement::default());
    }
}
