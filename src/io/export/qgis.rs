//! How QGIS is to show an export over time. It finds a style by its name beside the file.
//!
//! By itself it takes `start` and `end` too, but leaves the end out of the interval: a record of one day then shows on
//! no day at all.

use std::{fs, io::Write as _};

use crate::io::{Destination, WriteError, save::save_to};

/// Both fields, both ends of the interval included; an end that is empty is open.
const STYLE: &str = r#"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Temporal">
  <temporal enabled="1" mode="2" limitMode="1" startField="start" endField="end" startExpression="" endExpression="" durationField="" durationUnit="min" fixedDuration="0" accumulate="0">
    <fixedRange>
      <start></start>
      <end></end>
    </fixedRange>
  </temporal>
</qgis>
"#;

/// Writes the style beside an export: under its name, ending in `.qml`. One that is there already stays.
///
/// # Errors
/// When it cannot be written.
pub fn save_style(export: &Destination) -> Result<Destination, WriteError> {
    let beside = Destination {
        path: export.path.with_extension("qml"),
        ..export.clone()
    };
    let is_there = fs::read(&beside.path).is_ok_and(|known| known == STYLE.as_bytes());
    if is_there {
        return Ok(beside);
    }
    save_to(&beside, |out| Ok(out.write_all(STYLE.as_bytes())?))?;
    Ok(beside)
}
