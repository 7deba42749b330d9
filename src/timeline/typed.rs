//! Starts and ends of the window as somebody types them.

use crate::model::{
    Second, WhenError, Window,
    when::{Endpoint, Shape, When},
    window::WindowError,
};

/// Why a typed text does not change the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedError {
    /// Not a date or a window.
    #[error(transparent)]
    Window(#[from] WindowError),
    /// The start would come after the end.
    #[error("the window would start after it ends")]
    Reversed,
}

impl From<WhenError> for TypedError {
    fn from(error: WhenError) -> Self {
        Self::Window(error.into())
    }
}

/// `window` with its start at the first second of the typed date; an interval replaces both ends,
/// `..` opens the start.
pub fn with_start(window: &Window, text: &str) -> Result<Window, TypedError> {
    match read(text)? {
        Typed::Open => Ok(Window::new(Second::MIN, window.last())),
        Typed::Both(both) => Ok(both),
        Typed::Date(date) if date.first() <= window.last() => {
            Ok(Window::new(date.first(), window.last()))
        }
        Typed::Date(_) => Err(TypedError::Reversed),
    }
}

/// `window` with its end at the last second of the typed date; an interval replaces both ends,
/// `..` opens the end.
pub fn with_end(window: &Window, text: &str) -> Result<Window, TypedError> {
    match read(text)? {
        Typed::Open => Ok(Window::new(window.first(), Second::MAX)),
        Typed::Both(both) => Ok(both),
        Typed::Date(date) if date.last() >= window.first() => {
            Ok(Window::new(window.first(), date.last()))
        }
        Typed::Date(_) => Err(TypedError::Reversed),
    }
}

enum Typed {
    Open,
    Date(Window),
    Both(Window),
}

fn read(text: &str) -> Result<Typed, TypedError> {
    let text = text.trim();
    if text == ".." {
        return Ok(Typed::Open);
    }
    let window = Window::parse(text)?;
    Ok(match When::parse(text)?.shape() {
        Shape::Date(_) => Typed::Date(window),
        Shape::Interval { start, end } => {
            let is_known = |endpoint: &Endpoint| *endpoint != Endpoint::Unknown;
            if !is_known(start) || !is_known(end) {
                return Err(WhenError::Malformed.into());
            }
            Typed::Both(window)
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
    fn what_cannot_be_read_says_why() {
        assert_eq!(with_start(&year(), "2023-01"), Err(TypedError::Reversed));
        assert_eq!(with_end(&year(), "2021"), Err(TypedError::Reversed));
        assert_eq!(
            with_start(&year(), "03/04/2022"),
            Err(WhenError::Ambiguous.into())
        );
        assert_eq!(
            with_start(&year(), "2022-02-30"),
            Err(WhenError::NoSuchDate.into())
        );
        assert_eq!(
            with_start(&year(), "2022~"),
            Err(TypedError::Window(WindowError::Qualified))
        );
        assert_eq!(with_start(&year(), ""), Err(WhenError::Empty.into()));
        assert_eq!(
            with_start(&year(), "2022/"),
            Err(WhenError::Malformed.into())
        );
    }
}
