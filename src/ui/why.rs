//! Why the window shows a record, for certain or possibly, or why it does not: in one sentence, the
//! same on the map, on the timeline and in the card.

use crate::{
    model::{
        Attestation, Bounds, Clock, DAY, Kind, Relation, RowId, Second, Span, StaleLimit, When,
        Window, bounds::day_of,
    },
    query::marks::Certainty,
    text::{Arg, Catalogue, args, dates},
};

use super::PanelContext;

/// How a record stands in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Shown, whatever its true dates are.
    Certain,
    /// Shown for some of its possible dates.
    Possible,
    /// Shown although no source attests it any more.
    Unconfirmed,
    /// Shown although nothing can be said of it any more.
    Unknown,
    /// In the window, but a filter keeps it back.
    Filtered,
    /// Not in the window.
    Out,
    /// Without a date, so in no window.
    Undated,
}

impl Standing {
    /// Catalogue key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Certain => "standing-certain",
            Self::Possible => "standing-possible",
            Self::Unconfirmed => "standing-unconfirmed",
            Self::Unknown => "standing-unknown",
            Self::Filtered => "standing-filtered",
            Self::Out => "standing-out",
            Self::Undated => "standing-undated",
        }
    }

    /// How the map draws it, where it is shown.
    #[must_use]
    pub const fn certainty(self) -> Option<Certainty> {
        match self {
            Self::Certain => Some(Certainty::Certain),
            Self::Possible => Some(Certainty::Possible { weight: 0.5 }),
            Self::Unconfirmed => Some(Certainty::Unconfirmed),
            Self::Unknown => Some(Certainty::Unknown),
            Self::Filtered | Self::Out | Self::Undated => None,
        }
    }
}

/// A standing and the sentence that explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// How the record stands.
    pub standing: Standing,
    /// Why, in a sentence.
    pub text: String,
}

impl Why {
    /// How a row stands in the window of the context.
    #[must_use]
    pub fn of(context: &PanelContext<'_>, row: RowId) -> Self {
        let dataset = context.document.dataset;
        let span = dataset
            .columns()
            .span_on(context.document.filter.clock, row);
        let confirmed = dataset.record(row);
        let confirmed = confirmed.as_ref().and_then(|it| it.last_confirmed.as_ref());
        let derived = dataset.derived(row).filter(|it| it.own.is_none());
        let question = Question {
            span: span.as_ref(),
            clock: context.document.filter.clock,
            last_confirmed: confirmed.map(When::bounds),
            derived: derived.map(|derived| derived.bounds),
            window: &context.document.filter.window,
            stale: context.document.filter.stale,
            is_shown: context.relation(row).is_some(),
        };
        why(context.words, question)
    }
}

/// What is explained.
#[derive(Clone, Copy, Debug)]
struct Question<'a> {
    /// The four bounds of the record; `None`: it is undated.
    span: Option<&'a Span>,
    /// Which of its dates they are.
    clock: Clock,
    /// The last date at which a source attests it, where the file says so.
    last_confirmed: Option<Bounds>,
    /// When it began, where it has no date and only its order says.
    derived: Option<Bounds>,
    /// The window.
    window: &'a Window,
    /// When a presence is of unknown status.
    stale: StaleLimit,
    /// Whether the filters let it pass.
    is_shown: bool,
}

