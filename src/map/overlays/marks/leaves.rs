//! The members of an opened stack as a list beside it: each with its mark, its name and a thin line to the place.

use egui::{FontFamily, FontId, Pos2, Rect, pos2, vec2};

use crate::{
    model::RowId,
    query::{RecordName, marks::Mark},
    theme::size,
    typeset::{self, Setting},
};

use super::{super::super::frame::MapFrame, MarkItem, Title};

/// More members than this are no list.
pub(super) const MOST: usize = 12;
/// Height of a line, in points.
const LINE: f32 = 25.0;
/// From the place to the marks, in points.
const AWAY: f32 = 46.0;
/// From the middle of a mark to its name, in points.
const TO_NAME: f32 = 15.0;
/// The widest name, in points.
const NAME: f32 = 230.0;
/// Room around a name, in points.
const PADDING: f32 = 5.0;
/// The least room to the edges of the map, in points; its controls stand where lines end.
const EDGE: f32 = 14.0;
const CONTROLS: f32 = 60.0;

/// Returns the members beside `middle`: where lines lead, unless there is more room on the other side.
pub(super) fn leaves(frame: &MapFrame<'_>, members: &[Mark], middle: Pos2) -> Vec<MarkItem> {
    let is_rtl = frame.input.words.lang().is_rtl();
    let view = frame.view.rect;
    let needed = AWAY + TO_NAME + NAME + EDGE;
    let [before, after] = [middle.x - view.left(), view.right() - middle.x];
    let is_left = if is_rtl {
        before >= needed + CONTROLS || before > after
    } else {
        after < needed + CONTROLS && before > after
    };
    let height = LINE * members.len() as f32;
    let lowest = view.bottom() - EDGE - height;
    let top = (middle.y - height / 2.0).min(lowest).max(view.top() + EDGE);
    let x = middle.x + if is_left { -AWAY } else { AWAY };
    let place = |(index, mark): (usize, &Mark)| {
        let at = pos2(x, top + LINE * (index as f32 + 0.5));
        MarkItem::Member {
            mark: *mark,
            at,
            root: middle,
            title: Some(title(frame, mark.row, at, is_left)),
        }
    };
    members.iter().enumerate().map(place).collect()
}

fn title(frame: &MapFrame<'_>, row: RowId, at: Pos2, is_left: bool) -> Title {
    let input = frame.input;
    let record = input.dataset.record(row);
    let named = record.as_deref().and_then(RecordName::of);
    let number = || {
        let args = crate::text::args!(n: row.ordinal());
        input.words.with("record-number", args)
    };
    let text = named.map_or_else(number, |name| name.text(input.words.content()).to_owned());
    let font = FontId::new(size::BODY, FontFamily::Proportional);
    let setting = Setting::new(font)
        .colour(input.theme.palette.text)
        .wrapped(NAME)
        .rows(1);
    let galley = typeset::galley(frame.ctx, &text, &setting);
    let room = galley.size() + 2.0 * vec2(PADDING, 0.0);
    let near = if is_left {
        at.x - TO_NAME - room.x
    } else {
        at.x + TO_NAME
    };
    let min = pos2(near, at.y - LINE / 2.0);
    Title {
        rect: Rect::from_min_size(min, vec2(room.x, LINE)),
        galley,
    }
}
