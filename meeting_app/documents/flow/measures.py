"""Sizes of sheets and of the official page, in points from millimetres (GB/T 9704-2012)."""

from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.style import INK_SOFT, Style

MM = 72 / 25.4
# What a part is told that begins a page: a table repeats its head there.
FRESH = "fresh"
SHEET = (210 * MM, 297 * MM)

# The type area of official papers: 156 x 225 mm, 37 mm from the top, 28 mm from the left.
AREA_LEFT, AREA_TOP, AREA_WIDTH, AREA_HEIGHT = 28 * MM, 37 * MM, 156 * MM, 225 * MM

# 28 characters of 16 pt are wider than 156 mm, and 22 lines have to fill 225 mm: so the grid is a pitch of
# 15.79 pt and lines of 28.95 pt.
BODY_SIZE = 16.0
PITCH = 15.79
LEADING = 28.95
TIGHT = PITCH - BODY_SIZE
INDENT = 2 * PITCH

BODY = Style(Voice.FANG, BODY_SIZE, pitch=TIGHT)
HEAD_1 = Style(Voice.BOLD, BODY_SIZE, pitch=TIGHT)
HEAD_2 = Style(Voice.KAI, BODY_SIZE, pitch=TIGHT)
TITLE = Style(Voice.TITLE, 22.0)
TITLE_LEADING = 34.0
TABLE = Style(Voice.SANS, 12.5)
TABLE_HEAD = Style(Voice.BOLD, 12.5)
SMALL = Style(Voice.SANS, 9.0, INK_SOFT)
