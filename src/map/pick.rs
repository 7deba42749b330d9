//! What is under the pointer: the thing drawn last wins, areas come after everything else.

use egui::{Pos2, Rect};

use crate::theme::size;

use super::{
    marks::Layout,
    place::Item,
    shapes::Outline,
    viewport::{Unit, Viewport},
};

/// A pointer this far beside a mark still means it, in points.
const SLACK: f32 = 3.0;

/// What is under the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its records; several when it is a stack or an area of several.
    pub rows: Vec<usize>,
    /// What it takes up on the screen, for a card beside it.
    pub rect: Rect,
    /// Whether it stands for an area rather than a place.
    pub is_area: bool,
}

impl Hit {
    /// Its record, if it is one.
    #[must_use]
    pub fn only(&self) -> Option<usize> {
        match self.rows.as_slice() {
            [row] => Some(*row),
            _ => None,
        }
    }
}

/// What lies at `pointer` among things in drawing order.
pub(super) fn pick(items: &[Item], layout: &Layout, view: &Viewport, pointer: Pos2) -> Option<Hit> {
    let on_mark = items
        .iter()
        .rev()
        .find_map(|item| mark(item, layout, view, pointer));
    on_mark.or_else(|| {
        // Areas lie largest first, so the last that holds the pointer is the smallest.
        items
            .iter()
            .rev()
            .find_map(|item| ground(item, layout, pointer))
    })
}

fn mark(item: &Item, layout: &Layout, view: &Viewport, pointer: Pos2) -> Option<Hit> {
    match item {
        Item::Single { mark, at } | Item::Member { mark, at, .. } => {
            round(*at, size::MARK * 1.1, vec![mark.row], pointer)
        }
        Item::Stack {
            cluster,
            at,
            radius,
        } => round(*at, *radius, rows(layout, *cluster), pointer),
        Item::Others { cluster, at, .. } => round(*at, 8.0, rows(layout, *cluster), pointer),
        Item::Area {
            cluster,
            pill,
            pill_at,
            ..
        } => {
            let rect = pill.rect(*pill_at);
            rect.contains(pointer).then(|| Hit {
                rows: rows(layout, *cluster),
                rect,
                is_area: true,
            })
        }
        Item::Shape { mark, outline } => is_on(outline, view, pointer).then(|| Hit {
            rows: vec![mark.row],
            rect: Rect::from_center_size(pointer, egui::Vec2::splat(12.0)),
            is_area: false,
        }),
        Item::Badge { .. } | Item::Root { .. } | Item::Tray { .. } | Item::Ghost { .. } => None,
    }
}

fn round(at: Pos2, radius: f32, rows: Vec<usize>, pointer: Pos2) -> Option<Hit> {
    (at.distance(pointer) <= radius + SLACK).then(|| Hit {
        rows,
        rect: Rect::from_center_size(at, egui::Vec2::splat(2.0 * radius)),
        is_area: false,
    })
}

fn ground(item: &Item, layout: &Layout, pointer: Pos2) -> Option<Hit> {
    let Item::Area {
        cluster,
        at,
        radius,
        pill,
        pill_at,
    } = item
    else {
        return None;
    };
    (at.distance(pointer) <= *radius).then(|| Hit {
        rows: rows(layout, *cluster),
        rect: pill.rect(*pill_at),
        is_area: true,
    })
}

fn rows(layout: &Layout, cluster: usize) -> Vec<usize> {
    layout
        .clusters
        .get(cluster)
        .map(super::marks::Cluster::rows)
        .unwrap_or_default()
}

/// Whether the pointer is on a line, on a point or inside a polygon.
fn is_on(outline: &Outline, view: &Viewport, pointer: Pos2) -> bool {
    let reach = f64::from(SLACK + 2.0) / view.points_per_unit();
    let at = view.map_from_screen(pointer);
    let near_line = |line: &Vec<Unit>| {
        line.windows(2)
            .any(|ends| matches!(ends, [a, b] if distance_to_segment(at, *a, *b) <= reach))
    };
    outline
        .dots
        .iter()
        .any(|dot| (dot[0] - at[0]).hypot(dot[1] - at[1]) <= reach + reach)
        || outline.lines.iter().any(near_line)
        || is_inside(&outline.rings, at)
        || outline.rings.iter().any(near_line)
}

fn distance_to_segment(at: Unit, a: Unit, b: Unit) -> f64 {
    let along = [b[0] - a[0], b[1] - a[1]];
    let length = along[0] * along[0] + along[1] * along[1];
    let share = if length > 0.0 {
        (((at[0] - a[0]) * along[0] + (at[1] - a[1]) * along[1]) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (a[0] + along[0] * share - at[0]).hypot(a[1] + along[1] * share - at[1])
}

/// Even-odd over all rings, so that holes are outside.
fn is_inside(rings: &[Vec<Unit>], at: Unit) -> bool {
    let crossings = rings
        .iter()
        .flat_map(|ring| ring.windows(2))
        .filter(|ends| {
            let [a, b] = ends else { return false };
            (a[1] > at[1]) != (b[1] > at[1])
                && at[0] < (b[0] - a[0]) * (at[1] - a[1]) / (b[1] - a[1]) + a[0]
        })
        .count();
    crossings % 2 == 1
}
