//! Dates by their text, so that the same date is parsed once and not once a record.

use std::{borrow::Cow, hash::BuildHasher};

use rustc_hash::FxBuildHasher;

use crate::model::{DateOrder, When, written_date::edtf_text};

/// Places for dates, at first and at most, in pairs; of three that fall on one pair the two later ones
/// stay, so that no choice of dates costs more than parsing each.
const FEWEST_PLACES: usize = 1 << 6;
const MOST_PLACES: usize = 1 << 15;

/// The longest text that is remembered, in bytes: two moments with their offsets and a stroke.
const LONGEST: usize = 55;

/// A date where it is compared and read, without a way through memory to its text.
struct Known {
    text: [u8; LONGEST],
    len: u8,
    read: Option<When>,
}

impl Known {
    /// `None` where the text is too long to be remembered.
    fn new(text: &str, read: Option<When>) -> Option<Self> {
        let mut known = Self {
            text: [0; LONGEST],
            len: u8::try_from(text.len()).ok()?,
            read,
        };
        let bytes = known.text.get_mut(..text.len())?;
        bytes.copy_from_slice(text.as_bytes());
        Some(known)
    }

    fn is_of(&self, text: &str) -> bool {
        self.text.get(..usize::from(self.len)) == Some(text.as_bytes())
    }
}

/// Dates that were read lately.
pub(super) struct Dates {
    places: Vec<Option<Known>>,
    /// Dates that were not remembered since there were this many places.
    misses: usize,
    long: Option<When>,
    writing: Writing,
}

/// How the dates of a file are written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Writing {
    /// In EDTF.
    Profile,
    /// In the forms that foreign files use; numeric dates in this order.
    Foreign(Option<DateOrder>),
}

impl Writing {
    /// The EDTF text of `written`.
    pub(super) fn edtf(self, written: &str) -> Option<Cow<'_, str>> {
        match self {
            Self::Profile => Some(Cow::Borrowed(written)),
            Self::Foreign(order) => edtf_text(written, order).ok(),
        }
    }

    fn read(self, written: &str) -> Option<When> {
        When::parse(&self.edtf(written)?).ok()
    }
}

impl Dates {
    /// No dates yet.
    pub(super) fn new(writing: Writing) -> Self {
        Self {
            places: empty(FEWEST_PLACES),
            misses: 0,
            long: None,
            writing,
        }
    }

    /// How the dates are written.
    pub(super) const fn writing(&self) -> Writing {
        self.writing
    }

    /// What `text` means as a date, if it is one.
    pub(super) fn read(&mut self, text: &str) -> Option<&When> {
        if self.misses > self.places.len() && self.places.len() < MOST_PLACES {
            self.places = empty(self.places.len() * 8);
            self.misses = 0;
        }
        if text.len() > LONGEST {
            self.long = self.writing.read(text);
            return self.long.as_ref();
        }
        let pair = FxBuildHasher.hash_one(text) as usize % (self.places.len() / 2);
        let places = self.places.get_mut(pair * 2..)?;
        let [first, second, ..] = places else {
            return None;
        };
        let is_it = |place: &mut Option<Known>| place.as_ref().is_some_and(|it| it.is_of(text));
        if !is_it(first) {
            std::mem::swap(first, second);
            if !is_it(first) {
                self.misses += 1;
                *first = Known::new(text, self.writing.read(text));
            }
        }
        first.as_ref()?.read.as_ref()
    }
}

fn empty(places: usize) -> Vec<Option<Known>> {
    std::iter::repeat_with(|| None).take(places).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_means_the_same_the_second_time() {
        let mut dates = Dates::new(Writing::Profile);
        let long = format!("2022{}", " ".repeat(100));
        for text in [
            "2022-01",
            "no date",
            "2022-01",
            "",
            long.as_str(),
            "2022-01/2022-03",
        ] {
            assert_eq!(dates.read(text), When::parse(text).ok().as_ref(), "{text}");
            assert_eq!(dates.read(text), When::parse(text).ok().as_ref(), "{text}");
        }
    }
}
