//! What was laid out last, so that a frame that asks the same does nothing.

use std::{collections::HashMap, rc::Rc};

use crate::{
    model::Lang,
    query::{Indexed, Visible},
    store::{Dataset, Filter},
};

use super::{
    cells::{Counting, Grid, Question},
    grouping::{Grouping, Level},
    marks::Layout,
    viewport::Viewport,
};

/// What a layout is remembered under.
#[derive(Clone, PartialEq)]
struct Key {
    revision: u64,
    filter: Filter,
    level: Level,
    lang: Lang,
    /// Of many records: the index and the cells that are asked, and a row of the cell that is open.
    cells: Option<(u64, Grid, Option<usize>)>,
}

/// All that a layout hangs on.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// What is open.
    pub dataset: &'a Dataset,
    /// What `filter` shows of it.
    pub visible: &'a Visible,
    /// How it is asked where records are many.
    pub indexed: Option<&'a Indexed>,
    /// The filter, with its window.
    pub filter: &'a Filter,
    /// What part of the map is asked for.
    pub view: &'a Viewport,
    /// A row of the stack that is open.
    pub fanned: Option<usize>,
    /// The language of names.
    pub lang: Lang,
}

/// Levels whose groups are kept.
const LEVELS_KEPT: usize = 32;

/// The last layout and the groups it came from.
#[derive(Default)]
pub struct LayoutMemo {
    revision: u64,
    groupings: HashMap<Level, Grouping>,
    counting: Option<Counting>,
    last: Option<(Key, Rc<Layout>)>,
}

impl LayoutMemo {
    /// The layout of what is asked.
    pub fn layout(&mut self, asked: Asked<'_>) -> Rc<Layout> {
        let level = Level::of(asked.view.zoom);
        let grid = Grid::of(asked.view);
        let cells = asked
            .indexed
            .map(|indexed| (indexed.index().id(), grid, asked.fanned));
        let revision = asked.dataset.revision();
        if let Some((key, layout)) = &self.last
            && (key.revision, key.level, key.lang) == (revision, level, asked.lang)
            && key.cells == cells
            && key.filter == *asked.filter
        {
            return Rc::clone(layout);
        }
        let layout = Rc::new(match asked.indexed {
            Some(indexed) => self.counted(asked, indexed, grid),
            None => self.grouped(asked, level),
        });
        let key = Key {
            revision,
            filter: asked.filter.clone(),
            level,
            lang: asked.lang,
            cells,
        };
        self.last = Some((key, Rc::clone(&layout)));
        layout
    }

    /// Of many records: by the cells of the view.
    fn counted(&mut self, asked: Asked<'_>, indexed: &Indexed, grid: Grid) -> Layout {
        self.counting
            .take_if(|counting| !counting.is_of(indexed, grid));
        let counting = self
            .counting
            .get_or_insert_with(|| Counting::of(indexed, grid));
        counting.layout(Question {
            dataset: asked.dataset,
            indexed,
            filter: asked.filter,
            level: Level::of(asked.view.zoom),
            fanned: asked.fanned,
        })
    }

    /// Of few records: by the groups that they make at a level.
    fn grouped(&mut self, asked: Asked<'_>, level: Level) -> Layout {
        let revision = asked.dataset.revision();
        if self.revision != revision || self.groupings.len() >= LEVELS_KEPT {
            self.groupings.clear();
            self.revision = revision;
        }
        let grouping = self
            .groupings
            .entry(level)
            .or_insert_with(|| Grouping::of(asked.dataset.columns(), level));
        let Asked {
            dataset,
            visible,
            filter,
            lang,
            ..
        } = asked;
        Layout::of(dataset, visible, filter, grouping, lang)
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
        let mut ask = |zoom| {
            memo.layout(Asked {
                dataset: &dataset,
                visible: &visible,
                indexed: None,
                filter: &filter,
                view: &Viewport {
                    rect: egui::Rect::EVERYTHING,
                    centre: [0.5; 2],
                    zoom,
                },
                fanned: None,
                lang: Lang::En,
            })
        };
        let first = ask(6.0);
        assert!(Rc::ptr_eq(&first, &ask(6.3)));
        assert!(!Rc::ptr_eq(&first, &ask(7.0)));
    }
}
