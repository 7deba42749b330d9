//! Why the window shows a record, for certain or possibly, or why it does not.

use crate::{
    model::{Bounds, Kind, Relation, Second, Span, Window, bounds::day_of},
    text::{Arg, Words, args, dates},
};

/// How a record stands in the window, as the card shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Shown, whatever its true dates are.
    Certain,
    /// Shown for some of its possible dates.
    Possible,
    /// Shown although no source attests it any more.
    Unconfirmed,
    /// In the window, but a filter keeps it back.
    Filtered,
    /// Not in the window.
    Out,
    /// Without a date, so in no window.
    Undated,
}

/// A standing and the sentence that explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Why {
    pub(super) standing: Standing,
    pub(super) text: String,
}

/// What is explained.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question<'a> {
    /// The four bounds of the record; `None`: it is undated.
    pub(super) span: Option<&'a Span>,
    /// The last date at which a source attests it, where the file says so.
    pub(super) last_confirmed: Option<Bounds>,
    /// The window.
    pub(super) window: &'a Window,
    /// Whether the filters let it pass.
    pub(super) is_shown: bool,
}

/// Explains how a record stands in a window.
pub(super) fn why(words: &Words, question: Question<'_>) -> Why {
    let Some(span) = question.span else {
        return Why {
            standing: Standing::Undated,
            text: words.get("why-undated").to_owned(),
        };
    };
    let window = question.window;
    let relation = span.relation(window);
    let (standing, text) = match relation {
        Relation::Certain => (Standing::Certain, certain(words, span)),
        Relation::Possible { weight } => possible(words, span, &question, weight),
        Relation::Out => (Standing::Out, out(words, span, window)),
    };
    if relation.is_shown() && !question.is_shown {
        return Why {
            standing: Standing::Filtered,
            text: words.get("why-filtered").to_owned(),
        };
    }
    Why { standing, text }
}

fn certain(words: &Words, span: &Span) -> String {
    match span.kind {
        Kind::Event => words.with("why-certain-event", args!(when: bounds(words, span.start))),
        // It was seen at one time that is known roughly only.
        Kind::Presence if span.end.earliest <= span.start.latest => words.with(
            "why-certain-seen",
            args!(when: bounds(words, Bounds::new(span.end.earliest, span.start.latest))),
        ),
        Kind::Presence => words.with(
            "why-certain-presence",
            args!(start: day(words, span.start.latest), end: day(words, span.end.earliest)),
        ),
    }
}

fn possible(
    words: &Words,
    span: &Span,
    question: &Question<'_>,
    weight: f32,
) -> (Standing, String) {
    let window = question.window;
    if let Some(last_second) = span.unconfirmed_since(window) {
        // A month in which it was confirmed is said as a month, not as its first day.
        let last_attested = question
            .last_confirmed
            .filter(|bounds| bounds.earliest == last_second)
            .unwrap_or(span.start);
        let when = bounds(words, last_attested);
        let text = words.with("why-unconfirmed", args!(when: when));
        return (Standing::Unconfirmed, text);
    }
    let text = if span.kind == Kind::Event {
        possible_event(words, span, weight)
    } else if span.start.latest > window.last() {
        words.with("why-possible-start", args!(when: bounds(words, span.start)))
    } else {
        words.with("why-possible-end", args!(when: bounds(words, span.end)))
    };
    (Standing::Possible, text)
}

fn possible_event(words: &Words, span: &Span, weight: f32) -> String {
    let when = bounds(words, span.start);
    if span.start.is_finite() {
        // A share that is not all of it never reads as all of it.
        let percent = (weight * 100.0).round().min(99.0);
        words.with("why-possible-event", args!(when: when, percent: percent))
    } else {
        words.with("why-possible-open", args!(when: when))
    }
}

fn out(words: &Words, span: &Span, window: &Window) -> String {
    let key = match (span.kind, span.end.latest < window.first()) {
        (Kind::Event, true) => "why-out-event-before",
        (Kind::Event, false) => "why-out-event-after",
        (Kind::Presence, true) => "why-out-presence-before",
        (Kind::Presence, false) => "why-out-presence-after",
    };
    let when = match span.kind {
        Kind::Presence if span.end.latest < window.first() => span.end,
        _ => span.start,
    };
    words.with(key, args!(when: bounds(words, when)))
}

fn bounds(words: &Words, bounds: Bounds) -> Arg<'static> {
    Arg::Own(dates::bounds(words, bounds).into())
}

fn day(words: &Words, second: Second) -> Arg<'static> {
    Arg::Own(dates::day(words, day_of(second)).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Lang, When};

    fn explain(date: &str, kind: Kind, window: &str) -> Why {
        let span = Span::of(&When::parse(date).unwrap(), kind, None);
        let window = Window::parse(window).unwrap();
        let question = Question {
            span: Some(&span),
            last_confirmed: None,
            window: &window,
            is_shown: true,
        };
        why(&Words::new(Lang::En), question)
    }

    #[test]
    fn a_day_inside_the_window_is_certain() {
        let why = explain("2022-01-05", Kind::Event, "2022-01");
        assert_eq!(why.standing, Standing::Certain);
        assert!(why.text.contains("5 January 2022"));
    }

    #[test]
    fn a_month_that_the_window_cuts_is_possible_by_its_share() {
        let why = explain("2022-01", Kind::Event, "2022-01-01/2022-01-10");
        assert_eq!(why.standing, Standing::Possible);
        assert!(why.text.contains("32"), "{}", why.text);
    }

    #[test]
    fn a_presence_past_its_last_confirmation_is_unconfirmed() {
        let why = explain("2022-01-05/..", Kind::Presence, "2023");
        assert_eq!(why.standing, Standing::Unconfirmed);
        assert!(why.text.contains("5 January 2022"));
    }

    #[test]
    fn what_is_over_before_the_window_is_out() {
        let why = explain("2021-12/2022-01-05", Kind::Presence, "2023");
        assert_eq!(why.standing, Standing::Out);
        assert!(why.text.contains("5 January 2022"), "{}", why.text);
    }

    #[test]
    fn every_sentence_is_there_in_each_language() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for key in [
                "why-undated",
                "why-filtered",
                "why-certain-event",
                "why-certain-seen",
                "why-certain-presence",
                "why-unconfirmed",
                "why-possible-start",
                "why-possible-end",
                "why-possible-event",
                "why-possible-open",
                "why-out-event-before",
                "why-out-event-after",
                "why-out-presence-before",
                "why-out-presence-after",
            ] {
                assert!(words.has(key), "{lang}: {key}");
            }
        }
    }
}
