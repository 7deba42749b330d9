//! How much of something has been read.

use std::io::Read;

/// Counts what is read.
pub(super) struct CountingReader<R> {
    /// What is read from.
    pub reader: R,
    /// How much of it has been read.
    pub bytes: u64,
}

impl<R: Read> Read for CountingReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.bytes += read as u64;
        Ok(read)
    }
}
