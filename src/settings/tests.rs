use serde_json::{Value, json};

use super::*;

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A window that has read what is at `path`.
fn window(path: &Path) -> (SettingsKeeper, Settings) {
    let settings = load(path).settings;
    (SettingsKeeper::new(path, &settings), settings)
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    (folder, path)
}

#[test]
fn settings_come_back_as_they_were_saved() {
    let (_folder, path) = folder();
    let (keeper, mut settings) = window(&path);
    settings.scale = 1.25;
    settings.language = Some("ar".to_owned());
    settings.remember(Path::new("/data/records.geojson"));
    keeper.save(&settings, 1).unwrap();
    assert_eq!(load(&path), Loaded::from(settings));
}

#[test]
fn damaged_settings_are_set_aside_and_the_defaults_serve() {
    let (_folder, path) = folder();
    io::small::write(&path, "{\"scale\": ").unwrap();
    let loaded = load(&path);
    assert_eq!(loaded.settings, Settings::default());
    assert!(matches!(loaded.trouble, Some(Trouble::SetAside(aside)) if aside != path));
}

#[test]
fn sizes_beyond_reason_are_brought_back() {
    let (_folder, path) = folder();
    io::small::write(&path, "{\"scale\": 40.0, \"window_size\": [1.0, 9e9]}").unwrap();
    let settings = load(&path).settings;
    assert!(SCALES.contains(&settings.scale));
    let size = settings.window_size.map(f32::to_bits);
    assert_eq!(size, [640.0_f32, 16_384.0].map(f32::to_bits));
}

#[test]
fn the_same_file_is_remembered_once_and_the_last_ten_are_kept() {
    let mut settings = Settings::default();
    for number in 0..20 {
        settings.remember(Path::new(&format!("/data/{number}.geojson")));
    }
    settings.remember(Path::new("/data/15.geojson"));
    assert_eq!(settings.recent.len(), RECENT_FILES);
    assert_eq!(settings.recent[0], PathBuf::from("/data/15.geojson"));
}

#[test]
fn a_file_is_remembered_so_that_it_is_found_from_every_folder() {
    let mut settings = Settings::default();
    settings.remember(Path::new("records.geojson"));
    assert!(settings.recent[0].is_absolute());
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_unicode_does_not_empty_the_settings() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let (_folder, path) = folder();
    let (keeper, mut settings) = window(&path);
    let file = Path::new(OsStr::from_bytes(b"/data/caf\xe9.geojson"));
    settings.scale = 1.25;
    settings.remember(file);
    settings.basemap = Some(file.with_extension("pmtiles"));
    keeper.save(&settings, 1).unwrap();
    assert_eq!(load(&path), Loaded::from(settings));
}

#[test]
fn a_remembered_file_of_another_system_is_passed_over_and_stays() {
    let (_folder, path) = folder();
    let other = json!({"amiga": "00"});
    let text = json!({"recent": ["/data/a.geojson", other], "scale": 1.5});
    io::small::write(&path, &text.to_string()).unwrap();
    let (keeper, mut settings) = window(&path);
    assert_eq!(settings.recent, [PathBuf::from("/data/a.geojson")]);
    settings.remember(Path::new("/data/b.geojson"));
    keeper.save(&settings, 1).unwrap();
    assert_eq!(
        read(&path)["recent"],
        json!(["/data/b.geojson", "/data/a.geojson", other])
    );
}

#[test]
fn what_a_newer_version_says_stays_and_does_not_lose_the_rest() {
    let (_folder, path) = folder();
    let text = json!({
        "theme": "sepia",
        "scale": 1.5,
        "tint": {"deep": [1, 2]},
        "table": {"is_open": true, "sort": {"facet": "mood"}},
        "language": "fr",
    });
    io::small::write(&path, &text.to_string()).unwrap();
    let loaded = load(&path);
    let names = ["theme", "table"].map(str::to_owned).to_vec();
    assert_eq!(loaded.trouble, Some(Trouble::Unknown(names)));
    let settings = &loaded.settings;
    assert_eq!(settings.theme, ThemeChoice::System);
    assert!((settings.scale - 1.5).abs() < f32::EPSILON && settings.table.is_open);
    let (keeper, mut settings) = window(&path);
    settings.language = Some("ar".to_owned());
    keeper.save(&settings, 1).unwrap();
    let written = read(&path);
    for name in ["theme", "tint", "table", "scale"] {
        assert_eq!(written[name], text[name], "{name}");
    }
    assert_eq!(written["language"], "ar");
}

#[test]
fn settings_that_cannot_be_read_are_never_replaced_by_the_defaults() {
    let (_folder, path) = folder();
    std::fs::create_dir(&path).unwrap();
    let loaded = load(&path);
    assert_eq!(loaded.trouble, Some(Trouble::Unreadable(path.clone())));
    let keeper = SettingsKeeper::new(&path, &loaded.settings);
    let mut settings = loaded.settings;
    settings.scale = 1.25;
    let error = keeper.save(&settings, 1).unwrap_err();
    assert!(matches!(error.kind, io::WriteErrorKind::Unreadable));
    // As soon as it can be read again, what was changed goes into what is there.
    std::fs::remove_dir(&path).unwrap();
    io::small::write(&path, "{\"language\": \"fr\"}").unwrap();
    keeper.save(&settings, 2).unwrap();
    let loaded = load(&path).settings;
    assert_eq!(loaded.language.as_deref(), Some("fr"));
    assert!((loaded.scale - 1.25).abs() < f32::EPSILON);
}

#[test]
fn of_two_windows_the_last_to_write_takes_nothing_from_the_other() {
    let (_folder, path) = folder();
    let (first, mut of_first) = window(&path);
    let (second, mut of_second) = window(&path);
    of_first.scale = 1.5;
    of_first.remember(Path::new("/data/a.geojson"));
    first.save(&of_first, 1).unwrap();
    of_second.language = Some("fr".to_owned());
    of_second.remember(Path::new("/data/b.geojson"));
    second.save(&of_second, 1).unwrap();
    of_first.overlays.set("relief", false);
    first.save(&of_first, 2).unwrap();
    let both = load(&path).settings;
    let recent = ["/data/b.geojson", "/data/a.geojson"].map(PathBuf::from);
    assert_eq!(both.recent, recent);
    assert_eq!(both.language.as_deref(), Some("fr"));
    assert!((both.scale - 1.5).abs() < f32::EPSILON && !both.overlays.is_on("relief"));
}

#[test]
fn older_settings_that_come_late_are_not_written_over_newer_ones() {
    let (_folder, path) = folder();
    let (keeper, older) = window(&path);
    let newer = Settings {
        scale: 1.5,
        ..older.clone()
    };
    keeper.save(&newer, 2).unwrap();
    keeper.save(&older, 1).unwrap();
    assert_eq!(load(&path).settings, newer);
}

#[test]
fn each_overlay_of_the_map_is_a_member_and_one_that_is_missing_is_as_at_first() {
    let read = |text: &str| serde_json::from_str::<Settings>(text);
    let settings = read(r#"{"scale": 1.5, "relief": false, "tint": [1, 2]}"#).unwrap();
    assert!(!settings.overlays.is_on("relief") && !settings.overlays.is_on("density"));
    let written = serde_json::to_value(&settings).unwrap();
    assert_eq!(
        (&written["relief"], &written["density"]),
        (&false.into(), &false.into())
    );
    assert_eq!(written.get("tint"), None);
    assert!(read(r#"{"density": "dark"}"#).is_err());
}
