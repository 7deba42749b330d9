#!/usr/bin/env bash
# Packages: PyPI pillow 13.0.0.
# Guess:    a film saved from 10 pictures, one a day, has 10 frames; frame 7 is the seventh day.
# Happens:  in GIF and APNG pictures that equal the one before are merged into it, and their times added: 10 days of
#           which 4 show something new are 4 frames, so frame 3 is day 9. Nothing asked for it and nothing tells.
#           Other durations are not kept as asked either: 16 ms become 10 ms in GIF (a hundredth is its unit).
# Matters:  whoever counts frames, steps through them, or puts a caption on frame N gets another date than was meant,
#           and only in the months when little was reported.
# Seen:     2026-11-30
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$work/lib" --no-deps pillow==13.0.0
PYTHONPATH="$work/lib" python3 - "$work" <<'PY'
import sys

import PIL
from PIL import Image

print("pillow", PIL.__version__)
news_on = [1, 4, 9, 10]
days, shade = [], 0
for day in range(1, 11):
    shade += 60 if day in news_on else 0
    days.append(Image.new("RGB", (64, 48), (shade, 20, 20)))
print("guess: 10 frames of 100 ms")
for ending in ("gif", "png"):
    path = f"{sys.argv[1]}/film.{ending}"
    days[0].save(path, save_all=True, append_images=days[1:], duration=100, loop=0)
    with Image.open(path) as film:
        lengths = []
        for frame in range(film.n_frames):
            film.seek(frame)
            lengths.append(round(film.info["duration"]))
    print(ending, film.n_frames, "frames of", lengths, "ms")
    assert lengths == [300, 500, 100, 100], "behaviour changed"
path = f"{sys.argv[1]}/fast.gif"
days[0].save(path, save_all=True, append_images=[days[3]], duration=16, loop=0)
with Image.open(path) as film:
    print("16 ms a frame became", film.info["duration"])
    assert film.info["duration"] == 10, "behaviour changed"
print("behaviour: six of ten days have no frame of their own")
PY
