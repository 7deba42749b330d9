//! When: the mapped date, an interval where a property for its end is mapped, made as coarse as a
//! code beside it says.

use std::borrow::Cow;

use super::properties::{Plan, Properties, Writing};
use crate::model::{
    edtf,
    issue::IssueKind,
    layer::Kind,
    preset::{Preset, codes::DateCode},
    written_date::means_ongoing,
};

/// The date of a record. One without the mapped property may still have the bounds that an export
/// derived, in `start` and `end`.
///
/// # Errors
/// Where the reader stops.
pub fn date<'a, P: Properties<'a>>(
    source: &mut P,
    plan: &Plan<P::Key>,
) -> Result<Option<P::Date>, P::Stop> {
    match plan.date {
        Some(start) if plan.end_date.is_some() || source.is_there(start) => {
            interval(source, plan, start, plan.end_date)
        }
        Some(_) if plan.preset.is_some_and(|it| it != Preset::Sahelscope) => Ok(None),
        _ => {
            let [start, end] = plan.derived;
            interval(source, plan, start, Some(end))
        }
    }
}

/// When a presence was seen last; before it began is an issue.
///
/// # Errors
/// Where the reader stops.
pub fn last_confirmed<'a, P: Properties<'a>>(
    source: &mut P,
    plan: &Plan<P::Key>,
    kind: Kind,
    date: Option<&P::Date>,
) -> Result<Option<P::Date>, P::Stop> {
    let key = plan.last_confirmed;
    let Some(text) = source.text(key)? else {
        return Ok(None);
    };
    let confirmed = noted(source, key, &text, Writing::Profile)?;
    if let (Kind::Presence, Some(confirmed), Some(date)) = (kind, &confirmed, date)
        && confirmed.as_ref().precedes(date.as_ref())
    {
        source.note(key, IssueKind::ConfirmedBefore, &text)?;
    }
    Ok(confirmed)
}

/// When it became known, where the file itself says so; of several dates the first.
///
/// # Errors
/// Where the reader stops.
pub fn reported<'a, P: Properties<'a>>(
    source: &mut P,
    plan: &Plan<P::Key>,
) -> Result<Option<P::Date>, P::Stop> {
    let Some((key, written)) = super::text_of(source, plan.reported)? else {
        return Ok(None);
    };
    match plan.preset {
        Some(Preset::Acled) => {
            let second = written.trim().parse().ok();
            match second.and_then(|second| source.moment(second)) {
                Some(date) => Ok(Some(date)),
                None => noted(source, key, &written, plan.writing),
            }
        }
        Some(Preset::Gdelt) => {
            // In digits without anything between them, in UTC.
            let part = |from: usize, to: usize| written.get(from..to).unwrap_or_default();
            let (day, time) = (
                [part(0, 4), part(4, 6), part(6, 8)],
                [part(8, 10), part(10, 12), part(12, 14)],
            );
            let text = format!("{}T{}Z", day.join("-"), time.join(":"));
            noted(source, key, &text, plan.writing)
        }
        Some(Preset::UcdpGed) => {
            let mut first: Option<P::Date> = None;
            let dates = written.split(';').map(str::trim);
            for written in dates.filter(|date| !date.is_empty()) {
                let Some(date) = noted(source, key, written, plan.writing)? else {
                    continue;
                };
                let earliest = |date: &P::Date| date.as_ref().bounds().earliest;
                if first
                    .as_ref()
                    .is_none_or(|it| earliest(&date) < earliest(it))
                {
                    first = Some(date);
                }
            }
            Ok(first)
        }
        _ => noted(source, key, &written, plan.writing),
    }
}

/// What one of two properties comes to.
enum Part<'a> {
    /// There is none.
    Absent,
    /// It is not a date, which was noted.
    Refused,
    /// Its EDTF.
    Read(Cow<'a, str>),
}

/// How EDTF writes an end that is open.
const OPEN: &str = "..";

/// One date of EDTF for a side of an interval: of an interval the digits that the years of its two ends have in
/// common.
fn single(text: &str) -> Cow<'_, str> {
    let sides = text.split_once('/');
    let years = sides.and_then(|(first, last)| Some((first.get(..4)?, last.get(..4)?)));
    let Some((first, last)) = years else {
        return Cow::Borrowed(text);
    };
    let pairs = first.chars().zip(last.chars());
    let mut is_same = true;
    let digits = pairs.map(|(a, b)| {
        is_same &= a == b;
        if is_same { a } else { 'X' }
    });
    Cow::Owned(digits.collect())
}

