//! Places that take no file.

use std::{fs, path::Path};

use sahelscope::{
    data::{Dataset, Filter},
    io::{Destination, WriteErrorKind, export::Export, formats, read::bundled},
    model::Lang,
    query::WindowResult,
    text::Catalogue,
    work::Progress,
};

fn save_bundled(path: &Path) -> Result<usize, WriteErrorKind> {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let filter = Filter::default();
    let visible = WindowResult::of(&dataset, &filter);
    let export = Export::shown(&dataset, &visible, &filter);
    export
        .save(
            &Destination::replacing(path),
            &formats::GEOJSON,
            &Progress::unwatched(),
        )
        .map(|written| written.records)
        .map_err(|error| {
            for lang in Lang::ALL {
                let sentence = error.sentence(&Catalogue::plain(lang));
                assert!(sentence.contains(&path.display().to_string()), "{sentence}");
            }
            error.kind
        })
}

#[test]
fn an_export_to_a_place_that_takes_none_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let code = |path: &Path| save_bundled(path).unwrap_err().code();
    assert_eq!(code(folder.path()), "directory");
    assert_eq!(code(&folder.path().join("none/out.geojson")), "no-folder");
    if cfg!(target_os = "linux") {
        assert_eq!(code(Path::new("/dev/full")), "disk-full");
        // Even the system's own user may not make files there.
        assert!(
            ["permission", "no-folder", "system"].contains(&code(Path::new("/proc/out.geojson")))
        );
    }
}

#[cfg(unix)]
#[test]
fn an_export_into_a_folder_without_permission_leaves_it_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(closed.join("probe"), "").is_ok() {
        eprintln!("not tried: this user writes everywhere");
        return;
    }
    let path = closed.join("out.geojson");
    assert_eq!(save_bundled(&path).unwrap_err().code(), "permission");
    assert_eq!(fs::read_dir(&closed).unwrap().count(), 0);
}

#[test]
fn a_file_that_nobody_agreed_to_lose_and_one_that_is_read_are_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.geojson");
    fs::write(&path, "old").unwrap();
    let dataset = Dataset::from_parts(vec![bundled()]);
    let filter = Filter::default();
    let visible = WindowResult::of(&dataset, &filter);
    let export = Export::shown(&dataset, &visible, &filter);
    for (inputs, code) in [(vec![], "standing"), (vec![path.clone()], "input")] {
        let destination = Destination::asking(path.clone(), inputs);
        let saved = export.save(&destination, &formats::GEOJSON, &Progress::unwatched());
        let error = saved.unwrap_err();
        assert_eq!(error.kind.code(), code);
        for lang in Lang::ALL {
            let sentence = error.sentence(&Catalogue::plain(lang));
            assert!(sentence.contains("out.geojson"), "{sentence}");
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing is left"
        );
    }
}
