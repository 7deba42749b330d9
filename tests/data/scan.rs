//! The walkers over bytes: no input makes one panic, and where two of them look at the same bytes they agree.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use proptest::prelude::*;
use sahelscope::scan::{
    Cutter, Form, Unusual,
    csv::{CsvRows, Marks, cells, row},
    json::{
        Cursor, head, items_of, members_of, opening_of, sketch, skip_space, string_end, tail,
        trim_end, value_end, whole_values, without_nan,
    },
    looks_like_lines, pieces, whole_lines,
};
use serde_json::{Value, json};

/// Any JSON value, nested a few levels.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e6..1e6).prop_map(Value::from),
        "[ -~é\"\\\\\u{0}-\u{1f}]{0,40}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 6, |inner| {
        let key = "[a-z\"\\\\{}:,]{0,6}";
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(key, inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// A value as text, on one line or on many.
fn written() -> impl Strategy<Value = String> {
    (value(), any::<bool>()).prop_map(|(value, is_pretty)| {
        if is_pretty {
            serde_json::to_string_pretty(&value).unwrap()
        } else {
            value.to_string()
        }
    })
}

/// Text that is made of what walkers look at.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = vec![
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\\",
        "\\u12",
        ":",
        ",",
        ";",
        "\n",
        "\r\n",
        " ",
        "\t",
        "null",
        "NaN",
        "-Infinity",
        "-1.5e3",
        "01",
        "\u{1e}",
        "\u{0}",
        "é",
        "\"type\":\"Feature\"",
        "\"properties\":",
        "\"features\":[",
        "word",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|pieces| pieces.concat())
}

fn strict_end(text: &str) -> Result<usize, Unusual> {
    let mut cursor = Cursor::new(text.as_bytes(), 0);
    cursor.value().map(|_| cursor.at)
}

