//! The options of every command. What they mean to a reader is in the catalogue, under
//! `cli-help-NAME` and `cli-COMMAND-about`.

use std::{ffi::OsString, path::PathBuf};

use clap::{
    Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand,
    builder::PossibleValuesParser,
};

use super::{
    bench::BenchArgs, bookmark_arg::BookmarkArg, filter_args::FilterArgs, input_args::InputArgs,
    overlay_args::OverlayArgs,
};
use crate::{
    io::formats,
    model::{Lang, Preset},
    text::{Catalogue, args},
};

/// The ways to draw the window that are built in: those of `app::Drawing`.
const RENDERERS: &[&str] = if cfg!(any(feature = "wgpu", not(target_os = "linux"))) {
    &["auto", "wgpu", "glow"]
} else {
    &["auto", "glow"]
};

#[derive(Debug, Parser)]
#[command(
    name = "sahelscope",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(long)]
    pub(super) fresh: bool,
    #[arg(long, value_name = "HOW", value_parser = PossibleValuesParser::new(RENDERERS), hide_possible_values = true)]
    pub(super) renderer: Option<String>,
    #[command(subcommand)]
    pub(super) command: Option<CliCommand>,
}

#[derive(Debug, Subcommand)]
pub(super) enum CliCommand {
    Export(ExportArgs),
    Count(CountArgs),
    Check(CheckArgs),
    Render(RenderArgs),
    Report(ReportArgs),
    Bookmarks(BookmarksArgs),
    Diff(DiffArgs),
    Coverage(CoverageArgs),
    Log(LogArgs),
    Apply(ApplyArgs),
    Undo(UndoArgs),
    VerifyLog(VerifyLogArgs),
    Merge(MergeArgs),
    #[command(subcommand)]
    Source(SourceCommand),
    Seal(SealArgs),
    Verify(VerifyArgs),
    Suggest(SuggestArgs),
    Bench(BenchArgs),
}

#[derive(Args, Debug)]
pub(super) struct LogArgs {
    #[arg(value_name = "FILE")]
    pub(super) dataset: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(super) record: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args, Debug)]
pub(super) struct ApplyArgs {
    #[arg(value_name = "FILE")]
    pub(super) dataset: PathBuf,
    #[arg(value_name = "LOG")]
    pub(super) log_path: PathBuf,
    #[arg(short, long, value_name = "OUT")]
    pub(super) out: PathBuf,
}

#[derive(Args, Debug)]
pub(super) struct UndoArgs {
    #[arg(value_name = "FILE")]
    pub(super) dataset: PathBuf,
    #[arg(value_name = "ID")]
    pub(super) change: String,
    #[arg(long, value_name = "NAME")]
    pub(super) by: Option<String>,
    #[arg(long, value_name = "REASON")]
    pub(super) why: Option<String>,
    #[arg(short, long, value_name = "OUT")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct MergeArgs {
    #[arg(value_name = "BASE")]
    pub(super) base: PathBuf,
    #[arg(value_name = "OURS")]
    pub(super) ours: PathBuf,
    #[arg(value_name = "THEIRS")]
    pub(super) theirs: PathBuf,
    #[arg(short, long, value_name = "OUT")]
    pub(super) out: PathBuf,
    #[arg(long, value_name = "R")]
    pub(super) report: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct VerifyLogArgs {
    #[arg(value_name = "FILE|FOLDER")]
    pub(super) dataset: PathBuf,
}

#[derive(Args, Debug)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(short, long, value_name = "OUT")]
    pub(super) out: PathBuf,
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<String>,
    #[arg(long)]
    pub(super) as_read: bool,
    #[arg(long)]
    pub(super) tray: bool,
    #[arg(long, conflicts_with = "as_read")]
    pub(super) qgis: bool,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[command(flatten)]
    pub(super) bookmark: BookmarkArg,
}

#[derive(Args, Debug)]
pub(super) struct SealArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(short = 'o', long = "out", value_name = "OUT.zip")]
    pub(super) archive: PathBuf,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) day: Option<String>,
    #[arg(long, value_name = "LICENCE")]
    pub(super) license: Option<String>,
    #[arg(long, value_name = "KEY")]
    pub(super) sign: Option<PathBuf>,
    #[arg(long)]
    pub(super) time_query: bool,
    #[arg(long, value_name = "RULES.json")]
    pub(super) publish_safe: Option<PathBuf>,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[command(flatten)]
    pub(super) bookmark: BookmarkArg,
}

