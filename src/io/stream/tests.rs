//! Blocks of any length come to the same as the text in one piece.

use proptest::prelude::*;

use super::*;
use crate::{
    data::{Dataset, FileOrigin},
    io::read::read_part,
    model::RowId,
};

/// What rows are made of: whole cells, and all that makes a cell no whole one.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a",
        ",",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"\"",
        "\"b\",",
        "\"c\n\",",
        ",\"d \"\"e\"\"\n\r\nf\"\n",
        "5\" gun,",
        "2022-01-05,Gao,16.3,-0.04\n",
        "2022-01,\"Kidal, \nnorth\",18.4,1.4\r\n",
        "\0",
        "مورا",
    ])
}

/// A header and rows enough for every sample, then `tail`.
fn table(tail: &str) -> String {
    let note = "x".repeat(9000);
    let row = format!("2021-03-04,{note},16.3,-0.04\n");
    format!("date,title,lat,lon\n{}{tail}", row.repeat(30))
}

/// The file in blocks; `None` where it was not for this way.
fn streamed(text: &str, other: usize) -> Option<SourceFile> {
    let lengths = Lengths {
        first: 265_000,
        other,
    };
    let watch = Watch::nobody();
    match read_by(lengths, "a.csv", text.as_bytes(), None, u64::MAX, &watch).unwrap() {
        Streamed::SourceFile(part) => Some(*part),
        Streamed::Whole(bytes) => {
            assert_eq!(bytes, text.as_bytes());
            None
        }
    }
}

fn assert_same(text: &str, other: usize) -> bool {
    let Some(part) = streamed(text, other) else {
        return false;
    };
    let bytes = text.as_bytes().to_vec();
    let whole = read_part("a.csv", FileOrigin::Bundled, bytes, &Watch::nobody()).unwrap();
    assert_eq!(part.text, whole.text);
    assert_eq!(part.spans, whole.spans);
    assert_eq!(part.table, whole.table);
    assert_eq!(part.mapping, whole.mapping);
    assert_eq!(part.issues, whole.issues);
    let [part, whole] = [part, whole].map(|part| Dataset::from_parts(vec![part]));
    assert_eq!(part.columns(), whole.columns());
    assert_eq!(part.issues(), whole.issues());
    true
}

/// What is given out of a file while it is read, and the file.
fn drafted(text: &str, total: Option<u64>) -> (Vec<SourceFile>, SourceFile) {
    let drafts = std::cell::RefCell::new(Vec::new());
    let keep = |draft: SourceFile| drafts.borrow_mut().push(draft);
    let watch = Watch::nobody().with_drafts(&keep);
    let lengths = Lengths {
        first: 265_000,
        other: 100_000,
    };
    let read = read_by(lengths, "a.csv", text.as_bytes(), total, u64::MAX, &watch);
    let Streamed::SourceFile(part) = read.unwrap() else {
        panic!("the file is for this way");
    };
    (drafts.into_inner(), *part)
}

#[test]
fn drafts_are_the_first_records_of_the_file() {
    let text = table(&"2022-01-05,Gao,16.3,-0.04\n".repeat(50_000));
    let (drafts, part) = drafted(&text, None);
    assert!((1..4).contains(&drafts.len()), "{}", drafts.len());
    let whole = Dataset::from_parts(vec![part]);
    for draft in drafts {
        let draft = Dataset::from_parts(vec![draft]);
        assert!(!draft.is_empty() && draft.len() < whole.len());
        for row in [0, draft.len() / 2, draft.len() - 1] {
            assert_eq!(draft.bytes(RowId::new(row)), whole.bytes(RowId::new(row)));
            assert_eq!(
                draft.columns().span(RowId::new(row)),
                whole.columns().span(RowId::new(row))
            );
        }
    }
}

#[test]
fn a_short_file_is_shown_when_it_is_there() {
    let text = table(&"2022-01-05,Gao,16.3,-0.04\n".repeat(5000));
    assert!(drafted(&text, Some(text.len() as u64)).0.is_empty());
}

#[test]
fn a_carriage_return_before_a_quoted_break_ends_no_other_row() {
    let body = format!("{}\r\"c\n\",\n{}", "a".repeat(12), "a".repeat(6));
    assert_same(&table(&body), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_table_in_blocks_of_any_length_is_the_table_in_one_piece(
        pieces in prop::collection::vec(piece(), 0..120),
        other in 1_usize..400,
    ) {
        assert_same(&table(&pieces.concat()), other);
    }

    #[test]
    fn a_table_with_its_quotes_closed_is_read_in_blocks(
        cells in prop::collection::vec("[a-c,\n\"]{0,9}", 0..90),
        end in prop::sample::select(vec!["\n", "\r\n"]),
        other in 1_usize..200,
    ) {
        let rows = cells.iter().map(|cell| {
            format!("2022-01-05,\"{}\",16.3,-0.04{end}", cell.replace('"', "\"\""))
        });
        prop_assert!(assert_same(&table(&rows.collect::<String>()), other));
    }
}