/// The date from a property for its start and one for its end.
fn interval<'a, P: Properties<'a>>(
    source: &mut P,
    plan: &Plan<P::Key>,
    start: P::Key,
    end: Option<P::Key>,
) -> Result<Option<P::Date>, P::Stop> {
    let is_filled = |text: &Cow<str>| !text.trim().is_empty();
    let last = super::text_of(source, end)?.filter(|(_, text)| is_filled(text));
    let first = source.text(start)?;
    let first = first.filter(|text| last.is_none() || is_filled(text));
    let Some((end, last)) = last else {
        let Some(first) = first else { return Ok(None) };
        return match stated(source, plan, start, plan.date_precision, &first)? {
            Some((text, writing)) => noted(source, start, &text, writing),
            None => Ok(None),
        };
    };
    let written = (first.clone(), last.clone());
    // What is wrong with one of them takes nothing from the other, but nearly always nothing is.
    let last = end_of(source, plan, end, &last)?;
    let first = match &first {
        Some(first) => start_of(source, plan, start, first)?,
        None => Part::Absent,
    };
    if let (Part::Absent | Part::Read(_), Part::Read(last)) = (&first, &last) {
        let first = match &first {
            Part::Read(first) => Some(first.as_ref()),
            _ => None,
        };
        if (first.is_some() || last != OPEN)
            && let Ok(date) = source.date(&joined(first, last), Writing::Profile)
        {
            if date.as_ref().is_bounds_only() {
                if let (Some(first), _) = &written {
                    note_level_2(source, start, first)?;
                }
                note_level_2(source, end, &written.1)?;
            }
            return Ok(Some(date));
        }
    }
    let last = readable(source, end, last)?;
    let first = readable(source, start, first)?;
    with_what_is_read(source, start, first, last)
}

/// The date where one of its properties may have been refused: where an end cannot be read the start stays, with
/// an end that nobody knows.
fn with_what_is_read<'a, P: Properties<'a>>(
    source: &mut P,
    start: P::Key,
    first: Part,
    last: Part,
) -> Result<Option<P::Date>, P::Stop> {
    let text = match (first, last) {
        (Part::Absent | Part::Refused, Part::Absent | Part::Refused) => return Ok(None),
        (Part::Read(first), Part::Absent) => first,
        (Part::Read(first), Part::Refused) if first.contains('/') => first,
        (Part::Read(first), Part::Refused) => format!("{first}/").into(),
        (Part::Read(first), Part::Read(last)) => joined(Some(&first), &last).into_owned().into(),
        (Part::Absent, Part::Read(last)) if last == OPEN => {
            source.note(start, IssueKind::DateMissing, "")?;
            return Ok(None);
        }
        (Part::Refused, Part::Read(last)) if last == OPEN => return Ok(None),
        (Part::Absent | Part::Refused, Part::Read(last)) => joined(None, &last).into_owned().into(),
    };
    noted(source, start, &text, Writing::Profile)
}

/// An interval. Nothing before the stroke is the beginning that nobody says.
fn joined<'a>(first: Option<&str>, last: &'a str) -> Cow<'a, str> {
    match first {
        Some(first) if first == last => Cow::Borrowed(last),
        first => {
            let first = single(first.unwrap_or_default());
            Cow::Owned(format!("{first}/{}", single(last)))
        }
    }
}

/// The end of an interval: a date, or a word for "it goes on".
fn end_of<'a, 'w, P: Properties<'a>>(
    source: &mut P,
    plan: &Plan<P::Key>,
    key: P::Key,
    written: &'w str,
) -> Result<Part<'w>, P::Stop> {
    if written == OPEN {
        return Ok(Part::Read(OPEN.into()));
    }
    if plan.preset == Some(Preset::Wikidata) && !means_ongoing(written) {
        return Ok(
            match stated(source, plan, key, plan.end_precision, written)? {
                None => Part::Refused,
                Some((Cow::Owned(text), _)) => Part::Read(text.into()),
                Some((Cow::Borrowed(text), writing)) => edtf(source, key, text, writing)?,
            },
        );
    }
    match source.edtf(written, plan.writing) {
        // A date is never a word.
        Ok(text) => Ok(Part::Read(text)),
        Err(_) if means_ongoing(written) => Ok(Part::Read(OPEN.into())),
        Err(error) => {
            let kind = source.refusal(error, written);
            source.note(key, kind, written)?;
            Ok(Part::Refused)
        }
    }
}

