//! The filters of every command: the words of the filter panel.

use clap::Args;
use geo::{Coord, Point, Rect};

use super::failure::Failure;
use crate::{
    data::{Circle, Dataset, Filter, Within, gazetteer},
    model::{Clock, Layer, RecordId, RowId, Second, StaleLimit, Status, Window, notation},
    text::{Catalogue, args, fold::fold, number::typed_notation},
};

#[derive(Args, Clone, Debug, Default)]
pub(super) struct FilterArgs {
    #[arg(long, value_name = "A/B", allow_hyphen_values = true)]
    window: Option<String>,
    #[arg(long, value_name = "D", allow_hyphen_values = true)]
    known: Option<String>,
    #[arg(long, value_name = "CLOCK")]
    clock: Option<String>,
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    stale_months: Option<String>,
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    file: Vec<String>,
    #[arg(long, value_name = "L")]
    layer: Vec<String>,
    #[arg(long, value_name = "S")]
    status: Vec<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    actor: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    claimant: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    source: Option<String>,
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    origins: Option<String>,
    #[arg(long)]
    lacks_words: bool,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    text: Option<String>,
    #[arg(long, value_name = "W,S,E,N", allow_hyphen_values = true, conflicts_with_all = ["near", "polygon"])]
    bbox: Option<String>,
    #[arg(
        long,
        value_name = "PLACE",
        allow_hyphen_values = true,
        requires = "within",
        conflicts_with = "polygon"
    )]
    near: Option<String>,
    #[arg(long, value_name = "KM", allow_hyphen_values = true, requires = "near")]
    within: Option<String>,
    #[arg(long, value_name = "LON,LAT...", allow_hyphen_values = true)]
    polygon: Option<String>,
    #[arg(long)]
    certain: bool,
}

impl FilterArgs {
    /// Tells whether an option is one of these.
    pub(super) fn has(id: &str) -> bool {
        [
            "window",
            "known",
            "clock",
            "stale_months",
            "file",
            "layer",
            "status",
            "actor",
            "claimant",
            "source",
            "origins",
            "lacks_words",
            "text",
            "bbox",
            "near",
            "within",
            "polygon",
            "certain",
        ]
        .contains(&id)
    }

    /// Tells whether a window is asked for.
    pub(super) const fn has_window(&self) -> bool {
        self.window.is_some()
    }

    /// Returns the filter that the words stand for.
    pub(super) fn filter(&self, words: &Catalogue) -> Result<Filter, Failure> {
        Ok(Filter {
            window: match &self.window {
                None => Window::ALL,
                Some(text) => Window::parse(&typed_notation(text))
                    .map_err(|_| Failure::value(words, "--window", text, "cli-reason-window"))?,
            },
            known: match &self.known {
                None => None,
                Some(text) => {
                    Some(known(text).ok_or_else(|| {
                        Failure::value(words, "--known", text, "cli-reason-known")
                    })?)
                }
            },
            clock: match &self.clock {
                None => Clock::default(),
                Some(name) => Clock::from_name(name)
                    .ok_or_else(|| Failure::value(words, "--clock", name, "cli-reason-clock"))?,
            },
            stale: match &self.stale_months {
                None => StaleLimit::default(),
                Some(text) => stale(text).ok_or_else(|| {
                    Failure::value(words, "--stale-months", text, "cli-reason-stale-months")
                })?,
            },
            files: some_of(self.file.iter().cloned().map(Ok))?,
            layers: some_of(self.layer.iter().map(|name| Ok(Layer::from_name(name))))?,
            statuses: some_of(self.status.iter().map(|name| {
                Status::from_name(name)
                    .ok_or_else(|| Failure::value(words, "--status", name, "cli-reason-status"))
            }))?,
            actor: self.actor.clone().unwrap_or_default(),
            claimant: self.claimant.clone().unwrap_or_default(),
            source: self.source.clone().unwrap_or_default(),
            origins: match &self.origins {
                None => 0,
                Some(text) => typed_notation(text)
                    .parse()
                    .map_err(|_| Failure::value(words, "--origins", text, "cli-reason-origins"))?,
            },
            lacks_words: self.lacks_words,
            text: self.text.clone().unwrap_or_default(),
            within: self.area(words)?,
            certain_only: self.certain,
        })
    }
}

