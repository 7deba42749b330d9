//! Lists as programs write them in one text, where a cell has no place for a list.

use serde_json::Value;

/// The items of a list that a text is: JSON, `['a' 'b']` of Python, `(2:a,b)` of GDAL, `[a, b]` of `DuckDB`,
/// `{a,"b, c"}` of `PostgreSQL`; `None` where it is none.
#[must_use]
pub fn items(text: &str) -> Option<Vec<String>> {
    let text = text.trim();
    let inside = |open: char, close: char| text.strip_prefix(open)?.strip_suffix(close);
    if let Some(inside) = inside('[', ']') {
        return of_json(text).or_else(|| Some(parted(inside)));
    }
    if let Some(inside) = inside('{', '}').filter(|inside| !inside.contains(':')) {
        return Some(parted(inside));
    }
    let (count, list) = inside('(', ')')?.split_once(':')?;
    let count: usize = count.parse().ok()?;
    let items: Vec<String> = list.split(',').map(|item| item.trim().to_owned()).collect();
    // Commas in items cannot be told from those between them.
    Some(if items.len() == count {
        items
    } else {
        vec![list.trim().to_owned()]
    })
}

/// The texts of an array of JSON; numbers as they are written.
fn of_json(text: &str) -> Option<Vec<String>> {
    let Ok(Value::Array(items)) = serde_json::from_str(text) else {
        return None;
    };
    let text = |item: Value| match item {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    items.into_iter().map(text).collect()
}

/// Items in quotes, with whatever between them, or parted by commas.
fn parted(inside: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut rest = inside.trim_start();
    while let Some(first) = rest.chars().next() {
        let quote = Some(first).filter(|first| matches!(first, '\'' | '"'));
        let found = quote.and_then(|quote| quoted(rest, quote));
        let (item, behind) = found.unwrap_or_else(|| {
            let end = rest.find(',').unwrap_or(rest.len());
            let (item, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
            (item.trim().to_owned(), behind)
        });
        items.push(item);
        rest = behind.trim_start();
        rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    }
    items.retain(|item| !item.is_empty() && item != "None" && item != "NULL");
    items
}

/// The inside of the quotes that a text begins with, and what stands behind them.
fn quoted(text: &str, quote: char) -> Option<(String, &str)> {
    let mut item = String::new();
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => item.extend(letters.next().map(|(_, letter)| letter)),
            letter if letter == quote => return Some((item, text.get(at + 1..)?)),
            letter => item.push(letter),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_in_one_text_is_read_as_its_items() {
        for text in [
            r#"["a", "b c"]"#,
            "['a' 'b c']",
            "['a', 'b c']",
            "(2:a,b c)",
            "[a, b c]",
            r#"{a,"b c"}"#,
            " ['a'\n 'b c'] ",
        ] {
            assert_eq!(items(text).unwrap(), ["a", "b c"], "{text}");
        }
        assert_eq!(
            items(r#"["l'un", 'l\'autre']"#).unwrap(),
            ["l'un", "l'autre"]
        );
        assert_eq!(items("(2:a,b,c)").unwrap(), ["a,b,c"]);
        assert_eq!(items("[]").unwrap(), [""; 0]);
        for text in ["a;b", "a", "", "(a)", "{\"a\":1}", "(a:b)"] {
            assert_eq!(items(text), None, "{text}");
        }
    }
}
