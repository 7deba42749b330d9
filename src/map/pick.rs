//! What is under the pointer: the thing drawn last wins, areas come after everything else.

use egui::{Pos2, Rect};

use crate::{query::index::Cell, theme::size};

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
    /// Its records; several when it is a stack or an area of several. Empty when they are only counted.
    pub rows: Vec<usize>,
    /// How many records it stands for.
    pub count: usize,
    /// The cell of the map whose records it counts.
    pub cell: Option<Cell>,
    /// What it takes up on the screen, for a card beside it.
    pub rect: Rect,
    /// Whether it stands for an area rather than a place.
    pub is_area: bool,
}

impl Hit {
    fn place(rows: Vec<usize>, rect: Rect) -> Self {
        Self {
            count: rows.len(),
            rows,
            cell: None,
            rect,
            is_area: false,
        }
    }

    fn area(rows: Vec<usize>, rect: Rect) -> Self {
        Self {
            is_area: true,
            ..Self::place(rows, rect)
        }
    }

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
        Item::Single { mark, at } => round(*at, size::MARK * 1.1, vec![mark.row], pointer),
        Item::Member { mark, at, around } => {
            let hit = round(*at, size::MARK * 1.1, vec![mark.row], pointer);
            // A card beside it must not lie on its neighbours.
            hit.map(|hit| Hit {
                rect: around.rect(*at),
                ..hit
            })
        }
        Item::Stack {
            cluster,
            at,
            radius,
        } => {
            let cluster = layout.clusters.get(*cluster)?;
            let hit = round(*at, *radius, cluster.rows(), pointer);
            hit.map(|hit| Hit {
                count: cluster.count,
                cell: cluster.cell,
                ..hit
            })
        }
        Item::Others { cluster, at, .. } => round(*at, 8.0, rows(layout, *cluster), pointer),
        Item::Area {
            cluster,
            pill,
            pill_at,
            ..
        } => {
            let rect = pill.rect(*pill_at);
            rect.contains(pointer)
                .then(|| Hit::area(rows(layout, *cluster), rect))
        }
        Item::Shape { mark, outline } => is_on(outline, view, pointer).then(|| {
            let rect = Rect::from_center_size(pointer, egui::Vec2::splat(12.0));
            Hit::place(vec![mark.row], rect)
        }),
        Item::Badge { .. } | Item::Root { .. } | Item::Tray { .. } | Item::Ghost { .. } => None,
    }
}

