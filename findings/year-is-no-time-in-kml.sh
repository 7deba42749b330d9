#!/usr/bin/env bash
# Packages: PyPI pyogrio 0.13.0 (carries GDAL 3.12.4, whose LIBKML driver reads KML for QGIS, geopandas and ogr2ogr).
# Guess:    KML's times may be a year, a month, a day or a moment (its schema names gYear and gYearMonth): a year is read
#           as a year, or as its first day with a warning; a span that ends in February ends with February.
# Happens:  years alone are lost, in <when> as in <begin> and <end>, with no message; a month becomes the first moment of
#           its first day, at the end of a span too, which so ends 27 days early.
# Matters:  a presence "2021 to 2022" loses both its dates on the way through any of these programs, one "until February
#           2022" is not there for most of February; nothing in the output shows it.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" pyogrio==0.13.0
cat > "$work/times.kml" <<'KML'
<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Placemark><name>a day</name><TimeStamp><when>2022-03-27</when></TimeStamp><Point><coordinates>-8,12.6</coordinates></Point></Placemark>
<Placemark><name>a month</name><TimeStamp><when>2022-03</when></TimeStamp><Point><coordinates>-8,12.6</coordinates></Point></Placemark>
<Placemark><name>a year</name><TimeStamp><when>2022</when></TimeStamp><Point><coordinates>-8,12.6</coordinates></Point></Placemark>
<Placemark><name>months</name><TimeSpan><begin>2021-12</begin><end>2022-02</end></TimeSpan><Point><coordinates>-8,12.6</coordinates></Point></Placemark>
<Placemark><name>years</name><TimeSpan><begin>2021</begin><end>2022</end></TimeSpan><Point><coordinates>-8,12.6</coordinates></Point></Placemark>
</Document></kml>
KML
echo "guess: every line below has a time, and the span of months ends with the last of February"
PYTHONPATH="$work/lib" python3 -W error - "$work/times.kml" <<'PY'
import sys

import pyogrio

print("pyogrio", pyogrio.__version__, "GDAL", ".".join(map(str, pyogrio.__gdal_version__)))
meta, _, _, columns = pyogrio.raw.read(sys.argv[1], datetime_as_string=True)
table = dict(zip(meta["fields"], columns))
seen = {}
for name, *times in zip(table["Name"], table["timestamp"], table["begin"], table["end"]):
    seen[name] = tuple(times)
    print(f"{name:8} when={times[0]} begin={times[1]} end={times[2]}")
assert seen["a day"][0] == "2022-03-27T00:00:00", "behaviour changed"
assert seen["a month"][0] == "2022-03-01T00:00:00", "behaviour changed"
assert seen["a year"] == (None, None, None), "behaviour changed"
assert seen["months"][1:] == ("2021-12-01T00:00:00", "2022-02-01T00:00:00"), "behaviour changed"
assert seen["years"] == (None, None, None), "behaviour changed"
PY
echo "behaviour: years are lost without a word, and a span that ends in a month ends on its first day"
