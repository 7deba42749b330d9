//! A ZIP archive under writing, as KMZ and shapefiles need one: its files follow one another, packed, each with its
//! length behind it, because what is written is never gone back to. Nothing beyond 4 GiB.

use std::io::{self, Write};

use zip::{
    CompressionMethod, DateTime, ZipWriter,
    write::{SimpleFileOptions, StreamWriter},
};

/// An archive under way.
pub(super) struct Archive<'a> {
    zip: ZipWriter<StreamWriter<&'a mut dyn Write>>,
}

impl<'a> Archive<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self {
            zip: ZipWriter::new_stream(out),
        }
    }

    /// Adds the file that `write` writes.
    ///
    /// # Errors
    /// When that fails, or the archive takes no more.
    pub(super) fn add<E: From<io::Error>>(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(1))
            // The first day there is: the same records give the same archive.
            .last_modified_time(DateTime::default());
        self.zip
            .start_file(name, options)
            .map_err(io::Error::from)?;
        write(&mut self.zip)
    }

    /// Writes the list of files, which ends the archive.
    ///
    /// # Errors
    /// When that fails.
    pub(super) fn finish(self) -> io::Result<()> {
        self.zip.finish()?;
        Ok(())
    }
}
