#!/usr/bin/env python3
"""Kills and faults while files are written: a file is the old one or the new one, never a torn one.

usage: faults.py PROGRAM [KILLS] (300 kills unless it says another number)

Kills come at random moments. Faults are a limit on the size of files, a folder that nobody may write to, a full
device, a closed pipe, and, where strace is there, calls to the system that fail one after the other.
"""
import json, os, pathlib, random, resource, shutil, signal, subprocess, sys, tempfile, time

PROGRAM, KILLS = os.path.realpath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300
RECORDS = 2000
FORMATS = ["geojson", "geojsonl", "csv", "kml", "kmz", "gpkg", "geoparquet", "shp", "xlsx"]
ENDINGS = {"geoparquet": "parquet", "shp": "zip"}
# What fails, in the words of strace: the call, and what it answers.
CALLS = [("write", "ENOSPC"), ("write", "EIO"), ("pwrite64", "ENOSPC"), ("fsync", "EIO"), ("fdatasync", "EIO"),
         ("rename", "EACCES"), ("renameat2", "EXDEV"), ("linkat", "EPERM"), ("openat", "EMFILE"), ("lseek", "EINVAL")]
TIMES = 8
FAULTS, SEEN = [], {}


def fault(kind, what, detail=""):
    FAULTS.append(f"{kind}: {what} {str(detail)[:300]}")


def made(folder):
    """A collection of many records, which takes long enough to write that a kill may fall into it."""
    feature = lambda number: {
        "type": "Feature", "id": f"r{number}",
        "geometry": {"type": "Point", "coordinates": [-8 + number / 1000, 12 + number / 2000]},
        "properties": {"layer": "incident", "title": f"record {number} مورا", "date": f"2022-{number % 12 + 1:02}",
                       "summary": "made up " * 20}}
    text = {"type": "FeatureCollection", "profile": "sahelscope/1", "features": list(map(feature, range(RECORDS)))}
    path = folder / "made.geojson"
    path.write_text(json.dumps(text, ensure_ascii=False))
    return path


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, timeout=120, **options)


def is_whole(path, command):
    """Whether what was written is all there."""
    if command == "render":
        data = path.read_bytes()
        return data.startswith(b"\x89PNG") and data.endswith(b"IEND\xaeB`\x82")
    done = run("count", "--json", path)
    return done.returncode == 0 and json.loads(done.stdout)["records"] == RECORDS


class Writing:
    """A command that writes a file, and what may stand there after it was stopped."""

    def __init__(self, folder, command, source, ending):
        self.folder, self.command = folder, command
        self.out = folder / f"out.{ending}"
        self.arguments = {"export": ["export", source], "render": ["render", source, "--size", "600x400"],
                          "merge": ["merge", source, source, source]}[command]
        self.old = None

    def call(self):
        return [PROGRAM, *map(str, self.arguments), "-o", str(self.out)]

    def prepare(self, has_old):
        """An empty folder, or one with an older file."""
        for path in self.folder.iterdir():
            path.unlink()
        self.old = b"older\n" * 1000 if has_old else None
        if has_old:
            self.out.write_bytes(self.old)

    def judge(self, what):
        """Says `old`, `new` or `absent`; anything else is a fault."""
        if not self.out.exists():
            if self.old is not None:
                fault("the old file is gone", what)
            return "absent"
        if self.old is not None and self.out.read_bytes() == self.old:
            return "old"
        if not is_whole(self.out, self.command):
            fault("torn", what)
            return "torn"
        return "new"

    def left(self):
        return [path.name for path in self.folder.iterdir() if path != self.out]


def commands(folder, source):
    for name in FORMATS:
        yield "export", ENDINGS.get(name, name)
    yield "render", "png"
    yield "merge", "geojson"


