//! How many: the profile's list, or what a known dataset counts in columns.

use super::{parsed::Parsed, properties::Properties};
use crate::model::{
    issue::IssueKind,
    mapping::Mapping,
    preset::{Preset, codes},
    quantity::{Count, Quantity},
    reader::Reader,
};

pub(super) fn quantities(reader: &Reader, mapping: &Mapping) -> Vec<Quantity> {
    match mapping.preset() {
        Some(Preset::Acled) => {
            let deaths = column(reader, "fatalities");
            quantity(codes::deaths(), deaths, deaths)
                .into_iter()
                .collect()
        }
        Some(Preset::UcdpGed) => {
            let best = column(reader, "best");
            let range = (column(reader, "low"), column(reader, "high"));
            [
                quantity(codes::deaths(), range.0, range.1),
                quantity(codes::deaths_best(), best, best),
            ]
            .into_iter()
            .flatten()
            .collect()
        }
        _ => reader.list("quantities", |item| {
            Some(Quantity {
                what: item.localised("what"),
                count: item.count(),
            })
        }),
    }
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

/// The whole number in a column of the dataset, whatever the case of its name.
fn column(reader: &Reader, column: &str) -> Option<i64> {
    let mut source = Parsed {
        reader,
        own_id: None,
    };
    let Ok(number) = whole(&mut source, reader.named(column)?);
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
    let number = text.trim().parse();
    if number.is_err() {
        source.note(key, IssueKind::TypeWrong, &text)?;
    }
    Ok(number.ok())
}
