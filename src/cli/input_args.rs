//! What a command line says about the files that are read.

use std::path::PathBuf;

use clap::Args;

/// The files that a command reads, and how.
#[derive(Args, Clone, Debug, Default)]
pub(super) struct InputArgs {
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(super) preset: Option<String>,
    #[arg(long, value_name = "FIELD=PROPERTY")]
    pub(super) map: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Option<String>,
    #[arg(long, value_name = "ORDER")]
    pub(super) date_order: Option<String>,
    #[arg(long)]
    pub(super) swap_coordinates: bool,
    #[arg(long, value_name = "EPSG")]
    pub(super) crs: Option<String>,
    #[arg(long)]
    pub(super) all_columns: bool,
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    pub(super) zone: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub(super) century: Option<String>,
    #[arg(long, value_name = "FIELD=VALUE")]
    pub(super) set: Vec<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(super) date: Option<String>,
}
