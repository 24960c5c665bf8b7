"""Changes to outlines and tables: what turns an upstream font into one of our faces.

All faces have 1,000 units to the em. Glyph coordinates below are in these units.
"""

from fontTools.misc.transform import Identity
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

EM = 1000
# Two dashes in a row must touch even where a justified line spreads its characters a little.
_OVERHANG = 30
_QUOTES = "“”‘’·"
_DROPPED = [
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "STAT",
    "vhea",
    "vmtx",
    "VORG",
    "DSIG",
    "gasp",
    "prep",
    "fpgm",
    "cvt ",
]


def subset(font: TTFont, codes: set[int]) -> None:
    """Keeps the given characters only, without hinting and layout: neither PDF nor screen needs them."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables = _DROPPED
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.glyph_names = False
    worker = Subsetter(options)
    worker.populate(unicodes=codes)
    worker.subset(font)


def to_truetype(font: TTFont, tolerance: float) -> None:
    """Turns PostScript outlines into TrueType ones: ReportLab embeds nothing else.

    `tolerance` is the greatest distance between old and new outline in units; 3 looks the same at 20 pt.
    """
    glyphs = font.getGlyphSet()
    table = newTable("glyf")
    table.glyphOrder = order = font.getGlyphOrder()
    table.glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, tolerance, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
        table.glyphs[name].recalcBounds(table)
    font["loca"] = newTable("loca")
    font["glyf"] = table
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxZones",
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxPoints",
        "maxContours",
        "maxCompositePoints",
        "maxCompositeContours",
        "maxComponentElements",
        "maxComponentDepth",
    ):
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    post = font["post"]
    post.formatType = 3.0
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"


def widen_dash(font: TTFont) -> None:
    """Makes "—" fill the em and a little more, so that "——" prints as one stroke without a gap."""
    name = font.getBestCmap().get(0x2014)
    if name is None:
        return
    old = font["glyf"][name]
    pen = TTGlyphPen(None)
    pen.moveTo((-_OVERHANG, old.yMin))
    for point in ((-_OVERHANG, old.yMax), (EM + _OVERHANG, old.yMax), (EM + _OVERHANG, old.yMin)):
        pen.lineTo(point)
    pen.closePath()
    _replace(font, name, pen.glyph(), EM)


def full_width_quotes(font: TTFont, donor: TTFont) -> None:
    """Takes quotes and middle dot from the Serif where a face has Western ones of a third of an em.

    The Serif's middle dot is narrow too; it is set in the middle of an em.
    """
    source, target = donor.getBestCmap(), font.getBestCmap()
    glyphs = donor.getGlyphSet()
    for sign in _QUOTES:
        glyph = glyphs[source[ord(sign)]]
        shift = (EM - glyph.width) // 2
        _replace(font, target[ord(sign)], _moved(donor, source[ord(sign)], shift, 0), EM)


def raise_colon(font: TTFont, by: int) -> None:
    """Lifts the colon to the middle of the digits: the projector's clock is read as a clock."""
    name = font.getBestCmap()[ord(":")]
    width = font["hmtx"][name][0]
    _replace(font, name, _moved(font, name, 0, by), width)


def rename(font: TTFont, family: str, style: str, postscript: str, weight: int) -> None:
    """Gives the face names of its own; copyright and licence stay as they were.

    Without this ReportLab and Qt mix the face up with another of the same name, and a reserved name may not
    be carried by a changed font.
    """
    table = font["name"]
    keep = {0: table.getDebugName(0), 13: table.getDebugName(13), 14: table.getDebugName(14)}
    table.names = []
    full = f"{family} {style}".removesuffix(" Regular")
    texts = {**keep, 1: family, 2: style, 3: f"{postscript};1.0", 4: full, 5: "Version 1.0", 6: postscript}
    for number, text in sorted(texts.items()):
        if text:
            table.setName(text, number, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["OS/2"].fsType = 0  # embedding without limits, as all the licences say
    font["head"].macStyle = 1 if bold else 0
    font["head"].fontRevision = 1.0


def _moved(font: TTFont, name: str, dx: int, dy: int) -> object:
    """One glyph as plain outlines, moved."""
    recording = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(recording)
    pen = TTGlyphPen(None)
    recording.replay(TransformPen(pen, Identity.translate(dx, dy)))
    return pen.glyph()


def _replace(font: TTFont, name: str, glyph: object, width: int) -> None:
    font["glyf"][name] = glyph
    font["glyf"][name].recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, font["glyf"][name].xMin)
