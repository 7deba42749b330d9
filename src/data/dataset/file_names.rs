//! Names of open files that tell them apart, and which of them a filter shows.

use std::{collections::HashMap, path::Component};

use super::{
    super::{
        filter::Filter,
        source_file::{FileOrigin, SourceFile},
    },
    Dataset,
};

impl Dataset {
    /// The name of each file, in their order: its own, with as many of its folders as tell it from another file of
    /// that name. No two are alike.
    #[must_use]
    pub fn file_names(&self) -> &[Box<str>] {
        &self.file_names
    }

    /// The name of a file among those that are open.
    #[must_use]
    pub fn file_name(&self, part: usize) -> &str {
        self.file_names.get(part).map_or("", |name| name)
    }

    /// Whether a filter shows each file, in their order. A filter that asks for files of which none is open, as that of
    /// a bookmark of another dataset, asks for all; one that asks for no file at all shows none.
    #[must_use]
    pub fn shown_files(&self, filter: &Filter) -> Vec<bool> {
        let Some(asked) = &filter.files else {
            return vec![true; self.parts.len()];
        };
        let parts = self.parts.iter().zip(&self.file_names);
        let shown: Vec<bool> = parts
            .map(|(part, name)| asked.contains(&**name) || asked.contains(&part.name))
            .collect();
        if asked.is_empty() || shown.contains(&true) {
            shown
        } else {
            vec![true; self.parts.len()]
        }
    }

    /// Whether a file is called `name`, with its folders or without.
    #[must_use]
    pub fn has_file(&self, name: &str) -> bool {
        let mut parts = self.parts.iter().zip(&self.file_names);
        parts.any(|(part, unique)| part.name == name || **unique == *name)
    }
}

/// Names that tell files apart: their own, with one folder more for as long as another has the same, then with a number.
pub(super) fn told_apart(parts: &[SourceFile]) -> Vec<Box<str>> {
    let folders: Vec<Vec<String>> = parts.iter().map(folders).collect();
    let mut names: Vec<String> = parts.iter().map(|part| part.name.clone()).collect();
    for depth in 0..folders.iter().map(Vec::len).max().unwrap_or(0) {
        let counts = counted(&names);
        if counts.values().all(|n| *n < 2) {
            break;
        }
        for (name, folders) in names.iter_mut().zip(&folders) {
            if let (true, Some(folder)) = (counts.get(name) > Some(&1), folders.get(depth)) {
                name.insert_str(0, &format!("{folder}/"));
            }
        }
    }
    numbered(names)
}

/// Numbers names that are alike from the second on.
fn numbered(names: Vec<String>) -> Vec<Box<str>> {
    let mut taken = counted(&names);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let number = |name: String| {
        let times = seen.entry(name.clone()).or_default();
        *times += 1;
        if *times == 1 {
            return name.into();
        }
        loop {
            let numbered = format!("{name} ({times})");
            if !taken.contains_key(&numbered) {
                taken.insert(numbered.clone(), 1);
                return numbered.into();
            }
            *times += 1;
        }
    };
    names.into_iter().map(number).collect()
}

fn counted(names: &[String]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for name in names {
        *counts.entry(name.clone()).or_default() += 1;
    }
    counts
}

/// The folders that a file is in, the innermost first.
fn folders(part: &SourceFile) -> Vec<String> {
    let FileOrigin::File(path) = &part.source else {
        return Vec::new();
    };
    let folder = path.parent().into_iter().flat_map(|it| it.components());
    let mut folders: Vec<String> = folder
        .filter_map(|component| match component {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            _ => None,
        })
        .collect();
    folders.reverse();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(paths: &[&str]) -> Vec<String> {
        let part = |path: &&str| {
            let name = path.rsplit('/').next().unwrap_or_default();
            SourceFile {
                source: FileOrigin::File(path.into()),
                ..SourceFile::of_lines(name, String::new().into(), crate::data::Spans::default())
            }
        };
        let parts: Vec<SourceFile> = paths.iter().map(part).collect();
        let names = told_apart(&parts);
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn files_of_one_name_are_told_apart_by_their_folders() {
        assert_eq!(names(&["/x/a.csv", "/x/b.csv"]), ["a.csv", "b.csv"]);
        assert_eq!(
            names(&["/2022/a.csv", "/2023/a.csv", "/2023/b.csv"]),
            ["2022/a.csv", "2023/a.csv", "b.csv"]
        );
        assert_eq!(
            names(&["/one/in/a.csv", "/two/in/a.csv"]),
            ["one/in/a.csv", "two/in/a.csv"]
        );
    }

    #[test]
    fn a_file_that_is_open_twice_has_a_number() {
        assert_eq!(names(&["a.csv", "a.csv"]), ["a.csv", "a.csv (2)"]);
        assert_eq!(
            names(&["a.csv", "a.csv (2)", "a.csv"]),
            ["a.csv", "a.csv (2)", "a.csv (3)"]
        );
        assert_eq!(names(&["/a.csv", "/in/a.csv"]), ["a.csv", "in/a.csv"]);
    }
}
