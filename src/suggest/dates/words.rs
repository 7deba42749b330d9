//! The words of dates in English, French and Arabic, in the plain letters of [`super::super::tokens`]; the longer of
//! two that begin alike stands first.

/// Before a date: from then on.
pub(super) const SINCE: &[&str] = &[
    "ever since", "since", "starting from", "starting in", "starting on", "beginning in", "as of", "depuis", "des",
    "a partir de", "a partir du", "a partir d", "a compter de", "a compter du", "a compter d", "منذ", "مند",
    "ابتداء من", "اعتبارا من", "بدءا من", "انطلاقا من",
];

/// Before a date: up to then.
pub(super) const UNTIL: &[&str] = &[
    "until", "till", "up until", "up to", "jusqu en", "jusqu a", "jusqu au", "jusqu aux", "jusque", "حتي", "الي غايه",
    "لغايه", "وصولا الي",
];

/// Before a date: what ends before it.
pub(super) const BEFORE: &[&str] = &["before", "prior to", "avant", "قبل", "قبيل"];

/// Before a date: what begins behind it.
pub(super) const AFTER: &[&str] = &["after", "following", "apres", "بعد", "عقب"];

/// Before a date: about then.
pub(super) const AROUND: &[&str] = &[
    "around", "about", "circa", "approximately", "on or about", "vers", "autour de", "autour du", "aux alentours de",
    "aux alentours du", "aux environs de", "aux environs du", "environ", "حوالي", "نحو", "قرابه", "زهاء", "في حدود",
    "ما يقارب",
];

/// Before the first of two dates that something lies between.
pub(super) const BETWEEN: &[&str] = &[
    "between", "entre", "في الفتره ما بين", "في الفتره بين", "خلال الفتره ما بين", "الفتره ما بين", "ما بين", "بين",
];

/// Between such dates.
pub(super) const AND: &[&str] = &["and", "et", "و"];

/// Before the first of two dates that something reaches from one to the other.
pub(super) const FROM: &[&str] = &["from", "de", "du", "d", "من", "في الفتره من", "خلال الفتره من"];

/// Between such dates.
pub(super) const TO: &[&str] = &[
    "to", "until", "till", "through", "up to", "a", "au", "jusqu en", "jusqu a", "jusqu au", "وحتي", "حتي", "الي",
    "ولغايه", "لغايه",
];

/// Words that may stand between an operator and its date.
pub(super) const ARTICLES: &[&str] = &["the", "le", "la", "l", "les", "du", "de", "d", "en", "au", "in", "on", "يوم", "في"];

/// What makes a month or a year by itself a date, standing before it.
pub(super) const LEADS_MONTH: &[&str] = &[
    "in", "during", "of", "by", "throughout", "en", "de", "d", "courant", "pendant", "durant", "au mois de",
    "au mois d", "du mois de", "mois de", "mois d", "the month of", "month of", "في شهر", "خلال شهر", "من شهر", "شهر",
    "في", "خلال", "اثناء", "من", "بحلول", "مطلع",
];

pub(super) const LEADS_YEAR: &[&str] = &[
    "in the year", "the year", "in", "during", "of", "by", "throughout", "year", "en l an", "en l annee", "l an",
    "l annee", "annee", "an", "en", "de", "d", "courant", "pendant", "durant", "pour", "في العام", "في عام", "في سنه",
    "خلال العام", "خلال عام", "خلال سنه", "بحلول العام", "بحلول عام", "من العام", "من عام", "من سنه", "العام", "عام",
    "السنه", "سنه", "سنوات", "في", "خلال", "بحلول", "من", "اثناء",
];

