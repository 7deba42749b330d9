//! The tag files of a bag: its declaration, what it says about itself, its manifests (RFC 8493).

use encoding_rs::Encoding;

use super::{Note, What};

/// The text of a tag file without its byte order mark, which is noted.
pub(super) fn text(
    name: &str,
    bytes: &[u8],
    encoding: &'static Encoding,
    notes: &mut Vec<Note>,
) -> String {
    if Encoding::for_bom(bytes).is_some() {
        notes.push(Note::of(What::Mark, name, ""));
    }
    let (text, _, _) = encoding.decode(bytes);
    text.into_owned()
}

/// The lines of a text, whether they end in LF, CR or both.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    // A CR before an LF leaves an empty line behind, and those are passed over.
    text.split(['\n', '\r']).filter(|line| !line.is_empty())
}

/// What a tag file of `Label: value` says under a label; a value may go on in lines that begin with white space.
pub(super) fn value(text: &str, label: &str) -> Option<String> {
    let mut found: Option<String> = None;
    for line in lines(text) {
        if line.starts_with([' ', '\t']) {
            if let Some(found) = &mut found {
                found.push(' ');
                found.push_str(line.trim());
            }
            continue;
        }
        if found.is_some() {
            break;
        }
        let (own, value) = line.split_once(':')?;
        if own.trim().eq_ignore_ascii_case(label) {
            found = Some(value.trim().to_owned());
        }
    }
    found
}

/// A line of a manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ManifestLine {
    /// The digest, in small letters.
    pub(super) digest: String,
    /// The path as it is written.
    pub(super) written: String,
    /// The path that is meant.
    pub(super) path: String,
}

/// Reads a manifest; lines that are none are noted.
pub(super) fn manifest(name: &str, text: &str, notes: &mut Vec<Note>) -> Vec<ManifestLine> {
    let mut listed = Vec::new();
    for (at, line) in lines(text).enumerate() {
        let parted = line.trim_start().split_once([' ', '\t']);
        let is_digest =
            |digest: &str| !digest.is_empty() && digest.bytes().all(|it| it.is_ascii_hexdigit());
        match parted {
            Some((digest, path)) if is_digest(digest) && !path.trim_start().is_empty() => {
                let written = path.trim_start_matches([' ', '\t']);
                let plain = written.strip_prefix("./").unwrap_or(written);
                listed.push(ManifestLine {
                    digest: digest.to_ascii_lowercase(),
                    written: written.to_owned(),
                    path: decoded(plain),
                });
            }
            _ => notes.push(Note::of(What::BadLine, name, (at + 1).to_string())),
        }
    }
    listed
}

/// A path whose line breaks and percent signs were written as `%0A`, `%0D` and `%25`; no others are.
fn decoded(path: &str) -> String {
    let mut decoded = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(at) = rest.find('%') {
        let (before, behind) = rest.split_at(at);
        decoded.push_str(before);
        let code = behind.get(1..3).unwrap_or_default();
        let letter = match code.to_ascii_uppercase().as_str() {
            "0A" => Some('\n'),
            "0D" => Some('\r'),
            "25" => Some('%'),
            _ => None,
        };
        decoded.push(letter.unwrap_or('%'));
        let length = if letter.is_some() { 3 } else { 1 };
        rest = behind.get(length..).unwrap_or_default();
    }
    decoded.push_str(rest);
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_standard_encodes_is_decoded() {
        assert_eq!(decoded("a%25b%0Ac%0dd%20e%"), "a%b\nc\rd%20e%");
        assert_eq!(decoded("%e9%2525"), "%e9%25");
    }

    #[test]
    fn a_manifest_is_read_whatever_its_lines_end_in() {
        let mut notes = Vec::new();
        let text = "AB  data/a b\r\ncd\t./data/c\rno line\n\n";
        let listed = manifest("m", text, &mut notes);
        assert_eq!(notes, [Note::of(What::BadLine, "m", "3")]);
        let paths: Vec<&str> = listed.iter().map(|it| it.path.as_str()).collect();
        assert_eq!(paths, ["data/a b", "data/c"]);
        assert_eq!(listed[0].digest, "ab");
    }

    #[test]
    fn a_value_goes_on_in_indented_lines() {
        let text = "Source: a\n  b\nPayload-Oxum: 1.2\n";
        assert_eq!(value(text, "source").as_deref(), Some("a b"));
        assert_eq!(value(text, "Payload-Oxum").as_deref(), Some("1.2"));
        assert_eq!(value(text, "other"), None);
    }
}
