//! The words of quantities in English, French and Arabic, in the plain letters of [`super::tokens`]; the longer of two
//! that begin alike stands first.

/// What a word before a number makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hedge {
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
    About,
}

/// Such words, before a number.
pub(super) const HEDGES: &[(&str, Hedge)] = &[
    ("no more than", Hedge::AtMost), ("not more than", Hedge::AtMost), ("at most", Hedge::AtMost), ("up to", Hedge::AtMost),
    ("no fewer than", Hedge::AtLeast), ("no less than", Hedge::AtLeast), ("at least", Hedge::AtLeast),
    ("more than", Hedge::MoreThan), ("over", Hedge::MoreThan), ("upwards of", Hedge::AtLeast),
    ("fewer than", Hedge::LessThan), ("less than", Hedge::LessThan), ("under", Hedge::LessThan),
    ("about", Hedge::About), ("around", Hedge::About), ("some", Hedge::About), ("approximately", Hedge::About),
    ("roughly", Hedge::About), ("nearly", Hedge::About), ("almost", Hedge::About), ("an estimated", Hedge::About),
    ("estimated", Hedge::About),
    ("pas plus de", Hedge::AtMost), ("pas plus d", Hedge::AtMost), ("au plus", Hedge::AtMost), ("jusqu a", Hedge::AtMost),
    ("pas moins de", Hedge::AtLeast), ("pas moins d", Hedge::AtLeast), ("au moins", Hedge::AtLeast),
    ("plus de", Hedge::MoreThan), ("plus d", Hedge::MoreThan), ("moins de", Hedge::LessThan), ("moins d", Hedge::LessThan),
    ("environ", Hedge::About), ("quelque", Hedge::About), ("quelques", Hedge::About), ("pres de", Hedge::About),
    ("pres d", Hedge::About), ("presque", Hedge::About), ("autour de", Hedge::About), ("a peu pres", Hedge::About),
    ("ما لا يزيد علي", Hedge::AtMost), ("ما لا يزيد عن", Hedge::AtMost), ("لا يزيد علي", Hedge::AtMost),
    ("لا يزيد عن", Hedge::AtMost), ("لا يتجاوز", Hedge::AtMost), ("لا يتعدي", Hedge::AtMost), ("ما يصل الي", Hedge::AtMost),
    ("ما لا يقل عن", Hedge::AtLeast), ("لا يقل عن", Hedge::AtLeast), ("لا تقل عن", Hedge::AtLeast),
    ("علي الاقل", Hedge::AtLeast), ("اكثر من", Hedge::MoreThan), ("ما يزيد علي", Hedge::MoreThan),
    ("ما يزيد عن", Hedge::MoreThan), ("يزيد علي", Hedge::MoreThan), ("يزيد عن", Hedge::MoreThan),
    ("يتجاوز", Hedge::MoreThan), ("ازيد من", Hedge::MoreThan), ("اقل من", Hedge::LessThan), ("حوالي", Hedge::About),
    ("نحو", Hedge::About), ("قرابه", Hedge::About), ("زهاء", Hedge::About), ("ما يقارب", Hedge::About),
    ("ما يقرب من", Hedge::About), ("بضع", Hedge::About),
];

/// Such words behind a number.
pub(super) const HEDGES_BEHIND: &[(&str, Hedge)] = &[
    ("or more", Hedge::AtLeast), ("at least", Hedge::AtLeast), ("ou plus", Hedge::AtLeast), ("au moins", Hedge::AtLeast),
    ("علي الاقل", Hedge::AtLeast), ("علي الاكثر", Hedge::AtMost), ("at most", Hedge::AtMost), ("au plus", Hedge::AtMost),
    ("تقريبا", Hedge::About),
];

