//! Steps back and forward, and undo of filters.

use sahelscope::{
    data::Filter,
    model::{Pose, Window},
    session::{History, View},
};

/// An analyst who changes one view and rests in between.
struct Session {
    history: History,
    view: View,
    now: f64,
}

impl Session {
    fn new() -> Self {
        let mut session = Self {
            history: History::default(),
            view: View {
                camera: Some(Pose::MALI),
                ..View::default()
            },
            now: 0.0,
        };
        session.rest();
        session
    }

    /// One frame with a change in it.
    fn change(&mut self, is_busy: bool, change: impl FnOnce(&mut View)) {
        change(&mut self.view);
        self.now += 0.05;
        self.history.watch(&self.view, is_busy, self.now);
    }

    fn window(&mut self, text: &str) {
        self.change(false, |view| view.filter.window = window(text));
        self.rest();
    }

    fn text(&mut self, text: &str) {
        self.change(false, |view| text.clone_into(&mut view.filter.text));
        self.rest();
    }

    fn rest(&mut self) {
        self.now += 0.5;
        self.history.watch(&self.view, false, self.now);
    }

    fn back(&mut self) -> bool {
        self.go(History::back)
    }

    fn forward(&mut self) -> bool {
        self.go(History::forward)
    }

    fn go(&mut self, way: impl FnOnce(&mut History, f64) -> Option<View>) -> bool {
        let view = way(&mut self.history, self.now);
        let has_moved = view.is_some();
        self.view = view.unwrap_or_else(|| self.view.clone());
        self.rest();
        has_moved
    }

    fn undo(&mut self) -> bool {
        self.take_back(History::undo)
    }

    fn redo(&mut self) -> bool {
        self.take_back(History::redo)
    }

    fn take_back(&mut self, way: impl FnOnce(&mut History, f64) -> Option<Filter>) -> bool {
        let conditions = way(&mut self.history, self.now);
        let has_changed = conditions.is_some();
        if let Some(conditions) = conditions {
            self.view.filter = Filter {
                window: self.view.filter.window,
                ..conditions
            };
        }
        self.rest();
        has_changed
    }

    fn shown(&self) -> String {
        self.view.filter.window.to_string()
    }
}

fn window(text: &str) -> Window {
    Window::parse(text).unwrap()
}

#[test]
fn back_and_forward_go_through_the_views_that_were_seen() {
    let mut session = Session::new();
    session.window("2022-01-01/2022-01-31");
    session.window("2022-02-01/2022-02-28");
    assert!(session.back());
    assert_eq!(session.shown(), "2022-01-01/2022-01-31");
    assert!(session.forward());
    assert_eq!(session.shown(), "2022-02-01/2022-02-28");
    assert!(!session.forward());
}

#[test]
fn a_drag_is_one_step_however_many_frames_it_takes() {
    let mut session = Session::new();
    for day in 1..=28 {
        let text = format!("2022-01-01/2022-02-{day:02}");
        session.change(true, |view| view.filter.window = window(&text));
    }
    session.rest();
    assert!(session.back());
    assert_eq!(session.view.filter.window, Window::ALL);
    assert!(!session.back());
}

#[test]
fn a_drag_that_has_not_come_to_rest_can_be_taken_back() {
    let mut session = Session::new();
    session.change(true, |view| view.filter.window = window("2022-01"));
    assert!(session.history.nav().back);
    assert!(session.back());
    assert_eq!(session.view.filter.window, Window::ALL);
}

#[test]
fn going_somewhere_else_forgets_what_came_after() {
    let mut session = Session::new();
    session.window("2022-01");
    session.back();
    session.window("2022-03");
    assert!(!session.history.nav().forward);
    assert!(session.back());
    assert_eq!(session.view.filter.window, Window::ALL);
}

#[test]
fn the_camera_is_part_of_a_view_and_trembling_is_no_step() {
    let mut session = Session::new();
    let bamako = Pose {
        lon: -8.0,
        lat: 12.6,
        zoom: 9.0,
    };
    session.change(false, |view| view.camera = Some(bamako));
    session.rest();
    let trembling = Pose {
        lon: -8.0 + 1e-12,
        ..bamako
    };
    session.change(false, |view| view.camera = Some(trembling));
    session.rest();
    assert!(session.back());
    assert_eq!(session.view.camera, Some(Pose::MALI));
    assert!(!session.back());
}

#[test]
fn a_camera_in_flight_is_no_place_to_go_back_to() {
    let mut session = Session::new();
    session.change(true, |view| view.camera = None);
    session.change(true, |view| view.camera = None);
    session.change(false, |view| {
        view.camera = Some(Pose {
            zoom: 9.0,
            ..Pose::MALI
        });
    });
    session.rest();
    assert!(session.back());
    assert_eq!(session.view.camera, Some(Pose::MALI));
}

#[test]
fn undo_takes_filters_back_and_leaves_the_window_where_it_is() {
    let mut session = Session::new();
    session.change(false, |view| view.filter.certain_only = true);
    session.rest();
    session.window("2022-05");
    assert!(session.undo());
    assert!(!session.view.filter.certain_only);
    assert_eq!(session.view.filter.window, window("2022-05"));
    assert!(session.redo());
    assert!(session.view.filter.certain_only);
    assert!(!session.redo());
}

#[test]
fn moving_the_window_leaves_nothing_to_undo() {
    let mut session = Session::new();
    session.window("2022-05");
    assert!(!session.history.nav().undo);
    assert!(!session.undo());
    assert_eq!(session.view.filter.window, window("2022-05"));
}

#[test]
fn a_word_that_is_typed_slowly_is_one_step() {
    let mut session = Session::new();
    for text in ["S", "Sé", "Ségou"] {
        session.text(text);
    }
    assert!(session.undo());
    assert_eq!(session.view.filter.text, "");
    assert!(!session.undo());
}

#[test]
fn words_typed_one_after_another_are_steps_of_their_own() {
    let mut session = Session::new();
    session.text("Ségou");
    session.now += 60.0;
    session.text("Moura");
    assert!(session.undo());
    assert_eq!(session.view.filter.text, "Ségou");
}

#[test]
fn going_back_over_a_change_of_filters_can_be_undone() {
    let mut session = Session::new();
    session.text("Ségou");
    session.back();
    assert_eq!(session.view.filter.text, "");
    assert!(session.undo());
    assert_eq!(session.view.filter.text, "Ségou");
}

#[test]
fn the_steps_of_a_long_session_are_bounded() {
    let mut session = Session::new();
    for day in 0..700_i64 {
        session.change(false, |view| {
            view.filter.window = Window::new(day * 86_400, day * 86_400 + 86_399);
        });
        session.rest();
    }
    let mut steps = 0;
    while session.back() {
        steps += 1;
    }
    assert_eq!(steps, 200);
}
