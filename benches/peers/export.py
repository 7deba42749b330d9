#!/usr/bin/env python3
"""Exporting, beside what copying the bytes and DuckDB take in the same run.

  export.py SAHELSCOPE EVENTS.geojson EVENTS.ndjson FOLDER [FIRST LAST]

Both files hold the same records. What lies between the days FIRST and LAST (all of it where none are given) is
written into FOLDER: by Sahelscope as GeoJSON, which it puts on the disk before it answers; by `cp` of what came of
that, alone and put on the disk too; and by DuckDB as lines of JSON from a table in memory. One JSON object: seconds
passed and of the processor, and how many times as long each takes as copying alone. Sahelscope also reckons the
SHA-256 of its input meanwhile, which the window does before, while the path is asked for. FOLDER is left empty.
"""
import json, os, resource, subprocess, sys, time

DUCKDB = """
import duckdb, resource, time
db = duckdb.connect()
db.sql("create table t as select * from read_json('{lines}', format='newline_delimited')")
spent = lambda: sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
begin, cpu = time.perf_counter(), spent()
db.sql("copy (select * from t where {where}) to '{out}' (format json)")
print(time.perf_counter() - begin, spent() - cpu)
"""


def timed(*commands):
    """Seconds passed and of the processor for programs one after another."""
    spent = lambda: sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    begin, cpu = time.perf_counter(), spent()
    for command in commands:
        subprocess.run(command, check=True)
    return time.perf_counter() - begin, spent() - cpu


def main():
    program, geojson, lines, folder, *days = sys.argv[1:]
    own, copy, other = (os.path.join(folder, name) for name in ("own.geojson", "copy.geojson", "duckdb.json"))
    window = ["--window", "/".join(days)] if days else []
    run = subprocess.run([program, "bench", "export", geojson, own, *window], check=True, capture_output=True, text=True)
    report = json.loads(run.stdout)
    times = {"own": (report["export_s"], report["cpu_s"]), "cp": timed(["cp", own, copy])}
    os.remove(copy)
    times["cp_synced"] = timed(["cp", own, copy], ["sync", copy])
    bytes = os.path.getsize(own)
    os.remove(copy), os.remove(own)
    where = "properties.date::varchar between '{}' and '{}'".format(*days) if days else "true"
    code = DUCKDB.format(lines=lines, where=where, out=other)
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    os.remove(other)
    times["duckdb"] = [float(seconds) for seconds in run.stdout.splitlines()[-1].split()]
    print(json.dumps({
        "rows": report["rows"], "bytes": bytes,
        **{f"{name}_s": round(wall, 3) for name, (wall, _) in times.items()},
        **{f"{name}_cpu_s": round(cpu, 3) for name, (_, cpu) in times.items()},
        "times_as_long_as_cp": {name: round(wall / times["cp"][0], 2) for name, (wall, _) in times.items()},
    }))


if __name__ == "__main__":
    main()
