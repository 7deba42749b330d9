#!/usr/bin/env bash
# Packages: PyPI pydantic 2.14.4 (pydantic-core 2.50.5).
# Guess:    a `datetime` field takes the ISO 8601 text `20220105` as 5 January 2022, as Python's own
#           `datetime.fromisoformat` does, or refuses it; `2022` is refused.
# Happens:  a text of digits is a number of seconds since 1970: `20220105` becomes 1970-08-23T00:41:45Z, the year `2022`
#           becomes 00:33:42 on the first day of 1970, and `20220105000000` lies in the year 2610.
# Matters:  web services built on it accept compact dates and bare years with status 200 and store another century;
#           records that cluster in 1970 with odd seconds are compact dates, and can be told back exactly.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  pydantic==2.14.4 pydantic-core==2.50.5 annotated-types==0.8.0 typing-extensions==4.16.0 typing-inspection==0.4.5
PYTHONPATH="$work/lib" python3 - <<'PY'
from datetime import datetime

import pydantic


class Record(pydantic.BaseModel):
    seen: datetime


print("pydantic", pydantic.VERSION)
print("guess: 2022-01-05 as in Python itself:", datetime.fromisoformat("20220105"), "- or an error")
for text, expected in {
    "20220105": "1970-08-23T00:41:45+00:00",
    "2022": "1970-01-01T00:33:42+00:00",
    "20220105000000": "2610-10-01T23:50:00+00:00",
    "2022-01-05": "2022-01-05T00:00:00",
}.items():
    seen = Record.model_validate_json(f'{{"seen": "{text}"}}').seen.isoformat()
    print(text, "->", seen)
    assert seen == expected, "behaviour changed"
print("behaviour: digits were counted as seconds since 1970")
PY
