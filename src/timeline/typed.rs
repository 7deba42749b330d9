//! Starts and ends of the window as somebody types them.

use crate::model::{
    Second, WhenError, Window,
    date::{DateShape, Endpoint},
    when::When,
    window::WindowError,
};

/// Starts `window` at the first second of the typed date; an interval replaces both ends, `..` opens the start. A start
/// past the end moves the window, which keeps its length.
pub fn with_start(window: &Window, text: &str) -> Result<Window, WindowError> {
    Ok(match read(text)? {
        TypedWindow::Open => Window::new(Second::MIN, window.last()),
        TypedWindow::Both(both) => both,
        TypedWindow::Date(date) if date.first() <= window.last() => {
            Window::new(date.first(), window.last())
        }
        TypedWindow::Date(date) => match length(window) {
            Some(length) => Window::new(date.first(), date.first().saturating_add(length)),
            None => date,
        },
    })
}

/// Ends `window` at the last second of the typed date; an interval replaces both ends, `..` opens the end. An end before
/// the start moves the window, which keeps its length.
pub fn with_end(window: &Window, text: &str) -> Result<Window, WindowError> {
    Ok(match read(text)? {
        TypedWindow::Open => Window::new(window.first(), Second::MAX),
        TypedWindow::Both(both) => both,
        TypedWindow::Date(date) if date.last() >= window.first() => {
            Window::new(window.first(), date.last())
        }
        TypedWindow::Date(date) => match length(window) {
            Some(length) => Window::new(date.last().saturating_sub(length), date.last()),
            None => date,
        },
    })
}

/// Counts the seconds from the first to the last of `window`; `None` where an end is open.
fn length(window: &Window) -> Option<Second> {
    let is_open = window.first() == Second::MIN || window.last() == Second::MAX;
    (!is_open).then(|| window.last() - window.first())
}

enum TypedWindow {
    Open,
    Date(Window),
    Both(Window),
}

fn read(text: &str) -> Result<TypedWindow, WindowError> {
    let text = text.trim();
    if text == ".." {
        return Ok(TypedWindow::Open);
    }
    let window = Window::parse(text)?;
    Ok(match When::parse(text)?.shape() {
        DateShape::Date(_) => TypedWindow::Date(window),
        DateShape::Interval { start, end } => {
            let is_known = |endpoint: &Endpoint| *endpoint != Endpoint::Unknown;
            if !is_known(start) || !is_known(end) {
                return Err(WhenError::Malformed.into());
            }
            TypedWindow::Both(window)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year() -> Window {
        Window::parse("2022").unwrap()
    }

    #[test]
    fn a_month_starts_at_its_first_day_and_ends_at_its_last() {
        let march = Window::parse("2022-03-01/2022-12-31").unwrap();
        assert_eq!(with_start(&year(), " 2022-03 "), Ok(march));
        let until_march = Window::parse("2022-01-01/2022-03-31").unwrap();
        assert_eq!(with_end(&year(), "2022-03"), Ok(until_march));
    }

    #[test]
    fn an_interval_in_either_field_sets_both_ends() {
        let spring = Window::parse("2024-03/2024-05").unwrap();
        assert_eq!(with_start(&year(), "2024-03/2024-05"), Ok(spring));
        assert_eq!(with_end(&year(), "2024-03/2024-05"), Ok(spring));
    }

    #[test]
    fn two_dots_open_an_end() {
        assert_eq!(
            with_end(&year(), "..").map(|window| window.last()),
            Ok(Second::MAX)
        );
    }

    #[test]
    fn a_start_after_the_end_moves_the_window_and_so_does_an_end_before_the_start() {
        let later = Window::parse("2023-01-01/2023-12-31").unwrap();
        assert_eq!(with_start(&year(), "2023"), Ok(later));
        let earlier = Window::parse("2021-01-01/2021-12-31").unwrap();
        assert_eq!(with_end(&year(), "2021"), Ok(earlier));
        let since = Window::new(year().first(), Second::MAX);
        assert_eq!(with_end(&since, "2021-05"), Window::parse("2021-05"));
        let until = Window::new(Second::MIN, year().last());
        assert_eq!(with_start(&until, "2024"), Window::parse("2024"));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert_eq!(
            with_start(&year(), "03/04/2022"),
            Err(WhenError::Ambiguous.into())
        );
        assert_eq!(
            with_start(&year(), "2022-02-30"),
            Err(WhenError::NoSuchDate.into())
        );
        assert_eq!(with_start(&year(), "2022~"), Err(WindowError::Qualified));
        assert_eq!(with_start(&year(), ""), Err(WhenError::Empty.into()));
        assert_eq!(
            with_start(&year(), "2022/"),
            Err(WhenError::Malformed.into())
        );
    }
}
