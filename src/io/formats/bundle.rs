//! Sealed bundles, to be looked at: their records with the view that was sealed. What is changed becomes a copy.

use super::{Format, Opening, Translated, TranslatedForm, unzip};
use crate::io::error::ReadErrorKind;

const RECORDS: &str = "data/records.geojson";
const DECLARATION: &str = "bagit.txt";

/// A bundle of this program.
pub static BUNDLE: Format = Format {
    id: "bundle",
    name: "BagIt",
    endings: &["zip"],
    media_types: &[],
    sniff: |head| {
        let names = unzip::names(head);
        let has = |wanted: &str| names.iter().any(|name| name == wanted);
        has(RECORDS) && has(DECLARATION)
    },
    open: Some(Opening::Translated(|bytes, _| {
        let is_it = |name: &String| name == RECORDS;
        let records = unzip::file(bytes, "BagIt", |names| names.iter().position(is_it))?;
        let text = String::from_utf8(records).map_err(|_| ReadErrorKind::Broken("BagIt"))?;
        Ok(Translated {
            records: TranslatedForm::Features,
            text,
            issues: Vec::new(),
            sheets: Vec::new(),
            sheet: 0,
        })
    })),
    write: None,
    losses: None,
};