/// Thirds: before a month or a year, and which.
pub(super) const THIRDS: &[(&str, u8)] = &[
    ("the beginning of", 0), ("beginning of", 0), ("the start of", 0), ("start of", 0), ("the first days of", 0),
    ("first days of", 0), ("early in", 0), ("early", 0),
    ("the middle of", 1), ("middle of", 1), ("mid", 1),
    ("the end of", 2), ("end of", 2), ("the last days of", 2), ("last days of", 2), ("the close of", 2),
    ("late in", 2), ("late", 2),
    ("au tout debut de", 0), ("au debut de", 0), ("au debut du mois de", 0), ("debut du mois de", 0),
    ("au debut du mois d", 0), ("debut du mois d", 0), ("le debut de", 0), ("debut de", 0), ("debut d", 0),
    ("au debut d", 0), ("au debut du", 0), ("debut du", 0), ("debut", 0), ("les premiers jours de", 0),
    ("premiers jours de", 0), ("premiers jours d", 0),
    ("au milieu de", 1), ("au milieu du", 1), ("milieu de", 1), ("a la mi", 1), ("mi", 1), ("milieu", 1),
    ("a la toute fin de", 2), ("a la fin du mois de", 2), ("a la fin du mois d", 2), ("a la fin de", 2),
    ("a la fin du", 2), ("a la fin d", 2), ("la fin de", 2), ("fin du mois de", 2), ("fin de", 2), ("fin du", 2),
    ("fin d", 2), ("fin", 2), ("les derniers jours de", 2), ("derniers jours de", 2), ("derniers jours d", 2),
    ("بدايه", 0), ("بدايات", 0), ("البدايه", 0), ("مطلع", 0), ("مستهل", 0), ("اوائل", 0), ("غره", 0),
    ("الايام الاولي من", 0),
    ("منتصف", 1), ("اواسط", 1), ("وسط", 1),
    ("نهايه", 2), ("نهايات", 2), ("اواخر", 2), ("اخر", 2), ("ختام", 2), ("الايام الاخيره من", 2),
];

/// What may stand between a third and its month or year.
pub(super) const OF: &[&str] = &["of", "in", "de", "du", "d", "l", "le", "la", "l annee", "l an", "من", "شهر", "العام", "عام", "سنه", "السنه"];

/// Halves.
pub(super) const HALVES: &[(&str, u8)] = &[
    ("the first half of", 0), ("first half of", 0), ("the second half of", 1), ("second half of", 1),
    ("the latter half of", 1), ("la premiere moitie de", 0), ("premiere moitie de", 0), ("premiere moitie du mois de", 0),
    ("la seconde moitie de", 1), ("seconde moitie de", 1), ("deuxieme moitie de", 1), ("premiere moitie d", 0),
    ("seconde moitie d", 1), ("premier semestre de", 0), ("premier semestre", 0), ("second semestre de", 1),
    ("second semestre", 1), ("deuxieme semestre de", 1), ("deuxieme semestre", 1), ("النصف الاول من", 0),
    ("النصف الثاني من", 1),
];

/// Quarters of a year.
pub(super) const QUARTERS: &[(&str, u8)] = &[
    ("the first quarter of", 0), ("first quarter of", 0), ("the second quarter of", 1), ("second quarter of", 1),
    ("the third quarter of", 2), ("third quarter of", 2), ("the fourth quarter of", 3), ("fourth quarter of", 3),
    ("the last quarter of", 3), ("last quarter of", 3), ("premier trimestre de", 0), ("premier trimestre", 0),
    ("deuxieme trimestre de", 1), ("deuxieme trimestre", 1), ("troisieme trimestre de", 2), ("troisieme trimestre", 2),
    ("quatrieme trimestre de", 3), ("quatrieme trimestre", 3), ("dernier trimestre de", 3), ("الربع الاول من", 0),
    ("الربع الثاني من", 1), ("الربع الثالث من", 2), ("الربع الاخير من", 3), ("الربع الرابع من", 3),
];

