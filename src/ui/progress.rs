//! A card over the map while a job takes longer than a blink: what it does, how far it is, Cancel.

use std::time::Duration;

use egui::{Align2, Area, Frame, Id, Order, ProgressBar, Ui};

use crate::{
    command::{Commands, FileCommand},
    task::Job,
    text::args,
    theme::size,
    typeset,
};

use super::Scene;

/// Jobs that end sooner than this are not shown.
const BLINK: Duration = Duration::from_millis(250);
const MEGABYTE: u64 = 1_000_000;

/// Draws the card of the oldest job that has taken longer than a blink, and comes back for jobs that may.
pub fn progress_ui(ui: &mut Ui, scene: &Scene, commands: &mut Commands) {
    let Some(job) = scene.jobs.first() else {
        return;
    };
    let age = job.began.elapsed();
    if age < BLINK {
        ui.ctx().request_repaint_after(BLINK.saturating_sub(age));
        return;
    }
    ui.ctx().request_repaint_after(Duration::from_millis(50));
    Area::new(Id::unique("progress"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_CENTER, egui::Vec2::ZERO)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).show(ui, |ui| card(ui, scene, commands, job));
        });
}

fn card(ui: &mut Ui, scene: &Scene, commands: &mut Commands, job: &Job) {
    let words = scene.words;
    ui.set_width(320.0);
    typeset::strong(
        ui,
        &words.with("file-loading", args!(name: job.subject.as_str())),
    );
    let (done, total) = job.progress.amounts();
    if let Some(share) = job.progress.share() {
        ui.add(ProgressBar::new(share).desired_height(size::GAP));
        let amounts = args!(done: done / MEGABYTE, total: total / MEGABYTE);
        typeset::small(ui, &words.with("file-loading-bytes", amounts));
    } else {
        ui.spinner();
    }
    if typeset::button(ui, words.get("cancel")).clicked() {
        commands.push(FileCommand::Cancel);
    }
}
