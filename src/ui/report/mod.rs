//! The report: what was seen, as one file of HTML for those who have no Sahelscope.
//!
//! It needs no script, no network and no file beside it: pictures are in it, and its policy forbids everything else. Each
//! view has its dates, both counts, a picture of the map and its records; below stand the records with who says what,
//! the sources as numbered notes, and the files with their digests. In several languages one follows the other.

mod html;
mod method;
mod records;
mod section;
mod sources;

use std::sync::Arc;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use egui::Vec2;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::{
    data::{Dataset, Filter},
    map::{Pose, basemap::Basemap, overlays::relief, picture::small_png},
    model::{Lang, Localised, RowId, Switches},
    query::{Engine, WindowResult},
    session::{Bookmark, Selection, View},
    text::{Catalogue, Locale},
    theme::{Shade, Theme},
    work::Progress,
};

use super::picture::{PictureContent, Sheet, fitting, title};
use html::Html;
use records::NumberedRecords;

/// Views that are in a report at most; it says how many it leaves out.
pub const MOST_VIEWS: usize = 60;
/// Records that a view lists at most, and that the report describes at most.
const MOST_ROWS: usize = 200;
const MOST_RECORDS: usize = 1_000;
/// Size of a picture in points, and its pixels to a point.
const PICTURE: [f32; 2] = [960.0, 620.0];
const SCALE: f32 = 1.5;
/// What a reader's browser may load: nothing but what is in the file.
const POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/// Something seen, with words to it.
#[derive(Clone, Debug, Default)]
pub struct ReportView {
    /// Its name; empty: the window as it was.
    pub title: Localised,
    /// What there is to say about it.
    pub text: Localised,
    /// What it shows.
    pub filter: Filter,
    /// Where the map looks; `None`: at all that is shown.
    pub pose: Option<Pose>,
    /// Overlays that are switched for it.
    pub overlays: Switches,
}

impl ReportView {
    /// The window as it is.
    #[must_use]
    pub fn of_view(view: &View) -> Self {
        Self {
            filter: view.filter.clone(),
            pose: view.camera,
            overlays: view.overlays.clone(),
            ..Self::default()
        }
    }

    /// A view that was kept.
    #[must_use]
    pub fn of_bookmark(bookmark: &Bookmark) -> Self {
        Self {
            title: bookmark.title.clone(),
            text: bookmark.text.clone(),
            ..Self::of_view(&bookmark.view)
        }
    }
}

/// All that a report is made from.
pub struct Report<'a> {
    /// What is open.
    pub dataset: &'a Arc<Dataset>,
    /// The map below the marks.
    pub basemap: &'a Basemap,
    /// What was seen, in order.
    pub views: &'a [ReportView],
    /// The languages, one after the other.
    pub locales: &'a [Locale],
    /// Overlays that are shown where a view does not say otherwise.
    pub overlays: &'a Switches,
}

/// A report that was made.
#[derive(Debug)]
pub struct MadeReport {
    /// The file.
    pub html: String,
    /// Views in it.
    pub views: usize,
    /// Views that had no room.
    pub left_out: usize,
    /// Records that it describes.
    pub records: usize,
}

/// A view with what it shows.
struct Answered<'a> {
    view: &'a ReportView,
    engine: Engine,
    visible: WindowResult,
    /// The rows that are listed, in order of time.
    rows: Vec<RowId>,
}

/// What every part of a report in one language needs.
struct Part<'a> {
    report: &'a Report<'a>,
    words: Catalogue,
    lang: Lang,
    answered: &'a [Answered<'a>],
    listed: &'a NumberedRecords,
}

impl Part<'_> {
    /// The id of something in this language: `fr-r12`.
    fn id(&self, what: &str, number: usize) -> String {
        format!("{}-{what}{number}", self.lang.code())
    }
}

