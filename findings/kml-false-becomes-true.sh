#!/usr/bin/env bash
# Packages: npm @tmcw/togeojson 7.1.3 (with jsdom 26.1.0 as its XML reader).
# Guess:    a KML field declared `bool` in a Schema that holds `false` or `0` becomes the JSON value false.
# Happens:  every text that is not empty becomes true: `false` and `0` come out exactly as `true` and `1` do. The same
#           word in an undeclared `Data` element stays the text "false", so only well-described files are damaged.
# Matters:  `confirmed: false` turns into `confirmed: true` on the way from KML to GeoJSON, with valid output and no
#           warning; a flag in GeoJSON that came from KML says nothing.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" @tmcw/togeojson@7.1.3 jsdom@26.1.0
cat > "$work/try.mjs" <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { kml } from '@tmcw/togeojson';
import { JSDOM } from 'jsdom';
const own = JSON.parse(readFileSync(new URL('./node_modules/@tmcw/togeojson/package.json', import.meta.url)));
console.log('@tmcw/togeojson', own.version);
console.log('guess: false, false, true, true');
const placemark = (flag) => `<Placemark><ExtendedData>
  <SchemaData schemaUrl="#report"><SimpleData name="confirmed">${flag}</SimpleData></SchemaData>
  <Data name="plain"><value>${flag}</value></Data>
  </ExtendedData><Point><coordinates>-4.2,14.5</coordinates></Point></Placemark>`;
const text = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
  <Schema name="report" id="report"><SimpleField type="bool" name="confirmed"/></Schema>
  ${['false', '0', 'true', '1'].map(placemark).join('')}</Document></kml>`;
const document = new JSDOM(text, { contentType: 'text/xml' }).window.document;
const seen = kml(document).features.map((f) => f.properties);
console.log(JSON.stringify(seen));
assert.deepEqual(seen.map((p) => p.confirmed), [true, true, true, true], 'behaviour changed');
assert.deepEqual(seen.map((p) => p.plain), ['false', '0', 'true', '1'], 'behaviour changed');
console.log('behaviour: each of the four is true');
JS
node "$work/try.mjs"