/// Numbers in words.
pub(super) const WORDS: &[(&str, i64)] = &[
    ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10),
    ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16),
    ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50),
    ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
    ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("sept", 7), ("huit", 8), ("neuf", 9), ("dix", 10),
    ("onze", 11), ("douze", 12), ("treize", 13), ("quatorze", 14), ("quinze", 15), ("seize", 16), ("vingt", 20),
    ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60),
    ("ثلاثه", 3), ("ثلاث", 3), ("اربعه", 4), ("اربع", 4), ("خمسه", 5), ("خمس", 5), ("سته", 6), ("ست", 6), ("سبعه", 7),
    ("سبع", 7), ("ثمانيه", 8), ("ثماني", 8), ("ثمان", 8), ("تسعه", 9), ("تسع", 9), ("عشره", 10), ("عشر", 10),
    ("عشرون", 20), ("عشرين", 20), ("ثلاثون", 30), ("ثلاثين", 30), ("اربعون", 40), ("اربعين", 40), ("خمسون", 50),
    ("خمسين", 50), ("ستون", 60), ("ستين", 60), ("سبعون", 70), ("سبعين", 70), ("ثمانون", 80), ("ثمانين", 80),
    ("تسعون", 90), ("تسعين", 90), ("مئتان", 200), ("مئتين", 200), ("مائتان", 200), ("مائتين", 200), ("ثلاثمئه", 300),
    ("ثلاثمائه", 300), ("اربعمئه", 400), ("اربعمائه", 400), ("خمسمئه", 500), ("خمسمائه", 500), ("ستمئه", 600),
    ("ستمائه", 600), ("سبعمئه", 700), ("سبعمائه", 700), ("ثمانمئه", 800), ("ثمانمائه", 800), ("تسعمئه", 900),
    ("تسعمائه", 900), ("الفان", 2000), ("الفين", 2000), ("مليونان", 2_000_000), ("مليونين", 2_000_000),
];

/// Words that multiply what stands before them, or stand for one of themselves.
pub(super) const MAGNITUDES: &[(&str, i64)] = &[
    ("hundred", 100), ("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000), ("cent", 100), ("cents", 100),
    ("mille", 1000), ("millions", 1_000_000), ("milliard", 1_000_000_000), ("milliards", 1_000_000_000), ("مئه", 100),
    ("مائه", 100), ("الف", 1000), ("الاف", 1000), ("الفا", 1000), ("مليون", 1_000_000), ("ملايين", 1_000_000),
    ("مليار", 1_000_000_000), ("مليارات", 1_000_000_000),
];

/// Numbers of a size: at least so many.
pub(super) const SIZES: &[(&str, i64)] = &[
    ("dozens of", 24), ("dozens", 24), ("scores of", 40), ("tens of thousands", 20_000), ("hundreds of thousands", 200_000),
    ("hundreds of", 200), ("hundreds", 200), ("thousands of", 2000), ("thousands", 2000), ("des dizaines de milliers", 20_000),
    ("dizaines de milliers", 20_000), ("des dizaines de", 20), ("des dizaines d", 20), ("dizaines de", 20),
    ("des centaines de", 200), ("des centaines d", 200), ("centaines de", 200), ("des milliers de", 2000),
    ("des milliers d", 2000), ("milliers de", 2000), ("عشرات الالاف", 20_000), ("مئات الالاف", 200_000), ("عشرات", 20),
    ("العشرات", 20), ("مئات", 200), ("المئات", 200), ("مائات", 200), ("الاف", 2000), ("الالاف", 2000),
];

/// Numbers that are about one size.
pub(super) const ABOUT: &[(&str, i64)] = &[
    ("a dozen", 12), ("half a dozen", 6), ("a hundred", 100), ("a thousand", 1000), ("une demi douzaine", 6),
    ("une dizaine", 10), ("une douzaine", 12), ("une quinzaine", 15), ("une vingtaine", 20), ("une trentaine", 30),
    ("une quarantaine", 40), ("une cinquantaine", 50), ("une soixantaine", 60), ("une centaine", 100), ("un millier", 1000),
    ("un bon millier", 1000),
];

/// Words behind a number that is no number of things: time, measures, ranks.
pub(super) const MEASURES: &[&str] = &[
    "km", "kilometre", "kilometres", "kilometer", "kilometers", "m", "metre", "metres", "meter", "meters", "mile", "miles",
    "cm", "mm", "kg", "percent", "per", "pour", "pc", "degrees", "degres", "st", "nd", "rd", "th", "er", "ere", "eme", "e",
    "am", "pm", "h", "hours", "hour", "heures", "heure", "minutes", "minute", "seconds", "secondes", "day", "days", "week",
    "weeks", "month", "months", "year", "years", "jour", "jours", "semaine", "semaines", "mois", "an", "ans", "annee",
    "annees", "كيلومتر", "كيلومترا", "كيلومترات", "كلم", "كم", "متر", "مترا", "امتار", "ميل", "بالمئه", "بالمائه", "يوم",
    "يوما", "ايام", "اسبوع", "اسبوعا", "اسابيع", "شهر", "شهرا", "اشهر", "شهور", "عام", "عاما", "اعوام", "سنه", "سنوات",
    "ساعه", "ساعات", "دقيقه", "دقائق",
];
