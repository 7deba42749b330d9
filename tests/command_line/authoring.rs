//! Changes and their logs on the command line.

use std::{fs, path::PathBuf};

use sahelscope::{
    data::{
        change_log::{Entry, Rec},
        edit::{Op, Pointer},
    },
    io::{
        Watch,
        change_log::{LogFolder, entry_now},
        read::read_file,
    },
};
use serde_json::{Value, json};

use super::run;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

const FILE: &str = r#"{"type":"FeatureCollection","profile":"sahelscope/1","features":[
  {"type":"Feature","id":"a","geometry":null,"properties":{"layer":"incident","date":"2022-03-05"}},
  {"type":"Feature","id":"b","geometry":null,"properties":{"layer":"incident","date":"2022-05-05"}}]}"#;

struct Desk {
    _folder: tempfile::TempDir,
    path: PathBuf,
    log: LogFolder,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.geojson");
        fs::write(&path, FILE).unwrap();
        Self {
            log: LogFolder::beside(&path),
            path,
            _folder: folder,
        }
    }

    fn path(&self) -> &str {
        self.path.to_str().unwrap()
    }

    fn beside(&self, name: &str) -> String {
        self.path.with_file_name(name).to_str().unwrap().to_owned()
    }

    /// Has `by` give the record `rec` another date.
    fn date(&self, by: &str, rec: &str, [was, date]: [&str; 2]) -> Entry {
        let base = read_file(&self.path, &Watch::nobody()).unwrap();
        let path = Pointer::property("date");
        let entry = Entry {
            base: base.sha256().to_owned(),
            rec: Some(Rec::Text(rec.to_owned())),
            ops: vec![
                Op::test(path.clone(), json!(was)),
                Op::replace(path, json!(date)),
            ],
            why: Some("because".to_owned()),
            ..entry_now()
        };
        self.log.append(by, vec![entry]).unwrap().remove(0)
    }
}

