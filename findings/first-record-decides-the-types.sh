#!/usr/bin/env bash
# Packages: npm flatgeobuf 4.5.0 (the format's own JavaScript writer).
# Guess:    a FeatureCollection written to FlatGeobuf and read again has the same properties and ids, or writing fails.
# Happens:  names and types of all columns come from the first feature alone: a member that it lacks is dropped from
#           every other feature, a text under its number becomes NaN, a text under its boolean becomes false, and each
#           id is replaced by the running number 0, 1, 2.
# Matters:  GeoJSON of dated records is uneven by nature (only some have `last_confirmed`); which facts survive depends
#           on which record happens to stand first, and references by id point nowhere.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" flatgeobuf@4.5.0
cat > "$work/try.mjs" <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { geojson } from 'flatgeobuf';
console.log('flatgeobuf', JSON.parse(readFileSync(new URL('./node_modules/flatgeobuf/package.json', import.meta.url))).version);
console.log('guess: what was written is read');
const record = (id, properties) => ({
  type: 'Feature', id, properties, geometry: { type: 'Point', coordinates: [-4.2, 14.5] },
});
const written = [
  record('base-a', { date: '2022-01-05', crew: 40, denied: true }),
  record('base-b', { date: '2022-02', crew: 'about 40', denied: 'in part', last_confirmed: '2022-06' }),
];
const bytes = geojson.serialize({ type: 'FeatureCollection', features: written });
const found = [];
for await (const feature of geojson.deserialize(bytes)) found.push(feature);
const seen = JSON.parse(JSON.stringify(found.map((f) => [f.id, f.properties])));
console.log('written', JSON.stringify(written.map((f) => [f.id, f.properties])));
console.log('read   ', JSON.stringify(seen));
assert.deepEqual(seen, [
  [0, { date: '2022-01-05', crew: 40, denied: true }],
  [1, { date: '2022-02', crew: null, denied: false }],
], 'behaviour changed');
console.log('behaviour: the second record lost its id and three of its four facts');
JS
node "$work/try.mjs"
