//! What was open and how it was seen, kept beside the settings so that the next start brings it back. Of
//! windows that are open at once the one that was changed last has the say.

use crate::model::RowId;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::{paths, shared::SharedFile, trouble::Trouble};
use crate::{
    data::Dataset,
    io::{self, WriteError, small::SmallFile, views},
    session::View,
};

/// What was open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// The files; none: the records inside the program.
    pub files: Vec<PathBuf>,
    /// How they were seen; `None`: nobody said.
    pub view: Option<View>,
    /// The record that was selected.
    pub selected: Option<Selected>,
    /// Index of the bookmark that was shown, and whether its words were over the map.
    pub bookmark: Option<(usize, bool)>,
}

/// A record, to be found again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// Its id; `None`: it has none.
    pub id: Option<String>,
    /// Its row, and how many there were.
    pub row: RowId,
    /// Rows of the dataset.
    pub of: usize,
}

impl Selected {
    /// Notes the record at `row`.
    #[must_use]
    pub fn of(dataset: &Dataset, row: RowId) -> Self {
        let id = dataset.record(row).and_then(|record| record.id.clone());
        Self {
            id: id.map(|id| id.as_str().to_owned()),
            row,
            of: dataset.len(),
        }
    }

    /// Tells where it is now: by its id, else at its row while there are as many as there were.
    #[must_use]
    pub fn row_in(&self, dataset: &Dataset) -> Option<RowId> {
        match &self.id {
            Some(id) => dataset.row_of(id),
            None => {
                (dataset.len() == self.of && dataset.rows().contains(self.row)).then_some(self.row)
            }
        }
    }
}

/// Tells where it is kept, beside the settings at `settings`.
fn path(settings: &Path) -> PathBuf {
    settings.with_file_name("session.json")
}

/// Reads what was open last, where the settings are kept at `settings`, and what is wrong with its file.
pub(super) fn load(settings: &Path) -> (Session, Option<Trouble>) {
    let path = path(settings);
    let text = match io::small::find(&path) {
        SmallFile::Nothing => return (Session::default(), None),
        SmallFile::Text(text) => text,
        SmallFile::Damaged => return (Session::default(), Some(Trouble::with_damaged(&path))),
        SmallFile::Unreadable(_) => return (Session::default(), Some(Trouble::Unreadable(path))),
    };
    match serde_json::from_str(&text) {
        Ok(members) => (read(&members), None),
        Err(_) => (Session::default(), Some(Trouble::with_damaged(&path))),
    }
}

fn read(members: &Map<String, Value>) -> Session {
    let number = |value: &Value| usize::try_from(value.as_u64()?).ok();
    let files = members.get("files").and_then(Value::as_array);
    let selected = members.get("selected").and_then(|selected| {
        let id = selected.get("id").and_then(Value::as_str);
        Some(Selected {
            id: id.map(str::to_owned),
            row: RowId::within(number(selected.get("row")?)?)?,
            of: number(selected.get("of")?)?,
        })
    });
    let bookmark = members.get("bookmark").and_then(|bookmark| {
        let is_presented = bookmark.get("presented")?.as_bool()?;
        Some((number(bookmark.get("at")?)?, is_presented))
    });
    let view = members.get("view").and_then(views::read_view);
    Session {
        files: files
            .into_iter()
            .flatten()
            .filter_map(paths::of_value)
            .collect(),
        view: view.map(|(view, _)| view),
        selected,
        bookmark,
    }
}

/// Returns the text of a file that holds `session`, with what else is in `text`, which it takes the place of.
fn written(session: &Session, text: Option<&str>) -> Option<String> {
    let mut members: Map<String, Value> = match text {
        Some(text) => serde_json::from_str(text).ok()?,
        None => Map::new(),
    };
    let view = session.view.as_ref().and_then(|view| {
        let text = views::view_text(view, None, None);
        serde_json::from_str::<Value>(&text).ok()
    });
    let selected = session.selected.as_ref().map(|selected| {
        let Selected { id, row, of } = selected;
        json!({"id": id, "row": row.index(), "of": of})
    });
    let bookmark = session.bookmark;
    let bookmark = bookmark.map(|(at, presented)| json!({"at": at, "presented": presented}));
    let files: Vec<Value> = session
        .files
        .iter()
        .map(|file| paths::to_value(file))
        .collect();
    for (name, value) in [
        ("files", Some(files.into())),
        ("view", view),
        ("selected", selected),
        ("bookmark", bookmark),
    ] {
        match value {
            Some(value) => drop(members.insert(name.to_owned(), value)),
            None => drop(members.shift_remove(name)),
        }
    }
    serde_json::to_string_pretty(&members).ok()
}

/// Writes what is open for the next start.
#[derive(Clone, Debug)]
pub struct SessionKeeper(SharedFile<Session>);

impl SessionKeeper {
    /// Keeps it beside the settings at `settings`, where `read` was found.
    #[must_use]
    pub fn new(settings: &Path, read: Session) -> Self {
        Self(SharedFile::new(&path(settings), read))
    }

    /// Tells where it is kept.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes `session` where it is other than what this window read or wrote last; `number` says how new
    /// it is. Blocks while another window writes, for a second at most.
    ///
    /// # Errors
    /// When the file cannot be written, or is there and cannot be read.
    pub fn save(&self, session: Session, number: u64) -> Result<(), WriteError> {
        self.0
            .save(session, number, |_, own, text| written(own, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        data::Filter,
        model::{Pose, Window},
    };

    fn session() -> Session {
        Session {
            files: vec!["/data/a.geojson".into(), "/data/مورا.csv".into()],
            view: Some(View {
                filter: Filter {
                    window: Window::parse("2022-01/2022-04").unwrap(),
                    text: "Moura".to_owned(),
                    ..Filter::default()
                },
                camera: Some(Pose {
                    lon: -4.1,
                    lat: 14.35,
                    zoom: 8.25,
                }),
                ..View::default()
            }),
            selected: Some(Selected {
                id: None,
                row: RowId::new(7),
                of: 9,
            }),
            bookmark: Some((2, true)),
        }
    }

    #[test]
    fn a_session_comes_back_as_it_was_and_keeps_what_another_version_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("settings.json");
        let file = path(&settings);
        io::small::write(&file, "{\"tint\": 3}").unwrap();
        let keeper = SessionKeeper::new(&settings, Session::default());
        keeper.save(session(), 1).unwrap();
        assert_eq!(load(&settings), (session(), None));
        keeper.save(Session::default(), 2).unwrap();
        assert_eq!(load(&settings), (Session::default(), None));
        let text = std::fs::read_to_string(&file).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value, json!({"tint": 3, "files": []}));
    }

    #[test]
    fn a_damaged_session_is_set_aside() {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("settings.json");
        io::small::write(&path(&settings), "{\"files\": [").unwrap();
        let (session, trouble) = load(&settings);
        assert_eq!(session, Session::default());
        assert!(matches!(trouble, Some(Trouble::SetAside(_))));
    }
}
