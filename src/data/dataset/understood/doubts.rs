//! What is in doubt about a file as a whole, and what settles it.

use serde_json::Value;

use super::{answers::Answer, countries::may_lie_in, swapped::country};
use crate::{
    data::{dataset::Dataset, source_file::SourceFile},
    model::{Century, DateOrder, Field, FileColumns, IssueKind, Record, bounds::day_of, geometry},
};

/// Records that are looked at.
const RECORDS: usize = 2000;
/// Names of columns that an option is offered with.
const OFFERED: usize = 3;
/// Years of the Hijri calendar that people document: 1960 to 2038.
const HIJRI_YEARS: std::ops::RangeInclusive<i16> = 1380..=1460;
/// Numbers that spreadsheets have for the days of the years 1955 to 2064.
const DAY_NUMBERS: std::ops::RangeInclusive<f64> = 20_000.0..=60_000.0;

/// What can be in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DoubtKind {
    /// Nothing was taken for a date.
    NoDateColumn,
    /// Nothing was taken for a place.
    NoPlaceColumns,
    /// Latitude and longitude seem to have changed places.
    Swapped,
    /// Dates lie far from all others.
    FarDates,
    /// Nobody has said whether the day or the month comes first.
    OrderUnsaid,
    /// Some dates can only be read day first and others only month first.
    TwoOrders,
    /// One date told the order of all.
    OrderTold,
    /// Times of day name no zone.
    NoZone,
    /// Years have two digits.
    ShortYears,
    /// Numbers in the place of dates look like those of a spreadsheet.
    DayNumbers,
    /// Coordinates look like metres.
    Metres,
    /// Years that are those of our time in the Hijri calendar.
    OtherCalendar,
    /// Dates contradict the column of the year.
    YearDisagrees,
    /// Dates lie after the file was written.
    AfterFile,
    /// Places lie outside the country that their records name.
    OutsideCountry,
}

impl DoubtKind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::NoDateColumn,
        Self::NoPlaceColumns,
        Self::Swapped,
        Self::FarDates,
        Self::OrderUnsaid,
        Self::TwoOrders,
        Self::OrderTold,
        Self::NoZone,
        Self::ShortYears,
        Self::DayNumbers,
        Self::Metres,
        Self::OtherCalendar,
        Self::YearDisagrees,
        Self::AfterFile,
        Self::OutsideCountry,
    ];

    /// Whether nobody but the analyst can know it, so that it is asked as soon as the file is open.
    #[must_use]
    pub const fn is_asked_at_once(self) -> bool {
        matches!(
            self,
            Self::NoDateColumn
                | Self::NoPlaceColumns
                | Self::Swapped
                | Self::OrderUnsaid
                | Self::TwoOrders
                | Self::NoZone
                | Self::ShortYears
        )
    }

    /// Returns its code, as `check --json` prints it and the catalogue keys it (`doubt-…`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoDateColumn => "no-date-column",
            Self::NoPlaceColumns => "no-place-columns",
            Self::Swapped => "swapped",
            Self::FarDates => "far-dates",
            Self::OrderUnsaid => "order-unsaid",
            Self::TwoOrders => "two-orders",
            Self::OrderTold => "order-told",
            Self::NoZone => "no-zone",
            Self::ShortYears => "short-years",
            Self::DayNumbers => "day-numbers",
            Self::Metres => "metres",
            Self::OtherCalendar => "other-calendar",
            Self::YearDisagrees => "year-disagrees",
            Self::AfterFile => "after-file",
            Self::OutsideCountry => "outside-country",
        }
    }
}

/// Something in doubt about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What.
    pub kind: DoubtKind,
    /// Records that it concerns.
    pub n: usize,
    /// A value that shows it, or the names of columns that are near; empty where there is none.
    pub value: String,
    /// What settles it, each by itself.
    pub answers: Vec<Answer>,
}

impl Doubt {
    fn new(kind: DoubtKind, n: usize, value: &str, answers: &[Answer]) -> Self {
        Self {
            kind,
            n,
            value: value.to_owned(),
            answers: answers.to_vec(),
        }
    }

