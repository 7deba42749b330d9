#!/usr/bin/env bash
# Packages: PyPI polars 2.1.0, pandas 3.1.1.
# Guess:    told to parse dates, a reader refuses `03/04/2022`, or asks for the order, or takes the one that the others take.
# Happens:  pandas reads the fourth of March, polars the third of April, each for the whole column and without a word.
#           Where a later row tells the order (`04/25/2022`), polars leaves the column as text and pandas does not.
# Matters:  two analysts of one file are a month apart on up to twelve days in each month, and only the rows that cannot be
#           read the other way show which of them is right.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  pandas==3.1.1 numpy==2.4.6 python-dateutil==4.0.0 polars==2.1.0 polars-runtime-32==2.1.0
PYTHONPATH="$work/lib" python3 - <<'PY'
import io

import pandas
import polars

print("pandas", pandas.__version__, "polars", polars.__version__)
print("guess: one meaning, or none")


def read(*days):
    text = "\n".join(["day", *days])
    of_pandas = pandas.read_csv(io.StringIO(text), parse_dates=["day"])["day"]
    of_polars = polars.read_csv(io.BytesIO(text.encode()), try_parse_dates=True)["day"]
    return [str(day)[:10] for day in of_pandas], [str(day)[:10] for day in of_polars]


ambiguous = read("03/04/2022", "05/06/2022")
print("03/04/2022, 05/06/2022 -> pandas", ambiguous[0], "polars", ambiguous[1])
assert ambiguous == (["2022-03-04", "2022-05-06"], ["2022-04-03", "2022-06-05"]), "behaviour changed"
told = read("03/04/2022", "04/25/2022")
print("03/04/2022, 04/25/2022 -> pandas", told[0], "polars", told[1])
assert told == (["2022-03-04", "2022-04-25"], ["03/04/2022", "04/25/2022"]), "behaviour changed"
print("behaviour: the same digits are two days, a month apart")
PY
