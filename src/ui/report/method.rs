//! How to read the report, the files behind it, and what made it.

use crate::text::args;

use super::{Html, MOST_VIEWS, Part};

/// Writes it.
pub(super) fn write(html: &mut Html, part: &Part<'_>) {
    let words = &part.words;
    let id = format!("{}-method", part.lang.code());
    html.within("section", &[("id", &id)], |html| {
        html.element("h2", &[], words.get("report-method"));
        for key in [
            "report-method-certain",
            "report-method-possible",
            "report-method-dates",
        ] {
            html.element("p", &[], words.get(key));
        }
        let left_out = part.report.views.len().saturating_sub(MOST_VIEWS);
        if left_out > 0 {
            html.element("p", &[], &words.with("report-left-out", args!(n: left_out)));
        }
        html.element("h4", &[], words.get("report-files"));
        html.within("ul", &[], |html| {
            for file in part.report.dataset.parts() {
                html.within("li", &[], |html| {
                    html.foreign_element("bdi", &[], &file.name);
                    html.raw("<br>");
                    html.element("span", &[("class", "meta")], words.get("report-digest"));
                    html.raw(" ");
                    html.within("code", &[], |html| html.foreign(file.sha256()));
                });
            }
        });
        html.within("footer", &[("class", "meta")], |html| {
            let credit = part.report.basemap.attribution();
            let credit = words.with("report-credit", args!(credit: credit));
            html.element("p", &[], &credit);
            let version = env!("CARGO_PKG_VERSION");
            html.element(
                "p",
                &[],
                &words.with("report-made-with", args!(version: version)),
            );
        });
    });
}
