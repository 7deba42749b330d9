//! Where each name finds room: the most important first, beside its dot or along its line, over nothing that is there.

use egui::{Pos2, Rect, Vec2};

use super::{Label, LabelKind};

/// A label that found room.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Index among the labels given to [`place`].
    pub index: usize,
    /// Where the label's position is on the screen; the dot, if it has one, goes here.
    pub anchor: Pos2,
    /// Where the text goes, before it is turned by the label's angle around its centre.
    pub text: Rect,
}

/// Everything that [`place`] needs to know about the screen.
pub struct Screen<'a> {
    /// What can be seen, in points.
    pub view: Rect,
    /// What must stay free, in points.
    pub taken: &'a [Rect],
    /// Lines that a name crosses only where it has no other room.
    pub rings: &'a [Ring],
    /// Zoom of the map.
    pub zoom: f64,
    /// Whether names stand to the left of their dots first.
    pub is_rtl: bool,
    /// The screen position of a position in unit Mercator.
    pub project: &'a dyn Fn([f64; 2]) -> Pos2,
}

/// A circle that is drawn on the map, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ring {
    /// Its middle.
    pub at: Pos2,
    /// From there to the line.
    pub radius: f32,
}

impl Ring {
    /// Tells whether its line runs through a rectangle.
    fn crosses(&self, rect: Rect) -> bool {
        let nearest = rect.distance_to_pos(self.at);
        let corners = [
            rect.left_top(),
            rect.right_top(),
            rect.left_bottom(),
            rect.right_bottom(),
        ];
        let farthest = corners.map(|corner| corner.distance(self.at));
        nearest <= self.radius && farthest.into_iter().fold(0.0, f32::max) >= self.radius
    }
}

/// Free space around a name, in points.
const PADDING: f32 = 7.0;

/// Free space around the name of a mark, in points.
const MARK_PADDING: f32 = 3.0;

/// How far outside the view names still claim room, in points, so that panning moves names and does not
/// rearrange them.
const CLAIM_MARGIN: f32 = 160.0;

/// Distance between the middle of a dot and its name, in points.
const DOT_GAP: f32 = 6.0;

/// Distance between a mark and the name of the place it stands on, in points.
const MARK_GAP: f32 = 1.0;

/// Largest side of something that may be a mark on a place, in points; the rest is furniture.
const LARGEST_MARK: f32 = 64.0;

/// Least distance between two mentions of one river, in points.
const REPEAT_DISTANCE: f32 = 280.0;

/// The name of the place that a mark stands on, where it has one.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkName {
    /// The room of the mark, in points.
    pub mark: Rect,
    /// Size of the text, in points.
    pub size: Vec2,
}

/// Where names stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedNames {
    /// The labels that found room.
    pub labels: Vec<PlacedLabel>,
    /// The names of marks that found room: an index among them, and where the text goes.
    pub of_marks: Vec<(usize, Rect)>,
}

/// Gives each label its room, in order of claim; those that find none are left out. The names of `marks` claim theirs
/// after countries and cities; a mark whose place a label names already is not named again.
///
/// `labels` must be sorted. `measure` gives the size of a label's text in points.
pub fn place(
    labels: &[Label],
    marks: &[MarkName],
    screen: &Screen<'_>,
    mut measure: impl FnMut(&Label) -> Vec2,
) -> PlacedNames {
    let mut placing = Placing {
        screen,
        taken: screen.taken.to_vec(),
        named_marks: Vec::new(),
        placed: PlacedNames::default(),
    };
    let claims = screen.view.expand(CLAIM_MARGIN);
    let of_marks = labels.partition_point(|label| label.kind <= LabelKind::City);
    for (index, label) in labels.iter().enumerate() {
        if index == of_marks {
            placing.marks(marks);
        }
        if !label.is_shown(screen.zoom) {
            continue;
        }
        let anchor = (screen.project)(label.position);
        let is_claimed = claims.contains(anchor);
        if is_claimed && !placing.is_repeated(label, anchor, labels) {
            placing.label(index, label, anchor, &mut measure);
        }
    }
    if of_marks == labels.len() {
        placing.marks(marks);
    }
    let mut placed = placing.placed;
    // No name is cut by the edge: it is there as soon as there is room for all of it.
    let is_whole = |text: Rect, angle_deg: f32| {
        boxes(text, angle_deg).all(|part| screen.view.contains_rect(part))
    };
    placed.labels.retain(|placed| {
        let label = labels.get(placed.index);
        is_whole(placed.text, label.map_or(0.0, |label| label.angle_deg))
    });
    placed.of_marks.retain(|(_, text)| is_whole(*text, 0.0));
    placed
}

/// What is being placed, and the room that is taken.
struct Placing<'a> {
    screen: &'a Screen<'a>,
    taken: Vec<Rect>,
    /// Of several places under one mark, only the first may be named beside it.
    named_marks: Vec<Rect>,
    placed: PlacedNames,
}