proptest! {
    #[test]
    fn a_value_ends_where_it_ends_for_every_walker(text in written(), behind in "[,\\]} \n]{0,4}") {
        let whole = format!("{text}{behind}");
        if !behind.is_empty() || !text.starts_with(|first: char| first.is_ascii_alphanumeric()) {
            prop_assert_eq!(value_end(whole.as_bytes(), 0), Ok(text.len()));
        }
        if let Ok(end) = strict_end(&whole) {
            prop_assert_eq!(end, text.len());
        }
    }

    #[test]
    fn members_and_items_are_those_of_a_full_parser(value in value()) {
        let text = value.to_string();
        match &value {
            Value::Object(object) => {
                let members = members_of(&text);
                prop_assert_eq!(members.len(), object.len());
                for (member, (name, value)) in members.iter().zip(object) {
                    prop_assert_eq!(&member.name, name);
                    let read: Value = serde_json::from_str(&text[member.value.clone()]).unwrap();
                    prop_assert_eq!(&read, value);
                }
            }
            Value::Array(array) => {
                let items = items_of(&text);
                prop_assert_eq!(items.len(), array.len());
                for (item, value) in items.into_iter().zip(array) {
                    let read: Value = serde_json::from_str(&text[item]).unwrap();
                    prop_assert_eq!(&read, value);
                }
            }
            _ => prop_assert!(members_of(&text).is_empty() && items_of(&text).is_empty()),
        }
    }

    #[test]
    fn a_sketch_shows_the_members_of_the_properties(properties in value()) {
        let feature = json!({"type": "Feature", "properties": properties}).to_string();
        if let Some(sketch) = sketch(&feature, ["a", "b"]) {
            let inside = &feature[sketch.properties.clone()];
            let members = members_of(inside);
            let first = sketch.first.map(|(key, value)| (key.start, value));
            let start = sketch.properties.start;
            let expected = members.first().map(|it| (start + it.key.start, start + it.value.start));
            prop_assert_eq!(first, expected);
            let has = ["a", "b"].map(|name| members.iter().any(|member| member.name == name));
            prop_assert_eq!(sketch.has, has);
        }
    }

    #[test]
    fn what_the_strict_walker_passes_a_full_parser_reads(text in hostile()) {
        if let Ok(end) = strict_end(&text) {
            let value: Result<Value, _> = serde_json::from_str(&text[..end]);
            prop_assert!(value.is_ok(), "{}", &text[..end]);
            let passed = &text.as_bytes()[..end];
            prop_assert_eq!(value_end(passed, skip_space(passed, 0)), Ok(end));
        }
    }

    #[test]
    fn nothing_makes_a_walker_panic_or_leave_the_text(text in hostile(), at in 0_usize..80) {
        let bytes = text.as_bytes();
        if let Ok(end) = value_end(bytes, at) {
            prop_assert!(end > at && end <= bytes.len());
        }
        prop_assert!(string_end(bytes, at).is_none_or(|end| end <= bytes.len()));
        prop_assert!(trim_end(bytes, bytes.len()) <= bytes.len());
        for span in whole_values(&text, at).into_iter().chain(whole_lines(&text)) {
            prop_assert!(span.end <= bytes.len());
        }
        let _ = (head(&text), tail(&text, at), opening_of(&text, at), sketch(&text, ["a"]));
        let _ = (looks_like_lines(&text), members_of(&text), items_of(&text));
        for cutter in [Cutter::Lines, Cutter::Records(b"{".to_vec()), Cutter::Rows(b'\n')] {
            let cut = cutter.cut(bytes, at);
            prop_assert!(cut.is_none_or(|cut| cut >= at && cut <= bytes.len()));
        }
    }

    #[test]
    fn pieces_leave_nothing_out_but_separators_and_space(text in hostile()) {
        let kept: String = pieces(&text, b'\n').map(|piece| &text[piece]).collect();
        let is_letter = |letter: &char| !letter.is_ascii_whitespace();
        let letters = |text: &str| text.chars().filter(is_letter).collect::<String>();
        prop_assert_eq!(letters(&kept), letters(&text));
    }

    #[test]
    fn what_is_no_number_is_found_outside_of_texts_only(value in value()) {
        let text = value.to_string();
        let (read, found) = without_nan(&text);
        prop_assert_eq!(read.as_ref(), text.as_str());
        prop_assert!(found.is_empty());
        let with = format!("{{\"a\":{text},\"b\":NaN}}");
        let (read, found) = without_nan(&with);
        prop_assert_eq!(read.as_ref(), format!("{{\"a\":{text},\"b\":null}}"));
        prop_assert_eq!((found.len(), found[0].member.as_str()), (1, "b"));
    }

    #[test]
    fn both_walkers_over_rows_find_the_same_rows_and_cells(text in hostile()) {
        let marks = Marks { delimiter: b',', newline: Some(b'\n') };
        for found in CsvRows::new(&text, b',', b'\n', 0) {
            let mut strict = Vec::new();
            let end = row(&text, found.start, marks, |_, range, form| {
                strict.push((range, form));
                Ok(())
            });
            let Ok(end) = end else { continue };
            prop_assert_eq!(end.end, found.end);
            let lenient: Vec<_> = cells(&text[found], b',').collect();
            prop_assert_eq!(end.cells, lenient.len());
            for ((range, form), cell) in strict.into_iter().zip(lenient) {
                if form == Form::Escaped { prop_assert_eq!(text[range].replace("\"\"", "\""), cell) } else { prop_assert_eq!(&text[range], cell.as_ref()) }
            }
        }
    }

    #[test]
    fn rows_leave_out_nothing_but_line_breaks(text in hostile()) {
        let mut at = 0;
        for row in CsvRows::new(&text, b',', b'\n', 0) {
            let between = &text[at..row.start];
            prop_assert!(between.chars().all(|it| matches!(it, '\r' | '\n')), "{between:?}");
            prop_assert!(!row.is_empty());
            at = row.end;
        }
        prop_assert!(text[at..].chars().all(|it| matches!(it, '\r' | '\n')));
    }
}
