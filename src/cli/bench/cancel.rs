//! `bench load --cancel`: how long it takes until a load that is cancelled has ended, at moments spread
//! over all of it.

use std::{
    io::Write,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use serde_json::json;

use crate::{
    cli::{
        Exit,
        failure::{Failure, print},
    },
    data::{Dataset, Filter},
    io::{ReadErrorKind, Watch, read::read_file},
    query::Engine,
    work::{self, Progress},
};

/// How long the memory of one load takes to be given back, before the next begins.
const REST: Duration = Duration::from_millis(500);

/// Loads the file once to its end, then `moments` times not so far.
pub(super) fn run(file: &Path, moments: usize, out: &mut dyn Write) -> Result<Exit, Failure> {
    let begin = Instant::now();
    load(file, &Progress::unwatched())?;
    let whole = begin.elapsed();
    let mut answers = Vec::with_capacity(moments);
    for moment in 0..moments {
        let after = whole.mul_f64((moment as f64 + 0.5) / moments as f64);
        work::pause(REST);
        answers.extend(answer(file, after)?.map(|answer| (answer, after)));
    }
    answers.sort_unstable();
    let of = |at: usize| answers.get(at).map(|(answer, _)| answer.as_millis());
    let worst = answers.last();
    let report = json!({
        "load_s": whole.as_secs_f64(),
        "cancelled": answers.len(),
        "median_ms": of(answers.len() / 2),
        "worst_ms": worst.map(|(answer, _)| answer.as_millis()),
        "worst_at_s": worst.map(|(_, after)| after.as_secs_f64()),
    });
    print(out, report.to_string())?;
    Ok(Exit::Done)
}

/// Tells how long a load takes to end that is cancelled `after` its beginning; `None` when it had ended.
fn answer(file: &Path, after: Duration) -> Result<Option<Duration>, Failure> {
    let progress = Progress::default();
    let at = Arc::new(Mutex::new(None));
    let (cancelled, moment) = (progress.clone(), Arc::clone(&at));
    work::spawn("cancel", move || {
        work::pause(after);
        *moment.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        cancelled.cancel();
    });
    let is_whole = load(file, &progress)?;
    let end = Instant::now();
    let at = *at.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(at.filter(|_| !is_whole).map(|at| end - at))
}

/// Reads a file and makes it ready as the window does; whether that came to its end.
fn load(file: &Path, progress: &Progress) -> Result<bool, Failure> {
    let part = match read_file(file, &Watch::of(progress)) {
        Ok(part) => part,
        Err(error) if matches!(error.kind, ReadErrorKind::Cancelled) => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    let Some(dataset) = Dataset::make(vec![part], progress) else {
        return Ok(false);
    };
    let dataset = Arc::new(dataset);
    let engine = Engine::of(&dataset, &Filter::default(), progress);
    let is_whole = engine.is_some();
    work::drop_in_background((dataset, engine));
    Ok(is_whole)
}
