//! Which overlays a picture has: an option for each that can be switched.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use crate::{
    map::overlays,
    model::Switches,
    text::{Catalogue, args},
};

/// The ids of the overlays that are turned round.
#[derive(Clone, Debug, Default)]
pub(super) struct OverlayArgs {
    turned: Vec<&'static str>,
}

impl OverlayArgs {
    /// Turns round in `shown` what was asked for.
    pub(super) fn turn(&self, shown: &mut Switches) {
        for id in &self.turned {
            let is_on_at_first = overlays::switch(id).is_some_and(|switch| switch.is_on_at_first);
            shown.set(id, !is_on_at_first);
        }
    }

    /// Says what an option of these does.
    pub(super) fn help(option: &str, words: &Catalogue) -> Option<String> {
        let mut switches = overlays::switches();
        let (_, switch) = switches.find(|(_, switch)| switch.option == Some(option))?;
        Some(if switch.is_on_at_first {
            words.with("cli-without-overlay", args!(name: words.get(switch.name)))
        } else {
            words.get(&format!("{}-hint", switch.name)).to_owned()
        })
    }
}

/// Returns the options, each with the id of its overlay.
fn options() -> impl Iterator<Item = (&'static str, &'static str)> {
    overlays::switches().filter_map(|(kind, switch)| Some((switch.option?, kind.id)))
}

impl FromArgMatches for OverlayArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let asked = options().filter(|(option, _)| matches.get_flag(option));
        Ok(Self {
            turned: asked.map(|(_, id)| id).collect(),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for OverlayArgs {
    fn augment_args(command: Command) -> Command {
        options().fold(command, |command, (option, _)| {
            let flag = Arg::new(option).long(option);
            command.arg(flag.action(ArgAction::SetTrue))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}
