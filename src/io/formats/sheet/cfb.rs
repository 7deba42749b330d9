//! Compound files (MS-CFB), in which programs of before 2007 keep their streams: as much of them as finding a stream
//! needs.

/// What such files begin with.
const MAGIC: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// From this number on a sector is none.
const LAST: u32 = 0xFFFF_FFFA;

/// Whether a file that begins with these bytes is one.
pub(super) fn is_compound(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// A file with the lists that say where its sectors are.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    /// Bytes of a sector.
    sector: usize,
    /// Of each sector the next one.
    next: Vec<u32>,
    /// The streams: their names, where they begin, how long they are.
    entries: Vec<(String, u32, usize)>,
}

impl<'a> Compound<'a> {
    /// Reads the lists; `None` where they are not whole.
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut compound = Self {
            bytes,
            sector,
            next: Vec::new(),
            entries: Vec::new(),
        };
        let lists = compound.lists()?;
        for number in lists {
            let list = compound.sector(number)?;
            let numbers = list.chunks_exact(4).filter_map(|it| u32_at(it, 0));
            compound.next.extend(numbers);
        }
        let directory = compound.chain(u32_at(bytes, 48)?)?;
        for entry in directory.chunks_exact(128) {
            let length = usize::from(u16_at(entry, 64)?).saturating_sub(2).min(62);
            let units = entry.get(..length)?.chunks_exact(2);
            let units: Vec<u16> = units.filter_map(|it| u16_at(it, 0)).collect();
            let name = String::from_utf16_lossy(&units);
            let (begin, length) = (u32_at(entry, 116)?, u32_at(entry, 120)? as usize);
            compound.entries.push((name, begin, length));
        }
        Some(compound)
    }

    /// The numbers of the sectors that hold the list of sectors.
    fn lists(&self) -> Option<Vec<u32>> {
        let header = self.bytes.get(76..512)?.chunks_exact(4);
        let mut lists: Vec<u32> = header.filter_map(|it| u32_at(it, 0)).collect();
        let mut more = u32_at(self.bytes, 68)?;
        let most = self.bytes.len() / self.sector;
        while more < LAST && lists.len() <= most {
            let list = self.sector(more)?;
            // The last sector of a file may be short.
            let (numbers, next) = list.split_at_checked(self.sector - 4)?;
            lists.extend(numbers.chunks_exact(4).filter_map(|it| u32_at(it, 0)));
            more = u32_at(next, 0)?;
        }
        lists.retain(|number| *number < LAST);
        lists.truncate(most + 1);
        Some(lists)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let begin = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(begin..)?;
        // The last one may be short.
        Some(rest.get(..self.sector).unwrap_or(rest))
    }

    /// The bytes of the sectors from `first` on.
    fn chain(&self, first: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut number = first;
        while number < LAST {
            // One that leads back to itself is longer than the file.
            if bytes.len() > self.bytes.len() {
                return None;
            }
            bytes.extend_from_slice(self.sector(number)?);
            number = self.next.get(number as usize).copied()?;
        }
        Some(bytes)
    }

    /// Whether there is a stream of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|(known, _, _)| known == name)
    }

    /// The bytes of a stream.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let (_, begin, length) = self.entries.iter().find(|(known, _, _)| known == name)?;
        let cutoff = u32_at(self.bytes, 56)? as usize;
        let mut bytes = if *length >= cutoff {
            self.chain(*begin)?
        } else {
            self.short(*begin)?
        };
        bytes.truncate(*length);
        // Where the file breaks off the rest of it is missing.
        (bytes.len() == *length).then_some(bytes)
    }

    /// The bytes of a short stream, which lies in pieces of 64 bytes in the stream of the root.
    fn short(&self, first: u32) -> Option<Vec<u8>> {
        let (_, root, _) = self.entries.first()?;
        let pieces = self.chain(*root)?;
        let next = self.chain(u32_at(self.bytes, 60)?)?;
        let mut bytes = Vec::new();
        let mut number = first;
        while number < LAST && bytes.len() <= pieces.len() {
            let begin = number as usize * 64;
            bytes.extend_from_slice(pieces.get(begin..begin + 64)?);
            number = u32_at(&next, number as usize * 4)?;
        }
        Some(bytes)
    }
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(pair.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
