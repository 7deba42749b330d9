//! The text of a document: numbered paragraphs, of which only those in view are set.

use std::{ops::Range, sync::Arc};

use egui::{FontId, Id, Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

use super::coding::sentence;
use crate::{
    command::{Commands, ReaderCommand, SelectCommand},
    model::Own,
    session::DeskDocument,
    text::{args, bidi::Base},
    theme::size,
    typeset::{self, Passage, PassageMark, PassageResponse, Setting, Text},
    ui::{Cite, PanelContext, kit},
};

/// Width of the column of numbers, in points.
const NUMBERS: f32 = 44.0;
/// Between two paragraphs.
const BETWEEN: f32 = 10.0;
/// Width of a letter as a part of the size of its font, while a paragraph has not been set.
const LETTER: f32 = 0.5;

/// What the pane remembers from frame to frame.
#[derive(Clone, Default)]
struct Shown {
    /// The document, and the width, that the heights are of.
    of: (String, u32),
    /// The height of each paragraph: as it was set, or as it will be about.
    heights: Arc<Vec<f32>>,
    /// The last scrolling that was asked for.
    revealed: u64,
    /// Where a drag began, in bytes.
    anchor: Option<usize>,
}

pub(super) fn text_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    document: &DeskDocument,
    commands: &mut Commands,
) {
    let id = ui.scope_id().with("document text");
    let mut shown: Shown = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let area = ScrollArea::vertical()
        .id_salt(("document", &document.label.sha256))
        .auto_shrink([false, false]);
    kit::scroll(ui, context.words, area, |ui| {
        let width = (ui.available_width() - NUMBERS - size::GAP)
            .max(80.0)
            .round();
        shown.fit(document, width);
        let setting = setting(width);
        let tops = shown.tops();
        let total = tops.last().copied().unwrap_or(0.0);
        let (rect, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), total), egui::Sense::hover());
        if shown.revealed != context.reader.reveal.0 {
            shown.revealed = context.reader.reveal.0;
            let at = document.paragraph_at(context.reader.reveal.1);
            let top = tops.get(at).copied().unwrap_or(0.0);
            let place = Rect::from_min_size(pos2(rect.left(), rect.top() + top), vec2(1.0, 60.0));
            ui.scroll_to_rect(place, Some(egui::Align::Center));
        }
        let seen = ui.clip_rect().y_range();
        let first = tops
            .partition_point(|top| rect.top() + top < seen.min)
            .saturating_sub(1);
        let mut heights = Vec::new();
        for (at, paragraph) in document.paragraphs().iter().enumerate().skip(first) {
            let top = rect.top() + tops.get(at).copied().unwrap_or(0.0);
            if top > seen.max {
                break;
            }
            let room = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), 20.0));
            let drawn = Drawn {
                at,
                paragraph: paragraph.clone(),
                setting: &setting,
            };
            let height = drawn.show(ui, context, document, room, &mut shown.anchor, commands);
            heights.push(SetHeight { at, height });
        }
        shown.learn(&heights);
    });
    if !ui.input(|input| input.pointer.any_down()) {
        shown.anchor = None;
    }
    copy(ui, document);
    ui.data_mut(|data| data.insert_temp(id, shown));
}

fn setting(width: f32) -> Setting {
    let mut setting = Setting::new(FontId::proportional(size::BODY))
        .wrapped(width)
        .base(Base::Auto);
    setting.line_spacing = 1.35;
    setting
}

/// Puts the chosen words onto the clipboard, in logical order, unless a field has the keys.
fn copy(ui: &Ui, document: &DeskDocument) {
    let is_typing = ui.ctx().text_edit_focused();
    let is_copied = ui.input(|input| input.events.contains(&egui::Event::Copy));
    if let (false, true, Some(words)) = (is_typing, is_copied, document.chosen_words()) {
        ui.ctx().copy_text(words.to_owned());
    }
}

impl Shown {
    /// Begins anew for another document or width, with heights as they will be about.
    fn fit(&mut self, document: &DeskDocument, width: f32) {
        let of = (document.label.sha256.clone(), width.to_bits());
        if self.of == of && self.heights.len() == document.paragraphs().len() {
            return;
        }
        let row = size::BODY * 1.35 * 1.3;
        let heights = document.paragraphs().iter().map(|paragraph| {
            let letters = document
                .text()
                .get(paragraph.clone())
                .map_or(0, |text| text.chars().count());
            (letters as f32 * size::BODY * LETTER / width)
                .ceil()
                .max(1.0)
                * row
        });
        self.heights = Arc::new(heights.collect());
        self.of = of;
    }

    /// Where each paragraph begins, and the end of the last.
    fn tops(&self) -> Vec<f32> {
        let mut tops = vec![0.0];
        let mut top = 0.0;
        for height in self.heights.iter() {
            top += height + BETWEEN;
            tops.push(top);
        }
        tops
    }

    /// Keeps the heights of paragraphs that were set.
    fn learn(&mut self, heights: &[SetHeight]) {
        let known = Arc::make_mut(&mut self.heights);
        for set in heights {
            *known.own_mut(set.at) = set.height;
        }
    }
}

/// A paragraph that was set, and the height that it came to, in points.
struct SetHeight {
    at: usize,
    height: f32,
}

/// A paragraph in view.
struct Drawn<'a> {
    at: usize,
    paragraph: Range<usize>,
    setting: &'a Setting,
}

