#!/usr/bin/env bash
# Packages: PyPI pandas 3.1.1 (with openpyxl 3.1.5).
# Guess:    JSON and XLSX carry types, so an id that is a quoted string or a text cell stays text; only CSV is guessed at.
# Happens:  `read_json` and `read_excel` guess again: "007" and "7" both become the number 7, "1e3" becomes 1000, and
#           (JSON only) two ids of 21 digits that differ in the last become one float. The files said text.
# Matters:  records that were two are one by their id, references to "007" find nothing, and a file written back from
#           there has lost the difference for good.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps \
  pandas==3.1.1 numpy==2.4.6 python-dateutil==4.0.0 openpyxl==3.1.5 et-xmlfile==2.0.0
PYTHONPATH="$work/lib" python3 - "$work/ids.xlsx" <<'PY'
import io
import json
import sys
from importlib.metadata import version

import openpyxl
import pandas

print("pandas", version("pandas"), "openpyxl", version("openpyxl"))
pairs = [["007", "7"], ["1e3", "1000"], ["123456789012345678901", "123456789012345678902"]]
print("guess: each pair stays two texts")
for pair in pairs:
    text = json.dumps([{"id": value} for value in pair])
    from_json = pandas.read_json(io.StringIO(text))["id"].tolist()
    book = openpyxl.Workbook()
    for value in ["id", *pair]:
        book.active.append([value])
    assert [cell.data_type for cell in book.active["A"]] == ["s", "s", "s"]
    book.save(sys.argv[1])
    from_excel = pandas.read_excel(sys.argv[1])["id"].tolist()
    print(pair, "-> JSON", from_json, "XLSX", from_excel)
    assert len(set(from_json)) == 1 and not isinstance(from_json[0], str), "behaviour changed"
    merged = 2 if len(pair[0]) == 21 else 1
    assert len(set(from_excel)) == merged and not isinstance(from_excel[0], str), "behaviour changed"
print("behaviour: pairs of texts became one number")
PY
