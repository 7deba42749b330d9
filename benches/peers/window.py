#!/usr/bin/env python3
"""Counts a moving window by layer and half-degree cell with numpy and DuckDB, beside `sahelscope bench window`.

  python3 benches/peers/window.py COLUMNS.npz [--ours SAHELSCOPE FILE] [--steps 200] [--days 30 1826]

COLUMNS.npz holds one array a column, one entry a record: `day` (days since any day), `cat` (a small
number for the layer) and `cell` (row * 84 + column of the half-degree grid from longitude -17, latitude 8).
FILE holds the same records for sahelscope, which is run with --events, because both peers count a record on its day
only. All count the same windows: from the first day to the last in equal steps of whole days. `total` and `check` must
agree, and the script ends with status 1 when they do not.

Times are CPU milliseconds a step (all threads of the process; for sahelscope, which uses one thread, the time on the
wall), median over the steps; preparing (sorting, loading, building an index) is not in them. Needs numpy and duckdb
from PyPI.
"""
import argparse
import json
import subprocess
import sys
import time

import duckdb
import numpy as np

LAYERS = 3


def windows(day, steps, days):
    """First and last day of each window."""
    first, last = int(day.min()), int(day.max())
    length = last - first + 1
    days = min(days, length)
    for step in range(steps):
        start = first + step * (length - days) // max(steps - 1, 1)
        yield start, start + days - 1


def sums(cells, counts):
    """`total` and `check` of one step."""
    return int(counts.sum()), int((counts * (cells % 97)).sum())


class NumpySlice:
    """Columns in the order of days; a window is a slice of them, counted with bincount."""

    name = "numpy slice + bincount"

    def __init__(self, day, cat, cell):
        order = np.argsort(day, kind="stable")
        self.day = day[order]
        self.keys = (cell.astype(np.int64) * LAYERS + cat)[order]
        self.size = int(self.keys.max()) + 1

    def count(self, first, last):
        # Of another type than the column's, the whole column would be converted at every step.
        edges = np.array([first, last + 1], dtype=self.day.dtype)
        start, end = np.searchsorted(self.day, edges)
        return np.bincount(self.keys[start:end], minlength=self.size)

    def sums(self, counts):
        return sums(np.arange(self.size) // LAYERS, counts)


class DuckDb:
    """A table in the order of days, so that whole row groups are passed over."""

    name = "DuckDB, table ordered by day"

    def __init__(self, day, cat, cell):
        self.connection = duckdb.connect()
        columns = {"day": day, "cat": cat, "cell": cell}
        self.connection.register("columns", columns)
        self.connection.execute("CREATE TABLE events AS SELECT * FROM columns ORDER BY day")
        self.connection.unregister("columns")

    def count(self, first, last):
        query = "SELECT cat, cell, count(*) AS n FROM events WHERE day BETWEEN ? AND ? GROUP BY ALL"
        return self.connection.execute(query, [first, last]).fetchnumpy()

    def sums(self, rows):
        return sums(rows["cell"].astype(np.int64), rows["n"])


def measure(peer, day, steps, days):
    """Median CPU milliseconds of a step, total, check."""
    times, total, check = [], 0, 0
    for first, last in windows(day, steps, days):
        begin = time.process_time()
        counts = peer.count(first, last)
        times.append((time.process_time() - begin) * 1000)
        step_total, step_check = peer.sums(counts)
        total, check = total + step_total, check + step_check
    return float(np.median(times)), total, check


def ours(binary, file, steps, days):
    """The same from sahelscope."""
    command = [binary, "bench", "window", file, "--events", "--steps", str(steps), "--days", str(days)]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return report["median_ms"], report["total"], report["check"], report["prep_s"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("columns", help="the .npz file")
    parser.add_argument("--ours", nargs=2, metavar=("SAHELSCOPE", "FILE"), help="the program, and the same records")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--days", type=int, nargs="+", default=[30, 1826])
    arguments = parser.parse_args()
    with np.load(arguments.columns) as columns:
        day, cat, cell = columns["day"], columns["cat"], columns["cell"]
    peers = [NumpySlice(day, cat, cell), DuckDb(day, cat, cell)]
    agree = True
    for days in arguments.days:
        results = {peer.name: measure(peer, day, arguments.steps, days) for peer in peers}
        if arguments.ours:
            *result, prep = ours(*arguments.ours, arguments.steps, days)
            results[f"sahelscope (ready in {prep} s)"] = tuple(result)
        fastest = list(results.values())[-1][0]
        print(f"{len(day):,} records, window of {days} days, {arguments.steps} steps")
        for name, (median, total, check) in results.items():
            print(f"  {name:36} {median:10.4f} ms {median / fastest:8.1f} x   total {total}  check {check}")
        agree &= len({result[1:] for result in results.values()}) == 1
    if not agree:
        sys.exit("the counts differ")


if __name__ == "__main__":
    main()