impl Drawn<'_> {
    /// Draws it at the top of `room` and gives its height.
    fn show(
        &self,
        ui: &mut Ui,
        context: &PanelContext<'_>,
        document: &DeskDocument,
        room: Rect,
        anchor: &mut Option<usize>,
        commands: &mut Commands,
    ) -> f32 {
        let is_rtl = kit::is_rtl(context.words);
        let (numbers, left) = if is_rtl {
            (room.right() - NUMBERS, room.left())
        } else {
            (room.left(), room.left() + NUMBERS + size::GAP)
        };
        self.number_ui(
            ui,
            context,
            Rect::from_min_size(pos2(numbers, room.top()), Vec2::new(NUMBERS, size::TARGET)),
            commands,
        );
        let marks = self.marks(context, document);
        let passage = Passage {
            id: Id::unique(("paragraph", &document.label.sha256, self.at)),
            text: document
                .text()
                .get(self.paragraph.clone())
                .unwrap_or_default(),
            setting: self.setting,
            marks: &marks,
        };
        let place = Rect::from_min_size(
            pos2(left, room.top()),
            vec2(self.setting.width, room.height()),
        );
        let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
        let drawn = passage.show(&mut inner);
        self.pointer(ui, context, document, &drawn, anchor, commands);
        drawn.response.rect.height()
    }

    /// Its number, and how many records rest on it: pressed, the next of them is selected.
    fn number_ui(
        &self,
        ui: &mut Ui,
        context: &PanelContext<'_>,
        room: Rect,
        commands: &mut Commands,
    ) {
        let words = context.words;
        let layout = egui::Layout::top_down(egui::Align::Max);
        let mut inner = ui.new_child(
            UiBuilder::new()
                .max_rect(room)
                .layout(layout)
                .id_salt(("number", self.at)),
        );
        let number = words.number((self.at + 1) as f64);
        let cites = self.cites(context);
        if cites.is_empty() {
            inner.add(Text::new(&number).small().weak());
            return;
        }
        let name = words.with(
            "reader-records",
            args!(number: self.at + 1, count: cites.len()),
        );
        let link = typeset::hint(typeset::link(&mut inner, &number), &name);
        if link.clicked() {
            let selected = context.document.selection.selected;
            let at = cites.iter().position(|cite| Some(cite.row) == selected);
            let next = at.map_or(0, |at| (at + 1) % cites.len());
            if let Some(cite) = cites.get(next) {
                commands.push(SelectCommand::Reveal(cite.row));
            }
        }
    }

    fn cites<'a>(&self, context: &PanelContext<'a>) -> &'a [Cite] {
        let all = context.reader.cites;
        let first = all.partition_point(|cite| cite.paragraph < self.at);
        let end = all.partition_point(|cite| cite.paragraph <= self.at);
        all.get(first..end).unwrap_or_default()
    }

    /// What is marked of it, in its own bytes: words that records rest on, what is proposed, what is chosen.
    fn marks(
        &self,
        context: &PanelContext<'_>,
        document: &DeskDocument,
    ) -> Vec<(Range<usize>, PassageMark)> {
        let palette = context.theme.palette;
        let own = |range: &Range<usize>| {
            let begin = range.start.max(self.paragraph.start);
            let end = range.end.min(self.paragraph.end);
            (begin < end).then(|| begin - self.paragraph.start..end - self.paragraph.start)
        };
        let mut marks = Vec::new();
        for cite in self.cites(context) {
            let Some(range) = cite.range.as_ref().and_then(own) else {
                continue;
            };
            let layer = context.document.dataset.columns().layer(cite.row);
            let colour = context.theme.layer(layer);
            marks.push((range.clone(), PassageMark::Wash(kit::tint(colour))));
            marks.push((range, PassageMark::Rule(colour)));
        }
        for (range, _) in document.suggestions_in(self.paragraph.clone()) {
            marks.extend(own(range).map(|range| (range, PassageMark::Dots(palette.text_weak))));
        }
        if let Some(range) = document.chosen().and_then(own) {
            marks.push((range, PassageMark::Wash(palette.time_wash)));
        }
        marks
    }

    /// A press begins a choice, a drag goes on with it, over paragraphs; a double click chooses a word, a click what is
    /// proposed there.
    fn pointer(
        &self,
        ui: &Ui,
        context: &PanelContext<'_>,
        document: &DeskDocument,
        drawn: &PassageResponse,
        anchor: &mut Option<usize>,
        commands: &mut Commands,
    ) {
        let response = &drawn.response;
        if response.hovered() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::Text);
        }
        let Some(point) = ui.input(|input| input.pointer.interact_pos()) else {
            return;
        };
        let at = self.paragraph.start + drawn.byte_at(point);
        let proposed = document.suggestions_in(at..at + 1).next();
        if let (true, Some((_, suggestion))) = (response.hovered(), proposed) {
            typeset::hint(response.clone(), &sentence(context.words, suggestion));
        }
        if response.double_clicked() {
            commands.push(ReaderCommand::Choose(Some(document.word_at(at))));
        } else if response.clicked() {
            let range = proposed.map(|(range, _)| range.clone());
            commands.push(ReaderCommand::Choose(range));
        } else if response.drag_started() {
            let origin = ui
                .input(|input| input.pointer.press_origin())
                .unwrap_or(point);
            *anchor = Some(self.paragraph.start + drawn.byte_at(origin));
        }
        let is_here = response.rect.y_range().contains(point.y);
        if let (Some(anchor), true) = (*anchor, is_here) {
            let range = anchor.min(at)..anchor.max(at);
            if document.chosen() != Some(&range) && !range.is_empty() {
                commands.push(ReaderCommand::Choose(Some(range)));
            }
        }
    }
}
