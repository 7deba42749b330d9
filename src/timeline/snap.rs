//! Ends of a window at the edges of the calendar.

use jiff::civil;

use super::edit::{Grip, Unit};
use crate::model::{DAY, Window, bounds::day_of};

/// Puts the ends of `window` that `grip` moves at the nearest edges of whole units; weeks begin on Monday. The window
/// keeps at least the unit that it begins in, or ends in.
#[must_use]
pub fn snapped(window: &Window, grip: Grip, unit: Unit) -> Window {
    let (first, last) = (day_of(window.first()), day_of(window.last()));
    let start = || nearest_start(first, unit);
    let end = || nearest_end(last, unit);
    match grip {
        Grip::Start if start() <= last => Window::of_days(start(), last),
        Grip::Start => Window::of_days(day_of(unit.around(last).first()), last),
        Grip::End if end() >= first => Window::of_days(first, end()),
        Grip::End => Window::of_days(first, day_of(unit.around(first).last())),
        Grip::Middle if start() <= end() => Window::of_days(start(), end()),
        Grip::Middle => unit.around(first),
    }
}

/// Returns the first day of the unit that begins nearest to the beginning of `day`.
fn nearest_start(day: civil::Date, unit: Unit) -> civil::Date {
    let around = unit.around(day);
    let next = unit.after(day_of(around.first()), 1);
    if is_in_second_half(day, &around) {
        next
    } else {
        day_of(around.first())
    }
}

/// Returns the last day of the unit that ends nearest to the end of `day`.
fn nearest_end(day: civil::Date, unit: Unit) -> civil::Date {
    let Ok(next) = day.tomorrow() else {
        return day;
    };
    let start = nearest_start(next, unit);
    start.yesterday().unwrap_or(start)
}

/// Tells whether more days of `around` lie before `day` than from it on.
fn is_in_second_half(day: civil::Date, around: &Window) -> bool {
    let days = around.bounds().length() / DAY;
    let before = (crate::model::bounds::start_of_day(day) - around.first()) / DAY;
    before * 2 > days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snap(window: &str, grip: Grip, unit: Unit) -> String {
        snapped(&Window::parse(window).unwrap(), grip, unit).to_string()
    }

    #[test]
    fn the_end_that_is_dragged_goes_to_the_nearest_edge_of_a_unit() {
        let window = "2022-01-12/2022-03-20";
        for (grip, unit, expected) in [
            (Grip::Start, Unit::Day, "2022-01-12/2022-03-20"),
            (Grip::Start, Unit::Week, "2022-01-10/2022-03-20"),
            (Grip::Start, Unit::Month, "2022-01-01/2022-03-20"),
            (Grip::End, Unit::Month, "2022-01-12/2022-03-31"),
            (Grip::End, Unit::Year, "2022-01-12/2022-12-31"),
            (Grip::Middle, Unit::Month, "2022-01-01/2022-03-31"),
        ] {
            assert_eq!(snap(window, grip, unit), expected, "{grip:?} {unit:?}");
        }
        assert_eq!(
            snap("2022-01-20/2022-03-20", Grip::Start, Unit::Month),
            "2022-02-01/2022-03-20"
        );
        assert_eq!(
            snap("2022-01-20/2022-03-10", Grip::End, Unit::Month),
            "2022-01-20/2022-02-28"
        );
    }

    #[test]
    fn a_short_window_keeps_the_unit_that_it_lies_in() {
        assert_eq!(
            snap("2022-01-20/2022-01-22", Grip::Start, Unit::Month),
            "2022-01-01/2022-01-22"
        );
        assert_eq!(
            snap("2022-01-04/2022-01-06", Grip::End, Unit::Month),
            "2022-01-04/2022-01-31"
        );
        assert_eq!(
            snap("2022-01-20/2022-01-22", Grip::Middle, Unit::Month),
            snap("2022-01-02/2022-01-28", Grip::Middle, Unit::Month)
        );
    }

    #[test]
    fn what_is_snapped_stays_where_it_is() {
        for unit in Unit::ALL {
            for grip in [Grip::Start, Grip::End, Grip::Middle] {
                let once = snapped(&Window::parse("2022-01-20/2023-05-11").unwrap(), grip, unit);
                assert_eq!(snapped(&once, grip, unit), once, "{grip:?} {unit:?}");
            }
        }
    }
}
