//! Dates in words: every sort of date in the three languages.
#![allow(clippy::unwrap_used)]

use jiff::civil::date;
use sahelscope::{
    model::{lang::Lang, layer::Kind, when::When, window::Window},
    text::{Catalogue, dates},
};

fn said(lang: Lang, text: &str, kind: Kind) -> String {
    dates::in_words(&Catalogue::plain(lang), &When::parse(text).unwrap(), kind)
}

#[test]
fn an_event_says_when_it_happened_and_how_well_that_is_known() {
    let table = [
        ("2022-01-05", "5 January 2022"),
        ("2025-01", "some time in January 2025"),
        ("2022", "some time in 2022"),
        ("2022-21", "some time in March–May 2022"),
        ("2022-24", "some time in December 2022 – February 2023"),
        ("202X", "some time in the 2020s"),
        ("2022-01-05~", "about 5 January 2022"),
        ("2022-01~", "about January 2022"),
        ("2022-01-05?", "5 January 2022 (the date is in doubt)"),
        ("2022-01-05%", "about 5 January 2022 (the date is in doubt)"),
        ("2022-01-05T14:30Z", "5 January 2022, 14:30 UTC"),
        (
            "2022-03-27/2022-03-31",
            "between 27 March 2022 and 31 March 2022",
        ),
        ("2022-01/..", "some time from January 2022 on"),
        ("../2022-01", "some time up to January 2022"),
    ];
    for (text, expected) in table {
        assert_eq!(said(Lang::En, text, Kind::Event), expected, "{text}");
    }
}

#[test]
fn a_presence_says_since_when_and_until_when() {
    let table = [
        ("2022-01-05", "seen on 5 January 2022"),
        ("2022-01~", "seen about January 2022"),
        ("2022-01-05/2022-03", "from 5 January 2022 to March 2022"),
        ("2022-01/..", "since January 2022, still going on"),
        ("2022-01~/", "since about January 2022, end unknown"),
        ("../2022", "until 2022, from an earlier time on"),
        ("/2022-03", "until March 2022, beginning unknown"),
    ];
    for (text, expected) in table {
        assert_eq!(said(Lang::En, text, Kind::Presence), expected, "{text}");
    }
}

#[test]
fn french_has_its_articles() {
    let table = [
        ("2022-01-01", Kind::Event, "1er janvier 2022"),
        ("2022-04", Kind::Event, "courant avril 2022"),
        ("2022-01-05~", Kind::Event, "vers le 5 janvier 2022"),
        (
            "2022-03-27/2022-03-31",
            Kind::Event,
            "entre le 27 mars 2022 et le 31 mars 2022",
        ),
        (
            "2022-01-05/2022-03-07",
            Kind::Presence,
            "du 5 janvier 2022 au 7 mars 2022",
        ),
        (
            "2022-04/2022-06",
            Kind::Presence,
            "depuis avril 2022 jusqu’en juin 2022",
        ),
        (
            "2021-12-24/",
            Kind::Presence,
            "depuis le 24 décembre 2021, fin inconnue",
        ),
    ];
    for (text, kind, expected) in table {
        assert_eq!(said(Lang::Fr, text, kind), expected, "{text}");
    }
}

#[test]
fn arabic_writes_day_month_year_with_western_digits() {
    let table = [
        ("2022-01-05", Kind::Event, "5 يناير 2022"),
        ("2025-01", Kind::Event, "في وقت ما خلال يناير 2025"),
        ("2022-01-05~", Kind::Event, "نحو 5 يناير 2022"),
        (
            "2022-03-27/2022-03-31",
            Kind::Event,
            "بين 27 مارس 2022 و31 مارس 2022",
        ),
        (
            "2021-12/",
            Kind::Presence,
            "منذ ديسمبر 2021، والنهاية غير معروفة",
        ),
    ];
    for (text, kind, expected) in table {
        assert_eq!(said(Lang::Ar, text, kind), expected, "{text}");
    }
}

#[test]
fn short_forms_fit_a_list() {
    let words = Catalogue::plain(Lang::En);
    let table = [
        ("2022-01-05", "5 Jan 2022"),
        ("2022-01~", "c. Jan 2022"),
        ("2022-01?", "Jan 2022?"),
        ("2022-01-05/2022-01-12", "5–12 Jan 2022"),
        ("2022-01-05/2022-03-12", "5 Jan – 12 Mar 2022"),
        ("2021-12-24/2022-03-12", "24 Dec 2021 – 12 Mar 2022"),
        ("2022-01/2022-03~", "Jan 2022 – c. Mar 2022"),
        ("2022-01/", "since Jan 2022"),
        ("../2022", "until 2022"),
    ];
    for (text, expected) in table {
        let when = When::parse(text).unwrap();
        assert_eq!(dates::short(&words, &when), expected, "{text}");
    }
}

#[test]
fn a_window_is_named_in_as_few_words_as_say_it() {
    let words = Catalogue::plain(Lang::En);
    let table = [
        ("2022", "2022"),
        ("2021/2023", "2021–2023"),
        ("2022-03", "March 2022"),
        ("2022-03/2022-05", "March–May 2022"),
        ("2021-12/2022-02", "December 2021 – February 2022"),
        ("2022-03-05", "5 March 2022"),
        ("2022-03-05/2022-03-12", "5–12 March 2022"),
        ("2022-03-05/..", "from 5 March 2022 on"),
        ("../2022-03-05", "up to 5 March 2022"),
    ];
    for (text, expected) in table {
        let window = Window::parse(text).unwrap();
        assert_eq!(dates::window(&words, &window), expected, "{text}");
    }
}

#[test]
fn an_interval_is_as_coarse_as_its_coarser_end() {
    let words = Catalogue::plain(Lang::En);
    let precision =
        |text: &str| dates::precision(&words, &When::parse(text).unwrap()).map(ToOwned::to_owned);
    assert_eq!(precision("2022-01-05").as_deref(), Some("to the day"));
    assert_eq!(precision("2022-01-05/2022").as_deref(), Some("to the year"));
    assert_eq!(
        precision("2022-01-05~").as_deref(),
        Some("give or take three days")
    );
}

#[test]
fn every_month_has_a_name_in_each_language() {
    for lang in Lang::ALL {
        let words = Catalogue::new(lang);
        for month in 1..=12 {
            for name in [
                dates::month(&words, month),
                dates::month_short(&words, month),
            ] {
                assert!(
                    !name.is_empty() && !name.starts_with("month"),
                    "{lang} {month}"
                );
            }
        }
    }
    let words = Catalogue::new(Lang::Fr);
    assert_eq!(dates::day_short(&words, date(2022, 2, 1)), "1er févr. 2022");
}
