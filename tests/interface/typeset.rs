//! Text on the screen: order, names and room, in a real egui frame.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::support;
use std::sync::Arc;

use egui::{FontFamily, FontId, Galley, Rect};
use egui_kittest::{Harness, kittest::Queryable};
use sahelscope::{
    model::Lang,
    text::{
        Arg, Catalogue, Digits, Locale,
        bidi::{Base, isolated},
    },
    theme::{Shade, Theme, fonts},
    typeset::{self, Flush, Setting, Text},
};

const ARRIVAL: &str = "وصول 5 دبابات T-72B3 Obr.2023 إلى باماكو";

fn harness<'a>(ui: impl FnMut(&mut egui::Ui) + 'a) -> Harness<'a> {
    let mut harness = Harness::builder()
        .with_size([420.0, 300.0])
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            Theme::of(Shade::Light).apply(ctx);
        })
        .build_ui(ui);
    harness.run_steps(3);
    harness
}

fn in_a_frame<T: 'static>(read: impl Fn(&egui::Context) -> T + 'static) -> T {
    let result = std::cell::RefCell::new(None);
    {
        let _harness = harness(|ui| *result.borrow_mut() = Some(read(ui.ctx())));
    }
    result.into_inner().unwrap()
}

fn body() -> Setting {
    Setting::new(FontId::new(14.0, FontFamily::Proportional))
}

fn set(text: &'static str, setting: Setting) -> Arc<Galley> {
    in_a_frame(move |ctx| typeset::galley(ctx, text, &setting))
}

/// The characters of a row as they stand from left to right; ligatures count as their first.
fn seen(galley: &Galley, row: usize) -> String {
    let mut glyphs: Vec<_> = galley.rows[row]
        .glyphs
        .iter()
        .filter(|glyph| glyph.advance_width > 0.0)
        .map(|glyph| (glyph.pos.x, glyph.chr))
        .collect();
    glyphs.sort_by(|a, b| a.0.total_cmp(&b.0));
    glyphs.into_iter().map(|(_, letter)| letter).collect()
}

#[test]
fn digits_and_names_stand_where_a_reader_expects_them() {
    let seen = seen(&set(ARRIVAL, body()), 0);
    let at = |part: &str| {
        seen.find(part)
            .unwrap_or_else(|| panic!("{part} in {seen}"))
    };
    assert!(at("T-72B3 Obr.2023") < at("5 "));
    assert!(seen.ends_with("لوصو"), "{seen}");
}

#[test]
fn arabic_indic_digits_are_not_reversed() {
    let seen = seen(&set("سنة ٢٠٢٣", body()), 0);
    assert!(seen.starts_with("٢٠٢٣"), "{seen}");
}

/// The shaper takes a text for right-to-left as soon as one sign of such a script stands in it.
#[test]
fn no_sign_of_a_script_from_the_right_turns_a_number_round() {
    use unicode_bidi::{BidiClass, bidi_class};
    let set = in_a_frame(|ctx| {
        let font = body().font;
        let is_sign = |sign: &char| {
            let is_letter = matches!(
                bidi_class(*sign),
                BidiClass::R | BidiClass::AL | BidiClass::NSM | BidiClass::BN | BidiClass::L
            );
            !is_letter && ctx.fonts_mut(|fonts| fonts.has_glyph(&font, *sign))
        };
        let signs = ('\u{590}'..='\u{8ff}').filter(is_sign);
        let texts = signs.flat_map(|sign| {
            [
                format!("75{sign}"),
                format!("{sign}75"),
                format!("1{sign}23"),
            ]
        });
        let set = |text: String| (typeset::galley(ctx, &text, &body()), text);
        texts.map(set).collect::<Vec<_>>()
    });
    assert!(set.len() > 60, "{}", set.len());
    for (galley, text) in set {
        assert_eq!(seen(&galley, 0), text);
    }
}

/// The messages that have a percentage, each with what stands in it else.
const PERCENTAGES: [&str; 7] = [
    "settings-scale-percent",
    "table-possible",
    "table-sorting",
    "filter-names-awaited",
    "search-under-way",
    "why-possible-event",
    "merge-percent",
];

