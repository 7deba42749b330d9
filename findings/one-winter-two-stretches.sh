#!/usr/bin/env bash
# Packages: npm edtf 4.11.1 and PyPI edtf 5.0.2, the two usual readers of EDTF.
# Guess:    winter `2010-24` is the same stretch in both; ISO 8601-2 leaves the months to the user, so one would expect
#           December to February, or that the reader says which convention it takes.
# Happens:  npm takes October to December (and January to March for spring); PyPI's strict bounds are December alone, a
#           month, though its own spring, summer and autumn have three.
# Matters:  "winter 2010" of one report is certain in November in one program, in no program in January, and ends with the
#           year in both; counts by month differ by the library that read the file.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  edtf==5.0.2 pyparsing==3.3.3 convertdate==2.4.0 pymeeus==0.5.12 python-dateutil==4.0.0
npm install --silent --no-audit --no-fund --prefix "$work/js" edtf@4.11.1
echo "guess: one stretch of three months, the same in both"
cat > "$work/js/try.mjs" <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import edtf from 'edtf';
console.log('npm edtf', JSON.parse(readFileSync(new URL('./node_modules/edtf/package.json', import.meta.url))).version);
const days = text => [edtf(text).min, edtf(text).max].map(at => new Date(at).toISOString().slice(0, 10));
console.log('2010-21', ...days('2010-21'));
console.log('2010-24', ...days('2010-24'));
assert.deepEqual(days('2010-21'), ['2010-01-01', '2010-03-31'], 'behaviour changed');
assert.deepEqual(days('2010-24'), ['2010-10-01', '2010-12-31'], 'behaviour changed');
JS
node "$work/js/try.mjs"
PYTHONPATH="$work/lib" python3 - <<'PY'
from importlib.metadata import version

from edtf import parse_edtf

print("PyPI edtf", version("edtf"))
seen = {}
for season in ("2010-21", "2010-22", "2010-23", "2010-24"):
    read = parse_edtf(season)
    seen[season] = tuple(tuple(end)[:3] for end in (read.lower_strict(), read.upper_strict()))
    print(season, *("%04d-%02d-%02d" % day for day in seen[season]))
assert seen["2010-21"] == ((2010, 3, 1), (2010, 5, 31)), "behaviour changed"
assert seen["2010-24"] == ((2010, 12, 1), (2010, 12, 31)), "behaviour changed"
PY
echo "behaviour: the same winter is October to December in one reader and December alone in the other"
