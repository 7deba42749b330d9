//! What a record says as it stood on the day from which the analyst looks: one answer for the card, the table
//! and everything under the pointer.

use egui::{Ui, vec2};

use crate::{
    model::{Record, Status, StatusThen, bounds::day_of},
    text::{Arg, args, dates},
    typeset::Text,
    ui::PanelContext,
};

use super::{status_badge, wrapped_row};

/// The statuses of then, and the catalogue key of what is to be said of them, which names the day.
fn status(context: &PanelContext<'_>, record: &Record) -> (Vec<Status>, Option<&'static str>) {
    let then = context
        .document
        .dataset
        .status_then(record, context.document.filter.known);
    let key = match &then {
        StatusThen::Unchanged(_) => None,
        StatusThen::AsOfToday(_) => Some("status-today-hint"),
        StatusThen::Claimed(statuses) if statuses.is_empty() => Some("status-then-none"),
        StatusThen::Claimed(_) => Some("status-then"),
    };
    (then.statuses(), key)
}

/// A message that names the day from which the analyst looks, where there is one.
fn of_day(context: &PanelContext<'_>, key: &str) -> Option<String> {
    let day = dates::day(context.words, day_of(context.document.filter.known?));
    Some(context.words.with(key, args!(date: Arg::Own(day.into()))))
}

/// The status in words, as a cell of a table has it; `None` where nothing is stated.
#[must_use]
pub fn status_text(context: &PanelContext<'_>, record: &Record) -> Option<String> {
    let words = context.words;
    let names = |statuses: &[Status]| -> Vec<&str> {
        statuses
            .iter()
            .map(|status| words.status(*status))
            .collect()
    };
    match context
        .document
        .dataset
        .status_then(record, context.document.filter.known)
    {
        StatusThen::AsOfToday(status) => {
            let name = Arg::Own(words.status(status).to_owned().into());
            Some(words.with("status-today", args!(status: name)))
        }
        StatusThen::Claimed(statuses) if statuses.is_empty() => {
            Some(words.get("status-unstated").to_owned())
        }
        then => {
            let statuses = then.statuses();
            (!statuses.is_empty()).then(|| names(&statuses).join(" · "))
        }
    }
}

/// The status as badges, and a line about them where it is not simply that of today.
pub fn status_ui(ui: &mut Ui, context: &PanelContext<'_>, record: &Record) {
    let (statuses, key) = status(context, record);
    if !statuses.is_empty() {
        wrapped_row(ui, context.words, vec2(6.0, 4.0), |ui| {
            for status in statuses {
                status_badge(ui, context, status);
            }
        });
    }
    if let Some(text) = key.and_then(|key| of_day(context, key)) {
        ui.add(Text::new(&text).small().weak().wrap());
    }
}

/// That the texts of a record rest on documents that nobody had on the day from which the analyst looks, if so.
#[must_use]
pub fn written_later(context: &PanelContext<'_>, record: &Record) -> Option<String> {
    let is_later = context
        .document
        .dataset
        .is_written_later(record, context.document.filter.known);
    is_later.then(|| of_day(context, "card-written-later"))?
}
