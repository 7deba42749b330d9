//! Before a file is replaced, which one: its name, its size and when it was last changed.

use std::time::SystemTime;

use egui::{Id, Ui};
use jiff::{Timestamp, tz::TimeZone};

use crate::{
    command::{Commands, FileCommand, ViewCommand},
    io::ExistingFile,
    text::{Catalogue, args, dates},
    theme::size,
    typeset::{self, Text},
};

use super::{
    super::{PanelContext, kit},
    first_frame, header,
};

const KILOBYTE: u64 = 1_000;
const MEGABYTE: u64 = 1_000_000;

pub(super) fn overwrite_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    header(ui, context, commands, words.get("overwrite-title"));
    let Some(standing) = context.chrome.standing else {
        return;
    };
    let name = standing
        .file
        .file_name()
        .unwrap_or(standing.file.as_os_str());
    let name = name.to_string_lossy();
    let question = words.with("overwrite-explain", args!(name: &*name));
    typeset::paragraph(ui, &question);
    typeset::paragraph(ui, &told(words, standing));
    let path = standing.file.display().to_string();
    ui.add(Text::new(&path).small().mono().weak().block());
    ui.add_space(size::GROUP);
    kit::line(ui, words, |ui| {
        let other = kit::filled_button(ui, context, words.get("overwrite-other"));
        // Enter, pressed once too often, must not replace anything.
        if first_frame(ui, Id::unique("overwrite")) {
            other.request_focus();
        }
        if other.clicked() {
            commands.push(FileCommand::OtherName);
        }
        let replace = typeset::button(ui, words.get("overwrite-replace"));
        if typeset::hint(replace, words.get("overwrite-replace-hint")).clicked() {
            commands.push(FileCommand::Overwrite);
        }
        if typeset::button(ui, words.get("cancel")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
}

/// How large a file is and when it was last changed.
fn told(words: &Catalogue, standing: &ExistingFile) -> String {
    let size = size_in_words(words, standing.bytes);
    match standing.modified.and_then(|time| moment(words, time)) {
        Some((day, time)) => words.with(
            "overwrite-dated",
            args!(size: size.as_str(), day: day.as_str(), time: time.as_str()),
        ),
        None => words.with("overwrite-undated", args!(size: size.as_str())),
    }
}

fn size_in_words(words: &Catalogue, bytes: u64) -> String {
    let tenths = |unit: u64| (bytes as f64 / unit as f64 * 10.0).round() / 10.0;
    if bytes < KILOBYTE {
        words.with("size-bytes", args!(n: bytes))
    } else if bytes < MEGABYTE {
        words.with("size-kilobytes", args!(n: tenths(KILOBYTE)))
    } else {
        words.with("size-megabytes", args!(n: tenths(MEGABYTE)))
    }
}

/// The day and the time of day, in universal time.
fn moment(words: &Catalogue, time: SystemTime) -> Option<(String, String)> {
    let moment = Timestamp::try_from(time)
        .ok()?
        .to_zoned_datetime(TimeZone::UTC);
    let time = format!("{:02}:{:02}", moment.hour(), moment.minute());
    let time = words.in_digits(&time).into_owned();
    Some((dates::day(words, moment.date()), time))
}
