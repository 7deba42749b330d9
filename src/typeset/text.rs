//! A text with its looks, as a widget or for a widget.

use egui::{
    Align, FontFamily, FontId, Label, Response, Sense, TextStyle, TextWrapMode, Ui, Widget,
    WidgetText,
};

use super::{Flush, Setting, galley};
use crate::{
    model::Lang,
    text::bidi::{self, Base},
    theme::{Colour, fonts, size},
};

/// What a text is for; this gives its size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// Small print.
    Small,
    /// Running text and controls.
    #[default]
    Body,
    /// Headings of sections.
    Heading,
    /// The title of a card.
    Title,
    /// The date under the playhead.
    Display,
    /// Code, ids, raw properties.
    Mono,
}

/// How heavy a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    #[default]
    Regular,
    /// A little heavier.
    Medium,
    /// Headings.
    SemiBold,
    /// Emphasis.
    Bold,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum TextTone {
    #[default]
    Normal,
    Weak,
    Own(Colour),
}

/// A text with its looks: a widget by itself, or [`Text::widget_text`] for another widget.
///
/// ```ignore
/// ui.add(Text::new(title).title().rows(2));
/// ui.button(Text::new(words.get("open")).medium().widget_text(ui));
/// ```
#[derive(Clone, Debug)]
#[must_use = "add it to a ui"]
pub struct Text<'a> {
    logical: &'a str,
    face: Face,
    weight: Option<Weight>,
    tone: TextTone,
    base: Base,
    flush: Flush,
    max_rows: usize,
    wrap: Option<TextWrapMode>,
    is_filled: bool,
    line_spacing: f32,
    sense: Option<Sense>,
}

impl<'a> Text<'a> {
    /// Makes `text` running text.
    pub const fn new(text: &'a str) -> Self {
        Self {
            logical: text,
            face: Face::Body,
            weight: None,
            tone: TextTone::Normal,
            base: Base::Auto,
            flush: Flush::Start,
            max_rows: usize::MAX,
            wrap: None,
            is_filled: false,
            line_spacing: 1.0,
            sense: None,
        }
    }

