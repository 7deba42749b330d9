//! The options of `bench`. What they mean to a reader is in the catalogue, under `cli-help-NAME` and
//! `cli-bench-NAME-about`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::{filter_args::FilterArgs, input_args::InputArgs};

#[derive(Args, Debug)]
pub(in crate::cli) struct BenchArgs {
    #[command(subcommand)]
    pub(super) bench: Bench,
}

#[derive(Debug, Subcommand)]
pub(super) enum Bench {
    Load(LoadArgs),
    Export(BenchExportArgs),
    Make(MakeArgs),
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
pub(super) struct LoadArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(long, value_name = "K")]
    pub(super) cancel: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct BenchExportArgs {
    #[arg(value_name = "FILE")]
    pub(super) input: PathBuf,
    #[arg(value_name = "OUT")]
    pub(super) out: PathBuf,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
}

#[derive(Args, Debug)]
pub(super) struct MakeArgs {
    #[arg(value_name = "N")]
    pub(super) records: String,
    #[arg(value_name = "OUT")]
    pub(super) out: PathBuf,
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
