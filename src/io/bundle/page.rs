//! `method.txt` and `ro-crate-preview.html`: what a bundle holds, for people.

use std::{fmt::Write as _, io::Write};

use super::{
    TAG_MANIFEST,
    copies::{Copies, Found},
    parts::Part,
};
use crate::{
    io::{error::WriteErrorKind, export::Export, sources::CopyState},
    model::{Lang, RowId},
    query::method_sentence,
    text::{Catalogue, args},
    work::Progress,
};

/// Records that the report lists; the table has them all.
const LISTED: usize = 1000;

/// What both say.
pub(super) struct Page<'a> {
    pub(super) export: &'a Export<'a>,
    pub(super) rows: &'a [RowId],
    pub(super) found: &'a [Found],
    pub(super) day: &'a str,
    pub(super) is_safe: bool,
}

impl Page<'_> {
    /// What is said in one language, a paragraph each.
    fn paragraphs(&self, words: &Catalogue) -> Vec<String> {
        let export = self.export;
        let copies = Copies::of(self.found);
        let program = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
        let said = method_sentence::sentence(words, export.dataset, export.filter, export.visible);
        let mut paragraphs = vec![
            said,
            words.with("bundle-sealed", args!(day: self.day, program: program)),
            words.with(
                "bundle-copies",
                args!(kept: copies.kept, missing: copies.missing, changed: copies.changed, none: copies.none),
            ),
        ];
        if self.is_safe {
            paragraphs.push(words.get("bundle-safe").to_owned());
        }
        paragraphs.push(words.get("bundle-not-true").to_owned());
        paragraphs
    }

    fn title(&self, lang: Lang) -> String {
        let titles = self.export.dataset.parts().iter().map(|it| it.title(lang));
        titles.collect::<Vec<String>>().join(", ")
    }

    /// The plain text.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for lang in Lang::ALL {
            let words = Catalogue::plain(lang);
            let _ = writeln!(text, "{}\n", self.title(lang));
            for paragraph in self.paragraphs(&words) {
                let _ = writeln!(text, "{paragraph}\n");
            }
            let _ = writeln!(text, "{}", words.get("bundle-how"));
            for command in commands() {
                let _ = writeln!(text, "    {command}");
            }
            text.push('\n');
        }
        text
    }

    /// The report.
    pub(super) fn write_html(
        &self,
        parts: &[Part],
        out: &mut dyn Write,
        progress: &Progress,
    ) -> Result<(), WriteErrorKind> {
        let words = Catalogue::plain(Lang::En);
        out.write_all(self.html_head(parts, &words).as_bytes())?;
        let listed = self.rows.get(..LISTED).unwrap_or(self.rows);
        Export::for_each_row(listed, progress, |row| {
            let line = self.record(row, &words);
            out.write_all(line.as_bytes())?;
            Ok(line.len())
        })?;
        let mut end = "</table>\n".to_owned();
        let more = self.rows.len() - listed.len();
        if more > 0 {
            let said = words.with("bundle-more", args!(n: more));
            let _ = writeln!(end, "<p>{}</p>", escaped(&said));
        }
        end.push_str("</body>\n</html>\n");
        Ok(out.write_all(end.as_bytes())?)
    }

    /// The page up to the list of records: what the bundle says of itself, its files and its sources.
    fn html_head(&self, parts: &[Part], words: &Catalogue) -> String {
        let title = escaped(&self.title(Lang::En));
        let style = "body{font-family:sans-serif;margin:2em;max-width:80em}table{border-collapse:collapse}td,th{border:1px solid;padding:.2em .5em;text-align:start}code{word-break:break-all}";
        let mut head = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{title}</title><style>{style}</style></head>\n<body>\n"
        );
        for lang in Lang::ALL {
            let in_lang = Catalogue::plain(lang);
            let direction = if lang.is_rtl() { "rtl" } else { "ltr" };
            let title = escaped(&self.title(lang));
            let _ = writeln!(
                head,
                "<section lang=\"{}\" dir=\"{direction}\"><h1>{title}</h1>",
                lang.code()
            );
            for paragraph in self.paragraphs(&in_lang) {
                let _ = writeln!(head, "<p>{}</p>", escaped(&paragraph));
            }
            head.push_str("</section>\n");
        }
        let _ = writeln!(head, "<p>{}</p><pre>", escaped(words.get("bundle-how")));
        for command in commands() {
            let _ = writeln!(head, "{}", escaped(command));
        }
        head.push_str("</pre>\n");
        let heading = |key: &str| format!("<h2>{}</h2>\n<table>\n", escaped(words.get(key)));
        head.push_str(&heading("bundle-files"));
        for part in parts {
            let digest = format!("<code>{}</code>", part.sha256);
            head.push_str(&row(&[escaped(&part.name), part.bytes.to_string(), digest]));
        }
        let _ = write!(head, "</table>\n{}", heading("bundle-sources"));
        for one in self.found {
            let cells = ["id", "title", "published"];
            let mut cells: Vec<String> = cells
                .map(|name| escaped(one.text(name).unwrap_or_default()))
                .to_vec();
            cells.push(escaped(words.get(state_key(one.state))));
            head.push_str(&row(&cells));
        }
        let _ = write!(head, "</table>\n{}", heading("bundle-records"));
        head
    }

    /// A record as a line of the table; what is graphic is covered until it is asked for.
    fn record(&self, at: RowId, words: &Catalogue) -> String {
        let Some(record) = self.export.dataset.record(at) else {
            return String::new();
        };
        let title = escaped(record.title.text(Lang::En));
        let title = if is_graphic(&self.export.dataset.feature(at)) {
            let covered = escaped(words.get("bundle-covered"));
            format!("<details><summary>{covered}</summary>{title}</details>")
        } else {
            title
        };
        let id = record
            .id
            .as_ref()
            .map_or_else(String::new, |id| escaped(id.as_str()));
        let date = record.date.as_ref().map_or("", |date| date.text());
        let status = record.status.map_or("", |status| status.name());
        row(&[
            id,
            title,
            escaped(date),
            escaped(record.place.name.text(Lang::En)),
            escaped(status),
        ])
    }
}

