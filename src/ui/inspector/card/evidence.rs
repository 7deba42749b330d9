//! Who says what, and where it was published.

use crate::{
    data::Dataset,
    model::{
        Claim, Localised, RowId, Second, Source, Status, When, link, testimony::contradictions,
    },
    text::{Catalogue, args, dates},
    ui::kit::{self, Worded, set_apart},
};

use super::Maker;
use crate::ui::inspector::locator;

/// One claimant's statement; claims stand side by side and are never merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct ClaimCard {
    /// The claimant.
    pub(in crate::ui) by: Worded,
    /// What is claimed.
    pub(in crate::ui) says: Option<Worded>,
    /// How well it is upheld.
    pub(in crate::ui) status: Option<Status>,
    /// The id of the source in which it stands.
    pub(in crate::ui) source_id: Option<Box<str>>,
    /// The source in a few words: "Al Jazeera, February 2025".
    pub(in crate::ui) source: Option<String>,
    /// Where in the source: "paragraph 33".
    pub(in crate::ui) locator: Option<String>,
    /// The title of the source, for the tooltip.
    pub(in crate::ui) source_title: Option<String>,
    /// The first second at which the source can have been published.
    pub(in crate::ui) known_from: Option<Second>,
    /// Whether nobody is named as the claimant.
    pub(in crate::ui) is_unnamed: bool,
    /// The claims of the card that it cannot be true together with.
    pub(in crate::ui) contradicts: Vec<RowId>,
}

/// A document that the record cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct SourceCard {
    /// What records cite it by.
    pub(in crate::ui) id: String,
    /// The first second at which it can have been published.
    pub(in crate::ui) known_from: Option<Second>,
    /// Title.
    pub(in crate::ui) title: Worded,
    /// Publisher and kind: "Al Jazeera · News".
    pub(in crate::ui) publisher: String,
    /// When it was published and how that is known.
    pub(in crate::ui) published: Option<String>,
    /// How the date of publication was inferred.
    pub(in crate::ui) note: Option<Worded>,
    /// BCP 47 tag of its language.
    pub(in crate::ui) language: Option<String>,
    /// The source that it repeats, in words.
    pub(in crate::ui) repeats: Option<String>,
    /// Its addresses.
    pub(in crate::ui) addresses: Vec<Address>,
}

/// A web address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Address {
    /// What the button says, with the host; of an address that is not opened, itself and why.
    pub(in crate::ui) text: String,
    /// What is opened.
    pub(in crate::ui) url: Option<String>,
}

pub(super) fn claims(maker: &Maker<'_>) -> Vec<ClaimCard> {
    let claims = &maker.record.claims;
    let mut cards: Vec<ClaimCard> = claims.iter().map(|it| claim_card(maker, it)).collect();
    for (denial, upheld) in contradictions(claims) {
        for (one, other) in [(denial, upheld), (upheld, denial)] {
            if let Some(card) = cards.get_mut(one) {
                card.contradicts.push(RowId::new(other));
            }
        }
    }
    cards
}

fn claim_card(maker: &Maker<'_>, claim: &Claim) -> ClaimCard {
    let words = maker.words;
    let source = claim
        .source
        .as_deref()
        .and_then(|id| maker.dataset.source(id));
    let cited = source.map(|source| reference(words, source));
    let unlisted = || Some(set_apart(words, claim.source.as_deref()?));
    let locator = claim.locator.as_deref();
    ClaimCard {
        by: maker
            .worded(&claim.by)
            .unwrap_or_else(|| Worded::plain(words.get("card-unnamed-claimant"))),
        says: maker.worded(&claim.says),
        status: claim.status,
        source_id: claim.source.clone(),
        source: cited.or_else(unlisted),
        locator: locator.map(|text| locator::in_words(words, &[text])),
        source_title: source.map(|source| source.title.text(words.content()).to_owned()),
        known_from: source
            .and_then(|source| source.published.as_ref())
            .map(|when| when.bounds().earliest),
        is_unnamed: claim.by.is_empty(),
        contradicts: Vec::new(),
    }
}

/// A source in a few words: "Al Jazeera, February 2025".
pub(super) fn reference(words: &Catalogue, source: &Source) -> String {
    let publisher = publisher(words, source);
    match &source.published {
        Some(when) => [publisher, date_of(words, when)].join(words.get("list-separator")),
        None => publisher,
    }
}

/// The publisher, or that the document names none.
pub(in crate::ui) fn publisher(words: &Catalogue, source: &Source) -> String {
    source.publisher.best(words.content()).map_or_else(
        || words.get("card-unnamed-publisher").to_owned(),
        |(name, _)| set_apart(words, name),
    )
}

