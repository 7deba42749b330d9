#!/usr/bin/env bash
# Packages: npm xlsx 0.18.5 (SheetJS), checked against PyPI hijridate 2.3.0.
# Guess:    a cell whose number format asks for the Hijri calendar (`B2dd/mm/yyyy`, what Excel stores in Arabic
#           settings) is shown as its Hijri date, or as the Gregorian one.
# Happens:  day and month stay Gregorian and 581 is taken from the year: 5 January 2022 comes out as 05/01/1441, which
#           is a real Hijri date, but of September 2019. Right would be 02/06/1443. CSV and text output carry it.
# Matters:  a table exported from such a workbook holds dates that every reader takes for Hijri and converts to a day
#           more than two years off; nothing in the text betrays it.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  hijridate==2.3.0 xlsxwriter==3.3.1
npm install --silent --no-audit --no-fund --prefix "$work" xlsx@0.18.5
PYTHONPATH="$work/lib" python3 - "$work/days.xlsx" <<'PY'
import sys
from datetime import date

import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet()
sheet.write_row(0, 0, ["id", "day"])
sheet.write(1, 0, "a")
sheet.write_datetime(1, 1, date(2022, 1, 5), book.add_format({"num_format": "B2dd/mm/yyyy"}))
book.close()
PY
cat > "$work/try.cjs" <<'JS'
const xlsx = require('xlsx');
console.error('xlsx', xlsx.version);
const book = xlsx.readFile(process.argv[2]);
process.stdout.write(xlsx.utils.sheet_to_csv(book.Sheets[book.SheetNames[0]]).trim().split('\n')[1].split(',')[1]);
JS
shown="$(node "$work/try.cjs" "$work/days.xlsx")"
PYTHONPATH="$work/lib" python3 - "$shown" <<'PY'
import sys
from importlib.metadata import version

from hijridate import Gregorian, Hijri

print("hijridate", version("hijridate"))
right = Gregorian(2022, 1, 5).to_hijri().dmyformat()
day, month, year = (int(part) for part in sys.argv[1].split("/"))
meant = Hijri(year, month, day).to_gregorian().isoformat()
print(f"guess: {right} (or 05/01/2022); seen: {sys.argv[1]}, which as a Hijri date is {meant}")
assert right == "02/06/1443" and sys.argv[1] == "05/01/1441" and meant[:7] == "2019-09", "behaviour changed"
print("behaviour: only the year was changed, by 581")
PY