/// The EDTF of the start of an interval.
fn start_of<'a, 'w, P: Properties<'a>>(
    source: &mut P,
    plan: &Plan<P::Key>,
    key: P::Key,
    written: &'w str,
) -> Result<Part<'w>, P::Stop> {
    if written == OPEN {
        return Ok(Part::Read(OPEN.into()));
    }
    match stated(source, plan, key, plan.date_precision, written)? {
        None => Ok(Part::Refused),
        Some((Cow::Owned(text), _)) => Ok(Part::Read(text.into())),
        Some((Cow::Borrowed(text), writing)) => edtf(source, key, text, writing),
    }
}

/// A date as coarse as the code beside it says, and how it is written then.
fn stated<'a, 'w, P: Properties<'a>>(
    source: &mut P,
    plan: &Plan<P::Key>,
    key: P::Key,
    precision: Option<P::Key>,
    written: &'w str,
) -> Result<Option<(Cow<'w, str>, Writing)>, P::Stop> {
    let as_written = Some((Cow::Borrowed(written), plan.writing));
    let Some(preset) = plan.preset.filter(|_| written != OPEN) else {
        return Ok(as_written);
    };
    let code = super::text_of(source, precision)?;
    let known = preset.date_code(code.as_ref().map(|(_, code)| code.as_ref()));
    if known == DateCode::AsWritten {
        return Ok(as_written);
    }
    // Wikidata has signs before years, and noughts for the month and the day of what is known to the year.
    let cut = match preset {
        Preset::Wikidata => known.applied(written.strip_prefix('+').unwrap_or(written)),
        _ => None,
    };
    let read = match &cut {
        Some(cut) => edtf(source, key, cut, plan.writing)?,
        None => edtf(source, key, written, plan.writing)?,
    };
    let Part::Read(text) = read else {
        return Ok(None);
    };
    let text = if let Some(applied) = known.applied(&text) {
        applied.into_owned()
    } else {
        if let Some((column, code)) = code {
            source.note(column, IssueKind::ValueUnknown, &code)?;
        }
        // How finely it is known is then in doubt, and so is the date.
        format!("{text}?")
    };
    Ok(Some((Cow::Owned(text), Writing::Profile)))
}

/// The EDTF of a text, else a note.
fn edtf<'a, 'w, P: Properties<'a>>(
    source: &mut P,
    key: P::Key,
    written: &'w str,
    writing: Writing,
) -> Result<Part<'w>, P::Stop> {
    match source.edtf(written, writing) {
        Ok(text) => Ok(Part::Read(text)),
        Err(error) => {
            let kind = source.refusal(error, written);
            source.note(key, kind, written).map(|()| Part::Refused)
        }
    }
}

/// `part` where it is EDTF by itself, else a note.
fn readable<'a, 'w, P: Properties<'a>>(
    source: &mut P,
    key: P::Key,
    part: Part<'w>,
) -> Result<Part<'w>, P::Stop> {
    let Part::Read(text) = part else {
        return Ok(part);
    };
    if text == OPEN || noted(source, key, &text, Writing::Profile)?.is_some() {
        Ok(Part::Read(text))
    } else {
        Ok(Part::Refused)
    }
}

fn noted<'a, P: Properties<'a>>(
    source: &mut P,
    key: P::Key,
    written: &str,
    writing: Writing,
) -> Result<Option<P::Date>, P::Stop> {
    match source.date(written, writing) {
        Ok(date) => {
            if date.as_ref().is_bounds_only() {
                note_level_2(source, key, written)?;
            }
            Ok(Some(date))
        }
        Err(error) => {
            let kind = source.refusal(error, written);
            source.note(key, kind, written).map(|()| None)
        }
    }
}

/// Says that of a date as it is written only the bounds are read. What was made of another form is no more than they.
fn note_level_2<'a, P: Properties<'a>>(
    source: &mut P,
    key: P::Key,
    written: &str,
) -> Result<(), P::Stop> {
    if edtf::is_bounds_only(written) {
        source.note(key, IssueKind::DateBoundsOnly, written)?;
    }
    Ok(())
}
