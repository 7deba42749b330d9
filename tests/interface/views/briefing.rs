//! Bookmarks: kept, put in order, written and read again.

use sahelscope::{
    data::{Dataset, FileOrigin, Filter, Within},
    io::{
        Watch,
        export::{Export, ExportedView},
        formats,
        read::{bundled, read_part},
        views,
    },
    model::{Lang, Layer, Localised, Pose, Window},
    query::{Side, WindowResult},
    session::{Bookmark, Briefing, View},
    settings::{Trouble, bookmarks},
    timeline::{Mode, Unit, ViewRange},
    work::Progress,
};
use serde_json::{Value, json};

fn bookmark(title: &str) -> Bookmark {
    Bookmark {
        title: Localised::english(title),
        ..Bookmark::default()
    }
}

fn titles(briefing: &Briefing) -> Vec<&str> {
    let steps = briefing.steps().iter();
    steps.map(|step| step.title.text(Lang::En)).collect()
}

/// A view with something in every part of it.
fn full_view() -> View {
    View {
        filter: Filter {
            window: Window::parse("2022-01-05/2022-03-31").unwrap(),
            known: Window::parse("2022-06-30").ok().map(|day| day.last()),
            layers: Some([Layer::Incident, Layer::from_name("posts")].into()),
            text: "Moura".into(),
            actor: "FAMa".into(),
            within: Some(Within::Bounds(geo::Rect::new((-12.5, 10.0), (4.25, 25.0)))),
            certain_only: true,
            ..Filter::default()
        },
        mode: Mode::Cumulative,
        unit: Unit::Week,
        axis: Some(ViewRange {
            start: 1.5e9,
            end: 1.6e9,
        }),
        camera: Some(Pose {
            lon: -4.1,
            lat: 14.35,
            zoom: 8.25,
        }),
        overlays: [("graticule", true), ("relief", false)]
            .into_iter()
            .collect(),
        pinned: Some(Side {
            window: Window::parse("2021-12-01/2021-12-31").unwrap(),
            known: Window::parse("2022-02-28").ok().map(|day| day.last()),
        }),
    }
}

fn part(text: &str) -> Dataset {
    let source = FileOrigin::File("file.geojson".into());
    let bytes = text.as_bytes().to_vec();
    let part = read_part("file.geojson", source, bytes, &Watch::nobody());
    Dataset::from_parts(vec![part.unwrap()])
}

fn exported(dataset: &Dataset, view: &View, bookmarks: Option<&[Bookmark]>) -> String {
    let filter = &view.filter;
    let visible = WindowResult::of(dataset, filter);
    let seen = ExportedView {
        view,
        lang: Some(Lang::Ar),
        bookmarks,
    };
    let export = Export {
        view: Some(&seen),
        ..Export::shown(dataset, &visible, filter)
    };
    let mut bytes = Vec::new();
    export
        .write(&formats::GEOJSON, &mut bytes, &Progress::unwatched())
        .unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn an_exported_file_reopens_as_it_was_seen() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let again = part(&exported(&dataset, &full_view(), None));
    assert_eq!(views::view_of(&again), Some((full_view(), Some(Lang::Ar))));
}

#[test]
fn bookmarks_go_with_an_export_and_come_back() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let mut kept = bookmark("Before");
    kept.title = kept.title.with(Lang::Ar, "قبل");
    kept.text = Localised::default().with(Lang::Fr, "Ce que l’on savait\nalors.");
    kept.view = full_view();
    kept.lang = Some(Lang::Fr);
    let text = exported(
        &dataset,
        &View::default(),
        Some(std::slice::from_ref(&kept)),
    );
    let mut found = views::bookmarks_of(&part(&text));
    assert_eq!(found.len(), 1);
    found[0].written = None;
    assert_eq!(found[0], kept);
}

const FOREIGN: &str = r#"{"type":"FeatureCollection","bookmarks":[
  {"colour": "red", "title": "One", "view": {"camera": {"lon":1,"lat":2,"zoom":3}, "tilt": 1.50}, "by": {"x": [1, 2.0]}},
  {"title": "Two", "view": {}}
],"features":[]}"#;

