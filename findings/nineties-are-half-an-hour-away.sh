#!/usr/bin/env bash
# Packages: PyPI dateparser 1.5.0; crates interim 0.2.2 and chrono 0.4.45.
# Guess:    "the 1990s" is a decade, or is not understood; the ISO week `2022-W05` lies in January and February 2022.
# Happens:  both take the s for seconds: dateparser answers the moment 33 minutes and 10 seconds BEFORE now, interim the
#           one as much AFTER now, and dateparser's search finds it inside sentences. `2022-W05` is a day of May 2022 and
#           `2022-W13` is the 13th of the present month: up to 12 the week is a month, above it a day.
# Matters:  history in a report ("a base of the 1990s") becomes an exact second of today, and weekly data are spread over
#           the year; both look like very precise dates.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  dateparser==1.5.0 python-dateutil==4.0.0 pytz==2026.6 regex==2026.11.19 tzlocal==5.4.5
echo "guess: no exact moment for a decade; a day from 31 January to 6 February, and one from 28 March to 3 April"
PYTHONPATH="$work/lib" python3 - <<'PY'
from datetime import datetime
from importlib.metadata import version

import dateparser
from dateparser.search import search_dates

print("dateparser", version("dateparser"))
now = {"RELATIVE_BASE": datetime(2022, 4, 9, 12, 0)}
for text, expected in {
    "the 1990s": "2022-04-09 11:26:50",
    "2022-W05": "2022-05-09 00:00:00",
    "2022-W13": "2022-04-13 00:00:00",
}.items():
    seen = str(dateparser.parse(text, settings=now))
    print(text, "->", seen)
    assert seen == expected, "behaviour changed"
found = search_dates("The base was built in the 1990s and left empty.", languages=["en"], settings=now)
print("in a sentence:", found)
assert [str(when) for _, when in found] == ["2022-04-09 11:26:50"], "behaviour changed"
PY
mkdir -p "$work/crate/src"
cat > "$work/crate/Cargo.toml" <<'TOML'
[package]
name = "decade"
version = "0.0.0"
edition = "2021"

[dependencies]
chrono = { version = "=0.4.45", default-features = false, features = ["std"] }
interim = { version = "=0.2.2", features = ["chrono_0_4"] }

[workspace]
TOML
cat > "$work/crate/src/main.rs" <<'RUST'
use chrono::{DateTime, Utc};
use interim::{parse_date_string, Dialect};

fn main() {
    let now: DateTime<Utc> = "2022-04-09T12:00:00Z".parse().expect("a moment");
    let seen = parse_date_string("1990s", now, Dialect::Uk).expect("understood");
    println!("interim 0.2.2: 1990s -> {seen}");
    assert_eq!(seen.to_rfc3339(), "2022-04-09T12:33:10+00:00", "behaviour changed");
}
RUST
CARGO_TARGET_DIR="$work/target" cargo run --quiet --manifest-path "$work/crate/Cargo.toml"
echo "behaviour: the nineties are 33 minutes ago in one, in 33 minutes in the other"
