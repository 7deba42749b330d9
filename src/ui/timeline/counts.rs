//! How many records there are in the window, for certain and possibly, and what became of the rest.

use egui::{Align, Layout, Ui};

use crate::{
    query::{Counts, method_sentence},
    text::{Catalogue, args},
    theme::size,
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

/// At the end of the row: the window above, the rest below.
pub(super) fn two_lines(ui: &mut Ui, context: &PanelContext<'_>) {
    let counts = &context.answers.visible.counts;
    let end = if kit::is_rtl(context.words) {
        Align::Min
    } else {
        Align::Max
    };
    ui.with_layout(Layout::top_down(end), |ui| {
        // Both lines stand in the height of the controls, and none over the axis.
        ui.spacing_mut().item_spacing.y = 0.0;
        let shown = shown(context.words, counts);
        typeset::hint(
            ui.add(Text::new(&shown).strong().truncate()),
            context.words.get("timeline-counts-hint"),
        );
        let rest = rest(context, counts);
        ui.add(Text::new(&rest).small().weak().truncate());
    });
}

/// In a row of their own.
pub(super) fn one_line(ui: &mut Ui, context: &PanelContext<'_>) {
    let counts = &context.answers.visible.counts;
    let shown = shown(context.words, counts);
    typeset::hint(
        ui.add(Text::new(&shown).strong()),
        context.words.get("timeline-counts-hint"),
    );
    ui.add_space(size::GAP);
    let rest = rest(context, counts);
    ui.add(Text::new(&rest).small().weak().truncate());
}

/// `41 certain + 6 possible`
fn shown(words: &Catalogue, counts: &Counts) -> String {
    let shown = counts.shown;
    words.with(
        "count-certain-possible",
        args!(certain: shown.certain, possible: shown.possible),
    )
}

/// `12 outside · 3 undated · 9 unplaced`; of which there are none goes unsaid, as the line is short. While the counts are
/// those of an earlier filter it says so.
fn rest(context: &PanelContext<'_>, counts: &Counts) -> String {
    let words = context.words;
    if context.answers.is_behind {
        return words.get("timeline-behind").to_owned();
    }
    let undated = method_sentence::undated_key(context.document.filter.clock);
    let parts = [
        ("count-out", counts.out),
        (undated, counts.undated),
        ("timeline-filtered", counts.filtered),
        ("count-unplaced", counts.unplaced),
        ("count-unreadable", counts.unreadable),
    ];
    let parts = parts.into_iter().filter(|(_, n)| *n > 0);
    let parts: Vec<String> = parts.map(|(key, n)| words.with(key, args!(n: n))).collect();
    parts.join(" · ")
}
