#!/usr/bin/env bash
# Packages: PyPI pandas 3.1.1 and python-dateutil 4.0.0.
# Guess:    `dayfirst=True` decides dates such as 03/04/2022; an ISO date 2022-04-03 has one meaning and keeps it.
# Happens:  a column of ISO dates is read year-DAY-month without a warning: 2022-04-03 becomes 4 March. With
#           `format="mixed"` a day above 12 beside it is read right, so one column has two orders; and where the first
#           value has a day above 12 the whole column is read right. The order of the rows decides what they mean.
# Matters:  `dayfirst=True` is what everyone outside the United States sets; a table that passed through such a script
#           holds swapped months that look perfectly regular, and only days up to the 12th are hit.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  python-dateutil==4.0.0 pandas==3.1.1 numpy==2.4.6
PYTHONPATH="$work/lib" python3 - <<'PY'
import warnings
from importlib.metadata import version

import pandas
from dateutil import parser

print("pandas", version("pandas"), "python-dateutil", version("python-dateutil"))
print("guess: 2022-04-03 is 3 April in every line")


def read(values, **how):
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        days = [str(day)[:10] for day in pandas.to_datetime(values, dayfirst=True, **how)]
    print(values, how or "", "->", days, "warnings:", len(said))
    return days, len(said)


for how in ({}, {"format": "mixed"}):
    days, warned = read(["2022-04-03", "2022-04-05"], **how)
    assert (days, warned) == (["2022-03-04", "2022-05-04"], 0), "behaviour changed"
days, _ = read(["2022-04-03", "2022-04-13"], format="mixed")
assert days == ["2022-03-04", "2022-04-13"], "behaviour changed"
days, _ = read(["2022-04-13", "2022-04-03"])
assert days == ["2022-04-13", "2022-04-03"], "behaviour changed"
print("behaviour: 3 April was read as 4 March")
PY
