"""Layer ``boundaries``: country borders (disputed ones flagged) and borders of regions.

A border is an edge shared by two areas; coasts are therefore never drawn as borders. The regions
of Mali are its nine older units, which Natural Earth still has, not the nineteen of 2023.
"""

from collections import defaultdict

import pyogrio.raw
import shapely
from shapely.geometry import LineString

from .earth import RESOLUTIONS
from .geometry import merged, parts
from .region import CLIP, MAX_ZOOM
from .topojson import Topology, arc_owners
from .workspace import Workspace

#: Pairs of areas whose border is drawn as disputed. Natural Earth shows who controls an area; the
#: map states no opinion on whose it is.
DISPUTED = (
    {"Morocco", "W. Sahara"},
    {"Somalia", "Somaliland"},
    {"Cyprus", "N. Cyprus"},
    {"Serbia", "Kosovo"},
    {"India", "Siachen Glacier"},
    {"Pakistan", "Siachen Glacier"},
)

#: Natural Earth 10m v4.1 as QGIS ships it.
QGIS_WORLD_MAP = "usr/share/qgis/resources/data/world_map.gpkg"


def write(workspace: Workspace) -> None:
    """Write borders of countries and of regions."""
    with workspace.writer("boundaries") as layer:
        for resolution, zooms, in_region in RESOLUTIONS:
            content = workspace.json("world-atlas", f"countries-{resolution}.json")
            _write_countries(layer, content, zooms, in_region)
        _write_claims(layer, workspace)
        _write_regions(layer, workspace)


def _write_countries(layer, content: dict, zooms: tuple, in_region: bool) -> None:
    topology = Topology(content)
    geometries = topology.objects["countries"]["geometries"]
    names = [geometry["properties"]["name"] for geometry in geometries]
    borders = defaultdict(list)
    for arc, owners in arc_owners(geometries).items():
        if len(owners) > 1:
            disputed = {names[owner] for owner in owners} in DISPUTED
            borders[disputed].append(LineString(topology.arcs[arc]))
    for disputed, lines in borders.items():
        properties = {"kind": "country", "disputed": 1 if disputed else None}
        for line in merged(lines):
            if in_region:
                line = line.intersection(CLIP)
            layer.add(line, properties, (max(zooms[0], 1), zooms[1]))


def _write_claims(layer, workspace: Workspace) -> None:
    """Lines that somebody claims as a border of a country, such as that of Western Sahara."""
    path = workspace.input("qgis-common", QGIS_WORLD_MAP)
    _, _, geometries, _ = pyogrio.raw.read(str(path), layer="disputed_borders", bbox=CLIP.bounds)
    for line in map(shapely.from_wkb, geometries):
        properties = {"kind": "country", "disputed": 1}
        layer.add(line.intersection(CLIP), properties, (3, MAX_ZOOM))


def _write_regions(layer, workspace: Workspace) -> None:
    for country, lines in sorted(_shared_edges(read_regions(workspace)).items()):
        first_zoom = 4 if country == "Mali" else 7
        for line in merged(lines):
            layer.add(line.intersection(CLIP), {"kind": "region"}, (first_zoom, MAX_ZOOM))


def read_regions(workspace: Workspace) -> list[tuple[str, str, object]]:
    """The first-level units in the detailed region: (country, name, geometry)."""
    path = workspace.input("qgis-common", QGIS_WORLD_MAP)
    meta, _, geometries, columns = pyogrio.raw.read(
        str(path), layer="states_provinces", bbox=CLIP.bounds
    )
    fields = dict(zip(meta["fields"], columns))
    shapes = map(shapely.from_wkb, geometries)
    return list(zip(fields["admin"], fields["name"], shapes))


def _shared_edges(regions: list) -> dict[str, list[LineString]]:
    """For each country, the edges that exactly two of its regions share."""
    owners = defaultdict(set)
    for index, (_, _, geometry) in enumerate(regions):
        for edge in _edges(geometry):
            owners[edge].add(index)
    shared = defaultdict(list)
    for edge, indices in owners.items():
        countries = {regions[index][0] for index in indices}
        if len(indices) == 2 and len(countries) == 1:
            shared[countries.pop()].append(LineString(edge))
    return shared


def _edges(geometry):
    """Yield each edge of a geometry's rings, the same whichever way the ring runs."""
    for polygon in parts(geometry):
        for ring in (polygon.exterior, *polygon.interiors):
            points = [(round(x, 6), round(y, 6)) for x, y in ring.coords]
            for start, end in zip(points, points[1:]):
                if start != end:
                    yield min((start, end), (end, start))
