//! What was laid out last, so that a frame that asks the same does nothing.

use std::{collections::HashMap, rc::Rc};

use crate::{
    data::Filter,
    model::{Lang, RowId},
    query::Engine,
};

use super::{
    MarkLayout,
    cells::{Counting, Grid},
    grouping::{Grouping, Level},
    question::MarksQuestion,
};

/// What a layout is remembered under.
#[derive(Clone, PartialEq)]
struct LayoutKey {
    revision: u64,
    filter: Filter,
    level: Level,
    lang: Lang,
    /// Where records are counted: the engine and the cells that are asked, and a row of the cell that is open.
    cells: Option<(u64, Grid, Option<RowId>)>,
}

/// Levels whose groups are kept.
const LEVELS_KEPT: usize = 32;

/// The last layout and the groups or cells it came from.
#[derive(Default)]
pub struct LayoutMemo {
    revision: u64,
    groupings: HashMap<Level, Grouping>,
    counting: Option<Counting>,
    last: Option<(LayoutKey, Rc<MarkLayout>)>,
}

impl LayoutMemo {
    /// Returns the layout of what is asked. A frame that asks the same again costs a comparison of filters.
    pub fn layout(&mut self, engine: &Engine, question: MarksQuestion<'_>) -> Rc<MarkLayout> {
        let level = Level::of(question.area.zoom);
        let grid = (!engine.lists_all()).then(|| Grid::of(&question.area));
        let cells = grid.map(|grid| (engine.id(), grid, question.opened));
        let revision = engine.dataset().revision();
        if let Some((key, layout)) = &self.last
            && (key.revision, key.level, key.lang) == (revision, level, question.lang)
            && key.cells == cells
            && key.filter == *question.filter
        {
            return Rc::clone(layout);
        }
        let layout = Rc::new(match grid {
            Some(grid) => self.counted(engine, question, grid),
            None => self.grouped(engine, question, level),
        });
        let key = LayoutKey {
            revision,
            filter: question.filter.clone(),
            level,
            lang: question.lang,
            cells,
        };
        self.last = Some((key, Rc::clone(&layout)));
        layout
    }

    /// Lays out by the cells of the view.
    fn counted(&mut self, engine: &Engine, question: MarksQuestion<'_>, grid: Grid) -> MarkLayout {
        self.counting
            .take_if(|counting| !counting.is_of(engine, grid));
        let counting = self
            .counting
            .get_or_insert_with(|| Counting::of(engine, grid));
        counting.layout(engine, question)
    }

    /// Lays out by the groups that all records make at a level.
    fn grouped(
        &mut self,
        engine: &Engine,
        question: MarksQuestion<'_>,
        level: Level,
    ) -> MarkLayout {
        let dataset = engine.dataset();
        if self.revision != dataset.revision() || self.groupings.len() >= LEVELS_KEPT {
            self.groupings.clear();
            self.revision = dataset.revision();
        }
        let grouping = self
            .groupings
            .entry(level)
            .or_insert_with(|| Grouping::of(dataset.columns(), level));
        let MarksQuestion {
            visible,
            filter,
            lang,
            ..
        } = question;
        MarkLayout::of(dataset, visible, filter, grouping, lang)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{super::question::MapArea, *};
    use crate::query::fixture::{dataset, everything, point};

    const BAMAKO: [f64; 2] = [-8.0, 12.6];

    #[test]
    fn the_same_question_is_answered_from_memory() {
        let dataset = Arc::new(dataset(&[point(BAMAKO, "town", 0.0)]));
        let (filter, visible) = everything(&dataset);
        let engine = Engine::at_once(&dataset, &filter).unwrap();
        let mut memo = LayoutMemo::default();
        let mut ask = |zoom, corners| {
            let question = MarksQuestion {
                visible: &visible,
                filter: &filter,
                area: MapArea { zoom, corners },
                opened: None,
                lang: Lang::En,
            };
            memo.layout(&engine, question)
        };
        let [whole, part] = [[[0.0; 2], [1.0; 2]], [[0.4; 2], [0.6; 2]]];
        let first = ask(6.0, whole);
        assert!(Rc::ptr_eq(&first, &ask(6.3, part)));
        assert!(!Rc::ptr_eq(&first, &ask(7.0, whole)));
    }
}
