#!/usr/bin/env python3
"""Draws the marks of the layers for exports to programs that show the globe: white, to be tinted, with a dark
edge that stays dark. Needs Pillow; run it in this folder."""
import math

from PIL import Image, ImageDraw

SIZE, FINE = 48, 8
INK, EDGE = (255, 255, 255, 255), (20, 20, 20, 255)


def regular(corners, turn, radius=0.42):
    steps = (turn + 2 * math.pi * n / corners for n in range(corners))
    return [(0.5 + radius * math.sin(a), 0.5 - radius * math.cos(a)) for a in steps]


SHAPES = {
    "square": [(0.14, 0.14), (0.86, 0.14), (0.86, 0.86), (0.14, 0.86)],
    "triangle": [(0.5, 0.1), (0.92, 0.84), (0.08, 0.84)],
    "arrow-down": [(0.34, 0.1), (0.66, 0.1), (0.66, 0.48), (0.9, 0.48), (0.5, 0.92), (0.1, 0.48), (0.34, 0.48)],
    "circle": regular(96, 0.0, 0.4),
    "diamond": regular(4, 0.0, 0.46),
    "hexagon": regular(6, math.pi / 6),
    "pentagon": regular(5, 0.0, 0.44),
    "cross": [(0.36, 0.1), (0.64, 0.1), (0.64, 0.36), (0.9, 0.36), (0.9, 0.64), (0.64, 0.64),
              (0.64, 0.9), (0.36, 0.9), (0.36, 0.64), (0.1, 0.64), (0.1, 0.36), (0.36, 0.36)],
}

for name, outline in SHAPES.items():
    side = SIZE * FINE
    image = Image.new("RGBA", (side, side), (20, 20, 20, 0))
    points = [(x * side, y * side) for x, y in outline]
    pen = ImageDraw.Draw(image)
    pen.polygon(points, fill=INK)
    pen.line(points + points[:2], fill=EDGE, width=3 * FINE, joint="curve")
    image.resize((SIZE, SIZE), Image.LANCZOS).save(f"{name}.png", optimize=True)
