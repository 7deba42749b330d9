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

/// The columns that a row without a header has, by how many cells it has and what stands in some of them; `None`
/// where they are those of no known dataset.
#[must_use]
pub fn columns_of_row(cells: &[&str]) -> Option<&'static [&'static str]> {
    let is_digits = |at: usize, length: Option<usize>| {
        cells.get(at).is_some_and(|cell| {
            let fits = length.is_none_or(|length| cell.len() == length);
            fits && !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    match cells.len() {
        // The id of an event, its year, and whether its conflict is active.
        49 if is_digits(0, None) && is_digits(2, Some(4)) => Some(&UCDP_GED_COLUMNS),
        // The id of an event, its day, its month and when it was added.
        61 if is_digits(0, None) && is_digits(1, Some(8)) && is_digits(59, Some(14)) => {
            Some(&GDELT_COLUMNS)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_known_by_its_length_and_its_first_cells() {
        let mut cells = vec![""; 61];
        assert_eq!(columns_of_row(&cells), None);
        (cells[0], cells[1], cells[59]) = ("1", "20220105", "20220105140000");
        assert_eq!(columns_of_row(&cells), Some(&GDELT_COLUMNS[..]));
        let mut cells = vec![""; 49];
        (cells[0], cells[2]) = ("17", "2022");
        assert_eq!(columns_of_row(&cells), Some(&UCDP_GED_COLUMNS[..]));
    }
}
