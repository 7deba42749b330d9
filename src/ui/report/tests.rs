use super::*;
use crate::{io, model::Window};

/// A report of the bundled records in these languages, of all of them and of `more`.
fn made(langs: &[Lang], more: Vec<ReportView>) -> MadeReport {
    let dataset = Arc::new(Dataset::from_parts(vec![io::read::bundled()]));
    let basemap = Basemap::embedded().unwrap();
    let locales: Vec<Locale> = langs.iter().map(|lang| Locale::of(*lang)).collect();
    let views: Vec<ReportView> = [ReportView::default()].into_iter().chain(more).collect();
    let report = Report {
        dataset: &dataset,
        basemap: &basemap,
        views: &views,
        locales: &locales,
        overlays: &Switches::default(),
    };
    report.make(&Progress::unwatched()).unwrap()
}

fn view_of(window: &str, title: &str, text: &str) -> ReportView {
    ReportView {
        title: Localised::english(title),
        text: Localised::english(text),
        filter: Filter {
            window: Window::parse(window).unwrap(),
            ..Filter::default()
        },
        ..ReportView::default()
    }
}

/// Every address that a text names as a target of a link inside it, and every id that it gives.
fn targets_and_ids(html: &str) -> (Vec<&str>, Vec<&str>) {
    let after = |mark: &str| {
        let found: Vec<&str> = html
            .split(mark)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        found
    };
    (after("href=\"#"), after(" id=\""))
}

#[test]
fn a_report_needs_no_script_and_no_network_and_every_link_inside_it_leads_somewhere() {
    let made = made(&Lang::ALL, Vec::new());
    let html = &made.html;
    assert!(html.contains(POLICY.replace('\'', "&#39;").as_str()));
    for loads in [
        "<script",
        "<link",
        "<iframe",
        "@import",
        "url(",
        "src=\"http",
    ] {
        assert!(!html.contains(loads), "{loads}");
    }
    let (targets, ids) = targets_and_ids(html);
    assert!(targets.len() > 300, "{}", targets.len());
    for target in targets {
        assert!(ids.contains(&target), "{target}");
    }
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len());
    for tag in ["article", "section", "table", "figure", "p", "span", "bdi"] {
        let opened =
            html.matches(&format!("<{tag} ")).count() + html.matches(&format!("<{tag}>")).count();
        assert_eq!(opened, html.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    assert_eq!(html.matches("<img ").count(), 3);
    assert!(html.contains("<article id=\"ar\" lang=\"ar\" dir=\"rtl\">"));
    assert!(html.len() < 5_000_000, "{}", html.len());
}

#[test]
fn certain_and_possible_are_told_apart_and_what_is_left_out_is_said() {
    let view = view_of(
        "2022-01/2022-03",
        "Early 2022",
        "First paragraph.\n\nSecond.",
    );
    let made = made(&[Lang::En], vec![view]);
    let html = &made.html;
    let section = html.split("id=\"en-v2\"").nth(1).unwrap();
    let section = section.split("</section>").next().unwrap();
    assert!(section.contains("January–March 2022"));
    assert!(section.contains("<p lang=\"en\" dir=\"auto\">Second.</p>"));
    assert!(section.contains("class=\"possible\"") && section.contains("class=\"certain\""));
    assert!(section.contains(" of 61 records; not shown: "));
    assert_eq!((made.views, made.records), (2, 42));
}

#[test]
fn words_of_a_bookmark_are_words_and_nothing_else() {
    let title = "<b>bold</b> \u{202e}evil";
    let text = "# no heading\n\n[link](javascript:alert(1)) <script>alert(1)</script> **x**";
    let made = made(&[Lang::En], vec![view_of("2022", title, text)]);
    assert!(made.html.contains("&lt;b&gt;bold&lt;/b&gt;"));
    assert!(made.html.contains("# no heading"));
    assert!(!made.html.contains("<script") && !made.html.contains('\u{202e}'));
    assert!(!made.html.contains("href=\"javascript"));
}

#[test]
fn more_views_than_a_report_holds_are_said() {
    let dataset = Arc::new(Dataset::from_parts(vec![io::read::bundled()]));
    let basemap = Basemap::embedded().unwrap();
    let views = vec![ReportView::default(); MOST_VIEWS + 9_940];
    let report = Report {
        dataset: &dataset,
        basemap: &basemap,
        views: &views,
        locales: &[],
        overlays: &Switches::default(),
    };
    let made = report.make(&Progress::unwatched()).unwrap();
    assert_eq!((made.views, made.left_out), (MOST_VIEWS, 9_940));
    assert!(report.make(&Progress::cancelled()).is_none());
}
