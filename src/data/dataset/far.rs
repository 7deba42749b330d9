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
use crate::data::batch::RowIssue;

/// How far a date may always lie from the middle one: about 150 years.
const REACH: Second = 150 * 365 * DAY;
/// Years in which no date is doubted: those that people document.
const USUAL_YEARS: [civil::Date; 2] = [civil::date(1800, 1, 1), civil::date(2100, 12, 31)];
/// How many times as far as usual a far date lies.
const TIMES: Second = 20;
/// Records with a date that a file needs for any of them to be far from the others.
const FEWEST: usize = 2;

impl Dataset {
    /// The rows with a far date, each with its issue, in order; and what is usual, by file.
    pub(super) fn far_dates(&self) -> (Vec<RowIssue>, Vec<Usual>) {
        let parts = (0..self.parts.len()).map(|part| self.far_dates_of(part));
        let (far, usual): (Vec<_>, Vec<_>) = parts.unzip();
        (far.concat(), usual)
    }

    fn far_dates_of(&self, part: usize) -> (Vec<RowIssue>, Usual) {
        let rows = self.rows_of(part);
        let dated = rows.clone();
        let dated = dated.filter_map(|row| Ends::of(&self.columns.span(row)?));
        let dated: Vec<Ends> = dated.collect();
        let mut usual = Usual {
            near: limits(dated.iter().map(|ends| ends.first.earliest)),
            stand_ins: stand_ins(&dated),
        };
        let is_beyond = |ends: &&Ends| usual.beyond(**ends).is_some();
        if dated.iter().filter(is_beyond).count() > (dated.len() / 10).max(1) {
            usual.near = None;
        }
        let issues = rows.filter_map(|row| self.far_date(row, &usual));
        (issues.collect(), usual)
    }

    /// The issue of a row whose date is none of the usual ones of its file; `None`: it is.
    pub(super) fn far_date(&self, row: RowId, usual: &Usual) -> Option<RowIssue> {
        let bounds = usual.far(Ends::of(&self.columns.span(row)?)?)?;
        let day = iso_day(bounds.earliest);
        let value = match self.year_beside(row) {
            Some((name, year)) => format!("{day}; {name}: {year}"),
            None => day,
        };
        Some(RowIssue {
            row,
            issue: Issue::new("date", IssueKind::DateFar, &value),
        })
    }

    /// The year that another property of a row gives, with the name of the property.
    fn year_beside(&self, row: RowId) -> Option<(String, String)> {
        let feature = self.file_of(row).raw_but_positions(self.bytes(row)).ok()?;
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
    pub(super) fn narrow_extent(&mut self, far: &[RowIssue]) {
        if far.is_empty() {
            return;
        }
        let far: BTreeSet<RowId> = far.iter().map(|it| it.row).collect();
        let rows = self.columns.rows().filter(|row| !far.contains(row));
        self.columns.set_extent_in_time(rows);
    }
}

/// Whether bounds lie beyond all limits and beyond the usual years.
fn is_far(bounds: &Bounds, limits: &Bounds) -> bool {
    !bounds.overlaps(limits) && !bounds.overlaps(&usual())
}

/// What is usual in a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Usual {
    /// Beyond these, dates are far; `None` where no date is.
    near: Option<Bounds>,
    /// The days that stand for no date in it.
    stand_ins: Vec<Bounds>,
}

impl Usual {
    /// The end of a date that lies beyond the limits.
    fn beyond(&self, ends: Ends) -> Option<Bounds> {
        let near = self.near?;
        ends.each().find(|bounds| is_far(bounds, &near))
    }

    /// The end of a date that is far: beyond the limits, or a day that stands for none.
    fn far(&self, ends: Ends) -> Option<Bounds> {
        let is_stand_in = |bounds: &Bounds| self.stand_ins.iter().any(|day| is_within(bounds, day));
        self.beyond(ends).or_else(|| ends.each().find(is_stand_in))
    }
}

