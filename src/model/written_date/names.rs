//! Months and days of the week by their names in English, French and Arabic, as [`super::letters::plain`] makes them.

/// Months by their English and French names, whole or cut to three letters or more.
const MONTHS: [[&str; 2]; 12] = [
    ["january", "janvier"],
    ["february", "fevrier"],
    ["march", "mars"],
    ["april", "avril"],
    ["may", "mai"],
    ["june", "juin"],
    ["july", "juillet"],
    ["august", "aout"],
    ["september", "septembre"],
    ["october", "octobre"],
    ["november", "novembre"],
    ["december", "decembre"],
];

/// The same in Arabic: of Egypt and the Gulf, of the Levant, of Algeria and Tunisia, of Morocco and Mauritania.
const ARABIC_MONTHS: [&[&str]; 12] = [
    &["يناير", "كانون الثاني", "كانون ثاني", "كانون ثان", "جانفي"],
    &["فبراير", "شباط", "فيفري"],
    &["مارس", "اذار"],
    &["ابريل", "نيسان", "افريل"],
    &["مايو", "ايار", "ماي"],
    &["يونيو", "يونيه", "حزيران", "جوان"],
    &["يوليو", "يوليه", "تموز", "جويليه", "يوليوز"],
    &["اغسطس", "اب", "اوت", "غشت", "اغشت"],
    &["سبتمبر", "ايلول", "شتنبر", "شتمبر"],
    &["اكتوبر", "تشرين الاول", "تشرين اول"],
    &["نوفمبر", "تشرين الثاني", "تشرين ثاني", "تشرين ثان", "نونبر"],
    &["ديسمبر", "كانون الاول", "كانون اول", "دجنبر", "دجمبر"],
];

/// The same as Libya had them until 2011. Some are seasons too, or words for the first, so that only a day tells them.
const LIBYAN_MONTHS: [&str; 12] = [
    "اي النار",
    "النوار",
    "الربيع",
    "الطير",
    "الماء",
    "الصيف",
    "ناصر",
    "هانيبال",
    "الفاتح",
    "التمور",
    "الحرث",
    "الكانون",
];

/// Days of the week, Monday first.
const WEEKDAYS: [[&str; 2]; 7] = [
    ["monday", "lundi"],
    ["tuesday", "mardi"],
    ["wednesday", "mercredi"],
    ["thursday", "jeudi"],
    ["friday", "vendredi"],
    ["saturday", "samedi"],
    ["sunday", "dimanche"],
];

const ARABIC_WEEKDAYS: [&[&str]; 7] = [
    &["الاثنين", "الاتنين", "اثنين"],
    &["الثلاثاء", "ثلاثاء"],
    &["الاربعاء", "اربعاء"],
    &["الخميس", "خميس"],
    &["الجمعه", "جمعه"],
    &["السبت", "سبت"],
    &["الاحد", "احد"],
];

/// Catalogue that no month of the Gregorian calendar has, but those of the Hijri one, and what stands behind its years.
const HIJRI: [&str; 21] = [
    "محرم",
    "صفر",
    "ربيع",
    "جمادي",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "القعده",
    "الحجه",
    "ه",
    "هجري",
    "هجريه",
    "ah",
    "muharram",
    "safar",
    "rajab",
    "ramadan",
    "shawwal",
    "jumada",
    "hijri",
];

/// The number of a month by its name, which may be two words, and how many words it is.
pub(crate) fn month(words: &[&str]) -> Option<(usize, usize)> {
    let first = *words.first()?;
    if first.is_ascii() {
        return by_beginning(&MONTHS, first).map(|month| (month, 1));
    }
    let pair = words.get(..2).map(|pair| pair.join(" "));
    let is_it = |names: &&[&str], name: &str| names.contains(&name);
    let find = |name: &str| ARABIC_MONTHS.iter().position(|names| is_it(names, name));
    let of_pair = pair.and_then(|pair| find(&pair)).map(|at| (at + 1, 2));
    of_pair.or_else(|| find(first).map(|at| (at + 1, 1)))
}

/// The same for months that Libya had, which are such only beside a day.
pub(super) fn libyan_month(words: &[&str]) -> Option<(usize, usize)> {
    let find = |name: &str| LIBYAN_MONTHS.iter().position(|known| *known == name);
    let pair = words.get(..2).map(|pair| pair.join(" "));
    let of_pair = pair.and_then(|pair| find(&pair)).map(|at| (at + 1, 2));
    of_pair.or_else(|| find(words.first()?).map(|at| (at + 1, 1)))
}

/// The number of a day of the week by its name, Monday is 1.
pub(crate) fn weekday(word: &str) -> Option<usize> {
    if word.is_ascii() {
        return by_beginning(&WEEKDAYS, word);
    }
    let names = ARABIC_WEEKDAYS.iter();
    Some(1 + names.clone().position(|names| names.contains(&word))?)
}

/// Whether a word is one of the Hijri calendar.
pub(crate) fn is_hijri(word: &str) -> bool {
    HIJRI.contains(&word)
}

/// The number of the only one of `names` that begins with `word`, which has three letters or more.
fn by_beginning<const N: usize>(names: &[[&str; 2]; N], word: &str) -> Option<usize> {
    if word.len() < 3 {
        return None;
    }
    let begins = |names: &[&str; 2]| names.iter().any(|whole| whole.starts_with(word));
    let mut found = (1..).zip(names).filter(|(_, names)| begins(names));
    let (number, _) = found.next()?;
    // `jui` begins two French months.
    found.next().is_none().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_month_in_every_tradition() {
        for (number, names) in (1..).zip(ARABIC_MONTHS) {
            for name in names {
                let words: Vec<&str> = name.split(' ').collect();
                assert_eq!(month(&words), Some((number, words.len())), "{name}");
            }
        }
        assert_eq!(month(&["sept"]), Some((9, 1)));
        assert_eq!(month(&["jui"]), None);
        assert_eq!(weekday("mer"), Some(3));
        assert_eq!(weekday("الجمعه"), Some(5));
    }
}
