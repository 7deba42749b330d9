#!/usr/bin/env bash
# Packages: npm exceljs 4.4.0 (files by PyPI XlsxWriter 3.3.1, read beside it with openpyxl 3.1.5).
# Guess:    a number shown as `40.5 km` (number format `0.0\ \k\m`, how spreadsheet programs store a unit) is 40.5.
# Happens:  exceljs sees an m, d, h, y or s anywhere outside quotes and calls the cell a date, although the backslash
#           makes the letter plain text: 40.5 becomes 1900-02-08T12:00Z. Hectares, hours, metres and the currency
#           padding `_d_i_n_.` do it too; the same unit in quotes does not. openpyxl reads 40.5 each time.
# Matters:  quantities turn into dates: a program that looks for the date column by its values takes distances for days
#           of the year 1900, and the quantity itself is gone.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  xlsxwriter==3.3.1 openpyxl==3.1.5 et-xmlfile==2.0.0
npm install --silent --no-audit --no-fund --prefix "$work" exceljs@4.4.0
PYTHONPATH="$work/lib" python3 - "$work/units.xlsx" <<'PY'
import sys

import openpyxl
import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet()
for row, form in enumerate([r"0.0\ \k\m", r"0.00\ \h\a", r"0.0\ \h", r"#,##0.00\ _d_i_n_.", '0.0" km"']):
    sheet.write(row, 0, form)
    sheet.write_number(row, 1, 40.5, book.add_format({"num_format": form}))
book.close()
seen = [row[1] for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows(values_only=True)]
print("guess: 40.5 in each; openpyxl", openpyxl.__version__, "reads", seen)
assert seen == [40.5] * 5, "the input is not what it should be"
PY
cat > "$work/try.cjs" <<'JS'
const assert = require('node:assert/strict');
const excel = require('exceljs');
console.log('exceljs', require('exceljs/package.json').version);
(async () => {
  const book = new excel.Workbook();
  await book.xlsx.readFile(process.argv[2]);
  const seen = [];
  book.worksheets[0].eachRow((row) => {
    seen.push(row.getCell(2).value);
    console.log(row.getCell(1).value, '->', row.getCell(2).value);
  });
  assert.deepEqual(seen.map((v) => JSON.parse(JSON.stringify(v))),
    [...Array(4).fill('1900-02-08T12:00:00.000Z'), 40.5], 'behaviour changed');
  console.log('behaviour: four of five quantities became noon of 8 February 1900');
})();
JS
node "$work/try.cjs" "$work/units.xlsx"
