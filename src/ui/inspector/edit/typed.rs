//! How a value stands in a field, and what is typed there as a value.

use serde_json::{Value, json};

use crate::model::{Count, Lang, When, WhenError, written_date::edtf_text};

/// The longest text of one line; a longer one has room for several.
const LINE: usize = 60;

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Typed {
    /// A text of one line.
    Line,
    /// A text of one line in a language.
    Text(Lang),
    /// A text of several lines in a language.
    Lines(Lang),
    /// EDTF, or a date in words.
    Date,
    /// A number.
    Number,
    /// A number as a source states it: `low`, `high` and `circa` of an object.
    Count,
    /// A list of texts, one a line.
    List,
    /// A list of texts in one line, with commas between them.
    Words,
    /// Latitude and longitude.
    Geometry,
    /// Anything.
    Json,
}

impl Typed {
    /// The text of a property in a language.
    pub(super) fn of_text(property: &str, lang: Lang) -> Self {
        match property {
            "summary" => Self::Lines(lang),
            _ => Self::Text(lang),
        }
    }

    /// The way to type `value`: as JSON where it is not what it should be.
    pub(in crate::ui) fn for_value(self, value: Option<&Value>) -> Self {
        let fits = match (self, value) {
            (_, None | Some(Value::Null)) | (Self::Json | Self::Count, _) => true,
            (Self::Line | Self::Text(_) | Self::Lines(_) | Self::Date, Some(value)) => {
                value.is_string()
            }
            (Self::Number, Some(value)) => value.is_number(),
            (Self::List, Some(value)) => is_list_of_lines(value),
            (Self::Words, Some(value)) => is_list_of_words(value),
            (Self::Geometry, Some(value)) => point(value).is_some(),
        };
        match (fits, self, value) {
            (false, ..) => Self::Json,
            (_, Self::Text(lang), Some(Value::String(text))) if text.chars().count() > LINE => {
                Self::Lines(lang)
            }
            _ => self,
        }
    }

    /// What stands in the field for `value`.
    pub(in crate::ui) fn shown(self, value: Option<&Value>) -> String {
        let Some(value) = value.filter(|value| !value.is_null()) else {
            return String::new();
        };
        match (self, value) {
            (Self::Json, value) => value.to_string(),
            (Self::Count, value) => count(value).notation(),
            (Self::List, Value::Array(items)) => {
                let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                items.join("\n")
            }
            (Self::Words, Value::Array(items)) => {
                let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                items.join(", ")
            }
            (Self::Geometry, value) => match point(value) {
                Some([longitude, latitude]) => format!("{latitude}, {longitude}"),
                None => value.to_string(),
            },
            (_, Value::String(text)) => text.clone(),
            (_, value) => value.to_string(),
        }
    }

    /// The value that `text` stands for; `None`: none.
    ///
    /// # Errors
    /// The catalogue key of what is wrong with it.
    pub(in crate::ui) fn value(self, text: &str) -> Result<Option<Value>, &'static str> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Ok(match self {
                Self::Geometry => Some(Value::Null),
                Self::Count => Some(of_count(Count::default())),
                _ => None,
            });
        }
        match self {
            Self::Line | Self::Text(_) | Self::Lines(_) => Ok(Some(text.into())),
            Self::Date => date(trimmed).map(Some),
            Self::Number => match serde_json::from_str::<Value>(trimmed) {
                Ok(value @ Value::Number(_)) => Ok(Some(value)),
                _ => Err("edit-wrong-number"),
            },
            Self::Count => match Count::parse(trimmed) {
                Some(count) => Ok(Some(of_count(count))),
                None => Err("edit-wrong-count"),
            },
            Self::List => {
                let items = text.lines().map(str::trim).filter(|line| !line.is_empty());
                Ok(Some(items.map(Value::from).collect::<Vec<_>>().into()))
            }
            Self::Words => {
                let items = text.split([',', '،']).map(str::trim);
                let items = items.filter(|item| !item.is_empty());
                Ok(Some(items.map(Value::from).collect::<Vec<_>>().into()))
            }
            Self::Geometry => place(trimmed).map(Some),
            Self::Json => serde_json::from_str(trimmed)
                .map(Some)
                .map_err(|_| "edit-wrong-json"),
        }
    }
}

/// What an object says of how many there are.
fn count(object: &Value) -> Count {
    let bound = |name: &str| object.get(name).and_then(Value::as_i64);
    Count {
        low: bound("low"),
        high: bound("high"),
        circa: object.get("circa").and_then(Value::as_bool) == Some(true),
    }
}

/// The members that say how many there are.
fn of_count(count: Count) -> Value {
    json!({"low": count.low, "high": count.high, "circa": count.circa})
}

