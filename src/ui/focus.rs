//! A ring around what has the keyboard, whatever it is: drawn once, over everything, for those who
//! move by keys and not for those who point.

use egui::{
    Context, Event, Id, Key, Stroke, StrokeKind,
    accesskit::{Action, ActionRequest, TreeId},
};

use crate::theme::{Theme, size};

/// Room between a control and its ring, in points.
const GAP: f32 = 2.0;

/// Brings what the keyboard has just reached into view, when it lies in a list that scrolls. To be
/// called before panels are drawn.
pub fn follow_focus(ctx: &Context) {
    let id = Id::unique("focus that is in view");
    let focused = ctx.memory(egui::Memory::focused);
    let known: Option<Id> = ctx.data(|data| data.get_temp(id)).flatten();
    if focused == known {
        return;
    }
    ctx.data_mut(|data| data.insert_temp(id, focused));
    if let Some(focused) = focused.filter(|_| is_by_keyboard(ctx)) {
        // As a screen reader would ask; the widget answers when it is drawn.
        let request = ActionRequest {
            action: Action::ScrollIntoView,
            target_tree: TreeId::ROOT,
            target_node: focused.accesskit_id(),
            data: None,
        };
        ctx.input_mut(|input| {
            input.events.push(Event::AccessKitActionRequest(request));
        });
    }
}

/// Passes for which somebody who is asked to take the keyboard may still be drawn.
const ASKED_FOR_PASSES: u64 = 4;

/// Asks whoever is called `id` to take the keyboard when it is drawn next.
pub fn ask(ctx: &Context, id: Id) {
    let now = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(id, now));
}

/// Whether `id` was just asked to take the keyboard; it is asked once.
#[must_use]
pub fn is_asked(ctx: &Context, id: Id) -> bool {
    let now = ctx.cumulative_pass_nr();
    let asked: Option<u64> = ctx.data_mut(|data| data.remove_temp(id));
    asked.is_some_and(|asked| now <= asked + ASKED_FOR_PASSES)
}

/// Draws the ring, while the keyboard was used after the pointer.
pub fn focus_ring(ctx: &Context, theme: &Theme) {
    if !is_by_keyboard(ctx) {
        return;
    }
    let focused = ctx.memory(egui::Memory::focused);
    let Some(response) = focused.and_then(|id| ctx.read_response(id)) else {
        return;
    };
    let around = response.interact_rect.expand(GAP);
    // What fills the window to its edges has its ring inside.
    let around = around.intersect(ctx.content_rect().shrink(1.0));
    let stroke = Stroke::new(2.0, theme.palette.accent);
    ctx.layer_painter(response.layer_id).rect_stroke(
        around,
        f32::from(size::CORNER) + GAP,
        stroke,
        StrokeKind::Inside,
    );
}

/// Whether the last that was used to go somewhere is the keyboard.
fn is_by_keyboard(ctx: &Context) -> bool {
    let id = Id::unique("moves by keys");
    let said = ctx.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::Key {
                key: Key::Tab | Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight,
                pressed: true,
                ..
            } => Some(true),
            Event::PointerButton { pressed: true, .. } => Some(false),
            _ => None,
        })
    });
    ctx.data_mut(|data| {
        let is_by_keyboard = data.get_temp_mut_or_default::<bool>(id);
        *is_by_keyboard = said.unwrap_or(*is_by_keyboard);
        *is_by_keyboard
    })
}
