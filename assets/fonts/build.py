#!/usr/bin/env python3
"""Rebuilds every font file of this folder from pinned npm packages.

    pip install fonttools==4.68.0 brotli==1.2.1 && python3 build.py

Text: IBM Plex Sans Arabic holds Arabic and basic Latin drawn together, but no extended Latin, no
Cyrillic and no bidirectional controls. The missing glyphs are taken from IBM Plex Sans (the same
design on the same grid of 1000 units), so that one file, and therefore one baseline, serves all
text. Controls become empty glyphs without width; a few geometric marks are drawn here.
Icons: the Phosphor glyphs that `icons.txt` names, code points unchanged.
"""

import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
PACKAGES = {
    "arabic": "@ibm/plex-sans-arabic@1.1.0",
    "sans": "@ibm/plex-sans@1.1.0",
    "mono": "@ibm/plex-mono@2.5.0",
    "icons": "@phosphor-icons/web@2.1.2",
}
WEIGHTS = ["Regular", "Medium", "SemiBold", "Bold"]

# One line box for text and monospace, in thousandths of an em. Its middle (345) is the middle of
# the capitals, so a line looks centred in a button; 1.4 em leaves room for Arabic vowel marks.
ASCENT, DESCENT = 1045, -355

# Never visible, but present in logical text: joiners, directional marks, embeddings, isolates.
CONTROLS = [0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF]
# Spaces by width in thousandths of an em; French sets U+202F before ; : ! ?
SPACES = {0x2002: 500, 0x2003: 1000, 0x2007: 600, 0x2008: 240, 0x2009: 200, 0x200A: 100, 0x202F: 180}
LAYOUT = ["ccmp", "locl", "init", "medi", "fina", "isol", "rlig", "liga", "calt", "mark", "mkmk", "curs", "kern", "rclt"]


def fetch(folder: Path) -> dict[str, Path]:
    """Unpacks each pinned package; npm checks the digests."""
    roots = {}
    for key, spec in PACKAGES.items():
        name = subprocess.run(
            ["npm", "pack", "--silent", spec], cwd=folder, check=True, capture_output=True, text=True
        ).stdout.split()[-1]
        roots[key] = folder / key
        with tarfile.open(folder / name) as archive:
            archive.extractall(roots[key], filter="data")
    return roots


def find(root: Path, name: str) -> TTFont:
    paths = sorted(p for p in root.rglob(name) if "split" not in p.parts)
    font = TTFont(paths[0])
    font.flavor = None
    return font


def subset(font: TTFont, code_points: set[int], features: list[str]) -> None:
    options = Options()
    options.hinting = False
    options.layout_features = features
    options.layout_scripts = ["*"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)


def add_glyph(font: TTFont, code_point: int, glyph, advance: int) -> None:
    name = f"added{code_point:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    font["glyf"].glyphOrder = font.getGlyphOrder()
    if glyph.numberOfContours:
        glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    for table in font["cmap"].tables:
        if table.isUnicode() and (code_point <= 0xFFFF or table.format == 12):
            table.cmap[code_point] = name


def add_from(font: TTFont, donor: TTFont) -> None:
    """Copies every character that `font` lacks from `donor`, as plain outlines."""
    have, glyphs = font.getBestCmap(), donor.getGlyphSet()
    for code_point, name in donor.getBestCmap().items():
        if code_point in have or code_point in CONTROLS or code_point in SPACES or not wanted(code_point):
            continue
        recording, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[name].draw(recording)
        recording.replay(pen)
        add_glyph(font, code_point, pen.glyph(), donor["hmtx"][name][0])


def add_african(font: TTFont) -> None:
    """The letters of Bambara and its neighbours, made of letters that the font has: the open o is a
    turned c, the open e a turned Cyrillic ze, and the n has a hook at its left leg."""
    turned = {0x0254: "c", 0x0186: "C", 0x025B: "\u0437", 0x0190: "\u0417"}
    for code_point, letter in turned.items():
        if code_point not in font.getBestCmap():
            add_glyph(font, code_point, *turn(font, letter))
    for code_point, letter in {0x0272: "n", 0x019D: "N"}.items():
        if code_point not in font.getBestCmap():
            add_glyph(font, code_point, *hook(font, letter))