#[test]
fn bookmarks_that_nobody_changed_are_copied_byte_for_byte() {
    let text = exported(&part(FOREIGN), &View::default(), None);
    let list = FOREIGN.split_once("\"bookmarks\":").unwrap().1;
    let list = list.split_once(",\"features\"").unwrap().0;
    assert!(text.contains(list), "{text}");
}

#[test]
fn what_a_changed_bookmark_has_beyond_ours_stays() {
    let dataset = part(FOREIGN);
    let mut briefing = Briefing::of(views::bookmarks_of(&dataset));
    briefing.edit(0, |bookmark| bookmark.title = Localised::english("New"));
    let text = exported(&dataset, &View::default(), Some(briefing.steps()));
    let file: Value = serde_json::from_str(&text).unwrap();
    let first = &file["bookmarks"][0];
    assert_eq!(first["title"], "New");
    assert_eq!(first["colour"], "red");
    assert_eq!(first["by"], json!({"x": [1, 2.0]}));
    // Numbers are kept as they were written.
    assert_eq!(first["view"]["tilt"].to_string(), "1.50");
    assert_eq!(file["bookmarks"][1], json!({"title": "Two", "view": {}}));
}

#[test]
fn steps_go_through_the_briefing_and_stay_at_its_ends() {
    let mut briefing = Briefing::of(vec![bookmark("a"), bookmark("b")]);
    for (forward, expected) in [
        (true, "a"),
        (true, "b"),
        (true, "b"),
        (false, "a"),
        (false, "a"),
    ] {
        let step = briefing.step(forward).unwrap();
        assert_eq!(step.title.text(Lang::En), expected);
    }
    assert!(Briefing::default().step(true).is_none());
}

#[test]
fn a_bookmark_goes_behind_the_one_that_is_shown() {
    let mut briefing = Briefing::of(vec![bookmark("a"), bookmark("b")]);
    briefing.go(0);
    briefing.add(bookmark("new"));
    assert_eq!(titles(&briefing), ["a", "new", "b"]);
    assert_eq!(briefing.at(), Some(1));
}

#[test]
fn a_bookmark_keeps_being_shown_while_it_is_moved() {
    let mut briefing = Briefing::of(vec![bookmark("a"), bookmark("b"), bookmark("c")]);
    briefing.go(0);
    briefing.shift(0, true);
    briefing.shift(1, true);
    briefing.shift(2, true);
    assert_eq!(titles(&briefing), ["b", "c", "a"]);
    assert_eq!(briefing.at(), Some(2));
}

#[test]
fn a_removed_bookmark_comes_back_to_its_place() {
    let mut briefing = Briefing::of(vec![bookmark("a"), bookmark("b"), bookmark("c")]);
    briefing.remove(1);
    assert_eq!(titles(&briefing), ["a", "c"]);
    assert!(briefing.can_restore());
    briefing.restore();
    assert_eq!(titles(&briefing), ["a", "b", "c"]);
    assert!(!briefing.can_restore());
}

#[test]
fn a_bookmark_is_found_by_its_title_in_any_language_or_by_its_number() {
    let mut steps = vec![bookmark("a"), bookmark("b")];
    steps[1].title = steps[1].title.clone().with(Lang::Ar, "ثانٍ");
    assert_eq!(Briefing::find(&steps, "ثانٍ"), Some(1));
    assert_eq!(Briefing::find(&steps, "2"), Some(1));
    assert_eq!(Briefing::find(&steps, "3"), None);
    assert_eq!(Briefing::find(&steps, "0"), None);
}

#[test]
fn a_reader_keeps_a_language_that_the_bookmark_has_words_in() {
    let mut step = bookmark("Before");
    step.lang = Some(Lang::En);
    assert_eq!(step.lang_for(Lang::Fr), Lang::En);
    step.text = Localised::default().with(Lang::Fr, "Avant");
    assert_eq!(step.lang_for(Lang::Fr), Lang::Fr);
}