    /// Returns the options of the command line that settle it.
    #[must_use]
    pub fn options(&self) -> Vec<String> {
        self.answers.iter().map(Answer::option).collect()
    }
}

/// Records in which the same is in doubt.
#[derive(Default)]
struct Cases {
    count: usize,
    /// What the first of them says.
    first: String,
}

impl Cases {
    fn note(&mut self, value: &str) {
        if self.count == 0 {
            value.clone_into(&mut self.first);
        }
        self.count += 1;
    }
}

/// What is in doubt about single records.
#[derive(Default)]
struct RecordDoubts {
    /// Records with a date that were looked at.
    dated: usize,
    other_calendar: Cases,
    year_disagrees: Cases,
    after_file: Cases,
    outside_country: Cases,
}

impl RecordDoubts {
    fn look_at(&mut self, record: &Record, feature: &Value, part: &SourceFile) {
        let point = record.geometry.as_ref().and_then(geometry::anchor);
        if let (Some(point), Some(country)) = (point, country(feature))
            && may_lie_in(&country, point) == Some(false)
        {
            self.outside_country.note(&country);
        }
        let Some(date) = &record.date else {
            return;
        };
        self.dated += 1;
        let (text, bounds) = (date.text(), date.bounds());
        let [first, last] = [bounds.earliest, bounds.latest].map(|second| day_of(second).year());
        if text.len() >= "1443-06".len() && HIJRI_YEARS.contains(&first) {
            self.other_calendar.note(text);
        }
        if let Some(year) = year(feature, part)
            && bounds.is_finite()
            && !(first..=last).contains(&year)
        {
            self.year_disagrees.note(&format!("{text}: {year}"));
        }
        let written = part.modified;
        if written.is_some_and(|written| bounds.earliest > written) {
            self.after_file.note(text);
        }
    }
}

impl Dataset {
    /// Returns what is in doubt about a file; nothing about one that follows the profile but dates far from all others.
    pub(super) fn doubts_of(&self, number: usize, columns: &FileColumns) -> Vec<Doubt> {
        let Some(part) = self.parts().get(number) else {
            return Vec::new();
        };
        let mut doubts = self.doubts_of_issues(number, columns);
        if part.follows_profile() {
            doubts.retain(|doubt| doubt.kind == DoubtKind::FarDates);
            return doubts;
        }
        if let Some(n) = part.swapped_places() {
            doubts.push(Doubt::new(DoubtKind::Swapped, n, "", &[Answer::Swap]));
        }
        if let (Some(value), Some(order)) = (&part.mapping.telling_date, part.mapping.date_order) {
            let other = match order {
                DateOrder::Dmy => DateOrder::Mdy,
                DateOrder::Mdy => DateOrder::Dmy,
            };
            let n = columns
                .get(part.mapping.property(Field::Date).unwrap_or_default())
                .map_or(0, |column| column.by_number);
            doubts.push(Doubt::new(
                DoubtKind::OrderTold,
                n,
                value,
                &[Answer::Order(other)],
            ));
        }
        doubts.extend(self.doubts_of_records(number, part));
        doubts
    }

