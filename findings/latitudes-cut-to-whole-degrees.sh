#!/usr/bin/env bash
# Packages: npm @kepler.gl/processors 3.2.6 (what kepler.gl does to a CSV that is dropped on it).
# Guess:    a column with 14.5, 14.25, 13 and 15 is a column of decimals: one value with a point settles it.
# Happens:  the type is what most sampled values look like: with few decimals, or in a short file, the column is called
#           integer and EVERY value is cut at the point: 14.5 becomes 14, -4.2 becomes -4. One decimal among a hundred
#           whole degrees is cut as well. In the same way `2022-01` and `2019/2020` in a column of years become 2022 and 2019,
#           and `unknown` among true and false becomes false.
# Matters:  places move by up to 110 km on a map that looks fine; the rounder a colleague's coordinates are, the more
#           the exact ones beside them lose.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps --prefix "$work" @kepler.gl/processors@3.2.6
cat > "$work/try.cjs" <<'JS'
const assert = require('node:assert/strict');
globalThis.self = globalThis;
const { processCsvData } = require('@kepler.gl/processors');
console.log('@kepler.gl/processors', require('@kepler.gl/processors/package.json').version);
const column = (values) => {
  const { fields, rows } = processCsvData(['id,value', ...values.map((v, i) => `${i},${v}`)].join('\n'));
  return [fields[1].type, rows.map((row) => row[1])];
};
const short = column(['14.5', '14.25', '13', '15']);
const long = column(['14.5', ...Array(99).fill('14')]);
const years = column(['2022', '2021', '2022-01', '2020', '2019/2020', '2021']);
const flags = column(['true', 'false', 'unknown', 'true']);
console.log('guess: 14.5, 14.25, 13, 15; 14.5, 14, ...; years as written; true, false, null, true');
console.log('short', short, '\nlong', long[0], long[1].slice(0, 3), '\nyears', years, '\nflags', flags);
assert.deepEqual(short, ['integer', [14, 14, 13, 15]], 'behaviour changed');
assert.deepEqual([long[0], long[1][0]], ['integer', 14], 'behaviour changed');
assert.deepEqual(years, ['integer', [2022, 2021, 2022, 2020, 2019, 2021]], 'behaviour changed');
assert.deepEqual(flags, ['boolean', [true, false, false, true]], 'behaviour changed');
console.log('behaviour: decimals, months and a doubt were cut to fit the type of the others');
JS
node "$work/try.cjs"
