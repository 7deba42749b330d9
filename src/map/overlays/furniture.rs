//! What is written on the map's edge: the scale bar and the credit line.

use std::{borrow::Cow, sync::Arc};

use egui::{
    Align2, Context, FontFamily, FontId, Galley, Painter, Rect, Stroke, Vec2, epaint::PathShape,
    vec2,
};

use crate::{
    text::{Arg, Catalogue},
    theme::{Theme, fonts, size},
    typeset::{self, Setting},
};

use super::{
    super::{frame::MapFrame, viewport::Viewport},
    Brush, OccupiedSpace, Overlay, OverlayKind,
};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: "furniture",
    switch: None,
    help: &[],
    new: || Box::<Edge>::default(),
};

/// The longest scale bar, in points.
const LONGEST: f64 = 120.0;
/// Distance from the edge of the map, in points.
const INSET: f32 = 12.0;
/// Height of the ends of the scale bar, in points.
const TICK: f32 = 6.0;
/// Width of a map, in points, below which a note beside the credit would wrap and lie over marks.
const NOTE_WIDTH: f32 = 560.0;

/// Free space around the credit, in points.
const CREDIT_PADDING: Vec2 = vec2(6.0, 2.0);

/// A length that reads well and how long it is on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
struct ScaleBar {
    /// 1, 2 or 5 times a power of ten, in kilometres.
    km: f64,
    /// In points.
    points: f32,
}

impl ScaleBar {
    /// Makes the scale bar of a view: true at its middle.
    fn of(view: &Viewport) -> Self {
        let points_per_km = view.points_per_km(view.centre);
        let longest_km = LONGEST / points_per_km;
        let power = 10_f64.powf(longest_km.log10().floor());
        let km = [5.0, 2.0, 1.0]
            .into_iter()
            .map(|step| step * power)
            .find(|km| *km <= longest_km)
            .unwrap_or(power);
        Self {
            km,
            points: (km * points_per_km) as f32,
        }
    }

    /// Returns the length in words.
    fn label(&self, words: &Catalogue) -> String {
        if self.km < 1.0 {
            let metres = (self.km * 1000.0).round();
            words.with("map-scale-m", &[("m", Arg::from(metres))])
        } else {
            words.with("map-scale-km", &[("km", Arg::from(self.km.round()))])
        }
    }
}

/// The scale bar and the credit of a frame.
#[derive(Default)]
struct Edge {
    furniture: Option<Furniture>,
}

impl Overlay for Edge {
    fn prepare(&mut self, frame: &MapFrame<'_>, room: &mut OccupiedSpace) {
        let furniture = Furniture::new(frame);
        room.take(frame.covered.iter().copied());
        room.take(furniture.rects());
        self.furniture = Some(furniture);
    }

    fn paint_raised(&self, brush: &Brush<'_>) {
        if let Some(furniture) = &self.furniture {
            furniture.paint(brush.painter, brush.frame.input.theme);
        }
    }
}

/// What stands on the lower edge of the map, made ready.
struct Furniture {
    bar: ScaleBar,
    label: Arc<Galley>,
    /// `None`: whoever shows the map names the sources elsewhere.
    credit: Option<Arc<Galley>>,
    view: Rect,
    /// The bar stands where lines begin, the credit where they end: below the map's buttons, which leave it room.
    is_rtl: bool,
}

impl Furniture {
    /// Makes the furniture of a view; the credit wraps where the map is narrow.
    fn new(frame: &MapFrame<'_>) -> Self {
        let MapFrame {
            ctx, view, credit, ..
        } = *frame;
        let palette = frame.input.theme.palette;
        let bar = ScaleBar::of(view);
        let strong = FontId::new(size::SMALL, fonts::medium());
        let small = FontId::new(size::SMALL, FontFamily::Proportional);
        let width = (view.rect.width() - 4.0 * INSET - LONGEST as f32).max(120.0);
        let credit_setting = Setting::new(small).colour(palette.text_weak).wrapped(width);
        Self {
            bar,
            label: typeset::galley(
                ctx,
                &bar.label(frame.input.words),
                &Setting::new(strong).colour(palette.text),
            ),
            credit: credit_galley(ctx, &credit_line(frame, credit), &credit_setting),
            view: view.rect,
            is_rtl: frame.input.lang().is_rtl(),
        }
    }

    /// Returns the room that it takes.
    fn rects(&self) -> impl Iterator<Item = Rect> {
        let credit = self.credit.as_ref().map(|credit| self.credit_rect(credit));
        [Some(self.scale_rect()), credit].into_iter().flatten()
    }

    fn scale_rect(&self) -> Rect {
        let room = vec2(self.bar.points, self.label.size().y + TICK + 2.0);
        corner(self.view.shrink(INSET), room, self.is_rtl)
    }

