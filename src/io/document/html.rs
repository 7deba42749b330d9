//! Saved pages: their text, without what is around it.
//!
//! `dom_smoothie` finds the article; a page in which it finds none gives all of its text. Both are trees, whose cost
//! grows with the square of their depth, so that pages nested deeper than any real one are read by their tags alone.

use dom_smoothie::{Article, Config, Readability, TextMode};

use super::{DocumentText, StatedValue, markup};
use crate::{
    io::error::ReadErrorKind,
    model::{Lang, When},
};

/// Elements that may lie in one another before a page is read without a tree.
const DEEPEST: usize = 400;

/// Letters at the beginning of a text among which a page says that it is one.
const HEAD: usize = 4096;

/// Whether a text is a page.
pub(super) fn is_one(text: &str) -> bool {
    let head: String = text.chars().take(HEAD).collect();
    let head = head
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with('<')
            && ["<html", "<head", "<body", "<article"]
                .iter()
                .any(|tag| head.contains(tag))
}

/// Reads a page.
///
/// # Errors
/// When nothing of it is text.
pub(super) fn read(text: &str) -> Result<DocumentText, ReadErrorKind> {
    let (address, is_single_file) = saved_by_single_file(text);
    let article = if markup::depth(text) <= DEEPEST {
        article(text)
    } else {
        None
    };
    let mut document = match article {
        Some(article) => of_article(&article),
        None => DocumentText {
            text: markup::text(text),
            ..DocumentText::default()
        },
    };
    if document.text.trim().is_empty() {
        return Err(ReadErrorKind::NoText("HTML"));
    }
    document.format = if is_single_file {
        "SingleFile page"
    } else {
        "HTML"
    };
    document.ending = "html";
    document.address = address.or(document.address);
    Ok(document)
}

fn article(text: &str) -> Option<Article> {
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let mut page = Readability::new(text, None, Some(config)).ok()?;
    page.parse().ok()
}

fn of_article(article: &Article) -> DocumentText {
    let found = |place, value: &Option<_>| {
        let value: Option<&str> = value.as_ref().map(AsRef::as_ref);
        value.and_then(|value| StatedValue::at(place, value))
    };
    let published: Option<&str> = article.published_time.as_ref().map(AsRef::as_ref);
    DocumentText {
        text: article.text_content.to_string(),
        title: StatedValue::at("title", &article.title),
        byline: found("byline", &article.byline),
        publisher: found("site name", &article.site_name),
        address: found("address", &article.url),
        published: published
            .and_then(day_of)
            .and_then(|day| StatedValue::at("published time", day)),
        language: article
            .lang
            .as_ref()
            .and_then(|lang| Lang::from_tag(lang.as_ref())),
        ..DocumentText::default()
    }
}

/// The day of a moment, as EDTF: at what hour a page was published no record says.
fn day_of(written: &str) -> Option<String> {
    let day = written.trim().get(..10)?;
    When::parse(day).is_ok().then(|| day.to_owned())
}

/// The address that `SingleFile` writes into a comment at the beginning of a page, and whether it wrote the page.
fn saved_by_single_file(text: &str) -> (Option<StatedValue>, bool) {
    let head: String = text.chars().take(HEAD).collect();
    let Some((_, comment)) = head.split_once("Page saved with SingleFile") else {
        return (None, false);
    };
    let address = comment
        .split_once("url:")
        .and_then(|(_, rest)| rest.split_whitespace().next());
    (
        address.and_then(|address| StatedValue::at("SingleFile url", address)),
        true,
    )
}
