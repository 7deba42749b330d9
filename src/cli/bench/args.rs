//! The options of `bench`. What they mean to a reader is in the catalogue, under `cli-help-NAME` and
//! `cli-bench-NAME-about`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::args::InputArgs;

#[derive(Args, Debug)]
pub(in crate::cli) struct BenchArgs {
    #[command(subcommand)]
    pub(super) bench: Bench,
}

#[derive(Debug, Subcommand)]
pub(super) enum Bench {
    Window(WindowArgs),
    Frames(FramesArgs),
}

#[derive(Args, Debug)]
pub(in crate::cli) struct FramesArgs {
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_name = "K", default_value = "200")]
    pub(super) steps: String,
    #[arg(long, value_name = "D", default_value = "30")]
    pub(super) days: String,
    #[arg(long)]
    pub(super) density: bool,
}

#[derive(Args, Debug)]
pub(super) struct WindowArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(long, value_name = "K", default_value = "200")]
    pub(super) steps: String,
    #[arg(long, value_name = "D", default_value = "30")]
    pub(super) days: String,
    #[arg(long)]
    pub(super) events: bool,
}
