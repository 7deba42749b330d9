//! When: the mapped date, an interval where a property for its end is mapped, made as coarse as a
//! code beside it says.

use std::borrow::Cow;

use crate::model::{
    issue::IssueKind,
    mapping::{Field, Mapping},
    preset::{Preset, codes::DateCode},
    reader::Reader,
    when::When,
    written_date::{coarsened, edtf_text, epoch, means_ongoing},
};

/// The date of a record. One without the mapped property may still have the bounds that an export
/// derived, in `start` and `end`.
pub(super) fn date(reader: &Reader, mapping: &Mapping) -> Option<When> {
    let end = mapping.property(Field::EndDate);
    match mapping.property(Field::Date) {
        Some(start) if end.is_some() || reader.value(start).is_some() => {
            interval(reader, mapping, start, end)
        }
        Some(_) if mapping.preset().is_some_and(|it| it != Preset::Sahelscope) => None,
        _ => interval(reader, mapping, "start", Some("end")),
    }
}

/// When it became known, where the file itself says so; of several dates the first.
pub(super) fn reported(reader: &Reader, mapping: &Mapping) -> Option<When> {
    let name = mapping.property(Field::Reported)?;
    match mapping.preset() {
        Some(Preset::Acled) => {
            let seconds = reader.text(name)?;
            let written = epoch(&seconds).map_or_else(|| seconds.to_string(), String::from);
            one(reader, mapping, name, &written)
        }
        Some(Preset::UcdpGed) => {
            let dates = reader.text(name)?;
            let dates = dates.split(';').map(str::trim);
            dates
                .filter(|date| !date.is_empty())
                .filter_map(|date| one(reader, mapping, name, date))
                .min_by_key(|date| date.bounds().earliest)
        }
        _ if mapping.is_profile() => reader.when(name),
        _ => one(reader, mapping, name, &reader.text(name)?),
    }
}

fn one(reader: &Reader, mapping: &Mapping, name: &str, written: &str) -> Option<When> {
    let text = edtf(reader, mapping, name, written)?;
    noted(reader, name, &text)
}

/// What one of two properties comes to.
enum Part {
    /// There is none.
    Absent,
    /// It is not a date, which was noted.
    Refused,
    /// Its EDTF.
    Read(String),
}

impl Part {
    fn of(read: Option<String>) -> Self {
        read.map_or(Self::Refused, Self::Read)
    }
}

/// The date from a property for its start and one for its end. What is wrong with one of them takes nothing
/// from the other: where an end cannot be read the start stays, with an end that nobody knows.
fn interval(reader: &Reader, mapping: &Mapping, start: &str, end: Option<&str>) -> Option<When> {
    let written = |name: &str| reader.text(name);
    let is_blank = |text: &str| text.trim().is_empty();
    let last = match end.and_then(|name| Some((name, written(name)?))) {
        Some((name, text)) if !is_blank(&text) => Part::of(last(reader, mapping, name, &text)),
        _ => Part::Absent,
    };
    let first = match written(start) {
        Some(text) if is_blank(&text) && !matches!(last, Part::Absent) => Part::Absent,
        Some(text) => Part::of(first(reader, mapping, start, &text)),
        None => Part::Absent,
    };
    let text = match (first, last) {
        (Part::Absent | Part::Refused, Part::Absent | Part::Refused) => return None,
        (Part::Read(first), Part::Absent) => first,
        (Part::Read(first), Part::Refused) if first.contains('/') => first,
        (Part::Read(first), Part::Refused) => format!("{first}/"),
        (Part::Read(first), Part::Read(last)) if first == last => first,
        (Part::Read(first), Part::Read(last)) => format!("{first}/{last}"),
        (Part::Absent, Part::Read(last)) if last == OPEN => {
            reader.note(start, IssueKind::DateMissing, "");
            return None;
        }
        (Part::Refused, Part::Read(last)) if last == OPEN => return None,
        // Nothing before the stroke is the beginning that nobody says.
        (Part::Absent | Part::Refused, Part::Read(last)) => format!("/{last}"),
    };
    noted(reader, start, &text)
}

/// How EDTF writes an end that is open.
const OPEN: &str = "..";

/// The end of an interval: a date, or a word for "it goes on".
fn last(reader: &Reader, mapping: &Mapping, name: &str, written: &str) -> Option<String> {
    let is_open = !mapping.is_profile() && means_ongoing(written);
    if is_open || written == OPEN {
        return Some(OPEN.to_owned());
    }
    let text = edtf(reader, mapping, name, written)?;
    readable(reader, name, text.into_owned())
}

/// `text` where it is EDTF, else a note.
fn readable(reader: &Reader, name: &str, text: String) -> Option<String> {
    noted(reader, name, &text).map(|_| text)
}

/// The date or the start of it, as coarse as the code beside it says.
fn first(reader: &Reader, mapping: &Mapping, name: &str, written: &str) -> Option<String> {
    if written == OPEN {
        return Some(OPEN.to_owned());
    }
    let text = edtf(reader, mapping, name, written)?;
    let Some(preset) = mapping.preset() else {
        return readable(reader, name, text.into_owned());
    };
    let column = mapping.property(Field::DatePrecision);
    let code = column.and_then(|column| reader.text(column));
    Some(match preset.date_code(code.as_deref()) {
        DateCode::AsWritten => text.into_owned(),
        DateCode::Week => coarsened(&text, false).into_owned(),
        DateCode::Month => coarsened(&text, true).into_owned(),
        DateCode::Unknown => {
            let (column, code) = (column.unwrap_or_default(), code.unwrap_or_default());
            reader.note(column, IssueKind::ValueUnknown, &code);
            // How finely it is known is then in doubt, and so is the date.
            format!("{text}?")
        }
    })
}

/// The EDTF text of a foreign date, else a note; a profile's is EDTF already.
fn edtf<'a>(
    reader: &Reader,
    mapping: &Mapping,
    name: &str,
    written: &'a str,
) -> Option<Cow<'a, str>> {
    if mapping.is_profile() {
        return Some(Cow::Borrowed(written));
    }
    edtf_text(written, mapping.date_order)
        .map_err(|error| reader.note(name, error.into(), written))
        .ok()
}

fn noted(reader: &Reader, name: &str, text: &str) -> Option<When> {
    When::parse(text)
        .map_err(|error| reader.note(name, error.into(), text))
        .ok()
}
