"""The head of a sheet that lies on a table: what it is, for which table, and its code."""

from meeting_app.documents.flow.fixed import Brush
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.style import INK_SOFT, VERMILION, Style

LEFT, RIGHT = 18.0, 192.0
BELOW_HEAD = 49.0
CODE_SIDE = 22.0
_CODE = Style(Voice.SANS, 8.0, INK_SOFT)


def draw_top(brush: Brush, title: str, line: str, note: str, code: str) -> None:
    """From the upper edge to the rule at 49 mm."""
    room = RIGHT - LEFT - CODE_SIDE - 8
    brush.text(LEFT, 24, title, Style(Voice.TITLE, 30.0, VERMILION, pitch=4.0), room, "left", "H1")
    brush.text(LEFT, 36, line, Style(Voice.BOLD, 16.5), room)
    brush.text(LEFT, 44, note, Style(Voice.SANS, 12.0, INK_SOFT), room)
    brush.qr(code, RIGHT - CODE_SIDE, 15, CODE_SIDE)
    brush.text(RIGHT - CODE_SIDE / 2, 41, code, _CODE, CODE_SIDE + 8, "center")
    brush.rule(LEFT, BELOW_HEAD, RIGHT, 0.6, VERMILION)
