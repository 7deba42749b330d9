//! The overlays of one map, drawn in order, with what is remembered between frames.

use crate::model::RowId;
use std::rc::Rc;

use egui::{Context, Painter, Pos2, Rect};

use super::{
    super::{frame::MapFrame, hit::Hit, input::MapInput, viewport::Viewport},
    Brush, Legend, OVERLAYS, OccupiedSpace, Overlay, OverlayKind, density,
    sprites::Sprites,
};
use crate::query::marks::{LayoutMemo, MarkLayout, MarksQuestion};

/// What came of painting.
#[derive(Debug, Default)]
pub(in crate::map) struct Painted {
    /// What is under the pointer.
    pub(in crate::map) hovered: Option<Hit>,
    /// The badges that found room: index into the layout's, and where.
    pub(in crate::map) badges: Vec<(usize, Rect)>,
    /// Whether any mark, area or shape is in view.
    pub(in crate::map) is_any_in_view: bool,
    /// What the looks of the overlays mean, the lowest first.
    pub(in crate::map) legends: Vec<Legend>,
}

/// The overlays of one map.
pub(in crate::map) struct OverlayStack {
    layouts: LayoutMemo,
    sprites: Option<Sprites>,
    /// From the lowest to the highest.
    overlays: Vec<(&'static OverlayKind, Box<dyn Overlay>)>,
}

impl Default for OverlayStack {
    fn default() -> Self {
        Self {
            layouts: LayoutMemo::default(),
            sprites: None,
            overlays: OVERLAYS.iter().map(|kind| (*kind, (kind.new)())).collect(),
        }
    }
}

impl OverlayStack {
    /// Returns the records in the window, grouped for a view: from memory where they were asked before.
    pub(in crate::map) fn layout(
        &mut self,
        input: &MapInput<'_>,
        view: &Viewport,
        spiderfied: Option<RowId>,
    ) -> Rc<MarkLayout> {
        let question = MarksQuestion {
            filter: input.filter,
            visible: input.visible,
            area: view.area(),
            opened: spiderfied,
            lang: input.words.content(),
        };
        self.layouts.layout(input.engine, question)
    }

    /// Paints every overlay; tells what is under `aim`.
    pub(in crate::map) fn paint(
        &mut self,
        painter: &Painter,
        frame: &MapFrame<'_>,
        aim: Option<Pos2>,
    ) -> Painted {
        self.prepare(frame);
        let hovered = aim.and_then(|at| self.pick(frame, at));
        let brush = Brush {
            painter,
            sprites: sprites(&mut self.sprites, frame.ctx),
            frame,
            hovered: hovered.as_ref(),
        };
        let shown = || shown(&self.overlays, frame);
        for overlay in shown() {
            overlay.paint(&brush);
        }
        for overlay in shown() {
            overlay.paint_raised(&brush);
        }
        let legends = shown().filter_map(|overlay| overlay.legend(frame));
        let mut outcome = Painted {
            legends: legends.collect(),
            ..Painted::default()
        };
        for overlay in shown() {
            overlay.report(&mut outcome);
        }
        outcome.hovered = hovered;
        outcome
    }

    /// Lets every overlay find out what it shows, the highest first.
    pub(super) fn prepare(&mut self, frame: &MapFrame<'_>) {
        let mut room = OccupiedSpace::default();
        for (kind, overlay) in self.overlays.iter_mut().rev() {
            if is_shown(kind, frame) {
                overlay.prepare(frame, &mut room);
            }
        }
    }

    /// Tells what lies at `pointer`: the highest thing.
    pub(super) fn pick(&self, frame: &MapFrame<'_>, pointer: Pos2) -> Option<Hit> {
        let from_above = || shown(&self.overlays, frame).rev();
        let raised = from_above().find_map(|overlay| overlay.pick_raised(frame, pointer));
        raised.or_else(|| from_above().find_map(|overlay| overlay.pick(frame, pointer)))
    }
}

/// Returns the overlays that a frame shows, the lowest first.
fn shown<'a>(
    overlays: &'a [(&'static OverlayKind, Box<dyn Overlay>)],
    frame: &MapFrame<'_>,
) -> impl DoubleEndedIterator<Item = &'a dyn Overlay> {
    overlays
        .iter()
        .filter(|(kind, _)| is_shown(kind, frame))
        .map(|(_, overlay)| &**overlay)
}

fn is_shown(kind: &OverlayKind, frame: &MapFrame<'_>) -> bool {
    match kind.id {
        density::ID => frame.shows_density(),
        id => kind.switch.is_none() || frame.input.overlays.is_on(id),
    }
}

/// Returns the masks of marks, drawn anew when the pixels of the screen have changed.
fn sprites<'a>(kept: &'a mut Option<Sprites>, ctx: &Context) -> &'a Sprites {
    kept.take_if(|sprites| sprites.is_stale(ctx));
    kept.get_or_insert_with(|| Sprites::new(ctx))
}