/// Seasons, by their code in EDTF.
pub(super) const SEASONS: &[(&str, u8)] = &[
    ("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24), ("printemps", 21), ("ete", 22),
    ("automne", 23), ("hiver", 24), ("ربيع", 21), ("الربيع", 21), ("صيف", 22), ("الصيف", 22), ("خريف", 23),
    ("الخريف", 23), ("شتاء", 24), ("الشتاء", 24),
];

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeUnit {
    Day,
    Week,
    Weekend,
    Month,
    Year,
    Decade,
}

pub(super) const UNITS: &[(&str, TimeUnit)] = &[
    ("day", TimeUnit::Day), ("days", TimeUnit::Day), ("week", TimeUnit::Week), ("weeks", TimeUnit::Week), ("weekend", TimeUnit::Weekend),
    ("week end", TimeUnit::Weekend), ("month", TimeUnit::Month), ("months", TimeUnit::Month), ("year", TimeUnit::Year),
    ("years", TimeUnit::Year), ("decade", TimeUnit::Decade), ("decades", TimeUnit::Decade),
    ("jour", TimeUnit::Day), ("jours", TimeUnit::Day), ("journee", TimeUnit::Day), ("semaine", TimeUnit::Week), ("semaines", TimeUnit::Week),
    ("mois", TimeUnit::Month), ("an", TimeUnit::Year), ("ans", TimeUnit::Year), ("annee", TimeUnit::Year), ("annees", TimeUnit::Year),
    ("decennie", TimeUnit::Decade),
    ("يوم", TimeUnit::Day), ("اليوم", TimeUnit::Day), ("ايام", TimeUnit::Day), ("الايام", TimeUnit::Day), ("يوما", TimeUnit::Day),
    ("اسبوع", TimeUnit::Week), ("الاسبوع", TimeUnit::Week), ("اسابيع", TimeUnit::Week), ("الاسابيع", TimeUnit::Week),
    ("اسبوعا", TimeUnit::Week), ("شهر", TimeUnit::Month), ("الشهر", TimeUnit::Month), ("اشهر", TimeUnit::Month),
    ("الاشهر", TimeUnit::Month), ("شهور", TimeUnit::Month), ("الشهور", TimeUnit::Month), ("شهرا", TimeUnit::Month), ("عام", TimeUnit::Year),
    ("العام", TimeUnit::Year), ("سنه", TimeUnit::Year), ("السنه", TimeUnit::Year), ("اعوام", TimeUnit::Year), ("الاعوام", TimeUnit::Year),
    ("سنوات", TimeUnit::Year), ("السنوات", TimeUnit::Year), ("سنين", TimeUnit::Year), ("عاما", TimeUnit::Year),
    ("عطله نهايه الاسبوع", TimeUnit::Weekend), ("نهايه الاسبوع", TimeUnit::Weekend), ("عقد", TimeUnit::Decade), ("العقد", TimeUnit::Decade),
];

/// Units that are more than one.
pub(super) const PLURALS: &[&str] = &[
    "days", "weeks", "months", "years", "decades", "weekends", "jours", "semaines", "ans", "annees", "ايام", "الايام",
    "اسابيع", "الاسابيع", "اشهر", "الاشهر", "شهور", "الشهور", "اعوام", "الاعوام", "سنوات", "السنوات", "سنين",
];

/// Arabic says two of a unit in one word.
pub(super) const TWO: &[(&str, TimeUnit)] = &[
    ("يومين", TimeUnit::Day), ("يومان", TimeUnit::Day), ("اسبوعين", TimeUnit::Week), ("اسبوعان", TimeUnit::Week),
    ("شهرين", TimeUnit::Month), ("شهران", TimeUnit::Month), ("عامين", TimeUnit::Year), ("عامان", TimeUnit::Year),
    ("سنتين", TimeUnit::Year), ("سنتان", TimeUnit::Year), ("اليومين", TimeUnit::Day), ("الاسبوعين", TimeUnit::Week),
    ("الشهرين", TimeUnit::Month), ("العامين", TimeUnit::Year),
];

/// Which of several: the one before, this, the one to come.
pub(super) const LAST_BEFORE: &[&str] = &["last", "this past", "the past", "past"];
pub(super) const THIS_BEFORE: &[&str] = &["this", "ce", "cet", "cette", "هذا", "هذه", "the current", "current"];
pub(super) const NEXT_BEFORE: &[&str] = &["next", "this coming", "the coming"];
pub(super) const LAST_BEHIND: &[&str] = &[
    "last", "dernier", "derniere", "passe", "passee", "ecoule", "ecoulee", "الماضي", "الماضيه", "المنصرم", "المنصرمه",
    "الفائت", "الفائته", "الاخير",
];
pub(super) const THIS_BEHIND: &[&str] = &[
    "ci", "courant", "en cours", "de ce mois", "الجاري", "الجاريه", "الحالي", "الحاليه",
];
pub(super) const NEXT_BEHIND: &[&str] = &[
    "prochain", "prochaine", "a venir", "المقبل", "المقبله", "القادم", "القادمه",
];

/// Days by their place beside today.
pub(super) const DAYS: &[(&str, i64)] = &[
    ("the day before yesterday", -2), ("day before yesterday", -2), ("yesterday", -1), ("last night", -1),
    ("today", 0), ("this morning", 0), ("this afternoon", 0), ("this evening", 0), ("tonight", 0),
    ("the day after tomorrow", 2), ("tomorrow", 1), ("avant hier", -2), ("hier", -1), ("aujourd hui", 0),
    ("ce matin", 0), ("cet apres midi", 0), ("ce soir", 0), ("apres demain", 2), ("demain", 1), ("اول امس", -2),
    ("اول من امس", -2), ("امس الاول", -2), ("البارحه", -1), ("ليله امس", -1), ("مساء امس", -1), ("صباح امس", -1),
    ("بالامس", -1), ("يوم امس", -1), ("امس", -1), ("صباح اليوم", 0), ("مساء اليوم", 0), ("فجر اليوم", 0), ("بعد غد", 2), ("غدا", 1),
];

/// Days beside the date before.
pub(super) const BESIDE: &[(&str, i64)] = &[
    ("the following day", 1), ("following day", 1), ("the next day", 1), ("the day after", 1), ("the previous day", -1),
    ("the day before", -1), ("the same day", 0), ("that same day", 0), ("that day", 0), ("le lendemain", 1),
    ("lendemain", 1), ("le jour suivant", 1), ("la veille", -1), ("le meme jour", 0), ("ce jour la", 0),
    ("في اليوم التالي", 1), ("اليوم التالي", 1), ("في اليوم الموالي", 1), ("اليوم السابق", -1), ("في اليوم نفسه", 0),
    ("اليوم نفسه", 0), ("في اليوم ذاته", 0), ("اليوم ذاته", 0), ("نفس اليوم", 0), ("في ذلك اليوم", 0),
];

/// Stretches beside the date before.
pub(super) const BESIDE_LONG: &[(&str, TimeUnit, i64)] = &[
    ("the same month", TimeUnit::Month, 0), ("that month", TimeUnit::Month, 0), ("the following month", TimeUnit::Month, 1),
    ("the previous month", TimeUnit::Month, -1), ("the same year", TimeUnit::Year, 0), ("that year", TimeUnit::Year, 0),
    ("the following year", TimeUnit::Year, 1), ("the previous year", TimeUnit::Year, -1), ("the following week", TimeUnit::Week, 1),
    ("the previous week", TimeUnit::Week, -1), ("the same week", TimeUnit::Week, 0), ("that week", TimeUnit::Week, 0),
    ("le meme mois", TimeUnit::Month, 0), ("le mois suivant", TimeUnit::Month, 1), ("le mois precedent", TimeUnit::Month, -1),
    ("la meme annee", TimeUnit::Year, 0), ("l annee suivante", TimeUnit::Year, 1), ("l annee precedente", TimeUnit::Year, -1),
    ("la semaine suivante", TimeUnit::Week, 1), ("la semaine precedente", TimeUnit::Week, -1), ("la meme semaine", TimeUnit::Week, 0),
    ("الشهر نفسه", TimeUnit::Month, 0), ("الشهر ذاته", TimeUnit::Month, 0), ("نفس الشهر", TimeUnit::Month, 0),
    ("الشهر التالي", TimeUnit::Month, 1), ("العام نفسه", TimeUnit::Year, 0), ("العام ذاته", TimeUnit::Year, 0),
    ("السنه نفسها", TimeUnit::Year, 0), ("نفس العام", TimeUnit::Year, 0), ("العام التالي", TimeUnit::Year, 1),
    ("السنه التاليه", TimeUnit::Year, 1), ("الاسبوع التالي", TimeUnit::Week, 1), ("الاسبوع نفسه", TimeUnit::Week, 0),
];

/// Behind so many units: before today, behind the date before, before the date before.
pub(super) const AGO: &[&str] = &["ago"];
pub(super) const LATER: &[&str] = &["later", "after that", "afterwards", "plus tard", "apres"];
pub(super) const EARLIER: &[&str] = &["earlier", "before that", "previously", "plus tot", "auparavant", "avant"];

/// Before so many units: the same.
pub(super) const AGO_BEFORE: &[&str] = &["il y a", "voici", "voila", "قبل نحو", "قبل حوالي", "منذ نحو", "قبل", "منذ"];
pub(super) const LATER_BEFORE: &[&str] = &["بعد ذلك", "بعدها", "بعد"];
pub(super) const EARLIER_BEFORE: &[&str] = &["قبل ذلك", "قبلها"];

/// Before so many units that are over, or behind them: the stretch up to today.
pub(super) const PAST_BEFORE: &[&str] = &[
    "over the last", "over the past", "in the last", "in the past", "during the last", "during the past", "the last",
    "the past", "past", "last", "ces", "les", "au cours des", "durant les", "خلال", "في", "طوال", "علي مدي",
];
pub(super) const PAST_BEHIND: &[&str] = &["derniers", "dernieres", "الماضيه", "الاخيره", "الماضيين", "الاخيرين"];
pub(super) const PAST_INSIDE: &[&str] = &["derniers", "dernieres"];

/// Names before a number that is theirs: no year and no day.
pub(super) const NAMED: &[&str] = &[
    "camp", "base", "flight", "vol", "hill", "cote", "colline", "route", "road", "rn", "highway", "unit", "unite",
    "regiment", "brigade", "resolution", "law", "loi", "decree", "decret", "article", "page", "room", "salle", "zone",
    "block", "bloc", "gate", "porte", "runway", "piste", "model", "modele", "type", "version", "obr", "number", "no",
    "numero", "n", "hangar", "convoy", "convoi", "post", "poste", "point", "checkpoint", "المخيم", "مخيم", "القاعده",
    "قاعده", "الرحله", "رحله", "المعسكر", "معسكر", "القرار", "قرار", "الماده", "القانون", "قانون", "طراز", "رقم",
    "الطريق", "طريق", "الكتيبه", "كتيبه", "اللواء", "الفوج", "الوحده", "وحده", "التله", "تله", "البوابه", "المدرج",
    "النقطه", "نقطه", "الفقره",
];

/// Cardinal numbers up to twenty, which stand before units of time.
pub(super) const CARDINALS: &[(&str, i64)] = &[
    ("a", 1), ("an", 1), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
    ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14),
    ("fifteen", 15), ("twenty", 20),
    ("un", 1), ("une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("sept", 7), ("huit", 8), ("neuf", 9),
    ("dix", 10), ("onze", 11), ("douze", 12), ("treize", 13), ("quatorze", 14), ("quinze", 15), ("vingt", 20),
    ("ثلاثه", 3), ("ثلاث", 3), ("اربعه", 4), ("اربع", 4), ("خمسه", 5), ("خمس", 5), ("سته", 6), ("ست", 6), ("سبعه", 7),
    ("سبع", 7), ("ثمانيه", 8), ("ثماني", 8), ("ثمان", 8), ("تسعه", 9), ("تسع", 9), ("عشره", 10), ("عشر", 10),
];

/// Days of a month.
pub(super) const ORDINALS: &[(&str, u8)] = &[
    ("twenty first", 21), ("twenty second", 22), ("twenty third", 23), ("twenty fourth", 24), ("twenty fifth", 25),
    ("twenty sixth", 26), ("twenty seventh", 27), ("twenty eighth", 28), ("twenty ninth", 29), ("thirty first", 31),
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
    ("eighth", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13),
    ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18),
    ("nineteenth", 19), ("twentieth", 20), ("thirtieth", 30), ("premier", 1),
    ("الحادي والعشرين", 21), ("الحادي والعشرون", 21), ("الثاني والعشرين", 22), ("الثاني والعشرون", 22),
    ("الثالث والعشرين", 23), ("الثالث والعشرون", 23), ("الرابع والعشرين", 24), ("الرابع والعشرون", 24),
    ("الخامس والعشرين", 25), ("الخامس والعشرون", 25), ("السادس والعشرين", 26), ("السادس والعشرون", 26),
    ("السابع والعشرين", 27), ("السابع والعشرون", 27), ("الثامن والعشرين", 28), ("الثامن والعشرون", 28),
    ("التاسع والعشرين", 29), ("التاسع والعشرون", 29), ("الحادي والثلاثين", 31), ("الحادي والثلاثون", 31),
    ("الحادي عشر", 11), ("الثاني عشر", 12), ("الثالث عشر", 13), ("الرابع عشر", 14), ("الخامس عشر", 15),
    ("السادس عشر", 16), ("السابع عشر", 17), ("الثامن عشر", 18), ("التاسع عشر", 19),
    ("الاول", 1), ("الثاني", 2), ("الثالث", 3), ("الرابع", 4), ("الخامس", 5), ("السادس", 6), ("السابع", 7), ("الثامن", 8),
    ("التاسع", 9), ("العاشر", 10), ("العشرين", 20), ("العشرون", 20), ("الثلاثين", 30), ("الثلاثون", 30),
];
