//! Lists and panels that scroll, with the bar where lines end.
//!
//! egui draws the bar of a list at its right and knows no other side. Where a language is read from
//! the right, its bar is hidden and one of the same look and behaviour is drawn at the left; wheel,
//! touch and focus are egui's own in either case. Bars float, so what is scrolled has the same room.

use egui::{
    Id, Rect, Response, Role, ScrollArea, Sense, Shape, Ui, Vec2, WidgetInfo, lerp, pos2,
    remap_clamp,
    scroll_area::{ScrollAreaOutput, ScrollBarVisibility},
};

use crate::text::Catalogue;

use super::is_rtl;

/// Shows `contents` in `area`, with its vertical bar at the side where lines end.
pub fn scroll<R>(
    ui: &mut Ui,
    words: &Catalogue,
    area: ScrollArea,
    contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    scroll_by(ui, words, area, |area, ui| area.show(ui, contents))
}

/// The same for a list that is shown by another method of [`ScrollArea`].
pub fn scroll_by<R>(
    ui: &mut Ui,
    words: &Catalogue,
    area: ScrollArea,
    show: impl FnOnce(ScrollArea, &mut Ui) -> ScrollAreaOutput<R>,
) -> R {
    if !is_rtl(words) {
        return show(area, ui).inner;
    }
    let id = ui.next_auto_id().with("bar at the left");
    let mut area = area.scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    if let Some(ScrollAsked(offset)) = ui.data_mut(|data| data.remove_temp(id)) {
        area = area.vertical_scroll_offset(offset);
    }
    let output = show(area, ui);
    bar_ui(ui, id, &output);
    output.inner
}

/// Where the bar was dragged to; the list goes there in the next frame, which begins with it.
#[derive(Clone, Copy, Default)]
struct ScrollAsked(f32);

/// Where on the handle the pointer holds it, in points from its top.
#[derive(Clone, Copy, Default)]
struct Held(f32);

/// The bar of a list, and what it stands for.
struct Bar {
    /// From the top to the bottom of the list.
    track: Rect,
    /// How far the list can be scrolled, in points.
    furthest: f32,
    /// Length of the handle in points.
    handle: f32,
}

impl Bar {
    /// `None` where everything is in view.
    fn of<R>(ui: &Ui, output: &ScrollAreaOutput<R>) -> Option<Self> {
        let (seen, all) = (output.inner_rect, output.content_size);
        let furthest = all.y - seen.height();
        if furthest < 1.0 {
            return None;
        }
        let style = &ui.spacing().scroll;
        let left = seen.left().max(ui.clip_rect().left()) + style.bar_outer_margin;
        let least = style.handle_min_length.min(seen.height());
        Some(Self {
            track: Rect::from_x_y_ranges(left..=left + style.bar_width, seen.y_range()),
            furthest,
            handle: (seen.height() * seen.height() / all.y).max(least),
        })
    }

    /// The handle of a list that is scrolled by `offset`, `width` points wide.
    fn handle(&self, offset: f32, width: f32) -> Rect {
        let lowest = self.track.bottom() - self.handle;
        let top = remap_clamp(offset, 0.0..=self.furthest, self.track.top()..=lowest);
        let min = pos2(self.track.left(), top);
        Rect::from_min_size(min, Vec2::new(width, self.handle))
    }

    /// How far the list is scrolled when its handle begins at `top`.
    fn offset(&self, top: f32) -> f32 {
        let lowest = self.track.bottom() - self.handle;
        remap_clamp(top, self.track.top()..=lowest, 0.0..=self.furthest)
    }
}

/// Draws the bar and lets it be dragged.
fn bar_ui<R>(ui: &Ui, id: Id, output: &ScrollAreaOutput<R>) {
    let Some(bar) = Bar::of(ui, output) else {
        return;
    };
    let response = ui.interact(bar.track, id, Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::new(Role::ScrollBar));
    let mut offset = output.state.clamped_offset().y;
    if let Some(dragged) = dragged(ui, &bar, &response, offset) {
        offset = dragged;
        ui.data_mut(|data| data.insert_temp(id, ScrollAsked(offset)));
        ui.request_repaint();
    }
    paint(ui, &bar, &response, output.inner_rect, offset);
}

