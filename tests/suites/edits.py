#!/usr/bin/env python3
"""Kills and faults while a change is logged and saved: the end is the old state, the new one, or the new one from the log.

usage: edits.py PROGRAM [KILLS [FAULTS]] (600 kills and 240 faults unless it says other numbers)

What is run is `undo`, which does what the window does: the change goes to the log and is synced, the file is compared and
written, the log says so. Faults are limits on the size of files, folders that nobody may write to and, where strace is
there, calls to the system that fail.
"""
import hashlib, json, os, pathlib, random, resource, shutil, signal, subprocess, sys, tempfile, time

PROGRAM = os.path.realpath(sys.argv[1])
KILLS, FAULTS = (int(sys.argv[at]) if len(sys.argv) > at else count for at, count in ((2, 600), (3, 240)))
RECORDS = 4000
# What fails, in the words of strace: the call, and what it answers.
CALLS = [("write", "ENOSPC"), ("write", "EIO"), ("pwrite64", "ENOSPC"), ("fsync", "EIO"), ("fdatasync", "EIO"),
         ("rename", "EACCES"), ("renameat2", "EACCES"), ("openat", "EMFILE"), ("ftruncate", "EIO"), ("flock", "EINTR")]
WRONG, SEEN = [], {}


def wrong(what, detail=""):
    WRONG.append(f"{what}: {str(detail)[:300]}")


def seen(what):
    SEEN[what] = SEEN.get(what, 0) + 1


def sha256(data):
    return hashlib.sha256(data).hexdigest()


class Desk:
    """A file with one change in its log, which is to be taken back."""

    def __init__(self, folder):
        self.folder, self.path = folder, folder / "made.geojson"
        self.log = folder / "made.geojson.log" / "somebody.jsonl"
        features = [{"type": "Feature", "id": f"r{number}", "geometry": {"type": "Point", "coordinates": [-8, 12]},
                     "properties": {"layer": "incident", "title": f"record {number} مورا", "date": "2022-01-05"}}
                    for number in range(RECORDS)]
        lines = [json.dumps(feature, ensure_ascii=False) for feature in features]
        whole = lambda lines: ('{"type": "FeatureCollection", "profile": "sahelscope/1", "features": [\n'
                               + ",\n".join(lines) + "\n]}\n").encode()
        self.old = whole(lines)
        lines[17] = lines[17].replace("record 17 مورا", "changed")
        self.new = whole(lines)
        path = "/properties/title"
        self.change = "01890000-0000-7000-8000-000000000001"
        entry = {"v": 1, "id": self.change, "seen": [], "base": sha256(self.old), "at": "2024-01-01T00:00:00Z",
                 "by": "somebody", "rec": "r17",
                 "op": [{"op": "test", "path": path, "value": "record 17 مورا"},
                        {"op": "replace", "path": path, "value": "changed"}]}
        line = json.dumps(entry, ensure_ascii=False)
        saved = {"v": 1, "id": "01890000-0000-7000-8000-000000000002", "prev": sha256(line.encode()), "seen": [],
                 "base": sha256(self.old), "at": "2024-01-01T00:00:01Z", "by": "somebody", "op": [],
                 "saved": sha256(self.new)}
        self.lines = f"{line}\n{json.dumps(saved)}\n".encode()

    def prepare(self):
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.path.write_bytes(self.new)
        self.log.parent.mkdir()
        self.log.write_bytes(self.lines)

    def call(self):
        return [PROGRAM, "undo", str(self.path), self.change, "--by", "somebody"]

    def judge(self, what):
        """Says which state it ended in, and whether it can go on from there."""
        if not self.path.exists():
            wrong("the file is gone", what)
            return "gone"
        now = self.path.read_bytes()
        if not self.log.exists() or not self.log.read_bytes().startswith(self.lines):
            wrong("the log has lost lines", what)
        verified = subprocess.run([PROGRAM, "verify-log", str(self.path)], capture_output=True, timeout=120)
        if verified.returncode != 0:
            wrong("the chain is broken", f"{what} {verified.stdout} {verified.stderr}")
        if now == self.old:
            return "new"
        if now != self.new:
            wrong("torn", what)
            return "torn"
        out = self.folder / "applied.geojson"
        subprocess.run([PROGRAM, "apply", str(self.path), str(self.log.parent), "-o", str(out)], capture_output=True, timeout=120)
        applied = out.read_bytes() if out.exists() else b""
        end = {self.old: "new from the log", self.new: "old"}.get(applied)
        if end is None:
            wrong("the log does not fit its file", what)
        return end or "unfit"

    def goes_on(self, what):
        """Whatever was left, the same done again ends well."""
        done = subprocess.run(self.call(), capture_output=True, timeout=120)
        if done.returncode not in (0, 1, 2) or b"panicked" in done.stderr:
            wrong("it does not go on", f"{what} {done.returncode} {done.stderr}")
        verified = subprocess.run([PROGRAM, "verify-log", str(self.path)], capture_output=True, timeout=120)
        if verified.returncode != 0:
            wrong("the chain is broken afterwards", what)


def kills(desk):
    desk.prepare()
    began = time.monotonic()
    done = subprocess.run(desk.call(), capture_output=True, timeout=120)
    took = time.monotonic() - began
    if desk.judge("not stopped") != "new":
        wrong("nothing is taken back", done.stderr)
    for number in range(KILLS):
        desk.prepare()
        share = random.uniform(0.0, 1.1)
        child = subprocess.Popen(desk.call(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(took * share)
        child.send_signal(signal.SIGKILL)
        child.wait()
        seen(desk.judge(f"killed after {share:.2f} of its time"))
        if number % 10 == 0:
            desk.goes_on(f"killed after {share:.2f}")


def injected(desk, what, call, **options):
    desk.prepare()
    done = subprocess.run(call, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, **options)
    if b"panicked" in done.stderr:
        wrong("panic", f"{what} {done.stderr}")
    end = desk.judge(what)
    if done.returncode == 0 and end != "new":
        wrong("it is said to be done and is not", f"{what}: {end}")
    seen(f"fault: {end}")


def faults(desk):
    has_strace = shutil.which("strace") is not None
    for number in range(FAULTS):
        if has_strace and number % 3:
            name, error = CALLS[number % len(CALLS)]
            when = 1 + number // len(CALLS) % 12
            strace = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={name}", "-e", f"inject={name}:error={error}:when={when}"]
            injected(desk, f"{name} {error} at call {when}", strace + desk.call())
            continue
        limit = random.choice([0, 1, 100, 1000, 4096, len(desk.lines), len(desk.lines) + 300, len(desk.new) - 1, len(desk.new)])
        def limited():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        injected(desk, f"files of {limit} bytes at most", desk.call(), preexec_fn=limited)


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(pathlib.Path(folder))
        kills(desk)
        faults(desk)
    print(f"{KILLS} kills and {FAULTS} faults while a change is logged and saved:",
          ", ".join(f"{count} {end}" for end, count in sorted(SEEN.items())))
    for line in WRONG[:40]:
        print("WRONG", line)
    sys.exit(bool(WRONG))


main()
