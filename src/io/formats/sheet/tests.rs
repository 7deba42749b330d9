#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use super::super::{XLSX, unzip::tightly_packed};
use crate::{
    data::{Dataset, SourceFile},
    io::{
        ReadErrorKind, Watch,
        foreign::Foreign,
        formats::testing::{opened, read, read_table, records, written},
        read::{bundled, read_file},
    },
    model::{IssueKind, Lang, Record},
};

fn dates(dataset: &Dataset) -> Vec<String> {
    let dates = records(dataset).into_iter().map(|it| it.date);
    dates
        .map(|date| date.map_or_else(String::new, |it| it.text().to_owned()))
        .collect()
}

/// The cells of the table that was made of a file.
fn cells(part: &SourceFile) -> Vec<Vec<String>> {
    let table = part.table.as_ref().unwrap();
    (0..part.spans.len())
        .map(|row| {
            let cells = table.cells(part.slice(&part.spans.own(row)));
            cells
                .into_iter()
                .map(std::borrow::Cow::into_owned)
                .collect()
        })
        .collect()
}

/// An archive of texts.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    tightly_packed(&files)
}

/// A workbook of Office Open XML with these sheets, of which the first style is a day, then a month, a year, a time.
fn xlsx(sheets: &[(&str, &str)], properties: &str, texts: &str) -> Vec<u8> {
    let each = |of: &dyn Fn(usize, &str) -> String| -> String {
        let sheets = sheets.iter().enumerate();
        sheets.map(|(number, (name, _))| of(number, name)).collect()
    };
    let book = each(&|number, name| {
        format!(r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>"#)
    });
    let links = each(&|number, _| {
        format!(r#"<Relationship Id="rId{number}" Target="worksheets/sheet{number}.xml"/>"#)
    });
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmm\ yyyy"/><numFmt numFmtId="165" formatCode="yyyy"/></numFmts>
        <cellStyleXfs><xf numFmtId="0" xfId="0"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook>{properties}<sheets>{book}</sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                r#"<Relationships>{links}<Relationship Id="t" Target="/xl/sharedStrings.xml"/></Relationships>"#
            ),
        ),
        ("xl/styles.xml".to_owned(), styles.to_owned()),
        (
            "xl/sharedStrings.xml".to_owned(),
            format!("<sst>{texts}</sst>"),
        ),
    ];
    for (number, (_, rows)) in sheets.iter().enumerate() {
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        files.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
    }
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    archive(&files)
}

/// A row of texts.
fn row(texts: &[&str]) -> String {
    let cell = |text: &&str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    format!("<row>{}</row>", texts.iter().map(cell).collect::<String>())
}

fn document(tables: &str, styles: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    // It stands at the beginning of the archive, as it does in real ones, where it is not packed.
    let files = [
        (kind, ""),
        ("mimetype", kind),
        ("content.xml", content.as_str()),
    ];
    archive(&files)
}

#[test]
fn dates_are_as_exact_as_their_cells_show_them() {
    let header = row(&["id", "date", "latitude", "longitude"]);
    let dated = |style: u32, serial: &str| {
        format!(
            r#"<row><c t="s"><v>0</v></c><c s="{style}"><v>{serial}</v></c><c><v>13.4299999999999997</v></c><c><v>-6</v></c></row>"#
        )
    };
    let rows: String = [
        (1, "44566"),
        (2, "44562"),
        (3, "44562"),
        (2, "44566"),
        (4, "44566.4375"),
        (1, "60"),
        (0, "2022"),
    ]
    .iter()
    .map(|(style, serial)| dated(*style, serial))
    .collect();
    let sheet = format!("{header}{rows}");
    let texts = "<si><r><t>a</t></r><r><t xml:space=\"preserve\"> b_x0041_</t></r><rPh><t>spoken</t></rPh></si>";
    let part = read(&xlsx(&[("One", &sheet)], "", texts)).unwrap();
    assert_eq!(part.foreign_format, Some("XLSX"));
    let column =
        |at: usize| -> Vec<String> { cells(&part).iter().map(|row| row[at].clone()).collect() };
    let days = [
        "2022-01-05",
        "2022-01",
        "2022",
        "2022-01-05",
        "2022-01-05T10:30:00",
        "1900-02-29",
        "2022",
    ];
    assert_eq!(column(1), days);
    assert_eq!(column(0)[0], "a bA");
    assert_eq!(column(2)[0], "13.43");
    // The other system of counting days.
    let book = "<workbookPr date1904=\"1\"/>";
    let sheet = format!("{header}{}", dated(1, "43104"));
    assert_eq!(
        cells(&read(&xlsx(&[("One", &sheet)], book, texts)).unwrap())[0][1],
        "2022-01-05"
    );
}

