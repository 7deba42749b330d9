//! Steps that arrows and assistive technology ask of a control that stands somewhere along a line.

use egui::{EventFilter, Id, Key, Modifiers, Response, Ui, accesskit::Action};

/// Steps along a line, as arrows ask for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArrowSteps {
    /// To the right; to the left they are less than none.
    pub right: i32,
    /// Whether Shift was held.
    pub is_big: bool,
}

/// Steps that assistive technology asks of the control `id`, up less down.
#[must_use]
pub fn asked_steps(ui: &Ui, id: Id) -> i32 {
    let asked = |action| ui.input(|input| count(input.num_accesskit_action_requests(id, action)));
    asked(Action::Increment) - asked(Action::Decrement)
}

/// Takes the arrows to the right and to the left while a control has the focus, which keeps it.
#[must_use]
pub fn arrow_steps(ui: &Ui, response: &Response) -> ArrowSteps {
    let mut steps = ArrowSteps::default();
    if !response.has_focus() {
        return steps;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    ui.input_mut(|input| {
        // Keys without Shift would take those with it as well.
        for modifiers in [Modifiers::SHIFT, Modifiers::NONE] {
            let right = count(input.count_and_consume_key(modifiers, Key::ArrowRight));
            let left = count(input.count_and_consume_key(modifiers, Key::ArrowLeft));
            steps.is_big |= modifiers.shift && right + left > 0;
            steps.right += right - left;
        }
    });
    steps
}

/// No frame has more than that.
fn count(times: usize) -> i32 {
    i32::try_from(times).unwrap_or(i32::MAX)
}
