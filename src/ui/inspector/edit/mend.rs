//! What may be meant by what stands in a field: offered beside the problem, taken with one click, never done alone.

use egui::{Id, Ui, vec2};
use serde_json::{Value, json};

use crate::{
    model::{
        DateOrder, Kind, Lang, When, WhenError, crs::Crs, written_date::edtf_text, written_place,
    },
    text::{
        args, dates,
        number::{self, typed_notation},
    },
    theme::size,
    typeset,
    ui::{PanelContext, kit},
};

use super::typed::Typed;

/// What a mend does, as far as it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// The spaces at the ends go.
    Spaces,
    /// Another notation of what may be meant.
    Notation,
    /// Latitude and longitude change places.
    Swapped,
    /// There is no place.
    NoPlace,
}

/// What the field may be meant to say.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mend {
    change: Change,
    /// What would stand in the field.
    text: String,
    /// What it would stand for; `None`: nothing.
    pub(super) value: Option<Value>,
}

/// Offers what may be meant by `text`; the one that was clicked. `id` is that of the field, in
/// which somebody is typing or not.
pub(super) fn mends_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: Id,
    is_typing: bool,
    typed: Typed,
    text: &str,
) -> Option<Mend> {
    let reach = context.answers.engine.reach_of_all();
    let mut mends = mends(typed, text, reach);
    // A space at the end is no fault as long as a word may follow.
    mends.retain(|mend| !is_typing || mend.change != Change::Spaces);
    if mends.is_empty() {
        return None;
    }
    let words = context.words;
    let mut chosen = None;
    kit::wrapped_row(ui, words, vec2(size::GRID, size::GRID), |ui| {
        for (number, mend) in mends.into_iter().enumerate() {
            let name = match (mend.change, meaning(context, typed, &mend.text)) {
                (Change::Spaces, _) => words.get("mend-spaces").to_owned(),
                (Change::NoPlace, _) => words.get("mend-no-place").to_owned(),
                (Change::Swapped, _) => words.with("mend-swapped", args!(text: &*mend.text)),
                (Change::Notation, None) => words.with("mend-to", args!(text: &*mend.text)),
                (Change::Notation, Some(said)) => {
                    words.with("mend-to-said", args!(text: &*mend.text, said: &*said))
                }
            };
            ui.push_id((id, "mend", number), |ui| {
                let button = typeset::button(ui, &name);
                if typeset::hint(button, words.get("mend-hint")).clicked() {
                    chosen = Some(mend);
                }
            });
        }
    });
    chosen
}

/// What a date means, in words.
fn meaning(context: &PanelContext<'_>, typed: Typed, text: &str) -> Option<String> {
    let when = (typed == Typed::Date).then(|| When::parse(text).ok())??;
    Some(dates::in_words(context.words, &when, Kind::Event))
}

/// What `text` may be meant to be, each once. `reach` is how far the records lie, in degrees.
fn mends(typed: Typed, text: &str, reach: Option<geo::Rect<f64>>) -> Vec<Mend> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Vec::new();
    }
    let is_wrong = typed.value(text).is_err();
    let texts: Vec<(Change, String)> = match typed {
        Typed::Line | Typed::Text(_) | Typed::Lines(_) if trimmed.len() < text.len() => {
            vec![(Change::Spaces, trimmed.to_owned())]
        }
        Typed::Date if is_wrong => of_date(trimmed).into_iter().map(notation).collect(),
        Typed::Number | Typed::Count if is_wrong => {
            of_number(trimmed).into_iter().map(notation).collect()
        }
        Typed::Geometry => of_place(trimmed, is_wrong, reach),
        _ => Vec::new(),
    };
    let mut mends: Vec<Mend> = Vec::new();
    for (change, text) in texts {
        let value = match change {
            Change::NoPlace => Ok(Some(Value::Null)),
            _ => typed.value(&text),
        };
        if let Ok(value) = value
            && mends.iter().all(|known| known.value != value)
        {
            mends.push(Mend {
                change,
                text,
                value,
            });
        }
    }
    mends
}

const fn notation(text: String) -> (Change, String) {
    (Change::Notation, text)
}

/// Dates that a text may mean: either order of day and month, ends the other way round, what the calendar has instead, a
/// time of day by the clocks of Mali, which show UTC, or the day alone. None is more exact than the text.
fn of_date(text: &str) -> Vec<String> {
    if let Some((start, end)) = text.split_once('/') {
        let ends = [end, start].map(|it| edtf_text(it, None).ok());
        if let [Some(start), Some(end)] = ends {
            let turned = format!("{start}/{end}");
            return When::parse(&turned)
                .is_ok()
                .then_some(turned)
                .into_iter()
                .collect();
        }
    }
    let mut found = Vec::new();
    if edtf_text(text, None) == Err(WhenError::Ambiguous) {
        let orders = DateOrder::ALL.iter();
        let read = orders.filter_map(|order| edtf_text(text, Some(*order)).ok());
        found.extend(read.map(std::borrow::Cow::into_owned));
    }
    let plain = typed_notation(text);
    if let Some((day, _)) = plain.split_once(['T', 't', ' '])
        && When::parse(day).is_ok()
    {
        found.push(format!("{}Z", plain.replacen(' ', "T", 1)));
        found.push(day.to_owned());
    }
    if let [year, month, day] = plain.split('-').collect::<Vec<_>>().as_slice()
        && day.len() == 2
    {
        found.push(format!("{year}-{day}-{month}"));
        // Above 12 it would be a season.
        if ("01"..="12").contains(month) {
            found.push(format!("{year}-{month}"));
        }
    }
    found.retain(|it| When::parse(it).is_ok());
    found
}

