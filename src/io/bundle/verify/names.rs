//! Names that are not obeyed.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;

use super::{RefusalReason, VerifyRefusal};

/// Why the file that is called so is not looked at, if it is not.
pub(super) fn refused(name: &str) -> Option<RefusalReason> {
    let begins_at_root = name.starts_with(['/', '\\']) || name.contains('\0');
    let drive = name.as_bytes();
    let names_a_drive =
        drive.first().is_some_and(u8::is_ascii_alphabetic) && drive.get(1) == Some(&b':');
    if begins_at_root || names_a_drive {
        return Some(RefusalReason::Absolute);
    }
    let is_parent = name.split(['/', '\\']).any(|step| step == "..");
    is_parent.then_some(RefusalReason::Parent)
}

/// Makes sure that no two of these names would be one file where the system does not tell capitals from small letters.
pub(super) fn check_twins<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), VerifyRefusal> {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for name in names {
        let folded: String = name.nfc().flat_map(char::to_lowercase).collect();
        if let Some(other) = seen.insert(folded, name) {
            return Err(VerifyRefusal::of(
                RefusalReason::CaseTwin,
                &format!("{other}, {name}"),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_out_are_refused() {
        for name in ["/etc/passwd", "\\x", "C:\\x", "c:x", "a\0b"] {
            assert_eq!(refused(name), Some(RefusalReason::Absolute), "{name}");
        }
        for name in ["..", "a/../b", "a\\..\\b", "data/.."] {
            assert_eq!(refused(name), Some(RefusalReason::Parent), "{name}");
        }
        for name in ["a", "data/a..b", "data/...", "data/تقرير.pdf", "a b:c"] {
            assert_eq!(refused(name), None, "{name}");
        }
    }

    #[test]
    fn names_that_would_be_one_file_elsewhere_are_refused() {
        assert!(check_twins(["a", "b"].into_iter()).is_ok());
        assert!(check_twins(["data/A", "data/a"].into_iter()).is_err());
        assert!(check_twins(["e\u{301}", "é"].into_iter()).is_err());
    }
}
