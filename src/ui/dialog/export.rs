//! How many records go out with an export, and how many stay behind.

use crate::{command::Exported, query::Shown, text::args, ui::Scene};

/// What an export would hold now, a sentence each.
pub(super) fn counts(scene: &Scene, what: Exported) -> Vec<String> {
    if scene.is_behind {
        return vec![scene.words.get("export-counting").to_owned()];
    }
    match what {
        Exported::Shown => shown(scene),
        Exported::Tray => vec![scene.words.with(
            "export-tray-holds",
            args!(
                undated: scene.visible.counts.undated,
                unplaced: scene.visible.unplaced_in_window,
            ),
        )],
        Exported::Changes => vec![changes(scene)],
        Exported::Picture => Vec::new(),
    }
}

/// Certain and possible, undated and unplaced; then what is left out and why.
fn shown(scene: &Scene) -> Vec<String> {
    let counts = &scene.visible.counts;
    let has_undated = crate::io::export::Holding::Shown.has_undated(&scene.filter.window);
    let (with, without) = if has_undated {
        (counts.undated, 0)
    } else {
        (0, counts.undated)
    };
    let goes = scene.words.with(
        "export-holds",
        args!(
            certain: counts.shown.certain,
            possible: counts.shown.possible,
            unplaced: scene.visible.unplaced_in_window,
            undated: with,
        ),
    );
    let stays = scene.words.with(
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

fn changes(scene: &Scene) -> String {
    let Some(summary) = scene.compared.and_then(|compared| compared.summary) else {
        return scene.words.get("export-counting").to_owned();
    };
    let kinds = summary.counts.values();
    let all = kinds.fold(Shown::default(), |all, shown| Shown {
        certain: all.certain + shown.certain,
        possible: all.possible + shown.possible,
    });
    scene.words.with(
        "export-changes-hold",
        args!(certain: all.certain, possible: all.possible),
    )
}
