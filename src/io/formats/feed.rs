//! Atom (RFC 4287) and RSS, with the places of `GeoRSS`: leads, to be looked into.
//!
//! An item says when it was published, and that is when it became known; when what it tells of happened stands in
//! its text at most, so that no date is made of it.

use serde_json::{Map, Value};

use super::{
    Format, Opening, Translated,
    translated::{Collection, Feature},
    xml::{self, Element, XmlDocument, XmlStep},
};
use crate::{
    io::{error::ReadErrorKind, watch::Watch},
    model::{Issue, IssueKind, bounds::iso_second},
};

/// Items of a feed.
pub static FEED: Format = Format {
    id: "feed",
    name: "Atom, RSS",
    endings: &["atom", "rss"],
    media_types: &["application/atom+xml", "application/rss+xml"],
    sniff: |head| {
        let root = xml::root_of(head);
        root.is_some_and(|root| ["rss", "feed", "RDF"].contains(&root.as_str()))
    },
    open: Some(Opening::Translated(read)),
    write: None,
    losses: None,
};

/// Elements that hold items.
const CONTAINERS: [&str; 4] = ["rss", "RDF", "channel", "feed"];

fn read(bytes: &[u8], watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    let (text, mut issues) = xml::decoded(bytes)?;
    let mut document = XmlDocument::new(&text, FEED.name);
    let mut collection = Collection::new(text.len(), watch);
    let mut about = Map::new();
    let mut unread = 0;
    while let Some(step) = document.step(|name| !CONTAINERS.contains(&name))? {
        match step {
            XmlStep::Whole(element) if element.is("item") || element.is("entry") => {
                let feature = feature(&element, &mut unread);
                collection.push_feature(feature, document.at())?;
            }
            XmlStep::Whole(element) => match element.name() {
                "title" => drop(about.insert("title".to_owned(), element.value())),
                "description" | "subtitle" => {
                    about.insert("description".to_owned(), element.value());
                }
                _ => {}
            },
            XmlStep::TooLong(element) => {
                issues.push(Issue::new(element.name(), IssueKind::TooLarge, ""));
            }
            XmlStep::Enter(_) | XmlStep::Leave => {}
        }
    }
    if unread > 0 {
        let value = unread.to_string();
        issues.push(Issue::new("georss", IssueKind::GeometryMalformed, &value));
    }
    Ok(collection.finish(about, issues))
}

/// An item as a feature.
fn feature(item: &Element<'_>, unread: &mut usize) -> Feature {
    let mut feature = Feature::default();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            xml::add(&mut feature.properties, name, value);
        }
    };
    let mut shape = None;
    for child in &item.children {
        match child.name() {
            "guid" | "id" => {
                let id = child.text.trim();
                feature.id = (!id.is_empty()).then(|| id.into());
            }
            "title" => put("title", child.value_of_text()),
            "description" | "summary" => put("summary", child.value_of_text()),
            "link" => {
                let kind = child.attribute("rel");
                let address = child
                    .attribute("href")
                    .map_or_else(|| child.value(), Value::from);
                let name = if kind.is_none_or(|kind| kind == "alternate") {
                    "link"
                } else {
                    "related_link"
                };
                put(name, address);
            }
            "pubDate" | "published" | "date" => put("reported", moment(child.text.trim()).into()),
            "updated" if item.child("published").is_none() => {
                put("reported", moment(child.text.trim()).into());
            }
            "point" | "line" | "polygon" | "box" | "where" => shape = Some(child),
            "lat" | "long" => {}
            name => put(name, child.value()),
        }
    }
    if let Some(shape) = shape {
        feature.geometry = geometry(shape);
        *unread += usize::from(feature.geometry.is_none());
    } else if let (Some(latitude), Some(longitude)) = (item.text_of("lat"), item.text_of("long")) {
        feature.geometry = point(&[latitude, longitude]);
        *unread += usize::from(feature.geometry.is_none());
    }
    feature
}

impl Element<'_> {
    /// Its text; of one that holds elements all of it.
    fn value_of_text(&self) -> Value {
        let text = self.text.trim();
        if text.is_empty() {
            self.value()
        } else {
            text.into()
        }
    }
}

/// A moment of RFC 2822 as one in UTC; whatever else stays as it is written.
fn moment(written: &str) -> String {
    let parsed = jiff::fmt::rfc2822::parse(written);
    parsed.map_or_else(
        |_| written.to_owned(),
        |moment| iso_second(moment.timestamp().as_second()),
    )
}

/// A geometry of `GeoRSS`, whose numbers are latitude, then longitude.
fn geometry(element: &Element<'_>) -> Option<String> {
    let numbers: Vec<&str> = element
        .text
        .split([' ', ',', '\n', '\t'])
        .filter(|it| !it.is_empty())
        .collect();
    match element.name() {
        "point" => point(&numbers),
        "line" => Some(format!(
            r#"{{"type":"LineString","coordinates":{}}}"#,
            positions(&numbers)?
        )),
        "polygon" => Some(format!(
            r#"{{"type":"Polygon","coordinates":[{}]}}"#,
            positions(&numbers)?
        )),
        "box" => {
            let [south, west, north, east] = numbers.as_slice() else {
                return None;
            };
            let ring = [
                south, west, south, east, north, east, north, west, south, west,
            ];
            let ring: Vec<&str> = ring.into_iter().copied().collect();
            Some(format!(
                r#"{{"type":"Polygon","coordinates":[{}]}}"#,
                positions(&ring)?
            ))
        }
        _ => {
            let point = element.child("Point")?;
            let numbers: Vec<&str> = point.text_of("pos")?.split_whitespace().collect();
            self::point(&numbers)
        }
    }
}

