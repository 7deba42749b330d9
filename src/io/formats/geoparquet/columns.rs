//! The values of a column, some records at a time.

use parquet::{
    column::reader::{ColumnReader, ColumnReaderImpl},
    data_type::{ByteArray, ByteArrayType, DataType, FixedLenByteArray},
    errors::ParquetError,
    schema::types::ColumnDescPtr,
};

use super::values::ColumnMeaning;
use crate::io::formats::row_text::{TextCell, push_cell};

/// A column of single values, or of lists of them.
pub(super) struct Leaf {
    pub(super) meaning: ColumnMeaning,
    /// Whether texts that JSON could be are JSON.
    pub(super) is_json: bool,
    /// How a record that has a value is marked, and how one that has a list with something in it.
    most: i16,
    list: Option<i16>,
}

/// Cells of records as JSON, one behind the other.
#[derive(Default)]
pub(super) struct ParquetCells {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl ParquetCells {
    /// The cell of a record; empty where it has nothing.
    pub(super) fn get(&self, record: usize) -> &str {
        let begin = record.checked_sub(1).and_then(|it| self.ends.get(it));
        let begin = begin.copied().unwrap_or(0);
        let end = self.ends.get(record).copied().unwrap_or(begin);
        self.text.get(begin..end).unwrap_or_default()
    }

    fn end(&mut self) {
        self.ends.push(self.text.len());
    }
}

/// What a column has of some records.
pub(super) struct Values {
    pub(super) cells: ParquetCells,
    /// Of the column of geometries the bytes, else nothing.
    pub(super) bytes: Vec<Option<ByteArray>>,
    /// Values that are neither text nor geometry.
    pub(super) left: usize,
}

impl Values {
    /// Of how many records.
    pub(super) fn len(&self) -> usize {
        self.cells.ends.len().max(self.bytes.len())
    }
}

impl Leaf {
    /// `None` where values lie deeper than in one list.
    pub(super) fn of(column: &ColumnDescPtr) -> Option<Self> {
        let list = match column.max_rep_level() {
            0 => None,
            1 => {
                let is_optional = column.self_type().is_optional();
                Some(column.max_def_level() - i16::from(is_optional))
            }
            _ => return None,
        };
        Some(Self {
            meaning: ColumnMeaning::of(column),
            is_json: false,
            most: column.max_def_level(),
            list,
        })
    }

    /// The values of the next records, at most so many.
    pub(super) fn read(
        &self,
        reader: &mut ColumnReader,
        records: usize,
        is_geometry: bool,
    ) -> Result<Values, ParquetError> {
        let meaning = self.meaning;
        let is_json = self.is_json && self.list.is_none();
        let mut left = 0;
        let mut of_bytes = |out: &mut String, value: &[u8]| {
            left += usize::from(!meaning.push_bytes(out, value, is_json));
        };
        let real = |out: &mut String, value: f64| push_cell(out, finite(value), false);
        let cells = match reader {
            ColumnReader::BoolColumnReader(it) => self.cells(it, records, |out, value| {
                push_cell(out, TextCell::Truth(*value), false);
            })?,
            ColumnReader::Int32ColumnReader(it) => self.cells(it, records, |out, value| {
                meaning.push_whole(out, (*value).into(), 32);
            })?,
            ColumnReader::Int64ColumnReader(it) => self.cells(it, records, |out, value| {
                meaning.push_whole(out, *value, 64);
            })?,
            ColumnReader::Int96ColumnReader(it) => self.cells(it, records, |out, value| {
                meaning.push_whole(out, value.to_millis(), 64);
            })?,
            ColumnReader::FloatColumnReader(it) => {
                // In the digits that the short number is written in.
                self.cells(it, records, |out, value| {
                    real(out, value.to_string().parse().unwrap_or(f64::NAN));
                })?
            }
            ColumnReader::DoubleColumnReader(it) => {
                self.cells(it, records, |out, value| real(out, *value))?
            }
            ColumnReader::ByteArrayColumnReader(it) if is_geometry => {
                return self.geometries(it, records);
            }
            ColumnReader::ByteArrayColumnReader(it) => {
                self.cells(it, records, |out, value: &ByteArray| {
                    of_bytes(out, value.data());
                })?
            }
            ColumnReader::FixedLenByteArrayColumnReader(it) => {
                self.cells(it, records, |out, value: &FixedLenByteArray| {
                    of_bytes(out, value.data());
                })?
            }
        };
        Ok(Values {
            cells,
            bytes: Vec::new(),
            left,
        })
    }

