//! The columns of datasets that come without a header.

/// The 49 columns of UCDP GED, for releases that come without a header.
pub const UCDP_GED_COLUMNS: [&str; 49] = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
];

/// The 61 columns of GDELT 2 events, which never have a header.
pub const GDELT_COLUMNS: [&str; 61] = [
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    "Actor1Code",
    "Actor1Name",
    "Actor1CountryCode",
    "Actor1KnownGroupCode",
    "Actor1EthnicCode",
    "Actor1Religion1Code",
    "Actor1Religion2Code",
    "Actor1Type1Code",
    "Actor1Type2Code",
    "Actor1Type3Code",
    "Actor2Code",
    "Actor2Name",
    "Actor2CountryCode",
    "Actor2KnownGroupCode",
    "Actor2EthnicCode",
    "Actor2Religion1Code",
    "Actor2Religion2Code",
    "Actor2Type1Code",
    "Actor2Type2Code",
    "Actor2Type3Code",
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    "Actor1Geo_Type",
    "Actor1Geo_FullName",
    "Actor1Geo_CountryCode",
    "Actor1Geo_ADM1Code",
    "Actor1Geo_ADM2Code",
    "Actor1Geo_Lat",
    "Actor1Geo_Long",
    "Actor1Geo_FeatureID",
    "Actor2Geo_Type",
    "Actor2Geo_FullName",
    "Actor2Geo_CountryCode",
    "Actor2Geo_ADM1Code",
    "Actor2Geo_ADM2Code",
    "Actor2Geo_Lat",
    "Actor2Geo_Long",
    "Actor2Geo_FeatureID",
    "ActionGeo_Type",
    "ActionGeo_FullName",
    "ActionGeo_CountryCode",
    "ActionGeo_ADM1Code",
    "ActionGeo_ADM2Code",
    "ActionGeo_Lat",
    "ActionGeo_Long",
    "ActionGeo_FeatureID",
    "DATEADDED",
    "SOURCEURL",
];

/// The columns that a row without a header has, and how many others stand before and behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderlessLayout {
    /// Columns before: numbers of rows, which a program puts there.
    pub before: usize,
    /// The columns that are known.
    pub columns: &'static [&'static str],
    /// Columns behind.
    pub behind: usize,
}

/// Columns that may stand before those of a known dataset, and behind them.
const OTHERS: usize = 3;

/// What a cell holds.
#[derive(Clone, Copy)]
enum Holds {
    /// Digits, of this number where one is said.
    Digits(Option<usize>),
    /// A code from 1 to this one.
    Code(u8),
    /// Degrees up to this number, either way.
    Degrees(f64),
    /// A date, with or without a time of day: `2022-01-05`, `2022/1/5`.
    Day,
}

impl Holds {
    fn is_in(self, cell: &str) -> bool {
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        match self {
            Self::Digits(length) => is_digits(cell) && length.is_none_or(|it| it == cell.len()),
            Self::Code(most) => {
                is_digits(cell) && cell.parse().is_ok_and(|it| (1..=most).contains(&it))
            }
            Self::Degrees(most) => cell.parse::<f64>().is_ok_and(|it| it.abs() <= most),
            Self::Day => {
                let day = cell.split([' ', 'T']).next().unwrap_or_default();
                let mut parts = day.split(['-', '/']);
                let mut next = || parts.next().filter(|part| is_digits(part));
                next().is_some_and(|year| year.len() == 4)
                    && next().is_some()
                    && next().is_some()
                    && parts.next().is_none()
            }
        }
    }
}

/// By what the rows of a dataset are known.
struct Marks {
    /// Cells of every row.
    always: &'static [(usize, Holds)],
    /// Cells that a row may leave empty where it has no others beside.
    mostly: &'static [(usize, Holds)],
}

