//! What the palette finds for several things typed at once: two stretches of time to compare, a stretch and a layer, a day on
//! which something was known, a file by its path.

use std::path::{Path, PathBuf};

use super::target::{PaletteTarget, holds};
use crate::{
    command::{Command, CompareCommand, FileCommand, FilterCommand, TimeCommand},
    model::{Second, Window},
    text::{Catalogue, args, dates, fold::fold, number},
    ui::PanelContext,
};

/// Returns what a text stands for that says more than one thing.
pub(super) fn found(context: &PanelContext<'_>, typed: &str) -> Vec<PaletteTarget> {
    let words = context.words;
    let text = number::typed_notation(typed);
    let mut targets: Vec<PaletteTarget> = file(words, typed).into_iter().collect();
    targets.extend(compared(words, &text));
    if let Some((window, rest)) = dated(&text) {
        targets.extend(known(words, &window, &rest));
        targets.extend(of_layers(context, &window, &rest));
    }
    targets
}

fn window(text: &str) -> Option<Window> {
    let text = text.trim();
    Window::parse(text).ok().filter(|_| !text.is_empty())
}

/// Splits a text into the one word that is a stretch of time, and the others.
fn dated(text: &str) -> Option<(Window, String)> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let at = parts.iter().position(|part| window(part).is_some())?;
    let window = window(parts.get(at)?)?;
    let others = parts.iter().enumerate().filter(|(index, _)| *index != at);
    let rest: Vec<&str> = others.map(|(_, part)| *part).collect();
    (!rest.is_empty()).then(|| (window, rest.join(" ")))
}

/// Whether a text is one of the words of a line of the catalogue, which are parted by spaces.
fn is_one_of(words: &Catalogue, key: &str, text: &str) -> bool {
    let text = fold(text);
    words.get(key).split_whitespace().any(|it| fold(it) == text)
}

/// `known 2022-04-10`: what was known at the end of that.
fn known(words: &Catalogue, window: &Window, rest: &str) -> Option<PaletteTarget> {
    let is_known = is_one_of(words, "palette-known-words", rest);
    (is_known && window.last() != Second::MAX).then(|| as_known(words, window))
}

/// What was known at the end of a stretch of time.
pub(super) fn as_known(words: &Catalogue, window: &Window) -> PaletteTarget {
    let name = dates::window(words, window);
    PaletteTarget::new(
        words.with("palette-known", args!(dates: name.as_str())),
        TimeCommand::Known(Some(window.last())),
    )
}

/// `2022-01/2022-03 against 2025-01/2025-03`.
fn compared(words: &Catalogue, text: &str) -> Option<PaletteTarget> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let is_between = |part: &&str| is_one_of(words, "palette-against-words", part);
    let at = parts.iter().position(is_between)?;
    let before = window(&parts.get(..at)?.join(" "))?;
    let after = window(&parts.get(at + 1..)?.join(" "))?;
    let [first, second] = [&before, &after].map(|it| dates::window(words, it));
    let name = words.with(
        "palette-compare",
        args!(before: first.as_str(), after: second.as_str()),
    );
    Some(PaletteTarget::new(
        name,
        CompareCommand::Between { before, after },
    ))
}

/// `2022 incidents`: a stretch of time, and one layer alone.
fn of_layers(context: &PanelContext<'_>, window: &Window, rest: &str) -> Vec<PaletteTarget> {
    let words = context.words;
    let name = dates::window(words, window);
    let shown = words.with("palette-show-dates", args!(dates: name.as_str()));
    let wanted = fold(rest);
    let layers = context.document.dataset.layers().iter();
    let target = |layer: &crate::model::Layer| {
        let only = words.with("layer-only", args!(layer: words.layers(layer)));
        let both = args!(first: shown.as_str(), second: only.as_str());
        let commands: [Command; 2] = [
            TimeCommand::SetWindow(*window).into(),
            FilterCommand::OnlyLayer(layer.clone()).into(),
        ];
        holds(&only, &wanted).then(|| PaletteTarget {
            name: words.with("palette-both", both),
            aside: Some(words.get("palette-layer").to_owned()),
            commands: commands.to_vec(),
        })
    };
    layers.filter_map(target).collect()
}

/// A file by its whole path.
fn file(words: &Catalogue, typed: &str) -> Option<PaletteTarget> {
    let path = Path::new(typed);
    let is_named = path.is_absolute() && path.file_name().is_some();
    is_named.then(|| {
        let name = words.with("palette-open", args!(path: typed));
        PaletteTarget::new(name, FileCommand::Add(vec![PathBuf::from(typed)]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_of_time_stands_before_the_words_or_behind_them() {
        for text in ["2022 incidents", "incidents 2022"] {
            let (window, rest) = dated(text).unwrap();
            assert_eq!(window.to_string(), "2022-01-01/2022-12-31", "{text}");
            assert_eq!(rest, "incidents", "{text}");
        }
        for text in ["2022", "incidents", ""] {
            assert!(dated(text).is_none(), "{text}");
        }
    }
}