def outline(font: TTFont, letter: str) -> tuple[DecomposingRecordingPen, int]:
    name = font.getBestCmap()[ord(letter)]
    recording = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(recording)
    return recording, font["hmtx"][name][0]


def turn(font: TTFont, letter: str):
    """A letter seen from behind; its contours are reversed, so that they still enclose ink."""
    recording, advance = outline(font, letter)
    pen = TTGlyphPen(None)
    recording.replay(ReverseContourPen(TransformPen(pen, (-1, 0, 0, 1, advance, 0))))
    return pen.glyph(), advance


def hook(font: TTFont, letter: str):
    """A letter whose left leg goes on below the line and bends to the left."""
    recording, advance = outline(font, letter)
    feet = sorted({x for _, points in recording.value for x, y in points if y == 0})
    left, right = feet[0], feet[1]
    pen, thick = TTGlyphPen(None), round((feet[1] - feet[0]) * 0.86)
    recording.replay(pen)
    pen.moveTo((right, 20))
    pen.lineTo((right, -90))
    pen.qCurveTo((right, -204), (left - 22, -204))
    pen.lineTo((left - 74, -204))
    pen.lineTo((left - 74, thick - 204))
    pen.lineTo((left - 34, thick - 204))
    pen.qCurveTo((left, thick - 204), (left, -90))
    pen.lineTo((left, 20))
    pen.closePath()
    return pen.glyph(), advance


def wanted(code_point: int) -> bool:
    """Latin, Greek, Cyrillic, Arabic, punctuation, currencies, arrows and signs; no private use."""
    return 0x20 <= code_point < 0x2500 or 0x25A0 <= code_point < 0x2800 or 0xFE70 <= code_point < 0xFEFD


def polygon(*rings: list[tuple[int, int]]):
    pen = TTGlyphPen(None)
    for ring in rings:
        pen.moveTo(ring[0])
        for point in ring[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def disc(inner: int = 0):
    """A circle on the middle of the capitals; hollow when `inner` is its inner radius."""
    pen, k = TTGlyphPen(None), 0.4142
    for radius, turn in [(250, 1), (inner, -1)] if inner else [(250, 1)]:
        x, y, r = 350, 345, radius
        ring = [(r, 0), (r, -k * r), (k * r, -r), (0, -r), (-k * r, -r), (-r, -k * r), (-r, 0),
                (-r, k * r), (-k * r, r), (0, r), (k * r, r), (r, k * r)]
        # On-curve points at the four poles, pairs of off-curve points between them (quadratic).
        points = [(round(x + a), round(y + turn * b)) for a, b in ring]
        pen.moveTo(points[0])
        for i in range(0, 12, 3):
            pen.qCurveTo(points[i + 1], points[i + 2], points[(i + 3) % 12])
        pen.closePath()
    return pen.glyph()


def marks() -> dict[int, object]:
    """The geometric marks used in legends and help: solid, then hollow."""
    square = [(120, 115), (120, 575), (580, 575), (580, 115)]
    square_hole = [(170, 165), (530, 165), (530, 525), (170, 525)]
    up, up_hole = [(80, 120), (350, 600), (620, 120)], [(166, 170), (534, 170), (350, 497)]
    diamond = [(70, 345), (350, 625), (630, 345), (350, 65)]
    diamond_hole = [(141, 345), (350, 136), (559, 345), (350, 554)]
    right, left = [(130, 75), (130, 615), (600, 345)], [(570, 75), (100, 345), (570, 615)]

    def flip(ring):
        return [(x, 690 - y) for x, y in reversed(ring)]

    return {
        0x25A0: polygon(square), 0x25A1: polygon(square, square_hole), 0x25FB: polygon(square, square_hole),
        0x25B2: polygon(up), 0x25B3: polygon(up, up_hole),
        0x25BC: polygon(flip(up)), 0x25BD: polygon(flip(up), flip(up_hole)),
        0x25C6: polygon(diamond), 0x25C7: polygon(diamond, diamond_hole),
        0x25B6: polygon(right), 0x25C0: polygon(left), 0x25CF: disc(), 0x25CB: disc(200),
    }


def finish(font: TTFont, family: str, style: str, path: Path) -> None:
    """One line box, a name of our own (the licence reserves "Plex" for the originals), a small file."""
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ASCENT, DESCENT, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, DESCENT, 0
    os2.usWinAscent, os2.usWinDescent = ASCENT, -DESCENT
    names = {1: f"{family} {style}", 2: "Regular", 3: f"1.0;{family}-{style}", 4: f"{family} {style}",
             6: f"{family.replace(' ', '')}-{style}", 16: family, 17: style}
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 13, 14) and n.platformID == 3]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    font["post"].formatType = 3.0
    font["head"].created = font["head"].modified = 3_800_000_000
    font.recalcTimestamp = False
    font.save(path)


