use super::*;

fn values(lang: &str, published: &str, text: &str) -> String {
    let day: Date = published.parse().unwrap();
    let mut tokens = Tokens::of(text);
    tokens.has_both_orders = lang == "en";
    let found = dates(&tokens, Some((day, day)));
    let values: Vec<String> = found.into_iter().map(|it| it.value).collect();
    if values.is_empty() {
        "-".to_owned()
    } else {
        values.join(" ")
    }
}

#[test]
fn expressions_of_three_languages_have_the_value_that_the_table_says() {
    let mut of_language = [0; 3];
    for line in include_str!("expressions.tsv").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [lang, published, sentence, expected] = fields.as_slice() else {
            panic!("{line}");
        };
        if lang.starts_with('#') {
            continue;
        }
        let place = ["en", "fr", "ar"].iter().position(|it| it == lang).unwrap();
        of_language[place] += 1;
        assert_eq!(values(lang, published, sentence), *expected, "{sentence}");
    }
    assert!(
        of_language.iter().all(|count| *count >= 60),
        "{of_language:?}"
    );
}

#[test]
fn without_a_day_of_publication_only_what_says_its_year_is_proposed() {
    let tokens = Tokens::of(
        "They left on 5 January 2022 and came back in March; last week they left, on Friday.",
    );
    let values: Vec<String> = dates(&tokens, None)
        .into_iter()
        .map(|it| it.value)
        .collect();
    assert_eq!(values, ["2022-01-05", "2022-03"]);
}

#[test]
fn hostile_texts_end() {
    for text in [
        "من ".repeat(5000),
        "5 ".repeat(5000),
        "between ".repeat(5000),
        "before ".repeat(5000),
        "5, ".repeat(5000),
        "the end of ".repeat(5000),
        "2022-".repeat(5000),
        "de la fin de ".repeat(5000),
    ] {
        let tokens = Tokens::of(&text);
        let _ = dates(&tokens, None);
    }
}
