//! When: the mapped date, an interval where a property for its end is mapped, made as coarse as a
//! code beside it says.

use std::borrow::Cow;

use crate::model::{
    issue::IssueKind,
    mapping::{Field, Mapping},
    preset::{Preset, codes::DateCode},
    reader::Reader,
    when::When,
    written_date::{coarsened, edtf_text, epoch},
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

fn interval(reader: &Reader, mapping: &Mapping, start: &str, end: Option<&str>) -> Option<When> {
    let last = match end.and_then(|name| Some((name, reader.text(name)?))) {
        Some((name, written)) => Some(edtf(reader, mapping, name, &written)?.into_owned()),
        None => None,
    };
    let first = match reader.text(start) {
        Some(written) => Some(first(reader, mapping, start, &written)?),
        None => None,
    };
    let text = match (first, last) {
        (None, None) => return None,
        (Some(day), None) => day,
        (Some(first), Some(last)) if first == last => first,
        (Some(first), Some(last)) => format!("{first}/{last}"),
        // Nothing before the stroke is the beginning that nobody says.
        (None, Some(last)) => format!("/{last}"),
    };
    noted(reader, start, &text)
}

/// The date or the start of it, as coarse as the code beside it says.
fn first(reader: &Reader, mapping: &Mapping, name: &str, written: &str) -> Option<String> {
    let text = edtf(reader, mapping, name, written)?;
    let Some(preset) = mapping.preset() else {
        return Some(text.into_owned());
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