def build_text(roots: dict[str, Path]) -> None:
    for style in WEIGHTS:
        font = find(roots["arabic"], f"IBMPlexSansArabic-{style}.woff2")
        subset(font, {c for c in font.getBestCmap() if wanted(c)}, LAYOUT)
        donor = find(roots["sans"], f"IBMPlexSans-{style}.woff2")
        add_from(font, donor)
        add_african(font)
        empty = TTGlyphPen(None).glyph()
        for code_point in CONTROLS:
            if code_point not in font.getBestCmap():
                add_glyph(font, code_point, empty, 0)
        for code_point, width in SPACES.items():
            if code_point not in font.getBestCmap():
                add_glyph(font, code_point, empty, width)
        for code_point, glyph in marks().items():
            if code_point not in font.getBestCmap():
                add_glyph(font, code_point, glyph, 700)
        finish(font, "Sahelscope Sans", style, HERE / f"SahelscopeSans-{style}.ttf")


def build_mono(roots: dict[str, Path]) -> None:
    font = find(roots["mono"], "IBMPlexMono-Regular.woff2")
    subset(font, {c for c in font.getBestCmap() if wanted(c)}, ["ccmp", "mark", "mkmk"])
    add_african(font)
    finish(font, "Sahelscope Mono", "Regular", HERE / "SahelscopeMono-Regular.ttf")


def build_icons(roots: dict[str, Path]) -> None:
    wanted_icons = [line.split()[0] for line in (HERE / "icons.txt").read_text().splitlines() if line[:1].isalpha()]
    for source, target, suffix in [("regular/Phosphor.ttf", "Phosphor-Regular.ttf", ""),
                                   ("fill/Phosphor-Fill.ttf", "Phosphor-Fill.ttf", "-fill")]:
        path = roots["icons"] / "package/src" / source
        code_points = icon_code_points(path.with_name("style.css"), suffix)
        font = TTFont(path)
        subset(font, {code_points[name] for name in wanted_icons}, [])
        state_left_bearings(font)
        font["post"].formatType = 3.0
        font.recalcTimestamp = False
        font.save(HERE / target)
        if not suffix:
            table = [f"{name:24} U+{code_points[name]:04X}" for name in sorted(wanted_icons)]
            header = (HERE / "icons.txt").read_text().splitlines()
            comments = [line for line in header if line.startswith("#")]
            (HERE / "icons.txt").write_text("\n".join([*comments, *table]) + "\n")


def state_left_bearings(font: TTFont) -> None:
    """Phosphor states 0 for every left side bearing; a rasteriser that believes it shifts icons left."""
    for name, (advance, _) in font["hmtx"].metrics.items():
        glyph = font["glyf"][name]
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (advance, glyph.xMin)


def icon_code_points(style_sheet: Path, suffix: str) -> dict[str, int]:
    """Reads `.ph-name:before { content: "\\e123"; }` of the package's style sheet."""
    found = {}
    for rule in style_sheet.read_text().split("}"):
        if "content:" in rule and ":before" in rule:
            name = rule.split(".ph-")[-1].split(":before")[0].strip()
            found[name.removesuffix(suffix) if suffix else name] = int(rule.split('"\\')[1].split('"')[0], 16)
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        unpacked = fetch(Path(temporary))
        build_text(unpacked)
        build_mono(unpacked)
        build_icons(unpacked)
