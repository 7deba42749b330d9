//! Dates by their text, so that the same date is parsed once and not once a record.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use crate::model::{When, WhenError, date::DateShape, reading::Writing};

/// Places for dates, at first and at most, in pairs; of three that fall on one pair the two later ones
/// stay, so that no choice of dates costs more than parsing each.
const FEWEST_PLACES: usize = 1 << 6;
const MOST_PLACES: usize = 1 << 15;

/// The longest text that is remembered, in bytes: two moments with their offsets and a stroke.
const LONGEST: usize = 55;

/// What a text means as a date, or why it is none.
type Meaning = Result<DateShape, WhenError>;

/// A date where it is compared and read, without a way through memory to its text.
struct KnownDate {
    text: [u8; LONGEST],
    len: u8,
    writing: Writing,
    meaning: Meaning,
}

impl KnownDate {
    /// `None` where the text is too long to be remembered.
    fn new(text: &str, writing: Writing) -> Option<Self> {
        let mut known = Self {
            text: [0; LONGEST],
            len: u8::try_from(text.len()).ok()?,
            writing,
            meaning: meaning(text, writing),
        };
        let bytes = known.text.get_mut(..text.len())?;
        bytes.copy_from_slice(text.as_bytes());
        Some(known)
    }

    fn is_of(&self, text: &str, writing: Writing) -> bool {
        self.text.get(..usize::from(self.len)) == Some(text.as_bytes()) && self.writing == writing
    }
}

/// Dates that were read lately.
pub(super) struct Dates {
    places: Vec<Option<KnownDate>>,
    /// Dates that were not remembered since there were this many places.
    misses: usize,
}

impl Dates {
    /// No dates yet.
    pub(super) fn new() -> Self {
        Self {
            places: empty(FEWEST_PLACES),
            misses: 0,
        }
    }

    /// What `text` means as a date.
    ///
    /// # Errors
    /// Why it is none.
    pub(super) fn read(&mut self, text: &str, writing: Writing) -> Meaning {
        if self.misses > self.places.len() && self.places.len() < MOST_PLACES {
            self.places = empty(self.places.len() * 8);
            self.misses = 0;
        }
        let pair = FxBuildHasher.hash_one(text) as usize % (self.places.len() / 2);
        let Some([first, second, ..]) = self.places.get_mut(pair * 2..) else {
            return meaning(text, writing);
        };
        let is_it = |place: &mut Option<KnownDate>| {
            let known = place.as_ref();
            known.is_some_and(|it| it.is_of(text, writing))
        };
        if text.len() <= LONGEST && !is_it(first) {
            std::mem::swap(first, second);
            if !is_it(first) {
                self.misses += 1;
                *first = KnownDate::new(text, writing);
            }
        }
        match first {
            Some(known) if text.len() <= LONGEST => known.meaning,
            _ => meaning(text, writing),
        }
    }
}

fn meaning(text: &str, writing: Writing) -> Meaning {
    let date = When::parse(&writing.edtf(text)?)?;
    Ok(*date.shape())
}

fn empty(places: usize) -> Vec<Option<KnownDate>> {
    std::iter::repeat_with(|| None).take(places).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_means_the_same_the_second_time_and_each_way_of_writing_its_own() {
        let mut dates = Dates::new();
        let long = format!("2022{}", " ".repeat(100));
        for text in [
            "2022-01",
            "no date",
            "1/2/2022",
            "2022-01",
            "",
            long.as_str(),
            "2022-01/2022-03",
        ] {
            for writing in [Writing::Profile, Writing::Foreign(None), Writing::Profile] {
                assert_eq!(dates.read(text, writing), meaning(text, writing), "{text}");
                assert_eq!(dates.read(text, writing), meaning(text, writing), "{text}");
            }
        }
    }
}