/// Whether a feature is marked as graphic.
fn is_graphic(feature: &str) -> bool {
    feature.contains("\"graphic\"")
        && serde_json::from_str::<serde_json::Value>(feature)
            .is_ok_and(|it| it.pointer("/properties/graphic") == Some(&true.into()))
}

const fn state_key(state: CopyState) -> &'static str {
    match state {
        CopyState::Kept => "bundle-copy-kept",
        CopyState::Missing => "bundle-copy-missing",
        CopyState::Changed => "bundle-copy-changed",
        CopyState::None => "bundle-copy-none",
    }
}

/// What verifies a bundle with other programs, in the folder that it was unpacked to.
fn commands() -> [&'static str; 6] {
    const _: () = assert!(TAG_MANIFEST.len() == 22, "the commands name it");
    [
        "sha256sum -c tagmanifest-sha256.txt manifest-sha256.txt",
        "bagit.py --validate .",
        "rocrate-validator validate data",
        "frictionless validate data/datapackage.json",
        "ssh-keygen -Y verify -f SIGNERS -I NAME -n sahelscope-bundle -s BUNDLE.sig < tagmanifest-sha256.txt",
        "openssl ts -verify -data tagmanifest-sha256.txt -in BUNDLE.tsr -CAfile AUTHORITY",
    ]
}

fn row(cells: &[String]) -> String {
    let mut line = "<tr>".to_owned();
    for cell in cells {
        let _ = write!(line, "<td><bdi>{cell}</bdi></td>");
    }
    line.push_str("</tr>\n");
    line
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}
