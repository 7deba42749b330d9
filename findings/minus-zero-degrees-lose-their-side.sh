#!/usr/bin/env bash
# Packages: npm geo-coordinates-parser 1.7.4, coordinate-parser 1.0.7, @mapbox/sexagesimal 1.2.0; PyPI geopy 2.5.0; beside
#           them npm parse-dms 0.0.5 and PyPI lat-lon-parser 1.3.1, which do it right.
# Guess:    `16°16' -0°3'` is 0.05 degrees WEST of Greenwich, as `16°16' -1°3'` is 1.05 degrees west.
# Happens:  four of six readers put it east: they read the sign from the whole degrees, and minus nought is nought. From
#           -1° on all agree, so a test with any other place passes.
# Matters:  the meridian runs through Mali, Burkina Faso, Ghana and Algeria: Gao lies at 0°3' west. A place moves to its
#           mirror image across the line, at most two degrees away, which looks plausible on the map.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  geopy==2.5.0 geographiclib==2.1 lat-lon-parser==1.3.1
npm install --silent --no-audit --no-fund --prefix "$work" \
  geo-coordinates-parser@1.7.4 coordinate-parser@1.0.7 @mapbox/sexagesimal@1.2.0 parse-dms@0.0.5
echo "guess: longitude -0.05 for minus nought degrees 3 minutes, -1.05 for minus one"
cat > "$work/try.mjs" <<'JS'
import assert from 'node:assert/strict';
import { convert } from 'geo-coordinates-parser';
import Coordinates from 'coordinate-parser';
import sexagesimal from '@mapbox/sexagesimal';
import parseDms from 'parse-dms';
const readers = {
  'geo-coordinates-parser': (text) => convert(text).decimalLongitude,
  'coordinate-parser': (text) => new Coordinates(text).getLongitude(),
  '@mapbox/sexagesimal': (text) => sexagesimal.pair(text)[1],
  'parse-dms': (text) => parseDms(text).lon,
};
for (const [name, read] of Object.entries(readers)) {
  const [nought, one] = [read("16°16' -0°3'"), read("16°16' -1°3'")].map((x) => Number(x.toFixed(4)));
  console.log(name, nought, one);
  assert.equal(nought, name === 'parse-dms' ? -0.05 : 0.05, 'behaviour changed');
  assert.equal(one, -1.05, 'behaviour changed');
}
JS
node "$work/try.mjs"
PYTHONPATH="$work/lib" python3 - <<'PY'
from importlib.metadata import version

from geopy.point import Point
from lat_lon_parser import parse

nought, one = (round(Point(f"16°16' -{degrees}°3'").longitude, 4) for degrees in (0, 1))
print("geopy", version("geopy"), nought, one)
assert (nought, one) == (0.05, -1.05), "behaviour changed"
nought, one = (round(parse(f"-{degrees}°3'"), 4) for degrees in (0, 1))
print("lat-lon-parser", version("lat-lon-parser"), nought, one)
assert (nought, one) == (-0.05, -1.05), "behaviour changed"
PY
echo "behaviour: four of six readers moved the place to the other side of the meridian"
