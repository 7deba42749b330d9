#!/usr/bin/env bash
# Packages: npm shapefile 0.6.6 and shpjs 6.2.0 reading what PyPI pyogrio 0.13.0 (GDAL 3.12.4) writes.
# Guess:    a record without a date (GDAL writes `00000000`, the usual empty date of a .dbf) has null in JavaScript, and
#           5 January 2022 is that day wherever one reads it.
# Happens:  both readers build the date from year 0, month 0, day 0 without looking: the undated record is dated
#           30 November 1899. Days are made in the reader's own time zone, so east of Greenwich the JSON says the
#           evening before: in Lagos `2022-01-04T23:00:00.000Z`.
# Matters:  undated becomes dated, and each dated record can move by a day, in GeoJSON that looks perfectly sound.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  pyogrio==0.13.0 numpy==2.4.6 pyarrow==26.0.1 certifi==2026.10.19.post1 packaging==26.4
npm install --silent --no-audit --no-fund --prefix "$work" shapefile@0.6.6 shpjs@6.2.0
PYTHONPATH="$work/lib" python3 - "$work/days.shp" <<'PY'
import struct
import sys
from datetime import date

import pyarrow
import pyogrio

print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version_string__)
point = struct.pack("<BIdd", 1, 1, -4.2, 14.5)
table = pyarrow.table({
    "id": ["dated", "undated"],
    "day": pyarrow.array([date(2022, 1, 5), None], pyarrow.date32()),
    "geometry": [point] * 2,
})
pyogrio.write_arrow(
    table, sys.argv[1], geometry_name="geometry", geometry_type="Point", crs="EPSG:4326", driver="ESRI Shapefile"
)
back = pyogrio.raw.read(sys.argv[1])
days = [str(day) for day in back[3][1]]
print("GDAL itself reads", days)
assert days == ["2022-01-05", "NaT"], "the input is not what it should be"
PY
cat > "$work/try.mjs" <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import shapefile from 'shapefile';
import shp from 'shpjs';
for (const name of ['shapefile', 'shpjs']) {
  const own = readFileSync(new URL(`./node_modules/${name}/package.json`, import.meta.url));
  console.log(name, JSON.parse(own).version, 'in', process.env.TZ);
}
const stem = process.argv[2];
const first = JSON.parse(JSON.stringify(await shapefile.read(`${stem}.shp`, `${stem}.dbf`)));
const second = JSON.parse(JSON.stringify(
  await shp({ shp: readFileSync(`${stem}.shp`), dbf: readFileSync(`${stem}.dbf`) })));
const days = (collection) => collection.features.map((f) => f.properties.day);
console.log('shapefile', days(first), 'shpjs', days(second));
assert.deepEqual(days(first), days(second), 'behaviour changed');
const [dated, undated] = days(first);
assert.match(undated, /^1899-11-(29|30)T/, 'behaviour changed');
const expected = process.env.TZ === 'UTC' ? '2022-01-05T00:00:00.000Z' : '2022-01-04T23:00:00.000Z';
assert.equal(dated, expected, 'behaviour changed');
JS
echo "guess: 2022-01-05 and null, in both zones"
TZ=UTC node "$work/try.mjs" "$work/days"
TZ=Africa/Lagos node "$work/try.mjs" "$work/days"
echo "behaviour: the record without a date got one, and the day depends on where it is read"