impl Placing<'_> {
    fn is_free(&self, spot: Rect, angle_deg: f32) -> bool {
        boxes(spot, angle_deg).all(|part| self.taken.iter().all(|other| !other.intersects(part)))
    }

    /// Tells whether the same water is already named nearby, or the same country in view.
    fn is_repeated(&self, label: &Label, anchor: Pos2, labels: &[Label]) -> bool {
        let mut same = self.placed.labels.iter().filter(|other| {
            labels
                .get(other.index)
                .is_some_and(|named| named.kind == label.kind && named.local == label.local)
        });
        match label.kind {
            LabelKind::Water => same.any(|it| it.anchor.distance(anchor) < REPEAT_DISTANCE),
            LabelKind::Country => same.any(|it| self.screen.view.contains_rect(it.text)),
            _ => false,
        }
    }

    /// Returns the first free one of some spots, best first; one on a ring only where the others are taken.
    fn find(&self, spots: impl Iterator<Item = Rect>, angle_deg: f32) -> Option<Rect> {
        let free: Vec<Rect> = spots
            .filter(|spot| self.is_free(*spot, angle_deg))
            .collect();
        let is_clear = |spot: &&Rect| !self.screen.rings.iter().any(|ring| ring.crosses(**spot));
        free.iter().find(is_clear).or(free.first()).copied()
    }

    fn marks(&mut self, marks: &[MarkName]) {
        for (index, name) in marks.iter().enumerate() {
            if self.named_marks.contains(&name.mark) {
                continue;
            }
            let dot = name.mark.expand(MARK_GAP);
            let spots = around(dot, name.size, self.screen.is_rtl).into_iter();
            if let Some(text) = self.find(spots, 0.0) {
                self.taken.push(text.expand(MARK_PADDING));
                self.named_marks.push(name.mark);
                self.placed.of_marks.push((index, text));
            }
        }
    }

    fn label(
        &mut self,
        index: usize,
        label: &Label,
        anchor: Pos2,
        measure: &mut impl FnMut(&Label) -> Vec2,
    ) {
        let mark = mark_on(anchor, self.screen.taken);
        if mark.is_some_and(|mark| self.named_marks.contains(&mark)) {
            return;
        }
        let size = measure(label);
        let dot = mark.map_or_else(
            || Rect::from_center_size(anchor, Vec2::splat(2.0 * DOT_GAP)),
            |mark| mark.expand(MARK_GAP),
        );
        let spots = spots(label, dot, size, self.screen.is_rtl);
        if let Some(text) = self.find(spots.into_iter().flatten(), label.angle_deg) {
            let parts = boxes(text, label.angle_deg).map(|part| part.expand(PADDING));
            self.taken.extend(parts);
            if label.has_dot() {
                self.taken.push(dot);
                self.named_marks.extend(mark);
            }
            self.placed.labels.push(PlacedLabel {
                index,
                anchor,
                text,
            });
        }
    }
}

/// Tells where a text may go, best first: on its position, or around `dot`.
fn spots(label: &Label, dot: Rect, size: Vec2, is_rtl: bool) -> [Option<Rect>; 4] {
    let centred = |centre: Pos2| Some(Rect::from_center_size(centre, size));
    if !label.has_dot() {
        return [centred(dot.center()), None, None, None];
    }
    around(dot, size, is_rtl).map(Some)
}

/// Tells where a text may stand beside something, best first.
fn around(dot: Rect, size: Vec2, is_rtl: bool) -> [Rect; 4] {
    let around = dot.expand2(size / 2.0);
    let [first, second] = if is_rtl {
        [around.left_center(), around.right_center()]
    } else {
        [around.right_center(), around.left_center()]
    };
    [first, second, around.center_top(), around.center_bottom()]
        .map(|centre| Rect::from_center_size(centre, size))
}

/// Returns the mark that stands on an anchor, if any.
fn mark_on(anchor: Pos2, taken: &[Rect]) -> Option<Rect> {
    let covers = |rect: &&Rect| rect.contains(anchor) && rect.size().max_elem() <= LARGEST_MARK;
    taken.iter().find(covers).copied()
}

/// Returns upright boxes that cover a text turned around its centre.
pub(super) fn boxes(text: Rect, angle_deg: f32) -> impl Iterator<Item = Rect> {
    let count = if angle_deg.abs() < 1.0 {
        1
    } else {
        (text.width() / text.height().max(1.0)).ceil().max(1.0) as u16
    };
    let direction = Vec2::angled(angle_deg.to_radians());
    let step = text.width() / f32::from(count);
    let size = if count == 1 {
        text.size()
    } else {
        Vec2::splat(text.height().max(step))
    };
    (0..count).map(move |index| {
        let along = (f32::from(index) + 0.5) * step - text.width() / 2.0;
        Rect::from_center_size(text.center() + direction * along, size)
    })
}
