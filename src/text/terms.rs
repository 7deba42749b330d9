//! The messages for the types of the model, so that no panel builds keys by hand.

use std::borrow::Cow;

use super::{Arg, Catalogue, args};
use crate::model::{
    issue::IssueKind,
    lang::Lang,
    layer::{Kind, Layer},
    place::Precision as PlacePrecision,
    quantity::Count,
    record::Relationship,
    status::Status,
};

impl Catalogue {
    /// Returns the name of a layer, for one record of it.
    #[must_use]
    pub fn layer<'a>(&'a self, layer: &'a Layer) -> &'a str {
        match layer {
            Layer::Deployment => self.get("layer-deployment"),
            Layer::Incident => self.get("layer-incident"),
            Layer::Delivery => self.get("layer-delivery"),
            Layer::Context => self.get("layer-context"),
            Layer::Other(foreign) => foreign.name(),
        }
    }

    /// Returns the name of a layer as a heading over its records.
    #[must_use]
    pub fn layers<'a>(&'a self, layer: &'a Layer) -> &'a str {
        match layer {
            Layer::Deployment => self.get("layers-deployment"),
            Layer::Incident => self.get("layers-incident"),
            Layer::Delivery => self.get("layers-delivery"),
            Layer::Context => self.get("layers-context"),
            Layer::Other(foreign) => foreign.name(),
        }
    }

    /// Says what a layer holds, in a sentence; a layer of a foreign file has none.
    #[must_use]
    pub fn layer_hint(&self, layer: &Layer) -> Option<&str> {
        Some(match layer {
            Layer::Deployment => self.get("layer-deployment-hint"),
            Layer::Incident => self.get("layer-incident-hint"),
            Layer::Delivery => self.get("layer-delivery-hint"),
            Layer::Context => self.get("layer-context-hint"),
            Layer::Other(_) => return None,
        })
    }

    /// Returns the name of a status.
    #[must_use]
    pub fn status(&self, status: Status) -> &str {
        match status {
            Status::Confirmed => self.get("status-confirmed"),
            Status::Reported => self.get("status-reported"),
            Status::Claimed => self.get("status-claimed"),
            Status::Disputed => self.get("status-disputed"),
            Status::Speculated => self.get("status-speculated"),
            Status::Denied => self.get("status-denied"),
        }
    }

    /// Says what a status means, in a sentence.
    #[must_use]
    pub fn status_hint(&self, status: Status) -> &str {
        match status {
            Status::Confirmed => self.get("status-confirmed-hint"),
            Status::Reported => self.get("status-reported-hint"),
            Status::Claimed => self.get("status-claimed-hint"),
            Status::Disputed => self.get("status-disputed-hint"),
            Status::Speculated => self.get("status-speculated-hint"),
            Status::Denied => self.get("status-denied-hint"),
        }
    }

