//! Where in a source: `para 33` in the words of the reader, several of them in one phrase.

use crate::text::{Arg, Catalogue, args};

/// Catalogue that files write before a number, singular and plural, and the message that stands for them.
const FORMS: [(&[&str], &str); 2] = [
    (
        &["para", "paras", "paragraph", "paragraphs"],
        "locator-para",
    ),
    (&["p.", "pp.", "page", "pages"], "locator-page"),
];

/// Locators of one source as a phrase: `para 33`, `para 28` give "paragraphs 28 and 33". A form
/// that is not known is kept as it is written.
pub(super) fn in_words(words: &Catalogue, locators: &[&str]) -> String {
    let mut phrases = Vec::new();
    for (names, key) in FORMS {
        let mut numbers: Vec<&str> = locators
            .iter()
            .filter_map(|locator| number(locator, names))
            .collect();
        numbers.sort_by_key(|number| (number.len(), *number));
        numbers.dedup();
        if !numbers.is_empty() {
            let is_one = numbers.len() == 1 && numbers.iter().all(|number| is_single(number));
            let list = words.list(&numbers);
            let form = if is_one { "single" } else { "several" };
            phrases.push(words.with(
                key,
                args!(list: Arg::Own(list.into()), form: Arg::Own(form.into())),
            ));
        }
    }
    let mut others: Vec<&str> = locators
        .iter()
        .copied()
        .filter(|locator| !is_known(locator))
        .collect();
    others.dedup();
    phrases.extend(others.into_iter().map(str::to_owned));
    phrases.join(words.get("list-separator"))
}

fn is_known(locator: &str) -> bool {
    FORMS
        .iter()
        .any(|(names, _)| number(locator, names).is_some())
}

/// The number after one of `names`: digits, perhaps a range of them.
fn number<'a>(locator: &'a str, names: &[&str]) -> Option<&'a str> {
    let (name, number) = locator.trim().split_once(' ')?;
    let number = number.trim();
    let is_number = number.starts_with(|first: char| first.is_ascii_digit())
        && number
            .chars()
            .all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '–'));
    (is_number && names.iter().any(|known| known.eq_ignore_ascii_case(name))).then_some(number)
}

fn is_single(number: &str) -> bool {
    number.chars().all(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn paragraphs_are_said_in_the_language_of_the_reader() {
        let say = |lang, locators: &[&str]| in_words(&Catalogue::plain(lang), locators);
        assert_eq!(say(Lang::En, &["para 33"]), "paragraph 33");
        assert_eq!(
            say(Lang::En, &["para 33", "para 4", "para 33"]),
            "paragraphs 4 and 33"
        );
        assert_eq!(say(Lang::Fr, &["para 3-5"]), "paragraphes 3-5");
        assert_eq!(say(Lang::Ar, &["para 33"]), "الفقرة 33");
    }

    #[test]
    fn a_form_that_is_not_known_is_kept() {
        let words = Catalogue::new(Lang::Fr);
        assert_eq!(
            in_words(&words, &["footnote 3, line 2"]),
            "footnote 3, line 2"
        );
        assert_eq!(in_words(&words, &["para three"]), "para three");
    }
}
