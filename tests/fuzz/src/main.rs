//! One input of the fuzzer, given to the reader that `FUZZ` names.
//!
//! A reader has to return: whatever the bytes are, it reads them or says in a sentence why not. What is
//! read has to add up: each record is readable or has an issue that says why it is not.

#![no_main]

use std::{io::Write, sync::LazyLock};

use libfuzzer_sys::fuzz_target;
use sahelscope::{
    data::{Dataset, FileOrigin},
    io::{Watch, read::read_part},
    map::basemap::{address::TileAddress, archive::TileArchive, mvt::VectorTile},
    model::{IssueKind, Lang, When},
    text::Catalogue,
};

/// A reader: what it does with an input.
type Reader = fn(&[u8]);

const READERS: [(&str, Reader); 9] = [
    ("edtf", edtf),
    ("json", |bytes| file("fuzz.geojson", bytes)),
    ("lines", |bytes| file("fuzz.geojsonl", bytes)),
    ("csv", |bytes| file("fuzz.csv", bytes)),
    ("kml", |bytes| file("fuzz.kml", bytes)),
    ("wkb", wkb),
    ("xlsx", xlsx),
    ("pmtiles", pmtiles),
    ("mvt", mvt),
];

static READER: LazyLock<Reader> = LazyLock::new(|| {
    let asked = std::env::var("FUZZ").unwrap_or_default();
    let found = READERS.iter().find(|(name, _)| *name == asked);
    let names: Vec<&str> = READERS.iter().map(|(name, _)| *name).collect();
    found
        .unwrap_or_else(|| panic!("FUZZ is one of {names:?}, not {asked:?}"))
        .1
});

fuzz_target!(|bytes: &[u8]| READER(bytes));

fn edtf(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(when) = When::parse(text) {
        let bounds = when.bounds();
        assert!(bounds.earliest <= bounds.latest, "{text}: {bounds:?}");
        assert_eq!(
            When::parse(when.text()).map(|it| it.bounds()),
            Ok(bounds),
            "{text}"
        );
    }
}

/// Reads a file of that name, and derives everything that a window needs of it.
fn file(name: &str, bytes: &[u8]) {
    match read_part(name, FileOrigin::Stdin, bytes.to_vec(), &Watch::nobody()) {
        Ok(part) => {
            let records = part.spans.len();
            let dataset = Dataset::from_parts(vec![part]);
            let totals = dataset.columns().totals();
            let kept = totals.readable + totals.unreadable;
            assert_eq!(kept + passed_over(&dataset), records);
        }
        Err(error) => {
            let sentence = error.sentence(&Catalogue::plain(Lang::En));
            assert!(
                !sentence.contains('\n') && !sentence.contains("{$"),
                "{sentence}"
            );
        }
    }
}

/// How many earlier versions of events, which stand in a file in a later one too, a dataset says that it passed over.
fn passed_over(dataset: &Dataset) -> usize {
    let issues = dataset.issues().iter().map(|filed| &filed.issue);
    let said = issues.filter(|issue| issue.kind == IssueKind::Superseded);
    let counts = said.map(|issue| issue.value.parse::<usize>());
    counts.sum::<Result<_, _>>().expect("its value is a count")
}

/// Shapes as hexadecimal text in a column, as databases write them.
fn wkb(bytes: &[u8]) {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    file(
        "fuzz.csv",
        format!("id,date,geometry\na,2022-01,{hex}\n").as_bytes(),
    );
}

/// A workbook with one sheet, which is the input: packed bytes alone would seldom get past the container.
fn xlsx(bytes: &[u8]) {
    const OPENS: &str = r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
    const PARTS: [(&str, &str); 4] = [
        (
            "[Content_Types].xml",
            r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        (
            "_rels/.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
    ];
    let mut pack = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let sheet = [OPENS.as_bytes(), bytes, b"</sheetData></worksheet>"].concat();
    let parts = PARTS.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (name, content) in parts.chain([("xl/worksheets/sheet1.xml", sheet.as_slice())]) {
        pack.start_file(name, stored)
            .expect("a name that is not there yet");
        pack.write_all(content).expect("memory takes all");
    }
    let packed = pack.finish().expect("memory takes all").into_inner();
    file("fuzz.xlsx", &packed);
}

fn pmtiles(bytes: &[u8]) {
    if let Ok(archive) = TileArchive::open(bytes.to_vec()) {
        let _ = archive.attribution();
        for (zoom, x, y) in [(0, 0, 0), (5, 15, 14), (12, 2000, 1900)] {
            if let Some(address) = TileAddress::new(zoom, x, y) {
                let _ = archive.tile(address);
                let _ = archive.nearest(address);
            }
        }
    }
}

fn mvt(bytes: &[u8]) {
    if let Ok(tile) = VectorTile::decode(bytes) {
        for (_, feature) in tile.features() {
            std::hint::black_box(feature);
        }
    }
}