fn is_list_of_lines(value: &Value) -> bool {
    let is_line = |item: &Value| {
        item.as_str()
            .is_some_and(|text| !text.contains('\n') && text.trim() == text)
    };
    value
        .as_array()
        .is_some_and(|items| items.iter().all(is_line))
}

/// Whether texts can stand in one line with commas between them.
fn is_list_of_words(value: &Value) -> bool {
    let has_comma = |item: &Value| item.as_str().is_some_and(|text| text.contains([',', '،']));
    is_list_of_lines(value)
        && !value
            .as_array()
            .is_some_and(|items| items.iter().any(has_comma))
}

/// EDTF stands as it is typed; a date in words becomes EDTF. No date is invented.
fn date(text: &str) -> Result<Value, &'static str> {
    if When::parse(text).is_ok() {
        return Ok(text.into());
    }
    match edtf_text(text, None) {
        Ok(edtf) => Ok(edtf.as_ref().into()),
        Err(WhenError::Ambiguous) => Err("edit-wrong-date-ambiguous"),
        Err(WhenError::NoSuchDate) => Err("edit-wrong-date-none"),
        Err(WhenError::Reversed) => Err("edit-wrong-date-reversed"),
        Err(WhenError::NoZone | WhenError::ZoneNamed) => Err("edit-wrong-date-zone"),
        Err(_) => Err("edit-wrong-date"),
    }
}

/// Longitude and latitude of a point, in the digits of the file.
fn point(value: &Value) -> Option<[&Value; 2]> {
    let object = value.as_object()?;
    if object.len() != 2 || object.get("type")?.as_str()? != "Point" {
        return None;
    }
    match object.get("coordinates")?.as_array()?.as_slice() {
        [longitude, latitude] if longitude.is_number() && latitude.is_number() => {
            Some([longitude, latitude])
        }
        _ => None,
    }
}

/// Latitude and longitude as a point, or any other geometry as JSON.
fn place(text: &str) -> Result<Value, &'static str> {
    if text.starts_with('{') {
        return serde_json::from_str(text).map_err(|_| "edit-wrong-json");
    }
    let parts: Vec<&str> = text
        .split([',', ';', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let [latitude, longitude] = parts.as_slice() else {
        return Err("edit-wrong-place");
    };
    let number = |text: &str, most: f64| {
        let value: Value = serde_json::from_str(text).ok()?;
        let number = value.as_f64()?;
        (number.abs() <= most).then_some(value)
    };
    match (number(latitude, 90.0), number(longitude, 180.0)) {
        (Some(latitude), Some(longitude)) => {
            Ok(json!({"type": "Point", "coordinates": [longitude, latitude]}))
        }
        _ => Err("edit-wrong-place"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_field_is_the_value_again() {
        let point = json!({"type": "Point", "coordinates": [-7.950, 12.5335]});
        for (typed, value) in [
            (Typed::Line, json!("Moura")),
            (Typed::Date, json!("2022-03~")),
            (Typed::Number, json!(12.50)),
            (Typed::List, json!(["a, b", "مورا"])),
            (Typed::Geometry, point),
            (
                Typed::Geometry,
                json!({"type": "Polygon", "coordinates": []}),
            ),
            (Typed::Number, json!("twelve")),
            (Typed::List, json!([1, "a"])),
            (Typed::Words, json!(["a", "مورا"])),
            (Typed::Words, json!(["a, b"])),
            (
                Typed::Count,
                json!({"low": 101, "high": null, "circa": true}),
            ),
            (Typed::Json, json!({"low": 1})),
        ] {
            let typed = typed.for_value(Some(&value));
            let shown = typed.shown(Some(&value));
            assert_eq!(typed.value(&shown), Ok(Some(value)), "{shown}");
        }
    }

    #[test]
    fn a_date_in_words_becomes_edtf_and_none_is_invented() {
        let date = |text: &str| Typed::Date.value(text);
        assert_eq!(date("5 mars 2022"), Ok(Some(json!("2022-03-05"))));
        assert_eq!(date(""), Ok(None));
        assert!(date("03/04/2022").is_err());
        assert!(date("2022-02-30").is_err());
        assert!(date("some day").is_err());
    }

    #[test]
    fn a_place_outside_the_world_is_none() {
        let place = |text: &str| Typed::Geometry.value(text);
        assert_eq!(
            place("12.5, -8.0").unwrap().unwrap()["coordinates"],
            json!([-8.0, 12.5])
        );
        for wrong in ["91, 0", "0, 181", "12.5", "north, west", "1e999, 0", "{"] {
            assert!(place(wrong).is_err(), "{wrong}");
        }
        assert_eq!(place(" "), Ok(Some(Value::Null)));
    }
}
