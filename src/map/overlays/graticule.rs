//! Meridians and parallels, with their degrees on the lower edge and where lines of text begin.

use std::sync::Arc;

use egui::{
    FontFamily, FontId, Galley, Key, KeyboardShortcut, Modifiers, Pos2, Rect, Stroke, Vec2, pos2,
    vec2,
};

use crate::{
    data::mercator::unit_from_degrees,
    text::{Catalogue, args},
    theme::size,
    typeset::{self, Setting},
};

use super::{
    super::{frame::MapFrame, viewport::Viewport},
    Brush, OccupiedSpace, Overlay, OverlayKind, Switch,
};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: "graticule",
    switch: Some(Switch {
        name: "action-graticule",
        keys: &[KeyboardShortcut::new(Modifiers::NONE, Key::G)],
        is_on_at_first: false,
        button: None,
        option: Some("graticule"),
    }),
    help: &["help-legend-graticule"],
    new: || Box::<Graticule>::default(),
};

/// Distances between lines to choose from, in minutes of arc.
const STEPS: [i32; 10] = [1, 2, 5, 10, 30, 60, 120, 300, 600, WIDEST];
/// The distance for the whole world, in minutes of arc.
const WIDEST: i32 = 1800;
/// Least distance between meridians, in points.
const APART: f64 = 80.0;
/// Distance of labels from the edge of the map, in points.
const INSET: f32 = 14.0;
/// Room around a label, in points.
const PADDING: Vec2 = vec2(3.0, 1.0);
/// How far the label of a meridian moves up where the edge is taken, and that of a parallel towards the middle, in
/// points.
const LIFT: f32 = 20.0;
const INWARDS: f32 = 64.0;
/// Places that are tried for a label.
const TRIES: u8 = 3;
/// Opacity of the lines.
const OPACITY: f32 = 0.4;

/// A line of a graticule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GraticuleLine {
    /// A longitude, in minutes of arc east.
    Meridian(i32),
    /// A latitude, in minutes of arc north.
    Parallel(i32),
}

impl GraticuleLine {
    /// Tells where it is, in degrees.
    fn degrees(self) -> f64 {
        let (Self::Meridian(minutes) | Self::Parallel(minutes)) = self;
        f64::from(minutes) / 60.0
    }

    /// Returns its degrees and minutes and the letter of its side of the earth.
    fn label(self, words: &Catalogue) -> String {
        let (Self::Meridian(minutes) | Self::Parallel(minutes)) = self;
        let (whole, rest) = (minutes.abs() / 60, minutes.abs() % 60);
        let degrees = words.in_digits(&whole.to_string()).into_owned();
        let at = if rest == 0 {
            words.with("graticule-degrees", args!(d: degrees))
        } else {
            let minutes = words.in_digits(&format!("{rest:02}")).into_owned();
            words.with("graticule-minutes", args!(d: degrees, m: minutes))
        };
        let side = match self {
            Self::Meridian(0) | Self::Parallel(0) => return at,
            Self::Meridian(minutes) if minutes.abs() == 180 * 60 => return at,
            Self::Meridian(..0) => "graticule-west",
            Self::Meridian(_) => "graticule-east",
            Self::Parallel(..0) => "graticule-south",
            Self::Parallel(_) => "graticule-north",
        };
        words.with(side, args!(at: at))
    }
}

/// A line in view.
#[derive(Debug)]
struct PlacedLine {
    line: GraticuleLine,
    /// From west to east or from north to south.
    ends: [Pos2; 2],
    /// Its label where that found room.
    label: Option<(Rect, Arc<Galley>)>,
}

/// The lines in view.
#[derive(Debug, Default)]
struct Graticule {
    placed: Vec<PlacedLine>,
}

impl Overlay for Graticule {
    fn prepare(&mut self, frame: &MapFrame<'_>, room: &mut OccupiedSpace) {
        let mut taken = room.taken();
        self.placed.clear();
        for line in lines(frame.view) {
            let ends = ends(line, frame.view);
            let galley = galley(frame, line);
            let size = galley.size() + 2.0 * PADDING;
            let spots = spots(line, ends, size, frame);
            let is_free = |spot: &Rect| {
                frame.view.rect.contains_rect(*spot)
                    && taken.iter().all(|other| !other.intersects(*spot))
            };
            let label = spots.into_iter().find(is_free);
            taken.extend(label);
            room.take(label);
            self.placed.push(PlacedLine {
                line,
                ends,
                label: label.map(|rect| (rect, galley)),
            });
        }
    }

