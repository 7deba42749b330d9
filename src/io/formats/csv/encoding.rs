//! Text from files that are older than UTF-8.
//!
//! Lines that are UTF-8 are read as such, the others in the encoding that the whole file most likely
//! has. So a file that was pasted together from two still reads well, and an issue says that it was.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use crate::model::{Issue, IssueKind};

/// A text, and how it was come by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// The text.
    pub(crate) text: String,
    /// The encoding of the lines that are not UTF-8.
    pub(crate) encoding: &'static str,
    /// What is wrong with the file as a whole.
    pub(crate) issues: Vec<Issue>,
}

/// Decodes bytes that are not all UTF-8; `None` where even the likeliest encoding does not have
/// them.
#[must_use]
pub(crate) fn decode_legacy(bytes: &[u8]) -> Option<Decoded> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut foreign_lines = 0;
    let mut first_foreign = 0;
    let mut has_utf_8 = false;
    for (index, line) in lines(bytes).enumerate() {
        if let Ok(text) = std::str::from_utf8(line) {
            has_utf_8 |= !text.is_ascii();
        } else {
            detector.feed(line, false);
            foreign_lines += 1;
            if first_foreign == 0 {
                first_foreign = index + 1;
            }
        }
    }
    detector.feed(b"\n", true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let text = decoded_lines(bytes, encoding)?;
    let issues = if has_utf_8 && foreign_lines > 0 {
        let value = format!("{first_foreign}: {}", encoding.name());
        vec![Issue::new("", IssueKind::EncodingMixed, &value)]
    } else {
        Vec::new()
    };
    Some(Decoded {
        text,
        encoding: encoding.name(),
        issues,
    })
}

fn decoded_lines(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for line in lines(bytes) {
        if let Ok(line) = std::str::from_utf8(line) {
            text.push_str(line);
        } else {
            let line = encoding.decode_without_bom_handling_and_without_replacement(line)?;
            text.push_str(&line);
        }
    }
    Some(text)
}

/// The lines with their line feeds.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_windows_is_read_in_its_letters() {
        let decoded = decode_legacy(b"lieu,notes\nS\xE9gou,l'\xE9t\xE9 \xE0 Gao\n").unwrap();
        assert_eq!(decoded.text, "lieu,notes\nSégou,l'été à Gao\n");
        assert_eq!(decoded.encoding, "windows-1252");
        assert_eq!(decoded.issues, []);
    }

    #[test]
    fn lines_of_two_encodings_both_read_well_and_are_said() {
        let bytes = [
            b"a,b\n".as_slice(),
            "Ségou,1\n".as_bytes(),
            b"M\xE9naka,2\n",
        ]
        .concat();
        let decoded = decode_legacy(&bytes).unwrap();
        assert_eq!(decoded.text, "a,b\nSégou,1\nMénaka,2\n");
        assert_eq!(decoded.issues.len(), 1);
        assert!(decoded.issues[0].value.starts_with("3: "));
    }
}
