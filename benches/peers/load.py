#!/usr/bin/env python3
"""Loading, beside what other programs take for the same files in the same run.

  load.py SAHELSCOPE EVENTS.geojson EVENTS.ndjson EVENTS.csv

DuckDB and polars from PyPI read every column into memory. One JSON object a file: seconds passed and of
the processor, and how many times as long as Sahelscope the other takes.
"""
import json, resource, subprocess, sys, time

DUCKDB_GEOJSON = """
import duckdb
duckdb.sql("create table t as select unnest(features) as f from "
           "read_json('{path}', format='unstructured', records=true, "
           "columns={{features: 'JSON[]'}}, maximum_object_size=1000000000)")
"""
DUCKDB_LINES = """
import duckdb
duckdb.sql("create table t as select * from read_json('{path}', format='newline_delimited')")
"""
POLARS_CSV = """
import polars
polars.read_csv('{path}', infer_schema_length=10000)
"""


def peer(code, path):
    """Seconds of a Python program, without what it takes to import its library."""
    spent = lambda: sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    imports = next(line for line in code.splitlines() if line.startswith("import"))
    times = []
    for program in (imports, code.format(path=path)):
        begin, cpu = time.perf_counter(), spent()
        subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - begin, spent() - cpu))
    return [round(whole - empty, 3) for whole, empty in zip(times[1], times[0])]


def main():
    program, geojson, lines, table = sys.argv[1:]
    for path, name, code in ((lines, "duckdb", DUCKDB_LINES), (table, "polars", POLARS_CSV), (geojson, "duckdb", DUCKDB_GEOJSON)):
        run = subprocess.run([program, "bench", "load", path], check=True, capture_output=True, text=True)
        own = json.loads(run.stdout)
        wall, cpu = peer(code, path)
        print(json.dumps({"file": path, "own_s": own["load_s"], "own_cpu_s": own["cpu_s"], "peer": name,
                          "peer_s": wall, "peer_cpu_s": cpu, "times_as_long": round(wall / own["load_s"], 2)}), flush=True)


if __name__ == "__main__":
    main()
