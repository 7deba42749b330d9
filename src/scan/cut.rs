//! Where a block of a file may be cut, so that no record is cut in two.

/// How far before the end of a block a line break outside quotes is looked for, in bytes.
const LONGEST_QUOTE: usize = 64 << 10;

/// Where a block may be cut, to the best of knowledge; whether it may be shows when it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cutter {
    /// Behind a line break.
    Lines,
    /// Before what records of this file begin with, where that follows a comma.
    Records(Vec<u8>),
    /// Behind such a line break of a table as stands outside quotes, going by their number.
    Rows(u8),
}

impl Cutter {
    /// The last place behind `from` to cut at, from which on the bytes go to the next block.
    #[must_use]
    pub fn cut(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut end = bytes.len();
        match self {
            Self::Lines => {
                let fresh = bytes.get(from..)?;
                memchr::memrchr(b'\n', fresh).map(|at| from + at + 1)
            }
            Self::Records(opening) => loop {
                let fresh = bytes.get(from..end)?;
                let at = from + memchr::memrchr(b'{', fresh)?;
                let is_one = bytes.get(at..)?.starts_with(opening);
                if is_one && follows_a_comma(bytes, at) {
                    return Some(at);
                }
                end = at;
            },
            Self::Rows(newline) => row_end(bytes, from, *newline),
        }
    }

    /// Bytes at the end of what holds no cut that still may become part of one.
    #[must_use]
    pub const fn longest_mark(&self) -> usize {
        match self {
            Self::Lines | Self::Rows(_) => 0,
            Self::Records(opening) => opening.len(),
        }
    }
}

/// What stands behind the last line break after `from` with an even number of quotes before it. Where
/// none near the end of a long block is like that, quotes stand in cells as letters, and the last one
/// may do.
fn row_end(bytes: &[u8], from: usize, newline: u8) -> Option<usize> {
    let is_odd = |bytes: &[u8]| memchr::memchr_iter(b'"', bytes).count() % 2 == 1;
    let last = from + memchr::memrchr(newline, bytes.get(from..)?)?;
    let nearest = last.saturating_sub(LONGEST_QUOTE).max(from);
    let mut end = last;
    let mut is_quoted = is_odd(bytes.get(..last)?);
    while is_quoted {
        let Some(at) = memchr::memrchr(newline, bytes.get(nearest..end)?) else {
            return (nearest > from).then_some(last + 1);
        };
        is_quoted ^= is_odd(bytes.get(nearest + at..end)?);
        end = nearest + at;
    }
    Some(end + 1)
}

fn follows_a_comma(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    before.trim_ascii_end().last() == Some(&b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_cut_behind_a_line_break_outside_quotes() {
        let end = |text: &str| row_end(text.as_bytes(), 1, b'\n');
        assert_eq!(end("a,b\nc,d"), Some(4));
        assert_eq!(end("a,b\nc,\"d\ne\nf"), Some(4));
        assert_eq!(end("a,b\nc,\"d\ne\"\nf"), Some(12));
        assert_eq!(end("a,\"b\nc"), None);
        assert_eq!(end("a,b"), None);
        let long = format!("a,5\" b\n{}c", "c,d\n".repeat(LONGEST_QUOTE));
        assert_eq!(end(&long), Some(long.len() - 1));
    }
}
