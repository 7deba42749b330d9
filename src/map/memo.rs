//! What was laid out last, so that a frame that asks the same does nothing.

use std::{collections::HashMap, rc::Rc};

use crate::{
    model::Lang,
    store::{Dataset, Filter, Visible},
};

use super::{
    grouping::{Grouping, Level},
    marks::Layout,
};

/// What a layout is remembered under.
#[derive(Clone, PartialEq)]
struct Key {
    revision: u64,
    filter: Filter,
    level: Level,
    lang: Lang,
}

/// Levels whose groups are kept.
const LEVELS_KEPT: usize = 32;

/// The last layout and the groups it came from.
#[derive(Default)]
pub struct LayoutMemo {
    revision: u64,
    groupings: HashMap<Level, Grouping>,
    last: Option<(Key, Rc<Layout>)>,
}

impl LayoutMemo {
    /// The layout of what `filter` shows of `dataset` at a level.
    ///
    /// `visible` must be what that filter shows.
    pub fn layout(
        &mut self,
        dataset: &Dataset,
        visible: &Visible,
        filter: &Filter,
        level: Level,
        lang: Lang,
    ) -> Rc<Layout> {
        let revision = dataset.revision();
        if let Some((key, layout)) = &self.last
            && (key.revision, key.level, key.lang) == (revision, level, lang)
            && key.filter == *filter
        {
            return Rc::clone(layout);
        }
        if self.revision != revision || self.groupings.len() >= LEVELS_KEPT {
            self.groupings.clear();
            self.revision = revision;
        }
        let grouping = self
            .groupings
            .entry(level)
            .or_insert_with(|| Grouping::of(dataset.columns(), level));
        let layout = Rc::new(Layout::of(dataset, visible, filter, grouping, lang));
        let key = Key {
            revision,
            filter: filter.clone(),
            level,
            lang,
        };
        self.last = Some((key, Rc::clone(&layout)));
        layout
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::fixture::{dataset, everything, point};

    const BAMAKO: [f64; 2] = [-8.0, 12.6];

    #[test]
    fn the_same_question_is_answered_from_memory() {
        let dataset = dataset(&[point(BAMAKO, "town", 0.0)]);
        let (filter, visible) = everything(&dataset);
        let mut memo = LayoutMemo::default();
        let mut ask = |zoom| memo.layout(&dataset, &visible, &filter, Level::of(zoom), Lang::En);
        let first = ask(6.0);
        assert!(Rc::ptr_eq(&first, &ask(6.3)));
        assert!(!Rc::ptr_eq(&first, &ask(7.0)));
    }
}