def kills(folder, source):
    ways = [Writing(folder, command, source, ending) for command, ending in commands(folder, source)]
    took = {}
    for way in ways:
        way.prepare(False)
        began = time.monotonic()
        subprocess.run(way.call(), capture_output=True, timeout=120)
        took[way] = time.monotonic() - began
        if way.judge(f"{way.command} {way.out.name}, not stopped") != "new":
            fault("nothing is written", way.call())
    for number in range(KILLS):
        way = ways[number % len(ways)]
        way.prepare(number // len(ways) % 2 == 0)
        # Half of them late, where files are written.
        share = random.uniform(0.0, 1.05) if number % 2 else random.uniform(0.6, 1.1)
        child = subprocess.Popen(way.call(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(took[way] * share)
        child.send_signal(signal.SIGKILL)
        child.wait()
        end = way.judge(f"{way.command} {way.out.name}, killed after {share:.2f} of its time")
        if way.left():
            end += " with a temporary file"
        SEEN[end] = SEEN.get(end, 0) + 1
        # What a kill leaves is swept away later, and never taken for a file.
        for path in way.folder.iterdir():
            if path != way.out and not path.name.startswith("."):
                fault("a temporary file that is not hidden", path.name)


def injected(way, what, done, may_end=()):
    """Judges a run in which something failed."""
    errors = done.stderr.decode("utf-8", "replace")
    SEEN["faults"] = SEEN.get("faults", 0) + 1
    if "panicked" in errors:
        fault("panic", what, errors)
    if done.returncode in may_end:
        return way.judge(what)
    end = way.judge(what)
    if done.returncode == 0 and end != "new":
        fault("it is said to be written and is not", what)
    if done.returncode != 0:
        if done.returncode != 3:
            fault("another status than 3", what, done.returncode)
        if not errors.strip():
            fault("no reason is given", what)
        if end == "new" and way.command != "render":
            fault("it is said to have failed and is there", what, errors)
    if way.left():
        fault("something is left behind", what, way.left())
    return end


def limits(folder, source):
    """A limit on the size of files, with the signal that comes with it and without."""
    for command, ending in commands(folder, source):
        way = Writing(folder, command, source, ending)
        for size in (0, 4096, 50_000):
            for is_ignored in (True, False):
                def limit():
                    signal.signal(signal.SIGXFSZ, signal.SIG_IGN if is_ignored else signal.SIG_DFL)
                    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
                for has_old in (True, False):
                    way.prepare(has_old)
                    done = subprocess.run(way.call(), capture_output=True, timeout=120, preexec_fn=limit, restore_signals=False)
                    what = f"{command} {ending}, files of {size} bytes"
                    injected(way, what, done, () if is_ignored else (-signal.SIGXFSZ,))
                    for path in way.left():
                        (way.folder / path).unlink()


def places(folder, source):
    """A folder that may not be written to, a full device, a closed pipe."""
    way = Writing(folder, "export", source, "geojson")
    way.prepare(True)
    copy = folder.parent / "program"
    shutil.copy(PROGRAM, copy)
    copy.chmod(0o755)
    for path in (folder.parent, folder):
        path.chmod(0o755)
    if os.geteuid() == 0:
        call = [str(copy), *way.call()[1:]]
        done = subprocess.run(call, capture_output=True, timeout=120, user=65534, group=65534, env={"HOME": "/nonexistent"})
        injected(way, "a folder of somebody else", done)
        if done.returncode == 0:
            fault("a folder of somebody else was written to", call)
    else:
        folder.chmod(0o555)
        injected(way, "a folder that may not be written to", subprocess.run(way.call(), capture_output=True, timeout=120))
        folder.chmod(0o755)
    for target, name in (("/dev/full", "the path of a full device"), ("-", "standard output to a full device")):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "export", source, "-o", target, "--format", "geojson"], stdout=full, stderr=subprocess.PIPE)
        SEEN["faults"] = SEEN.get("faults", 0) + 1
        if done.returncode != 3 or not done.stderr.strip():
            fault(f"{name} is no failure", done.returncode, done.stderr)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([PROGRAM, "export", source, "-o", "-"], stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    SEEN["faults"] = SEEN.get("faults", 0) + 1
    # Whoever closes a pipe has seen enough: nothing is said, least of all that all of it arrived.
    if done.stderr.strip():
        fault("something is said of a pipe that was closed", done.returncode, done.stderr)


def calls(folder, source):
    """Calls to the system that fail, the first one, the second one, and so on, as far as they concern the folder."""
    if not shutil.which("strace"):
        print("skipped: no strace to let calls to the system fail with")
        return
    for ending in ("geojson", "gpkg", "xlsx"):
        way = Writing(folder, "export", source, ending)
        for call, error in CALLS:
            for time in range(1, TIMES + 1):
                way.prepare(time % 2 == 0)
                trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                         f"inject={call}:error={error}:when={time}"]
                # Only what has to do with the folder: other calls are those of the loader and of the allocator.
                trace += ["-P", str(folder)] if call in ("rename", "renameat2", "linkat", "openat") else []
                done = subprocess.run([*trace, *way.call()], stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
                what = f"export {ending}, {call} number {time} answers {error}"
                injected(way, what, done)


def main():
    random.seed(20261130)
    with tempfile.TemporaryDirectory() as name:
        outer = pathlib.Path(name)
        source = made(outer)
        source.chmod(0o644)
        folder = outer / "target"
        folder.mkdir()
        for step in (kills, limits, places, calls):
            began = time.monotonic()
            step(folder, source)
            print(f"{step.__name__}: {time.monotonic() - began:.0f} s, {SEEN}", flush=True)
    for line in FAULTS:
        print("FAULT", line)
    print(f"{KILLS} kills, {SEEN.get('faults', 0)} faults: {len(FAULTS)} found")
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