#[test]
fn the_sheet_that_looks_like_records_is_read_and_another_where_it_is_asked_for() {
    let terms = format!("{}{}", row(&["Terms of use"]), row(&["Made up"]));
    let numbers = format!(
        "{}{}{}",
        row(&["what", "unit"]),
        row(&["a", "b"]),
        row(&["c", "d"])
    );
    let data = format!(
        "{}{}",
        row(&["event_date", "latitude", "longitude"]),
        row(&["2022-01-05", "13", "-6"])
    );
    let book = xlsx(
        &[("Terms", &terms), ("Units", &numbers), ("Data 2022", &data)],
        "",
        "",
    );
    let dataset = opened(&book);
    assert_eq!(dates(&dataset), ["2022-01-05"]);
    let sheets = dataset.parts()[0].sheets.clone().unwrap();
    assert_eq!((sheets.name(), sheets.names.len()), ("Data 2022", 3));
    let part = read_table(&book, Some("units ")).unwrap();
    assert_eq!(cells(&part), [["a", "b"], ["c", "d"]]);
    let error = read_table(&book, Some("None")).unwrap_err();
    let ReadErrorKind::NoSheet(names) = error.kind else {
        panic!("{error:?}");
    };
    assert_eq!(&*names, "Terms, Units, Data 2022");
}