    fn geometries(
        &self,
        reader: &mut ColumnReaderImpl<ByteArrayType>,
        records: usize,
    ) -> Result<Values, ParquetError> {
        let (levels, values, _) = self.levels(reader, records)?;
        let mut values = values.into_iter();
        let bytes = levels
            .iter()
            .map(|level| (*level == self.most).then(|| values.next()).flatten());
        Ok(Values {
            bytes: bytes.collect(),
            cells: ParquetCells::default(),
            left: 0,
        })
    }

    /// Whether all moments of a column are midnights.
    pub(super) fn is_of_days(&self, reader: &mut ColumnReader) -> Result<bool, ParquetError> {
        let ColumnReader::Int64ColumnReader(reader) = reader else {
            return Ok(false);
        };
        loop {
            let (levels, values, _) = self.levels(reader, RECORDS)?;
            if !values.iter().all(|value| self.meaning.is_midnight(*value)) {
                return Ok(false);
            }
            if levels.is_empty() && values.is_empty() {
                return Ok(true);
            }
        }
    }

    /// The cells of the next records, each value of which `push` writes as JSON.
    fn cells<T: DataType>(
        &self,
        reader: &mut ColumnReaderImpl<T>,
        records: usize,
        mut push: impl FnMut(&mut String, &T::T),
    ) -> Result<ParquetCells, ParquetError> {
        let (levels, values, repeated) = self.levels(reader, records)?;
        let mut values = values.iter();
        let mut cells = ParquetCells::default();
        // How many items the list of this record has so far; `None` where it has no list.
        let mut items = None;
        for (place, level) in levels.iter().enumerate() {
            let value = (*level == self.most).then(|| values.next()).flatten();
            let Some(filled) = self.list else {
                if let Some(value) = value {
                    push(&mut cells.text, value);
                }
                cells.end();
                continue;
            };
            if repeated.get(place) == Some(&0) {
                if place > 0 {
                    close(&mut cells, items);
                }
                items = (*level + 1 >= filled).then_some(0);
                cells.text.push_str(items.map_or("", |_| "["));
            }
            if let Some(count) = items.as_mut().filter(|_| *level >= filled) {
                cells.text.push_str(if *count > 0 { "," } else { "" });
                match value {
                    Some(value) => push(&mut cells.text, value),
                    None => push_cell(&mut cells.text, TextCell::Nothing, false),
                }
                *count += 1;
            }
        }
        if self.list.is_some() && !levels.is_empty() {
            close(&mut cells, items);
        }
        Ok(cells)
    }

    /// How each value of the next records is marked, the values, and which of them begin a record.
    #[allow(
        clippy::type_complexity,
        reason = "three lists, named where they are taken apart"
    )]
    fn levels<T: DataType>(
        &self,
        reader: &mut ColumnReaderImpl<T>,
        records: usize,
    ) -> Result<(Vec<i16>, Vec<T::T>, Vec<i16>), ParquetError> {
        let (mut levels, mut repeated, mut values) = (Vec::new(), Vec::new(), Vec::new());
        let mut read = 0;
        while read < records {
            let (more, _, _) = reader.read_records(
                records - read,
                Some(&mut levels),
                Some(&mut repeated),
                &mut values,
            )?;
            if more == 0 {
                break;
            }
            read += more;
        }
        // A column in which every record has a value marks none.
        if self.most == 0 {
            levels = vec![0; values.len()];
        }
        Ok((levels, values, repeated))
    }
}

/// Ends the cell of a record, of which this is the list.
fn close(cells: &mut ParquetCells, items: Option<usize>) {
    cells.text.push_str(items.map_or("", |_| "]"));
    cells.end();
}

fn finite(value: f64) -> TextCell<'static> {
    if value.is_finite() {
        TextCell::Real(value)
    } else {
        TextCell::Nothing
    }
}

/// Records that are read at once.
pub(super) const RECORDS: usize = 8192;