fn round(at: Pos2, radius: f32, rows: Vec<usize>, pointer: Pos2) -> Option<Hit> {
    let rect = Rect::from_center_size(at, egui::Vec2::splat(2.0 * radius));
    (at.distance(pointer) <= radius + SLACK).then(|| Hit::place(rows, rect))
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
    let is_inside = at.distance(pointer) <= *radius;
    is_inside.then(|| Hit::area(rows(layout, *cluster), pill.rect(*pill_at)))
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

#[cfg(test)]
mod tests {
    use egui::{Context, pos2, vec2};
    use geo::Point;
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        map::{
            fixture::{dataset, everything, feature, point},
            grouping::{Grouping, Level},
            place::Stage,
            shapes::OutlineMemo,
            viewport::unit_from_degrees,
        },
        model::Lang,
        store::Selection,
        text::Words,
        theme::{Shade, Theme, fonts},
    };

    const MOPTI: [f64; 2] = [-4.2, 14.5];

    fn view(zoom: f64) -> Viewport {
        Viewport {
            rect: Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0)),
            centre: unit_from_degrees(Point::new(MOPTI[0], MOPTI[1])),
            zoom,
        }
    }

    /// What is drawn of `features` at `zoom`, and what is asked of it.
    fn staged<R>(
        features: &[Value],
        (zoom, selected, fanned): (f64, Option<usize>, Option<usize>),
        ask: impl FnOnce(&[Item], &Layout, &Viewport) -> R,
    ) -> R {
        let dataset = dataset(features);
        let (filter, visible) = everything(&dataset);
        let level = Level::of(zoom);
        let grouping = Grouping::of(dataset.columns(), level);
        let layout = Layout::of(&dataset, &visible, &filter, &grouping, Lang::En);
        let ctx = Context::default();
        fonts::install(&ctx);
        ctx.run_ui(egui::RawInput::default(), |_| {})
            .textures_delta
            .clear();
        let stage = Stage {
            ctx: &ctx,
            dataset: &dataset,
            layout: &layout,
            many: None,
            shows_density: false,
            view: &view(zoom),
            level,
            theme: &Theme::of(Shade::Light),
            words: &Words::new(Lang::En),
            selection: Selection {
                selected,
                hovered: None,
            },
            fanned,
        };
        let items = stage.items(&mut OutlineMemo::default());
        ask(&items, &layout, &view(zoom))
    }

    fn hit(features: &[Value], zoom: f64, at: Pos2) -> Option<Hit> {
        staged(features, (zoom, None, None), |items, layout, view| {
            pick(items, layout, view, at)
        })
    }

    const MIDDLE: Pos2 = pos2(400.0, 300.0);

    #[test]
    fn a_mark_is_hit_before_the_area_that_it_lies_in() {
        let all = [point(MOPTI, "region", 150.0), point(MOPTI, "town", 0.0)];
        assert_eq!(hit(&all, 7.0, MIDDLE).unwrap().rows, [1]);
        assert_eq!(hit(&all, 7.0, MIDDLE + vec2(40.0, 60.0)).unwrap().rows, [0]);
    }

    #[test]
    fn of_two_areas_the_smaller_is_hit() {
        let all = [point(MOPTI, "area", 40.0), point(MOPTI, "region", 150.0)];
        let beside = MIDDLE + vec2(0.0, 15.0);
        assert_eq!(hit(&all, 7.0, beside).unwrap().rows, [0]);
    }

    #[test]
    fn an_area_is_never_a_pin() {
        let all = [point(MOPTI, "region", 150.0)];
        staged(&all, (7.0, Some(0), Some(0)), |items, _, _| {
            assert!(
                items.iter().all(|item| matches!(item, Item::Area { .. })),
                "{items:?}"
            );
        });
    }

    #[test]
    fn a_stack_is_hit_as_a_whole_and_its_members_one_by_one_when_it_is_open() {
        let all = [point(MOPTI, "site", 0.0), point(MOPTI, "site", 0.0)];
        assert_eq!(hit(&all, 7.0, MIDDLE).unwrap().rows, [0, 1]);
        staged(&all, (7.0, None, Some(0)), |items, layout, view| {
            let members: Vec<Pos2> = items
                .iter()
                .filter_map(|item| match item {
                    Item::Member { at, .. } => Some(*at),
                    _ => None,
                })
                .collect();
            assert_eq!(
                pick(items, layout, view, members[1]).unwrap().only(),
                Some(1)
            );
            assert_eq!(pick(items, layout, view, MIDDLE), None);
        });
    }

    #[test]
    fn what_is_selected_is_drawn_after_every_other_mark() {
        let near = [MOPTI[0] + 0.05, MOPTI[1] - 0.05];
        let all = [
            point(MOPTI, "site", 0.0),
            point(MOPTI, "site", 0.0),
            point(near, "site", 0.0),
        ];
        staged(&all, (9.0, Some(0), None), |items, _, _| {
            let selected = items
                .iter()
                .position(|item| matches!(item, Item::Single { mark, .. } if mark.row == 0));
            assert_eq!(selected, Some(items.len() - 2));
            assert!(matches!(items.last(), Some(Item::Others { count: 1, .. })));
        });
    }

    #[test]
    fn the_inside_of_a_polygon_is_hit_and_its_hole_is_not() {
        let ring = |reach: f64| {
            let [x, y] = MOPTI;
            json!([
                [x - reach, y - reach],
                [x + reach, y - reach],
                [x + reach, y + reach],
                [x - reach, y + reach],
                [x - reach, y - reach]
            ])
        };
        let shape = json!({"type": "Polygon", "coordinates": [ring(1.0), ring(0.4)]});
        let all = [feature(&shape, "unknown", 0.0, "zone", "2022")];
        let degree = (256.0 * 128.0 / 360.0) as f32;
        assert_eq!(
            hit(&all, 7.0, MIDDLE + vec2(0.7 * degree, 0.0))
                .unwrap()
                .rows,
            [0]
        );
        assert_eq!(hit(&all, 7.0, MIDDLE), None);
    }

    #[test]
    fn panning_moves_everything_by_as_much_and_rearranges_nothing() {
        let all: Vec<Value> = (0..40)
            .map(|step| {
                let step = f64::from(step);
                point(
                    [
                        MOPTI[0] + 0.07 * step.sin(),
                        MOPTI[1] + 0.05 * (step * 1.7).cos(),
                    ],
                    "site",
                    0.0,
                )
            })
            .collect();
        let positions = |view: Viewport| {
            let dataset = dataset(&all);
            let (filter, visible) = everything(&dataset);
            let grouping = Grouping::of(dataset.columns(), Level::of(view.zoom));
            let layout = Layout::of(&dataset, &visible, &filter, &grouping, Lang::En);
            let at = |cluster: &crate::map::marks::Cluster| view.screen_from_map(cluster.at());
            layout.clusters.iter().map(at).collect::<Vec<_>>()
        };
        let before = positions(view(8.0));
        let after = positions(view(8.0).shifted(vec2(31.0, -17.0)));
        assert!(before.len() < all.len());
        for (before, after) in before.iter().zip(&after) {
            assert!((*after - *before - vec2(31.0, -17.0)).length() < 1e-3);
        }
    }
}
