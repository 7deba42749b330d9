//! What the options say about reading files: which column is which, and what the files do not say themselves.

use super::{failure::Failure, input_args::InputArgs};
use crate::{
    data::{Dataset, FiledIssue, SETTABLE, Said, SourceFile, constant},
    model::{Century, DateOrder, Field, IssueKind, Preset, Zone, crs::Crs},
    query::unfit_in_words,
    text::{Catalogue, args},
};

/// Returns what the options say.
///
/// # Errors
/// When one of them has no such value.
pub(super) fn said(input: &InputArgs, words: &Catalogue) -> Result<Said, Failure> {
    let wrong = |option, value: &str, reason| Failure::value(words, option, value, reason);
    let field = |pair: &String| {
        let pair_of = pair.split_once('=');
        pair_of
            .and_then(|(field, property)| Some((Field::from_name(field)?, property.to_owned())))
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
    let crs = input
        .crs
        .as_deref()
        .map(|name| Crs::of_name(name).ok_or_else(|| wrong("--crs", name, "cli-reason-crs")));
    Ok(Said {
        preset: preset.transpose()?,
        fields: input.map.iter().map(field).collect::<Result<_, _>>()?,
        constants: constants(input, words)?,
        date_order: date_order.transpose()?,
        zone: zone.transpose()?,
        century: century.transpose()?,
        is_swapped: input.swap_coordinates,
        crs: crs.transpose()?,
        all_columns: input.all_columns,
        sheet: input.sheet.clone(),
    })
}

/// Reads a file as the options say.
///
/// # Errors
/// When they do not fit it.
pub(super) fn apply(said: &Said, part: &mut SourceFile, words: &Catalogue) -> Result<(), Failure> {
    let applied = said.apply(part);
    applied.map_err(|unfit| Failure::Usage(unfit_in_words(words, &part.name, &unfit)))
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
