"""Layer ``earth``: land, from Natural Earth at three resolutions (world-atlas)."""

from .geometry import cut_at_antimeridian
from .region import CLIP, MAX_ZOOM, WORLD_MAX_ZOOM
from .topojson import Topology
from .workspace import Workspace

#: Natural Earth resolution, the zooms it serves, and whether it is cut to the region.
RESOLUTIONS = (
    ("110m", (0, 2), False),
    ("50m", (3, WORLD_MAX_ZOOM), False),
    ("10m", (WORLD_MAX_ZOOM + 1, MAX_ZOOM), True),
)


def write(workspace: Workspace) -> None:
    """Write the land polygons."""
    with workspace.writer("earth") as layer:
        for resolution, zooms, in_region in RESOLUTIONS:
            topology = Topology(workspace.json("world-atlas", f"land-{resolution}.json"))
            for feature in topology.features("land"):
                for polygon in cut_at_antimeridian(feature["geometry"]).geoms:
                    if in_region:
                        polygon = polygon.intersection(CLIP)
                    layer.add(polygon, {"kind": "earth"}, zooms)