/// Numbers that a text may mean: with a comma between the thousands, or before the decimals.
fn of_number(text: &str) -> Vec<String> {
    let languages = [Lang::En, Lang::Fr].into_iter();
    let numbers = languages.filter_map(|lang| number::typed(text, lang));
    numbers.map(|number| number.to_string()).collect()
}

/// Places that a text may mean. One that can be read as it is is doubted only where it lies apart from all records and the
/// other way round among them, or at 0, 0.
fn of_place(text: &str, is_wrong: bool, reach: Option<geo::Rect<f64>>) -> Vec<(Change, String)> {
    if text.starts_with('{') {
        return Vec::new();
    }
    let plain = typed_notation(text).replace('−', "-");
    let parts: Vec<&str> = plain
        .split([',', ';', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let is_unread = Typed::Geometry.value(&plain).is_err();
    let mut found = Vec::new();
    if is_wrong && !is_unread {
        // Only its digits were others.
        found.push(notation(plain.clone()));
    }
    if let [one, other] = parts.as_slice() {
        let swapped = format!("{other}, {one}");
        let lies_among = |first: &str, second: &str| {
            let at = |text: &str| text.parse::<f64>().ok();
            let (latitude, longitude) = (at(first)?, at(second)?);
            let reach = reach?;
            let is_within = (reach.min().x..=reach.max().x).contains(&longitude)
                && (reach.min().y..=reach.max().y).contains(&latitude);
            Some(is_within)
        };
        let is_apart =
            lies_among(one, other) == Some(false) && lies_among(other, one) == Some(true);
        if is_unread || is_apart {
            found.push((Change::Swapped, swapped));
        }
        let is_zero = |text: &&str| text.parse::<f64>().is_ok_and(|it| it == 0.0);
        if [one, other].into_iter().all(is_zero) {
            found.push((Change::NoPlace, String::new()));
        }
    }
    if !is_wrong {
        return found;
    }
    let with_points: Vec<String> = plain
        .split([';', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| part.trim_end_matches(',').replace(',', "."))
        .collect();
    if let [latitude, longitude] = with_points.as_slice() {
        found.push(notation(format!("{latitude}, {longitude}")));
    }
    if let Ok(Some(geo::Geometry::Point(at))) = written_place::geometry(&plain, Crs::DEGREES) {
        found.push(notation(format!(
            "{}, {}",
            degrees(at.y()),
            degrees(at.x())
        )));
    }
    found
}

/// Degrees that were reckoned from other units, to about a metre.
fn degrees(reckoned: f64) -> Value {
    json!((reckoned * 1e5).round() / 1e5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(typed: Typed, text: &str) -> Vec<String> {
        let mali = geo::Rect::new((-12.0, 10.0), (4.0, 25.0));
        let mends = mends(typed, text, Some(mali)).into_iter();
        mends.map(|mend| mend.text).collect()
    }

    #[test]
    fn what_a_date_may_mean_is_offered_and_never_more_exact() {
        for (text, wanted) in [
            ("03/04/2022", &["2022-04-03", "2022-03-04"][..]),
            ("2022-05/2022-03", &["2022-03/2022-05"]),
            ("2022-02-30", &["2022-02"]),
            ("2022-30-05", &["2022-05-30"]),
            ("2022-03-05T14:30", &["2022-03-05T14:30Z", "2022-03-05"]),
            ("some day", &[]),
            ("2022-03-05", &[]),
        ] {
            assert_eq!(offered(Typed::Date, text), wanted, "{text}");
        }
    }

    #[test]
    fn what_a_place_may_mean_is_offered() {
        for (text, wanted) in [
            ("-4.2, 14.5", &["14.5, -4.2"][..]),
            ("14.5, -4.2", &[]),
            ("12, 100", &[]),
            ("-100.5, 14.5", &["14.5, -100.5"]),
            ("0, 0", &[""]),
            ("14,5 -4,2", &["14.5, -4.2"]),
            ("١٤.٥, -٤.٢", &["14.5, -4.2"]),
            ("14°30′N 4°12′W", &["14.5, -4.2"]),
            ("north", &[]),
        ] {
            let mut found = offered(Typed::Geometry, text);
            found.truncate(wanted.len().max(1));
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn numbers_in_other_notations_and_spaces_at_the_ends_are_offered_as_what_they_may_mean() {
        for (text, wanted) in [
            ("1 200", &["1200"][..]),
            ("1,200", &["1200", "1.2"]),
            ("3,5", &["3.5"]),
            ("١٢٠", &["120"]),
            ("12", &[]),
            ("many", &[]),
        ] {
            assert_eq!(offered(Typed::Number, text), wanted, "{text}");
        }
        assert_eq!(offered(Typed::Text(Lang::En), " Moura "), ["Moura"]);
        assert!(offered(Typed::Text(Lang::En), "Moura").is_empty());
        assert!(offered(Typed::Text(Lang::En), "  ").is_empty());
    }
}
