//! The values of a column, some records at a time.

use parquet::{
    column::reader::{ColumnReader, ColumnReaderImpl},
    data_type::{ByteArray, DataType, FixedLenByteArray},
    errors::ParquetError,
    schema::types::ColumnDescPtr,
};
use serde_json::Value;

use super::values::Meaning;

/// A column of single values, or of lists of them.
pub(super) struct Leaf {
    pub(super) meaning: Meaning,
    /// How a record that has a value is marked, and how one that has a list with something in it.
    most: i16,
    list: Option<i16>,
}

/// Values of records, and bytes of each that is no JSON.
pub(super) struct Values {
    pub(super) list: Vec<Value>,
    /// Of a column of bytes the bytes, else nothing.
    pub(super) bytes: Vec<Option<ByteArray>>,
    /// Values that are neither text nor geometry.
    pub(super) left: usize,
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
            meaning: Meaning::of(column),
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
        let mut left = 0;
        let mut bytes = Vec::new();
        let mut of_bytes = |value: &[u8]| {
            let value = meaning.of_bytes(value);
            left += usize::from(value.is_none());
            value.unwrap_or_default()
        };
        let real =
            |value: f64| serde_json::Number::from_f64(value).map_or(Value::Null, Value::Number);
        let list = match reader {
            ColumnReader::BoolColumnReader(it) => {
                self.list(it, records, |value| (*value).into())?
            }
            ColumnReader::Int32ColumnReader(it) => {
                self.list(it, records, |value| meaning.of_whole((*value).into(), 32))?
            }
            ColumnReader::Int64ColumnReader(it) => {
                self.list(it, records, |value| meaning.of_whole(*value, 64))?
            }
            ColumnReader::Int96ColumnReader(it) => {
                self.list(it, records, |value| meaning.of_whole(value.to_millis(), 64))?
            }
            ColumnReader::FloatColumnReader(it) => {
                // In the digits that the short number is written in.
                self.list(it, records, |value| {
                    real(value.to_string().parse().unwrap_or(f64::NAN))
                })?
            }
            ColumnReader::DoubleColumnReader(it) => self.list(it, records, |value| real(*value))?,
            ColumnReader::ByteArrayColumnReader(it) if is_geometry => {
                let (levels, values, _) = self.levels(it, records)?;
                let mut values = values.into_iter();
                let most = self.most;
                bytes = levels
                    .iter()
                    .map(|level| if *level == most { values.next() } else { None })
                    .collect();
                vec![Value::Null; bytes.len()]
            }
            ColumnReader::ByteArrayColumnReader(it) => {
                self.list(it, records, |value: &ByteArray| of_bytes(value.data()))?
            }
            ColumnReader::FixedLenByteArrayColumnReader(it) => {
                self.list(it, records, |value: &FixedLenByteArray| {
                    of_bytes(value.data())
                })?
            }
        };
        Ok(Values { list, bytes, left })
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

    fn list<T: DataType>(
        &self,
        reader: &mut ColumnReaderImpl<T>,
        records: usize,
        mut value_of: impl FnMut(&T::T) -> Value,
    ) -> Result<Vec<Value>, ParquetError> {
        let (levels, values, repeated) = self.levels(reader, records)?;
        let mut values = values.iter();
        let mut all: Vec<Value> = Vec::new();
        for (place, level) in levels.iter().enumerate() {
            let value = if *level == self.most {
                values.next().map_or(Value::Null, &mut value_of)
            } else {
                Value::Null
            };
            let Some(filled) = self.list else {
                all.push(value);
                continue;
            };
            if repeated.get(place) == Some(&0) {
                all.push(if *level + 1 < filled {
                    Value::Null
                } else {
                    Value::Array(Vec::new())
                });
            }
            if *level >= filled
                && let Some(Value::Array(list)) = all.last_mut()
            {
                list.push(value);
            }
        }
        Ok(all)
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

/// Records that are read at once.
pub(super) const RECORDS: usize = 8192;
