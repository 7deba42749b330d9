//! What somebody says about reading a file: which column is which, and what the file does not say itself. The options
//! of the command line and the answers of the window are the same words.

use super::source_file::SourceFile;
use crate::model::{
    Century, DateOrder, Field, Kind, Mapping, PlacePrecision, Preset, Status, When, Zone, crs::Crs,
};

/// Fields that may be said of a whole file.
pub const SETTABLE: [Field; 7] = [
    Field::Date,
    Field::Kind,
    Field::Layer,
    Field::Status,
    Field::Title,
    Field::Summary,
    Field::Place,
];

/// What somebody says about reading files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The known dataset that they are.
    pub preset: Option<Preset>,
    /// Columns by field, as they are named: one, or for a date its parts with commas between them.
    pub fields: Vec<(Field, String)>,
    /// What a field is in every record that does not say it itself.
    pub constants: Vec<(Field, String)>,
    /// The order of dates by number.
    pub date_order: Option<DateOrder>,
    /// The zone of times of day that name none.
    pub zone: Option<Zone>,
    /// The century of years of two digits.
    pub century: Option<Century>,
    /// Whether latitude and longitude have changed places.
    pub is_swapped: bool,
    /// The reference system of the coordinates.
    pub crs: Option<Crs>,
    /// Whether columns are read that the preset leaves out.
    pub all_columns: bool,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
}

/// Why something that is said does not fit a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Its columns are not those of this known dataset.
    NotPreset(Preset),
    /// It has no such column, but others.
    NoColumn {
        /// What was named.
        named: String,
        /// What there is.
        columns: Vec<String>,
    },
}

impl Said {
    /// Whether anything is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Reads `part` as is said. Takes as long as looking for the columns that are named.
    ///
    /// # Errors
    /// What does not fit; the file is then as far changed as all before that fits.
    pub fn apply(&self, part: &mut SourceFile) -> Result<(), Unfit> {
        if let Some(preset) = self.preset {
            let columns = part.some_columns();
            part.mapping = Mapping::of_preset(preset, &columns.all_names());
            let is_known = [Field::Date, Field::Reported]
                .iter()
                .any(|field| part.mapping.property(*field).is_some());
            if !is_known {
                return Err(Unfit::NotPreset(preset));
            }
        }
        self.apply_fields(part)?;
        for (field, value) in &self.constants {
            part.mapping.set_constant(*field, Some(value));
        }
        if let Some(order) = self.date_order {
            part.mapping.say_order(order);
        }
        part.mapping.zone = self.zone.clone().or(part.mapping.zone.take());
        part.mapping.century = self.century.or(part.mapping.century);
        part.mapping.is_swapped |= self.is_swapped;
        part.mapping.shows_withheld |= self.all_columns;
        if self.crs.is_some() {
            part.mapping.say_crs(self.crs, Crs::DEGREES);
        }
        Ok(())
    }

    fn apply_fields(&self, part: &mut SourceFile) -> Result<(), Unfit> {
        let mut set = Vec::new();
        for (field, property) in &self.fields {
            let properties = properties(part, *field, property)?;
            match properties.as_slice() {
                [only] if set.contains(field) => part.mapping.add(*field, only),
                [only] => part.mapping.set(*field, Some(only)),
                several => part.mapping.set_parts(*field, several),
            }
            part.mapping.mark_said(*field);
            set.push(*field);
        }
        // Who says what the date is has not said what its end is.
        if set.contains(&Field::Date)
            && !set.contains(&Field::EndDate)
            && !part.mapping.is_profile()
        {
            part.mapping.set(Field::EndDate, None);
        }
        Ok(())
    }
}

/// The properties that are named for a field: one, or for a date its parts with commas between them.
fn properties<'a>(
    part: &SourceFile,
    field: Field,
    written: &'a str,
) -> Result<Vec<&'a str>, Unfit> {
    let is_date = matches!(field, Field::Date | Field::EndDate);
    if part.has(written) {
        return Ok(vec![written]);
    }
    let parts: Vec<&str> = written.split(',').map(str::trim).collect();
    let parts = if is_date && (2..=3).contains(&parts.len()) {
        parts
    } else {
        vec![written]
    };
    match parts.iter().find(|property| !part.has(property)) {
        None => Ok(parts),
        Some(unknown) => {
            let columns = part.some_columns();
            let columns = columns.all_names().into_iter().map(str::to_owned);
            Err(Unfit::NoColumn {
                named: (*unknown).to_owned(),
                columns: columns.collect(),
            })
        }
    }
}

/// What may be said of a whole file, as the profile writes it; `None` where the field has no such value.
#[must_use]
pub fn constant(field: Field, value: &str) -> Option<String> {
    let is_known = match field {
        Field::Kind => Kind::from_name(value).is_some(),
        Field::Status => Status::from_name(value).is_some(),
        Field::PlacePrecision => PlacePrecision::from_name(value).is_some(),
        Field::Date => {
            let edtf = Mapping::default().edtf(value).ok()?.into_owned();
            return When::parse(&edtf).is_ok().then_some(edtf);
        }
        _ => !value.is_empty(),
    };
    is_known.then(|| value.to_owned())
}
