//! The signature beside a bundle.

use std::path::Path;

use jiff::{Timestamp, civil, tz::TimeZone};
use ssh_key::{HashAlg, PublicKey, SshSig};

use super::{Note, VerifyError, What};
use crate::io::bundle::{
    TAG_MANIFEST,
    beside::{NAMESPACE, short},
};

/// What there is to say of the signature at `path` over the text of the last list.
///
/// # Errors
/// When a file cannot be read.
pub(super) fn check(path: &Path, text: &[u8], signers: Option<&Path>) -> Result<Note, VerifyError> {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let note = |what, detail: &str| Ok(Note::of(what, &file, detail));
    let bytes = short(path).map_err(VerifyError::Read)?;
    let Ok(signature) = SshSig::from_pem(bytes) else {
        return note(What::SignatureWrong, TAG_MANIFEST);
    };
    let key = PublicKey::from(signature.public_key().clone());
    if key.verify(NAMESPACE, text, &signature).is_err() {
        return note(What::SignatureWrong, TAG_MANIFEST);
    }
    let print = key.fingerprint(HashAlg::Sha256).to_string();
    let Some(signers) = signers else {
        return note(What::Signed, &print);
    };
    let list = short(signers).map_err(VerifyError::Read)?;
    let list = String::from_utf8_lossy(&list);
    let mut known = list.lines().filter_map(Signer::read);
    let Some(signer) = known.find(|signer| signer.key.key_data() == key.key_data()) else {
        return note(What::SignerUnknown, &print);
    };
    if !signer.is_valid(Timestamp::now()) {
        return note(What::SignerExpired, &format!("{}, {print}", signer.name));
    }
    note(What::SignedBy, &format!("{}, {print}", signer.name))
}

/// A line of a file of allowed signers (`ssh-keygen`, "ALLOWED SIGNERS").
struct Signer {
    name: String,
    options: Vec<(String, String)>,
    key: PublicKey,
}

impl Signer {
    fn read(line: &str) -> Option<Self> {
        let line = line.trim();
        if line.starts_with('#') {
            return None;
        }
        let (name, rest) = line.split_once([' ', '\t'])?;
        let rest = rest.trim_start();
        let is_key = |text: &str| {
            let mut words = text.split_ascii_whitespace().take(2);
            let both = [words.next(), words.next()];
            match both {
                [Some(kind), Some(key)] => PublicKey::from_openssh(&format!("{kind} {key}")).ok(),
                _ => None,
            }
        };
        if let Some(key) = is_key(rest) {
            return Some(Self {
                name: name.to_owned(),
                options: Vec::new(),
                key,
            });
        }
        let (options, rest) = rest.split_once([' ', '\t'])?;
        Some(Self {
            name: name.to_owned(),
            options: read_options(options),
            key: is_key(rest.trim_start())?,
        })
    }

    fn option(&self, name: &str) -> Option<&str> {
        let found = self.options.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether the line speaks of bundles and of this moment. A line that makes a key sign other keys is of no use here.
    fn is_valid(&self, now: Timestamp) -> bool {
        let namespaces = self.option("namespaces");
        let is_ours = namespaces.is_none_or(|list| list.split(',').any(|it| it == NAMESPACE));
        let moment = |name: &str| self.option(name).map(moment);
        let has_begun = moment("valid-after").is_none_or(|it| it.is_some_and(|it| it <= now));
        let goes_on = moment("valid-before").is_none_or(|it| it.is_some_and(|it| now < it));
        is_ours && has_begun && goes_on && self.option("cert-authority").is_none()
    }
}

/// Options that commas part, some with a value in quotes.
fn read_options(text: &str) -> Vec<(String, String)> {
    let mut options = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find([',', '=']).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        let (value, behind) = match behind.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => ("", behind),
        };
        options.push((name.to_ascii_lowercase(), value.to_owned()));
        rest = behind.strip_prefix(',').unwrap_or("");
    }
    options
}

/// `YYYYMMDD`, with `HHMM` and `SS` behind where they are, taken as UTC; `None` where it is no moment.
fn moment(text: &str) -> Option<Timestamp> {
    let text = text.trim_end_matches(['Z', 'z']);
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    let small = |from, to| number(from, to).and_then(|it| i8::try_from(it).ok());
    let day = civil::Date::new(number(0, 4)?, small(4, 6)?, small(6, 8)?).ok()?;
    let or_zero = |from, to| small(from, to).unwrap_or(0);
    let time = civil::Time::new(or_zero(8, 10), or_zero(10, 12), or_zero(12, 14), 0).ok()?;
    TimeZone::UTC.to_timestamp(day.to_datetime(time)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILM+rvN+ot98qgEN796jTiQfZfG1KaT0PtFDJ/XFSqti";

    #[test]
    fn a_signer_is_valid_for_its_purpose_and_time() {
        let now = moment("20260501").unwrap();
        let valid = |options: &str| {
            let signer = Signer::read(&format!("a@b {options} {KEY}")).unwrap();
            signer.is_valid(now)
        };
        assert!(valid(""));
        assert!(valid("namespaces=\"file,sahelscope-bundle\""));
        assert!(!valid("namespaces=\"file\""));
        assert!(valid(
            "valid-after=\"20260101\",valid-before=\"202612312359Z\""
        ));
        assert!(!valid("valid-before=\"20260430\""));
        assert!(!valid("cert-authority"));
        assert!(Signer::read("# comment").is_none() && Signer::read("a@b ssh-ed25519").is_none());
    }
}
