//! JSON whose records are lists of cells below a list of names: one list of such lists, or a list a line.

use super::{Format, Opening, Translated, csv::write::push_as_it_is, text};
use crate::{
    io::{
        decode::decode, error::ReadErrorKind, split::most_records, text_position::TextPosition,
        watch::Watch,
    },
    scan::{
        json::{items_of, skip_space, unescaped, value_end},
        pieces,
    },
};

/// Lists of cells.
pub static JSON_ROWS: Format = Format {
    id: "json-rows",
    name: "JSON lists",
    endings: &["json", "jsonl"],
    media_types: &[],
    sniff: |head| {
        let head = text::valid(head).trim_ascii_start();
        has_lists(head) || has_lists_a_line(head)
    },
    open: Some(Opening::Translated(read)),
    write: None,
    losses: None,
};

/// Rows between two reports of progress.
const ROWS_BETWEEN_REPORTS: usize = 4096;

/// `[[`, and a text or a number, which a name or a cell may be.
fn has_lists(head: &str) -> bool {
    let bytes = head.as_bytes();
    let inner = skip_space(bytes, 1);
    let cell = skip_space(bytes, inner + 1);
    bytes.first() == Some(&b'[') && bytes.get(inner) == Some(&b'[') && is_cell(bytes.get(cell))
}

/// Lists of cells on the first two lines.
fn has_lists_a_line(head: &str) -> bool {
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_list = |line: &str| {
        let bytes = line.as_bytes();
        line.starts_with('[') && is_cell(bytes.get(skip_space(bytes, 1)))
    };
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    is_list(first) && first.ends_with(']') && is_list(second)
}

fn is_cell(first: Option<&u8>) -> bool {
    matches!(first, Some(b'"' | b'-' | b'0'..=b'9' | b'n' | b't' | b'f'))
}

fn read(bytes: &[u8], watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    let text = decode(bytes.to_vec()).map_err(ReadErrorKind::NotText)?;
    let start = skip_space(text.as_bytes(), 0);
    let body = text.get(start..).unwrap_or_default();
    let rows = if has_lists(body) {
        let end = value_end(text.as_bytes(), start).map_err(|_| ReadErrorKind::Truncated)?;
        let behind = skip_space(text.as_bytes(), end);
        if behind < text.len() {
            return Err(ReadErrorKind::Several(TextPosition::of(&text, behind)));
        }
        let rows = items_of(text.get(start..end).unwrap_or_default());
        rows.into_iter()
            .map(|row| start + row.start..start + row.end)
            .collect::<Vec<_>>()
    } else {
        pieces(&text, b'\n').collect()
    };
    let limit = most_records(bytes.len());
    if rows.len() > limit {
        return Err(ReadErrorKind::TooManyRecords(limit));
    }
    let mut table = "sep=,\n".to_owned();
    for (number, row) in rows.iter().enumerate() {
        let line = text.get(row.clone()).unwrap_or_default();
        if !line.starts_with('[') || value_end(line.as_bytes(), 0).ok() != Some(line.len()) {
            return Err(ReadErrorKind::NotJson(TextPosition::of(&text, row.start)));
        }
        push_row(&mut table, line);
        if number.is_multiple_of(ROWS_BETWEEN_REPORTS) {
            watch
                .advance(row.end as u64, Some(text.len() as u64), number)
                .ok_or(ReadErrorKind::Cancelled)?;
        }
    }
    Ok(Translated::of_rows(table, Vec::new()))
}

/// Adds a list as a row of a table. Lists and objects in it are cells with their JSON.
fn push_row(table: &mut String, list: &str) {
    for cell in items_of(list) {
        match list.get(cell).unwrap_or_default() {
            "null" => table.push(','),
            text if text.starts_with('"') => push_as_it_is(table, &unescaped(text)),
            other => push_as_it_is(table, other),
        }
    }
    if table.ends_with(',') {
        table.pop();
    }
    table.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<String, ReadErrorKind> {
        let translated = read(text.as_bytes(), &Watch::nobody())?;
        Ok(translated.text)
    }

    #[test]
    fn lists_of_cells_become_rows() {
        let expected = "sep=,\nid,when,x\na,\"1,5\",-8.0\nb,,\"[1, 2]\"\n";
        let whole = r#"[["id","when","x"], ["a","1,5",-8.0],["b",null,[1, 2]]]"#;
        let lines = "[\"id\",\"when\",\"x\"]\n[\"a\",\"1,5\",-8.0]\n\n[\"b\",null,[1, 2]]\n";
        for text in [whole, lines] {
            assert!((JSON_ROWS.sniff)(text.as_bytes()), "{text}");
            assert_eq!(table(text).unwrap(), expected);
        }
        for other in [
            "[{\"a\":1}]",
            "[[[1,2]]]",
            "[1,2]",
            "[\"a\"]",
            "{}",
            "[]",
            "",
        ] {
            assert!(!(JSON_ROWS.sniff)(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn what_breaks_off_or_goes_on_is_said() {
        let broken = |text: &str| table(text).unwrap_err();
        let cut = broken("[[\"a\",\"b\"],[\"1\"");
        assert!(matches!(cut, ReadErrorKind::Truncated));
        let more = broken("[[\"a\",\"b\"]]\n[[1,2]]");
        assert!(matches!(more, ReadErrorKind::Several(place) if place.line == 2));
        let line = broken("[\"a\",\"b\"]\n[1,2\n");
        assert!(matches!(line, ReadErrorKind::NotJson(place) if place.line == 2));
    }
}