#[test]
fn titles_above_a_header_are_said_and_groups_are_part_of_the_names() {
    let head = |cells: &[(u32, &str)]| {
        let letter = |column: u32| char::from(b'A' + column as u8);
        let cell = |(column, text): &(u32, &str)| {
            format!(r#"<c r="{}1" t="str"><v>{text}</v></c>"#, letter(*column))
        };
        format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
    };
    let sheet = [
        head(&[(1, "Incidents of 2022")]),
        head(&[(1, "id"), (2, "Date"), (4, "Place"), (6, "Notes")]),
        head(&[(2, "start"), (3, "end"), (4, "latitude"), (5, "longitude")]),
        head(&[
            (1, "a"),
            (2, "2022-01-05"),
            (3, "2022-01-06"),
            (4, "13"),
            (5, "-6"),
            (6, "x"),
        ]),
        "<row r=\"9\"/>".to_owned(),
        head(&[(1, "b"), (6, "y")]),
    ]
    .concat();
    let part = read(&xlsx(&[("One", &sheet)], "", "")).unwrap();
    let table = part.table.clone().unwrap();
    let names = [
        "id",
        "Date start",
        "Date end",
        "Place latitude",
        "Place longitude",
        "Notes",
    ];
    assert_eq!(table.names(), names);
    assert_eq!(cells(&part)[1], ["b", "", "", "", "", "y"]);
    let said = &part.issues[0];
    assert_eq!(
        (said.kind, &*said.field, &*said.value),
        (IssueKind::NotRead, "One", "1")
    );
}

#[test]
fn booleans_errors_and_formulas_are_read_by_the_value_that_was_saved() {
    let sheet = format!(
        "{}{}",
        row(&["a", "b", "c", "d"]),
        r#"<row><c t="b"><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>A1*2</f><v>44.5</v></c><c t="str"><f>B1</f><v>=x</v></c></row>"#
    );
    let part = read(&xlsx(&[("One", &sheet)], "", "")).unwrap();
    assert_eq!(cells(&part)[0], ["true", "#DIV/0!", "44.5", "=x"]);
}

#[test]
fn a_formula_that_nobody_has_computed_is_its_text_and_said() {
    let sheet = format!(
        "{}{}",
        row(&["a", "b", "c", "d"]),
        r#"<row><c t="inlineStr"><is><t>r1</t></is></c><c><f> seen again at the gate</f><v/></c><c t="str"><f>IF(A1,1,"")</f><v></v></c><c><f>A1 &amp; B1</f></c></row>"#
    );
    let part = read(&xlsx(&[("One", &sheet)], "", "")).unwrap();
    let cells = cells(&part);
    assert_eq!(cells[0], ["r1", "= seen again at the gate", "", "=A1 & B1"]);
    let said = part
        .issues
        .iter()
        .find(|it| it.kind == IssueKind::FormulaAlone);
    assert_eq!(said.map(|it| &*it.value), Some("2"));
}

#[test]
fn tables_of_open_documents_are_read_with_what_they_repeat() {
    let styles = "<number:date-style style:name='N1'><number:month/><number:year/></number:date-style>\
        <style:style style:name='ce1' style:data-style-name='N1'/>";
    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let tables = format!(
        "<table:table table:name='Empty'/><table:table table:name='Data'><table:table-row>{}{}{}{}</table:table-row>\
         <table:table-row table:number-rows-repeated='2'>{}<table:table-cell office:value-type='date' office:date-value='2022-01-05T00:00:00'/>\
         <table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='13.50'><text:p>13,50</text:p></table:table-cell></table:table-row>\
         <table:table-row>{}<table:table-cell table:style-name='ce1' office:value-type='date' office:date-value='2022-02-01'><office:annotation><text:p>a note</text:p></office:annotation></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row></table:table>",
        text("id"),
        text("date"),
        text("latitude"),
        text("longitude"),
        text("\n one<text:s text:c='2'/>two\n <text:span>three</text:span> four\n"),
        text("b"),
    );
    let part = read(&document(&tables, styles)).unwrap();
    assert_eq!(part.foreign_format, Some("ODS"));
    let first = ["one  two three four", "2022-01-05", "13.5", "13.5"];
    assert_eq!(cells(&part)[0], first);
    assert_eq!(cells(&part)[1], first);
    assert_eq!(cells(&part)[2], ["b", "2022-02", "", ""]);
    assert_eq!(part.spans.len(), 3);
}

#[test]
fn workbooks_of_before_2007_are_read_as_exact_as_they_show() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/formats/made_up.xls"
    );
    let part = read_file(file.as_ref(), &Watch::nobody()).unwrap();
    assert_eq!(part.foreign_format, Some("XLS"));
    assert_eq!(part.sheets.as_ref().unwrap().name(), "Data");
    let expected = [
        "A1",
        "2022-01-05",
        "2022-01-06T10:30:00",
        "13.43",
        "-6.21",
        "3",
        "true",
        "Ségou, « près du pont »",
    ];
    assert_eq!(cells(&part)[0], expected);
    assert_eq!(cells(&part)[1][1], "2022-02");
    let dataset = Dataset::from_parts(vec![part]);
    assert!(records(&dataset)[1].geometry.is_some());
    assert!(
        !records(&dataset)[0]
            .title
            .text(Lang::En)
            .contains('\u{FFFD}')
    );
}

#[test]
fn workbooks_cut_off_or_changed_anywhere_are_refused_or_read_and_never_panic() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/formats/made_up.xls"
    );
    let old = std::fs::read(file).unwrap();
    let data = format!(
        "{}{}",
        row(&["event_date", "latitude"]),
        row(&["2022-01-05", "13"])
    );
    let new = xlsx(&[("Data", &data)], "", "<si><t>a</t></si>");
    let open = document(
        "<table:table table:name='D'><table:table-row/></table:table>",
        "",
    );
    for whole in [&old, &new, &open] {
        let complete = read(whole).map(|part| cells(&part)).ok();
        for end in (8..whole.len()).step_by(1 + whole.len() / 97) {
            // What is behind the last record of an old one is nothing but room.
            let cut = read(&whole[..end]).map(|part| cells(&part)).ok();
            assert!(cut.is_none() || whole == &old && cut == complete, "{end}");
            let mut changed = whole.clone();
            for at in end..(end + 9).min(changed.len()) {
                changed[at] ^= 0xA5;
            }
            // It may be read; it must not stop the program.
            let _read = read(&changed);
        }
    }
}