    fn paint(&self, brush: &Brush<'_>) {
        let palette = brush.frame.input.theme.palette;
        let stroke = Stroke::new(1.0, palette.text_weak.gamma_multiply(OPACITY));
        for PlacedLine { line, ends, label } in &self.placed {
            let [from, to] = *ends;
            match line {
                GraticuleLine::Meridian(_) => {
                    let x = brush.painter.round_to_pixel_center(from.x);
                    brush.painter.vline(x, from.y..=to.y, stroke);
                }
                GraticuleLine::Parallel(_) => {
                    let y = brush.painter.round_to_pixel_center(from.y);
                    brush.painter.hline(from.x..=to.x, y, stroke);
                }
            }
            if let Some((rect, galley)) = label {
                let at = rect.min + PADDING;
                typeset::paint_galley(brush.painter, at, Arc::clone(galley), Some(palette.halo));
            }
        }
    }
}

/// Returns the distance between lines that serves a view, in minutes of arc.
fn step(view: &Viewport) -> i32 {
    let points_per_minute = view.points_per_unit() / (360.0 * 60.0);
    let is_apart = |step: &i32| f64::from(*step) * points_per_minute >= APART;
    STEPS.into_iter().find(is_apart).unwrap_or(WIDEST)
}

/// Returns the lines in view: parallels from south to north, then meridians from west to east.
fn lines(view: &Viewport) -> impl Iterator<Item = GraticuleLine> {
    let (step, bounds) = (step(view), view.bounds());
    let within = move |from: f64, to: f64| {
        let first = (from * 60.0 / f64::from(step)).ceil() as i32;
        let last = (to * 60.0 / f64::from(step)).floor() as i32;
        (first..=last).map(move |number| number * step)
    };
    let parallels = within(bounds.min().y, bounds.max().y).map(GraticuleLine::Parallel);
    parallels.chain(within(bounds.min().x, bounds.max().x).map(GraticuleLine::Meridian))
}

/// Tells where a line enters and leaves the view.
fn ends(line: GraticuleLine, view: &Viewport) -> [Pos2; 2] {
    let bounds = view.bounds();
    let screen =
        |lon: f64, lat: f64| view.screen_from_map(unit_from_degrees(geo::Point::new(lon, lat)));
    match line {
        GraticuleLine::Meridian(_) => {
            [bounds.max().y, bounds.min().y].map(|lat| screen(line.degrees(), lat))
        }
        GraticuleLine::Parallel(_) => {
            [bounds.min().x, bounds.max().x].map(|lon| screen(lon, line.degrees()))
        }
    }
}

fn galley(frame: &MapFrame<'_>, line: GraticuleLine) -> Arc<Galley> {
    let font = FontId::new(size::SMALL, FontFamily::Proportional);
    let setting = Setting::new(font).colour(frame.input.theme.palette.text_weak);
    typeset::galley(frame.ctx, &line.label(frame.input.words), &setting)
}

