"""``python -m sahel_basemap SCRATCH OUTDIR``: make both archives from fetched inputs."""

import sys
from pathlib import Path

from . import airports, boundaries, countries, earth, localities, relief, rivers, tiles, water
from .workspace import Workspace

LAYER_MODULES = (earth, boundaries, water, rivers, countries, localities, airports)


def main(scratch: str, out: str) -> None:
    """Write every layer, then both archives into ``out``."""
    workspace = Workspace(Path(scratch))
    for module in LAYER_MODULES:
        module.write(workspace)
    tiles.write(workspace, Path(out) / "sahel.pmtiles")
    relief.write(workspace, Path(out) / "relief.pmtiles")


if __name__ == "__main__":
    main(*sys.argv[1:])
