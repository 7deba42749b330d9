//! The files of an archive to features.

use std::collections::BTreeMap;

use super::{CARRIED, MAGIC, SHAPEFILE, dbf::DbfTable, shapes};
use crate::{
    io::{
        error::ReadErrorKind,
        foreign::Foreign,
        formats::{
            Translated,
            fields::Carried,
            sheet::named,
            system::System,
            translated::{Collection, Feature},
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
    let mut reading = Reading {
        collection: Collection::new(bytes.len(), watch),
        left: BTreeMap::new(),
        length: bytes.len(),
    };
    if let Some(carried) = carried {
        for stem in &stems {
            reading.take_in(&mut archive, stem, &carried)?;
        }
        return Ok(reading.finish(carried));
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
        ..reading.finish(carried)
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
        let shapes = shapes::read(&shapes, system).ok_or_else(broken)?;
        let table = file("dbf")?;
        let table = match &table {
            Some(table) => Some(DbfTable::of(table, encoding.as_deref()).ok_or_else(broken)?),
            None => None,
        };
        let rows = table.as_ref().map_or(shapes.len(), |table| table.count);
        let mut shapes = shapes.into_iter();
        for number in 0..rows.max(shapes.len()) {
            let mut feature = Feature::default();
            match shapes.next() {
                Some(shapes::Shape::Geometry(geometry)) => feature.geometry = Some(geometry),
                Some(shapes::Shape::Broken) => {
                    self.leave("geometry", "", IssueKind::GeometryMalformed, 1);
                }
                Some(shapes::Shape::None) | None => {}
            }
            if let Some(table) = &table
                && number < table.count
            {
                let Some(row) = table.row(number) else {
                    self.leave("DBF", "deleted", IssueKind::NotRead, 1);
                    continue;
                };
                self.leave("DBF", "*", IssueKind::NotRead, row.stars);
                self.leave("DBF", "memo", IssueKind::NotRead, row.memos);
                for (column, value) in table.columns.iter().zip(row.values) {
                    carried.put(&mut feature, &column.name, value);
                }
            }
            self.collection
                .push_feature(feature, self.length * number / rows.max(1))?;
        }
        Ok(())
    }

    fn leave(&mut self, field: &'static str, what: &'static str, kind: IssueKind, count: usize) {
        if count > 0 {
            self.left.entry((field, what)).or_insert((kind, 0)).1 += count;
        }
    }

    fn finish(self, carried: Carried) -> Translated {
        let left = self.left.into_iter();
        let issues = left.map(|((field, what), (kind, count))| {
            let value = format!("{count} {what}");
            Issue::new(field, kind, value.trim())
        });
        self.collection.finish(carried.members, issues.collect())
    }
}
