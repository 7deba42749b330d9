//! The records of one of the open files, as changes call them.

use crate::data::{
    Records,
    change_log::Rec,
    edited::{id_of, place_of_bytes, rec_of_bytes},
};

use super::Dataset;

/// The records of a file that is open.
pub struct RecordsOfPart<'a> {
    dataset: &'a Dataset,
    part: usize,
}

impl Dataset {
    /// The records of a file.
    #[must_use]
    pub const fn records_of(&self, part: usize) -> RecordsOfPart<'_> {
        RecordsOfPart {
            dataset: self,
            part,
        }
    }
}

impl RecordsOfPart<'_> {
    /// What a change is to call the record at `place`: by its id where no other has it, else by its bytes.
    #[must_use]
    pub fn rec(&self, place: usize) -> Option<Rec> {
        let part = self.dataset.parts().get(self.part)?;
        let id = id_of(self.text(place)).filter(|id| self.places(id).len() == 1);
        Some(id.unwrap_or_else(|| rec_of_bytes(part, place)))
    }
}

impl Records for RecordsOfPart<'_> {
    fn places(&self, rec: &Rec) -> Vec<usize> {
        let Some(part) = self.dataset.parts().get(self.part) else {
            return Vec::new();
        };
        match rec {
            Rec::Bytes(digest, nth) => place_of_bytes(part, digest, *nth).into_iter().collect(),
            Rec::Text(id) | Rec::Number(id) => {
                let rows = self.dataset.rows_of(self.part);
                let found = self.dataset.ids.rows(id);
                let found = found
                    .filter(|row| rows.contains(*row))
                    .map(|row| row.since(rows.start()));
                found
                    .filter(|place| id_of(self.text(*place)).as_ref() == Some(rec))
                    .collect()
            }
        }
    }

    fn text(&self, place: usize) -> &str {
        let part = self.dataset.parts().get(self.part);
        part.and_then(|part| Some(part.slice(&part.spans.get(place)?)))
            .unwrap_or_default()
    }
}