/// Tells where the label of a line may stand, best first: a meridian's on the lower edge or a little above what stands
/// there, a parallel's on the edge at which lines of text begin or a little inwards.
fn spots(
    line: GraticuleLine,
    [from, to]: [Pos2; 2],
    size: Vec2,
    frame: &MapFrame<'_>,
) -> Vec<Rect> {
    let edge = frame.view.rect.shrink(INSET);
    let half = size / 2.0;
    match line {
        GraticuleLine::Meridian(_) => {
            let lowest = to.y.min(edge.bottom() + INSET) - 4.0 - half.y;
            (0..TRIES)
                .map(|times| pos2(from.x, lowest - f32::from(times) * LIFT))
                .map(|middle| Rect::from_center_size(middle, size))
                .collect()
        }
        GraticuleLine::Parallel(_) => {
            let (first, inwards) = if frame.input.lang().is_rtl() {
                (to.x.min(edge.right()) - half.x, -INWARDS)
            } else {
                (from.x.max(edge.left()) + half.x, INWARDS)
            };
            (0..TRIES)
                .map(|times| pos2(first + f32::from(times) * inwards, from.y))
                .map(|middle| Rect::from_center_size(middle, size))
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use geo::Point;

    use super::{
        super::tests::{MapState, framed_in, view},
        *,
    };
    use crate::{
        model::Lang,
        query::fixture::point,
        text::{Digits, Locale},
    };

    fn written(line: GraticuleLine, lang: Lang, digits: Digits) -> String {
        let locale = Locale {
            lang,
            content: lang,
            digits,
        };
        let text = line.label(&Catalogue::in_locale(locale));
        text.chars()
            .filter(|letter| !('\u{2066}'..='\u{2069}').contains(letter) && *letter != '\u{200f}')
            .collect()
    }

    #[test]
    fn degrees_have_the_letter_of_their_side_in_each_language() {
        let western = |line, lang| written(line, lang, Digits::Western);
        assert_eq!(western(GraticuleLine::Parallel(750), Lang::En), "12°30′N");
        assert_eq!(western(GraticuleLine::Meridian(-480), Lang::En), "8°W");
        assert_eq!(western(GraticuleLine::Meridian(-480), Lang::Fr), "8°O");
        assert_eq!(western(GraticuleLine::Parallel(-65), Lang::Fr), "1°05′S");
        assert_eq!(western(GraticuleLine::Meridian(-480), Lang::Ar), "8° غ");
        let indic = written(GraticuleLine::Parallel(750), Lang::Ar, Digits::ArabicIndic);
        assert_eq!(indic, "١٢°٣٠′ ش");
    }

    #[test]
    fn the_equator_and_the_meridians_that_divide_the_earth_have_no_side() {
        for (line, text) in [
            (GraticuleLine::Parallel(0), "0°"),
            (GraticuleLine::Meridian(0), "0°"),
            (GraticuleLine::Meridian(-10_800), "180°"),
        ] {
            assert_eq!(written(line, Lang::En, Digits::Western), text);
        }
    }

    #[test]
    fn lines_are_apart_at_every_zoom_and_every_view_has_some() {
        for tenth in 20..=130 {
            let view = view(f64::from(tenth) / 10.0);
            let lines: Vec<GraticuleLine> = lines(&view).collect();
            let at = |is_wanted: fn(&GraticuleLine) -> bool, axis: usize| {
                let wanted = lines.iter().filter(|line| is_wanted(line));
                let mut at: Vec<f32> = wanted.map(|line| ends(*line, &view)[0][axis]).collect();
                at.sort_by(f32::total_cmp);
                at
            };
            for at in [
                at(|line| matches!(line, GraticuleLine::Meridian(_)), 0),
                at(|line| matches!(line, GraticuleLine::Parallel(_)), 1),
            ] {
                assert!((1..=10).contains(&at.len()), "{tenth}: {at:?}");
                let are_apart = |pair: &[f32]| pair[1] - pair[0] > 79.0;
                assert!(at.windows(2).all(are_apart), "{tenth}: {at:?}");
            }
        }
    }

    #[test]
    fn nothing_is_drawn_beyond_the_edge_of_the_world() {
        let view = Viewport {
            centre: unit_from_degrees(Point::new(180.0, 0.0)),
            zoom: 2.0,
            ..view(2.0)
        };
        let east = view.screen_from_map([1.0, 0.5]).x;
        assert!(east < view.rect.right() - 100.0);
        for line in lines(&view) {
            let [from, to] = ends(line, &view);
            assert!(from.x.max(to.x) <= east + 0.5, "{line:?}");
        }
    }

    #[test]
    fn labels_stand_neither_on_each_other_nor_on_anything_else() {
        let everywhere: Vec<_> = (0..400)
            .map(|number| {
                let step = f64::from(number);
                let at = [-9.0 + (step * 0.37) % 10.0, 10.0 + (step * 0.11) % 9.0];
                point(at, "site", 0.0)
            })
            .collect();
        for lang in [Lang::En, Lang::Ar] {
            framed_in(
                lang,
                &everywhere,
                MapState {
                    zoom: 6.0,
                    selected: None,
                    spiderfied: None,
                },
                |frame| {
                    let mut room = OccupiedSpace::default();
                    for kind in super::super::OVERLAYS.iter().rev() {
                        if kind.switch.is_none() {
                            (kind.new)().prepare(frame, &mut room);
                        }
                    }
                    let mut taken = room.taken();
                    let mut graticule = Graticule::default();
                    graticule.prepare(frame, &mut room);
                    let labels = graticule
                        .placed
                        .iter()
                        .filter_map(|line| line.label.as_ref());
                    let labels: Vec<Rect> = labels.map(|(rect, _)| *rect).collect();
                    assert!(labels.len() > 3, "{labels:?}");
                    for label in labels {
                        assert!(
                            taken.iter().all(|other| !other.intersects(label)),
                            "{label:?}"
                        );
                        taken.push(label);
                    }
                },
            );
        }
    }
}
