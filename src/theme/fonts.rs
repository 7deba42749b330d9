//! The fonts inside the program and the families they make.
//!
//! One typeface holds Latin and Arabic, so that both stand on one baseline; every family falls
//! back to it and to the icons. Nothing is taken from the system: the same text looks the same
//! everywhere.

pub mod icon;

use std::sync::{Arc, LazyLock};

use egui::{Context, FontData, FontDefinitions, FontFamily};

macro_rules! font {
    ($file:literal) => {
        include_bytes!(concat!("../../assets/fonts/", $file))
    };
}

const REGULAR: &str = "regular";
const MONO: &str = "mono";
const ICONS: &str = "icons";
const ICONS_FILLED: &str = "icons-filled";

static MEDIUM: LazyLock<Arc<str>> = LazyLock::new(|| "medium".into());
static SEMIBOLD: LazyLock<Arc<str>> = LazyLock::new(|| "semibold".into());
static BOLD: LazyLock<Arc<str>> = LazyLock::new(|| "bold".into());
static ICON_FAMILY: LazyLock<Arc<str>> = LazyLock::new(|| ICONS.into());
static ICON_FILLED_FAMILY: LazyLock<Arc<str>> = LazyLock::new(|| ICONS_FILLED.into());

/// Returns the family for labels and chips, a little heavier than running text.
#[must_use]
pub fn medium() -> FontFamily {
    FontFamily::Name(Arc::clone(&MEDIUM))
}

/// Returns the family for headings.
#[must_use]
pub fn semibold() -> FontFamily {
    FontFamily::Name(Arc::clone(&SEMIBOLD))
}

/// Returns the family for strong emphasis and counts on marks.
#[must_use]
pub fn bold() -> FontFamily {
    FontFamily::Name(Arc::clone(&BOLD))
}

/// Returns the family of outlined icons, see [`icon`].
#[must_use]
pub fn icons() -> FontFamily {
    FontFamily::Name(Arc::clone(&ICON_FAMILY))
}

/// Returns the family of filled icons, for what is switched on.
#[must_use]
pub fn icons_filled() -> FontFamily {
    FontFamily::Name(Arc::clone(&ICON_FILLED_FAMILY))
}

/// Hands the fonts to egui. Takes effect with the next frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// Returns every font and family.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let fonts: [(&str, &'static [u8]); 7] = [
        (REGULAR, font!("SahelscopeSans-Regular.ttf")),
        (&MEDIUM, font!("SahelscopeSans-Medium.ttf")),
        (&SEMIBOLD, font!("SahelscopeSans-SemiBold.ttf")),
        (&BOLD, font!("SahelscopeSans-Bold.ttf")),
        (MONO, font!("SahelscopeMono-Regular.ttf")),
        (ICONS, font!("Phosphor-Regular.ttf")),
        (ICONS_FILLED, font!("Phosphor-Fill.ttf")),
    ];
    for (name, bytes) in fonts {
        let data = Arc::new(FontData::from_static(bytes));
        definitions.font_data.insert(name.to_owned(), data);
    }
    let families: [(FontFamily, &[&str]); 7] = [
        (FontFamily::Proportional, &[REGULAR, ICONS]),
        (FontFamily::Monospace, &[MONO, REGULAR, ICONS]),
        (medium(), &[&MEDIUM, ICONS]),
        (semibold(), &[&SEMIBOLD, ICONS]),
        (bold(), &[&BOLD, ICONS_FILLED]),
        (icons(), &[ICONS, REGULAR]),
        (icons_filled(), &[ICONS_FILLED, ICONS, REGULAR]),
    ];
    for (family, names) in families {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        definitions.families.insert(family, names);
    }
    definitions
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{
        FontId,
        epaint::text::{Fonts, TextOptions},
    };

    fn has_glyphs(fonts: &mut Fonts, family: FontFamily, text: &str) -> bool {
        fonts.has_glyphs(&FontId::new(14.0, family), text)
    }

    #[test]
    fn every_icon_has_its_glyph_outlined_and_filled() {
        let mut fonts = Fonts::new(TextOptions::default(), definitions());
        for (name, glyph) in icon::ALL {
            for family in [icons(), icons_filled(), FontFamily::Proportional] {
                assert!(has_glyphs(&mut fonts, family, glyph), "{name}");
            }
        }
    }

    #[test]
    fn the_constants_are_the_icons_that_the_font_was_made_with() {
        let listed: Vec<String> = include_str!("../../assets/fonts/icons.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once("U+"))
            .map(|(name, code)| format!("{} {}", name.trim(), code.trim().to_lowercase()))
            .collect();
        let named: Vec<String> = icon::ALL
            .iter()
            .map(|(name, glyph)| format!("{name} {:x}", u32::from(glyph.chars().next().unwrap())))
            .collect();
        assert_eq!(named, listed);
    }

    #[test]
    fn every_weight_has_latin_french_and_arabic() {
        let mut fonts = Fonts::new(TextOptions::default(), definitions());
        let text = "ƐɛƆɔƝɲŊŋ AÉœ’«»–—…×·→←↗ 0123456789 ابجد هوز ٠١٢٣ ،؟ \u{202f}\u{2068}\u{2069}";
        for family in [FontFamily::Proportional, medium(), semibold(), bold()] {
            assert!(has_glyphs(&mut fonts, family.clone(), text), "{family}");
        }
    }

    #[test]
    fn a_line_is_as_high_in_every_weight() {
        let mut fonts = Fonts::new(TextOptions::default(), definitions());
        let mut height = |family| {
            fonts
                .with_pixels_per_point(1.0)
                .row_height(&FontId::new(14.0, family))
        };
        let regular = height(FontFamily::Proportional);
        for family in [medium(), semibold(), bold()] {
            assert!((height(family) - regular).abs() < 0.1);
        }
    }
}
