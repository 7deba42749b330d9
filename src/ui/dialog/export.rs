//! How many records go out with an export, and how many stay behind.

use crate::{command::Exported, query::Shown, text::args, ui::PanelContext};

/// What an export would hold now, a sentence each.
pub(super) fn counts(context: &PanelContext, what: Exported) -> Vec<String> {
    if context.answers.is_behind {
        return vec![context.words.get("export-counting").to_owned()];
    }
    match what {
        Exported::Shown => shown(context),
        Exported::Tray => vec![context.words.with(
            "export-tray-holds",
            args!(
                undated: context.answers.visible.counts.undated,
                unplaced: context.answers.visible.unplaced_in_window,
            ),
        )],
        Exported::Changes => vec![changes(context)],
        Exported::Picture | Exported::Report => Vec::new(),
        Exported::Bundle => {
            let mut lines = shown(context);
            lines.push(context.words.get("bundle-holds").to_owned());
            lines.push(context.words.get("bundle-not-true").to_owned());
            lines
        }
    }
}

/// Certain and possible, undated and unplaced; then what is left out and why.
fn shown(context: &PanelContext) -> Vec<String> {
    let counts = &context.answers.visible.counts;
    let has_undated =
        crate::io::export::ExportScope::Shown.has_undated(&context.document.filter.window);
    let (with, without) = if has_undated {
        (counts.undated, 0)
    } else {
        (0, counts.undated)
    };
    let goes = context.words.with(
        "export-holds",
        args!(
            certain: counts.shown.certain,
            possible: counts.shown.possible,
            unplaced: context.answers.visible.unplaced_in_window,
            undated: with,
        ),
    );
    let stays = context.words.with(
        "export-leaves",
        args!(
            out: counts.out,
            filtered: counts.filtered,
            undated: without,
            unreadable: counts.unreadable,
        ),
    );
    let is_all = counts.out + counts.filtered + without + counts.unreadable == 0;
    if is_all {
        vec![goes]
    } else {
        vec![goes, stays]
    }
}

fn changes(context: &PanelContext) -> String {
    let Some(summary) = context
        .document
        .compared
        .and_then(|compared| compared.summary)
    else {
        return context.words.get("export-counting").to_owned();
    };
    let kinds = summary.counts.values();
    let all = kinds.fold(Shown::default(), |all, shown| Shown {
        certain: all.certain + shown.certain,
        possible: all.possible + shown.possible,
    });
    context.words.with(
        "export-changes-hold",
        args!(certain: all.certain, possible: all.possible),
    )
}