#[test]
fn a_number_keeps_its_sign_in_every_language_and_either_digits() {
    let locales = [
        (Lang::En, Digits::Western, "125"),
        (Lang::Fr, Digits::Western, "125"),
        (Lang::Ar, Digits::Western, "125"),
        // A reader from the right comes to the number first, and then to its sign.
        (Lang::Ar, Digits::ArabicIndic, "٪١٢٥"),
    ];
    for (lang, digits, expected) in locales {
        let words = Catalogue::in_locale(Locale {
            digits,
            ..Locale::of(lang)
        });
        let sign = if lang == Lang::Ar { '٪' } else { '%' };
        for key in PERCENTAGES {
            let text = words.with(
                key,
                &[("percent", Arg::from(125)), ("when", Arg::from("2022"))],
            );
            assert!(text.contains(sign), "{lang}: {text}");
            for base in [Base::Auto, Base::of(lang)] {
                let galley = in_a_frame({
                    let text = text.clone();
                    move |ctx| typeset::galley(ctx, &text, &body().base(base))
                });
                let seen = seen(&galley, 0).replace(char::is_whitespace, "");
                let expected = match digits {
                    Digits::Western => format!("{expected}{sign}"),
                    Digits::ArabicIndic => expected.to_owned(),
                };
                assert!(seen.contains(&expected), "{lang} {base:?}: {seen}");
            }
        }
    }
}

#[test]
fn every_percentage_of_the_catalogue_is_in_the_table_above() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales/ar");
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let mut key = "";
        for line in text.lines() {
            if !line.starts_with([' ', '#', '}']) {
                key = line.split(" =").next().unwrap_or_default();
            }
            if line.contains("}٪") {
                assert!(PERCENTAGES.contains(&key), "{key}");
            }
        }
    }
}

#[test]
fn two_counts_stand_in_the_same_order_in_either_digits() {
    for (digits, expected) in [(Digits::Western, "2+41"), (Digits::ArabicIndic, "٢+٤١")] {
        let words = Catalogue::in_locale(Locale {
            digits,
            ..Locale::of(Lang::Ar)
        });
        let text = words.with(
            "count-short",
            &[("certain", Arg::from(41)), ("possible", Arg::from(2))],
        );
        let galley = in_a_frame(move |ctx| typeset::galley(ctx, &text, &body()));
        let seen = seen(&galley, 0).replace(char::is_whitespace, "");
        assert_eq!(seen, expected);
    }
}

#[test]
fn a_galley_says_the_logical_text() {
    let galley = set("حتى \u{2068}2022-01-05\u{2069}", body());
    assert_eq!(galley.text(), "حتى 2022-01-05");
}

#[test]
fn rows_of_arabic_are_flush_right_and_within_their_room() {
    let galley = set(ARRIVAL, body().wrapped(120.0));
    assert!(galley.rows.len() > 1);
    for row in &galley.rows {
        assert!((row.pos.x + row.size.x - galley.rect.right()).abs() <= 1.0);
        assert!(row.size.x <= 121.0);
    }
    assert!(galley.rect.left().abs() < f32::EPSILON);
}

#[test]
fn rows_may_be_flush_elsewhere() {
    let left = set(ARRIVAL, body().wrapped(120.0).flush(Flush::Left));
    assert!(left.rows.iter().all(|row| row.pos.x.abs() < f32::EPSILON));
    let end = set("one two three four", body().wrapped(60.0).flush(Flush::End));
    assert!(end.rows.len() > 1);
    for row in &end.rows {
        assert!((row.pos.x + row.size.x - end.rect.right()).abs() <= 1.0);
    }
}

#[test]
fn latin_and_arabic_stand_on_one_baseline() {
    let galley = set(ARRIVAL, body());
    let baselines: Vec<f32> = galley.rows[0]
        .glyphs
        .iter()
        .map(|glyph| glyph.pos.y)
        .collect();
    assert!(
        baselines
            .windows(2)
            .all(|pair| (pair[0] - pair[1]).abs() < f32::EPSILON)
    );
}

#[test]
fn what_does_not_fit_ends_in_an_ellipsis() {
    for text in [ARRIVAL, "Deliveries of armoured vehicles to Bamako"] {
        let galley = set(text, body().wrapped(100.0).rows(1));
        assert!(galley.elided);
        assert_eq!(galley.rows.len(), 1);
        assert!(galley.rect.width() <= 101.0);
        assert!(seen(&galley, 0).contains('…'));
    }
}

#[test]
fn the_same_text_is_set_once() {
    let same = in_a_frame(|ctx| {
        let first = typeset::galley(ctx, ARRIVAL, &body());
        let second = typeset::galley(ctx, ARRIVAL, &body());
        Arc::ptr_eq(&first, &second)
    });
    assert!(same);
}