    fn credit_rect(&self, credit: &Galley) -> Rect {
        let room = credit.size() + 2.0 * CREDIT_PADDING;
        corner(self.view.shrink(size::GRID), room, !self.is_rtl)
    }

    /// Paints it.
    fn paint(&self, painter: &Painter, theme: &Theme) {
        let palette = theme.palette;
        let rect = self.scale_rect();
        let (left, right) = (rect.left_bottom(), rect.right_bottom());
        let tick = vec2(0.0, -TICK);
        for (width, colour) in [
            (4.0, palette.halo.gamma_multiply(0.85)),
            (1.5, palette.text),
        ] {
            let line = vec![left + tick, left, right, right + tick];
            painter.add(PathShape::line(line, Stroke::new(width, colour)));
        }
        let label = rect.center_top() - vec2(self.label.size().x / 2.0, 0.0);
        typeset::paint_galley(painter, label, Arc::clone(&self.label), Some(palette.halo));
        if let Some(credit) = &self.credit {
            let ground = self.credit_rect(credit);
            painter.rect_filled(ground, 4.0, palette.canvas.gamma_multiply(0.8));
            let place = ground.min + CREDIT_PADDING;
            typeset::paint_galley(painter, place, Arc::clone(credit), None);
        }
    }
}

/// Returns the room of something at the foot of a view.
fn corner(view: Rect, size: Vec2, is_right: bool) -> Rect {
    let corner = if is_right {
        Align2::RIGHT_BOTTOM
    } else {
        Align2::LEFT_BOTTOM
    };
    corner.align_size_within_rect(size, view)
}

/// Returns whom the basemap is owed to and, where names in foreign letters are among those in view and the map is wide
/// enough for both in a line, that it has no others.
fn credit_line<'a>(frame: &MapFrame<'_>, credit: &'a str) -> Cow<'a, str> {
    let lang = frame.input.lang();
    let mut shown = frame.names.iter().filter(|it| it.is_shown(frame.view.zoom));
    let has_foreign =
        shown.any(|it| it.is_foreign(lang) && frame.view.rect.contains(frame.screen(it.position)));
    let is_wide = frame.view.rect.width() >= NOTE_WIDTH;
    if is_wide && has_foreign && !credit.is_empty() {
        let note = frame.input.words.get("map-names-foreign");
        Cow::Owned(format!("{note} · {credit}"))
    } else {
        Cow::Borrowed(credit)
    }
}

/// Returns the credit line, if there is anything in it; even a galley of nothing would get a ground.
fn credit_galley(ctx: &Context, credit: &str, setting: &Setting) -> Option<Arc<Galley>> {
    (!credit.is_empty()).then(|| typeset::galley(ctx, credit, setting))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::mercator::unit_from_degrees;
    use egui::Pos2;
    use geo::Point;

    fn view(latitude: f64, zoom: f64) -> Viewport {
        Viewport {
            rect: Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0)),
            centre: unit_from_degrees(Point::new(-4.0, latitude)),
            zoom,
        }
    }

    #[test]
    fn a_map_without_a_credit_has_no_ground_for_one() {
        let setting = Setting::new(FontId::new(size::SMALL, FontFamily::Proportional));
        assert!(credit_galley(&Context::default(), "", &setting).is_none());
    }

    #[test]
    fn the_bar_begins_the_foot_of_the_map_and_the_credit_ends_it_in_every_direction() {
        let room = view(14.0, 6.0).rect;
        let size = vec2(100.0, 20.0);
        for is_rtl in [false, true] {
            let [bar, credit] = [is_rtl, !is_rtl].map(|is_right| corner(room, size, is_right));
            assert!(room.contains_rect(bar) && room.contains_rect(credit));
            assert_eq!(bar.left() > credit.right(), is_rtl);
            assert_eq!(bar.right() < credit.left(), !is_rtl);
        }
    }

    #[test]
    fn a_scale_bar_is_one_two_or_five_and_never_too_long() {
        for step in 20..190 {
            let bar = ScaleBar::of(&view(14.0, f64::from(step) / 10.0));
            let digit = bar.km / 10_f64.powf(bar.km.log10().floor());
            assert!(
                [1.0, 2.0, 5.0]
                    .iter()
                    .any(|step| (digit - step).abs() < 1e-6),
                "{bar:?}"
            );
            assert!(
                (LONGEST / 2.51..=LONGEST).contains(&f64::from(bar.points)),
                "{bar:?}"
            );
        }
    }

    #[test]
    fn the_same_bar_is_longer_where_mercator_stretches() {
        let length = |latitude| {
            let bar = ScaleBar::of(&view(latitude, 6.0));
            f64::from(bar.points) / bar.km
        };
        assert!((length(60.0) / length(0.0) - 2.0).abs() < 0.01);
    }
}