/// The area that is asked for.
impl FilterArgs {
    /// Returns the area that the words stand for; where they name a place, as far as that is known without records.
    fn area(&self, words: &Catalogue) -> Result<Option<Within>, Failure> {
        if let Some(text) = &self.bbox {
            let bounds = bbox(text)
                .ok_or_else(|| Failure::value(words, "--bbox", text, "cli-reason-bbox"))?;
            return Ok(Some(Within::Bounds(bounds)));
        }
        if let Some(text) = &self.polygon {
            let ring = polygon(text)
                .ok_or_else(|| Failure::value(words, "--polygon", text, "cli-reason-polygon"))?;
            return Ok(Some(ring));
        }
        let (Some(near), Some(text)) = (&self.near, &self.within) else {
            return Ok(None);
        };
        let km = typed_notation(text).parse::<f64>().ok();
        let km = km
            .filter(|km| km.is_finite() && *km >= 0.0)
            .ok_or_else(|| Failure::value(words, "--within", text, "cli-reason-within"))?;
        let (name, centre) = point(near).unwrap_or_else(|| {
            let place = gazetteer::called(near);
            let centre = place.map_or(Point::new(f64::NAN, f64::NAN), |place| place.at);
            (near.trim().to_owned(), centre)
        });
        Ok(Some(Within::Circle(Circle { centre, km, name })))
    }

    /// Returns `filter`, made of these words, as it is meant for `dataset`: a record's id or the place of a record goes
    /// before a place that the program knows. Refuses files and places that nobody knows.
    pub(super) fn meant(
        &self,
        filter: Filter,
        dataset: &Dataset,
        words: &Catalogue,
    ) -> Result<Filter, Failure> {
        refuse_unknown_file(&filter, dataset, words)?;
        let (Some(Within::Circle(circle)), Some(near)) = (&filter.within, &self.near) else {
            return Ok(filter);
        };
        if point(near).is_some() {
            return Ok(filter);
        }
        let (name, centre) = match place_of_record(dataset, near) {
            Some(found) => found,
            None if circle.centre.x().is_finite() => return Ok(filter),
            None => return Err(Failure::value(words, "--near", near, "cli-reason-near")),
        };
        let km = circle.km;
        Ok(Filter {
            within: Some(Within::Circle(Circle { centre, km, name })),
            ..filter
        })
    }
}

/// Reads a point in any notation that has one meaning, or a name with that in brackets behind it.
fn point(text: &str) -> Option<(String, Point<f64>)> {
    let only = |text: &str| match notation::points(text).as_slice() {
        [point] => Some(*point),
        _ => None,
    };
    if let Some(point) = only(text) {
        return Some((String::new(), point));
    }
    let (name, rest) = text.trim().strip_suffix(')')?.rsplit_once('(')?;
    Some((name.trim().to_owned(), only(rest)?))
}

/// Finds the record with the id `near`, else the first that lies at a place of that name; what it is called, and where it
/// is drawn.
fn place_of_record(dataset: &Dataset, near: &str) -> Option<(String, Point<f64>)> {
    let wanted = fold(near.trim());
    let columns = dataset.columns();
    let placed = |row: &RowId| columns.position(*row).is_some();
    let mut named = None;
    for row in dataset.rows().filter(placed) {
        // Records that hold the words nowhere need not be read.
        let Some(record) = dataset.read(row) else {
            continue;
        };
        if record.id.as_ref().map(RecordId::as_str) == Some(near.trim()) {
            let point = columns.position(row)?.point();
            return Some((near.trim().to_owned(), point));
        }
        let mut written = record.place.name.iter();
        if named.is_none() && written.any(|name| fold(name) == wanted) {
            named = columns
                .position(row)
                .map(|at| (near.trim().to_owned(), at.point()));
        }
    }
    named
}

/// Refuses a filter that asks for a file that is none of `dataset`.
fn refuse_unknown_file(
    filter: &Filter,
    dataset: &Dataset,
    words: &Catalogue,
) -> Result<(), Failure> {
    let mut asked = filter.files.iter().flatten();
    let Some(unknown) = asked.find(|name| !dataset.has_file(name)) else {
        return Ok(());
    };
    let names = dataset.file_names().join(words.get("list-separator"));
    let arguments = args!(file: unknown.as_str(), names: names);
    Err(Failure::Usage(words.with("cli-unknown-file", arguments)))
}

/// Collects what was asked for; `None` when nothing was.
fn some_of<T: Ord>(
    asked: impl Iterator<Item = Result<T, Failure>>,
) -> Result<Option<std::collections::BTreeSet<T>>, Failure> {
    let set: std::collections::BTreeSet<T> = asked.collect::<Result<_, _>>()?;
    Ok(Some(set).filter(|set| !set.is_empty()))
}

