//! Short messages that come up below the bar of menus and go away by themselves.

use std::time::{Duration, Instant};

use egui::{Align2, Area, Context, Frame, Id, Order, Stroke, Ui, vec2};

use crate::{
    command::{Commands, ViewCommand, action},
    theme::{fonts::icon, size},
    typeset::{self, Text},
};

use super::{PanelContext, kit};

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something wants to be known.
    Warning,
    /// Something could not be done.
    Error,
}

impl Tone {
    /// Catalogue key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Done => "notice-done",
            Self::Warning => "notice-warning",
            Self::Error => "notice-error",
        }
    }
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number.
    pub id: u64,
    /// How it is meant.
    pub tone: Tone,
    /// One clear sentence.
    pub text: String,
    /// When it goes away by itself; `None`: when it is dismissed.
    pub until: Option<Instant>,
    /// Key of an action that it offers.
    pub offer: Option<&'static str>,
}

/// How long a message stays that asks for nothing.
const BRIEF: Duration = Duration::from_secs(5);

/// The messages that are up, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    list: Vec<Notice>,
    next: u64,
}

impl Notices {
    /// Puts a message up. What went wrong stays until it is dismissed.
    pub fn post(&mut self, tone: Tone, text: String) {
        self.next += 1;
        let until = (tone == Tone::Done).then(|| Instant::now() + BRIEF);
        self.list.retain(|notice| notice.text != text);
        self.list.push(Notice {
            id: self.next,
            tone,
            text,
            until,
            offer: None,
        });
    }

    /// The same with a button for the action whose key is `action`.
    pub fn offer(&mut self, tone: Tone, text: String, action: &'static str) {
        self.post(tone, text);
        if let Some(notice) = self.list.last_mut() {
            notice.offer = Some(action);
        }
    }

    /// What was said last and is still up.
    #[must_use]
    pub fn last_sentence(&self) -> Option<String> {
        self.list.last().map(|notice| notice.text.clone())
    }

    /// Takes a message down.
    pub fn dismiss(&mut self, id: u64) {
        self.list.retain(|notice| notice.id != id);
    }

    /// Takes down what has been up long enough; gives the time until the next goes.
    pub fn expire(&mut self, now: Instant) -> Option<Duration> {
        self.list
            .retain(|notice| notice.until.is_none_or(|until| until > now));
        self.list
            .iter()
            .filter_map(|notice| notice.until)
            .min()
            .map(|until| until.saturating_duration_since(now))
    }

    /// The messages that are up, oldest first.
    #[must_use]
    pub fn list(&self) -> &[Notice] {
        &self.list
    }
}

/// Width of a message in points.
const WIDTH: f32 = 420.0;

fn area_id() -> Id {
    Id::unique("notices")
}

/// How far down the messages that are up reach, in points, so that a dialog leaves them room.
#[must_use]
pub fn reach(ctx: &Context, context: &PanelContext) -> f32 {
    if context.notices.list().is_empty() {
        return 0.0;
    }
    let area = ctx.memory(|memory| memory.area_rect(area_id()));
    area.map_or(0.0, |area| area.bottom() - ctx.content_rect().top())
}

/// Draws the messages that are up, below the bar of menus.
pub fn notices_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    if context.notices.list().is_empty() {
        return;
    }
    // Above dialogs too: what went wrong with one is said while it is open.
    Area::new(area_id())
        .order(Order::Tooltip)
        .anchor(Align2::CENTER_TOP, vec2(0.0, size::BAR + size::GROUP))
        .show(ui.ctx(), |ui| {
            for notice in context.notices.list() {
                notice_ui(ui, context, commands, notice);
            }
        });
}

fn notice_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands, notice: &Notice) {
    let palette = context.theme.palette;
    let (glyph, ink) = match notice.tone {
        Tone::Done => (icon::CHECK_CIRCLE, palette.success),
        Tone::Warning => (icon::WARNING, palette.warning),
        Tone::Error => (icon::WARNING_CIRCLE, palette.error),
    };
    Frame::popup(ui.style())
        .stroke(Stroke::new(1.0, ink))
        .show(ui, |ui| {
            ui.set_width(WIDTH);
            let row = kit::row_top(context.words);
            kit::block_row(ui, row, size::TARGET, |ui| {
                let name = context.words.get(notice.tone.key());
                let glyph = typeset::icon(ui, glyph, name, size::TITLE);
                let place = vec2(size::TITLE, size::TARGET);
                ui.add_sized(place, egui::Label::new(glyph.color(ink)));
                let room = ui.available_width() - size::TARGET - size::GAP;
                ui.allocate_ui_with_layout(vec2(room, 0.0), kit::column(context.words), |ui| {
                    let line = ui.text_style_height(&egui::TextStyle::Body);
                    ui.add_space(((size::TARGET - line) / 2.0).max(0.0));
                    ui.add(Text::new(&notice.text).block());
                    offer_ui(ui, context, commands, notice);
                });
                if typeset::icon_button(ui, icon::X, context.words.get("notice-dismiss")).clicked()
                {
                    commands.push(ViewCommand::DismissNotice(notice.id));
                }
            });
        });
}

/// The button for what a message offers to do.
fn offer_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands, notice: &Notice) {
    let mut actions = action::all().iter();
    let Some(action) = actions.find(|action| Some(action.key) == notice.offer) else {
        return;
    };
    let hint = context.words.find(&action.hint_key()).unwrap_or_default();
    let button = typeset::button(ui, context.words.get(action.key));
    if button.on_hover_text(hint).clicked() {
        commands.push(action.command.clone());
        commands.push(ViewCommand::DismissNotice(notice.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_goes_away_and_what_failed_stays() {
        let mut notices = Notices::default();
        notices.post(Tone::Done, "Saved".into());
        notices.post(Tone::Error, "Disk full".into());
        assert!(notices.expire(Instant::now()).is_some());
        notices.expire(Instant::now() + BRIEF * 2);
        assert_eq!(notices.list().len(), 1);
        assert_eq!(notices.list()[0].tone, Tone::Error);
    }

    #[test]
    fn the_same_message_is_up_once() {
        let mut notices = Notices::default();
        notices.post(Tone::Error, "Disk full".into());
        notices.post(Tone::Error, "Disk full".into());
        assert_eq!(notices.list().len(), 1);
    }
}
