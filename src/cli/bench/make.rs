//! `bench make`: a file of made-up records, the same on every machine.
//!
//! They crowd around towns as real ones do and have dates of every precision; some have no date or no
//! place. The ending of the file says whether it is one collection or a feature a line.

use std::io::Write;

use serde_json::json;

use super::{args::MakeArgs, positive};
use crate::{
    cli::{
        Exit,
        failure::{Failure, print},
    },
    io::{
        WriteErrorKind,
        formats::{self, Format},
        save::save,
    },
    model::{DAY, bounds::iso_day},
    text::Catalogue,
};

/// Longitude and latitude of places that records crowd around, in degrees.
const PLACES: [(&str, f64, f64); 12] = [
    ("Bamako", -8.0, 12.64),
    ("Mopti", -4.2, 14.49),
    ("Gao", -0.05, 16.27),
    ("Tombouctou", -3.01, 16.77),
    ("Kidal", 1.41, 18.44),
    ("Ségou", -6.26, 13.43),
    ("Ménaka", 2.4, 15.92),
    ("Ansongo", 0.5, 15.66),
    ("Douentza", -2.95, 15.0),
    ("Niamey", 2.11, 13.51),
    ("Djibo", -1.63, 14.1),
    ("Ouagadougou", -1.52, 12.37),
];

const LAYERS: [&str; 4] = ["incident", "deployment", "delivery", "context"];
const STATUSES: [&str; 4] = ["reported", "confirmed", "claimed", "disputed"];

/// The days that records fall on: from 2012 on, as many as there are in fourteen years.
const FIRST_DAY: i64 = 15_340;
const DAYS: u64 = 5114;

pub(super) fn run(
    arguments: &MakeArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let count = positive(words, "N", &arguments.records)?;
    let format = formats::written_by_path(&arguments.out).unwrap_or(&formats::GEOJSON);
    save(&arguments.out, |file| write_all(file, format, count))?;
    print(out, json!({"rows": count}).to_string())?;
    Ok(Exit::Done)
}

fn write_all(file: &mut dyn Write, format: &Format, count: usize) -> Result<(), WriteErrorKind> {
    let is_lines = *format == formats::LINES;
    let (head, between, tail) = if is_lines {
        ("", "\n", "\n")
    } else {
        let head = "{\"type\":\"FeatureCollection\",\"profile\":\"sahelscope/1\",\"features\":[\n";
        (head, ",\n", "\n]}\n")
    };
    file.write_all(head.as_bytes())?;
    let mut dice = Dice(0x5EED);
    for number in 0..count {
        if number > 0 {
            file.write_all(between.as_bytes())?;
        }
        write_record(file, number, &mut dice)?;
    }
    Ok(file.write_all(tail.as_bytes())?)
}

fn write_record(
    file: &mut dyn Write,
    number: usize,
    dice: &mut Dice,
) -> Result<(), WriteErrorKind> {
    let place = PLACES.get(dice.crowded(PLACES.len())).copied();
    let (town, x, y) = place.unwrap_or(("Mali", -4.0, 17.0));
    let (x, y) = (x + dice.around(), y + dice.around());
    let layer = pick(&LAYERS, dice.crowded(LAYERS.len()));
    let status = pick(&STATUSES, dice.crowded(STATUSES.len()));
    let date = date(dice, layer);
    write!(
        file,
        "{{\"type\":\"Feature\",\"id\":\"made-{number}\",\"geometry\":"
    )?;
    if dice.below(50) == 0 {
        write!(file, "null")?;
    } else {
        write!(
            file,
            "{{\"type\":\"Point\",\"coordinates\":[{x:.5},{y:.5}]}}"
        )?;
    }
    write!(
        file,
        ",\"properties\":{{\"layer\":\"{layer}\",\"title\":\"Made-up record {number} near {town}\",\
         \"summary\":\"Made up to measure the program with: no place, date or number in it means anything.\",\
         \"date\":{date},\"place\":\"{town}\",\"place_precision\":\"town\",\"status\":\"{status}\",\
         \"actors\":[\"Made-up actor {}\"]}}}}",
        dice.below(40)
    )?;
    Ok(())
}

/// Returns a date as JSON: mostly days, and every other precision.
fn date(dice: &mut Dice, layer: &str) -> String {
    let first = FIRST_DAY + dice.below(DAYS).cast_signed();
    let day = iso_day(first * DAY);
    let until = |days: u64| iso_day((first + days.cast_signed()) * DAY);
    let cut = |length: usize| day.get(..length).unwrap_or_default().to_owned();
    let is_presence = layer == "deployment";
    let text = match dice.below(20) {
        0 => return "null".to_owned(),
        1 | 2 => cut(7),
        3 => cut(4),
        4 => format!("{}-2{}", cut(4), 1 + dice.below(4)),
        5 => format!("{day}~"),
        6 => format!("{}?", cut(7)),
        7 => format!("{}X", cut(3)),
        8 => format!("{day}T{:02}:{:02}Z", dice.below(24), dice.below(60)),
        9 | 10 if is_presence => format!("{day}/.."),
        9..=12 => format!("{day}/{}", until(1 + dice.below(400))),
        _ => day.clone(),
    };
    format!("\"{text}\"")
}

fn pick(words: &[&'static str], index: usize) -> &'static str {
    words.get(index).copied().unwrap_or_default()
}

/// Numbers that look random and are the same everywhere (splitmix64).
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    fn below(&mut self, sides: u64) -> u64 {
        self.throw() % sides
    }

    /// Throws a number in `[0, 1)`.
    fn share(&mut self) -> f64 {
        (self.throw() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Returns an index below `count`; low ones come more often.
    fn crowded(&mut self, count: usize) -> usize {
        (self.share() * self.share() * count as f64) as usize
    }

    /// Returns a distance in degrees, mostly small.
    fn around(&mut self) -> f64 {
        (0..4).map(|_| self.share() - 0.5).sum::<f64>() * 0.6
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        data::{Dataset, FileOrigin},
        io::{Watch, read::read_part},
    };

    #[test]
    fn made_up_records_are_read_without_one_issue_and_are_the_same_each_time() {
        for format in [&formats::GEOJSON, &formats::LINES] {
            let made = || {
                let mut bytes = Vec::new();
                write_all(&mut bytes, format, 500).unwrap();
                bytes
            };
            assert_eq!(made(), made());
            let part = read_part("made", FileOrigin::Stdin, made(), &Watch::nobody()).unwrap();
            let dataset = Dataset::from_parts(vec![part]);
            assert_eq!((dataset.len(), dataset.issues()), (500, [].as_slice()));
            let totals = dataset.columns().totals();
            assert!(totals.undated > 0 && totals.unplaced > 0);
        }
    }
}