    /// Returns the doubts that issues of records come to together.
    fn doubts_of_issues(&self, number: usize, columns: &FileColumns) -> Vec<Doubt> {
        let of_part = || self.issues().iter().filter(|filed| filed.part == number);
        let mut doubts = Vec::new();
        let mut add = |kind, is_it: &dyn Fn(IssueKind, &str) -> bool, answers: &[Answer]| {
            let mut found = of_part().filter(|it| is_it(it.issue.kind, &it.issue.value));
            if let Some(first) = found.next() {
                let n = 1 + found.count();
                doubts.push(Doubt::new(kind, n, &first.issue.value, answers));
            }
        };
        let is = |wanted: IssueKind| move |kind: IssueKind, _: &str| kind == wanted;
        let names = columns.like_dates(false).into_iter().take(OFFERED);
        let column = |name: &str| Answer::Column(Field::Date, name.to_owned());
        let mut dates: Vec<Answer> = names.map(column).collect();
        dates.push(Answer::WholeDate);
        let places = [Answer::Degrees, Answer::Shape];
        add(
            DoubtKind::NoDateColumn,
            &is(IssueKind::NoDateColumn),
            &dates,
        );
        add(
            DoubtKind::NoPlaceColumns,
            &is(IssueKind::NoPlaceColumns),
            &places,
        );
        add(DoubtKind::FarDates, &is(IssueKind::DateFar), &[]);
        let orders = DateOrder::ALL.map(Answer::Order);
        add(
            DoubtKind::OrderUnsaid,
            &is(IssueKind::DateAmbiguous),
            &orders,
        );
        add(
            DoubtKind::NoZone,
            &is(IssueKind::DateNoZone),
            &[Answer::Zone],
        );
        let centuries = Century::OFFERED.map(Answer::Century);
        add(
            DoubtKind::ShortYears,
            &is(IssueKind::DateShortYear),
            &centuries,
        );
        let is_day_number = |kind: IssueKind, value: &str| {
            let number = value.parse().ok();
            let is_number = number.is_some_and(|it| DAY_NUMBERS.contains(&it));
            kind == IssueKind::DateDayNumber || (kind == IssueKind::DateMalformed && is_number)
        };
        add(DoubtKind::DayNumbers, &is_day_number, &[]);
        let is_metres = |kind: IssueKind, value: &str| {
            let mut numbers = value
                .split(',')
                .filter_map(|it| it.trim().parse::<f64>().ok());
            let are_large = numbers.any(|number| number.abs() > 1000.0);
            kind == IssueKind::CoordinateMetres
                || (kind == IssueKind::CoordinateOutOfRange && are_large)
        };
        add(DoubtKind::Metres, &is_metres, &[Answer::Crs]);
        let both = columns
            .list
            .iter()
            .find(|it| it.day_first > 0 && it.month_first > 0);
        if let Some(column) = both {
            let n = column.day_first.min(column.month_first);
            doubts.push(Doubt::new(DoubtKind::TwoOrders, n, &column.name, &orders));
        }
        doubts
    }

    /// Returns the doubts that records come to beside other columns of theirs.
    fn doubts_of_records(&self, number: usize, part: &SourceFile) -> Vec<Doubt> {
        let rows = self.rows_of(number);
        let step = (rows.len() / RECORDS).max(1);
        let mut doubts = RecordDoubts::default();
        for row in rows.step_by(step) {
            let Ok(feature) = part.raw_but_positions(self.bytes(row)) else {
                continue;
            };
            if let Some(record) = self.read(row) {
                doubts.look_at(&record, &feature, part);
            }
        }
        // A chronicle of the Middle Ages has years from before and after.
        if doubts.other_calendar.count * 10 < doubts.dated * 9 {
            doubts.other_calendar.count = 0;
        }
        let found = [
            (DoubtKind::OtherCalendar, doubts.other_calendar),
            (DoubtKind::YearDisagrees, doubts.year_disagrees),
            (DoubtKind::AfterFile, doubts.after_file),
            (DoubtKind::OutsideCountry, doubts.outside_country),
        ];
        let found = found.into_iter().filter(|(_, cases)| cases.count > 0);
        found
            .map(|(kind, cases)| Doubt::new(kind, cases.count, &cases.first, &[]))
            .collect()
    }
}

/// The year that another property than the date gives.
fn year(feature: &Value, part: &SourceFile) -> Option<i16> {
    let properties = feature.get("properties")?.as_object()?;
    let is_year = |name: &str| {
        ["year", "iyear", "annee", "année", "السنة", "سنة"].contains(&&*name.trim().to_lowercase())
    };
    let is_taken = |name: &str| part.mapping.fields_of(name).next().is_some();
    let mut found = properties
        .iter()
        .filter(|(name, _)| is_year(name) && !is_taken(name));
    found.find_map(|(_, value)| match value {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_i64().and_then(|year| i16::try_from(year).ok()),
    })
}
