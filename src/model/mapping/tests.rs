//! Which column is taken for what.

use serde_json::{Map, Value, json};

use super::*;

/// The columns of rows below a header.
fn columns(header: &[&str], rows: &[&[&str]]) -> FileColumns {
    let mut columns = FileColumns::default();
    for row in rows {
        let cells = header.iter().zip(*row);
        let cells: Map<String, Value> = cells
            .map(|(name, cell)| {
                let cell = if cell.is_empty() {
                    Value::Null
                } else {
                    (*cell).into()
                };
                ((*name).to_owned(), cell)
            })
            .collect();
        columns.note(&json!({"type": "Feature", "geometry": null, "properties": cells}));
    }
    columns
}

fn of(header: &[&str], rows: &[&[&str]]) -> Mapping {
    Mapping::of_columns(&columns(header, rows))
}

fn names(mapping: &Mapping, field: Field) -> Vec<&str> {
    mapping
        .properties(field)
        .iter()
        .map(AsRef::as_ref)
        .collect()
}

#[test]
fn usual_names_are_found_whatever_their_case() {
    let mapping = Mapping::of_names(&["Name", "Event Date", "lat", "lon"]);
    assert_eq!(mapping.property(Field::Date), Some("Event Date"));
    assert_eq!(mapping.property(Field::Title), Some("Name"));
    assert_eq!(mapping.property(Field::Status), None);
}

#[test]
fn start_and_end_make_an_interval() {
    let mapping = Mapping::of_names(&["start", "end"]);
    assert_eq!(mapping.property(Field::Date), Some("start"));
    assert_eq!(mapping.property(Field::EndDate), Some("end"));
}

#[test]
fn a_whole_date_has_no_end_beside_it() {
    let mapping = Mapping::of_names(&["start", "end", "date"]);
    assert_eq!(mapping.property(Field::Date), Some("date"));
    assert_eq!(mapping.property(Field::EndDate), None);
}

#[test]
fn the_profile_maps_every_field_to_its_own_name() {
    let mapping = Mapping::profile();
    assert_eq!(mapping.property(Field::Date), Some("date"));
    assert_eq!(mapping.property(Field::EndDate), None);
}

#[test]
fn what_nothing_stands_for_is_an_extra() {
    let mapping = Mapping::of_names(&["date", "lat", "lon", "colour"]);
    assert_eq!(
        mapping.extras(&["date", "lat", "lon", "colour"]),
        ["colour"]
    );
}

#[test]
fn several_columns_may_stand_for_the_actors_and_one_for_a_title() {
    let mut mapping = Mapping::default();
    for field in [Field::Actors, Field::Title] {
        mapping.add(field, "a");
        mapping.add(field, "b");
    }
    assert_eq!(mapping.properties(Field::Actors).len(), 2);
    assert_eq!(mapping.properties(Field::Title), ["b".into()]);
}

#[test]
fn columns_are_known_by_their_names_in_three_languages() {
    for (date, latitude, longitude) in [
        ("Date of incident", "Latitude (N)", "Longitude (E)"),
        ("eventDate", "decimalLatitude", "decimalLongitude"),
        ("DATE_OCC", "CENTROID_LATITUDE", "CENTROID_LONGITUDE"),
        ("Date de l’attaque", "Lat. [deg]", "Long. [deg]"),
        ("تاريخ الحادثة", "خط العرض", "خط الطول"),
        ("\u{FEFF}Da\u{200B}te", "Y", "X"),
        ("date\nof event", "start_lat", "start_lon"),
        ("incident:date:start", "gps lat", "gps lng"),
    ] {
        let header = ["n", longitude, date, latitude];
        let mapping = of(&header, &[&["1", "-8.0", "2022-01-05", "12.64"]]);
        assert_eq!(mapping.property(Field::Date), Some(date), "{date}");
        assert_eq!(mapping.property(Field::Latitude), Some(latitude), "{date}");
        assert_eq!(
            mapping.property(Field::Longitude),
            Some(longitude),
            "{date}"
        );
    }
}

