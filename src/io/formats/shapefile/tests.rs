#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use super::{super::unzip::tightly_packed, SHAPEFILE, dbf, shape_writer};
use crate::{
    data::Dataset,
    io::{
        ReadErrorKind,
        formats::testing::{features, opened, read, read_table, written},
        read::bundled,
    },
    model::{IssueKind, Lang, RowId},
};

/// Shapes and a table of these columns and rows.
fn files(columns: &[(&str, u8, usize)], rows: &[&[&str]]) -> [Vec<u8>; 2] {
    let columns: Vec<(String, u8, usize)> = columns
        .iter()
        .map(|(name, kind, width)| ((*name).to_owned(), *kind, *width))
        .collect();
    let mut table = dbf::DbfWriter::new(&columns);
    let mut points = shape_writer::ShapeWriter::new(shape_writer::ShapeType::Points);
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| (*cell).to_owned()).collect();
        table.push(&cells);
        points.push(&serde_json::json!({"type": "Point", "coordinates": [-6.2, 13.4]}));
    }
    let [shapes, _] = points.finish();
    [shapes, table.finish()]
}

#[test]
fn shapes_of_every_kind_come_back_in_files_of_their_own() {
    let shapes = [
        r#"{"type":"Point","coordinates":[1.5,2.0]}"#,
        r#"{"type":"MultiPoint","coordinates":[[1.0,2.0],[3.0,4.0]]}"#,
        r#"{"type":"LineString","coordinates":[[1.5,2.0],[3.0,4.0]]}"#,
        r#"{"type":"MultiLineString","coordinates":[[[1.0,2.0],[3.0,4.0]],[[5.0,6.0],[7.0,8.0]]]}"#,
        r#"{"type":"Polygon","coordinates":[[[0.0,0.0],[9.0,9.0],[9.0,0.0],[0.0,0.0]],[[4.0,1.0],[5.0,1.0],[5.0,2.0],[4.0,1.0]]]}"#,
        r#"{"type":"MultiPolygon","coordinates":[[[[0.0,0.0],[1.0,1.0],[1.0,0.0],[0.0,0.0]]],[[[5.0,5.0],[6.0,6.0],[6.0,5.0],[5.0,5.0]]]]}"#,
    ];
    let list: Vec<String> = shapes
        .iter()
        .enumerate()
        .map(|(id, shape)| format!(r#"{{"type":"Feature","id":"r{id}","geometry":{shape},"properties":{{"a_very_long_name":"é{id}","a_very_long_other":{id},"day":"2022-01-0{}","claims":[1],"on":true,"real":1.25}}}}"#, id + 1))
        .collect();
    let text = format!(
        r#"{{"type":"FeatureCollection","mine":1,"features":[{}]}}"#,
        list.join(",")
    );
    let dataset = opened(text.as_bytes());
    let back = opened(&written(&dataset, &SHAPEFILE, true));
    assert_eq!(back.issues(), []);
    assert_eq!(back.parts()[0].foreign_format, Some("Shapefile"));
    assert_eq!(back.parts()[0].members["mine"], 1);
    for (before, after) in features(&dataset).iter().zip(features(&back)) {
        // Numbers are the same whether or not they have a point.
        let numbers = |value: &serde_json::Value| value["geometry"].to_string().replace(".0", "");
        assert_eq!(numbers(&after), numbers(before));
        assert_eq!(after["properties"], before["properties"]);
        assert_eq!(after["id"], before["id"]);
    }
}

#[test]
fn every_record_has_a_row_and_long_texts_end_at_a_letter() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let back = opened(&written(&dataset, &SHAPEFILE, true));
    assert_eq!(back.len(), dataset.len());
    for row in 0..dataset.len() {
        let before = dataset.record(RowId::new(row)).unwrap();
        let after = back
            .record(back.row_of(before.id.as_ref().unwrap().as_str()).unwrap())
            .unwrap();
        assert_eq!(after.date, before.date);
        assert_eq!(after.geometry.is_some(), before.geometry.is_some());
        assert!(
            before
                .title
                .text(Lang::Ar)
                .starts_with(after.title.text(Lang::Ar))
        );
    }
}

#[test]
fn stars_dates_of_nothing_and_deleted_rows_are_said_and_the_others_stay() {
    let [shapes, mut table] = files(
        &[
            ("id", b'C', 4),
            ("date", b'D', 8),
            ("n", b'N', 4),
            ("on", b'L', 1),
        ],
        &[
            &["a", "20220105", "12", "T"],
            &["b", "00000000", "****", "?"],
            &["c", "", "1.50", "F"],
            &["gone", "", "", ""],
        ],
    );
    let row = 1 + 4 + 8 + 4 + 1;
    let last = table.len() - 1 - row;
    table[last] = b'*';
    let dataset = opened(&tightly_packed(&[
        ("d/x.SHP", &shapes),
        ("d/x.DBF", &table),
    ]));
    let all = features(&dataset);
    assert_eq!(all.len(), 3);
    assert_eq!(
        all[0]["properties"],
        serde_json::json!({"id": "a", "date": "2022-01-05", "n": 12, "on": true})
    );
    assert_eq!(
        all[1]["properties"],
        serde_json::json!({"id": "b", "date": "0000-00-00"})
    );
    assert_eq!(all[2]["properties"]["n"].to_string(), "1.5");
    let said: Vec<(IssueKind, &str)> = dataset
        .issues()
        .iter()
        .map(|it| (it.issue.kind, &*it.issue.value))
        .collect();
    assert!(said.contains(&(IssueKind::NotRead, "1 *")), "{said:?}");
    assert!(
        said.contains(&(IssueKind::NotRead, "1 deleted")),
        "{said:?}"
    );
}

#[test]
fn the_encoding_beside_a_table_is_honoured() {
    let [shapes, table] = files(&[("name", b'C', 8)], &[&["S\u{e9}gou"]]);
    let with = |cpg: Option<&[u8]>, table: &[u8]| {
        let mut all: Vec<(&str, &[u8])> = vec![("x.shp", &shapes), ("x.dbf", table)];
        all.extend(cpg.map(|cpg| ("x.cpg", cpg)));
        features(&opened(&tightly_packed(&all)))[0]["properties"]["name"].clone()
    };
    assert_eq!(with(None, &table), "Ségou");
    let at = table
        .windows(2)
        .position(|it| it == "é".as_bytes())
        .unwrap();
    let mut latin = table.clone();
    latin.splice(at..at + 2, [0xE9, b' ']);
    assert_eq!(with(None, &latin), "S\u{e9} gou");
    assert_eq!(with(Some(b"ISO-8859-1"), &latin), "S\u{e9} gou");
    assert_eq!(with(Some(b"1251"), &latin), "S\u{439} gou");
    assert_eq!(with(Some(b"UTF-8"), &table), "Ségou");
}

#[test]
fn several_files_are_chosen_among_and_unknown_systems_refused_by_name() {
    let [shapes, table] = files(&[("id", b'C', 4)], &[&["a"]]);
    let degrees = br#"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]"#;
    let both = tightly_packed(&[
        ("adm1.shp", &shapes),
        ("adm1.dbf", &table),
        ("adm1.prj", degrees),
        ("adm2.shp", &shapes),
        ("adm2.prj", b""),
    ]);
    let sheets = read(&both).unwrap().sheets.unwrap();
    assert_eq!(
        (sheets.names, sheets.read),
        (vec!["adm1".to_owned(), "adm2".to_owned()], 0)
    );
    assert_eq!(read_table(&both, Some("adm2")).unwrap().spans.len(), 1);
    let grid = br#"PROJCS["My_Own_Grid",GEOGCS["GCS_WGS_1984"]]"#;
    let error = read(&tightly_packed(&[("x.shp", &shapes), ("x.prj", grid)])).unwrap_err();
    let ReadErrorKind::UnknownCrs(name) = error.kind else {
        panic!("{error:?}");
    };
    assert_eq!(&*name, "My_Own_Grid");
    let error = read(&shapes).unwrap_err();
    assert!(matches!(error.kind, ReadErrorKind::Alone(_)), "{error:?}");
}

#[test]
fn files_cut_off_or_with_counts_that_lie_are_refused() {
    let [shapes, table] = files(&[("id", b'C', 4)], &[&["a"], &["b"]]);
    for end in 0..shapes.len() {
        assert!(
            read(&tightly_packed(&[
                ("x.shp", &shapes[..end]),
                ("x.dbf", &table)
            ]))
            .is_err(),
            "{end}"
        );
    }
    for end in 0..table.len() - 1 {
        assert!(
            read(&tightly_packed(&[
                ("x.shp", &shapes),
                ("x.dbf", &table[..end])
            ]))
            .is_err(),
            "{end}"
        );
    }
    let mut lying = table.clone();
    lying[4..8].fill(0xFF);
    assert!(read(&tightly_packed(&[("x.shp", &shapes), ("x.dbf", &lying)])).is_err());
    // A shape of a line that says that it has four thousand million points.
    let mut lines = shape_writer::ShapeWriter::new(shape_writer::ShapeType::Lines);
    lines.push(&serde_json::json!({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}));
    let [mut lines, _] = lines.finish();
    lines[108 + 36..108 + 44].fill(0xFF);
    let dataset = opened(&tightly_packed(&[("x.shp", &lines)]));
    let kinds: Vec<IssueKind> = dataset.issues().iter().map(|it| it.issue.kind).collect();
    assert!(kinds.contains(&IssueKind::GeometryMalformed), "{kinds:?}");
}