#[derive(Args, Debug)]
pub(super) struct VerifyArgs {
    #[arg(value_name = "BUNDLE|FOLDER|FILE")]
    pub(super) bundle: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(super) signature: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) signers: Option<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args, Debug)]
pub(super) struct CountArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long)]
    pub(super) say: bool,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[command(flatten)]
    pub(super) bookmark: BookmarkArg,
}

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args, Debug)]
pub(super) struct DiffArgs {
    #[arg(value_name = "A", allow_hyphen_values = true, display_order = 0)]
    pub(super) before: String,
    #[arg(value_name = "B", allow_hyphen_values = true, display_order = 1)]
    pub(super) after: String,
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(id = "changes", short = 'o', long = "out", value_name = "OUT")]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[command(flatten)]
    pub(super) bookmark: BookmarkArg,
}

#[derive(Args, Debug)]
pub(super) struct BookmarksArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum SourceCommand {
    Add(SourceAddArgs),
    List(SourceListArgs),
    Check(SourceListArgs),
}

#[derive(Args, Debug)]
pub(super) struct SourceAddArgs {
    #[arg(value_name = "FILE")]
    pub(super) document: PathBuf,
    #[arg(long, value_name = "DATASET")]
    pub(super) dataset: PathBuf,
    #[arg(long, value_name = "TITLE")]
    pub(super) title: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) publisher: Option<String>,
    #[arg(long, value_name = "EDTF", allow_hyphen_values = true)]
    pub(super) published: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    pub(super) url: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct SourceListArgs {
    #[arg(value_name = "DATASET")]
    pub(super) dataset: PathBuf,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args, Debug)]
pub(super) struct SuggestArgs {
    #[arg(value_name = "FILE")]
    pub(super) document: Option<PathBuf>,
    #[arg(long, value_name = "EDTF", allow_hyphen_values = true)]
    pub(super) published: Option<String>,
    #[arg(long, value_name = "RECORDS")]
    pub(super) names_of: Vec<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args, Debug)]
pub(super) struct CoverageArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(long, value_name = "A/B", allow_hyphen_values = true)]
    pub(super) window: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args, Debug)]
pub(super) struct RenderArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(short, long, value_name = "OUT")]
    pub(super) out: PathBuf,
    #[arg(long, value_name = "WIDTHxHEIGHT")]
    pub(super) size: Option<String>,
    #[arg(long, value_name = "N")]
    pub(super) scale: Option<String>,
    #[arg(long, value_name = "LON,LAT", allow_hyphen_values = true)]
    pub(super) center: Option<String>,
    #[arg(long, value_name = "Z")]
    pub(super) zoom: Option<String>,
    #[arg(long, value_name = "THEME")]
    pub(super) theme: Option<String>,
    #[arg(long, value_name = "STEP")]
    pub(super) step: Option<String>,
    #[arg(long, requires = "step")]
    pub(super) cumulative: bool,
    #[arg(long, requires = "step")]
    pub(super) skip_same: bool,
    #[command(flatten)]
    pub(super) overlays: OverlayArgs,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[command(flatten)]
    pub(super) bookmark: BookmarkArg,
}

#[derive(Args, Debug)]
pub(super) struct ReportArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[arg(short, long, value_name = "OUT")]
    pub(super) out: PathBuf,
    #[arg(id = "in", long = "in", value_name = "LANG,…")]
    pub(super) languages: Option<String>,
    #[arg(long, conflicts_with = "bookmark")]
    pub(super) no_bookmarks: bool,
    #[command(flatten)]
    pub(super) overlays: OverlayArgs,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[command(flatten)]
    pub(super) bookmark: BookmarkArg,
}

/// Parses the arguments, the program's own name first; help is in the language of `words`.
pub(super) fn parse(arguments: &[OsString], words: &Catalogue) -> Result<Arguments, clap::Error> {
    let matches = command(words).try_get_matches_from(arguments)?;
    Arguments::from_arg_matches(&matches)
}

