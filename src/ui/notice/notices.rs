//! The messages that are up.

use std::time::{Duration, Instant};

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something wants to be known.
    Warning,
    /// Something could not be done.
    Error,
}

impl Tone {
    /// Catalogue key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Done => "notice-done",
            Self::Warning => "notice-warning",
            Self::Error => "notice-error",
        }
    }
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number.
    pub id: u64,
    /// How it is meant.
    pub tone: Tone,
    /// One clear sentence.
    pub text: String,
    /// When it goes away by itself; `None`: when it is dismissed.
    pub until: Option<Instant>,
    /// Key of an action that it offers.
    pub offer: Option<&'static str>,
}

/// How long a message stays that asks for nothing, and one that wants to be known.
const BRIEF: Duration = Duration::from_secs(5);
const LONG: Duration = Duration::from_secs(15);

/// The messages that are up, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    list: Vec<Notice>,
    next: u64,
}

impl Notices {
    /// Puts a message up. What could not be done stays until it is dismissed, and so does what offers something.
    pub fn post(&mut self, tone: Tone, text: String) {
        self.next += 1;
        let stays = match tone {
            Tone::Done => Some(BRIEF),
            Tone::Warning => Some(LONG),
            Tone::Error => None,
        };
        let until = stays.map(|stays| Instant::now() + stays);
        // What was done before is of no more interest.
        self.list.retain(|notice| {
            let is_over = tone == Tone::Done && notice.tone == Tone::Done;
            notice.text != text && !is_over
        });
        self.list.push(Notice {
            id: self.next,
            tone,
            text,
            until,
            offer: None,
        });
    }

    /// The same with a button for the action whose key is `action`.
    pub fn offer(&mut self, tone: Tone, text: String, action: &'static str) {
        self.post(tone, text);
        if let Some(notice) = self.list.last_mut() {
            notice.offer = Some(action);
            notice.until = None;
        }
    }

    /// What was said last and is still up.
    #[must_use]
    pub fn last_sentence(&self) -> Option<String> {
        self.list.last().map(|notice| notice.text.clone())
    }

    /// Takes a message down.
    pub fn dismiss(&mut self, id: u64) {
        self.list.retain(|notice| notice.id != id);
    }

    /// Takes down what has been up long enough; gives the time until the next goes.
    pub fn expire(&mut self, now: Instant) -> Option<Duration> {
        self.list
            .retain(|notice| notice.until.is_none_or(|until| until > now));
        self.list
            .iter()
            .filter_map(|notice| notice.until)
            .min()
            .map(|until| until.saturating_duration_since(now))
    }

    /// The messages that are up, oldest first.
    #[must_use]
    pub fn list(&self) -> &[Notice] {
        &self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_goes_away_and_what_failed_stays() {
        let mut notices = Notices::default();
        notices.post(Tone::Done, "Saved".into());
        notices.post(Tone::Error, "Disk full".into());
        assert!(notices.expire(Instant::now()).is_some());
        notices.expire(Instant::now() + BRIEF * 2);
        assert_eq!(notices.list().len(), 1);
        assert_eq!(notices.list()[0].tone, Tone::Error);
    }

    #[test]
    fn a_warning_goes_too_unless_it_offers_something() {
        let mut notices = Notices::default();
        notices.post(Tone::Warning, "Select a record first".into());
        notices.offer(
            Tone::Warning,
            "Not all is there".into(),
            "action-start-fresh",
        );
        notices.expire(Instant::now() + BRIEF * 2);
        assert_eq!(notices.list().len(), 2);
        notices.expire(Instant::now() + LONG * 2);
        assert_eq!(notices.last_sentence().as_deref(), Some("Not all is there"));
        assert_eq!(notices.list().len(), 1);
    }

    #[test]
    fn the_same_message_is_up_once() {
        let mut notices = Notices::default();
        notices.post(Tone::Error, "Disk full".into());
        notices.post(Tone::Error, "Disk full".into());
        assert_eq!(notices.list().len(), 1);
    }
}
