//! Events of one frame in their turn: each reaches what had the focus when it came.
//!
//! egui gives all events of a frame to whatever has the focus when the frame begins. Where frames are
//! slow, a text and the Tab after it come together, and so would land in one field. Here what came is
//! let through only up to where the focus may move; the rest waits for the next frame, which is asked
//! for at once. A frame in which one key was pressed once is as it was.

use std::collections::VecDeque;

use egui::{Context, Event, Key, Modifiers, Plugin, Popup, Pos2, RawInput};

/// A pointer that has moved no further between two presses presses the same thing, in points.
const SAME_PLACE: f32 = 6.0;
/// More keys than this that wait are held down rather than pressed: the oldest repetitions go.
const MOST_WAITING: usize = 256;

/// What waits, as a plugin of egui.
#[derive(Default)]
pub(in super::super) struct Turns {
    waiting: VecDeque<Event>,
    /// The focus may have moved in the last frame, and is known only after this one.
    is_settling: bool,
    /// What had the focus when this frame's events were let through.
    before: Before,
}

impl Turns {
    /// What had the focus before egui looked at the keys of this frame: Escape has taken it away by now.
    pub(super) const fn before(&self) -> Before {
        self.before
    }
}

impl Plugin for Turns {
    fn debug_name(&self) -> &'static str {
        "turns of events"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.waiting.extend(input.events.drain(..));
        self.forget_repetitions();
        let focus = Focus::of(ctx);
        self.before = match ctx.memory(egui::Memory::focused) {
            None => Before::Nothing,
            Some(_) if focus == Focus::Text => Before::Text,
            Some(_) => Before::Widget,
        };
        let mut turn = Turn::new(focus);
        while let Some(event) = self.waiting.front() {
            let waits = self.is_settling && !is_aside(event) && !is_release(event);
            if waits || !turn.takes(event) {
                break;
            }
            input.events.extend(self.waiting.pop_front());
        }
        self.is_settling = turn.may_move_focus;
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }
}

impl Turns {
    /// A key that is held down must not go on after it is let go, however slow the frames are.
    fn forget_repetitions(&mut self) {
        if self.waiting.len() > MOST_WAITING {
            let is_repeated = |event: &Event| matches!(event, Event::Key { repeat: true, .. });
            self.waiting.retain(|event| !is_repeated(event));
        }
    }
}

/// What had the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing.
    #[default]
    Nothing,
    /// A field of text.
    Text,
    /// Another widget.
    Widget,
}

/// What keys go to, as far as their turns depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    /// Nothing: they are those of actions.
    Nothing,
    /// A field of text.
    Text,
    /// A menu, a list or a control, in which each press may move the focus.
    Control,
}

impl Focus {
    fn of(ctx: &Context) -> Self {
        if ctx.text_edit_focused() {
            Self::Text
        } else if ctx.memory(egui::Memory::focused).is_some() || Popup::is_any_open(ctx) {
            Self::Control
        } else {
            Self::Nothing
        }
    }
}

/// What the events of a turn have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
enum TurnKind {
    /// Typing, in the field that has the focus.
    Typing,
    /// Presses of one key.
    Press(Key, Modifiers),
    /// A button of the pointer, at one place.
    Pointer(Pos2),
    /// Anything else that may change something: it stands alone.
    Other,
}

/// The events of one frame.
struct Turn {
    focus: Focus,
    kind: Option<TurnKind>,
    is_over: bool,
    /// Whether what has the focus may change by them.
    may_move_focus: bool,
}

impl Turn {
    const fn new(focus: Focus) -> Self {
        Self {
            focus,
            kind: None,
            is_over: false,
            may_move_focus: false,
        }
    }

    /// Whether `event` is of this turn too.
    fn takes(&mut self, event: &Event) -> bool {
        if let Event::PointerMoved(_) = event {
            // Where it was pressed is what is pressed, not where the pointer went later.
            return !matches!(self.kind, Some(TurnKind::Pointer(_))) || !self.is_over;
        }
        if is_aside(event) {
            return true;
        }
        let kind = self.kind_of(event);
        if let Some(before) = self.kind
            && (self.is_over && !matches!(before, TurnKind::Pointer(_))
                || !self.continues(before, kind))
        {
            return false;
        }
        self.is_over = self.ends_with(event, kind);
        self.may_move_focus |= self.is_followed_by_a_pause(kind);
        self.kind = Some(kind);
        true
    }

