//! `seal`: what the filter shows, with its view, its log and its documents, in a bundle that verifies without us.

use std::{io::Write, path::Path};

use sha2::{Digest as _, Sha256};

use super::{
    Exit,
    args::SealArgs,
    bookmark_arg,
    failure::{Failure, print, say},
    input::{losses, refuse_ending},
    progress,
};
use crate::{
    data::{Dataset, Filter, hexadecimal},
    io::{
        Destination,
        bundle::{
            Seal, SealError, Sealed, TAG_MANIFEST,
            beside::{self, SignError},
            safe::{RuleError, Rules, Safe},
            today,
        },
        export::{Export, ExportedView},
        save::save,
    },
    model::When,
    query::WindowResult,
    text::{Catalogue, args},
};

pub(super) fn run(
    arguments: &SealArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    if arguments.archive == Path::new("-") {
        return Err(Failure::Usage(words.get("cli-seal-file").to_owned()));
    }
    refuse_ending(&arguments.archive, &["zip"], words)?;
    let day = day(arguments, words)?;
    let filter = arguments.filter.filter(words)?;
    let destination = arguments.input.destination(&arguments.archive, words)?;
    let dataset = arguments.input.dataset(words)?;
    let filter = arguments.filter.meant(filter, &dataset, words)?;
    let bookmark = arguments.bookmark.find(&dataset, words)?;
    let filter = bookmark_arg::overlay(filter, bookmark.as_ref());
    let safe = safe(arguments, &dataset, &filter, &day, words)?;
    if let Some(safe) = &safe {
        let dataset = safe.dataset()?;
        // The filter could say what the records do not.
        let filter = Filter::default();
        let contents = Contents {
            dataset: &dataset,
            filter: &filter,
            view: None,
            day: &day,
            safe: Some(safe),
        };
        return finish(arguments, &destination, &contents, words, out);
    }
    let seen = bookmark.as_ref().map(|bookmark| ExportedView {
        view: &bookmark.view,
        lang: bookmark.lang,
        bookmarks: None,
    });
    let contents = Contents {
        dataset: &dataset,
        filter: &filter,
        view: seen.as_ref(),
        day: &day,
        safe: None,
    };
    finish(arguments, &destination, &contents, words, out)
}

/// What a bundle holds.
struct Contents<'a> {
    dataset: &'a Dataset,
    filter: &'a Filter,
    view: Option<&'a ExportedView<'a>>,
    /// The day that the bundle is of.
    day: &'a str,
    /// How its records were made fit to be published, where they were.
    safe: Option<&'a Safe>,
}

/// Makes records of what the filter shows that may be published, where that is asked for.
fn safe(
    arguments: &SealArgs,
    dataset: &Dataset,
    filter: &Filter,
    day: &str,
    words: &Catalogue,
) -> Result<Option<Safe>, Failure> {
    let Some(path) = &arguments.publish_safe else {
        return Ok(None);
    };
    let bytes = beside::short(path)?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    let rules = Rules::read(text).map_err(|error| {
        let member = match error {
            RuleError::NotJson => String::new(),
            RuleError::Member(member) => member,
        };
        let file = path.display().to_string();
        Failure::Usage(words.with("cli-bad-rules", args!(file: file, member: member)))
    })?;
    let visible = WindowResult::of(dataset, filter);
    let rows = Export::shown(dataset, &visible, filter).rows();
    Ok(Some(rules.applied(dataset, &rows, day)))
}

/// Seals what is shown and says what came of it.
fn finish(
    arguments: &SealArgs,
    destination: &Destination,
    contents: &Contents<'_>,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let Contents {
        dataset, filter, ..
    } = *contents;
    let visible = WindowResult::of(dataset, filter);
    let seal = Seal {
        export: Export {
            view: contents.view,
            ..Export::shown(dataset, &visible, filter)
        },
        day: contents.day,
        license: arguments.license.as_deref(),
        safe: contents.safe,
    };
    let sealed = seal.save(destination, &progress::shown());
    progress::done();
    let sealed = sealed.map_err(|error| match error {
        SealError::Read(error) => Failure::Read(error),
        SealError::Write(error) => Failure::Write(error),
    })?;
    if let Some(key) = &arguments.sign {
        sign(&arguments.archive, key, &sealed, words)?;
    }
    if arguments.time_query {
        let query = beside::query(&sealed.tag_manifest);
        write_beside(&arguments.archive, beside::QUERY, &query, words)?;
    }
    let digest = hexadecimal(&Sha256::digest(&sealed.tag_manifest));
    print(out, format!("{digest}  {TAG_MANIFEST}"))?;
    say(&summary(&arguments.archive, &sealed, words));
    if let Some(remark) = sealed.saved.remark(&arguments.archive, words) {
        say(&remark);
    }
    for remark in losses(dataset, words) {
        say(&remark);
    }
    Ok(Exit::Done)
}

/// The day that is named, else today.
fn day(arguments: &SealArgs, words: &Catalogue) -> Result<String, Failure> {
    let Some(day) = &arguments.day else {
        return Ok(today());
    };
    let is_day = day.len() == 10 && When::parse(day).is_ok_and(|it| it.is_exact());
    if is_day {
        Ok(day.clone())
    } else {
        Err(Failure::value(words, "--day", day, "cli-reason-day"))
    }
}

/// Writes a signature over the last list beside the bundle.
fn sign(archive: &Path, key: &Path, sealed: &Sealed, words: &Catalogue) -> Result<(), Failure> {
    let said = |name: &str| {
        let key = key.display().to_string();
        Failure::Sentence(words.with(name, args!(key: key)))
    };
    let signature = beside::sign(key, &sealed.tag_manifest).map_err(|error| match error {
        SignError::Read(error) => Failure::Read(error),
        SignError::NoKey => said("cli-sign-no-key"),
        SignError::Encrypted => said("cli-sign-encrypted"),
    })?;
    write_beside(archive, beside::SIGNATURE, signature.as_bytes(), words)
}

fn write_beside(
    archive: &Path,
    ending: &str,
    bytes: &[u8],
    words: &Catalogue,
) -> Result<(), Failure> {
    let path = beside::path_of(archive, ending);
    save(&path, |out| Ok(out.write_all(bytes)?))?;
    let file = path.display().to_string();
    say(&words.with("cli-beside-written", args!(file: file)));
    Ok(())
}

fn summary(file: &Path, sealed: &Sealed, words: &Catalogue) -> String {
    let copies = sealed.copies;
    words.with(
        "cli-sealed",
        args!(
            file: file.display().to_string(),
            records: sealed.records,
            files: sealed.files,
            kept: copies.kept,
            missing: copies.missing,
            changed: copies.changed,
            none: copies.none,
        ),
    )
}