    /// Returns the name of a kind.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> &str {
        match kind {
            Kind::Event => self.get("kind-event"),
            Kind::Presence => self.get("kind-presence"),
        }
    }

    /// Names the format of a document; one that is a proper name is the same in every language.
    #[must_use]
    pub fn document_format<'a>(&'a self, format: &'a str) -> &'a str {
        match format {
            "text" => self.get("document-text"),
            "Telegram export" => self.get("document-telegram"),
            "SingleFile page" => self.get("document-single-file"),
            name => name,
        }
    }

    /// Says what a kind means, in a sentence.
    #[must_use]
    pub fn kind_hint(&self, kind: Kind) -> &str {
        match kind {
            Kind::Event => self.get("kind-event-hint"),
            Kind::Presence => self.get("kind-presence-hint"),
        }
    }

    /// Tells how well a place is known.
    #[must_use]
    pub fn place_precision(&self, precision: PlacePrecision) -> &str {
        match precision {
            PlacePrecision::Site => self.get("place-site"),
            PlacePrecision::Town => self.get("place-town"),
            PlacePrecision::Area => self.get("place-area"),
            PlacePrecision::Region => self.get("place-region"),
            PlacePrecision::Country => self.get("place-country"),
            PlacePrecision::Unknown => self.get("place-unknown"),
        }
    }

    /// Says what a precision of a place means, in a sentence.
    #[must_use]
    pub fn place_precision_hint(&self, precision: PlacePrecision) -> &str {
        match precision {
            PlacePrecision::Site => self.get("place-site-hint"),
            PlacePrecision::Town => self.get("place-town-hint"),
            PlacePrecision::Area => self.get("place-area-hint"),
            PlacePrecision::Region => self.get("place-region-hint"),
            PlacePrecision::Country => self.get("place-country-hint"),
            PlacePrecision::Unknown => self.get("place-unknown-hint"),
        }
    }

    /// Tells how one record stands to another: "Part of", before its title.
    #[must_use]
    pub fn relationship(&self, relationship: Relationship) -> &str {
        match relationship {
            Relationship::PartOf => self.get("related-part-of"),
            Relationship::PerhapsSame => self.get("related-same-as"),
            Relationship::Contradicts => self.get("related-contradicts"),
            Relationship::After => self.get("related-after"),
            Relationship::Before => self.get("related-before"),
        }
    }

    /// Returns the kind of a source; a word of a foreign file stands for itself.
    #[must_use]
    pub fn source_kind<'a>(&'a self, kind: &'a str) -> &'a str {
        match kind {
            "news" => self.get("source-news"),
            "ngo" => self.get("source-ngo"),
            "think-tank" => self.get("source-think-tank"),
            "official" => self.get("source-official"),
            "dataset" => self.get("source-dataset"),
            other => other,
        }
    }

    /// Returns a language in its own words.
    #[must_use]
    pub fn language(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => self.get("language-en"),
            Lang::Fr => self.get("language-fr"),
            Lang::Ar => self.get("language-ar"),
        }
    }

    /// Says what is wrong with a record, in a few words.
    #[must_use]
    pub fn issue(&self, kind: IssueKind) -> &str {
        let key = format!("issue-{}", kind.code());
        match self.find(&key) {
            Some(text) => text,
            None => kind.code(),
        }
    }

    /// Returns a stated number with its vagueness: "about 200", "more than 100", "number not stated".
    #[must_use]
    pub fn count(&self, count: Count) -> Cow<'_, str> {
        let text = match (count.low, count.high, count.circa) {
            (None, None, _) => return Cow::Borrowed(self.get("number-unstated")),
            (Some(low), Some(high), false) if low == high => {
                self.with("number-exact", args!(low: low))
            }
            (Some(low), Some(high), true) if low == high => {
                self.with("number-about", args!(low: low))
            }
            (Some(low), Some(high), false) => {
                self.with("number-range", args!(low: low, high: high))
            }
            (Some(low), Some(high), true) => {
                self.with("number-about-range", args!(low: low, high: high))
            }
            // One above a round number is how the profile writes "more than" it.
            (Some(low), None, false) if low > 10 && low % 10 == 1 => {
                self.with("number-more-than", args!(low: low - 1))
            }
            (Some(low), None, false) => self.with("number-at-least", args!(low: low)),
            (Some(low), None, true) => self.with("number-about-at-least", args!(low: low)),
            (None, Some(high), false) => self.with("number-at-most", args!(high: high)),
            (None, Some(high), true) => self.with("number-about-at-most", args!(high: high)),
        };
        Cow::Owned(text)
    }

    /// Joins names in one line: "a, b and c"; empty for none.
    #[must_use]
    pub fn list(&self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [only] => self.embedded(only).into_owned(),
            [first @ .., last] => {
                // Each name by itself, so that the list runs in the direction of the language.
                let first: Vec<_> = first.iter().map(|name| self.embedded(name)).collect();
                let first = first.join(self.get("list-separator"));
                self.with(
                    "two-items",
                    args!(first: Arg::Own(first.into()), second: *last),
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_issue_has_words_in_each_language() {
        for lang in Lang::ALL {
            let words = Catalogue::new(lang);
            for kind in IssueKind::ALL {
                assert!(words.has(&format!("issue-{}", kind.code())), "{kind:?}");
                assert_ne!(words.issue(kind), kind.code());
            }
        }
    }

    #[test]
    fn numbers_keep_the_vagueness_of_the_source() {
        let words = Catalogue::new(Lang::En);
        let count = |low, high, circa| words.count(Count { low, high, circa }).into_owned();
        assert_eq!(count(Some(200), Some(200), true), "about 200");
        assert_eq!(count(Some(101), None, false), "more than 100");
        assert_eq!(count(Some(5), None, false), "at least 5");
        assert_eq!(count(Some(1000), Some(1500), false), "1,000 to 1,500");
        assert_eq!(count(None, Some(5), false), "at most 5");
        assert_eq!(count(None, None, true), "number not stated");
    }

    #[test]
    fn names_join_to_a_list() {
        let words = Catalogue::new(Lang::En);
        assert_eq!(words.list(&["a"]), "a");
        assert_eq!(words.list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(words.list(&[]), "");
    }

    #[test]
    fn names_of_a_list_are_isolated_one_by_one() {
        let list = Catalogue::new(Lang::Ar).list(&["RFI", "AFP"]);
        // What joins them is Arabic, so that no mark is needed for the list to read from the right.
        assert_eq!(list, "\u{2068}RFI\u{2069} و\u{2068}AFP\u{2069}");
    }
}
