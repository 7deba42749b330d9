#!/usr/bin/env bash
# Packages: PyPI duckdb 2.0.1.
# Guess:    31/12/21 in a CSV can only be the 31st of December; a text in JSON is a text until somebody says otherwise.
# Happens:  the guess at formats prefers year first for two-digit dates: 31/12/21 is read as 21 December 2031 and 03/04/22
#           as 22 April 2003, in CSV and, without being asked, for quoted strings in JSON; references such as
#           `12-03-15` become dates too. The true year of every record becomes its day of the month.
# Matters:  a list of the year 2022 is spread over 2001 to 2031, always on a 22nd; all days up to 31 are valid two-digit
#           years, so no value of such a column can ever contradict the guess.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps duckdb==2.0.1
PYTHONPATH="$work/lib" python3 - "$work" <<'PY'
import json
import sys

import duckdb

print("duckdb", duckdb.__version__)
print("guess: 2021-12-31, 2022-04-03 from CSV; the texts as they are from JSON")


def read(path, text):
    with open(path, "w") as out:
        out.write(text)
    found = duckdb.sql(f"FROM read_{path.rsplit('.')[-1]}('{path}')")
    kind = str(found.dtypes[1])
    values = [str(row[1]) for row in found.fetchall()]
    print(path.rsplit(".")[-1], kind, values)
    return kind, values


for mark in "/-":
    days = [f"31{mark}12{mark}21", f"03{mark}04{mark}22"]
    rows = "\n".join(f"r{n},{day}" for n, day in enumerate(days))
    assert read(f"{sys.argv[1]}/a.csv", f"id,day\n{rows}\n") == ("DATE", ["2031-12-21", "2003-04-22"]), "behaviour changed"
texts = json.dumps([{"id": "a", "day": "31-12-21"}, {"id": "b", "day": "03-04-22"}])
assert read(f"{sys.argv[1]}/a.json", texts) == ("DATE", ["2031-12-21", "2003-04-22"]), "behaviour changed"
texts = json.dumps([{"id": "a", "file": "12-03-15"}, {"id": "b", "file": "07-11-02"}])
assert read(f"{sys.argv[1]}/b.json", texts) == ("DATE", ["2012-03-15", "2007-11-02"]), "behaviour changed"
print("behaviour: the year was read as the day")
PY
