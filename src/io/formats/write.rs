//! Records into a file or a stream, in a format.

use std::io::{self, Write};

use super::{Format, Out};
use crate::{
    io::{
        destination::Destination,
        error::{WriteError, WriteErrorKind},
        export::{Export, ExportWritten},
        save::save_to,
    },
    model::RowId,
    work::Progress,
};

impl Export<'_> {
    /// Writes a file, all or nothing; the number of records written.
    ///
    /// # Errors
    /// When the file cannot be written or may not take the place of what stands there; the old one is then
    /// as it was.
    pub fn save(
        &self,
        destination: &Destination,
        format: &Format,
        progress: &Progress,
    ) -> Result<ExportWritten, WriteError> {
        let rows = self.rows();
        let saved = save_to(destination, |out| {
            self.write_rows(&rows, format, &mut Out::File(out), progress)
        })?;
        Ok(ExportWritten {
            records: rows.len(),
            saved,
        })
    }

    /// Writes to `out`; the number of records written.
    ///
    /// # Errors
    /// When `out` takes no more or nobody wants it any more.
    pub fn write(
        &self,
        format: &Format,
        out: &mut dyn Write,
        progress: &Progress,
    ) -> Result<usize, WriteErrorKind> {
        let rows = self.rows();
        self.write_rows(&rows, format, &mut Out::Stream(out), progress)?;
        Ok(rows.len())
    }

    fn write_rows(
        &self,
        rows: &[RowId],
        format: &Format,
        out: &mut Out<'_, '_>,
        progress: &Progress,
    ) -> Result<(), WriteErrorKind> {
        match format.write {
            Some(write) => write(self, rows, out, progress),
            None => Err(io::Error::from(io::ErrorKind::Unsupported).into()),
        }
    }
}
