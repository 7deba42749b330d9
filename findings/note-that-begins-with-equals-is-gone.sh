#!/usr/bin/env bash
# Packages: PyPI pandas 3.1.1 (with openpyxl 3.1.5).
# Guess:    a column of texts that is written with `to_excel` is read back with `read_excel` as the same texts.
# Happens:  a text that begins with `=` is written as a formula without a value. Read again it is missing (NaN), and
#           a spreadsheet shows an error in its place; neither writing nor reading says a word.
# Matters:  a note such as "= seen again at the gate", in which "=" stands for "the same as", is lost for whoever gets
#           the file, and a text from outside becomes a formula that a spreadsheet computes.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  pandas==3.1.1 numpy==2.4.6 python-dateutil==4.0.0 openpyxl==3.1.5 et-xmlfile==2.0.0
PYTHONPATH="$work/lib" python3 - "$work/notes.xlsx" <<'PY'
import sys
from importlib.metadata import version

import openpyxl
import pandas

print("pandas", version("pandas"), "openpyxl", version("openpyxl"))
print("guess: three texts come back")
notes = ["= seen again at the gate", "-2 vehicles, then +3", "seen"]
pandas.DataFrame({"note": notes}).to_excel(sys.argv[1], index=False)
cells = openpyxl.load_workbook(sys.argv[1]).active["A"][1:]
print("written as", [(cell.value, cell.data_type) for cell in cells])
back = pandas.read_excel(sys.argv[1])["note"].tolist()
print("read as", back)
assert [cell.data_type for cell in cells] == ["f", "s", "s"], "behaviour changed"
assert back[0] != back[0] and back[1:] == notes[1:], "behaviour changed"
print("behaviour: the first is a formula to the spreadsheet and missing to the reader")
PY
