//! One drawing of all that lies on the basemap: names, records, furniture. The window and the picture
//! without one both draw it.

use std::rc::Rc;

use egui::{Context, Rect};

use super::{
    basemap::labels::Label,
    cells::Question,
    density::DensityMemo,
    furniture::Furniture,
    grouping::Level,
    labels,
    marks::Layout,
    memo::{Asked, LayoutMemo},
    paint::Brush,
    pick::{Hit, pick},
    place::{Item, Stage, mark_rect},
    shapes::OutlineMemo,
    sprites::Sprites,
    view::MapInput,
    viewport::Viewport,
};

/// What is remembered between frames to draw records quickly.
#[derive(Default)]
pub(super) struct Memos {
    layout: LayoutMemo,
    outlines: OutlineMemo,
    sprites: Option<Sprites>,
    density: DensityMemo,
}

/// What came of painting.
pub(super) struct Painted {
    pub(super) layout: Rc<Layout>,
    pub(super) hovered: Option<Hit>,
    pub(super) badges: Vec<(usize, Rect)>,
    pub(super) is_any_in_view: bool,
}

/// What is drawn on the basemap in one frame, in the window and without one.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) input: &'a MapInput<'a>,
    pub(super) viewport: &'a Viewport,
    pub(super) labels: &'a [Label],
    pub(super) credit: &'a str,
    pub(super) fanned: Option<usize>,
}

impl Scene<'_> {
    /// Paints names, records and furniture; tells what is under `aim`.
    pub(super) fn paint(
        &self,
        painter: &egui::Painter,
        memos: &mut Memos,
        aim: Option<egui::Pos2>,
    ) -> Painted {
        let input = self.input;
        let (theme, lang) = (input.theme, input.lang());
        let level = Level::of(self.viewport.zoom);
        let layout = memos.layout.layout(Asked {
            dataset: input.dataset,
            visible: input.visible,
            indexed: input.indexed,
            filter: input.filter,
            view: self.viewport,
            fanned: self.fanned,
            lang: input.words.content(),
        });
        let stage = Stage {
            ctx: painter.ctx(),
            dataset: input.dataset,
            layout: &layout,
            many: input.indexed.map(|indexed| Question {
                dataset: input.dataset,
                indexed,
                filter: input.filter,
                level,
                fanned: self.fanned,
            }),
            view: self.viewport,
            level,
            theme,
            words: input.words,
            selection: input.selection,
            fanned: self.fanned,
            shows_density: input.density.is_some(),
        };
        let items = stage.items(&mut memos.outlines);
        let hovered = aim.and_then(|at| pick(&items, &layout, self.viewport, at));
        let furniture = Furniture::new(
            painter.ctx(),
            self.viewport,
            self.credit,
            theme,
            input.words,
        );
        if let Some(density) = input.density {
            memos.density.paint(painter, self.viewport, density, theme);
        }
        let mut taken: Vec<Rect> = items.iter().filter_map(mark_rect).collect();
        taken.extend(furniture.rects());
        labels::paint(painter, self.labels, self.viewport, &taken, theme, lang);
        let sprites = sprites(&mut memos.sprites, painter.ctx());
        let brush = Brush {
            painter,
            sprites,
            theme,
            dataset: input.dataset,
            layout: &layout,
            view: self.viewport,
            selection: input.selection,
            hovered: hovered.as_ref(),
            words: input.words,
        };
        brush.paint(&items);
        furniture.paint(painter, theme);
        Painted {
            badges: badges(&items),
            is_any_in_view: items
                .iter()
                .any(|item| !matches!(item, Item::Badge { .. } | Item::Ghost { .. })),
            layout,
            hovered,
        }
    }
}

fn badges(items: &[Item]) -> Vec<(usize, Rect)> {
    let badge = |item: &Item| match item {
        Item::Badge { badge, pill, at } => Some((*badge, pill.rect(*at))),
        _ => None,
    };
    items.iter().filter_map(badge).collect()
}

/// The masks of marks, drawn anew when the pixels of the screen have changed.
fn sprites<'a>(kept: &'a mut Option<Sprites>, ctx: &Context) -> &'a Sprites {
    kept.take_if(|sprites| sprites.is_stale(ctx));
    kept.get_or_insert_with(|| Sprites::new(ctx))
}
