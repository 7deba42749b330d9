"""What the map covers: the whole world coarsely, the Sahel in detail."""

from shapely.geometry import box

#: Edges of the detailed region in degrees. They lie on edges of zoom 5 tiles, so that every
#: tile of zoom 5 and deeper is either wholly inside or wholly outside.
WEST, SOUTH, EAST, NORTH = -22.5, 0.0, 22.5, 31.952162238024957
REGION = box(WEST, SOUTH, EAST, NORTH)
#: The region and as much around it as tiles keep beyond their edge (8/256 of a zoom 5 tile), so
#: that no shape ends on the edge of a tile, where its outline would show.
CLIP = box(WEST - 0.4, SOUTH - 0.4, EAST + 0.4, NORTH + 0.4)

#: Deepest zoom at which the whole world is drawn; beyond it only the region is.
WORLD_MAX_ZOOM = 4
#: Deepest zoom of the archive. A tile coordinate is then about 19 m at the equator, finer than
#: the data (0.5 to 1 km), so a reader may enlarge the geometry several zooms further.
MAX_ZOOM = 9

#: Degrees squared to square kilometres, roughly, at the latitudes of the Sahel.
KM2_PER_DEGREE2 = 12_100


def contains(longitude: float, latitude: float) -> bool:
    """Whether a point lies in the detailed region."""
    return WEST <= longitude <= EAST and SOUTH <= latitude <= NORTH