#[test]
fn a_log_is_printed_applied_and_checked() {
    let desk = Desk::new();
    let first = desk.date("Aminata", "a", ["2022-03-05", "2022-03-06"]);
    desk.date("B/C", "b", ["2022-05-05", "2022"]);
    let output = run(&["log", desk.path()]);
    let out = text(&output.stdout);
    assert!(
        out.contains(&first.id) && out.contains("Aminata") && out.contains("because"),
        "{out}"
    );
    assert!(
        out.contains(r#"/properties/date: "2022-03-05" → "2022-03-06""#),
        "{out}"
    );
    let output = run(&["log", "--json", "--record", "b", desk.path()]);
    let listed: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(listed["changes"].as_array().unwrap().len(), 1);
    assert_eq!(listed["changes"][0]["by"], "B/C");
    let made = desk.beside("out.geojson");
    let output = run(&[
        "apply",
        desk.path(),
        desk.log.path().to_str().unwrap(),
        "-o",
        &made,
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let expected = FILE
        .replace("2022-03-05", "2022-03-06")
        .replace("2022-05-05", "2022");
    assert_eq!(fs::read_to_string(&made).unwrap(), expected);
    let output = run(&["verify-log", desk.path()]);
    assert_eq!(output.status.code(), Some(0));
    let log = desk.log.file_of("Aminata");
    let altered = fs::read_to_string(&log)
        .unwrap()
        .replace("because", "because!");
    desk.date("Aminata", "a", ["2022-03-06", "2022-03-07"]);
    let behind = fs::read_to_string(&log).unwrap();
    let behind = behind.lines().nth(1).unwrap();
    fs::write(&log, format!("{altered}{behind}\n")).unwrap();
    let output = run(&["verify-log", desk.path()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stdout).contains("line 2: the chain is broken"),
        "{}",
        text(&output.stdout)
    );
}

#[test]
fn a_change_is_taken_back_in_the_file_and_the_log_keeps_both() {
    let desk = Desk::new();
    let change = desk.date("ami", "a", ["2022-03-05", "2022-03-06"]);
    let output = run(&[
        "undo",
        desk.path(),
        &change.id,
        "--by",
        "ami",
        "--why",
        "wrong day",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(fs::read_to_string(&desk.path).unwrap(), FILE);
    let out = text(&run(&["log", desk.path()]).stdout);
    assert!(
        out.contains("wrong day") && out.contains(&format!("takes {} back", change.id)),
        "{out}"
    );
    assert_eq!(run(&["verify-log", desk.path()]).status.code(), Some(0));
    let output = run(&["undo", desk.path(), "nothing"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn what_two_changed_otherwise_needs_a_person_and_a_log_of_another_dataset_is_refused() {
    let desk = Desk::new();
    desk.date("ami", "a", ["2022-03-05", "2022-03-06"]);
    // Bara did not know of it.
    let bara = LogFolder::at(desk.path.with_file_name("bara"));
    let entry = Entry {
        ops: vec![Op::replace(Pointer::property("date"), json!("2022-03-09"))],
        rec: Some(Rec::Text("a".to_owned())),
        base: read_file(&desk.path, &Watch::nobody())
            .unwrap()
            .sha256()
            .to_owned(),
        ..entry_now()
    };
    bara.append("bara", vec![entry]).unwrap();
    desk.log.add(&bara.read().unwrap()).unwrap();
    let made = desk.beside("out.geojson");
    let output = run(&[
        "apply",
        desk.path(),
        desk.log.path().to_str().unwrap(),
        "-o",
        &made,
    ]);
    assert_eq!(output.status.code(), Some(1));
    let error = text(&output.stderr);
    assert!(
        error.contains("2022-03-06") && error.contains("2022-03-09") && error.contains("bara"),
        "{error}"
    );
    assert_eq!(fs::read_to_string(&made).unwrap(), FILE);
    fs::remove_file(&made).unwrap();
    let other = desk.beside("other.geojson");
    fs::write(
        &other,
        FILE.replace(r#""id":"a""#, r#""id":"x""#)
            .replace(r#""id":"b""#, r#""id":"y""#),
    )
    .unwrap();
    let log = bara.file_of("bara");
    let output = run(&["apply", &other, log.to_str().unwrap(), "-o", &made]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("another dataset") && !PathBuf::from(&made).exists());
    let output = run(&[
        "apply",
        desk.path(),
        log.to_str().unwrap(),
        "-o",
        desk.path(),
    ]);
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(fs::read_to_string(&desk.path).unwrap(), FILE);
}

#[test]
fn two_files_made_of_one_are_put_together_and_what_both_changed_otherwise_is_kept_of_both() {
    let desk = Desk::new();
    let write = |name: &str, text: &str| {
        let path = desk.beside(name);
        fs::write(&path, text).unwrap();
        path
    };
    let new = r#",
  {"type":"Feature","id":"c","geometry":null,"properties":{}}]}"#;
    let ours = FILE.replace("2022-03-05", "2022-03-06");
    let theirs = FILE.replace("2022-05-05", "2022-05-06").replace("]}", new);
    let (ours, theirs) = (write("ours", &ours), write("theirs", &theirs));
    let (out, report) = (desk.beside("out.geojson"), desk.beside("report.json"));
    let arguments = [
        "merge",
        desk.path(),
        &ours,
        &theirs,
        "-o",
        &out,
        "--report",
        &report,
    ];
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let both = FILE
        .replace("2022-03-05", "2022-03-06")
        .replace("2022-05-05", "2022-05-06");
    assert_eq!(fs::read_to_string(&out).unwrap(), both.replace("]}", new));
    // As git calls it: the result takes the place of ours.
    let rival = write("rival", &FILE.replace("2022-03-05", "2022-03-07"));
    let arguments = [
        "merge",
        desk.path(),
        &ours,
        &rival,
        "-o",
        &ours,
        "--report",
        &report,
    ];
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(1));
    let merged: Value = serde_json::from_slice(&fs::read(&ours).unwrap()).unwrap();
    let properties = &merged["features"][0]["properties"];
    assert_eq!(properties["date"], "2022-03-05", "nobody wins");
    let values = properties["unsettled"][0]["values"].as_array().unwrap();
    let values: Vec<&Value> = values.iter().map(|view| &view["value"]).collect();
    assert_eq!(values, ["2022-03-06", "2022-03-07"]);
    let report: Value = serde_json::from_slice(&fs::read(&report).unwrap()).unwrap();
    assert_eq!(report["unsettled"][0]["record"], "a");
    assert_eq!(report["unsettled"][0]["for"], "/properties/date");
    let date = &report["agreement"]["fields"]["date"];
    assert!(
        date["same"].as_u64() < date["compared"].as_u64(),
        "{report}"
    );
    assert!(date["overlap"].is_number() && date["kappa"].is_null());
}

/// A short sample of `tests/suites/edits.py`, which kills 600 times.
#[test]
fn a_change_that_is_killed_while_it_is_saved_ends_before_or_after_it_or_is_in_the_log() {
    let program = env!("CARGO_BIN_EXE_sahelscope");
    for wait in [0, 5, 15, 30, 60, 90, 130, 200] {
        let desk = Desk::new();
        let change = desk.date("ami", "a", ["2022-03-05", "2022-03-06"]);
        let changed = FILE.replace("2022-03-05", "2022-03-06");
        let before = fs::read(desk.log.file_of("ami")).unwrap();
        let mut child = std::process::Command::new(program)
            .args(["undo", desk.path(), &change.id, "--by", "ami"])
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        let log = fs::read(desk.log.file_of("ami")).unwrap();
        assert!(log.starts_with(&before));
        assert_eq!(run(&["verify-log", desk.path()]).status.code(), Some(0));
        assert_eq!(fs::read_to_string(&desk.path).unwrap(), FILE);
        let out = desk.beside("out.geojson");
        let applied = run(&[
            "apply",
            desk.path(),
            desk.log.path().to_str().unwrap(),
            "-o",
            &out,
        ]);
        assert_eq!(applied.status.code(), Some(0), "{}", text(&applied.stderr));
        let applied = fs::read_to_string(&out).unwrap();
        assert!(
            [FILE, changed.as_str()].contains(&applied.as_str()),
            "{applied}"
        );
    }
}

#[test]
fn what_two_changed_otherwise_is_found_by_check() {
    let desk = Desk::new();
    let theirs = desk.beside("theirs.geojson");
    let ours = desk.beside("ours.geojson");
    fs::write(&ours, FILE.replace("2022-03-05", "2022-03-06")).unwrap();
    fs::write(&theirs, FILE.replace("2022-03-05", "2022-03-07")).unwrap();
    let out = desk.beside("merged.geojson");
    let output = run(&["merge", desk.path(), &ours, &theirs, "-o", &out]);
    assert_eq!(output.status.code(), Some(1));
    let output = run(&["check", "--json", &out]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = &report["issues"][0];
    assert_eq!(
        (&found["kind"], &found["record"]),
        (&json!("unsettled"), &json!("a"))
    );
    assert_eq!(found["field"], "/properties/date");
    assert!(text(&run(&["check", &out]).stdout).contains("a: /properties/date: "));
}

impl Desk {
    /// Has a change of a record be in the log, whatever it says.
    fn change(&self, by: &str, rec: &str, ops: Vec<Op>) -> Entry {
        let base = read_file(&self.path, &Watch::nobody()).unwrap();
        let entry = Entry {
            base: base.sha256().to_owned(),
            rec: Some(Rec::Text(rec.to_owned())),
            ops,
            ..entry_now()
        };
        self.log.append(by, vec![entry]).unwrap().remove(0)
    }

    /// Applies the log; how that ends, what is said and what is made.
    fn apply(&self) -> (Option<i32>, String, String) {
        let made = self.beside("made.geojson");
        let log = self.log.path().to_str().unwrap();
        let output = run(&["apply", self.path(), log, "-o", &made]);
        let file = fs::read_to_string(&made).unwrap_or_default();
        (output.status.code(), text(&output.stderr), file)
    }
}

#[test]
fn a_patch_that_does_not_fit_is_named_and_the_others_take_effect() {
    let desk = Desk::new();
    let wrong = desk.date("ami", "a", ["1999", "2000"]);
    let nowhere = Pointer::parse("/properties/claims/3/by").unwrap();
    let lost = desk.change("ami", "a", vec![Op::add(nowhere, json!("x"))]);
    let gone = desk.date("ami", "nobody", ["1999", "2000"]);
    desk.date("bara", "b", ["2022-05-05", "2022-05-06"]);
    let (code, said, made) = desk.apply();
    assert_eq!(code, Some(1), "{said}");
    for entry in [&wrong, &lost, &gone] {
        assert!(said.contains(&entry.id), "{} in {said}", entry.id);
    }
    assert!(said.contains("nobody"), "{said}");
    assert_eq!(made, FILE.replace("2022-05-05", "2022-05-06"));
}

#[test]
fn a_change_of_an_id_that_comes_twice_touches_neither_record() {
    let desk = Desk::new();
    let twice = FILE.replace(r#""id":"b""#, r#""id":"a""#);
    fs::write(&desk.path, &twice).unwrap();
    desk.date("ami", "a", ["2022-03-05", "2022-03-06"]);
    let (code, said, made) = desk.apply();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("several records are called a"), "{said}");
    assert_eq!(made, twice);
}

#[test]
fn changes_that_make_a_record_invalid_are_written_and_check_names_each() {
    for (member, value, named) in [
        ("/properties/date", json!("the other day"), "date"),
        ("/properties/date", json!("2022-02-30"), "date"),
        ("/properties/date", json!("2022-05/2022-03"), "date"),
        ("/properties/date", json!("03/04/2022"), "date"),
        ("/properties/date", json!("2022-03-05T14:30"), "date"),
        ("/properties/date", json!(20_220_305), "date"),
        ("/properties/date", json!(""), "date"),
        ("/properties/status", json!(7), "status"),
        (
            "/geometry",
            json!({"type": "Point", "coordinates": [181, 0]}),
            "geometry",
        ),
        (
            "/geometry",
            json!({"type": "Point", "coordinates": [0, -90.5]}),
            "geometry",
        ),
        (
            "/geometry",
            json!({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]]}),
            "geometry",
        ),
    ] {
        let desk = Desk::new();
        let path = Pointer::parse(member).unwrap();
        let first: Value = serde_json::from_str(FILE).unwrap();
        let op = match first["features"][0].pointer(member) {
            Some(_) => Op::replace(path, value.clone()),
            None => Op::add(path, value.clone()),
        };
        desk.change("ami", "a", vec![op]);
        let (code, said, made) = desk.apply();
        assert_eq!(code, Some(0), "{value}: {said}");
        let read: Value = serde_json::from_str(&made).unwrap();
        assert_eq!(read["features"][0].pointer(member), Some(&value));
        assert_eq!(read["features"][1]["properties"]["date"], "2022-05-05");
        let output = run(&["check", &desk.beside("made.geojson")]);
        let found = text(&output.stdout) + &text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{value}: {found}");
        assert!(found.contains(named), "{value}: {found}");
    }
}

#[test]
fn a_log_that_ends_in_the_middle_of_a_line_gives_its_whole_lines() {
    let desk = Desk::new();
    desk.date("ami", "a", ["2022-03-05", "2022-03-06"]);
    desk.date("ami", "b", ["2022-05-05", "2022-05-06"]);
    let log = desk.log.file_of("ami");
    let whole = fs::read(&log).unwrap();
    let first = whole.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    for cut in [
        first + 1,
        usize::midpoint(first, whole.len()),
        whole.len() - 2,
    ] {
        fs::write(&log, &whole[..cut]).unwrap();
        let (_, said, made) = desk.apply();
        assert_eq!(made, FILE.replace("2022-03-05", "2022-03-06"), "{said}");
        let output = run(&["verify-log", desk.path()]);
        assert!(text(&output.stderr).contains("ami"), "the cut is said");
    }
}

#[test]
fn lines_in_another_order_lead_to_the_same_records_and_the_chain_is_said_to_be_broken() {
    let desk = Desk::new();
    desk.date("ami", "a", ["2022-03-05", "2022-03-06"]);
    desk.date("ami", "b", ["2022-05-05", "2022-05-06"]);
    let (_, _, straight) = desk.apply();
    let log = desk.log.file_of("ami");
    let lines = fs::read_to_string(&log).unwrap();
    let turned: Vec<&str> = lines.lines().rev().collect();
    fs::write(&log, turned.join("\n") + "\n").unwrap();
    fs::remove_file(desk.beside("made.geojson")).unwrap();
    let (_, said, made) = desk.apply();
    assert_eq!(made, straight, "{said}");
    let output = run(&["verify-log", desk.path()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("line 1: the chain is broken"));
}