/// The ends of a span that are known: where it begins, and where it ends.
#[derive(Clone, Copy)]
struct Ends {
    first: Bounds,
    last: Option<Bounds>,
}

impl Ends {
    /// `None` where none is known.
    fn of(span: &Span) -> Option<Self> {
        match (known(span.start), known(span.end)) {
            (Some(first), last) => Some(Self { first, last }),
            (None, last) => Some(Self {
                first: last?,
                last: None,
            }),
        }
    }

    fn each(self) -> impl Iterator<Item = Bounds> {
        std::iter::once(self.first).chain(self.last)
    }
}

/// Bounds as far as they are known.
const fn known(bounds: Bounds) -> Option<Bounds> {
    match (bounds.earliest, bounds.latest) {
        (Second::MIN, Second::MAX) => None,
        (Second::MIN, latest) => Some(Bounds::new(latest, latest)),
        (earliest, Second::MAX) => Some(Bounds::new(earliest, earliest)),
        _ => Some(bounds),
    }
}

/// Days that programs write where there is no date: the first of their counting.
const STAND_INS: [civil::Date; 6] = [
    civil::date(1, 1, 1),
    civil::date(1601, 1, 1),
    civil::date(1753, 1, 1),
    civil::date(1899, 12, 30),
    civil::date(1900, 1, 1),
    civil::date(1970, 1, 1),
];
/// How far from such a day the nearest date of another record has to lie, for it to stand for none.
const ALONE: Second = 10 * 365 * DAY;

const fn is_within(bounds: &Bounds, day: &Bounds) -> bool {
    day.earliest <= bounds.earliest && bounds.latest <= day.latest
}

/// The days that stand for no date, far from the dates of all others.
fn stand_ins(dated: &[Ends]) -> Vec<Bounds> {
    let days = STAND_INS.map(|day| Bounds::of_days(day, day));
    let is_one = |bounds: &Bounds| days.iter().any(|day| is_within(bounds, day));
    let all = || dated.iter().flat_map(|ends| ends.each());
    if !all().any(|bounds| is_one(&bounds)) {
        return Vec::new();
    }
    let others: Vec<Bounds> = all().filter(|bounds| !is_one(bounds)).collect();
    let is_alone = |day: &Bounds| {
        let around = Bounds::new(day.earliest - ALONE, day.latest + ALONE);
        !others.is_empty() && !others.iter().any(|other| other.overlaps(&around))
    };
    days.into_iter().filter(is_alone).collect()
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
    use crate::model::{Kind, When};

    fn is_far(dates: &[&str], date: &str) -> bool {
        let begin = |date: &&str| When::parse(date).unwrap().bounds().earliest;
        let limits = limits(dates.iter().map(begin)).unwrap();
        super::is_far(&When::parse(date).unwrap().bounds(), &limits)
    }

    #[test]
    fn a_day_that_programs_write_for_no_date_is_far_where_no_other_date_is_near() {
        let ends = |date: &str| {
            let when = When::parse(date).unwrap();
            Ends::of(&Span::of(&when, Kind::Presence, None)).unwrap()
        };
        let found = |dates: &[&str]| {
            let dated: Vec<Ends> = dates.iter().map(|date| ends(date)).collect();
            let usual = Usual {
                near: None,
                stand_ins: stand_ins(&dated),
            };
            let found = (0..)
                .zip(&dated)
                .filter(|(_, ends)| usual.far(**ends).is_some());
            found.map(|(at, _)| at).collect::<Vec<usize>>()
        };
        assert_eq!(found(&["2022-01-05", "1970-01-01", "1900-01-01"]), [1, 2]);
        assert_eq!(found(&["2022-01-05", "1970-01-01T00:00:00Z"]), [1]);
        assert_eq!(found(&["2022-01-05", "0001-01-01/2022-01-05"]), [1]);
        let none: [usize; 0] = [];
        assert_eq!(found(&["1968-05", "1970-01-01", "1971"]), none);
        assert_eq!(found(&["2022-01-05", "1970", "1970-01"]), none);
        assert_eq!(found(&["1970-01-01"]), none);
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