/// Returns the last second of a date: what was reported on that day was known.
fn known(text: &str) -> Option<Second> {
    let last = Window::parse(&typed_notation(text)).ok()?.last();
    (last != Second::MAX).then_some(last)
}

fn stale(text: &str) -> Option<StaleLimit> {
    let months: u16 = typed_notation(text).parse().ok()?;
    StaleLimit::MONTHS
        .contains(&months)
        .then_some(StaleLimit::of_months(months))
}

/// Reads longitudes and latitudes, set apart by spaces, as corners of an area.
fn polygon(text: &str) -> Option<Within> {
    let corner = |corner: &str| {
        let (x, y) = corner.split_once(',')?;
        let (x, y): (f64, f64) = (x.parse().ok()?, y.parse().ok()?);
        (x.is_finite() && y.abs() <= 90.0).then_some(Coord { x, y })
    };
    Within::ring(text.split_whitespace().map(corner).collect::<Option<_>>()?)
}

fn bbox(text: &str) -> Option<Rect<f64>> {
    let numbers: Vec<f64> = text
        .split(',')
        .map(|number| {
            number
                .trim()
                .parse()
                .ok()
                .filter(|number: &f64| number.is_finite())
        })
        .collect::<Option<_>>()?;
    let &[west, south, east, north] = numbers.as_slice() else {
        return None;
    };
    // A box whose west lies east of its east goes across 180 degrees.
    let east = if east < west { east + 360.0 } else { east };
    let is_box = east >= west && south <= north;
    is_box.then(|| Rect::new(Coord { x: west, y: south }, Coord { x: east, y: north }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{io::export::arguments, model::Lang};
    use clap::Parser;

    #[derive(Parser)]
    struct Only {
        #[command(flatten)]
        filter: FilterArgs,
    }

    fn filter(arguments: &[&str]) -> Result<Filter, Failure> {
        let arguments = ["x"].iter().chain(arguments);
        Only::try_parse_from(arguments)
            .unwrap()
            .filter
            .filter(&Catalogue::plain(Lang::En))
    }

    #[test]
    fn the_words_of_a_filter_make_the_same_filter() {
        for words in [
            vec![],
            vec!["--window", "2022-01-05/2022-03-31", "--certain"],
            vec!["--window", "2022-01-01/..", "--known", "2022-06-30"],
            vec!["--window", "../2022-01-05", "--text", "-x"],
            vec!["--file", "a.csv", "--file", "2022/b.csv"],
            vec!["--layer", "incident", "--layer", "my layer"],
            vec!["--status", "claimed", "--status", "denied"],
            vec!["--actor", "Wagner", "--text", "Ségou 12"],
            vec!["--bbox", "-12.5,10,4.25,25"],
            vec!["--near", "14.5, -4.25", "--within", "25.5"],
            vec!["--near", "My camp (14.5, -4.25)", "--within", "25"],
            vec!["--near", "Mopti", "--within", "100"],
            vec!["--polygon", "-5,14 -4,14 -4,15.5"],
            vec!["--clock", "reported", "--stale-months", "6"],
            vec![
                "--claimant",
                "Le Monde",
                "--source",
                "src-1",
                "--origins",
                "2",
            ],
        ] {
            let read = filter(&words).unwrap();
            let written = arguments(&read);
            let again: Vec<&str> = written.iter().map(String::as_str).collect();
            assert_eq!(filter(&again).unwrap(), read, "{words:?}");
        }
    }

    #[test]
    fn values_that_make_no_sense_are_refused() {
        for words in [
            ["--window", "03/04/2022"],
            ["--window", "2022~"],
            ["--known", "2022/.."],
            ["--status", "sure"],
            ["--clock", "now"],
            ["--stale-months", "0"],
            ["--stale-months", "six"],
            ["--origins", "-1"],
            ["--bbox", "1,2,3"],
            ["--bbox", "4,25,12,10"],
            ["--bbox", "NaN,10,12,25"],
            ["--polygon", "1,2 3,4"],
            ["--polygon", "1,2 3,4 5"],
        ] {
            assert!(
                matches!(filter(&words), Err(Failure::Usage(_))),
                "{words:?}"
            );
        }
    }

    #[test]
    fn every_option_is_known_by_name() {
        use clap::CommandFactory;
        for arg in Only::command().get_arguments() {
            assert!(FilterArgs::has(arg.get_id().as_str()), "{}", arg.get_id());
        }
    }
}
