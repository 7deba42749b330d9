#!/usr/bin/env bash
# Packages: PyPI undate 0.8.0, a library for uncertain and partial dates, and its EDTF converter.
# Guess:    a library of that purpose keeps `?`, `~` and `%`, or refuses what it cannot hold.
# Happens:  it reads `2022-01-05?`, `2022-01~` and `2022%` without complaint, calls them equal to the certain dates, and
#           writes them back without the mark; in an interval too. A year before 1 is read and written as `00-1`, which
#           is no EDTF at all and which its own reader refuses.
# Matters:  a doubtful date becomes certain by being read and written once, by the very tool chosen for doubtful dates.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  undate==0.8.0 convertdate==2.4.0 pymeeus==0.5.12 lark==1.3.1 interegular==0.3.3 regex==2026.11.19 numpy==2.4.6
PYTHONPATH="$work/lib" python3 - <<'PY'
from importlib.metadata import version

from undate.converters.edtf import EDTFDateConverter

print("undate", version("undate"))
edtf = EDTFDateConverter()
print("guess: what was read is written, or refused")
for text, expected in {
    "2022-01-05?": "2022-01-05",
    "2022-01~": "2022-01",
    "2022%": "2022",
    "2022-01~/2022-02": "2022-01/2022-02",
    "-0001": "00-1",
}.items():
    read = edtf.parse(text)
    written = edtf.to_string(read)
    print(text, "->", written)
    assert written == expected, "behaviour changed"
assert edtf.parse("2022-01-05?") == edtf.parse("2022-01-05"), "behaviour changed"
try:
    edtf.parse("00-1")
    raise SystemExit("behaviour changed")
except Exception as error:
    print("00-1 read again:", type(error).__name__)
print("behaviour: doubtful and certain dates are equal, and the mark is not written")
PY
