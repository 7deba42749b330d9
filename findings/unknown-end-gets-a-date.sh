#!/usr/bin/env bash
# Packages: npm edtf 4.11.1 and PyPI edtf 5.0.2, the two usual readers of EDTF.
# Guess:    the end of `2022-01-05/` (EDTF level 1: "the end is not known") has no bound: none, NaN, or infinity as in
#           `2022-01-05/..`; and two readers of one standard agree.
# Happens:  npm's `max` is null, which its own comparison takes for 1970-01-01: `covers` says that the interval does not
#           hold its own first day; PyPI's `upper_strict()`, named strict, is 2032-01-05, ten years after the beginning.
# Matters:  a presence with an unreported end disappears from every window in one program and is certain for ten
#           years in another; the bounds of such a record must never be taken from either library.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  edtf==5.0.2 pyparsing==3.3.3 convertdate==2.4.0 pymeeus==0.5.12 python-dateutil==4.0.0
npm install --silent --no-audit --no-fund --prefix "$work/js" edtf@4.11.1
echo "guess: no bound at the end, in both"
cat > "$work/js/try.mjs" <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import edtf from 'edtf';
console.log('npm edtf', JSON.parse(readFileSync(new URL('./node_modules/edtf/package.json', import.meta.url))).version);
const unknown = edtf('2022-01-05/');
const open = edtf('2022-01-05/..');
const began = edtf('2022-01-05');
console.log('2022-01-05/   min', new Date(unknown.min).toISOString(), 'max', unknown.max, '=', new Date(unknown.max).toISOString());
console.log('2022-01-05/.. max', open.max, '; covers its first day:', open.covers(began));
console.log('2022-01-05/   covers its first day:', unknown.covers(began));
assert.equal(unknown.max, null, 'behaviour changed');
assert.equal(unknown.covers(began), false, 'behaviour changed');
assert.equal(open.covers(began), true, 'behaviour changed');
JS
node "$work/js/try.mjs"
PYTHONPATH="$work/lib" python3 - <<'PY'
from importlib.metadata import version

from edtf import parse_edtf

print("PyPI edtf", version("edtf"))
unknown, still_open = parse_edtf("2022-01-05/"), parse_edtf("2022-01-05/..")
end = tuple(unknown.upper_strict())[:3]
print("2022-01-05/   upper_strict", end, "; 2022-01-05/.. upper_strict", still_open.upper_strict())
assert end == (2032, 1, 5), "behaviour changed"
begin = tuple(parse_edtf("/2022-01-05").lower_strict())[:3]
print("/2022-01-05   lower_strict", begin)
assert begin == (2012, 1, 5), "behaviour changed"
assert still_open.upper_strict() == float("inf"), "behaviour changed"
PY
echo "behaviour: an unknown end excludes even the first day in one reader and is ten years later in the other"