#[test]
fn a_galley_is_kept_from_frame_to_frame() {
    let seen = std::cell::RefCell::new(Vec::new());
    {
        let mut harness = harness(|ui| {
            seen.borrow_mut()
                .push(typeset::galley(ui.ctx(), ARRIVAL, &body()));
        });
        harness.run_steps(3);
    }
    let seen = seen.into_inner();
    let last = seen.last().unwrap();
    assert!(Arc::ptr_eq(last, &seen[seen.len() - 2]));
}

#[test]
fn widgets_are_named_by_their_logical_text() {
    let mut is_on = true;
    let harness = harness(move |ui| {
        typeset::label(ui, ARRIVAL);
        typeset::button(ui, "تصدير (GeoJSON)");
        typeset::button_with_icon(ui, fonts::icon::FOLDER_OPEN, "فتح");
        typeset::toggle(ui, &mut is_on, "إظهار الكل");
        typeset::link(ui, "المصدر");
        typeset::icon_button(ui, fonts::icon::PLAY, "تشغيل");
        typeset::label(ui, &format!("بقلم {}", isolated("RFI")));
    });
    for name in [
        ARRIVAL,
        "تصدير (GeoJSON)",
        "إظهار الكل",
        "المصدر",
        "تشغيل",
        "بقلم RFI",
    ] {
        let _ = harness.get_by_label(name);
    }
}

#[test]
fn a_long_label_stays_in_the_room_of_its_panel() {
    let widths = std::cell::RefCell::new(Rect::NOTHING);
    {
        let _harness = harness(|ui| {
            ui.set_max_width(150.0);
            *widths.borrow_mut() = ui.add(Text::new(ARRIVAL).wrap()).rect;
        });
    }
    assert!(widths.into_inner().width() <= 151.0);
}

/// The samples of the picture: what each shows, and the text.
const SAMPLES: [&str; 9] = [
    "وصول قوات إلى باماكو",
    ARRIVAL,
    "قاعدة (Sévaré) قرب [موبتي]، «فاغنر» 2021–2023.",
    "سنة ٢٠٢٣: ٣٫٥ ألف (٪١٥)",
    "\u{200f}GeoJSON صيغة الملف، RFC 7946.",
    "Reported by \u{2068}وكالة الأنباء\u{2069}, 2022 (two claims)",
    "مُورَا، إقليم موبتي، ٢٧ مارس ٢٠٢٢",
    "إلى الأبد لا إله",
    "Ségou, 24 décembre 2021 → « l’aéroport »",
];

const PARAGRAPH: &str = "أفادت مصادر محلية بوصول نحو 200 عنصر من مجموعة فاغنر (Wagner Group) إلى \
    تمبكتو في يناير 2022، ومعهم مركبات من طراز Ural-4320 وعربات Tigr-M، بحسب RFI وFrance 24.";

fn samples(ui: &mut egui::Ui) {
    for sample in SAMPLES {
        typeset::label(ui, sample);
    }
    typeset::heading(ui, "المصادر (5)");
    typeset::paragraph(ui, PARAGRAPH);
    ui.add(Text::new(PARAGRAPH).truncate());
    ui.horizontal(|ui| {
        typeset::button(ui, "تصدير GeoJSON");
        typeset::toggle(ui, &mut true, "إظهار الكل");
        typeset::selectable(ui, true, "الحوادث (12)");
        typeset::link(ui, "المصدر");
        typeset::icon_button(ui, fonts::icon::PLAY, "تشغيل");
        typeset::button_with_icon(ui, fonts::icon::FOLDER_OPEN, "Open");
    });
    let (rect, _) = ui.allocate_exact_size(egui::vec2(400.0, 40.0), egui::Sense::hover());
    let palette = Theme::of(Shade::Light).palette;
    ui.painter().rect_filled(rect, 4.0, palette.deployment);
    typeset::paint(
        ui.painter(),
        rect.center(),
        egui::Align2::CENTER_CENTER,
        "باماكو Bamako",
        FontId::new(16.0, fonts::medium()),
        palette.text,
        Some(palette.surface),
    );
}

#[test]
fn samples_look_as_they_should() {
    if !support::can_draw() {
        return;
    }
    let mut harness = Harness::builder()
        .with_size([460.0, 456.0])
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            Theme::of(Shade::Light).apply(ctx);
        })
        .wgpu()
        .build_ui(samples);
    harness.run_steps(3);
    harness.snapshot("typeset");
}
