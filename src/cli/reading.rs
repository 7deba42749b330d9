//! What the options say about reading files: which column is which, and what the files do not say themselves.

use super::{failure::Failure, input::InputArgs};
use crate::{
    data::{Dataset, FiledIssue, SourceFile},
    model::{
        Century, DateOrder, Field, IssueKind, Kind, Mapping, PlacePrecision, Preset, Status, When,
        Zone,
    },
    text::{Catalogue, args},
};

/// Fields that may be said of a whole file.
const SETTABLE: [Field; 7] = [
    Field::Kind,
    Field::Layer,
    Field::Status,
    Field::Date,
    Field::Title,
    Field::Summary,
    Field::Place,
];

/// What the options say about reading files.
pub(super) struct InputOptions<'a> {
    preset: Option<Preset>,
    fields: Vec<(Field, &'a str)>,
    constants: Vec<(Field, String)>,
    date_order: Option<DateOrder>,
    zone: Option<Zone>,
    century: Option<Century>,
    is_swapped: bool,
    all_columns: bool,
}

impl<'a> InputOptions<'a> {
    pub(super) fn of(input: &'a InputArgs, words: &Catalogue) -> Result<Self, Failure> {
        let wrong = |option, value: &str, reason| Failure::value(words, option, value, reason);
        let field = |pair: &'a String| {
            let pair_of = pair.split_once('=');
            pair_of
                .and_then(|(field, property)| Some((Field::from_name(field)?, property)))
                .ok_or_else(|| wrong("--map", pair, "cli-reason-map"))
        };
        let preset = input.preset.as_deref().map(|name| {
            let reason = words.with("cli-reason-preset", args!(names: Preset::names()));
            let preset = Preset::from_name(name);
            preset.ok_or_else(|| Failure::refused(words, "--preset", name, &reason))
        });
        let date_order = input.date_order.as_deref().map(|name| {
            let order = DateOrder::from_name(name);
            order.ok_or_else(|| wrong("--date-order", name, "cli-reason-date-order"))
        });
        let zone = input
            .zone
            .as_deref()
            .map(|name| Zone::named(name).ok_or_else(|| wrong("--zone", name, "cli-reason-zone")));
        let century = input.century.as_deref().map(|year| {
            Century::named(year).ok_or_else(|| wrong("--century", year, "cli-reason-century"))
        });
        Ok(Self {
            preset: preset.transpose()?,
            fields: input.map.iter().map(field).collect::<Result<_, _>>()?,
            constants: constants(input, words)?,
            date_order: date_order.transpose()?,
            zone: zone.transpose()?,
            century: century.transpose()?,
            is_swapped: input.swap_coordinates,
            all_columns: input.all_columns,
        })
    }

    pub(super) fn apply(&self, part: &mut SourceFile, words: &Catalogue) -> Result<(), Failure> {
        if let Some(preset) = self.preset {
            let columns = part.some_columns();
            part.mapping = Mapping::of_preset(preset, &columns.all_names());
            let is_known = [Field::Date, Field::Reported]
                .iter()
                .any(|field| part.mapping.property(*field).is_some());
            if !is_known {
                let arguments = args!(file: part.name.as_str(), preset: preset.title());
                return Err(Failure::Usage(words.with("cli-not-preset", arguments)));
            }
        }
        let mut set = Vec::new();
        for (field, property) in &self.fields {
            let properties = properties(part, *field, property, words)?;
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
        Ok(())
    }
}

/// What is said of a whole file, each as the profile writes it.
fn constants(input: &InputArgs, words: &Catalogue) -> Result<Vec<(Field, String)>, Failure> {
    let mut constants = Vec::new();
    for pair in &input.set {
        let wrong = || Failure::value(words, "--set", pair, "cli-reason-set");
        let (field, value) = pair.split_once('=').ok_or_else(wrong)?;
        let field = Field::from_name(field).filter(|field| SETTABLE.contains(field));
        let field = field.ok_or_else(wrong)?;
        let value = constant(field, value.trim()).ok_or_else(wrong)?;
        constants.push((field, value));
    }
    if let Some(date) = &input.date {
        let wrong = || Failure::value(words, "--date", date, "cli-reason-date");
        constants.push((Field::Date, constant(Field::Date, date).ok_or_else(wrong)?));
    }
    Ok(constants)
}

/// A value as the profile writes it; `None` where the field has no such value.
fn constant(field: Field, value: &str) -> Option<String> {
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

/// The properties that `--map` names for a field: one, or for a date its parts with commas between them.
fn properties<'a>(
    part: &SourceFile,
    field: Field,
    written: &'a str,
    words: &Catalogue,
) -> Result<Vec<&'a str>, Failure> {
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
            let columns = columns.all_names().join(", ");
            let file = part.name.as_str();
            let arguments = args!(file: file, column: *unknown, columns: columns.as_str());
            Err(Failure::Usage(words.with("cli-no-column", arguments)))
        }
    }
}

/// The sentence for the first file most of whose dates hang on what nobody has said: whether the day or the month
/// comes first, or which century the years of two digits are of.
pub(super) fn question(dataset: &Dataset, words: &Catalogue) -> Option<String> {
    let asks =
        |kind: IssueKind| matches!(kind, IssueKind::DateAmbiguous | IssueKind::DateShortYear);
    let (number, part) = dataset.parts().iter().enumerate().find(|(number, part)| {
        let of_part = dataset
            .issues()
            .iter()
            .filter(|filed| filed.part == *number);
        let asking = of_part.filter(|filed| asks(filed.issue.kind)).count();
        asking > dataset.dated(*number).0 && !part.follows_profile()
    })?;
    let mut of_part = dataset.issues().iter().filter(|filed| filed.part == number);
    let filed: &FiledIssue = of_part.find(|filed| asks(filed.issue.kind))?;
    let key = match filed.issue.kind {
        IssueKind::DateShortYear => "cli-century",
        _ => "cli-date-order",
    };
    let (column, value) = (&*filed.issue.field, &*filed.issue.value);
    let file = part.name.as_str();
    Some(words.with(key, args!(column: column, file: file, value: value)))
}