#[test]
fn bookmarks_of_the_bundled_records_are_kept_beside_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let dataset = Dataset::from_parts(vec![bundled()]);
    let path = bookmarks::path(&folder.path().join("settings.json"), &dataset);
    let found = bookmarks::load(Some(&path), &dataset);
    assert_eq!((found.bookmarks, found.trouble), (Vec::new(), None));
    let kept = Bookmark {
        view: full_view(),
        ..bookmark("Kept")
    };
    let keeper = found.keeper.unwrap();
    keeper.save(std::slice::from_ref(&kept), 1).unwrap();
    let mut found = bookmarks::load(Some(&path), &dataset).bookmarks;
    found[0].written = None;
    assert_eq!(found, [kept]);
}

/// What two windows that read the same bookmarks at `path` know of them.
fn windows(path: &std::path::Path, dataset: &Dataset) -> [bookmarks::KeptBookmarks; 2] {
    [(), ()].map(|()| bookmarks::load(Some(path), dataset))
}

fn kept_titles(path: &std::path::Path, dataset: &Dataset) -> Vec<String> {
    let found = bookmarks::load(Some(path), dataset).bookmarks;
    let titles = found.iter().map(|kept| kept.title.text(Lang::En));
    titles.map(str::to_owned).collect()
}

#[test]
fn of_two_windows_the_last_to_write_loses_no_bookmark_of_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bookmarks/bundled.json");
    let dataset = Dataset::from_parts(vec![bundled()]);
    let file =
        r#"{"bookmarks": [{"title": "One", "view": {}}, {"title": "Two", "view": {}}], "by": 7}"#;
    sahelscope::io::small::write(&path, file).unwrap();
    let [first, second] = windows(&path, &dataset);
    let mut of_first = Briefing::of(first.bookmarks);
    of_first.remove(0);
    of_first.add(bookmark("Three"));
    let mut of_second = Briefing::of(second.bookmarks);
    of_second.add(bookmark("Four"));
    first.keeper.unwrap().save(of_first.steps(), 2).unwrap();
    second.keeper.unwrap().save(of_second.steps(), 1).unwrap();
    let mut titles = kept_titles(&path, &dataset);
    titles.sort();
    assert_eq!(titles, ["Four", "Three", "Two"]);
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(written["by"], 7);
}

#[test]
fn bookmarks_that_cannot_be_read_are_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bookmarks/bundled.json");
    std::fs::create_dir_all(&path).unwrap();
    let dataset = part(FOREIGN);
    let found = bookmarks::load(Some(&path), &dataset);
    assert_eq!(found.trouble, Some(Trouble::Unreadable(path.clone())));
    let keeper = found.keeper.unwrap();
    let mut briefing = Briefing::of(found.bookmarks);
    briefing.add(bookmark("Mine"));
    keeper.save(briefing.steps(), 1).unwrap_err();
    // As soon as they can be read again, they stay beside what was added.
    std::fs::remove_dir(&path).unwrap();
    let file = r#"{"bookmarks": [{"title": "Theirs", "view": {}}]}"#;
    sahelscope::io::small::write(&path, file).unwrap();
    keeper.save(briefing.steps(), 2).unwrap();
    assert_eq!(
        kept_titles(&path, &dataset),
        ["One", "Two", "Mine", "Theirs"]
    );
}

#[test]
fn damaged_bookmarks_are_set_aside_and_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let dataset = Dataset::from_parts(vec![bundled()]);
    let path = bookmarks::path(&folder.path().join("settings.json"), &dataset);
    sahelscope::io::small::write(&path, "{\"bookmarks\": [").unwrap();
    let found = bookmarks::load(Some(&path), &dataset);
    let Some(Trouble::SetAside(aside)) = found.trouble else {
        panic!("{:?}", found.trouble);
    };
    assert_eq!(std::fs::read_to_string(aside).unwrap(), "{\"bookmarks\": [");
}
