#!/usr/bin/env bash
# Packages: npm @tmcw/togeojson 7.1.3 (with jsdom 26.1.0 as its XML reader).
# Guess:    in the GeoJSON made from a GPX track, entry N of `coordinateProperties.times` belongs to coordinate N; a
#           point without a time (GPX allows it, receivers do it) has null there.
# Happens:  a point without a time adds nothing to the list, so it gets shorter and every later time stands at an
#           earlier point than the one that it was taken at.
# Matters:  a convoy is placed at the right hour in the wrong town, from a file that validates; only the different
#           lengths of the two lists tell.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" @tmcw/togeojson@7.1.3 jsdom@26.1.0
cat > "$work/try.mjs" <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gpx } from '@tmcw/togeojson';
import { JSDOM } from 'jsdom';
const own = JSON.parse(readFileSync(new URL('./node_modules/@tmcw/togeojson/package.json', import.meta.url)));
console.log('@tmcw/togeojson', own.version);
const point = (lat, lon, hour) =>
  `<trkpt lat="${lat}" lon="${lon}">${hour ? `<time>2022-01-05T${hour}:00:00Z</time>` : ''}</trkpt>`;
const text = `<gpx version="1.1" creator="made up" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
  ${point(12, -8, '08')}${point(13, -7)}${point(14, -6, '10')}${point(15, -5, '11')}</trkseg></trk></gpx>`;
const feature = gpx(new JSDOM(text, { contentType: 'text/xml' }).window.document).features[0];
const { times } = feature.properties.coordinateProperties;
console.log('guess: 12 at 08h, 13 at null, 14 at 10h, 15 at 11h');
feature.geometry.coordinates.forEach(([, lat], i) => console.log(`latitude ${lat} at`, times[i]));
assert.equal(feature.geometry.coordinates.length, 4, 'behaviour changed');
assert.deepEqual(times.map((t) => t.slice(11, 13)), ['08', '10', '11'], 'behaviour changed');
console.log('behaviour: the times slipped one point back');
JS
node "$work/try.mjs"