fn why(words: &Catalogue, question: Question<'_>) -> Why {
    let Some(span) = question.span else {
        let key = match question.clock {
            Clock::Happened => "why-undated",
            Clock::Reported => "why-unreported",
        };
        return Why {
            standing: Standing::Undated,
            text: words.get(key).to_owned(),
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
    let order = question.derived;
    let text = match order.filter(|_| question.clock == Clock::Happened) {
        Some(order) => {
            let order = words.with("why-derived", args!(when: bounds(words, order)));
            // What its own date would say is not known; how it has aged is.
            match standing {
                Standing::Unconfirmed | Standing::Unknown => format!("{order} {text}"),
                _ => order,
            }
        }
        None => text,
    };
    Why { standing, text }
}

fn certain(words: &Catalogue, span: &Span) -> String {
    match span.kind {
        Kind::Event => words.with("why-certain-event", args!(when: bounds(words, span.hull()))),
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
    words: &Catalogue,
    span: &Span,
    question: &Question<'_>,
    weight: f32,
) -> (Standing, String) {
    let window = question.window;
    let attested = |since: Second| {
        // A month in which it was confirmed is said as a month, not as its first day.
        let last_attested = question.last_confirmed.filter(|it| it.earliest == since);
        bounds(words, last_attested.unwrap_or(span.start))
    };
    match span.attestation(window, question.stale) {
        Attestation::Attested => {}
        Attestation::Unconfirmed { since } => {
            let text = words.with("why-unconfirmed", args!(when: attested(since)));
            return (Standing::Unconfirmed, text);
        }
        Attestation::Unknown { since } => {
            let months = usize::from(question.stale.months());
            let args = args!(when: attested(since), n: months);
            return (Standing::Unknown, words.with("why-unknown", args));
        }
    }
    let text = if span.kind == Kind::Event {
        possible_event(words, span, window, weight)
    } else if span.start.latest > window.last() {
        words.with("why-possible-start", args!(when: bounds(words, span.start)))
    } else {
        words.with("why-possible-end", args!(when: bounds(words, span.end)))
    };
    (Standing::Possible, text)
}

/// "Some time in January 2025: 3 of 31 days lie in this window."
fn possible_event(words: &Catalogue, span: &Span, window: &Window, weight: f32) -> String {
    let hull = span.hull();
    let when = bounds(words, hull);
    let overlap = hull.intersection(&window.bounds());
    let (true, Some(overlap)) = (hull.is_finite(), overlap) else {
        return words.with("why-possible-open", args!(when: when));
    };
    let all = days(hull.length());
    if all < 2 {
        // A share that is not all of it never reads as all of it.
        let percent = (weight * 100.0).round().min(99.0);
        return words.with("why-possible-event", args!(when: when, percent: percent));
    }
    let inside = days(overlap.length()).clamp(1, all - 1);
    words.with("why-possible-days", args!(when: when, n: inside, all: all))
}

/// Days that so many seconds touch.
fn days(seconds: Second) -> usize {
    usize::try_from(seconds.saturating_add(DAY - 1) / DAY).unwrap_or(usize::MAX)
}

fn out(words: &Catalogue, span: &Span, window: &Window) -> String {
    let key = match (span.kind, span.end.latest < window.first()) {
        (Kind::Event, true) => "why-out-event-before",
        (Kind::Event, false) => "why-out-event-after",
        (Kind::Presence, true) => "why-out-presence-before",
        (Kind::Presence, false) => "why-out-presence-after",
    };
    let when = match span.kind {
        Kind::Event => span.hull(),
        Kind::Presence if span.end.latest < window.first() => span.end,
        Kind::Presence => span.start,
    };
    words.with(key, args!(when: bounds(words, when)))
}

fn bounds(words: &Catalogue, bounds: Bounds) -> Arg<'static> {
    Arg::Own(dates::bounds(words, bounds).into())
}

fn day(words: &Catalogue, second: Second) -> Arg<'static> {
    Arg::Own(dates::day(words, day_of(second)).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Lang, When};

    fn explain(date: &str, kind: Kind, window: &str) -> Why {
        explain_in(Lang::En, date, kind, window)
    }

    fn explain_in(lang: Lang, date: &str, kind: Kind, window: &str) -> Why {
        let span = Span::of(&When::parse(date).unwrap(), kind, None);
        let window = Window::parse(window).unwrap();
        let question = Question {
            span: Some(&span),
            clock: Clock::Happened,
            last_confirmed: None,
            derived: None,
            window: &window,
            stale: StaleLimit::default(),
            is_shown: true,
        };
        why(&Catalogue::new(lang), question)
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
        assert!(why.text.contains("10 of 31 days"), "{}", why.text);
        for lang in Lang::ALL {
            let said = explain_in(lang, "2022-01", Kind::Event, "2022-01-01/2022-01-10").text;
            assert!(said.contains("10") && said.contains("31"), "{said}");
        }
    }

    #[test]
    fn a_presence_past_its_last_confirmation_is_unconfirmed() {
        let why = explain("2022-01-05/..", Kind::Presence, "2022-06");
        assert_eq!(why.standing, Standing::Unconfirmed);
        assert!(why.text.contains("5 January 2022"));
    }

    #[test]
    fn a_presence_far_past_its_last_confirmation_is_of_unknown_status() {
        let why = explain("2022-01-05/..", Kind::Presence, "2023-02");
        assert_eq!(why.standing, Standing::Unknown);
        assert!(why.text.contains("5 January 2022"), "{}", why.text);
        assert!(why.text.contains("12 months"), "{}", why.text);
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
            let words = Catalogue::new(lang);
            for key in [
                "why-undated",
                "why-filtered",
                "why-certain-event",
                "why-certain-seen",
                "why-certain-presence",
                "why-unreported",
                "why-derived",
                "why-unconfirmed",
                "why-unknown",
                "why-possible-days",
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
