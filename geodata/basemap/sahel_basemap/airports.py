"""Layer ``pois``: airports and airfields, from airportsdata."""

import csv

from shapely.geometry import Point

from . import names
from .region import MAX_ZOOM, contains
from .workspace import Workspace

#: Airports drawn earlier than others: the four with the military camps the records speak of.
FIRST_SHOWN = {"GABS", "GATB", "GAGO", "GAMB"}


def write(workspace: Workspace) -> None:
    """Write ``airports``."""
    path = workspace.input("airportsdata", "airportsdata/airports.csv")
    with path.open(encoding="utf-8", newline="") as file, workspace.writer("airports") as layer:
        for row in csv.DictReader(file):
            longitude, latitude = float(row["lon"]), float(row["lat"])
            if contains(longitude, latitude):
                zooms = (_first_zoom(row), MAX_ZOOM)
                layer.add(Point(longitude, latitude), _properties(row, zooms[0]), zooms)


def _first_zoom(row: dict) -> int:
    if row["icao"] in FIRST_SHOWN:
        return 6
    if row["country"] != "ML":
        return 9
    return 7 if row["iata"] else 8


def _properties(row: dict, first_zoom: int) -> dict:
    found = {"en": row["name"]} | names.reviewed(f"icao:{row['icao']}")
    return {
        "kind": "aerodrome",
        "iata": row["iata"],
        "icao": row["icao"],
        "min_zoom": first_zoom,
        **names.properties(found.get("fr", row["name"]), found),
    }