fn point(numbers: &[&str]) -> Option<String> {
    let [latitude, longitude, ..] = numbers else {
        return None;
    };
    let position = position(latitude, longitude)?;
    Some(format!(r#"{{"type":"Point","coordinates":{position}}}"#))
}

fn positions(numbers: &[&str]) -> Option<String> {
    let pairs = numbers.chunks(2).map(|pair| match pair {
        [latitude, longitude] => position(latitude, longitude),
        _ => None,
    });
    let pairs: Option<Vec<String>> = pairs.collect();
    Some(format!("[{}]", pairs?.join(",")))
}

/// A position on the globe, as JSON.
fn position(latitude: &str, longitude: &str) -> Option<String> {
    let degrees = |written: &str, most: f64| {
        let degrees: f64 = written.trim().parse().ok()?;
        (degrees.abs() <= most).then_some(degrees)
    };
    Some(format!(
        "[{},{}]",
        degrees(longitude, 180.0)?,
        degrees(latitude, 90.0)?
    ))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::indexing_slicing,
        reason = "a test stops at the first surprise"
    )]

    use super::*;
    use crate::model::RowId;
    use crate::{data::Dataset, io::formats::testing::read, model::Lang};

    const RSS: &str = r#"<?xml version="1.0"?><rss version="2.0" xmlns:georss="http://www.georss.org/georss" xmlns:geo="g"><channel><title>Alerts</title>
        <item><guid>a1</guid><title>One &amp; two</title><description><![CDATA[<b>text</b>]]></description><link>https://a.example/1</link>
          <pubDate>Wed, 05 Jan 2022 10:00:00 +0100</pubDate><georss:point>13.4 -6.2</georss:point></item>
        <item><title>Two</title><geo:lat>14</geo:lat><geo:long>-5</geo:long></item>
        <item><title>Three</title><georss:box>10 -6 11 -5</georss:box></item>
        <item><title>Four</title><georss:point>99 0</georss:point></item></channel></rss>"#;

    #[test]
    fn items_are_known_since_they_were_published_and_have_no_other_date() {
        let part = read(RSS).unwrap();
        assert_eq!(part.title(Lang::En), "Alerts");
        assert_eq!(part.issues[0].kind, IssueKind::GeometryMalformed);
        let dataset = Dataset::from_parts(vec![part]);
        let features: Vec<Value> = (0..4)
            .map(|row| serde_json::from_str(&dataset.feature(RowId::new(row))).unwrap())
            .collect();
        assert_eq!(features[0]["id"], "a1");
        assert_eq!(
            features[0]["properties"]["reported"],
            "2022-01-05T09:00:00Z"
        );
        assert_eq!(features[0]["properties"]["summary"], "<b>text</b>");
        assert_eq!(features[0]["properties"]["link"], "https://a.example/1");
        assert_eq!(
            features[0]["geometry"]["coordinates"].to_string(),
            "[-6.2,13.4]"
        );
        assert_eq!(
            features[1]["geometry"]["coordinates"].to_string(),
            "[-5,14]"
        );
        assert_eq!(features[2]["geometry"]["type"], "Polygon");
        let record = dataset.record(RowId::new(0)).unwrap();
        assert!(record.date.is_none() && record.reported.is_some());
        assert_eq!(record.title.text(Lang::En), "One & two");
    }

    #[test]
    fn entries_of_atom_are_read_with_their_links() {
        let part = read(
            r#"<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="g" xmlns:gml="m"><title>Feed</title><entry><id>urn:1</id><title type="html">A</title>
            <link rel="alternate" href="https://a.example/a"/><link rel="enclosure" href="https://a.example/b"/><published>2022-01-05T10:00:00Z</published>
            <updated>2022-02-01T00:00:00Z</updated><georss:where><gml:Point><gml:pos>13 -6</gml:pos></gml:Point></georss:where></entry></feed>"#,
        )
        .unwrap();
        assert_eq!(part.foreign_format, Some("Atom, RSS"));
        let dataset = Dataset::from_parts(vec![part]);
        let feature: Value = serde_json::from_str(&dataset.feature(RowId::new(0))).unwrap();
        assert_eq!(feature["properties"]["link"], "https://a.example/a");
        assert_eq!(feature["properties"]["reported"], "2022-01-05T10:00:00Z");
        assert_eq!(feature["geometry"]["coordinates"].to_string(), "[-6,13]");
    }

    #[test]
    fn feeds_cut_off_anywhere_and_nested_without_end_are_refused() {
        for end in RSS.find("<item>").unwrap()..RSS.len() {
            let error = read(&RSS[..end]).unwrap_err();
            assert!(
                matches!(error.kind, ReadErrorKind::Damaged("Atom, RSS", _)),
                "{end}: {error:?}"
            );
        }
        let error = read(&format!("<rss>{}", "<channel>".repeat(100_000))).unwrap_err();
        assert!(
            matches!(error.kind, ReadErrorKind::TooDeep("Atom, RSS", _)),
            "{error:?}"
        );
    }
}