/// A press beside the handle brings its middle there; a drag then moves with the pointer.
fn dragged(ui: &Ui, bar: &Bar, response: &Response, offset: f32) -> Option<f32> {
    let Some(pointer) = response.interact_pointer_pos() else {
        ui.data_mut(|data| data.remove_temp::<Held>(response.id));
        return None;
    };
    let handle = bar.handle(offset, bar.track.width());
    let grip = if handle.contains(pointer) {
        pointer.y - handle.top()
    } else {
        bar.handle / 2.0
    };
    let Held(held) =
        ui.data_mut(|data| *data.get_temp_mut_or_insert_with(response.id, || Held(grip)));
    Some(bar.offset(pointer.y - held))
}

/// As egui paints its own: thin until the pointer comes near, unseen until it is over the list.
fn paint(ui: &Ui, bar: &Bar, response: &Response, list: Rect, offset: f32) {
    let style = &ui.spacing().scroll;
    let is_held = response.hovered() || response.dragged();
    let is_near = ui.rect_contains_pointer(list) && ui.ctx().dragged_id().is_none();
    let ctx = ui.ctx();
    let open = ctx.animate_bool_responsive(response.id.with("open"), is_held);
    let near = ctx.animate_bool_responsive(response.id.with("near"), is_near);
    let handle = if is_held {
        style.interact_handle_opacity
    } else {
        lerp(
            style.dormant_handle_opacity..=style.active_handle_opacity,
            near,
        )
    };
    let ground = match (is_held, is_near) {
        (true, _) => style.interact_background_opacity,
        (false, true) => style.active_background_opacity,
        (false, false) => style.dormant_background_opacity,
    };
    let width = lerp(style.floating_width..=style.bar_width, open);
    let mut track = bar.track;
    track.set_width(width);
    let visuals = ui.style().interact(response);
    let ground = ui.visuals().extreme_bg_color.gamma_multiply(ground);
    let colour = visuals.fg_stroke.color.gamma_multiply(handle);
    let handle = bar.handle(offset, width);
    let painter = ui.painter();
    painter.add(Shape::rect_filled(track, visuals.corner_radius, ground));
    painter.add(Shape::rect_filled(handle, visuals.corner_radius, colour));
}

#[cfg(test)]
mod tests {
    use egui::{Pos2, vec2};
    use egui_kittest::{Harness, kittest::Queryable};

    use super::*;
    use crate::model::Lang;

    /// Rows of the list, each so many points high.
    const ROWS: usize = 100;
    const ROW: f32 = 20.0;

    /// A list of 2000 points in a window of 200, and the height at which it shows its first row.
    fn list(lang: Lang) -> Harness<'static, f32> {
        let words = Catalogue::new(lang);
        Harness::builder().with_size([300.0, 200.0]).build_ui_state(
            move |ui, top: &mut f32| {
                let area = ScrollArea::vertical().animated(false);
                scroll(ui, &words, area, |ui| {
                    let size = vec2(280.0, ROW * ROWS as f32);
                    *top = ui.allocate_exact_size(size, Sense::hover()).0.top();
                });
            },
            0.0,
        )
    }

    fn bar(list: &Harness<'static, f32>) -> Rect {
        list.get_by_role(Role::ScrollBar).rect()
    }

    fn drag(list: &mut Harness<'static, f32>, from: Pos2, to: Pos2) {
        list.drag_at(from);
        list.run_steps(2);
        list.hover_at(to);
        list.run_steps(2);
        list.drop_at(to);
        list.run_steps(4);
    }

    #[test]
    fn the_bar_stands_where_lines_end() {
        for lang in Lang::ALL {
            let mut list = list(lang);
            list.run_steps(3);
            assert_eq!(bar(&list).center().x < 150.0, lang.is_rtl(), "{lang}");
        }
    }

    #[test]
    fn the_bar_is_dragged_and_pressed_alike_at_either_side() {
        let moved = Lang::ALL.map(|lang| {
            let mut list = list(lang);
            list.run_steps(3);
            let (first, bar) = (*list.state(), bar(&list));
            let handle = bar.center_top() + vec2(0.0, 4.0);
            drag(&mut list, handle, handle + vec2(0.0, 50.0));
            let dragged = first - *list.state();
            drag(&mut list, bar.center_bottom(), bar.center_bottom());
            (dragged.round(), (first - *list.state()).round())
        });
        let [latin, ..] = moved;
        assert!(latin.0 > 300.0 && latin.1 > 1_700.0, "{latin:?}");
        assert!(moved.iter().all(|other| *other == latin), "{moved:?}");
    }
}