impl Report<'_> {
    /// Makes the report; `None` when nobody wants it any more. Takes about a tenth of a second for each picture, and one
    /// picture for each view and language.
    #[must_use]
    pub fn make(&self, progress: &Progress) -> Option<MadeReport> {
        let views = self.views.get(..MOST_VIEWS).unwrap_or(self.views);
        let steps = views.len() * (self.locales.len() + 1);
        let mut answered = Vec::with_capacity(views.len());
        for (done, view) in views.iter().enumerate() {
            progress.advance(done, steps)?;
            answered.push(self.answer(view, progress)?);
        }
        let listed =
            NumberedRecords::of(self.dataset, answered.iter().map(|it| it.rows.as_slice()));
        let mut html = Html::default();
        let title = self
            .locales
            .first()
            .map_or_else(String::new, |locale| title(self.dataset, locale.lang));
        html.raw("<!DOCTYPE html>\n");
        let lang = self.locales.first().map_or(Lang::En, |locale| locale.lang);
        html.open("html", &[("lang", lang.code()), ("dir", direction(lang))]);
        head(&mut html, &title);
        html.open("body", &[]);
        self.languages(&mut html);
        for (number, locale) in self.locales.iter().enumerate() {
            let part = Part {
                report: self,
                words: Catalogue::in_locale(*locale),
                lang: locale.lang,
                answered: &answered,
                listed: &listed,
            };
            let pictures: Vec<Option<String>> = answered
                .par_iter()
                .map(|it| {
                    progress.check()?;
                    self.picture(it, &part.words)
                })
                .collect();
            progress.advance(views.len() * (number + 2), steps)?;
            part.write(&mut html, &pictures);
        }
        html.raw("</body></html>\n");
        Some(MadeReport {
            html: html.into_text(),
            views: views.len(),
            left_out: self.views.len() - views.len(),
            records: listed.rows().len(),
        })
    }

    fn answer<'a>(&self, view: &'a ReportView, progress: &Progress) -> Option<Answered<'a>> {
        let engine = Engine::of(self.dataset, &view.filter, progress)?;
        let visible = engine.visible(&view.filter);
        let columns = self.dataset.columns();
        let begins = |row: RowId| {
            let span = columns.span_on(view.filter.clock, row);
            span.map(|span| (span.start.earliest, span.end.latest))
        };
        let mut rows: Vec<RowId> = visible.rows.iter().map(|shown| shown.row).collect();
        rows.sort_by_key(|row| (begins(*row), *row));
        rows.truncate(MOST_ROWS);
        Some(Answered {
            view,
            engine,
            visible,
            rows,
        })
    }

    /// Links to the languages, where there are several.
    fn languages(&self, html: &mut Html) {
        if self.locales.len() < 2 {
            return;
        }
        html.within("nav", &[("class", "languages")], |html| {
            for locale in self.locales {
                let code = locale.lang.code();
                let words = Catalogue::in_locale(*locale);
                let target = format!("#{code}");
                let attributes = [("href", target.as_str()), ("lang", code)];
                html.element("a", &attributes, words.get("report-language"));
            }
        });
    }

    /// The picture of a view as an address that holds it; `None` where it cannot be drawn.
    fn picture(&self, answered: &Answered<'_>, words: &Catalogue) -> Option<String> {
        let mut overlays = self.overlays.clone();
        overlays.follow(&answered.view.overlays);
        // Shaded ground makes a picture ten times as large and says nothing about records.
        overlays.set(relief::ID, false);
        let sheet = Sheet {
            size: Vec2::from(PICTURE),
            scale: SCALE,
            theme: Theme::of(Shade::Light),
            words: Catalogue::in_locale(words.locale()),
            title: String::new(),
            has_legend: true,
            overlays,
            marks_of_many: false,
        };
        let filter = &answered.view.filter;
        let fit = || fitting(&answered.engine, filter, sheet.room());
        let seen = PictureContent {
            engine: &answered.engine,
            visible: &answered.visible,
            filter,
            selection: Selection::default(),
            pose: answered.view.pose.unwrap_or_else(fit),
        };
        let bytes = small_png(&sheet.draw(self.basemap, &seen)).ok()?;
        Some(format!(
            "data:image/png;base64,{}",
            BASE64_STANDARD.encode(bytes)
        ))
    }
}

impl Part<'_> {
    /// Writes everything in one language, with the picture of each view.
    fn write(&self, html: &mut Html, pictures: &[Option<String>]) {
        let code = self.lang.code();
        let attributes = [("id", code), ("lang", code), ("dir", direction(self.lang))];
        html.open("article", &attributes);
        html.foreign_element("h1", &[], &title(self.report.dataset, self.lang));
        self.contents(html);
        for (number, picture) in pictures.iter().enumerate() {
            section::write(html, self, number, picture.as_deref());
        }
        records::write(html, self);
        sources::write(html, self);
        method::write(html, self);
        html.raw("</article>\n");
    }

    /// Links to what is in it.
    fn contents(&self, html: &mut Html) {
        html.within("nav", &[("class", "contents")], |html| {
            html.element("h4", &[], self.words.get("report-contents"));
            html.within("ol", &[], |html| {
                for (number, answered) in self.answered.iter().enumerate() {
                    let target = format!("#{}", self.id("v", number + 1));
                    entry(html, &target, |html| section::name(html, self, answered));
                }
                for (what, key) in [
                    ("records", "report-records"),
                    ("sources", "report-sources"),
                    ("method", "report-method"),
                ] {
                    let target = format!("#{}-{what}", self.lang.code());
                    entry(html, &target, |html| html.words(self.words.get(key)));
                }
            });
        });
    }
}

/// An entry of the list of contents, which leads to `target`.
fn entry(html: &mut Html, target: &str, name: impl FnOnce(&mut Html)) {
    html.within("li", &[], |html| {
        html.within("a", &[("href", target)], name);
    });
}

fn head(html: &mut Html, title: &str) {
    html.within("head", &[], |html| {
        html.open("meta", &[("charset", "utf-8")]);
        let policy = [
            ("http-equiv", "Content-Security-Policy"),
            ("content", POLICY),
        ];
        html.open("meta", &policy);
        let viewport = [
            ("name", "viewport"),
            ("content", "width=device-width, initial-scale=1"),
        ];
        html.open("meta", &viewport);
        html.within("title", &[], |html| html.foreign(title));
        html.raw("<style>");
        html.raw(&colours());
        html.raw(include_str!("style.css"));
        html.raw("</style>");
    });
}

/// The colours of the theme by day, for the style.
fn colours() -> String {
    let palette = Theme::of(Shade::Light).palette;
    let named = [
        ("ink", palette.text),
        ("weak", palette.text_weak),
        ("line", palette.outline),
        ("ground", palette.canvas),
        ("link", palette.accent),
    ];
    let each = named.map(|(name, colour)| {
        let [red, green, blue, _] = colour.to_array();
        format!("--{name}:#{red:02x}{green:02x}{blue:02x}")
    });
    format!(":root{{{}}}\n", each.join(";"))
}

const fn direction(lang: Lang) -> &'static str {
    if lang.is_rtl() { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests;
