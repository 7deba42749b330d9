#!/usr/bin/env python3
"""Reading the formats of others, beside programs that read them too, in the same run.

  formats.py SAHELSCOPE [--calamine PROGRAM] FILE...

A workbook (.xlsx) is read by openpyxl in its read-only mode and, where a program that only asks calamine
for the first sheet is given, by that; GeoParquet (.parquet) by DuckDB's `select *`; a Shapefile (.zip), a
GeoPackage (.gpkg) and KML (.kml) by ogr2ogr into FlatGeobuf, KML with LIBKML. Each is taken in turns,
three times, and the best counts. One JSON object a file and peer: seconds passed and of the processor, the
most memory of ours in MB, and how many times as long as Sahelscope the other takes. Without ogr2ogr or a
library its lines are missing, with a word on the error output.
"""
import json, pathlib, resource, shutil, subprocess, sys, tempfile, time

OPENPYXL = """
import openpyxl
for row in openpyxl.load_workbook({path!r}, read_only=True).worksheets[0].iter_rows(values_only=True): pass
"""
DUCKDB = """
import duckdb
duckdb.sql("create table t as select * from read_parquet({path!r})")
"""
TURNS = 3


def timed(command):
    """Seconds passed and of the processor of one command; none where it could not be run."""
    spent = lambda: sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    begin, cpu = time.perf_counter(), spent()
    try:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    except (OSError, subprocess.CalledProcessError) as why:
        print(f"{command[0]}: {why}", file=sys.stderr)
        return None
    return time.perf_counter() - begin, spent() - cpu


def python(code, path):
    """A Python program's seconds, without what it takes to import its library."""
    imports = next(line for line in code.splitlines() if line.startswith("import"))
    empty, whole = timed([sys.executable, "-c", imports]), timed([sys.executable, "-c", code.format(path=path)])
    return whole and empty and (whole[0] - empty[0], whole[1] - empty[1])


def ogr(path, folder, *options):
    """The seconds of ogr2ogr into FlatGeobuf, a file a layer."""
    out = pathlib.Path(folder) / "out"
    shutil.rmtree(out, ignore_errors=True)
    source = f"/vsizip/{path}" if path.endswith(".zip") else path
    return timed(["ogr2ogr", *options, "-f", "FlatGeobuf", "-nlt", "GEOMETRY", str(out), source])


def peers(path, calamine, folder):
    """The others that read such a file: name and what times it."""
    kind = pathlib.Path(path).suffix
    if kind == ".xlsx":
        yield "openpyxl", lambda: python(OPENPYXL, path)
        if calamine:
            yield "calamine", lambda: timed([calamine, path])
    elif kind == ".parquet":
        yield "duckdb", lambda: python(DUCKDB, path)
    elif kind == ".kml":
        yield "ogr2ogr LIBKML", lambda: ogr(path, folder, "-if", "LIBKML")
    else:
        yield "ogr2ogr", lambda: ogr(path, folder)


def own(program, path):
    """What Sahelscope says of its own load."""
    run = subprocess.run([program, "bench", "load", path], check=True, capture_output=True, text=True)
    return json.loads(run.stdout)


def main():
    program, *rest = sys.argv[1:]
    calamine = rest.pop(1) if rest and rest[0] == "--calamine" else None
    files = rest[1:] if calamine else rest
    for path in files:
        with tempfile.TemporaryDirectory() as folder:
            others = {name: (call, []) for name, call in peers(path, calamine, folder)}
            loads = []
            for _ in range(TURNS):
                loads.append(own(program, path))
                for call, times in others.values():
                    times.append(call())
            best = min(loads, key=lambda load: load["load_s"])
            for name, (_, times) in others.items():
                times = [one for one in times if one]
                if not times:
                    continue
                wall, cpu = min(times)
                print(json.dumps({"file": pathlib.Path(path).name, "own": best, "peer": name, "peer_s": round(wall, 3),
                                  "peer_cpu_s": round(cpu, 3), "times_as_long": round(wall / best["load_s"], 2)}), flush=True)


if __name__ == "__main__":
    main()
