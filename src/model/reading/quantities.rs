//! How many: the profile's list, or what a known dataset counts in columns.

use super::{parsed::Parsed, properties::Properties};
use crate::model::{
    issue::IssueKind,
    mapping::Mapping,
    preset::Preset,
    quantity::{Count, Quantity},
    reader::Reader,
};

pub(super) fn quantities(reader: &Reader, mapping: &Mapping) -> Vec<Quantity> {
    let counts = mapping.preset().map_or(&[][..], Preset::counts);
    if counts.is_empty() {
        return reader.list("quantities", |item| {
            Some(Quantity {
                what: item.localised("what"),
                count: item.count(),
            })
        });
    }
    let counts = counts.iter().filter_map(|counted| {
        let low = column(reader, counted.low());
        let high = if counted.high() == counted.low() {
            low
        } else {
            column(reader, counted.high())
        };
        quantity(counted.what(), low, high)
    });
    counts.collect()
}

fn quantity(
    what: crate::model::Localised,
    low: Option<i64>,
    high: Option<i64>,
) -> Option<Quantity> {
    let count = Count {
        low,
        high,
        circa: false,
    };
    (!count.is_unstated()).then_some(Quantity { what, count })
}

/// The whole number in the column of the dataset that has one of these names, whatever their case.
fn column(reader: &Reader, columns: [&str; 2]) -> Option<i64> {
    let name = columns
        .into_iter()
        .find_map(|column| reader.named(column))?;
    let mut source = Parsed {
        reader,
        mapping: None,
        own_id: None,
    };
    let Ok(number) = whole(&mut source, name);
    number
}

/// A whole number.
///
/// # Errors
/// Where the reader stops.
pub fn whole<'a, P: Properties<'a>>(source: &mut P, key: P::Key) -> Result<Option<i64>, P::Stop> {
    let Some(text) = source.text(key)? else {
        return Ok(None);
    };
    let written = text.trim();
    if written.is_empty() {
        return Ok(None);
    }
    let number = written.strip_suffix(".0").unwrap_or(written).parse();
    if number.is_err() {
        source.note(key, IssueKind::TypeWrong, &text)?;
    }
    Ok(number.ok())
}
