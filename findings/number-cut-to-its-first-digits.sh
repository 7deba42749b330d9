#!/usr/bin/env bash
# Packages: PyPI pyshp 3.1.6.
# Guess:    a number that does not fit its .dbf column is refused (as xBase shows it: asterisks), or loses decimals only
#           where the warning for long text says so; and None in a text column is empty.
# Happens:  the number is written as text and cut from the right: 123456.5 in a column of 5 becomes 12345, a tenth, with
#           no warning (text that is too long does warn). 98765432 in a column of 6 becomes 987654. None in a text column
#           becomes the word `None`, although None is empty in a number or date column.
# Matters:  a count of displaced people is off by powers of ten in a file that is valid in every other way, and "not
#           known" becomes an actor, a place or a source called None.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps pyshp==3.1.6
PYTHONPATH="$work/lib" python3 - "$work/counts" <<'PY'
import sys
import warnings
from importlib.metadata import version

import shapefile

print("pyshp", version("pyshp"))
print("guess: an error or a warning for the numbers, an empty text for None")
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    with shapefile.Writer(sys.argv[1], shapeType=shapefile.POINT) as out:
        out.field("area", "N", size=5, decimal=1)
        out.field("people", "N", size=6)
        out.field("actor", "C", size=20)
        out.point(-4.2, 14.5)
        out.record(123456.5, 98765432, None)
with shapefile.Reader(sys.argv[1]) as back:
    seen = list(back.record(0))
print("written [123456.5, 98765432, None], read", seen, "warnings:", [str(w.message) for w in said])
assert seen == [12345.0, 987654, "None"], "behaviour changed"
assert not said, "behaviour changed"
print("behaviour: both numbers lost digits from the right; None became a word")
PY