/// The id of an event, its year and when it began; the kind of violence, where, when it ended and how many died.
const UCDP_GED: Marks = Marks {
    always: &[
        (0, Holds::Digits(None)),
        (2, Holds::Digits(Some(4))),
        (38, Holds::Day),
    ],
    mostly: &[
        (5, Holds::Code(3)),
        (24, Holds::Code(7)),
        (29, Holds::Degrees(90.0)),
        (30, Holds::Degrees(180.0)),
        (37, Holds::Code(5)),
        (39, Holds::Day),
        (44, Holds::Digits(None)),
    ],
};

/// The id of an event, its day, and when it was added.
const GDELT: Marks = Marks {
    always: &[
        (0, Holds::Digits(None)),
        (1, Holds::Digits(Some(8))),
        (59, Holds::Digits(Some(14))),
    ],
    mostly: &[],
};

impl Marks {
    /// Whether cells are those of a row, which others may stand `beside`.
    fn are_in(&self, cells: &[&str], beside: bool) -> bool {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let is_empty = |at: usize| !beside && cell(at).is_empty();
        self.always.iter().all(|(at, holds)| holds.is_in(cell(*at)))
            && (self.mostly.iter()).all(|(at, holds)| is_empty(*at) || holds.is_in(cell(*at)))
    }
}

/// The columns of a row, by how many cells it has and what stands in some of them; `None` where they are those of no
/// known dataset.
#[must_use]
pub fn columns_of_row(cells: &[&str]) -> Option<HeaderlessLayout> {
    let known: [(&'static [&'static str], _); 2] =
        [(&UCDP_GED_COLUMNS, UCDP_GED), (&GDELT_COLUMNS, GDELT)];
    known.into_iter().find_map(|(columns, marks)| {
        let others = cells.len().checked_sub(columns.len())?;
        (others <= OTHERS).then_some(())?;
        let is_behind = |before: &usize| {
            let row = cells.get(*before..).unwrap_or_default();
            marks.are_in(row, others > 0)
        };
        let before = (0..=others).find(is_behind)?;
        Some(HeaderlessLayout {
            before,
            columns,
            behind: others - before,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ucdp() -> Vec<&'static str> {
        let mut cells = vec![""; 49];
        for (at, cell) in [
            (0, "17"),
            (2, "2022"),
            (5, "1"),
            (24, "2"),
            (29, "13.4"),
            (30, "-6.2"),
            (37, "1"),
            (38, "2022-01-05 00:00:00.000"),
            (39, "2022/1/5"),
            (44, "0"),
        ] {
            cells[at] = cell;
        }
        cells
    }

    #[test]
    fn a_row_is_known_by_its_length_and_by_what_stands_in_its_cells() {
        let mut cells = vec![""; 61];
        assert_eq!(columns_of_row(&cells), None);
        (cells[0], cells[1], cells[59]) = ("1", "20220105", "20220105140000");
        let found = columns_of_row(&cells).map(|it| (it.before, it.columns.len(), it.behind));
        assert_eq!(found, Some((0, 61, 0)));
        let found = columns_of_row(&ucdp()).unwrap();
        assert_eq!(found.columns, &UCDP_GED_COLUMNS[..]);
        // Cells that only begin alike are those of another table.
        let mut other = vec![""; 49];
        (other[0], other[2]) = ("17", "2022");
        assert_eq!(columns_of_row(&other), None);
        other[38] = "2022-01-05";
        assert!(
            columns_of_row(&other).is_some(),
            "not everything is known of every event"
        );
        other[29] = "Kidal";
        assert_eq!(columns_of_row(&other), None);
    }

    #[test]
    fn other_columns_may_stand_before_and_behind() {
        let cells = [&["0"][..], &ucdp(), &["x", ""]].concat();
        let found = columns_of_row(&cells).unwrap();
        assert_eq!((found.before, found.behind), (1, 2));
        let far = [&["0"; 4][..], &ucdp()].concat();
        assert_eq!(columns_of_row(&far), None);
        let mut unsure = [&["0"][..], &ucdp()].concat();
        unsure[30] = "";
        assert_eq!(columns_of_row(&unsure), None);
    }
}
