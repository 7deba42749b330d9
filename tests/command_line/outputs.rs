//! Where the answer of a command may go: never over what it reads, and under no ending that lies.

use std::fs;

use super::{
    assert_one_sentence, fixture, in_folder, json_of, program, run, status, stderr, stdout,
};

/// What reads a file and writes another, with the ending that it writes.
const WRITERS: [(&[&str], &str); 3] = [
    (&["export"], "geojson"),
    (&["diff", "2021", "2022"], "geojson"),
    (&["render", "--size", "300x300"], "png"),
];

#[test]
fn no_command_takes_the_place_of_its_input_however_that_is_called() {
    for (command, ending) in WRITERS {
        let folder = tempfile::tempdir().unwrap();
        let (path, file) = in_folder(&folder, &format!("in.{ending}"));
        fs::copy(fixture("pretty.geojson"), &path).unwrap();
        let mut ways = vec![file.clone()];
        ways.push(in_folder(&folder, &format!("./in.{ending}")).1);
        #[cfg(unix)]
        {
            let (soft, name) = in_folder(&folder, &format!("soft.{ending}"));
            std::os::unix::fs::symlink(&path, soft).unwrap();
            ways.push(name);
            let (hard, name) = in_folder(&folder, &format!("hard.{ending}"));
            fs::hard_link(&path, hard).unwrap();
            ways.push(name);
        }
        for way in ways {
            let output = run(&[command, &[&file, "-o", &way]].concat());
            assert_eq!(status(&output), 2, "{way}");
            assert_one_sentence(&output);
            assert_eq!(
                fs::read(&path).unwrap(),
                fs::read(fixture("pretty.geojson")).unwrap()
            );
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_comes_through_standard_input_is_an_input_too() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = in_folder(&folder, "in.geojson");
    fs::copy(fixture("pretty.geojson"), &path).unwrap();
    let output = program()
        .args(["export", "-", "-o", &file])
        .stdin(fs::File::open(&path).unwrap())
        .output()
        .unwrap();
    assert_eq!(status(&output), 2, "{}", stderr(&output));
    assert_eq!(
        fs::read(&path).unwrap(),
        fs::read(fixture("pretty.geojson")).unwrap()
    );
}

#[test]
fn another_file_is_replaced_as_commands_do() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = in_folder(&folder, "out.geojson");
    fs::write(&path, "old").unwrap();
    assert_eq!(status(&run(&["export", "-o", &file])), 0);
    assert!(fs::read_to_string(&path).unwrap().contains("sahelscope/1"));
}

#[test]
fn nothing_is_written_under_an_ending_that_says_something_else() {
    let cases: [(&[&str], &str, &str); 6] = [
        (&["export"], "map.png", "geojsonl"),
        (&["export"], "map", "map.geojson"),
        (&["diff", "2021", "2022"], "map.png", ".csv"),
        (&["diff", "2021", "2022"], "map.kml", ".geojson"),
        (&["render", "--size", "300x300"], "map.geojson", ".png"),
        (&["render", "--size", "300x300"], "map", ".png"),
    ];
    for (command, name, said) in cases {
        let folder = tempfile::tempdir().unwrap();
        let (path, file) = in_folder(&folder, name);
        let output = run(&[command, &["-o", &file]].concat());
        assert_eq!(status(&output), 2, "{command:?} {name}");
        assert_one_sentence(&output);
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
        assert!(!path.exists());
    }
}

/// How many records a filter shows.
fn shown(filter: &[&str]) -> u64 {
    let counted = json_of(&run(&[&["count", "--json"], filter].concat()));
    counted["certain"].as_u64().unwrap() + counted["possible"].as_u64().unwrap()
}

#[test]
fn what_lies_near_a_place_is_found_by_its_name_its_coordinates_and_a_record_there() {
    let near = |place: &str, km: &str| shown(&["--near", place, "--within", km]);
    let by_name = near("Mopti", "100");
    assert!(by_name > 0 && by_name < shown(&[]));
    assert_eq!(near("موبتي", "100"), by_name);
    assert!(near("Mopti", "5") < by_name);
    assert!(near("14.4843, -4.183", "100") > 0);
    let moura = near("incident-moura", "1");
    assert!(moura > 0, "the record itself lies there");
}

#[test]
fn an_exported_area_is_asked_for_again_by_the_words_of_its_report() {
    let said = |filter: &[&str]| stdout(&run(&[&["count", "--say"], filter].concat()));
    let circle = said(&["--near", "Mopti", "--within", "100"]);
    assert!(circle.contains("within 100 km of Mopti"), "{circle}");
    let ring = said(&["--polygon", "-6,13 -2,13 -4,17"]);
    assert!(
        ring.contains("in a drawn area between longitude −6 and −2"),
        "{ring}"
    );
}

#[test]
fn a_place_that_nobody_knows_is_refused() {
    for filter in [
        &["--near", "Nowhere at all", "--within", "5"][..],
        &["--near", "Mopti"],
        &["--near", "Mopti", "--within", "far"],
        &["--near", "Mopti", "--within", "5", "--bbox", "1,2,3,4"],
        &["--polygon", "1,2 3,4"],
    ] {
        let output = run(&[&["count"], filter].concat());
        assert_eq!(status(&output), 2, "{filter:?}");
        assert!(!stderr(&output).is_empty());
    }
}
