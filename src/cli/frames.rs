//! Pictures of one window after another, to be put together as a film: `render --step`.
//!
//! Where the camera stands, the size and the filters stay the same; each picture says its own window. What would
//! show the same as the picture before can be left out, which is what skipping empty stretches is for pictures.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use crate::{
    model::{Window, bounds::day_of},
    text::Catalogue,
    timeline::{Unit, edit},
};

/// The names of steps on the command line.
const UNITS: [(&str, Unit); 4] = [
    ("day", Unit::Day),
    ("week", Unit::Week),
    ("month", Unit::Month),
    ("year", Unit::Year),
];

/// Pictures that one command draws at most.
const MOST: usize = 10_000;

/// How a film runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Film {
    pub(super) unit: Unit,
    /// Whether each picture shows everything from the beginning on.
    pub(super) is_cumulative: bool,
}

impl Film {
    /// Returns the film that is asked for, if one is.
    pub(super) fn of(
        step: Option<&str>,
        is_cumulative: bool,
        words: &Catalogue,
    ) -> Result<Option<Self>, Failure> {
        let Some(name) = step else {
            return Ok(None);
        };
        let unit = UNITS.iter().find(|(known, _)| *known == name);
        let (_, unit) =
            unit.ok_or_else(|| Failure::value(words, "--step", name, "cli-reason-step"))?;
        Ok(Some(Self {
            unit: *unit,
            is_cumulative,
        }))
    }

    /// Lists the windows of its pictures over all of `window`, in order; `None`: they would be too many. The first
    /// and the last are cut where the window is.
    pub(super) fn windows(self, window: &Window) -> Option<Vec<Window>> {
        let (first, last) = (day_of(window.first()), day_of(window.last()));
        let mut windows = Vec::new();
        let mut day = first;
        while day <= last {
            let end = day_of(self.unit.around(day).last()).min(last);
            let start = if self.is_cumulative { first } else { day };
            windows.push(Window::of_days(start, end));
            if windows.len() > MOST {
                return None;
            }
            match end.tomorrow() {
                Ok(next) => day = next,
                Err(_) => break,
            }
        }
        Some(windows)
    }
}

/// Returns all days of `window` that records can lie in.
pub(super) fn whole(window: &Window, extent: crate::model::Bounds) -> Window {
    edit::finite(window, extent)
}

/// Numbers a path: `mali.png` becomes `mali-012.png`, with as many digits as `total` has, and no fewer than three.
pub(super) fn numbered(path: &Path, number: usize, total: usize) -> PathBuf {
    let digits = total.to_string().len().max(3);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map_or_else(
        || "png".to_owned(),
        |ending| ending.to_string_lossy().into_owned(),
    );
    path.with_file_name(format!("{stem}-{number:0digits$}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn windows(unit: Unit, is_cumulative: bool, window: &str) -> Vec<String> {
        let film = Film {
            unit,
            is_cumulative,
        };
        let windows = film.windows(&Window::parse(window).unwrap()).unwrap();
        windows.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_film_runs_over_all_of_the_window_in_whole_steps() {
        assert_eq!(
            windows(Unit::Month, false, "2022-01-15/2022-03-10"),
            [
                "2022-01-15/2022-01-31",
                "2022-02-01/2022-02-28",
                "2022-03-01/2022-03-10"
            ]
        );
        assert_eq!(
            windows(Unit::Year, true, "2021/2022"),
            ["2021-01-01/2021-12-31", "2021-01-01/2022-12-31"]
        );
        assert_eq!(windows(Unit::Day, false, "2022-01").len(), 31);
    }

    #[test]
    fn a_film_that_never_ends_is_refused() {
        let film = Film {
            unit: Unit::Day,
            is_cumulative: false,
        };
        assert_eq!(film.windows(&Window::parse("1900/2100").unwrap()), None);
    }

    #[test]
    fn pictures_are_numbered_so_that_they_sort() {
        let name = |number, total| numbered(Path::new("out/mali.png"), number, total);
        assert_eq!(name(7, 12), Path::new("out/mali-007.png"));
        assert_eq!(name(7, 1_200), Path::new("out/mali-0007.png"));
    }
}
