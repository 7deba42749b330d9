//! Doubts about a file in words, for the window and the command line alike.

use crate::{
    data::{Doubt, DoubtKind},
    text::{Catalogue, args},
};

/// Returns what is in doubt, in one sentence without what settles it.
#[must_use]
pub fn doubt_in_words(words: &Catalogue, doubt: &Doubt) -> String {
    let key = match doubt.kind {
        DoubtKind::NoDateColumn => "doubt-no-date-column",
        DoubtKind::NoPlaceColumns => "doubt-no-place-columns",
        DoubtKind::Swapped => "doubt-swapped",
        DoubtKind::FarDates => "doubt-far-dates",
        DoubtKind::OrderUnsaid => "doubt-order-unsaid",
        DoubtKind::TwoOrders => "doubt-two-orders",
        DoubtKind::OrderTold => "doubt-order-told",
        DoubtKind::NoZone => "doubt-no-zone",
        DoubtKind::ShortYears => "doubt-short-years",
        DoubtKind::DayNumbers => "doubt-day-numbers",
        DoubtKind::Metres => "doubt-metres",
        DoubtKind::YearDisagrees => "doubt-year-disagrees",
        DoubtKind::AfterFile => "doubt-after-file",
        DoubtKind::OutsideCountry => "doubt-outside-country",
    };
    words.with(key, args!(n: doubt.n, value: doubt.value.as_str()))
}
