"""Small geometry helpers shared by the layers."""

import shapely
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.ops import linemerge


def parts(geometry) -> list:
    """The single geometries of a geometry, whether it is a collection or not."""
    return list(getattr(geometry, "geoms", [geometry]))


def polygons_of(geometry) -> list[Polygon]:
    """Only the polygons of a geometry."""
    return [part for part in parts(geometry) if part.geom_type == "Polygon"]


def lines_of(geometry) -> list:
    """Only the line strings of a geometry."""
    return [part for part in parts(geometry) if part.geom_type == "LineString"]


def merged(lines) -> list:
    """Lines joined end to end where exactly two meet."""
    return parts(linemerge(lines))


def valid(geometry):
    """The geometry itself, or a repaired copy of it."""
    return geometry if geometry.is_valid else shapely.make_valid(geometry)


def label_point(geometry, tolerance: float):
    """The point of the largest part that lies furthest from its edge."""
    largest = max(polygons_of(geometry), key=lambda polygon: polygon.area)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=tolerance)
    return shapely.Point(circle.coords[0])


def cut_at_antimeridian(geometry: dict) -> MultiPolygon:
    """A GeoJSON polygon whose rings cross the antimeridian, cut along it.

    Natural Earth packed as TopoJSON is stitched over the antimeridian; left like that, its rings
    would streak across a flat map.
    """
    coordinates = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        coordinates = [coordinates]
    pieces = []
    for rings in coordinates:
        rings = [_unwrapped(ring) for ring in rings if len(ring) > 3]
        if rings:
            shell = Polygon(rings[0])
            holes = [_moved_into(shell, ring) for ring in rings[1:]]
            pieces += _world_copies(Polygon(rings[0], holes))
    return MultiPolygon(pieces)


def _moved_into(shell: Polygon, hole: list) -> list:
    """A hole moved by whole turns of the globe to where its shell was unwrapped to."""
    west, _, east, _ = shell.bounds
    turns = round(((west + east) / 2 - hole[0][0]) / 360)
    candidates = ([[x + 360 * turn, y] for x, y in hole] for turn in (turns, turns - 1, turns + 1))
    shell = valid(shell)
    inside = (ring for ring in candidates if Polygon(ring).representative_point().within(shell))
    # A hole so thin that no point of it is inside stays where it is: it cuts nothing out.
    return next(inside, hole)


def _world_copies(polygon: Polygon) -> list[Polygon]:
    """The parts of an unwrapped polygon, each moved back to -180..180 degrees."""
    if not polygon.is_valid:
        polygon = polygon.buffer(0)
    pieces = []
    for shift in (-360, 0, 360):
        piece = polygon.intersection(box(-180 + shift, -90, 180 + shift, 90))
        if not piece.is_empty:
            pieces += polygons_of(affinity.translate(piece, -shift, 0))
    return pieces


def _unwrapped(ring: list) -> list:
    """A ring without jumps of longitude; one that circles a pole is closed over the pole."""
    points = [list(ring[0])]
    shift = 0
    for (previous, _), (longitude, latitude) in zip(ring, ring[1:]):
        if longitude - previous > 180:
            shift -= 360
        elif longitude - previous < -180:
            shift += 360
        points.append([longitude + shift, latitude])
    if abs(points[0][0] - points[-1][0]) > 180:
        pole = -90 if sum(latitude for _, latitude in points) < 0 else 90
        points += [[points[-1][0], pole], [points[0][0], pole], points[0]]
    return points