/// The stretch of time in which it was published: "9–10 April 2022".
pub(in crate::ui) fn date_of(words: &Catalogue, when: &When) -> String {
    dates::bounds(words, when.bounds())
}

pub(super) fn sources(maker: &Maker<'_>) -> Vec<SourceCard> {
    maker
        .record
        .sources
        .iter()
        .map(|id| match maker.dataset.source(id) {
            Some(source) => source_card(maker.words, maker.dataset, source, maker.is_profile),
            None => unlisted(maker.words, id),
        })
        .collect()
}

/// The source with this id, described or not, for what names it without a record.
pub(in crate::ui) fn source_of(words: &Catalogue, dataset: &Dataset, id: &str) -> SourceCard {
    match dataset.source(id) {
        Some(source) => {
            let mut files = dataset.parts().iter();
            let is_profile = files.any(crate::data::SourceFile::follows_profile);
            source_card(words, dataset, source, is_profile)
        }
        None => unlisted(words, id),
    }
}

/// A source that the collection does not describe; foreign files often name an address itself.
fn unlisted(words: &Catalogue, id: &str) -> SourceCard {
    SourceCard {
        id: id.to_owned(),
        known_from: None,
        title: Worded::plain(id),
        publisher: words.get("card-unlisted-source").to_owned(),
        published: None,
        note: None,
        language: None,
        repeats: None,
        addresses: Some(address(words, "card-open-link", id))
            .filter(|address| address.url.is_some() || id.contains("://"))
            .into_iter()
            .collect(),
    }
}

fn source_card(
    words: &Catalogue,
    dataset: &Dataset,
    source: &Source,
    is_profile: bool,
) -> SourceCard {
    let worded = |text: &Localised| Worded::of(text, words.content(), is_profile);
    let kind = source.kind.as_deref().map(|kind| words.source_kind(kind));
    let publisher: Vec<String> = [Some(publisher(words, source)), kind.map(str::to_owned)]
        .into_iter()
        .flatten()
        .collect();
    let repeats = source.origin.as_deref().map(|id| {
        let title = dataset
            .source(id)
            .map_or(id, |origin| origin.title.text(words.content()));
        words.with("card-repeats", args!(source: title))
    });
    let link = |key, url: Option<&str>| {
        let url = url.filter(|url| !url.trim().is_empty())?;
        Some(address(words, key, url))
    };
    SourceCard {
        id: source.id.to_string(),
        known_from: source.published.as_ref().map(|it| it.bounds().earliest),
        title: worded(&source.title).unwrap_or_else(|| Worded::plain(source.id.as_ref())),
        publisher: publisher.join(" · "),
        published: published(words, source),
        note: worded(&source.published_note),
        language: source.language.as_deref().map(str::to_uppercase),
        repeats,
        addresses: [
            link("card-open-link", source.url.as_deref()),
            link("card-open-archive", source.archived_url.as_deref()),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// "Published 4 April 2025, as printed".
fn published(words: &Catalogue, source: &Source) -> Option<String> {
    let date = date_of(words, source.published.as_ref()?);
    let key = match source.published_basis.as_deref() {
        Some("printed") => "card-published-printed",
        Some("inferred") => "card-published-inferred",
        _ => "card-published",
    };
    Some(words.with(key, args!(date: crate::text::Arg::Own(date.into()))))
}

/// An address that a browser can open; anything else is only text, with the reason.
fn address(words: &Catalogue, key: &str, url: &str) -> Address {
    match link::read(url) {
        Ok(web) => Address {
            text: words.with(key, args!(host: kit::host(words, &web))),
            url: Some(web.address),
        },
        Err(why) => Address {
            text: words.with(
                "card-no-link",
                args!(address: url, reason: words.get(&format!("link-not-{}", why.code()))),
            ),
            url: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn only_web_addresses_are_links_and_show_their_host_and_others_say_why() {
        let words = Catalogue::new(Lang::En);
        let address = |url| address(&words, "card-open-link", url);
        let shown = address("https://example.org/a?b");
        assert!(shown.text.contains("example.org"));
        assert!(shown.url.is_some());
        let alike = address("https://ex\u{430}mple.org/");
        assert!(alike.text.contains("xn--") && alike.text.contains("ex\u{430}mple.org"));
        for why in link::NotOpened::ALL {
            assert!(words.get(&format!("link-not-{}", why.code())).contains(' '));
        }
        for url in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://a@b.example",
        ] {
            let refused = address(url);
            assert_eq!(refused.url, None);
            assert!(refused.text.contains(url) && refused.text.len() > url.len() + 20);
        }
    }
}