#[test]
fn encrypted_workbooks_say_so() {
    let manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let ods = archive(&[
        (kind, ""),
        ("content.xml", "?"),
        ("META-INF/manifest.xml", manifest),
    ]);
    let error = read(&ods).unwrap_err();
    assert!(
        matches!(error.kind, ReadErrorKind::Encrypted("ODS")),
        "{error:?}"
    );
    let error = read(&compound("EncryptedPackage")).unwrap_err();
    assert!(
        matches!(error.kind, ReadErrorKind::Encrypted("XLSX")),
        "{error:?}"
    );
    let error = read(&compound("WordDocument")).unwrap_err();
    assert!(
        matches!(error.kind, ReadErrorKind::Foreign(Foreign::OldOffice)),
        "{error:?}"
    );
}

/// A compound file with one stream, and nothing in it.
fn compound(name: &str) -> Vec<u8> {
    let mut bytes = vec![0_u8; 512 * 3];
    bytes[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    bytes[30] = 9;
    bytes[32] = 6;
    bytes[48] = 1;
    bytes[57] = 0x10;
    bytes[60..64].fill(0xFE);
    bytes[68..512].fill(0xFF);
    // One list of sectors, the first.
    bytes[76..80].fill(0);
    bytes[512..1024].fill(0xFF);
    bytes[516..520].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
    for (entry, name) in ["Root Entry", name].iter().enumerate() {
        let at = 1024 + entry * 128;
        for (place, unit) in name.encode_utf16().enumerate() {
            bytes[at + place * 2..at + place * 2 + 2].copy_from_slice(&unit.to_le_bytes());
        }
        bytes[at + 64] = (name.len() * 2 + 2) as u8;
    }
    bytes
}

#[test]
fn bombs_and_sheets_wider_than_any_are_refused() {
    let wide = "<row><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"ZZZZZZ1\"><v>1</v></c></row>";
    let error = read(&xlsx(&[("One", wide)], "", "")).unwrap_err();
    assert!(
        matches!(error.kind, ReadErrorKind::TooManyColumns(_)),
        "{error:?}"
    );
    let long = format!(
        "{}<row><c t=\"str\"><v>{}</v></c></row>",
        row(&["a", "b"]),
        " x".repeat(40 << 20)
    );
    let error = read(&xlsx(&[("One", &long)], "", "")).unwrap_err();
    assert!(matches!(error.kind, ReadErrorKind::Bomb(_)), "{error:?}");
    let cell = "<table:table-cell table:number-columns-repeated='16384' office:value-type='string'><text:p>aaaaaaaa</text:p></table:table-cell>";
    let rows = format!(
        "<table:table table:name='T'><table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-row></table:table>"
    );
    let error = read(&document(&rows, "")).unwrap_err();
    assert!(matches!(error.kind, ReadErrorKind::Bomb(_)), "{error:?}");
}

#[test]
fn archives_of_other_things_are_told_apart() {
    let error = read(&archive(&[("a.zip", "PK"), ("b.pdf", "")])).unwrap_err();
    assert!(
        matches!(error.kind, ReadErrorKind::Foreign(Foreign::Archive)),
        "{error:?}"
    );
    let error = read(&archive(&[("xl/workbook.bin", "")])).unwrap_err();
    assert!(
        matches!(error.kind, ReadErrorKind::Unread("XLSB")),
        "{error:?}"
    );
    let error = read(&xlsx(&[], "", "")).unwrap_err();
    assert!(matches!(error.kind, ReadErrorKind::Empty), "{error:?}");
}

#[test]
fn a_million_sheets_are_not_all_looked_through() {
    let sheets: Vec<String> = (0..1_000_000)
        .map(|number| format!("<sheet name='s{number}' r:id='r'/>"))
        .collect();
    let sheets = sheets.concat();
    let data = format!(
        "{}{}",
        row(&["event_date", "latitude"]),
        row(&["2022-01-05", "13"])
    );
    let sheet = format!("<worksheet><sheetData>{data}</sheetData></worksheet>");
    let book = archive(&[
        (
            "xl/workbook.xml",
            &format!("<workbook><sheets>{sheets}</sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<R><Relationship Id='r' Target='worksheets/s.xml'/></R>",
        ),
        ("xl/worksheets/s.xml", &sheet),
    ]);
    assert_eq!(dates(&opened(&book)), ["2022-01-05"]);
}

#[test]
fn what_this_program_wrote_comes_back_as_it_was() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    for as_read in [false, true] {
        let bytes = written(&dataset, &XLSX, as_read);
        let part = read(&bytes).unwrap();
        let sheets = part.sheets.clone().unwrap();
        assert_eq!(sheets.names, ["records", "sources", "claims", "left out"]);
        let back = Dataset::from_parts(vec![part]);
        assert_eq!(back.issues(), []);
        for (before, after) in records(&dataset).iter().zip(records(&back)) {
            let after = Record {
                reported: before.reported.clone(),
                ..after
            };
            assert_eq!(&after, before);
        }
        assert_eq!(back.len(), dataset.len());
        let sources = read_table(&bytes, Some("sources")).unwrap();
        assert_eq!(sources.spans.len(), dataset.parts()[0].sources().len());
    }
}

#[test]
fn only_days_become_dates_of_a_spreadsheet_and_no_text_is_computed() {
    let dates = [
        "2022-01-05",
        "2022-01",
        "2022-01-05~",
        "1850-01-05",
        "2022-01-05T10:00:00Z",
        "2022",
        "2022-01/..",
    ];
    let features: Vec<String> = dates
        .iter()
        .map(|date| {
            format!(r#"{{"type":"Feature","id":"007","geometry":null,"properties":{{"layer":"context","title":"=1+1","date":"{date}","extra":"1e5"}}}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"type":"FeatureCollection","profile":"sahelscope/1","features":[{}]}}"#,
        features.join(",")
    );
    let dataset = opened(text.as_bytes());
    let bytes = written(&dataset, &XLSX, false);
    let back = opened(&bytes);
    assert_eq!(self::dates(&back), dates);
    let titles: Vec<String> = records(&back)
        .iter()
        .map(|it| it.title.text(Lang::En).to_owned())
        .collect();
    assert!(titles.iter().all(|title| title == "=1+1"));
    assert!(
        records(&back)
            .iter()
            .all(|it| it.id.as_ref().unwrap().as_str() == "007")
    );
    let mut archive = super::super::unzip::Unzip::of(&bytes, "XLSX").unwrap();
    let sheet = archive.bytes("xl/worksheets/sheet1.xml").unwrap().unwrap();
    let sheet = String::from_utf8(sheet).unwrap();
    // Of the column of dates one cell has the looks of a day.
    let is_day = |row: &usize| sheet.contains(&format!("<c r=\"E{row}\" s=\"2\">"));
    let days: Vec<usize> = (2..9).filter(is_day).collect();
    assert_eq!(days, [2], "{sheet}");
    assert!(!sheet.contains("<f>"));
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_that_is_said() {
    let long = "é".repeat(40_000);
    let text = format!(
        r#"{{"type":"FeatureCollection","profile":"sahelscope/1","features":[{{"type":"Feature","id":"a","geometry":null,"properties":{{"layer":"context","title":"{long}"}}}}]}}"#
    );
    let bytes = written(&opened(text.as_bytes()), &XLSX, false);
    let back = opened(&bytes);
    assert_eq!(
        records(&back)[0].title.text(Lang::En).chars().count(),
        32_767
    );
    let left_out = read_table(&bytes, Some("left out")).unwrap();
    assert!(
        cells(&left_out)
            .iter()
            .any(|row| row[0] == "text" && row[2] == "1")
    );
}
