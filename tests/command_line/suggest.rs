//! `suggest`: what a text says, from a file or a pipe, for people and for programs.

use std::fs;

use serde_json::Value;

use super::{assert_one_sentence, json_of, run, status, stderr, stdout, with_input};

fn suggested(text: &str, published: &str) -> Vec<Value> {
    let arguments = ["suggest", "-", "--published", published, "--json"];
    let output = with_input(&arguments, text.as_bytes());
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    json_of(&output).as_array().unwrap().clone()
}

#[test]
fn suggestions_carry_their_words_place_value_and_rule_in_the_order_of_the_text() {
    let text = "En mars dernier, plus de 100 véhicules sont arrivés à Ségou avec Africa Corps.";
    let list = suggested(text, "2022-04-09");
    let letters: Vec<char> = text.chars().collect();
    let mut reached = 0;
    for suggestion in &list {
        let place = |end: &str| suggestion[end].as_u64().unwrap() as usize;
        let words: String = letters[place("start")..place("end")].iter().collect();
        assert_eq!(suggestion["text"], Value::from(words));
        assert!(place("start") >= reached && !suggestion["rule"].as_str().unwrap().is_empty());
        reached = place("end");
    }
    let of = |kind: &str| -> Vec<&Value> {
        let list = list.iter().filter(|it| it["kind"] == kind);
        list.map(|it| &it["value"]).collect()
    };
    assert_eq!(of("date"), ["2022-03"]);
    assert_eq!(of("place"), ["Ségou"]);
    assert_eq!(of("actor"), ["Africa Corps"]);
    assert_eq!(of("quantity")[0]["low"], 101);
    assert_eq!(of("quantity")[0]["high"], Value::Null);
}

#[test]
fn a_text_in_an_older_arabic_encoding_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.txt");
    let text = "وصلت الطائرات إلى باماكو في 5 مارس 2022 مع أكثر من 100 رجل.\n".repeat(4);
    let (bytes, _, failed) = encoding_rs::WINDOWS_1256.encode(&text);
    assert!(!failed);
    fs::write(&path, bytes).unwrap();
    let output = run(&["suggest", path.to_str().unwrap(), "--json"]);
    let list = json_of(&output);
    let dates: Vec<&Value> = list
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["kind"] == "date")
        .collect();
    assert_eq!(dates.len(), 4, "{list}");
    assert!(dates.iter().all(|it| it["value"] == "2022-03-05"));
}

#[test]
fn what_cannot_be_told_is_said_and_not_invented() {
    let output = with_input(
        &["suggest", "-"],
        "Two aircraft landed last week.".as_bytes(),
    );
    assert_eq!(status(&output), 0);
    assert!(stderr(&output).contains("--published"));
    assert!(!stdout(&output).contains("20"));
    let output = run(&["suggest", "nowhere.txt"]);
    assert_eq!(status(&output), 3);
    assert_one_sentence(&output);
    let output = with_input(&["suggest", "-", "--published", "soon"], b"");
    assert_eq!(status(&output), 2);
    assert_one_sentence(&output);
}