    /// Returns the text in logical order.
    #[must_use]
    pub const fn logical(&self) -> &'a str {
        self.logical
    }

    /// Sets the size of `face`.
    pub const fn face(mut self, face: Face) -> Self {
        self.face = face;
        self
    }

    /// Makes it small print.
    pub const fn small(self) -> Self {
        self.face(Face::Small)
    }

    /// Makes it the heading of a section.
    pub const fn heading(self) -> Self {
        self.face(Face::Heading)
    }

    /// Makes it the title of a card.
    pub const fn title(self) -> Self {
        self.face(Face::Title)
    }

    /// Makes it code.
    pub const fn mono(self) -> Self {
        self.face(Face::Mono)
    }

    /// Sets the weight. Headings and titles are semibold unless said otherwise.
    pub const fn weight(mut self, weight: Weight) -> Self {
        self.weight = Some(weight);
        self
    }

    /// Sets the text a little heavier.
    pub const fn medium(self) -> Self {
        self.weight(Weight::Medium)
    }

    /// Emphasises it.
    pub const fn strong(self) -> Self {
        self.weight(Weight::SemiBold)
    }

    /// Sets the colour of secondary text.
    pub const fn weak(mut self) -> Self {
        self.tone = TextTone::Weak;
        self
    }

    /// Sets the colour.
    pub const fn colour(mut self, colour: Colour) -> Self {
        self.tone = TextTone::Own(colour);
        self
    }

    /// Reads it from the side of `lang`, whatever the first letter is.
    pub const fn lang(self, lang: Lang) -> Self {
        self.base(Base::of(lang))
    }

    /// Reads it from the side of `base`, not of its first letter.
    pub const fn base(mut self, base: Base) -> Self {
        self.base = base;
        self
    }

    /// Sets the side at which its lines end evenly.
    pub const fn flush(mut self, flush: Flush) -> Self {
        self.flush = flush;
        self
    }

    /// Wraps it into as many lines as it takes.
    pub const fn wrap(mut self) -> Self {
        self.wrap = Some(TextWrapMode::Wrap);
        self
    }

    /// Keeps it in one line that ends in an ellipsis where room ends; the whole text shows on hover.
    pub const fn truncate(mut self) -> Self {
        self.wrap = Some(TextWrapMode::Truncate);
        self
    }

    /// Keeps it in one line, however long.
    pub const fn extend(mut self) -> Self {
        self.wrap = Some(TextWrapMode::Extend);
        self
    }

    /// Wraps it into at most `max_rows` rows.
    pub const fn rows(mut self, max_rows: usize) -> Self {
        self.max_rows = max_rows;
        self.wrap()
    }

    /// Makes it a block that takes the whole width, so that Arabic stands at its right.
    pub const fn block(mut self) -> Self {
        self.is_filled = true;
        self.wrap()
    }

    /// Sets lines further apart, for reading.
    pub const fn airy(mut self) -> Self {
        self.line_spacing = 1.18;
        self
    }

    /// Lets it answer to clicks or drags.
    pub const fn sense(mut self, sense: Sense) -> Self {
        self.sense = Some(sense);
        self
    }

    /// Makes it the text of another widget: a button, a checkbox, a menu. The name of that is the logical text.
    #[must_use]
    pub fn widget_text(&self, ui: &Ui) -> WidgetText {
        WidgetText::Galley(galley(
            ui.ctx(),
            self.logical,
            &self.setting(ui, f32::INFINITY),
        ))
    }

    /// Makes it the text of another widget in one line that ends in an ellipsis where `room` ends, in points. The name of
    /// that stays the whole text.
    #[must_use]
    pub fn widget_text_within(&self, ui: &Ui, room: f32) -> WidgetText {
        let setting = self.setting(ui, f32::INFINITY).wrapped(room).rows(1);
        WidgetText::Galley(galley(ui.ctx(), self.logical, &setting))
    }

    fn font(&self, ui: &Ui) -> FontId {
        let style = ui.style();
        let of = |text_style: TextStyle| text_style.resolve(style);
        let mut font = match self.face {
            Face::Small => of(TextStyle::Small),
            Face::Body => of(TextStyle::Body),
            Face::Heading => of(TextStyle::Heading),
            Face::Mono => of(TextStyle::Monospace),
            Face::Title => FontId::new(size::TITLE, FontFamily::Proportional),
            Face::Display => FontId::new(size::DISPLAY, FontFamily::Proportional),
        };
        let usual = match self.face {
            Face::Heading | Face::Title | Face::Display => Weight::SemiBold,
            Face::Small | Face::Body | Face::Mono => Weight::Regular,
        };
        font.family = match self.weight.unwrap_or(usual) {
            Weight::Regular => font.family,
            Weight::Medium => fonts::medium(),
            Weight::SemiBold => fonts::semibold(),
            Weight::Bold => fonts::bold(),
        };
        font
    }

    fn setting(&self, ui: &Ui, width: f32) -> Setting {
        let visuals = ui.visuals();
        Setting {
            font: self.font(ui),
            colour: match self.tone {
                TextTone::Normal => Setting::INHERITED,
                TextTone::Weak => visuals.weak_text_color(),
                TextTone::Own(colour) => colour,
            },
            width: width.round(),
            max_rows: self.max_rows,
            base: self.base,
            flush: self.flush,
            is_filled: self.is_filled,
            line_spacing: self.line_spacing,
        }
    }

    /// Returns the setting for a label in the room that `ui` has.
    fn setting_in(&self, ui: &Ui) -> Setting {
        let wrap = self.wrap.unwrap_or_else(|| ui.wrap_mode());
        let available = ui.available_width();
        let mut setting = match wrap {
            // Nobody has asked for more room than there is.
            TextWrapMode::Extend if self.wrap.is_none() => {
                self.setting(ui, room_for_text(ui, 0.0)).rows(1)
            }
            TextWrapMode::Extend => self.setting(ui, f32::INFINITY),
            TextWrapMode::Wrap => self.setting(ui, available),
            TextWrapMode::Truncate => self.setting(ui, available).rows(1),
        };
        if ui.layout().horizontal_placement() == Align::Center && setting.flush == Flush::Start {
            setting.flush = Flush::Centre;
        }
        setting
    }
}

impl Widget for Text<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let setting = self.setting_in(ui);
        let galley = galley(ui.ctx(), self.logical, &setting);
        let is_elided = galley.elided;
        let mut label = Label::new(galley)
            .selectable(false)
            .show_tooltip_when_elided(false);
        if let Some(sense) = self.sense {
            label = label.sense(sense);
        }
        let response = ui.add(label);
        if is_elided {
            let whole = bidi::as_shown(self.logical);
            return hint(response, &whole);
        }
        response
    }
}

/// The least that is left of a text where there is no room, in points.
const LEAST: f32 = 24.0;

/// Returns the width that the text of a control can have beside `taken` points: where controls go on below, that of
/// a whole line.
#[must_use]
pub fn room_for_text(ui: &Ui, taken: f32) -> f32 {
    let screen = ui.ctx().content_rect().width();
    let room = if ui.is_sizing_pass() {
        screen
    } else if ui.layout().main_wrap() {
        ui.max_rect().width().min(screen)
    } else {
        ui.available_width().min(screen)
    };
    (room - taken).max(LEAST)
}

/// Shows `text` while the pointer rests on what `response` belongs to.
#[expect(
    clippy::must_use_candidate,
    reason = "the response is often at its end"
)]
pub fn hint(response: Response, text: &str) -> Response {
    response.on_hover_ui(|ui| hint_ui(ui, text))
}

/// Shows `text` while the pointer rests on what `response` belongs to and that can not be used: why it can not.
#[must_use]
pub fn hint_disabled(response: Response, text: &str) -> Response {
    response.on_disabled_hover_ui(|ui| hint_ui(ui, text))
}

fn hint_ui(ui: &mut Ui, text: &str) {
    ui.set_max_width(size::HINT);
    ui.add(Text::new(text).small().wrap());
}
