//! Dates that lie so far from all others of their file that most likely the year is wrong: `0025` for 2025,
//! 1443 of another calendar, 2222.
//!
//! A date is far when it lies outside the years 1800 to 2100, more than [`REACH`] from the middle date of its file
//! and more than twenty times as far as the records usually do. Where more than a tenth of the records are far,
//! the file has two ages rather than a mistake, and nothing is said. Time is linear in the records.

use std::collections::BTreeSet;

use jiff::civil;

use crate::model::{Bounds, DAY, Issue, IssueKind, RowId, Second, Span, bounds::iso_day};

use super::Dataset;

/// How far a date may always lie from the middle one: about 150 years.
const REACH: Second = 150 * 365 * DAY;
/// Years in which no date is doubted: those that people document.
const USUAL_YEARS: [civil::Date; 2] = [civil::date(1800, 1, 1), civil::date(2100, 12, 31)];
/// How many times as far as usual a far date lies.
const TIMES: Second = 20;
/// Records with a date that a file needs for any of them to be far from the others.
const FEWEST: usize = 2;

impl Dataset {
    /// The rows with a far date, each with its issue, in order; and beyond which bounds dates are far, by file.
    pub(super) fn far_dates(&self) -> (Vec<(RowId, Issue)>, Vec<Option<Bounds>>) {
        let parts = (0..self.parts.len()).map(|part| self.far_dates_of(part));
        let (far, limits): (Vec<_>, Vec<_>) = parts.unzip();
        (far.concat(), limits)
    }

    fn far_dates_of(&self, part: usize) -> (Vec<(RowId, Issue)>, Option<Bounds>) {
        let rows = self.rows_of(part);
        let dated = rows.filter_map(|row| Some((row, known_bounds(&self.columns.span(row)?)?)));
        let dated: Vec<(RowId, Bounds)> = dated.collect();
        let Some(limits) = limits(dated.iter().map(|(_, bounds)| bounds.earliest)) else {
            return (Vec::new(), None);
        };
        let far: Vec<RowId> = dated
            .iter()
            .filter(|(_, bounds)| is_far(bounds, &limits))
            .map(|(row, _)| *row)
            .collect();
        if far.len() > (dated.len() / 10).max(1) {
            return (Vec::new(), None);
        }
        let issues = far.iter().filter_map(|row| self.far_date(*row, &limits));
        (issues.collect(), Some(limits))
    }

    /// The issue of a row whose date lies beyond `limits`; `None`: it does not.
    pub(super) fn far_date(&self, row: RowId, limits: &Bounds) -> Option<(RowId, Issue)> {
        let bounds = known_bounds(&self.columns.span(row)?)?;
        if !is_far(&bounds, limits) {
            return None;
        }
        let day = iso_day(bounds.earliest);
        let value = match self.year_beside(row) {
            Some((name, year)) => format!("{day}; {name}: {year}"),
            None => day,
        };
        Some((row, Issue::new("date", IssueKind::DateFar, &value)))
    }

    /// The year that another property of a row gives, with the name of the property.
    fn year_beside(&self, row: RowId) -> Option<(String, String)> {
        let (feature, _) = self.file_of(row).raw(self.bytes(row)).ok()?;
        let properties = feature.get("properties")?.as_object()?;
        let is_year =
            |name: &str| ["year", "annee", "année", "السنة"].contains(&&*name.to_lowercase());
        let (name, value) = properties.iter().find(|(name, _)| is_year(name))?;
        let year = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        Some((name.clone(), year))
    }

    /// Takes the rows with a far date out of the time that all records span, so that no axis and no film grows by one
    /// wrong year.
    pub(super) fn narrow_extent(&mut self, far: &[(RowId, Issue)]) {
        if far.is_empty() {
            return;
        }
        let far: BTreeSet<RowId> = far.iter().map(|(row, _)| *row).collect();
        let rows = self.columns.rows().filter(|row| !far.contains(row));
        self.columns.set_extent_in_time(rows);
    }
}

/// Whether bounds lie beyond all limits and beyond the usual years.
fn is_far(bounds: &Bounds, limits: &Bounds) -> bool {
    !bounds.overlaps(limits) && !bounds.overlaps(&usual())
}

/// The bounds of a span that are known, from the first to the last; `None` where none is.
fn known_bounds(span: &Span) -> Option<Bounds> {
    let hull = span.hull();
    match (hull.earliest, hull.latest) {
        (Second::MIN, Second::MAX) => None,
        (Second::MIN, latest) => Some(Bounds::new(latest, latest)),
        (earliest, Second::MAX) => Some(Bounds::new(earliest, earliest)),
        _ => Some(hull),
    }
}

/// The usual years as bounds.
fn usual() -> Bounds {
    let [first, last] = USUAL_YEARS;
    Bounds::of_days(first, last)
}

/// What lies within reach of the middle one of the seconds, of those in usual years where there are any; `None`
/// where they are too few.
fn limits(seconds: impl Iterator<Item = Second>) -> Option<Bounds> {
    let mut seconds: Vec<Second> = seconds.collect();
    if seconds.len() < FEWEST {
        return None;
    }
    let usual = usual();
    let is_usual = |second: &Second| usual.overlaps(&Bounds::new(*second, *second));
    if seconds.iter().any(is_usual) {
        seconds.retain(is_usual);
    }
    let middle = middle(&mut seconds)?;
    let mut distances: Vec<Second> = seconds.iter().map(|it| (it - middle).abs()).collect();
    let reach = REACH.max(self::middle(&mut distances)?.saturating_mul(TIMES));
    Some(Bounds::new(
        middle.saturating_sub(reach),
        middle.saturating_add(reach),
    ))
}

/// The middle one; of two the first.
fn middle(seconds: &mut [Second]) -> Option<Second> {
    let half = seconds.len().checked_sub(1)? / 2;
    let (_, middle, _) = seconds.select_nth_unstable(half);
    Some(*middle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::When;

    fn is_far(dates: &[&str], date: &str) -> bool {
        let begin = |date: &&str| When::parse(date).unwrap().bounds().earliest;
        let limits = limits(dates.iter().map(begin)).unwrap();
        super::is_far(&When::parse(date).unwrap().bounds(), &limits)
    }

    #[test]
    fn a_year_is_far_by_the_measure_of_its_file() {
        let recent = ["2021-12-01", "2022-01-05", "2022-02-05", "2025-02-05"];
        for far in ["0025-09-14", "1443-05", "1527", "2222-01-05"] {
            assert!(is_far(&recent, far), "{far}");
        }
        for near in ["1960", "1892-03", "2099", "XXXX", "20XX"] {
            assert!(!is_far(&recent, near), "{near}");
        }
        let ages = ["1501", "1516", "1752-09-13", "1752-09-14"];
        assert!(!is_far(&ages, "1501") && !is_far(&ages, "2022"));
    }
}
