//! Doubts about a file in words, for the window and the command line alike.

use crate::{
    data::{Doubt, DoubtKind, Reason, Unfit},
    text::{Catalogue, args},
};

/// Returns what is in doubt, in one sentence without what settles it.
#[must_use]
pub fn doubt_in_words(words: &Catalogue, doubt: &Doubt) -> String {
    let key = match doubt.kind {
        DoubtKind::NoDateColumn if doubt.value.is_empty() => "doubt-nothing-like-a-date",
        DoubtKind::NoPlaceColumns if doubt.value.is_empty() => "doubt-nothing-like-a-place",
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
        DoubtKind::OtherCalendar => "doubt-other-calendar",
        DoubtKind::YearDisagrees => "doubt-year-disagrees",
        DoubtKind::AfterFile => "doubt-after-file",
        DoubtKind::OutsideCountry => "doubt-outside-country",
    };
    words.with(key, args!(n: doubt.n, value: doubt.value.as_str()))
}

/// Returns why something that was said does not fit the file called `file`.
#[must_use]
pub fn unfit_in_words(words: &Catalogue, file: &str, unfit: &Unfit) -> String {
    match unfit {
        Unfit::NotPreset(preset) => {
            words.with("cli-not-preset", args!(file: file, preset: preset.title()))
        }
        Unfit::NoColumn { named, columns } => {
            let columns = columns.join(", ");
            let arguments = args!(file: file, column: named.as_str(), columns: columns.as_str());
            words.with("cli-no-column", arguments)
        }
    }
}

/// Returns why a column stands for a field.
#[must_use]
pub fn reason_in_words(words: &Catalogue, reason: Reason) -> &str {
    words.get(match reason {
        Reason::Profile => "reason-profile",
        Reason::Preset => "reason-preset",
        Reason::Name => "reason-name",
        Reason::NameAndValues => "reason-name-and-values",
        Reason::Said => "reason-said",
    })
}
