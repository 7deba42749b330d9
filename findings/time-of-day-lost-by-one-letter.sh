#!/usr/bin/env bash
# Packages: PyPI openpyxl 3.1.5 (writes) and pyogrio 0.13.0 with GDAL 3.12.4 (reads), XlsxWriter 3.3.1 beside them.
# Guess:    an XLSX cell that holds a date and a time is read with its time, whatever its number format looks like.
# Happens:  GDAL looks for `hh` in the format. openpyxl's own default for a date with time is `yyyy-mm-dd h:mm:ss` with
#           one h: GDAL makes the whole column days and drops 23:45 without a word. With `hh:mm` the time is there. A
#           cell that shows only `mm:ss` comes out as the bare serial number.
# Matters:  every workbook that a Python script made with openpyxl loses its times in QGIS and geopandas; the order of
#           events within a day is gone, and the day looks like all that was ever known.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  openpyxl==3.1.5 et-xmlfile==2.0.0 xlsxwriter==3.3.1 pyogrio==0.13.0 numpy==2.4.6 certifi==2026.10.19.post1 packaging==26.4
PYTHONPATH="$work/lib" python3 - "$work" <<'PY'
import sys
from datetime import datetime
from importlib.metadata import version

import openpyxl
import pyogrio
import xlsxwriter

print("openpyxl", version("openpyxl"), "XlsxWriter", version("xlsxwriter"), "GDAL", pyogrio.__gdal_version_string__)
moment = datetime(2022, 1, 5, 23, 45)


def read(path):
    return str(pyogrio.raw.read(path)[3][1][0])


path = f"{sys.argv[1]}/openpyxl.xlsx"
book = openpyxl.Workbook()
for row in (["id", "seen"], ["a", moment], ["b", moment]):
    book.active.append(row)
form = book.active["B2"].number_format
book.save(path)
print("guess: 2022-01-05T23:45 in each line but the last")
print("openpyxl's default", repr(form), "->", read(path))
assert openpyxl.load_workbook(path).active["B2"].value == moment, "the input is not what it should be"
assert (form, read(path)) == ("yyyy-mm-dd h:mm:ss", "2022-01-05"), "behaviour changed"
for form, expected in {
    "yyyy-mm-dd h:mm": "2022-01-05",
    "yyyy-mm-dd hh:mm": "2022-01-05T23:45:00.000",
    "mm:ss": "44566",
}.items():
    path = f"{sys.argv[1]}/xlsxwriter.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["id", "seen"])
    for row in (1, 2):
        sheet.write(row, 0, "a")
        sheet.write_datetime(row, 1, moment, book.add_format({"num_format": form}))
    book.close()
    print("XlsxWriter", repr(form), "->", read(path))
    assert read(path).startswith(expected), "behaviour changed"
    assert ("T" in read(path)) == ("T" in expected), "behaviour changed"
print("behaviour: one h in the number format costs the time of day")
PY
