//! What a field remembers from frame to frame.

use std::{ops::Range, sync::Arc};

use egui::{Context, Id, Ui, mutex::Mutex, text_edit::TextEditState, util::undoer::Undoer};

use super::LastSet;
use crate::text::edit::Edit;

/// The state of one field.
#[derive(Clone, Default)]
pub(super) struct FieldState {
    /// Text, caret and selection.
    pub edit: Edit,
    /// How far a line that is wider than the field is moved to the left, in points.
    pub scroll: f32,
    /// What an input method has in the making.
    pub preedit: Option<Range<usize>>,
    /// What a drag with the pointer began with: a place, or a word of a double click.
    pub grip: Range<usize>,
    /// When it was last typed or clicked, in seconds of egui's clock; the caret blinks from then on.
    pub last_touch: f64,
    /// The text as it was last set, and what was measured of it.
    pub last: Arc<Mutex<LastSet>>,
    /// Behind a lock, because the state is copied into and out of egui's memory.
    pub undoer: Arc<Mutex<Undoer<Edit>>>,
}

impl FieldState {
    pub(super) fn load(ctx: &Context, id: Id) -> Self {
        ctx.data(|data| data.get_temp(id)).unwrap_or_default()
    }

    pub(super) fn store(self, ctx: &Context, id: Id) {
        ctx.data_mut(|data| data.insert_temp(id, self));
        // egui calls a widget a field of text when it has a state of this type, and then leaves it
        // its keys.
        TextEditState::default().store(ctx, id);
    }

    pub(super) fn touch(&mut self, ui: &Ui) {
        self.last_touch = ui.input(|input| input.time);
    }
}
