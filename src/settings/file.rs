//! The settings file: read as far as it can be understood, written without losing what others wrote.

use std::path::Path;

use serde_json::{Map, Value};

use super::{Session, Settings, merge::merged, session, shared::SharedFile, trouble::Trouble};
use crate::io::{self, WriteError, small::SmallFile};

/// Settings as found, with what the analyst must know about them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The settings; the defaults where there were none.
    pub settings: Settings,
    /// What is wrong with the file.
    pub trouble: Option<Trouble>,
    /// The settings of the file, where somebody has asked for others since; what is other is written.
    pub read: Option<Settings>,
    /// What was open last.
    pub session: Session,
    /// What is wrong with the file that says so.
    pub session_trouble: Option<Trouble>,
}

impl From<Settings> for Loaded {
    fn from(settings: Settings) -> Self {
        Self {
            settings,
            ..Self::default()
        }
    }
}

/// Reads the settings at `path`. What cannot be understood is never lost and never silently replaced: a
/// damaged file is set aside as `settings.json.corrupt-DATE`, one that cannot be read is left alone,
/// and single members of another version stay in it.
///
/// What was open last is read with them.
#[must_use]
pub fn load(path: &Path) -> Loaded {
    let (session, session_trouble) = session::load(path);
    Loaded {
        session,
        session_trouble,
        ..load_settings(path)
    }
}

fn load_settings(path: &Path) -> Loaded {
    let text = match io::small::find(path) {
        SmallFile::Nothing => return Loaded::default(),
        SmallFile::Text(text) => text,
        SmallFile::Damaged => return troubled(Trouble::with_damaged(path)),
        SmallFile::Unreadable(_) => return troubled(Trouble::Unreadable(path.to_path_buf())),
    };
    let Some(members) = members(&text) else {
        return troubled(Trouble::with_damaged(path));
    };
    let (settings, unknown) = understood(members);
    Loaded {
        settings: settings.within_bounds(),
        trouble: (!unknown.is_empty()).then_some(Trouble::Unknown(unknown)),
        ..Loaded::default()
    }
}

fn troubled(trouble: Trouble) -> Loaded {
    Loaded {
        trouble: Some(trouble),
        ..Loaded::default()
    }
}

fn members(text: &str) -> Option<Map<String, Value>> {
    serde_json::from_str(text).ok()
}

/// Reads the settings that `members` are, and the names of those that say something unknown: of them as much is
/// taken as can be understood.
fn understood(mut members: Map<String, Value>) -> (Settings, Vec<String>) {
    // Before the system was asked, less motion was a switch.
    if members.remove("less_motion") == Some(Value::Bool(true)) {
        members
            .entry("motion")
            .or_insert_with(|| Value::from("less"));
    }
    let mut unknown = Vec::new();
    let mut known = Map::new();
    for (name, value) in members {
        let accepts = |value: &Value| {
            let one: Map<String, Value> = std::iter::once((name.clone(), value.clone())).collect();
            serde_json::from_value::<Settings>(one.into()).is_ok()
        };
        if accepts(&value) {
            known.insert(name, value);
            continue;
        }
        if let Some(part) = understood_part(&value, &accepts) {
            known.insert(name.clone(), part);
        }
        unknown.push(name);
    }
    let settings = serde_json::from_value(known.into()).unwrap_or_default();
    (settings, unknown)
}

/// Drops the items and members of `value` that are not accepted.
fn understood_part(value: &Value, accepts: &dyn Fn(&Value) -> bool) -> Option<Value> {
    let part: Value = match value {
        Value::Array(items) => {
            let one = |item: &Value| accepts(&Value::from(vec![item.clone()]));
            let items = items.iter().filter(|item| one(item));
            items.cloned().collect::<Vec<_>>().into()
        }
        Value::Object(members) => {
            let mut known = Map::new();
            for (name, value) in members {
                let one = |value: &Value| {
                    let one = std::iter::once((name.clone(), value.clone()));
                    accepts(&one.collect::<Map<_, _>>().into())
                };
                let value = if one(value) {
                    Some(value.clone())
                } else {
                    understood_part(value, &one)
                };
                known.extend(value.map(|value| (name.clone(), value)));
            }
            known.into()
        }
        _ => return None,
    };
    accepts(&part).then_some(part)
}

/// Writes the settings of one window into the file that all windows share.
#[derive(Clone, Debug)]
pub struct SettingsKeeper(SharedFile<Map<String, Value>>);

impl SettingsKeeper {
    /// Keeps settings at `path` that were read as `read`.
    #[must_use]
    pub fn new(path: &Path, read: &Settings) -> Self {
        Self(SharedFile::new(path, as_members(read)))
    }

    /// Tells where they are kept.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes what is other in `settings` than what was read or written last; `number` says how new they
    /// are, so that older ones that come late are not written over newer ones. Blocks while another window
    /// writes, for a second at most.
    ///
    /// # Errors
    /// When the file cannot be written, or is there and cannot be read.
    pub fn save(&self, settings: &Settings, number: u64) -> Result<(), WriteError> {
        self.0
            .save(as_members(settings), number, |base, own, text| {
                let there = match text {
                    Some(text) => members(text)?,
                    None => Map::new(),
                };
                let value = Value::from(merged(base, own, there));
                serde_json::to_string_pretty(&value).ok()
            })
    }
}

fn as_members(settings: &Settings) -> Map<String, Value> {
    match serde_json::to_value(settings) {
        Ok(Value::Object(members)) => members,
        _ => Map::new(),
    }
}
