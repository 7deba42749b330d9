"""What other programs make of files that were written, and what is made of theirs."""

import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings

import duckdb
import geopandas
import openpyxl
import pandas
import pyogrio

warnings.filterwarnings("ignore")
PROGRAM = sys.argv[1]
FAULTS = []


def check(what, found, expected):
    """Notes a fault where two things differ."""
    if found != expected:
        FAULTS.append(f"{what}: {str(found)[:300]!r} instead of {str(expected)[:300]!r}")


def run(*arguments):
    """Runs the program; what it says where it fails."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        FAULTS.append(f"{' '.join(map(str, arguments))}: {done.stderr.strip()}")
    return done.stdout


def export(source, target, *options):
    """Has the program write a file of a file, or of its own records."""
    run("export", *([source] if source else []), "-o", target, *options)
    return target


def text(value):
    """A value of a cell as text: days as they are written."""
    if value is None or value is pandas.NaT or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, (pandas.Timestamp, datetime.datetime)):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


class Records:
    """The records of a GeoJSON file, by id."""

    def __init__(self, path):
        features = json.loads(pathlib.Path(path).read_text())["features"]
        self.by_id = {}
        for feature in features:
            properties = feature["properties"]
            name = feature.get("id", properties.get("id"))
            self.by_id[str(name)] = {
                "title": properties.get("title") or "",
                "title:ar": properties.get("title:ar") or "",
                "date": properties.get("date") or "",
                "geometry": feature["geometry"],
            }

    def column(self, name):
        """A property of each record, by id."""
        return {key: record[name] for key, record in self.by_id.items()}

    def points(self):
        """Where each record with a point lies, to seven digits."""
        shapes = {key: it["geometry"] for key, it in self.by_id.items() if it["geometry"]}
        points = {key: it["coordinates"] for key, it in shapes.items() if it["type"] == "Point"}
        return {key: tuple(round(number, 7) for number in it[:2]) for key, it in points.items()}


def check_frame(what, frame, records, short=False):
    """Compares a table of another program with the records."""
    check(f"{what}: ids", sorted(map(str, frame["id"])), sorted(records.by_id))
    for name in ("title", "title:ar", "date"):
        column = name[:10].replace(":", "_") if short else name
        found = {str(key): text(value) for key, value in zip(frame["id"], frame[column])}
        expected = records.column(name)
        if short:
            expected = {key: value.encode()[:254].decode(errors="ignore") for key, value in expected.items()}
        check(f"{what}: {name}", found, expected)


def check_places(what, frame, records):
    """Compares the points of another program with those of the records."""
    shapes = zip(frame["id"], frame.geometry)
    points = {str(key): it for key, it in shapes if it is not None and it.geom_type == "Point"}
    found = {key: (round(it.x, 7), round(it.y, 7)) for key, it in points.items()}
    check(f"{what}: places", found, records.points())


def judge_written(folder, records):
    """What they read of the formats that are written."""
    frame = pyogrio.read_dataframe(export(None, folder / "a.gpkg"))
    check_frame("GeoPackage in GDAL", frame, records)
    check_places("GeoPackage in GDAL", frame, records)
    check_frame("GeoPackage in geopandas", geopandas.read_file(folder / "a.gpkg"), records)
    check("GeoPackage: system", frame.crs.to_epsg(), 4326)

    path = export(None, folder / "a.zip", "--format", "shp")
    layers = [pyogrio.read_dataframe(f"/vsizip/{path}", layer=name) for name, _ in pyogrio.list_layers(f"/vsizip/{path}")]
    frame = pandas.concat(layers)
    check_frame("Shapefile in GDAL", frame, records, short=True)
    check_places("Shapefile in GDAL", frame, records)
    check("Shapefile: system", layers[0].crs.to_epsg(), 4326)

    for name in ("a.parquet", "a.geoparquet"):
        path = export(None, folder / name)
        found = duckdb.sql(f"select * from read_parquet('{path}')").df()
        check_frame(f"{name} in DuckDB", found, records)
        frame = geopandas.read_parquet(path)
        check_frame(f"{name} in geopandas", frame, records)
        check_places(f"{name} in geopandas", frame, records)

    path = export(None, folder / "a.xlsx")
    sheet = openpyxl.load_workbook(path)["records"]
    rows = list(sheet.iter_rows(values_only=True))
    frame = pandas.DataFrame(rows[1:], columns=rows[0])
    check_frame("XLSX in openpyxl", frame, records)
    place = rows[0].index("date")
    days = [row[place] for row in rows[1:] if isinstance(row[place], datetime.datetime)]
    exact = [date for date in records.column("date").values() if len(date) == 10 and date[:4].isdigit() and date[-2:].isdigit()]
    check("XLSX: days are dates", len(days), len([it for it in exact if it > "1901"]))

    path = export(None, folder / "a.csv")
    check_frame("CSV in DuckDB", duckdb.sql(f"select * from read_csv('{path}', all_varchar=true)").df(), records)

    for name in ("a.kml", "a.kmz"):
        path = export(None, folder / name)
        layers = [pyogrio.read_dataframe(path, layer=layer) for layer, _ in pyogrio.list_layers(path)]
        check(f"{name} in GDAL: count", sum(map(len, layers)), len(records.by_id))


def judge_read(folder, records):
    """What is made of files that they write."""
    frame = geopandas.read_file(folder / "a.gpkg")
    frame = frame[[name for name in frame.columns if name in ("id", "title", "title:ar", "date", "layer", "kind", "geometry")]]
    dated = {key: value for key, value in records.column("date").items()}

    def check_back(what, path, *options, count=None):
        """Compares what is read of a file with the records."""
        back = Records(export(path, folder / "back.geojson", "--as-read", *options))
        if count is not None:
            check(f"{what}: count", len(back.by_id), count)
            return
        check(f"{what}: ids", sorted(back.by_id), sorted(records.by_id))
        check(f"{what}: dates", {key: text(value) for key, value in back.column("date").items()}, dated)
        check(f"{what}: texts", back.column("title:ar"), records.column("title:ar"))
        check(f"{what}: places", back.points(), records.points())

    frame.to_file(folder / "b.gpkg", driver="GPKG")
    check_back("GeoPackage of geopandas", folder / "b.gpkg")
    frame.to_parquet(folder / "b.parquet")
    check_back("GeoParquet of geopandas", folder / "b.parquet")
    duckdb.sql(f"copy (select * from read_parquet('{folder / 'a.parquet'}')) to '{folder / 'c.parquet'}' (format parquet)")
    run("check", folder / "c.parquet")
    frame.to_file(folder / "b.geojson", driver="GeoJSON")
    check_back("GeoJSON of geopandas", folder / "b.geojson")

    # A spreadsheet that somebody opened and saved: every date is as it was.
    book = openpyxl.load_workbook(folder / "a.xlsx")
    book.save(folder / "b.xlsx")
    rows = json.loads(run("export", folder / "b.xlsx", "-o", "-", "--format", "geojson"))["features"]
    found = {str(row["id"]): row["properties"].get("date") or "" for row in rows}
    check("XLSX of openpyxl: dates", found, dated)
    table = pandas.DataFrame(frame.drop(columns="geometry"))
    for ending in ("xlsx", "ods"):
        pyogrio.write_dataframe(table, folder / f"g.{ending}", driver=ending.upper())
        rows = json.loads(run("export", folder / f"g.{ending}", "-o", "-", "--format", "geojson"))["features"]
        check(f"{ending} of GDAL: count", len(rows), len(dated))
        found = {str(row["id"]): row["properties"].get("date") or "" for row in rows}
        check(f"{ending} of GDAL: dates", found, dated)


# A profile of LibreOffice in which it speaks the language of a country.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""
# Text with commas, in UTF-8; the last words: cells as they are shown.
COMMAS = "Text - txt - csv (StarCalc):44,34,76,1"
LANGUAGES = ("en-US", "fr-FR", "ar-EG")


def saved_by_libreoffice(path, ending, language, folder):
    """The file as LibreOffice saves it that was opened in this language and saved in another format or the same."""
    home = folder / f"office-{language}"
    profile = home / "user" / "registrymodifications.xcu"
    if not profile.exists():
        profile.parent.mkdir(parents=True)
        profile.write_text(PROFILE.format(language))
    target = folder / f"{path.suffix[1:]}-{language}"
    words = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless"]
    words += [f"--infilter={COMMAS}"] if path.suffix == ".csv" else []
    words += ["--convert-to", f"csv:{COMMAS},,0,false,true" if ending == "csv" else ending]
    words += ["--outdir", str(target), str(path)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=180)
    saved = target / f"{path.stem}.{ending}"
    if not saved.exists():
        FAULTS.append(f"LibreOffice wrote no {saved.name} in {language}: {done.stderr.strip()[-200:]}")
    return saved


def judge_libreoffice(folder, records):
    """A table of ours that somebody opens and saves, in three languages: every id, date, text and place is as it was."""
    if not shutil.which("soffice"):
        message = "LibreOffice is not installed"
        if os.environ.get("CI") == "true":
            FAULTS.append(message)
        elif os.environ.get("SKIPS"):
            with open(os.environ["SKIPS"], "a", encoding="utf-8") as skips:
                skips.write(f"{message}\n")
        return
    for source, endings in (("a.csv", ("csv", "xlsx")), ("a.xlsx", ("xlsx", "ods", "csv"))):
        for language in LANGUAGES:
            for ending in endings:
                what = f"{source} saved by LibreOffice as {ending} ({language})"
                saved = saved_by_libreoffice(folder / source, ending, language, folder)
                if not saved.exists():
                    continue
                back = Records(export(saved, folder / "back.geojson", "--format", "geojson"))
                check(f"{what}: ids", sorted(back.by_id), sorted(records.by_id))
                for name in ("date", "title", "title:ar"):
                    check(f"{what}: {name}", back.column(name), records.column(name))
                check(f"{what}: places", back.points(), records.points())


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        records = Records(export(None, folder / "a.geojson"))
        check("records", len(records.by_id) > 50, True)
        judge_written(folder, records)
        judge_read(folder, records)
        judge_libreoffice(folder, records)
    for fault in FAULTS:
        print(fault, file=sys.stderr)
    print(f"judges: {len(FAULTS)} faults")
    sys.exit(bool(FAULTS))


main()
