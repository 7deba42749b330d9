"""Where inputs are found and layers are written."""

import json
from contextlib import contextmanager
from pathlib import Path


class Workspace:
    """A scratch folder holding ``inputs/`` (unpacked packages) and ``layers/`` (our output)."""

    def __init__(self, scratch: Path):
        self.inputs = scratch / "inputs"
        self.layers = scratch / "layers"
        self.layers.mkdir(parents=True, exist_ok=True)

    def input(self, package: str, path: str) -> Path:
        """The path of one file of an unpacked package."""
        return self.inputs / package / path

    def json(self, package: str, path: str):
        """The content of one JSON file of an unpacked package."""
        return json.loads(self.input(package, path).read_text(encoding="utf-8"))

    def layer(self, name: str) -> Path:
        """The path of a layer of line-delimited GeoJSON."""
        return self.layers / f"{name}.geojsonl"

    @contextmanager
    def writer(self, name: str):
        """Open a layer for writing features."""
        with self.layer(name).open("w", encoding="utf-8") as file:
            yield FeatureWriter(file)


class FeatureWriter:
    """Writes features with the zoom range in which they are drawn."""

    def __init__(self, file):
        self.file = file

    def add(self, geometry, properties: dict, zooms: tuple[int, int]) -> None:
        """Write one feature; empty geometry and absent properties are left out."""
        if geometry is None or geometry.is_empty:
            return
        feature = {
            "type": "Feature",
            "tippecanoe": {"minzoom": zooms[0], "maxzoom": zooms[1]},
            "properties": {k: v for k, v in properties.items() if v not in (None, "")},
            "geometry": geometry.__geo_interface__,
        }
        self.file.write(json.dumps(feature, ensure_ascii=False) + "\n")
