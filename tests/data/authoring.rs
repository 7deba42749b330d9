//! Edits, logs and their union: what must hold whatever analysts do, in whatever order.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use sahelscope::{
    data::{
        Agreement, Edits, FieldDifference, FileOrigin, RecordsOfFile, SourceFile,
        change_log::{AuthorLog, ChangeLog, Entry, FaultKind, LogLine, Rec, digest_of, settle},
        edit::{Op, Pointer, difference, patched, replacing},
    },
    io::{Watch, authoring, read::read_part},
    work::Progress,
};
use serde_json::{Value, json};

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }
}

fn read(text: &str) -> SourceFile {
    read_part(
        "a.geojson",
        FileOrigin::Bundled,
        text.as_bytes().to_vec(),
        &Watch::nobody(),
    )
    .unwrap()
}

const BASE: &str = r#"{
  "type": "FeatureCollection", "title": "T",
  "features": [
    {"type": "Feature", "id": "a", "geometry": null, "properties": {"date": "2020", "x": 1.50}},
    {"type": "Feature", "id": "b", "geometry": null, "properties": { "date":"2021" }},
    {"type": "Feature", "geometry": null, "properties": {"date": "2022"}}
  ],
  "view": {"a": 1}
}"#;

const AUTHORS: [&str; 3] = ["ami", "bara", "cissé"];

/// Three analysts at work on one file.
struct Newsroom<'a> {
    part: &'a SourceFile,
    records: RecordsOfFile<'a>,
    /// What each of them knows.
    known: [ChangeLog; 3],
    written: usize,
}

impl<'a> Newsroom<'a> {
    fn of(part: &'a SourceFile) -> Self {
        Self {
            part,
            records: RecordsOfFile::of(part),
            known: std::array::from_fn(|_| ChangeLog::default()),
            written: 0,
        }
    }

    fn state(&self, log: &ChangeLog) -> Edits {
        let mut edits = Edits::default();
        let settled = settle(log, |_| true);
        let replayed = edits.replay(&settled, &self.records);
        assert_eq!(replayed.refused, [], "{log:#?}");
        edits
    }

    fn text(&self, log: &ChangeLog) -> String {
        self.part.edited(&self.state(log)).text.whole().into_owned()
    }

    /// Has the author with this number write `value` at `path` of a record, as they see it.
    fn write(
        &mut self,
        author: usize,
        rec: &Rec,
        path: &Pointer,
        value: Option<&Value>,
        dice: &mut Dice,
    ) {
        let edits = self.state(&self.known[author]);
        let text = edits.text(rec, &self.records).unwrap().map(str::to_owned);
        let now = text
            .as_deref()
            .map(|text| serde_json::from_str::<Value>(text).unwrap());
        let there = now.as_ref().and_then(|now| now.pointer(&path.to_string()));
        let ops = replacing(path, there, value);
        let is_possible = path.is_whole() || now.is_some();
        if ops.is_empty() || !is_possible {
            return;
        }
        self.written += 1;
        let log = &mut self.known[author];
        let seen = log
            .authors
            .iter()
            .filter(|(name, _)| *name != AUTHORS[author]);
        let seen =
            seen.filter_map(|(_, log)| Some(log.lines.last()?.entry.as_ref().ok()?.id.clone()));
        let seen = seen.collect();
        let own = log.authors.entry(AUTHORS[author].to_owned()).or_default();
        let entry = Entry {
            // Clocks are set back and forth.
            id: format!("{:03}-{:04}", dice.roll(1000), self.written),
            prev: own.lines.last().map(|line| line.digest.clone()),
            seen,
            base: "base".to_owned(),
            by: AUTHORS[author].to_owned(),
            rec: Some(rec.clone()),
            was: text.as_deref().map(digest_of),
            ops,
            ..Entry::default()
        };
        own.lines.push(LogLine::read(&entry.to_line()));
    }

    fn work(&mut self, dice: &mut Dice) {
        let author = dice.roll(3);
        let recs = [
            Rec::Text("a".into()),
            Rec::Text("b".into()),
            self.records.rec(2),
            Rec::Text("new".into()),
        ];
        let rec = &recs[dice.roll(4)];
        let feature = json!({"type": "Feature", "id": "new", "geometry": null, "properties": {"n": dice.roll(2)}});
        match dice.roll(10) {
            0 => self.write(author, rec, &Pointer::default(), None, dice),
            1 => {
                let new = &recs[3];
                self.write(author, new, &Pointer::default(), Some(&feature), dice);
            }
            2..6 => {
                let path = Pointer::property(["date", "title", "x"][dice.roll(3)]);
                let value = [
                    None,
                    Some(json!("2019")),
                    Some(json!([1])),
                    Some(json!({"k": 2})),
                ];
                let value = value[dice.roll(4)].clone();
                self.write(author, rec, &path, value.as_ref(), dice);
            }
            _ => {
                let other = dice.roll(3);
                self.known[author] = self.known[author].union(&self.known[other]);
            }
        }
    }
}

