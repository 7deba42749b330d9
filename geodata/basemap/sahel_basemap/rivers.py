"""Layer ``water``, part two: rivers of the region and where to write their names.

The drawn lines are WDBII (from GSHHG), which has the channels of the inland delta but no names;
the names come from Natural Earth's centre lines, by nearness. Names are points with an angle:
the map writes text at them and never has to follow a line itself.
"""

import json
import math
import sqlite3
import zlib
from collections import Counter, defaultdict

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.ops import polygonize, unary_union

from . import names
from .geometry import lines_of, merged
from .gshhg import read_binned_lines
from .region import CLIP, MAX_ZOOM, REGION
from .workspace import Workspace

#: WDBII hierarchy level to kind and rank (1 the greatest). Level 0 is both banks of a wide river.
KINDS = {
    0: ("river", 1),
    1: ("river", 1),
    2: ("river", 2),
    3: ("river", 3),
    4: ("river", 4),
    5: ("stream", 3),
    6: ("stream", 5),
    7: ("stream", 5),
    10: ("canal", 3),
}
INTERMITTENT_LEVELS = (5, 6, 7)
NAMED_LEVELS = (0, 1, 2, 3, 4)
FIRST_ZOOM = {1: 5, 2: 5, 3: 6, 4: 7, 5: 8}
#: From this zoom on a wide river is an area between two banks; before it, a line along either.
BANKS_FIRST_ZOOM = 7
BANKS_LEVEL = 0

#: Greatest distance in degrees between a drawn river and a centre line that names it.
NAMING_DISTANCE = 0.06
#: Fractions along a drawn line at which it asks for a name; this many must agree.
NAMING_SAMPLES = (0.1, 0.3, 0.5, 0.7, 0.9)
NAMING_VOTES = 3

#: Zooms at which names are placed. The last one serves every deeper zoom.
LABEL_ZOOMS = (5, 6, 7, 8, 9)
#: Width of a typical name, and the distance between two of them, in pixels of a 256 px tile.
NAME_WIDTH_PX, NAME_SPACING_PX = 70, 420


def write(workspace: Workspace) -> None:
    """Write ``rivers`` (drawn) and ``river_labels`` (points with an angle)."""
    namer = _Namer(workspace)
    by_name = defaultdict(list)
    with workspace.writer("rivers") as layer:
        for level, lines in sorted(_lines_by_level(workspace).items()):
            if level == BANKS_LEVEL:
                _write_wide_rivers(layer, lines)
            for line in merged(lines):
                for piece in lines_of(line.intersection(CLIP)):
                    name = namer.name_of(piece) if level in NAMED_LEVELS else None
                    _write_river(layer, piece, level, name)
                    by_name[name].append(piece)
    by_name.pop(None, None)
    with workspace.writer("river_labels") as layer:
        for name, lines in sorted(by_name.items()):
            _write_labels(layer, name, merged(lines))


def _lines_by_level(workspace: Workspace) -> dict[int, list[LineString]]:
    path = workspace.input("gmt-gshhg-full", "usr/share/gmt-gshhg/binned_river_f.nc")
    by_level = defaultdict(list)
    for level, points in read_binned_lines(path, CLIP.bounds):
        if len(points) > 1:
            by_level[level].append(LineString(np.round(points, 5)))
    return by_level


def _write_wide_rivers(layer, banks: list[LineString]) -> None:
    """Areas enclosed by the banks of wide rivers, without their islands."""
    faces = list(polygonize(unary_union(banks)))
    islands = unary_union([Polygon(hole) for face in faces for hole in face.interiors])
    for face in faces:
        if not islands.contains(face.representative_point()):
            layer.add(face.intersection(CLIP), {"kind": "river"}, (BANKS_FIRST_ZOOM, MAX_ZOOM))


def _write_river(layer, line: LineString, level: int, name: str | None) -> None:
    kind, rank = KINDS.get(level, ("stream", 5))
    if name == "Niger":
        rank = 1
    properties = {
        "kind": kind,
        "rank": rank,
        "intermittent": 1 if level in INTERMITTENT_LEVELS else None,
    }
    if level == BANKS_LEVEL:
        layer.add(line, {"kind": "river_bank"}, (BANKS_FIRST_ZOOM, MAX_ZOOM))
        layer.add(line, properties, (FIRST_ZOOM[rank], BANKS_FIRST_ZOOM - 1))
    else:
        layer.add(line, properties, (FIRST_ZOOM[rank], MAX_ZOOM))


class _Namer:
    """Names lines by the centre lines of Natural Earth near them."""

    def __init__(self, workspace: Workspace):
        self.centre_lines = list(_centre_lines(workspace))
        self.tree = shapely.STRtree([line for _, line in self.centre_lines])

    def name_of(self, line: LineString) -> str | None:
        """The name most samples of the line agree on, or None."""
        votes = Counter()
        for fraction in NAMING_SAMPLES:
            point = line.interpolate(fraction, normalized=True)
            near = self.tree.query(point, predicate="dwithin", distance=NAMING_DISTANCE)
            votes.update({self.centre_lines[index][0] for index in near})
        if not votes:
            return None
        name, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
        return name if count >= NAMING_VOTES else None


def _centre_lines(workspace: Workspace):
    """Yield (name, line) of Natural Earth's named rivers in the region."""
    path = workspace.input(
        "pyworldatlas_mapdata_standard", "pyworldatlas_mapdata_standard/data/maps.sqlite3"
    )
    database = sqlite3.connect(path)
    for (payload,) in database.execute("SELECT payload FROM country_map ORDER BY alpha2"):
        for river in json.loads(zlib.decompress(payload))["rivers"]:
            if river["name"] in ("", "River") or len(river["points"]) < 2:
                continue
            line = LineString(river["points"])
            if line.intersects(REGION):
                yield river["name"], line


def _write_labels(layer, name: str, lines: list[LineString]) -> None:
    properties = {
        "kind": "river",
        **names.properties(name, {"en": name} | names.reviewed(f"river:{name}")),
    }
    for zoom in LABEL_ZOOMS:
        degrees_per_px = 360 / (256 * 2**zoom)
        spacing, width = NAME_SPACING_PX * degrees_per_px, NAME_WIDTH_PX * degrees_per_px
        for line in lines:
            if line.length < 2 * width:
                continue
            for distance in _stations(line.length, spacing):
                point = line.interpolate(distance)
                angle = _angle(line, distance, width / 2)
                layer.add(point, {**properties, "angle": angle}, (zoom, zoom))


def _stations(length: float, spacing: float) -> list[float]:
    """Distances along a line at which its name stands, evenly spread."""
    count = max(1, round(length / spacing))
    return [length * (index + 0.5) / count for index in range(count)]


def _angle(line: LineString, distance: float, reach: float) -> int:
    """Slope of the line around a point in degrees clockwise from east, kept readable."""
    start, end = line.interpolate(distance - reach), line.interpolate(distance + reach)
    # Latitude is stretched by Mercator as longitude is not.
    stretch = 1 / math.cos(math.radians((start.y + end.y) / 2))
    angle = -math.degrees(math.atan2((end.y - start.y) * stretch, end.x - start.x))
    return round((angle + 90) % 180 - 90)
