//! Pictures of the map from the command line: right in size, the same every time, never without a caption.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::run;

/// The pixels of a rendered picture with its width and height.
fn picture(arguments: &[&str]) -> (Vec<u8>, [u32; 2]) {
    let output = run(&[&["render", "-o", "-"], arguments].concat());
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut reader = png::Decoder::new(std::io::Cursor::new(output.stdout))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (pixels, [info.width, info.height])
}

const SMALL: [&str; 4] = ["--size", "420x320", "--window", "2022-01/2022-04"];

#[test]
fn a_picture_has_the_size_that_was_asked_for_at_every_scale() {
    assert_eq!(picture(&SMALL).1, [420, 320]);
    let fine = [SMALL.as_slice(), &["--scale", "2"]].concat();
    assert_eq!(picture(&fine).1, [840, 640]);
}

#[test]
fn the_same_question_gives_the_same_picture_and_another_window_another() {
    let first = picture(&SMALL);
    assert_eq!(first, picture(&SMALL));
    assert_ne!(first, picture(&["--size", "420x320", "--window", "2025"]));
}

#[test]
fn language_and_theme_change_the_picture() {
    let plain = picture(&SMALL);
    for option in [["--lang", "ar"], ["--theme", "dark"]] {
        assert_ne!(
            plain,
            picture(&[SMALL.as_slice(), &option].concat()),
            "{option:?}"
        );
    }
}

#[test]
fn overlays_are_turned_round_by_their_options() {
    let plain = picture(&SMALL).0;
    let graticule = picture(&[SMALL.as_slice(), &["--graticule"]].concat()).0;
    let flat = picture(&[SMALL.as_slice(), &["--no-relief"]].concat()).0;
    assert!(plain != graticule && plain != flat && graticule != flat);
    // Lines and labels, and not another map.
    let same = plain.iter().zip(&graticule).filter(|(a, b)| a == b).count();
    assert!(same * 10 > plain.len() * 9, "{same} of {}", plain.len());
}

#[test]
fn several_files_have_colours_of_their_own_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, lon: f64| {
        let path = folder.path().join(name);
        let text = format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","geometry":{{"type":"Point","coordinates":[{lon},14]}},"properties":{{"date":"2022","layer":"incident"}}}}]}}"#
        );
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let (one, two) = (file("a.geojson", -4.0), file("b.geojson", -6.0));
    let drawn = |files: &[&str], option: &[&str]| {
        let place = ["--size", "420x320", "--center=-5,14", "--zoom", "6"];
        picture(&[&place, option, files].concat()).0
    };
    assert_ne!(
        drawn(&[&one, &two], &[]),
        drawn(&[&one, &two], &["--by-file"])
    );
    // One file has nothing to be told from.
    assert_eq!(drawn(&[&one], &[]), drawn(&[&one], &["--by-file"]));
}

#[test]
fn options_that_make_no_sense_are_refused_with_a_sentence() {
    for option in [
        ["--size", "10x10"],
        ["--size", "big"],
        ["--size", "16000x16000"],
        ["--center", "200,10"],
        ["--zoom", "99"],
        ["--scale", "40"],
        ["--theme", "sepia"],
    ] {
        let output = run(&["render", "-o", "-", option[0], option[1]]);
        assert_eq!(output.status.code(), Some(2), "{option:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            said.contains(option[0]) && said.lines().count() == 1,
            "{said}"
        );
    }
}

#[test]
fn a_folder_that_does_not_exist_is_told() {
    let output = run(&[
        "render",
        "-o",
        "no-such-folder/map.png",
        "--size",
        "300x300",
    ]);
    assert_eq!(output.status.code(), Some(3));
}

/// The names of the pictures that a film of the bundled records has, and what the program says of them.
fn film(options: &[&str]) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mali.png").display().to_string();
    let small = ["render", "-o", &path, "--size", "300x240", "--lang", "en"];
    let output = run(&[small.as_slice(), options].concat());
    let files = std::fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    (names, String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_film_has_one_numbered_picture_for_each_step() {
    let (names, said) = film(&["--window", "2022-01/2022-03", "--step", "month"]);
    assert_eq!(names, ["mali-001.png", "mali-002.png", "mali-003.png"]);
    assert!(said.contains("3 pictures"), "{said}");
}

#[test]
fn a_film_leaves_out_what_shows_nothing_new_and_says_how_much() {
    let days = ["--window", "2023-03", "--step", "day"];
    let (names, said) = film(&[days.as_slice(), &["--skip-same"]].concat());
    assert!(!names.is_empty() && names.len() < 31, "{names:?}");
    let skipped = 31 - names.len();
    assert!(said.contains(&format!("{skipped} left out")), "{said}");
}

#[test]
fn a_film_does_not_go_to_standard_output() {
    let output = run(&[
        "render", "-o", "-", "--step", "month", "--window", "2022", "--lang", "en",
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("need a name"));
    let output = run(&["render", "-o", "x.png", "--cumulative"]);
    assert_eq!(output.status.code(), Some(2));
}