#[test]
fn logs_put_together_in_any_order_are_one_log_and_one_state_in_which_nothing_is_lost() {
    let part = read(BASE);
    let mut disputes = 0;
    // All ten thousand where the program is fast.
    let histories = if cfg!(debug_assertions) {
        1_000
    } else {
        10_000
    };
    for seed in 0..histories {
        let mut dice = Dice(seed);
        let mut room = Newsroom::of(&part);
        for _ in 0..6 + dice.roll(14) {
            room.work(&mut dice);
        }
        let [a, b, c] = &room.known;
        let all = a.union(b).union(c);
        assert_eq!(a.union(b), b.union(a), "{seed}");
        assert_eq!(all, c.union(&b.union(a)), "{seed}");
        assert_eq!(all.union(&all), all, "{seed}");
        assert_eq!(all.union(b), all, "{seed}");
        assert_eq!(all.entries().count(), room.written, "{seed}");
        assert_eq!(all.faults(), [], "{seed}");
        disputes += settle(&all, |_| true).disputes.len();
        room.text(&all);
    }
    assert!(disputes > histories as usize / 10, "{disputes}");
}

#[test]
fn what_two_authors_want_otherwise_is_kept_of_both_until_somebody_who_saw_both_decides() {
    let part = read(BASE);
    let mut room = Newsroom::of(&part);
    let mut dice = Dice(1);
    let (rec, date) = (Rec::Text("a".into()), Pointer::property("date"));
    room.write(0, &rec, &date, Some(&json!("2018")), &mut dice);
    room.write(1, &rec, &date, Some(&json!("2019")), &mut dice);
    room.write(
        1,
        &rec,
        &Pointer::property("title"),
        Some(&json!("Both")),
        &mut dice,
    );
    room.write(
        0,
        &Rec::Text("b".into()),
        &date,
        Some(&json!("2017")),
        &mut dice,
    );
    room.write(
        1,
        &Rec::Text("b".into()),
        &date,
        Some(&json!("2017")),
        &mut dice,
    );
    let both = room.known[0].union(&room.known[1]);
    let settled = settle(&both, |_| true);
    let [dispute] = settled.disputes.as_slice() else {
        panic!("{:?}", settled.disputes)
    };
    let values: Vec<_> = dispute
        .views
        .iter()
        .map(|view| (view.by.as_str(), view.value.clone()))
        .collect();
    assert_eq!(dispute.path, date);
    assert!(values.contains(&("ami", Some(json!("2018")))));
    assert!(values.contains(&("bara", Some(json!("2019")))));
    let text = room.text(&both);
    assert!(text.contains(r#""date": "2020""#), "nobody wins: {text}");
    assert!(
        text.contains("Both") && text.contains(r#""date":"2017""#),
        "{text}"
    );
    room.known[2] = both;
    room.write(2, &rec, &date, Some(&json!("2019-03")), &mut dice);
    let decided = room.known[2].clone();
    assert_eq!(settle(&decided, |_| true).disputes, []);
    assert!(room.text(&decided).contains("2019-03"));
}

#[test]
fn a_change_touches_the_bytes_of_its_values_and_of_nothing_else() {
    let part = read(BASE);
    let mut room = Newsroom::of(&part);
    let mut dice = Dice(2);
    room.write(
        0,
        &Rec::Text("b".into()),
        &Pointer::property("date"),
        Some(&json!("2023")),
        &mut dice,
    );
    assert_eq!(room.text(&room.known[0]), BASE.replace("2021", "2023"));
    let third = room.records.rec(2);
    room.write(0, &third, &Pointer::default(), None, &mut dice);
    let without =
        ",\n    {\"type\": \"Feature\", \"geometry\": null, \"properties\": {\"date\": \"2022\"}}";
    let expected = BASE.replace("2021", "2023").replace(without, "");
    assert_eq!(room.text(&room.known[0]), expected);
    let new = json!({"type": "Feature", "id": "n", "geometry": null, "properties": {}});
    room.write(
        0,
        &Rec::Text("n".into()),
        &Pointer::default(),
        Some(&new),
        &mut dice,
    );
    let text = room.text(&room.known[0]);
    assert_eq!(text.replace(&format!(",\n    {new}"), ""), expected);
    let spans = part.edited(&room.state(&room.known[0]));
    assert_eq!(spans.spans.len(), 3);
    assert_eq!(spans.slice(&spans.spans.get(2).unwrap()), new.to_string());
    let view = spans
        .written_members
        .iter()
        .find(|member| member.name == "view")
        .unwrap();
    assert_eq!(spans.slice(&view.value), r#"{"a": 1}"#);
}

#[test]
fn records_come_and_go_at_every_place_of_every_layout() {
    let feature =
        |id: &str| json!({"type": "Feature", "id": id, "geometry": null, "properties": {}});
    let layouts: [fn(&[String]) -> String; 3] = [
        |features| {
            format!(
                "{{\"type\":\"FeatureCollection\",\"features\":[{}],\"z\":1}}",
                features.join(",")
            )
        },
        |features| {
            format!(
                "{{\"type\":\"FeatureCollection\",\"features\":[\n {}\n]}}\n",
                features.join(",\n ")
            )
        },
        |features| features.join("\n") + "\n",
    ];
    for (number, layout) in layouts.into_iter().enumerate() {
        for gone in 0..16_usize {
            for added in 0..3 {
                let ids = ["a", "b", "c", "d"];
                let features: Vec<String> = ids.iter().map(|id| feature(id).to_string()).collect();
                let part = read(&layout(&features));
                let mut room = Newsroom::of(&part);
                let mut dice = Dice(3);
                for (at, id) in ids.iter().enumerate().filter(|(at, _)| gone >> at & 1 == 1) {
                    let _ = at;
                    room.write(
                        0,
                        &Rec::Text((*id).into()),
                        &Pointer::default(),
                        None,
                        &mut dice,
                    );
                }
                let new: Vec<String> = (0..added).map(|new| format!("n{new}")).collect();
                for id in &new {
                    room.write(
                        0,
                        &Rec::Text(id.clone()),
                        &Pointer::default(),
                        Some(&feature(id)),
                        &mut dice,
                    );
                }
                let kept = ids.iter().enumerate().filter(|(at, _)| gone >> at & 1 == 0);
                let expected: Vec<String> =
                    kept.map(|(_, id)| (*id).to_owned()).chain(new).collect();
                let edited = part.edited(&room.state(&room.known[0]));
                let whole = edited.text.whole().into_owned();
                if expected.is_empty() && number == 2 {
                    assert_eq!(whole.trim(), "");
                    continue;
                }
                let again = read(&whole);
                assert_eq!(again.spans, edited.spans, "{whole}");
                let found: Vec<String> = RecordsOfFile::of(&again).ids();
                assert_eq!(found, expected, "{whole}");
            }
        }
    }
}

#[test]
fn a_log_whose_lines_were_altered_moved_or_taken_out_is_broken_at_the_first_of_them() {
    let part = read(BASE);
    let mut room = Newsroom::of(&part);
    let mut dice = Dice(4);
    for year in 2000..2010 {
        let value = json!(year.to_string());
        room.write(
            0,
            &Rec::Text("a".into()),
            &Pointer::property("date"),
            Some(&value),
            &mut dice,
        );
    }
    let log = &room.known[0].authors["ami"];
    assert_eq!(log.broken(), None);
    let lines: Vec<&str> = log.lines.iter().map(|line| &*line.raw).collect();
    let broken = |lines: &[&str]| AuthorLog::read(lines.join("\n").as_bytes()).broken();
    let altered = lines[3].replace("2003", "1999");
    let mut changed = lines.clone();
    changed[3] = &altered;
    assert_eq!(broken(&changed), Some((5, FaultKind::Chain)));
    let mut swapped = lines.clone();
    swapped.swap(5, 6);
    assert_eq!(broken(&swapped), Some((6, FaultKind::Chain)));
    let mut short = lines.clone();
    short.remove(7);
    assert_eq!(broken(&short), Some((8, FaultKind::Chain)));
    let mut twice = lines.clone();
    twice.insert(2, lines[1]);
    assert_eq!(broken(&twice), Some((3, FaultKind::Twice)));
    assert_eq!(broken(&lines[1..]), Some((1, FaultKind::Chain)));
    assert!(matches!(
        broken(&["nonsense", lines[0]]),
        Some((1, FaultKind::Unread(_)))
    ));
}

#[test]
fn a_difference_leads_from_any_value_to_any_other() {
    fn value(dice: &mut Dice, depth: usize) -> Value {
        match dice.roll(if depth == 0 { 3 } else { 5 }) {
            0 => json!(dice.roll(3)),
            1 => json!(["", "x", "مورا"][dice.roll(3)]),
            2 => Value::Null,
            3 => (0..dice.roll(3)).map(|_| value(dice, depth - 1)).collect(),
            _ => {
                let names = ["a", "b/c", "d~", "é"];
                let members = (0..dice.roll(4))
                    .map(|_| (names[dice.roll(4)].to_owned(), value(dice, depth - 1)));
                Value::Object(members.collect())
            }
        }
    }
    let mut dice = Dice(5);
    for _ in 0..2_000 {
        let (before, after) = (
            json!({"p": value(&mut dice, 3)}),
            json!({"p": value(&mut dice, 3)}),
        );
        for text in [
            before.to_string(),
            serde_json::to_string_pretty(&before).unwrap(),
        ] {
            let made = patched(Some(&text), &difference(&before, &after))
                .unwrap()
                .unwrap();
            let made: Value = serde_json::from_str(&made).unwrap();
            assert!(
                sahelscope::data::edit::is_same_value(&made, &after),
                "{text} -> {after}: {made}"
            );
        }
    }
}

#[test]
fn a_table_becomes_geojson_of_the_profile_with_every_cell() {
    let table = "id,date,lat,lon,Extra\na,2022-01-05,12.5,-8,kept\nb,not a date,,,\n";
    let part = read_part(
        "t.csv",
        FileOrigin::Bundled,
        table.as_bytes().to_vec(),
        &Watch::nobody(),
    )
    .unwrap();
    let made = authoring::as_profile(&part, "t.geojson").unwrap();
    assert!(made.is_editable() && made.follows_profile());
    assert_eq!(made.spans.len(), 2);
    let whole = made.text.whole();
    for kept in ["kept", "not a date", "2022-01-05", "12.5"] {
        assert!(whole.contains(kept), "{kept}: {whole}");
    }
}

fn coded(records: &[(&str, Value)]) -> SourceFile {
    let features: Vec<Value> = records
        .iter()
        .map(|(id, properties)| {
            json!({"type": "Feature", "id": id, "geometry": null, "properties": properties})
        })
        .collect();
    read(
        &json!({"type": "FeatureCollection", "profile": "sahelscope/1", "features": features})
            .to_string(),
    )
}

#[test]
fn agreement_is_counted_field_by_field_and_differences_stand_side_by_side() {
    let record = |status: &str, date: &str| json!({"status": status, "date": date});
    let ours = coded(&[
        ("a", record("claimed", "2022-01")),
        ("b", record("claimed", "2022-01-01")),
        ("c", record("denied", "2022")),
        ("d", json!({"title": "x"})),
        ("ours", json!({})),
    ]);
    let theirs = coded(&[
        ("theirs", json!({})),
        ("d", json!({})),
        ("c", record("denied", "2022")),
        ("b", record("denied", "2022-01-02")),
        ("a", record("claimed", "2022-01")),
    ]);
    let mut log = ChangeLog::default();
    let entry = Entry {
        rec: Some(Rec::Text("b".to_owned())),
        ops: vec![Op::add(Pointer::property("status"), json!("denied"))],
        ..Entry::default()
    };
    let text = format!("{}\n", entry.to_line());
    log.authors
        .insert("them".to_owned(), AuthorLog::read(text.as_bytes()));
    let nothing = ChangeLog::default();
    let found = Agreement::of([&ours, &theirs], [&nothing, &log], &Progress::unwatched()).unwrap();
    assert_eq!(
        (found.both, found.only_ours, found.only_theirs),
        (4, vec![4], vec![0])
    );
    let status = &found.fields["status"];
    assert_eq!((status.compared, status.same), (3, 2));
    // Four records: two alike as claimed or denied, one silent in both; by chance 2/4*1/4 + 1/4*2/4 + 1/4*1/4.
    let by_chance = (2.0 + 2.0 + 1.0) / 16.0;
    let kappa = (0.75 - by_chance) / (1.0 - by_chance);
    assert!((status.kappa.unwrap() - kappa).abs() < 1e-9);
    let date = &found.fields["date"];
    assert_eq!((date.compared, date.same, date.kappa), (3, 2, None));
    assert!((date.overlap.unwrap() - 2.0 / 3.0).abs() < 1e-9);
    let [status, date, title] = found.differences.as_slice() else {
        panic!("{:?}", found.differences);
    };
    let sort = |it: &FieldDifference| it.path.to_string();
    assert_eq!(sort(status), "/properties/date");
    assert_eq!(sort(date), "/properties/status");
    assert!(date.changed.theirs && !date.changed.ours && !status.changed.theirs);
    assert_eq!(title.values, [Some(json!("x")), None]);
    assert_eq!(title.places, [3, 1]);
}
