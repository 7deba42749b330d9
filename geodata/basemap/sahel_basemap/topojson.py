"""A reader for TopoJSON (the subset that Natural Earth packages use)."""


class Topology:
    """One decoded TopoJSON file."""

    def __init__(self, content: dict):
        self.objects = content["objects"]
        self.arcs = _decoded_arcs(content)

    def features(self, name: str) -> list[dict]:
        """The GeoJSON features of one object; those without geometry are left out."""
        topology = self.objects[name]
        geometries = topology.get("geometries", [topology])
        return [feature for feature in map(self._feature, geometries) if feature]

    def _feature(self, geometry: dict) -> dict | None:
        coordinates = self._coordinates(geometry)
        if not coordinates:
            return None
        return {
            "id": geometry.get("id"),
            "properties": geometry.get("properties", {}),
            "geometry": {"type": geometry["type"], "coordinates": coordinates},
        }

    def _coordinates(self, geometry: dict) -> list:
        match geometry["type"]:
            case "LineString":
                return self._line(geometry["arcs"])
            case "MultiLineString" | "Polygon":
                return [self._line(arcs) for arcs in geometry["arcs"]]
            case "MultiPolygon":
                return [[self._line(arcs) for arcs in rings] for rings in geometry["arcs"]]
            case _:
                return []

    def _line(self, indices: list[int]) -> list:
        points = []
        for index in indices:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points


def arc_owners(geometries: list[dict]) -> dict[int, set[int]]:
    """For each arc, the positions in the list of the geometries that use it."""
    owners: dict[int, set[int]] = {}

    def walk(arcs, owner):
        if isinstance(arcs, int):
            owners.setdefault(arcs if arcs >= 0 else ~arcs, set()).add(owner)
        else:
            for inner in arcs:
                walk(inner, owner)

    for owner, geometry in enumerate(geometries):
        walk(geometry.get("arcs", []), owner)
    return owners


def _decoded_arcs(content: dict) -> list[list[tuple[float, float]]]:
    """Arcs in degrees: quantised arcs are stored as differences from point to point."""
    transform = content.get("transform")
    if not transform:
        return [[tuple(point[:2]) for point in arc] for arc in content["arcs"]]
    (scale_x, scale_y), (offset_x, offset_y) = transform["scale"], transform["translate"]
    arcs = []
    for deltas in content["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + offset_x, y * scale_y + offset_y))
        arcs.append(arc)
    return arcs
