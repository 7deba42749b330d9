//! Words for an end that has not come.

use super::letters::plain;

/// In the languages of the program, in plain letters.
const ONGOING: [&str; 36] = [
    "present",
    "the present",
    "to present",
    "until present",
    "ongoing",
    "on going",
    "still ongoing",
    "continuing",
    "current",
    "currently",
    "to date",
    "until now",
    "now",
    "en cours",
    "toujours en cours",
    "a present",
    "jusqu'a present",
    "jusqu'a aujourd'hui",
    "aujourd'hui",
    "a ce jour",
    "jusqu'a ce jour",
    "actuel",
    "actuelle",
    "actuellement",
    "maintenant",
    "continue",
    "حتي الان",
    "الي الان",
    "الان",
    "حتي اليوم",
    "حتي تاريخه",
    "حاليا",
    "مستمر",
    "مستمره",
    "جار",
    "جاريه",
];

/// Whether the text in the place of an end says that there is none yet: `present`, `en cours`, `حتى الآن`.
#[must_use]
pub fn means_ongoing(written: &str) -> bool {
    let bare: String = plain(written)
        .chars()
        .filter(|letter| !matches!(letter, '(' | ')' | '[' | ']' | '.'))
        .map(|letter| {
            if matches!(letter, '-' | '_') {
                ' '
            } else {
                letter
            }
        })
        .collect();
    ONGOING.contains(&bare.trim())
}
