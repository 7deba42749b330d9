//! Playback that suits sparse data: from change to change, over a range, back and forth.

use sahelscope::{
    model::{DAY, Kind, Span, When, Window},
    timeline::{ChangeDays, Direction, Ending, Mode, Movement, Playback, Unit},
};

/// Two events in a quiet year.
fn sparse() -> ChangeDays {
    let event = |date: &str| Span::of(&When::parse(date).unwrap(), Kind::Event, None);
    ChangeDays::of(["2022-02-10", "2022-11-20"].map(event).into_iter())
}

fn window(text: &str) -> Window {
    Window::parse(text).unwrap()
}

fn year() -> sahelscope::model::Bounds {
    window("2022").bounds()
}

fn moving() -> Movement {
    Movement {
        mode: Mode::Window,
        unit: Unit::Day,
        extent: year(),
    }
}

/// Playback of ten days a second from `start`.
fn playing(start: &str, change: impl FnOnce(&mut Playback)) -> (Playback, Window) {
    let mut playback = Playback::default();
    playback.set_speed(10.0);
    change(&mut playback);
    let shown = playback.start(&window(start), moving());
    (playback, shown)
}

/// The windows that frames of a tenth of a second show, until it stops or `most` are seen.
fn frames(
    playback: &mut Playback,
    start: Window,
    change_days: &ChangeDays,
    most: usize,
) -> Vec<Window> {
    let mut shown = start;
    let mut seen = Vec::new();
    for _ in 0..most {
        if !playback.is_playing {
            break;
        }
        shown = playback
            .advance(&shown, moving(), 0.1, Some(change_days))
            .unwrap_or(shown);
        seen.push(shown);
    }
    seen
}

#[test]
fn the_next_change_is_a_record_that_comes_or_goes() {
    let change_days = sparse();
    let quiet = window("2022-03-01/2022-03-05");
    let next = change_days
        .next(&quiet, Mode::Window, Direction::Forward)
        .unwrap();
    assert_eq!(
        next.days * DAY,
        window("2022-11-20").first() - window("2022-03-05").first()
    );
    let busy = window("2022-02-08/2022-02-12");
    let next = change_days
        .next(&busy, Mode::Window, Direction::Forward)
        .unwrap();
    assert_eq!(
        next.days, 3,
        "the record of the tenth is left on the eleventh"
    );
    let back = change_days
        .next(&busy, Mode::Window, Direction::Backward)
        .unwrap();
    assert_eq!(
        back.days, 3,
        "and going back, when the last day is the ninth"
    );
    assert_eq!(
        change_days.next(&window("2022-12"), Mode::Window, Direction::Forward),
        None
    );
}

#[test]
fn skipping_leaps_to_shortly_before_the_next_change() {
    let (mut playback, start) = playing("2022-03-01/2022-03-05", |playback| playback.skips = true);
    let seen = frames(&mut playback, start, &sparse(), 1);
    let before = (window("2022-11-20").first() - seen[0].last()) / DAY;
    assert!((0..=4).contains(&before), "{}", seen[0]);
    assert_eq!(
        seen[0].bounds().length(),
        5 * DAY,
        "the window keeps its length"
    );
}

#[test]
fn without_skipping_every_day_is_played() {
    let (mut playback, start) = playing("2022-03-01/2022-03-05", |_| ());
    let seen = frames(&mut playback, start, &sparse(), 2);
    assert_eq!(seen[1], window("2022-03-03/2022-03-07"));
}

#[test]
fn where_nothing_changes_any_more_skipping_goes_to_the_end() {
    let (mut playback, start) = playing("2022-12-01/2022-12-05", |playback| playback.skips = true);
    let seen = frames(&mut playback, start, &sparse(), 3);
    assert_eq!(seen.last().unwrap().last(), year().latest);
    assert!(!playback.is_playing);
}

#[test]
fn holding_waits_on_the_very_day_of_each_new_record() {
    let (mut playback, start) = playing("2022-02-01/2022-02-05", |playback| {
        playback.holds = true;
        playback.set_speed(100.0);
    });
    let seen = frames(&mut playback, start, &sparse(), 12);
    let held = seen
        .iter()
        .filter(|shown| shown.last() == window("2022-02-10").last());
    assert!(held.count() >= 10, "{seen:?}");
    let later = frames(&mut playback, *seen.last().unwrap(), &sparse(), 20);
    assert!(later.last().unwrap().last() > window("2022-02-10").last());
}

#[test]
fn a_loop_stays_within_its_range() {
    let range = window("2022-03-01/2022-03-20").bounds();
    let (mut playback, start) = playing("2022-03-01/2022-03-03", |playback| {
        playback.range = Some(range);
        playback.ending = Ending::Loop;
    });
    let seen = frames(&mut playback, start, &sparse(), 200);
    assert_eq!(seen.len(), 200, "it goes on");
    assert!(
        seen.iter()
            .all(|shown| { shown.first() >= range.earliest && shown.last() <= range.latest })
    );
    assert!(seen.iter().any(|shown| shown.last() == range.latest));
    let restarts = seen
        .windows(2)
        .filter(|pair| pair[1].first() < pair[0].first());
    assert!(restarts.count() >= 2);
}

#[test]
fn a_bounce_turns_round_at_both_ends() {
    let range = window("2022-03-01/2022-03-20").bounds();
    let (mut playback, start) = playing("2022-03-01/2022-03-03", |playback| {
        playback.range = Some(range);
        playback.ending = Ending::Bounce;
    });
    let seen = frames(&mut playback, start, &sparse(), 300);
    assert_eq!(seen.len(), 300);
    let leaps = seen
        .windows(2)
        .map(|pair| (pair[1].first() - pair[0].first()).abs() / DAY);
    assert!(leaps.max().unwrap() <= 1, "it never leaps");
    for edge in [range.earliest, range.latest] {
        let meets = |shown: &&Window| shown.first() == edge || shown.last() == edge;
        assert!(seen.iter().filter(meets).count() >= 2);
    }
}

#[test]
fn stretches_without_a_change_are_known_and_no_others() {
    let stretches = sparse().empty_stretches(8);
    let day = |text: &str| window(text).first() / DAY;
    assert_eq!(stretches, [(day("2022-02-11"), day("2022-11-19"))]);
    assert!(sparse().empty_stretches(400).is_empty());
}

#[test]
fn an_open_presence_has_no_end_to_wait_for() {
    let presence = Span::of(&When::parse("2022-02-10/..").unwrap(), Kind::Presence, None);
    let change_days = ChangeDays::of(std::iter::once(presence));
    let after = window("2022-06");
    assert_eq!(
        change_days.next(&after, Mode::Window, Direction::Forward),
        None
    );
}
