"""From layers to ``sahel.pmtiles``: tippecanoe cuts them, then stray tiles are pruned."""

import math
import subprocess
from pathlib import Path

from pmtiles.reader import MmapSource, Reader, all_tiles
from pmtiles.tile import zxy_to_tileid
from pmtiles.writer import Writer

from .region import EAST, MAX_ZOOM, NORTH, SOUTH, WEST, WORLD_MAX_ZOOM
from .workspace import Workspace

ATTRIBUTION = "Natural Earth · GeoNames · GSHHG"

#: Layers of the archive and the layer files that fill each.
LAYERS = {
    "earth": ("earth",),
    "water": ("lakes", "rivers"),
    "water_labels": ("river_labels",),
    "boundaries": ("boundaries",),
    "places": ("countries", "localities"),
    "pois": ("airports",),
}
OPTIONS = (
    *("--name=Sahel basemap", f"--attribution={ATTRIBUTION}", "--quiet", "--force"),
    *("--minimum-zoom=0", f"--maximum-zoom={MAX_ZOOM}", "--buffer=8"),
    # Every feature says at which zooms it is drawn, so none is thinned out.
    *("--no-tile-size-limit", "--no-feature-limit", "--drop-rate=1"),
    *("--simplification=4", "--simplify-only-low-zooms", "--detect-shared-borders"),
    "--no-tiny-polygon-reduction-at-maximum-zoom",
)
#: Metadata kept from tippecanoe; the rest names its version and our folders.
KEPT_METADATA = ("name", "description", "version", "type", "format", "attribution")
KEPT_HEADER = (
    *("tile_type", "tile_compression", "min_zoom", "max_zoom"),
    *("min_lon_e7", "min_lat_e7", "max_lon_e7", "max_lat_e7"),
    *("center_zoom", "center_lon_e7", "center_lat_e7"),
)
#: Slack in degrees when comparing edges of tiles with edges of the region.
EPSILON = 1e-9


def write(workspace: Workspace, out: Path) -> None:
    """Cut all layers into tiles and write the archive."""
    cut = workspace.layers / "cut.pmtiles"
    layers = [
        f"--named-layer={name}:{workspace.layer(source)}"
        for name, sources in LAYERS.items()
        for source in sources
    ]
    subprocess.run(["tippecanoe", *OPTIONS, f"--output={cut}", *layers], check=True)
    _prune(cut, out)


def _prune(cut: Path, out: Path) -> None:
    """Copy an archive without the tiles outside the region.

    tippecanoe writes tiles that hold nothing but the buffer of their neighbours; such a blank
    tile would hide the coarser tile of the world that a reader should draw instead.
    """
    with cut.open("rb") as source, out.open("wb") as target:
        reader, writer = Reader(MmapSource(source)), Writer(target)
        for (zoom, x, y), data in all_tiles(MmapSource(source)):
            if zoom <= WORLD_MAX_ZOOM or in_region(zoom, x, y):
                writer.write_tile(zxy_to_tileid(zoom, x, y), data)
        header, metadata = reader.header(), reader.metadata()
        kept = {key: metadata[key] for key in KEPT_METADATA if key in metadata}
        kept["vector_layers"] = metadata["vector_layers"]
        writer.finalize({key: header[key] for key in KEPT_HEADER}, kept)


def in_region(zoom: int, x: int, y: int) -> bool:
    """Whether a tile overlaps the detailed region."""
    west, east = (edge / 2**zoom * 360 - 180 for edge in (x, x + 1))
    north, south = (latitude(zoom, edge) for edge in (y, y + 1))
    overlaps_x = east > WEST + EPSILON and west < EAST - EPSILON
    return overlaps_x and north > SOUTH + EPSILON and south < NORTH - EPSILON


def latitude(zoom: int, y: float) -> float:
    """The latitude in degrees of a row of the tile grid (Web Mercator)."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / 2**zoom))))
