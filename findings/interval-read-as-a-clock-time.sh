#!/usr/bin/env bash
# Packages: PyPI python-dateutil 4.0.0, and pandas 3.1.1 which falls back on it.
# Guess:    an interval of two days, `2022-06-01/2022-06-03` (ISO 8601, EDTF), is refused, or its first day taken.
# Happens:  both read ONE moment, 20:22 o'clock at offset -03:00 on 1 June: the second year became hours and
#           minutes, the second day a time zone, and its month is gone. `5-7 March 2022` becomes 7 March 2005, 20:22.
# Matters:  a three-day record turns into an exact minute that nobody reported, and across midnight UTC it even
#           moves to the next day; nothing in the output tells it from a measured time.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  python-dateutil==4.0.0 pandas==3.1.1 numpy==2.4.6
PYTHONPATH="$work/lib" python3 - <<'PY'
import warnings
from datetime import datetime
from importlib.metadata import version

import pandas
from dateutil import parser

warnings.simplefilter("ignore")
print("python-dateutil", version("python-dateutil"), "pandas", version("pandas"))
print("guess: an error, or 2022-06-01")
cases = [
    ("2022-06-01/2022-06-03", "2022-06-01 20:22:00-03:00"),
    ("2022-01-05/2022-01-08", "2022-01-05 20:22:00-08:00"),
    ("5-7 March 2022", "2005-03-07 20:22:00"),
]
for text, expected in cases:
    by_dateutil = str(parser.parse(text, default=datetime(2000, 1, 1)))
    by_pandas = str(pandas.to_datetime(text))
    print(f"{text!r}: dateutil {by_dateutil}, pandas {by_pandas}")
    assert by_dateutil == by_pandas == expected, "behaviour changed"
in_utc = str(pandas.to_datetime(["2022-01-05/2022-01-08"], utc=True)[0])
print("as UTC:", in_utc)
assert in_utc == "2022-01-06 04:22:00+00:00", "behaviour changed"
print("behaviour: the end of the interval was read as a time of day and an offset")
PY