    fn kind_of(&self, event: &Event) -> TurnKind {
        match event {
            Event::Text(_) | Event::Ime(_) => TurnKind::Typing,
            Event::Copy | Event::Cut | Event::Paste(_) if self.focus == Focus::Text => {
                TurnKind::Typing
            }
            Event::Key { key, modifiers, .. }
                if self.focus == Focus::Text && is_of_text(*key, *modifiers) =>
            {
                TurnKind::Typing
            }
            Event::Key { key, modifiers, .. } => TurnKind::Press(*key, *modifiers),
            Event::PointerButton { pos, .. } => TurnKind::Pointer(*pos),
            _ => TurnKind::Other,
        }
    }

    fn continues(&self, before: TurnKind, kind: TurnKind) -> bool {
        match (before, kind) {
            (TurnKind::Typing, TurnKind::Typing) => true,
            // What a key writes where nobody types goes with the key.
            (TurnKind::Press(..), TurnKind::Typing) => self.focus != Focus::Text,
            (TurnKind::Pointer(before), TurnKind::Pointer(now)) => {
                before.distance(now) <= SAME_PLACE
            }
            (TurnKind::Press(..), TurnKind::Press(..)) => before == kind,
            _ => false,
        }
    }

    /// Whether nothing may follow `event` in this turn.
    const fn ends_with(&self, event: &Event, kind: TurnKind) -> bool {
        match (event, kind) {
            // After a button is let go, only another press at the same place.
            (Event::PointerButton { pressed, .. }, _) => !*pressed,
            (Event::Key { repeat: true, .. }, _) => false,
            (_, TurnKind::Press(key, _)) => {
                matches!(self.focus, Focus::Control)
                    || matches!(key, Key::Tab | Key::Escape | Key::Enter)
            }
            (_, TurnKind::Other) => true,
            _ => false,
        }
    }

    /// Whether what has the focus is known only a frame later.
    fn is_followed_by_a_pause(&self, kind: TurnKind) -> bool {
        match kind {
            TurnKind::Typing => false,
            TurnKind::Press(key, modifiers) => {
                self.focus == Focus::Control
                    || modifiers.command
                    || modifiers.alt
                    || !is_of_text(key, modifiers)
            }
            TurnKind::Pointer(_) | TurnKind::Other => true,
        }
    }
}

/// Whether `event` waits for nothing and makes nothing wait.
const fn is_aside(event: &Event) -> bool {
    match event {
        Event::Key { pressed, .. } => !*pressed,
        Event::PointerMoved(_)
        | Event::PointerGone
        | Event::MouseMoved(_)
        | Event::MouseWheel { .. }
        | Event::Zoom(_)
        | Event::Rotate(_)
        | Event::Touch { .. }
        | Event::ModifiersChanged(_)
        | Event::WindowFocused(_) => true,
        _ => false,
    }
}

/// Whether `event` ends a click, which is one whenever its frame comes.
const fn is_release(event: &Event) -> bool {
    matches!(event, Event::PointerButton { pressed: false, .. })
}

/// Whether a field of text keeps a key for itself and stays where it is.
const fn is_of_text(key: Key, modifiers: Modifiers) -> bool {
    match key {
        Key::ArrowLeft
        | Key::ArrowRight
        | Key::Home
        | Key::End
        | Key::Backspace
        | Key::Delete
        | Key::Space => true,
        Key::Tab
        | Key::Escape
        | Key::Enter
        | Key::ArrowUp
        | Key::ArrowDown
        | Key::PageUp
        | Key::PageDown
        | Key::Insert => false,
        Key::A | Key::C | Key::V | Key::X | Key::Y | Key::Z if modifiers.command => true,
        _ => !modifiers.command && !modifiers.alt && !is_function_key(key),
    }
}

const fn is_function_key(key: Key) -> bool {
    (key as u16) >= (Key::F1 as u16) && (key as u16) <= (Key::F35 as u16)
}