/// Returns the language that the arguments name; needed before they can be parsed in that language.
pub(super) fn named_lang(arguments: &[OsString]) -> Option<Lang> {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if word == "--lang" {
            return words.next().and_then(Lang::from_tag);
        }
        if let Some(tag) = word.strip_prefix("--lang=") {
            return Lang::from_tag(tag);
        }
    }
    None
}

/// Returns the whole command line with its texts.
fn command(words: &Catalogue) -> clap::Command {
    let command = Arguments::command()
        .arg(
            option("lang")
                .value_name("LANG")
                .global(true)
                .value_parser(lang),
        )
        .arg(
            option("help")
                .short('h')
                .action(ArgAction::Help)
                .global(true),
        )
        .arg(option("version").short('V').action(ArgAction::Version))
        .about(words.get("cli-about").to_owned())
        .subcommand_help_heading(words.get("cli-commands").to_owned());
    // Its windows are A and B; it refuses another with a sentence.
    let command = command.mut_subcommand("diff", |diff| {
        diff.mut_arg("window", |window| window.hide(true))
    });
    with_texts(command, words).mut_subcommands(|subcommand| described(subcommand, "cli", words))
}

/// Returns a command, and those below it, with what they do: `cli-NAME-about`, `cli-NAME-NAME-about`.
fn described(command: clap::Command, above: &str, words: &Catalogue) -> clap::Command {
    let key = format!("{above}-{}", command.get_name());
    let about = words.find(&format!("{key}-about")).unwrap_or_default();
    let heading = words.get("cli-commands").to_owned();
    let command = command
        .about(about.to_owned())
        .subcommand_help_heading(heading);
    with_texts(command, words).mut_subcommands(|command| described(command, &key, words))
}

fn option(name: &'static str) -> Arg {
    Arg::new(name).long(name)
}

fn lang(tag: &str) -> Result<String, String> {
    match Lang::from_tag(tag) {
        Some(lang) => Ok(lang.code().to_owned()),
        None => Err(Lang::ALL.map(Lang::code).join(", ")),
    }
}

fn with_texts(command: clap::Command, words: &Catalogue) -> clap::Command {
    let usage = words.get("cli-usage");
    let template = format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}\n");
    command.help_template(template).mut_args(|arg| {
        let id = arg.get_id().as_str().replace('_', "-");
        let help = if id == "format" {
            Some(words.with("cli-help-format", args!(formats: formats::written_ids())))
        } else if id == "preset" {
            Some(words.with("cli-help-preset", args!(names: Preset::names())))
        } else {
            let help = words.find(&format!("cli-help-{id}")).map(str::to_owned);
            help.or_else(|| OverlayArgs::help(&id, words))
        };
        let heading = if arg.is_positional() {
            "cli-arguments"
        } else if FilterArgs::has(arg.get_id().as_str()) {
            "cli-filters"
        } else {
            "cli-options"
        };
        let heading = words.get(heading).to_owned();
        arg.help(help.unwrap_or_default()).help_heading(heading)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_options_do_not_contradict_one_another() {
        command(&Catalogue::plain(Lang::En)).debug_assert();
    }

    #[test]
    fn every_command_and_option_says_what_it_is_in_each_language() {
        for lang in Lang::ALL {
            let command = command(&Catalogue::plain(lang));
            let below = command
                .get_subcommands()
                .flat_map(clap::Command::get_subcommands);
            let parts = command.get_subcommands().chain(below);
            for part in parts.chain([&command]) {
                assert!(
                    part.get_about()
                        .is_some_and(|about| !about.to_string().is_empty())
                );
                for arg in part.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(
                        !help.is_empty(),
                        "{lang}: {} {}",
                        part.get_name(),
                        arg.get_id()
                    );
                }
            }
        }
    }

    #[test]
    fn the_language_is_found_before_anything_is_parsed() {
        let named = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            named_lang(&words)
        };
        assert_eq!(named(&["x", "count", "--lang", "fr"]), Some(Lang::Fr));
        assert_eq!(named(&["x", "--lang=ar_EG"]), Some(Lang::Ar));
        assert_eq!(named(&["x", "--lang"]), None);
    }
}