#[test]
fn what_is_empty_or_text_never_wins_over_dates() {
    let rows: &[&[&str]] = &[
        &["", "Tuesday", "5", "2022-01-05"],
        &["", "noon", "6", "2022-01-06"],
    ];
    let header = ["event_date", "date", "day", "start_date"];
    let mapping = of(&header, rows);
    assert_eq!(mapping.property(Field::Date), Some("start_date"));
    // Where nothing is a date, each record may say so itself; what is empty may not.
    let mapping = of(&["event_date", "date"], &[&["", "Tuesday"]]);
    assert_eq!(mapping.property(Field::Date), Some("date"));
    let mapping = of(&["event_date", "n"], &[&["", "1"]]);
    assert_eq!(mapping.property(Field::Date), None);
}

#[test]
fn a_date_of_something_else_is_not_that_of_what_happened() {
    let row: &[&str] = &["2022-01-05", "a"];
    for other in [
        "verifiedDate",
        "last_updated",
        "Date of birth",
        "date_added",
        "تاريخ النشر",
    ] {
        assert_eq!(
            of(&[other, "name"], &[row]).property(Field::Date),
            None,
            "{other}"
        );
    }
    let mapping = of(
        &["Date of publication", "date"],
        &[&["2022-02-05", "2022-01-05"]],
    );
    assert_eq!(mapping.property(Field::Date), Some("date"));
    assert_eq!(
        mapping.property(Field::Reported),
        Some("Date of publication")
    );
}

#[test]
fn a_year_a_month_and_a_day_in_columns_of_their_own_are_one_date() {
    let header = [
        "Year",
        "Month",
        "Day",
        "End Year",
        "End Month",
        "End Day",
        "Time",
    ];
    let rows: &[&[&str]] = &[
        &["2022", "1", "5", "", "", "", ""],
        &["2021", "", "", "2022", "4", "", ""],
    ];
    let mapping = of(&header, rows);
    assert_eq!(names(&mapping, Field::Date), ["Year", "Month", "Day"]);
    assert_eq!(
        names(&mapping, Field::EndDate),
        ["End Year", "End Month", "End Day"]
    );
    let mapping = of(&["iyear", "imonth", "iday"], &[&["2014", "6", "0"]]);
    assert_eq!(names(&mapping, Field::Date), ["iyear", "imonth", "iday"]);
    let mapping = of(&["Année", "Mois"], &[&["2014", "juin"]]);
    assert_eq!(names(&mapping, Field::Date), ["Année", "Mois"]);
    let mapping = of(
        &["Year", "Month", "Day", "date"],
        &[&["2022", "1", "5", "2022-01-05"]],
    );
    assert_eq!(names(&mapping, Field::Date), ["date"]);
}

#[test]
fn the_first_columns_that_yield_places_are_taken() {
    let header = ["lat", "lon", "y", "x", "geom", "point"];
    let rows: &[&[&str]] = &[&[
        "",
        "",
        "12.6",
        "-8",
        "0101000020E6100000",
        "POINT (-8 12.6)",
    ]];
    let mapping = of(&header, rows);
    assert_eq!(mapping.property(Field::Latitude), Some("y"));
    assert_eq!(mapping.property(Field::Geometry), Some("point"));
    // Metres are no degrees, but nothing else is there: the records say so.
    let mapping = of(&["X", "Y"], &[&["607000", "1397000"]]);
    assert_eq!(mapping.property(Field::Latitude), Some("Y"));
}

#[test]
fn what_stands_inside_of_objects_is_found_where_it_is_that_of_the_record() {
    let mut columns = FileColumns::default();
    columns.note(&json!({"properties": {
        "timespan": {"begin": "2022-01-05", "end": "2022-01-07"},
        "location": {"lat": 12.6, "lng": -8.0},
        "sources": [{"date": "2021-01-01", "name": "a"}],
        "author": {"name": "b"},
    }}));
    let mapping = Mapping::of_columns(&columns);
    assert_eq!(mapping.property(Field::Date), Some("timespan.begin"));
    assert_eq!(mapping.property(Field::EndDate), Some("timespan.end"));
    assert_eq!(mapping.property(Field::Latitude), Some("location.lat"));
    assert_eq!(mapping.property(Field::Longitude), Some("location.lng"));
    assert_eq!(mapping.property(Field::Title), None);
}

#[test]
fn a_header_may_state_the_order_of_its_dates() {
    let order = |name| of(&[name], &[&["03/04/2022"]]).date_order;
    assert_eq!(order("Date (JJ/MM/AAAA)"), Some(DateOrder::Dmy));
    assert_eq!(order("date [mm-dd-yyyy]"), Some(DateOrder::Mdy));
    assert_eq!(order("date"), None);
}
