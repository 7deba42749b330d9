#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{collections::HashSet, fs, path::PathBuf};

use super::*;

fn project_file(path: &str) -> String {
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn media_types() -> Vec<&'static str> {
    let types = ALL.into_iter().flat_map(|format| format.media_types);
    types.copied().collect()
}

#[test]
fn every_format_has_a_name_of_its_own_and_can_be_opened_or_written() {
    let ids: HashSet<&str> = ALL.into_iter().map(|format| format.id).collect();
    assert_eq!(ids.len(), ALL.len());
    for format in ALL {
        assert!(format.is_read() || format.is_written(), "{format:?}");
        assert!(!format.endings.is_empty(), "{format:?}");
    }
}

#[test]
fn what_is_written_is_found_by_its_name_and_by_each_of_its_endings() {
    for format in written() {
        assert_eq!(written_by_id(format.id), Some(format));
        let path = PathBuf::from(format!("out.{}", format.ending().to_uppercase()));
        assert_eq!(written_by_path(&path), Some(format));
    }
    assert_eq!(written_by_path(Path::new("out.pdf")), None);
    assert_eq!(written_by_path(Path::new("csv")), None);
}

#[test]
fn a_format_is_known_by_what_is_in_a_file() {
    let known = |bytes: &[u8]| of_head(bytes).map(|format| format.id);
    assert_eq!(
        known(b"\n{\"type\":\"FeatureCollection\"}"),
        Some("geojson")
    );
    assert_eq!(known(b"{\"a\":1}\n{\"a\":2}\n"), Some("geojsonl"));
    assert_eq!(known(b"\x1E{\"a\":1}"), Some("geojsonl"));
    assert_eq!(known(b"\xEF\xBB\xBF[{}]"), Some("json"));
    assert_eq!(known(b"\xFF\xFE{\0}\0"), Some("geojson"));
    assert_eq!(known(b"a,b\n1,2\n"), Some("csv"));
    assert_eq!(known(b"a\tb\n1\t2\n"), Some("tsv"));
    assert_eq!(known(b"\x1F\x8B\x08\0"), Some("gz"));
    assert_eq!(known(b"\x28\xB5\x2F\xFD"), Some("zst"));
    assert_eq!(known(b"%PDF-1.7\n\0\0"), None);
    assert_eq!(known(b""), None);
}

#[test]
fn the_desktop_entry_names_the_media_types_of_the_list() {
    let entry = project_file("assets/linux/org.sahelscope.Sahelscope.desktop");
    let line = entry
        .lines()
        .find_map(|line| line.strip_prefix("MimeType="))
        .unwrap();
    let named: Vec<&str> = line.split_terminator(';').collect();
    assert_eq!(named, media_types());
}

#[test]
fn the_media_types_that_the_program_defines_have_endings_of_the_list() {
    let defined = project_file("assets/linux/org.sahelscope.Sahelscope.mime.xml");
    let mut media_type = "";
    let mut globs = 0;
    for line in defined.lines() {
        if let Some((_, rest)) = line.split_once("<mime-type type=\"") {
            media_type = rest.split('"').next().unwrap();
            assert!(media_types().contains(&media_type), "{media_type}");
        }
        if let Some((_, rest)) = line.split_once("<glob pattern=\"*.") {
            let ending = rest.split('"').next().unwrap();
            let mut formats = ALL.into_iter();
            let format = formats.find(|format| format.media_types.contains(&media_type));
            assert!(format.unwrap().endings.contains(&ending), "{ending}");
            globs += 1;
        }
    }
    assert!(globs > 0);
}

#[test]
fn the_readme_has_a_line_for_each_format() {
    let readme = project_file("README.md");
    for format in ALL {
        let endings: Vec<String> = format.endings.iter().map(|it| format!("`.{it}`")).collect();
        let mark = |is| if is { "yes" } else { "" };
        let row = format!(
            "| {} | {} | {} | {} |",
            format.name,
            endings.join(" "),
            mark(format.is_read()),
            mark(format.is_written())
        );
        assert!(readme.lines().any(|line| line == row), "missing: {row}");
    }
}
