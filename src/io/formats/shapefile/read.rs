//! The files of an archive to features.

use std::collections::BTreeMap;

use serde_json::Map;

use super::{
    CARRIED, MAGIC, SHAPEFILE,
    dbf::DbfTable,
    shapes::{ShapeRecord, ShapeRecords},
};
use crate::{
    io::{
        error::ReadErrorKind,
        foreign::Foreign,
        formats::{
            Translated,
            fields::Carried,
            row_text::{Destinations, FeatureText},
            sheet::named,
            system::System,
            translated::Collection,
            unzip::Unzip,
        },
        watch::Watch,
    },
    model::{Issue, IssueKind},
};

/// The names of the files of shapes in an archive, without their endings.
pub(super) fn stems(names: &[String]) -> Vec<String> {
    let shapes = names.iter().filter(|name| !name.starts_with("__MACOSX"));
    let stem = |name: &String| {
        let (stem, ending) = name.rsplit_once('.')?;
        ending.eq_ignore_ascii_case("shp").then(|| stem.to_owned())
    };
    shapes.filter_map(stem).collect()
}

/// Reads the file that is wanted, else the first; all of them where this program wrote them.
pub(super) fn read(bytes: &[u8], watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    if bytes.starts_with(MAGIC) {
        return Err(ReadErrorKind::Alone(SHAPEFILE.name));
    }
    let mut archive = Unzip::of(bytes, SHAPEFILE.name)?;
    let stems = stems(&archive.names());
    let titles: Vec<String> = stems
        .iter()
        .map(|stem| stem.rsplit('/').next().unwrap_or(stem).to_owned())
        .collect();
    let carried = archive.bytes(CARRIED)?;
    let carried = carried.and_then(|bytes| Carried::of(&String::from_utf8(bytes).ok()?));
    let members = carried.as_ref().map(|it| it.members.clone());
    let members = members.unwrap_or_default();
    let mut reading = Reading {
        collection: Collection::with_members(bytes.len(), &members, watch),
        left: BTreeMap::new(),
        length: bytes.len(),
    };
    if let Some(carried) = carried {
        for stem in &stems {
            reading.take_in(&mut archive, stem, &carried)?;
        }
        return Ok(reading.finish());
    }
    let place = match watch.sheet() {
        Some(wanted) => named(&titles, wanted)?,
        None => 0,
    };
    let stem = stems
        .get(place)
        .ok_or(ReadErrorKind::Foreign(Foreign::Archive))?;
    let carried = Carried::default();
    reading.take_in(&mut archive, stem, &carried)?;
    let read = Translated {
        sheet: place,
        ..reading.finish()
    };
    Ok(read.with_sheets(titles))
}

struct Reading<'w> {
    collection: Collection<'w>,
    /// What was left out: where, why, how often.
    left: BTreeMap<(&'static str, &'static str), (IssueKind, usize)>,
    length: usize,
}

impl Reading<'_> {
    /// Adds the features of a file of shapes with the table beside it.
    fn take_in(
        &mut self,
        archive: &mut Unzip<'_>,
        stem: &str,
        carried: &Carried,
    ) -> Result<(), ReadErrorKind> {
        let broken = || ReadErrorKind::Broken(SHAPEFILE.name);
        let mut file = |ending: &str| archive.bytes(&format!("{stem}.{ending}"));
        let text =
            |bytes: Option<Vec<u8>>| bytes.map(|it| String::from_utf8_lossy(&it).into_owned());
        let system = match text(file("prj")?) {
            Some(system) if !system.trim().is_empty() => System::of_text(&system)?,
            _ => System::DEGREES,
        };
        let encoding = text(file("cpg")?);
        let shapes = file("shp")?.ok_or_else(broken)?;
        let shapes = ShapeRecords::of(&shapes, system).ok_or_else(broken)?;
        let table = file("dbf")?;
        let table = match &table {
            Some(table) => Some(DbfTable::of(table, encoding.as_deref()).ok_or_else(broken)?),
            None => None,
        };
        let rows = table.as_ref().map_or(shapes.len(), |table| table.count);
        let columns = table.iter().flat_map(|table| &table.columns);
        let to = Destinations::of(columns.map(|column| column.name.as_str()), carried);
        let mut feature = FeatureText::default();
        for number in 0..rows.max(shapes.len()) {
            feature.clear();
            match shapes.get(number) {
                ShapeRecord::Geometry(geometry) => feature.geometry = geometry,
                ShapeRecord::Broken => self.leave("geometry", "", IssueKind::GeometryMalformed, 1),
                ShapeRecord::None => {}
            }
            if let Some(table) = &table
                && number < table.count
            {
                let left = table.row(number, |column, cell| feature.put(&to, column, cell));
                let Some(left) = left else {
                    self.leave("DBF", "deleted", IssueKind::NotRead, 1);
                    continue;
                };
                self.leave("DBF", "*", IssueKind::NotRead, left.stars);
                self.leave("DBF", "memo", IssueKind::NotRead, left.memos);
            }
            self.collection
                .push_text(&feature, self.length * number / rows.max(1))?;
        }
        Ok(())
    }

    fn leave(&mut self, field: &'static str, what: &'static str, kind: IssueKind, count: usize) {
        if count > 0 {
            self.left.entry((field, what)).or_insert((kind, 0)).1 += count;
        }
    }

    fn finish(self) -> Translated {
        let left = self.left.into_iter();
        let issues = left.map(|((field, what), (kind, count))| {
            let value = format!("{count} {what}");
            Issue::new(field, kind, value.trim())
        });
        self.collection.finish(Map::new(), issues.collect())
    }
}
