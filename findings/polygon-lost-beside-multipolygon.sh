#!/usr/bin/env bash
# Packages: npm @mapbox/shp-write 0.4.3, read back by npm shpjs 6.2.0.
# Guess:    a FeatureCollection of polygons comes back from its shapefile whole: the format has one type for Polygon and
#           MultiPolygon, so both are in one file.
# Happens:  Polygon and MultiPolygon features are written as two shapefiles of the same name into one ZIP, the second
#           over the first. With one MultiPolygon among them, every plain Polygon is gone; nothing is said.
# Matters:  one district with an island erases all other districts: areas disappear from counts without an error, and
#           only a count of features before and after shows it.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" @mapbox/shp-write@0.4.3 shpjs@6.2.0 jszip@3.10.1
cat > "$work/try.mjs" <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import shp from 'shpjs';
import shpwrite from '@mapbox/shp-write';
const own = JSON.parse(readFileSync(new URL('./node_modules/@mapbox/shp-write/package.json', import.meta.url)));
console.log('@mapbox/shp-write', own.version);
const box = (west) => [[[west, 12], [west + 1, 12], [west + 1, 13], [west, 13], [west, 12]]];
const area = (id, type, coordinates) => ({ type: 'Feature', properties: { id }, geometry: { type, coordinates } });
const areas = [
  area('a', 'Polygon', box(-6)), area('b', 'Polygon', box(-4)), area('c', 'Polygon', box(-2)),
];
const withIsland = [...areas, area('d', 'MultiPolygon', [box(0), box(2)])];
const roundTrip = async (features) => {
  const bytes = await shpwrite.zip({ type: 'FeatureCollection', features },
    { outputType: 'nodebuffer', compression: 'STORE' });
  const names = Object.keys((await JSZip.loadAsync(bytes)).files).filter((name) => name.endsWith('.shp'));
  const back = [].concat(await shp(bytes)).flatMap((collection) => collection.features);
  return { names, ids: back.map((f) => f.properties.id) };
};
console.log('guess: a b c, then a b c d');
const plain = await roundTrip(areas);
const mixed = await roundTrip(withIsland);
console.log('three polygons:', plain.ids, plain.names);
console.log('and one multipolygon:', mixed.ids, mixed.names);
assert.deepEqual(plain.ids, ['a', 'b', 'c'], 'behaviour changed');
assert.deepEqual(mixed.ids, ['d'], 'behaviour changed');
assert.equal(mixed.names.length, 1, 'behaviour changed');
console.log('behaviour: adding the fourth record removed the other three');
JS
node "$work/try.mjs"
