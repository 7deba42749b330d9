//! `ro-crate-metadata.json`: what each file of a bundle is (RO-Crate 1.2).

use serde_json::{Map, Value, json};

use super::{DATA, SOURCES, copies::Found, parts::Part};
use crate::model::When;

/// The name in the folder of what is sealed.
pub(super) const NAME: &str = "ro-crate-metadata.json";

/// What is said of the whole.
pub(super) struct About<'a> {
    pub(super) title: String,
    pub(super) description: String,
    /// A full day.
    pub(super) day: &'a str,
    /// A name of SPDX, an address or a text; `None`: nobody has stated one.
    pub(super) license: Option<String>,
}

/// What is said where nobody has stated a licence.
const NO_LICENSE: &str = "No licence is stated. The archived documents belong to their publishers.";

/// The whole text.
pub(super) fn text(about: &About<'_>, parts: &[Part], found: &[Found]) -> String {
    let (license_id, license) = license(about.license.as_deref());
    let files: Vec<Value> = parts.iter().filter_map(|part| file(part, found)).collect();
    let ids: Vec<Value> = files
        .iter()
        .filter_map(|file| Some(json!({"@id": file.get("@id")?})))
        .collect();
    let mut graph = vec![
        json!({
            "@id": NAME,
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.2"},
            "about": {"@id": "./"},
        }),
        json!({
            "@id": "./",
            "@type": "Dataset",
            "name": about.title,
            "description": about.description,
            "datePublished": about.day,
            "license": {"@id": license_id},
            "hasPart": ids,
            "mentions": {"@id": "#sealing"},
        }),
        license,
        json!({
            "@id": "#program",
            "@type": "CreativeWork",
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
        }),
        json!({
            "@id": "#sealing",
            "@type": "CreateAction",
            "name": "Sealing",
            "description": "The digests prove that nothing was changed since; they do not prove that what is said is true.",
            "endTime": about.day,
            "instrument": {"@id": "#program"},
            "result": {"@id": "./"},
        }),
    ];
    graph.extend(files);
    let metadata = json!({
        "@context": "https://w3id.org/ro/crate/1.2/context",
        "@graph": graph,
    });
    format!("{metadata:#}\n")
}

/// The id of a licence and what is said of it.
fn license(stated: Option<&str>) -> (String, Value) {
    let is_name = |text: &str| {
        text.bytes()
            .all(|it| it.is_ascii_alphanumeric() || b".+-".contains(&it))
    };
    let (id, name) = match stated {
        Some(address) if address.starts_with("https://") || address.starts_with("http://") => {
            (address.to_owned(), address)
        }
        Some(name) if is_name(name) => (format!("https://spdx.org/licenses/{name}"), name),
        Some(text) => ("#license".to_owned(), text),
        None => ("#license".to_owned(), NO_LICENSE),
    };
    let entity = json!({
        "@id": id,
        "@type": "CreativeWork",
        "name": name,
        "description": name,
    });
    (id, entity)
}

/// A file of the crate; nothing for those beside it.
fn file(part: &Part, found: &[Found]) -> Option<Value> {
    let name = part.name.strip_prefix(DATA)?;
    let mut file = Map::new();
    let mut member = |key: &str, value: Value| file.insert(key.to_owned(), value);
    member("@id", name.into());
    member("@type", "File".into());
    let ending = name.rsplit('.').next().unwrap_or_default();
    member("encodingFormat", media_type(ending).into());
    member("contentSize", part.bytes.to_string().into());
    member("sha256", part.sha256.as_str().into());
    let described = name.strip_prefix(SOURCES).and_then(|name| {
        let (digest, _) = name.split_once('.')?;
        let source = found
            .iter()
            .find(|it| it.digest().as_deref() == Some(digest))?;
        // The text that was made of a document is not the document.
        Some((source, part.sha256 == digest))
    });
    match described {
        None => {
            member("name", words_for(name).into());
        }
        Some((source, is_document)) => {
            let title = source.text("title").or_else(|| source.text("id"));
            let title = title.unwrap_or(name);
            if is_document {
                member("name", title.into());
                describe(source, &mut member);
            } else {
                member("name", format!("Extracted text: {title}").into());
            }
        }
    }
    Some(file.into())
}

/// What a source says of its document.
fn describe(source: &Found, member: &mut impl FnMut(&str, Value) -> Option<Value>) {
    let same = [
        ("identifier", "id"),
        ("inLanguage", "language"),
        ("url", "url"),
        ("creditText", "publisher"),
    ];
    for (key, name) in same {
        if let Some(text) = source.text(name) {
            member(key, text.into());
        }
    }
    let published = source.text("published");
    let is_day = |text: &&str| text.len() == 10 && When::parse(text).is_ok_and(|it| it.is_exact());
    if let Some(day) = published.filter(is_day) {
        member("datePublished", day.into());
    }
}

/// What the made files are.
fn words_for(name: &str) -> &'static str {
    match name {
        "records.geojson" => "The records",
        "records.csv" => "The records as a table",
        "datapackage.json" => "The columns of the table",
        "view.json" => "What was looked at",
        "method.txt" => "What is inside, what is not, and how to verify it",
        "left-out.csv" => "What is not inside, and why",
        "log.jsonl" => "The log of changes",
        "annotations.jsonld" => "Which words values come from",
        "publish-safe.json" => "What was left out or made coarser before publication",
        "ro-crate-preview.html" => "The report",
        _ => "A file",
    }
}

/// The media type of an ending.
pub(super) fn media_type(ending: &str) -> &'static str {
    match ending {
        "geojson" => "application/geo+json",
        "json" => "application/json",
        "jsonl" => "application/jsonl",
        "jsonld" => "application/ld+json",
        "csv" => "text/csv",
        "txt" | "md" => "text/plain",
        "html" | "htm" => "text/html",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "wacz" => "application/wacz",
        "warc" => "application/warc",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
