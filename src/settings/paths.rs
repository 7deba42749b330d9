//! Paths in JSON. A path of Unicode is a string; any other, which JSON has no text for, is an object with
//! the hexadecimal digits of what its system keeps: `{"unix": "2fff"}` or `{"windows": "005cd800"}`.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

/// Writes `path` as JSON; [`of_value`] gives the same path back.
#[must_use]
pub fn to_value(path: &Path) -> Value {
    path.to_str().map_or_else(|| raw(path), Value::from)
}

/// Returns the path that [`to_value`] wrote; `None` where it is none, or one of another system.
#[must_use]
pub fn of_value(value: &Value) -> Option<PathBuf> {
    match value {
        Value::String(text) => Some(PathBuf::from(text)),
        Value::Object(object) => {
            let digits = object.get(SYSTEM)?.as_str()?;
            Some(of_digits(digits)?.into())
        }
        _ => None,
    }
}

#[cfg(unix)]
const SYSTEM: &str = "unix";
#[cfg(not(unix))]
const SYSTEM: &str = "windows";

#[cfg(unix)]
fn raw(path: &Path) -> Value {
    use std::{fmt::Write, os::unix::ffi::OsStrExt};
    let mut digits = String::new();
    for byte in path.as_os_str().as_bytes() {
        let _ = write!(digits, "{byte:02x}");
    }
    json!({ SYSTEM: digits })
}

#[cfg(unix)]
fn of_digits(digits: &str) -> Option<OsString> {
    use std::os::unix::ffi::OsStringExt;
    let bytes = groups(digits, 2, |group| u8::from_str_radix(group, 16).ok())?;
    Some(OsString::from_vec(bytes))
}

#[cfg(windows)]
fn raw(path: &Path) -> Value {
    use std::{fmt::Write, os::windows::ffi::OsStrExt};
    let mut digits = String::new();
    for unit in path.as_os_str().encode_wide() {
        let _ = write!(digits, "{unit:04x}");
    }
    json!({ SYSTEM: digits })
}

#[cfg(windows)]
fn of_digits(digits: &str) -> Option<OsString> {
    use std::os::windows::ffi::OsStringExt;
    let units = groups(digits, 4, |group| u16::from_str_radix(group, 16).ok())?;
    Some(OsString::from_wide(&units))
}

/// Tells what `read` makes of each `length` digits.
fn groups<T>(digits: &str, length: usize, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let places = (0..digits.len()).step_by(length);
    places
        .map(|place| read(digits.get(place..place + length)?))
        .collect()
}

/// For a list of paths in a struct.
pub(super) mod list {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use super::{PathBuf, Value, of_value, to_value};

    pub(in super::super) fn serialize<S: Serializer>(
        paths: &[PathBuf],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let values: Vec<Value> = paths.iter().map(|path| to_value(path)).collect();
        values.serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<PathBuf>, D::Error> {
        let values = Vec::<Value>::deserialize(deserializer)?;
        let paths: Option<Vec<PathBuf>> = values.iter().map(of_value).collect();
        paths.ok_or_else(|| D::Error::custom("no path of this system"))
    }
}

/// For a path in a struct that need not be there.
pub(super) mod optional {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use super::{PathBuf, Value, of_value, to_value};

    #[expect(clippy::ref_option, reason = "serde passes the field by reference")]
    pub(in super::super) fn serialize<S: Serializer>(
        path: &Option<PathBuf>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        path.as_deref().map(to_value).serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<PathBuf>, D::Error> {
        match Option::<Value>::deserialize(deserializer)? {
            None => Ok(None),
            Some(value) => of_value(&value)
                .map(Some)
                .ok_or_else(|| D::Error::custom("no path of this system")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_unicode_is_a_string() {
        let path = Path::new("/données/مورا.geojson");
        assert_eq!(to_value(path), "/données/مورا.geojson");
        assert_eq!(of_value(&to_value(path)).as_deref(), Some(path));
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_no_unicode_comes_back_byte_for_byte() {
        use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
        let path = Path::new(OsStr::from_bytes(b"/data/caf\xe9.geojson"));
        assert!(to_value(path).is_object());
        assert_eq!(of_value(&to_value(path)).as_deref(), Some(path));
        for damaged in [json!({"unix": "2"}), json!({"unix": "é0"}), json!(7)] {
            assert_eq!(of_value(&damaged), None, "{damaged}");
        }
    }
}
